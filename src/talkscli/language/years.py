"""Whether four digits are a year, by the words around them: "in 1921", not "1921 cars" or "page 1921"."""

import re

from talkscli.language import closed
from talkscli.language.words import STOP

_BEFORE = re.compile(
    r"""
    (?: ^[\W_]*                                 # 1921: the pier is built
      | [(\[:;–—]\s?                            # the pier (1921)
      | \b(?: in|since|until|till|by|from|before|after|during|of|early|late|around|about|circa|ca\.|c\.|years?|for
            | through|throughout|beyond|(?:until|till|through)\sat\sleast|to|mid
            | only|born|died|b\.|d\.|established|founded|opened|ended|began      # in 1921
            | war(?:en)?|wurden?|hatten?
            | im|schon|bereits|erst|seit|ab|bis|von|vor|nach|um|jahre?s?|anno|ende|anfang|mitte|zwischen
            | between|з|із|від|до|після|близько|року|році|рік|period
            | en|depuis|dès|desde|hasta|em|nel|dal|del?|sinds|tussen|entre|tra|с|от )\s
      | mid-
    )$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPENS = re.compile(r"(?:^|[.!?]\s)(?:In|By|Since|During|After|Before)\s$")  # In 1921 tariffs rose
_DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|our|this|that|der|die|das|den|dem|des)|['’]s?)\s$", re.IGNORECASE
)
MEASURED = re.compile(  # 1500 km, 2000 US dollars, 1451 GMT
    r"""
    \s(?: (?:km|m|kg|t|mln|million|billion|percent|Euro|Meter|грн|км)\b | (?:US|EUR|USD|GBP|GMT|UTC|hours|hrs)\b )
    """,
    re.VERBOSE,
)
_PLURAL = re.compile(
    r"\s(?!(?:was|is|has|as|its|his|this|us|does|thus|less|always|perhaps|across|plus|versus)\b)[a-z]+s\b|\s(?:people|men|women|children|Menschen|Mann|Personen|осіб|людей)\b"
)
_YEAR_WORD = re.compile(r"\s?(?:р(?:ік|оку|оці|оком|оки|оків|оками|оках)|год(?:а|у|ом|ы|ов)?|рр?\.|гг?\.)(?!\w)")
_COUNTING = re.compile(
    r"""
    (?: \b(?:no|nr|nos|page|pages|pp?|room|flight|highway|route|model|isbn|vol|chapter|about|over|almost|nearly
            |some)\.?\s                         # page 1921, nearly 2000
      | [€$£]\s? )$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SMALL_BEFORE, _SMALL_AFTER = re.compile(r"\b([a-zäöüß]+)\s$"), re.compile(r"\s([a-zäöüß]+)\b|(?=[.,;:!?]|$)")
_GERMAN = closed.telling("de") - STOP
_MORE_OR_LESS = frozenset("über um gegen etwa rund fast knapp als wie oder gegenüber".split())
_AT_HOUSE = re.compile(r"\b(?:of|at|from|to|near|outside|behind)\s$")
_STREET = re.compile(  # Eighth St.
    r"\s(?:[NSEW]\.?\s)?(?:(?:[A-Z][\w’'.-]*|\d+(?:st|nd|rd|th))\s){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|Way|Terrace|Highway|Hwy|Parkway)\b"
)
JOINED = re.compile(r"(?:mid|[12][0-9]{3})-$", re.IGNORECASE)  # mid-1921, 2007-2013


def is_counted(text: str, match: re.Match[str]) -> bool:
    """Tell whether four digits count what follows: "2000 people", not "the 2016 elections" or "In 2024 tariffs rose".

    A round number before a plural counts; one that is not is hardly ever a count that is written without a comma.
    """
    if MEASURED.match(text, match.end()) or _is_number_of_house(text, match):
        return True
    if not _PLURAL.match(text, match.end()):
        return False
    if not text[: match.start()].strip():
        return True  # "1921 cars were sold"
    if JOINED.search(text[max(0, match.start() - 5) : match.start()]) or _OPENS.search(
        text[max(0, match.start() - 12) : match.start()]
    ):
        return False
    return int(match[0]) % 50 == 0 or not 1800 <= int(match[0]) <= 2050 or not is_year(text, match)


def _is_number_of_house(text: str, match: re.Match[str]) -> bool:
    """Tell whether four digits are a part of an address: "of 1921 Pier Drive", not "In 1921 Pier Street burnt"."""
    return (
        _STREET.match(text, match.end()) is not None
        and _AT_HOUSE.search(text[max(0, match.start() - 9) : match.start()]) is not None
    )


def is_year(text: str, match: re.Match[str]) -> bool:
    """Tell whether the words around four digits make them a year."""
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 20]
    if _YEAR_WORD.match(after):
        return True
    if _COUNTING.search(before):
        return False
    if _BEFORE.search(before) or _is_german(before, after):
        return True
    return bool(_DETERMINED.search(before) and re.match(r"\s[^\W\d_]", after))


def _is_german(before: str, after: str) -> bool:
    """Tell whether four digits stand between small words, as a year does in German: "hat 1921 eröffnet"."""
    word, behind = _SMALL_BEFORE.search(before), _SMALL_AFTER.match(after)
    if word is None or behind is None or word[1] in _MORE_OR_LESS or before.endswith("Vergleich zu "):
        return False
    return not _GERMAN.isdisjoint((word[1], behind[1]))
