"""Typer's help pages, in the colours and the width that everything else has."""

import io
from typing import Any

from talkscli.render import output


def show(command: Any, ctx: Any) -> None:
    """Print the help page of a command."""
    from typer import rich_utils

    colour = bool(ctx.obj and ctx.obj.colour)
    rich_utils.COLOR_SYSTEM = "standard" if colour else None
    rich_utils.FORCE_TERMINAL = colour
    rich_utils.MAX_WIDTH = min(output.width(), 100)
    make = rich_utils._get_rich_console
    page = io.StringIO()

    def console(stderr: bool = False) -> Any:
        made = make(stderr)
        made.file = page
        return made

    rich_utils._get_rich_console = console
    try:
        rich_utils.rich_format_help(obj=command, ctx=ctx, markup_mode="rich")
    finally:
        rich_utils._get_rich_console = make
    output.emit("\n".join(line.rstrip() for line in page.getvalue().strip("\n").split("\n")))
