"""Read a line of a conversation: whom "he" means, what "why?" asks for, what to show next."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from talkscli.language import grammar, vocabulary
from talkscli.language.words import STOP, stems, words
from talkscli.lookup.names import MARKS, Mention, Names
from talkscli.lookup.results import Answer
from talkscli.store.model import Entity, Fact, Store

_PERSON = {
    **dict.fromkeys(grammar.HE | {"himself"}, "f"),
    **dict.fromkeys(grammar.SHE | {"herself"}, "m"),
}  # and of which sex they are not
_GROUP = grammar.THEY | {"themselves"}
_POSSESSIVE = frozenset("his her hers their theirs".split())
_MORE = frozenset(stems("more continue further next go tell anything else".split()))
_MEASURE = frozenset(stems("many much long often old far".split()))  # "how many?"
_SOURCE = frozenset(stems("say says said source sources stand stands from know written cite".split()))
# What is said to be polite, or in surprise, and asks nothing of an article.
_PHATIC = frozenset(
    """
    ah alright bye cheers cool fine good goodbye great hello hey hi hm hmm interesting nice no ok okay oh please really
    right see sorry sure thank thanks understood wow yeah yep yes
    """.split()
)
_REMEMBERED = 8  # persons


class Wants(Enum):
    """What a line of a conversation wants."""

    ANSWER = auto()
    MORE = auto()
    SOURCE = auto()
    NOTHING = auto()


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


class Memory:
    """Whom and what a conversation was about."""

    def __init__(self, store: Store) -> None:
        """Begin a conversation about a store."""
        self.names = Names(store)
        self._entities = {entity.id: entity for entity in store.entities}
        self._people: list[Entity] = []
        self.question = ""
        """What was asked and answered last, with names for pronouns."""
        self.fact: Fact | None = None
        """What was shown last."""
        self.group: Entity | None = None
        """Which country, organisation or place "they" means; of several, none."""

    def keep(self, reply: Answer, *, leans: bool = False) -> None:
        """Remember a question and its answer; of one that leans on the last question, or without answer, not itself."""
        if not leans:
            self.question = reply.question if reply.answered else ""
        spelled = " ".join([reply.question, *reply.read_as.values()])
        self.show(reply.answer, [name.entity for name in reversed(self.names.find(spelled))])

    def show(self, fact: Fact | None, named: Iterable[Entity] = ()) -> None:
        """Remember what was shown, and whom it is about besides those named, the last one first."""
        self.fact = fact
        near = [*named, *self._known([*fact.subject, fact.speaker] if fact else ())]
        told = [name.entity for name in reversed(self.names.find(fact.answer))] if fact else []
        everybody = [*near, *told, *self._known(fact.about if fact else ()), *self._people]
        self._people = list({e.id: e for e in everybody if e.kind == "person"}.values())[:_REMEMBERED]
        groups = {entity.id: entity for entity in near if entity.kind in {"country", "organisation", "place"}}
        if near:
            self.group = next(iter(groups.values())) if len(groups) == 1 else None

    def person(self, pronoun: str) -> Entity | None:
        """Tell whom "he" or "she" means: who was named last, and may be called so."""
        return next((person for person in self._people if _sex(person) != _PERSON[pronoun]), None)

    def _known(self, ids: Iterable[str | None]) -> list[Entity]:
        return [self._entities[ident] for ident in ids if ident in self._entities]


def _sex(person: Entity) -> str | None:
    """Tell whether a given name is a man's (m), a woman's (f), or both (mf), where it is known."""
    return vocabulary.given_names().get(person.name.partition(" ")[0])


def read(line: str, memory: Memory) -> Turn:
    """Read a line as part of its conversation.

    Args:
        line: What was typed.
        memory: What was said before.

    Returns:
        What it wants, with pronouns, a bare "why?" and "what about …?" filled in from what was said before.
    """
    told = words(line)
    bare = line.rstrip(MARKS)
    content = set(stems([word for word in told if word not in STOP]))
    asking = grammar.INTERROGATIVES.intersection(told)
    stands_in = not (_PERSON.keys() | _GROUP).isdisjoint(told)
    if not asking and _PHATIC.issuperset(set(told) - STOP) and (not _PHATIC.isdisjoint(told) or not told):
        return Turn(Wants.NOTHING, line)
    if content <= _MORE and (not asking or "more" in told) and (content or "more" in told):
        return Turn(Wants.MORE, line)
    if memory.question and content and content <= _SOURCE and not stands_in and _asks_where_from(told, asking):
        return Turn(Wants.SOURCE, line)
    leaning = _leaning(told, content, memory) if len(asking) == 1 and not stands_in else None
    if leaning:
        return Turn(Wants.ANSWER, leaning, {bare: leaning}, leans=True, other=True)
    named = memory.names.find(line)
    if memory.question and named and told[0] in {"and", "what", "how"} and _only_a_name(told, named):
        instead = _instead(memory, named[-1].typed)
        if instead:
            return Turn(Wants.ANSWER, instead, {bare: instead})
    turn = _with_names(line, memory, [name.entity for name in named])
    if not content and asking and stands_in and not turn.read_as:  # "who are they", and nobody was named
        return Turn(Wants.NOTHING, line)
    return replace(turn, other="else" in told)


def _leaning(told: Sequence[str], content: set[str], memory: Memory) -> str | None:
    """Ask the last question otherwise: "why?", "how many?", "who else?"."""
    asked = _without_asking(memory.question)
    if not content <= _MEASURE or not {"it", "you", "i"}.isdisjoint(told) or len(asked.split()) < 2:
        return None
    word = next(word for word in told if word in grammar.INTERROGATIVES)
    if "else" in told:
        return f"{word} else {asked}" if len(told) == 2 else None
    measure = [each for each in told if stems([each])[0] in _MEASURE]
    return " ".join([word, *measure, asked])


def _asks_where_from(told: Sequence[str], asking: frozenset[str]) -> bool:
    """Tell "where does it say so?" and "source" from "what was said"."""
    if not {"know", "knows"}.isdisjoint(told):
        return "how" in told
    return not asking.isdisjoint({"where", "who", "how"}) or len(told) == 1 or "source" in told


def _without_asking(question: str) -> str:
    """Drop what a question begins with to ask: "who led it" -> "led it", "tell me about it" -> "it"."""
    typed = question.rstrip(" ?").split()
    if typed and typed[0].lower() == "and":
        del typed[0]
    if [word.lower() for word in typed[:3]] == ["tell", "me", "about"]:
        return " ".join(typed[3:])
    if typed and typed[0].lower() in grammar.INTERROGATIVES:
        del typed[0]
        if typed and stems([typed[0].lower()])[0] in _MEASURE:  # "how many boats sank" -> "boats sank"
            del typed[0]
    return " ".join(typed)


def _only_a_name(told: Sequence[str], named: Sequence[Mention]) -> bool:
    """Tell whether a line is "and X?" or "what about X?"."""
    names = {word for name in named for word in words(name.typed)}
    rest = [word for word in told if word not in names]
    return rest == ["and"] or (rest[-1:] == ["about"] and all(word in STOP for word in rest))


def _instead(memory: Memory, name: str) -> str | None:
    """Ask the last question of another one."""
    before = memory.names.find(memory.question)
    if not before:
        return None
    entity, typed = before[-1]
    known = any(each.lower().endswith("s") for each in entity.names)
    owns = typed.endswith(("'s", "’s")) or (typed.endswith("s") and not known)
    name = f"{name.removesuffix('’s')}’s" if owns else name  # "medinskis role"
    asked = memory.question[4:] if memory.question.lower().startswith("and ") else memory.question
    return asked.replace(f"the {typed}", name).replace(typed, name)


def _with_names(line: str, memory: Memory, named: Sequence[Entity]) -> Turn:
    """Put names in the place of pronouns, unless the line itself names who is meant."""
    known = any(entity.kind == "person" for entity in named)
    group = None if named else memory.group
    out: list[str] = []
    read_as: dict[str, str] = {}
    typed = line.split()
    for at, word in enumerate(typed):
        bare = word.strip(MARKS).lower()
        person = memory.person(bare) if bare in _PERSON and not known else None
        meant = person or (group if bare in _GROUP else None)
        if meant is None:
            out.append(word)
            continue
        owns = bare in _POSSESSIVE and (bare != "her" or _owned(typed[at + 1 : at + 2]))
        out.append(f"{meant.name}’s" if owns else meant.name)
        read_as[bare] = meant.name
    return Turn(Wants.ANSWER, " ".join(out), read_as)


def _owned(following: Sequence[str]) -> bool:
    """Tell whether what stands after "her" is hers."""
    return bool(following) and following[0].strip(MARKS).lower() not in STOP
