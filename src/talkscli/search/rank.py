"""Rank: how well does a fact fit a question? Each feature is a likeness from 0 to 1; docs/search.md explains them."""

from math import sqrt

from msgspec import Struct

from talkscli.search.index import Doc, Field, Index
from talkscli.search.query import Query
from talkscli.search.weights import WEIGHTS, Weights
from talkscli.text import trigrams

CANDIDATES = 120  # facts that the index hands over
FINALISTS = 10  # facts whose phrasings are compared one by one

# What a fact should hold to answer such a question.
WANTED = {
    "number": {"number"},
    "when": {"date"},
    "duration": {"duration", "date"},
    "where": {"place", "country", "capital"},
    "who": {"person", "organisation", "country", "name", "capital"},
}


class Features(Struct):
    """Likenesses of a question and a fact; the order is that of the weights."""

    asked: float
    """Share of the question's weight that the fact's own questions cover."""
    answer: float
    """The same by its answer."""
    context: float
    """The same by what stands around it."""
    kind: float
    """1 where the fact is asked for the same kind of answer."""
    holds: float
    """1 where the fact holds what the question word asks for: a number, a date, a name."""
    cosine: float = 0.0
    """Of the most similar phrasing, words weighed by rarity, function words included."""
    grams: float = 0.0
    """Of the most similar phrasing, by character trigrams."""


class Ranked(Struct):
    """A fact as it was ranked."""

    row: int
    doc: Doc
    features: Features
    score: float
    """Weighted mean of the features, 0 to 1."""


def rank(index: Index, query: Query, limit: int = CANDIDATES) -> list[Ranked]:
    """Give the facts that may answer, best first; equal ones in the store's order."""
    rows = index.candidates(query.df, limit)
    found = []
    for row, doc in zip(rows, index.docs(rows), strict=True):
        likeness = coverage(query, doc)
        found.append(Ranked(row, doc, likeness, _score(likeness, weights(doc))))
    found.sort(key=lambda r: (-r.score, r.row))
    for ranked in found[:FINALISTS]:
        compare(query, ranked.doc, ranked.features)
        ranked.score = _score(ranked.features, weights(ranked.doc))
    found.sort(key=lambda r: (-r.score, r.row))
    return found


def weights(doc: Doc) -> Weights:
    """Give the weights for a fact with questions of its own, or for a bare sentence."""
    return WEIGHTS["asked" if doc.variants else "bare"]


def _score(features: Features, weights: Weights) -> float:
    a, b, c, d, e, f, g = weights.rank
    x = features
    return a * x.asked + b * x.answer + c * x.context + d * x.kind + e * x.holds + f * x.cosine + g * x.grams


def cover(query: Query, tokens: frozenset[str]) -> dict[int, float]:
    """How well a set of tokens covers the words of the question: place of the term -> worth of its best variant."""
    worths: dict[int, float] = {}
    where = query.where
    for token in tokens.intersection(where):
        for n, worth in where[token]:
            if worth > worths.get(n, 0.0):
                worths[n] = worth
    return worths


def coverage(query: Query, doc: Doc) -> Features:
    """Measure what the words of the question cover, and whether the fact answers such questions at all."""
    wanted = WANTED.get(query.asks)
    return Features(
        _share(query, doc.asked),
        _share(query, doc.answer.tokens),
        _share(query, doc.context),
        f"?{query.asks}" in doc.asked,
        wanted is None or not wanted.isdisjoint(doc.holds),
    )


def _share(query: Query, tokens: frozenset[str]) -> float:
    """The share of the question's weight that a set of tokens covers."""
    terms = query.terms
    return sum([terms[n].weight * worth for n, worth in cover(query, tokens).items()]) / query.total


def compare(query: Query, doc: Doc, features: Features) -> None:
    """Add the likeness of the most similar phrasing, or of a bare sentence."""
    features.cosine = max([_cosine(query, field) for field in doc.variants or (doc.answer,)])
    if doc.grams is None:
        doc.grams = [trigrams(text) for text in doc.texts]
    wanted = query.grams
    if wanted:
        size = len(wanted)
        features.grams = max([len(wanted & own) / sqrt(size * len(own)) for own in doc.grams if own], default=0.0)


def _cosine(query: Query, field: Field) -> float:
    terms, squares = query.terms, query.function
    dot = sum([terms[n].weight ** 2 * worth for n, worth in cover(query, field.tokens).items()])
    dot += sum([squares[token] for token in field.tokens.intersection(squares)])
    return min(1.0, dot / (field.norm * query.norm)) if field.norm else 0.0
