"""Read a line of a conversation: whom "he" means, what "why?" asks for, what to show next."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from msgspec import Struct

from talkscli.language import grammar
from talkscli.language.words import STOP, phrase_key, stems, words
from talkscli.lookup.results import Answer
from talkscli.store.model import Entity, Fact, Store

LONGEST_NAME = 5  # words

_PERSON = grammar.HE | grammar.SHE | {"himself", "herself"}
_GROUP = grammar.THEY | {"themselves"}
_POSSESSIVE = frozenset("his her hers their theirs".split())
_MARKS = "?!.,;:"
_MORE = frozenset(stems("more continue else further next go tell".split()))
_MEASURE = frozenset(stems("many much long often old far".split()))  # "how many?"
_SOURCE = frozenset(stems("say says said source sources stand stands from know written cite".split()))


class Wants(Enum):
    """What a line of a conversation wants."""

    ANSWER = auto()
    MORE = auto()
    SOURCE = auto()


class Turn(Struct, frozen=True):
    """A line of a conversation as it was read."""

    wants: Wants
    question: str
    """What to ask, with names for pronouns."""
    read_as: dict[str, str] = {}
    """What was read otherwise than typed: {"she": "Anna Berg"}."""
    leans: bool = False
    """Whether it is but a question word, which asks the last question otherwise."""


class Memory:
    """Whom and what a conversation was about."""

    def __init__(self, store: Store) -> None:
        """Begin a conversation about a store."""
        self._entities = {entity.id: entity for entity in store.entities}
        self._keys: dict[str, Entity] = {}
        for entity in store.entities:
            for name in (entity.name, *entity.aliases):
                self._keys.setdefault(phrase_key(name), entity)
        self._keys.pop("", None)  # "—" is no name
        self.question = ""
        """What was asked last, with names for pronouns."""
        self.fact: Fact | None = None
        """What was shown last."""
        self.person: Entity | None = None
        """Whom "he" and "she" mean."""
        self.group: Entity | None = None
        """Which country, organisation or place "they" means; of several, none."""

    def keep(self, reply: Answer, *, leans: bool = False) -> None:
        """Remember a question and its answer; of one that leans on the last question, only the answer."""
        spelled = " ".join([reply.question, *reply.read_as.values()])
        self.question = self.question if leans else reply.question
        self.show(reply.answer, [entity for entity, _ in self.mentioned(spelled)])

    def show(self, fact: Fact | None, named: Iterable[Entity] = ()) -> None:
        """Remember what was shown, and whom it is about besides those named."""
        self.fact = fact
        near = [*named, *self._known([*fact.subject, fact.speaker] if fact else ())]
        told = [*near, *self._known(fact.about if fact else ())]
        self.person = next((entity for entity in told if entity.kind == "person"), self.person)
        groups = {entity.id: entity for entity in near if entity.kind in {"country", "organisation", "place"}}
        if near:
            self.group = next(iter(groups.values())) if len(groups) == 1 else None

    def _known(self, ids: Iterable[str | None]) -> list[Entity]:
        return [self._entities[ident] for ident in ids if ident in self._entities]

    def mentioned(self, text: str) -> list[tuple[Entity, str]]:
        """Find the names in a text: each entity with the words that name it."""
        typed = text.split()
        keys = [phrase_key(word) for word in typed]
        found: list[tuple[Entity, str]] = []
        at = 0
        while at < len(typed):
            for size in range(min(LONGEST_NAME, len(typed) - at), 0, -1):
                entity = self._keys.get(" ".join(keys[at : at + size]))
                if entity and (size > 1 or keys[at] not in STOP):
                    found.append((entity, " ".join(typed[at : at + size]).strip(_MARKS)))
                    at += size - 1
                    break
            at += 1
        return found


def read(line: str, memory: Memory) -> Turn:
    """Read a line as part of its conversation.

    Args:
        line: What was typed.
        memory: What was said before.

    Returns:
        What it wants, with pronouns, a bare "why?" and "what about …?" filled in from what was said before.
    """
    told = words(line)
    bare = line.rstrip(_MARKS)
    content = set(stems([word for word in told if word not in STOP]))
    asking = grammar.INTERROGATIVES.intersection(told)
    stands_in = not (_PERSON | _GROUP).isdisjoint(told)
    if content <= _MORE and (content or not {"more", "else"}.isdisjoint(told)):
        return Turn(Wants.MORE, line)
    if memory.question and content and content <= _SOURCE and not stands_in and _asks_where_from(told, asking):
        return Turn(Wants.SOURCE, line)
    if memory.question and content <= _MEASURE and len(asking) == 1 and not stands_in and "it" not in told:
        measure = [word for word in told if stems([word])[0] in _MEASURE]
        question = " ".join([min(asking), *measure, _without_asking(memory.question)])
        return Turn(Wants.ANSWER, question, {bare: question}, leans=True)
    named = memory.mentioned(line)
    if memory.question and named and told[0] in {"and", "what", "how"} and _only_a_name(told, named):
        instead = _instead(memory, named[-1][1])
        if instead:
            return Turn(Wants.ANSWER, instead, {bare: instead})
    return _with_names(line, memory, [entity for entity, _ in named])


def _asks_where_from(told: Sequence[str], asking: frozenset[str]) -> bool:
    """Tell "where does it say so?" and "source" from "what was said"."""
    return not asking.isdisjoint({"where", "who", "how"}) or len(told) == 1 or "source" in told


def _without_asking(question: str) -> str:
    """Drop what a question begins with to ask: "who led it" -> "led it", "tell me about it" -> "it"."""
    typed = question.rstrip(" ?").split()
    if [word.lower() for word in typed[:3]] == ["tell", "me", "about"]:
        return " ".join(typed[3:])
    if typed and typed[0].lower() in grammar.INTERROGATIVES:
        del typed[0]
        if typed and stems([typed[0].lower()])[0] in _MEASURE:  # "how many boats sank" -> "boats sank"
            del typed[0]
    return " ".join(typed)


def _only_a_name(told: Sequence[str], named: Sequence[tuple[Entity, str]]) -> bool:
    """Tell whether a line is "and X?" or "what about X?"."""
    names = {word for _, typed in named for word in words(typed)}
    rest = [word for word in told if word not in names]
    return rest == ["and"] or (rest[-1:] == ["about"] and all(word in STOP for word in rest))


def _instead(memory: Memory, name: str) -> str | None:
    """Ask the last question of another one."""
    before = memory.mentioned(memory.question)
    if not before:
        return None
    entity, typed = before[-1]
    owns = typed.endswith("s") and not any(known.lower().endswith("s") for known in (entity.name, *entity.aliases))
    name = f"{name.removesuffix('’s')}’s" if owns else name  # "medinskis role"
    return memory.question.replace(f"the {typed}", name).replace(typed, name)


def _with_names(line: str, memory: Memory, named: Sequence[Entity]) -> Turn:
    """Put names in the place of pronouns, unless the line itself names who is meant."""
    person = None if any(entity.kind == "person" for entity in named) else memory.person
    group = None if named else memory.group
    out: list[str] = []
    read_as: dict[str, str] = {}
    typed = line.split()
    for at, word in enumerate(typed):
        bare = word.strip(_MARKS).lower()
        meant = person if bare in _PERSON else group if bare in _GROUP else None
        if meant is None:
            out.append(word)
            continue
        owns = bare in _POSSESSIVE and (bare != "her" or _owned(typed[at + 1 : at + 2]))
        out.append(f"{meant.name}’s" if owns else meant.name)
        read_as[bare] = meant.name
    return Turn(Wants.ANSWER, " ".join(out), read_as)


def _owned(following: Sequence[str]) -> bool:
    """Tell whether what stands after "her" is hers."""
    return bool(following) and following[0].strip(_MARKS).lower() not in STOP
