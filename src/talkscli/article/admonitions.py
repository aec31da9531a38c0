"""Notes and tabs that are set by indentation (Python-Markdown: "!!! note", "??? tip", '=== "Tab"'), as directives."""

import re
from collections.abc import Sequence

_SIGN = re.compile(r"(?P<in>[ ]*+)(?P<sign>!!!|\?\?\?\+?|===)[ ](?:[ \w-]*+)(?:\"(?P<title>.*)\")?[ ]*+")
_FENCE = re.compile(r"[ ]*(`{3,}|~{3,})")
_DEEP = 4  # columns that what is in one stands further in
_DEEPEST = 20


def fenced(text: str) -> str:
    """Return a text with these set as fences that name a directive: what is in them is text, not code."""
    if not any(sign in text for sign in ("!!! ", "??? ", "???+ ", '=== "')):
        return text
    return "\n".join(_fenced(text.split("\n"), 0))


def _fenced(lines: Sequence[str], depth: int) -> list[str]:
    made: list[str] = []
    code = ""  # the fence that the lines stand in
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        fence = _FENCE.match(line)
        if code or fence:
            closes = fence is not None and fence[1].startswith(code) and line.strip() == fence[1]
            code = ("" if closes else code) if code else fence[1] if fence else ""
            made.append(line)
            continue
        found = _SIGN.fullmatch(line)
        inside = _inside(lines[at:], len(found["in"]) + _DEEP) if found and depth < _DEEPEST else []
        if not found or not inside:
            made.append(line)
            continue
        at += len(inside)
        body = _fenced([each[len(found["in"]) + _DEEP :] for each in inside], depth + 1)
        mark = "~" * (3 + max((len(each) - len(each.lstrip().lstrip("~")) for each in body), default=0))
        name = "{details}" if found["sign"].startswith("?") else "{note}"
        around = found["in"]
        made += ["", f"{around}{mark}{name} {found['title'] or ''}".rstrip(), *(around + each for each in body)]
        made += [around + mark, ""]
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
