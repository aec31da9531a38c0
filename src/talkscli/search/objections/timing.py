"""Whether a fact tells the time of something else than is asked about."""

import re

from talkscli.language import grammar
from talkscli.language.calendar import YEAR
from talkscli.language.opposites import function_opposites
from talkscli.language.words import stems, words
from talkscli.search.cover import MET, covers
from talkscli.search.index.reader import Index
from talkscli.search.question.query import Query
from talkscli.search.question.relations import ADVERBIAL
from talkscli.search.rank import Ranked

DATED = 6  # words behind a noun for a deed, among which its time stands

_IS_YEAR = re.compile(YEAR)
_NOMINAL = ("ion", "ment", "ance", "ence", "ure")


def is_opposite(index: Index, query: Query, ranked: Ranked) -> bool:
    """Tell whether a fact tells what was after something where it is asked what was before, or the other way."""
    asked = query.relations.order
    if len(asked) != 1 or any(f"={word}" in ranked.doc.all_tokens() for word in asked):
        return False
    other = {f"={word}" for word in function_opposites(*asked)}
    return any(not other.isdisjoint(sentence) for sentence in index.passages(ranked.row).sentences)


def is_at_another_time(query: Query, ranked: Ranked) -> bool:
    """Tell whether a fact has nothing of the time that is named: "before" something, or any of the years."""
    if query.asks != "yesno" and "before" in query.relations.order and "=before" not in ranked.doc.all_tokens():
        return True  # "after" may be left out, as most is told in its order
    cover, _ = covers(query, ranked.shared)
    years = [worth for term, worth in zip(query.terms, cover.all, strict=True) if _IS_YEAR.fullmatch(term.key)]
    return bool(years) and not any(years)


def lasts_otherwise(query: Query, ranked: Ranked) -> bool:
    """Tell whether a fact tells how long something else took: "how long did the *war* last"."""
    if query.asks != "duration":
        return False
    cover, _ = covers(query, ranked.shared)
    things = (n for n, t in enumerate(query.terms) if t.start and "?duration" not in t.variants)
    what = next((n for n in things if query.terms[n].word not in ADVERBIAL), None)
    return what is not None and query.terms[what].held and max(cover.answer[what], cover.phrasing[what]) < MET


def only_mentions(index: Index, query: Query, ranked: Ranked) -> bool:
    """Tell whether a bare sentence dates another deed than is asked for, which it but names: "after his eviction"."""
    verb = query.relations.verb
    if query.asks != "when" or ranked.doc.profile != "bare":
        return False
    if verb is None or query.terms[verb].word.endswith(_NOMINAL):
        return False
    told, key = words(index.fact(ranked.row).answer), query.terms[verb].key
    places = [at for at, stem in enumerate(stems(told)) if stem == key]
    return bool(places) and all(
        told[at].endswith(_NOMINAL) and not any(map(grammar.is_time, told[at + 1 : at + 1 + DATED])) for at in places
    )
