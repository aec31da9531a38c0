"""Read plain text: headings are short lines without a full stop, lists have bullets, questions have a Q."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from talkscli.article.dates import byline, names_author
from talkscli.article.document import Document
from talkscli.article.outline import Outline
from talkscli.article.questions import ANSWER, QUESTION, asks
from talkscli.article.text import clean, clean_code
from talkscli.language.marks import CODE_INDENT
from talkscli.language.quotations import CLOSING

BULLET = re.compile(r"(?:[-*•·‣▪◦●–—]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_INLINE_ANSWER = re.compile(
    r"(?<=[?？])\s?(?:A|Answer|Antwort|Відповідь|Ответ|答)(?:\s?\d{1,3})?\s?[:：]\s?", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:(?:chapter|section|part|kapitel|teil|розділ)\s+)?(\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.):]?\s+(?=\S)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\[Page \d{1,4}\]$", re.IGNORECASE)
_RULE = re.compile(r"([=\-~_*#])\1{2,}")
_QUOTES = f"{CLOSING}'“)"
_ENDS = ".!:;,…。！：；，、"
WRAPPED_WIDTH = 130  # lines are taken as wrapped by hand where none is longer
_MAX_HEADING_WORDS = 14
_SHORT = 6  # words
_LISTED = 5  # headings do not stand so deep


def read(text: str, name: str = "", title: str | None = None) -> Document:
    """Read plain text, with or without blank lines between its paragraphs; its first heading is the title."""
    outline = Outline(name)
    outline.title = title
    reader = _Lines(outline, _joined(_unpaged(text.splitlines())))
    reader.run()
    return outline.document(published=reader.published, byline=reader.byline)


class _Lines:
    def __init__(self, outline: Outline, lines: Sequence[str]) -> None:
        self.outline = outline
        self.lines = [line for line in lines if line]
        self.listed = self._runs()
        self.published: str | None = None
        self.byline: str | None = None

    def run(self) -> None:
        """Put what the lines say into the outline, one after the other."""
        for i, line in enumerate(self.lines):
            asking = QUESTION.match(line)
            bullet = BULLET.match(line)
            item = line[bullet.end() :] if bullet else line
            if _RULE.fullmatch(line):
                continue
            if line.startswith(CODE_INDENT):
                self.outline.code(line)
            elif asking and (asks(line) or "?" in line or self._answered(i)):
                question, *answer = _INLINE_ANSWER.split(line[asking.end() :], maxsplit=1)
                self.outline.ask(question, "mark", sure=True)
                for text in answer:
                    self.outline.text(text)
            elif i in self.listed:
                self.outline.item(line)
            elif not self._waits() and self._is_heading(i):
                self.outline.heading(line, _level(line))
            elif self._is_front(i):
                continue
            elif bullet:
                self.outline.item(item, 1, bullet[0].rstrip() + " " if bullet[0][0].isalnum() else "- ")
            else:
                self.outline.text(line)

    def _runs(self) -> set[int]:
        """Find the lines of lists without bullets: so many short lines, one below the other, are no headings."""
        found: set[int] = set()
        run: list[int] = []
        for i, line in enumerate((*self.lines, "")):
            short = looks_like_heading(line) and not (_NUMBERED.match(line) or BULLET.match(line) or asks(line))
            if short and i:  # the first may be the title
                run.append(i)
                continue
            if len(run) >= _LISTED:
                found.update(run)
            run = []
        return found

    def _waits(self) -> bool:
        """Tell whether a question waits for its answer, which may be as short as a heading."""
        return bool(self.outline.pieces) and self.outline.pieces[-1].kind == "ask"

    def _answered(self, i: int) -> bool:
        return i + 1 < len(self.lines) and bool(ANSWER.match(self.lines[i + 1]))

    def _is_front(self, i: int) -> bool:
        """Tell whether the line is what stands between title and text: who wrote it, and when."""
        if i > 4 or not self.outline.empty:
            return False
        found, date = byline(self.lines[i])
        if found and (i or date):
            self.published = self.published or date
            self.byline = self.byline or (self.lines[i] if names_author(self.lines[i]) else None)
            return True
        return False

    def _is_heading(self, i: int) -> bool:
        line = self.lines[i]
        following = self.lines[i + 1] if i + 1 < len(self.lines) else ""
        if following and _RULE.fullmatch(following) and following[0] in "=-~" and len(line) <= 120:
            return True
        goes_on = following[:1].islower() and len(line.split()) > _SHORT  # a sentence broken in two
        if not following or goes_on or not looks_like_heading(line) or ANSWER.match(line) or self._is_front(i):
            return False
        if i and self.lines[i - 1].endswith((":", "：")):  # an item of a list without bullets
            return False
        numbered = _NUMBERED.match(line)
        if numbered and BULLET.match(line):  # "1. Scope" is a heading, unless it stands in a list of such lines
            around = [self.lines[k] for k in (i - 1, i + 1) if 0 <= k < len(self.lines)]
            return not any(BULLET.match(x) and _level(x) == _level(line) for x in around)
        return not BULLET.match(line)


def looks_like_heading(line: str) -> bool:
    """Tell whether a line could be a heading: short, without a full stop, beginning with a capital or a number."""
    if len(line) > 120 or (line.rstrip(_QUOTES)[-1:] in _ENDS and not line.endswith(("U.S.", "Inc.", "etc."))):
        return False
    letters = line.lstrip("“\"'«„(¿¡")
    if not letters or letters[0].islower():
        return False
    return len(line.split()) <= _MAX_HEADING_WORDS and any(map(str.isalpha, line))


def _level(line: str) -> int | None:
    numbered = _NUMBERED.match(line)
    return 1 + numbered[1].count(".") if numbered and numbered[1][0].isdigit() else None


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


def _joined(lines: Sequence[str]) -> list[str]:
    """Join lines that were wrapped by hand: in text with blank lines and short lines, a paragraph is one line.

    There, lines that stand further in than the text are code, and are kept as they are set.
    """
    cleaned = [clean(line) for line in lines]
    filled = [line for line in cleaned if line]
    width = max(map(len, filled), default=0)
    if len(filled) == len(lines) or not 0 < width <= WRAPPED_WIDTH:
        return filled
    margin = Counter(_indent(line) for line in lines if line.strip()).most_common(1)[0][0]
    joined: list[str] = []
    for paragraph in _paragraphs(lines):
        if min(map(_indent, paragraph)) >= margin + 4 and not any(map(_is_prose, paragraph)):
            joined.append(clean_code("\n".join(paragraph)))
        else:
            joined += _unwrapped([clean(line) for line in paragraph], width)
    return joined


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
    """Tell whether a line is of a sentence, or of a list, rather than of code."""
    told = line.split()
    return bool(BULLET.match(line.lstrip())) or (len(told) >= 6 and sum(map(str.isalpha, told)) > 0.7 * len(told))


def _unwrapped(lines: Sequence[str], width: int) -> list[str]:
    """Join the lines of a paragraph that were one, but where an item, a question or an answer begins."""
    joined: list[list[str]] = []
    last = ""
    for line in lines:
        starts = BULLET.match(line) or QUESTION.match(line) or ANSWER.match(line) or _RULE.fullmatch(line)
        if not joined or starts or not _continues(last, line, width):
            joined.append([line])
        else:
            joined[-1].append(line)
        last = line
    return [" ".join(parts) for parts in joined]


def _continues(last: str, line: str, width: int) -> bool:
    """A line goes on where the one before was full: the first word of this one would not have fitted."""
    return len(last) + len(line.split(maxsplit=1)[0]) + 1 > 0.85 * width or line[0].islower()
