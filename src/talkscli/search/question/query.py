"""Read a question: for each of its words, the tokens of the store that it may mean, and how much it matters."""

import re
from collections.abc import Iterable, KeysView, Mapping, Sequence
from math import sqrt
from operator import mul

from msgspec import Struct

from talkscli.language import grammar
from talkscli.language.interrogatives import apart
from talkscli.language.lexicon import Token
from talkscli.language.opposites import opposites
from talkscli.language.related import related
from talkscli.language.tongues import asked_in, is_abroad
from talkscli.language.words import trigrams, words
from talkscli.search.index.reader import Index
from talkscli.search.question.answer_types import WANTED, WANTED_ABROAD, asks
from talkscli.search.question.relations import Relations, relations
from talkscli.search.question.terms import (
    SYNONYM,
    Term,
    doubt,
    roles_of,
    terms_of,
    tokenise,
    weigh,
    widen,
    widen_abroad,
)
from talkscli.search.question.typed import spell

MAX_WORDS = 60  # of a question; the rest is not read

_LETTER = re.compile("[a-zA-Z]")


class Covered(Struct, frozen=True, gc=False):
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
    relations: Relations
    """Whose act it asks about, for which attribute, and which of its terms belong together."""
    read_as: dict[str, str]
    text: str
    """The words as read, folded."""
    grams: frozenset[str]
    """Its character trigrams."""
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

    def standing_for(self, term: int) -> KeysView[str]:
        """Tokens of the store that a term may mean."""
        return self.terms[term].variants.keys()


def read(index: Index, question: str) -> Query:
    """Analyse a question against the words and names of a store."""
    cut = " ".join(apart(question[: MAX_WORDS * 40], index.tongue.code).split())
    folded = words(cut)
    typed = folded[:MAX_WORDS]
    tongue = asked_in(cut, index.tongue)
    same = tongue is index.tongue
    abroad = is_abroad(typed, index.tongue, index.known(typed)) if same else not _LETTER.search(cut)
    spelled = spell(index, cut, typed, tongue, mend=not (same and abroad))
    tokens = _untitled(tokenise(index, spelled.folded, tongue), spelled.folded)
    wanted = asks(cut, spelled.folded, tongue, [token.key for token in tokens])
    terms = terms_of(index, spelled, tokens, tongue)
    opposed = {term.key: found for term in terms if tongue.english and (found := opposites(term.key))}
    if wanted == "yesno":
        _take_opposites(terms, opposed)
    roles = roles_of(index, tokens) if wanted == "role" else []
    widen(terms, wanted, roles, how=spelled.folded[:1] == ["how"])
    held = WANTED if tongue.english else WANTED_ABROAD
    if not tongue.english:
        widen_abroad(terms, wanted, held.get(wanted, ()), cut, tongue)
    df = weigh(index, terms)
    doubt(index, terms, df, tongue)
    where = _by_token((token, n, worth) for n, t in enumerate(terms) for token, (worth, _) in t.variants.items())
    weights = [term.weight for term in terms]
    total = sum(weights) or 1.0
    names = {v: 1 for term in terms for v in term.variants if v[0] == "@"}  # facts may be about one without naming it
    function = [token.key for token in tokens if token.key[0] == "="]
    squares = {key: index.idf(count) ** 2 for key, count in index.df(function).items()}
    text = " ".join(spelled.folded)
    return Query(
        terms=terms,
        function=squares,
        abroad=abroad,
        asks=wanted,
        kind=f"?{wanted}",
        wants=frozenset(roles) or held.get("who" if wanted == "role" else wanted),
        english=tongue.english,
        mixed=tongue.english and any(term.typed[:1].islower() for term in terms),
        relations=relations(cut, folded, tokens, {term.start: n for n, term in enumerate(terms)}),
        read_as=spelled.read_as,
        text=text,
        grams=trigrams(text),
        total=total,
        norm=sqrt(sum([weight**2 for weight in weights]) + sum(squares.values())) or 1.0,
        df=names | df,
        where=where,
        tokens=frozenset(where),
        covered=Coverings(where, weights, total),
        kin=_by_token((s, n, w) for n, term in enumerate(terms) for s, w in related(term.key, tongue.code).items()),
        opposites=opposed,
        weights=weights,
        squares=[weight**2 for weight in weights],
        names=[n for n, term in enumerate(terms) if term.key[0] == "@"],
        known=sum([term.known for term in terms]) / (len(terms) or 1),
        respelled=sum([term.weight for term in terms if term.respelled]) / total,
    )


def _untitled(tokens: list[Token], folded: Sequence[str]) -> list[Token]:
    """Leave out a title before a name of the store: "is | Dr Berg | there" has "is" before the name."""
    if grammar.TITLES.isdisjoint(folded):
        return tokens
    named = {token.start for token in tokens if token.key[0] == "@"}
    return [token for token in tokens if folded[token.start] not in grammar.TITLES or token.start + 1 not in named]


def _take_opposites(terms: Iterable[Term], opposed: dict[str, frozenset[str]]) -> None:
    """Let the opposites of words stand for them, out of `opposed`: "did X accept" is answered by X's refusal."""
    for term in terms:
        for other in sorted(opposed.pop(term.key, ())):
            if grammar.tells(other) and not grammar.tells(term.word):
                continue  # "X refused, Y admitted" tells nothing of whether Y refused
            term.variants.setdefault(other, (SYNONYM, "opposite"))


def _by_token(rows: Iterable[tuple[str, int, float]]) -> dict[str, list[tuple[int, float]]]:
    """Collect for each token, or stem, the terms that it stands for, with its worth or likeness."""
    found: dict[str, list[tuple[int, float]]] = {}
    for token, term, worth in rows:
        found.setdefault(token, []).append((term, worth))
    return found
