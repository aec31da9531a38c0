"""Facts that say the same are told once, as where an article is read twice."""

from collections.abc import Sequence

from talkscli.language.grammar import is_speech
from talkscli.language.offices import MISTER
from talkscli.language.words import STOP, words
from talkscli.store.model import Fact

LONG = 8  # words; a longer quotation is not shown twice
FRAGMENT = 4  # words; a quotation of fewer tells little alone


def once(
    facts: Sequence[Fact], *, quotes: bool = False, dated: bool = False, together: bool = False
) -> list[tuple[Fact, ...]]:
    """Put together the facts that look the same.

    Args:
        facts: Facts in their order.
        quotes: Whether the quotations are shown, so that a sentence with two of them is told twice.
        dated: The same of the dates.
        together: Whether the quotations of one speaker in one sentence stand together.

    Returns:
        The facts, each with those that say the same behind it.
    """
    found: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        told = (
            fact.question,
            " ".join(fact.answer.split()),
            quotes and fact.quote,
            dated and fact.date,
            together and fact.speaker,
        )
        found.setdefault(told, []).append(fact)
    return list(map(tuple, found.values()))


def whole_first(quotes: Sequence[tuple[Fact, ...]]) -> list[tuple[Fact, ...]]:
    """Put sentences before parts of sentences, and these before mere fragments: "justice".

    Args:
        quotes: Facts with a quotation, each with those that say the same behind it.
    """

    def rank(same: tuple[Fact, ...]) -> int:
        said = same[0].quote or ""
        return 2 if len(said.split()) < FRAGMENT else int(not said.lstrip("[“\"'").strip()[:1].isupper())

    return sorted(quotes, key=rank)


def around(fact: Fact, quotes: Sequence[str], names: Sequence[str]) -> str | None:
    """Take what a fact tells beside quotations that are shown already; None where that is but who says them.

    Args:
        fact: A fact with a quotation.
        quotes: All quotations in its answer.
        names: Of the speaker.

    Returns:
        Its question, if it has one; else its answer, with a sign in the place of what is long and said already.
    """
    if fact.question:
        return fact.question
    rest = shown = fact.answer
    for quote in sorted(quotes, key=len, reverse=True):
        rest = rest.replace(quote, " ", 1)
        shown = shown.replace(quote, "…", 1) if len(quote.split()) > LONG else shown
    for part in sorted(filter(None, names), key=len, reverse=True):
        rest = rest.replace(part, " ", 1)
    told = [word for word in words(rest) if not is_speech(word) and word not in STOP and word not in MISTER]
    return shown if told else None
