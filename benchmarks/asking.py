#!/usr/bin/env python3
"""Ask stores that `talks build` makes of documents by others, and count right and wrong answers by language.

    python benchmarks/gather.py FOLDER --list tuning-documents.tsv
    python benchmarks/asking.py FOLDER [--questions abroad-documents.json]

The questions are those of tuning-documents.json, or of another such file there: abroad-documents.json has FAQs in five more
languages, that no weight has seen. Right is a fact that holds the passage named there; of two thirds of the
documents the weights of `talks` have seen the questions. The last line is of questions that other documents are asked, with
a name of the document in the place of theirs, where it tells nothing like it of whom it names; they have no answer.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))
import unanswerable
from sets import DOCUMENTS, documents

from talkscli.lookup.ask import ask
from talkscli.search.engine import Engine


def main() -> None:
    """Print a line a language: documents, first facts right, answered right, declined, wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--questions", default=DOCUMENTS.name, metavar="FILE", help="in the folder of this program")
    options = parser.parse_args()
    found: dict[str, Counter[str]] = defaultdict(Counter)
    sets = documents(DOCUMENTS.with_name(options.questions), options.folder)
    for one in sets:
        place = {fact.id: n for n, fact in enumerate(one.store.facts)}
        counts = found[one.store.sources[0].language or "en"]
        counts["documents"] += 1
        with Engine.of(one.store) as engine:
            for case in one.cases:
                reply = ask(engine, case.question)
                first = reply.answer or (reply.related[0].fact if reply.related else None)
                right = first is not None and place[first.id] in case.gold
                counts["answerable" if case.gold else "without"] += 1
                counts["first"] += right
                counts["right"] += right and reply.answered
                counts["declined"] += not case.gold and not reply.answered
                counts["wrong"] += reply.answered and not right
    if others := [counts for language, counts in found.items() if language != "en"]:
        found["all but en"] = sum(others, Counter())
    for language, n in found.items():
        asked = n["answerable"] + n["without"]
        print(
            f"{language:10} {n['documents']:3} documents  first {n['first'] / n['answerable']:.2f} ({n['answerable']})"
            f"  right {n['right'] / n['answerable']:.2f}  declined {n['declined'] / n['without']:.2f} ({n['without']})"
            f"  wrong {n['wrong'] / asked:.2f}"
        )
    declined = []
    for one in unanswerable.borrowed(sets, random.Random(7)):
        with Engine.of(one.store) as engine:
            declined += [not ask(engine, case.question).answered for case in one.cases]
    if declined:
        print(f"asked of others: declined {sum(declined) / len(declined):.3f} ({len(declined)})")


if __name__ == "__main__":
    main()
