"""Whether a fact in another language than English has the sum, number, address or place that is asked for."""

from talkscli.language.asking import is_compound
from talkscli.search.cover import MET, cover_akin, covers
from talkscli.search.evidence import Evidence
from talkscli.search.index.reader import Index
from talkscli.search.question.query import Query
from talkscli.search.rank import Ranked

ENTIRE = 0.9
"""Share of a question that a fact's own covers if it asks the same."""
OPENS = "?opens-where"
"""The token of what is asked for a place by its first words."""
PLACES = frozenset(("place", "country"))


def lacks_figure_abroad(index: Index, query: Query, ranked: Ranked, found: Evidence) -> bool:
    """Tell whether a fact has no sum, telephone number or address, or no place for a noun, where that is asked for."""
    asks, asked = query.asks, ranked.doc.asked
    by_noun = asks == "where" and any(OPENS in term.variants for term in query.terms)
    if found.phrased >= ENTIRE or not (by_noun or asks in ("cost", "phone", "mail")):
        return False
    if (asks == "cost" or by_noun) and _is_of_another(index, query, ranked):
        return True
    if by_noun and OPENS not in asked:
        return ranked.doc.holds.isdisjoint(PLACES) and not any(map(str.isdigit, index.fact(ranked.row).answer))
    return not by_noun and query.kind not in asked and not found.holds


def _is_of_another(index: Index, query: Query, ranked: Ranked) -> bool:
    """Whether a fact tells the price, or place, of something else than is asked about."""
    cover, _ = covers(query, ranked.shared)
    said, code = ranked.doc.all_tokens(), index.tongue.code
    kin = cover_akin(query, said, cover.all)
    asking = [term for term in query.terms if {OPENS, "?cost"} & term.variants.keys()]
    if any(term.key not in said and is_compound(term.word, query.asks, code) for term in asking):
        return True  # "Hundepreis"
    rest = [n for n, term in enumerate(query.terms) if not {OPENS, "?cost"} & term.variants.keys()]
    return bool(rest) and not any(kin[n] >= MET for n in rest)
