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


_BEHIND = re.compile(
    rf"""
    ((?:(?:,|,?\sand)\s{_NAME})*) (?:,\s(?:all|both)|\s[–—]\s?(?:all|both)?)\s   # Anna Berg, Tom Reed and Jan Vik – all
    ((?:[a-z-]+\s){{0,3}}[a-z-]{{3,}}s)(?=[,.;)]|\s(?:of|for|at|in|from|who)\s|\s[–—]|$)     # senior engineers
    """,
    re.VERBOSE,
)
_IN_LIST = re.compile(rf"{_NAME}(?:,|,?\sand)\s$")


def _one(nouns: str) -> str:
    """Return what one of several is: "actress", "engineer"."""
    return nouns[: -2 if nouns.endswith("sses") else -1]


def role_behind_all(before: str, after: str) -> tuple[int, str] | None:
    """Find what all in a list are told to be behind it: "NAME, Tom Reed and Jan Vik – senior engineers"."""
    match = _BEHIND.match(after) if after[:1] in (",", " ") else None
    if match is None or not (match[1] or _IN_LIST.search(before)):
        return None
    told = _one(match[2])
    role = before_name(f"the {told} ") if offices.is_person(told.rpartition(" ")[2]) else None
    return (2, role) if role else None


def role_of_all(before: str, after: str) -> tuple[int, str] | None:
    """Find what all in a list of people are in which a name stands: "painters such as NAME", "judges NAME and Berg"."""
    last = before.rpartition(" ")[0].rpartition(" ")[2] if before[-1:] == " " else ""
    match = _ALL.search(before) if last.endswith(_ENDS_ALL) else None
    stop = "." if match and match[3] == "." else ""
    noun = _one(match[2]) if match else ""
    if match is None or not (offices.is_role if noun[0].isupper() else offices.is_person)(noun + stop):
        return None
    told = match[3] or ""
    if told == " as" and "such" not in match[1].split():
        return None  # such painters as NAME
    if told[-3:] not in (" as", "ike", "ing") and not (match[4] or _AND_NAME.match(after)):
        return None  # "he hosts NAME"
    if told == "," and not any(w.endswith(OWNS) or w in _POSSESSIVES for w in match[1].split()):
        return None  # "for the owners, NAME and Berg"
    role = f"{noun}." if stop else before_name(f"{match[1]}{noun} ")
    return (1, role) if role else None
