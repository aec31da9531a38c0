"""Confidence: one number that decides whether a fact is given as the answer.

Every reason to decline is a figure of the evidence. Their weighted sum (a logistic regression in which more evidence
never lowers the confidence) goes through a monotone table, so that of the answers given at 0.8 about 80 % are right.
`benchmarks/fit.py` fits both.
"""

from bisect import bisect_right
from math import exp

from msgspec import Struct, structs

from talkscli.search.index import Doc, Index
from talkscli.search.query import Query
from talkscli.search.rank import Ranked, cover, covered_by, weights

CONTEXT = 0.5  # worth of a word that is covered only by what stands around the fact


OPEN = {"what", "how", "yesno", "any"}  # questions that any kind of fact may answer


class Evidence(Struct):
    """What speaks for a fact as the answer; each figure is 0 to 1, more is better."""

    score: float
    """Of the ranking."""
    lead: float
    """Over the next fact, as a share of the score."""
    covered: float
    """Share of the question's weight that the fact covers."""
    topical: float
    """1 less the weight of the heaviest word that decides what is asked, names aside, and that the fact itself does not
    cover (its phrasings aside), in units of the heaviest possible."""
    substance: float
    """Share of the weight of words that are not generic or light which is covered; a respelled one counts 0.8."""
    named: float
    """How well the worst covered of the question's names is covered."""
    numbers: float
    """1 where every number of the question is covered."""
    known: float
    """Share of the question's words that the store or the tables have."""
    holds: float
    """1 where the fact holds what the question word asks for."""
    asked: float
    """1 where the fact is asked for such a reason, place, time, person or number, or the question names none."""
    cosine: float
    """Of the most similar phrasing."""
    grams: float
    """The same by character trigrams."""


def covers(query: Query, ranked: Ranked) -> list[float]:
    """How well a fact covers each word of the question, 0 to 1.

    What stands around the fact counts half, except that a name which the fact is about is covered.
    """
    said, around = cover(query, said_by(query, ranked.doc)), cover(query, ranked.doc.context)
    return [
        max(inside, outside * (1.0 if term.rank == "entity" else CONTEXT))
        for term, inside, outside in zip(query.terms, said, around, strict=True)
    ]


def said_by(query: Query, doc: Doc) -> frozenset[str]:
    """The tokens of a fact's answer and of that phrasing which covers most of what is left of the question.

    All phrasings together would cover much by chance.
    """
    if not doc.asked:
        return doc.answer
    gains = [0.0] * len(doc.texts)
    parts = zip(query.weights, cover(query, doc.answer), covered_by(query, doc), strict=True)
    for weight, answered, worths in parts:
        for n, worth in worths.items():
            if worth > answered:
                gains[n] += weight * (worth - answered)
    return doc.answer.union(_held(query, doc, gains.index(max(gains))))


def _held(query: Query, doc: Doc, question: int) -> list[str]:
    """Those of the query's tokens that one of a fact's questions holds."""
    return [token for token in query.tokens & doc.tokens if question in doc.asked[token]]


def evidence(index: Index, query: Query, ranked: Ranked, lead: float) -> Evidence:
    """Collect the evidence for one fact."""
    shares = covers(query, ranked)
    open_ = [(term, share) for term, share in zip(query.terms, shares, strict=True) if share < 1]
    doc = ranked.doc
    stated = cover(query, doc.answer.union(_held(query, doc, 0) if doc.asked else doc.context))
    missing = weighty = solid = 0.0
    for n, (term, share) in enumerate(zip(query.terms, shares, strict=True)):
        if term.rank in ("plain", "topical", "entity"):
            weighty += term.weight
            solid += term.weight * share * (0.8 if term.respelled else 1.0)
        if term.rank == "topical":
            missing = max(missing, term.weight * (1 - share if stated[n] else 1.0) / index.idf(0))
    features = ranked.features
    return Evidence(
        ranked.score,
        lead,
        sum([t.weight * share for t, share in zip(query.terms, shares, strict=True)]) / query.total,
        1 - missing,
        solid / weighty if weighty else 0.0,
        1 - max([t.weight * (1 - share) for t, share in open_ if t.rank == "entity"], default=0.0) / index.idf(0),
        0.0 if any(_exact_number(t.key) for t, _ in open_) else 1.0,
        sum([t.known for t in query.terms]) / (len(query.terms) or 1),
        features.holds,
        1.0 if query.asks in OPEN or not ranked.doc.asked else features.kind,
        features.cosine,
        features.grams,
    )


def _exact_number(key: str) -> bool:
    """Tell a number that means just itself from one that is also a word of talk ("quick one", "the two sides")."""
    return key[0].isdigit() and len(key) > 2


def leads(ranking: list[Ranked]) -> list[float]:
    """How far each fact is ahead of the best other one (or behind it), as a share of the best score."""
    if not ranking:
        return []
    top = ranking[0].score or 1.0
    second = ranking[1].score if len(ranking) > 1 else 0.0
    return [(r.score - (second if n == 0 else top)) / top for n, r in enumerate(ranking)]


def probability(index: Index, query: Query, ranked: Ranked, lead: float) -> float:
    """Give the probability that a fact answers the question."""
    if not any(term.known for term in query.terms):
        return 0.0
    fitted = weights(ranked.doc)
    x = evidence(index, query, ranked, lead)
    figures = structs.astuple(x)
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
