"""The timeline as a picture: a time axis to scale, and on it each event with its name."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from talkscli.language import calendar
from talkscli.render import style

NARROW = 50  # columns: below, events are listed beside their dates, as a picture has no room
ROOM = 30  # columns beside a mark in which the beginning of a label is worth a line less
GAP = 2  # columns between the date and the picture

_Ordinal = int
_UNICODE = {"bar": "━", "point": "●", "year": "╌", "left": "├", "tick": "┼", "right": "┤", "line": "─"}
_ASCII = {"bar": "=", "point": "*", "year": ".", "left": "+", "tick": "+", "right": "+", "line": "-"}
_MEANING = {"point": "day or month", "year": "some time in that year", "bar": "from – to"}
_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)


class Row(NamedTuple):
    """What happened when."""

    edtf: str
    words: str
    """What people read for the date."""
    label: str


class Axis:
    """Draws events in their order, one a line where there is room."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._spans = [calendar.parse(edtf) for edtf, _, _ in rows]

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As narrow as the longest word beside the dates; any larger width will do."""
        word = max((cell_len(word) for _, _, label in self._rows for word in label.split()), default=1)
        least = self._margin(options.max_width) + max(word, 8)
        return Measurement(least, max(least, options.max_width))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw for the width and the encoding that there is."""
        if not self._rows:
            return
        if options.max_width < NARROW:
            yield from self._listed(console, options.max_width)
            return
        signs = _ASCII if options.ascii_only else _UNICODE
        margin = self._margin(options.max_width)
        first, last = min(span.first for span in self._spans), max(span.last for span in self._spans)
        scale = _Scale(first, last, options.max_width - margin)
        yield Text(" " * margin + scale.numbers(), no_wrap=True)
        yield Text(" " * margin + scale.line(signs), style.LABEL, no_wrap=True)
        before = ""
        for row, span in zip(self._rows, self._spans, strict=True):
            when = "" if row.edtf == before else _when(row.edtf, row.words, options.max_width)
            head = Text(set_cell_size(when, margin), style.DATE)
            before = row.edtf
            for number, drawn in enumerate(_labelled(scale, row, span, signs, console)):
                yield Text.assemble(head if not number else " " * margin, drawn, no_wrap=True)

    def _margin(self, width: int) -> int:
        return max((cell_len(_when(edtf, words, width)) for edtf, words, _ in self._rows), default=0) + GAP

    def _listed(self, console: Console, width: int) -> Iterator[Text]:
        """List what happened beside the dates, both in as many lines as they take."""
        room = min(max(cell_len(words) for _, words, _ in self._rows), width * 2 // 5)
        before = ""
        for edtf, words, label in self._rows:
            date = Text("" if edtf == before else words, style.DATE).wrap(console, room, overflow="fold")
            told = Text(label).wrap(console, width - room - GAP, overflow="fold")
            before = edtf
            for left, right in zip_longest(date, told, fillvalue=Text()):
                yield Text.assemble(left, " " * (room - left.cell_len + GAP), right)

    def shapes(self) -> set[str]:
        """Tell which signs are in use."""
        return {_shape(edtf) for edtf, _, _ in self._rows}


class Legend:
    """Says what the signs of an axis mean, and one more thing."""

    def __init__(self, axis: Axis, told: str) -> None:
        self._used, self._told = axis.shapes(), told

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Write it with the signs that the encoding has."""
        signs = _ASCII if options.ascii_only else _UNICODE
        drawn = options.max_width >= NARROW
        meaning = [f"{signs[shape]} {words}" for shape, words in _MEANING.items() if drawn and shape in self._used]
        yield Text("\n".join(["", *(["   ".join(meaning)] if drawn else []), self._told]), style.LABEL)


def _when(edtf: str, words: str, width: int) -> str:
    """Take the source's words for a date if there is room, else the date in words, or its beginning, else the date."""
    room = max(width // 4, min(width // 3, 16))  # "Summer 2022–2023" at 60 columns, too
    first, interval, _ = edtf.partition("/")
    begin = [f"{calendar.say(first)}…", f"{first}…"] if interval else []
    return next(
        (told for told in (words, calendar.say(edtf), *begin) if cell_len(told) <= room),
        f"{first}…" if interval else edtf,
    )


def _labelled(scale: "_Scale", row: Row, span: calendar.Span, signs: dict[str, str], console: Console) -> list[Text]:
    """Draw one event: its name stands beside its mark, on the side that has room, else below."""
    shape, label = _shape(row.edtf), row.label
    start, end = scale.column(span.first.toordinal()), scale.end(span)
    if shape == "point":
        start = end = (start + end) // 2
    mark = Text(signs[shape] * (end - start + 1), _COLOURS[shape])
    label = _shorter(label, max(scale.width - end - 2, start - 1))
    size = cell_len(label)
    if end + 2 + size <= scale.width:
        return [Text.assemble(" " * start, mark, " ", label)]
    if size + 1 <= start:
        return [Text.assemble(" " * (start - size - 1), label, " ", mark)]
    below = Text(label).wrap(console, scale.width, overflow="fold")
    if len(below) == 1:
        below[0].pad_left(min(start, scale.width - size))
    return [Text.assemble(" " * start, mark), *below]


def _shorter(label: str, room: int) -> str:
    """Cut a label that is but the beginning of something ("…") where it has room beside its mark."""
    if cell_len(label) <= room or room < ROOM or not label.endswith("…"):
        return label
    kept = label.removesuffix("…")
    while cell_len(kept) >= room and " " in kept.strip():
        kept = kept.rpartition(" ")[0]
    return f"{kept.rstrip(' ,;:–—-')}…" if cell_len(kept) < room else label


_COLOURS = {"bar": style.BORDER, "point": style.DATE, "year": style.NOTE}


def _shape(edtf: str) -> str:
    return "bar" if "/" in edtf else "year" if len(edtf) == 4 else "point"


class _Scale:
    """Days to columns, with ticks at round dates."""

    def __init__(self, first: date, last: date, width: int) -> None:
        self.width = max(width, 8)
        self._ticks, self._names = self._choose(first, last)
        self._low, self._high = self._ticks[0], self._ticks[-1]

    def _choose(self, first: date, last: date) -> tuple[list[_Ordinal], list[str]]:
        """Take the finest ticks whose names fit: months, else every so many years."""
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        for step in (1, 3, 6):
            if (months // step + 2) * 10 <= self.width:
                start = first.year * 12 + (first.month - 1) // step * step
                count = -(-(last.year * 12 + last.month - start) // step)
                marks = [divmod(start + step * n, 12) for n in range(count + 1)]
                return [_day(y, m + 1) for y, m in marks], [f"{calendar.MONTHS[m][:3]} {y}" for y, m in marks]
        step = next((step for step in _YEARS if self._years(first, last, step) * 6 <= self.width), _YEARS[-1])
        begin = first.year // step * step
        years = [begin + step * n for n in range(self._years(first, last, step))]
        return [_day(year, 1) for year in years], [str(year) for year in years]

    @staticmethod
    def _years(first: date, last: date, step: int) -> int:
        """Count the ticks that stand `step` years apart."""
        return -(-(last.year + 1 - first.year // step * step) // step) + 1

    def column(self, day: _Ordinal) -> int:
        """Find the column of a day."""
        return min((day - self._low) * (self.width - 1) // (self._high - self._low), self.width - 1)

    def end(self, span: calendar.Span) -> int:
        """Find the last column of a span: one before the next begins, but never before its own first."""
        return max(self.column(span.last.toordinal() + 1) - 1, self.column(span.first.toordinal()))

    def numbers(self) -> str:
        """Write the names of the ticks, each beginning at its tick, the last one ending at it."""
        out = [" "] * self.width
        for day, name in zip(self._ticks, self._names, strict=True):
            at = min(self.column(day), self.width - len(name))
            if all(sign == " " for sign in out[max(at - 1, 0) : at + len(name)]):
                out[at : at + len(name)] = name
        return "".join(out).rstrip()

    def line(self, signs: dict[str, str]) -> str:
        """Draw the axis itself."""
        out = [signs["line"]] * self.width
        for day in self._ticks:
            out[self.column(day)] = signs["tick"]
        out[0], out[-1] = signs["left"], signs["right"]
        return "".join(out)


def _day(year: int, month: int) -> _Ordinal:
    """Count the days to a first of the month; the year 10000 is the end of the calendar."""
    if year > 9999:
        return date.max.toordinal() + 1
    return date(max(year, 1), month, 1).toordinal()
