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
    akin: float = 0.0


class Tree(Struct, frozen=True):
    """A decision tree of depth two: three times a figure of the evidence, and the value up to which it goes low."""

    split: tuple[str, float]
    low: tuple[str, float]
    high: tuple[str, float]
    leaves: tuple[float, float, float, float]
    """Log-odds: low branch of low, high branch of low, low of high, high of high."""


class Weights(Struct, frozen=True):
    """Weights for one form of fact."""

    rank: Ranking
    base: float = 0.0
    """Log-odds before any tree."""
    trees: tuple[Tree, ...] = ()


@cache
def table() -> dict[str, Weights]:
    """All weights, by form of fact."""
    data = Path(__file__).with_name("weights.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, Weights])


@cache
def weights_for(profile: Profile) -> Weights:
    """The weights for a form of fact."""
    return table()[profile]
