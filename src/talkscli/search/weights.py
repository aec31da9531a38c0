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
        evidence=(-20.2, 4.58, 1.83, 0.0, 2.8, 1.5, 5.55, 2.03, 0.95, 2.53, 1.74, 0.66, 3.28),
        table=((0.0, 0.0), (0.1, 0.113), (0.3, 0.324), (0.5, 0.533), (0.7, 0.708), (0.9, 0.896), (1.0, 1.0)),
    ),
    "bare": Weights(
        rank=(0.0, 0.309, 0.144, 0.0, 0.081, 0.192, 0.274),
        evidence=(-13.12, 4.62, 1.79, 3.54, 0.0, 0.23, 3.52, 0.33, 1.43, 2.14, 1.0, 0.0, 3.08),
        table=((0.0, 0.0), (0.1, 0.065), (0.3, 0.323), (0.5, 0.546), (0.7, 0.732), (0.9, 0.91), (1.0, 1.0)),
    ),
}
