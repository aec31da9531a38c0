"""Confidence: one number that decides whether a fact is given as the answer.

Every reason to decline is a figure of the evidence. Their weighted sum (a logistic regression in which more evidence
never lowers the confidence) goes through a monotone table, so that of the answers given at 0.8 about 80 % are right.
`benchmarks/fit.py` fits both.
"""

from bisect import bisect_right
from math import exp

from msgspec import Struct

from talkscli.search.index import Index
from talkscli.search.query import Query, Term
from talkscli.search.rank import Ranked, best, weights

CONTEXT = 0.5  # worth of a word that is covered only by what stands around the fact


class Evidence(Struct):
    """What speaks for a fact as the answer; each figure is 0 to 1, more is better."""

    score: float
    """Of the ranking."""
    lead: float
    """Over the best fact with another answer, as a share of the score."""
    covered: float
    """Share of the question's weight that the fact covers."""
    rarest: float
    """1 less the weight of the heaviest word that the fact does not cover, in units of the heaviest possible."""
    named: float
    """Share of the question's names that the fact is about or mentions."""
    known: float
    """Share of the question's words that the store or the tables have."""
    holds: float
    """1 where the fact holds what the question word asks for."""
    cosine: float
    """Of the most similar phrasing."""
    grams: float
    """The same by character trigrams."""


def covers(term: Term, ranked: Ranked) -> float:
    """How well a fact covers a word of the question, 0 to 1."""
    doc = ranked.doc
    worth = max(best(term, doc.asked), best(term, doc.answer.tokens))
    around = best(term, doc.context)
    return max(worth, around if term.entity else CONTEXT * around)


def evidence(index: Index, query: Query, ranked: Ranked, lead: float) -> Evidence:
    """Collect the evidence for one fact."""
    heaviest = index.idf(0)
    covered, rarest = 0.0, 0.0
    names: list[float] = []
    for term in query.terms:
        share = covers(term, ranked)
        covered += term.weight * share
        rarest = max(rarest, term.weight * (1 - share) / heaviest)
        if term.entity:
            names.append(share)
    features = ranked.features
    return Evidence(
        ranked.score,
        lead,
        covered / query.total,
        1 - rarest,
        min(names, default=1.0),
        sum([t.known for t in query.terms]) / (len(query.terms) or 1),
        features.holds,
        features.cosine,
        features.grams,
    )


def leads(ranking: list[Ranked]) -> list[float]:
    """How far each fact is ahead of the best other one (or behind it), as a share of the best score."""
    if not ranking:
        return []
    top = ranking[0].score or 1.0
    second = ranking[1].score if len(ranking) > 1 else 0.0
    return [(r.score - (second if n == 0 else top)) / top for n, r in enumerate(ranking)]


def confidence(index: Index, query: Query, ranked: Ranked, lead: float) -> float:
    """Give the probability that a fact answers the question."""
    if not any(term.known for term in query.terms):
        return 0.0
    fitted = weights(ranked.doc)
    x = evidence(index, query, ranked, lead)
    figures = (x.score, x.lead, x.covered, x.rarest, x.named, x.known, x.holds, x.cosine, x.grams)
    constant, *factors = fitted.evidence
    total = constant + sum([a * b for a, b in zip(factors, figures, strict=True)])
    return calibrated(1 / (1 + exp(-total)), fitted.table)


def calibrated(raw: float, table: tuple[tuple[float, float], ...]) -> float:
    """Read a monotone table of (raw, calibrated) points, in a straight line between two of them."""
    at = bisect_right(table, (raw, 1.0))
    if at == 0:
        return table[0][1]
    if at == len(table):
        return table[-1][1]
    (x0, y0), (x1, y1) = table[at - 1], table[at]
    return y0 + (y1 - y0) * (raw - x0) / (x1 - x0) if x1 > x0 else y1
