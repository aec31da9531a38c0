"""The screens for many things: facts, entities, sources, what build and check report."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from talkscli.language import calendar
from talkscli.lookup.results import Listing, Refs, SourceRow
from talkscli.render import style
from talkscli.render.axis import Axis
from talkscli.render.cards import Cards, Line
from talkscli.render.clean import GLUE, clean
from talkscli.render.grid import Grid
from talkscli.render.style import line, stack, text
from talkscli.store.model import Entity

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


def listing(rows: Listing, *, of: int = 0, timeline: bool = False, quotes: bool = False) -> list[RenderableType]:
    """Show facts in their order; a timeline with its axis above, quotations first of all.

    Where these are only the first of more, `of` says how many there are.

    A long list comes in several parts, so that its beginning need not wait for its end.
    """
    parts: list[RenderableType] = []
    if timeline:
        parts.append(Axis([(fact.date, style.when(fact)) for fact in rows.facts if fact.date]))
    for start in range(0, len(rows.facts), PART):
        if start:
            parts.append(Line())
        parts.append(Cards(rows.facts[start : start + PART], rows.refs, dated=timeline, quotes=quotes))
    return [*parts, Text(), _count(rows, of)]


def _count(rows: Listing, of: int) -> Text:
    shown = len(rows.facts)
    first = f"{shown:,} of " if of > shown else ""
    counted = Text(first + _number(max(of, shown), "fact"), style.LABEL)
    if len(rows.refs.sources) != 1:
        return counted
    source = next(iter(rows.refs.sources.values()))
    title, published = source.title or source.id, _published(source.published)
    return line(counted, style.labelled("from:", title, style.LABEL), text(published, style.LABEL))


def _number(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _published(value: str | None) -> str:
    return calendar.say(value) if value else "undated"


def everyone(entities: Sequence[Entity], names: dict[str, str]) -> RenderableType:
    """Show all entities, grouped by kind."""
    table = Grid("Name", "Role", "Side", "Id")
    for kind, heading in KINDS.items():
        rows = [entity for entity in entities if entity.kind == kind]
        if rows:
            table.add_row(Text(heading, style.SECTION))
        for row in rows:
            side = names.get(row.side, row.side) if row.side else ""
            told = (text(row.name, style.HEAD), text(row.role or ""), text(side), text(row.id, style.ID))
            table.add_row(*told, end_section=row is rows[-1])
    return table


def sources(rows: Sequence[SourceRow]) -> RenderableType:
    """Show the sources in use, with their sections."""
    parts: list[RenderableType] = []
    for row in rows:
        parts.append(
            stack(
                Text("") if not parts else Text(" "),
                text(row.title or row.id or "Facts that cite no source", style.HEAD),
                line(
                    text(_published(row.published)) if row.id else None,
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
    return Group(Cards(made.facts, Refs.of(made)), Text(), summary) if dry_run else summary


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
        parts.append(Text("No problem found.", "bold green"))
    return Group(*parts)


def coverage(rows: Sequence["Uncited"]) -> RenderableType:
    """Show what of the article no fact cites."""
    if not rows:
        return Text("Every paragraph is cited by a fact.", "bold green")
    table = Grid("Section", "¶", "Cited by no fact")
    for row in rows:
        table.add_row(text(row.section or "-", style.HEAD), str(row.paragraph), text(row.text))
    return table
