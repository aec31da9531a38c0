"""Likeness of texts by their character trigrams."""

from collections.abc import Iterable
from itertools import repeat
from math import sqrt
from operator import mul, truediv
from struct import unpack

from talkscli.language.words import trigrams

BITS = 16  # for each text, in a number that counts for all of them at once


class Grams:
    """The character trigrams of several folded texts, counted in all of them by one sum."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take folded texts."""
        self._in: dict[str, int] = {}
        """Trigram -> a one for each text that has it."""
        self._sizes: list[float] = []
        found, one = self._in, 1
        for text in texts:
            grams = trigrams(text)
            for gram in grams:
                found[gram] = found.get(gram, 0) + one
            one <<= BITS
            self._sizes.append(len(grams) or 1)

    def likeness(self, grams: frozenset[str]) -> float:
        """Return the cosine, 0 to 1, of trigrams and those of the text most like them."""
        counted = sum(map(self._in.get, grams, repeat(0)))
        shared = unpack(f"<{len(self._sizes)}H", counted.to_bytes(BITS // 8 * len(self._sizes), "little"))
        best = max(map(truediv, map(mul, shared, shared), self._sizes), default=0.0)
        return sqrt(best / len(grams)) if best else 0.0
