"""What the types of the model can't say: ids that stand twice, references to nothing, dates that are none."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from talkscli.language import calendar
from talkscli.store.model import VERSION, Entity, Fact, Source, Store


class Fault(Struct, frozen=True):
    """One breach of the format."""

    table: str
    """"store", "source", "entity" or "fact"."""
    id: str | None
    """Of the row; None for the store."""
    field: str
    problem: str

    @property
    def where(self) -> str:
        """The row in words."""
        return "the store" if self.id is None else f"{self.table} {self.id!r}"


def faults(store: Store) -> Iterator[Fault]:
    """Find each breach of the format that the types can't express.

    Args:
        store: A store that was decoded.

    Returns:
        The breaches, in the order of the tables.
    """
    if store.version > VERSION:
        problem = f"is {store.version}, this talks reads up to {VERSION}: install a newer talks"
        yield Fault("store", None, "version", problem)
    sources, entities = {s.id for s in store.sources}, {e.id for e in store.entities}
    tables: tuple[tuple[str, Sequence[Source | Entity | Fact]], ...] = (
        ("source", store.sources), ("entity", store.entities), ("fact", store.facts))  # fmt: skip
    for table, rows in tables:
        seen: set[str] = set()
        for row in rows:
            if row.id in seen:
                yield Fault(table, row.id, "id", "stands twice")
            seen.add(row.id)
    for source in store.sources:
        yield from _bad_date("source", source.id, "published", source.published)
    for entity in store.entities:
        if entity.side is not None and entity.side not in entities:
            yield Fault("entity", entity.id, "side", f"there is no entity {entity.side!r}")
    for fact in store.facts:
        yield from _bad_date("fact", fact.id, "date", fact.date)
        yield from _bad_citation(fact, sources)
        named = (("about", fact.about), ("subject", fact.subject), ("speaker", (fact.speaker,) if fact.speaker else ()))
        for field, idents in named:
            for ident in idents:
                if ident not in entities:
                    yield Fault("fact", fact.id, field, f"there is no entity {ident!r}")


def _bad_citation(fact: Fact, sources: set[str]) -> Iterator[Fault]:
    cited = fact.citation
    if cited is None:
        return
    if cited.source is not None and cited.source not in sources:
        yield Fault("fact", fact.id, "citation.source", f"there is no source {cited.source!r}")
    if cited.last is not None and (cited.paragraph is None or cited.last < cited.paragraph):
        yield Fault("fact", fact.id, "citation.last", "is not a paragraph after `paragraph`")


def _bad_date(table: str, ident: str, field: str, value: str | None) -> Iterator[Fault]:
    if value is not None:
        try:
            calendar.parse(value)
        except ValueError as error:
            yield Fault(table, ident, field, str(error))
