"""Questions for the whole story, and of the article itself: what the story in brief begins with tells most."""

from collections.abc import Callable, Collection, Sequence

from msgspec.structs import replace

from talkscli.language.words import words
from talkscli.lookup.wording.remarks import Wants, without_question
from talkscli.lookup.wording.story import (
    asked_moment,
    asks_for_all,
    asks_for_author,
    asks_for_title,
    asks_of_event,
    asks_of_source,
)
from talkscli.search.confidence import VERBATIM
from talkscli.search.engine import Engine
from talkscli.search.hits import Found, Hit
from talkscli.store.model import Fact

MOST = 2000  # facts of a store that are looked through
LONGEST = 12  # words of such a question
LEADING = 0.9
"""Confidence of what a story is told by first."""
HAPPENED = 0.7
"""The same where it is asked when, or where, that was: what it tells of may have been elsewhere."""
ASIDE = 0.3
"""The most confidence of a sentence, where it is asked of the article itself."""


def of_whole(found: Found, engine: Engine, question: str, top: int) -> Found:
    """Answer "what is this about", "where did it happen", unless the store has an answer that was made for it.

    Args:
        found: What the search has.
        engine: What gave it.
        question: The question.
        top: How many facts are wanted.

    Returns:
        The same with what the story in brief begins with as the answer, or without one where that does not tell it, nor
        who wrote the article, or when; unchanged where anything else is asked.
    """
    few = len(question.split()) <= LONGEST and 0 < engine.index.size <= MOST
    if found.abroad or not few:
        return found
    question = found.as_read(question)
    verbatim = found.answered and found.hits[0].confidence >= VERBATIM
    if not verbatim and (asks_for_title(question) or without_question(words(question), began=True) is not Wants.ANSWER):
        return replace(found, answered=False, hits=(), missing=())
    if _is_made_for_it(found):
        return found
    if asks_for_all(question):
        return _told_by(_leads(engine), LEADING, found, top)
    if event := asks_of_event(question):
        tells = (lambda fact: fact.date is not None) if event == "when" else _in_places(engine)
        return _told_by([fact for fact in _leads(engine) if tells(fact)], HAPPENED, found, top)
    if (moment := asked_moment(question)) and (then := _at(moment, engine)):
        return _told_by(then, LEADING, found, top)
    return _told_by([], 0.0, found, top) if asks_for_author(question) or any(asks_of_source(question)) else found


def _is_made_for_it(found: Found) -> bool:
    """Whether an answer was written to such a question, or is asked for in just these words."""
    return found.answered and bool(found.hits[0].fact.phrasings or found.hits[0].confidence >= VERBATIM)


def _at(moment: Collection[str], engine: Engine) -> Sequence[Fact]:
    """The facts of which the time is told in these words, and maybe more: "Monday morning"."""
    facts = map(engine.index.fact, range(engine.index.size))
    return [fact for fact in facts if fact.date and set(words(fact.date_text or "")).issuperset(moment)]


def _leads(engine: Engine) -> Sequence[Fact]:
    from talkscli.lookup.brief import leads  # few questions ask for all

    facts = [engine.index.fact(row) for row in range(engine.index.size)]
    sources = engine.sources({fact.citation.source for fact in facts if fact.citation and fact.citation.source})
    return leads(facts, tuple(sources.values()))


def _in_places(engine: Engine) -> Callable[[Fact], bool]:
    def tells(fact: Fact) -> bool:
        return any(each.kind in ("country", "place") for each in engine.entities(fact.about).values())

    return tells


def _told_by(facts: Sequence[Fact], sure: float, found: Found, top: int) -> Found:
    """Put facts first, of some confidence; where there are none the search has no answer."""
    most = sure if facts else ASIDE
    others = tuple([replace(hit, confidence=min(hit.confidence, most)) for hit in found.hits])
    rest = replace(found, answered=False, hits=others)
    return rest.led_by([Hit(fact, sure) for fact in facts], top) if facts else rest
