"""Draw a screen: on the terminal or into the pipe, and into a picture if one is asked for."""

from typing import TYPE_CHECKING

from talkscli.render import output
from talkscli.render.view import Format, View

if TYPE_CHECKING:
    from rich.console import RenderableType


def is_drawn(view: View) -> bool:
    """Tell whether a screen is seen by anybody; a program reads data alone."""
    return view.format is Format.table or view.save is not None


def draw(*parts: "RenderableType", view: View) -> None:
    """Draw the parts of a screen, one after the other."""
    from talkscli.render import console

    width = output.width()
    if view.save:
        from rich.console import Group

        from talkscli.render.save import save

        save(Group(*parts), view.save, width, view.title)
        output.complain(f"saved {view.save}")
    if view.format is Format.table:
        encoding, edge = output.encoding(), output.has_edge()
        for part in parts:
            output.emit(console.draw(part, width, colour=view.colour, encoding=encoding, edge=edge))
