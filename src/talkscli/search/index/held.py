"""Types of answer: which a fact holds. Told once, while the index is built."""

import re
from collections.abc import Iterable, Sequence

from talkscli.language.answers import abroad, currencies
from talkscli.language.calendar import SHORT, TIMES, WEEKDAYS, YEAR
from talkscli.language.grammar import speech
from talkscli.language.numbers import GREAT
from talkscli.language.tongues import ENGLISH, Tongue
from talkscli.language.words import unspaced
from talkscli.store.model import Fact

AGES = "century centuries decade decades".split()
_PERIODS = [*AGES, *"minute minutes hour hours day days week weeks month months year years age ages".split()]
_DAYS = [*map(str.lower, WEEKDAYS), *"midnight noon today tomorrow tonight yesterday".split()]
_CLOCK = r"\d{1,2}[:.]?\d{2} ?(?:gmt|bst|cet|utc|et|hours)|\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m"
_PARTS = "night morning evening weekend fall".split()
_PASSING = rf"(?:last|next|this) (?:{'|'.join([*_PERIODS, *_PARTS])})"
_DISTANCE = (
    rf"(?:in|within) (?:a few|a couple of|about|another|at least|less than|the next)? ?[\w-]+ (?:{'|'.join(_PERIODS)})"
    rf"|(?:{'|'.join(_PERIODS)}) ago"
)
_SHORT = rf"(?:{'|'.join(SHORT)})"
_DATE = re.compile(
    rf"\b(?:{YEAR}|{'|'.join([*TIMES, *AGES, *_DAYS])}|{_SHORT}\.? \d{{1,2}}|\d{{1,2}} {_SHORT}|{_CLOCK}|{_PASSING}"
    rf"|{_DISTANCE})\b"
)
_MAY = re.compile(r"\b(?:during|early|in|last|late|mid|next|since|until) May\b")  # mostly the month
_DURATION = re.compile(rf"\b(?:{'|'.join(_PERIODS)})\b")
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|since|therefore|thus|so that|in order to|reasons?|caus(?:e[ds]?|ing)"
    r"|result(?:s|ed|ing)? (?:of|from|in)|led to|thanks to|as a result)\b"
)
_CAPITAL = re.compile(r"\w \W?[A-Z]")
_MONEY = re.compile(
    r"[$€£¥₴₽₹]|\b(?:usd|eur|gbp|at no (?:cost|charge)|(?:is|are|was|were|be|for|\w+ly) free"
    r"|free (?:admission|entrance|entry|for|of charge|to|with))\b"
)
_SHARE = re.compile(r"\d\s?%|\bper ?cent\b")
_AGE = re.compile(r"(?<=\w), \d{1,3}(?=,)|\b(?:aged? \d|\d{1,3}[- ]years?[- ]old\b)|\(\d{1,3}\)")
PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,5}\)[\s.-]?|\d{2,5}[\s.-])\d{3,4}[\s.-]\d{3,4}(?![\w-]|[.,/]\d)"
)
"""A telephone number."""
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
"""An address for e-mail."""
STREET = re.compile(
    r"""
      \b\d{1,5}(?:[a-z]|[-–]\d{1,5})?,?\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.'’-]*\s){1,4}  # 12 Old Pier Road
      (?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Square|Sq|Place|Pl|Boulevard|Blvd|Court|Ct|Parkway|Pkwy
        |Highway|Hwy|Terrace|Row|Quay|Crescent|Close|Broadway)\b
    | \b[A-Z]{2}\s\d{5}(?:-\d{4})?(?![\w-])                                    # CA 94103
    | \b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b                                     # L1 4LN
    """,
    re.VERBOSE,
)
"""A street with its number, or a postcode, as they are written in English."""
_DIALLED = re.compile(r"(?<![\w.,/-])(?:\+\d|\(?0\d)(?:[\s()./-]{0,2}\d){7,13}(?![\w-]|[.,/]\d)")
"""A telephone number as it is written in other lands: "+5493564474056", "06 12 34 56 78"."""
_ROUND = re.compile(r"\d,(?:-|–|—)")  # "20,- Euro"
_DIGITS = frozenset("0123456789")
_TIMES = frozenset(["may", *TIMES, *_PERIODS, *_DAYS, *_PARTS])  # to pass over at once what has none


def holds(fact: Fact, said: str, folded: Sequence[str], tokens: Iterable[str], tongue: Tongue = ENGLISH) -> set[str]:
    """Tell what kinds of answer a fact holds.

    Args:
        fact: The fact.
        said: Its answer.
        folded: The words of that.
        tokens: What these were analysed to.
        tongue: The language.

    Returns:
        Of number, money, percentage, age, date, duration, words (somebody's), reason, capital (some name); of another
        language than English phone and mail, too.
    """
    found = {"date"} if fact.date else set()
    if _DIGITS.intersection([token[0] for token in tokens]) or not GREAT.isdisjoint(folded):
        found.add("number")
    if not (_TIMES.isdisjoint(folded) and _DIGITS.isdisjoint([word[0] for word in folded])):
        lower = said.lower()
        if _DATE.search(lower) or _MAY.search(said):
            found.add("date")
        if _DURATION.search(lower):
            found.add("duration")
    if _AGE.search(said):
        found.add("age")
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
    return found if tongue.english else found | _held_abroad(said, folded, tongue)


def _held_abroad(said: str, folded: Sequence[str], tongue: Tongue) -> set[str]:
    """The same of what is told otherwise in other languages: sums of money, telephone numbers, addresses for e-mail."""
    found = {kind for kind, shape in (("phone", PHONE), ("phone", _DIALLED), ("mail", MAIL)) if shape.search(said)}
    free, names = abroad(tongue.code, "free"), abroad(tongue.code, "currency")
    if any(map(unspaced, folded)):
        sums = any(re.search(rf"\d ?{re.escape(name)}", said) for name in names) or any(word in said for word in free)
    else:
        counted = any(word[0].isdigit() for word in folded)
        sums = not free.isdisjoint(folded) or (counted and (not names.isdisjoint(folded) or bool(_ROUND.search(said))))
    return found | {"money"} if sums else found
