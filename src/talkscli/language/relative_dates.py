"""Dates that are told from the day of publication: "on Tuesday", "Dec. 12", "in April", "last week"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from talkscli.language import calendar, date_hints, days, han_days, nearest, prose_dates
from talkscli.language.calendar import DAY, YEAR
from talkscli.language.late import Late
from talkscli.language.numbers import NUMERALS, UNITS
from talkscli.language.prose_dates import When
from talkscli.language.tense import OPEN, PLANNED
from talkscli.language.tense import tense as tense_of
from talkscli.language.times import LAST, MONTH, MONTHS, SEASONS, WEEKDAY, WEEKDAYS, number

_BEHIND = r"(?P<past>\s(?:dernier|pasado|passado|scorso|letzten|vorig))?(?P<coming>\s(?:prochain|próximo|prossimo))?"
_EXPRESSION = Late(
    rf"""
    (?<!\w)(?:
        (?P<month_first>{MONTH})\s(?P<day_behind>{DAY})(?:st|nd|rd|th)?(?![\w:/]|[.,][0-9]|\s?[%$€£])  # Dec. 12
      | (?P<day_first>{DAY})(?:st|nd|rd|th|er|[.º°])?\s(?:(?:of|de)\s)?(?P<month_behind>{MONTH})  # 12 December
      | (?P<which_day>last\s|next\s|later\s(?:on\s)?)?(?P<weekday>{WEEKDAY})  # on Tuesday
      | (?P<which_end>over\sthe|at\sthe|last|this|next)\sweekend(?!\w)
      | (?:(?P<lead>(?:in|since|until|during|by|im|seit|en|em|à|dès|depuis|fin|début|desde
             |mes\sde|nel|dal|sinds|у|в|з|с)\s(?:(?:early|mid|late|la\sfin|fin|début)[\s-])?
             |(?:at|by|before|since|until|towards?|around)\sthe\s(?:end|beginning|start|middle)\sof\s
          |(?:anfang|mitte|ende|fin|début|(?:principios|mediados|finales)\sde|inizio|metà|fine
               |begin|half|eind|(?:начале|середине|конце|початку|середині|кінці))\s)
          |(?P<which_month>last\s|this\s|next\s|letzten\s|vergangenen\s|pasado\s(?:mes\sde\s)?|scorso\s|прошлом\s))
        (?P<month>{MONTH}){_BEHIND}                                          # in April, en avril dernier
      | (?:{"|".join(f"(?P<{name}>{phrases})" for name, phrases in LAST.items())})(?!\w)
      | (?<!the\s)(?P<which>last|this|next)\s(?P<unit>week|month|year)(?!\w)    # last week, not "the next year"
      | (?P<which_season>last|this|next)\s(?P<season>{"|".join(date_hints.SEASONS)})(?!\w)    # this fall
      | (?P<yesterday>yesterday|last\snight|gestern|ayer|ieri|ontem|gisteren|вчора|вчера)(?!\w)
      | (?P<tomorrow>tomorrow|demain|domani|amanhã|завтра)(?!\w)
      | (?-i:(?P<today>today|[Tt]his\s(?:morning|afternoon|evening)|[Tt]onight))(?!['’]?\w)
      | (?P<count>an?|{"|".join(sorted(NUMERALS))}|[1-9][0-9]?)\s
        (?P<counted>day|week|month|year)s?\sago(?!\w)                                                  # two days ago
    )(?:\s(?:of\s)?(?:(?P<whose>last|this|next)\s(?P<span>year|week))(?!\w))?                # Friday last week
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMES = (*calendar.MONTHS, *calendar.WEEKDAYS)
_CAPITALS = frozenset(name[:end].lower() for name in _NAMES for end in (3, 4, 9))  # "may" is a verb, "mayo" a month
_ANY = re.compile(r"\b(?:every|each|any)\s(?:other\s|second\s|third\s|single\s)?$", re.IGNORECASE)
_A = re.compile(r"\ban?\s(?:\w+\s)?$", re.IGNORECASE)  # a better tomorrow
_OF_EACH = Late(  # the first Friday and Saturday of the month
    rf"(?:(?:,|,?\s(?:and|or))\s{WEEKDAY})*\s(?:of|in)\s(?:the|each|every)\s(?:week|month|quarter|year)(?!\w)",
    re.IGNORECASE,
)
_CLOSE = 20  # characters before a date
_DAY_FOLLOWS = Late(
    rf",?\s\(?(?:{MONTH}\.?\s{DAY}(?:st|nd|rd|th)?(?!\w)|{days.ARTICLE}{DAY}(?:st|nd|rd|th|er|\.)?\s(?:(?:of|de)\s)?{MONTH})",
    re.IGNORECASE,
)
_YEAR_FOLLOWS = re.compile(rf",?\s{YEAR}(?![0-9])")
_DIGIT_FOLLOWS = re.compile(r",?\s[^0-9]{0,20}[0-9]")  # is quick
_WEEKDAY_BEFORE = Late(rf"(?<!\w)({WEEKDAY}),?\s\(?{days.ARTICLE}\Z", re.IGNORECASE)
_PART_OF_DAY = re.compile(r"\s(?:morning|afternoon|evening|night)\b")
_TO_DAY = re.compile(rf"(?:st|nd|rd|th)?[-–—]({DAY})(?:st|nd|rd|th)?(?![\w:/]|[.,][0-9]|\s?[-–—%$€£])")
_PART = re.compile(r"\b(?:half|(?:second|minute|hour|day|week|month|time)s)\s$", re.IGNORECASE)  # of what was counted
_STEPS = {"last": -1, "this": 0, "next": 1}
_COUNTS = UNITS | {"a": 1, "an": 1}
_SEASON = len("2014-06/2014-08")
_SOON = 40  # days ahead


def readings(words: str, published: str | None) -> frozenset[str]:
    """Find every date that words such as "Tuesday" can mean, whatever stands around them.

    Args:
        words: The words of a date without a year.
        published: The EDTF date of publication.

    Returns:
        EDTF dates; none where the words are no date, or where it is not known when they were published.
    """
    day, found = _point(published), set()
    if day and published and len(published) == len("2021-05-03") and (han := han_days.DAY.fullmatch(words)):
        return frozenset(filter(None, [han_days.meant(han, day)]))
    for lead in ("", "in ", "last ", "this ", "next "):
        text = lead + words
        match = _EXPRESSION.compiled.fullmatch(text) or _EXPRESSION.compiled.match(text)
        if match is None or not day or not published:
            continue
        for edtf in (_resolved(match, tense, day, len(published)) for tense in (-1, 0, 1)):
            meant, end = _to_day(edtf, text, match, day) if edtf else (edtf, 0)
            found |= {meant} if text[end:] in ("", ".") else set()
    if not found and (told := days.halves(words)):
        return days.spans(readings(told[0], published), readings(told[1], published))
    return frozenset(edtf for edtf in found if edtf)


def find(text: str, published: str | None) -> tuple[When, ...]:
    """Find the dates in a text, those without a year by the day of publication.

    Args:
        text: A sentence.
        published: The EDTF date of publication; without it, or where it is not exact enough, only dates with a year
            are found.

    Returns:
        The dates in order; the words of each as they stand in the text.
    """
    found = prose_dates.find(text)
    day = _point(published)
    if day is None or published is None or not date_hints.may_have_one(text):
        return found
    more = han_days.find(text, found, day) if "日" in text and len(published) == len("2021-05-03") else []
    for match in _expressions(text):
        start = match.end("lead") if match["lead"] and not match["which_month"] else match.start()
        if any(when.start - 2 <= match.end() and start <= when.end + 2 for when in found) or not _is_name(text, match):
            continue
        if match["weekday"] and days.is_no_day(text, match.start()):
            continue
        tense = tense_of(text, match)
        if (match["today"] and not tense) or _is_vague(match, text):
            continue  # "as it is today" tells of these times
        edtf = _within(match, found) or _resolved(match, tense, day, len(published))
        if edtf and not tense and _is_abroad(match) and edtf > (day + timedelta(days=_SOON)).isoformat():
            edtf = _resolved(match, -1, day, len(published))  # what is not soon has been, as no verb tells
        if edtf is not None and calendar.is_date(edtf):
            edtf, end = _to_day(edtf, text, match, day)
            if edtf:
                more.append(When(edtf, text[start:end], start, end))
    return days.joined(text, sorted((*found, *more), key=lambda when: when.start))


def _within(match: re.Match[str], found: Sequence[When]) -> str | None:
    """Return the month within the season told before it: "After the summer of 2014 he left in mid-August"."""
    before = [when.edtf for when in found if when.end < match.start() and len(when.edtf) == _SEASON]
    if not before or not match["month"] or match["which_month"] or match["span"]:
        return None
    month = f"{before[-1][:4]}-{number(MONTHS, match['month']):02}"
    first, last = before[-1].split("/")
    return month if first <= month <= last else None


def _to_day(edtf: str, text: str, match: re.Match[str], published: date) -> tuple[str | None, int]:
    """Return a day, or the days up to another of its month, "September 7-8", and where the words for it end.

    A weekday with a number is the day of that number; none where that is another weekday.
    """
    if match["weekday"] and (told := days.numbered(text, match["weekday"], match.end("weekday"))):
        meant = nearest.weekday_of(int(told[1]), number(WEEKDAYS, match["weekday"]), published)
        if meant or days.is_sure(told):
            return (meant.isoformat() if meant else None), told.end()
    last = _TO_DAY.match(text, match.end()) if match["month_first"] else None
    both = f"{edtf}/{edtf[:-2]}{int(last[1]):02}" if last else edtf
    return (both, last.end()) if last and calendar.is_date(both) else (edtf, match.end())


def _is_vague(match: re.Match[str], text: str) -> bool:
    """Tell whether what stands about an expression makes it no date: "every Monday", "half a year ago"."""
    before = text[max(0, match.start() - _CLOSE) : match.start()]
    return bool(
        _ANY.search(before)
        or (match["count"] and _PART.search(before))
        or (match["tomorrow"] and _A.search(before))
        or (match["weekday"] and _OF_EACH.compiled.match(text, match.end()))
    )


def _is_abroad(match: re.Match[str]) -> bool:
    """Tell whether the name of a month is none in English, of whose verbs alone the tense is known."""
    month = match["month_first"] or match["month_behind"] or match["month"]
    return month is not None and month.lower() not in _CAPITALS


def _expressions(text: str) -> Iterator[re.Match[str]]:
    """Find the expressions in a text, none within another."""
    end = 0
    for start in date_hints.places(text):
        if start >= end and (match := _EXPRESSION.compiled.match(text, start)):
            yield match
            end = match.end()


@lru_cache
def _point(published: str | None) -> date | None:
    if not published or "/" in published:
        return None
    try:
        return calendar.parse(published).first
    except ValueError:
        return None


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether a month or weekday is written as one: "in May", not "in may"; followed by no year of its own."""
    for group in ("month_first", "month_behind", "month", "weekday"):
        if match[group] in _CAPITALS:
            return False
    begins = match["yesterday"] or match["tomorrow"] or match["which"] or match["which_season"] or match["today"]
    if begins and begins[0].isupper() and not days.OPENS.search(text, max(0, match.start() - _CLOSE), match.start()):
        return False  # a film called See You Yesterday
    near = match["weekday"] and _DIGIT_FOLLOWS.match(text, match.end())
    if near and _DAY_FOLLOWS.compiled.match(text, match.end()):
        return False  # "Saturday, May 18" is one date
    return _YEAR_FOLLOWS.match(text, match.end()) is None


def _resolved(match: re.Match[str], tense: int, published: date, exact: int) -> str | None:
    """Return the date that an expression means; `exact`: how many characters of the day of publication are known.

    None where there is none, as before the year 1 and after the year 9999.
    """
    try:
        return _meant(match, tense, published, exact)
    except (ValueError, OverflowError):
        return None


def _meant(match: re.Match[str], tense: int, published: date, exact: int) -> str | None:
    if match["unit"] or match["which_month"]:
        step = _STEPS.get((match["which"] or match["which_month"]).strip().lower(), -1)
    if match["unit"]:
        return nearest.unit_of(match["unit"].lower(), step, published, exact)
    if match["counted"] and match["counted"].lower() != "day":
        count = match["count"].lower()
        return nearest.unit_of(match["counted"].lower(), -(_COUNTS.get(count) or int(count)), published, exact)
    for name in LAST:
        if match[name]:
            return nearest.unit_of(name.rpartition("_")[2], -1, published, exact)
    if exact < 7:
        return None
    if match["season"]:
        nth = number(SEASONS, match["season"])
        return nearest.season(nth, _STEPS[match["which_season"].lower()], published)
    if match["past"] or match["coming"]:
        tense = -1 if match["past"] else 1
    whose = _STEPS[match["whose"].lower()] if match["whose"] else 0
    if match["month"]:
        month = number(MONTHS, match["month"])
        months, now = [date(published.year + n, month, 1) for n in (-1, 0, 1)], published.replace(day=1)
        if match["span"] == "year":
            return months[1 + whose].isoformat()[:7]
        if match["which_month"]:
            near = {-1: nearest.before, 0: nearest.nearest, 1: nearest.after}[step]
            return near(months, now).isoformat()[:7]
        return nearest.by_tense(tense, months, now).isoformat()[:7]
    if exact < 10:
        return None
    if match["month_first"] or match["month_behind"]:
        month = number(MONTHS, match["month_first"] or match["month_behind"])
        day = int(match["day_behind"] or match["day_first"])
        days = [d for n in (-1, 0, 1) if (d := nearest.day_of(published.year + n, month, day))]
        if match["span"] == "year":
            days = [d for d in days if d.year == published.year + whose]
        if told := _WEEKDAY_BEFORE.compiled.search(match.string, max(0, match.start() - _CLOSE), match.start()):
            days = [d for d in days if d.isoweekday() == number(WEEKDAYS, told[1])] or days  # Saturday, May 18
        return nearest.by_tense(tense, days, published).isoformat() if days else None
    if match["weekday"] and match["span"] == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=whose)
        return (monday + timedelta(days=number(WEEKDAYS, match["weekday"]) - 1)).isoformat()
    if match["weekday"]:
        back = (published.weekday() - number(WEEKDAYS, match["weekday"]) + 1) % 7
        which = (match["which_day"] or "").strip().lower()
        if tense == OPEN and not which:
            return None if back else published.isoformat()
        if which == "next" or (which != "last" and tense > 0):
            evening = _PART_OF_DAY.match(match.string, match.end()) is not None
            same = which.startswith("later") or (which != "next" and (evening or tense == PLANNED))
            today = 0 if same else 7
            return (published + timedelta(days=(7 - back) % 7 or today)).isoformat()
        return (published - timedelta(days=back or (7 if which == "last" else 0))).isoformat()
    if match["which_end"]:
        return nearest.weekend(match["which_end"].lower(), tense, published)
    if match["count"]:
        count = match["count"].lower()
        return (published - timedelta(days=_COUNTS.get(count) or int(count))).isoformat()
    return (published + timedelta(days=bool(match["tomorrow"]) - bool(match["yesterday"]))).isoformat()
