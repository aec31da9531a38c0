"""How well a fact covers the words of a question: by its answer, by one of its phrasings, by what stands around it."""

from msgspec import Struct

from talkscli.search.index.doc import Doc
from talkscli.search.question.query import Covered, Query

NONE: dict[int, float] = {}
MET = 0.5
"""Least worth or likeness of what meets a word of the question."""
CONTEXT = 0.5  # worth of a word that is covered only by what stands around the fact


class Shared(Struct, gc=False):
    """What a question and a fact share, looked up once."""

    doc: Doc
    asked: Covered
    """By all of the fact's questions together."""
    answer: Covered
    context: Covered
    phrasings: list[dict[int, float]] | None = None
    """What `covered_by` returns, once it was asked."""

    @classmethod
    def of(cls, query: Query, doc: Doc) -> "Shared":
        """Look up what a fact covers of a question."""
        tokens, covered = query.tokens, query.covered
        return cls(doc, covered[tokens & doc.tokens], covered[tokens & doc.answer], covered[tokens & doc.context])


class Covers(Struct):
    """How well a fact covers each word of the question, 0 to 1."""

    answer: list[float]
    phrasing: list[float]
    context: list[float]
    all: list[float]
    """By any of them; context counts half, but for a name that the fact is about."""


def covers(query: Query, shared: Shared) -> tuple[Covers, int]:
    """How well a fact covers each word of the question, and which phrasing covers most of what its answer leaves.

    All phrasings together would cover much by chance.
    """
    doc, answer, context = shared.doc, shared.answer.worths, shared.context.worths
    best, phrasing = 0, [0.0] * len(answer)
    if doc.asked:
        gains = [0.0] * len(doc.texts)
        rows = covered_by(query, shared)
        for weight, said, worths in zip(query.weights, answer, rows, strict=True):
            for n, worth in worths.items() if said < 1 else ():
                if worth > said:
                    gains[n] += weight * (worth - said)
        best = gains.index(max(gains))
        phrasing = [worths.get(best, 0.0) for worths in rows]
    every = [
        max(said, asked, beside * (1.0 if term.key[0] == "@" else CONTEXT))
        for term, said, asked, beside in zip(query.terms, answer, phrasing, context, strict=True)
    ]
    return Covers(answer, phrasing, context, every), best


def shows(query: Query, doc: Doc) -> list[float]:
    """How well what is read of a fact, its answer and its first question, covers each word of a question."""
    asked = frozenset([token for token in query.tokens & doc.asked.keys() if 0 in doc.asked[token]])
    answer = query.tokens & doc.answer
    return query.covered[answer | asked].worths


def cover_akin(query: Query, tokens: frozenset[str], worths: list[float]) -> list[float]:
    """Raise worths of the question's words to the likeness of words of related meaning among a set of tokens."""
    worths = list(worths)
    for token in tokens.intersection(query.kin):
        for n, likeness in query.kin[token]:
            if likeness > worths[n]:
                worths[n] = likeness
    return worths


def covered_by(query: Query, shared: Shared) -> list[dict[int, float]]:
    """Of each word of the question, the questions of a fact that cover it -> worth of its best variant there."""
    if shared.phrasings is not None:
        return shared.phrasings
    asked, rows = shared.doc.asked, [NONE] * len(query.terms)
    found = [(worth, term, token) for token in query.tokens & shared.doc.tokens for term, worth in query.where[token]]
    for worth, term, token in sorted(found):  # the best last
        places = dict.fromkeys(asked[token], worth)
        rows[term] = rows[term] | places if rows[term] else places
    shared.phrasings = rows
    return rows
