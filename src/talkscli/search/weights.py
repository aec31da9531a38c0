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
        rank=(0.255, 0.069, 0.11, 0.075, 0.0, 0.179, 0.312),
        evidence=(-20.18, 4.65, 1.89, 0.0, 2.8, 1.5, 5.54, 2.01, 0.98, 2.54, 1.72, 0.61, 3.23),
        table=((0.0, 0.0), (0.1, 0.11), (0.3, 0.33), (0.5, 0.538), (0.7, 0.706), (0.9, 0.897), (1.0, 1.0)),
    ),
    "bare": Weights(
        rank=(0.0, 0.309, 0.144, 0.0, 0.081, 0.192, 0.274),
        evidence=(-13.64, 5.37, 0.87, 2.77, 0.03, 1.03, 3.37, 0.39, 0.84, 2.58, 1.0, 0.0, 4.25),
        table=((0.0, 0.0), (0.1, 0.108), (0.3, 0.38), (0.5, 0.563), (0.7, 0.798), (0.9, 0.903), (1.0, 1.0)),
    ),
}
