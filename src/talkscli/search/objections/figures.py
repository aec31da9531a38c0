"""Whether a fact in English has the figure that a question asks for: a sum for what was paid, of the same thing."""

import re
from collections.abc import Sequence

from talkscli.language.answers import asked_by, paid
from talkscli.language.calendar import DAY, MONTHS, YEAR
from talkscli.language.numbers import GREAT, MULTIPLES
from talkscli.language.words import words
from talkscli.search.cover import MET
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


def lacks_figure(index: Index, query: Query, ranked: Ranked, found: Evidence) -> bool:
    """Tell whether a fact in English has no number but its dates, or for "how much did it cost" no sum of money."""
    asks = query.asks
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
