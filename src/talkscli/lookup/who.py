"""Whom a store is about: one person, country, organisation or place, or all of them."""

from talkscli.language.grammar import is_speech
from talkscli.language.words import STOP, words
from talkscli.lookup.central import Weights
from talkscli.lookup.names import Names
from talkscli.lookup.results import Profile, Refs, Roll
from talkscli.store.model import Entity, Fact, Store

CENTRAL = 4  # facts of somebody that come first
WEIGHED = 2000  # facts among which they are sought
_HEADLINE = 40  # words of a fact that may say no more than the head of a card
KINDS = ("person", "country", "organisation", "place", None)


def who(store: Store, name: str) -> Profile:
    """Find one person, country, organisation or place by any spelling, script, part, role or metonym.

    Args:
        store: Where to look.
        name: What was typed.

    Returns:
        Who it is, what they said, the facts about them; or those that the name may mean.
    """
    names = Names(store)
    named = names.resolve(name)
    entity = named.entity
    if entity is None:
        return Profile(name, False, None, (), (), named.candidates, named.fits, Refs.of(store))
    said = tuple(f for f in store.facts if f.quote and f.speaker == entity.id)
    words_said = {f.id for f in said}
    known_for = _known_for(store, entity, names)
    about = [f for f in store.facts if entity.id in (*f.about, *f.subject) and f.id not in words_said]
    subject = [f for f in about if entity.id in f.subject and f is not known_for]
    alone = [f for f in about if f.about == (entity.id,) and f is not known_for]
    telling = [f for f in about if f.about != (entity.id,) and f is not known_for and _names(f.answer, entity)]
    own = subject or [*alone, *telling]
    first = {f.id for f in own}
    weighed = own[:WEIGHED]
    central = Weights(weighed, store.sources).central(weighed, CENTRAL)
    own.sort(key=lambda f: (not subject and _is_answer(f, entity), f in central), reverse=True)
    others = sorted((f for f in about if f.id not in first), key=lambda f: len(f.about))  # of fewer, more of this one
    plain = names.is_called(entity, name) and names.is_plain(entity, name)
    read_as = {} if plain else {name: entity.name}
    return Profile(
        name, True, entity, (*own, *others), said, (), True, Refs.of(store),
        read_as, known_for, len(own), frozenset(f.id for f in about if _is_headline(f, entity, names)),
    )  # fmt: skip


def _is_answer(fact: Fact, entity: Entity) -> bool:
    """Tell whether a fact answers with a name that its question does not have: "Where was it held?"."""
    return fact.question is not None and not _names(fact.question, entity)


def _names(text: str, entity: Entity) -> bool:
    """Tell whether a text has a name of somebody or something."""
    told = f" {' '.join(words(text))} "
    return any(f" {' '.join(words(name))} " in told for name in entity.names)


def _is_headline(fact: Fact, entity: Entity, names: Names) -> bool:
    """Tell whether a fact says no more than name, role and side: "Alva is called mayor of Holm"."""
    told = [word for word in words(fact.answer) if not is_speech(word)]
    return len(told) <= _HEADLINE and names.is_called(entity, " ".join(told))


def reads_as_question(profile: Profile) -> bool:
    """Tell whether what was typed may be a question rather than a name: "who led the delegation".

    Args:
        profile: What it was read as.

    Returns:
        True for three words or more that were read otherwise than typed, may mean several or are only like some names,
        and do not begin with a word of a name of theirs.
    """
    typed = words(profile.query)
    meant = (profile.entity,) if profile.entity else profile.candidates
    if not meant or (profile.entity and not profile.read_as) or len(typed) < 3:
        return False
    own = {word for entity in meant for name in entity.names for word in words(name)}
    return typed[0] not in own


def _known_for(store: Store, entity: Entity, names: Names) -> Fact | None:
    """Take the fact that is asked for with nothing but the name: "Who is Ingrid Alva?"."""
    name = set(words(entity.name))
    for fact in store.facts:
        if entity.id in (*fact.about, *fact.subject) and fact.question:
            first, *rest = words(fact.question) or [""]
            asked = [word for word in rest if word not in STOP]
            if first in {"who", "what"} and name.intersection(asked) and names.is_called(entity, " ".join(asked)):
                return fact
    return None


def everyone(store: Store) -> Roll:
    """List all entities: persons, countries, organisations, places, then those of no kind; each in the store's order.

    Args:
        store: Where to look.

    Returns:
        The entities, and their names.
    """
    rows = tuple(sorted(store.entities, key=lambda entity: KINDS.index(entity.kind)))
    return Roll(rows, {entity.id: entity.name for entity in rows})
