"""The names of months, weekdays and seasons in several languages, as patterns."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from talkscli.language import calendar, tables


def _patterns(table: str) -> tuple[str, ...]:
    """Make a pattern of each line of a table, the longer names first."""
    lines = (sorted(line.split(), key=len, reverse=True) for line in tables.read(table).splitlines())
    return tuple("|".join(map(_pattern, names)) for names in lines)


def _pattern(name: str) -> str:
    """Make a pattern of a name; "~" before it: it is one in small letters only."""
    pattern = re.escape(name.lstrip("~")).replace("'", "['’ʼ]")
    return f"(?-i:{pattern})" if name[0] == "~" else pattern


@cache
def last_words(table: str) -> frozenset[str]:
    """Return the last word of each name of a table: one of these stands in whatever has such a name."""
    names = (name.replace("'", mark) for name in tables.read(table).split() for mark in "'ʼ")  # the second is a letter
    return frozenset([re.findall(r"\w+", name)[-1] for name in names])


MONTHS, WEEKDAYS = _patterns("months"), _patterns("weekdays")
"""A pattern for each month and each weekday, of its names in several languages."""
SEASONS = tuple(
    f"{english}|{others}"
    for english, others in zip(
        calendar.SEASONS,
        (
            "frühling|frühjahr|printemps|primavera|навесні|весн[аиуіойе]+",
            "sommer|été|verano|verão|zomer|літ[оаі]|влітку|лет[оау]|летом",
            "fall|herbst|automne|otoño|autunno|outono|herfst|ос(?:інь|ені)|восени|осен(?:ь|и|ью)",
            "hiver|invierno|inverno|взимку|зим[аиуіойе]+",
        ),
        strict=True,
    )
)
"""One for each season."""
_OF_IT = r"\s(?:de[rs]|diese[rs]|[dms]?eine[rs]|ihre[rs]|unsere[rs]|von|vor)\b"  # im letzten Jahr des Krieges
LAST = {
    "last_week": r"semaine\s(?:dernière|passée)|semana\s(?:pasada|passada)|settimana\sscorsa|прошлой\sнеделе"
    rf"|минулого\sтижня|(?:vergangene|vorige)[nr]?\sWoche|letzte(?<!und\sletzte)[nr]?\sWoche(?!{_OF_IT})|(?:vorige|afgelopen)\sweek",
    "last_year": r"(?:an|année)\s(?:dernier|dernière|passée)|año\spasado|ano\spassado|anno\sscorso|прошлом\sгоду"
    r"|минулого\sроку|(?:vergangene[ns]|vorige[ns])\sJahr(?:es)?"
    rf"|letzte(?<!und\sletzte)(?<!nem\sletzte)(?<!rem\sletzte)[ns]\sJahr(?:es)?(?!{_OF_IT})|vorig\sjaar",
}
"""How other languages than English say "last week" and "last year"."""


def _any(patterns: tuple[str, ...]) -> str:
    """Make one pattern of several, by the first letter of each name: of most words it tells that they are none."""
    names = sorted("|".join(patterns).split("|"), key=len, reverse=True)
    by_first: dict[str, list[str]] = {}
    for name in names:
        first = name if name[0] == "(" else name[0]  # one in small letters only stands alone
        by_first.setdefault(first, []).append(name.removeprefix(first))
    return "(?:" + "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_first.items()) + r")(?!\w)"


WEEKDAY, MONTH = _any(WEEKDAYS), _any(MONTHS)
"""Patterns for any weekday, any month."""


@lru_cache(1000)
def number(patterns: tuple[str, ...], word: str) -> int:
    """Tell the number, from 1, of the month, weekday or season that a word names.

    Args:
        patterns: MONTHS, WEEKDAYS or SEASONS.
        word: What one of them matches.
    """
    return next(i for i, pattern in enumerate(patterns, 1) if re.fullmatch(pattern, word, re.IGNORECASE))


def months(text: str) -> dict[int, str]:
    """Find the months that a text names.

    Args:
        text: Any text; "may" and "march" in lower case are taken for verbs.

    Returns:
        The number of each month (1 to 12), with the first word that names it.
    """
    found: dict[int, str] = {}
    for match in _one_of(MONTHS).finditer(text):
        if match[0][0].isupper() or len(match[0]) > 5:
            found.setdefault(_group(match), match[0])
    return found


def seasons(text: str) -> dict[int, str]:
    """Find the seasons that a text names.

    Args:
        text: Any text; "fall" and "spring" are left out, as they mostly are verbs.

    Returns:
        The number of each season (1 to 4), with the first word that names it, in small letters.
    """
    found: dict[int, str] = {}
    for match in _one_of(SEASONS).finditer(text):
        if match[0].lower() not in ("fall", "spring"):
            found.setdefault(_group(match), match[0].lower())
    return found


@cache
def _one_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """Match any of several patterns, each in a group that tells its number."""
    either = "|".join(f"(?P<n{i}>{names})" for i, names in enumerate(patterns, 1))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _group(match: re.Match[str]) -> int:
    return int((match.lastgroup or "n0")[1:])
