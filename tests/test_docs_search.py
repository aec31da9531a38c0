"""The worked example of docs/search.md is what the search computes."""

import os
import re
from math import exp
from pathlib import Path

from msgspec.structs import asdict

from talkscli.search.confidence import calibrated, covers, evidence, leads
from talkscli.search.engine import Engine
from talkscli.search.query import read
from talkscli.search.rank import rank, weights
from talkscli.store.merge import load

PAGE = Path(__file__).resolve().parents[1] / "docs" / "search.md"
BLOCK = re.compile(r"^```worked\n(.*?)^```$", re.MULTILINE | re.DOTALL)
QUESTION = "how many captives were swaped in istanbul"


def worked(index):
    """Add the score and the confidence up step by step, from the published weights."""
    query = read(index, QUESTION)
    ranking = rank(index, query)
    best, lead = ranking[0], leads(ranking)[0]
    fitted = weights(best.doc)
    lines = [f"question     {QUESTION}", f"read as      {query.read_as}", f"best fact    {index.fact(best.row).id}", ""]
    lines.append("word         rank      weight  covered")
    for term, share in zip(query.terms, covers(query, best), strict=True):
        lines.append(f"{term.word:12} {term.rank:8} {term.weight / query.total:7.3f} {share:8.3f}")
    lines += ["", "likeness      value   weight   product"]
    score = 0.0
    for (name, value), weight in zip(asdict(best.features).items(), fitted.rank, strict=True):
        score += value * weight
        lines.append(f"{name:12} {value:6.3f} {weight:8.3f} {value * weight:9.3f}")
    lines += [f"score                         {score:9.3f}", "", "evidence      value   weight   product"]
    constant, *factors = fitted.evidence
    total = constant
    for (name, value), factor in zip(asdict(evidence(index, query, best, lead)).items(), factors, strict=True):
        total += value * factor
        lines.append(f"{name:12} {value:6.3f} {factor:8.2f} {value * factor:9.3f}")
    raw = 1 / (1 + exp(-total))
    sure = calibrated(raw, fitted.table)
    lines += [f"constant                      {constant:9.3f}", f"sum                           {total:9.3f}"]
    lines += [f"logistic                      {raw:9.3f}", f"confidence                    {sure:9.3f}"]
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
