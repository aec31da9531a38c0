"""The clause of a fact that tells what happened on its date, for facts whose event has no name."""

import re
from typing import NamedTuple

from talkscli.lookup.excerpt import cut
from talkscli.lookup.innermost import innermost
from talkscli.lookup.pieces import SUBJECTS, main_clause, subject_before
from talkscli.store.model import Fact

LONGEST = 60  # characters: fits a screen of 80 below its mark
_SENTENCE = re.compile(r"(?<![.\s][a-zA-Z])(?<!\b(?:Mr|Dr|St|No))[.!?][”\"]?\s(?=[A-ZÀ-Ž“\"])|[;:]\s(?![“\"])|\n+")
_ADVERB = re.compile(
    r"^(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Tt]hen|[Yy]et)\s|(?:[A-Z]\w+ly|Meanwhile|However|Then|Yet|So|Yes|No),\s)"
)
_RESOLVED = re.compile(r"\b(?:he|she|it|they|his|her|its|their)\s\[([^\]]+)\]", re.IGNORECASE)
_DATE_ALONE = re.compile(r"[\s*_•–—-]*")


def label_of(fact: Fact) -> str:
    """Tell what happened on a fact's date in at most sixty characters of its answer.

    Args:
        fact: A dated fact.

    Returns:
        The clause that the date stands in, with its subject where that stands apart; else the sentence around the
        date, from its beginning.
    """
    date = " ".join((fact.date_text or fact.answer).split())
    dated = _sentence(fact.answer.strip(), fact.date_text or fact.answer)
    line = _with_subject(_ADVERB.sub("", _RESOLVED.sub(r"\1", dated.line), count=1), dated.before)
    if len(line) > LONGEST:
        line = innermost(line, date) or line[main_clause(line, date) :]
    return cut(line[:1].upper() + line[1:], LONGEST)


class _Dated(NamedTuple):
    """The sentence around a date."""

    before: str
    """All that stands before it."""
    line: str


def _sentence(told: str, date: str) -> _Dated:
    """Take the sentence around a date; of "1954: a fair" what is behind."""
    at = told.find(date)
    if at < 0:
        return _Dated("", " ".join(told.split()).rstrip("."))
    begin = max((match.end() for match in _SENTENCE.finditer(told) if match.end() <= at), default=0)
    end = _SENTENCE.search(told, at + len(date))
    if end and end.end() < len(told) and _DATE_ALONE.fullmatch(told[begin:at]) and end.start() - at <= len(date) + 2:
        begin, end = end.end(), _SENTENCE.search(told, end.end())
    return _Dated(told[:begin], " ".join(told[begin : end.start() if end else None].split()).rstrip("."))


def _with_subject(line: str, before: str) -> str:
    """Put the subject of the sentence before in the place of "it" or "they", with which a sentence begins."""
    first, _, rest = line.partition(" ")
    if first.lower() not in SUBJECTS[:2] or not rest or not before.strip():
        return line
    sentence = " ".join(_SENTENCE.split(before.strip())[-1].split())
    named = subject_before(_RESOLVED.sub(r"\1", sentence), len(sentence))
    if named is None:
        return line
    several = named.endswith("s") and not named.rpartition(" ")[2][0].isupper()
    return f"{named} … {rest}" if several == (first.lower() == "they") else line
