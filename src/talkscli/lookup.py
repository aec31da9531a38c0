"""What can be asked of a store: each function takes a store and gives a frozen result; nothing here prints."""

from msgspec import Struct

from talkscli.merge import Library
from talkscli.model import Entity, Fact, Source, Store
from talkscli.search import Engine


class Refs(Struct, frozen=True):
    """The sources and entities that the facts of a result refer to, by id."""

    sources: dict[str, Source]
    entities: dict[str, Entity]


class Hit(Struct, frozen=True):
    """A fact and how sure we are that it answers the question, 0 to 1."""

    fact: Fact
    confidence: float


class Match(Struct, frozen=True):
    """What one word of the question matched in the best fact."""

    word: str
    """As typed."""
    matched: str | None
    """The fact's word; None where nothing covers it."""
    how: str
    """exact, stem, synonym, spelling, entity, or "not covered"."""
    weight: float
    """The share of the question's weight that this word carries, 0 to 1."""
    covered: float
    """How much of that the fact covers, 0 to 1."""


class Answer(Struct, frozen=True):
    """The reply to one question."""

    question: str
    answered: bool
    confidence: float
    """Of the answer; where declined, of the closest fact."""
    read_as: dict[str, str]
    """Words that were read otherwise than typed: {"medinksi": "Medinski"}."""
    answer: Fact | None
    related: tuple[Hit, ...]
    """Further facts, best first; where declined, the closest ones."""
    refs: Refs
    explained: tuple[Match, ...] = ()
    """One row a question word, for the best fact, whether it was given as the answer or not."""


class Profile(Struct, frozen=True):
    """The reply to "who is NAME"."""

    query: str
    found: bool
    entity: Entity | None
    facts: tuple[Fact, ...]
    """Facts about the entity, those that it said aside."""
    quotes: tuple[Fact, ...]
    """Facts with words that the entity said."""
    candidates: tuple[Entity, ...]
    """Where several fit, all of them; where none fits, those with a similar name."""
    refs: Refs


class Listing(Struct, frozen=True):
    """Facts in the order to show them."""

    facts: tuple[Fact, ...]
    refs: Refs
    hint: str | None = None
    """Where nothing was found: what to try instead ("no topic 'santions': try sanctions")."""


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


def refs(store: Store) -> Refs:
    """Give all sources and entities of a store by id."""
    return Refs({s.id: s for s in store.sources}, {e.id: e for e in store.entities})


def ask(source: Store | Engine, question: str, top: int = 5) -> Answer:
    """Answer a question, or decline it.

    `source` is a store, or the engine that `talkscli.search.open_engine` made of store files (one for many questions).
    `top` is the number of facts in the reply, the answer included. Never raises for whatever the question holds.
    """
    raise NotImplementedError


def who(store: Store, name: str) -> Profile:
    """Find one person, country, organisation or place by any spelling, script, part, role or metonym."""
    raise NotImplementedError


def everyone(store: Store) -> tuple[Entity, ...]:
    """All entities: persons, countries, organisations, places, then those of no kind; each in the store's order."""
    raise NotImplementedError


def timeline(store: Store, since: str | None = None, until: str | None = None, about: str | None = None) -> Listing:
    """Dated facts in order of their first day, those that overlap `since`…`until` (EDTF), about the named one.

    Raises UsageError where `since` or `until` is no EDTF date.
    """
    raise NotImplementedError


def quotes(store: Store, speaker: str | None = None) -> Listing:
    """Facts with verbatim words, all or those said by the one named."""
    raise NotImplementedError


def faq(store: Store, words: str = "") -> Listing:
    """The source's own questions and answers (where none are marked, every fact with a question), or those found by words."""
    raise NotImplementedError


def facts(
    store: Store, words: str = "", about: str | None = None, topic: str | None = None, section: str | None = None
) -> Listing:
    """All facts, narrowed to those found by words, about the one named, with a topic, of a section."""
    raise NotImplementedError


def show(store: Store, ident: str) -> Listing:
    """The one fact with this id, or nothing and a hint."""
    raise NotImplementedError


def sources(library: Library) -> tuple[SourceRow, ...]:
    """The sources in use."""
    raise NotImplementedError
