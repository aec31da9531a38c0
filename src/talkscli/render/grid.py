"""A table and a frame that break no word as long as there is room for all of them."""

from collections.abc import Sequence

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.panel import Panel
from rich.table import Column, Table
from rich.text import Text

from talkscli.render import style

BETWEEN = 3  # columns between columns

# Rich's own stand-in has bars between the columns, and so another look.
_ASCII = box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


class Grid(Table):
    """Shares its width among the columns: none gets less than its longest word, then all grow until they are full.

    Rich's own table shrinks the widest column first, and so breaks words where others have room to spare.
    """

    def __init__(self, *columns: str) -> None:
        super().__init__(
            box=box.SIMPLE_HEAD,
            header_style=style.LABEL,
            border_style=style.LABEL,
            pad_edge=False,
            show_edge=False,
        )
        for column in columns:
            self.add_column(column, overflow="fold")

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Set the columns' widths, and let Rich do the rest."""
        if options.ascii_only:
            self.box = _ASCII
        sizes = [self._size(column, console, options) for column in self.columns]
        room = options.max_width - BETWEEN * (len(sizes) - 1)
        if sum(least for least, _ in sizes) <= room < sum(most for _, most in sizes):
            for column, width in zip(self.columns, _share(room, sizes), strict=True):
                column.width = width
        yield from super().__rich_console__(console, options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Measure the width that keeps every word whole, and the one that needs no second line."""
        sizes = [self._size(column, console, options) for column in self.columns]
        between = BETWEEN * (len(sizes) - 1)
        return Measurement(between + sum(least for least, _ in sizes), between + sum(most for _, most in sizes))

    def _size(self, column: Column, console: Console, options: ConsoleOptions) -> tuple[int, int]:
        cells = [*([column.header] if self.show_header else []), *column.cells]
        sizes = [Measurement.get(console, options, cell) for cell in cells] or [Measurement(0, 0)]
        return max(size.minimum for size in sizes), max(size.maximum for size in sizes)


class Frame(Panel):
    """A panel that can be as narrow as its longest word; Rich's own asks for its longest line."""

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Measure the width that keeps every word whole, and the one that needs no second line."""
        inner = Measurement.get(console, options, self.renderable)
        return Measurement(inner.minimum + 4, inner.maximum + 4)


class Rails:
    """A panel without sides, so that what stands in it can be copied."""

    def __init__(self, body: RenderableType) -> None:
        self.body = body

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw a line, what stands in it as wide as it is, and a line."""
        line = Text(("-" if options.ascii_only else "─") * options.max_width, style.BORDER)
        yield line
        yield self.body
        yield line

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As wide as what stands in it."""
        return Measurement.get(console, options, self.body)


def _share(room: int, sizes: Sequence[tuple[int, int]]) -> list[int]:
    """Begin with the least widths and let every column that is not full grow by one until nothing is left."""
    widths = [least for least, _ in sizes]
    left = room - sum(widths)
    while left > 0:
        growing = [at for at, (_, most) in enumerate(sizes) if widths[at] < most][:left]
        for at in growing:
            widths[at] += 1
        left -= len(growing)
    return widths


def framed(body: RenderableType, border: str = style.BORDER) -> Frame:
    """Put a frame around what matters most on a screen."""
    return Frame(body, border_style=border, padding=(0, 1))
