"""Likeness of texts by their character trigrams."""

from collections.abc import Iterable
from itertools import repeat
from math import sqrt

from talkscli.language.words import trigrams


class Grams:
    """The character trigrams of several folded texts, as bits, so that any number of texts is compared quickly."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take folded texts."""
        self._bit: dict[str, int] = {}
        self._texts: list[tuple[int, int]] = []
        bit = self._bit
        for text in texts:
            grams = trigrams(text)
            for gram in grams.difference(bit):
                bit[gram] = 1 << len(bit)
            self._texts.append((sum(map(bit.__getitem__, grams)), len(grams)))

    def likeness(self, grams: frozenset[str]) -> float:
        """Return the cosine, 0 to 1, of trigrams and those of the text most like them."""
        wanted = sum(map(self._bit.get, grams, repeat(0)))
        best = max([(n := (wanted & own).bit_count()) * n / size for own, size in self._texts if size], default=0.0)
        return sqrt(best / len(grams)) if best else 0.0
