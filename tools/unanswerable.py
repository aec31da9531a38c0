"""Questions that look answerable and are not, made of those that are: for sets that have too few of them.

A name is replaced by one that the store does not have or by another of the store, two names change places, the act is
replaced by another or denied, and instead of when it is asked why. Of people it is asked who they are.
"""

import random
import re

import msgspec
from sets import Case, Set, part

from talkscli.language import frequency
from talkscli.language.grammar import AUXILIARIES
from talkscli.language.vocabulary import gazetteer, given_names
from talkscli.search.answer_types import WANTED
from talkscli.search.engine import Engine
from talkscli.search.query import read
from talkscli.store.model import Entity, Store

ASKING = ("why", "when", "where")
_SIDES = re.compile(r"\b(?:and|or|both|between|with|meet|met)\b")
DENIED = {"what", "which", "who", "where", "when", "how"}  # "why not" is answered by what denies
_DENIES = re.compile(r"\b(?:no[nrt]?|never|nobody|nothing|none|neither|without|cannot)\b|n['’]t\b", re.IGNORECASE)


def questions(given: list[Set], rng: random.Random) -> list[Set]:
    """Make sets of questions of each kind, for the stores of these sets."""
    shipped = [one for one in given if any(fact.phrasings for fact in one.store.facts)]
    sets = [*given, *map(plain, shipped)]
    return [
        *strangers(sets),
        *impostors(sets, rng),
        *altered(sets, rng),
        *denying(sets),
        *introducing(sets),
        *otherwise(sets),
        *(swapped(one, rng) for one in (*shipped, *map(plain, shipped))),
        *(exchanged(one) for one in (*shipped, *map(plain, shipped))),
    ]


def strangers(sets: list[Set], most: int = 150) -> list[Set]:
    """Ask each store what the sets on other stores ask: nothing of it has an answer there."""
    found = []
    for one in {s.name: s for s in sets}.values():
        ids = {f.id for f in one.store.facts}
        others = [c for s in sets if ids.isdisjoint(f.id for f in s.store.facts) for c in s.cases]
        step = max(1, len(others) // most)
        cases = [Case(c.question, "foreign", part(c.question), frozenset()) for c in others[::step]]
        if cases and all(c.kind != "foreign" for c in one.cases):
            found.append(Set(f"{one.name}, foreign", one.store, cases))
    return found


def impostors(sets: list[Set], rng: random.Random) -> list[Set]:
    """Ask about somebody else: a name in a question becomes one that the store does not have."""
    people = sorted(name for name in given_names() if len(name) > 4)
    others = sorted({known.name for known in gazetteer().values()})
    found = []
    for one in sets:
        named = {name.casefold(): e.kind for e in one.store.entities for name in (e.name, *e.aliases) if len(name) > 3}
        text = " ".join(named) + " ".join(f.answer.casefold() for f in one.store.facts)
        strange = [name for name in others if name.casefold() not in text]
        cases = []
        for case in one.cases:
            lower = case.question.casefold()
            name = max((name for name in named if f" {name} " in f" {lower} "), key=len, default=None)
            if name is None or not case.gold:
                continue
            new = (
                f"{rng.choice(people)}{rng.choice(['ov', 'sen', 'ez', 'ic', 'ak'])}"
                if named[name] == "person"
                else rng.choice(strange)
            )
            asked = f" {lower} ".replace(f" {name} ", f" {new if case.question != lower else new.lower()} ").strip()
            cases.append(Case(asked, "absent name", case.part, frozenset()))
        found.append(Set(f"{one.name}, absent names", one.store, cases))
    return found


def swapped(one: Set, rng: random.Random) -> Set:
    """Ask the same of somebody else of the store: the fact that tells it of the one named no longer answers."""
    facts = one.store.facts
    cases = []
    for case in one.cases:
        told = {i for n in case.gold for i in facts[n].about}
        for name, entity in _named(one.store, case.question) if case.gold else ():
            others = [e for e in one.store.entities if e.kind == entity.kind and e.id not in told]
            if entity.id in told and others:
                other = rng.choice(others)
                new = min((other.name, *other.aliases[:2]), key=len).casefold()
                asked = f" {case.question.casefold()} ".replace(f" {name} ", f" {new} ")
                cases.append(Case(asked.strip(), "somebody else", case.part, frozenset()))
    return Set(f"{one.name}, somebody else", one.store, cases)


def exchanged(one: Set) -> Set:
    """Ask who did it to whom the wrong way round: two names of a question change places, unless they are one side."""
    cases = []
    for case in one.cases:
        lower = f" {case.question.casefold()} "
        named = sorted(_named(one.store, case.question), key=lambda found: lower.index(f" {found[0]} "))
        if len(named) != 2 or not case.gold or _SIDES.search(lower):
            continue
        (first, _), (second, _) = named
        asked = lower.replace(f" {first} ", " \0 ").replace(f" {second} ", f" {first} ").replace("\0", second)
        cases.append(Case(asked.strip(), "wrong way round", case.part, frozenset()))
    return Set(f"{one.name}, wrong way round", one.store, cases)


def _named(store: Store, question: str) -> list[tuple[str, Entity]]:
    """The longest name of each entity that a question names, as it stands there in small letters."""
    lower = f" {question.casefold()} "
    found: dict[str, tuple[str, Entity]] = {}
    for entity in store.entities:
        names = [n.casefold() for n in (entity.name, *entity.aliases) if f" {n.casefold()} " in lower]
        if names:
            name = max(names, key=len)
            if not any(name in other for other in found):
                found = {other: told for other, told in found.items() if other not in name} | {name: (name, entity)}
    return list(found.values())


def otherwise(sets: list[Set]) -> list[Set]:
    """Ask why instead of when, and so on: facts that hold no such answer, and are not asked for it, have none."""
    found = []
    for one in sets:
        engine = Engine.of(one.store)
        cases = []
        for case in one.cases:
            first, *rest = case.question.casefold().split() or [""]
            if first in AUXILIARIES:
                rest = [first, *rest]
            elif first not in ASKING or not rest or rest[0] not in AUXILIARIES:
                continue
            docs = engine.index.docs(sorted(case.gold))
            for asking in ASKING:
                held = WANTED[asking] | {f"?{asking}"}
                if docs and asking != first and all(held.isdisjoint(doc.holds | doc.tokens) for doc in docs):
                    cases.append(Case(" ".join([asking, *rest]), "asked otherwise", case.part, frozenset()))
        engine.close()
        found.append(Set(f"{one.name}, asked otherwise", one.store, cases))
    return found


def altered(sets: list[Set], rng: random.Random) -> list[Set]:
    """Ask for something else of the same: the word for what is done, or for what is asked, becomes another of its frequency."""
    common = sorted(word for word in frequency.listed() if 3 < len(word) < 10)
    found = []
    for one in sets:
        engine = Engine.of(one.store)
        held = sorted(word for first in "abcdefghijklmnoprstuvw" for word in engine.index.words(first, 4, 10))
        cases = []
        for case in one.cases:
            query = read(engine.index, case.question)
            at = query.relations.verb if query.relations.verb is not None else query.relations.focus
            if at is None or not case.gold or query.terms[at].key[0] == "@":
                continue
            other = rng.choice(held if rng.random() < 0.5 else common)
            asked = case.question.casefold().replace(query.terms[at].typed.casefold(), other)
            cases.append(Case(asked, "something else", case.part, frozenset()))
        engine.close()
        found.append(Set(f"{one.name}, something else", one.store, cases))
    return found


def denying(sets: list[Set]) -> list[Set]:
    """Ask what is not so: "what was discussed" becomes "what was not discussed", which a fact that denies nothing leaves open."""
    found = []
    for one in sets:
        cases = []
        for case in one.cases:
            first, *rest = case.question.casefold().split() or [""]
            at = next((n for n, word in enumerate(rest[:4]) if word in AUXILIARIES), None)
            told = " ".join(one.store.facts[n].answer for n in case.gold)
            if not case.gold or first not in DENIED or at is None or _DENIES.search(f"{case.question} {told}"):
                continue
            asked = " ".join([first, *rest[: at + 1], "not", *rest[at + 1 :]])
            cases.append(Case(asked, "denied", case.part, frozenset()))
        found.append(Set(f"{one.name}, denied", one.store, cases))
    return found


def introducing(sets: list[Set]) -> list[Set]:
    """Ask bare sentences who each person is: those answer it that have the role beside the name."""
    found = []
    for one in sets:
        engine = Engine.of(one.store)
        docs = engine.index.docs(range(engine.index.size))
        cases = []
        for n, entity in enumerate(one.store.entities):
            if entity.kind == "person" and not any(doc.asked for doc in docs):
                right = frozenset(row for row, doc in enumerate(docs) if f"role@{n}" in doc.holds)
                asked = f"who is {entity.name}"
                cases.append(Case(asked, "who is who", part(asked), right))
        engine.close()
        found.append(Set(f"{one.name}, who is who", one.store, cases))
    return found


def plain(one: Set) -> Set:
    """The same store without phrasings: plain pairs of a question and its answer."""
    facts = tuple(msgspec.structs.replace(fact, phrasings=()) for fact in one.store.facts)
    store = Store(facts=facts, entities=one.store.entities, sources=one.store.sources, synonyms=one.store.synonyms)
    return Set(f"{one.name}, plain pairs", store, one.cases)
