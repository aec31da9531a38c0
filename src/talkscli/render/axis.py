"""The timeline as a picture: a time axis to scale, intervals as bars, single dates as points."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from talkscli.language import calendar
from talkscli.render import style

MOST_ROWS = 30  # more dates than fit a screen are drawn as one row of heights

_Ordinal = int
_UNICODE = {
    "bar": "━",
    "point": "●",
    "year": "╌",
    "left": "├",
    "tick": "┼",
    "right": "┤",
    "line": "─",
    "heights": " ▁▂▃▄▅▆▇█",
}
_ASCII = {
    "bar": "=",
    "point": "*",
    "year": ".",
    "left": "+",
    "tick": "+",
    "right": "+",
    "line": "-",
    "heights": " .:-=+*#@",
}
_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)


class Axis:
    """Draws dates, each an EDTF date with the words that people read for it, in order."""

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        seen: dict[str, str] = {}
        for edtf, words in rows:
            seen.setdefault(edtf, words)  # facts of one date share a row
        self._rows = sorted(((calendar.parse(edtf), edtf, words) for edtf, words in seen.items()))

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Any width will do."""
        return Measurement(1, options.max_width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw for the width and the encoding that there is."""
        if not self._rows:
            return
        signs = _ASCII if options.ascii_only else _UNICODE
        crowded = len(self._rows) > MOST_ROWS
        labels = [] if crowded else [self._label(edtf, words, options.max_width // 3) for _, edtf, words in self._rows]
        margin = max((cell_len(label) for label in labels), default=0) + (2 if labels else 0)
        scale = _Scale(self._rows[0][0].first, max(span.last for span, _, _ in self._rows), options.max_width - margin)
        yield Text(" " * margin + scale.numbers(), no_wrap=True)
        yield Text(" " * margin + scale.line(signs), style.LABEL, no_wrap=True)
        if crowded:
            yield Text(self._heights(scale, signs["heights"]), style.BORDER, no_wrap=True)
        for label, (span, edtf, _) in zip(labels, self._rows, strict=False):
            yield Text.assemble(set_cell_size(label, margin), scale.mark(span, edtf, signs), no_wrap=True)
        yield self._legend(signs, crowded=crowded)

    @staticmethod
    def _label(edtf: str, words: str, room: int) -> str:
        """Take the source's words if there is room, else the date in words, else the date."""
        fitting = (label for label in (words, calendar.say(edtf), edtf) if cell_len(label) <= room)
        return next(fitting, edtf)

    def _heights(self, scale: "_Scale", levels: str) -> str:
        counts = [0] * scale.width
        for span, _, _ in self._rows:
            for column in range(scale.column(span.first.toordinal()), scale.end(span) + 1):
                counts[column] += 1
        top = len(levels) - 1
        return "".join(levels[-(-count * top // max(counts))] for count in counts)

    def _legend(self, signs: dict[str, str], *, crowded: bool) -> Text:
        if crowded:
            return Text(f"{len(self._rows)} dates; the higher, the more at that time\n", style.LABEL)
        shapes = {_shape(edtf) for _, edtf, _ in self._rows}
        meaning = {"bar": "from – to", "point": "day or month", "year": "some time in that year"}
        return Text(
            "   ".join(f"{signs[s]} {words}" for s, words in meaning.items() if s in shapes) + "\n", style.LABEL
        )


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
        for step in _YEARS:
            start = first.year // step * step
            count = -(-(last.year + 1 - start) // step)
            if (count + 1) * 6 <= self.width or step == _YEARS[-1]:
                break
        years = [start + step * n for n in range(count + 1)]
        return [_day(year, 1) for year in years], [str(year) for year in years]

    def column(self, day: _Ordinal) -> int:
        """Give the column of a day."""
        return min((day - self._low) * (self.width - 1) // (self._high - self._low), self.width - 1)

    def end(self, span: calendar.Span) -> int:
        """Give the last column of a span: one before the next begins, but never before its own first."""
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

    def mark(self, span: calendar.Span, edtf: str, signs: dict[str, str]) -> Text:
        """Draw one date: a bar, a point in the middle of its month, or all of its year."""
        shape = _shape(edtf)
        start, end = self.column(span.first.toordinal()), self.end(span)
        if shape == "point":
            start = end = (start + end) // 2
        colour = {"bar": style.BORDER, "point": style.DATE, "year": style.NOTE}[shape]
        return Text.assemble(" " * start, (signs[shape] * (end - start + 1), colour))


def _day(year: int, month: int) -> _Ordinal:
    """Count the days to a first of the month; the year 10000 is the end of the calendar."""
    if year > 9999:
        return date.max.toordinal() + 1
    return date(max(year, 1), month, 1).toordinal()
