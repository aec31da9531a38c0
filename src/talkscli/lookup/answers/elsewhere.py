"""What may hold an answer though no fact has the words of a question: a heading, or words of related meaning."""

from msgspec.structs import replace

from talkscli.language.related import related
from talkscli.search.engine import Engine
from talkscli.search.hits import Found, Hit
from talkscli.store.model import Fact

NEAR = 0.2
"""Confidence of such facts."""
POOL = 100  # facts that are looked through
AKIN = 0.5
"""Likeness from which on one word may stand for another."""


def elsewhere(found: Found, engine: Engine, question: str, top: int) -> Found:
    """Put what stands under a heading with a word that no fact has before what else is near.

    Where nothing is near, the facts are taken that have a word of related meaning for each that no fact has.

    Args:
        found: What the search has, without an answer.
        engine: What gave it.
        question: The question.
        top: How many facts are wanted.

    Returns:
        The same with these facts first, and their words among those that are found elsewhere.
    """
    index = engine.index
    content, strange = index.tongue.content, [word for word in found.missing if word not in found.elsewhere]
    asked = {stem for word in strange for stem in content(word)}
    asked -= index.df(asked).keys()
    if not asked or found.abroad:
        return found

    def heading(fact: Fact) -> str:
        return (fact.citation.section if fact.citation else None) or ""

    facts = [index.fact(row) for row in sorted(index.candidates(dict.fromkeys(asked, 0), POOL))]
    first = [fact for fact in facts if not asked.isdisjoint(content(heading(fact)))]
    held = {stem for fact in first for stem in content(heading(fact))}
    if not first and not found.hits:
        akin = [{k for k, like in related(stem, index.tongue.code).items() if like >= AKIN} for stem in asked]
        rows = index.candidates(index.df(frozenset().union(*akin)), POOL)
        told = [(fact, set(content(fact.answer))) for fact in map(index.fact, rows)]
        first = [fact for fact, own in told if not any(map(own.isdisjoint, akin))]
        if first:
            from talkscli.lookup.wording.proper import is_name  # few questions come here

            first = [] if any(is_name(word, question) for word in strange) else first
        held = asked if first else set()
    ids = {fact.id for fact in first}
    hits = [*[Hit(fact, NEAR) for fact in first], *[hit for hit in found.hits if hit.fact.id not in ids]]
    words = [word for word in strange if not held.isdisjoint(content(word))]
    return replace(found, hits=tuple(hits[:top]), elsewhere=found.elsewhere.union(words))
