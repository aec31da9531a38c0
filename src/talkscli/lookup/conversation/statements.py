"""What else somebody said: another statement of theirs, where the store has one."""

from collections.abc import Iterator

from msgspec.structs import replace

from talkscli.language import grammar
from talkscli.language.words import STOP, stems, words
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.results import SURE, Answer
from talkscli.store.model import Fact

_SAME = 0.6  # of the words of the shorter of two statements


def asks_for_another(question: str) -> bool:
    """Tell whether a question is "what else did X say".

    Args:
        question: The question, with names for pronouns.

    Returns:
        Whether it asks for words, and of nothing in particular.
    """
    told = words(question)
    return told[:2] == ["what", "else"] and any(map(grammar.tells, told[-1:]))


def another(reply: Answer, memory: Memory) -> Answer:
    """Answer "what else did X say" with what X said, and was not shown.

    Args:
        reply: A reply, without what was shown.
        memory: What was said before.

    Returns:
        The reply with another statement, the nearest to the question first, or without an answer: there is none. As it
        was where the question names nobody of the store, or several.
    """
    of = {name.entity.id for name in memory.names.find(reply.question)}
    if len(of) != 1:
        return reply
    (speaker,) = of
    hits = {hit.fact.id: hit.confidence for hit in reply.related}
    near = [*filter(None, [reply.answer]), *[hit.fact for hit in reply.related]]
    shown = [_content(fact) for fact in memory.names.store.facts if fact.id in memory.told]
    for fact in _once([*near, *memory.names.store.facts]):
        if fact.id in memory.told or not _says(fact, speaker, memory) or any(_alike(_content(fact), e) for e in shown):
            continue
        own = reply.confidence if fact == reply.answer else hits.get(fact.id, 0.0)
        return reply.answered_by(fact, max(own, SURE))
    return replace(reply, answered=False, answer=None, confidence=0.0)


def _once(facts: list[Fact]) -> Iterator[Fact]:
    yield from {fact.id: fact for fact in facts}.values()


def _says(fact: Fact, speaker: str, memory: Memory) -> bool:
    """Tell whether a fact is what somebody said."""
    if fact.speaker:
        return fact.speaker == speaker
    return any(name.entity.id == speaker for name in memory.names.find(fact.attribution or ""))


def _content(fact: Fact) -> set[str]:
    return set(stems([word for word in words(f"{fact.answer} {fact.quote or ''}") if word not in STOP]))


def _alike(one: set[str], other: set[str]) -> bool:
    """Tell whether two statements are the same, as a quotation and what is told of it."""
    return len(one & other) >= _SAME * min(len(one), len(other))
