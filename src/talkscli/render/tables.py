"""The screens for many things: facts, entities, sources, what build and check report."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.text import Text

from talkscli import dates
from talkscli.model import Entity, Fact
from talkscli.render import style
from talkscli.render.axis import Axis
from talkscli.render.grid import Grid
from talkscli.render.style import line, stack, text
from talkscli.results import Listing, Refs, SourceRow

if TYPE_CHECKING:
    from talkscli.build import Built
    from talkscli.check import Report, Uncited

KINDS = {
    "person": "Persons",
    "country": "Countries",
    "organisation": "Organisations",
    "place": "Places",
    None: "Others",
}
PART = 200  # facts that are laid out at a time
WIDE = 100  # from here on there is room for a second column


class Cards:
    """Facts, one under the other; on a wide screen with their marks beside them."""

    def __init__(self, facts: Sequence[Fact], refs: Refs, *, dated: bool = False, quotes: bool = False) -> None:
        self.facts, self.refs, self.dated, self.quotes = facts, refs, dated, quotes

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay the table out for the width that there is."""
        yield self._table(options.max_width)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Give the width that keeps every word whole."""
        return Measurement.get(console, options, self._table(0))

    def _table(self, width: int) -> Grid:
        wide = width >= WIDE
        table = Grid(*(["When"] if self.dated else []), "Fact", *(["Where"] if wide else []), rows_apart=True)
        table.columns[-1].max_width = width * 2 // 5 if wide else None
        for fact in self.facts:
            when = [text(style.when(fact), style.DATE)] if self.dated else []
            body = (style.quote_body if self.quotes else style.fact_body)(fact, self.refs)
            marks = style.fact_marks(fact, self.refs, says_so=not self.quotes, dated=not self.dated)
            table.add_row(*when, *([body, marks] if wide else [stack(body, marks)]))
        return table


class _Line:
    """A line between two parts of a list, as between two rows; Rich's own Rule knows no ASCII."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw it."""
        yield Text(("-" if options.ascii_only else "─") * options.max_width, style.LABEL)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Any width will do."""
        return Measurement(1, options.max_width)


def listing(rows: Listing, *, timeline: bool = False, quotes: bool = False) -> list[RenderableType]:
    """Show facts in their order; a timeline with its axis above, quotations first of all.

    A long list comes in several parts, so that its beginning need not wait for its end.
    """
    parts: list[RenderableType] = []
    if timeline:
        parts.append(Axis([(fact.date, style.when(fact)) for fact in rows.facts if fact.date]))
    for start in range(0, len(rows.facts), PART):
        if start:
            parts.append(_Line())
        parts.append(Cards(rows.facts[start : start + PART], rows.refs, dated=timeline, quotes=quotes))
    return [*parts, Text(), _count(rows)]


def _count(rows: Listing) -> Text:
    counted = Text(_number(len(rows.facts), "fact"), style.LABEL)
    if len(rows.refs.sources) != 1:
        return counted
    source = next(iter(rows.refs.sources.values()))
    title, published = source.title or source.id, _published(source.published)
    return line(counted, style.labelled("from:", title, style.LABEL), text(published, style.LABEL))


def _number(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _published(value: str | None) -> str:
    return dates.say(value) if value else "undated"


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
    summary = stack(
        text(f"{'Would write' if dry_run else 'Wrote'} {result.store}", style.HEAD),
        line(
            text(_number(result.facts, "fact")),
            text(_number(result.entities, "entity", "entities")),
            text(_number(result.sources, "source")),
        ),
        text(f"{len(result.added)} added, {len(result.removed)} removed, {len(result.kept)} kept"),
    )
    return Group(Cards(result.preview, Refs({}, {})), Text(), summary) if dry_run else summary


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
