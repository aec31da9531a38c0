"""What is typed in a conversation besides questions: commands with their words, numbers."""

import re
from collections.abc import Sequence

from talkscli.language.frequency import zipf
from talkscli.language.numbers import ORDINALS

SHORTEST = 4  # letters of a mistyped command
# What other programs, and people, call what is a command here.
KNOWN_AS = {
    **dict.fromkeys(("list", "search", "find", "topics", "sections"), "facts"),
    **dict.fromkeys(("people", "persons", "names", "everyone"), "who"),
    **dict.fromkeys(("events", "dates", "chronology", "history"), "timeline"),
    **dict.fromkeys(("questions", "questions-and-answers"), "faq"),
    **dict.fromkeys(("summary", "overview", "summarise", "summarize"), "brief"),
    **dict.fromkeys(("quotations", "citations"), "quotes"),
}
# The same of options.
OPTION_KNOWN_AS = {
    **dict.fromkeys(("--force", "--overwrite"), "--replace"),
    **dict.fromkeys(("--limit", "--count", "--max"), "--top"),
    **dict.fromkeys(("--file", "--input", "--data"), "--store"),
}
_NUMBER = re.compile(r"#?(-?[0-9]{1,3})[.?]?")
_CHOOSING = frozenset("the one number question please tell me more about show what is".split())
_ORDINALS = {"first": 1} | ORDINALS


def mistyped(word: str, commands: Sequence[str]) -> str | None:
    """Find the one command that a word is meant for with one slip, if it is no word of English."""
    if len(word) < SHORTEST or zipf(word):
        return None
    from rapidfuzz.distance import OSA  # most lines are questions

    near = [each for each in commands if OSA.distance(word, each) == 1]
    return near[0] if len(near) == 1 else None


def number_of(line: str) -> int | None:
    """Read which of the questions that are offered is meant: "2", "2.", "the second", "more about the first"."""
    if number := _NUMBER.fullmatch(line):
        return int(number[1])
    told = [word for word in line.lower().rstrip("?.!").split() if word not in _CHOOSING]
    return _ORDINALS.get(told[0]) if len(told) == 1 else None


def options(rest: str, *names: str) -> dict[str, str] | None:
    """Read "--since 2022 --about NAME", with or without the dashes; None where it begins with none of these names."""
    found: dict[str, str] = {}
    name = ""
    for word in rest.replace("=", " ").split():
        plain = word.removeprefix("--")
        if plain in names:
            name = plain
            found[name] = ""
        elif name:
            found[name] = f"{found[name]} {word}".strip()
        else:
            return None
    return found


def about(rest: str) -> str | None:
    """Find the name in "about NAME", "of NAME" or "--about NAME"."""
    first, _, name = rest.partition(" ")
    return name or None if first in {"about", "of", "--about"} else None
