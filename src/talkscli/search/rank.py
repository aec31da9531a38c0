"""Rank: how well does a fact fit a question? Each feature is a likeness from 0 to 1; docs/search.md explains them."""

from collections.abc import Callable
from operator import mul, truediv

from msgspec import Struct

from talkscli.search.cover import Shared, cover_akin, covered_by
from talkscli.search.grams import Grams
from talkscli.search.index.doc import Doc
from talkscli.search.index.reader import Index
from talkscli.search.question.query import Query
from talkscli.search.weights import Profile, weights_for

CANDIDATES = 40  # facts that the index hands over
ORDERED = 8  # facts whose order counts, whatever their scores
COMPARED = 20  # facts whose phrasings are compared one by one
FEW = 2  # words of a question of which many facts may have as much
FINALISTS = 10  # facts that are compared by trigrams and related words too
# Share of the best score so far below which a fact does not come first any more, by form of fact.
REACH: dict[Profile, float] = {"phrased": 0.6, "pair": 0.2, "bare": 0.5}


class Features(Struct, gc=False):
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
    akin: float = 0.0
    """Share of the question's weight that the fact covers by words of related meaning, or by its own."""


class Ranked(Struct):
    """A fact as it was ranked."""

    row: int
    doc: Doc
    shared: Shared
    features: Features
    score: float
    """Weighted mean of the features, 0 to 1; of those that are not among the finalists an estimate."""


def rank(index: Index, query: Query, limit: int = CANDIDATES) -> list[Ranked]:
    """Return the facts that may answer, best first; equal ones in the store's order."""
    rows = index.candidates(query.df, limit)
    if len(rows) < FINALISTS:  # the question was asked in other words
        akin = index.df(query.kin.keys() - query.df.keys())
        rows += [row for row in index.candidates(akin, FINALISTS) if row not in rows][: FINALISTS - len(rows)]
    found = []
    for row, doc in zip(rows, index.docs(rows), strict=True):
        shared = Shared.of(query, doc)
        likeness = coverage(query, shared)
        found.append(Ranked(row, doc, shared, likeness, _score(likeness, doc)))
    found.sort(key=_best_first)
    if len(query.terms) <= FEW:  # many facts have as much: first the one that is asked for in just these words
        found.sort(key=lambda ranked: query.text not in ranked.doc.texts)
    _measure(compare, query, _in_reach(found[:COMPARED], ORDERED))
    found[:COMPARED] = sorted(found[:COMPARED], key=_best_first)
    _measure(liken, query, _in_reach(found[:FINALISTS], 0))  # the dearer the measure, the fewer it is worth
    found[:FINALISTS] = sorted(found[:FINALISTS], key=_best_first)
    return found


def _measure(measure: Callable[[Query, Shared, Features], None], query: Query, found: list[Ranked]) -> None:
    for ranked in found:
        measure(query, ranked.shared, ranked.features)
        ranked.score = _score(ranked.features, ranked.doc)


def _in_reach(found: list[Ranked], least: int) -> list[Ranked]:
    """Those that may yet come first by what is only estimated; the best `least` whatever their scores."""
    far = [ranked for ranked in found[least:] if ranked.score >= found[0].score * REACH[ranked.doc.profile]]
    return found[:least] + far


def _best_first(ranked: Ranked) -> tuple[float, int]:
    return -ranked.score, ranked.row


def _score(x: Features, doc: Doc) -> float:
    w = weights_for(doc.profile).rank
    return (
        w.asked * x.asked + w.answer * x.answer + w.context * x.context + w.kind * x.kind
        + w.holds * x.holds + w.cosine * x.cosine + w.grams * x.grams + w.akin * x.akin
    )  # fmt: skip


def coverage(query: Query, shared: Shared) -> Features:
    """Measure what the words of the question cover, and whether the fact answers such questions at all."""
    doc, wanted = shared.doc, query.wants
    asked, answer = shared.asked.share, shared.answer.share
    least = max(asked, answer)
    return Features(
        asked,
        answer,
        shared.context.share,
        query.kind in doc.asked,
        wanted is None or not wanted.isdisjoint(doc.holds),
        cosine=least,  # what `compare` finds later is mostly no more
        akin=least or _akin(query, shared),
    )


def compare(query: Query, shared: Shared, features: Features) -> None:
    """Add the likeness of the most similar phrasing, or of a bare sentence."""
    features.cosine = min(1.0, _cosine(query, shared) / query.norm)


def liken(query: Query, shared: Shared, features: Features) -> None:
    """Add the likeness by trigrams, and what words of related meaning cover."""
    doc = shared.doc
    if doc.grams is None:
        doc.grams = Grams(doc.texts)
    features.grams = doc.grams.likeness(query.grams)
    features.akin = _akin(query, shared)


def _akin(query: Query, shared: Shared) -> float:
    said = list(map(max, shared.answer.worths, shared.asked.worths))
    return float(sum(map(mul, query.weights, cover_akin(query, shared.doc.all_tokens(), said)))) / query.total


def _cosine(query: Query, shared: Shared) -> float:
    """The cosine of the most similar question, or of a bare sentence, times the norm of what is asked."""
    doc, squares = shared.doc, query.squares
    if not doc.asked:
        dot = sum(map(mul, squares, shared.answer.worths))
        dot += sum([square for token, square in query.function.items() if token in doc.answer])
        return float(dot / doc.norms[-1])
    dots = [0.0] * len(doc.texts)
    for square, worths in zip(squares, covered_by(query, shared), strict=True):
        for n, worth in worths.items():
            dots[n] += square * worth
    for token, square in query.function.items():
        for n in doc.asked.get(token, ()):
            dots[n] += square
    return float(max(map(truediv, dots, doc.norms)))
