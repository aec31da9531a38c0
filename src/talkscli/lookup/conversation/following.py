"""The reply to a line of a conversation, by what was said before."""

import re
from collections.abc import Set

from msgspec.structs import replace

from talkscli.language import grammar
from talkscli.language.words import STOP, stems, words
from talkscli.lookup.ask import ask, without
from talkscli.lookup.conversation.dialogue import Turn
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.conversation.statements import another, asks_for_another
from talkscli.lookup.conversation.wanted import UNSURE, Wanted
from talkscli.lookup.results import SURE, Answer
from talkscli.search.engine import Engine
from talkscli.store.model import Fact

_ACTS = re.compile(r"(?i)what (?:do|does|did|has|have|had|is|are|was|were|will|would) ")


def reply_to(turn: Turn, engine: Engine, memory: Memory, top: int, *, explain: bool = False) -> Answer:
    """Answer a line of a conversation.

    Args:
        turn: The line as read.
        engine: The store, open for questions.
        memory: What was said before.
        top: The number of facts in the reply.
        explain: Whether to tell of each word what covers it.

    Returns:
        The reply: without what was told, where something else is asked for; of another one ("and X?") at least what is
        told of that one.
    """
    wanted = Wanted(turn.question, memory) if turn.leans or turn.points else None
    reply = _asked(turn, wanted, engine, memory, top, explain=explain)
    if told := _told_before(turn, wanted, memory):
        reply = _other(turn, reply, told, engine, memory, top)
    elif _asks_of_acts(reply.question) and _introduces(reply):
        reply = _undecided(reply)
    elif turn.of and (not reply.answered or _introduces(reply)):
        if reply.answered:
            reply = _undecided(reply)
        reply = _of(turn.of, reply, engine, memory, explain=explain)
    if wanted:
        reply = wanted.asked_of(wanted.again(reply, memory.answer), memory.answer)
        reply = wanted.beside(reply, memory.fact)
    of_another = turn.of and turn.question.startswith("for ") and reply.answer != memory.answer
    if turn.unclear or of_another:  # whatever is found may be of something else
        reply = replace(reply, confidence=min(reply.confidence, UNSURE))
    if turn.leans and not turn.of and not reply.answered and memory.refusal and (asks := _asks(turn.question)):
        anew = "" if f"{memory.refusal.question} ".lower().startswith(f"{asks} ") else asks
        return replace(memory.refusal, nor=anew, read_as={}, typed="")
    read_as = turn.read_as if reply.question == turn.question else dict.fromkeys(turn.read_as, reply.question)
    return replace(reply, read_as={**read_as, **reply.read_as})


def _asked(turn: Turn, wanted: Wanted | None, engine: Engine, memory: Memory, top: int, *, explain: bool) -> Answer:
    """Ask a line by itself, and leave as an answer only what tells what is asked for."""
    reply = ask(engine, turn.question, top, explain=explain)
    if not reply.answered and turn.meant:
        reply = _as_typed(turn, reply, engine, top)
    if turn.own and reply.answer and reply.confidence < SURE and not _shares(turn.own, reply.answer):
        reply = _undecided(reply)
    kind = wanted or (Wanted(turn.question, memory) if turn.meant else None)
    return kind.told(reply) if kind and (wanted or not kind.reason) else reply


def _asks_for_more(turn: Turn) -> bool:
    """Tell "who else came"."""
    return "else" in turn.question.split()


def _told_before(turn: Turn, wanted: Wanted | None, memory: Memory) -> Set[str]:
    """The ids of what is not told again, where something else is asked for: what was shown last, of "else" all.

    What was shown last is told again where it may have what is asked for now.
    """
    if not turn.other:
        return frozenset()
    if _asks_for_more(turn):
        return memory.told
    shown = [fact for fact in (memory.fact, memory.answer if wanted and wanted.reason else None) if fact]
    return {fact.id for fact in shown if not (wanted and wanted.is_in(fact))}


def _other(turn: Turn, reply: Answer, told: Set[str], engine: Engine, memory: Memory, top: int) -> Answer:
    """Answer with something else than what was told."""
    reply = without(reply, told)
    if _asks_for_more(turn):
        if _introduces(reply):
            reply = _undecided(reply)
        if not reply.answered:  # what is near the question without it may be meant
            plain = ask(engine, turn.question.replace(" else", "", 1), top)
            near = tuple(hit for hit in plain.related if hit.fact.id not in told)
            reply = replace(reply, related=near or reply.related)
    return another(reply, memory) if asks_for_another(turn.question) else reply


def _as_typed(turn: Turn, reply: Answer, engine: Engine, top: int) -> Answer:
    """Ask with "it" what has no answer with the thing that it means: one that has to do with the thing is near."""
    plain = ask(engine, turn.typed, top)
    if plain.answer is None or not _shares(turn.meant, plain.answer):
        return reply
    return replace(plain, question=reply.question, confidence=min(plain.confidence, UNSURE), read_as={})


def _shares(text: str, fact: Fact) -> bool:
    """Tell whether a fact has a content word of a text."""
    content = stems([word for word in words(text) if word not in STOP])
    return not set(content).isdisjoint(stems(words(f"{fact.question or ''} {fact.answer}")))


def _asks(question: str) -> str:
    """Take what stands before the verb of a question: "to whom", "how long"; "" where nothing does."""
    typed = question.split()
    at = next((at for at, word in enumerate(typed[:4]) if word.lower() in grammar.AUXILIARIES), 0)
    denies = at and (typed[at].lower() in grammar.NEGATED or "not" in typed[at : at + 3])
    return f"{' '.join(typed[:at]).lower()}{' not' if denies else ''}"


def _asks_of_acts(question: str) -> bool:
    """Tell "will she come" from "is she the mayor"."""
    return words(question)[:1] != [] and words(question)[0] in grammar.AUXILIARIES - grammar.IS


def _undecided(reply: Answer) -> Answer:
    return replace(reply, answered=False, answer=None, confidence=min(reply.confidence, UNSURE))


def _introduces(reply: Answer) -> bool:
    """Tell whether an answer says who somebody is, which was not asked."""
    told = words(reply.question)
    acts = told[0] == "what" and told[-1].endswith("ing")  # "what is X doing"
    asked_who = told[:1] in (["who"], ["what"]) and told[1:2] in (["is"], ["was"]) and not acts
    return reply.answer is not None and not asked_who and words(reply.answer.question or "")[:2] == ["who", "is"]


def _of(name: str, reply: Answer, engine: Engine, memory: Memory, *, explain: bool) -> Answer:
    """Answer with what was just told if it names somebody, else with the nearest fact that does, else with any.

    Who somebody is answers no other question.
    """
    asks_who = words(reply.question)[:1] == ["who"]
    if asks_who and words(reply.question)[1] in grammar.IS:  # who another one is, where nobody is his
        card = ask(engine, f"who is {name}", len(reply.related) or 1, explain=explain)
        if card.answered and card.confidence >= SURE:
            return card
    named = {each.entity.id for each in memory.names.find(name)}
    named |= {each.id for each in memory.names.store.entities if each.side in named}

    def tells(fact: Fact) -> bool:
        if not asks_who and words(fact.question or "")[:2] == ["who", "is"]:
            return False
        if _ACTS.match(reply.question):  # what is told of two, or of what one did to the other, is not the other's act
            return fact.speaker in named or (bool(fact.subject) and named.issuperset(fact.subject))
        inside = {each.entity.id for each in memory.names.find(fact.answer)}
        own = set(words(name)) <= set(words(fact.answer))
        return own or not named.isdisjoint({*inside, *fact.subject, fact.speaker})

    facts = [*filter(None, [memory.fact]), *[hit.fact for hit in reply.related]]
    fact = next(filter(tells, facts), None)
    if fact is None:
        plain = ask(engine, name, len(reply.related) or 1, explain=explain)
        new = plain.answered and plain.answer != memory.fact
        return replace(plain, question=reply.question, confidence=reply.confidence) if new else reply
    return reply.answered_by(fact, reply.confidence)
