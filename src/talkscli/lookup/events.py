"""What happened, told once, however many facts tell of it."""

from collections.abc import Iterable

from msgspec import Struct

from talkscli.language.words import STOP
from talkscli.lookup.excerpt import cut
from talkscli.lookup.labels import LONGEST, label_of
from talkscli.store.model import Fact

ALIKE = 0.7  # share of the words of the shorter of two facts of a date that tell the same
_COMPARED = 20  # facts of a date, the last ones: a date of thousands takes no longer


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
        label = fact.event or (fact.question and named.get(date)) or _label(fact)
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


def _label(fact: Fact) -> str:
    return cut(" ".join(fact.question.split()), LONGEST) if fact.question and not fact.faq else label_of(fact)
