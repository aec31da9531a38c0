"""What happened, told once, however many facts tell of it."""

from collections.abc import Iterable

from msgspec import Struct

from talkscli.store.model import Fact

LABEL = 50  # characters of what an event is called


class Event(Struct, frozen=True):
    """What happened, in a few words, and the first of the facts that tell of it."""

    fact: Fact
    label: str
    more: int = 0
    """How many further facts tell of it."""


def events(facts: Iterable[Fact]) -> tuple[Event, ...]:
    """Tell what dated facts say happened, each event once.

    Args:
        facts: Dated facts, in their order.

    Returns:
        One event for all facts of a date that call it the same. Of a date with named events, a fact that names none
        tells more of these, and has no line of its own.
    """
    found: dict[tuple[str, str], list[Fact]] = {}
    rows = [fact for fact in facts if fact.date]
    named = {fact.date: fact.event for fact in reversed(rows) if fact.event}
    for fact in rows:
        label = fact.event or named.get(fact.date) or _cut(fact.question or _around_date(fact))
        found.setdefault((fact.date or "", label), []).append(fact)
    return tuple(
        Event(next((fact for fact in told if fact.event), told[0]), label, len(told) - 1)
        for (_, label), told in found.items()
    )


def _around_date(fact: Fact) -> str:
    """Leave out what stands before the clause with the date, where a label would end before that."""
    told = " ".join(fact.answer.split()).removesuffix(".")
    at = told.find(fact.date_text or told)
    if at + len(fact.date_text or "") < LABEL:
        return told
    clause = max(told.rfind(mark, 0, at) for mark in (", ", "; ", ": ", ". "))
    return f"…{told[clause + 2 :].removeprefix('and ')}" if clause >= 0 else told


def _cut(text: str) -> str:
    """Shorten a text to what an event may be called, at a word."""
    line = " ".join(text.split())
    return line if len(line) <= LABEL else f"{line[: LABEL - 1].rpartition(' ')[0] or line[: LABEL - 1]}…"
