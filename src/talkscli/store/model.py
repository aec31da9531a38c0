"""The file format of a store as typed structs; `docs/reference.md` describes it for people."""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType, field

from talkscli.language.kinds import Kind

VERSION = 1
LONGEST = 1_000_000  # characters of any text: a book; more is a mistake, and would take minutes to show
LONGEST_EVENT = 50  # characters: a line of the time line
Text = Annotated[str, Meta(max_length=LONGEST)]
Id = Annotated[str, Meta(min_length=1, max_length=200)]
Paragraph = Annotated[int, Meta(ge=1)]
Group = Annotated[tuple[Text, ...], Meta(max_length=200)]
"""Words or phrases that mean the same; a question for one of them looks for all."""


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A document that facts were taken from."""

    id: Id
    title: Text | None = None
    language: Text | None = None
    url: Text | None = None
    published: Text | None = None
    """EDTF date of publication; None is shown as "undated"."""


class Entity(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A person, country, organisation or place that facts are about."""

    id: Id
    name: Text
    kind: Kind | None = None
    role: Text | None = None
    side: Text | None = None
    """Id of the country or organisation that it belongs to."""
    aliases: tuple[Text, ...] = ()
    """Other spellings, scripts, short forms, titles and metonyms."""
    note: Text | None = None
    """An editor's remark; not from the source."""

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called, the name first; a name may stand among the aliases, too."""
        return (self.name, *self.aliases)


class Citation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Where in which source a fact stands."""

    source: Text | None = None
    section: Text | None = None
    """The nearest heading above."""
    paragraph: Paragraph | None = None
    """The block under that heading, counted from 1."""
    last: Paragraph | None = None
    """The last block of a range that begins with `paragraph`."""


class Fact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One answer to one question, with its proof."""

    id: Id
    question: Text | None = None
    phrasings: tuple[Text, ...] = ()
    answer: Text
    citation: Citation | None = None
    attribution: Text | None = None
    """Who says so; None for the source's own narrative."""
    subject: tuple[Text, ...] = ()
    """Ids of the entities whose act, words, wish or property the answer tells."""
    about: tuple[Text, ...] = ()
    """Ids of all entities that it is about, the subject among them."""
    date: Text | None = None
    """EDTF: a day, month, year or interval."""
    date_text: Text | None = None
    """The source's own words for the date."""
    event: Text | None = None
    """What happened then, in at most 50 characters; only of dated facts."""
    quote: Text | None = None
    """Verbatim words."""
    speaker: Text | None = None
    """Entity id of who said the quote."""
    topics: tuple[Text, ...] = ()
    faq: bool = False
    """A pair of the source's own FAQ."""
    note: Text | None = None
    """An editor's remark; not from the source."""


class Store(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False, weakref=True):
    """A whole store. Timeline, quotes, FAQ and profiles are views of its facts."""

    schema: Text | UnsetType = field(default=UNSET, name="$schema")
    version: Annotated[int, Meta(ge=1)] = VERSION
    sources: tuple[Source, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...]
    synonyms: tuple[Group, ...] = ()
    """Groups of words or phrases that mean the same in this store's subject."""
