"""Whether it is asked who heads a body, and a fact tells who heads a part of it: "who leads *Norland*"."""

from collections.abc import Mapping, Sequence, Set

from talkscli.language.answers import heads, titles
from talkscli.search.index.reader import Index
from talkscli.search.question.query import Query
from talkscli.search.question.terms import Term
from talkscli.search.rank import Ranked

_ASKING = {"who", "any", "role"}


def heads_another(index: Index, query: Query, ranked: Ranked) -> bool:
    """Tell whether nothing is asked but who heads a body, and no phrasing of a fact asks just that.

    Of who led "the Norlanders" it is the other way round: who heads the land need not have come with them. Whoever has
    a certain title, "king", is asked for by that title; else the head may be called anything.
    """
    if len(query.terms) != 2 or len(query.names) != 1 or query.asks not in _ASKING or not query.english:
        return False
    (name,) = query.names
    office, body = query.terms[1 - name], query.terms[name]
    if office.key in heads():
        allowed = titles().union(heads())
    elif not titles().isdisjoint(office.variants) and (office.key in titles() or "_" in office.key):
        allowed = frozenset([office.key])
    else:
        return False
    called = allowed.union(office.variants)
    asked = ranked.doc.asked
    having = _places(asked, called)
    more = _places(asked, {token for token in asked if token[0] not in "=?"} - called.union(body.variants))
    if _is_of_people(index, office, body):
        return not having <= more or having.isdisjoint(_places(asked, body.variants.keys()))
    return having <= more


def _places(asked: Mapping[str, Sequence[int]], tokens: Set[str]) -> set[int]:
    """Which of a fact's questions have any of some tokens."""
    return {place for token in asked.keys() & tokens for place in asked[token]}


def _is_of_people(index: Index, office: Term, body: Term) -> bool:
    """Whether it is asked who led "the Norlanders", or "the Norland side": some people from there, not the land."""
    if body.start not in (office.start + 1, office.start + 2):
        return False
    from talkscli.language.vocabulary import demonyms  # few questions come here

    land = index.entity(int(body.key[1:])).name
    return body.word.partition(" ")[0].title() in demonyms(land)
