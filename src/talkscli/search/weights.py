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
    "asked": Weights(rank=(0.236, 0.078, 0.152, 0.08, 0.004, 0.147, 0.304), evidence=(-22.27, 4.59, 2.28, 0.0, 3.19, 0.0, 6.24, 2.18, 2.18, 2.11, 2.51, 1.52, 3.01), table=((0.0, 0.0), (0.0, 0.012), (0.003, 0.014), (0.009, 0.015), (0.02, 0.018), (0.047, 0.026), (0.14, 0.092), (0.322, 0.358), (0.51, 0.449), (0.741, 0.794), (0.866, 0.869), (0.962, 0.955), (0.997, 0.979), (1.0, 1.0))),
    "bare": Weights(rank=(0.0, 0.312, 0.144, 0.0, 0.085, 0.19, 0.269), evidence=(-13.48, 5.34, 0.89, 2.63, 0.48, 1.03, 3.43, 0.58, 0.65, 2.52, 0.99, 0.0, 3.1), table=((0.0, 0.0), (0.001, 0.01), (0.022, 0.01), (0.035, 0.01), (0.052, 0.01), (0.108, 0.026), (0.308, 0.436), (0.59, 0.692), (0.837, 0.869), (0.927, 0.933), (0.963, 0.957), (0.984, 0.969), (0.997, 0.973), (1.0, 1.0))),
}
