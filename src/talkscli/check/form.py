"""Check the store alone: the form of every row, every reference, and that every fact says something."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from talkscli.check.report import Problem
from talkscli.errors import StoreError
from talkscli.language.words import fold
from talkscli.store import files
from talkscli.store.faults import faults
from talkscli.store.model import Entity, Fact, Source, Store

_TABLES: dict[str, type[Struct]] = {"sources": Source, "entities": Entity, "facts": Fact}
_UNREAD = "\N{REPLACEMENT CHARACTER}"  # stands in for what a row of the wrong form does not tell
_STAND_INS: dict[str, dict[str, str]] = {"sources": {}, "entities": {"name": _UNREAD}, "facts": {"answer": _UNREAD}}


def read(path: Path) -> tuple[Store, list[Problem]]:
    """Read a store as far as it can be read, with all that is wrong in its form.

    Raises StoreError only where the file can't be read or is not JSON.
    """
    data = files.read_bytes(path)
    problems: list[Problem] = []
    raw = _json(data, path, problems)
    try:
        found = msgspec.json.decode(data, type=Store)
    except (msgspec.ValidationError, RecursionError):
        found = _salvage(raw, problems)
        if not problems:  # what no rule of ours named
            problems.append(Problem(None, None, "the store breaks its format; see docs/reference.md"))
    for fault in faults(found):
        of_fact = fault.table == "fact"
        told = fault.problem if of_fact else f"{fault.where}: {fault.problem}"
        problems.append(Problem(fault.id if of_fact else None, fault.field, told))
    problems.extend(_content(found))
    return found, problems


def _json(data: bytes, path: Path, problems: list[Problem]) -> Any:
    """Decode JSON and note each key that stands twice in its object (msgspec would take the last in silence)."""

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        row = dict(pairs)
        if len(row) < len(pairs):
            keys = [key for key, _ in pairs]
            ident = row.get("id")
            for key in dict.fromkeys(k for k in keys if keys.count(k) > 1):
                where = "" if isinstance(ident, str) else "in the store or a part of it, "
                problems.append(
                    Problem(ident if isinstance(ident, str) else None, key, f"{where}the key {key!r} stands twice")
                )
        return row

    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=members)
    except (ValueError, RecursionError) as error:
        raise StoreError(f"{path} is not JSON in UTF-8: {error}", "repair the file or name another store") from None


def _salvage(raw: Any, problems: list[Problem]) -> Store:
    """Take each row that is of the right form, note each field of the others that is not."""
    if not isinstance(raw, dict):
        problems.append(Problem(None, None, 'a store is an object such as {"facts": […]}, this is something else'))
        return Store(facts=())
    rest = {key: value for key, value in raw.items() if key not in _TABLES}
    problems.extend(_fields(rest | {"facts": []}, Store, None, ""))
    rows: dict[str, list[Any]] = {}
    for table, kind in _TABLES.items():
        listed = raw.get(table, [])
        if not isinstance(listed, list):
            problems.append(Problem(None, table, "is not a list"))
            listed = []
        rows[table] = [_row(row, kind, table, number, problems) for number, row in enumerate(listed, 1)]
    if "facts" not in raw:
        problems.append(Problem(None, "facts", "is missing"))
    version = raw.get("version")
    return Store(
        sources=tuple(filter(None, rows["sources"])),
        entities=tuple(filter(None, rows["entities"])),
        facts=tuple(filter(None, rows["facts"])),
        version=version if isinstance(version, int) and version >= 1 else 1,
    )


def _row(row: Any, kind: type[Struct], table: str, number: int, problems: list[Problem]) -> Any:
    label = {"sources": "source", "entities": "entity", "facts": "fact"}[table]
    if not isinstance(row, dict):
        problems.append(Problem(None, table, f"{label} number {number} is not an object"))
        return None
    ident = row.get("id")
    name = ident if isinstance(ident, str) and ident else None
    fact = name if table == "facts" else None
    where = "" if fact is not None else f"{label} {name!r}: " if name else f"{label} number {number}: "
    found = list(_fields(row, kind, fact, where))
    problems.extend(found)
    if not found:
        try:
            return msgspec.convert(row, kind)
        except msgspec.ValidationError as error:
            problems.append(Problem(fact, None, f"{where}{error}"))
    return msgspec.convert({"id": ident, **_STAND_INS[table]}, kind) if name and len(name) <= 200 else None


def _fields(
    row: dict[str, Any], kind: type[Struct], fact: str | None, where: str, above: str = ""
) -> Iterator[Problem]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for key in row:
        if key not in fields:
            yield Problem(fact, above + key, f"{where}there is no such key")
    for key, field in fields.items():
        if key not in row:
            if field.required:
                yield Problem(fact, above + key, f"{where}is missing")
            continue
        if key == "citation" and isinstance(row[key], dict):
            from talkscli.store.model import Citation

            yield from _fields(row[key], Citation, fact, where, "citation.")
            continue
        try:
            msgspec.convert(row[key], field.type)
        except msgspec.ValidationError as error:
            yield Problem(fact, above + key, f"{where}{error}")


def _content(found: Store) -> Iterator[Problem]:
    """Find answers and questions that are empty or stand twice, and names that are empty."""
    seen: dict[tuple[str, ...], str] = {}
    for fact in found.facts:
        if not fact.answer.strip():
            yield Problem(fact.id, "answer", "is empty")
            continue
        if fact.question is not None and not fact.question.strip():
            yield Problem(fact.id, "question", "is empty")
        source = fact.citation.source if fact.citation else None
        key = tuple(fold(part or "").strip() for part in (fact.question, fact.answer, fact.date, fact.quote, source))
        first = seen.setdefault(key, fact.id)
        if first != fact.id and fact.answer != _UNREAD:
            yield Problem(fact.id, "answer", f"says the same as {first!r}")
    for entity in found.entities:
        if not entity.name.strip():
            yield Problem(None, "name", f"entity {entity.id!r}: is empty")
