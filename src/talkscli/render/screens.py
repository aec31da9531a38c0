"""The screens for one thing: an answer, a profile, a fact."""

from collections.abc import Sequence

from msgspec.structs import replace
from rich.console import Group, RenderableType
from rich.text import Text

from talkscli.lookup.ask import offers
from talkscli.lookup.excerpt import excerpt, hangs
from talkscli.lookup.names import Names
from talkscli.lookup.once import once
from talkscli.lookup.results import Answer, Profile, Refs
from talkscli.lookup.who import reads_as_question
from talkscli.render import style
from talkscli.render.body import Body, Hanging, has_code
from talkscli.render.cards import Cards
from talkscli.render.clean import clean, one_line
from talkscli.render.export import when
from talkscli.render.grid import Frame, Grid, Rails
from talkscli.render.style import line, stack, text
from talkscli.search.hits import Match
from talkscli.store.model import Entity, Fact, Store

SURE = 0.7
"""Below this confidence the screen says that it is not sure."""
NEXT = 3
"""Related facts that are offered, one a line."""
SPELLINGS = 3
"""Other spellings of a name that are shown."""
WORDS_SAID, DEEDS = 2, 4
"""Quotations and facts of a profile that fit one screen."""
MENTIONS = 2
"""Facts that only mention somebody, where none tells their deeds."""


def answer(reply: Answer, *, explain: bool = False, full: bool = False, stores: str = "") -> RenderableType:
    """Show the answer, whole, then who says so and where; or say that there is none. Then what to ask next.

    Args:
        reply: The reply.
        explain: Whether ids, figures and the reading of each word are shown, too.
        full: Whether the related facts are shown in full instead of as one-liners.
        stores: The options that name the stores.

    Returns:
        What to draw.
    """
    parts: list[RenderableType] = [read_as] if (read_as := _read_as(reply.read_as)) else []
    if reply.answer:
        if reply.confidence < SURE:
            parts.append(Text("I am not sure that this is what you asked for:", style.NOTE))
        parts.append(told(reply.answer, reply.refs, reply.question, reply.confidence if explain else None, stores))
    else:
        from talkscli.lookup.refusal import refusal  # what takes a question apart is slow to load

        parts.append(_framed(text(refusal(reply), style.HEAD), style.NOTE))
    related = [hit.fact for hit in reply.related] if full else offers(reply)
    if related and full:
        heading = "Related" if reply.answer else "Nearest to it"
        parts += [Text(f"\n{heading}", style.SECTION), Cards(once(related), reply.refs)]
    elif related:
        parts.append(choices(related, next_heading(related) if reply.answer else "Nearest to it"))
    if not reply.answer and not reply.abroad:
        parts += [text(f"\nWho that is: talks who {entity.id}{stores}", style.LABEL) for entity in _asked_about(reply)]
    if explain and not reply.answer:
        parts.append(text(f"\nconfidence of the nearest {reply.confidence:.2f}", style.LABEL))
    if explain:
        parts.append(_explained(reply.explained))
    return Group(*parts)


def next_heading(facts: Sequence[Fact]) -> str:
    """Say over facts that are offered whether there are questions among them."""
    return "Ask next" if any(fact.question for fact in facts) else "See also"


def _asked_about(reply: Answer) -> list[Entity]:
    """Find the one person, country or body that a question names, if it names but one."""
    named = Names(Store(facts=(), entities=tuple(reply.refs.entities.values()))).find(reply.question)
    found = {bearers[0].id: bearers[0] for bearers, _ in named if len(bearers) == 1}
    return list(found.values()) if len(found) == 1 else []


def told(fact: Fact, refs: Refs, question: str, confidence: float | None = None, stores: str = "") -> RenderableType:
    """Show a fact as an answer: framed, the source below; of a long one the part that answers the question."""
    part = excerpt(fact.answer, question, refs.language(fact))
    shown = fact if part.whole else replace(fact, answer=part.text)
    asked = fact.question if fact.question and hangs(fact, refs.language(fact)) else None
    body = Body(
        stack(
            text(asked, style.LABEL) if asked else None,
            Text("…", style.LABEL) if part.before else None,
            style.answer(shown, style.HEAD),
            None if fact.quote and clean(fact.quote) in shown.answer else style.quotation(fact, refs),
            Text("…", style.LABEL) if part.after else None,
        )
    )
    source = style.source(fact, refs)
    marks = line(
        style.labelled("id", fact.id, style.ID),
        style.labelled("confidence", f"{confidence:.2f}"),
        style.labelled("when", when(fact), style.DATE),
    ) if confidence is not None else None  # fmt: skip
    below = [
        source if source else None,
        None if part.whole else text(f"This is a part of it. All: talks show {fact.id}{stores}", style.NOTE),
        style.note(fact.note),
        marks,
    ]
    frame = Rails(body) if has_code(clean(shown.answer)) else _framed(body)
    return Group(frame, *[each for each in below if each])


def proof(fact: Fact, refs: Refs) -> RenderableType:
    """Show where a fact stands and who says so."""
    return Body(
        stack(
            style.origin(fact, refs),
            style.says(fact, refs),
            style.quotation(fact, refs),
            style.labelled("id", fact.id, style.LABEL),
        )
    )


def choices(facts: Sequence[Fact], heading: str, first: int = 1) -> RenderableType:
    """Offer facts by number, one a line."""
    rows = [
        Hanging(Text(f" {number}  ", style.ID), Text(style.one_liner(fact)))
        for number, fact in enumerate(facts[:NEXT], first)
    ]
    return Group(Text(f"\n{heading}", style.SECTION), *rows)


def _read_as(read: dict[str, str]) -> Text | None:
    pairs = [
        Text.assemble((one_line(typed), "italic"), " as ", (one_line(meant), style.HEAD))
        for typed, meant in read.items()
    ]
    return Text.assemble(("read ", style.LABEL), Text(", ").join(pairs)) if pairs else None


def _framed(body: RenderableType, border: str = style.BORDER) -> Frame:
    return Frame(body, border_style=border, padding=(0, 1))


def _explained(rows: tuple[Match, ...]) -> RenderableType:
    if not rows:
        return Text("\nNo word of the question could be looked up.")
    table = Grid("Word", "Matched", "How", "Weight", "Covered")
    for row in rows:
        missing = row.matched is None
        table.add_row(
            text(row.word),
            text(row.matched or "-"),
            text(row.how, style.NOTE if missing else ""),
            f"{row.weight:.2f}",
            f"{row.covered:.2f}",
        )
    return Group(Text("\nHow the words were read", style.SECTION), table)


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
    if reply.entity is None:
        return _candidates(reply)
    entity, known_for = reply.entity, reply.known_for
    spellings = entity.aliases if explain else entity.aliases[:SPELLINGS]
    head = stack(
        line(text(entity.name, style.HEAD), style.entity_marks(entity, reply.refs)),
        style.answer(known_for) if known_for and known_for.id not in reply.headline else None,
        style.note(entity.note),
        style.labelled("also", ", ".join(spellings), style.LABEL),
        style.labelled("id", entity.id, style.ID) if explain else None,
    )
    read_as = _read_as(reply.read_as)
    parts: list[RenderableType] = [*([read_as] if read_as else []), _framed(head)]
    quotes = once(reply.quotes, quotes=True)
    said = quotes if full else quotes[:WORDS_SAID]
    if said:
        parts.append(Text("\nTheir words" if entity.kind == "person" else "\nIts words", style.SECTION))
        parts.append(Cards(_noted(said, entity), reply.refs, quotes=True) if full else _quotations(said))
    most = min(reply.own, DEEDS) or MENTIONS
    told = once([row for row in reply.facts if full or row.id not in reply.headline])
    deeds = told if full else told[:most]
    if deeds:
        parts.append(Text("\nFacts" if full else "\nWhat is told", style.SECTION))
        parts.append(
            Cards(_noted(deeds, entity), reply.refs) if full else _sentences(deeds, (entity.name, *entity.aliases))
        )
    shown = {row.id for same in (*said, *deeds) for row in same} | ({known_for.id} if known_for else set())
    rest = [row for row in (*reply.quotes, *reply.facts) if row.id not in shown]
    if rest and not full:
        more = "1 more fact mentions" if len(rest) == 1 else f"{len(rest):,} more facts mention"
        parts.append(text(f"\n{more} {entity.name}: talks facts --about {entity.id}{stores}", style.LABEL))
    elif not said and not deeds and not known_for:
        parts.append(Text("\nNo fact here is about it."))
    if reads_as_question(reply):
        parts.append(
            text(f"\nTo ask that as a question: talks ask{stores} who {one_line(reply.query, 100)}", style.NOTE)
        )
    return Group(*parts)


def _noted(told: Sequence[Sequence[Fact]], entity: Entity) -> list[list[Fact]]:
    """Leave out the notes that the head of the card has."""
    return [[replace(row, note=None) if row.note == entity.note else row for row in same] for same in told]


def _quotations(told: Sequence[Sequence[Fact]]) -> RenderableType:
    return Group(*(Body(Text.assemble("- ", text(f"“{fact.quote}”", style.SAYS))) for fact, *_ in told))


def _sentences(told: Sequence[Sequence[Fact]], names: Sequence[str]) -> RenderableType:
    return Group(*(Body(text(f"- {style.opening(fact.answer, 150, names)}")) for fact, *_ in told))


def _candidates(reply: Profile) -> RenderableType:
    asked = f"“{one_line(reply.query, 60)}”"
    none = f"Nobody and nothing here is called {asked}. Near it:"
    heading = f"Several fit {asked}. Which one?" if reply.fits else none
    return Group(Text(heading), people(reply.candidates, reply.refs))


def people(entities: Sequence[Entity], refs: Refs) -> Grid:
    """List who is who."""
    table = Grid("Name", "Who", "Id")
    for row in entities:
        table.add_row(text(row.name, style.HEAD), style.entity_marks(row, refs), text(row.id, style.LABEL))
    return table


def fact(row: Fact, refs: Refs) -> RenderableType:
    """Show all that the store has of one fact."""
    others = [ident for ident in row.about if ident not in row.subject]
    body = stack(text(row.question, style.HEAD) if row.question else None, style.answer(row))
    marks = stack(
        None if style.quoted(row) else style.quotation(row, refs),
        style.says(row, refs),
        style.labelled("when", when(row), style.DATE),
        style.labelled("event", row.event),
        style.origin(row, refs),
        style.labelled("tells of", style.names(row.subject, refs)),
        style.labelled("also about" if row.subject else "about", style.names(others, refs)),
        style.labelled("topics", ", ".join(row.topics)),
        Text("a pair of the source's own FAQ", style.LABEL) if row.faq else None,
        style.note(row.note),
        style.labelled("id", row.id, style.ID),
        style.labelled("also asked as", "; ".join(map(one_line, row.phrasings))),
    )
    if has_code(clean(row.answer)):
        return Group(Rails(Body(body)), marks)
    return _framed(Body(stack(body, Text(" "), marks)))
