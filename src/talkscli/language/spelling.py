"""How alike two words are spelled: the one measure, and its thresholds, for questions and for names.

It is the optimal string alignment of the two, from 0 to 1: the share of letters that need not be changed, dropped,
added or swapped with their neighbour.
"""

from collections.abc import Collection
from typing import NamedTuple

LIKELY = 0.72  # a word or name is read as another: three slips in ten letters
LIKELY_SHORT = 0.79  # the same for up to four letters: one may be missing, none be another
PLAIN = 0.8  # a slip in five letters
ALMOST = 0.87  # a slip in eight: for a word that could be right as it stands


class Alike(NamedTuple):
    """A word that another may be meant for."""

    word: str
    likeness: float


def likely(word: str) -> float:
    """Return the least likeness of a word or name that this one, as typed, may be meant for."""
    return LIKELY if len(word) > 4 else LIKELY_SHORT


def alike(word: str, others: Collection[str], least: float, limit: int) -> list[Alike]:
    """Find the words that are spelled like another.

    Args:
        word: The word or name as typed, folded.
        others: Those that it may be meant for, folded.
        least: The least likeness of what is returned.
        limit: How many are returned at most.

    Returns:
        Those words, the most alike first.
    """
    from rapidfuzz import process  # most words and names are found without
    from rapidfuzz.distance import OSA

    found = process.extract(word, others, scorer=OSA.normalized_similarity, score_cutoff=least, limit=limit)
    return [Alike(other, likeness) for other, likeness, _ in found]
