"""The words of a question as they were typed, and what they are read as."""

import re
from collections.abc import Sequence

from msgspec import Struct

from talkscli.language.tongues import Tongue
from talkscli.language.words import words
from talkscli.search.index.reader import Index
from talkscli.search.question.spelling import is_ordinary, respell

_LATIN = re.compile(r"[\x00-\u024f\u2010-\u201f]*")  # a name is told in the script of the question
_PIECES = re.compile(r"[\s\[\](){}<>/|]+")

Guesses = dict[int, list[tuple[str, float]]]


class Spelled(Struct, frozen=True):
    """The words of a question after its slips were mended."""

    folded: list[str]
    shown: list[str]
    """The same as they were typed."""
    guesses: Guesses
    """Place of a word -> what else it may have been meant to be."""
    read_as: dict[str, str]


def spell(index: Index, question: str, typed: Sequence[str], tongue: Tongue, *, mend: bool) -> Spelled:
    """Read each word as what it was most likely meant to be; words of another language are meant as they are."""
    as_typed = _as_typed(question)
    found = Spelled([], [], {}, {})
    for word, readings in respell(index, typed, tongue) if mend else ((word, [(word, 1.0)]) for word in typed):
        best, likeness = readings[0]
        parts = best.split()
        compound = (not tongue.english or is_ordinary(word)) and best.replace(" ", "") == word
        if best != word and not compound and not tongue.function.issuperset(parts) and index.known(parts):
            found.read_as[word] = _shown(index, " ".join(tongue.stems(parts)), as_typed.get(word, word)) or best
        if likeness < 1:
            found.guesses[len(found.folded)] = readings
        found.folded.extend(parts)
        found.shown.extend([as_typed.get(word, word) if best != word else as_typed.get(part, part) for part in parts])
    return found


def _shown(index: Index, key: str, typed: str) -> str | None:
    """Write a name in the script of the question, if that can be."""
    name = index.spelled(key)
    if name is None or _LATIN.fullmatch(name) or not _LATIN.fullmatch(typed):
        return name
    return index.entity(int(index.spans([key])[key][0][1:])).name


def _as_typed(question: str) -> dict[str, str]:
    """Folded word -> the same as it was typed, without the signs around it; without spaces, what it is a part of."""
    return {
        word: piece.strip("\"'“”‘’«»„.,;:!?¿¡()[]…？。、") for piece in _PIECES.split(question) for word in words(piece)
    }
