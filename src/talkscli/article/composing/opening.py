"""What stands between the title of an article and its text: who wrote it, where, when."""

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from talkscli.article.composing.pieces import Piece, is_line
from talkscli.article.dates import byline, names_author, published
from talkscli.language import prose_dates
from talkscli.language.prose_dates import dateline, is_stamp
from talkscli.language.quotations import OPENING
from talkscli.language.vocabulary import gazetteer

_CAPITALS = r"[^\W\d_a-zà-ÿ]"
_DATELINE = re.compile(  # HALDEN, Norway (NTB) — Ferries were late.
    rf"""
    (?: (?P<place> {_CAPITALS}{{2,}} (?:[\s.'’-]+{_CAPITALS}+){{0,3}} ) (?:,\s[\w.\s]{{2,25}}?)? \s? )?
    (?P<agency> \( [A-Z][\w\s./]{{1,24}} \) )? \s? [—–-]{{1,2}} \s (?=\S)
    """,
    re.VERBOSE,
)
_PLACE = re.compile(rf"{_CAPITALS}[\w.'’-]*(?:,?\s{_CAPITALS}[\w.'’-]*){{0,4}},\s|{_CAPITALS}{{3,}}\s")
_BEHIND_DATE = re.compile(r"(?:,?\s?[(/][A-Z][\w\s./]{1,24}[)/])?(?:\s?[—–-]{1,2}|[.:])\s(?=\S)")
_DASH = re.compile(r"\s?[—–-]{1,2}\s(?=\S)")
_NUMBER = re.compile("[0-9]")
_DAY_IN = 24  # characters of a day
_DATE_IN = 80  # characters of a dateline up to the end of its date
_PLACED = re.compile(r"([A-Z]\w+(?:\s[A-Z]\w+){0,2})\s[–—]\s([A-Z]\w+)(?=(?:\s\S+){6})")  # Lund – Ferries were late
_WORDS = re.compile(r"\w+")
_TITLE_BY = 8  # pieces that may stand above the title
_AUTHORS = 12  # words that name the authors
_LONG_TITLE = 5  # words; with a shorter one a sentence may begin
_RUNS_ON = 4  # words at least of a sentence behind it
_WAY = 8  # words of a path before the title
_FRONT = 4  # lines at most
_TOLD = 6  # words of such a line in a list


def without_front(pieces: Sequence[Piece], title: str | None) -> tuple[list[Piece], str | None, str | None]:
    """Take out who wrote the article, where and when, which stands between its title and its text.

    Returns:
        What is left; apart from it the date, and the line that tells who wrote it.
    """
    own = _WORDS.findall((title or "").casefold())
    titled = re.compile(r"\W*" + r"\W+".join(own) + r"\W*")
    kept = [p for p in pieces if p.kind != "text" or not own or not titled.fullmatch(p.text.casefold())]
    if len(own) >= _LONG_TITLE:
        kept = [p for n, p in enumerate(kept) if n >= _TITLE_BY or not _is_path(p, title or "")]
        before = re.compile(r"\W*" + r"\W+".join(own) + r"[.:!?]?\s+")
        kept[:_TITLE_BY] = [_without_title(p, before) for p in kept[:_TITLE_BY]]
    written = None
    at = next((i + 1 for i, p in enumerate(kept[:_TITLE_BY]) if p.kind in ("heading", "ask") and p.text == title), 0)
    at = at or int(bool(kept) and kept[0].kind == "heading")
    if not at and kept and _headed(kept[0]):
        headline, _, rest = kept[0].text.partition("\n")
        kept[:1] = [Piece("heading", headline, 1), replace(kept[0], text=rest)]
        at = 1
    if not at and len(kept) > 1 and _leads_to_date(kept):
        at = 1
    kept, dated = _without_list(kept, at)
    kept[at : at + 1] = [line for p in kept[at : at + 1] for line in _front_lines(p, titled if own else None)]
    for _ in range(_FRONT):
        if at >= len(kept) or not is_line(kept[at]):
            break
        found, date = byline(kept[at].text)
        if not found and not _names_authors(kept, at):
            break
        written = written or (kept[at].text if found and names_author(kept[at].text) else None)
        del kept[at]
        dated = dated or date
    opening = takewhile(lambda i: i < len(kept) and is_line(kept[i]), range(at, at + _FRONT))
    stamp = next((i for i in opening if is_stamp(kept[i].text)), None)  # it may stand under the first lines, too
    if stamp is not None:
        dated = dated or dateline(kept[stamp].text)
        del kept[stamp]
    for index in range(at, min(at + _FRONT, len(kept))):  # under a caption or what it is about, too
        if kept[index].kind != "text":
            break
        text, day = _without_dateline(kept[index].text, agency=index > at)
        if index == at and day is None and text == kept[index].text:
            text, day = _without_date(text, kept[at + 1 :])
        if text != kept[index].text:
            kept[index] = replace(kept[index], text=text)
            dated = dated or day
            break
    return kept, dated, written


def _without_list(pieces: list[Piece], at: int) -> tuple[list[Piece], str | None]:
    """Take out a list under the title that tells of the article, one item of it the date: "3 May 2021", "Harbours"."""
    items = list(takewhile(lambda piece: piece.kind == "item", pieces[at:]))
    dates = [date for item in items if (date := published(item.text))]
    short = all(len(item.text.split()) <= _TOLD and item.text[-1:] not in ".!?:;" for item in items)
    if len(dates) != 1 or len(items) > _FRONT or not short:
        return pieces, None
    return pieces[:at] + pieces[at + len(items) :], dates[0]


def _without_title(piece: Piece, before: re.Pattern[str]) -> Piece:
    """Cut off the title that runs on into the text: "Ferries Late in All of the North The ice lay thick"."""
    folded = piece.text.casefold()
    said = before.match(folded) if piece.kind == "text" and len(folded) == len(piece.text) else None
    rest = piece.text[said.end() :] if said else ""
    begins = rest.lstrip(OPENING)[:1].isupper() and len(rest.split()) >= _RUNS_ON
    return replace(piece, text=rest) if begins else piece


def _is_path(piece: Piece, title: str) -> bool:
    """Tell whether a line shows the way to the page: "You are here: News Releases Ferries Late in All of the North"."""
    way = piece.text[: -len(title)] if is_line(piece) and piece.text.endswith(title) else ""
    return 0 < len(way.split()) <= _WAY and not any(map(way.__contains__, ".!?"))


def _headed(piece: Piece) -> bool:
    """Tell whether a text is a headline, and below it nothing but lines that tell of the article."""
    headline, *lines = piece.text.split("\n") if piece.kind == "text" else [""]
    return bool(lines) and not byline(headline)[0] and all(byline(line)[0] for line in lines)


def _leads_to_date(pieces: Sequence[Piece]) -> bool:
    """Tell whether the first piece is a line without an end, and the one below it has the day of publication."""
    lines = is_line(pieces[0]) and pieces[0].text[-1:].isalnum() and is_line(pieces[1])
    return lines and bool(byline(pieces[1].text)[1])


def _front_lines(piece: Piece, titled: re.Pattern[str] | None) -> list[Piece]:
    """Part the lines that a text begins with from it where they tell of the article; that of its title is left out."""
    lines = piece.text.split("\n") if piece.kind == "text" else []
    kept: list[Piece] = []
    at = 0
    while at < len(lines) - 1 and len(kept) < _FRONT:
        if not (titled and titled.fullmatch(lines[at].casefold())):
            if not byline(lines[at])[0]:
                break
            kept.append(replace(piece, text=lines[at]))
        at += 1
    return [*kept, replace(piece, text="\n".join(lines[at:]))] if at else [piece]


def _names_authors(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a short line is no text, as the day of publication stands right under it."""
    if len(pieces[at].text.split()) > _AUTHORS or pieces[at].text[-1:] in ".!?:;" or at + 1 >= len(pieces):
        return False
    return is_line(pieces[at + 1]) and dateline(pieces[at + 1].text) is not None


def _without_date(text: str, behind: Sequence[Piece]) -> tuple[str, str | None]:
    """Cut off a day that stands alone before a report: "3 May 2021 -- Ferries …"; not where others begin with one."""
    day = _dated(text)
    if day is None or any(_dated(piece.text) for piece in behind):
        return text, None
    return text[day.end() :], prose_dates.find(text[: day.start()])[0].edtf


def _dated(text: str) -> re.Match[str] | None:
    """Find the dash behind a day that a text begins with."""
    found = prose_dates.find(text[:_DAY_IN]) if _NUMBER.search(text, 0, _DAY_IN) else ()
    begins = found and not found[0].start and len(found[0].edtf) == len("2021-05-03")
    return _DASH.match(text, found[0].end) if begins else None


def _without_dateline(text: str, *, agency: bool) -> tuple[str, str | None]:
    """Cut off where a report comes from: "HALDEN, Norway (NTB) — ", "HALDEN — "; `agency`: only what names one.

    Returns:
        The rest; the EDTF date of a dateline that has one: "HALDEN, 3 May 2021 — ".
    """
    found = prose_dates.find(text[:_DATE_IN])
    behind = _BEHIND_DATE.match(text, found[0].end) if found and len(found[0].edtf) == len("2021-05-03") else None
    if behind and _PLACE.fullmatch(text, 0, found[0].start):
        return text[behind.end() :], found[0].edtf
    placed = None if agency else _PLACED.match(text)
    if placed and placed[1] in gazetteer() and placed[2] not in gazetteer():
        return text[placed.start(2) :], None
    told = _DATELINE.match(text)
    if told is None:
        return text, None
    place = not agency and (told["place"] or "").title() in gazetteer()
    region = told[0].partition(", ")[2].rstrip("—– -").title() in gazetteer()  # KHAN YOUNIS, GAZA —
    if told["agency"] is None and not (place or region):
        return text, None
    return text[told.end() :], None
