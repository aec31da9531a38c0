"""Whom a store is about: one person, country, organisation or place, or all of them."""

from talkscli.lookup.names import is_called, resolve
from talkscli.lookup.results import Profile, Refs
from talkscli.store.model import Entity, Store

KINDS = ("person", "country", "organisation", "place", None)


def who(store: Store, name: str) -> Profile:
    """Find one person, country, organisation or place by any spelling, script, part, role or metonym."""
    named = resolve(store, name)
    entity = named.entity
    said = [f for f in store.facts if f.quote and f.speaker == entity.id] if entity else []
    told = {f.id for f in said}
    about = [f for f in store.facts if entity.id in f.about and f.id not in told] if entity else []
    if entity:  # those about fewer others tell more of this one
        about.sort(key=lambda f: len(f.about))
    return Profile(
        name, entity is not None, entity, tuple(about), tuple(said), named.candidates, named.fits, Refs.of(store),
        {} if entity is None or is_called(store, entity, name) else {name: entity.name},
    )  # fmt: skip


def everyone(store: Store) -> tuple[Entity, ...]:
    """All entities: persons, countries, organisations, places, then those of no kind; each in the store's order."""
    return tuple(sorted(store.entities, key=lambda entity: KINDS.index(entity.kind)))
