"""When an article was published, as the lines about it tell."""

import re

from talkscli.language import calendar, prose_dates

_ISO = re.compile(r"(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-])", re.ASCII)
_IN_ADDRESS = re.compile(r"/(20\d\d)[/-]([01]\d)[/-]([0-3]\d)(?=[/-]|$)", re.ASCII)
_BY = re.compile(r"(?:by|von|par|por|di|door|автор|текст)[:\s]", re.IGNORECASE)
NOTICE = re.compile(
    r"(?:(?:not\s)?for\simmediate\srelease|(?:press|news|media)\s(?:release|statement)"
    r"|(?:presse|medien)(?:mitteilung|meldung|information)"
    r"|communiqu[eé](?:\sde\spresse)?|comunicado\sde\sprensa|comunicato\sstampa|persbericht)\b"
    r"(?:\s(?:nr|no|n)[.º°]?\s?[\w/-]+)?(?:\s(?:of|from|dated|vom|du|del|van|di)\b)?[\s:|—–-]*",
    re.IGNORECASE,
)
"""Of what kind a document is, before its date: "Press release, 3 May 2021", "Pressemitteilung vom 3. Mai 2021"."""
_SENTENCE = re.compile(r"[^\W\d_]{3}\.$")  # ends it; a date and "a.m." may end a line about an article
_PARTS = re.compile(r" [—–-] |[|·•]|, ")
_APART = re.compile(r"(?:[,:|(]|\s[—–-])\s?$")
_LASTING = 365  # days
MAX_LINE = 120  # characters of a line that tells of an article


def published(value: str | None) -> str | None:
    """Return the EDTF date that a value of front matter or metadata begins with, or that a line is."""
    text = (value or "").strip()
    found = _ISO.match(text)
    return found[0] if found else prose_dates.dateline(text)


def is_lasting(first: str | None, last: str | None) -> bool:
    """Tell whether a text was still changed a year after it was published, as an encyclopedia is and news is not."""
    if not first or not last:
        return False
    return (calendar.parse(last).first - calendar.parse(first).last).days > _LASTING


def in_address(address: str | None) -> str | None:
    """Return the day in the address of a page: ".../2024/10/03/…", which is that of its town, not of Greenwich."""
    found = _IN_ADDRESS.search(address or "")
    day = "-".join(found.groups()) if found else ""
    return day if _ISO.fullmatch(day) else None


def byline(line: str) -> tuple[bool, str | None]:
    """Tell whether a line between title and text is about the article: who wrote it, where, when.

    Returns:
        Whether it is, and the EDTF date in it: "By Ann Berg, Lund — 3 October 2024".
    """
    if len(line) > MAX_LINE:
        return False, None
    alone = published(line)
    if alone:
        return True, alone
    found = prose_dates.find(line)
    date = found[0].edtf if len(found) == 1 and len(found[0].edtf) >= 10 and "/" not in found[0].edtf else None
    written = _BY.match(line) is not None and (line[-1:] not in ".!?:" or line.endswith(".m."))  # "… at 11 a.m."
    if date is None:
        return written and len(line.split()) <= 10, None
    around = line[: found[0].start] + "—" + line[found[0].end :]
    parts = [part for part in _PARTS.split(around) if any(map(str.isalpha, part))]
    told = line[-1:] not in "!?:" and not _SENTENCE.search(around)
    written = written or NOTICE.fullmatch(line[: found[0].start]) is not None
    apart = written or (told and all(len(part.split()) <= 4 for part in parts))
    return (True, date) if apart and not _in_prose(line, found[0]) else (False, None)


def titled(title: str | None) -> str | None:
    """Return the EDTF day that ends a title, set apart from it: "Minutes of the committee, 3 October 2024"."""
    found = prose_dates.find(title) if title else ()
    if not title or len(found) != 1 or len(found[0].edtf) != len("2024-10-03"):
        return None
    return found[0].edtf if _APART.search(title[: found[0].start]) and title[found[0].end :] in ("", ")") else None


def names_author(line: str) -> bool:
    """Tell whether a line about an article says by whom it is."""
    return _BY.match(line) is not None


def _in_prose(line: str, when: prose_dates.When) -> bool:
    """A date that words lead up to stands in a sentence: "It opened on 3 October 2024"."""
    before = line[: when.start].rstrip()
    return bool(before) and before[-1].isalnum() and not (_BY.match(line) or NOTICE.fullmatch(before))
