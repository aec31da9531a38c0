"""Questions that look answerable and are not, made of those that are: for sets that have too few of them.

A name is replaced by one that the store does not have or by another of the store, two names change places, the act is
replaced by another or denied, and instead of when it is asked why. Of people it is asked who they are.
"""

import random
import re

import msgspec
from sets import Case, Set, part

from talkscli.language import frequency
from talkscli.language.calendar import MONTHS, WEEKDAYS
from talkscli.language.grammar import AUXILIARIES, NEGATED
from talkscli.language.related import related
from talkscli.language.vocabulary import gazetteer, given_names
from talkscli.search.confidence import TELLING
from talkscli.search.engine import Engine
from talkscli.search.question.answer_types import WANTED
from talkscli.search.question.query import read
from talkscli.store.model import Entity, Store

ASKING = ("why", "when", "where")
_SIDES = re.compile(r"\b(?:and|or|both|between|with|meet|met)\b")
OFFICES = ("president", "prime minister", "minister", "spokesperson", "leader", "chief executive", "director", "chair")
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
        *denying(sets, rng),
        *presiding(sets),
        *introducing(sets),
        *otherwise(sets),
        *borrowed(sets, rng),
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


def borrowed(sets: list[Set], rng: random.Random, most: int = 50) -> list[Set]:
    """Ask what other sets ask of somebody else: of whom a store tells nothing like it, it has no answer."""
    asked: dict[str | None, list[tuple[int, str]]] = {}
    for n, one in enumerate(sets):
        for case in one.cases:
            named = _named(one.store, case.question)
            if len(named) == 1:
                name, entity = named[0]
                blank = f" {case.question.casefold()} ".replace(f" {name} ", " \0 ").strip()
                asked.setdefault(entity.kind, []).append((n, blank))
    found = []
    for n, one in enumerate(sets):
        people = [entity for entity in one.store.entities if entity.kind in asked]
        if not people or any(fact.phrasings for fact in one.store.facts):
            continue
        engine = Engine.of(one.store)
        docs = engine.index.docs(range(engine.index.size))
        cases = []
        for _ in range(most):
            entity = rng.choice(people)
            whence, blank = rng.choice(asked[entity.kind])
            question = blank.replace("\0", entity.name)
            terms = read(engine.index, question).terms
            content = {token for term in terms if term.key[0] != "@" for token in (*term.variants, *related(term.key))}
            token = f"@{one.store.entities.index(entity)}"
            about = (
                doc.all_tokens() | doc.context for doc in docs if token in doc.context or token in doc.all_tokens()
            )
            if whence != n and content and all(content.isdisjoint(tokens) for tokens in about):
                cases.append(Case(question, "borrowed", part(question), frozenset()))
        engine.close()
        found.append(Set(f"{one.name}, borrowed", one.store, cases))
    return found


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
    """Ask for something else of the same: a word becomes another of its frequency.

    The word is that for what is done or what is asked; in sets of their own any other word of weight, and a number, a
    month or a day of the week.
    """
    common = sorted(word for word in frequency.listed() if 3 < len(word) < 10)
    found = []
    for one in sets:
        engine = Engine.of(one.store)
        held = sorted(word for first in "abcdefghijklmnoprstuvw" for word in engine.index.words(first, 4, 10))
        acts: list[Case] = []
        things: list[Case] = []
        times: list[Case] = []
        for case in one.cases:
            query = read(engine.index, case.question)
            relations = query.relations
            at = relations.verb if relations.verb is not None else relations.focus
            others = [
                n for n, term in enumerate(query.terms) if n != at and term.key.isalpha() and term.rarity > TELLING
            ]
            told = " ".join(one.store.facts[n].answer for n in case.gold).casefold()
            for cases, chosen in ((acts, at), (things, rng.choice(others) if others else None)):
                if chosen is not None and case.gold and query.terms[chosen].key[0] != "@":
                    other = rng.choice(held if rng.random() < 0.5 else common)
                    asked = case.question.casefold().replace(query.terms[chosen].typed.casefold(), other)
                    if other not in told:
                        cases.append(Case(asked, "something else", case.part, frozenset()))
            if case.gold and (later := _at_another_time(case.question, told, rng)):
                times.append(Case(later, "another time", case.part, frozenset()))
        engine.close()
        found += [
            Set(f"{one.name}, something else", one.store, acts),
            Set(f"{one.name}, another thing", one.store, things),
            Set(f"{one.name}, another time", one.store, times),
        ]
    return found


def _at_another_time(question: str, told: str, rng: random.Random) -> str | None:
    """Replace a number, a month or a day of the week by another that is not told; None where there is none."""
    lower = question.casefold()
    for names in (MONTHS, WEEKDAYS):
        row = [name.casefold() for name in names if name != "May"]  # which is mostly a verb
        named = [name for name in row if re.search(rf"\b{name}\b", lower)]
        others = [name for name in row if name not in named and name not in told]
        if named:
            return lower.replace(named[0], rng.choice(others)) if others else None
    number = re.search(r"\b\d{1,4}\b", lower)
    if number is None:
        return None
    other = str(int(number[0]) + rng.choice([-3, -2, -1, 1, 2, 3, 5, 10]))
    return (
        None if other.startswith("-") or other in told else f"{lower[: number.start()]}{other}{lower[number.end() :]}"
    )


def denying(sets: list[Set], rng: random.Random) -> list[Set]:
    """Ask what is not so: "what was discussed" becomes "what was not discussed", which a fact that denies nothing leaves open."""
    found = []
    for one in sets:
        cases = []
        for case in one.cases:
            first, *rest = case.question.casefold().split() or [""]
            at = next((n for n, word in enumerate(rest[:4]) if word in AUXILIARIES), None)
            told = " ".join(one.store.facts[n].answer for n in case.gold)
            if not case.gold or first not in DENIED or _DENIES.search(f"{case.question} {told}"):
                continue
            if at is not None:
                short = rng.random() < 0.5 and f"{rest[at]}n't" in NEGATED
                denied = [*rest[:at], f"{rest[at]}n't"] if short else [*rest[: at + 1], "not"]
                asked = " ".join([first, *denied, *rest[at + 1 :]])
            elif first == "who":
                asked = " ".join([first, "never", *rest])
            else:
                continue
            cases.append(Case(asked, "denied", case.part, frozenset()))
        found.append(Set(f"{one.name}, denied", one.store, cases))
    return found


def presiding(sets: list[Set]) -> list[Set]:
    """Ask who holds an office where: those facts answer that tell of somebody with both."""
    found = []
    for one in sets:
        people = [entity for entity in one.store.entities if entity.kind == "person" and entity.role]
        where = [entity for entity in one.store.entities if entity.kind in ("country", "organisation")]
        offices = sorted(
            {office for entity in people for office in OFFICES if office in (entity.role or "").casefold()}
        )
        cases = []
        for office in offices:
            for place in where:
                held = {
                    person.id
                    for person in people
                    if office in (person.role or "").casefold()
                    and (
                        person.side == place.id
                        or any(name in (person.role or "") for name in (place.name, *place.aliases))
                    )
                }
                right = frozenset(
                    n
                    for n, fact in enumerate(one.store.facts)
                    if held.intersection(fact.about) and office in fact.answer.casefold()
                )
                if right or not held:
                    asked = f"who is the {office} of {place.name}"
                    cases.append(Case(asked, "who presides", part(asked), right))
        found.append(Set(f"{one.name}, who presides", one.store, cases))
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
