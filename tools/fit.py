"""Fit the weights of the search and its confidence, and write src/talkscli/search/weights.py.

    python benchmarks/fit.py [SET…] [--dry-run]

Only the "tune" part of each set is used; the figures of both parts are printed.

Ranking: the weights that make the right facts likeliest under a softmax over all facts of the store (ListNet's top-one
loss, Cao et al. 2007), none below 0. Confidence: logistic regression, again with no weight below 0, of whether the
first fact is right; then isotonic regression (Zadrozny & Elkan 2002) so that it can be read as a probability.
"""

import argparse
from pathlib import Path

import numpy as np
from msgspec.structs import astuple
from scipy.optimize import minimize
from sets import TUNING, Case, Set, any_set, misspelled, own, part
from sklearn.isotonic import IsotonicRegression

from talkscli.search import confidence, weights
from talkscli.search.engine import Engine
from talkscli.search.query import read
from talkscli.search.rank import Features, compare, coverage, rank

# What one would expect before seeing any question; a hundred questions say little about rare reasons to decline.
PRIOR = {
    "score": 6.0, "lead": 2.0, "covered": 2.0, "topical": 5.0, "substance": 2.0, "named": 4.0,
    "numbers": 3.0, "known": 1.0, "holds": 3.0, "asked": 1.0, "cosine": 2.0, "grams": 2.0,
}  # fmt: skip
# Reasons to decline a fact with questions of its own that are too rare in the sets to show their weight there.
LEAST = {"substance": 1.5, "numbers": 2.0}
TARGET = Path(weights.__file__)


class Asked:
    """A question with the features of every fact of its store."""

    def __init__(self, engine: Engine, name: str, case: Case) -> None:
        self.engine, self.set, self.case = engine, name, case
        self.query = read(engine.index, case.question)
        rows = list(range(engine.index.size))
        self.docs = engine.index.docs(rows)
        features = []
        for doc in self.docs:
            likeness = coverage(self.query, doc)
            compare(self.query, doc, likeness)
            features.append(likeness)
        self.features = np.array([astuple(f) for f in features], float)
        self.gold = np.array([n in case.gold for n in rows])
        self.bare = not self.docs[0].asked if self.docs else True


def gather(sets: list[Set]) -> list[Asked]:
    found = []
    for one in sets:
        engine = Engine.of(one.store)
        found += [Asked(engine, one.name, case) for case in one.cases]
    return found


def strangers(sets: list[Set], most: int = 400) -> list[Set]:
    """Ask each store what the sets on other stores ask: nothing of it has an answer there."""
    found = []
    for one in {s.name: s for s in sets}.values():
        others = [
            c for s in sets if {f.id for f in s.store.facts}.isdisjoint(f.id for f in one.store.facts) for c in s.cases
        ]
        step = max(1, len(others) // most)
        cases = [Case(c.question, "foreign", part(c.question), frozenset()) for c in others[::step]]
        if cases and all(c.kind != "foreign" for c in one.cases):
            found.append(Set(f"{one.name}, foreign", one.store, cases))
    return found


def fit_ranking(asked: list[Asked], penalty: float = 0.0005) -> np.ndarray:
    usable = [a for a in asked if a.case.part == "tune" and a.gold.any()]
    count = {name: sum(a.set == name for a in usable) for name in {a.set for a in usable}}

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = penalty * float(w @ w), 2 * penalty * w
        for a in usable:
            z = a.features @ w
            e = np.exp(z - z.max())
            right = e * a.gold
            share = 1 / count[a.set]
            total -= share * (np.log(right.sum()) - np.log(e.sum()))
            slope = slope - share * (right @ a.features / right.sum() - e @ a.features / e.sum())
        return total, slope

    size = len(Features.__struct_fields__)
    fitted = minimize(loss, np.ones(size), jac=True, method="L-BFGS-B", bounds=[(0, None)] * size).x
    return fitted / fitted.sum()


def first(a: Asked) -> tuple[np.ndarray, bool] | None:
    """The evidence for the fact that comes first, and whether it is right."""
    ranking = rank(a.engine.index, a.query)
    if not ranking or not any(t.known for t in a.query.terms):
        return None
    lead = confidence.leads(ranking)[0]
    seen = confidence.evidence(a.engine.index, a.query, ranking[0], lead)
    return np.array(astuple(seen), float), ranking[0].row in a.case.gold


def fit_confidence(
    asked: list[Asked], share: dict[str, float], penalty: float = 0.0002
) -> tuple[np.ndarray, list[tuple[float, float]]]:
    rows = [(first(a), a) for a in asked if a.case.part == "tune"]
    usable = [(seen[0], seen[1], a.set) for seen, a in rows if seen]
    count = {name: sum(s == name for _, _, s in usable) for _, _, name in usable}
    x = np.array([np.concatenate([[1.0], e]) for e, _, _ in usable])
    y = np.array([right for _, right, _ in usable], float)
    each = np.array([share.get(s, 1.0) / count[s] for _, _, s in usable])
    each /= each.sum()
    bare = asked[0].bare
    prior = np.array([PRIOR[name] for name in confidence.Evidence.__struct_fields__])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        p = 1 / (1 + np.exp(-z))
        error = -(each * (y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9))).sum()
        away = w[1:] - prior
        return error + penalty * float(away @ away), x.T @ (each * (p - y)) + np.concatenate([[0], 2 * penalty * away])

    bounds = [(None, None)] + [
        (0 if bare else LEAST.get(name, 0), None) for name in confidence.Evidence.__struct_fields__
    ]
    fitted = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds).x
    raw = 1 / (1 + np.exp(-(x @ fitted)))
    steps = IsotonicRegression(out_of_bounds="clip", y_min=0.0, y_max=1.0).fit(raw, y, sample_weight=each)
    knots = np.linspace(0.1, 0.9, 5)
    smooth = np.array([np.average(steps.predict(np.clip(k + np.linspace(-0.15, 0.15, 61), 0, 1))) for k in knots])
    table = [
        (0.0, 0.0),
        *zip(knots.tolist(), np.clip(np.maximum.accumulate(smooth), 0.01, 0.99).tolist(), strict=True),
        (1.0, 1.0),
    ]
    return fitted, sorted({(round(a, 3), round(b, 3)) for a, b in table})


def report(asked: list[Asked]) -> None:
    def mean(values: list[bool]) -> str:
        return f"{np.mean(values):.3f}" if values else "    -"

    for name in sorted({a.set for a in asked}):
        for which in ("tune", "report"):
            rows = [a for a in asked if a.set == name and a.case.part == which]
            found = [a.engine.search(a.case.question, 1) for a in rows]
            tops = [rank(a.engine.index, a.query)[:1] for a in rows]
            right = [bool(top) and top[0].row in a.case.gold for top, a in zip(tops, rows, strict=True)]
            given = [f.answered for f in found]
            each = list(zip(rows, right, given, strict=True))
            can = [(r, g) for a, r, g in each if a.case.gold or a.case.kind not in REFUSE]
            refused = [not g for a, _, g in each if a.case.kind in REFUSE]
            print(
                f"{name:22} {which:6}  hit@1 {mean([r for r, _ in can])} ({len(can)})"
                f"  answered {mean([g for _, g in can])}  answered right {mean([r and g for r, g in can])}"
                f"  declined {mean(refused)} ({len(refused)})  wrong {mean([g and not r for _, r, g in each])}"
            )


REFUSE = {"unanswerable", "far", "near", "false-premise", "smalltalk", "foreign"}
KEEP = TARGET.read_text("utf-8").split("THRESHOLD =")[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", type=Path)
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--typos", action="store_true", help="report with typing slips too")
    chosen = parser.parse_args()
    sets = [*own(), *own(TUNING), *(s for path in chosen.sets for s in any_set(path))]
    sets += strangers(sets)
    asked = gather(sets)
    # the FAQ set is noisy; the other two hold more questions without an answer than people ask
    shares = {s.name: 0.25 for s in sets if s.name.startswith(("faq", "tuning")) or ", " in s.name}
    fitted = {}
    forms = [(form, bare) for form, bare in (("asked", False), ("bare", True)) if any(a.bare == bare for a in asked)]
    for form, bare in forms:
        fitted[form] = fit_ranking([a for a in asked if a.bare == bare])
        weights.WEIGHTS[form] = weights.WEIGHTS[form]._replace(rank=tuple(fitted[form].round(3).tolist()))
        print(form, dict(zip(Features.__struct_fields__, fitted[form].round(3).tolist(), strict=True)))
    for form, bare in forms:
        factors, table = fit_confidence([a for a in asked if a.bare == bare], shares)
        weights.WEIGHTS[form] = weights.WEIGHTS[form]._replace(
            evidence=tuple(factors.round(2).tolist()), table=tuple(table)
        )
        print(
            form,
            dict(zip(("constant", *confidence.Evidence.__struct_fields__), factors.round(2).tolist(), strict=True)),
        )
        print(table)
    report(asked)
    if chosen.typos:
        report(gather(misspelled(sets)))
    if not chosen.dry_run:
        rows = "".join(
            f'    "{form}": Weights(\n        {row.rank},\n        {row.evidence},\n        {row.table},\n    ),\n'
            for form, row in weights.WEIGHTS.items()
        )
        head = f"THRESHOLD = {weights.THRESHOLD}  # least confidence of an answer"
        TARGET.write_text(f"{KEEP}{head}\n\nWEIGHTS = {{\n{rows}}}\n", "utf-8")


if __name__ == "__main__":
    main()
