"""Read access to the index of a store. Facts and entities go by their place in the store ("row")."""

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from talkscli.model import Entity, Fact, Source
from talkscli.search.builder import idf

SMALL = 5000  # facts; the counts of a store up to this size are read at once
KEPT = 20_000  # analysed facts kept for further questions
BUDGET = 20_000  # postings that one question may read


class Field(Struct):
    """An analysed text."""

    norm: float
    """Euclidean length of its tokens' weights."""
    tokens: frozenset[str]
    order: tuple[str, ...]
    """The same tokens as they follow each other, function words aside."""


class Doc(Struct):
    """The analysed form of one fact."""

    variants: list[Field]
    """Question and phrasings; none for a bare sentence."""
    texts: list[str]
    """The same as folded words; of a bare sentence, the answer."""
    answer: Field
    context: frozenset[str]
    """Tokens around it: parts of names, entities, section, topics; for a bare sentence, those before and after it."""
    asked: frozenset[str]
    """Tokens of all variants."""
    holds: frozenset[str]
    """Kinds of answer that are in it: number, date, capital, and the kinds of its entities."""
    grams: list[frozenset[str]] | None = None
    """Character trigrams of `texts`, made when first needed."""


class Index:
    """An index, opened for questions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Take a database that `builder.build` filled."""
        self.db = db
        self.size: int = db.execute("SELECT value FROM meta WHERE key = 'facts'").fetchone()[0]
        self._docs: dict[int, Doc] = {}
        self._df = dict(db.execute("SELECT key, df FROM token")) if self.size <= SMALL else None

    def idf(self, df: int) -> float:
        """Weight of a token that `df` facts hold."""
        return idf(self.size, df)

    def df(self, tokens: Iterable[str]) -> dict[str, int]:
        """How many facts hold each token; those that none holds are left out."""
        if self._df is not None:
            return {token: self._df[token] for token in tokens if token in self._df}
        return dict(self._in("SELECT key, df FROM token WHERE key IN", list(tokens)))

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

    def ordinary(self, stems: Iterable[str]) -> dict[str, str]:
        """Give the class of words that the tables have: light, generic, or just known."""
        return dict(self._in("SELECT stem, class FROM ordinary WHERE stem IN", list(stems)))

    def known(self, folded: Sequence[str]) -> set[str]:
        """Those of the words that stand in the store."""
        return {row[0] for row in self._in("SELECT word FROM word WHERE word IN", folded)}

    def words(self, first: str, least: int, most: int) -> list[str]:
        """The store's words with this first letter, of `least` to `most` letters."""
        rows = self.db.execute("SELECT word FROM word WHERE first = ? AND size BETWEEN ? AND ?", (first, least, most))
        return [row[0] for row in rows]

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

        The most frequent tokens are left out as soon as the rarer ones fill the budget: they hardly tell facts apart.
        """
        chosen: list[str] = []
        postings = 0
        for token in sorted(df, key=df.__getitem__):
            postings += df[token]
            if chosen and postings > BUDGET:
                break
            chosen.append(f'"{token}"')
        if not chosen:
            return []
        sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?"
        return [row[0] for row in self.db.execute(sql, (" OR ".join(chosen), limit))]

    def docs(self, rows: Sequence[int]) -> list[Doc]:
        """Give the analysed facts of these rows, in their order."""
        missing = [row for row in rows if row not in self._docs]
        if missing:
            if len(self._docs) > KEPT:
                self._docs.clear()
            sql = "SELECT n, variants, texts, answer, context, holds FROM fact WHERE n IN"
            for n, variants, texts, answer, context, holds in self._in(sql, missing):
                fields = [_field(packed) for packed in variants.split("|")] if variants else []
                asked = frozenset().union(*[field.tokens for field in fields])
                split = frozenset(context.split()), asked, frozenset(holds.split())
                self._docs[n] = Doc(fields, texts.split("|"), _field(answer), *split)
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


def _field(packed: str) -> Field:
    norm, *tokens = packed.split(" ")
    return Field(float(norm), frozenset(tokens), tuple(t for t in tokens if t and t[0] not in "=?"))
