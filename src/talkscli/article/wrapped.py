"""Lines of plain text as they were meant: wrapped ones joined, what a printer needs left out, code kept as set."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from talkscli.article.questions import ANSWER, QUESTION
from talkscli.article.text import MAX_HEADING, clean, clean_code
from talkscli.language import grammar
from talkscli.language.frequency import zipf
from talkscli.language.marks import CODE_INDENT

BULLET = re.compile(r"(?:[-*•·‣▪◦●–—+]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
RULE = re.compile(r"([=\-~_*#])\1{2,}")
WRAPPED_WIDTH = 130  # lines are taken as wrapped by hand where none is longer
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s")
_PAGE = re.compile(r"\[Page \d{1,4}\]$", re.IGNORECASE)
_FULL = 0.95  # of the lines of several words are not longer than the width that a text is set in
_SEVERAL = 4
_IN = 2  # columns; a text that stands further in than its headings does so by as many
_HEADING_LINES = 3
SHORT = 6  # words: what is longer, and goes on in small letters, is no heading
LEADING = frozenset(("the", "a", "an", "and", "or", "nor", "my", "our", "your", "their", "its"))  # end no line
_OPEN = LEADING | grammar.PREPOSITIONS
_FIRST = re.compile(r"[^\W\d_]{1,40}")
_LAST = re.compile(r"[^\W\d_]+$")
_LONGEST = 2000  # characters of a paragraph that may go on


class Line(NamedTuple):
    """A paragraph, an item or a line that stands alone."""

    text: str
    hangs: bool = False
    """Stands out to the left of the text under it, as headings do."""
    apart: bool = False
    """A rule between blank lines: it separates, and underlines nothing."""


def reflowed(content: Sequence[str]) -> list[Line]:
    """Join lines that were wrapped by hand: in text with blank lines and short lines, a paragraph is one line.

    There, lines that stand further in than the text are code, and are kept as they are set.
    """
    lines = _unpaged(content)
    cleaned = [clean(line) for line in lines]
    filled = [line for line in cleaned if line]
    width = _width(filled)
    if len(filled) == len(lines) or not 0 < width <= WRAPPED_WIDTH:
        return _mended([Line(line) for line in filled])
    margin = Counter(_indent(line) for line in lines if line.strip()).most_common(1)[0][0]
    paragraphs = list(_paragraphs(lines))
    joined: list[Line] = []
    for paragraph, hangs in zip(paragraphs, _hanging(paragraphs, margin), strict=True):
        if hangs:
            joined.append(Line(" ".join(map(clean, paragraph)), hangs=True))
        elif len(paragraph) == 1 and RULE.fullmatch(paragraph[0].strip()):
            joined.append(Line(paragraph[0].strip(), apart=True))
        elif joined and _is_code(paragraph, margin):
            joined.append(Line(clean_code("\n".join(paragraph))))
        else:
            joined += map(Line, _unwrapped(paragraph, width))
    return _mended(joined)


def _mended(lines: Sequence[Line]) -> list[Line]:
    """Join what the end of a page or a large first letter has parted: lines that end and begin within a sentence."""
    found: list[Line] = []
    for line in lines:
        between = _between(found[-1], line) if found else None
        if between is None:
            found.append(line)
        else:
            found[-1] = Line(f"{found[-1].text}{between}{line.text}")
    return found


def _between(one: Line, other: Line) -> str | None:
    """Return what stands between two lines that are of one sentence: a space, or nothing within a word."""
    if one.hangs or one.apart or other.hangs or other.apart or len(one.text) > _LONGEST:
        return None
    last, first = _LAST.search(one.text, len(one.text) - 40), _FIRST.match(other.text)
    if first is None or not (last or one.text.endswith(",")) or one.text.startswith(CODE_INDENT):
        return None
    if any(mark.match(text) for mark in (BULLET, QUESTION, ANSWER) for text in (one.text, other.text)):
        return None
    long = one.text.count(" ") >= SHORT
    open_ = last is not None and last[0] in _OPEN
    if not first[0].islower():
        return " " if open_ and long else None
    if last and _is_word(last[0] + first[0]) and not (_is_word(last[0]) and _is_word(first[0]) and len(one.text) > 2):
        return ""
    return " " if long or open_ else None


def _is_word(text: str) -> bool:
    return (len(text) > 1 or text in "aI") and zipf(text.lower()) > 0


def _width(filled: Sequence[str]) -> int:
    """The width that a text is set in: a few lines may be longer, addresses of any length."""
    sizes = sorted(len(line) for line in filled if line.count(" ") >= _SEVERAL - 1)
    return sizes[int(_FULL * (len(sizes) - 1))] if sizes else max(map(len, filled), default=0)


def _hanging(paragraphs: Sequence[Sequence[str]], margin: int) -> list[bool]:
    """Tell of each paragraph whether it hangs over the one below it, which stands further in, or hangs itself."""
    if margin < _IN:
        return [False] * len(paragraphs)
    found: list[bool] = []
    over = False  # what stands below is a text, or hangs over one and has a number
    listed = Counter(clean(line) for paragraph in paragraphs for line in paragraph)  # in a table of contents, too
    for paragraph in reversed(paragraphs):
        inside = _indent(paragraph[0]) >= margin
        text = " ".join(map(clean, paragraph))
        found.append(over and _indent(paragraph[0]) <= margin - _IN and _could_hang(text, paragraph, listed))
        over = inside or (found[-1] and paragraph[0].lstrip()[0].isdigit())
    return found[::-1]


def _could_hang(text: str, paragraph: Sequence[str], listed: Mapping[str, int]) -> bool:
    if len(paragraph) > _HEADING_LINES or len(text) > MAX_HEADING or text.endswith((":", "：")):
        return False
    bullet = BULLET.match(text)
    if QUESTION.match(text) or ANSWER.match(text) or (bullet and not text[0].isdigit()):
        return False
    letters = text.lstrip("0123456789.) \"'“«„`(¿¡")
    return letters[:1].isalnum() and (not letters[0].islower() or listed[text] > 1)


def _is_code(paragraph: Sequence[str], margin: int) -> bool:
    """Tell whether lines that stand further in, or out, than the text are none of it."""
    indent = min(map(_indent, paragraph))
    apart = indent >= margin + 4 or (indent <= margin - _IN and len(paragraph) > 1)
    return apart and not any(map(_is_prose, paragraph))


def _unpaged(lines: Sequence[str]) -> list[str]:
    """Take out what text set for a printer has besides: "[Page 3]", running titles, tables of contents."""
    kept: list[str] = []
    begins = False
    for line in lines:
        if line.endswith("]") and _PAGE.search(line[-12:]):
            begins = True
            while kept and not kept[-1].strip():
                kept.pop()
        elif begins and (not line.strip() or "   " in line.strip()):
            continue
        elif not _is_contents(line):
            if begins and not line.lstrip()[:1].islower():  # no sentence that goes on
                kept.append("")
            begins = False
            kept.append(line)
    return kept


def _is_contents(line: str) -> bool:
    """Tell whether a line is of a table of contents: dots that lead to the number of a page."""
    before = line.rstrip("0123456789").rstrip()
    return len(before) < len(line) and before.endswith(("....", ". . ."))


def _paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines between blank lines."""
    paragraph: list[str] = []
    for line in (*lines, ""):
        if clean(line):
            paragraph.append(line.expandtabs(4))
        elif paragraph:
            yield paragraph
            paragraph = []


def _indent(line: str) -> int:
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip())


def _is_prose(line: str) -> bool:
    """Tell whether a line is of a sentence, of a list or a dialogue rather than of code."""
    line = line.strip()
    told = line.split()
    marked = any(mark.match(line) for mark in (BULLET, _DOTTED, QUESTION, ANSWER, RULE))
    return marked or (len(told) >= 6 and sum(map(str.isalpha, told)) > 0.7 * len(told))


def _unwrapped(paragraph: Sequence[str], width: int) -> list[str]:
    """Join the lines of a paragraph that were one, but where an item, a question or an answer begins."""
    joined: list[list[str]] = []
    last, begun = "", -1  # how far in the numbered line stands that the part at hand begins with
    for line in paragraph:
        text, indent = clean(line), _indent(line)
        dotted = _DOTTED.match(text) is not None
        starts = BULLET.match(text) or QUESTION.match(text) or ANSWER.match(text) or RULE.fullmatch(text)
        if not joined or starts or (dotted and indent == begun) or not _continues(last, text, width):
            joined.append([text])
            begun = indent if dotted else -1
        else:
            joined[-1].append(text)
        last = text
    return [" ".join(parts) for parts in joined]


def _continues(last: str, line: str, width: int) -> bool:
    """A line goes on where the one before was full: the first word of this one would not have fitted."""
    return len(last) + len(line.split(maxsplit=1)[0]) + 1 > 0.85 * width or line[0].islower()
