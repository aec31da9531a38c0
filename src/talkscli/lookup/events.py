"""What happened, told once, however many facts tell of it."""

import re
from collections.abc import Iterable

from msgspec import Struct

from talkscli.language import grammar
from talkscli.language.words import STOP
from talkscli.lookup.excerpt import cut
from talkscli.store.model import LONGEST_EVENT, Fact

ALIKE = 0.7  # share of the words of the shorter of two facts of a date that tell the same
_COMPARED = 20  # facts of a date, the last ones: a date of thousands takes no longer
_SENTENCE = re.compile(r"(?<![.\s][a-zA-Z])(?<!\b(?:Mr|Dr|St|No))[.!?][”\"]?\s(?=[A-ZÀ-Ž“\"])|[;:]\s(?![“\"])|\n+")
_OPENS = re.compile(r",\s(?=(?:[A-ZÀ-Ž]|(?:the|an?|this|these|those|his|her|its|their|he|she|it|they|we|I|there)\s))")
_JOINED = re.compile(r",\s(?:and|but)\s(?=(?:the|an?|he|she|it|they|we|I|there)\s)")
_ADVERB = re.compile(r"^(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Tt]hen|[Yy]et)\s|(?:[A-Z]\w+ly|Meanwhile|However|Then|Yet|So),\s)")
_LEADS = grammar.PREPOSITIONS | grammar.SUBORDINATORS
_SHORT = 4  # words before a date, with which a sentence may begin


class Event(Struct, frozen=True):
    """What happened, in a few words, and the first of the facts that tell of it."""

    fact: Fact
    label: str


def events(facts: Iterable[Fact]) -> tuple[Event, ...]:
    """Tell what dated facts say happened, each event once.

    Args:
        facts: Dated facts, in their order.

    Returns:
        One event for all facts of a date that call it the same, or tell nearly the same of it. Of a date with named
        events, a fact that answers a question and names none tells more of these, and has no line of its own.
    """
    found: dict[tuple[str, str], list[Fact]] = {}
    told: dict[str, list[tuple[frozenset[str], str]]] = {}
    rows = [fact for fact in facts if fact.date]
    named = {fact.date: fact.event for fact in reversed(rows) if fact.event}
    for fact in rows:
        date = fact.date or ""
        own = " ".join(fact.question.split()) if fact.question and not fact.faq else _of_date(fact)
        label = fact.event or (fact.question and named.get(date)) or cut(own, LONGEST_EVENT)
        content = frozenset(fact.answer.casefold().split()) - STOP
        alike = next((name for other, name in told.get(date, ())[-_COMPARED:] if _is_same(content, other)), label)
        told.setdefault(date, []).append((content, alike))
        found.setdefault((date, alike), []).append(fact)
    return tuple(
        Event(next((fact for fact in same if fact.event), same[0]), label) for (_, label), same in found.items()
    )


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    least = min(len(one), len(other))
    return least > 4 and len(one & other) >= ALIKE * least


def _of_date(fact: Fact) -> str:
    """Take the clause that tells what happened on a fact's date, from its beginning."""
    told, date = fact.answer.strip(), fact.date_text or fact.answer
    at = told.find(date)
    if at >= 0:
        begin = max((match.end() for match in _SENTENCE.finditer(told, 0, at)), default=0)
        end = _SENTENCE.search(told, at + len(date))
        told = told[begin : end.start() if end else None]
    line = " ".join(told.split()).rstrip(".")
    if len(line) > LONGEST_EVENT:
        at = max(0, line.find(date))
        line = line[max((match.end() for match in _JOINED.finditer(line, 0, at)), default=0) :]
    line = _ADVERB.sub("", line, count=1)
    line = line[_lead_end(line, date) if len(line) > LONGEST_EVENT else 0 :]
    return line[:1].upper() + line[1:]


def _lead_end(line: str, date: str) -> int:
    """Find where the main clause begins: behind "In 1912, when he was ten,", or 0."""
    if not (_is_lead(line) or line.partition(" ")[0].endswith("ing")):
        return 0
    lead, comma, rest = line.partition(f"{date}, ")
    if comma and len(lead.split()) <= _SHORT and not _is_lead(rest):
        return len(line) - len(rest)
    starts = (match.end() for match in _OPENS.finditer(line))
    return next((start for start in starts if not _is_lead(line[start:])), 0)


def _is_lead(text: str) -> bool:
    return text.partition(" ")[0].lower() in _LEADS
