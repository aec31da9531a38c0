"""Fit the weights of the search and its confidence, and write src/talkscli/search/weights.json.

    python tools/fit.py SET… [--documents DIR]

Only the "tune" part of each set is used; the figures of both parts are printed. There is a row of weights for each form
of fact: with many phrasings, with a question, a bare sentence.

Ranking: the weights that make the right facts likeliest under a softmax over all facts of the store (ListNet's top-one
loss, Cao et al. 2007), none below 0. Confidence: gradient boosted trees of depth two (Friedman 2001) of whether a fact is
right, monotone where sense demands it, then scaled (Platt 1999) by predictions for stores and questions left out.

Where a set has too few questions that look answerable and are not, more are made of the tune part: a name is replaced by
one that the store does not have or by another of the store, two names change places, the act is replaced by another or
denied, and instead of when it is asked why. Of people it is asked who they are.
"""

import argparse
import json
import random
import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from msgspec.structs import astuple
from scipy.optimize import minimize
from sklearn.ensemble import HistGradientBoostingClassifier

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))
from sets import DOCUMENTS, TUNING, Case, Set, any_set, documents, own, part

from talkscli.language import frequency
from talkscli.language.grammar import AUXILIARIES
from talkscli.language.vocabulary import gazetteer, given_names
from talkscli.search import confidence, weights
from talkscli.search.answer_types import WANTED
from talkscli.search.confidence import leads
from talkscli.search.engine import JUDGED, Engine, wholes
from talkscli.search.evidence import Evidence, evidence
from talkscli.search.query import read
from talkscli.search.rank import COMPARED, Features, compare, coverage, liken, rank
from talkscli.store.model import Entity, Fact, Store

TARGET = Path(weights.__file__).with_name("weights.json")
PROFILES: tuple[weights.Profile, ...] = ("phrased", "pair", "bare")
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
    "denied": 0.1,
    "who is who": 0.1,
    "wrong way round": 0.15,
    "asked otherwise": 0.1,
    "documents": 2.0,
}
RANKED = {"plain pairs": 0.02, "documents": 0.1}  # the same for the ranking
PENALTY = {"phrased": 0.0005, "pair": 0.01, "bare": 0.003}  # of large weights of the ranking
KIN = 0.05  # what a fact of another form counts for
# The share of first facts that are right, as people ask: sets are made with more questions without an answer.
PRIOR = {"phrased": 0.46, "pair": 0.48, "bare": 0.43}
FOLDS = 5
PAIRED = {"contrast", "actor", "attribute", "event", "polarity"}  # questions written to differ by a word: hard ones


ASKING = ("why", "when", "where")
_SIDES = re.compile(r"\b(?:and|or|both|between|with|meet|met)\b")
DENIED = {"what", "which", "who", "where", "when", "how"}  # "why not" is answered by what denies
_DENIES = re.compile(r"\b(?:no[nrt]?|never|nobody|nothing|none|neither|without|cannot)\b|n['’]t\b", re.IGNORECASE)
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


class Asked:
    """A question with the features of every fact of its store."""

    def __init__(self, engine: Engine, name: str, case: Case) -> None:
        query = read(engine.index, case.question)
        rows = list(range(engine.index.size))
        docs = engine.index.docs(rows)
        features = []
        for doc in docs:
            likeness = coverage(query, doc)
            compare(query, doc, likeness)
            liken(query, doc, likeness)
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


def strangers(sets: list[Set], most: int = 150) -> list[Set]:
    """Ask each store what the sets on other stores ask: nothing of it has an answer there."""
    found = []
    for one in {s.name: s for s in sets}.values():
        ids = {f.id for f in one.store.facts}
        others = [c for s in sets if ids.isdisjoint(f.id for f in s.store.facts) for c in s.cases]
        step = max(1, len(others) // most)
        cases = [Case(c.question, "foreign", part(c.question), frozenset()) for c in others[::step]]
        if cases and all(c.kind != "foreign" for c in one.cases):
            found.append(Set(f"{one.name}, foreign", one.store, cases))
    return found


def impostors(sets: list[Set], rng: random.Random) -> list[Set]:
    """Ask about somebody else: a name in a question becomes one that the store does not have."""
    people = sorted(name for name in given_names() if len(name) > 4)
    others = sorted({known.name for known in gazetteer().values()})
    found = []
    for one in sets:
        named = {name.casefold(): e.kind for e in one.store.entities for name in (e.name, *e.aliases) if len(name) > 3}
        text = " ".join(named) + " ".join(f.answer.casefold() for f in one.store.facts)
        strange = [name for name in others if name.casefold() not in text]
        cases = []
        for case in one.cases:
            lower = case.question.casefold()
            name = max((name for name in named if f" {name} " in f" {lower} "), key=len, default=None)
            if name is None or not case.gold:
                continue
            new = (
                f"{rng.choice(people)}{rng.choice(['ov', 'sen', 'ez', 'ic', 'ak'])}"
                if named[name] == "person"
                else rng.choice(strange)
            )
            asked = f" {lower} ".replace(f" {name} ", f" {new if case.question != lower else new.lower()} ").strip()
            cases.append(Case(asked, "absent name", case.part, frozenset()))
        found.append(Set(f"{one.name}, absent names", one.store, cases))
    return found


def swapped(one: Set, rng: random.Random) -> Set:
    """Ask the same of somebody else of the store: the fact that tells it of the one named no longer answers."""
    facts = one.store.facts
    cases = []
    for case in one.cases:
        told = {i for n in case.gold for i in facts[n].about}
        for name, entity in _named(one.store, case.question) if case.gold else ():
            others = [e for e in one.store.entities if e.kind == entity.kind and e.id not in told]
            if entity.id in told and others:
                other = rng.choice(others)
                new = min((other.name, *other.aliases[:2]), key=len).casefold()
                asked = f" {case.question.casefold()} ".replace(f" {name} ", f" {new} ")
                cases.append(Case(asked.strip(), "somebody else", case.part, frozenset()))
    return Set(f"{one.name}, somebody else", one.store, cases)


def exchanged(one: Set) -> Set:
    """Ask who did it to whom the wrong way round: two names of a question change places, unless they are one side."""
    cases = []
    for case in one.cases:
        lower = f" {case.question.casefold()} "
        named = sorted(_named(one.store, case.question), key=lambda found: lower.index(f" {found[0]} "))
        if len(named) != 2 or not case.gold or _SIDES.search(lower):
            continue
        (first, _), (second, _) = named
        asked = lower.replace(f" {first} ", " \0 ").replace(f" {second} ", f" {first} ").replace("\0", second)
        cases.append(Case(asked.strip(), "wrong way round", case.part, frozenset()))
    return Set(f"{one.name}, wrong way round", one.store, cases)


def _named(store: Store, question: str) -> list[tuple[str, Entity]]:
    """The longest name of each entity that a question names, as it stands there in small letters."""
    lower = f" {question.casefold()} "
    found: dict[str, tuple[str, Entity]] = {}
    for entity in store.entities:
        names = [n.casefold() for n in (entity.name, *entity.aliases) if f" {n.casefold()} " in lower]
        if names:
            name = max(names, key=len)
            if not any(name in other for other in found):
                found = {other: told for other, told in found.items() if other not in name} | {name: (name, entity)}
    return list(found.values())


def otherwise(sets: list[Set]) -> list[Set]:
    """Ask why instead of when, and so on: facts that hold no such answer, and are not asked for it, have none."""
    found = []
    for one in sets:
        engine = Engine.of(one.store)
        cases = []
        for case in one.cases:
            first, *rest = case.question.casefold().split() or [""]
            if first in AUXILIARIES:
                rest = [first, *rest]
            elif first not in ASKING or not rest or rest[0] not in AUXILIARIES:
                continue
            docs = engine.index.docs(sorted(case.gold))
            for asking in ASKING:
                held = WANTED[asking] | {f"?{asking}"}
                if docs and asking != first and all(held.isdisjoint(doc.holds | doc.tokens) for doc in docs):
                    cases.append(Case(" ".join([asking, *rest]), "asked otherwise", case.part, frozenset()))
        engine.close()
        found.append(Set(f"{one.name}, asked otherwise", one.store, cases))
    return found


def altered(sets: list[Set], rng: random.Random) -> list[Set]:
    """Ask for something else of the same: the word for what is done, or for what is asked, becomes another of its frequency."""
    common = sorted(word for word in frequency.listed() if 3 < len(word) < 10)
    found = []
    for one in sets:
        engine = Engine.of(one.store)
        held = sorted(word for first in "abcdefghijklmnoprstuvw" for word in engine.index.words(first, 4, 10))
        cases = []
        for case in one.cases:
            query = read(engine.index, case.question)
            at = query.relations.verb if query.relations.verb is not None else query.relations.focus
            if at is None or not case.gold or query.terms[at].key[0] == "@":
                continue
            other = rng.choice(held if rng.random() < 0.5 else common)
            asked = case.question.casefold().replace(query.terms[at].typed.casefold(), other)
            cases.append(Case(asked, "something else", case.part, frozenset()))
        engine.close()
        found.append(Set(f"{one.name}, something else", one.store, cases))
    return found


def denying(sets: list[Set]) -> list[Set]:
    """Ask what is not so: "what was discussed" becomes "what was not discussed", which a fact that denies nothing leaves open."""
    found = []
    for one in sets:
        cases = []
        for case in one.cases:
            first, *rest = case.question.casefold().split() or [""]
            at = next((n for n, word in enumerate(rest[:4]) if word in AUXILIARIES), None)
            told = " ".join(one.store.facts[n].answer for n in case.gold)
            if not case.gold or first not in DENIED or at is None or _DENIES.search(f"{case.question} {told}"):
                continue
            asked = " ".join([first, *rest[: at + 1], "not", *rest[at + 1 :]])
            cases.append(Case(asked, "denied", case.part, frozenset()))
        found.append(Set(f"{one.name}, denied", one.store, cases))
    return found


def introducing(sets: list[Set]) -> list[Set]:
    """Ask bare sentences who each person is: those answer it that have the role beside the name."""
    found = []
    for one in sets:
        engine = Engine.of(one.store)
        docs = engine.index.docs(range(engine.index.size))
        cases = []
        for n, entity in enumerate(one.store.entities):
            if entity.kind == "person" and not any(doc.asked for doc in docs):
                right = frozenset(row for row, doc in enumerate(docs) if f"role@{n}" in doc.holds)
                asked = f"who is {entity.name}"
                cases.append(Case(asked, "who is who", part(asked), right))
        engine.close()
        found.append(Set(f"{one.name}, who is who", one.store, cases))
    return found


def plain(one: Set) -> Set:
    """The same store without phrasings: plain pairs of a question and its answer."""
    facts = tuple(msgspec.structs.replace(fact, phrasings=()) for fact in one.store.facts)
    store = Store(facts=facts, entities=one.store.entities, sources=one.store.sources, synonyms=one.store.synonyms)
    return Set(f"{one.name}, plain pairs", store, one.cases)


def share_of(name: str, shares: dict[str, float]) -> float:
    """What a set counts for."""
    return next((share for end, share in shares.items() if name.endswith(end)), 1.0)


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


def fit_trees(rows: list[Row], profile: weights.Profile, trees: int = 80) -> dict[str, Any]:
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


def report(sets: list[Set]) -> None:
    """Print how each set fares, its tune and its report part apart."""

    def mean(values: list[bool]) -> str:
        return f"{np.mean(values):.3f}" if values else "    -"

    gathered: dict[tuple[str, str], list[tuple[Case, bool, bool, float]]] = {}
    for one in sets:
        engine = Engine.of(one.store)
        place = {fact.id: n for n, fact in enumerate(one.store.facts)}
        for case in one.cases:
            found = engine.search(case.question, 5)
            right = bool(found.hits) and place[found.hits[0].fact.id] in case.gold
            sure = found.hits[0].confidence if found.hits else 0.0
            gathered.setdefault((one.name, case.part), []).append((case, right, found.answered, sure))
        engine.close()
    for (name, which), rows in sorted(gathered.items()):
        can = [(right, given) for case, right, given, _ in rows if case.gold]
        refused = {
            kind: [not given for case, _, given, _ in rows if case.kind == kind and not case.gold]
            for kind in {c.kind for c, *_ in rows if not c.gold}
        }
        every = [value for values in refused.values() for value in values]
        kinds = (
            " ".join(f"{kind} {mean(values)}" for kind, values in sorted(refused.items())) if len(refused) > 1 else ""
        )
        print(
            f"{name:28} {which:6}  hit@1 {mean([r for r, _ in can])} ({len(can)})  answered right {mean([r and g for r, g in can])}"
            f"  declined {mean(every)} ({len(every)})  wrong {mean([g and not r for _, r, g, _ in rows])}  {kinds}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", type=Path)
    parser.add_argument("--documents", type=Path, metavar="DIR", help="documents of tuning-documents.tsv, gathered")
    chosen = parser.parse_args()
    rng = random.Random(1)
    given = [*own(), *own(TUNING), *(s for path in chosen.sets for s in any_set(path))]
    if chosen.documents:
        given += documents(DOCUMENTS, chosen.documents)
    shipped = [s for s in given if any(fact.phrasings for fact in s.store.facts)]
    sets = [*given, *(plain(s) for s in shipped)]
    table: dict[weights.Profile, dict[str, Any]] = {
        profile: {"rank": msgspec.structs.asdict(weights.weights_for(profile).rank)} for profile in PROFILES
    }
    asked = []
    for one in sets:
        engine = Engine.of(one.store)
        asked += [Asked(engine, one.name, case) for case in one.cases if case.part == "tune" and case.gold]
    for profile in PROFILES:
        of_form = [a for a in asked if a.profile == profile]
        if of_form:
            table[profile]["rank"] = fit_ranking(of_form, profile)
            print(profile, table[profile]["rank"])
    write(table)
    made = [
        *strangers(sets),
        *impostors(sets, rng),
        *altered(sets, rng),
        *denying(sets),
        *introducing(sets),
        *otherwise(sets),
        *(swapped(s, rng) for s in (*shipped, *map(plain, shipped))),
        *(exchanged(s) for s in (*shipped, *map(plain, shipped))),
    ]
    tune = [replace(s, cases=[c for c in s.cases if c.part == "tune"]) for s in (*sets, *made)]
    rows = list(rows_of(tune))
    for profile in PROFILES:
        table[profile] |= fit_trees(rows, profile)
    write(table)
    report(given)


def write(table: dict[weights.Profile, dict[str, Any]]) -> None:
    """Write the weights, a line a tree, and let the search use them."""
    lines = []
    for profile, row in table.items():
        trees = ",\n  ".join(json.dumps(tree) for tree in row.get("trees", []))
        lines.append(
            f'"{profile}": {{\n "rank": {json.dumps(row["rank"])},\n "base": {row.get("base", 0.0)},\n "trees": [\n  {trees}]}}'
        )
    TARGET.write_text("{" + ",\n".join(lines) + "}\n", "utf-8")
    weights.table.cache_clear()
    weights.weights_for.cache_clear()
    confidence._flat.cache_clear()


if __name__ == "__main__":
    main()
