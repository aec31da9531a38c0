"""The entities of a store under making, each under one id."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from talkscli.language.words import fold
from talkscli.store.model import Entity, Fact


class Register:
    """All entities of a store under making: the same name in two articles is one entity."""

    def __init__(self, old: Iterable[Entity] = ()) -> None:
        self.entities: dict[str, Entity] = {}
        self._by_name: dict[tuple[str, str | None], str] = {}
        self._old = {entity.id for entity in old}
        for entity in old:
            self._put(entity)

    def admit(self, entities: Sequence[Entity], *, new: bool = False) -> dict[str, str]:
        """Add the entities of one article; give for each of their ids the id that it has in the store.

        What stood there before is left as somebody may have edited it; an article that is `new` to the store only adds.
        """
        ids = {entity.id: self._home(entity) for entity in entities}
        for entity in entities:
            home = ids[entity.id]
            known = self.entities.get(home)
            if known is None:
                side = ids.get(entity.side or "")
                self._put(replace(entity, id=home, side=side))
            elif new or home not in self._old:
                short = home not in self._old and " " not in known.name
                longer = entity.kind == "person" and short and " " in entity.name
                name = entity.name if longer else known.name
                aliases = dict.fromkeys((*known.aliases, known.name, entity.name, *entity.aliases))
                aliases.pop(name)
                side = known.side or ids.get(entity.side or "")
                self._put(replace(known, name=name, role=known.role or entity.role, side=side, aliases=tuple(aliases)))
        return ids

    def homed(self, entities: Sequence[Entity], facts: Iterable[Fact], *, new: bool = False) -> Iterator[Fact]:
        """Admit the entities of one article, and yield its facts with the ids that these have in the store."""
        ids = self.admit(entities, new=new)
        for fact in facts:
            yield replace(
                fact,
                subject=tuple(dict.fromkeys(ids[i] for i in fact.subject)),
                about=tuple(dict.fromkeys(ids[i] for i in fact.about)),
                speaker=ids[fact.speaker] if fact.speaker else None,
            )

    def _home(self, entity: Entity) -> str:
        for name in (entity.name, *(entity.aliases if entity.kind != "person" else entity.aliases[:1])):
            home = self._by_name.get((fold(name), entity.kind))
            if home is not None and (name == entity.name or self._fits(self.entities[home], entity)):
                return home
        ident, n = entity.id, 1
        while ident in self.entities:
            n += 1
            ident = f"{entity.id}-{n}"
        return ident

    @staticmethod
    def _fits(known: Entity, entity: Entity) -> bool:
        """A person known by the surname alone may be this one; two full names that differ are two people."""
        return entity.kind != "person" or " " not in known.name

    def _put(self, entity: Entity) -> None:
        self.entities[entity.id] = entity
        for name in entity.names:
            key = (fold(name), entity.kind)
            if self._by_name.setdefault(key, entity.id) != entity.id and name == entity.name:
                self._by_name[key] = entity.id
