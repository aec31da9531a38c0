"""Read access to the index of a store. Facts and entities go by their place in the store ("row")."""

import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import nlargest
from math import inf
from typing import Any, TypeVar
from weakref import finalize

import msgspec

from talkscli.language.calendar import Span
from talkscli.language.tongues import tongue
from talkscli.search.index.bm25 import idf, shortness
from talkscli.search.index.doc import Doc, Placed
from talkscli.search.index.table import KEPT, MANY, Table
from talkscli.store.model import Entity, Fact, Source

BUDGET = 5000  # entries of the lists of facts that one question may take facts from
SMALL = 300  # facts of a store of which short tables are read whole where many of their rows are looked up
FURTHER = 30_000  # entries that it may read to rank these facts
PHRASED = 3  # phrasings from which on they tell more than the answer
DAMAGED = "the index is damaged"
SYNONYMS = """SELECT DISTINCT mine.key, other.key FROM synonym AS mine JOIN synonym AS other USING (class)
WHERE other.key <> mine.key AND mine.key IN"""
OWN = """SELECT 1 FROM synonym AS mine JOIN synonym AS other USING (class)
WHERE mine.key = ? AND other.key = ? AND class < ?"""


Row = TypeVar("Row")


class Index:
    """An index, opened for questions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Take a database that `builder.build` filled."""
        self.db = db
        self.close = finalize(self, db.close)
        """Closes the database; else that is done once nobody holds the index, in whatever thread drops it last."""
        meta = dict(db.execute("SELECT key, value FROM meta"))
        self.size: int = meta.get("facts", 0)
        self.tongue = tongue(meta.get("language"))
        """The language of the store."""
        self._groups: int = meta.get("groups", 0)
        self._sizes: bytes = meta.get("sizes", b"")
        if len(self._sizes) != self.size:
            raise sqlite3.DatabaseError(DAMAGED)
        mean = sum(self._sizes) / (self.size or 1) or 1.0
        self._shorter = [shortness(size, mean) for size in range(256)]
        self._docs = Table(self._read_docs)
        self._passages = Table(self._read_passages)
        self._facts: Table[int, Fact] = Table(self._decoded("SELECT n, body FROM fact WHERE n IN", Fact))
        self._named: Table[int, Entity] = Table(self._decoded("SELECT n, body FROM entity WHERE n IN", Entity))
        self._entities: Table[str, Entity] = Table(self._decoded("SELECT id, body FROM entity WHERE id IN", Entity))
        self._sources: Table[str, Source] = Table(self._decoded("SELECT id, body FROM source WHERE id IN", Source))
        self._df: Table[str, int] = self._values("SELECT key, df FROM token WHERE df > 0", "key")
        self._words: Table[str, str] = self._values("SELECT word, word FROM word WHERE 1", "word")
        self._synonyms = Table(lambda keys: _grouped(self._in(SYNONYMS, keys)))
        self._longest: Table[str, int] = self._values("SELECT stem, words FROM opening WHERE words", "stem")
        self._spans = Table(self._read_spans)
        self.readings: dict[tuple[str, str], list[tuple[str, float]]] = {}
        """Word and language -> what it may have been meant to be, where that was worked out."""
        self._lists: dict[str, array[int]] = {}
        self._decode = msgspec.msgpack.Decoder(Doc).decode

    def idf(self, df: int) -> float:
        """Weight of a token that `df` facts hold."""
        return idf(self.size, df)

    def df(self, tokens: Collection[str]) -> dict[str, int]:
        """How many facts hold each token; those that none holds are left out."""
        return self._df.get(tokens)

    def longest(self, stems: Collection[str]) -> dict[str, int]:
        """Return, of those stems with which phrases or names begin, how many words the longest of these has."""
        return self._longest.get(stems)

    def spans(self, keys: Collection[str]) -> dict[str, list[str]]:
        """Return the tokens of those stemmed word sequences that are phrases or names."""
        return self._spans.get(keys)

    def _read_spans(self, keys: Sequence[str]) -> Iterable[tuple[str, list[str]]]:
        phrases = self._in("SELECT key, token FROM phrase WHERE key IN", keys)
        names = self._in("SELECT key, entity FROM alias WHERE key IN", keys)
        yield from _grouped(phrases)
        yield from _grouped((key, f"@{row}") for key, row in names)  # a name goes before a phrase

    def synonyms(self, tokens: Collection[str]) -> dict[str, list[str]]:
        """Return the other tokens that mean the same."""
        return self._synonyms.get(tokens)

    def has_synonym(self, one: str, other: str) -> bool:
        """Tell whether the store itself, and not only the tables, has two tokens as meaning the same."""
        return self.db.execute(OWN, (one, other, self._groups)).fetchone() is not None

    def known(self, folded: Collection[str]) -> set[str]:
        """Those of the words that stand in the store."""
        return set(self._words.get(folded))

    def words(self, first: str, least: int, most: int) -> list[str]:
        """The store's words with this first letter, of `least` to `most` letters."""
        sql = "SELECT words FROM alike WHERE first = ? AND size BETWEEN ? AND ?"
        return " ".join([row[0] for row in self.db.execute(sql, (first, least, most))]).split()

    def joined(self, word: str) -> str | None:
        """Return a name that was typed as one word: "vonderau" is "von der Au"."""
        row = self.db.execute("SELECT name FROM alias WHERE joined = ?", (word,)).fetchone()
        return row[0] if row else None

    def spelled(self, key: str) -> str | None:
        """Return a name as the store writes it."""
        row = self.db.execute("SELECT name FROM alias WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def candidates(self, df: dict[str, int], limit: int) -> list[int]:
        """Rows of facts that hold any of the tokens, best BM25 first; `df` has the tokens' frequencies.

        Frequent tokens hardly tell facts apart: once the rarer ones fill the budget they only add to the facts found.
        """
        scores: dict[int, float] = {}
        read = 0
        for token in sorted(df, key=lambda token: (df[token], token)):
            rows = self._list(token)
            read += len(rows)
            weight = self.idf(len(rows))
            if read <= BUDGET or not scores:
                for row in rows:
                    scores[row] = scores.get(row, 0.0) + weight
            elif read <= FURTHER:
                for row in filter(scores.__contains__, rows):
                    scores[row] += weight
            else:
                break
        most = 4 * limit  # the length of a fact moves it no further than that
        least = sorted(scores.values(), reverse=True)[most - 1] if len(scores) > most else 0.0
        sizes, shorter = self._sizes, self._shorter
        try:
            rated = [(score * shorter[sizes[row]], -row) for row, score in scores.items() if score >= least]
        except IndexError:
            raise sqlite3.DatabaseError(DAMAGED) from None
        return [-row for _, row in nlargest(limit, rated)]

    def _list(self, token: str) -> "array[int]":
        rows = self._lists.get(token)
        if rows is None:
            rows = array("I")
            for packed in self.db.execute("SELECT facts FROM token WHERE key = ?", (token,)):
                rows.frombytes(packed[0])
            if self.size <= SMALL and len(self._lists) == MANY:
                pairs = self.db.execute("SELECT key, facts FROM token")
                self._lists.update([(key, array("I", packed)) for key, packed in pairs])
            if len(rows) <= BUDGET and len(self._lists) < KEPT:
                self._lists[token] = rows
        return rows

    def docs(self, rows: Sequence[int]) -> list[Doc]:
        """Return the analysed facts of these rows, in their order."""
        found = self._docs.get(rows)
        if len(found) < len(rows):
            raise sqlite3.DatabaseError(DAMAGED)
        return list(found.values())

    def _read_docs(self, rows: Sequence[int]) -> Iterator[tuple[int, Doc]]:
        for n, packed, norms in self._in("SELECT n, doc, norms FROM fact JOIN norm USING (n) WHERE n IN", rows):
            doc = self._decode(packed)
            doc.tokens = frozenset(doc.asked)
            doc.profile = "bare" if not doc.asked else "pair" if len(doc.texts) < PHRASED else "phrased"
            doc.norms = [norm or inf for norm in array("f", norms)]
            if len(doc.norms) != (len(doc.texts) + 1 if doc.asked else 1):
                raise sqlite3.DatabaseError(DAMAGED)
            yield n, doc

    def dated(self, time: Span, most: int) -> list[int]:
        """Rows of the facts whose dates overlap a time, by their first days; what lies within it comes first."""
        sql = """SELECT n FROM dated WHERE first <= :last AND last >= :first
        ORDER BY first < :first OR last > :last, first, last, n LIMIT :most"""
        days = {"first": time.first.isoformat(), "last": time.last.isoformat(), "most": most}
        return [row for (row,) in self.db.execute(sql, days)]

    def passages(self, row: int) -> Placed:
        """The texts of a fact in their order."""
        return _one(self._passages, row)

    def _read_passages(self, rows: Sequence[int]) -> Iterator[tuple[int, Placed]]:
        decode = msgspec.msgpack.Decoder(Placed).decode
        return ((n, decode(packed)) for n, packed in self._in("SELECT n, passages FROM fact WHERE n IN", rows))

    def fact(self, row: int) -> Fact:
        """Return the fact of a row."""
        return _one(self._facts, row)

    def entity(self, row: int) -> Entity:
        """Return the entity of a row."""
        return _one(self._named, row)

    def entities(self, ids: Collection[str]) -> dict[str, Entity]:
        """Return the entities that there are of these ids."""
        return self._entities.get(ids)

    def entity_rows(self, ids: Collection[str]) -> list[int]:
        """Return the rows of the entities that there are of these ids."""
        return [row for (row,) in self._in("SELECT n FROM entity WHERE id IN", list(ids))]

    @cached_property
    def source_count(self) -> int:
        """How many sources the facts come from."""
        return int(self.db.execute("SELECT count(*) FROM source").fetchone()[0])

    @cached_property
    def only_source(self) -> str | None:
        """The id of the source, where there is but one."""
        found = self.db.execute("SELECT id FROM source LIMIT 2").fetchall()
        return str(found[0][0]) if len(found) == 1 else None

    def sources(self, ids: Collection[str]) -> dict[str, Source]:
        """Return the sources that there are of these ids."""
        return self._sources.get(ids)

    def _values(self, sql: str, key: str) -> Table[str, Any]:
        """Make a table of single values; of a small store it may be read whole."""
        whole = (lambda: self.db.execute(sql)) if self.size <= SMALL else None
        return Table(lambda keys: self._in(f"{sql} AND {key} IN", keys), whole)

    def _decoded(self, sql: str, type_: type[Row]) -> "Callable[[Sequence[Any]], Iterator[tuple[Any, Row]]]":
        decode = msgspec.json.Decoder(type_).decode
        return lambda keys: ((key, decode(body)) for key, body in self._in(sql, keys))

    def _in(self, sql: str, values: Sequence[str | int]) -> list[tuple]:  # type: ignore[type-arg]
        found = []
        for at in range(0, len(values), 500):  # SQLite limits how many values a statement takes
            part = values[at : at + 500]
            found.extend(self.db.execute(f"{sql} ({','.join('?' * len(part))})", part).fetchall())
        return found


def _one(table: Table[int, Row], row: int) -> Row:
    """Read a row that there must be."""
    try:
        return table[row]
    except KeyError:
        raise sqlite3.DatabaseError(DAMAGED) from None


def _grouped(pairs: Iterable[tuple[str, str]]) -> Iterable[tuple[str, list[str]]]:
    """Collect what belongs to each key."""
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found.items()
