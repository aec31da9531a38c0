"""What the search gives: facts with a confidence, and what each word matched."""

from msgspec import Struct

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
