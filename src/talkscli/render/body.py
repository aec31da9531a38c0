"""Text that keeps its shape: lists hang from their marks, and code is never broken, so that it can be copied."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from talkscli.language.marks import CODE_INDENT, FENCE, ITEM

CODE = "cyan"


def has_code(text: str) -> bool:
    """Tell whether lines of a text must stay as they are."""
    return any(code for _, code in _lines(Text(text)))


def laid(text: Text, console: Console, width: int) -> list[Text]:
    """Lay a text out in lines.

    Args:
        text: The text, with line feeds where it has lines of its own.
        console: What it is drawn on.
        width: The columns to fill. Code may be wider: a terminal breaks it where it ends, and copies it whole.

    Returns:
        The lines.
    """
    out: list[Text] = []
    for row, code in _lines(text):
        if code:
            row.stylize(CODE)
            out.append(row)
            continue
        mark = ITEM.match(row.plain)
        indent = min(cell_len(mark[0]) if mark else len(row.plain) - len(row.plain.lstrip()), width // 2)
        if not indent:
            out += row.wrap(console, width, overflow="fold")
            continue
        start = mark.end() if mark else len(row.plain) - len(row.plain.lstrip())
        head, rest = row.divide([start])
        for number, part in enumerate(rest.wrap(console, max(width - indent, 1), overflow="fold")):
            out.append(head + part if not number else Text(" " * indent) + part)
    return out


def least(text: Text) -> int:
    """Measure the longest word outside of code."""
    return max((cell_len(word) for row, code in _lines(text) if not code for word in row.plain.split()), default=0)


def _lines(text: Text) -> Iterator[tuple[Text, bool]]:
    """Yield each line, and whether it is code; the fences around code are not shown."""
    fenced, before = False, True
    for row in text.split("\n", allow_blank=True):
        plain = row.plain
        if FENCE.match(plain):
            fenced = not fenced
            continue
        code = fenced or (before and bool(plain.strip()) and plain.startswith(CODE_INDENT) and not ITEM.match(plain))
        before = not plain.strip() or (code and not fenced)
        yield row, code


class Hanging:
    """A text beside its head: its further lines stand below its first."""

    def __init__(self, head: Text, body: Text, indent: int | None = None) -> None:
        """Take both, and how far the further lines are indented if not as far as the head is long."""
        self.head, self.body, self.indent = head, body, head.cell_len if indent is None else indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw line by line."""
        indent = min(self.indent, options.max_width // 2)
        for number, row in enumerate(laid(self.body, console, options.max_width - indent)):
            yield Text.assemble(Text(" " * indent) if number else self.head, row, no_wrap=True, overflow="ignore")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As narrow as the longest word beside the head, as wide as the longest line."""
        size, beside = Body(self.body).__rich_measure__(console, options), max(self.head.cell_len, self.indent)
        return Measurement(size.minimum + beside, size.maximum + beside)


class Body:
    """A text that is drawn so."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw line by line."""
        for row in laid(self.text, console, options.max_width):
            row.no_wrap, row.overflow = True, "ignore"
            yield row

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As narrow as its longest word, as wide as its longest line."""
        lines = [cell_len(row.plain) for row, code in _lines(self.text) if not code]
        return Measurement(least(self.text), max([*lines, 1]))
