#!/usr/bin/env python3
"""How much of what an article says does `talks build` find? Precision and recall on tests/articles.

Run in the project's root:  python benchmarks/extraction.py   (--misses shows what was missed or made up)
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from talkscli.extract.build import build
from talkscli.store import files
from talkscli.store.model import Store

ARTICLES = Path(__file__).resolve().parents[1] / "tests" / "articles"
WHAT = ("people", "roles", "dates", "quotes", "pairs")


def built(article: Path) -> Store:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "store.json")
        build([str(article)], path)
        return files.read(path)


def found(made: Store) -> dict[str, Counter[str]]:
    """Give what a store holds, as strings that can be compared with what is expected."""
    names = {entity.id: entity.name for entity in made.entities}
    people = [entity for entity in made.entities if entity.kind == "person"]
    return {
        "people": Counter(person.name for person in people),
        "roles": Counter(f"{p.name}: {p.role.casefold()}" for p in people if p.role),
        "dates": Counter({fact.date for fact in made.facts if fact.date}),
        "quotes": Counter(f"{_bare(f.quote)} ({names.get(f.speaker or '')})" for f in made.facts if f.quote),
        "pairs": Counter(fact.question or "" for fact in made.facts if fact.faq),
    }


def expected(article: Path) -> dict[str, Counter[str]]:
    told = json.loads(article.with_suffix(".json").read_text("utf-8"))
    return {
        "people": Counter(list(told["people"])),
        "roles": Counter(f"{name}: {role.casefold()}" for name, role in told["people"].items() if role),
        "dates": Counter(set(told["dates"])),
        "quotes": Counter(f"{_bare(words)} ({speaker})" for words, speaker in told["quotes"]),
        "pairs": Counter(told["pairs"]),
    }


def _bare(words: str) -> str:
    return words.strip(" .,;!?").casefold()


def score(have: Counter[str], want: Counter[str]) -> tuple[int, int, int]:
    """Give how many are right, how many were found, how many there are."""
    return (have & want).total(), have.total(), want.total()


def articles() -> list[Path]:
    return [path for path in sorted(ARTICLES.iterdir()) if path.suffix != ".json"]


def row(name: str, cells: Iterable[tuple[int, int, int]]) -> str:
    def cell(right: int, have: int, want: int) -> str:
        if not have and not want:
            return f"{'—':^11}"
        return f"{right / have if have else 0:5.2f}/{right / want if want else 0:4.2f} "

    return f"{name:24}" + "  ".join(cell(*c) for c in cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="show what was missed (-) or made up (+)")
    options = parser.parse_args()
    print(f"{'precision / recall':24}" + "  ".join(f"{what:^11}" for what in WHAT))
    totals = dict.fromkeys(WHAT, (0, 0, 0))
    for article in articles():
        have, want = found(built(article)), expected(article)
        cells = [score(have[what], want[what]) for what in WHAT]
        for what, cell in zip(WHAT, cells, strict=True):
            totals[what] = tuple(a + b for a, b in zip(totals[what], cell, strict=True))  # type: ignore[assignment]
        print(row(article.name, cells))
        if options.misses:
            for what in WHAT:
                for text in want[what] - have[what]:
                    print(f"    - {what}: {text}")
                for text in have[what] - want[what]:
                    print(f"    + {what}: {text}")
    print(row("all", totals.values()))


if __name__ == "__main__":
    main()
