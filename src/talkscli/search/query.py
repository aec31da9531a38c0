"""Read a question: for each of its words, the tokens of the store that it may mean, and how much it matters."""

from collections.abc import Iterator, Sequence
from math import sqrt

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from talkscli.search.builder import LIGHT
from talkscli.search.index import Index
from talkscli.search.lexicon import MAX_PHRASE, Token, light_words
from talkscli.search.question import asks
from talkscli.text import STOP, stems, words

SPELLING = 0.72  # least OSA similarity of a word that is read as another
SYNONYM = 0.8  # worth of a synonym against the word itself
PART = 0.6  # worth of one word of a phrase or longer name
MAX_WORDS = 60  # of a question; the rest is not read


class Term(Struct):
    """A word, phrase or name of the question."""

    word: str
    """As typed, folded."""
    key: str
    """The token that it is read as."""
    start: int
    """Index of its first word."""
    variants: dict[str, tuple[float, str]]
    """Tokens of the store -> (worth, 0 to 1; how: exact, synonym, spelling, entity)."""
    entity: bool
    light: bool
    known: bool
    """Whether the store or the tables have the word, in any spelling."""
    weight: float = 0.0
    """Inverse document frequency, less for light words."""


class Query(Struct):
    """A question as the search reads it."""

    terms: list[Term]
    function: dict[str, float]
    """Function words -> weight."""
    asks: str
    read_as: dict[str, str]
    text: str
    """The words as read."""
    total: float
    """Weight of all terms."""
    norm: float
    """Euclidean length of all weights, function words included."""
    df: dict[str, int]
    """In how many facts each variant stands."""
    pairs: set[tuple[str, str]]
    """Tokens that follow each other."""


def read(index: Index, question: str) -> Query:
    """Analyse a question against the words and names of a store."""
    typed = words(question)[:MAX_WORDS]
    known = index.known(typed)
    folded: list[str] = []
    guesses: dict[int, list[tuple[str, float]]] = {}
    read_as: dict[str, str] = {}
    for word, readings in _respell(index, typed, known):
        best, likeness = readings[0]
        if best != word:
            read_as[word] = index.spelled(" ".join(stems(best.split()))) or best
        if likeness < 1:
            guesses[len(folded)] = readings
        folded += best.split()
    stemmed = stems(folded)
    spans = [(i, n) for i in range(len(folded)) for n in range(1, min(MAX_PHRASE, len(folded) - i) + 1)]
    names = index.names([" ".join(stemmed[i : i + n]) for i, n in spans])
    tokens = index.lexicon.analyse(folded, names, {key.partition(" ")[0] for key in names})
    terms: list[Term] = []
    for token in tokens:
        if token.key[0] == "=":
            continue
        if terms and terms[-1].start == token.start:  # a name of several entities
            terms[-1].variants[token.key] = (1.0, "entity")
        else:
            terms.append(_term(index, token, " ".join(folded[token.start : token.start + token.size]), guesses))
    df = index.df({v for term in terms for v in term.variants} | {t.key for t in tokens if t.key[0] == "="})
    for term in terms:
        counts = [df[v] for v, (worth, _) in term.variants.items() if v in df and worth >= PART]
        term.weight = index.idf(counts[0] if counts else 0) * (LIGHT if term.light else 1.0)
        term.known = bool(counts) or index.lexicon.knows(term.key)
        term.variants = {v: how for v, how in term.variants.items() if v in df}
    function = {t.key: index.idf(df[t.key]) for t in tokens if t.key[0] == "=" and t.key in df}
    heads = [max(t.variants, key=lambda v, t=t: t.variants[v][0]) if t.variants else t.key for t in terms]  # type: ignore[misc]
    return Query(
        terms,
        function,
        asks(question),
        read_as,
        " ".join(folded),
        sum([t.weight for t in terms]) or 1.0,
        sqrt(sum([t.weight**2 for t in terms]) + sum([w * w for w in function.values()])) or 1.0,
        {v: n for v, n in df.items() if v[0] != "="},
        set(zip(heads, heads[1:], strict=False)),
    )


def _term(index: Index, token: Token, word: str, guesses: dict[int, list[tuple[str, float]]]) -> Term:
    """Collect what a token of the question may stand for in the store."""
    lexicon = index.lexicon
    entity = token.key[0] == "@"
    guess = next((guesses[i] for i in range(token.start, token.start + token.size) if i in guesses), None)
    trust = guess[0][1] ** 2 if guess else 1.0
    how = "spelling" if guess else "entity" if entity else "exact"
    variants = {token.key: (trust, how)}
    for other in lexicon.synonyms.get(token.key, ()):
        variants.setdefault(other, (SYNONYM * trust, "synonym"))
    if entity or token.size > 1:
        part = trust if token.size == 1 else PART * trust
        for stem in token.stems:
            variants.setdefault(stem, (part, how))
            if not entity:
                for other in lexicon.synonyms.get(stem, ()):
                    variants.setdefault(other, (SYNONYM * part, "synonym"))
    for other, likeness in guess[1:] if guess else ():
        variants.setdefault(stems([other])[0], (likeness**2, "spelling"))
    return Term(word, token.key, token.start, variants, entity, token.key in light_words(), known=False)


def _respell(index: Index, typed: Sequence[str], known: set[str]) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    """Give each word with what it may have been meant to be: [(word or words, likeness)], the likeliest first."""
    skip = False
    for at, word in enumerate(typed):
        if skip:
            skip = False
            continue
        following = typed[at + 1] if at + 1 < len(typed) else ""
        strange = word not in known and word not in STOP
        if following and (strange or (following not in known and following not in STOP)):
            both = word + following
            if len(both) > 5 and index.known([both]):  # "cease fire"
                skip = True
                yield f"{word} {following}", [(both, 1.0)]
                continue
        if not strange or len(word) < 4 or word[0].isdigit() or index.lexicon.knows(stems([word])[0]):
            yield word, [(word, 1.0)]
        else:
            name = index.joined(word)
            split = " ".join(words(name)) if name else _split(index, word)
            yield word, [(split, 1.0)] if split else _similar(index, word) or [(word, 1.0)]


def _split(index: Index, word: str) -> str:
    """Find two words of the store that were typed as one: "sanctionspackage"."""
    cuts = [(word[:at], word[at:]) for at in range(3, len(word) - 2)]
    known = index.known([part for cut in cuts for part in cut])
    fits = [cut for cut in cuts if cut[0] in known and cut[1] in known]
    return " ".join(max(fits, key=lambda cut: min(map(len, cut)))) if fits else ""


def _similar(index: Index, word: str) -> list[tuple[str, float]]:
    """Find words of the store that this one may be a misspelling of; another first letter costs a little."""
    pool: list[str] = []
    for first in dict.fromkeys(word[:2]):
        pool += index.words(first, len(word) - 2, len(word) + 2)
    found = process.extract(word, pool, scorer=OSA.normalized_similarity, score_cutoff=SPELLING, limit=4)
    rated = [(other, likeness if other[0] == word[0] else likeness * 0.9) for other, likeness, _ in found]
    return sorted((row for row in rated if row[1] >= SPELLING), key=lambda row: -row[1])
