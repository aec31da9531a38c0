"""Dates in running text, as EDTF: how an event is dated in English, German, Ukrainian and six more languages.

Every date has a year, so each year is found first, then what stands before it (a day, a month, a season) and what
joins it to the next (an interval). A number of four digits alone is a year only where the words around it say so.
"""

import re
from functools import lru_cache

from msgspec import Struct

from talkscli.language import calendar
from talkscli.language.late import Late
from talkscli.language.times import MONTH, MONTHS, SEASONS, WEEKDAY, last_words, number
from talkscli.language.years import JOINED, MEASURED, is_counted, is_year


class When(Struct, frozen=True, gc=False):
    """A date found in a text."""

    edtf: str
    text: str
    """As it stands there."""
    start: int
    end: int


_SEASON = "(?:" + "|".join(SEASONS) + ")"
_DAY = rf"{calendar.DAY}(?:st|nd|rd|th|er|[.º°])?(?![0-9])"
_JOIN = r"\s(?:and|und|et|y|e|en|та|і|и)\s"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|until|till|through|bis|до|по|à|a|al|hasta|tot)\s)"
_BETWEEN = re.compile(r"(?:between|zwischen|entre|tra|tussen|між|между)\s$", re.IGNORECASE)
_YEAR = re.compile(
    calendar.YEAR
    + r"""
    (?<![0-9$€£#№,:/].{4}) (?<![0-9]{3}\..{4})  # what stands before it: it is quick to look for the digits first
    (?! [0-9] | [.,:][0-9] | \s?[%°€$£] )       # not 2014.5, 1500 €
    """,
    re.VERBOSE,
)


def _monthly(name: str) -> str:
    """Make a pattern for a month, with its day before or behind it; the names of months, of which there are many, once.

    Args:
        name: That of the group for a day before it.
    """
    return rf"(?:(?P<{name}>{_DAY}\s(?:(?:of|de)\s)?)?{MONTH}(?({name})|(?:\s{_DAY})?))"


_LEAD = Late(
    rf"""
    (?<!\w)(?:
        (?:(?P<a>{_monthly("day_a")}|{_DAY}(?=(?:{_TO}|{_JOIN})[0-9]))(?:{_TO}|{_JOIN}))?
          (?P<b>{_monthly("day_b")}|{_DAY})(?:,?\s(?:(?:of|del?)\s)?|,)                     # 16–18 May, … May 16, …
      | (?P<season>{_SEASON})\s(?:of\s|des\sJahres\s|de\s|del\s|van\s)?                              # summer of …
      | (?P<numeric>{calendar.DAY}\.\s?(?:1[0-2]|0?[1-9])\.\s?)        # 16.05.…
      | (?P<part>(?:early|mid|late)(?:[-\s]to[-\s](?:mid|late))?[-\s])                 # early … (1920s)
    )$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RUN = re.compile(r"\w+")
_ENDS_LEAD = Late(rf"{_SEASON}|[0-9]\w*|early|mid|late|of|del?|van|Jahres", re.IGNORECASE)
_ISO_REST = re.compile(r"-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?(?![0-9-])")
_HAN = re.compile(r"年(?![度代間间])(?:(1[0-2]|0?[1-9])月(?:(3[01]|[12][0-9]|0?[1-9])日)?)?")  # 2021年5月3日
_SHORT = re.compile(r"[-–—/]([0-9]{2})(?![0-9.,%-])")
_DECADE = re.compile(r"(?:['’]?s|er(?:[-\s]Jahren?)?|[-‐–]?(?:ті|тих|х|их|ми|тими))(?!\w)")
_PARTS = re.compile("early|mid|late", re.IGNORECASE)
_YEARS_OF = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}  # of a decade
_OF_CENTURY = {"early": ("00", "33"), "mid": ("34", "66"), "late": ("67", "99")}
_CENTURIES_END = "1900"  # the 1900s may be a decade
_TO_NEXT, _TO_AHEAD = re.compile(_TO + "$"), re.compile(_TO, re.IGNORECASE)
_COORDINATED = re.compile(r",?\s(?:and|or|und|oder|та|і|й)\s|,\s")
_ON = r"(?:\s+(?:on|am|le|el|il|em|op))?\s*:?\s+"
_LABEL = re.compile(
    r"\A(?:published|updated|posted|date|veröffentlicht|publiziert|publiée?|créée?|publicad[oa]|pubblicat[oa]|gepubliceerd"
    rf"|опубліковано|опубликовано){_ON}",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    rf"\A(?:aktualisiert|mise?\sà\sjour|modifiée?|actualizad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt){_ON}",
    re.IGNORECASE,
)
_CLOCK = Late(
    rf"""
    {WEEKDAY}
    | [0-9]{{1,2}}[:.h][0-9]{{2}}(?::[0-9]{{2}})?     # 17:30
    | \b(?:[A-Z]{{1,3}}[DS]T|UTC|GMT|[AP]\.?M\.?|at|on|à|às|alle|um|Uhr|om)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TIME = re.compile(r"(?<![0-9])[0-9]{1,2}[:.h][0-9]{2}(?![0-9.])")
_RANGE_FOLLOWS = Late(
    rf"{_TO}(?:(?:{_monthly('day')}|{_DAY}|{_SEASON}),?\s(?:of\s)?)?(?:1[0-9]{{3}}|20[0-9]{{2}})(?![0-9]|[.,][0-9])",
    re.IGNORECASE,
)


@lru_cache(16)
def find(text: str) -> tuple[When, ...]:
    """Find the dates in a text, in order; an interval is one date."""
    found: list[When] = []
    for match in _YEAR.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        when, bare = _around(text, match)
        if when is None or (bare and is_counted(text, match)):
            if found and _TO_NEXT.fullmatch(text, found[-1].end, match.start()):
                found.pop()  # "1000 to 2000 people"
            continue
        last = found[-1] if found else None
        gap = text[last.end : when.start] if last else ""
        if last and (_TO_NEXT.fullmatch(gap) or (re.fullmatch(_JOIN, gap) and _BETWEEN.search(text[: last.start]))):
            joined = f"{last.edtf.split('/')[0]}/{when.edtf.split('/')[-1]}"
            if calendar.is_date(joined):
                found[-1] = When(joined, text[last.start : when.end], last.start, when.end)
                continue
        coordinated = last is not None and bool(_COORDINATED.fullmatch(gap))
        if not bare or coordinated or is_year(text, match) or _range_follows(text, match.end()):
            found.append(when)
    return tuple(found)


def _range_follows(text: str, end: int) -> bool:
    """Tell whether a year is the first of two: "1921 to 1930"."""
    return _TO_AHEAD.match(text, end) is not None and _RANGE_FOLLOWS.compiled.match(text, end) is not None


def dateline(text: str) -> str | None:
    """Read a line that holds nothing but a date, perhaps with "Published on", a weekday or a time.

    Args:
        text: A line.

    Returns:
        The EDTF date; None where the line holds anything else, or a year alone.
    """
    text = _LABEL.sub("", text, count=1)
    if not 4 <= len(text) <= 60:
        return None
    found = find(text)
    if len(found) != 1 or len(found[0].edtf) < 7:
        return None
    rest = _CLOCK.compiled.sub("", text[: found[0].start] + " " + text[found[0].end :])
    return None if any(map(str.isalnum, rest)) else found[0].edtf


def is_stamp(text: str) -> bool:
    """Tell whether a line says nothing but when a text was put there: "Posted on 3 May 2021, at 11:29 a.m."."""
    told = _CHANGED.sub("", text, count=1)
    return (told != text or (_LABEL.match(text) or _TIME.search(text)) is not None) and dateline(told) is not None


def _around(text: str, match: re.Match[str]) -> tuple[When | None, bool]:
    """Return the date that has this year, and whether it is nothing but four digits."""
    year, start, end = match[0], match.start(), match.end()
    iso, short = _ISO_REST.match(text, end), _SHORT.match(text, end)
    if iso and not (short and int(short[1]) == int(year[2:]) + 1):  # "2011-12" is a season
        day = year + iso[0]
        return (When(day, day, start, iso.end()), False) if calendar.is_date(day) else (None, False)
    han = _HAN.match(text, end)
    if han:
        day = "-".join((year, *(part.zfill(2) for part in han.groups() if part)))
        return (When(day, text[start : han.end()], start, han.end()), False) if calendar.is_date(day) else (None, False)
    decade = _DECADE.match(text, end) if year[3] == "0" else None
    before = text[max(0, start - 45) : start]
    runs = _RUN.findall(before[-20:])
    ends_lead = runs and (runs[-1].casefold() in last_words("months") or _ENDS_LEAD.compiled.fullmatch(runs[-1]))
    lead = _LEAD.compiled.search(before) if ends_lead else None
    if decade:
        begin = start - (len(lead[0]) if lead and lead["part"] else 0)
        parts = _PARTS.findall(lead["part"]) if lead and lead["part"] else ["early", "late"]
        if year[2:] == "00" and year < _CENTURIES_END and decade[0].endswith("s"):
            ends = (_OF_CENTURY[parts[0].lower()][0], _OF_CENTURY[parts[-1].lower()][1])
            return When(
                "/".join(year[:2] + end for end in ends), text[begin : decade.end()], begin, decade.end()
            ), False
        first, last = _YEARS_OF[parts[0].lower()][0], _YEARS_OF[parts[-1].lower()][1]
        return When(f"{year[:3]}{first}/{year[:3]}{last}", text[begin : decade.end()], begin, decade.end()), False
    edtf = _read_lead(lead, year) if lead else None
    if lead and edtf and calendar.is_date(edtf):
        begin = start - len(lead[0])
        return When(edtf, text[begin:end], begin, end), False
    if short and int(short[1]) > int(year[2:]) and not MEASURED.match(text, short.end()):
        return When(f"{year}/{year[:2]}{short[1]}", text[start : short.end()], start, short.end()), False
    if start and (text[start - 1].isalnum() or (text[start - 1] == "-" and not JOINED.search(before))):
        return None, False
    follows = text[end : end + 2]
    if follows[:1].isalpha() or (follows[:1] == "-" and follows[1:].isalnum() and not _YEAR.match(text, end + 1)):
        return None, False  # "2019-nCoV"
    return When(year, year, start, end), True


def _read_lead(lead: re.Match[str], year: str) -> str | None:
    """Read what stands before a year: "16–18 May", "May 16,", "Summer of", "16.05."."""
    if lead["numeric"]:
        numbers = [int(part) for part in lead["numeric"].replace(" ", "").rstrip(".").split(".")]
        return _iso(year, numbers[1], numbers[0])
    if lead["season"]:
        begins = 3 * number(SEASONS, lead["season"])
        ends = f"{year}-{begins + 2:02}" if begins < 12 else f"{int(year) + 1}-02"
        return f"{year}-{begins:02}/{ends}"
    if not lead["b"]:
        return None
    month, day = _read_point(lead["b"])
    if not lead["a"]:
        return _iso(year, month, day)
    month_a, day_a = _read_point(lead["a"])
    first, last = (_iso(year, month_a or month, day_a), _iso(year, month or month_a, day))
    return f"{first}/{last}" if first and last else None


def _iso(year: str, month: int, day: int) -> str | None:
    if not month:
        return None
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def _read_point(text: str) -> tuple[int, int]:
    """Return month and day of "16 May", "May 16", "May" or "16"; 0 for what is missing."""
    digits = re.search(r"[0-9]+", text)
    name = re.search(MONTH, text, re.IGNORECASE)
    return number(MONTHS, name[0]) if name else 0, int(digits[0]) if digits else 0
