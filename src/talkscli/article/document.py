"""What every reader makes of an article: sections of numbered blocks, each with the headings above it."""

from msgspec import Struct


class Block(Struct, frozen=True, gc=False):
    """A paragraph with the code that belongs to it, a bullet, or a question with its whole answer."""

    text: str
    """Keeps line breaks; parts stand apart by a blank line, items begin with their mark, code with four spaces."""
    question: str | None = None
    bullet: bool = False
    """An item of a list or a row of a table; its text is without its mark."""
    cells: tuple[str, ...] = ()
    """Of a row of a table with heads: what its cells hold, without the heads."""


class Section(Struct, frozen=True):
    """A heading and the blocks under it; blocks are cited by their number, counted from 1."""

    heading: str | None
    """None for text above the first heading."""
    blocks: tuple[Block, ...]
    above: tuple[str, ...] = ()
    """The headings that this one stands under, the outermost first, without the title."""

    leads: tuple[int, ...] = ()
    """For each block the index of the lead-in of its list ("… depends on:"), its own where there is none."""

    def around(self, index: int) -> tuple[Block, ...]:
        """Return the block and what it can't be read without: a bullet's lead-in, a lead-in's bullets."""
        block, lead = self.blocks[index], self.leads[index]
        return (self.blocks[lead], block) if lead != index else (block, *self.under(index))

    def under(self, index: int) -> tuple[Block, ...]:
        """Return the items of the list that a block leads into, with those of the lists within it."""
        end = index + 1
        while end < len(self.blocks) and index <= self.leads[end] < end:
            end += 1
        return self.blocks[index + 1 : end]


class Document(Struct, frozen=True):
    """An article as read."""

    title: str | None
    sections: tuple[Section, ...]
    language: str = "en"
    url: str | None = None
    published: str | None = None
    byline: str | None = None
    """The line that tells who wrote it, as it stands there."""
    lasting: bool = False
    """It was still changed a year after it was published: "Tuesday" is not told from the day of publication."""


def leads_in(block: Block) -> bool:
    """Tell whether a block announces the list that follows it."""
    return not block.bullet and block.text.endswith((":", "："))
