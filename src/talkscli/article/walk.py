"""Walks an element tree and adds what it says to an outline: what pages, Markdown and reStructuredText share."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import Any, Final

from talkscli.article.outline import Outline
from talkscli.article.questions import ANSWER, QUESTION, asks
from talkscli.article.text import clean, clean_code

Tree = Any  # an element of xml.etree or of lxml, which share what is used here

DROPPED: Final = frozenset(
    "applet area audio base canvas col datalist embed frame frameset head iframe img input link map meta noembed "
    "noframes object option param script select source style svg template textarea title track video".split()
)
BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd div dt fieldset figcaption figure footer form header "
    "hgroup hr html legend li main nav p search section tbody td tfoot th thead tr".split()
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS: Final = frozenset(("ul", "ol", "menu", "dir"))
_BREAK: Final = "\v"  # a line break that is meant, unlike those of the source
_DEEPEST: Final = 200
_STRESSED: Final = 150  # characters: longer bold paragraphs are no headings
_ACCORDION: Final = re.compile(r"accordion|collaps|toggle|expand|faq|question|\bacc\b", re.IGNORECASE)
_SENTENCE_END: Final = (".", ":", "!", ",", ";", "。", "：", "！")


class Walk:
    """Takes a tree, adds headings, questions, paragraphs, items, rows and code to an outline."""

    def __init__(self, outline: Outline, skip: AbstractSet[Tree] = frozenset()) -> None:
        """Begin with no paragraph at hand; elements of `skip` are passed over."""
        self.outline = outline
        self._skip = skip
        self._runs: list[tuple[str, bool]] = []  # text of the paragraph at hand, and whether it is bold
        self._bold = 0
        self._depth = 0
        self._lists = 0
        self._item: list[str] | None = None  # paragraphs of the item at hand
        self._mark = "- "
        self._names: set[Tree] = set()  # elements that hold the question of schema.org's Question

    def run(self, tree: Tree) -> None:
        """Walk a tree from its root."""
        self._flow(tree)
        self._flush()

    def _flow(self, element: Tree) -> None:
        """Take the content of an element."""
        self._depth += 1
        if self._depth > _DEEPEST:
            self._say(text_of(element))
        else:
            self._say(element.text)
            for child in element:
                if isinstance(child.tag, str):  # a comment has none
                    self._element(child, child.tag)
                self._say(child.tail)
        self._depth -= 1

    def _element(self, element: Tree, tag: str) -> None:
        if tag in DROPPED or element in self._skip:
            return
        if tag == "br":
            self._say(_BREAK)
        elif element in self._names:
            self._ask(element, sure=True)
        elif tag in _HEADINGS or element.get("role") == "heading":
            self._flush()
            self._item_done()
            level = tag[1] if tag in _HEADINGS else (element.get("aria-level") or "")
            self.outline.heading(text_of(element), int(level) if level in "123456" and level else 4)
        elif tag in _LISTS:
            self._list(element)
        elif tag == "li":
            self._one(element, "- ")
        elif tag == "pre":
            self._code(element)
        elif tag == "table":
            self._table(element)
        elif tag == "details":
            self._flush()
            self._item_done()
            self._flow(element)
            self._flush()
            self.outline.end("summary")
        elif tag == "summary":
            self._ask(element)
        elif tag == "dl":
            self._terms(element)
        elif tag == "button" or element.get("role") == "button":
            self._button(element)
        elif (element.get("itemtype") or "").endswith("schema.org/Question"):
            self._question(element)
        elif tag in BLOCKS:
            self._flush()
            self._flow(element)
            self._flush()
        elif tag in ("b", "strong"):
            self._bold += 1
            self._flow(element)
            self._bold -= 1
        else:
            self._flow(element)

    # questions

    def _ask(self, element: Tree, *, sure: bool = False) -> None:
        self._flush()
        self._item_done()
        self.outline.ask(text_of(element), "summary", sure=sure)

    def _question(self, element: Tree) -> None:
        """A Question of schema.org: its name is the question, the rest answers it."""
        name = next((e for e in element.iter() if e.get("itemprop") == "name"), None)
        self._flush()
        if name is not None:
            self._names.add(name)
        self._flow(element)
        self._flush()
        self._item_done()
        self.outline.end("summary")

    def _button(self, element: Tree) -> None:
        """A button that opens an answer; any other one is no text."""
        text = text_of(element)
        opens = (
            element.get("aria-expanded")
            or element.get("aria-controls")
            or _ACCORDION.search(element.get("class") or "")
        )
        if opens or asks(text):
            self._flush()
            self._item_done()
            self.outline.ask(text, "button")

    def _terms(self, element: Tree) -> None:
        self._flush()
        self._item_done()
        for child in (x for e in element for x in (e if e.tag == "div" else (e,))):
            if child.tag == "dt":
                self._flush()
                self.outline.ask(text_of(child), "term")
            elif isinstance(child.tag, str):
                self._flow(child)
                self._flush()
                self._item_done()
        self.outline.end("term")

    # lists

    def _list(self, element: Tree) -> None:
        self._flush()
        self._item_done()
        if self._lists == 0 and _is_contents(element):
            return
        self._lists += 1
        number = 1
        with suppress(ValueError):
            number = int(element.get("start") or 1)
        for child in element:
            if child.tag == "li":
                self._one(child, f"{number}. " if element.tag == "ol" else "- ")
                number += 1
            elif isinstance(child.tag, str):
                self._element(child, child.tag)
        self._lists -= 1

    def _one(self, element: Tree, mark: str) -> None:
        """Take an item; lists in it come after what stands before them."""
        self._flush()
        outer = self._item
        self._item, self._mark = [], mark
        self._flow(element)
        self._flush()
        self._item_done()
        self._item = outer

    def _item_done(self) -> None:
        """Add the item at hand; what comes after in the same one (below a nested list) is one more."""
        if self._item:
            self.outline.item("\n\n".join(self._item), max(1, self._lists), self._mark)
            self._item.clear()
            self._mark = "- "

    # tables, code

    def _table(self, element: Tree) -> None:
        self._flush()
        self._item_done()
        rows = [[c for c in row if c.tag in ("td", "th")] for row in element.iter("tr")]
        layout = element.find(".//table") is not None or any(
            cell.find(".//h2") is not None for row in rows for cell in row
        )
        if layout or element.get("role") == "presentation" or max(map(len, rows), default=0) < 2:
            self._flow(element)
            self._flush()
            return
        caption = element.find("caption")
        if caption is not None:
            self.outline.text(text_of(caption))
        header: list[str] = []
        for row in rows:
            texts = [text_of(cell) for cell in row]
            if len(row) > 1 and all(cell.tag == "th" for cell in row):
                header = texts
            else:
                self.outline.row(header, texts)

    def _code(self, element: Tree) -> None:
        self._flush()
        text = "".join("\n" if part is _BREAK else part for part in _parts(element))
        if self._item is not None:
            self._item.append(clean_code(text))
        else:
            self.outline.code(text)

    # text

    def _say(self, text: str | None) -> None:
        if text:
            self._runs.append((text, self._bold > 0))

    def _flush(self) -> None:
        """End the paragraph at hand."""
        runs, self._runs = self._runs, []
        text = "".join(run for run, _ in runs)
        if not text or text.isspace():
            return
        if self._item is not None and not self._item and QUESTION.match(text) and asks(text.partition("\n")[0]):
            self._item = None
        stressed = _stressed(runs)
        lead = clean(stressed)
        whole = len(stressed.rstrip()) == len(text.rstrip())
        if lead and asks(lead) and not self._item:
            self._item = None
            self.outline.ask(lead, "bold")
            self.outline.text(_lines(text[len(stressed) :]))
        elif lead and whole and self._item is None and len(lead) <= _STRESSED and not lead.endswith(_SENTENCE_END):
            self.outline.ask(lead, "bold")
        elif self._item is not None:
            self._item.append("\n".join(map(clean, _lines(text).split("\n"))))
        else:
            self.outline.text(_lines(text))


def text_of(element: Tree) -> str:
    """Return the text of an element on one line, with spaces between the blocks in it."""
    return clean("".join(" " if part is _BREAK else part for part in _parts(element)))


def _parts(element: Tree) -> Iterator[str]:
    """Yield the text of an element, and _BREAK where a block begins or ends, or a line is broken."""
    waiting: list[Tree | str] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
            continue
        for child in reversed(node):
            if child.tail:
                waiting.append(child.tail)
            if not isinstance(child.tag, str) or child.tag in DROPPED:
                continue
            blocky = child.tag in BLOCKS or child.tag in _LISTS or child.tag == "br"
            waiting += [_BREAK, child] if blocky else [child]
            if blocky:
                waiting.append(_BREAK)
        if node.text:
            yield node.text


def _lines(text: str) -> str:
    """Return a paragraph with the line breaks that are meant, and those between "Q:" and "A:"."""
    if QUESTION.match(text):
        lines = text.replace(_BREAK, "\n").split("\n")
        if asks(lines[0]) or any(ANSWER.match(line) for line in lines[1:]):
            return "\n".join(lines)
    return " ".join(text.split("\n")).replace(_BREAK, "\n") if "\n" in text else text.replace(_BREAK, "\n")


def _stressed(runs: list[tuple[str, bool]]) -> str:
    """Return the bold text that a paragraph begins with."""
    if not any(bold for _, bold in runs):
        return ""
    found = []
    for run, bold in runs:
        if not bold and not run.isspace():
            break
        found.append(run)
    while found and not found[-1].strip():
        found.pop()
    return "".join(found)


def _is_contents(element: Tree) -> bool:
    """Tell whether a list is a table of contents: nothing but links into its own page."""
    linked = sum(len("".join(a.itertext()).strip()) for a in element.iter("a") if (a.get("href") or "").startswith("#"))
    return linked > 0 and linked >= 0.9 * sum(len(part.strip()) for part in element.itertext())
