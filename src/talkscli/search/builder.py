"""Build the index of a store: analyse its facts once, and write what questions need into a SQLite database."""

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from math import log, sqrt

import msgspec
from msgspec import Struct

from talkscli.model import Fact, Store
from talkscli.search.lexicon import Lexicon, Token, analyse, phrase_key
from talkscli.search.question import asks
from talkscli.text import words

LIGHT = 0.3  # share of its weight that a word keeps which says little about the matter

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE source (id TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID;
CREATE TABLE entity (n INTEGER PRIMARY KEY, id TEXT UNIQUE, body BLOB);
CREATE TABLE alias (key TEXT, entity INTEGER, name TEXT, joined TEXT, PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE TABLE fact (n INTEGER PRIMARY KEY, body BLOB, variants TEXT, texts TEXT, answer TEXT, context TEXT, holds TEXT);
CREATE TABLE phrase (key TEXT PRIMARY KEY, token TEXT) WITHOUT ROWID;
CREATE TABLE synonym (key TEXT, other TEXT, PRIMARY KEY (key, other)) WITHOUT ROWID;
CREATE TABLE ordinary (stem TEXT PRIMARY KEY, class TEXT) WITHOUT ROWID;
CREATE TABLE token (key TEXT PRIMARY KEY, df INTEGER) WITHOUT ROWID;
CREATE TABLE word (word TEXT PRIMARY KEY, first TEXT, size INTEGER) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (tokens, content='', tokenize="unicode61 tokenchars '@_'");
"""
INDEXES = """
CREATE INDEX alias_joined ON alias (joined);
CREATE INDEX word_first ON word (first, size);
"""

_DATE = re.compile(
    r"\b(?:1\d{3}|20\d\d|january|february|march|april|june|july|august|september|october|november|december|may \d|\d may"
    r"|spring|summer|autumn|winter|centur(?:y|ies)|decades?)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|ages?)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"\w \W?[A-Z]")


class _Row(Struct):
    """The analysed form of one fact."""

    variants: list[list[str]]
    texts: list[str]
    answer: list[str]
    context: set[str]
    holds: set[str]


def idf(size: int, df: int) -> float:
    """BM25's inverse document frequency in the form that is always above 0 (Lucene's; Robertson & Zaragoza 2009)."""
    return log(1 + (size - df + 0.5) / (df + 0.5))


def build(
    store: Store, path: str = ":memory:", progress: Callable[[int, int], None] | None = None
) -> sqlite3.Connection:
    """Fill a new database at `path` with the index of a store. `progress` is told (facts done, of how many)."""
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
    db.execute("BEGIN")
    builder = _Builder(store)
    total = len(store.facts)
    rows = []
    for n, fact in enumerate(store.facts):
        rows.append(builder.analyse(fact))
        if progress and n % 1000 == 999:
            progress(n + 1, total)
    weights = builder.weights(total)
    db.executemany("INSERT INTO alias VALUES (?, ?, ?, ?)", builder.aliases)
    db.executemany(
        "INSERT INTO entity VALUES (?, ?, ?)", ((n, e.id, msgspec.json.encode(e)) for n, e in enumerate(store.entities))
    )
    db.executemany("INSERT INTO source VALUES (?, ?)", ((s.id, msgspec.json.encode(s)) for s in store.sources))
    db.executemany("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?)", _facts(store, rows, weights))
    db.executemany("INSERT INTO search (rowid, tokens) VALUES (?, ?)", _searchable(rows))
    db.executemany("INSERT INTO token VALUES (?, ?)", builder.df.items())
    db.executemany("INSERT INTO word VALUES (?, ?, ?)", ((w, w[0], len(w)) for w in builder.vocabulary))
    table = builder.lexicon
    db.executemany("INSERT INTO phrase VALUES (?, ?)", table.phrases.items())
    db.executemany(
        "INSERT INTO synonym VALUES (?, ?)", ((k, o) for k, others in table.synonyms.items() for o in others)
    )
    db.executemany("INSERT INTO ordinary VALUES (?, ?)", table.ordinary.items())
    db.execute("INSERT INTO meta VALUES ('facts', ?)", (total,))
    db.execute("COMMIT")
    db.executescript(INDEXES)
    return db


class _Builder:
    """Analyses facts one after the other, and counts words as it goes."""

    def __init__(self, store: Store) -> None:
        self.lexicon = Lexicon(store.synonyms)
        self.df: Counter[str] = Counter()
        self.vocabulary: set[str] = set()
        self.names: dict[str, list[str]] = {}
        self.aliases: list[tuple[str, int, str, str]] = []
        self.number: dict[str, str] = {}
        self.kind: dict[str, str] = {}
        for n, entity in enumerate(store.entities):
            self.number[entity.id], self.kind[entity.id] = f"@{n}", entity.kind or "name"
            for alias in dict.fromkeys((entity.name, *entity.aliases)):
                folded = words(alias)
                key = phrase_key(alias)
                known = self.names.setdefault(key, [])
                if key and f"@{n}" not in known:
                    known.append(f"@{n}")
                    self.aliases.append((key, n, alias, "".join(folded)))
                    self.vocabulary.update(folded)
        self.spans = {key: [token] for key, token in self.lexicon.phrases.items()} | self.names
        self.first = {key.partition(" ")[0] for key in self.spans}
        self._around: dict[tuple[str | None, ...], list[str]] = {}
        self._last: tuple[object, _Row | None] = (None, None)

    def _tokens(self, text: str, learn: bool = True) -> list[Token]:
        folded = words(text)
        if learn:
            self.vocabulary.update(folded)
        return analyse(folded, self.spans, self.first)

    def analyse(self, fact: Fact) -> _Row:
        asked = [v for v in dict.fromkeys((fact.question, *fact.phrasings)) if v]
        parts: set[str] = set()  # the words inside of names and phrases
        variants = []
        for text in asked:
            tokens = self._tokens(text)
            variants.append([*(t.key for t in tokens), "?" + asks(text)])
            parts.update([s for t in tokens if t.key[0] == "@" or "_" in t.key for s in t.stems])
        said = fact.answer if not fact.quote or fact.quote in fact.answer else f"{fact.answer} {fact.quote}"
        tokens = self._tokens(said)
        answer = [t.key for t in tokens]
        parts.update([s for t in tokens if t.key[0] == "@" or "_" in t.key for s in t.stems])
        self.df.update({k for keys in (*variants, answer) for k in keys if k[0] != "?"} | parts)
        entities = [*fact.about, fact.speaker] if fact.speaker else [*fact.about]
        row = _Row(
            variants,
            [" ".join(words(text)) for text in asked or (said,)],
            answer,
            parts | self._context(fact) | {self.number[i] for i in entities},
            {self.kind[i] for i in entities} | _holds(fact, said, answer),
        )
        place = (fact.citation.source, fact.citation.section, fact.citation.paragraph) if fact.citation else None
        before, neighbour = self._last
        if not asked and neighbour and place and place == before:  # the sentences around a bare sentence
            row.context.update(k for k in neighbour.answer if k[0] != "=")
            neighbour.context.update(k for k in answer if k[0] != "=")
        self._last = (place, row)
        return row

    def _context(self, fact: Fact) -> set[str]:
        section = fact.citation.section if fact.citation else None
        around = (section, fact.attribution, *fact.topics)
        if around not in self._around:
            text = " . ".join(part for part in around if part)
            self._around[around] = [t.key for t in self._tokens(text, learn=False) if t.key[0] != "="]
        return set(self._around[around])

    def weights(self, total: int) -> dict[str, float]:
        ordinary = self.lexicon.ordinary
        return {k: idf(total, df) * (LIGHT if ordinary.get(k) == "light" else 1.0) for k, df in self.df.items()}


def _holds(fact: Fact, said: str, answer: list[str]) -> set[str]:
    """What kinds of answer a fact holds, whatever it is about: a number, a date, a time span, some name."""
    holds = {"number"} if any(key[0].isdigit() for key in answer) else set()
    if fact.date or _DATE.search(said):
        holds.add("date")
    if _DURATION.search(said):
        holds.add("duration")
    if _CAPITAL.search(said):
        holds.add("capital")
    return holds


def _facts(store: Store, rows: list[_Row], weights: dict[str, float]) -> Iterable[tuple[object, ...]]:
    def pack(tokens: list[str]) -> str:
        norm = sqrt(sum([weights.get(t, 0.0) ** 2 for t in set(tokens)]))
        return f"{norm:.3f} {' '.join(tokens)}"

    for n, (fact, row) in enumerate(zip(store.facts, rows, strict=True)):
        yield (
            n,
            msgspec.json.encode(fact),
            "|".join(map(pack, row.variants)),
            "|".join(row.texts),
            pack(row.answer),
            " ".join(sorted(row.context)),
            " ".join(sorted(row.holds)),
        )


def _searchable(rows: list[_Row]) -> Iterable[tuple[int, str]]:
    for n, row in enumerate(rows):
        tokens = {k for keys in (*row.variants, row.answer) for k in keys if k[0] not in "?="}
        yield n, " ".join(tokens | row.context)
