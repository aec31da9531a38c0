"""The one way in which JSON comes in: UTF-8, without NaN, half characters, numbers or nesting without end."""

import re
from collections import Counter
from typing import Any, NamedTuple

import msgspec

_BRACE = re.compile(r"\s*(?:\[\s*)?\{(?![%{#:])")  # "{%", "{{", "{#" and "{:" are marks of site generators


class NotJSONError(ValueError):
    """Bytes that are no JSON; the message is one short line."""


def decode(data: bytes) -> Any:
    """Decode JSON to plain objects.

    Args:
        data: The bytes; a BOM is none of them.

    Returns:
        Dicts, lists, texts, numbers, booleans or None.

    Raises:
        NotJSONError: It is not JSON in UTF-8, or holds what no other reader could be given.
    """
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotJSONError(one_line(str(error))) from None


class Duplicate(NamedTuple):
    """A key that stands twice in its object."""

    row: dict[str, Any]
    """The object as read."""
    key: str


def duplicates(data: bytes) -> list[Duplicate]:
    """Find keys that stand twice in their object, of which `decode` takes the last in silence.

    Args:
        data: Bytes that `decode` reads.

    Returns:
        Those of innermost objects first.

    Raises:
        NotJSONError: It is not JSON in UTF-8.
    """
    import json  # takes a millisecond that no question has to wait for

    found: list[Duplicate] = []

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        row = dict(pairs)
        if len(row) < len(pairs):
            found.extend(Duplicate(row, key) for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        return row

    try:
        json.loads(data, object_pairs_hook=members, parse_int=float)
    except (ValueError, RecursionError) as error:
        raise NotJSONError(one_line(str(error))) from None
    return found


def one_line(text: str) -> str:
    """Make one short printable line of a text that may hold what stands in a file.

    Args:
        text: Any text.

    Returns:
        At most 200 of its characters, and a sign where there were more.
    """
    line = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[:200])
    return line if len(text) <= 200 else f"{line}…"


def is_json(suffix: str, beginning: str) -> bool:
    """Tell whether a file is to be read as JSON.

    Args:
        suffix: The ending of its name.
        beginning: Its text, or the first of it.

    Returns:
        True for ".json" and ".jsonld", and for what begins with a brace.
    """
    return suffix.lower() in (".json", ".jsonld") or _BRACE.match(beginning) is not None
