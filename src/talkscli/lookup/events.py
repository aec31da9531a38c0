"""What happened, told once, however many facts tell of it."""

import re
from collections.abc import Iterable

from msgspec import Struct

from talkscli.lookup.excerpt import cut
from talkscli.store.model import LONGEST_EVENT, Fact

_LEAD = 3  # words before a date that may tell what happened then
_MODIFIES = re.compile(r"(?:\b(?:the|an?|his|her|its|their)|['’]s?)\s$")
_MODIFIED = re.compile(r"(?:['’]s)?(?:\s(?!(?:in|of|to|for|with|by|at|on|and|or|that|who|which)\b)[a-z-]+){0,2}")
_CLAUSE = re.compile(r"^|(?<![.\s][a-zA-Z])[,;:.!?][”\"]?\s|\s[–—]\s")  # not "10:30 p.m. Tuesday"


class Event(Struct, frozen=True):
    """What happened, in a few words, and the first of the facts that tell of it."""

    fact: Fact
    label: str


def events(facts: Iterable[Fact]) -> tuple[Event, ...]:
    """Tell what dated facts say happened, each event once.

    Args:
        facts: Dated facts, in their order.

    Returns:
        One event for all facts of a date that call it the same. Of a date with named events, a fact that answers a
        question and names none tells more of these, and has no line of its own.
    """
    found: dict[tuple[str, str], list[Fact]] = {}
    rows = [fact for fact in facts if fact.date]
    named = {fact.date: fact.event for fact in reversed(rows) if fact.event}
    for fact in rows:
        own = fact.question or _around_date(fact)
        label = fact.event or (fact.question and named.get(fact.date)) or cut(" ".join(own.split()), LONGEST_EVENT)
        found.setdefault((fact.date or "", label), []).append(fact)
    return tuple(
        Event(next((fact for fact in told if fact.event), told[0]), label) for (_, label), told in found.items()
    )


def _around_date(fact: Fact) -> str:
    """Leave out what stands before the clause with the date, where a label would end before that."""
    told = " ".join(fact.answer.split()).removesuffix(".")
    at = told.find(fact.date_text or told)
    end = at + len(fact.date_text or "")
    if at < 0 or len(told) <= LONGEST_EVENT:
        return told
    clause = max(match.end() for match in _CLAUSE.finditer(told, 0, at + 1))
    rest = f"…{told[clause:].removeprefix('and ')}" if clause else told
    if len(told[clause:at].split()) < _LEAD and told[end : end + 1] == ",":
        return rest  # "in 1912, he left": what happened stands behind
    if end < LONGEST_EVENT:
        return told
    if end - clause < LONGEST_EVENT and len(told[clause:at].split()) >= _LEAD:
        return rest
    if _MODIFIES.search(told, 0, at):  # "the 2022 vote in Norland" ends behind the vote
        end += len(_MODIFIED.match(told, end)[0])  # type: ignore[index]
    line = told[max(0, end - LONGEST_EVENT + 1) : end]
    return f"…{line.partition(' ')[2]}"
