"""The screens for one thing: an answer, a profile, a fact."""

from msgspec.structs import replace
from rich.console import Group, RenderableType
from rich.text import Text

from talkscli.lookup.results import Answer, Profile, Refs
from talkscli.render import style
from talkscli.render.cards import Cards
from talkscli.render.clean import one_line
from talkscli.render.grid import Frame, Grid
from talkscli.render.style import line, stack, text
from talkscli.search.hits import Hit, Match
from talkscli.store.model import Fact


def answer(reply: Answer, *, explain: bool = False) -> RenderableType:
    """Show the answer, then who says so and where; or that there is none. Then further facts, each with its id."""
    parts: list[RenderableType] = [read_as] if (read_as := _read_as(reply.read_as)) else []
    if reply.answer:
        parts.append(_framed(_told(reply.answer, reply.refs, reply.confidence)))
    else:
        parts.append(_framed(Text("No answer here.", style.HEAD), style.WARNING))
    if reply.related:
        heading = "Related" if reply.answer else "The closest facts, none of which answers it:"
        parts += [Text(f"\n{heading}", style.SECTION), _hits(reply.related, reply.refs)]
    if explain:
        parts.append(_explained(reply.explained))
    return Group(*parts)


def _read_as(read: dict[str, str]) -> Text | None:
    pairs = [
        Text.assemble((one_line(typed), "italic"), " as ", (one_line(meant), style.HEAD))
        for typed, meant in read.items()
    ]
    return Text.assemble(("read ", style.LABEL), Text(", ").join(pairs)) if pairs else None


def _told(fact: Fact, refs: Refs, confidence: float) -> Text:
    return stack(
        style.answer(fact, style.HEAD),
        None if style.quoted(fact) else style.quotation(fact, refs),
        style.note(fact.note),
        Text(" "),
        style.says(fact, refs),
        style.labelled("when:", style.when(fact), style.DATE),
        style.origin(fact, refs),
        line(style.labelled("id:", fact.id, style.ID), style.labelled("sure:", f"{confidence:.2f}")),
    )


def _framed(body: Text, border: str = style.BORDER) -> Frame:
    return Frame(body, border_style=border, padding=(0, 1))


def _hits(hits: tuple[Hit, ...], refs: Refs) -> Grid:
    table = Grid("Sure", "Fact")
    table.expand, table.columns[-1].ratio = True, 1  # as wide as the frame above, however short the facts are
    for hit in hits:
        fact = hit.fact
        body = stack(
            text(fact.question, style.HEAD) if fact.question else None,
            style.answer(fact),
            line(text(fact.id, style.ID), style.says(fact, refs)),
        )
        table.add_row(Text(f"{hit.confidence:.2f}", style.LABEL), body)
    return table


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


def profile(reply: Profile) -> RenderableType:
    """Show one person, country, organisation or place; or those that may be meant."""
    if reply.entity is None:
        return _candidates(reply)
    entity = reply.entity
    head = stack(
        text(entity.name, style.HEAD),
        style.entity_marks(entity, reply.refs) or None,
        style.labelled("also:", ", ".join(entity.aliases)),
        style.note(entity.note),
        style.labelled("id:", entity.id, style.ID),
    )
    read_as = _read_as(reply.read_as)
    parts: list[RenderableType] = [*([read_as] if read_as else []), _framed(head)]
    for heading, rows in (("Said", reply.quotes), ("Facts", reply.facts)):
        if rows:
            told = [replace(row, note=None) if row.note == entity.note else row for row in rows]  # said above
            parts += [Text(f"\n{heading}", style.SECTION), Cards(told, reply.refs, quotes=rows is reply.quotes)]
    if not reply.quotes and not reply.facts:
        parts.append(Text("\nNo fact is about it."))
    return Group(*parts)


def _candidates(reply: Profile) -> RenderableType:
    asked = f"“{one_line(reply.query, 60)}”"
    none = f"Nobody and nothing here is called {asked}. Near it:"
    heading = f"Several fit {asked}. Which one?" if reply.fits else none
    table = Grid("Name", "Who", "Id")
    for row in reply.candidates:
        table.add_row(text(row.name, style.HEAD), style.entity_marks(row, reply.refs), text(row.id, style.ID))
    return Group(Text(heading), table)


def fact(row: Fact, refs: Refs) -> RenderableType:
    """Show all that the store has of one fact."""
    about = ", ".join(style.name(ident, refs) or ident for ident in row.about)
    return _framed(
        stack(
            style.fact_body(row, refs),
            Text(" "),
            style.says(row, refs),
            style.labelled("when:", style.when(row), style.DATE),
            style.origin(row, refs),
            style.labelled("about:", about),
            style.labelled("topics:", ", ".join(row.topics)),
            Text("a pair of the source's own FAQ", style.LABEL) if row.faq else None,
            style.labelled("id:", row.id, style.ID),
            style.labelled("also asked:", " / ".join(row.phrasings)),
        )
    )
