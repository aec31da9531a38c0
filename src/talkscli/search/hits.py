"""What the search gives: facts with a confidence, whether the first one answers, and what each word matched."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from talkscli.language.words import fold
from talkscli.store.model import Fact


class Hit(Struct, frozen=True):
    """A fact and how sure we are that it answers the question, 0 to 1."""

    fact: Fact
    confidence: float


class Match(Struct, frozen=True):
    """What one word of the question matched in a fact."""

    word: str
    """As it was read."""
    matched: str | None
    """The fact's word; None where nothing covers it."""
    how: str
    """exact, synonym, spelling, entity, opposite, or "not covered"."""
    weight: float
    """The share of the question's weight that this word carries, 0 to 1."""
    covered: float
    """How much of that the fact covers, 0 to 1."""


class Found(Struct, frozen=True):
    """What the search has for a question."""

    answered: bool
    """Whether the best hit is sure enough to be the answer."""
    hits: tuple[Hit, ...]
    """Best first."""
    read_as: dict[str, str]
    """Words that were read otherwise than typed."""
    missing: tuple[str, ...]
    """Words, as typed, that stood in the way of an answer."""
    elsewhere: frozenset[str]
    """Those of them that other facts have."""
    matches: tuple[Match, ...]
    """One a word of the question, for the best hit; where asked for."""
    abroad: bool = False
    """Whether the question is plainly in another language than the store."""

    def as_read(self, question: str) -> str:
        """Write the words of the question as they were read."""
        return " ".join([self.read_as.get(fold(word.strip("?!.,¿¡")), word) for word in question.split()])

    def led_by(self, first: Sequence[Hit], top: int) -> "Found":
        """Put other hits before these, the first of them as the answer.

        Args:
            first: At least one hit.
            top: How many facts are wanted.

        Returns:
            The same question answered.
        """
        ids = {hit.fact.id for hit in first}
        hits = (*first, *[hit for hit in self.hits if hit.fact.id not in ids])
        return replace(self, answered=True, hits=hits[: max(top, 1)], missing=(), elsewhere=frozenset())
