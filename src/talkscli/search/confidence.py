"""Confidence: one number that decides whether a fact is given as the answer, and the words that keep it low.

Boosted trees of depth two add up log-odds from the evidence (Friedman 2001), monotone where sense demands it: more
evidence never lowers the confidence. `tools/fit.py` fits them.
"""

from collections.abc import Sequence
from functools import cache
from math import exp

from msgspec import Struct
from msgspec.structs import astuple

from talkscli.search.cover import covers
from talkscli.search.evidence import Evidence, evidence
from talkscli.search.index.reader import Index
from talkscli.search.objections.beside import is_beside
from talkscli.search.question.query import Query
from talkscli.search.question.terms import Term
from talkscli.search.rank import Ranked
from talkscli.search.weights import Profile, weights_for

TELLING = 0.3  # least rarity of a word that is named as missing: "please" and "people" are not

UNRIVALLED = 0.3
DOUBTED = 0.34
"""The most confidence of a fact to which there is an objection; a fifth of such are right after all, and where none is
surer they should come first."""

VERBATIM = 0.95
"""The least confidence of a fact that is asked for in just the words that the store has for it."""

_Flat = tuple[int, float, tuple[int, float, float, float], tuple[int, float, float, float]]


class Judged(Struct, frozen=True):
    """A fact with the evidence for it and the probability that it answers."""

    ranked: Ranked
    evidence: Evidence
    confidence: float
    verbatim: bool = False
    """Whether the question is, word for word, the fact's own or one of its phrasings."""

    @classmethod
    def of(cls, index: Index, query: Query, ranked: Ranked, lead: float) -> "Judged":
        """Judge a fact; where no word of the question is known it answers nothing."""
        found = evidence(index, query, ranked, lead)
        sure = probability(found, ranked.doc.profile) if query.known else 0.0
        verbatim = bool(ranked.doc.asked) and found.grams > 1 - 1e-9
        if sure > DOUBTED and not verbatim and is_beside(index, query, ranked, found):
            sure = DOUBTED
        return cls(ranked, found, max(sure, VERBATIM) if verbatim else sure, verbatim)


def leads(ranking: Sequence[Ranked]) -> list[float]:
    """How far each fact is ahead of the best other one (or behind it), as a share of the best score.

    Args:
        ranking: Facts, the best score first.

    Returns:
        A number from -1 to 1 for each; a fact without rivals has a small lead, as being alone tells nothing, and one
        that says the same is no rival.
    """
    if not ranking:
        return []
    first = ranking[0]
    top = first.score or 1.0
    second = next((r.score for r in ranking[1:] if not _same(r, first)), None)
    ahead = UNRIVALLED if second is None else (first.score - second) / top
    return [ahead if r is first or _same(r, first) else (r.score - first.score) / top for r in ranking]


def _same(one: Ranked, other: Ranked) -> bool:
    """Whether two facts have the same words, as where a question stands twice in a document."""
    return one.doc.answer == other.doc.answer and one.doc.texts == other.doc.texts


def probability(found: Evidence, profile: Profile) -> float:
    """The probability, 0 to 1, that evidence for a fact of a form amounts to."""
    x = astuple(found)
    total, trees = _flat(profile)
    for at, least, low, high in trees:
        at, least, below, above = low if x[at] <= least else high
        total += below if x[at] <= least else above
    return 1 / (1 + exp(-total))


@cache
def _flat(profile: Profile) -> tuple[float, list[_Flat]]:
    """The trees with the place of each figure for its name."""
    weights = weights_for(profile)
    place = {name: at for at, name in enumerate(Evidence.__struct_fields__)}
    trees = [
        (
            place[t.split[0]],
            t.split[1],
            (place[t.low[0]], t.low[1], *t.leaves[:2]),
            (place[t.high[0]], t.high[1], *t.leaves[2:]),
        )
        for t in weights.trees
    ]
    return weights.base, trees


def stood_in_the_way(query: Query, judged: Judged) -> list[Term]:
    """The terms of a question, in their order, for which the closest fact is no answer.

    Those that it does not cover; else whom it tells nothing of, or the attribute that it lacks.
    """
    cover, _ = covers(query, judged.ranked.shared)
    open_ = [n for n, worth in enumerate(cover.all) if worth <= 0.5]
    relations, found = query.relations, judged.evidence
    missing = [n for n in open_ if query.terms[n].held or query.terms[n].rarity >= TELLING or n == relations.focus]
    if not missing and relations.focus is not None and found.focus < 0.5:
        missing = [relations.focus]
    if not missing:
        wrong = (relations.agents, found.agent), (relations.owners, found.owner), (relations.themes, found.theme)
        names = frozenset().union(*(whom for whom, fits in wrong if fits < 0))
        names |= {query.terms[name].key for name, _ in relations.modified if found.modifier < 0}
        missing = [n for n, term in enumerate(query.terms) if not names.isdisjoint(term.variants)]
    return [query.terms[n] for n in missing]
