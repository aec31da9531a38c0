"""Check the store alone: the form of every row, every reference, and that every fact says something."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from talkscli.check.report import Problem
from talkscli.errors import StoreError
from talkscli.language.words import fold
from talkscli.search.index.analysis import NAMESAKES
from talkscli.store import files, json
from talkscli.store.faults import TABLES, Fault, faults, misfits, row_id
from talkscli.store.model import LONGEST_EVENT, Fact, Store

_UNREAD = "\N{REPLACEMENT CHARACTER}"  # stands in for what a row of the wrong form does not tell
_STAND_INS: dict[str, dict[str, str]] = {"sources": {}, "entities": {"name": _UNREAD}, "facts": {"answer": _UNREAD}}


class Salvaged(NamedTuple):
    """A store as far as it could be read, and what is wrong in its form."""

    store: Store
    problems: list[Problem]


def read(path: Path) -> Salvaged:
    """Read a store as far as it can be read.

    Args:
        path: The store's file.

    Returns:
        The store without what is of no right form, and all that is wrong.

    Raises:
        StoreError: The file can't be read or is not JSON.
    """
    data = files.read_bytes(path)
    try:
        raw = json.decode(data)
        problems = [_twice(duplicate) for duplicate in json.duplicates(data)]
    except json.NotJSONError as error:
        raise StoreError(f"{path} is not JSON in UTF-8: {error}", "repair the file or name another store") from None
    try:
        found = msgspec.json.decode(data, type=Store)
    except (msgspec.ValidationError, RecursionError):
        told = [_problem(fault) for fault in misfits(raw)]
        problems += told or [Problem(None, None, "the store breaks its format; see docs/reference.md")]
        found = _salvage(raw)
    problems += map(_problem, faults(found))
    problems += _content(found)
    return Salvaged(found, problems)


def crowds(store: Store) -> Iterator[Problem]:
    """Find names that so many entities bear that the search does not tell all of them apart.

    Args:
        store: Any store.

    Returns:
        One doubt for each such name.
    """
    names = Counter(fold(name) for e in store.entities for name in dict.fromkeys(e.names))
    for name, bearers in names.items():
        if bearers > NAMESAKES:
            told = f"{bearers} entities are called {name!r}: in a question it means the first {NAMESAKES}"
            yield Problem(None, "aliases", told)


def _problem(fault: Fault) -> Problem:
    alone = fault.table == "store" or (fault.table == "fact" and fault.id is not None)
    told = fault.problem if alone else f"{fault.where}: {fault.problem}"
    fact = fault.id if fault.table == "fact" else None
    listed = next((key for key, table in TABLES.items() if table.row == fault.table), None)
    return Problem(fact, json.one_line(fault.field) or listed, json.one_line(told))


def _twice(duplicate: json.Duplicate) -> Problem:
    ident, key = row_id(duplicate.row), duplicate.key
    where = "" if ident else "in the store or a part of it, "
    return Problem(ident, json.one_line(key), json.one_line(f"{where}the key {key!r} stands twice"))


def _salvage(raw: Any) -> Store:
    """Take each row that is of the right form, and stand-ins for those others that tell their id."""
    told = raw if isinstance(raw, dict) else {}
    rows: dict[str, Any] = {}
    for table in _STAND_INS:
        listed = told.get(table)
        rows[table] = tuple(filter(None, [_row(row, table) for row in listed])) if isinstance(listed, list) else ()
    version = told.get("version")
    return Store(version=version if type(version) is int and version >= 1 else 1, **rows)


def _row(row: Any, table: str) -> Struct | None:
    kind = TABLES[table].kind
    try:
        return msgspec.convert(row, kind)  # type: ignore[no-any-return]
    except msgspec.ValidationError:
        ident = row_id(row)
        return msgspec.convert({"id": ident, **_STAND_INS[table]}, kind) if ident else None


def _content(found: Store) -> Iterator[Problem]:
    """Find questions and names that are empty, facts that stand twice, and what else no type can say."""
    seen: dict[tuple[str, ...], str] = {}
    for fact in found.facts:
        yield from _event(fact)
        for ident in fact.subject:
            if ident not in fact.about:
                yield Problem(fact.id, "subject", f"{ident!r} is not among those that it is about")
        if not fact.answer.strip():
            continue  # told as a fault
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


def _event(fact: Fact) -> Iterator[Problem]:
    if fact.event is None:
        return
    if not fact.event.strip():
        yield Problem(fact.id, "event", "is empty")
    if len(fact.event) > LONGEST_EVENT:
        yield Problem(fact.id, "event", f"has {len(fact.event)} characters; a line has room for {LONGEST_EVENT}")
    if fact.date is None:
        yield Problem(fact.id, "event", "stands without a date: only what is dated has one")
