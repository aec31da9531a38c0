"""Read one or several stores as one."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from talkscli.store.files import default_path, read
from talkscli.store.model import Entity, Fact, Source, Store

Reader = Callable[[Path], Store]
Progress = Callable[[int, int], None]
"""Is told how many are done, and of how many."""


class Library(msgspec.Struct, frozen=True):
    """One or several stores read as one."""

    store: Store
    files: dict[str, str]
    """Source id -> the file that it came from ("" for facts that cite no source)."""


def load(paths: Sequence[Path] = (), read: Reader = read) -> Library:
    """Read stores and merge them into one.

    Args:
        paths: Files of stores; the shipped one if none is named.
        read: Reads one of them.

    Returns:
        The one store; where ids clash, both stay and are told apart as STORE:ID.

    Raises:
        StoreError: A file can't be read, or breaks the format.
    """
    chosen = list(paths) or [default_path()]
    return merge([(path, read(path)) for path in chosen])


def merge(stores: Sequence[tuple[Path, Store]]) -> Library:
    """Join stores; an id that stands in several is prefixed with its file's stem in all of them.

    An entity that stands in several stores under the same id and name is one entity, with all its aliases.

    Args:
        stores: Each store with the file that it came from.

    Returns:
        The one store, and from which file each source came.
    """
    if len(stores) == 1:
        path, store = stores[0]
        return Library(store, {**{s.id: str(path) for s in store.sources}, "": str(path)})
    renamers = _renamers(stores)
    files: dict[str, str] = {}
    sources: list[Source] = []
    entities: dict[str, Entity] = {}
    facts: list[Fact] = []
    synonyms: list[tuple[str, ...]] = []
    for renamer, (path, store) in zip(renamers, stores, strict=True):
        own = [renamer.source(source) for source in store.sources]
        sources += own
        files.update(dict.fromkeys([source.id for source in own], str(path)))
        for entity in map(renamer.entity, store.entities):
            known = entities.get(entity.id, entity)
            aliases = tuple(dict.fromkeys((*known.aliases, *entity.aliases)))
            entities[entity.id] = msgspec.structs.replace(known, aliases=aliases)
        facts += map(renamer.fact, store.facts)
        synonyms.extend(store.synonyms)
        if any(fact.citation is None or fact.citation.source is None for fact in store.facts):
            files.setdefault("", str(path))
    merged = Store(
        sources=tuple(sources),
        entities=tuple(entities.values()),
        facts=tuple(facts),
        synonyms=tuple(synonyms),
    )
    return Library(merged, files)


class _Renamer(msgspec.Struct, frozen=True):
    """Renames the rows of one store, and all that refers to them, where their ids clash with those of another."""

    stem: str
    """Put before ids that clash."""
    taken: frozenset[str]
    """All ids of all stores."""
    facts: frozenset[str]
    sources: frozenset[str]
    entities: frozenset[str]
    """Ids that clash, of each table."""

    def _own(self, ident: str, clashing: frozenset[str]) -> str:
        if ident in clashing:
            ident = f"{self.stem}:{ident}"
            while ident in self.taken:
                ident = f"{self.stem}:{ident}"
        return ident

    def source(self, source: Source) -> Source:
        """Return a source with an id that no other store has."""
        return msgspec.structs.replace(source, id=self._own(source.id, self.sources))

    def entity(self, entity: Entity) -> Entity:
        """Return an entity with an id that no other store has, and so its side."""
        side = None if entity.side is None else self._own(entity.side, self.entities)
        return msgspec.structs.replace(entity, id=self._own(entity.id, self.entities), side=side)

    def fact(self, fact: Fact) -> Fact:
        """Return a fact with an id that no other store has, and so all that it refers to."""
        cited = fact.citation
        if cited and cited.source is not None:
            cited = msgspec.structs.replace(cited, source=self._own(cited.source, self.sources))
        return msgspec.structs.replace(
            fact,
            id=self._own(fact.id, self.facts),
            citation=cited,
            subject=tuple(self._own(ident, self.entities) for ident in fact.subject),
            about=tuple(self._own(ident, self.entities) for ident in fact.about),
            speaker=None if fact.speaker is None else self._own(fact.speaker, self.entities),
        )


def _renamers(stores: Sequence[tuple[Path, Store]]) -> list[_Renamer]:
    """Make what renames the rows of each store."""
    stems: dict[str, None] = {}
    for path, _ in stores:
        stem, n = path.stem, 1
        while stem in stems:  # two files of the same name in two folders
            n += 1
            stem = f"{path.stem}-{n}"
        stems[stem] = None
    tables = [table for _, store in stores for table in (store.facts, store.sources, store.entities)]
    taken = frozenset(row.id for table in tables for row in table)
    facts = _clashing(store.facts for _, store in stores)
    sources = _clashing(store.sources for _, store in stores)
    entities = _clashing_entities([store.entities for _, store in stores])
    return [_Renamer(stem, taken, facts, sources, entities) for stem in stems]


def _clashing(tables: Iterable[Sequence[Source | Fact]]) -> frozenset[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for rows in tables:
        ids = {row.id for row in rows}
        twice |= seen & ids
        seen |= ids
    return frozenset(twice)


def _clashing_entities(tables: Sequence[Sequence[Entity]]) -> frozenset[str]:
    names: dict[str, str] = {}
    rows = [entity for table in tables for entity in table]
    return frozenset(e.id for e in rows if names.setdefault(e.id, e.name.casefold()) != e.name.casefold())
