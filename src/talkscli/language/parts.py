"""What part of speech an English word is likely to be."""

from functools import cache

from talkscli.language.tables import read


@cache
def _rows() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in read("parts-en").splitlines())


def is_mostly_verb(word: str) -> bool:
    """Tell whether a word is a verb in its plain form, and seldom anything else: "say", "attend"."""
    return word in _rows()[0]


def is_verb(word: str) -> bool:
    """Tell whether a word may be a verb in its plain form: "say", "plan"."""
    return word in _rows()[0] or word in _rows()[1]


def is_adjective(word: str) -> bool:
    """Tell whether a word is often an adjective: "open", "responsible"."""
    return word in _rows()[2]


def is_deed(word: str) -> bool:
    """Tell whether a word in "-ing" is a noun as well: "meeting", "building"."""
    return word in _rows()[3]


@cache
def _needing() -> frozenset[str]:
    return frozenset(read("needing-en").split())


def needs_more(word: str) -> bool:
    """Tell whether a verb, in its plain form, seldom ends a sentence: "say", "want", not "agree"."""
    return word in _needing()
