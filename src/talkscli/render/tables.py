"""The screens for many things: facts, entities, sources, what build and check report."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from talkscli.language import calendar
from talkscli.lookup.brief import Brief
from talkscli.lookup.events import Event, events
from talkscli.lookup.once import once
from talkscli.lookup.results import Listing, Refs, Roll, SourceRow
from talkscli.render import style
from talkscli.render.axis import Axis, Legend, Row
from talkscli.render.body import Body, Hanging
from talkscli.render.cards import Cards, Line
from talkscli.render.cited import UNDATED, when
from talkscli.render.clean import GLUE, clean, one_line
from talkscli.render.grid import Grid
from talkscli.render.style import line, stack, text

if TYPE_CHECKING:
    from talkscli.check import Report, Uncited
    from talkscli.extract.build import Built

KINDS = {
    "person": "Persons",
    "country": "Countries",
    "organisation": "Organisations",
    "place": "Places",
    None: "Others",
}
PART = 200  # facts that are laid out at a time


def listing(rows: Listing, *, of: int = 0, quotes: bool = False, dated: bool = False) -> list[RenderableType]:
    """Show facts in their order.

    Args:
        rows: The facts.
        of: Where these are only the first of more, how many there are.
        quotes: Whether the quotations stand first.
        dated: Whether the dates stand beside.

    Returns:
        What to draw; a long list in several parts, so that its beginning need not wait for its end. Facts that say
        the same are shown once.
    """
    parts: list[RenderableType] = []
    told = once(rows.facts, dated=dated, together=quotes)
    for start in range(0, len(told), PART):
        if start:
            parts.append(Line())
        parts.append(Cards(told[start : start + PART], rows.refs, dated=dated, quotes=quotes))
    return [*parts, Text(), _count(rows, of, len(told))]


def timeline(rows: Listing, *, of: int, details: bool = False, stores: str = "") -> list[RenderableType]:
    """Show what happened on a drawn time axis, one line an event; with details, its facts below.

    Args:
        rows: Dated facts.
        of: How many there are, of which these are the first.
        details: Whether the facts are shown, too.
        stores: The options that name the stores.

    Returns:
        What to draw.
    """
    found = events(rows.facts)
    axis = picture(found)
    if details:
        return [axis, Text(), *listing(rows, of=of, dated=True)]
    shown = f"The first {len(rows.facts):,} of {_number(of, 'fact')}" if of > len(rows.facts) else _number(of, "fact")
    return [axis, Legend(axis, f"{shown}; to read them: talks timeline --details{clean(stores)}")]


def picture(found: Sequence[Event]) -> Axis:
    """Draw events on a time axis."""
    return Axis([Row(e.fact.date or "", when(e.fact, short=True), one_line(e.label)) for e in found])


def _count(rows: Listing, of: int, told: int) -> Text:
    shown = len(rows.facts)
    first = f"{shown:,} of " if of > shown else ""
    same = ", told once where they say the same" if told < shown else ""
    counted = Text(f"{first}{_number(max(of, shown), 'fact')}{same}", style.LABEL)
    if len(rows.refs.sources) != 1:
        return counted
    source = next(iter(rows.refs.sources.values()))
    published = text(calendar.say(source.published), style.LABEL) if source.published else None
    return line(counted, style.labelled("from", source.title or source.id, style.LABEL), published)


def _number(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def brief(told: Brief, *, stores: str = "", numbered: bool = False) -> RenderableType:
    """Show a story on one screen: what it is about, when what happened, who is who, what to ask.

    Args:
        told: The story.
        stores: The options that name the stores.
        numbered: Whether what to ask has numbers.

    Returns:
        What to draw.
    """
    titles = [source.title or source.id for source in told.sources]
    parts: list[RenderableType] = []
    if titles:
        more = f" and {len(titles) - 1:,} more" if len(titles) > 1 else ""
        parts.append(text(one_line(titles[0], 200) + more, style.HEAD))
    parts += [Body(text(f"- {style.opening(fact.answer, 170)}")) for fact in told.about]
    found = events(told.timeline)
    if found:
        parts += [Text(), picture(found)]
    if told.people:
        parts.append(Text())
    for entity in told.people:
        who = line(text(entity.name, style.HEAD), style.entity_marks(entity, told.refs))
        parts.append(Hanging(Text(), who, indent=2))
    if told.ask:
        parts.append(Text())
    for number, each in enumerate(told.ask, 1):
        head = ("" if number > 1 else "Ask next").ljust(9)  # on the same line: all is to fit one screen
        mark = f"{number if numbered else '-'}  "
        parts.append(Hanging(Text.assemble((head, style.SECTION), (mark, style.ID)), Text(one_line(each, 68))))
    if told.more:
        parts.append(text(f"{' ' * 9}{told.more:,} more: talks faq{stores}", style.LABEL))
    return Group(*parts)


def everyone(roll: Roll) -> RenderableType:
    """Show all entities, grouped by kind; those of which nothing but the name is known in a line."""
    table = Grid("Name", "Role", "Side", "Id")
    bare: list[RenderableType] = []
    for kind, heading in KINDS.items():
        rows = [entity for entity in roll.entities if entity.kind == kind]
        if kind != "person" and not any(entity.role or entity.side for entity in rows):
            listed = ", ".join(clean(entity.name).replace(" ", GLUE) for entity in rows)
            bare += [Hanging(Text(heading.ljust(15), style.SECTION), Text(listed, overflow="fold"))] if rows else []
            continue
        if rows:
            table.add_row(Text(heading, style.SECTION))
        for row in rows:
            side = roll.names.get(row.side, row.side) if row.side else ""
            told = (text(row.name, style.HEAD), text(row.role or ""), text(side), text(row.id, style.ID))
            table.add_row(*told, end_section=row is rows[-1])
    parts: list[RenderableType] = [table, Text()] if table.rows else []
    return Group(*parts, *bare)


def sources(rows: Sequence[SourceRow]) -> RenderableType:
    """Show the sources in use, with their sections."""
    parts: list[RenderableType] = []
    for row in rows:
        parts.append(
            stack(
                Text("") if not parts else Text(" "),
                text(row.title or row.id or "Facts that cite no source", style.HEAD),
                line(
                    text(calendar.say(row.published) if row.published else UNDATED) if row.id else None,
                    text(row.language) if row.language else None,
                    text(_number(row.facts, "fact")),
                    text(row.id, style.ID) if row.id else None,
                ),
                style.labelled("url:", row.url),
                style.labelled("file:", row.file),
                *([Text("sections:", style.LABEL)] if row.sections else []),
                *(text(f"  {section}") for section in row.sections),
            )
        )
    return Group(*parts)


def built(result: "Built", *, dry_run: bool = False) -> RenderableType:
    """Say what `build` wrote, or would write."""
    done = "Would write" if dry_run else "Wrote"
    summary = stack(
        Text(f"{done}{GLUE}{clean(result.store)}".replace(" ", GLUE), style.HEAD, overflow="fold"),
        line(
            text(_number(result.facts, "fact")),
            text(_number(result.entities, "entity", "entities")),
            text(_number(result.sources, "source")),
        ),
        text(f"{len(result.added)} added, {len(result.removed)} removed, {len(result.kept)} kept"),
    )
    made = result.preview
    return Group(Cards([(row,) for row in made.facts], Refs.of(made)), Text(), summary) if dry_run else summary


def report(result: "Report") -> RenderableType:
    """Show what `check` found."""
    parts: list[RenderableType] = []
    for heading, rows, colour in (
        ("Problems", result.problems, style.FAULT),
        ("Warnings", result.warnings, style.WARNING),
    ):
        if rows:
            table = Grid("Fact", "Field", "Problem")
            for row in rows:
                table.add_row(text(row.fact or "-", style.ID), text(row.field or "-"), text(row.problem))
            parts += [Text(f"{heading}: {len(rows)}", colour), table]
    if result.ok:
        besides = f" besides {_number(len(result.warnings), 'warning')}" if result.warnings else ""
        parts.append(Text(f"No problem found{besides}.", style.WARNING if besides else "bold green"))
    if result.uncited:
        told = f"{_number(result.uncited, 'paragraph')} not told, or not in full: --coverage shows what is left out"
        parts.append(text(told, style.LABEL))
    return Group(*parts)


def coverage(rows: Sequence["Uncited"]) -> RenderableType:
    """Show what of the article no fact tells."""
    if not rows:
        return Text("Every paragraph is told by a fact.", "bold green")
    table = Grid("Section", "¶", "Told by no fact")
    for row in rows:
        table.add_row(text(row.section or "-", style.HEAD), str(row.paragraph), text(row.text))
    return table
