"""Confidence: one number that decides whether a fact is given as the answer.

Boosted trees of depth two add up log-odds from the evidence (Friedman 2001), monotone where sense demands it: more
evidence never lowers the confidence. `tools/fit.py` fits them.
"""

from collections.abc import Sequence
from functools import cache
from math import exp

from msgspec.structs import astuple

from talkscli.search.evidence import Evidence, evidence
from talkscli.search.index import Index
from talkscli.search.query import Query
from talkscli.search.rank import Ranked
from talkscli.search.weights import Profile, weights_for

_Flat = tuple[int, float, int, float, int, float, float, float, float, float]


def leads(ranking: Sequence[Ranked]) -> list[float]:
    """How far each fact is ahead of the best other one (or behind it), as a share of the best score.

    Args:
        ranking: Facts, the best score first.

    Returns:
        A number from -1 to 1 for each.
    """
    if not ranking:
        return []
    top = ranking[0].score or 1.0
    second = ranking[1].score if len(ranking) > 1 else 0.0
    return [(r.score - (second if n == 0 else top)) / top for n, r in enumerate(ranking)]


def probability(index: Index, query: Query, ranked: Ranked, lead: float) -> float:
    """How probable it is that a fact answers the question, 0 to 1; 0 where no word of the question is known."""
    if not any(term.known for term in query.terms):
        return 0.0
    return judged(evidence(index, query, ranked, lead), ranked.doc.profile)


def judged(found: Evidence, profile: Profile) -> float:
    """The probability that evidence for a fact of a form amounts to, 0 to 1."""
    x = astuple(found)
    base, trees = _flat(profile)
    total = base
    for at, least, low, low_least, high, high_least, a, b, c, d in trees:
        if x[at] <= least:
            total += a if x[low] <= low_least else b
        else:
            total += c if x[high] <= high_least else d
    return 1 / (1 + exp(-total))


@cache
def _flat(profile: Profile) -> tuple[float, list[_Flat]]:
    """The trees with the place of each figure for its name."""
    weights = weights_for(profile)
    place = {name: at for at, name in enumerate(Evidence.__struct_fields__)}
    trees = [
        (place[t.split[0]], t.split[1], place[t.low[0]], t.low[1], place[t.high[0]], t.high[1], *t.leaves)
        for t in weights.trees
    ]
    return weights.base, trees
