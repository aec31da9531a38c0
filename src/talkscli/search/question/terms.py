"""The words, phrases and names of a question, and what of the store each may stand for."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from talkscli.language.answers import asked_by, measured_by, measures
from talkscli.language.asking import NOUNS, signs
from talkscli.language.grammar import SAYING
from talkscli.language.interrogatives import kind_of
from talkscli.language.lexicon import Token, analyse
from talkscli.language.related import related
from talkscli.language.tongues import Tongue
from talkscli.search.index.reader import Index
from talkscli.search.question.typed import Spelled

SYNONYM = 0.8  # worth of a synonym against the word itself
UNLIKE = 0.4  # the same where only the tables have it, for a rare sense: "institutions" for "founded"
PART = 0.6  # worth of one word of a phrase or longer name

_HAPPENS = frozenset(("take_place", "happen", "occur", "held"))
"""What is said of a meeting, in whatever words it is asked where or when that is."""
_MEASURED = {"money": "?money", "percentage": "?percentage", "old": "?age", "age": "?age"}
"""What is told by a sum, a share, an age, and not by the word for it."""
_BARE = frozenset("duration number when where why how".split())  # "which" and "whom" may stand for more


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


def tokenise(index: Index, folded: Sequence[str], tongue: Tongue) -> list[Token]:
    """Cut the words of a question into tokens, function words among them."""
    stemmed = tongue.stems(list(folded))
    longest, left = index.longest(stemmed), len(stemmed)
    opening = [(at, min(longest[stem], left - at)) for at, stem in enumerate(stemmed) if stem in longest]
    keys = [" ".join(stemmed[at : at + size]) for at, most in opening for size in range(1, most + 1)]
    tokens = analyse(folded, index.spans(keys), tongue)
    return tokens if tongue.english else [_asking(token, folded, tongue) for token in tokens]


def _asking(token: Token, folded: Sequence[str], tongue: Tongue) -> Token:
    """Make a function word of one that asks, rare as it may be: "wieviel" tells no more than "wie viel"."""
    word = folded[token.start]
    if token.key[0] in "=@" or token.size > 1 or kind_of(word, (tongue.code,)) not in _BARE:
        return token
    return Token("=" + word, token.start, 1, ())


def terms_of(index: Index, spelled: Spelled, tokens: Sequence[Token], tongue: Tongue) -> list[Term]:
    """The words, phrases and names among the tokens, each with what it may stand for."""
    folded, shown, guesses = spelled.folded, spelled.shown, spelled.guesses
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


def weigh(index: Index, terms: Sequence[Term]) -> dict[str, int]:
    """Tell each term its weight, and return in how many facts each variant stands."""
    df = index.df({v for term in terms for v in term.variants})
    for term in terms:
        counts = [df[v] for v, (worth, _) in term.variants.items() if v in df and worth >= PART]
        term.held = bool(counts)
        term.weight = index.idf(counts[0] if counts else 0)
    return df


def widen(terms: Sequence[Term], wanted: str, roles: Sequence[str], *, how: bool) -> None:
    """Let a word that names a kind of answer stand for what tells such a one: "how *many*", "X's *job*", "*say*"."""
    for term in terms:
        if roles and term.word in asked_by():
            term.variants |= dict.fromkeys(roles, (SYNONYM, "synonym"))
        elif how and term.start == 1 and (wanted == "duration" or (wanted == "number" and term.word not in measures())):
            term.variants["?" + wanted] = (1.0, "exact")
        elif how and term.start == 1 and term.word in measures():
            told = dict.fromkeys(measured_by(term.word), (SYNONYM, "synonym"))
            age = {_MEASURED[term.word]: (1.0, "exact")} if term.word in _MEASURED else {}
            term.variants = told | age | term.variants
        elif wanted in ("number", "cost") and term.word in _MEASURED:
            term.variants[_MEASURED[term.word]] = (1.0, "exact")
        elif wanted in ("where", "when") and not _HAPPENS.isdisjoint(term.variants):
            term.variants |= dict.fromkeys(_HAPPENS - term.variants.keys(), (SYNONYM, "synonym"))
        elif wanted == "words" and term.word in SAYING:
            term.variants["?words"] = (1.0, "exact")


def widen_abroad(terms: Sequence[Term], wanted: str, held: Iterable[str], question: str, tongue: Tongue) -> None:
    """Do the same in another language, for the nouns that tell which kind is wanted: "Preis", "teléfono"."""
    if wanted in (*NOUNS, "cost"):
        asked = "?cost" if wanted == "cost" else f"?opens-{wanted}"
        told = dict.fromkeys((asked, *(f"?{kind}" for kind in held)), (SYNONYM, "synonym"))
        for term in terms:
            if term.key[0] != "@" and signs(term.word, wanted, question, tongue.code):
                term.variants |= {token: how for token, how in told.items() if token not in term.variants}


def roles_of(index: Index, tokens: Sequence[Token]) -> list[str]:
    """Return what facts hold that tell the roles of the people among the names."""
    names = dict.fromkeys(token.key for token in tokens if token.key[0] == "@")
    return [f"role{name}" for name in names if index.entity(int(name[1:])).kind == "person"]


def doubt(index: Index, terms: Sequence[Term], df: Mapping[str, int], tongue: Tongue) -> None:
    """Lower the worth of what stands for a word only by the package's tables, and is not related to it in meaning."""
    for term in terms:
        told = [v for v, (_, how) in term.variants.items() if how == "synonym" and v in df]
        fits = [v for v in told if v not in _HAPPENS and "@" not in v and v[0] != "?"]
        near = related(term.key, tongue.code) if fits and "_" not in term.key else {}
        for variant in fits:
            if near and "_" not in variant and variant not in near and not index.has_synonym(term.key, variant):
                term.variants[variant] = (UNLIKE * term.variants[variant][0] / SYNONYM, "synonym")
