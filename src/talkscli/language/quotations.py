"""Quotation marks: what stands between them."""

import re
from functools import lru_cache
from typing import NamedTuple

OPENING, CLOSING = '"“„«‘»”', '"”»’“«'
"""The marks before and behind a quotation."""
_MARKED = re.compile("[“”„«»\"‘’`'](?:(?<![’`'])|(?<=’)’|(?<=`)`|(?<=')')")  # begins with one class: it is quick
_MARK = re.compile(  # begins with one class, too
    r"""
    [“”„«»"\n‘’'`] (?:
        (?<=[“”„«»"\n])
      | (?<=‘)(?<![^\s(\[—–-].)(?=\w)    # ‘so she said
      | (?<=’)’ | (?<=')'                # so she said,’’ (as agencies write it)
      | (?<=[^\s’]’)(?![\w’])            # so she said,’
      | (?<=`)`(?=\w)
    )
    """,
    re.VERBOSE,
)
# As it is written in English, German, French, Swedish: “…” „…“ « … » »…« ”…”; of two alike one that is turned.
_CLOSERS = {"“": "”“", '"': '"”“', "„": '“”"', "«": "»", "»": "«", "”": "”“", "‘": "’", "``": "''"}
_BEFORE_OPENING = re.compile(r"(?:^|[\s(\[—–:-])$")
_TURN = re.compile(r"[—–]\s?(?=[^\W\d_])")  # begins what somebody says in a dialogue
_TURNS = re.compile(r"(?<=[,.!?…])\s?[—–]\s")  # — It is late,— said Berg,— and we leave.


_STRAIGHT = re.compile(r"(?<![^\s(—–])'(?=[^\W\d_a-z])(?:[^'\n]|(?<=\w)'(?=\w))*[,.!?]'(?![^\s.,;:)—–-])")


class Quotation(NamedTuple):
    """A quotation in a text: where it stands with its marks, and what stands between them."""

    start: int
    end: int
    words: str
    closed: bool
    """False where the next paragraph goes on with it: the text ends, or a further mark opens, before one closes it."""


@lru_cache(maxsize=64)
def quotations(text: str) -> tuple[Quotation, ...]:
    """Find the quotations in a paragraph, in order.

    A mark that opens while a quotation is open goes on with it, as a mark does at the beginning of each further
    paragraph of a long quotation.

    Args:
        text: A paragraph.

    Returns:
        The quotations; one with `closed` false has no closing mark.
    """
    found = _dialogue(text)
    if found or not _MARKED.search(text):
        return tuple(found or _straight(text))
    mark, start = "", -1
    for match in _MARK.finditer(text):
        sign, at = match[0], match.start()
        if sign == "\n":
            mark = ""  # it was none: a quotation stands within one paragraph
        elif mark and _closes(text, mark, sign, at):
            found.append(_quotation(text, start, match.end(), mark, sign))
            mark = ""
        elif _opens(text, sign, match.end()) and (not mark or sign == mark):
            if mark:
                found.append(_quotation(text, start, at, mark, ""))
            mark, start = sign, at
    if mark:
        found.append(_quotation(text, start, len(text), mark, ""))
    return tuple(quotation for quotation in found if quotation.words)


def _straight(text: str) -> list[Quotation]:
    """Find the quotations between single marks that are apostrophes, too, where no others stand: 'So,' she said."""
    found = _STRAIGHT.finditer(text) if "'" in text else ()
    return [Quotation(m.start(), m.end(), m[0][1:-1].strip(), closed=True) for m in found]


def _dialogue(text: str) -> list[Quotation]:
    """Find the quotations in a paragraph of a dialogue: dashes set off what is said, who says it, what is said."""
    opened = _TURN.match(text)
    turns = list(_TURNS.finditer(text)) if opened else []
    if not turns or not text[turns[0].end()].islower():
        return []
    found = []
    starts, ends = [0, *(turn.start() for turn in turns[1::2])], [turn.start() for turn in turns[::2]]
    for start, end in zip(starts, [*ends, len(text)], strict=False):
        words = text[start:end].strip(" —–")
        if words:
            found.append(Quotation(start, end, words, closed=True))
    return found


def closed(text: str) -> str:
    """Return a text whose last quotation has a mark at its end, as one has not that goes on behind the text.

    Args:
        text: A part of a paragraph.
    """
    found = quotations(text)
    if not found or found[-1].closed or found[-1].end < len(text.rstrip()):
        return text
    mark = next(mark for mark in _CLOSERS if text.startswith(mark, found[-1].start))
    return f"{text.rstrip()}{_CLOSERS[mark][0] if len(mark) == 1 else _CLOSERS[mark]}"


def _opens(text: str, sign: str, end: int) -> bool:
    following = text[end : end + 2].lstrip() if sign == "«" else text[end : end + 1].strip()
    if sign not in _CLOSERS or not following:
        return False
    before = text[end - len(sign) - 1 : end - len(sign)]
    if sign in "»”":
        return following.isalnum() and _BEFORE_OPENING.match(before) is not None
    return sign != '"' or not before.isalnum()  # 15" is a measure


def _closes(text: str, mark: str, sign: str, at: int) -> bool:
    if mark == "“" and sign in ("’’", "''"):
        return True
    if sign not in _CLOSERS[mark] or not sign:
        return False
    if sign in ('"', "“") and mark != "„":
        return not text[at - 1 : at].isspace() or not text[at + 1 : at + 2].strip()
    return True


def _quotation(text: str, start: int, end: int, mark: str, sign: str) -> Quotation:
    end -= 0 if sign else len(text[start:end]) - len(text[start:end].rstrip())
    return Quotation(start, end, text[start + len(mark) : end - len(sign)].strip(), bool(sign))
