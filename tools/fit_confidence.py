"""Fit the confidence.

It is made of gradient boosted trees of depth two (Friedman 2001) of whether a fact is right, monotone where sense demands
it, then scaled (Platt 1999) by predictions for stores and questions left out.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from fit_ranking import share_of
from msgspec.structs import astuple
from scipy.optimize import minimize
from sets import Case, Set
from sklearn.ensemble import HistGradientBoostingClassifier

from talkscli.search import weights
from talkscli.search.confidence import leads
from talkscli.search.engine import JUDGED, Engine, wholes
from talkscli.search.evidence import Evidence, evidence
from talkscli.search.question.query import read
from talkscli.search.rank import COMPARED, rank
from talkscli.store.model import Fact

FIGURES = Evidence.__struct_fields__
# More of these never raises the confidence; of those that are left to the data, neither way is plain; more of all others never lowers it.
AGAINST = {
    "strange",
    "elsewhere",
    "unstated",
    "unnamed",
    "proper",
    "missing",
    "respelled",
    "denied",
    "denies",
    "opposed",
    "alien",
}
EITHER = {"terms"}
OTHERS = 0.2  # what a fact that does not come first counts for
# What a set counts for beside a given one, by the end of its name: those that are made are many and alike.
SHARES = {
    "plain pairs": 0.3,
    "foreign": 0.1,
    "absent names": 0.25,
    "somebody else": 0.3,
    "something else": 0.15,
    "borrowed": 0.25,
    "another thing": 0.15,
    "another time": 0.15,
    "who presides": 0.1,
    "denied": 0.1,
    "who is who": 0.1,
    "wrong way round": 0.15,
    "asked otherwise": 0.1,
    "documents": 2.0,
}
KIN = 0.05  # what a fact of another form counts for
# The share of first facts that are right, as people ask: sets are made with more questions without an answer.
PRIOR = {"phrased": 0.57, "pair": 0.44, "bare": 0.376}
FOLDS = 5
PAIRED = {"contrast", "actor", "attribute", "event", "polarity"}  # questions written to differ by a word: hard ones

_SILENT = {"no", "not", "nobody", "nothing", "neither", "never", "without", "open"}


@dataclass(frozen=True)
class Row:
    """One question with the evidence for the facts that come first."""

    set: str
    case: Case
    group: int
    """Of questions that are left out together."""
    facts: list[tuple[tuple[float, ...], bool, weights.Profile]]


class Table(NamedTuple):
    """The facts that the trees of one form learn from, an entry each."""

    evidence: np.ndarray
    right: np.ndarray
    """1 where the fact answers, else 0."""
    weight: np.ndarray
    group: np.ndarray
    """Of questions that are left out together."""
    question: np.ndarray
    """Whose facts these are."""
    share: np.ndarray
    """What its question counts for."""
    given: np.ndarray
    """The same for a question that people ask, to a fact of this form; else 0."""


def rows_of(sets: list[Set]) -> Iterator[Row]:
    """The evidence for the first facts of every question."""
    names = [one.name for one in sets]
    for n, one in enumerate(sets):
        engine = Engine.of(one.store)
        index = engine.index
        for case in one.cases:
            query = read(index, case.question)
            ranking = rank(index, query)
            if not case.gold and ranking and leaves_open(one.store.facts[ranking[0].row]):
                continue  # to say that the article does not tell it may well be the answer
            whole = wholes(index, ranking[:COMPARED])
            found = [
                (
                    astuple(evidence(index, query, ranked, lead)),
                    whole.get(ranked.row, ranked.row) in case.gold or ranked.row in case.gold,
                    ranked.doc.profile,
                )
                for ranked, lead in zip(ranking[:JUDGED], leads(ranking), strict=False)
            ]
            group = n if names.count(one.name) > 1 else zlib.crc32(case.question[:12].encode())
            if found:
                yield Row(one.name, case, group, found)
        engine.close()


def leaves_open(fact: Fact) -> bool:
    """Whether a fact begins by saying that its source does not tell something."""
    begins = fact.answer.split()[:7]
    return "article" in fact.answer.split(".")[0] and any(word in _SILENT for word in begins)


def _table(rows: list[Row], profile: weights.Profile) -> Table:
    """Lay out the facts of a form, and of other forms at little weight where those help."""
    every = profile != "bare"
    count: dict[str, float] = {}
    for row in rows:
        count[row.set] = count.get(row.set, 0) + 1
    x, y, g, q, share, first, given = [], [], [], [], [], [], []
    for at, row in enumerate(rows):
        people_ask = ", " not in row.set and row.case.kind not in PAIRED
        for n, (figures, right, form) in enumerate(row.facts):
            kin = 1.0 if form == profile else KIN if every and ", " not in row.set else 0.0
            if every and row.case.kind == "denied":
                kin = 0.0  # what a question and its answer deny is seldom told by the same sentence
            if kin:
                x.append(figures)
                y.append(right)
                g.append(row.group)
                q.append(at)
                share.append(kin * share_of(row.set, SHARES) / count[row.set] ** 0.5)
                first.append(n == 0)
                given.append(count[row.set] ** -0.5 if people_ask and form == profile else 0.0)
    right, shares = np.array(y, float), np.array(share)
    ahead = np.array(first)
    weight = shares * np.where(ahead, 1.0, OTHERS) * _balance(right, np.where(ahead, shares, 0.0), PRIOR[profile])
    return Table(np.array(x, float), right, weight / weight.mean(), np.array(g), np.array(q), shares, np.array(given))


def _balance(right: np.ndarray, weight: np.ndarray, prior: float) -> np.ndarray:
    """What to multiply weights by, so that the right facts have this share of them."""
    factors: np.ndarray = np.where(right > 0, 1.0, weight[right > 0].sum() / weight[right == 0].sum() * (1 / prior - 1))
    return factors


def _surest(z: np.ndarray, question: np.ndarray) -> np.ndarray:
    """Which facts are the surest of their question: those that are given as its answer, if any."""
    order = np.lexsort((z, question))
    last: np.ndarray = np.append(np.diff(question[order]) > 0, True)
    surest: np.ndarray = np.zeros(len(z), bool)
    surest[order[last]] = True
    return surest


def _booster(trees: int) -> HistGradientBoostingClassifier:
    way = [0 if name in EITHER else -1 if name in AGAINST else 1 for name in FIGURES]
    return HistGradientBoostingClassifier(
        max_iter=trees, max_depth=2, learning_rate=0.2, min_samples_leaf=40, l2_regularization=1.0,
        monotonic_cst=way, early_stopping=False, random_state=0,
    )  # fmt: skip


def fit_trees(rows: list[Row], profile: weights.Profile, trees: int = 120) -> dict[str, Any]:
    """The trees for one form of fact, and the line that makes probabilities of their sum."""
    x, y, w, g, question, share, given = _table(rows, profile)
    z = np.zeros(len(y))
    for fold in range(FOLDS):
        left = g % FOLDS == fold
        model = _booster(trees).fit(x[~left], y[~left], sample_weight=w[~left])
        z[left] = model.decision_function(x[left])
    surest = _surest(z, question)
    share, given = np.where(surest, share, 0.0), np.where(surest, given, 0.0)
    slope, shift = _line(z, y, share * _balance(y, share, PRIOR[profile]))
    steep, _ = _line(slope * z + shift, y, given)  # made questions, and pairs, are harder than asked ones
    slope, shift = steep * slope, steep * shift
    model = _booster(trees).fit(x, y, sample_weight=w)
    print(f"{profile}: {len(y)} facts, {(given > 0).sum()} of them given, scaled by {slope:.2f}, {shift:+.2f}")
    base = float(np.ravel(model._baseline_prediction)[0])
    return {
        "base": round(slope * base + shift, 4),
        "trees": [_tree(predictor[0].nodes, slope) for predictor in model._predictors],
    }


def _line(z: np.ndarray, right: np.ndarray, weight: np.ndarray) -> tuple[float, float]:
    """Fit the line that makes log-odds of scores (Platt 1999): its slope, and where it crosses."""

    def loss(line: np.ndarray) -> float:
        p = 1 / (1 + np.exp(-(line[0] * z + line[1])))
        return float(-(weight * (right * np.log(p + 1e-9) + (1 - right) * np.log(1 - p + 1e-9))).sum())

    slope, shift = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
    return float(slope), float(shift)


def _tree(nodes: np.ndarray, slope: float) -> dict[str, object]:
    """A tree of depth two: where it splits, and the four sums at its leaves."""

    def split(at: int) -> tuple[str, float, int, int]:
        node = nodes[at]
        if node["is_leaf"]:
            return FIGURES[0], 9.0, at, at
        return (
            FIGURES[int(node["feature_idx"])],
            round(float(node["num_threshold"]), 4),
            int(node["left"]),
            int(node["right"]),
        )

    name, least, left, right = split(0)
    low, high = split(left), split(right)
    leaves = [round(slope * float(nodes[at]["value"]), 4) for at in (low[2], low[3], high[2], high[3])]
    return {"split": [name, least], "low": list(low[:2]), "high": list(high[:2]), "leaves": leaves}
