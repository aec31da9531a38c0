"""Rich, tied down: it writes into a string, for the width, colour and encoding that it is told."""

import io
import re

from rich.console import Console, RenderableType
from rich.measure import Measurement

from talkscli.render.clean import GLUE

WHOLE_WORDS_UP_TO = 400  # a pipe has no edge, but a word of a megabyte is not made a table of that width

_BLANKS = re.compile(r"(?: |\x1b\[[0-9;]*m)+$", re.MULTILINE)  # at the end of a line, with what ends its colours


class _Page(io.StringIO):
    """Tells Rich which encoding it draws for: without Unicode it takes ASCII boxes."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding


def console(width: int, *, colour: bool, encoding: str = "utf-8", record: bool = False) -> Console:
    """Make a console that asks neither the environment nor the terminal anything."""
    return Console(
        file=_Page(encoding),
        width=width,
        height=100,
        force_terminal=colour,
        color_system="standard" if colour else None,  # None: no bold, no links either
        no_color=False,
        legacy_windows=False,
        force_jupyter=False,
        markup=False,
        emoji=False,
        highlight=False,
        record=record,
        _environ={},
    )


def draw(what: RenderableType, width: int, *, colour: bool, encoding: str = "utf-8", edge: bool = True) -> str:
    """Draw anything that rich can show.

    Args:
        what: What is drawn.
        width: Columns to fill.
        colour: Whether it has colours and other styles.
        encoding: Only signs that this can write are used for frames and rules.
        edge: Whether there is an edge at `width`; without one (a pipe), long words widen it instead of being broken.

    Returns:
        The lines as they are written.
    """
    page = console(width, colour=colour, encoding=encoding)
    if not edge:
        needed = Measurement.get(page, page.options.update_width(WHOLE_WORDS_UP_TO), what).minimum
        page.width = max(width, min(needed, WHOLE_WORDS_UP_TO))
    page.print(what, crop=False)  # code is as wide as it is
    shown: str = page.file.getvalue().replace(GLUE, " ")  # type: ignore[attr-defined]
    return _BLANKS.sub(lambda blanks: blanks[0].replace(" ", ""), shown)
