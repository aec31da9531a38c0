"""Read plain text: headings are short lines without a full stop, lists have bullets, questions have a Q."""

import re
from collections.abc import Sequence

from talkscli.article.document import ANSWER, QUESTION, Document, Outline, clean, unmarked
from talkscli.language.prose_dates import dateline

BULLET = re.compile(r"\s*(?:[-*•·‣▪◦●–—]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_INLINE_ANSWER = re.compile(r"(?<=\?)\s*(?:A|Answer|Antwort)\s*\d{0,3}\s*:\s*", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\s*(?:(?:chapter|section|part|kapitel|teil|розділ)\s+)?(\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.):]?\s+(?=\S)",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*([=\-~_*#])\1{2,}\s*")
_BYLINE = re.compile(r"(?:by|von)\s+[^\W\d_][^.!?]{2,60}", re.IGNORECASE)
WRAPPED_WIDTH = 130  # lines are taken as wrapped by hand where none is longer
_MAX_HEADING_WORDS = 14


def read(text: str) -> Document:
    """Read plain text, with or without blank lines between its paragraphs."""
    lines = [clean(line) if not line.isspace() else "" for line in text.splitlines()]
    outline = Outline()
    reader = _Lines(outline, _joined(lines))
    reader.run()
    return outline.document(published=reader.published)


class _Lines:
    def __init__(self, outline: Outline, lines: Sequence[str]) -> None:
        self.outline = outline
        self.lines = [line for line in lines if line]
        self.published: str | None = None

    def run(self) -> None:
        question: str | None = None  # waits for its answer
        answering = False  # the block at hand is an answer, to which further lines belong
        for i, line in enumerate(self.lines):
            asking = QUESTION.match(line)
            bullet = BULLET.match(line)
            item = line[bullet.end() :] if bullet else line
            if _RULE.fullmatch(line):
                continue
            if asking and ("?" in line or self._answered(i)):
                question, *answer = _INLINE_ANSWER.split(line[asking.end() :], maxsplit=1)
                answering = False
                if answer:
                    answering, question = self._answer(answer[0], question), None
            elif question is not None:
                answering, question = self._answer(unmarked(item), question), None
            elif self._is_heading(i):
                self.outline.heading(line, _level(line))
                answering = False
            elif self._is_front(i):
                continue
            elif answering and (not bullet or self.outline.blocks()[-1].text.endswith((":", ";"))):
                block = self.outline.blocks().pop()
                self._answer(f"{block.text} {unmarked(item)}{';' if bullet else ''}", block.question)
            else:
                self.outline.block(item, bullet=bullet is not None)
                answering = False

    def _answer(self, text: str, question: str | None) -> bool:
        """Add a question with its answer; tell whether that is now the last block."""
        before = len(self.outline.blocks())
        self.outline.block(text, question=question)
        return len(self.outline.blocks()) > before

    def _answered(self, i: int) -> bool:
        return i + 1 < len(self.lines) and bool(ANSWER.match(self.lines[i + 1]))

    def _is_front(self, i: int) -> bool:
        """Tell whether the line is what stands between title and text: who wrote it, and when."""
        if i > 4 or (not self.outline.empty and self.outline.blocks()):
            return False
        found = dateline(self.lines[i])
        if found:
            self.published = self.published or found
            return True
        return i > 0 and bool(_BYLINE.fullmatch(self.lines[i]))

    def _is_heading(self, i: int) -> bool:
        line = self.lines[i]
        following = self.lines[i + 1] if i + 1 < len(self.lines) else ""
        if following and _RULE.fullmatch(following) and following[0] in "=-~" and len(line) <= 120:
            return True
        if not following or not looks_like_heading(line) or self._is_front(i):
            return False
        if i and self.lines[i - 1].endswith(":"):  # an item of a list without bullets
            return False
        numbered = _NUMBERED.match(line)
        if numbered and BULLET.match(line):  # "1. Scope" is a heading, unless it stands in a list of such lines
            around = [self.lines[k] for k in (i - 1, i + 1) if 0 <= k < len(self.lines)]
            return not any(BULLET.match(x) and _level(x) == _level(line) for x in around)
        return not BULLET.match(line)


def looks_like_heading(line: str) -> bool:
    """Tell whether a line could be a heading: short, without a full stop, beginning with a capital or a number."""
    if len(line) > 120 or (line[-1] in ".!:;,…" and not line.endswith(("U.S.", "Inc.", "etc."))):
        return False
    letters = line.lstrip("“\"'«„(¿¡")
    if not letters or not (letters[0].isupper() or letters[0].isdigit() or not letters[0].islower()):
        return False
    return len(line.split()) <= _MAX_HEADING_WORDS and any(map(str.isalpha, line))


def _level(line: str) -> int | None:
    numbered = _NUMBERED.match(line)
    return 1 + numbered[1].count(".") if numbered and numbered[1][0].isdigit() else None


def _joined(lines: Sequence[str]) -> list[str]:
    """Join lines that were wrapped by hand: in text with blank lines and short lines, a paragraph is one line."""
    filled = [line for line in lines if line]
    width = max(map(len, filled), default=0)
    if len(filled) == len(lines) or not 0 < width <= WRAPPED_WIDTH:
        return filled
    joined: list[str] = []
    fresh, last = True, ""
    for line in lines:
        starts = fresh or BULLET.match(line) or QUESTION.match(line) or ANSWER.match(line) or _RULE.fullmatch(line)
        if not line or starts or not _continues(last, line, width):
            joined.append(line)
        else:
            joined[-1] += " " + line
        last = line
        fresh = not line
    return joined


def _continues(last: str, line: str, width: int) -> bool:
    """A line goes on where the one before was full: the first word of this one would not have fitted."""
    return len(last) + len(line.split(maxsplit=1)[0]) + 1 > 0.85 * width or line[0].islower()
