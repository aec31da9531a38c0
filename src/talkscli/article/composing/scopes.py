"""Where an article asks: how its questions are set, and where statements set the same way are questions, too."""

from collections import Counter
from collections.abc import Sequence

from talkscli.article.composing.pieces import Piece
from talkscli.article.questions import asks, names_faq
from talkscli.article.text import MAX_HEADING

Way = tuple[str, int | None]  # what something is set as, and of a heading its level

CONTENT = ("text", "item", "code")
_MOST = 0.6  # of what is set one way, in a list of questions, that are questions
_FEW = 3  # fewer of them than this say nothing
_RARE = 10  # so many times rarer is a way to set what belongs to an answer


class Scopes:
    """What is asked in an article, by the way it is set."""

    def __init__(self, pieces: Sequence[Piece], title: str | None, name: str) -> None:
        """Look at all pieces of an article; its title or the name of its file may say that questions stand in it."""
        set_off = [p for p in pieces if p.kind in ("heading", "ask") and p.text != title]
        self._asked = Counter(_way(p) for p in set_off if is_question(p))
        self._vias = {via for via, _ in self._asked}
        way, count = self._asked.most_common(1)[0] if self._asked else (None, 0)
        self._main = way if count >= _FEW else None
        self.level = next((level for (via, level), _ in self._asked.most_common() if via == "heading" and level), None)
        self.listed = self._listed(pieces, set_off, faq=names_faq(title) or names_faq(name))
        self.bare = self._bare(pieces)
        """For each piece, whether it is a line that asks, though nothing sets it off from its answer."""

    def _listed(self, pieces: Sequence[Piece], set_off: Sequence[Piece], *, faq: bool) -> list[bool]:
        """For each piece, whether it stands in a list of questions."""
        if faq:
            return [True] * len(pieces)
        parts = _parts(pieces)
        inside = sum(listed for piece, listed in zip(pieces, parts, strict=True) if is_question(piece))
        if inside * 2 < sum(self._asked.values()):
            set_so = Counter(map(_way, set_off))
            ways = {w for w, n in self._asked.items() if n >= _FEW and n >= _MOST * set_so[w] and w[0] != "button"}
            own = [p.kind in ("heading", "ask") and _way(p) in ways for p in pieces]
            return [part or way for part, way in zip(parts, own, strict=True)]
        return parts

    def _bare(self, pieces: Sequence[Piece]) -> list[bool]:
        """Find lines that ask: where none asks that is set off, or where most questions are such lines.

        Those in the answer to a question that is set off are part of it.
        """
        found: list[bool] = []
        within = False  # the answer to a question that is set off
        for at, (piece, listed) in enumerate(zip(pieces, self.listed, strict=True)):
            if piece.kind in ("heading", "ask", "end"):
                within = is_question(piece)
            found.append(listed and not within and _is_bare(piece, *pieces[at + 1 : at + 2]))
        asked, bare = sum(self._asked.values()), sum(found)
        return found if not asked or bare >= max(_FEW, asked) else [False] * len(pieces)

    def may_ask(self, piece: Piece) -> bool:
        """Tell whether a statement may be meant as a question: where others are set as headings, no folded text is."""
        return self._main is None or piece.via in self._vias

    def is_part(self, piece: Piece, asked: Piece) -> bool:
        """Tell whether a question belongs to the answer of another one, which is set as most are."""
        if self._main is None or asked.kind != "heading" or _way(asked) != self._main:
            return False
        lower = piece.kind == "ask" or (piece.level or 0) > (asked.level or 0)
        return lower and self._asked[_way(piece)] * _RARE < self._asked[self._main]


def is_question(piece: Piece) -> bool:
    """Tell whether a heading or what is set off otherwise asks."""
    return piece.kind in ("heading", "ask") and (piece.sure or asks(piece.text))


def _is_bare(piece: Piece, following: Piece | None = None) -> bool:
    """Tell whether a text is a line that asks with an answer below it."""
    if piece.kind not in ("text", "item"):
        return False
    question, _, rest = piece.text.partition("\n")
    if len(question) > MAX_HEADING or not asks(question):
        return False
    return bool(rest) or (following is not None and following.kind in CONTENT and not asks(following.text))


def _way(piece: Piece) -> Way:
    return piece.via, piece.level if piece.kind == "heading" else None


def _parts(pieces: Sequence[Piece]) -> list[bool]:
    """For each piece, whether it stands under a heading that says that questions stand there."""
    listed, above = [], None
    for piece in pieces:
        if piece.kind == "heading":
            if above is not None and piece.level is not None and piece.level <= above:
                above = None
            if above is None and piece.level is not None and names_faq(piece.text):
                above = piece.level
        listed.append(above is not None)
    return listed
