"""Where in an article is what a fact says? Each block is compared with the fact by the words that they share."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from talkscli.article.document import Document, Section
from talkscli.language.words import STOP, stems, words
from talkscli.store.model import Fact

_ENOUGH = 0.4  # of a fact's words, by weight, that a block must have to be its place
_BUDGET = 600  # blocks that the words of a fact may point to
_LEAST = 3  # words without which nothing can be told
_LEAD = 500  # characters of a list's lead-in, or of one of its bullets, that the others are read with
_LESS = 0.5  # and the cited block must have less than this part of them


class Place(NamedTuple):
    """A block of an article."""

    heading: str
    paragraph: int


class _Cited(NamedTuple):
    section: Section
    number: int
    """Of the block in its section, counted from 1."""


class Namesakes:
    """The sections of one heading, the longest first."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.sections = sorted(sections, key=lambda section: -len(section.blocks))
        self.ids = frozenset(map(id, self.sections))
        self.longest = max((len(section.blocks) for section in self.sections), default=0)


class Places:
    """The words of each block of an article, with their weight (rarer ones weigh more, as in TF-IDF)."""

    def __init__(self, document: Document) -> None:
        self._blocks: list[_Cited] = []
        self._title, self._byline = document.title, document.byline
        self._holding: dict[str, array[int]] = {}
        for section in document.sections:
            for number, block in enumerate(section.blocks, 1):
                around = (b.text[-_LEAD:] if b is not block else b.text for b in section.around(number - 1))
                for stem in _stems(" ".join((block.question or "", *around))):
                    self._holding.setdefault(stem, array("I")).append(len(self._blocks))
                self._blocks.append(_Cited(section, number))

    def _weights(self, fact: Fact) -> dict[str, float]:
        """Weigh the words of a fact, the rarest first, as many as point to a bounded number of blocks."""
        said = _stems(" ".join(filter(None, (fact.question, fact.answer, fact.quote))))
        wanted = sorted((s for s in said if s in self._holding), key=lambda s: (len(self._holding[s]), s))
        weights: dict[str, float] = {}
        read = 0
        for stem in wanted:
            read += len(self._holding[stem])
            if read > _BUDGET:
                break
            weights[stem] = math.log(1 + len(self._blocks) / len(self._holding[stem]))
        return weights

    def _scores(self, weights: dict[str, float]) -> Counter[int]:
        scores: Counter[int] = Counter()
        for stem, weight in weights.items():
            for i in self._holding[stem]:
                scores[i] += weight  # type: ignore[assignment]
        return scores

    def share(self, fact: Fact) -> float | None:
        """Tell which part of the words of a fact's answer the article has; None where they are too few to tell."""
        said = _stems(fact.answer)
        return sum(stem in self._holding for stem in said) / len(said) if len(said) >= _LEAST else None

    def better(self, fact: Fact, cited: Namesakes, numbers: range | None) -> Place | None:
        """Find a block that has clearly more of what a fact says than what it cites.

        Args:
            fact: Any fact.
            cited: The sections that it may mean.
            numbers: The blocks that it cites, counted from 1; None for whole sections.

        Returns:
            The block, if there is one.
        """
        weights = self._weights(fact)
        if len(weights) < _LEAST:
            return None
        scores = self._scores(weights)
        own = {
            i
            for i in scores
            if id(self._blocks[i].section) in cited.ids and (numbers is None or self._blocks[i].number in numbers)
        }
        here: float
        if numbers is None:
            here = max((scores[i] for i in own), default=0.0)
        else:  # it rests on all of them together, and on what stands above them
            above = self._above(cited)
            here = sum(w for stem, w in weights.items() if stem in above or not own.isdisjoint(self._holding[stem]))
        best, most = scores.most_common(1)[0]
        if most / sum(weights.values()) < _ENOUGH or here >= _LESS * most:
            return None
        section, number = self._blocks[best]
        return Place(section.heading or self._title or "", number)

    def _above(self, cited: Namesakes) -> frozenset[str]:
        """Stems of the title, the byline and the headings of sections."""
        headings = (text for section in cited.sections for text in (*section.above, section.heading))
        return _stems(" ".join(filter(None, (self._title, self._byline, *headings))))

    def likeliest(self, fact: Fact, cited: Namesakes, end: int, most: int) -> list[Section]:
        """Choose among sections of the same heading.

        Args:
            fact: Any fact.
            cited: The sections that it may mean.
            end: How many blocks they must have.
            most: How many to choose.

        Returns:
            Those that have most of what the fact says, the likeliest first; the longest where none has any of it.
        """
        best: dict[int, float] = {}
        found: dict[int, Section] = {}
        for i, score in self._scores(self._weights(fact)).items() if len(cited.sections) > 1 else ():
            section = self._blocks[i].section
            if id(section) in cited.ids and len(section.blocks) >= end:
                best[id(section)] = max(score, best.get(id(section), 0.0))
                found[id(section)] = section
        chosen = sorted(found.values(), key=lambda section: -best[id(section)])[:most]
        return chosen or [section for section in cited.sections[:most] if len(section.blocks) >= end]


def _stems(text: str) -> frozenset[str]:
    return frozenset(stems([w for w in words(text) if w not in STOP]))
