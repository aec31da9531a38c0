"""Read reStructuredText by docutils; what only Sphinx knows (roles, directives) is taken for the text in it."""

import gc
import re
from collections.abc import Container, Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any, ClassVar

from talkscli.article.dates import published
from talkscli.article.document import Document
from talkscli.article.outline import Outline
from talkscli.article.tree import Tree
from talkscli.article.walk import Walk
from talkscli.errors import ArticleError

if TYPE_CHECKING:
    from docutils import nodes

_DIRECTIVE = re.compile(r"^[ \t]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w+.-]+(?::[\w+.-]+)*)::", re.MULTILINE)
_ROLE = re.compile(r":([\w:+.-]{1,60}):`|`:([\w:+.-]{1,60}):")
_TARGET = re.compile(r"(?s)(.*\S)\s*<[^<>]*>\s*\Z")
_SILENCED = re.compile(r"\s*\.\.\s+(?:include|raw|csv-table|image|figure|math|meta|contents)::")
_INLINE = re.compile(r"[*`|_\[\]]")
_LONG = 3000  # characters of a text
_ENDLESS = re.compile(rf"(?<!\S)\S{{{_LONG}}}")
_LINES = 20_000
_MOST = 1000  # columns of a table, quotations
_WIDE = re.compile(rf"^[ \t]*+(?:[=-]++[ \t]++|\+[=-]++){{{_MOST}}}", re.MULTILINE)
_ATTRIBUTED = re.compile(r"\n[ \t]*\n[ \t]++(?=--|—)")
_EXPANDED = 2000  # characters of a substitution: a few lines that double each other make gigabytes
_DOCUTILS = (RecursionError, ValueError, AttributeError, LookupError, TypeError, AssertionError)  # its own faults
_SILENT = frozenset(
    "toctree index highlight module currentmodule py:module automodule autoclass autofunction contents include "
    "literalinclude graphviz plantuml mermaid tags only meta raw image figure youtube sectnum section-numbering "
    "target-notes".split()
)  # directives whose content is no text
_STYLED = frozenset(["class", "rst-class", "cssclass"])  # directives whose argument is no text
_TAGS = {
    "paragraph": "p", "bullet_list": "ul", "enumerated_list": "ol", "list_item": "li", "definition_list": "dl",
    "term": "dt", "definition": "dd", "field_list": "dl", "field_name": "dt", "field_body": "dd", "option_list": "dl",
    "option_group": "dt", "description": "dd", "literal_block": "pre", "doctest_block": "pre", "literal": "code",
    "strong": "strong", "emphasis": "em", "table": "table", "thead": "thead", "row": "tr", "entry": "td",
    "title": "p", "subtitle": "p", "rubric": "strong", "line": "p", "caption": "p", "attribution": "p",
    "block_quote": "blockquote", "inline": "span", "reference": "a",
}  # fmt: skip
_SKIPPED = frozenset(
    "comment substitution_definition target raw image pending footnote_reference "
    "docinfo meta decoration citation_reference colspec".split()
)
_SETTINGS: dict[str, Any] = {
    "report_level": 3, "halt_level": 6, "file_insertion_enabled": False, "raw_enabled": False,
    "_disable_config": True, "syntax_highlight": "none", "doctitle_xform": False, "docinfo_xform": True,
    "input_encoding": "unicode", "line_length_limit": 1 << 30, "smart_quotes": False,
}  # fmt: skip


def read(text: str, label: str, name: str = "") -> Document:
    """Read reStructuredText. Raises ArticleError where docutils is missing or can't read it."""
    try:
        from docutils.core import publish_doctree
        from docutils.utils import SystemMessage
    except ImportError as error:
        raise ArticleError(
            f"{label} is reStructuredText, which can't be read without docutils ({error})",
            "install it: pip install docutils",
        ) from None
    beyond = _beyond(text)
    if beyond:
        raise ArticleError(f"{label} can't be read as reStructuredText: it has {beyond}", "split it into several files")
    collecting = gc.isenabled()
    gc.disable()  # docutils makes much that lasts: looking through it again and again would take a third of the time
    settings = _SETTINGS | {"warning_stream": StringIO()}
    try:
        with _all_known(text):
            doctree = publish_doctree(text, reader=_reader(), settings_overrides=settings)
    except (SystemMessage, *_DOCUTILS) as error:
        raise ArticleError(
            f"{label} can't be read as reStructuredText: {error}", "correct it, or save it as text"
        ) from None
    finally:
        if collecting:
            gc.enable()
    outline = Outline(name)
    maker = _Maker(doctree.nameids)
    maker.add(doctree, 0)
    Walk(outline).run(maker.tree.close())
    told = {key: _field(doctree, key) for key in ("date", "language")}
    return outline.document(published=published(told["date"]), language=told["language"])


class _AnyOption(dict[str, Any]):
    """Takes any option of a directive."""

    def __missing__(self, key: str) -> Any:
        return str


class _Maker:
    """Makes an element tree of a document tree."""

    def __init__(self, targets: Container[str]) -> None:
        self.tree = Tree()
        self._targets = targets

    def add(self, node: "nodes.Node", level: int) -> None:
        """Add a node and what is in it; `level` is how many sections it stands in."""
        kind = node.__class__.__name__
        if kind == "Text":
            self.tree.data(str(node))
            return
        if kind == "system_message":  # what docutils could not read stands in it as it was written
            for child in node.children:
                if child.__class__.__name__ == "literal_block" and not _SILENCED.match(child.astext()):
                    self.add(child, level)
            return
        if kind in _SKIPPED:
            return
        if (
            kind == "reference"
            and "refname" in node
            and node["refname"] not in self._targets
            and node.rawsource[0] != "`"
        ):
            self.tree.data(node.rawsource)  # "[A-Z_]" is no link
            return
        inside = level + (kind == "section")
        tag = _TAGS.get(kind, "div" if _is_body(node) else "span")
        if kind == "title" and node.parent.__class__.__name__ == "section":
            tag = f"h{min(level, 6)}"
        elif kind == "entry" and node.parent.parent.__class__.__name__ == "thead":
            tag = "th"
        elif kind == "topic" and "contents" in node.get("classes", ()):
            return
        self.tree.start(tag)
        for child in node.children:
            self.add(child, inside)
        self.tree.end(tag)


def _is_body(node: "nodes.Node") -> bool:
    from docutils import nodes

    return isinstance(node, (nodes.Body, nodes.Structural, nodes.Part, nodes.document, nodes.Bibliographic))


def _field(doctree: "nodes.document", key: str) -> str | None:
    from docutils import nodes

    for node in doctree.findall(nodes.Bibliographic):
        if node.__class__.__name__ == key:
            return str(node.astext())
    for field in doctree.findall(nodes.field):
        if field[0].astext().lower() == key:
            return str(field[1].astext())
    return None


def _beyond(text: str) -> str | None:
    """Tell of what a text has more than docutils, which takes the square of it, can read in some seconds."""
    if text.count("\n") > _LINES:
        return f"more than {_LINES:,} lines"
    if _WIDE.search(text):
        return f"a table of more than {_MOST:,} columns"
    return f"more than {_MOST:,} quotations with who said them" if len(_ATTRIBUTED.findall(text)) > _MOST else None


def _reader() -> Any:
    """Make a reader that does what the text needs, in time that grows with its size.

    Lines may be of any length. Substitutions are bounded, and no others are substituted in them. No marks are looked
    for in a text that is full of them, or in a word, without end: docutils takes their square. Nor are links resolved,
    or the places of transitions looked at.
    """
    from docutils import nodes, utils
    from docutils.parsers.rst import Parser, states
    from docutils.readers import standalone
    from docutils.transforms import frontmatter, references

    inliner = states.Inliner()
    marked = inliner.parse

    def parse(text: str, lineno: int, memo: Any, parent: Any) -> Any:
        if len(text) > _LONG and (_ENDLESS.search(text) or len(_INLINE.findall(text)) > _LONG // 20):
            return [nodes.Text(nodes.unescape(utils.escape2null(text)))], []
        return marked(text, lineno, memo, parent)

    inliner.parse = parse  # no subclass: it asks its own class for its patterns

    class Bounded(Parser):  # type: ignore[misc]  # docutils has no types
        def parse(self, inputstring: str, document: Any) -> None:
            super().parse(inputstring, document)
            document.settings.line_length_limit = _EXPANDED  # docutils has one limit for both
            for made in document.substitution_defs.values():
                for inner in list(made.findall(nodes.substitution_reference)):
                    inner.parent.replace(inner, nodes.Text(inner.astext()))
            known = document.substitution_names  # in lower case
            for named in list(document.findall(nodes.substitution_reference)):
                if named["refname"].lower() not in known:  # defined elsewhere, as Sphinx does for all pages
                    named.parent.replace(named, nodes.Text(named.astext()))

    class Reader(standalone.Reader):  # type: ignore[misc]
        def get_transforms(self) -> list[Any]:
            return [references.Substitutions, frontmatter.DocInfo, references.Footnotes]

    return Reader(Bounded(inliner=inliner))


@contextmanager
def _all_known(text: str) -> Iterator[None]:
    """Make known, for a while, what docutils does not know: roles are their text, directives their content."""
    from docutils import nodes
    from docutils.parsers.rst import Directive, directives, roles
    from docutils.parsers.rst.languages import en
    from docutils.utils import new_document

    class Content(Directive):  # type: ignore[misc]  # docutils has no types
        has_content = True
        optional_arguments = 1
        final_argument_whitespace = True
        option_spec: ClassVar[dict[str, Any]] = _AnyOption(any=str)

        def run(self) -> list[nodes.Node]:
            if self.name in _SILENT:
                return []
            made = nodes.container()
            if self.arguments and ":" not in self.name and self.name not in _STYLED:
                found, _ = self.state.inline_text(self.arguments[0], self.lineno)
                made += nodes.paragraph("", "", *found)
            self.state.nested_parse(self.content, self.content_offset, made)
            return [made]

    registered = (directives._directives, roles._roles)  # there is no other way to take back
    before = [dict(known) for known in registered]
    document = new_document("")
    for name in {*_DIRECTIVE.findall(text)}:
        if name.lower() in _SILENT | _STYLED or directives.directive(name.lower(), en, document)[0] is None:
            directives.register_directive(name, Content)
    for name in {a or b for a, b in _ROLE.findall(text)}:
        if name.lower() not in en.roles:
            roles.register_local_role(name.lower(), _role)
    try:
        yield
    finally:
        for known, was in zip(registered, before, strict=True):
            known.clear()
            known.update(was)


def _role(
    name: str, rawtext: str, text: str, lineno: int, inliner: Any, options: Any = None, content: Any = None
) -> tuple[list[Any], list[Any]]:
    """Return the text of a role; of ":ref:`text <target>`" what stands before the target."""
    from docutils import nodes

    found = _TARGET.match(text)
    return [nodes.inline(rawtext, (found[1] if found else text).lstrip("~!"))], []
