"""Where in an article is what a fact says? Each block is compared with the fact by the words that they share."""

import math
from collections import Counter
from collections.abc import Sequence

from talkscli.article.document import Document, Section
from talkscli.language.words import STOP, stems, words
from talkscli.store.model import Fact

_ENOUGH = 0.4  # of a fact's words, by weight, that a block must have to be its place
_LESS = 0.5  # and the cited block must have less than this part of them


class Places:
    """The words of each block of an article, with their weight (rarer ones weigh more, as in TF-IDF)."""

    def __init__(self, document: Document) -> None:
        self._blocks: list[tuple[Section, int, frozenset[str]]] = []
        self._title = document.title
        for section in document.sections:
            for number, block in enumerate(section.blocks, 1):
                own = " ".join((block.question or "", *(b.text for b in section.around(number - 1))))
                self._blocks.append((section, number, _stems(own)))
        self._holding: dict[str, list[int]] = {}
        for i, (_, _, found) in enumerate(self._blocks):
            for stem in found:
                self._holding.setdefault(stem, []).append(i)

    def better(self, fact: Fact, cited: Sequence[Section], paragraph: int | None) -> tuple[str, int] | None:
        """Give section and paragraph of a block that has clearly more of what the fact says than the cited one."""
        wanted = [
            s for s in _stems(" ".join(filter(None, (fact.question, fact.answer, fact.quote)))) if s in self._holding
        ]
        if len(wanted) < 3:
            return None
        weights = {s: math.log(1 + len(self._blocks) / len(self._holding[s])) for s in wanted}
        total = sum(weights.values())
        scores: Counter[int] = Counter()
        for stem in wanted:
            for i in self._holding[stem]:
                scores[i] += weights[stem]  # type: ignore[assignment]
        here = max(
            (
                score for i, score in scores.items()
                if self._blocks[i][0] in cited and (paragraph is None or self._blocks[i][1] == paragraph)
            ), default=0.0,
        )  # fmt: skip
        best, most = scores.most_common(1)[0]
        if most / total < _ENOUGH or here >= _LESS * most:
            return None
        section, number, _ = self._blocks[best]
        return section.heading or self._title or "", number


def _stems(text: str) -> frozenset[str]:
    return frozenset(stems([w for w in words(text) if w not in STOP]))
