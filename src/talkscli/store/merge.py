"""Read one or several stores as one."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from talkscli.store.files import default_path, read
from talkscli.store.model import Entity, Fact, Source, Store

Reader = Callable[[Path], Store]
_Namer = Callable[[str], str]


class Library(msgspec.Struct, frozen=True):
    """One or several stores read as one."""

    store: Store
    files: dict[str, str]
    """Source id -> the file that it came from ("" for facts that cite no source)."""


def load(paths: Sequence[Path] = (), read: Reader = read) -> Library:
    """Read stores (the shipped one if none is named) and merge them into one.

    Where ids clash, both stay and are told apart as STORE:ID. Raises StoreError.
    """
    chosen = list(paths) or [default_path()]
    return merge([(path, read(path)) for path in chosen])


def merge(stores: Sequence[tuple[Path, Store]]) -> Library:
    """Join stores; an id that stands in several is prefixed with its file's stem in all of them.

    An entity that stands in several stores under the same id and name is one entity, with all its aliases.
    """
    if len(stores) == 1:
        path, store = stores[0]
        return Library(store, {**{s.id: str(path) for s in store.sources}, "": str(path)})
    stems: list[str] = []
    for path, _ in stores:
        stem, n = path.stem, 1
        while stem in stems:  # two files of the same name in two folders
            n += 1
            stem = f"{path.stem}-{n}"
        stems.append(stem)
    fact_ids = _clashing(store.facts for _, store in stores)
    source_ids = _clashing(store.sources for _, store in stores)
    entity_ids = _clashing_entities([store.entities for _, store in stores])
    tables = [table for _, store in stores for table in (store.facts, store.sources, store.entities)]
    taken = {row.id for table in tables for row in table}
    files: dict[str, str] = {}
    sources: list[Source] = []
    entities: dict[str, Entity] = {}
    facts: list[Fact] = []
    synonyms: list[tuple[str, ...]] = []
    for stem, (path, store) in zip(stems, stores, strict=True):

        def own(ident: str, clashing: set[str], stem: str = stem) -> str:
            if ident in clashing:
                ident = f"{stem}:{ident}"
                while ident in taken:
                    ident = f"{stem}:{ident}"
            return ident

        for source in store.sources:
            sources.append(msgspec.structs.replace(source, id=own(source.id, source_ids)))
            files[sources[-1].id] = str(path)
        for entity in store.entities:
            ident = own(entity.id, entity_ids)
            side = None if entity.side is None else own(entity.side, entity_ids)
            known = entities.get(ident)
            aliases = tuple(dict.fromkeys((*(known.aliases if known else ()), *entity.aliases)))
            base = known or msgspec.structs.replace(entity, id=ident, side=side)
            entities[ident] = msgspec.structs.replace(base, aliases=aliases)
        for fact in store.facts:
            named = _rename(
                fact,
                lambda i: own(i, fact_ids),
                lambda i: own(i, entity_ids),
                lambda i: own(i, source_ids),
            )
            facts.append(named)
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


def _clashing(tables: Iterable[Sequence[Source | Fact]]) -> set[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for rows in tables:
        ids = {row.id for row in rows}
        twice |= seen & ids
        seen |= ids
    return twice


def _clashing_entities(tables: Sequence[Sequence[Entity]]) -> set[str]:
    names: dict[str, str] = {}
    return {e.id for rows in tables for e in rows if names.setdefault(e.id, e.name.casefold()) != e.name.casefold()}


def _rename(fact: Fact, fact_id: _Namer, entity_id: _Namer, source_id: _Namer) -> Fact:
    cited = fact.citation
    if cited and cited.source is not None:
        cited = msgspec.structs.replace(cited, source=source_id(cited.source))
    return msgspec.structs.replace(
        fact,
        id=fact_id(fact.id),
        citation=cited,
        subject=tuple(map(entity_id, fact.subject)),
        about=tuple(map(entity_id, fact.about)),
        speaker=None if fact.speaker is None else entity_id(fact.speaker),
    )
