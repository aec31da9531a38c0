"""Types of answer: which a fact holds. Told once, while the index is built."""

import re
from collections.abc import Iterable, Sequence

from talkscli.language.answers import currencies
from talkscli.language.calendar import TIMES, YEAR
from talkscli.language.grammar import speech
from talkscli.store.model import Fact

AGES = "century centuries decade decades".split()
_PERIODS = [*AGES, *"minute minutes hour hours day days week weeks month months year years age ages".split()]
_DATE = re.compile(rf"\b(?:{YEAR}|{'|'.join([*TIMES, *AGES])}|may \d|\d may)\b")
_DURATION = re.compile(rf"\b(?:{'|'.join(_PERIODS)})\b")
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|since|therefore|thus|so that|in order to|reasons?|caus(?:e[ds]?|ing)"
    r"|result(?:s|ed|ing)? (?:of|from|in)|led to|thanks to|as a result)\b"
)
_CAPITAL = re.compile(r"\w \W?[A-Z]")
_MONEY = re.compile(r"[$€£¥₴₽₹]|\b(?:usd|eur|gbp|free|at no (?:cost|charge))\b")
_SHARE = re.compile(r"\d\s?%|\bper ?cent\b")
_DIGITS = frozenset("0123456789")
_TIMES = frozenset([*TIMES, *_PERIODS])  # to pass over at once what has none


def holds(fact: Fact, said: str, folded: Sequence[str], tokens: Iterable[str]) -> set[str]:
    """Tell what kinds of answer a fact holds.

    Args:
        fact: The fact.
        said: Its answer.
        folded: The words of that.
        tokens: What these were analysed to.

    Returns:
        Of number, money, percentage, date, duration, words (somebody's), reason, capital (some name).
    """
    found = {"date"} if fact.date else set()
    if _DIGITS.intersection([token[0] for token in tokens]):
        found.add("number")
    if not (_TIMES.isdisjoint(folded) and _DIGITS.isdisjoint([word[0] for word in folded])):
        lower = said.lower()
        if _DATE.search(lower):
            found.add("date")
        if _DURATION.search(lower):
            found.add("duration")
    sums = currencies().intersection(folded)
    if _SHARE.search(said):
        found.add("percentage")
        sums -= {"cent"}
    if ("number" in found and sums) or _MONEY.search(said.lower()):
        found.add("money")
    if fact.quote or fact.attribution or not speech().isdisjoint(folded):
        found.add("words")
    if _CAUSE.search(said):
        found.add("reason")
    if _CAPITAL.search(said):
        found.add("capital")
    return found
