"""How a store file is laid out: what says nothing is left out, and what is short stands on one line."""

from collections.abc import Iterable, Iterator

import msgspec

from talkscli.store.model import Entity, Fact, Source, Store

WIDTH = 140  # columns, where a text isn't longer by itself
_encode = msgspec.json.Encoder().encode


def lay_out(store: Store) -> str:
    """Write a store as JSON that is pleasant to read and to edit by hand.

    Args:
        store: Any store.

    Returns:
        The text of its file, the same for the same store; it decodes to an equal one.
    """
    parts = [] if store.schema is msgspec.UNSET else [f'"$schema": {_json(store.schema)}']
    parts.append(f'"version": {store.version}')
    for name, rows in (("sources", store.sources), ("entities", store.entities)):
        if rows:
            parts.append(_table(name, map(_row, rows)))
    parts.append(_table("facts", map(_row, store.facts)))
    if store.synonyms:
        parts.append(_table("synonyms", (_list(group, indent=2) for group in store.synonyms)))
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def _table(name: str, rows: Iterable[str]) -> str:
    written = ",\n  ".join(rows)
    return f'"{name}": [\n  {written}\n ]' if written else f'"{name}": []'


def _row(row: Source | Entity | Fact) -> str:
    """Write one row of a table: on one line if it fits, else with a line for each field."""
    fields = list(_fields(row))
    fits = sum(map(len, fields)) + 2 * len(fields) <= WIDTH
    return "{" + (", " if fits else ",\n   ").join(fields) + "}"


def _fields(row: Source | Entity | Fact) -> Iterator[str]:
    """Write the fields that say something."""
    for name, value in msgspec.to_builtins(row).items():
        if value is None or value is False or value == ():
            continue
        if isinstance(value, str):  # most are
            yield f'"{name}": {_json(value)}'
        elif isinstance(value, dict):
            parts = (f'"{key}": {_json(part)}' for key, part in value.items() if part is not None)
            yield f'"{name}": {{{", ".join(parts)}}}'
        elif isinstance(value, tuple):
            yield f'"{name}": {_list(value, indent=len(name) + 8)}'
        else:
            yield f'"{name}": {_json(value)}'


def _list(texts: Iterable[str], indent: int) -> str:
    """Write a list of texts, filled like a paragraph whose lines begin `indent` columns from the left."""
    lines: list[str] = []
    line = ""
    for text in map(_json, texts):
        if line and indent + len(line) + len(text) + 4 > WIDTH:
            lines.append(line)
            line = text
        else:
            line = f"{line}, {text}" if line else text
    lines.append(line)
    return "[" + (",\n" + " " * indent).join(lines) + "]"


def _json(value: object) -> str:
    return _encode(value).decode()
