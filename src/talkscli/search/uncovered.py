"""What a fact leaves open of a question: how much the words weigh that it does not cover."""

from msgspec import Struct

from talkscli.search.cover import Covers
from talkscli.search.question.query import Query


class Uncovered(Struct, frozen=True, gc=False):
    """Of the words that a fact does not cover: the figures of `Evidence` by the same names."""

    strange: float
    elsewhere: float
    unstated: float
    unnamed: float
    proper: float
    numbers: float
    missing: float


def uncovered(query: Query, cov: Covers, top: float) -> Uncovered:
    """Weigh what a fact leaves open; `top` is the highest inverse document frequency there is."""
    strange = elsewhere = unstated = unnamed = proper = missing = 0.0
    numbers = 1.0
    for term, covered, said in zip(query.terms, cov.all, cov.answer, strict=True):
        named = term.key[0] == "@"
        if said < 0.5 and not named:
            unstated = max(unstated, term.rarity)
        if covered >= 1:
            continue
        left = 1 - covered
        missing += left
        if query.mixed and term.typed[:1].isupper() and term.start:
            proper = max(proper, left * term.rarity)
        if term.key[0].isdigit() and len(term.key) > 2:
            numbers = 0.0
        if named:
            unnamed = max(unnamed, left * term.weight / top)
        elif not term.held:
            strange = max(strange, left * term.rarity)
        else:
            elsewhere = max(elsewhere, left * term.weight / top)
    return Uncovered(strange, elsewhere, unstated, unnamed, proper, numbers, missing)
