"""What stands around a text and is none of it: tables of contents, lists of references, credits."""

import re
from collections.abc import Sequence

from talkscli.article.composing.pieces import Piece, is_line
from talkscli.article.dates import NOTICE, published
from talkscli.article.questions import asks, names_links, plain_question
from talkscli.article.text import MAX_HEADING
from talkscli.language.prose_dates import is_stamp

_CREDIT = re.compile(
    r"""
      \bcontributed\s(?:to\sthis\s(?:report|story|article)|reporting|research)\b
    | ^(?:additional\s)?(?:reporting|writing|editing)\sby\s
    | ^(?-i:[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]+){1,3})\sreported\sfrom\s(?-i:[A-Z])   # Ann Berg reported from Lund.
    | ^(?:updated|posted|published)(?:\s(?:on|at))?:?\s[0-9:.\s]+[ap]\.?m\.?$       # Updated at 1:23 p.m.
    | ^(?:follow|find|like)\s.{1,60}\son\s(?:twitter|facebook|instagram|linkedin|youtube)\b  # Follow us on
    | ^(?:listen\sto|watch)\s.{1,60}\slive\b                                    # Listen to Kella live at 12:45
    | ^(?:originally|first|this\s(?:article|story|post)\s(?:was\s)?(?:originally|first)|republished)
      \s(?:published|appeared|posted|written|with)\b                            # Originally published on Kella News.
    | ^(?-i:[A-Z]).{2,60}\s(?:can|may)\sbe\s(?:reached|contacted)\s(?:at|on|by|via)\s\S*[@0-9]
    | ^this\s(?:article|story|report)\swas\s(?:provided|produced|supplied)\sby\b
    | ^(?:filed\sunder|topics|tags|tagged(?:\swith)?|categor(?:y|ies)|posted\sin|labels)\s?:
    | ^(?:contact|email|e-mail|reach)\s(?-i:[A-Z]).{2,60}\sat\s\S+@                     # Contact Ann Berg at berg@…
    | ^(?:sign\sup|subscribe|click\shere)\b
    | ^(?:copyright\b|©) | \ball\srights\sreserved\b
    | \shttps?://\S+$                                                           # Follow the harbour at https://…
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PROMOTED = re.compile(  # Get the day's news delivered to your inbox.
    r"\b(?:to|in|meet)\syour\sinbox\b|^(?:sign\sup|subscribe|keep\sup)\s(?:for|to|with)\b[^.]*\bnewsletters?\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[](?:additional\s)?(?:reporting|writing|editing)\sby\s[^()]+[)\]]", re.IGNORECASE)
_TIME = re.compile(r"[0-9][:.h][0-9]{2}")
_TAKEN = re.compile(  # The pier. Photo: Ann Berg.
    r"(?:^|[.!?”\")]\s|\s[|–—-]\s?|\()(?:Fotos?|Photos?|Photograph|Bild|Image|Imagen|Picture)(?:\s(?:by|von|credit))?\s?[:©]\s?"
    r"[^.:;!?]{2,60}[.)]?$"
)
_GALLERY = re.compile(r"[0-9]{1,3}\sof\s[0-9]{1,3}[.:]?\s[A-ZÀ-Ž]")  # 1 of 18. The pier
_LEADS_ON = re.compile(r"\s[|»›→]\s?(?:mehr|more|weiterlesen|lire\sla\ssuite|leer\smás)\s?$", re.IGNORECASE)
_ASIDES = ("oto", "Bild", "Ima", "icture", "|", "»", "›", "→")  # one stands in whatever matches
_HOUR = re.compile(
    r"(?:[0-2]?[0-9][:.h][0-5][0-9]|[0-2]?[0-9](?=\s?(?:[ap]\.?m|uhr|h\b)))(?:\s?(?:[ap]\.?m\.?|uhr|h))?(?:\s[A-Z]{2,4})?[.:]?",
    re.IGNORECASE,
)
_LONG_HOUR = 20  # characters
_DEEP = 9  # level of such a heading, below all others
_CREDIT_LINE = 200  # characters
_CAPTION = 400  # the same of a caption
_CREDITS = 4  # lines at most
_ENTRIES = ("heading", "ask", "item", "text")
_CONTENTS = 3  # entries of a table of contents, at least
_GAP = 2  # of its entries that the headings spell otherwise


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
    notice = NOTICE.match(pieces[0].text) if len(pieces) > 1 and pieces[0].kind in ("heading", "text") else None
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


def without_tail(pieces: Sequence[Piece]) -> list[Piece]:
    """Take out what stands under a report and is none of it: who worked on it, when it was put there, whose it is."""
    kept = list(pieces)
    if any(piece.kind == "ask" or (piece.kind == "heading" and asks(piece.text)) for piece in kept):
        return kept  # an answer may end in an address
    kept = [p for p in kept if not (is_line(p) and len(p.text) < _CREDIT_LINE and _PROMOTED.search(p.text))]
    last = next((i for i in range(len(kept) - 1, -1, -1) if kept[i].kind == "text"), 0)
    if last and _BRACKETED.fullmatch(kept[last].text):
        del kept[last]  # what is left are buttons
    for _ in range(_CREDITS):
        if len(kept) < 3 or not is_line(kept[-1]) or not _is_credit(kept[-1].text):
            break
        kept.pop()
    return kept


def without_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """Take out the lines that end with who took the picture above them, and those that lead on: "… | mehr"."""
    return [piece for piece in pieces if not (is_line(piece) and _is_aside(piece.text))]


def _is_aside(text: str) -> bool:
    short = len(text) < _CREDIT_LINE
    if text[:1].isdigit() and len(text) < _CAPTION and _GALLERY.match(text):
        return True
    if not any(map(text.__contains__, _ASIDES)):
        return False
    return short and (_TAKEN.search(text) is not None or _LEADS_ON.search(text) is not None)


def with_hours(pieces: Sequence[Piece]) -> list[Piece]:
    """Make headings of the lines that hold but a time of day, under which a report goes on: "4:14 p.m."."""
    if not any(map(_is_hour, pieces)):
        return list(pieces)
    level = _DEEP if any(piece.kind == "heading" and piece.level is not None for piece in pieces) else None
    following = [piece.kind for piece in pieces[1:]] + [""]
    return [
        Piece("heading", piece.text, level) if _is_hour(piece) and kind == "text" else piece
        for piece, kind in zip(pieces, following, strict=True)
    ]


def _is_hour(piece: Piece) -> bool:
    return piece.kind == "text" and len(piece.text) < _LONG_HOUR and _HOUR.fullmatch(piece.text) is not None


def _is_credit(text: str) -> bool:
    if len(text) > _CREDIT_LINE:
        return False
    return (is_stamp(text) and _TIME.search(text) is not None) or _CREDIT.search(text) is not None
