"""Breaches of the format: what does not fit the model's types, and what these types can't say."""

from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

import msgspec
from msgspec import Struct

from talkscli.language import calendar
from talkscli.store.model import VERSION, Entity, Fact, Group, Source, Store


class Table(NamedTuple):
    """One of the lists of a store."""

    row: str
    """What one of its rows is called."""
    kind: Any
    """The type of a row."""


TABLES = {
    "sources": Table("source", Source),
    "entities": Table("entity", Entity),
    "facts": Table("fact", Fact),
    "synonyms": Table("group", Group),
}
"""By their keys in the store."""


class Fault(Struct, frozen=True):
    """One breach of the format."""

    table: str
    """"store", "source", "entity", "fact" or "group" (of synonyms)."""
    id: str | None
    """Of the row; None for the store, a group, and a row that tells none."""
    field: str
    """Empty where the row as a whole is meant."""
    problem: str
    number: int | None = None
    """Of the row, counted from 1; None where the id tells it."""

    @property
    def where(self) -> str:
        """The row in words."""
        if self.number is not None:
            return f"{self.table} number {self.number}"
        return "the store" if self.id is None else f"{self.table} {self.id!r}"


def misfits(raw: Any) -> Iterator[Fault]:
    """Find each place of a store's JSON that does not fit the types of the model.

    Args:
        raw: What the JSON was decoded to, of whatever shape.

    Returns:
        The breaches; none if and only if it can be converted to a `Store`.
    """
    if not isinstance(raw, dict):
        yield Fault("store", None, "", f'a store is an object such as {{"facts": […]}}, this is {_kind(raw)}')
        return
    rows: dict[str, list[Any]] = {key: raw[key] for key in TABLES if isinstance(raw.get(key), list)}
    for misfit in _unfit(raw | {key: [] for key in rows}, Store):
        yield Fault("store", None, misfit.path, misfit.problem)
    for key, listed in rows.items():
        table = TABLES[key]
        for number, row in enumerate(listed, 1):
            ident = row_id(row)
            for misfit in _unfit(row, table.kind):
                yield Fault(table.row, ident, misfit.path, misfit.problem, None if ident else number)


def row_id(row: Any) -> str | None:
    """Tell the id of a row of whatever shape.

    Args:
        row: A member of a table.

    Returns:
        Its id, if it has one that could be one.
    """
    ident = row.get("id") if isinstance(row, dict) else None
    return ident if isinstance(ident, str) and 0 < len(ident) <= 200 else None


class _Part(NamedTuple):
    """A part of a value, and the type that it should be of."""

    value: Any
    kind: Any
    path: str
    """Where it stands: "citation.last"."""


class _Misfit(NamedTuple):
    path: str
    problem: str


def _unfit(value: Any, kind: Any, path: str = "") -> Iterator[_Misfit]:
    """Find what does not fit a type, as deep inside as can be told."""
    found = list(_misplaced(value, kind, path))
    for part in _parts(value, kind, path):
        found += _unfit(*part)
    yield from found
    if not found:
        try:
            msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            yield _Misfit(path, str(error))


def _fields(value: Any, kind: Any) -> Iterator[dict[str, Any]]:
    """Give the fields of each struct that a type allows, if the value may be one: an object."""
    for each in _alternatives(kind) if isinstance(value, dict) else ():
        if isinstance(each, type) and issubclass(each, Struct):
            yield {field.encode_name: field for field in msgspec.structs.fields(each)}


def _misplaced(value: Any, kind: Any, path: str) -> Iterator[_Misfit]:
    """Find the keys of an object that its type does not know, and those that are missing."""
    for fields in _fields(value, kind):
        yield from (_Misfit(_inside(path, key), "there is no such key") for key in value if key not in fields)
        missing = (key for key, field in fields.items() if field.required and key not in value)
        yield from (_Misfit(_inside(path, key), "is missing") for key in missing)


def _parts(value: Any, kind: Any, path: str) -> Iterator[_Part]:
    """Take a value apart as its type says."""
    for fields in _fields(value, kind):
        yield from (_Part(value[key], field.type, _inside(path, key)) for key, field in fields.items() if key in value)
    for each in _alternatives(kind) if isinstance(value, list) else ():
        if get_origin(each) is tuple:
            yield from (_Part(item, get_args(each)[0], f"{path}[{n}]") for n, item in enumerate(value))


def _alternatives(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType, Annotated) else (kind,)


def _inside(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _kind(raw: Any) -> str:
    return {list: "a list", str: "a text", bool: "true or false", type(None): "null"}.get(type(raw), "a number")


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
        if not fact.answer.strip():
            yield Fault("fact", fact.id, "answer", "is empty")
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
