"""The words of a sentence: a name is one, and so is a quotation."""

import re
from collections.abc import Sequence

from msgspec import Struct

from talkscli.language.offices import ABBREVIATED
from talkscli.language.quotations import quotations

QUOTE = "\0"  # stands for a quotation
_WORDS = rf"({QUOTE}+|[^\W\d_]\.(?:[^\W\d_]\.)+|[0-9]+(?:[.,][0-9]+)+\w*|\w+(?:[-'’&.]\w+)*)"
_TOKEN, _ASCII = re.compile(_WORDS), re.compile(_WORDS, re.ASCII)  # the second is the same, and quick
# In French and Italian what is elided is a word of its own, and so is the pronoun behind its verb: d'Anna, a-t-elle.
_ELIDED = re.compile(
    rf"""
    ( {QUOTE}+ | (?:[^\W\d_]\.){{2,}} | [0-9]+(?:[.,][0-9]+)+\w*
    | [^\W\d_]{{1,7}}['’](?=\w) | (?<=-)(?:ils?|elles?|on)\b
    | (?!t-(?:ils?|elles?|on)\b)(?:\w+(?:-(?!(?:t-)?(?:ils?|elles?|on)\b)|[&.]))*\w+(?=-(?:t-)?(?:ils?|elles?|on)\b)
    | (?!t-(?:ils?|elles?|on)\b)\w+(?:[-&.]\w+)* )
    """,
    re.VERBOSE,
)
_ASIDE = re.compile(r"\([^()]{1,120}\)")
_OWNED = ("'s", "’s")


class Token(Struct, frozen=True, gc=False):
    """A word of a sentence, a name, or a quotation."""

    start: int
    end: int
    word: str
    """In small letters."""
    upper: bool
    name: int
    """Which of the names it is, or -1."""
    owns: bool
    gap: str
    """What stands between the token before and this one, blanks aside."""


def tokenise(text: str, names: Sequence[tuple[int, int, object]], language: str = "en") -> list[Token]:
    """Cut a sentence into words; a quotation is one word, and so is a name; what stands in brackets is left out."""
    ends: dict[int, str] = {}  # the sign within the quotation marks, which ends the clause: “It was,” she said
    for quotation in quotations(text):
        text = text[: quotation.start] + QUOTE * (quotation.end - quotation.start) + text[quotation.end :]
        sign = quotation.words.rstrip("'’")[-1:] or "'"  # not that of a quotation within
        ends[quotation.end] = "." if sign in ".;:" else "," if sign in ",?!…—–-" else ""
    if "(" in text:
        text = _ASIDE.sub(lambda m: " " * len(m[0]), text)
    found: list[Token] = []
    waiting = [(i, start, end) for i, (start, end, _) in enumerate(names) if end <= len(text)]
    waiting.reverse()
    following = waiting[-1][1] if waiting else len(text)
    last = end = 0
    append, ascii_only = found.append, text.isascii()
    pattern = _ELIDED if language in ("fr", "it") else _ASCII if ascii_only else _TOKEN
    # in small letters at once, unless these may be more or fewer
    parts = iter(pattern.split(text.lower() if ascii_only else text))
    for gap, word in zip(parts, parts, strict=False):  # what stands between, and the word behind it
        begin, start = end, end + len(gap)
        end = start + len(word)
        if start < last:
            continue  # within a name
        if begin != last:
            gap = text[last:start]  # behind a name
        name, owns, stop = -1, False, end
        if start >= following:
            while waiting and waiting[-1][1] < start:
                waiting.pop()
            if waiting and waiting[-1][1] == start and text[start] != QUOTE:
                index, _, stop = waiting.pop()
                owns = text.startswith(_OWNED, stop) or (
                    text[stop - 1] == "s" and text[stop : stop + 2] in ("' ", "’ ")
                )
                if owns:
                    stop += 2 if text[stop + 1 : stop + 2] == "s" else 1
                if not (text[stop : stop + 1] == "-" or text[stop : stop + 1].isalnum()):
                    name, word = index, text[start:stop].lower()
                else:
                    owns, stop = False, end
            following = waiting[-1][1] if waiting else len(text)
        if not ascii_only:
            word = word.lower().replace("’", "'")
        gap = "" if gap == " " else gap.strip()
        if gap == "." and found and found[-1].word in ABBREVIATED:
            gap = ""
        if ends and last in ends:
            gap = ends[last] + gap
        append(Token(start, stop, word, text[start].isupper(), name, owns, gap))
        last = stop
    return found
