"""What a fact may rest on: its blocks, the headings above them and the title."""

import re
from collections.abc import Iterable
from functools import cached_property

from talkscli.article.document import Document, Section
from talkscli.check.contrary import Sayings
from talkscli.check.passage import LOWER, RUN, Names, Passage, joined
from talkscli.language.words import STOP, words

_NEAR = 40  # characters on each side of a name by which it is told from another
_IN_A_ROW = re.compile(r"(?:,|\b(?:and|or))\s(?:the\s)?$")


class Shared:
    """What all facts that cite an article have in common."""

    def __init__(self, document: Document, published: str | None) -> None:
        self.language = document.language
        self.published = published or document.published
        texts = [block.text for section in document.sections for block in section.blocks]
        self.words = frozenset(w for text in texts for w in words(text)) if document.language == "en" else frozenset()
        self.common = frozenset(w for text in texts for w in LOWER.findall(text))


class Ground:
    """A section, and what all facts that cite it have in common."""

    def __init__(self, document: Document, section: Section, names: Names) -> None:
        headings = (document.title, document.byline, *section.above, section.heading)
        self.section = section
        self.headings = "\n".join(heading for heading in headings if heading)
        self.whole = Passage("\n".join((self.headings, joined(section.blocks))), names)
        self._names = names

    @cached_property
    def _first(self) -> dict[object, int]:
        """The first block in which each name, and each run of words, stands."""
        found: dict[object, int] = {}
        for number, block in enumerate(self.section.blocks):
            passage = Passage(joined([block]), self._names)
            for each in (*passage.keys, *passage.runs):
                found.setdefault(each, number)
        return found

    def named_before(self, number: int, key: str, names: Iterable[str]) -> bool:
        """Tell whether a key or a name stands in the blocks before one (counted from 0)."""
        wanted: list[object] = [key, *(tuple(words(name)[:RUN]) for name in names)]
        return any(self._first.get(each, number) < number for each in wanted if each)


class Scope:
    """What a fact may rest on: its blocks (with the lead-in of their list), the headings above and the title."""

    def __init__(self, shared: Shared, ground: Ground, first: int | None, last: int | None, names: Names) -> None:
        """Take the first and the last block, counted from 1; without a first one the whole section."""
        blocks = ground.section.blocks
        numbers = range(len(blocks)) if first is None else range(first - 1, min(last or first, len(blocks)))
        cited = {id(block): block for n in numbers for block in (ground.section.around(n) if first else (blocks[n],))}
        self.shared = shared
        self.ground = ground
        self._names = names
        self.start = numbers.start
        self.block = Passage(joined(cited.values()), names)
        self.all = Passage("\n".join((ground.headings, self.block.text)), names)

    @cached_property
    def sayings(self) -> Sayings:
        """What is said in the blocks, sentence by sentence."""
        return Sayings(self.block.text, self._names, self.shared.common | self._names.common)

    @cached_property
    def places(self) -> dict[tuple[str, ...], dict[str, str]]:
        """The names that stand between the same words: key -> as written."""
        found: dict[tuple[str, ...], dict[str, str]] = {}
        for start, end, key in self.block.named:
            for around in neighbours(self.block.text, start, end):
                found.setdefault(around, {})[key] = self.block.text[start:end]
        return found


def neighbours(text: str, start: int, end: int) -> list[tuple[str, ...]]:
    """Find the words on both sides of a name by which it can be told.

    Args:
        text: Any text.
        start: Where the name begins.
        end: Where it ends.

    Returns:
        Up to three pairs of words; none where the name is one of several in a row.
    """
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if _IN_A_ROW.search(before) or re.match(r",|\s(?:and|or)\b", after):
        return []
    left = re.search(r"(?:([a-z-]+)\s)?([a-z-]+)\s$", before)
    right = re.match(r"(?:['’]s)?\s([a-z-]+)(?:\s([a-z-]+))?", after)
    found: list[tuple[str, ...]] = []
    if right and right[2] and not {right[1], right[2]} <= STOP:
        found.append((">", right[1], right[2]))
    if left and left[1] and not {left[1], left[2]} <= STOP:
        found.append(("<", left[1], left[2]))
    if left and right and not {left[2], right[1]} & STOP:
        found.append(("<>", left[2], right[1]))
    return found
