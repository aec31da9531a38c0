"""Help pages: a sentence, an example, the usage, then panels; drawn as all else is."""

from collections.abc import Iterable
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from talkscli.render import output, style
from talkscli.render.console import draw
from talkscli.render.grid import Frame

WIDEST = 100


def show(command: Any, ctx: Any) -> None:
    """Print the help page of a command."""
    colour = bool(ctx.obj and ctx.obj.colour)
    width = min(output.width(), WIDEST)
    edge, encoding = output.has_edge(), output.encoding()
    page = draw(_page(command, ctx, width), width, colour=colour, encoding=encoding, edge=edge)
    output.emit(page.removesuffix("\n"))  # Click ends the last line


def _page(command: Any, ctx: Any, width: int) -> RenderableType:
    told, _, example = command.help.partition("Example: ")
    parts: list[RenderableType] = [
        Text(" ".join(told.split())),
        Text(),
        Text.assemble(("Example: ", style.LABEL), (example.strip(), style.HEAD)),
        Text.assemble(("Usage: ", style.LABEL), _usage(command, ctx)),
        Text(),
    ]
    panels = _panels(command, ctx)
    several = hasattr(command, "commands")
    names = [name for rows in panels.values() for name, _ in rows]
    for title, rows in panels.items():  # what they mean stands in one column, or in two: of commands and of options
        alike = [name for name in names if not several or name.startswith("-") == rows[0][0].startswith("-")]
        parts.append(_panel(title, rows, min(max(map(len, alike)), width // 2)))
    if several:
        parts.append(Text.assemble(("\nHelp on a command: ", style.LABEL), "talks ask --help"))
    return Group(*parts)


def _usage(command: Any, ctx: Any) -> str:
    if hasattr(command, "commands"):
        return f"{ctx.command_path} COMMAND [OPTIONS]"
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    words = [each.metavar if each.required else f"[{each.metavar}]" for each in arguments]
    needed = [each for each in command.params if each.required and each not in arguments]
    words += [f"{min(each.opts, key=len)} {each.metavar}" for each in needed]
    return " ".join([ctx.command_path, *words, "[OPTIONS]"])


def _panels(command: Any, ctx: Any) -> dict[str, list[tuple[str, str]]]:
    """Return names and what they mean, by the title of their panel."""
    panels: dict[str, list[tuple[str, str]]] = {}
    several = getattr(command, "commands", {})
    for name, each in several.items():
        panels.setdefault(each.rich_help_panel, []).append((name, each.help.partition("\n")[0]))
    for each in command.get_params(ctx):
        argument = each.param_type_name == "argument"
        title = None if several else getattr(each, "rich_help_panel", None)
        title = title or ("Arguments" if argument else "Options")
        row = (each.metavar if argument else _names(each), each.help or "")
        panels.setdefault(title, []).append(row)
    return panels


def _names(option: Any) -> str:
    """Return the names of an option and what it takes: "-o, --output STORE"."""
    names = ", ".join(sorted(option.opts, key=len))
    return f"{names} {option.metavar}" if option.metavar else names


def _panel(title: str, rows: Iterable[tuple[str, str]], indent: int) -> Frame:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=indent, overflow="fold")
    table.add_column(overflow="fold")
    for name, meaning in rows:
        table.add_row(Text(name, style.ID), Text(meaning))
    return Frame(table, title=Text(title), title_align="left", border_style=style.LABEL)
