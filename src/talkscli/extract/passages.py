"""Cut a paragraph into what can be told alone: sentences, those held together that one quotation runs through."""

import re
from collections.abc import Sequence

from msgspec import Struct

from talkscli.language.quotations import OPENING, quotations
from talkscli.language.sentences import MAX_WORDS, pieces

MAX_PASSAGE = 1500  # characters: a longer quotation is told sentence by sentence
_MARK_BEHIND = re.compile(r"(?<=\s)([\"“„«])$")  # the mark that opens the next sentence
_OPENS = re.compile(f"[{OPENING}]")


class Passage(Struct, frozen=True, gc=False):
    """One sentence, or several within one quotation."""

    text: str
    pieces: tuple[tuple[int, str], ...]
    """What is told alone, of at most 60 words: where it begins in the text, and its words."""
    goes_on: bool = False
    """The last quotation has no end: the next passage goes on with it."""


def passages(sentences: Sequence[str], following: str = "") -> list[Passage]:
    """Hold together the sentences that a quotation runs through.

    Args:
        sentences: The sentences of a paragraph, in order.
        following: The paragraph behind it: a quotation without an end goes on there if it begins with a mark.

    Returns:
        The passages, in order; together they have all sentences.
    """
    rows = [sentence.replace("’ ’", "’’") for sentence in sentences]
    if rows and rows[0][:1] in "—–" and sum(map(len, rows)) <= MAX_PASSAGE and quotations(" ".join(rows)):
        return [_passage(rows, goes_on=False)]  # a turn of a dialogue
    found: list[Passage] = []
    held: list[str] = []
    for index in range(len(rows)):
        last = index + 1 == len(rows)
        sentence = rows[index]
        if not last and sentence.endswith("’") and rows[index + 1].startswith("’ "):
            sentence, rows[index + 1] = f"{sentence}’", rows[index + 1][2:]  # a mark of two signs, cut in half
        behind = _MARK_BEHIND.search(sentence, len(sentence) - 1)
        if behind and not last:
            sentence, rows[index + 1] = sentence[: behind.start()].rstrip(), behind[1] + rows[index + 1]
        if not last and rows[index + 1][:2] in ('" ', "” ") and _is_open(" ".join([*held, sentence])):
            sentence, rows[index + 1] = f"{sentence} {rows[index + 1][0]}", rows[index + 1][2:]  # of this sentence
        if held and sum(map(len, held)) + len(sentence) > MAX_PASSAGE:
            found += map(_alone, held)
            held = []
        held.append(sentence)
        if not _is_open(" ".join(held)):
            found.append(_passage(held, goes_on=False))
        elif _OPENS.match(following if last else rows[index + 1]):
            found.append(_passage(held, goes_on=True))
        elif last:
            found += map(_alone, held)
        else:
            continue
        held = []
    return found


def _is_open(text: str) -> bool:
    said = quotations(text)
    return bool(said) and not said[-1].closed and said[-1].end == len(text)


def _alone(sentence: str) -> Passage:
    return _passage([sentence], goes_on=False)


def _passage(held: Sequence[str], *, goes_on: bool) -> Passage:
    text = " ".join(held)
    if len(text) < 2 * MAX_WORDS or len(text.split()) <= MAX_WORDS:
        return Passage(text, ((0, text),), goes_on)
    found: list[tuple[int, str]] = []
    at = 0
    for sentence in held:
        for piece in pieces(sentence):
            found.append((max(at, text.find(piece, at)), piece))
            at = found[-1][0] + len(piece)
    return Passage(text, tuple(found), goes_on)
