"""Notes and tabs that are set by indentation (Python-Markdown: "!!! note", "??? tip", '=== "Tab"'), as directives."""

import re
from collections.abc import Sequence

from talkscli.article.markdown.fences import Fences, around

_SIGN = re.compile(r"(?P<in>[ ]*+)(?P<sign>!!!|\?\?\?\+?|===)[ ](?:[ \w-]*+)(?:\"(?P<title>.*)\")?[ ]*+")
_DEEP = 4  # columns that what is in one stands further in
_DEEPEST = 20


def fenced(text: str) -> str:
    """Return a text with these set as fences that name a directive: what is in them is text, not code."""
    if not any(sign in text for sign in ("!!! ", "??? ", "???+ ", '=== "')):
        return text
    return "\n".join(_fenced(text.split("\n"), 0))


def _fenced(lines: Sequence[str], depth: int) -> list[str]:
    made: list[str] = []
    fences = Fences()
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        found = None if fences.hold(line) else _SIGN.fullmatch(line)
        inside = _inside(lines[at:], len(found["in"]) + _DEEP) if found and depth < _DEEPEST else []
        if not found or not inside:
            made.append(line)
            continue
        at += len(inside)
        body = _fenced([each[len(found["in"]) + _DEEP :] for each in inside], depth + 1)
        name = "{details}" if found["sign"].startswith("?") else "{note}"
        mark, space = around(body), found["in"]
        made += ["", f"{space}{mark}{name} {found['title'] or ''}".rstrip(), *(space + each for each in body)]
        made += [space + mark, ""]
    return made


def _inside(lines: Sequence[str], deep: int) -> Sequence[str]:
    """The lines that stand in so far, blank ones between them; nothing where the first that is not blank does not."""
    end = 0
    for i, line in enumerate(lines):
        if line.strip():
            if len(line) - len(line.lstrip(" ")) < deep:
                break
            end = i + 1
    return lines[:end]
