"""From pieces to the document: what is the title, which headings ask, what answers them, which section stands where."""

import re
from collections.abc import Sequence
from functools import cached_property

from msgspec.structs import replace

from talkscli.article.composing import opening, trim
from talkscli.article.composing.lines import listed
from talkscli.article.composing.pieces import Piece, is_line
from talkscli.article.composing.rows import Row, joined
from talkscli.article.composing.scopes import CONTENT, Scopes, is_question
from talkscli.article.dates import titled
from talkscli.article.document import Block, Document, Section, leads_in
from talkscli.article.questions import ANSWER, QUESTION, asks, names_faq, plain_question, unmarked
from talkscli.language import offices
from talkscli.language.identify import guess
from talkscli.language.quotations import CLOSING
from talkscli.language.vocabulary import given_names

_BYLINE = re.compile(r"([A-ZÀ-Ž][\w’'-]+)(?:\s[A-ZÀ-Ž][\w.’'-]*){1,3},\s(?:[\w’'-]+\s){0,5}([\w-]+)")
_FEW, _LONG = 2, 1500  # lines that ask, characters of an answer
_LOWEST = 9  # the level of a line in bold letters that stands above text


def document(title: str | None, pieces: list[Piece], name: str, told: dict[str, str | None]) -> Document:
    """Compose the document of what a reader found; `told` is what it knows besides."""
    pieces, released = trim.without_notice(pieces)
    if title is None:
        title = trim.title(pieces)
    pieces, dated, written = opening.without_front(trim.without_links(trim.without_contents(pieces, title)), title)
    pieces = trim.with_hours(trim.without_captions(trim.without_tail(pieces)))
    told["published"] = told.get("published") or dated or released or titled(title)
    told["byline"] = told.get("byline") or written
    sections = _Composer(title, pieces, name).run()
    sample = " ".join(block.text[:500] for section in sections[:8] for block in section.blocks[:4])
    language = guess(sample, told.pop("language", None))
    made = Document(title, tuple(sections), language=language)
    return replace(made, **{key: value for key, value in told.items() if value is not None})


class _Composer:
    def __init__(self, title: str | None, pieces: Sequence[Piece], name: str) -> None:
        self.title = title
        self.pieces = pieces
        self.rows = [Row(None, 0)]
        self._asked: Piece | None = None
        self._in_list = False  # the heading that asks stands in a list of questions
        self._answer: list[Piece] = []
        self._term = ""  # waits for what it means
        self._joins = False  # code goes with the paragraph before it
        self._scopes = Scopes(pieces, title, name)

    def run(self) -> list[Section]:
        """Take the pieces one after the other, and return the sections that they make."""
        for index, piece in enumerate(self.pieces):
            if piece.kind == "heading":
                self._heading(index, piece)
            elif self._asked and self._is_byline(index):
                self._close()
                self._term = piece.text  # stands before what that one writes
            elif piece.kind == "ask":
                self._ask(index, piece)
            elif piece.kind == "end":
                if self._asked and self._asked.via == piece.via:
                    self._close()
                self._flush_term()
            elif self._scopes.bare[index]:
                question, _, rest = piece.text.partition("\n")
                self._ask(index, Piece("ask", question, via="mark", sure=True))
                if rest:
                    self._answer.append(Piece("text", rest.lstrip("\n")))
            elif self._asked:
                if not self._is_lone_link(index):
                    self._answer.append(piece)
            else:
                self._block(piece)
        self._close()
        self._flush_term()
        return self._sections()

    def _is_byline(self, index: int) -> bool:
        """Tell whether a line within an answer says who wrote what follows: "Anna Berg, Kella correspondent"."""
        piece, before, behind = self.pieces[index], self.pieces[index - 1], self.pieces[index + 1 : index + 2]
        line = is_line(piece) or (piece.kind == "ask" and piece.via == "bold" and not piece.sure)
        named = _BYLINE.fullmatch(piece.text) if line else None
        given = named is not None and named[1] in given_names() and offices.is_person(named[2].lower())
        return given and not before.text.endswith(CLOSING) and bool(behind) and behind[0].kind == "text"

    def _is_lone_link(self, index: int) -> bool:
        """Tell whether the only item between two texts of an answer asks what stands elsewhere."""
        around = (*self.pieces[index - 1 : index], *self.pieces[index + 1 : index + 2])
        alone = len(around) == 2 and all(piece.kind == "text" for piece in around)
        return alone and self.pieces[index].kind == "item" and asks(self.pieces[index].text)

    # where questions are

    def _asks(self, index: int, piece: Piece) -> bool:
        """Tell whether a heading is answered by what stands under it."""
        first = len(self.rows) == 2
        if piece.text == self.title and (first or not self._scopes.listed[index]):
            return False
        if is_question(piece):
            return not self._asks_readers(index, piece)
        if not self._scopes.listed[index] or not self._scopes.may_ask(piece) or piece.text.endswith((":", "：")):
            return False
        if names_faq(piece.text) and piece.level != self._scopes.level:
            return False
        under = self._under(index, piece.level)
        if not under or any(self._scopes.bare[index + 1 : index + 1 + len(under)]):
            return False
        headings = [p for p in under if p.kind == "heading"]
        if any(is_question(p) and not self._scopes.is_part(p, piece) for p in under):
            return False  # a group of questions
        level = self._scopes.level
        group = under[0].kind == "heading" or (under[0].kind == "ask" and under[0].via == "summary")
        return not group and (not headings or (level is not None and piece.level == level))

    def _asks_readers(self, index: int, piece: Piece) -> bool:
        """Tell whether a plain line asks what no answer follows but a story, or what readers have to say to it."""
        if piece.kind != "heading" or piece.level is not None or piece.sure or self._plain_questions > _FEW:
            return False
        return sum(len(p.text) for p in self._under(index, None)) > _LONG

    @cached_property
    def _plain_questions(self) -> int:
        return sum(p.kind == "heading" and p.level is None and is_question(p) for p in self.pieces)

    def _under(self, index: int, level: int | None) -> Sequence[Piece]:
        end = index + 1
        while end < len(self.pieces):
            piece = self.pieces[end]
            if piece.kind == "heading" and (level is None or piece.level is None or piece.level <= level):
                break
            end += 1
        return self.pieces[index + 1 : end]

    # what becomes of a piece

    def _heading(self, index: int, piece: Piece) -> None:
        asked = self._asked
        inside = asked is not None and (
            asked.via in ("summary", "term")
            or (asked.via == "heading" and self._in_list and (asked.level or _LOWEST) < (piece.level or 0))
        )
        own = is_question(piece) and not (asked and self._scopes.is_part(piece, asked))
        if inside and asked and not own and not self._is_apart(piece, asked):
            self._answer.append(replace(piece, kind="text"))
            return
        self._close()
        self._flush_term()
        self._joins = False
        self.rows.append(Row(piece.text, piece.level))
        if self._asks(index, piece):
            self._asked, self._in_list = piece, self._scopes.listed[index]

    def _is_apart(self, piece: Piece, asked: Piece) -> bool:
        """Tell whether a heading stands behind an answer, not in it: it skips a level, and no colon leads there."""
        skips = asked.via == "heading" and (piece.level or 0) > (asked.level or _LOWEST) + 1
        headed = any(part.kind == "text" and part.level for part in self._answer)
        return skips and not headed and bool(self._answer) and self._answer[-1].text[-1:] not in ":："

    def _ask(self, index: int, piece: Piece) -> None:
        asked = self._asked
        if asked and is_question(piece) and self._scopes.is_part(piece, asked):
            self._answer.append(replace(piece, kind="text"))
            return
        weak = self._scopes.listed[index] and self._scopes.may_ask(piece) and (asked is None or asked.via == piece.via)
        if piece.via == "mark" and not piece.sure:
            following = self.pieces[index + 1] if index + 1 < len(self.pieces) else piece
            weak = following.kind == "text" and ANSWER.match(following.text) is not None
        if piece.sure or weak:
            self._close()
            self._flush_term()
            self._asked = piece
        elif piece.via == "term" and not (asked and asked.via != "term"):
            if asked and asked.via == "term":
                self._close()
            self._term = f"{self._term} / {piece.text}" if self._term else piece.text
        elif asked:
            self._answer.append(replace(piece, kind="text"))
        elif piece.via == "bold" and index + 1 < len(self.pieces) and self.pieces[index + 1].kind in CONTENT:
            self._heading(index, replace(piece, kind="heading", level=_LOWEST))
        elif piece.via != "button":
            self._block(replace(piece, kind="text"))

    def _block(self, piece: Piece) -> None:
        row = self.rows[-1]
        if self._term:
            row.add(Block(f"{self._term}: {piece.text.lstrip()}", bullet=True))
            self._term = ""
            self._joins = False
        elif piece.kind == "text" and (found := listed(piece.text, led=any(map(leads_in, row.blocks[-1:])))):
            lead, items = found
            row.add(Block(lead))
            for item in items:
                row.add(Block(item, bullet=True, cells=(item,)))  # as a row of a table
            self._joins = False
        elif piece.kind == "code" and self._joins:
            last = row.blocks.pop()
            row.add(Block(f"{last.text}\n\n{piece.text}", bullet=last.bullet), row.depths.pop())
        else:
            row.add(
                Block(piece.text, bullet=piece.kind == "item", cells=piece.cells),
                piece.level or 0,
                counted=piece.mark[:1].isdigit(),
            )
            self._joins = piece.kind != "item" and bool(row.blocks)

    def _flush_term(self) -> None:
        if self._term:
            self.rows[-1].add(Block(self._term))
            self._term = ""

    def _close(self) -> None:
        """End the answer at hand: a pair, if there is one; a question without an answer is text."""
        asked, parts = self._asked, self._answer
        self._asked, self._answer = None, []
        if asked is None:
            return
        question = plain_question(asked.text)
        marked = asked.via in ("mark", "bold") or QUESTION.match(asked.text)
        if parts and parts[0].kind in ("text", "item") and (marked or parts[0].text.startswith(("A: ", "A：", "答："))):
            parts[0].text = unmarked(parts[0].text, ANSWER)
            parts = parts if parts[0].text else parts[1:]
        if parts:
            self.rows[-1].add(Block(joined(parts), question))
        elif asked.via != "heading":
            self.rows[-1].add(Block(asked.text))
        self._joins = False

    # the outline

    def _sections(self) -> list[Section]:
        sections: list[Section] = []
        above: list[tuple[int, str]] = []
        ranks = [row.level if row.level is not None else (2 if row.blocks else 1) for row in self.rows]
        for row, rank, following in zip(self.rows, ranks, [*ranks[1:], 0], strict=True):
            if row.heading is None:
                trail: tuple[str, ...] = ()
            else:
                above = [(r, h) for r, h in above if r < rank]
                trail = tuple(h for _, h in above)
                if row.heading != self.title:
                    above.append((rank, row.heading))
                    if not row.blocks and following <= rank:  # nothing stands under it, so it is text itself
                        row.add(Block(row.heading))
            if row.blocks:
                sections.append(Section(row.heading, tuple(row.blocks), trail, row.leads()))
        return sections
