"""Where in an article is what a fact says? Each block is compared with the fact by the words that they share."""

import math
from array import array
from collections import Counter
from collections.abc import Sequence

from talkscli.article.document import Document, Section
from talkscli.language.words import STOP, stems, words
from talkscli.store.model import Fact

_ENOUGH = 0.4  # of a fact's words, by weight, that a block must have to be its place
_BUDGET = 2000  # blocks that the words of a fact may point to
_LEAST = 3  # words without which nothing can be told
_LEAD = 500  # characters of a list's lead-in, or of one of its bullets, that the others are read with
_LESS = 0.5  # and the cited block must have less than this part of them


class Places:
    """The words of each block of an article, with their weight (rarer ones weigh more, as in TF-IDF)."""

    def __init__(self, document: Document) -> None:
        self._blocks: list[tuple[Section, int]] = []
        self._title = document.title
        self._holding: dict[str, array[int]] = {}
        for section in document.sections:
            for number, block in enumerate(section.blocks, 1):
                around = (b.text[-_LEAD:] if b is not block else b.text for b in section.around(number - 1))
                for stem in _stems(" ".join((block.question or "", *around))):
                    self._holding.setdefault(stem, array("I")).append(len(self._blocks))
                self._blocks.append((section, number))

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

    def better(self, fact: Fact, cited: Sequence[Section], numbers: range | None) -> tuple[str, int] | None:
        """Find a block that has clearly more of what a fact says than what it cites.

        Args:
            fact: Any fact.
            cited: The sections that it may mean.
            numbers: The blocks that it cites, counted from 1; None for whole sections.

        Returns:
            Section and number of the block, if there is one.
        """
        weights = self._weights(fact)
        if len(weights) < _LEAST:
            return None
        scores = self._scores(weights)
        own = [score for i, score in scores.items() if self._cites(i, cited, numbers)]
        here = max(own, default=0.0)
        best, most = scores.most_common(1)[0]
        if most / sum(weights.values()) < _ENOUGH or here >= _LESS * most:
            return None
        section, number = self._blocks[best]
        return section.heading or self._title or "", number

    def _cites(self, i: int, cited: Sequence[Section], numbers: range | None) -> bool:
        section, number = self._blocks[i]
        return (numbers is None or number in numbers) and any(section is each for each in cited)

    def likeliest(self, fact: Fact, sections: Sequence[Section], most: int) -> list[Section]:
        """Choose among sections of the same heading.

        Args:
            fact: Any fact.
            sections: The sections that it may mean.
            most: How many to choose.

        Returns:
            Those that have most of what the fact says, the likeliest first.
        """
        if len(sections) == 1:
            return list(sections)
        best: dict[int, float] = {}
        for i, score in self._scores(self._weights(fact)).items():
            section = id(self._blocks[i][0])
            best[section] = max(score, best.get(section, 0.0))
        return sorted(sections, key=lambda section: -best.get(id(section), 0.0))[:most]


def _stems(text: str) -> frozenset[str]:
    return frozenset(stems([w for w in words(text) if w not in STOP]))
