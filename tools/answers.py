"""Find in WordNet the words that tell what kind of answer is wanted: "price" a sum of money, "age" a number, "venue" a place."""

from collections.abc import Callable, Iterator

import callings
import wordnet

from talkscli.language.grammar import is_past

ATTRIBUTE, POSSESSION, QUANTITY, RELATION, PLACE, TIME = 7, 21, 23, 24, 15, 28  # fields of nouns
PAYING = 40  # field of the verbs of possession
ATTRIBUTE_OF = "="  # from an adjective to the noun for what it measures, and back
MEASURES = (
    "age", "weight", "length", "height", "width", "depth", "size", "stature", "distance", "speed", "temperature",
    "frequency", "rate", "percentage",
)  # fmt: skip
KINDS: dict[str, tuple[tuple[str, ...], tuple[int, ...]]] = {
    "cost": (("cost", "charge", "payment", "price"), (POSSESSION,)),
    "currency": (("monetary unit",), (QUANTITY,)),
    "number": (MEASURES, (ATTRIBUTE, RELATION, TIME)),
    "where": (("municipality", "district", "geographical area", "location"), (PLACE,)),
}
"""Kind of answer -> above the words for it, and their fields."""
PLAIN = {
    "cost": ("price", "fare", "budget", "income"),
    "currency": ("pound", "euro", "peso", "yen", "rouble"),
    "number": ("number", "amount", "quantity", "total", "limit", "maximum", "minimum", "population", "size", "score"),
    "when": ("date", "deadline", "time", "day", "birthday", "anniversary", "season"),
    "duration": ("period", "duration", "lifetime", "lifespan", "tenure"),
    "where": ("place", "location", "venue", "address", "country"),
    "heading": ("lead", "led", "head", "run", "ran", "charge"),
    "role": ("job", "occupation", "profession", "office", "post", "title"),
}
"""Words that are themselves in no such class, or in one with much else."""
HEADS = ("head", "presiding officer", "head of state", "governor", "civil authority", "trainer", "foreman")
"""Above the words for who heads a body."""
HEADING = ("head", "leader", "foreman")
"""Of the synsets for what any of them is called; the verbs for what all of them do are PLAIN."""


def kinds(common: Callable[[str, float], bool]) -> Iterator[str]:
    """Yield a line a kind: its name, and the words for it; verbs of paying as `paid`, adjectives of measure as `how`.

    A line `how-tall` has the nouns for what such an adjective measures.
    """
    known = wordnet.synsets()
    found = {
        kind: {
            word
            for sense in callings.below(names, "n", *fields)
            for word in known[sense].words
            if len(word) > 2 and common(word, 3.0) and _first(word, sense) and _mostly(word, "n")
        }
        for kind, (names, fields) in KINDS.items()
    }
    for kind, words in PLAIN.items():
        found.setdefault(kind, set()).update(words)
    found["paid"] = {
        word
        for sense in callings.below(("pay", "owe", "earn"), "v", PAYING)
        for word in known[sense].words
        if common(word, 3.5) and _first(word, sense) and _mostly(word, "v")
    } | {"cost", "charge", "spend"}
    measured: dict[str, set[str]] = {}
    for (part, _), synset in known.items():
        for sign, to, _, _ in synset.pointers:
            if part == "a" and sign == ATTRIBUTE_OF and not set(MEASURES).isdisjoint(known[to].words[:1]):
                for word in (word for word in synset.words if common(word, 4.5)):
                    measured.setdefault(word, set()).update(noun for noun in known[to].words if common(noun, 3.0))
    found["how"] = set(measured)
    yield from (f"how-{word} {' '.join(sorted(nouns))}" for word, nouns in sorted(measured.items()))
    called = _called(common)
    found["heads"], found["heading"] = _heads(common) | called, found["heading"] | called
    yield f"short {' '.join(sorted(_short(found['heads'], common)))}"
    taken: set[str] = set()
    alone = ("paid", "how", "currency", "heads", "heading")  # these may share words with others
    for kind in (*alone, "cost", "number", "when", "duration", "where", "role"):
        mine = found[kind] if kind in alone else found[kind] - taken
        yield f"{kind} {' '.join(sorted(mine))}"
        taken |= mine if kind not in alone else set()


def _heads(common: Callable[[str, float], bool]) -> set[str]:
    """Find the nouns for who heads a body, and what else the same is called in two words."""
    found: set[str] = set()
    for sense in callings.below(HEADS, "n", callings.PERSON):
        words = wordnet.synsets()[sense].words
        plain = {word for word in words if common(word, 3.5) and wordnet.usual(word, sense)}
        pairs = {word.lower() for word in words if word.count(" ") == 1} if plain else set()
        found |= plain | {pair.replace(" ", "_") for pair in pairs if wordnet.counts()[pair, sense][1]}
    return found


def _short(heads: set[str], common: Callable[[str, float], bool]) -> Iterator[str]:
    """Find what is short for one of these, before each word of it: "ceo executive"."""
    for sense in callings.below(HEADS, "n", callings.PERSON):
        words = wordnet.synsets()[sense].words
        named = {part for word in words for part in word.split() if part in heads}
        for short in words:
            if short.isupper() and common(short.lower(), 3.5):
                yield from (f"{short.lower()} {word}" for word in named)


def _called(common: Callable[[str, float], bool]) -> set[str]:
    """Find what anybody who heads something is called."""
    named = [x for (part, _), x in wordnet.synsets().items() if part == "n" and x.field == callings.PERSON]
    return {word for synset in named if synset.words[0] in HEADING for word in synset.words if common(word, 3.5)}


def _mostly(word: str, part: str) -> bool:
    """Whether a word is counted as one part of speech more often than as any other; "found" is no noun."""
    often = wordnet.totals()
    return all(often[word, part] > often[word, other] for other in "nvar" if other != part) and not is_past(word)


def _first(word: str, sense: wordnet.Sense) -> bool:
    return wordnet.counts().get((word, sense), (9, 0))[0] == 1 and wordnet.usual(word, sense)
