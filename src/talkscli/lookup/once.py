"""Facts that say the same are told once, as where an article is read twice."""

from collections.abc import Sequence

from talkscli.store.model import Fact


def once(facts: Sequence[Fact], *, quotes: bool = False, dated: bool = False) -> list[tuple[Fact, ...]]:
    """Put together the facts that look the same.

    Args:
        facts: Facts in their order.
        quotes: Whether the quotations are shown, so that a sentence with two of them is told twice.
        dated: The same of the dates.

    Returns:
        The facts, each with those that say the same behind it.
    """
    found: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        told = (fact.question, " ".join(fact.answer.split()), quotes and fact.quote, dated and fact.date)
        found.setdefault(told, []).append(fact)
    return list(map(tuple, found.values()))
