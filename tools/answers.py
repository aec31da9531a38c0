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
    "role": ("job", "occupation", "profession", "office", "post", "title"),
}
"""Words that are themselves in no such class, or in one with much else."""


def kinds(common: Callable[[str, float], bool]) -> Iterator[str]:
    """Yield a line a kind: its name, and the words for it; verbs of paying as `paid`, adjectives of measure as `how`."""
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
    found["how"] = {
        word
        for (part, _), synset in known.items()
        if part == "a"
        for sign, to, _, _ in synset.pointers
        if sign == ATTRIBUTE_OF and not set(MEASURES).isdisjoint(known[to].words[:1])
        for word in synset.words
        if common(word, 4.5)
    }
    taken: set[str] = set()
    for kind in ("paid", "how", "cost", "currency", "number", "when", "duration", "where", "role"):
        mine = found[kind] if kind in ("paid", "how", "currency") else found[kind] - taken
        yield f"{kind} {' '.join(sorted(mine))}"
        taken |= mine if kind not in ("paid", "how", "currency") else set()


def _mostly(word: str, part: str) -> bool:
    """Whether a word is counted as one part of speech more often than as any other; "found" is no noun."""
    often = wordnet.totals()
    return all(often[word, part] > often[word, other] for other in "nvar" if other != part) and not is_past(word)


def _first(word: str, sense: wordnet.Sense) -> bool:
    return wordnet.counts().get((word, sense), (9, 0))[0] == 1 and wordnet.usual(word, sense)
