"""Whether a fact has the figure that a question asks for: a sum for what was paid, and of the same thing."""

import re
from collections.abc import Sequence

from talkscli.language.answers import asked_by, paid
from talkscli.language.asking import is_compound
from talkscli.language.calendar import DAY, MONTHS, YEAR
from talkscli.language.numbers import GREAT, MULTIPLES
from talkscli.language.words import words
from talkscli.search.cover import MET, cover_akin, covers
from talkscli.search.evidence import Evidence
from talkscli.search.index.reader import Index
from talkscli.search.places import Sentences
from talkscli.search.question.query import Query
from talkscli.search.question.relations import ADVERBIAL
from talkscli.search.rank import Ranked

_NAMED = "|".join(month.lower() for month in MONTHS)
_WITH_YEAR = "after|and|before|by|during|from|in|of|since|the|to|until|year|summer|winter|spring|autumn"
_BEHIND = "and|as|at|back|by|for|from|in|is|of|on|or|that|to|was|which|who|with"  # a "one" that counts nothing
_DATES = re.compile(
    rf"\b(?:{DAY}\.? (?:{_NAMED})\b(?: {YEAR})?|(?:{_NAMED}) {DAY}\b(?:,? {YEAR})?)\b"
    rf"|\bone(?!-)(?:(?= (?:{_BEHIND})\b)|(?! ))"
    rf"|\b(?:{_WITH_YEAR}):? {YEAR}\b|\b{YEAR}s?\b(?! ?\w)|\b\d{{2,4}}s\b"
)
_NAMED_SO = re.compile(
    r"(?<=[a-z,] )([A-Z]\w{2,30}) \d{1,3}\b(?![,.]?\d| ?(?:%|per|percent|million|billion|thousand|[a-z]+s\b))"
)
"""A number that is part of a name: "the Commodore 64"."""
_AGE = re.compile(r"\b(?:age[ds]?|birthday|born|founded|built|old|years?|in (?:his|her|their) \w+ties)\b")
"""What an age may be told by, besides being written as one."""
_MUCH = frozenset(("many", "much"))
_VAGUE = frozenset("no none neither half few several hundreds thousands millions billions dozens many all".split())
_VAGUE |= frozenset(MULTIPLES) | GREAT


ENTIRE = 0.9
"""Share of a question that a fact's own covers if it asks the same."""
OPENS = "?opens-where"
"""The token of what is asked for a place by its first words."""
PLACES = frozenset(("place", "country"))


def lacks_figure(index: Index, query: Query, ranked: Ranked, found: Evidence) -> bool:
    """Tell whether a fact has no number but its dates, or for "how much did it cost" no sum of money."""
    asks = query.asks
    if not query.english:
        return _lacks_abroad(index, query, ranked, found)
    if asks not in ("number", "cost"):
        return False
    if ranked.doc.profile == "phrased" or query.kind in ranked.doc.asked:
        return False  # what was written to answer that may do so in any words
    answer = index.fact(ranked.row).answer
    if ranked.doc.profile == "bare" and query.text.startswith("how old"):
        return "?age" not in ranked.doc.answer and not _AGE.search(answer)
    focus = query.relations.focus
    asked = None if focus is None else query.terms[focus].word
    priced = query.text.startswith("how much") or not paid().isdisjoint([term.word for term in query.terms])
    if asks == "cost" and (asked is None or priced):  # "which shop matched the price" asks for none
        return priced and not found.holds
    if asked is not None and asked not in _MUCH and asked_by().get(asked) != asks:
        return False
    if "money" in ranked.doc.holds and "much" in query.text.split():
        return False  # "it is free" tells how much it is
    folded = words(_DATES.sub(" ", _NAMED_SO.sub(r"\1", answer).lower()))
    return not any((word[0].isdigit() and not _repeats(word, query)) or word in _VAGUE for word in folded)


def _lacks_abroad(index: Index, query: Query, ranked: Ranked, found: Evidence) -> bool:
    """Tell the same in other languages, of sums, telephone numbers, addresses, and places asked for by a noun."""
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


def _repeats(figure: str, query: Query) -> bool:
    """Whether a figure is one of the question's own; a "one" may be another one."""
    return len(figure) > 1 and figure in query.tokens


def counts_else(index: Index, query: Query, ranked: Ranked, kin: Sequence[float]) -> bool:
    """Tell whether a bare sentence counts the same of something else: "two people fought" of "people on the train"."""
    counted = query.relations.counted
    if ranked.doc.profile != "bare" or query.asks != "number" or counted is None:
        return False
    worths = Sentences(query, index.passages(ranked.row)).worths
    rest = [
        n
        for n, term in enumerate(query.terms)
        if n != counted and "?number" not in term.variants and term.word not in ADVERBIAL
    ]
    return bool(rest) and not any(max(worths[n], kin[n]) >= MET for n in rest)
