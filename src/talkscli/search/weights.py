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
        rank=(0.25, 0.077, 0.158, 0.074, 0.0, 0.145, 0.296),
        evidence=(-20.72, 5.32, 1.97, 0.0, 3.01, 0.21, 5.89, 2.13, 2.04, 2.48, 1.23, 1.14, 2.87),
        table=((0.0, 0.0), (0.1, 0.083), (0.3, 0.339), (0.5, 0.494), (0.7, 0.726), (0.9, 0.908), (1.0, 1.0)),
    ),
    "bare": Weights(
        rank=(0.0, 0.313, 0.145, 0.0, 0.085, 0.194, 0.263),
        evidence=(-13.63, 5.33, 0.87, 2.73, 0.53, 0.95, 3.44, 0.56, 0.86, 2.49, 0.99, 0.0, 2.89),
        table=((0.0, 0.0), (0.1, 0.084), (0.3, 0.375), (0.5, 0.586), (0.7, 0.811), (0.9, 0.914), (1.0, 1.0)),
    ),
}
