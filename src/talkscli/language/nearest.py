"""Days, months and weeks that lie nearest to the day of publication, before it or behind it."""

from datetime import date, timedelta

_SATURDAY = 5


def unit_of(unit: str, step: int, published: date, exact: int) -> str | None:
    """Return the year, month or week that lies `step` of them from the day of publication.

    `exact`: how many characters of that day are known.
    """
    if unit == "year":
        return f"{published.year + step:04}"
    if unit == "month" and exact >= 7:
        months = published.year * 12 + published.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit == "week" and exact >= 10:
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    return None


def weekend(which: str, tense: int, published: date) -> str:
    """Return the weekend that "last weekend", "over the weekend" means: the last one, or a coming one of the future."""
    back = (published.weekday() - _SATURDAY) % 7
    now = back < 2  # it is one
    coming = which == "next" or (which != "last" and (tense > 0 or (which == "this" and tense == 0)))
    weeks = (not now or which == "next") if coming else -(now and which == "last")
    saturday = published - timedelta(days=back) + timedelta(weeks=weeks)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def season(nth: int, step: int, published: date) -> str | None:
    """Return the months of the season (1 is spring) that "last", "this" or "next" means: -1, 0, 1.

    "This" is the one that lies nearest, "last" the last one that is over, "next" the first one that has not begun.
    """
    spans = []
    for year in range(max(1, published.year - 2), published.year + 2):
        first = date(year, 3 * nth, 1)
        behind = date(year + (nth == 4), 3 if nth == 4 else 3 * nth + 3, 1)
        spans.append((first, behind))
    if step < 0:
        spans = [span for span in spans if span[1] <= published][-1:]
    elif step:
        spans = [span for span in spans if span[0] > published][:1]
    if not spans:
        return None
    first, behind = min(spans, key=lambda span: max((span[0] - published).days, (published - span[1]).days, 0))
    last = behind - timedelta(days=1)
    return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, or None where the month has none of this number."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_of(day: int, weekday: int, published: date) -> date | None:
    """Return the day of this number nearest to the day of publication, where it is this weekday (1 is Monday)."""
    months = (published.year * 12 + published.month - 1 + step for step in (-1, 0, 1))
    days = (day_of(month // 12, month % 12 + 1, day) for month in months)
    return nearest(found, published) if (found := [d for d in days if d and d.isoweekday() == weekday]) else None


def by_tense(tense: int, days: list[date], published: date) -> date:
    """Choose among the years: the last one before where the sentence tells of the past, else the nearest."""
    return before(days, published) if tense < 0 else after(days, published) if tense == 1 else nearest(days, published)


def before(days: list[date], published: date) -> date:
    """Return the last of the days that has been."""
    return max((d for d in days if d <= published), default=days[0])


def after(days: list[date], published: date) -> date:
    """Return the first of the days that is to come."""
    return min((d for d in days if d >= published), default=days[-1])


def nearest(days: list[date], published: date) -> date:
    """The nearest day; articles tell more of what was than of what will be."""
    return min(days, key=lambda d: abs((d - published).days) * (2 if d > published else 1))
