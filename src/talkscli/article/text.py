"""Text as blocks hold it: composed, without control signs; its line breaks and the indentation of code are kept.

A paragraph is one line unless the author broke it; paragraphs stand apart by a blank line, an item of a list begins
with its mark, and lines of code begin with CODE_INDENT.
"""

import re
import unicodedata
from collections.abc import Iterator

from talkscli.language.marks import CODE_INDENT

MAX_BLOCK = 10_000  # characters: a longer block is cut
MAX_HEADING = 200  # characters: a longer one is cut, as it becomes part of ids and tables
_NOTE_MARK = re.compile(r"\[(?:\d{1,3}|citation needed|note \d{1,3}|edit|\^[^\]\s\[]{1,40})\]:?", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]|[^\\S\\s]")


def clean(text: str) -> str:
    """Return `text` on one line, composed (NFC), without control signs, invisible signs and note marks such as [1]."""
    if "[" in text:
        text = _NOTE_MARK.sub("", text)
    return _visible(" ".join(text.split())).strip()


def clean_code(text: str) -> str:
    """Return code with its lines and indentation, each line after CODE_INDENT, without blank lines around it."""
    lines = [_visible(line.expandtabs(4)).rstrip() for line in text.splitlines()]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    margin = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    return "\n".join(CODE_INDENT + line[margin:] if line else "" for line in lines)


def _visible(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c.isspace() else "" for c in text)


def portions(text: str) -> Iterator[str]:
    """Cut a text without end into blocks of bounded length, at a line's or a word's end, so that no rule takes long."""
    start = 0
    while len(text) - start > MAX_BLOCK:
        window = start, start + MAX_BLOCK
        end = max(text.rfind("\n", *window), start + 1)
        if end < start + MAX_BLOCK // 2:
            end = max(text.rfind(" ", *window), start + 1)
        end = end if end > start + 1 else start + MAX_BLOCK
        yield text[start:end].rstrip().lstrip("\n")
        start = end
    yield text[start:].rstrip().lstrip("\n")
