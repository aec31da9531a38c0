"""A heading with its blocks, under making, and an answer set as one text."""

from collections.abc import Sequence

from talkscli.article.composing.pieces import Piece
from talkscli.article.document import Block, leads_in
from talkscli.article.text import portions


class Row:
    """A heading with its blocks, under making."""

    def __init__(self, heading: str | None, level: int | None) -> None:
        self.heading = heading
        self.level = level
        self.blocks: list[Block] = []
        self.depths: list[int] = []
        self._counted: list[bool] = []

    def add(self, block: Block, depth: int = 0, *, counted: bool = False) -> None:
        """Add a block, cut where it is without end; the items of one list are all counted, or none is."""
        question = block.question
        for text in portions(block.text):
            if any(map(str.isalnum, text)):
                self.blocks.append(Block(text, question, block.bullet, block.cells))
                self.depths.append(depth)
                self._counted.append(counted)
                question = None

    def leads(self) -> tuple[int, ...]:
        """Return for each block the index of its lead-in: the block or the item above its list that ends with ":"."""
        found: list[int] = []
        open_: list[tuple[int, int]] = []  # depth and index of the lead-ins that stand above the block at hand
        kinds: dict[int, bool] = {}  # depth -> whether the items of the list are counted
        for index, (block, depth) in enumerate(zip(self.blocks, self.depths, strict=True)):
            if not block.bullet or block.question:
                open_ = [(-1, index)] if leads_in(block) else []
                kinds = {}
                found.append(index)
                continue
            kinds = {d: kind for d, kind in kinds.items() if d <= depth}
            counted = self._counted[index]
            above = max((d for d in kinds if d < depth), default=-1)
            if kinds.setdefault(depth, counted) != counted:  # another list begins
                open_ = [(d, i) for d, i in open_ if 0 <= d <= above]
                kinds[depth] = counted
            open_ = [(d, i) for d, i in open_ if d < depth]
            found.append(open_[-1][1] if open_ else index)
            if block.text.endswith((":", "：")):
                open_.append((depth, index))
        return tuple(found)


def joined(parts: Sequence[Piece]) -> str:
    """Set the parts of an answer below each other: items line by line, all else apart by a blank line."""
    lines: list[str] = []
    close = True  # the part goes with the one before it
    for piece in parts:
        text = piece.text
        if piece.kind == "item":
            indent = "  " * max(0, (piece.level or 1) - 1)
            text = indent + piece.mark + text.replace("\n", "\n" + indent + " " * len(piece.mark))
        lines.append(("" if not lines else "\n" if close and piece.kind == "item" else "\n\n") + text)
        close = piece.kind == "item" or text.endswith((":", "："))
    return "".join(lines)
