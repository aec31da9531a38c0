"""A Rich table that breaks no word as long as there is room for all of them."""

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.table import Column, Table

from talkscli.render import style

BETWEEN = 3  # a space, the box's own sign, a space


class Grid(Table):
    """Shares its width among the columns: none gets less than its longest word, then all grow until they are full.

    Rich's own table shrinks the widest column first, and so breaks words where others have room to spare.
    """

    def __init__(self, *columns: str, rows_apart: bool = False) -> None:
        super().__init__(
            box=box.HORIZONTALS if rows_apart else box.SIMPLE_HEAD,
            show_lines=rows_apart,
            show_header=not rows_apart,
            expand=rows_apart,
            header_style=style.LABEL,
            border_style=style.LABEL,
            pad_edge=False,
            show_edge=False,
        )
        for column in columns:
            self.add_column(column, overflow="fold")

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Set the columns' widths, and let Rich do the rest."""
        sizes = [self._size(column, console, options) for column in self.columns]
        room = options.max_width - BETWEEN * (len(sizes) - 1)
        if sum(size.minimum for size in sizes) <= room < sum(size.maximum for size in sizes):
            for column, width in zip(self.columns, _share(room, sizes), strict=True):
                column.width = width
        yield from super().__rich_console__(console, options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Give the width that keeps every word whole, and the one that needs no second line."""
        sizes = [self._size(column, console, options) for column in self.columns]
        between = BETWEEN * (len(sizes) - 1)
        return Measurement(between + sum(s.minimum for s in sizes), between + sum(s.maximum for s in sizes))

    def _size(self, column: Column, console: Console, options: ConsoleOptions) -> Measurement:
        cells = [*([column.header] if self.show_header else []), *column.cells]
        sizes = [Measurement.get(console, options, cell) for cell in cells] or [Measurement(0, 0)]
        least = max(size.minimum for size in sizes)
        most = max(size.maximum for size in sizes)
        return Measurement(least, max(least, min(most, column.max_width or most)))


def _share(room: int, sizes: list[Measurement]) -> list[int]:
    """Begin with the least widths and let every column that is not full grow by one until nothing is left."""
    widths = [size.minimum for size in sizes]
    left = room - sum(widths)
    while left > 0:
        growing = [at for at, size in enumerate(sizes) if widths[at] < size.maximum][:left]
        for at in growing:
            widths[at] += 1
        left -= len(growing)
    return widths
