"""Fitted numbers; `benchmarks/fit.py` writes this table."""

from typing import NamedTuple


class Weights(NamedTuple):
    """Weights for one form of fact."""

    rank: tuple[float, ...]
    """Of `rank.Features`, in their order; they add up to 1."""
    evidence: tuple[float, ...]
    """A constant, then those of `confidence.Evidence` in their order."""
    table: tuple[tuple[float, float], ...]
    """Points (logistic value, confidence) of a monotone line."""


THRESHOLD = 0.5  # least confidence of an answer

WEIGHTS = {
    "asked": Weights(
        (0.19, 0.07, 0.17, 0.08, 0.01, 0.17, 0.31),
        (-9.0, 3.0, 1.0, 4.0, 0.0, 3.0, 2.0, 1.0, 1.0, 0.5, 0.0, 0.0, 1.0, 2.0),
        ((0.0, 0.0), (1.0, 1.0)),
    ),
    "bare": Weights(
        (0.0, 0.34, 0.14, 0.0, 0.13, 0.23, 0.16),
        (-9.0, 3.0, 1.0, 4.0, 0.0, 3.0, 2.0, 1.0, 1.0, 0.5, 0.0, 0.0, 1.0, 2.0),
        ((0.0, 0.0), (1.0, 1.0)),
    ),
}
