"""Read a question: for each of its words, the tokens of the store that it may mean, and how much it matters."""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from operator import mul
from typing import NamedTuple

from msgspec import Struct

from talkscli.language.answers import asked_by, measures
from talkscli.language.lexicon import MAX_PHRASE, Token, analyse
from talkscli.language.opposites import opposites
from talkscli.language.related import related
from talkscli.language.tongues import Tongue, asked_in, is_abroad
from talkscli.language.words import trigrams, words
from talkscli.search.asked import Asked, read_asked
from talkscli.search.index import Index
from talkscli.search.question import asks
from talkscli.search.typed import Spelled, spell

SYNONYM = 0.8  # worth of a synonym against the word itself
PART = 0.6  # worth of one word of a phrase or longer name
MAX_WORDS = 60  # of a question; the rest is not read

# What a fact should hold to answer such a question.
WANTED = {
    "number": frozenset({"number"}),
    "cost": frozenset({"money"}),
    "when": frozenset({"date"}),
    "duration": frozenset({"duration", "date"}),
    "where": frozenset({"place", "country", "capital"}),
    "who": frozenset({"person", "organisation", "country", "name", "capital"}),
    "why": frozenset({"reason"}),
    "words": frozenset({"words"}),
}
WANTED_ABROAD = {  # of which other languages' words need not be known
    "number": frozenset({"number"}),
    "when": frozenset({"number", "date"}),
}

_LETTER = re.compile("[a-zA-Z]")


class Term(Struct):
    """A word, phrase or name of the question."""

    word: str
    """As it was read, folded."""
    typed: str
    """As it was typed."""
    key: str
    """Its token."""
    start: int
    """Index of its first word."""
    variants: dict[str, tuple[float, str]]
    """Tokens of the store -> (worth, 0 to 1; how: exact, synonym, spelling, entity, opposite)."""
    rarity: float
    """How rare it is in its language, 0 to 1; a name or a number is rarest."""
    respelled: bool = False
    held: bool = False
    """Whether any fact holds it, in any spelling."""
    weight: float = 0.0
    """Inverse document frequency."""

    @property
    def known(self) -> bool:
        """Whether the store has the word, or English; of other languages too few are listed to tell."""
        return self.held or self.rarity < 1


class Covered(NamedTuple):
    """How well a set of tokens covers the words of a question."""

    worths: list[float]
    """Of each term, that of its best variant, or 0."""
    share: float
    """Of the question's weight."""


class Coverings(dict[frozenset[str], Covered]):
    """Sets of a question's tokens -> what they cover, worked out once: many facts share a few words with it."""

    def __init__(self, where: Mapping[str, list[tuple[int, float]]], weights: list[float], total: float) -> None:
        super().__init__()
        self._where, self._weights, self._total = where, weights, total

    def __missing__(self, shared: frozenset[str]) -> Covered:
        worths = [0.0] * len(self._weights)
        for token in shared:
            for term, worth in self._where[token]:
                if worth > worths[term]:
                    worths[term] = worth
        found = self[shared] = Covered(worths, sum(map(mul, self._weights, worths)) / self._total)
        return found


class Query(Struct, kw_only=True):
    """A question as the search reads it."""

    terms: list[Term]
    function: dict[str, float]
    """Function words -> squared weight."""
    abroad: bool
    """Whether it is plainly in another language than the store."""
    asks: str
    """The kind of answer that it wants."""
    kind: str
    """The token by which facts that are asked for such an answer are known."""
    wants: frozenset[str] | None
    """What a fact should hold to answer it, if the question tells."""
    english: bool
    """Whether it is read by the word tables for English."""
    mixed: bool
    """Whether capitals tell of names in it: it is so read, and not typed in capitals only."""
    asked: Asked
    """Whose act it asks about, for which attribute, and which of its terms belong together."""
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
    covered: Coverings
    """What sets of them cover."""
    kin: dict[str, list[tuple[int, float]]]
    """Stem of related meaning -> the terms that it is related to, with the likeness."""
    opposites: dict[str, frozenset[str]]
    """Token of a term -> the stems of its opposites, where it has any."""
    weights: list[float]
    """Of the terms."""
    squares: list[float]
    """Of the weights."""
    names: list[int]
    """Those of the terms that are names."""
    known: float
    """Share of the terms that the store or English has."""
    respelled: float
    """Share of the weight that was read otherwise than typed."""

    def standing_for(self, term: int) -> set[str]:
        """Tokens of the store that a term may mean."""
        return set(self.terms[term].variants)


def read(index: Index, question: str) -> Query:
    """Analyse a question against the words and names of a store."""
    cut = " ".join(question[: MAX_WORDS * 40].split())
    folded = words(cut)
    typed = folded[:MAX_WORDS]
    tongue = asked_in(cut, index.tongue)
    same = tongue is index.tongue
    abroad = is_abroad(typed, index.tongue, index.known(typed)) if same else not _LETTER.search(cut)
    spelled = spell(index, cut, typed, tongue, mend=not (same and abroad))
    tokens = _tokens(index, spelled.folded, tongue)
    wanted = asks(cut, spelled.folded, tongue, [token.key for token in tokens])
    terms = _terms(index, spelled, tokens, tongue)
    opposed = {term.key: found for term in terms if tongue.english and (found := opposites(term.key))}
    if wanted == "yesno":  # "did X accept" is answered by X's refusal
        for term in terms:
            for other in sorted(opposed.pop(term.key, ())):
                term.variants.setdefault(other, (SYNONYM, "opposite"))
    roles = _roles(index, tokens) if wanted == "role" else []
    _widen(terms, wanted, roles, how=spelled.folded[:1] == ["how"])
    held = WANTED if tongue.english else WANTED_ABROAD
    df = index.df({v for term in terms for v in term.variants})
    for term in terms:
        counts = [df[v] for v, (worth, _) in term.variants.items() if v in df and worth >= PART]
        term.held = bool(counts)
        term.weight = index.idf(counts[0] if counts else 0)
    where = _by_token((token, n, worth) for n, t in enumerate(terms) for token, (worth, _) in t.variants.items())
    weights = [term.weight for term in terms]
    total = sum(weights) or 1.0
    names = {v: 1 for term in terms for v in term.variants if v[0] == "@"}  # facts may be about one without naming it
    function = [token.key for token in tokens if token.key[0] == "="]
    squares = {key: index.idf(count) ** 2 for key, count in index.df(function).items()}
    return Query(
        terms=terms,
        function=squares,
        abroad=abroad,
        asks=wanted,
        kind=f"?{wanted}",
        wants=frozenset(roles) or held.get("who" if wanted == "role" else wanted),
        english=tongue.english,
        mixed=tongue.english and any(term.typed[:1].islower() for term in terms),
        asked=read_asked(cut, folded, tokens, {term.start: n for n, term in enumerate(terms)}),
        read_as=spelled.read_as,
        grams=trigrams(" ".join(spelled.folded)),
        total=total,
        norm=sqrt(sum([weight**2 for weight in weights]) + sum(squares.values())) or 1.0,
        df=names | df,
        where=where,
        tokens=frozenset(where),
        covered=Coverings(where, weights, total),
        kin=_by_token((s, n, near) for n, t in enumerate(terms) for s, near in related(t.key, tongue.code).items()),
        opposites=opposed,
        weights=weights,
        squares=[weight**2 for weight in weights],
        names=[n for n, term in enumerate(terms) if term.key[0] == "@"],
        known=sum([term.known for term in terms]) / (len(terms) or 1),
        respelled=sum([term.weight for term in terms if term.respelled]) / total,
    )


def _widen(terms: Sequence[Term], wanted: str, roles: Sequence[str], *, how: bool) -> None:
    """Let a word that names a kind of answer stand for what tells such a one: "how *many*", "X's *job*"."""
    for term in terms:
        if roles and term.word in asked_by():
            term.variants |= dict.fromkeys(roles, (SYNONYM, "synonym"))
        elif how and term.start == 1 and (wanted == "duration" or (wanted == "number" and term.word not in measures())):
            term.variants["?" + wanted] = (1.0, "exact")


def _roles(index: Index, tokens: Sequence[Token]) -> list[str]:
    """Return what facts hold that tell the roles of the people among the names."""
    names = dict.fromkeys(token.key for token in tokens if token.key[0] == "@")
    return [f"role{name}" for name in names if index.entity(int(name[1:])).kind == "person"]


def _by_token(rows: Iterable[tuple[str, int, float]]) -> dict[str, list[tuple[int, float]]]:
    """Collect for each token the terms that it stands for, with its worth."""
    found: dict[str, list[tuple[int, float]]] = {}
    for token, term, worth in rows:
        found.setdefault(token, []).append((term, worth))
    return found


def _tokens(index: Index, folded: Sequence[str], tongue: Tongue) -> list[Token]:
    """Cut the words of a question into tokens, function words among them."""
    stemmed = tongue.stems(list(folded))
    sizes = range(1, MAX_PHRASE + 1)
    keys = [" ".join(stemmed[at : at + n]) for at in range(len(stemmed)) for n in sizes if at + n <= len(stemmed)]
    return analyse(folded, index.spans(keys), tongue)


def _terms(index: Index, spelled: Spelled, tokens: Sequence[Token], tongue: Tongue) -> list[Term]:
    """The words, phrases and names among the tokens, each with what it may stand for."""
    folded, shown, guesses, _ = spelled
    content = [token for token in tokens if token.key[0] != "="]
    if not content and folded:  # nothing but function words: a question that a fact has just so
        whole = " ".join(folded)
        return [Term(whole, " ".join(shown), "#" + whole, 0, {"#" + whole: (1.0, "exact")}, 0.0)]
    alike = {stem for guess in guesses.values() for other, _ in guess for stem in tongue.stems([other])}
    lookup = {token.key for token in content} | {stem for token in content for stem in token.stems} | alike
    synonyms = index.synonyms(lookup)
    terms: list[Term] = []
    for token in content:
        if terms and terms[-1].start == token.start:  # a name of several entities
            terms[-1].variants[token.key] = (1.0, "entity")
            continue
        place = slice(token.start, token.start + token.size)
        guess = next((guesses[at] for at in range(place.start, place.stop) if at in guesses), [])
        typed = " ".join(dict.fromkeys(shown[place]))
        variants = _variants(token, guess, synonyms, tongue)
        rare = 1.0 if token.key[0] == "@" else max(map(tongue.rarity, folded[place]))
        terms.append(Term(" ".join(folded[place]), typed, token.key, token.start, variants, rare, bool(guess)))
    return terms


def _variants(
    token: Token, guess: list[tuple[str, float]], synonyms: Mapping[str, list[str]], tongue: Tongue
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
        variants.setdefault(tongue.stems([other])[0], (likeness, "spelling"))
    return variants
