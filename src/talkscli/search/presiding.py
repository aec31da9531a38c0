"""Whether it is asked who heads a body, and a fact tells who heads a part of it: "who leads *Norland*"."""

from talkscli.language.answers import heads, titles
from talkscli.search.query import Query
from talkscli.search.rank import Ranked

_ASKING = {"who", "any", "role"}


def heads_another(query: Query, ranked: Ranked) -> bool:
    """Tell whether nothing is asked but who heads a body, and no phrasing of a fact asks just that.

    Whoever has a certain title, "king", is asked for by that title; else the head may be called anything.
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
    known = called.union(body.variants)
    asked = ranked.doc.asked
    having = {place for token in called & asked.keys() for place in asked[token]}
    more = {place for token in asked.keys() - known if token[0] not in "=?" for place in asked[token]}
    return having <= more
