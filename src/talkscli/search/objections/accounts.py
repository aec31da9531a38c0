"""Whose words a fact has, and on what: for questions such as "what did X say about Y"."""

from itertools import takewhile

from talkscli.language import grammar
from talkscli.language.words import words
from talkscli.search import acts
from talkscli.search.cover import MET, covers
from talkscli.search.evidence import Evidence
from talkscli.search.index.reader import Index
from talkscli.search.question.query import Query
from talkscli.search.question.terms import tokenise
from talkscli.search.rank import Ranked

COMMON = 0.3
"""Share of the highest inverse document frequency from which on a word is a topic."""
AKIN = 0.3
"""Least likeness of what was spoken about to what is asked for."""


def is_off_topic(index: Index, query: Query, found: Evidence) -> bool:
    """Tell whether a fact has somebody's words on something else: "what did X say about the *harbour*"."""
    topic = query.relations.topic if query.asks == "words" else None
    if topic is None or found.focus >= AKIN:
        return False
    return query.terms[topic].weight >= COMMON * index.idf(0)  # what all facts are about is no topic of its own


def lacks_addressed(query: Query, ranked: Ranked) -> bool:
    """Tell whether a fact has nothing of somebody who is named with a title: "is Dr *Moe* there"."""
    typed = query.text.split()
    if not query.english or grammar.TITLES.isdisjoint(typed):
        return False
    from talkscli.language.vocabulary import is_ordinary  # few questions come here

    named = [n for n, term in enumerate(query.terms) if term.start and typed[term.start - 1] in grammar.TITLES]
    cover, _ = covers(query, ranked.shared)
    return any(cover.all[n] < MET and not is_ordinary(query.terms[n].word) for n in named)


def credits_another(index: Index, query: Query, ranked: Ranked) -> bool:
    """Tell whether a fact has it from another side than the one whose words are asked for."""
    agents = query.relations.agents
    fact = index.fact(ranked.row) if query.asks == "words" and agents else None
    if fact is None or not fact.attribution:
        return False
    tokens = tokenise(index, words(fact.attribution), index.tongue)
    named = {token.key for token in tokens if token.key[0] == "@"}
    sides = {f"@{row}" for row in index.entity_rows({index.entity(int(key[1:])).side or "" for key in named})}
    return bool(named) and agents.isdisjoint(named | sides)


def are_others(index: Index, query: Query, ranked: Ranked, found: Evidence) -> bool:
    """Tell whether a fact is nobody's words that "what did X say" names: of others, or the store has no X."""
    if query.asks != "words":
        return False
    relations = query.relations
    plain = any(term.word in grammar.SAYING for term in query.terms)
    if plain and _is_unknown(query):
        return True
    if ranked.doc.profile != "bare" or not plain:
        return False
    if not relations.agents:
        return found.owner == -1
    fact = index.fact(ranked.row)
    asked = [index.entity(int(token[1:])) for token in relations.agents if token[0] == "@"]
    ids = {entity.id for entity in asked}
    if fact.speaker in ids or (fact.attribution and any(n in fact.attribution for e in asked for n in e.names)):
        return False
    if fact.attribution or fact.speaker:
        return not found.agent > 0 or acts.doer(query, ranked.doc, index.passages(ranked.row)) <= 0
    return found.agent <= 0 and found.doer <= 0


def _is_unknown(query: Query) -> bool:
    """Whether whoever stands before the verb of saying is in no fact, by any word: "what did Ada Moe say"."""
    before = list(takewhile(lambda term: term.word not in grammar.SAYING, query.terms))
    unknown = not any(term.held or term.key[0] == "@" for term in before)
    return bool(before) and len(before) < len(query.terms) and unknown
