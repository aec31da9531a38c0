"""Other ways to find a fact by a question, for the speed benchmark: each is made once and asked for the five best."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

Ask = Callable[[str], object]


def folder_size(path: Path) -> int:
    """Give the bytes of a file, or of all files below a folder."""
    return sum(file.stat().st_size for file in [path, *path.rglob("*")] if file.is_file())


def rapidfuzz_wratio(texts: list[str], folder: Path) -> Ask:
    """Compare the question with every text by WRatio: nothing is made beforehand."""
    from rapidfuzz import fuzz, process, utils

    return lambda question: process.extract(
        question, texts, scorer=fuzz.WRatio, processor=utils.default_process, limit=5
    )


def rapidfuzz_token_set(texts: list[str], folder: Path) -> Ask:
    """Compare the question with every text by token_set_ratio."""
    from rapidfuzz import fuzz, process, utils

    return lambda question: process.extract(
        question, texts, scorer=fuzz.token_set_ratio, processor=utils.default_process, limit=5
    )


def fts5(texts: list[str], folder: Path) -> Ask:
    """Ask SQLite's full-text index for any of the words, best BM25 first."""
    db = sqlite3.connect(folder / "fts5.db", isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")
    db.execute("CREATE VIRTUAL TABLE facts USING fts5 (text, tokenize='porter unicode61')")
    db.execute("BEGIN")
    db.executemany("INSERT INTO facts (rowid, text) VALUES (?, ?)", enumerate(texts))
    db.execute("COMMIT")

    def ask(question: str) -> object:
        any_word = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        sql = "SELECT rowid FROM facts WHERE facts MATCH ? ORDER BY rank LIMIT 5"
        return db.execute(sql, (any_word,)).fetchall() if any_word else []

    return ask


def bm25s(texts: list[str], folder: Path) -> Ask:
    """Ask the bm25s library (NumPy, scores computed when it is made), with Snowball stems."""
    import bm25s
    import Stemmer

    stemmer = Stemmer.Stemmer("english")
    model = bm25s.BM25()
    model.index(bm25s.tokenize(texts, stemmer=stemmer, show_progress=False), show_progress=False)
    model.save(folder / "bm25s")

    def ask(question: str) -> object:
        tokens = bm25s.tokenize([question], stemmer=stemmer, show_progress=False)
        return model.retrieve(tokens, k=min(5, len(texts)), show_progress=False)

    return ask


def tantivy(texts: list[str], folder: Path) -> Ask:
    """Ask Tantivy (Rust), with its English stemmer."""
    import tantivy

    place = folder / "tantivy"
    place.mkdir()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=False, tokenizer_name="en_stem")
    builder.add_unsigned_field("n", stored=True)
    index = tantivy.Index(builder.build(), path=str(place))
    writer = index.writer(heap_size=256 << 20, num_threads=1)
    for n, text in enumerate(texts):
        writer.add_document(tantivy.Document(text=[text], n=n))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def ask(question: str) -> object:
        plain = " ".join(re.findall(r"\w+", question))
        return searcher.search(index.parse_query(plain, ["text"]), 5).hits

    return ask


PEERS = {
    "rapidfuzz WRatio": (rapidfuzz_wratio, None),
    "rapidfuzz token_set": (rapidfuzz_token_set, None),
    "SQLite FTS5": (fts5, "fts5.db"),
    "bm25s": (bm25s, "bm25s"),
    "tantivy": (tantivy, "tantivy"),
}
