"""Build the index of a store: analyse its facts once, and write what questions need into a SQLite database.

Facts are analysed and written one after the other, so that a large store takes little more memory than its words do.
What is counted over all facts comes last: where each token stands, and how much each analysed text weighs.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from math import fsum, sqrt

import msgspec

from talkscli.language import calendar
from talkscli.search.index.analysis import Analyser
from talkscli.search.index.doc import Said
from talkscli.store.merge import Progress
from talkscli.store.model import Fact, Store

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE source (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE entity (n INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, body BLOB NOT NULL);
CREATE TABLE alias (key TEXT, entity INTEGER, name TEXT NOT NULL, joined TEXT, PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE INDEX alias_joined ON alias (joined);
CREATE TABLE fact (n INTEGER PRIMARY KEY, doc BLOB NOT NULL, body BLOB NOT NULL, passages BLOB NOT NULL);
CREATE TABLE dated (first TEXT, last TEXT NOT NULL, n INTEGER, PRIMARY KEY (first, n)) WITHOUT ROWID;
CREATE TABLE norm (n INTEGER PRIMARY KEY, norms BLOB NOT NULL);
CREATE TABLE opening (stem TEXT PRIMARY KEY, words INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE phrase (key TEXT PRIMARY KEY, token TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE synonym (key TEXT, class INTEGER, PRIMARY KEY (key, class)) WITHOUT ROWID;
CREATE INDEX synonym_class ON synonym (class, key);
CREATE TABLE token (key TEXT PRIMARY KEY, df INTEGER NOT NULL, facts BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE word (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE alike (first TEXT, size INTEGER, words TEXT NOT NULL, PRIMARY KEY (first, size)) WITHOUT ROWID;
"""


def build(store: Store, path: str = ":memory:", progress: Progress | None = None, key: str = "") -> sqlite3.Connection:
    """Fill a new database at `path` with the index of a store.

    `progress` is told (facts done, of how many); `key` is kept in the index.
    """
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)  # see Index.close
    try:
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;" + SCHEMA)
        _fill(db, store, progress, key)
        db.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return db


def _fill(db: sqlite3.Connection, store: Store, progress: Progress | None, key: str) -> None:
    def insert(table: str, rows: Iterable[tuple[object, ...]], values: int) -> None:
        db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * values)})", rows)  # noqa: S608 - names of ours

    encode = msgspec.json.Encoder().encode
    analyser = Analyser(store)
    table = analyser.lexicon
    insert("fact", analyser.rows(store.facts, progress), 4)
    insert("dated", _dated(store.facts), 3)
    insert("norm", _norms(db, analyser.weights(len(store.facts))), 2)
    insert("token", analyser.tokens(), 3)
    insert("word", ((word,) for word in sorted(analyser.vocabulary)), 1)
    insert("alike", analyser.alike(), 3)
    insert("alias", analyser.aliases, 4)
    insert("entity", ((n, e.id, encode(e)) for n, e in enumerate(store.entities)), 3)
    insert("source", ((s.id, encode(s)) for s in store.sources), 2)
    insert("opening", analyser.longest.items(), 2)
    insert("phrase", table.phrases.items(), 2)
    insert("synonym", ((key, n) for n, group in enumerate(table.synonyms.groups) for key in group), 2)
    insert(
        "meta",
        {
            "facts": len(store.facts),
            "sizes": bytes(analyser.sizes),
            "key": key,
            "groups": len(store.synonyms),
            "language": analyser.tongue.code,
        }.items(),
        2,
    )


def _dated(facts: Sequence[Fact]) -> Iterator[tuple[str, str, int]]:
    """Yield the first and the last day of each dated fact, and its place."""
    for n, fact in enumerate(facts):
        if fact.date:
            first, last = calendar.parse(fact.date)
            yield first.isoformat(), last.isoformat(), n


def _norms(db: sqlite3.Connection, weights: dict[str, float]) -> Iterator[tuple[int, bytes]]:
    """Yield the Euclidean length of the weights of each analysed text: of the questions, then of the answer."""
    decode = msgspec.msgpack.Decoder(Said).decode
    squares = {key: weight**2 for key, weight in weights.items()}.get
    for n, packed in db.execute("SELECT n, doc FROM fact"):
        said = decode(packed)
        sums = [0.0] * len(said.texts) if said.asked else []
        for token, places in said.asked.items():
            square = squares(token, 0.0)
            for place in places:
                sums[place] += square
        sums.append(fsum([squares(token, 0.0) for token in said.answer]))  # in whatever order
        yield n, array("f", map(sqrt, sums)).tobytes()
