"""Fit the weights of the ranking.

They make the right facts likeliest under a softmax over all facts of the store (ListNet's top-one loss, Cao et al.
2007), none below 0.
"""

import numpy as np
from msgspec.structs import astuple
from scipy.optimize import minimize
from sets import Case

from talkscli.search import weights
from talkscli.search.cover import Shared
from talkscli.search.engine import Engine
from talkscli.search.question.query import read
from talkscli.search.rank import Features, compare, coverage, liken

RANKED = {"plain pairs": 0.02, "documents": 0.1}  # what a set counts for beside a given one
PENALTY = {"phrased": 0.0005, "pair": 0.01, "bare": 0.003}  # of large weights of the ranking


class Asked:
    """A question with the features of every fact of its store."""

    def __init__(self, engine: Engine, name: str, case: Case) -> None:
        query = read(engine.index, case.question)
        rows = list(range(engine.index.size))
        docs = engine.index.docs(rows)
        features = []
        for doc in docs:
            shared = Shared.of(query, doc)
            likeness = coverage(query, shared)
            compare(query, shared, likeness)
            liken(query, shared, likeness)
            features.append(likeness)
        self.set = name
        self.features = np.array([astuple(f) for f in features], float)
        self.gold = np.array([n in case.gold for n in rows])
        self.profile = docs[0].profile


def fit_ranking(asked: list[Asked], profile: weights.Profile) -> dict[str, float]:
    """The weights of the ranking for one form of fact."""
    noisy = profile != "phrased"
    count = {name: sum(a.set == name for a in asked) for name in {a.set for a in asked}}

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        penalty = PENALTY[profile]
        total, slope = penalty * float(w @ w), 2 * penalty * w
        for a in asked:
            z = a.features @ w
            e = np.exp(z - z.max())
            right = e * a.gold
            share = share_of(a.set, RANKED) / count[a.set]
            total -= share * (np.log(right.sum()) - np.log(e.sum()))
            slope = slope - share * (right @ a.features / right.sum() - e @ a.features / e.sum())
        return total, slope

    size = len(Features.__struct_fields__)
    fitted = minimize(loss, np.ones(size), jac=True, method="L-BFGS-B", bounds=[(0, None)] * size).x

    def first(w: np.ndarray) -> float:
        return sum(share_of(a.set, RANKED) / count[a.set] * bool(a.gold[np.argmax(a.features @ w)]) for a in asked)

    best = first(fitted) if noisy else np.inf
    for at, by in [(at, by) for _ in range(2) for at in range(size) for by in (0.6, 0.8, 1.25, 1.6)]:
        other = fitted.copy()
        other[at] *= by
        if (found := first(other)) > best:  # the loss stands in for what counts, the first place
            fitted, best = other, found
    return dict(zip(Features.__struct_fields__, (fitted / fitted.sum()).round(3).tolist(), strict=True))


def share_of(name: str, shares: dict[str, float]) -> float:
    """What a set counts for."""
    return next((share for end, share in shares.items() if name.endswith(end)), 1.0)
