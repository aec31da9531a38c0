"""The screen of one person, country, organisation or place."""

from collections.abc import Sequence

from msgspec.structs import replace
from rich.console import Group, RenderableType
from rich.text import Text

from talkscli.language.words import words
from talkscli.lookup.once import once, whole_first
from talkscli.lookup.results import Profile, Refs
from talkscli.lookup.who import reads_as_question
from talkscli.render import style
from talkscli.render.body import Body
from talkscli.render.cards import Cards
from talkscli.render.clean import one_line
from talkscli.render.grid import Grid, framed
from talkscli.render.style import line, stack, text
from talkscli.store.model import Entity, Fact

SPELLINGS = 3
"""Other spellings of a name that are shown."""
WORDS_SAID, DEEDS = 2, 4
"""Quotations and facts of a profile that fit one screen."""
MENTIONS = 2
"""Facts that only mention somebody, where none tells their deeds."""


def profile(reply: Profile, *, explain: bool = False, full: bool = False, stores: str = "") -> RenderableType:
    """Show who it is in a sentence, their words, what they did; or those that may be meant.

    Args:
        reply: The profile.
        explain: Whether all spellings are shown.
        full: Whether all facts of the reply are shown, in full.
        stores: The options that name the stores.

    Returns:
        What to draw.
    """
    question = f"\nTo ask that as a question: talks ask{stores} who {one_line(reply.query, 100)}"
    asks = [text(question, style.NOTE)] if reads_as_question(reply) else []
    if reply.entity is None:
        return Group(_candidates(reply), *asks)
    entity, known_for = reply.entity, reply.known_for
    spellings = entity.aliases if explain else _other_names(entity)[:SPELLINGS]
    head = stack(
        line(text(entity.name, style.HEAD), style.entity_marks(entity, reply.refs)),
        style.answer(known_for) if known_for and known_for.id not in reply.headline else None,
        style.note(entity.note),
        style.labelled("also", ", ".join(spellings), style.LABEL),
        style.labelled("id", entity.id, style.ID) if explain else None,
    )
    read_as = style.read_as(reply.read_as)
    parts: list[RenderableType] = [*([read_as] if read_as else []), framed(head)]
    quotes = once(reply.quotes, quotes=not full, together=full)
    said = quotes if full else whole_first(quotes)[:WORDS_SAID]
    if said:
        parts.append(Text("\nTheir words" if entity.kind == "person" else "\nIts words", style.SECTION))
        parts.append(Cards(_noted(said, entity), reply.refs, quotes=True) if full else _quotations(said))
    most = min(reply.own, DEEDS) or MENTIONS
    told = once([row for row in reply.facts if full or row.id not in reply.headline])
    deeds = told if full else told[:most]
    if deeds:
        parts.append(Text("\nFacts" if full else "\nWhat is told", style.SECTION))
        parts.append(Cards(_noted(deeds, entity), reply.refs) if full else _sentences(deeds, entity.names))
    shown = {row.id for same in (*said, *deeds) for row in same} | ({known_for.id} if known_for else set())
    rest = [row for row in (*reply.quotes, *reply.facts) if row.id not in shown]
    if rest and not full:
        more = "1 more fact mentions" if len(rest) == 1 else f"{len(rest):,} more facts mention"
        parts.append(text(f"\n{more} {entity.name}: talks facts --about {entity.id}{stores}", style.LABEL))
    elif not said and not deeds and not known_for:
        parts.append(Text("\nNo fact here is about it."))
    return Group(*parts, *asks)


def _noted(told: Sequence[Sequence[Fact]], entity: Entity) -> list[list[Fact]]:
    """Leave out the notes that the head of the card has."""
    return [[replace(row, note=None) if row.note == entity.note else row for row in same] for same in told]


def _quotations(told: Sequence[Sequence[Fact]]) -> RenderableType:
    return Group(*(Body(Text.assemble("- ", text(f"“{fact.quote}”", style.SAYS))) for fact, *_ in told))


def _sentences(told: Sequence[Sequence[Fact]], names: Sequence[str]) -> RenderableType:
    return Group(*(Body(text(f"- {style.opening(fact.answer, 150, names)}")) for fact, *_ in told))


def _other_names(entity: Entity) -> list[str]:
    """Leave out spellings that tell no other name: a part of the one shown, or the same put otherwise."""
    own = words(entity.name)
    found = {name: words(name) for name in entity.aliases}
    return [name for name, told in found.items() if not set(own).issuperset(told) and "".join(told) not in "".join(own)]


def _candidates(reply: Profile) -> RenderableType:
    asked = f"“{one_line(reply.query, 60)}”"
    none = f"Nobody and nothing here is called {asked}. Near it:"
    heading = f"Several fit {asked}. Which one?" if reply.fits else none
    return Group(Text(heading), _people(reply.candidates, reply.refs))


def _people(entities: Sequence[Entity], refs: Refs) -> Grid:
    """List who is who."""
    table = Grid("Name", "Who", "Id")
    for row in entities:
        table.add_row(text(row.name, style.HEAD), style.entity_marks(row, refs), text(row.id, style.LABEL))
    return table
