"""What stands around a text: its title, who wrote it and when, lists of references."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from talkscli.article.dates import byline
from talkscli.article.pieces import Piece
from talkscli.article.questions import asks, names_links

_DATELINE = re.compile(  # HALDEN, Norway (NTB) — Ferries were late.
    r"""
    (?: [^\W\d_a-zà-ÿ]{2,} (?:[\s.'’-]+[^\W\d_a-zà-ÿ]+){0,3} (?:,\s[\w.\s]{2,25})? \s? )?
    \( [A-Z][\w\s./]{1,24} \) \s? [—–-]{1,2} \s (?=\S)
    """,
    re.VERBOSE,
)
_FRONT = 4  # lines at most that stand between title and text


def title(pieces: Sequence[Piece]) -> str | None:
    """The first heading, if nothing stands before it; a question beside others of its level is no title."""
    if not pieces or pieces[0].kind != "heading":
        return None
    first = pieces[0]
    beside = first.level is not None and any(p.kind == "heading" and p.level == first.level for p in pieces[1:])
    return None if asks(first.text) and beside else first.text


def without_links(pieces: Sequence[Piece]) -> list[Piece]:
    """Take out the sections that are nothing but lists of what stands elsewhere: references, related articles."""
    kept: list[Piece] = []
    dropping = False
    for index, piece in enumerate(pieces):
        if piece.kind == "heading":
            dropping = names_links(piece.text) and _only_items(pieces, index + 1)
        if not dropping:
            kept.append(piece)
    return kept


def _only_items(pieces: Sequence[Piece], start: int) -> bool:
    end = start
    while end < len(pieces) and pieces[end].kind == "item":
        end += 1
    return end > start and (end == len(pieces) or pieces[end].kind == "heading")


def without_front(pieces: Sequence[Piece]) -> tuple[list[Piece], str | None]:
    """Take out who wrote the article and when, which stands between its title and its text; return the date apart."""
    kept, dated = list(pieces), None
    at = 1 if kept and kept[0].kind == "heading" else 0
    for _ in range(_FRONT):
        if at >= len(kept) or kept[at].kind != "text" or "\n" in kept[at].text:
            break
        found, date = byline(kept[at].text)
        if not found:
            break
        del kept[at]
        dated = dated or date
    if at < len(kept) and kept[at].kind == "text":
        told = _DATELINE.match(kept[at].text)
        if told:
            kept[at] = replace(kept[at], text=kept[at].text[told.end() :])
    return kept, dated
