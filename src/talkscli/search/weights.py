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
    "asked": Weights(rank=(0.255, 0.069, 0.11, 0.075, 0.0, 0.179, 0.312), evidence=(-21.42, 4.56, 2.06, 0.0, 2.68, 1.5, 5.52, 2.46, 1.07, 2.62, 2.17, 0.73, 3.38), table=((0.0, 0.0), (0.1, 0.121), (0.3, 0.306), (0.5, 0.505), (0.7, 0.68), (0.9, 0.895), (1.0, 1.0))),
    "bare": Weights(rank=(0.0, 0.313, 0.145, 0.0, 0.085, 0.194, 0.263), evidence=(-14.16, 5.59, 0.9, 2.76, 0.56, 0.66, 3.46, 0.51, 1.07, 2.66, 0.98, 0.0, 3.75), table=((0.0, 0.0), (0.1, 0.101), (0.3, 0.394), (0.5, 0.58), (0.7, 0.797), (0.9, 0.91), (1.0, 1.0))),
}
