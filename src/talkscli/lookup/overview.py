"""What is shown instead of one fact: the story in brief, a time line, or who somebody is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from talkscli.language import grammar
from talkscli.language.words import phrase_key, words
from talkscli.lookup.ask import ask
from talkscli.lookup.results import SURE, Answer
from talkscli.lookup.wording.asked import asked
from talkscli.lookup.wording.story import asked_time, asks_for_all, asks_for_list
from talkscli.search.engine import Engine
from talkscli.store.model import Store

if TYPE_CHECKING:
    from talkscli.lookup.brief import Brief
    from talkscli.lookup.results import Listing, Profile

LONGEST = 5  # words of a name
_WHO = frozenset(("who", "what"))


def overview(question: str, store: Callable[[], Store], engine: Engine) -> "Brief | Listing | None":
    """Answer a question that asks for the whole story, or for what happened in a time.

    Args:
        question: The question as typed.
        store: Opens the store; few questions need it.
        engine: The same store, open for questions.

    Returns:
        The story in brief, the facts of a time where there are several, or None: one fact is asked for.
    """
    text = asked(question).text
    if asks_for_all(text):
        from talkscli.lookup import brief  # most questions ask for one fact

        return brief.brief(store(), lambda each: ask(engine, each, top=1).answered)
    if (time := asked_time(text)) and len(engine.dated(time, 2)) > 1:
        from talkscli.lookup import listings

        return listings.timeline(store(), *map(str, time))
    return None


def listed(question: str, reply: Answer) -> str | None:
    """Tell which list answers a question better than a fact: "key dates".

    Args:
        question: The question as typed.
        reply: What it is answered by.

    Returns:
        The command that shows it; None where no list is asked for, or a fact was written to answer that.
    """
    made = reply.answer and reply.answer.question and reply.confidence >= SURE
    return None if made else asks_for_list(question)


def named(question: str, store: Callable[[], Store], engine: Engine) -> "Profile | None":
    """Tell who or what it is, where a question is a name and nothing else.

    Args:
        question: The question as typed.
        store: Opens the store; few questions need it.
        engine: The same store, open for questions.

    Returns:
        The profile; None where anything is asked, or several have the name.
    """
    return _called(words(question), store, engine)


def introduced(question: str, store: Callable[[], Store], engine: Engine) -> "Profile | None":
    """Tell who or what it is, where a question asks for that: "who is X", "tell me who X is".

    Args:
        question: The question as typed.
        store: Opens the store; few questions need it.
        engine: The same store, open for questions.

    Returns:
        The profile; None where anything else is asked, or several have the name.
    """
    first, *rest = words(asked(question).text) or [""]
    name = rest[1:] if grammar.IS.intersection(rest[:1]) else rest[:-1] if grammar.IS.intersection(rest[-1:]) else []
    return _called(name, store, engine) if first in _WHO else None


def _called(told: list[str], store: Callable[[], Store], engine: Engine) -> "Profile | None":
    """Tell who has a name, if it is one."""
    if len(told) > LONGEST:
        return None
    told = told[1:] if told and told[0] in grammar.TITLES else told
    key = phrase_key(" ".join(told[1:] if told[:1] == ["the"] else told))
    bearers = [each for each in engine.named(" ".join(told)) if key in map(phrase_key, each.names)]
    if len(bearers) != 1:
        return None
    from talkscli.lookup import who  # most questions ask for one fact

    found = who.who(store(), " ".join(told))
    return found if found.entity else None
