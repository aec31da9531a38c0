"""Read a line of a conversation: whom "he" means, what "why?" asks for, what to show next."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from talkscli.language import grammar
from talkscli.language.words import STOP, stems, words
from talkscli.lookup.instead import Instead, corrected, instead, only_a_name
from talkscli.lookup.memory import Memory
from talkscli.lookup.names import MARKS, Mention
from talkscli.lookup.otherwise import MEASURE, continued, otherwise
from talkscli.lookup.remarks import Wants, without_question

_PERSON = grammar.HE | grammar.SHE | {"himself", "herself"}
_OBJECTS = frozenset("him her them".split())  # another than who is named before
_GROUP = grammar.THEY | grammar.IT | {"themselves", "itself"}
_COUNTED = frozenset("of many much some most all both each which".split())  # before "of them"
_SIDE = re.compile("the other side", re.IGNORECASE)
_POSSESSIVE = frozenset("his her hers its their theirs".split())
_ANYONE = frozenset("anyone anybody someone somebody".split())


class Turn(Struct, frozen=True):
    """A line of a conversation as it was read."""

    wants: Wants
    question: str
    """What to ask, with names for pronouns."""
    read_as: dict[str, str] = {}
    """What was read otherwise than typed: {"she": "Anna Berg"}."""
    leans: bool = False
    """Whether it is but a question word, which asks the last question otherwise."""
    other: bool = False
    """Whether it asks for something else than what was just shown."""
    unclear: str = ""
    """The pronoun of which it is not known whom it means."""
    of: str = ""
    """Another one, of whom the last question is asked: what is told of that one is better than nothing."""


def read(line: str, memory: Memory) -> Turn:
    """Read a line as part of its conversation.

    Args:
        line: What was typed.
        memory: What was said before.

    Returns:
        What it wants, with pronouns, a bare "why?" and "what about …?" filled in from what was said before.
    """
    if memory.question and (correction := corrected(line, memory)):
        return _corrected(line, *correction, memory)
    if memory.question and (side := _SIDE.search(line)):
        meant = memory.other_side()
        if meant is None or _SIDE.search(meant.name):
            return Turn(Wants.ANSWER, line, unclear=side[0])
        turn = read(_SIDE.sub(lambda _: meant.name, line), memory)
        return replace(turn, read_as={side[0]: meant.name, **turn.read_as})
    told = words(line)
    bare = line.rstrip(MARKS)
    if told[1:] == ["else"] and told[0] in _ANYONE:
        told = ["who", "else"]
    content = set(stems([word for word in told if word not in STOP]))
    asking = grammar.INTERROGATIVES.intersection(told)
    if (wants := without_question(told, began=bool(memory.question))) is not Wants.ANSWER:
        return Turn(wants, line)
    stands_in = not (_PERSON | grammar.THEY).isdisjoint(told)
    once = sum(word in asking for word in told) == 1
    leaning = otherwise(told, memory) or continued(line, memory) if once and not stands_in else None
    if leaning:
        return Turn(Wants.ANSWER, leaning, {bare: leaning}, leans=True, other="not" not in told)
    if told in (["what"], ["who"]) and memory.question:  # "pardon?"
        return Turn(Wants.REMARK, line)
    if "else" in told and not content and (memory.question == "" or not stands_in):
        return Turn(Wants.MORE, line)
    named = memory.mentions(line)
    if memory.question and named and told[0] in {"and", "what", "how"} and only_a_name(told, named):
        other = instead(memory, named[-1], line)
        return _asked_instead(other, bare) if other else Turn(Wants.ANSWER, line, of=named[-1].typed)
    turn = _with_names(line, memory, named)
    unclear = _unclear(told, turn, named) if memory.question else ""
    if not content and asking and stands_in and not turn.read_as:  # "who are they", and nobody was named
        return Turn(Wants.NOTHING, line, unclear=unclear)
    says_that = told[-1] == "that" and any(map(grammar.tells, told))  # of what was just shown
    return replace(turn, other="else" in told or says_that, unclear=unclear)


def _corrected(line: str, meant: str, wrong: str, memory: Memory) -> Turn:
    """Ask what was meant: the last question of another one, or what is a question by itself."""
    named = memory.mentions(meant)
    other = (
        instead(memory, named[-1], meant, wrong, corrects=True)
        if named and len(named[-1].typed) == len(meant)
        else None
    )
    if other:
        return _asked_instead(other, line.rstrip(MARKS))
    return replace(read(meant, memory), of=meant) if corrected(meant, memory) is None else Turn(Wants.ANSWER, meant)


def _asked_instead(other: Instead, typed: str) -> Turn:
    return Turn(Wants.ANSWER, other.question, {typed: other.question}, leans=other.keeps, of=other.name)


def _unclear(told: Sequence[str], turn: Turn, named: Sequence[Mention]) -> str:
    """Find the pronoun that nothing stands for: no name of the line before it, nor any noun."""
    pronouns = [at for at, word in enumerate(told) if word not in turn.read_as and _stands_for_one(told, at)]
    if (
        not pronouns
        or (named and not (_is_first(told, pronouns[0], named) and told[pronouns[0]] not in grammar.IT))
        or any(word not in STOP and stems([word])[0] not in MEASURE for word in told[: pronouns[0]])
    ):
        return ""
    return told[pronouns[0]]


def _stands_for_one(told: Sequence[str], at: int) -> bool:
    """Tell whether a word is a pronoun that needs a name; "is it" often does not."""
    word, before = told[at], told[at - 1] if at else ""
    if word == "it":
        then = told[at + 1] if at + 1 < len(told) else ""
        return before in grammar.PREPOSITIONS | grammar.DO | grammar.HAVE or grammar.is_participle(then)
    return word in _PERSON | grammar.THEY


def _with_names(line: str, memory: Memory, named: Sequence[Mention]) -> Turn:
    """Put names in the place of pronouns; of "he" and "they" unless the line itself names before them who is meant."""
    known = [name.entity for name in named if name.entity.kind == "person"]
    out: list[str] = []
    read_as: dict[str, str] = {}
    typed = line.split()
    told = [word.strip(MARKS).lower() for word in typed]
    for at, word in enumerate(typed):
        bare = told[at]
        owns = bare in _POSSESSIVE and (bare != "her" or _owned(typed[at + 1 : at + 2]))
        meant = None
        first = _is_first(told, at, named)
        if bare in _PERSON and (not known or first or (bare in _OBJECTS and not owns)):
            meant = memory.person(bare, known)
        name = meant.name if meant else ""
        if bare in _GROUP and (not named or (first and bare in grammar.THEY)):
            name = _group(told, at, memory)
        if not name:
            out.append(word)
            continue
        out.append(f"{name}’s" if owns else name)
        read_as[bare] = name
    return Turn(Wants.ANSWER, " ".join(out), read_as)


def _is_first(told: Sequence[str], at: int, named: Sequence[Mention]) -> bool:
    """Tell whether a pronoun stands before all names: "did he meet Berg", but not "when he came, what did Berg do"."""
    before = told[:at]
    opens = at > 0 and before[-1] in grammar.AUXILIARIES | grammar.PREPOSITIONS
    return opens and not any(word in before for name in named for word in name.typed.lower().split())


def _group(told: Sequence[str], at: int, memory: Memory) -> str:
    """Tell what "they" or "it" means: the one country, organisation or place, or what is many and can be counted."""
    many = told[at] in grammar.THEY | {"themselves"}
    counted = at > 0 and told[at - 1] in _COUNTED
    if many and memory.plural and (counted or not memory.group or not (memory.named or any(map(grammar.tells, told)))):
        return memory.plural
    if many and memory.several and not counted and not (memory.group and memory.named):
        return memory.several
    fits = not counted and (many or _stands_for_one(told, at))
    return memory.written(memory.group) if memory.group and fits else ""


def _owned(following: Sequence[str]) -> bool:
    """Tell whether what stands after "her" is hers."""
    return bool(following) and following[0].strip(MARKS).lower() not in STOP
