"""docutils as it is set to read any reStructuredText: what Sphinx alone knows, and much of anything, in little time."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

_DIRECTIVE = re.compile(r"^[ \t]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w+.-]+(?::[\w+.-]+)*)::", re.MULTILINE)
_ROLE = re.compile(r":([\w:+.-]{1,60}):`|`:([\w:+.-]{1,60}):")
_TARGET = re.compile(r"(?s)(.*\S)\s*<[^<>]*>\s*\Z")
_INLINE = re.compile(r"[*`|_\[\]]")
_LONG = 3000  # characters of a text
_ENDLESS = re.compile(rf"(?<!\S)\S{{{_LONG}}}")
_EXPANDED = 2000  # characters of a substitution: a few lines that double each other make gigabytes
_SILENT = frozenset(
    "toctree index highlight module currentmodule py:module automodule autoclass autofunction contents include "
    "literalinclude graphviz plantuml mermaid tags only meta raw image figure youtube sectnum section-numbering "
    "target-notes".split()
)  # directives whose content is no text
_STYLED = frozenset(["class", "rst-class", "cssclass"])  # directives whose argument is no text


class _AnyOption(dict[str, Any]):
    """Takes any option of a directive."""

    def __missing__(self, key: str) -> Any:
        return str


def reader() -> Any:
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
def all_known(text: str) -> Iterator[None]:
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
