"""Facts one under the other: laid out line by line, as a list can be long and Rich's own tables take their time."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.text import Text

from talkscli.lookup.results import Refs
from talkscli.render import style
from talkscli.render.body import laid, least
from talkscli.render.cited import when
from talkscli.render.grid import BETWEEN
from talkscli.store.model import Fact

WIDE = 100  # from here on there is room for a second column


class Cards:
    """Facts, each with its date where that matters; on a wide screen with their marks beside them.

    Those that say the same (`once`) are one card with the ids of all.
    """

    def __init__(
        self, told: Sequence[Sequence[Fact]], refs: Refs, *, dated: bool = False, quotes: bool = False
    ) -> None:
        self.told, self.refs, self.dated, self.quotes = told, refs, dated, quotes
        self._made: dict[bool, list[list[Text]]] = {}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay the facts out for the width that there is."""
        rows, widths = self._layout(options.max_width)
        between = Segment(_line(options) + "\n", console.get_style(style.LABEL))
        for number, row in enumerate(rows):
            if number:
                yield between
            columns = [laid(cell, console, room) for cell, room in zip(row, widths, strict=True)]
            for cells in zip_longest(*columns, fillvalue=_NOTHING):
                yield from _side_by_side(console, cells, widths)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Make the width that keeps every word whole; any larger one will do."""
        rows = self._rows(wide=False)
        least = sum(_least(column) for column in zip(*rows, strict=True)) + BETWEEN * (len(rows[0]) - 1) if rows else 1
        return Measurement(least, max(least, options.max_width))

    def _layout(self, width: int) -> tuple[list[list[Text]], list[int]]:
        """Make the texts and the widths of their columns: with the marks beside the facts if all words fit so."""
        if width >= WIDE:
            rows, widths = self._columns(width, wide=True)
            if all(_least(column) <= room for column, room in zip(zip(*rows, strict=True), widths, strict=True)):
                return rows, widths
        return self._columns(width, wide=False)

    def _columns(self, width: int, *, wide: bool) -> tuple[list[list[Text]], list[int]]:
        rows = self._rows(wide=wide)
        return rows, _widths(list(zip(*rows, strict=True)), width, dated=self.dated, wide=wide) if rows else []

    def _rows(self, *, wide: bool) -> list[list[Text]]:
        """Make the texts, row by row; made once, as they are measured and then laid out."""
        if wide not in self._made:
            self._made[wide] = [self._row(*facts, wide=wide) for facts in self.told]
        return self._made[wide]

    def _row(self, fact: Fact, *same: Fact, wide: bool) -> list[Text]:
        date = [style.text(when(fact), style.DATE)] if self.dated else []
        body = style.quote_body(fact, self.refs, same) if self.quotes else style.fact_body(fact, self.refs)
        marks = style.fact_marks(fact, self.refs, same, says_so=not self.quotes, dated=not self.dated)
        return [*date, *([body, marks] if wide else [style.stack(body, marks)])]


_NOTHING = Text()


def _least(column: Sequence[Text]) -> int:
    """Make the length of the longest word."""
    return max(map(least, column), default=0)


def _most(column: Sequence[Text]) -> int:
    """Make the length of the longest line."""
    return max((cell_len(line) for cell in column for line in cell.plain.split("\n")), default=0)


def _widths(columns: Sequence[Sequence[Text]], width: int, *, dated: bool, wide: bool) -> list[int]:
    """Make each column its width: to the marks a fixed share, to the dates what they need, to the facts the rest."""
    room = width - BETWEEN * (len(columns) - 1)
    marks = [width * 2 // 5] if wide else []
    facts = room - sum(marks)
    if not dated:
        return [facts, *marks]
    dates = _dates(columns[0], least_of_facts=_least(columns[1]), room=facts)
    return [dates, facts - dates, *marks]


def _dates(column: Sequence[Text], *, least_of_facts: int, room: int) -> int:
    """Make the dates what they need, but no more than half of the room, unless a word of theirs needs more."""
    word = _least(column)
    if word + least_of_facts > room:  # words will be broken: rather those of the facts
        return min(word, room // 2)
    spare = min(room - least_of_facts, room // 2)  # no word is broken
    return min(_most(column), max(word, spare))


def _side_by_side(console: Console, cells: Sequence[Text], widths: Sequence[int]) -> Iterator[Segment]:
    """Make one line of the screen."""
    for at, cell in enumerate(cells):
        segments = cell.render(console)
        if cell.style and not cell.spans:  # Rich leaves the style of such a text to whom it is a part of
            segments = Segment.apply_style(segments, console.get_style(cell.style))
        yield from segments
        if at < len(cells) - 1:
            yield Segment(" " * (max(widths[at] - cell.cell_len, 0) + BETWEEN))
    yield Segment.line()


class Line:
    """A line between two facts; Rich's own Rule knows no ASCII."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw it."""
        yield Text(_line(options), style.LABEL)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Any width will do."""
        return Measurement(1, options.max_width)


def _line(options: ConsoleOptions) -> str:
    return ("-" if options.ascii_only else "─") * options.max_width
