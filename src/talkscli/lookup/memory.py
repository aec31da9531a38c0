"""Whom and what a conversation was about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from talkscli.language import grammar, vocabulary
from talkscli.language.words import STOP, words
from talkscli.lookup.names import Names
from talkscli.lookup.results import Answer
from talkscli.store.model import Entity, Fact, Store

_PERSON = {
    **dict.fromkeys(grammar.HE | {"himself"}, "f"),
    **dict.fromkeys(grammar.SHE | {"herself"}, "m"),
}  # and of which sex they are not
_REMEMBERED = 8  # persons


class Memory:
    """Whom and what a conversation was about."""

    def __init__(self, store: Store) -> None:
        """Begin a conversation about a store."""
        self.names = Names(store)
        self._entities = {entity.id: entity for entity in store.entities}
        self._people: list[Entity] = []
        self._near: list[Entity] = []  # whom the last line named, and of whom its answer tells
        self.question = ""
        """What was asked last, with names for pronouns."""
        self.fact: Fact | None = None
        """What was shown last."""
        self.group: Entity | None = None
        """Which country, organisation or place "they" and "it" mean; of several, none."""
        self.plural = ""
        """What else "they" may mean: the one noun in the plural of the last question, "the boats"."""
        self.told: frozenset[str] = frozenset()
        """The ids of all that was shown."""

    def keep(self, reply: Answer, *, leans: bool = False) -> None:
        """Remember a question and its answer; of one that leans on the last question, not itself."""
        if not leans:
            self.question = reply.question
            self.plural = _plural(words(reply.question))
        spelled = " ".join([reply.question, *reply.read_as.values()])
        self.show(reply.answer, [name.entity for name in reversed(self.names.find(spelled))])

    def show(self, fact: Fact | None, named: Iterable[Entity] = ()) -> None:
        """Remember what was shown, and whom it is about besides those named, the last one first."""
        self.fact = fact
        self.told |= {fact.id} if fact else set()
        near = [*named, *self._known([*fact.subject, fact.speaker] if fact else ())]
        told = [name.entity for name in reversed(self.names.find(fact.answer))] if fact else []
        everybody = [*near, *told, *self._known(fact.about if fact else ()), *self._people]
        self._people = list({e.id: e for e in everybody if e.kind == "person"}.values())[:_REMEMBERED]
        groups = {entity.id: entity for entity in near if entity.kind in {"country", "organisation", "place"}}
        if near:
            self._near = near
            self.group = next(iter(groups.values())) if len(groups) == 1 else None

    def person(self, pronoun: str, but: Sequence[Entity] = ()) -> Entity | None:
        """Tell whom "he" or "she" means: who was named last, may be called so, and is none of some others."""
        return next((p for p in self._people if _sex(p) != _PERSON[pronoun] and p not in but), None)

    def other_side(self) -> Entity | None:
        """Tell which side "the other side" is: the one that is told of by far most often beside that spoken of last."""
        own = next((each.side or each.id for each in self._near if each.side or each.kind == "country"), None)
        beside = Counter(
            ident
            for fact in self.names.store.facts
            if own in fact.about
            for ident in fact.about
            if ident != own and ident in self._entities and self._entities[ident].kind == "country"
        )
        (first, most), (_, next_most) = [*beside.most_common(2), ("", 0), ("", 0)][:2]
        return self._entities[first] if most > 2 * next_most else None

    def _known(self, ids: Iterable[str | None]) -> list[Entity]:
        return [self._entities[ident] for ident in ids if ident in self._entities]


def _plural(told: Sequence[str]) -> str:
    """Take the one noun in the plural of a question; what follows "who" is a verb."""
    some = (word for before, word in pairwise(["", *told]) if before not in grammar.RELATIVES and word not in STOP)
    nouns = [word for word in some if word.endswith("s") and vocabulary.is_ordinary(vocabulary.singular(word))]
    return f"the {nouns[0]}" if len(nouns) == 1 and not nouns[0].endswith("ss") else ""


def _sex(person: Entity) -> str | None:
    """Tell whether a given name is a man's (m), a woman's (f), or both (mf), where it is known."""
    return vocabulary.given_names().get(person.name.partition(" ")[0])
