"""Read plain text: headings are short lines without a full stop, lists have bullets, questions have a Q."""

import re
from collections.abc import Sequence

from talkscli.article import front, letterhead
from talkscli.article.composing.outline import Outline
from talkscli.article.dates import byline, names_author, published
from talkscli.article.document import Document
from talkscli.article.questions import ANSWER, QUESTION, asks, names_links
from talkscli.article.text import clean
from talkscli.article.wrapped import BULLET, LEADING, RULE, SHORT, Line, reflowed
from talkscli.language.marks import CODE_INDENT
from talkscli.language.quotations import CLOSING, OPENING

_INLINE_ANSWER = re.compile(
    r"(?<=[?？])\s?(?:A|Answer|Antwort|Відповідь|Ответ|答)(?:\s?\d{1,3})?\s?[:：]\s?", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:(?:chapter|section|part|kapitel|teil|розділ)\s+)?(\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.):]?\s+(?=\S)",
    re.IGNORECASE,
)
_HEADER = re.compile(r"([A-Z][\w-]{1,30}):\s+(\S.*)")
_SUBJECT = re.compile(r"Subject:\s+(?=\S)")
_UNDERLINE = re.compile(r"([=\-~])\1{2,}")
_CODE = frozenset("!\"%&')*+,-./:;<=>?\\]^`{|}~")  # signs that no heading begins with
_DIGEST = "-" * 30  # what stands between the parts of a digest (RFC 1153)
_QUOTES = f"{CLOSING}'“)"
_ENDS = ".!:;,…。！：；，、"
_MAX_HEADING_WORDS = 14
_MAX_QUESTION_WORDS = 25
_LISTED = 5  # headings do not stand so deep
_FRONT = 8  # lines among which those are that tell who wrote it, and when
_SET = 3  # so many headings that are set off tell how headings are set


def read(text: str, name: str = "", title: str | None = None) -> Document:
    """Read plain text, with or without blank lines between its paragraphs.

    Its first heading is the title, if none is given and none stands in front matter.
    """
    outline = Outline(name)
    values, text = front.split_plain(text)
    header, lines = _header(text.splitlines())
    dated, lines = letterhead.split(lines)
    outline.title = title or clean(values.get("title", "")) or header.get("Subject")
    told = front.told(values)
    reader = _Lines(outline, reflowed(lines))
    reader.published = told["published"] or published(header.get("Date")) or dated
    reader.run()
    return outline.document(**{**told, "published": reader.published, "byline": reader.byline})


def _header(lines: Sequence[str]) -> tuple[dict[str, str], Sequence[str]]:
    """Split what a message says of itself, which may be in several parts, from its text."""
    told: dict[str, str] = {}
    at = 0
    for end in (i for i, line in enumerate((*lines, "")) if not line.strip()):
        fields = [_HEADER.fullmatch(line.strip()) for line in lines[at:end]]
        if not all(fields) or (not told and "Subject" not in {field[1] for field in fields if field}):
            break
        told |= {field[1]: field[2] for field in fields if field}
        at = end + 1
    return told, lines[at:]


class _Lines:
    def __init__(self, outline: Outline, lines: Sequence[Line]) -> None:
        self.outline = outline
        self.lines = [line.text for line in lines]
        self.underlined = {i for i, line in enumerate(lines[1:]) if _UNDERLINE.fullmatch(line.text) and not line.apart}
        subjects = {i for i in range(1, len(lines)) if self.lines[i - 1] == _DIGEST and _SUBJECT.match(self.lines[i])}
        self.set_off = subjects or {i for i, line in enumerate(lines) if line.hangs}
        marked = [i for i in range(len(lines)) if QUESTION.match(self.lines[i]) and self._answered(i)]
        self.marked = marked[0] if len(marked) >= _SET else len(lines)  # from there on, questions are marked
        self.listed = set() if len(self.set_off) >= _SET else self._runs()
        self.published: str | None = None
        self.byline: str | None = None

    def run(self) -> None:
        """Put what the lines say into the outline, one after the other."""
        for i, line in enumerate(self.lines):
            asking = QUESTION.match(line)
            bullet = BULLET.match(line)
            item = line[bullet.end() :] if bullet else line
            if RULE.fullmatch(line):
                continue
            if i in self.set_off:
                heading = _SUBJECT.sub("", line, count=1)
                self.outline.heading(heading, _level(heading))
            elif line.startswith(CODE_INDENT):
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
            if short and i and not (i < _FRONT and byline(line)[0]):  # the first may be the title
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
        if i >= _FRONT or any(line.rstrip(_QUOTES)[-1:] in _ENDS for line in self.lines[:i]):
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
        if i in self.underlined and len(line) <= 120:
            return True
        if names_links(line):
            return True
        if i and len(self.set_off) >= _SET:
            return False
        if i > self.marked and not QUESTION.match(following):
            return False
        goes_on = following[:1].islower() and len(line.split()) > SHORT  # a sentence broken in two
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
    if not letters or letters[0].islower() or letters[0] in _CODE or _is_part(line):
        return False
    most = _MAX_QUESTION_WORDS if asks(line) else _MAX_HEADING_WORDS
    return len(line.split()) <= most and any(map(str.isalpha, line))


def _is_part(line: str) -> bool:
    """Tell whether a line is but a part of a text: what somebody says, a large first letter, a broken sentence."""
    said = line[0] in OPENING and line[-1] in CLOSING and not asks(line)
    alone = len(line) == 1 and line.isupper()
    return said or alone or line.rpartition(" ")[2] in LEADING


def _level(line: str) -> int | None:
    numbered = _NUMBERED.match(line)
    return 1 + numbered[1].count(".") if numbered and numbered[1][0].isdigit() else None
