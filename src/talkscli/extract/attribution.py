"""Whose claim it is, in words that name somebody: "the manager", "a number of men", and nobody for "Many said"."""

import re
from itertools import takewhile

from talkscli.extract.modifiers import ANYBODY
from talkscli.extract.spans import opens_sentence
from talkscli.language import grammar, offices, vocabulary
from talkscli.language.late import Late
from talkscli.language.times import MONTH, WEEKDAY

_WHEN = Late(rf"\s(?:of|in|from|for|at)\s(?:{MONTH}|{WEEKDAY})$", re.IGNORECASE)
AMOUNTS = grammar.DETERMINERS | frozenset(
    "number numbers majority minority handful dozens hundreds thousands lots rest half percent others".split()
)
"""Words that tell how many say something, and not who."""
_STOPS = grammar.AUXILIARIES | grammar.RELATIVES | grammar.CONJUNCTIONS
_COUNTED = 4  # words at most behind "a number of"


def sayer(told: str, source: str, verb: str) -> str | None:
    """Return the words for somebody without a name as they can stand behind "according to".

    Args:
        told: Who says something, by the grammar of a sentence: "number", "manager", "One woman".
        source: The sentence.
        verb: Its verb, which may be another one.

    Returns:
        The words; None where they name nobody.
    """
    told = (_WHEN.compiled.sub("", told) if " " in told else told).removesuffix("'s").removesuffix("’s")
    start = _whole(told, source)
    if start < 0:
        return told
    alone = " " not in told
    if told.rpartition(" ")[2].lower() in AMOUNTS:
        counted = _counted(source[start + len(told) :], verb)
        if not counted:
            return None
        told = f"{told} of {counted}"
    article = source[:start].rpartition(" ")[0].rpartition(" ")[2].lower() if alone else ""
    return f"{article} {told}" if article in ("the", "a", "an") else _small(told, start, source)


def _whole(words: str, text: str) -> int:
    """Return where words stand in a text as a whole, or -1."""
    at = text.find(words)
    while at >= 0 and (_is_letter(text[at - 1 : at]) or _is_letter(text[at + len(words) : at + len(words) + 1])):
        at = text.find(words, at + 1)
    return at


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _counted(behind: str, verb: str) -> str:
    """Return what stands behind "a number of" up to the verb."""
    words = behind.split()
    if words[:1] != ["of"]:
        return ""
    found = list(takewhile(lambda word: word != verb and word.lower() not in _STOPS, words[1:]))
    return " ".join(found) if 0 < len(found) <= _COUNTED and all(map(_is_plain, found)) else ""


def _is_plain(word: str) -> bool:
    return word.replace("-", "").replace("’", "").isalpha()


def _small(told: str, at: int, source: str) -> str:
    """Return words without the capital that they have as they open a sentence."""
    words = told.split()
    first = words[0].lower()
    common = vocabulary.is_ordinary(first) or offices.is_person(vocabulary.singular(first)) or first in ANYBODY
    alone = len(words) == 1 or (words[1].islower() and words[1] not in grammar.PREPOSITIONS)
    small = first in grammar.DETERMINERS or (common and alone and words[0] not in vocabulary.gazetteer())
    return told[:1].lower() + told[1:] if small and opens_sentence(source, at) else told
