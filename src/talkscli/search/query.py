"""Read a question: for each of its words, the tokens of the store that it may mean, and how much it matters."""

from collections.abc import Sequence
from math import sqrt
from operator import itemgetter

from msgspec import Struct

from talkscli.language.lexicon import MAX_PHRASE, Token, analyse
from talkscli.language.words import stems, trigrams, words
from talkscli.search.index import LIGHT, Index
from talkscli.search.question import asks
from talkscli.search.spelling import respell

SYNONYM = 0.8  # worth of a synonym against the word itself
PART = 0.6  # worth of one word of a phrase or longer name
MAX_WORDS = 60  # of a question; the rest is not read

# What a fact should hold to answer such a question.
WANTED = {
    "number": {"number"},
    "when": {"date"},
    "duration": {"duration", "date"},
    "where": {"place", "country", "capital"},
    "who": {"person", "organisation", "country", "name", "capital"},
}

Guesses = dict[int, list[tuple[str, float]]]


class Term(Struct):
    """A word, phrase or name of the question."""

    word: str
    """As it was read, folded."""
    key: str
    """Its token."""
    start: int
    """Index of its first word."""
    variants: dict[str, tuple[float, str]]
    """Tokens of the store -> (worth, 0 to 1; how: exact, synonym, spelling, entity)."""
    rank: str
    """"entity", "topical", "plain", "generic" or "light": how much it decides what is asked."""
    respelled: bool = False
    known: bool = False
    """Whether the store or the tables have the word, in any spelling."""
    weight: float = 0.0
    """Inverse document frequency, less for light words."""


class Query(Struct):
    """A question as the search reads it."""

    terms: list[Term]
    function: dict[str, float]
    """Function words -> squared weight."""
    asks: str
    """The kind of answer that it wants; in a fact's tokens that is `kind`."""
    read_as: dict[str, str]
    grams: frozenset[str]
    """Character trigrams of the words as read."""
    total: float
    """Weight of all terms."""
    norm: float
    """Euclidean length of all weights, function words included."""
    df: dict[str, int]
    """In how many facts each variant stands; what to look for."""
    where: dict[str, list[tuple[int, float]]]
    """Token of the store -> the terms that it is a variant of, with its worth."""
    tokens: frozenset[str]
    """The same tokens."""
    weights: list[float]
    """Of the terms."""
    variants: list[list[tuple[str, float]]]
    """Of the terms: tokens of the store with their worth, the best last."""
    kind: str
    wants: set[str] | None
    """What a fact should hold to answer it, if it tells."""
    shares: dict[frozenset[str], float] = {}
    """Share of the weight by the tokens that cover it, kept by `rank`."""


def read(index: Index, question: str) -> Query:
    """Analyse a question against the words and names of a store."""
    typed = words(question[: MAX_WORDS * 40])[:MAX_WORDS]
    folded: list[str] = []
    guesses: Guesses = {}
    read_as: dict[str, str] = {}
    for word, readings in respell(index, typed):
        best, likeness = readings[0]
        if best != word and index.known(best.split()):
            read_as[word] = index.spelled(" ".join(stems(best.split()))) or best
        if likeness < 1:
            guesses[len(folded)] = readings
        folded += best.split()
    terms, function = _terms(index, folded, guesses)
    df = index.df({v for term in terms for v in term.variants})
    where: dict[str, list[tuple[int, float]]] = {}
    for n, term in enumerate(terms):
        counts = [df[v] for v, (worth, _) in term.variants.items() if v in df and worth >= PART]
        light = term.rank == "light" or (term.rank == "generic" and not counts)
        term.weight = index.idf(counts[0] if counts else 0) * (LIGHT if light else 1.0)
        term.known = term.known or bool(counts)
        for token, (worth, _) in term.variants.items():
            where.setdefault(token, []).append((n, worth))
    names = {v: 1 for term in terms for v in term.variants if v[0] == "@"}  # facts may be about one without naming it
    squares = {key: index.idf(count) ** 2 for key, count in index.df(function).items()}
    asked = asks(question)
    return Query(
        terms,
        squares,
        asked,
        read_as,
        trigrams(" ".join(folded)),
        sum([t.weight for t in terms]) or 1.0,
        sqrt(sum([t.weight**2 for t in terms]) + sum(squares.values())) or 1.0,
        names | df,
        where,
        frozenset(where),
        [t.weight for t in terms],
        [sorted([(token, worth) for token, (worth, _) in t.variants.items()], key=itemgetter(1)) for t in terms],
        "?" + asked,
        WANTED.get(asked),
    )


def _terms(index: Index, folded: Sequence[str], guesses: Guesses) -> tuple[list[Term], list[str]]:
    """Give the terms of a question, and its function words."""
    stemmed = stems(list(folded))
    sizes = range(1, MAX_PHRASE + 1)
    keys = [" ".join(stemmed[at : at + n]) for at in range(len(stemmed)) for n in sizes if at + n <= len(stemmed)]
    spans = index.spans(keys)
    tokens = analyse(folded, spans)
    content = [token for token in tokens if token.key[0] != "="]
    alike = {stem for guess in guesses.values() for other, _ in guess for stem in stems([other])}
    lookup = {token.key for token in content} | {stem for token in content for stem in token.stems} | alike
    synonyms, ordinary = index.synonyms(lookup), index.ordinary(lookup)
    terms: list[Term] = []
    for token in content:
        if terms and terms[-1].start == token.start:  # a name of several entities
            terms[-1].variants[token.key] = (1.0, "entity")
            continue
        guess = next((guesses[at] for at in range(token.start, token.start + token.size) if at in guesses), [])
        listed = ordinary.get(token.key, "known" if token.size > 1 else "")
        rank = "entity" if token.key[0] == "@" else listed if listed in ("light", "generic", "topical") else "plain"
        word = " ".join(folded[token.start : token.start + token.size])
        variants = _variants(token, guess, synonyms)
        terms.append(Term(word, token.key, token.start, variants, rank, bool(guess), bool(listed)))
    return terms, [token.key for token in tokens if token.key[0] == "="]


def _variants(
    token: Token, guess: list[tuple[str, float]], synonyms: dict[str, list[str]]
) -> dict[str, tuple[float, str]]:
    """Collect what a token of the question may stand for in the store, each at its best worth."""
    entity = token.key[0] == "@"
    trust = guess[0][1] if guess else 1.0
    how = "spelling" if guess else "entity" if entity else "exact"
    variants = {token.key: (trust, how)}
    for other in synonyms.get(token.key, ()):
        variants.setdefault(other, (SYNONYM * trust, "synonym"))
    if entity or token.size > 1:
        part = trust if token.size == 1 else PART * trust
        for stem in token.stems:
            variants.setdefault(stem, (part, how))
            for other in () if entity else synonyms.get(stem, ()):
                variants.setdefault(other, (SYNONYM * part, "synonym"))
    for other, likeness in guess[1:]:
        variants.setdefault(stems([other])[0], (likeness, "spelling"))
    return variants
