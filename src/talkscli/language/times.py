"""The names of months, weekdays and seasons in several languages, as patterns."""

import re

from talkscli.language import calendar, tables


def _patterns(table: str) -> tuple[str, ...]:
    """Make a pattern of each line of a table, the longer names first."""
    lines = (sorted(line.split(), key=len, reverse=True) for line in tables.read(table).splitlines())
    return tuple("|".join(map(re.escape, names)).replace("'", "['’ʼ]") for names in lines)


MONTHS, WEEKDAYS = _patterns("months"), _patterns("weekdays")
"""A pattern for each month and each weekday, of its names in several languages."""
SEASONS = tuple(
    f"{english}|{others}"
    for english, others in zip(
        calendar.SEASONS,
        (
            "frühling|frühjahr|навесні|весн[аиуі]",
            "sommer|літ[оаі]|влітку",
            "fall|herbst|ос(?:інь|ені)|восени",
            "взимку|зим[аиуі]",
        ),
        strict=True,
    )
)
"""One for each season."""


def _any(patterns: tuple[str, ...]) -> str:
    """Make one pattern of several, by the first letter of each name: of most words it tells that they are none."""
    names = sorted("|".join(patterns).split("|"), key=len, reverse=True)
    by_first = {name[0]: [other[1:] for other in names if other[0] == name[0]] for name in names}
    return "(?:" + "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_first.items()) + r")(?!\w)"


WEEKDAY, MONTH = _any(WEEKDAYS), _any(MONTHS)
"""Patterns for any weekday, any month."""


def number(patterns: tuple[str, ...], word: str) -> int:
    """Tell the number, from 1, of the month, weekday or season that a word names.

    Args:
        patterns: MONTHS, WEEKDAYS or SEASONS.
        word: What one of them matches.
    """
    return next(i for i, pattern in enumerate(patterns, 1) if re.fullmatch(pattern, word, re.IGNORECASE))
