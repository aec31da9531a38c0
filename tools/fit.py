"""Fit the weights of the search and its confidence, and write src/talkscli/search/weights.json.

    python tools/fit.py SET… [--documents DIR]

Only the "tune" part of each set is used; the figures of both parts are printed. There is a row of weights for each form
of fact: with many phrasings, with a question, a bare sentence.

First those of the ranking (fit_ranking.py), then of the confidence (fit_confidence.py). Where a set has too few questions
that look answerable and are not, unanswerable.py makes more of the tune part.
"""

import argparse
import json
import random
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))
import unanswerable
from fit_confidence import fit_trees, rows_of
from fit_ranking import Asked, fit_ranking
from sets import DOCUMENTS, REPORTED, TUNING, Case, Set, any_set, documents, own

from talkscli.search import confidence, weights
from talkscli.search.engine import Engine

TARGET = Path(weights.__file__).with_name("weights.json")
PROFILES: tuple[weights.Profile, ...] = ("phrased", "pair", "bare")


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
    sets = [*given, *map(unanswerable.plain, shipped)]
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
    made = unanswerable.questions(given, rng)
    tune = [replace(s, cases=[c for c in s.cases if c.part == "tune"]) for s in (*sets, *made)]
    rows = list(rows_of(tune))
    for profile in PROFILES:
        table[profile] |= fit_trees(rows, profile)
    write(table)
    report([*given, *own(REPORTED)])


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
