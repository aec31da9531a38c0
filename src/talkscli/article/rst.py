"""Read reStructuredText by docutils; what only Sphinx knows (roles, directives) is taken for the text in it."""

import gc
import re
from collections.abc import Container
from io import StringIO
from typing import TYPE_CHECKING, Any

from talkscli.article.composing.outline import Outline
from talkscli.article.dates import published
from talkscli.article.document import Document
from talkscli.article.rst_parser import all_known, reader
from talkscli.article.tree import Tree
from talkscli.article.walk import Walk
from talkscli.errors import ArticleError

if TYPE_CHECKING:
    from docutils import nodes

_SILENCED = re.compile(r"\s*\.\.\s+(?:include|raw|csv-table|image|figure|math|meta|contents)::")
_LINES = 20_000
_MOST = 1000  # columns of a table, quotations
_WIDE = re.compile(rf"^[ \t]*+(?:[=-]++[ \t]++|\+[=-]++){{{_MOST}}}", re.MULTILINE)
_ATTRIBUTED = re.compile(r"\n[ \t]*\n[ \t]++(?=--|—)")
_DOCUTILS = (RecursionError, ValueError, AttributeError, LookupError, TypeError, AssertionError)  # its own faults
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
        with all_known(text):
            doctree = publish_doctree(text, reader=reader(), settings_overrides=settings)
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
