"""Read a line of a conversation: whom "he" means, what "why?" asks for, what to show next."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from talkscli.language import grammar, offices
from talkscli.language.words import STOP, stems, words
from talkscli.lookup.conversation.instead import Instead, corrected, instead, only_a_name
from talkscli.lookup.conversation.it import is_done_to, meant_by_it, stands_for_one
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.conversation.otherwise import MEASURE, continued, otherwise
from talkscli.lookup.names import MARKS, Mention
from talkscli.lookup.wording.remarks import Wants, without_question

_PERSON = grammar.HE | grammar.SHE | {"himself", "herself"}
_OBJECTS = frozenset("him her them".split())  # another than who is named before
_GROUP = grammar.THEY | grammar.IT | {"themselves", "itself"}
_COUNTED = frozenset("of many much some most all both each which".split())  # before "of them"
_SIDE = re.compile("the other side", re.IGNORECASE)
_POSSESSIVE = frozenset("his her hers its their theirs".split())
_WHOSE = re.compile(r"(?i)(?:and |what about )?(?P<whose>his|her|its|their) (?P<noun>[a-z]+(?: [a-z]+)?)")
_POINTING = frozenset("it that this".split())
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
    points: bool = False
    """Whether it asks, in whole, of what was just shown: "when did she say that"."""
    other: bool = False
    """Whether it asks for something else than what was just shown."""
    unclear: str = ""
    """The pronoun of which it is not known whom it means."""
    typed: str = ""
    """The line, where "it" was read as something."""
    meant: str = ""
    """What that is."""
    own: str = ""
    """What is asked for of somebody: "and its role?"; what only names that one is no answer."""
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
    if whose := _WHOSE.fullmatch(bare) if memory.question else None:  # "and its president?"
        asks = "who" if offices.is_person(whose["noun"].lower().split()[-1]) else "what"
        turn = _with_names(f"{asks} is {whose['whose']} {whose['noun']}", memory, [])
        if turn.read_as:
            return replace(turn, read_as={bare: turn.question}, own=whose["noun"] if asks == "what" else "")
    named = memory.mentions(line)
    if memory.question and named and told[0] in {"and", "what", "how"} and only_a_name(told, named):
        other = instead(memory, named[-1], line)
        return _asked_instead(other, bare) if other else Turn(Wants.ANSWER, line, of=named[-1].typed)
    turn = _with_names(line, memory, named)
    unclear = _unclear(told, turn, named) if memory.question else ""
    if not content and asking and stands_in and not turn.read_as:  # "who are they", and nobody was named
        return Turn(Wants.NOTHING, line, unclear=unclear)
    says_that = told[-1] in _POINTING and any(map(grammar.tells, told))  # of what was just shown
    points = says_that and told[0] in grammar.INTERROGATIVES - {"who", "what"} and bool(memory.question)
    return replace(turn, points=points, other="else" in told or says_that, unclear=unclear)


def _corrected(line: str, meant: str, wrong: str, memory: Memory) -> Turn:
    """Ask what was meant: the last question of another one, or what is a question by itself."""
    named = memory.mentions(meant)
    other = (
        instead(memory, named[-1], meant, wrong, corrects=True)
        if named and named[-1].typed in (meant, _bare(meant))
        else None
    )
    if other:
        return _asked_instead(other, line.rstrip(MARKS))
    return replace(read(meant, memory), of=meant) if corrected(meant, memory) is None else Turn(Wants.ANSWER, meant)


def _bare(name: str) -> str:
    return re.sub("^(?i:the) ", "", name)


def _asked_instead(other: Instead, typed: str) -> Turn:
    return Turn(Wants.ANSWER, other.question, {typed: other.question}, leans=other.keeps, of=other.name)


def _unclear(told: Sequence[str], turn: Turn, named: Sequence[Mention]) -> str:
    """Find the pronoun that nothing stands for: no name of the line before it, nor any noun."""
    unread = [at for at, word in enumerate(told) if word not in turn.read_as]
    pronouns = [at for at in unread if stands_for_one(told, at) or is_done_to(told, at)]
    if (
        not pronouns
        or (named and not (_is_first(told, pronouns[0], named) and told[pronouns[0]] not in grammar.IT))
        or any(word not in STOP and stems([word])[0] not in MEASURE for word in _before(told, pronouns[0]))
    ):
        return ""
    return told[pronouns[0]]


def _before(told: Sequence[str], at: int) -> Sequence[str]:
    """The words before a pronoun that may be what it means: no verb that is done to it."""
    return told[: at - is_done_to(told, at)]


def _with_names(line: str, memory: Memory, named: Sequence[Mention]) -> Turn:
    """Put names in the place of pronouns; of "he" and "they" unless the line itself names before them who is meant."""
    named = [name for name in named if name.typed.lower().partition(" ")[0] not in ("its", "their")]  # "its president"
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
        if bare in grammar.IT | {"itself"} and not named:
            name = meant_by_it(told, at, memory)
        elif bare in _GROUP and (not named or (first and bare in grammar.THEY)):
            name = _group(told, at, memory)
        if bare == "there" and _is_placed(told, at, named):
            place = memory.group.name if memory.group and memory.group.kind == "place" else ""
            name = f"at {memory.thing}" if memory.thing else f"in {place}" if place else ""
        his_own = owns and name in read_as.values()  # "was he on his plane"
        if not name or his_own:
            out.append(word)
            read_as |= {bare: name} if name else {}
            continue
        out.append(f"{name}’s" if owns else name)
        read_as[bare] = name
    it = read_as.get("it", "")
    return Turn(Wants.ANSWER, " ".join(out), read_as, typed=line if it else "", meant=it)


def _is_placed(told: Sequence[str], at: int, named: Sequence[Mention]) -> bool:
    """Tell "who was there" and "did they meet there" from "is there"."""
    first = told[told[0] in grammar.CONJUNCTIONS]
    alone = not named and at == len(told) - 1 and at > 1
    is_one = told[at - 1] in grammar.BE and first != "who"  # "how many are there"
    return alone and first in grammar.INTERROGATIVES | grammar.AUXILIARIES and not is_one


def _is_first(told: Sequence[str], at: int, named: Sequence[Mention]) -> bool:
    """Tell whether a pronoun stands before all names: "did he meet Berg", but not "when he came, what did Berg do"."""
    before = told[:at]
    opens = at > 0 and before[-1] in grammar.AUXILIARIES | grammar.PREPOSITIONS
    return opens and not any(word in before for name in named for word in name.typed.lower().split())


def _group(told: Sequence[str], at: int, memory: Memory) -> str:
    """Tell what "they" means: the one country or organisation, or what is many and can be counted."""
    counted = at > 0 and told[at - 1] in _COUNTED
    if memory.plural and (counted or not memory.group or not (memory.named or any(map(grammar.tells, told)))):
        return memory.plural
    if memory.several and not counted and not (memory.group and memory.named):
        return memory.several
    fits = not counted and memory.group and memory.group.kind != "place"
    return memory.written(memory.group) if memory.group and fits else ""


def _owned(following: Sequence[str]) -> bool:
    """Tell whether what stands after "her" is hers."""
    return bool(following) and following[0].strip(MARKS).lower() not in STOP
