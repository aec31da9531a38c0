"""What stands around a text: its title, who wrote it and when, lists of references."""

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from talkscli.article.dates import byline, names_author, published
from talkscli.article.pieces import Piece
from talkscli.article.questions import asks, names_links, plain_question
from talkscli.article.text import MAX_HEADING
from talkscli.language import prose_dates
from talkscli.language.prose_dates import dateline, is_stamp
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
_DATE_IN = 80  # characters of a dateline up to the end of its date
_NOTICE = re.compile(
    r"(?:(?:not\s)?for\simmediate\srelease|(?:press|news|media)\s(?:release|statement)|(?:presse|medien)mitteilung"
    r"|communiqu[eé](?:\sde\spresse)?|comunicado\sde\sprensa|comunicato\sstampa|persbericht)\b[\s:|—–-]*",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"""
      \bcontributed\s(?:to\sthis\s(?:report|story|article)|reporting|research)\b
    | ^(?:additional\s)?(?:reporting|writing|editing)\sby\s
    | ^(?-i:[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]+){1,3})\sreported\sfrom\s(?-i:[A-Z])   # Ann Berg reported from Lund.
    | ^(?:updated|posted|published)(?:\s(?:on|at))?:?\s[0-9:.\s]+[ap]\.?m\.?$       # Updated at 1:23 p.m.
    | ^(?:copyright\b|©) | \ball\srights\sreserved\b
    | \shttps?://\S+$                                                           # Follow the harbour at https://…
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[](?:additional\s)?(?:reporting|writing|editing)\sby\s[^()]+[)\]]", re.IGNORECASE)
_TIME = re.compile(r"[0-9][:.][0-9]{2}")
_CREDIT_LINE = 200  # characters
_PLACED = re.compile(r"([A-Z]\w+(?:\s[A-Z]\w+){0,2})\s[–—]\s([A-Z]\w+)(?=(?:\s\S+){6})")  # Lund – Ferries were late
_WORDS = re.compile(r"\w+")
_TITLE_BY = 8  # pieces that may stand above the title
_AUTHORS = 12  # words that name the authors
_ENTRIES = ("heading", "ask", "item", "text")
_CONTENTS = 3  # entries of a table of contents, at least
_LONG_TITLE = 5  # words; with a shorter one a sentence may begin
_RUNS_ON = 4  # words at least of a sentence behind it
_GAP = 2  # of its entries that the headings spell otherwise
_FRONT = 4  # lines at most that stand between title and text


def title(pieces: Sequence[Piece]) -> str | None:
    """The first heading, if nothing stands before it; a question beside others of its level is no title."""
    if not pieces or pieces[0].kind != "heading":
        return None
    first = pieces[0]
    beside = first.level is not None and any(p.kind == "heading" and p.level == first.level for p in pieces[1:])
    return None if asks(first.text) and beside else first.text


def without_notice(pieces: Sequence[Piece]) -> tuple[list[Piece], str | None]:
    """Take out a first line that tells of what kind the document is: "FOR IMMEDIATE RELEASE", perhaps with a date.

    Returns:
        What is left; apart from it the date.
    """
    notice = _NOTICE.match(pieces[0].text) if len(pieces) > 1 and pieces[0].kind in ("heading", "text") else None
    rest = pieces[0].text[notice.end() :] if notice else ""
    if notice is None or (rest and not published(rest)):
        return list(pieces), None
    return list(pieces[1:]), published(rest)


def without_links(pieces: Sequence[Piece]) -> list[Piece]:
    """Take out the lists of what stands elsewhere, with their headings: references, related articles."""
    kept: list[Piece] = []
    dropped = 0
    for index, piece in enumerate(pieces):
        if piece.kind == "heading" and names_links(piece.text):
            dropped = _behind_links(pieces, index + 1)
        if index >= dropped:
            kept.append(piece)
    return kept


def _behind_links(pieces: Sequence[Piece], start: int) -> int:
    """Find what follows a list of links: the next heading, or the text within which the list of teasers stands."""
    end = start
    while end < len(pieces) and (pieces[end].kind == "item" or _is_addresses(pieces[end])):
        end += 1
    within = end < len(pieces) and pieces[end].kind != "heading"
    return 0 if end == start or (within and any(p.text[-1:] in ".:" for p in pieces[start:end])) else end


def _is_addresses(piece: Piece) -> bool:
    return piece.kind == "text" and all(word.startswith(("http://", "https://")) for word in piece.text.split())


def without_contents(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """Take out a table of contents: lines beside each other that stand again below, as headings, and what is above."""
    keys = [_key(p.text) if p.kind in _ENTRIES else "" for p in pieces]
    last = {key: i for i, key in enumerate(keys) if key and pieces[i].kind in ("heading", "ask")}
    entries = [i for i, key in enumerate(keys) if last.get(key, -1) > i and not _has_text(pieces, i)]
    out: set[int] = set()
    run: list[int] = []
    for i in (*entries, len(pieces) + _GAP + 1):
        if run and i - run[-1] > _GAP + 1:
            if len(run) >= _CONTENTS:
                between = set(range(run[0], run[-1] + 1)).difference(run)
                numbered = {j for j in between if keys[j] and plain_question(pieces[j].text) != pieces[j].text}
                out.update(run, numbered)
                if run[0] and _leads_in(pieces[run[0] - 1], title):
                    out.add(run[0] - 1)
            run = []
        run.append(i)
    return [piece for i, piece in enumerate(pieces) if i not in out] if out else list(pieces)


def _has_text(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a text that is no entry itself stands under a heading."""
    following = pieces[at + 1] if at + 1 < len(pieces) else pieces[at]
    entry = following.kind in ("heading", "ask", "item") or plain_question(following.text) != following.text
    return pieces[at].kind in ("heading", "ask") and not entry


def _leads_in(piece: Piece, title: str | None) -> bool:
    return piece.text != title and (piece.kind == "heading" or piece.text.endswith((":", "：")))


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, plain_question(text).casefold())) if len(text) <= MAX_HEADING else ""


def without_front(pieces: Sequence[Piece], title: str | None) -> tuple[list[Piece], str | None, str | None]:
    """Take out who wrote the article, where and when, which stands between its title and its text.

    Returns:
        What is left; apart from it the date, and the line that tells who wrote it.
    """
    own = _WORDS.findall((title or "").casefold())
    titled = re.compile(r"\W*" + r"\W+".join(own) + r"\W*")
    kept = [p for p in pieces if p.kind != "text" or not own or not titled.fullmatch(p.text.casefold())]
    if len(own) >= _LONG_TITLE:
        kept[:_TITLE_BY] = [_without_title(p, titled) for p in kept[:_TITLE_BY]]
    dated = written = None
    at = next((i + 1 for i, p in enumerate(kept[:_TITLE_BY]) if p.kind in ("heading", "ask") and p.text == title), 0)
    at = at or int(bool(kept) and kept[0].kind == "heading")
    if not at and kept and _headed(kept[0]):
        headline, _, rest = kept[0].text.partition("\n")
        kept[:1] = [Piece("heading", headline, 1), replace(kept[0], text=rest)]
        at = 1
    kept[at : at + 1] = [line for p in kept[at : at + 1] for line in _front_lines(p, titled if own else None)]
    for _ in range(_FRONT):
        if at >= len(kept) or not _is_line(kept[at]):
            break
        found, date = byline(kept[at].text)
        if not found and not _names_authors(kept, at):
            break
        written = written or (kept[at].text if found and names_author(kept[at].text) else None)
        del kept[at]
        dated = dated or date
    opening = takewhile(lambda i: i < len(kept) and _is_line(kept[i]), range(at, at + _FRONT))
    stamp = next((i for i in opening if is_stamp(kept[i].text)), None)  # it may stand under the first lines, too
    if stamp is not None:
        dated = dated or dateline(kept[stamp].text)
        del kept[stamp]
    for index in range(at, min(at + _FRONT, len(kept))):  # under a caption or what it is about, too
        if kept[index].kind != "text":
            break
        text, day = _without_dateline(kept[index].text, agency=index > at)
        if text != kept[index].text:
            kept[index] = replace(kept[index], text=text)
            dated = dated or day
            break
    return kept, dated, written


def _without_title(piece: Piece, titled: re.Pattern[str]) -> Piece:
    """Cut off the title that runs on into the text: "Ferries Late in All of the North The ice lay thick"."""
    folded = piece.text.casefold()
    said = titled.match(folded) if piece.kind == "text" and len(folded) == len(piece.text) else None
    rest = piece.text[said.end() :] if said else ""
    return replace(piece, text=rest) if rest[:1].isupper() and len(rest.split()) >= _RUNS_ON else piece


def _headed(piece: Piece) -> bool:
    """Tell whether a text is a headline, and below it nothing but lines that tell of the article."""
    headline, *lines = piece.text.split("\n") if piece.kind == "text" else [""]
    return bool(lines) and not byline(headline)[0] and all(byline(line)[0] for line in lines)


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


def without_tail(pieces: Sequence[Piece]) -> list[Piece]:
    """Take out what stands under a report and is none of it: who worked on it, when it was put there, whose it is."""
    kept = list(pieces)
    if any(piece.kind == "ask" or (piece.kind == "heading" and asks(piece.text)) for piece in kept):
        return kept  # an answer may end in an address
    last = next((i for i in range(len(kept) - 1, -1, -1) if kept[i].kind == "text"), 0)
    if last and _BRACKETED.fullmatch(kept[last].text):
        del kept[last]  # what is left are buttons
    for _ in range(_FRONT):
        if len(kept) < 3 or not _is_line(kept[-1]) or not _is_credit(kept[-1].text):
            break
        kept.pop()
    return kept


def _is_credit(text: str) -> bool:
    if len(text) > _CREDIT_LINE:
        return False
    return (is_stamp(text) and _TIME.search(text) is not None) or _CREDIT.search(text) is not None


def _is_line(piece: Piece) -> bool:
    return piece.kind == "text" and "\n" not in piece.text


def _names_authors(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a short line is no text, as the day of publication stands right under it."""
    if len(pieces[at].text.split()) > _AUTHORS or pieces[at].text[-1:] in ".!?:;" or at + 1 >= len(pieces):
        return False
    return _is_line(pieces[at + 1]) and dateline(pieces[at + 1].text) is not None


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
    if told is None or (agency and told["agency"] is None):
        return text, None
    if told["agency"] is None and (told["place"] or "").title() not in gazetteer():
        return text, None
    return text[told.end() :], None
