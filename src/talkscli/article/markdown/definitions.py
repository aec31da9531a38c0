"""Definition lists of Markdown whose definitions are blocks (Pandoc, Python-Markdown), as directives."""

import re
from collections.abc import Sequence

from talkscli.article.markdown import admonitions
from talkscli.article.markdown.fences import Fences, around

_SIGN = re.compile(r" {0,3}:([ \t]+)(?=\S)")
_NO_TERM = re.compile(r"\s|[#>|<:]|[-*+=~_][\s*=~_-]|\d{1,9}[.)]\s|!!!|\?\?\?|```|~~~")
_DEEP = 2  # columns that what goes on stands further in


def fenced(text: str) -> str:
    """Return a text with these set as fences that name a directive: what is in them is text, not code.

    Definitions of one paragraph right below their term stay: a paragraph tells them apart by itself.
    """
    if "\n:" not in text and "\n :" not in text:
        return text
    lines = text.split("\n")
    made: list[str] = []
    fences = Fences()
    at = 0
    while at < len(lines):
        line = lines[at]
        if not fences.hold(line) and (end := _end(lines, at)):
            body = admonitions.fenced("\n".join(_body(lines[at + 1 : end]))).split("\n")
            mark = around(body)
            made += ["", f"{mark}{{definition}} {line}", *body, mark, ""]
            at = end
            continue
        made.append(line)
        at += 1
    return "\n".join(made)


def _end(lines: Sequence[str], at: int) -> int:
    """Return where what defines the term at line `at` ends; 0 where that is no term, or all is one paragraph."""
    first = at + 1 if at + 1 < len(lines) and lines[at + 1].strip() else at + 2
    if first >= len(lines) or not _SIGN.match(lines[first]):
        return 0
    if not lines[at].strip() or _NO_TERM.match(lines[at]) or (at and lines[at - 1].strip()):
        return 0
    end, blocks = first, 0
    for i in range(first, len(lines)):
        line = lines[i]
        apart = not lines[i - 1].strip()
        if not line.strip():
            continue
        sign = _SIGN.match(line) is not None
        if apart and not sign and len(line) - len(line.lstrip()) < _DEEP:
            break
        if not (apart or sign) and i + 1 < len(lines) and _SIGN.match(lines[i + 1]):
            return 0  # term below term, none set apart
        blocks += apart
        end = i + 1
    return end if blocks else 0


def _body(lines: Sequence[str]) -> list[str]:
    """Return the lines of definitions without their signs, and without how far they stand in."""
    found: list[str] = []
    deep = 0
    for line in lines:
        if sign := _SIGN.match(line):
            deep = sign.end()
            found += ["", line[deep:]]
        else:
            found.append(line[min(deep, len(line) - len(line.lstrip(" "))) :])
    return found
