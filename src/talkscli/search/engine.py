"""Search: index (in SQLite) -> candidates -> rank -> confidence; rapidfuzz mends the spelling."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import MsgspecError

from talkscli.language.calendar import Span
from talkscli.language.words import fold, stems, words
from talkscli.search.choice import surest
from talkscli.search.confidence import Judged, leads, stood_in_the_way
from talkscli.search.cover import covers, shows
from talkscli.search.hits import Found, Hit, Match
from talkscli.search.index.cache import forget, open_database
from talkscli.search.index.reader import Index
from talkscli.search.question.query import MAX_WORDS, Query, read
from talkscli.search.question.terms import Term, tokenise
from talkscli.search.rank import COMPARED, Ranked, rank
from talkscli.search.weights import THRESHOLD
from talkscli.store.files import read as read_file
from talkscli.store.merge import Progress, Reader
from talkscli.store.model import Entity, Fact, Source, Store

JUDGED = 5  # facts among which the surest is the answer, however many are shown
RELATED = 0.05  # least share of a question that a fact shown under a refusal has to do with


Read = TypeVar("Read")


class Engine:
    """An indexed store that answers questions."""

    def __init__(
        self, index: Index, again: Callable[[], Index] | None = None, anew: Callable[[], Index] | None = None
    ) -> None:
        """Take an index, what makes it again should it prove damaged, and what opens it anew if it lies in a file."""
        self.index = index
        self._again = again
        self._anew = anew

    @classmethod
    def of(cls, store: Store) -> "Engine":
        """Index a store in memory."""
        from talkscli.search.index.builder import build  # a question to an index that is kept does without

        return cls(Index(build(store)))

    def close(self) -> None:
        """Close the index; nothing can be asked afterwards."""
        self._again = None  # a closed index is not a damaged one
        self.index.close()

    def reopen(self) -> None:
        """Read the index by a connection of its own: one to a file must not be used on both sides of a fork."""
        if self._anew:
            self.index = self._anew()

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def search(self, question: str, top: int = 5, *, explain: bool = False) -> Found:
        """Search for the facts that fit a question best.

        Args:
            question: In anybody's words; nothing in it is read as a query.
            top: How many facts are wanted.
            explain: Whether to tell of each word what it matched.

        Returns:
            The facts, whether the first one answers, and the words that stood in the way where it does not.
        """
        return self._reads(lambda: self._search(question, top, explain))

    def find(self, text: str) -> list[Fact]:
        """Return the facts that cover at least half of the words of a text by weight with what is shown, best first."""
        return self._reads(lambda: self._find(text))

    def dated(self, time: Span, most: int = 5) -> list[Fact]:
        """Return facts whose dates overlap a time, by their first days; what lies within it comes first."""
        return self._reads(lambda: [self.index.fact(row) for row in self.index.dated(time, most)])

    def sources(self, ids: Collection[str]) -> dict[str, Source]:
        """Return the sources that there are of these ids."""
        return self._reads(lambda: self.index.sources(ids))

    def entities(self, ids: Collection[str]) -> dict[str, Entity]:
        """Return the entities that there are of these ids."""
        return self._reads(lambda: self.index.entities(ids))

    def named(self, text: str) -> list[Entity]:
        """Return the entities of which a name stands in a text, in the order of the store."""
        return self._reads(lambda: [self.index.entity(row) for row in self._named(text)])

    def _reads(self, read: Callable[[], Read]) -> Read:
        """Read the index, or once another that is made anew if it proves damaged."""
        try:
            return read()
        except (sqlite3.DatabaseError, MsgspecError):
            if self._again is None:
                raise
            self.index.close()
            self.index, self._again = self._again(), None
            return read()

    def _search(self, question: str, top: int, explain: bool) -> Found:
        index = self.index
        query = read(index, question)
        ranking = rank(index, query)
        ahead = leads(ranking)
        judged = [Judged.of(index, query, r, lead) for r, lead in zip(ranking[: max(top, JUDGED)], ahead, strict=False)]
        if not judged:
            return Found(False, (), query.read_as, *_typed(query, query.terms), (), query.abroad)
        first = surest(index, query, judged[:JUDGED])
        answered = first.confidence >= THRESHOLD
        judged.sort(key=lambda each: (each is not first, -each.confidence))
        shown = [each for each in judged if answered or each.evidence.covered >= RELATED]
        whole = wholes(index, ranking[:COMPARED])
        sure: dict[int, float] = {}
        for each in shown:
            row = each.ranked.row
            sure.setdefault(whole.get(row, row), round(min(each.confidence, first.confidence), 3))
        hits = _each_once([Hit(index.fact(row), confidence) for row, confidence in list(sure.items())[: max(top, 1)]])
        missing = () if answered else stood_in_the_way(query, first)
        matches = _matches(index, query, first.ranked) if explain else ()
        return Found(answered, tuple(hits), query.read_as, *_typed(query, missing), matches, query.abroad)

    def _named(self, text: str) -> list[int]:
        tokens = tokenise(self.index, words(text)[:MAX_WORDS], self.index.tongue)
        return sorted({int(token.key[1:]) for token in tokens if token.key[0] == "@"})

    def _find(self, text: str) -> list[Fact]:
        query = read(self.index, text)
        ranking = rank(self.index, query, limit=self.index.size)
        weights = [term.weight / query.total for term in query.terms]
        covered = [
            (r, sum([w * share for w, share in zip(weights, shows(query, r.doc), strict=True)])) for r in ranking
        ]
        return [self.index.fact(r.row) for r, share in covered if share >= 0.5]


def _typed(query: Query, terms: Iterable[Term]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Terms as they were typed, or read if only so some fact has them; and those of them that some fact has."""
    named = [(term, query.read_as.get(fold(term.typed)) if term.held else None) for term in terms if term.key[0] != "#"]
    typed = {meant or term.typed: term.held for term, meant in named}
    return tuple(typed), frozenset([word for word, held in typed.items() if held])


def _each_once(hits: Sequence[Hit]) -> list[Hit]:
    """Leave out what the same place says in the same words as one before, as where a sentence has two dates."""
    told = {(f.citation, f.answer) if (f := hit.fact).citation else f.id: hit for hit in reversed(hits)}
    return list(reversed(told.values()))


def wholes(index: Index, ranking: Sequence[Ranked]) -> dict[int, int]:
    """A bare sentence -> the answer to a question that it is a part of: that is read with it."""
    bare = [r.row for r in ranking if r.doc.profile == "bare"]
    if not bare or len(bare) == len(ranking):
        return {}
    told: dict[tuple[str | None, str | None], list[tuple[int, str]]] = {}
    for r in ranking:
        if r.doc.profile != "bare":
            place, text = _told(index.fact(r.row))
            told.setdefault(place, []).append((r.row, text))
    found: dict[int, int] = {}
    for row in bare:
        place, sentence = _told(index.fact(row))
        whole = next((pair for pair, text in told.get(place, ()) if sentence in text), None)
        if whole is not None:
            found[row] = whole
    return found


def _told(fact: Fact) -> tuple[tuple[str | None, str | None], str]:
    """Where a fact stands, and its answer on one line."""
    cited = fact.citation
    return (cited.source, cited.section) if cited else (None, None), " ".join(fact.answer.split())


def _matches(index: Index, query: Query, ranked: Ranked) -> tuple[Match, ...]:
    """Tell for each word what covers it, from the same figures as the confidence."""
    covered, best = covers(query, ranked.shared)
    phrasing = {token for token in query.tokens & ranked.doc.tokens if best in ranked.doc.asked[token]}
    said = ranked.doc.answer | ranked.doc.context | phrasing
    rows = []
    for term, share in zip(query.terms, covered.all, strict=True):
        fits = [(worth, token, how) for token, (worth, how) in term.variants.items() if token in said]
        _, token, how = max(fits, default=(0.0, None, "not covered"), key=lambda fit: fit[0])
        shown = _shown(index, ranked, term.word, token) if token else None
        rows.append(Match(term.word, shown, how, round(term.weight / query.total, 3), round(share, 3)))
    return tuple(rows)


def _shown(index: Index, ranked: Ranked, word: str, token: str) -> str:
    """Put a token into words: an entity's name, a phrase, or the fact's own word with this stem."""
    if token == "_".join(stems(words(word))):
        return word
    if token[0] == "@":
        return index.entity(int(token[1:])).name
    said = [word for text in (*ranked.doc.texts, index.fact(ranked.row).answer) for word in words(text)]
    return next((word for word, stem in zip(said, stems(said), strict=True) if stem == token), token.replace("_", " "))


def open_engine(paths: Sequence[Path] = (), progress: Progress | None = None, read_store: Reader = read_file) -> Engine:
    """Open store files (the shipped one if none is named) for questions; a larger store's index is kept in the cache.

    `progress` is told (facts indexed, of how many); `read_store` reads a file. Raises StoreError.
    """
    db, place = open_database(paths, progress, read_store)
    if place is None:
        return Engine(Index(db))

    def anew() -> Index:
        return Index(open_database(paths, progress, read_store)[0])

    def again() -> Index:
        forget(place)
        return anew()

    try:
        return Engine(Index(db), again, anew)
    except (sqlite3.DatabaseError, MsgspecError):
        db.close()
        return Engine(again(), anew=anew)
