"""What every reader makes of an article: sections of numbered blocks, each with the headings above it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from talkscli.language.identify import guess
from talkscli.language.words import fold

_SPACE = re.compile(r"\s+")
_REFERENCE = re.compile(r"\[(?:\d{1,3}|citation needed|note \d+)\]", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]|[^\\S\\s]")
QUESTION = re.compile(r"\s*(?:Q|Question|Frage|F|П|Питання|Запитання)\s*\d{0,3}\s*[:.)]\s*(?=\S)", re.IGNORECASE)
ANSWER = re.compile(r"\s*(?:A|Answer|Antwort|В|Відповідь)\s*\d{0,3}\s*[:.)]\s*(?=\S)", re.IGNORECASE)
MAX_BLOCK = 10_000  # characters: a longer paragraph is cut
MAX_HEADING = 200  # characters: a longer one is cut, as it becomes part of ids and tables


class Block(Struct, frozen=True):
    """A paragraph, a bullet, or a question with its answer."""

    text: str
    question: str | None = None
    bullet: bool = False


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
        """Give the block and what it can't be read without: a bullet's lead-in, a lead-in's bullets."""
        block, lead = self.blocks[index], self.leads[index]
        if lead != index:
            return (self.blocks[lead], block)
        if not leads_in(block):
            return (block,)
        end = index + 1
        while end < len(self.blocks) and self.leads[end] == index:
            end += 1
        return self.blocks[index:end]


class Document(Struct, frozen=True):
    """An article as read."""

    title: str | None
    sections: tuple[Section, ...]
    language: str = "en"
    url: str | None = None
    published: str | None = None


class Outline:
    """Collects headings and blocks in reading order, then gives the document."""

    def __init__(self) -> None:
        self.title: str | None = None
        self._rows: list[tuple[str | None, int | None, list[Block]]] = [(None, 0, [])]
        self._question: str | None = None  # waits for its answer

    @property
    def empty(self) -> bool:
        """True while nothing but perhaps a title was read."""
        return len(self._rows) == 1 and not self._rows[0][2]

    def heading(self, text: str, level: int | None = None) -> None:
        """Begin a section. Without a level (plain text), a heading without text is the parent of those after it."""
        text = clean(text)[:MAX_HEADING].strip()
        if not text:
            return
        if self.title is None and self.empty:
            self.title = text
        self._question = None
        self._rows.append((text, level, []))

    def block(self, text: str, *, question: str | None = None, bullet: bool = False) -> None:
        """Add a block to the section at hand; one without any letter or digit is dropped."""
        for part in _portions(clean(text)):
            if any(map(str.isalnum, part)):
                self._rows[-1][2].append(Block(part, clean(question)[:MAX_HEADING] if question else None, bullet))
                question = None

    def paragraph(self, text: str, *, bullet: bool = False, stressed: bool = False) -> None:
        """Add a paragraph as it stands in Markdown or HTML; "Q: …?" or a stressed question waits for its answer."""
        if self._question is not None:
            self.block(unmarked(text), question=self._question)
            self._question = None
            return
        first, _, rest = text.strip().partition("\n")
        asked = QUESTION.match(first)
        if not (asked or stressed) or not first.rstrip().endswith("?"):
            self.block(text, bullet=bullet)
        elif rest.strip():
            self.block(unmarked(rest), question=first[asked.end() :] if asked else first)
        else:
            self._question = first[asked.end() :] if asked else first

    def row(self, header: list[str], cells: list[str]) -> None:
        """Add a row of a table, each cell with the head of its column."""
        pairs = zip(header, cells, strict=False) if header else (("", cell) for cell in cells)
        self.block("; ".join(f"{head}: {cell}" if head else cell for head, cell in pairs if cell), bullet=True)

    def blocks(self) -> list[Block]:
        """Give the blocks of the section at hand, to be changed in place."""
        return self._rows[-1][2]

    def asked(self) -> set[str]:
        """Give the questions that the text shows as headings or before answers, folded."""
        rows = [(heading, *(block.question for block in blocks)) for heading, _, blocks in self._rows]
        return {fold(text) for row in rows for text in row if text}

    def document(self, **told: str | None) -> Document:
        """Give the document: sections that have text, each with the headings above it."""
        sections: list[Section] = []
        above: list[tuple[int, str]] = []
        for heading, level, blocks in self._rows:
            if heading is None:
                trail: tuple[str, ...] = ()
            else:
                rank = level if level is not None else (2 if blocks else 1)
                above = [(r, h) for r, h in above if r < rank]
                trail = tuple(h for _, h in above)
                if heading != self.title:
                    above.append((rank, heading))
            if blocks:
                sections.append(Section(heading, tuple(blocks), trail, _leads(blocks)))
        sample = " ".join(block.text[:500] for section in sections[:8] for block in section.blocks[:4])
        document = Document(self.title, tuple(sections), language=guess(sample))
        return replace(document, **{k: v for k, v in told.items() if v is not None})


def _portions(text: str) -> Iterator[str]:
    """Cut a text without end into blocks of bounded length, so that no rule takes long over it."""
    start = 0
    while len(text) - start > MAX_BLOCK:
        end = text.rfind(" ", start, start + MAX_BLOCK)
        end = end if end > start else start + MAX_BLOCK
        yield text[start:end].strip()
        start = end
    yield text[start:].strip()


def unmarked(answer: str) -> str:
    """Give an answer without the "A:" before it."""
    mark = ANSWER.match(answer)
    return answer[mark.end() :] if mark else answer


def _leads(blocks: Sequence[Block]) -> tuple[int, ...]:
    found: list[int] = []
    for index, block in enumerate(blocks):
        lead = index
        if block.bullet and index:
            before = found[-1] if blocks[index - 1].bullet else index - 1
            lead = before if leads_in(blocks[before]) else index
        found.append(lead)
    return tuple(found)


def leads_in(block: Block) -> bool:
    """Tell whether a block announces the list that follows it."""
    return not block.bullet and block.text.endswith(":")


def clean(text: str) -> str:
    """Give `text` on one line, composed (NFC), without control signs, invisible signs and note marks such as [1]."""
    if text.isascii() and text.isprintable():
        text = text if "[" not in text else _REFERENCE.sub("", text)
        return _SPACE.sub(" ", text).strip() if "  " in text else text.strip()
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = _SPACE.sub(" ", _REFERENCE.sub("", text))
    if not text.isprintable():  # spaces that are not plain ones are gone by now
        text = "".join(c for c in text if c.isprintable())
    return text.strip()
