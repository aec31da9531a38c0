"""Whether an English sentence tells what somebody or something with a name is."""

import re
from collections.abc import Container, Iterable

from talkscli.language import grammar, offices, sites, vocabulary
from talkscli.language.words import STOP, stems, words

_BRACKET = r"(?:\s\([^()]{1,60}\))?"
_IS = (
    rf"{_BRACKET},?\s(?:(?:which|who)\s)?(?:is|was|are|were|remains)\s(?:still\s)?"
    r"(?:an?\s\w|(?:one\sof|part\sof|the)\s[a-z])"
)
_ARE = (
    rf"{_BRACKET}\s(?:are|were)\s(?P<kinds>[a-z-]+(?:\s[a-z-]+){{0,3}}?s)"
    r"(?:[,.;:]|\s(?:a|for|of|that|the|where|which|who|you)\b)"
)
_APPOSED = rf"{_BRACKET},\s(?:one\sof\s|part\sof\s|an?\s[a-z])"
_THE = rf"{_BRACKET},\sthe\s(?:[\w’'-]+\s){{0,5}}?(?P<noun>[a-z]+)(?=[,.;:]|\s(?:of|that|which|for|in|behind)\b)"
_AFTER = re.compile(f"{_IS}|{_APPOSED}|{_THE}|{_ARE}")
_BEFORE = re.compile(r"(?<![\w’'-])([a-z]+)\s$")
_OPENS = re.compile(r"(?:^|[.!?]\s)(?:After|At|By|For|From|In|On|Since|To|With)\s(?:the\s)?$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_LONGEST = 30  # characters of the word before a name


def tells_what(text: str, names: Iterable[str]) -> bool:
    """Tell whether a text says what one of its names stands for.

    Args:
        text: A sentence or a few.
        names: All names of one thing, as they are written.

    Returns:
        True for "Vintra is a brewer", "Vintra, which is a brewer", "Vintra, a brewer", "the brewery Vintra", "Vintras
        are dark ales", and for "the Fund for Lakes (FFL)" of "FFL"; False where the name is but mentioned.
    """
    return any(_at(text, place) for name in names for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def written(text: str, keys: Container[str]) -> list[str]:
    """Find the words of a text that have one of some stems, as they are written there; of "BD-1" each part has."""
    said = [(word, stems(words(word))) for word in _WORD.findall(text)]
    return [word for word, parts in said if parts and all(stem in keys for stem in parts)]


def _at(text: str, place: re.Match[str]) -> bool:
    start, end = place.span()
    before, spelled_out = text[max(0, start - _LONGEST) : start], place[0].isupper() and " " not in place[0]
    if spelled_out and before.endswith(" (") and text.startswith(")", end):
        return True
    noun = _BEFORE.search(before)
    if noun is not None and _is_kind(noun[1]):
        return True
    after = _AFTER.match(text, end)
    if after is None or (text.startswith(",", end) and _OPENS.search(before)):  # "At Vintra, a clerk said"
        return False
    if after["kinds"] is not None:
        return not any(word in STOP or grammar.is_participle(word) for word in after["kinds"].split())
    return after["noun"] is None or _is_kind(after["noun"])


def _is_kind(noun: str) -> bool:
    """Tell whether a noun is one for bodies, people or sites."""
    return vocabulary.is_kind_of_body(noun) or offices.is_role(noun) or sites.is_site(noun)
