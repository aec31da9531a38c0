"""Which facts tell most of what the others tell (SumBasic, Nenkova and Vanderwende 2005)."""

import re
from collections import Counter
from collections.abc import Sequence

from talkscli.language.tongues import shared
from talkscli.store.model import Fact, Source

# On the sentence before; compiled where it is first needed.
_HANGS = r"""(?xi)
    (?: and|or|but|so|yet|however|although|though|while|still|then|thus|therefore|instead|moreover|meanwhile|also
      | otherwise|unfortunately|interestingly|for\s(?:example|instance)|that\ssaid
      | (?:in|until|by|since|before|after|at)\s(?:this|that|then|the\stime)(?:\scase|\spoint)?
      | the\s(?:same|latter|former)
      | (?:he|she|it|they|its|their|his|her|this|these|those|such)(?!\s\[)
    )\b
"""
SHORT = 25  # content words: how much more a longer sentence may tell than a shorter one


class Weights:
    """How much of what facts tell is told by a word; the words of the titles count most."""

    def __init__(self, facts: Sequence[Fact], sources: Sequence[Source]) -> None:
        content = shared(source.language for source in sources).content
        self._words = {fact.id: frozenset(content(fact.answer)) for fact in facts}
        counted = Counter(word for told in self._words.values() for word in told)
        most = max(counted.values(), default=1)
        self.weight = {word: count / most for word, count in counted.items()}
        self._titled = {word for source in sources for word in content(source.title or "")} & counted.keys()
        for word in self._titled:
            self.weight[word] += 1.0

    def of(self, fact: Fact) -> float:
        """How heavy a fact is: the mean weight of its words, less for a short one."""
        told = self._words.get(fact.id, frozenset())
        return sum(self.weight[word] for word in told) / (len(told) + SHORT) if told else 0.0

    def tells_title(self, fact: Fact) -> bool:
        """Tell whether a fact has a word of a title."""
        return not self._titled.isdisjoint(self._words[fact.id])

    def central(
        self, facts: Sequence[Fact], most: int, *, lead: bool = False, told: Sequence[Fact] = ()
    ) -> tuple[Fact, ...]:
        """Choose facts that tell much of what the others tell.

        Args:
            facts: Of those that were weighed.
            most: How many are wanted.
            lead: Whether what stands first weighs more, as in an article.
            told: Facts that are told already.

        Returns:
            The heaviest, none of which repeats another or what is told, in their order.
        """
        first = {fact.id: 1 + lead / (at + 1) for at, fact in enumerate(facts)}
        before = dict(self.weight)
        said = {fact.answer for fact in told}  # one of two dates stands as two facts
        left = [fact for fact in facts if fact.answer not in said]
        chosen: list[Fact] = []
        for fact in told:
            self._tell(fact)
        while left and len(chosen) < most:
            best = max(left, key=lambda fact: self.of(fact) * first[fact.id])
            chosen.append(best)
            left = [fact for fact in left if fact.answer != best.answer]
            self._tell(best)
        self.weight = before
        return tuple(fact for fact in facts if fact in chosen)

    def _tell(self, fact: Fact) -> None:
        """Make light what is told already."""
        for word in self._words.get(fact.id, ()):
            self.weight[word] **= 2
            self.weight[word] /= 4


def stands(fact: Fact) -> bool:
    """Tell whether a fact is understood without the one before or behind it."""
    return not (re.match(_HANGS, fact.answer) or fact.answer.rstrip("*_ ")[-1:] in (":", "?"))
