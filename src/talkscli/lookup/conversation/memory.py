"""Whom and what a conversation was about."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from talkscli.language import grammar, offices, parts, vocabulary
from talkscli.language.frequency import zipf
from talkscli.language.words import STOP, words
from talkscli.lookup.conversation.thing import thing
from talkscli.lookup.names import MARKS, Mention, Names
from talkscli.lookup.results import SURE, Answer
from talkscli.lookup.wording.definite import written
from talkscli.lookup.wording.proper import is_word
from talkscli.store.model import Entity, Fact, Store

_PERSON = {
    **dict.fromkeys(grammar.HE | {"himself"}, "f"),
    **dict.fromkeys(grammar.SHE | {"herself"}, "m"),
}  # and of which sex they are not
_BEFORE_NOUNS = grammar.ARTICLES | frozenset("many which what these those".split())
_POINTING = grammar.PERSONAL | {"that", "this"}
_MANY = 4  # names that "they" is put into
_REMEMBERED = 8  # persons
_FRESH = 4  # answers after which a pronoun still means whom the first told of


class Memory:
    """Whom and what a conversation was about."""

    def __init__(self, store: Store) -> None:
        """Begin a conversation about a store."""
        self.names = Names(store)
        self._entities = {entity.id: entity for entity in store.entities}
        self._people: list[Entity] = []
        self._near: list[Entity] = []  # whom the last line named, and of whom its answer tells
        self._turn = 0
        self._thing_told = 0  # in which turn the thing was
        self._seen: dict[str, int] = {}  # in which turn each was named last
        self.question = ""
        """What was asked last, with names for pronouns."""
        self.answer: Fact | None = None
        """What answered that question."""
        self.fact: Fact | None = None
        """What was shown last."""
        self.last: Sequence[Fact] = ()
        """What was told last, in the order of time where it was several: a refusal tells nothing."""
        self.group: Entity | None = None
        """Which country, organisation or place "they" and "it" mean; of several, none."""
        self.named = False
        """Whether the last question named that one, or asked who did something."""
        self.asked_of: Entity | None = None
        """The last such one that a question named, or asked for."""
        self.plural = ""
        """What else "they" may mean: the one noun in the plural of the last question, "the boats"."""
        self.thing = ""
        """What else "it" may mean: the one thing that the last question was about, "the war"."""
        self.refusal: Answer | None = None
        """The reply to the last question, if it had no answer."""
        self.several = ""
        """Those whose act the last answer tells, where they are more than one: "Norland and the Board"."""
        self.told: frozenset[str] = frozenset()
        """The ids of all that was shown."""

    def keep(self, reply: Answer, *, leans: bool = False, of: str = "") -> None:
        """Remember a question and its answer; of one that leans on the last question, not itself.

        Args:
            reply: What was answered.
            leans: Whether the question leans on the last one.
            of: Whom it was about ("and X?"): that one comes before whom the answer tells of.
        """
        if not leans:
            self.question, self.answer = reply.question, reply.answer
            self.refusal = None if reply.answered else reply
            told = words(reply.question)
            kept = "" if _POINTING.isdisjoint(told) else self.plural
            known = (m for m in self.mentions(reply.question) if m.entity.id in self._entities)
            names = {part for mention in known for part in words(mention.typed)}
            self.plural = _plural(told, names) or kept
            self._keep_thing(reply)
        self.thing = "" if of else self.thing
        spelled = " ".join([reply.question, *reply.read_as.values()])
        named = [name.entity for name in self.mentions(spelled) if name.typed.lower() not in reply.read_as]
        stood_for = " ".join([meant for typed, meant in reply.read_as.items() if typed in _PERSON])
        named = [name.entity for name in self.mentions(stood_for)] + named[::-1]
        meant = [name.entity for name in self.mentions(of)]
        if reply.answer and reply.confidence < SURE:  # it may tell of others
            meant = meant or named
        self.show(reply.answer, named, meant)
        self.named = words(reply.question)[:1] == ["who"] or self.group in named
        self.asked_of = self.group if self.named else self.asked_of

    def _keep_thing(self, reply: Answer) -> None:
        """Remember the thing that a question is about; the one before, unless the question names somebody instead."""
        if self.thing and self.thing.lower() in reply.question.lower():
            self._thing_told = self._turn
            return
        near = [reply.answer, *[hit.fact for hit in reply.related]] if reply.answer else ()
        if new := self._thing(reply.question, near):
            self.thing, self._thing_told = new, self._turn
        elif _POINTING.isdisjoint([*words(reply.question), *reply.read_as]) or self._turn - self._thing_told >= _FRESH:
            self.thing = ""

    def _thing(self, question: str, near: Iterable[Fact]) -> str:
        return thing(question, [name for entity in self.names.store.entities for name in entity.names], near)

    def choose(self, question: str, fact: Fact | None, named: Iterable[Entity] = ()) -> None:
        """Remember a question whose answer was shown without being looked for."""
        self.question, self.answer, self.refusal = question, fact, None
        self.thing, self._thing_told = self._thing(question, [fact] if fact else ()), self._turn
        self.show(fact, named)

    def show(self, fact: Fact | None, named: Iterable[Entity] = (), of: Sequence[Entity] = ()) -> None:
        """Remember what was shown: of whom it was asked first, then whom it tells of, then those named."""
        self.fact = fact
        self.last = (fact,) if fact else self.last
        self.several = self._together(fact) if fact else ""
        self._turn += 1
        self.told |= {fact.id} if fact else set()
        own, named = [*of] or self._known([*fact.subject, fact.speaker] if fact else ()), list(named)
        near = [*own, *named]
        told = [name.entity for name in reversed(self.names.find(fact.answer))] if fact else []
        now = [*near, *told, *self._known(fact.about if fact else ())]
        self._seen |= dict.fromkeys([each.id for each in now], self._turn)
        everybody = [*now, *filter(self._is_fresh, self._people)]
        self._people = list({e.id: e for e in everybody if e.kind == "person"}.values())[:_REMEMBERED]
        if near:
            self._near = [*named, *own]
            groups = list(filter(None, [_groups(own), _groups(named)]))
            self.group = next(iter(groups[0].values())) if groups and len(groups[0]) == 1 else None
        elif self.group and not self._is_fresh(self.group):
            self.group = None

    def _together(self, fact: Fact) -> str:
        names = [self.written(each) for each in self._known(dict.fromkeys(fact.subject))][: _MANY + 1]
        return f"{', '.join(names[:-1])} and {names[-1]}" if 1 < len(names) <= _MANY else ""

    def _is_fresh(self, entity: Entity) -> bool:
        return self._turn - self._seen.get(entity.id, 0) <= _FRESH

    def mentions(self, text: str) -> list[Mention]:
        """Find the names in a text, those of the store and others; and "the mayor", who is nobody of the store."""
        found = self.names.find(text)
        typed = [word.strip(MARKS) for word in text.split()]
        known = {word for each in found for word in each.typed.split()}
        others = []
        for at, word in enumerate(typed):
            if word in known:
                continue
            if (first := _article(typed[:at])) is not None and offices.is_person(word.lower()):
                phrase = " ".join(typed[first : at + 1])
                others.append(_nobody(f"{phrase[:1].lower()}{phrase[1:]}", phrase))
            elif _is_name(word):
                others.append(_nobody(word.capitalize() if word.islower() else word, word))
        return sorted([*found, *others], key=lambda each: text.find(each.typed))

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

    def written(self, entity: Entity) -> str:
        """Write a name as a sentence would: "the Harbour Board"."""
        return written(entity, self.names.store.facts)

    def article(self, name: Mention) -> str:
        """Return "the " where a name, as it was typed, has that before it in a sentence, else nothing."""
        its = name.typed.lower().partition(" ")[0] in grammar.ARTICLES
        other = name.entity.kind == "country" and " " in name.entity.name and " " not in name.typed
        if its or (other and not name.typed.isupper()):
            return ""  # "Moe", which are the Moe Islands
        return "the " if self.written(name.entity) != name.entity.name else ""

    def _known(self, ids: Iterable[str | None]) -> list[Entity]:
        return [self._entities[ident] for ident in ids if ident in self._entities]


def _plural(told: Sequence[str], names: Container[str]) -> str:
    """Take the one noun in the plural of a question, names aside; what follows "who" is a verb."""
    nouns = [word for at, word in enumerate(told) if word not in STOP and word not in names and _is_many(told, at)]
    return f"the {nouns[0]}" if len(nouns) == 1 else ""


def _is_many(told: Sequence[str], at: int) -> bool:
    """Tell whether a word is a noun in the plural; behind "how many", "the black" also one that somebody is called."""
    word, before = told[at], told[max(0, at - 2) : at]
    if not word.endswith("s") or word.endswith("ss") or not grammar.RELATIVES.isdisjoint(before[-1:]):
        return False
    singles = [vocabulary.singular(word), word.removesuffix("es")]
    noun = not _BEFORE_NOUNS.isdisjoint(before) and any(map(zipf, singles))
    return noun or any(map(vocabulary.is_ordinary, singles))


def _groups(entities: Iterable[Entity]) -> dict[str, Entity]:
    return {entity.id: entity for entity in entities if entity.kind in {"country", "organisation", "place"}}


def _article(before: Sequence[str]) -> int | None:
    """Find the article before a noun, next to it or to adjectives: "the | new"."""
    at = len(before) - 1
    while at > 0 and parts.is_adjective(before[at].lower()) and before[at].islower():
        at -= 1
    return at if at >= 0 and before[at].lower() in grammar.ARTICLES else None


def _nobody(name: str, typed: str) -> Mention:
    """Make a person whom the store does not know."""
    return Mention(Entity(id=f"?{name.lower()}", name=name, kind="person"), typed)


def _is_name(word: str) -> bool:
    """Tell whether a word can be nothing but a name."""
    low = word.lower()
    single = vocabulary.singular(low)
    unknown = not zipf(single) or vocabulary.is_given(low.capitalize())
    return len(low) > 2 and low.isalpha() and unknown and low not in STOP and not (is_word(low) or is_word(single))


def _sex(person: Entity) -> str | None:
    """Tell whether a given name is a man's (m), a woman's (f), or both (mf), where it is known."""
    return vocabulary.given_names().get(person.name.partition(" ")[0])
