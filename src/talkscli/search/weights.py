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
    "asked": Weights(rank=(0.236, 0.078, 0.152, 0.08, 0.004, 0.147, 0.304), evidence=(-20.01, 4.67, 2.21, 0.0, 3.22, 0.0, 3.93, 2.21, 2.19, 2.02, 2.57, 1.54, 3.06), table=((0.0, 0.0), (0.0, 0.012), (0.003, 0.013), (0.009, 0.015), (0.019, 0.018), (0.046, 0.027), (0.138, 0.113), (0.325, 0.4), (0.518, 0.439), (0.748, 0.795), (0.871, 0.879), (0.964, 0.955), (0.998, 0.978), (1.0, 1.0))),
    "bare": Weights(rank=(0.0, 0.312, 0.144, 0.0, 0.085, 0.19, 0.269), evidence=(-12.92, 5.36, 0.89, 2.63, 0.49, 1.03, 2.84, 0.58, 0.66, 2.52, 1.01, 0.0, 3.09), table=((0.0, 0.0), (0.001, 0.01), (0.022, 0.01), (0.035, 0.01), (0.052, 0.01), (0.109, 0.026), (0.309, 0.436), (0.591, 0.691), (0.837, 0.872), (0.928, 0.932), (0.963, 0.956), (0.985, 0.969), (0.997, 0.973), (1.0, 1.0))),
}
