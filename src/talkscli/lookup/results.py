"""What the lookups give: frozen results, with the sources and entities that their facts refer to."""

from msgspec import Struct
from msgspec.structs import replace

from talkscli.search.hits import Hit, Match
from talkscli.store.model import Entity, Fact, Source, Store

SURE = 0.7
"""Confidence from which an answer is surely one to what was asked."""


class Refs(Struct, frozen=True):
    """The sources and entities that the facts of a result, or the question of a refusal, refer to, by id."""

    sources: dict[str, Source]
    entities: dict[str, Entity]
    total: int = 0
    """How many sources the store has."""

    @property
    def several(self) -> bool:
        """Whether a citation must name its source."""
        return self.total > 1

    def language(self, fact: Fact) -> str | None:
        """The language of the source that a fact cites."""
        source = self.sources.get(fact.citation.source or "") if fact.citation else None
        return source.language if source else None

    @classmethod
    def of(cls, store: Store) -> "Refs":
        """Refer to all that a store has."""
        return cls(
            {source.id: source for source in store.sources},
            {entity.id: entity for entity in store.entities},
            len(store.sources),
        )


class Answer(Struct, frozen=True):
    """The reply to one question."""

    question: str
    answered: bool
    confidence: float
    """Of the answer; where declined, of the closest fact."""
    read_as: dict[str, str]
    """Words that were read otherwise than typed: {"lindrgen": "Lindgren"}."""
    missing: tuple[str, ...]
    """Words of the question, as typed, that stood in the way of an answer; none where it was answered."""
    answer: Fact | None
    related: tuple[Hit, ...]
    """Further facts, best first; where declined, the closest ones."""
    refs: Refs
    explained: tuple[Match, ...] = ()
    """One row a question word, for the best fact, whether it was given as the answer or not."""
    elsewhere: frozenset[str] = frozenset()
    """Those of the missing words that other facts have."""
    abroad: str | None = None
    """The language of the store, where the question is in another one: "English"."""
    typed: str = ""
    """In a conversation, the question as typed, where `question` has names for its pronouns."""
    nor: str = ""
    """In a conversation, the bare question word after a question that had no answer: it has none either."""
    told: frozenset[str] = frozenset()
    """In a conversation, the ids of the facts that were shown before: they are not offered."""

    def answered_by(self, fact: Fact, confidence: float) -> "Answer":
        """Take a fact for the answer: the same question, answered by that, with the other related facts."""
        related = tuple([hit for hit in self.related if hit.fact.id != fact.id])
        return replace(self, answered=True, answer=fact, confidence=confidence, related=related, missing=())


class Roll(Struct, frozen=True):
    """All entities, or the first of them, and the names of all."""

    entities: tuple[Entity, ...]
    names: dict[str, str]
    """By id."""


class Profile(Struct, frozen=True):
    """The reply to "who is NAME"."""

    query: str
    found: bool
    entity: Entity | None
    facts: tuple[Fact, ...]
    """Facts about the entity, those that it said aside; those whose subject it is first."""
    quotes: tuple[Fact, ...]
    """Facts with words that the entity said."""
    candidates: tuple[Entity, ...]
    """Where several fit, all of them; where none fits, those with a similar name."""
    fits: bool
    """Whether the candidates fit."""
    refs: Refs
    read_as: dict[str, str] = {}
    """The name, where it was read otherwise than typed: {"brant": "Brandt"}."""
    known_for: Fact | None = None
    """The fact that says who it is."""
    own: int = 0
    """How many of the facts tell what the entity itself did, wants or is, or else name it; those come first."""
    headline: frozenset[str] = frozenset()
    """The ids of facts that say no more than its name, role and side."""


class Listing(Struct, frozen=True):
    """Facts in the order to show them."""

    facts: tuple[Fact, ...]
    refs: Refs
    missing: str | None = None
    """Where nothing was found: what it is that is not here ("no topic 'santions' here")."""
    hint: str | None = None
    """What to try instead ("did you mean sanctions?")."""


class SourceRow(Struct, frozen=True):
    """One source in use, and how many facts of which sections cite it."""

    id: str | None
    title: str | None
    published: str | None
    url: str | None
    language: str | None
    file: str
    facts: int
    sections: tuple[str, ...]
