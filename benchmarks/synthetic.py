"""Made-up stores of any size for the speed benchmark: the same seed gives the same store."""

import random
from itertools import accumulate

from talkscli.store.model import Citation, Entity, Fact, Source, Store

WORDS = 60_000  # distinct words besides names and numbers; how often each stands follows Zipf's law
FUNCTION = "the of in and to a that for on with by at from as after which were was has had its their".split()
KINDS = ("person", "country", "organisation", "place")
ASKED = (
    "why did {who} {a} the {b} {c}",
    "when was the {a} {b} of {who}",
    "what did {who} {a} about {b}",
    "who {a} the {b} {c} of {who}",
)
_ONSETS = "b c d f g h k l m n p r s t v w br ch dr gr pl pr sh st tr".split()
_VOWELS = "a e i o u a e i o ai ea ou".split()
_CODAS = ["", "", "", "", "", "n", "r", "l", "s", "t"]


class _Words:
    """A vocabulary, and words drawn from it by Zipf's law."""

    def __init__(self, size: int, rng: random.Random) -> None:
        found: dict[str, None] = {}
        while len(found) < size:
            found[self.name(rng, rng.choice((2, 2, 3, 3, 4)))] = None
        self.all = sorted(found, key=lambda word: len(word) + 6 * rng.random())  # common words are short
        self._shares = list(accumulate(1 / (rank + 2.7) for rank in range(size)))
        self._rng = rng

    def draw(self, count: int) -> list[str]:
        return self._rng.choices(self.all, cum_weights=self._shares, k=count)

    @staticmethod
    def name(rng: random.Random, syllables: int) -> str:
        return "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(syllables))


def store(size: int, seed: int = 1) -> Store:
    """Make a store of one-sentence facts: sections of 20, names, a question for a third, a date for a fifth."""
    rng = random.Random(seed)
    words = _Words(WORDS, rng)
    entities = []
    for n in range(20 + min(size // 20, 5000)):
        first, last = words.name(rng, 2).title(), words.name(rng, 3).title()
        entities.append(Entity(id=f"e{n}", name=f"{first} {last}", kind=KINDS[n % 4], aliases=(last,)))  # type: ignore[arg-type]
    facts = []
    section = ""
    for n in range(size):
        if n % 20 == 0:
            section = " ".join(words.draw(3)).title()
        drawn = words.draw(rng.randint(7, 14))
        about = rng.sample(entities, rng.choice((0, 1, 1, 2)))
        year = rng.randint(1950, 2025) if rng.random() < 0.2 else None
        facts.append(
            Fact(
                id=f"f{n}",
                answer=_sentence(drawn, [e.name for e in about], year, rng),
                question=_asked(drawn, [e.name for e in about], rng) if n % 3 == 0 else None,
                citation=Citation(source="s", section=section, paragraph=n % 20 // 4 + 1),
                about=tuple(e.id for e in about),
                date=str(year) if year else None,
            )
        )
    return Store(
        sources=(Source(id="s", title="Made up", language="en"),), entities=tuple(entities), facts=tuple(facts)
    )


def _sentence(drawn: list[str], names: list[str], year: int | None, rng: random.Random) -> str:
    parts = []
    for word in drawn:
        if rng.random() < 0.6:
            parts.append(rng.choice(FUNCTION))
        parts.append(word)
    for name in names:
        parts.insert(rng.randint(0, len(parts)), name)
    if rng.random() < 0.25:
        parts.insert(rng.randint(0, len(parts)), f"{rng.randint(2, 9999):,}")
    if year:
        parts += ["in", str(year)]
    text = " ".join(parts)
    return text[0].upper() + text[1:] + "."


def _asked(drawn: list[str], names: list[str], rng: random.Random) -> str:
    a, b, c = rng.sample(drawn, 3)
    who = names[0] if names else rng.choice(drawn)
    text = rng.choice(ASKED).format(who=who, a=a, b=b, c=c)
    return text[0].upper() + text[1:] + "?"


def questions(made: Store, count: int, seed: int = 2, typos: float = 0.3) -> list[tuple[str, int]]:
    """Questions for facts of the store, each with its fact's place; in some, the longest word has a slip."""
    rng = random.Random(seed)
    found = []
    for _ in range(count):
        place = rng.randrange(len(made.facts))
        drawn = [w.strip(".").lower() for w in made.facts[place].answer.split() if w not in FUNCTION]
        chosen = rng.sample(drawn, min(4, len(drawn)))
        if rng.random() < typos:
            at = max(range(len(chosen)), key=lambda n: len(chosen[n]))
            k = rng.randrange(1, max(2, len(chosen[at]) - 1))
            chosen[at] = chosen[at][:k] + chosen[at][k + 1 :]
        found.append((f"{rng.choice(('what', 'why', 'when', 'who'))} {' '.join(chosen)}", place))
    return found
