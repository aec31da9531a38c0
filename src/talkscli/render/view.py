"""How a result is to be shown."""

from enum import StrEnum
from pathlib import Path

from msgspec import Struct


class Format(StrEnum):
    """How a result is written."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"


class View(Struct, frozen=True):
    """How to show a result."""

    format: Format = Format.table
    colour: bool = False
    save: Path | None = None
    title: str = "talks"
    """The command line, as the picture's title."""
    full: bool = False
    """Whether facts beside the first are shown in full, as where their number was asked for."""
    numbered: bool = False
    """Whether what is offered has numbers, by which it is chosen in a conversation."""
    stores: str = ""
    """The options that name the stores, for commands that the screen tells of."""
