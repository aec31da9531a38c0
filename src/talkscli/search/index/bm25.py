"""The two factors of BM25 (Robertson & Zaragoza 2009): how rare a token is, and how short a fact."""

from math import log

K1, B = 1.2, 0.75  # the customary constants


def idf(size: int, df: int) -> float:
    """The inverse document frequency of a token that `df` of `size` facts hold, in Lucene's form: always above 0."""
    return log(1 + (size - df + 0.5) / (df + 0.5))


def shortness(size: int, mean: float) -> float:
    """The factor for the length of a fact: 1 at the mean length, more if shorter."""
    return (K1 + 1) / (1 + K1 * (1 - B + B * size / mean))
