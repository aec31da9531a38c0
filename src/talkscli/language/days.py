"""Days that are told together, and weekdays that are no date: "between Nov. 8 and Nov. 28", "Black Friday"."""

import re
from collections.abc import Sequence

from talkscli.language import calendar, grammar, parts, vocabulary
from talkscli.language.prose_dates import When

_CLOSE = 40  # characters before a weekday
OPENS = re.compile(r"(?:\A|[.!?:;()—–…\n“\"'‘|•-]\s?)\Z")
"""What stands before the first word of a sentence, quotation or line."""
_CALLED = re.compile(r"(?:\b[a-z\d][\w’'-]*\s|(?P<opens>\A|[.!?:“\"]\s?))(?P<word>[A-Z][a-z]+)\s\Z")
_BESIDE = re.compile(r"\d(?:st|nd|rd|th)?,\s(?:which\s(?:is|was)\s)?a\s\Z")  # on May 3, a Monday
_FROM = re.compile(r"(?<!ed\s)\bfrom\s\Z", re.IGNORECASE)  # not "moved from"
_BETWEEN = re.compile(r"\bbetween\s\Z", re.IGNORECASE)
_TO = re.compile(r"\s?[–—-]\s?|\s(?:to|until|till|through)\s")
_AND = re.compile(r"\sand\s")
_JOINT = re.compile(f"{_TO.pattern}|{_AND.pattern}")
_DAY = len("2026-02-11")
ARTICLE = r"(?:(?:the|de[mnr]|le|el|il|o|de)\s)?"
"""A pattern of what may stand between a weekday and the number of the day."""
_NUMBERED = re.compile(  # on Tuesday the 3rd; el martes 3, not "Tuesday 30 people", "Tuesday 3 p.m."
    rf",?\s(?:\((?=\d\d?\)))?{ARTICLE}({calendar.DAY})\)?(?P<ordinal>st|nd|rd|th|\.(?=,|\s(?-i:[^A-ZÄÖÜ])))?(?![\w:/%]|[.,–—-][0-9]|\s?[-–—%$€£])"
    r"(?P<ends>(?=[,;.)]|$))?",
    re.IGNORECASE,
)
_NO_NOUNS = grammar.PREPOSITIONS | grammar.AUXILIARIES | grammar.CONJUNCTIONS | grammar.SUBORDINATORS
_BEHIND = re.compile(r"\s([^\W\d_]+)")


def is_no_day(text: str, start: int) -> bool:
    """Tell whether a weekday is part of a name ("Super Tuesday"), or says of a date which day it was (", a Monday")."""
    before = text[max(0, start - _CLOSE) : start]
    if _BESIDE.search(before):
        return True
    called = _CALLED.search(before)
    if called is None or (called["opens"] is not None and start > _CLOSE and called.start() == 0):
        return False
    word = called["word"].lower()
    return parts.is_adjective(word) and not (grammar.is_time(word) or word in vocabulary.NOT_NAMES)  # Late Tuesday


def numbered(text: str, weekday: str, end: int) -> re.Match[str] | None:
    """Find the number of the day behind a weekday: "on Tuesday the 3rd", "el martes 3"; none that counts something."""
    told = _NUMBERED.match(text, end)
    if told is None or is_sure(told) or weekday.title() not in calendar.WEEKDAYS:
        return told
    word = _BEHIND.match(text, told.end())
    return told if word and word[1].lower() in _NO_NOUNS else None


def is_sure(told: re.Match[str]) -> bool:
    """Tell whether a number that `numbered` found counts nothing, whatever the calendar says of it."""
    return told["ordinal"] is not None or told["ends"] is not None


def joined(text: str, found: Sequence[When]) -> tuple[When, ...]:
    """Make one date of the two days between which something is: "from Nov. 8 to Nov. 28".

    Args:
        text: A sentence.
        found: The dates in it, in order.
    """
    made: list[When] = []
    for when in found:
        last = made[-1] if made else None
        if last and len(last.edtf) == len(when.edtf) == _DAY and last.edtf < when.edtf:
            before, gap = text[max(0, last.start - _CLOSE) : last.start], text[last.end : when.start]
            if (_BETWEEN.search(before) and _AND.fullmatch(gap)) or (_FROM.search(before) and _TO.fullmatch(gap)):
                edtf = f"{last.edtf}/{when.edtf}"
                made[-1] = When(edtf, text[last.start : when.end], last.start, when.end)
                continue
        made.append(when)
    return tuple(made)


def halves(words: str) -> tuple[str, str] | None:
    """Part the words of two days that are told together: "Nov. 8 and Nov. 28"."""
    joint = _JOINT.search(words)
    return (words[: joint.start()], words[joint.end() :]) if joint else None


def spans(first: frozenset[str], last: frozenset[str]) -> frozenset[str]:
    """Return the intervals from one of some days to one of others."""
    both = (f"{a}/{b}" for a in first for b in last if len(a) == len(b) == _DAY and a < b)
    return frozenset(filter(calendar.is_date, both))
