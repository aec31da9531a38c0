"""EDTF dates (ISO 8601-2, level 0): a day, a month, a year, or an interval of two of these."""

import re
from datetime import date, timedelta
from typing import NamedTuple

YEAR = "(?:1[0-9]{3}|20[0-9]{2})"
"""A pattern of the years that texts tell of: other numbers of four digits mostly count something."""
DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
"""A pattern of the days of a month."""
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = ("spring", "summer", "autumn", "winter")
TIMES = (*(month.lower() for month in MONTHS if month != "May"), *SEASONS)
"""Months and seasons in small letters, without "may", which is mostly a verb."""

SHORT = (*(month[:3].lower() for month in MONTHS), "sept")
"""Months as they are cut short, "may" among them: beside a number only they tell a day."""


class Span(NamedTuple):
    """The days that a date covers, both ends included. Spans sort by their first day, then their last."""

    first: date
    last: date

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one day."""
        return self.first <= other.last and other.first <= self.last


def parse(text: str) -> Span:
    """Read an EDTF date.

    Args:
        text: A day, a month, a year or an interval: `2025-05-16`, `2022-02`, `2014`, `2022-06/2023`.

    Returns:
        The days from the first to the last that it covers.

    Raises:
        ValueError: It is anything else, or no day of the calendar; the message can be shown.
    """
    start, slash, end = text.partition("/")
    span = _point(start)
    if slash:
        span = Span(span.first, _point(end).last)
        if span.last < span.first:
            raise ValueError(f"the interval {text!r} ends before it begins")
    return span


def is_date(text: str) -> bool:
    """Tell whether a text is an EDTF date that `parse` reads."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _point(text: str) -> Span:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a date such as 2014, 2022-02, 2025-05-16 or 2022-06/2023")
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        first = date(year, month, day)
    except ValueError:
        unit = "day" if match[3] else "month" if match[2] else "year"
        raise ValueError(f"{text!r} is not a {unit} of the calendar") from None
    if match[3]:
        return Span(first, first)
    if match[2]:
        return Span(first, _month_end(year, month))
    return Span(first, date(year, 12, 31))


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def say(text: str) -> str:
    """Put an EDTF date into words, no more exact than it is.

    Args:
        text: A valid date, as `parse` reads it.

    Returns:
        English words: "June 2022 – 2023" for `2022-06/2023`.
    """
    return " – ".join(_say_point(point) for point in text.split("/"))


def _say_point(text: str) -> str:
    year, *rest = text.split("-")
    words = [MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([str(int(day)) for day in rest[1:]] + words + [year])
