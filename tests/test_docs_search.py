"""The worked example of docs/search.md is what the search computes."""

import os
import re
from math import exp
from pathlib import Path

from msgspec.structs import asdict

from talkscli.search.confidence import Judged, leads
from talkscli.search.cover import covers
from talkscli.search.engine import Engine
from talkscli.search.index.reader import Index
from talkscli.search.question.query import read
from talkscli.search.rank import rank
from talkscli.search.weights import weights_for
from talkscli.store.merge import load

PAGE = Path(__file__).resolve().parents[1] / "docs" / "search.md"
BLOCK = re.compile(r"^```worked\n(.*?)^```$", re.MULTILINE | re.DOTALL)
QUESTION = "how many captives were swaped in istanbul"


def worked(index: Index) -> tuple[str, float, float]:
    """Add the score and the confidence up step by step, from the published weights."""
    query = read(index, QUESTION)
    ranking = rank(index, query)
    best, lead = ranking[0], leads(ranking)[0]
    fitted = weights_for(best.doc.profile)
    lines = [f"question     {QUESTION}", f"read as      {query.read_as}", f"best fact    {index.fact(best.row).id}", ""]
    lines.append("word         rarity  weight  covered")
    for term, share in zip(query.terms, covers(query, best.shared)[0].all, strict=True):
        lines.append(f"{term.word:12} {term.rarity:6.3f} {term.weight / query.total:7.3f} {share:8.3f}")
    lines += ["", "likeness      value   weight   product"]
    score = 0.0
    for name, value in asdict(best.features).items():
        weight = getattr(fitted.rank, name)
        score += value * weight
        lines.append(f"{name:12} {value:6.3f} {weight:8.3f} {value * weight:9.3f}")
    lines += [f"score                         {score:9.3f}", "", "evidence      value   log-odds"]
    figures = asdict(Judged.of(index, query, best, lead).evidence)
    sums = dict.fromkeys(figures, 0.0)
    for tree in fitted.trees:
        high = figures[tree.split[0]] > tree.split[1]
        then = tree.high if high else tree.low
        sums[tree.split[0]] += tree.leaves[2 * high + (figures[then[0]] > then[1])]
    for name, total in sorted(sums.items(), key=lambda row: -abs(row[1])):
        if abs(total) >= 0.05:
            lines.append(f"{name:12} {figures[name]:6.3f} {total:10.3f}")
    rest = sum(total for total in sums.values() if abs(total) < 0.05)
    total = fitted.base + sum(sums.values())
    sure = 1 / (1 + exp(-total))
    lines += [f"all others          {rest:10.3f}", f"base                {fitted.base:10.3f}"]
    lines += [f"sum                 {total:10.3f}", f"confidence          {sure:10.3f}"]
    return "\n".join(lines), score, sure


def test_worked_example_adds_up_to_what_the_search_gives():
    """The page's figures are recomputed, and their sums are the search's own score and confidence."""
    engine = Engine.of(load().store)
    text, score, sure = worked(engine.index)
    page = PAGE.read_text("utf-8")
    now = BLOCK.sub(lambda _: f"```worked\n{text}\n```", page)
    ranking = rank(engine.index, read(engine.index, QUESTION))
    hit = engine.search(QUESTION).hits[0]
    engine.index.db.close()
    assert abs(score - ranking[0].score) < 1e-9
    assert abs(sure - hit.confidence) <= 0.0005
    if os.environ.get("UPDATE_README"):
        PAGE.write_text(now, "utf-8")
    else:
        assert now == page
