"""What all in a list of people are: "painters such as Anna Berg", "the port's engineers, Tom Reed and Anna Berg"."""

import re

from talkscli.extract.modifiers import OWNS, before_name
from talkscli.language import offices

_NAME = r"[A-Z][\w’'-]*(?:\s[A-Z](?:\.|[\w’'-]*)){0,4}"
_POSSESSIVES = frozenset("his her its their our my your".split())
_ALL = re.compile(
    rf"""
    ((?:[\w’'-]+\s){{0,4}}) ([A-Za-z][a-z-]{{2,}}s)                       # the port's senior engineers
    (\.|:|,|,?\s(?:(?:such\s)?as|like|including)|\s(?:include[sd]?|are|were))? \s
    ((?:{_NAME}(?:,\s|,?\sand\s))*)$                                   # Anna Berg, Tom Reed and
    """,
    re.VERBOSE,
)
_ENDS_ALL = ("s", ",", ".", ":", "and", "like", "ing", "include", "included", "are", "were")
"""How a word ends behind which `_ALL` may match: told much faster."""
_AND_NAME = re.compile(r"(?:,|,?\sand)\s[A-Z]")


def role_of_all(before: str, after: str) -> tuple[int, str] | None:
    """Find what all in a list of people are in which a name stands: "painters such as NAME", "judges NAME and Berg"."""
    last = before.rpartition(" ")[0].rpartition(" ")[2] if before[-1:] == " " else ""
    match = _ALL.search(before) if last.endswith(_ENDS_ALL) else None
    stop = "." if match and match[3] == "." else ""
    if match is None or not (offices.is_role if match[2][0].isupper() else offices.is_person)(match[2][:-1] + stop):
        return None
    told = match[3] or ""
    if told == " as" and "such" not in match[1].split():
        return None  # such painters as NAME
    if told[-3:] not in (" as", "ike", "ing") and not (match[4] or _AND_NAME.match(after)):
        return None  # "he hosts NAME"
    if told == "," and not any(w.endswith(OWNS) or w in _POSSESSIVES for w in match[1].split()):
        return None  # "for the owners, NAME and Berg"
    role = f"{match[2][:-1]}." if stop else before_name(f"{match[1]}{match[2][:-1]} ")
    return (1, role) if role else None
