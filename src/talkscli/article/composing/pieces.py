"""What a reader finds, piece by piece, before it is known what answers what."""

from typing import Literal

from msgspec import Struct

Via = Literal["heading", "bold", "summary", "term", "button", "head", "mark"]


class Piece(Struct):
    """A heading, a question or a part of the text, as a reader found it."""

    kind: Literal["heading", "ask", "end", "text", "item", "code"]
    text: str = ""
    level: int | None = None
    """Of a heading; of an item, how deep its list stands in other lists (0 for none)."""
    mark: str = ""
    """What an item began with: "- ", "3. "."""
    via: Via = "heading"
    """What a question was set as; the end of its answer names the same."""
    sure: bool = False
    """A question is one, whatever its sign."""
    cells: tuple[str, ...] = ()
    """Of an item that is a row of a table with heads: what its cells hold."""
    beside: bool = False
    """It stands beside the text, as a caption does."""


def is_line(piece: Piece) -> bool:
    """Tell whether a piece is a text of one line."""
    return piece.kind == "text" and "\n" not in piece.text
