"""What "it" and "its" mean: the thing that was asked about, or the country, body or place."""

from collections.abc import Sequence

from talkscli.language import grammar
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.conversation.replaced import by_whom, is_subject
from talkscli.lookup.conversation.thing import happens, lasts

_PERSON = grammar.HE | grammar.SHE | {"himself", "herself"}
_AHEAD = frozenset("that to if whether who which because".split())  # of what "it" only announces: "is it true that"


def meant_by_it(told: Sequence[str], at: int, memory: Memory) -> str:
    """Name what "it" or "its" means.

    Args:
        told: The words of a line, folded.
        at: Which of them it is.
        memory: What was said before.

    Returns:
        The name, or the thing; "" where that is not known, or it means nothing: "is it late".
    """
    group = memory.written(memory.group) if memory.group else by_whom(memory) or ""
    if told[at] == "its":
        return group if group and not (memory.thing and memory.group and memory.group.kind == "place") else memory.thing
    acts = _acts(told, at)
    if memory.thing and _is_told_of(told, at) and not (group and acts and is_subject(group, memory)):
        return memory.thing
    then = told[at + 1] if at + 1 < len(told) else ""
    asked_of = memory.group is None or memory.asked_of == memory.group
    return group if asked_of and stands_for_one(told, at) and not lasts(then) else ""


def stands_for_one(told: Sequence[str], at: int) -> bool:
    """Tell whether a word is a pronoun that needs a name; "is it" often does not."""
    word, before = told[at], told[at - 1] if at else ""
    if word == "it":
        then = told[at + 1] if at + 1 < len(told) else ""
        return before in grammar.PREPOSITIONS | grammar.DO | grammar.HAVE or grammar.is_participle(then)
    return word in _PERSON | grammar.THEY


def _acts(told: Sequence[str], at: int) -> bool:
    """Tell whether "it" does something that only somebody does: "did it pay", not "did it end", "was it paid"."""
    before, then = told[at - 1] if at else "", told[at + 1] if at + 1 < len(told) else ""
    if before in grammar.IS | grammar.HAVE and (grammar.is_participle(then) or not then):
        return False
    return before in grammar.AUXILIARIES and not happens(then)


def is_done_to(told: Sequence[str], at: int) -> bool:
    """Tell whether somebody did something to "it": "who took it"."""
    past = at > 0 and grammar.is_past(told[at - 1]) and not grammar.tells(told[at - 1])
    return told[at] == "it" and at == len(told) - 1 and past


def _is_told_of(told: Sequence[str], at: int) -> bool:
    """Tell whether "it" stands for a thing; not in "is it true that", "how long does it take to", "does it say"."""
    then = told[at + 1 :]
    if at and grammar.tells(told[at - 1]):  # "when did she say it"
        return False
    says = any(map(grammar.tells, then[:1])) and told[at - 1] == "does"  # the article
    return _AHEAD.isdisjoint(then) and not says
