"""Which words of a sentence are denied, by a word that says so ("not") or by one that implies it ("refuse")."""

from collections.abc import Sequence

from talkscli.language import grammar
from talkscli.language.verbs import base
from talkscli.language.words import STOP, stems

_IMPLYING = frozenset(
    stems(
        "refuse fail deny decline reject lack avoid prevent stop cease ban bar forbid prohibit block cancel abandon "
        "drop refrain abstain neglect miss unable unlikely impossible hardly barely scarcely rarely seldom little few "
        "only until unless instead rather except absence doubt far too".split()
    )
)
_MERE = frozenset("only just merely simply but all every everyone everybody everything always both many much".split())
_COMPARED = frozenset("more less fewer later sooner earlier greater longer".split())
_LIMITS = frozenset("until unless except before but".split())
_JOINTS = grammar.RELATIVES | grammar.SUBORDINATORS | {"but"}


class Denied:
    """What is denied in a sentence, by the places of its words."""

    def __init__(self, words: Sequence[str], marks: frozenset[int]) -> None:
        """Take the folded words, and the places of those before which there is a mark such as a comma."""
        self._words = words
        self._marks = marks
        self.targets: dict[int, int] = {}
        """The word that each denying word stands before: place -> that of the denying word."""
        self.cues = tuple(at for at, word in enumerate(words) if word in grammar.DENYING)
        """The places of the denying words."""
        self._implied = {at for at, stem in enumerate(stems([base(word) for word in words])) if stem in _IMPLYING}
        self.limits = _LIMITS.intersection(words[self.cues[0] if self.cues else 0 :])
        """Its words that may take a denial back: "not until Monday"."""
        self._reached: set[int] = set()
        for at in self.cues:
            first, last = self.clause(at)
            self._reached.update(range(first, last))
            target = self._target(at, last)
            if target is not None:
                self.targets[target] = at

    def may_be(self, at: int) -> bool:
        """Tell whether a word is denied, or may be in other words: "refused to accept"."""
        return at in self._reached or bool(self._implied - {at})

    def _target(self, at: int, last: int) -> int | None:
        """Find the word of content that is denied; none where not it but its extent is: "not only", "no later than"."""
        words = self._words
        follows = words[at + 1] if at + 1 < last else ""
        if not follows or follows in _MERE or (at and words[at - 1] in ("or", "if")):
            return None
        if words[at] == "no" and follows in _COMPARED and "than" in words[at + 2 : at + 4]:
            return None
        return next((n for n in range(at + 1, last) if words[n] not in STOP and not grammar.is_adverb(words[n])), None)

    def clause(self, at: int) -> tuple[int, int]:
        """Return the places where the clause of a word begins and ends."""
        first = at
        while first > 0 and not self._begins(first):
            first -= 1
        last = at + 1
        while last < len(self._words) and not self._begins(last):
            last += 1
        return first, last

    def _begins(self, at: int) -> bool:
        """Tell whether a clause may begin at a word: behind a mark, at "but" or "who", at "and" before a verb."""
        word = self._words[at]
        if at in self._marks or word in _JOINTS:
            return True
        follows = self._words[at + 1] if at + 1 < len(self._words) else ""
        return word in ("and", "or") and (
            follows in _HELPING or follows in grammar.PRONOUNS or follows in grammar.DENYING or grammar.is_past(follows)
        )


_HELPING = grammar.folded(grammar.HELPING)
