"""Builds element trees of what is no well-formed HTML: Markdown's tokens, and the HTML that stands in between.

The trees are those of the standard library, which lxml's look like, so that `walk` reads both.
"""

import html
import re
from collections import Counter
from collections.abc import Mapping
from xml.etree.ElementTree import Element, TreeBuilder

from talkscli.article.inline import BLOCKS, DROPPED, LISTS

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset("script style textarea title".split())
_ELEMENTS = VOID | DROPPED | BLOCKS | LISTS | frozenset(
    "a abbr acronym b bdi bdo big blink body button cite code data del details dfn dialog dl em font h1 h2 h3 h4 h5 h6 "
    "html i ins kbd label mark marquee math menuitem meter nobr optgroup output picture pre progress q rb rp rt rtc "
    "ruby s samp slot small span strike strong sub summary sup table time tt u var".split()
)  # fmt: skip
_CLOSED_BY = {
    "p": ("p",), "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"),
    "tr": ("tr",), "td": ("td", "th"), "th": ("td", "th"),
}  # fmt: skip
_DEEPEST = 100  # elements within each other: what is deeper stands flat in the last
_TAG = re.compile(
    r"<(?P<end>/)?(?P<name>[a-zA-Z][\w:.-]*+)"
    r"(?P<attributes>(?:\s++[^\s\"'<>/=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+)*+)\s*+(?P<void>/)?>"
)
_CLOSES = re.compile(r"</([a-zA-Z][\w:.-]*+)")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'=<>`]++)))?+")


class Tree:
    """An element tree under making, whatever order elements end in."""

    def __init__(self, source: str = "") -> None:
        """Begin with an empty body; the source is all that will be added, as far as it may have tags."""
        self._closed = {name.lower() for name in _CLOSES.findall(source)} if "</" in source else set()
        self._builder = TreeBuilder()
        self._builder.start("body", {})
        self._open: list[str] = []
        self._count: Counter[str] = Counter()

    def start(self, tag: str, attributes: Mapping[str, str] | None = None) -> None:
        """Open an element; a void one is closed at once."""
        if tag in VOID:
            self._builder.start(tag, dict(attributes or {}))
            self._builder.end(tag)
            return
        if self._open and self._open[-1] in _CLOSED_BY.get(tag, ()):
            self.end(self._open[-1])
        if len(self._open) < _DEEPEST:
            self._builder.start(tag, dict(attributes or {}))
        self._open.append(tag)
        self._count[tag] += 1

    def data(self, text: str) -> None:
        """Add text."""
        self._builder.data(text)

    def end(self, tag: str) -> None:
        """Close an element and all that is open in it; one that is not open is passed over."""
        while self._count[tag]:
            last = self._open.pop()
            self._count[last] -= 1
            if len(self._open) < _DEEPEST:
                self._builder.end(last)
            if last == tag:
                return

    def markup(self, text: str) -> None:
        """Add what stands in HTML, a part of an element as it may be; what is no tag is text."""
        at = 0
        while (sign := text.find("<", at)) >= 0:
            if sign > at:
                self.data(html.unescape(text[at:sign]))
            at = self._tag(text, sign)
        if at < len(text):
            self.data(html.unescape(text[at:]))

    def close(self) -> Element:
        """Close what is open and return the body."""
        while self._open:
            self.end(self._open[-1])
        self._builder.end("body")
        return self._builder.close()

    def _tag(self, text: str, at: int) -> int:
        """Take the tag at a place; return where it ends."""
        if text.startswith(("<!", "<?"), at):
            sign = "-->" if text.startswith("<!--", at) else ">"
            end = text.find(sign, at + 2)
            return end + len(sign) if end >= 0 else len(text)
        found = _TAG.match(text, at)
        if found is None:
            self.data("<")
            return at + 1
        name = found["name"].lower()
        if found["end"]:
            self.end(name)
            return found.end()
        if self._is_word(name, found):
            self.data(found[0])
            return found.end()
        if name in _RAW:
            close = re.compile(f"</{name}\\s*>", re.IGNORECASE).search(text, found.end())
            return close.end() if close else len(text)
        pairs = _ATTRIBUTE.findall(found["attributes"]) if found["attributes"] else ()
        self.start(name, {key.lower(): html.unescape(a or b or c) for key, a, b, c in pairs})
        if found["void"] and name not in VOID and found["name"][0].isupper():
            self.end(name)
        return found.end()

    def _is_word(self, name: str, tag: re.Match[str]) -> bool:
        """Tell whether what looks like a tag stands for a word: "<name>", no element and no component of any kind."""
        plain = name.isalnum() and not tag["void"] and "=" not in tag["attributes"]
        return plain and name not in _ELEMENTS and name not in self._closed


def fragment(text: str) -> Element:
    """Return the tree of a part of HTML."""
    tree = Tree(text)
    tree.markup(text)
    return tree.close()
