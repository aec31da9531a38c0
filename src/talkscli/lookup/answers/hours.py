"""Opening hours, known by their shape: days of the week beside times of day."""

import re
from collections.abc import Iterator

from talkscli.language.calendar import WEEKDAYS
from talkscli.language.words import STOP, words
from talkscli.lookup.answers.shaped import AMONG, FEW
from talkscli.search.engine import Engine
from talkscli.search.hits import Found, Hit

_DAYS = tuple(day.lower() for day in WEEKDAYS)
_SHORT = {form: at for at, day in enumerate(_DAYS) for form in (day, day + "s", day[:3], day[:4], day[:5])}
_DAY = rf"(?:{'|'.join(sorted(map(str.title, _SHORT), key=len, reverse=True))})"  # "sat" is a verb besides
_SPAN = re.compile(rf"\b({_DAY})\b\.?\s?(?:-|–|—|to|till?|until|thru|through)\s?({_DAY})\b")
_ONE = re.compile(rf"\b{_DAY}\b")
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b|\b\d{1,2}:\d{2}\b|\bclosed\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:daily|(?:every|each) day|(?:7|seven) days(?: a week)?)\b", re.IGNORECASE)
_WEEKEND = {"weekend": (5, 6), "weekends": (5, 6), "weekday": range(5), "weekdays": range(5)}
_OPEN = frozenset("open opening opened opens close closing closed closes hours".split())
_ASKING = _OPEN | frozenset("time times day days hour today now tomorrow late early business office store shop".split())


def opened(found: Found, engine: Engine, question: str, top: int) -> Found:
    """Answer when a place is open, "open on saturdays?", by what has days of the week beside times.

    Args:
        found: What the search has, without an answer.
        engine: What gave it.
        question: The question.
        top: How many facts are wanted.

    Returns:
        The same with the fact as the answer, where the question asks for nothing else.
    """
    told = set(words(question))
    asked = {day for word in told for day in _days_of(word)}
    rest = {word for word in told if word not in STOP and not _days_of(word)} - _ASKING
    if told.isdisjoint(_OPEN) or rest or engine.index.size > FEW:
        return found
    for fact in map(engine.index.fact, range(engine.index.size)):
        days = set(_days(fact.answer)) if _CLOCK.search(fact.answer) else set()
        if days and asked <= days and not _OPEN.isdisjoint(words(f"{fact.question or ''} {fact.answer}")):
            return found.led_by([Hit(fact, AMONG)], top)
    return found


def _days_of(word: str) -> tuple[int, ...]:
    """The days of the week, from 0 for Monday, that a word of a question names."""
    return (_SHORT[word],) if word in _SHORT else tuple(_WEEKEND.get(word, ()))


def _days(text: str) -> Iterator[int]:
    """The days of the week that a text names, those between two of them among them."""
    for span in _SPAN.finditer(text):
        first, last = (_SHORT[day.lower()] for day in span.groups())
        yield from ((first + n) % 7 for n in range((last - first) % 7 + 1))
    yield from (_SHORT[day[0].lower()] for day in _ONE.finditer(text))
    if _ALL.search(text):
        yield from range(7)
