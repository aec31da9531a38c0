"""Read access to the index of a store. Facts and entities go by their place in the store ("row")."""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from heapq import nlargest
from math import log

import msgspec
from msgspec import Struct

from talkscli.model import Entity, Fact, Source

LIGHT = 0.3  # share of its weight that a word keeps which says little about the matter
SMALL = 5000  # facts; the counts of a store up to this size are read at once
KEPT = 5000  # analysed facts kept for further questions
BUDGET = 5000  # entries of the lists of facts that one question may take facts from
FURTHER = 30_000  # entries that it may read to rank these facts
K1, B = 1.2, 0.75  # BM25's customary constants
DAMAGED = "the index is damaged"


class Field(Struct, array_like=True, gc=False):
    """An analysed text."""

    tokens: frozenset[str]
    norm: float = 0.0
    """Euclidean length of its tokens' weights."""


class Doc(Struct, array_like=True):
    """The analysed form of one fact."""

    variants: list[Field]
    """Question and phrasings; none for a bare sentence."""
    texts: list[str]
    """The same as folded words; of a bare sentence, the answer."""
    answer: Field
    context: frozenset[str]
    """Tokens around it: parts of names, entities, section, topics; for a bare sentence, those before and after it."""
    holds: frozenset[str]
    """Kinds of answer that are in it: number, date, capital, and the kinds of its entities."""
    asked: frozenset[str] = frozenset()
    """Tokens of all variants."""
    grams: list[frozenset[str]] | None = None
    """Character trigrams of `texts`, made when first needed."""


def idf(size: int, df: int) -> float:
    """BM25's inverse document frequency in the form that is always above 0 (Lucene's; Robertson & Zaragoza 2009)."""
    return log(1 + (size - df + 0.5) / (df + 0.5))


class Index:
    """An index, opened for questions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Take a database that `builder.build` filled."""
        self.db = db
        meta = dict(db.execute("SELECT key, value FROM meta"))
        self.size: int = meta.get("facts", 0)
        self._sizes: bytes = meta.get("sizes", b"")
        if len(self._sizes) != self.size:
            raise sqlite3.DatabaseError(DAMAGED)
        mean = sum(self._sizes) / (self.size or 1) or 1.0
        self._shorter = [(K1 + 1) / (1 + K1 * (1 - B + B * size / mean)) for size in range(256)]
        self._docs: dict[int, Doc] = {}
        self._decode = msgspec.msgpack.Decoder(Doc).decode
        self._df = dict(db.execute("SELECT key, df FROM token WHERE df > 0")) if self.size <= SMALL else None

    def idf(self, df: int) -> float:
        """Weight of a token that `df` facts hold."""
        return idf(self.size, df)

    def df(self, tokens: Iterable[str]) -> dict[str, int]:
        """How many facts hold each token; those that none holds are left out."""
        if self._df is not None:
            return {token: self._df[token] for token in tokens if token in self._df}
        return dict(self._in("SELECT key, df FROM token WHERE df > 0 AND key IN", list(tokens)))

    def spans(self, keys: Sequence[str]) -> dict[str, list[str]]:
        """Give the tokens of those stemmed word sequences that are phrases or names."""
        found = {key: [token] for key, token in self._in("SELECT key, token FROM phrase WHERE key IN", keys)}
        names: dict[str, list[str]] = {}
        for key, row in self._in("SELECT key, entity FROM alias WHERE key IN", keys):
            names.setdefault(key, []).append(f"@{row}")
        return found | names

    def synonyms(self, tokens: Iterable[str]) -> dict[str, list[str]]:
        """Give the other tokens that mean the same."""
        found: dict[str, list[str]] = {}
        for key, other in self._in("SELECT key, other FROM synonym WHERE key IN", list(tokens)):
            found.setdefault(key, []).append(other)
        return found

    def ordinary_like(self, first: str) -> list[str]:
        """Stems of the tables with this first letter."""
        rows = self.db.execute("SELECT stem FROM ordinary WHERE stem >= ? AND stem < ?", (first, chr(ord(first) + 1)))
        return [row[0] for row in rows]

    def ordinary(self, stems: Iterable[str]) -> dict[str, str]:
        """Give the class of words that the tables have: light, generic, or just known."""
        return dict(self._in("SELECT stem, class FROM ordinary WHERE stem IN", list(stems)))

    def known(self, folded: Sequence[str]) -> set[str]:
        """Those of the words that stand in the store."""
        return {row[0] for row in self._in("SELECT word FROM word WHERE word IN", folded)}

    def words(self, first: str, least: int, most: int) -> list[str]:
        """The store's words with this first letter, of `least` to `most` letters."""
        sql = "SELECT words FROM alike WHERE first = ? AND size BETWEEN ? AND ?"
        return " ".join([row[0] for row in self.db.execute(sql, (first, least, most))]).split()

    def joined(self, word: str) -> str | None:
        """Give a name that was typed as one word: "vonderleyen" is "von der Leyen"."""
        row = self.db.execute("SELECT name FROM alias WHERE joined = ?", (word,)).fetchone()
        return row[0] if row else None

    def spelled(self, key: str) -> str | None:
        """Give a name as the store writes it."""
        row = self.db.execute("SELECT name FROM alias WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def candidates(self, df: dict[str, int], limit: int) -> list[int]:
        """Rows of facts that hold any of the tokens, best BM25 first; `df` has the tokens' frequencies.

        Frequent tokens hardly tell facts apart: once the rarer ones fill the budget they only add to the facts found.
        """
        scores: dict[int, float] = {}
        read = 0
        for token in sorted(df, key=df.__getitem__):
            rows = self._facts(token)
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
        best = sorted(scores.values(), reverse=True)[: 4 * limit]  # the length of a fact moves it no further than that
        least = best[-1] if best else 0.0
        sizes, shorter = self._sizes, self._shorter
        try:
            rated = [(score * shorter[sizes[row]], -row) for row, score in scores.items() if score >= least]
        except IndexError:
            raise sqlite3.DatabaseError(DAMAGED) from None
        return [-row for _, row in nlargest(limit, rated)]

    def _facts(self, token: str) -> "array[int]":
        rows = array("I")
        for packed in self.db.execute("SELECT facts FROM token WHERE key = ?", (token,)):
            rows.frombytes(packed[0])
        return rows

    def docs(self, rows: Sequence[int]) -> list[Doc]:
        """Give the analysed facts of these rows, in their order."""
        if len(self._docs) > KEPT:
            self._docs.clear()
        missing = [row for row in rows if row not in self._docs]
        for n, packed, norms in self._in("SELECT n, doc, norms FROM fact JOIN norm USING (n) WHERE n IN", missing):
            doc = self._docs[n] = self._decode(packed)
            if doc.variants:
                doc.asked = doc.variants[0].tokens.union(*[field.tokens for field in doc.variants[1:]])
            for field, norm in zip((*doc.variants, doc.answer), array("f", norms), strict=True):
                field.norm = norm
        if not self._docs.keys() >= set(rows):
            raise sqlite3.DatabaseError(DAMAGED)
        return [self._docs[row] for row in rows]

    def fact(self, row: int) -> Fact:
        """Give the fact itself."""
        return msgspec.json.decode(
            self.db.execute("SELECT body FROM fact WHERE n = ?", (row,)).fetchone()[0], type=Fact
        )

    def entity(self, row: int) -> Entity:
        """Give the entity itself."""
        body = self.db.execute("SELECT body FROM entity WHERE n = ?", (row,)).fetchone()[0]
        return msgspec.json.decode(body, type=Entity)

    def entities(self, ids: Sequence[str]) -> dict[str, Entity]:
        """Give entities by id."""
        rows = self._in("SELECT id, body FROM entity WHERE id IN", ids)
        return {ident: msgspec.json.decode(body, type=Entity) for ident, body in rows}

    def sources(self, ids: Sequence[str]) -> dict[str, Source]:
        """Give sources by id."""
        rows = self._in("SELECT id, body FROM source WHERE id IN", ids)
        return {ident: msgspec.json.decode(body, type=Source) for ident, body in rows}

    def _in(self, sql: str, values: Sequence[str | int]) -> list[tuple]:  # type: ignore[type-arg]
        found = []
        for at in range(0, len(values), 500):  # SQLite limits how many values a statement takes
            part = values[at : at + 500]
            found.extend(self.db.execute(f"{sql} ({','.join('?' * len(part))})", part).fetchall())
        return found
