"""Walks an element tree and adds what it says to an outline: what pages, Markdown and reStructuredText share."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from contextlib import suppress
from itertools import zip_longest
from typing import Final

from talkscli.article.accordions import is_button, is_head, opens
from talkscli.article.composing.outline import Outline
from talkscli.article.inline import (
    BLOCKS,
    BREAK,
    DROPPED,
    LISTS,
    Tree,
    is_contents,
    is_layout,
    lines_of,
    parts,
    stressed,
    text_of,
    titled,
)
from talkscli.article.questions import QUESTION, asks
from talkscli.article.text import clean, clean_code

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_DEEPEST: Final = 200
_STRESSED: Final = 150  # characters: longer bold paragraphs are no headings
_SENTENCE_END: Final = (".", ":", "!", ",", ";", "。", "：", "！")


class Walk:
    """Takes a tree, adds headings, questions, paragraphs, items, rows and code to an outline."""

    def __init__(
        self, outline: Outline, skip: AbstractSet[Tree] = frozenset(), beside: AbstractSet[Tree] = frozenset()
    ) -> None:
        """Begin with no paragraph at hand; elements of `skip` are passed over, those of `beside` marked."""
        self.outline = outline
        self._skip = skip
        self._beside = beside
        self._runs: list[tuple[str, bool]] = []  # text of the paragraph at hand, and whether it is bold
        self._bold = 0
        self._depth = 0
        self._lists = 0
        self._item: list[str] | None = None  # paragraphs of the item at hand
        self._mark = "- "
        self._following: Tree | None = None  # the element that stands behind the one at hand
        self._heads: set[tuple[str, str]] = set()  # how the heads of accordions are made
        self._names: set[Tree] = set()  # elements that hold the question of schema.org's Question
        self._by_tag: dict[str, Callable[[Tree], None]] = {
            "br": self._break, "li": lambda item: self._one(item, "- "), "pre": self._code,
            "table": self._table, "details": self._details, "summary": self._summary, "dl": self._terms,
            "dt": self._term, "button": self._button, **dict.fromkeys(LISTS, self._list),
        }  # fmt: skip

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
            for child, following in zip_longest(element, element[1:]):
                if isinstance(child.tag, str):  # a comment has none
                    self._following = following
                    self._element(child, child.tag)
                self._say(child.tail)
        self._depth -= 1

    def _element(self, element: Tree, tag: str) -> None:
        if tag in DROPPED or element in self._skip:
            return
        if element in self._beside:
            self._aside(element)
        elif element in self._names:
            self._ask(element, sure=True)
        elif tag in _HEADINGS or element.get("role") == "heading":
            self._heading(element, tag)
        elif tag in self._by_tag:
            self._by_tag[tag](element)
        elif is_button(element, tag):
            self._button(element)
        elif is_head(element, self._following, self._heads):
            self._button(element, head=True)
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

    def _aside(self, element: Tree) -> None:
        """Take what stands beside the text as pieces of their own; in an item it is passed over."""
        if self._item is not None:
            return
        self._flush()
        first = len(self.outline.pieces)
        self._flow(element)
        self._flush()
        for piece in self.outline.pieces[first:]:
            piece.beside = True

    def _heading(self, element: Tree, tag: str) -> None:
        self._end()
        level = tag[1] if tag in _HEADINGS else (element.get("aria-level") or "")
        self.outline.heading(titled(element), int(level) if level in "123456" and level else 4)

    # questions

    def _ask(self, element: Tree, *, sure: bool = False) -> None:
        self._end()
        self.outline.ask(titled(element), "summary", sure=sure)

    def _summary(self, element: Tree) -> None:
        self._ask(element, sure=element.get("class") == "question")

    def _question(self, element: Tree) -> None:
        """A Question of schema.org: its name is the question, the rest answers it."""
        name = next((e for e in element.iter() if e.get("itemprop") == "name"), None)
        self._flush()
        if name is not None:
            self._names.add(name)
        self._flow(element)
        self._end()
        self.outline.end("summary")

    def _button(self, element: Tree, *, head: bool = False) -> None:
        """A button that opens an answer; any other one is no text."""
        text = titled(element)
        if head or opens(element) or asks(text):
            self._end()
            self._item = self._item or None  # an item that a question opens is no item
            self.outline.ask(text, "head" if head else "button", sure=head and QUESTION.match(text) is not None)

    def _details(self, element: Tree) -> None:
        self._end()
        self._flow(element)
        self._flush()
        self.outline.end("summary")

    def _term(self, element: Tree) -> None:
        self._end()
        self.outline.ask(titled(element), "term")

    def _terms(self, element: Tree) -> None:
        self._end()
        self._flow(element)
        self._end()
        self.outline.end("term")

    # lists

    def _list(self, element: Tree) -> None:
        self._end()
        if self._lists == 0 and is_contents(element):
            return
        self._lists += 1
        number = 1
        with suppress(ValueError):
            number = int(element.get("start") or 1)
        self._say(element.text)
        for child in element:
            if child.tag == "li":
                self._one(child, f"{number}. " if element.tag == "ol" else "- ")
                number += 1
            elif isinstance(child.tag, str):
                self._element(child, child.tag)
            self._say(child.tail)
        self._flush()
        self._lists -= 1

    def _one(self, element: Tree, mark: str) -> None:
        """Take an item; lists in it come after what stands before them."""
        self._flush()
        outer = self._item
        self._item, self._mark = [], mark
        self._flow(element)
        self._end()
        self._item = outer

    def _end(self) -> None:
        """End the paragraph and the item at hand."""
        self._flush()
        self._item_done()

    def _item_done(self) -> None:
        """Add the item at hand; what comes after in the same one (below a nested list) is one more."""
        if self._item:
            self.outline.item("\n\n".join(self._item), max(1, self._lists), self._mark)
            self._item.clear()
            self._mark = "- "

    # tables, code

    def _table(self, element: Tree) -> None:
        self._end()
        rows = [[c for c in row if c.tag in ("td", "th")] for row in element.iter("tr")]
        if is_layout(element, rows):
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
        text = "".join("\n" if part is BREAK else part for part in parts(element))
        if self._item is not None:
            self._item.append(clean_code(text))
        else:
            self.outline.code(text)

    # text

    def _break(self, _: Tree) -> None:
        """Break the line; where nothing stands between two breaks, a paragraph ends."""
        for text, _bold in reversed(self._runs):
            if text is BREAK:
                self._flush()
                return
            if not text.isspace():
                break
        self._say(BREAK)

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
        bold = stressed(runs)
        lead = clean(bold)
        whole = len(bold.rstrip()) == len(text.rstrip())
        if lead and asks(lead) and not self._item:
            self._item = None
            self.outline.ask(lead, "bold")
            self.outline.text(lines_of(text[len(bold) :]))
        elif lead and whole and self._item is None and len(lead) <= _STRESSED and not lead.endswith(_SENTENCE_END):
            self.outline.ask(lead, "bold")
        elif self._item is not None:
            self._item.append("\n".join(map(clean, lines_of(text).split("\n"))))
        else:
            self.outline.text(lines_of(text))
