"""Rows of the index by their key, kept once they were read: in a batch of questions the same words come again."""

from collections.abc import Callable, Collection, Iterable
from typing import Generic, TypeVar

KEPT = 5000  # rows of each table
MANY = 300  # keys that were looked up one by one, after which a table that is short is read whole

Key = TypeVar("Key")
Row = TypeVar("Row")


class Table(Generic[Key, Row]):
    """One table of the index."""

    def __init__(
        self,
        read: Callable[[list[Key]], Iterable[tuple[Key, Row]]],
        whole: Callable[[], Iterable[tuple[Key, Row]]] | None = None,
    ) -> None:
        """Take what reads the rows of some keys, of which there may be none, and of a short table what reads all."""
        self._read: Callable[[list[Key]], Iterable[tuple[Key, Row]]] = read
        self._whole: Callable[[], Iterable[tuple[Key, Row]]] | None = whole
        self._rows: dict[Key, Row | None] = {}
        self._complete = False

    def __getitem__(self, key: Key) -> Row:
        """Return the row of a key. Raises KeyError."""
        row = self._rows.get(key)
        return row if row is not None else self.get([key])[key]

    def get(self, keys: Collection[Key]) -> dict[Key, Row]:
        """Return the rows that there are of these keys, in their order."""
        rows = self._rows
        missing = [] if self._complete else [key for key in keys if key not in rows]
        if missing and self._whole and len(rows) > MANY:
            self._rows = rows = dict(self._whole())
            self._complete = True
        elif missing:
            if len(rows) > KEPT:
                rows, missing = {}, list(keys)
            found = dict(self._read(missing))
            rows.update(dict.fromkeys(missing))  # there being none is worth keeping too
            rows.update(found)
            self._rows = rows
        return {key: row for key in keys if (row := rows.get(key)) is not None}
