"""Fitted numbers; `tools/fit.py` writes the table beside this module."""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

THRESHOLD = 0.5  # least confidence of an answer

Profile = Literal["phrased", "pair", "bare"]
"""Forms of fact: with many phrasings, with a question, a bare sentence."""


class Ranking(Struct, frozen=True):
    """Weights of `rank.Features`; they add up to 1."""

    asked: float
    answer: float
    context: float
    kind: float
    holds: float
    cosine: float
    grams: float


class Weights(Struct, frozen=True):
    """Weights for one form of fact."""

    rank: Ranking
    base: float = 0.0
    """Log-odds of an answer of which nothing is known."""
    trees: tuple[tuple[float, ...], ...] = ()


@cache
def _table() -> dict[str, Weights]:
    data = (Path(__file__).parent / "weights.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, Weights])


def weights_for(profile: Profile) -> Weights:
    """The weights for a form of fact."""
    return _table()[profile]
