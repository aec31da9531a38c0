"""Collects what a reader finds, in reading order; the document is composed of it when all is known."""

from talkscli.article.composing import compose
from talkscli.article.composing.pieces import Piece, Via
from talkscli.article.document import Document
from talkscli.article.questions import ANSWER, QUESTION, asks, unmarked
from talkscli.article.text import MAX_HEADING, clean, clean_code

_DASHES = "-–—−_.…· "  # a cell of nothing else is empty


class Outline:
    """Takes headings, questions and text from a reader and gives the document."""

    def __init__(self, name: str = "") -> None:
        """Begin; `name` is the file's, as it may say that questions stand in it."""
        self.name = name
        self.title: str | None = None
        self.pieces: list[Piece] = []

    def heading(self, text: str, level: int | None = None) -> None:
        """Begin a section. Without a level (plain text), a heading without text is the parent of those after it."""
        text = clean(text)
        if len(text) > MAX_HEADING:
            self._add(text)
        elif any(map(str.isalnum, text)):
            self.pieces.append(Piece("heading", text, level))

    def ask(self, text: str, via: Via, *, sure: bool = False) -> None:
        """Add what may be a question that is no heading; what follows up to the next one, or its end, answers it."""
        text = clean(text)
        if len(text) > MAX_HEADING:
            self._add(text)
        elif any(map(str.isalnum, text)):
            self.pieces.append(Piece("ask", text, via=via, sure=sure or asks(text)))

    def end(self, via: Via) -> None:
        """End the answer to a question set so."""
        self.pieces.append(Piece("end", via=via))

    def text(self, lines: str) -> None:
        """Add a paragraph; its line breaks are kept. "Q: …?" is a question, and what stands after it its answer."""
        if not QUESTION.match(lines):
            self._add(lines)
            return
        first, *rest = [line for line in lines.split("\n") if line.strip()]
        if rest and not ANSWER.match(rest[0]) and not asks(first):
            self._add(lines)
            return
        if not rest and not asks(first):
            self.pieces.append(Piece("ask", clean(first), via="mark"))  # if an answer with its mark follows
            return
        self.ask(unmarked(clean(first), QUESTION), "mark", sure=True)
        if rest:
            self._add("\n".join(rest))

    def item(self, parts: str, depth: int = 0, mark: str = "- ", cells: tuple[str, ...] = ()) -> None:
        """Add an item of a list, or a row with its cells; its paragraphs and its code stand apart by blank lines."""
        if any(map(str.isalnum, parts)):
            self.pieces.append(Piece("item", parts, depth, mark, cells=cells))

    def code(self, text: str) -> None:
        """Add code, or whatever else is to be kept as it is set."""
        text = clean_code(text)
        if any(map(str.isalnum, text)):
            self.pieces.append(Piece("code", text))

    def row(self, header: list[str], cells: list[str]) -> None:
        """Add a row of a table, each cell with the head of its column; one that says nothing is left out."""
        cells = [clean(cell) for cell in cells]
        cells = ["" if not cell.strip(_DASHES) else cell for cell in cells]
        if len(cells) == 2 and asks(cells[0]) and cells[1]:
            self.ask(cells[0], "mark", sure=True)
            self.text(cells[1])
            self.end("mark")
            return
        if any(header):
            heads = [clean(head) for head in header[: len(cells)]] + [""] * (len(cells) - len(header))
            same = [cell.casefold() == head.rstrip(":").casefold() for head, cell in zip(heads, cells, strict=True)]
            cells = ["" if alike else cell for alike, cell in zip(same, cells, strict=True)]
            shown = [
                f"{head.rstrip(':')}: {cell}" if head else cell for head, cell in zip(heads, cells, strict=True) if cell
            ]
        else:
            shown = [cell for cell in cells if cell]
        full = tuple(filter(None, cells)) if any(header) else ()
        self.item("; ".join(shown) if any(header) or len(shown) != 2 else ": ".join(shown), cells=full)

    def document(self, **told: str | None) -> Document:
        """Return the document: sections that have text, each with the headings above it."""
        return compose.document(self.title, self.pieces, self.name, told)

    def _add(self, lines: str) -> None:
        text = "\n".join(filter(None, map(clean, lines.split("\n"))))
        if any(map(str.isalnum, text)):
            self.pieces.append(Piece("text", text))
