"""Words that mean the same, and the analysis of a text into the tokens that facts and questions share.

A token is a stem ("prison"), a phrase of the tables ("pull_out"), an entity by its number ("@12"), or a function
word ("=why"), which counts only where whole questions are compared.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from talkscli.language import tables
from talkscli.language.tongues import ENGLISH, Tongue
from talkscli.language.words import words

MAX_PHRASE = 6  # words; a longer name is found by its parts


class Token(Struct, frozen=True, gc=False):
    """One piece of an analysed text."""

    key: str
    start: int
    """Index of its first word."""
    size: int
    """How many words it takes."""
    stems: tuple[str, ...]
    """The stems of its words, function words aside."""


class Span(NamedTuple):
    """Where a phrase or a name stands in a text."""

    start: int
    """Index of its first word."""
    size: int
    """How many words it takes."""
    keys: Sequence[str]
    """Its tokens: of a name, one for each who bears it."""


class Synonyms(Mapping[str, set[str]]):
    """What means the same as a word or phrase; kept by groups, as pairs would grow with the square of a group."""

    def __init__(self) -> None:
        self.groups: list[list[str]] = []
        self._of: dict[str, list[int]] = {}

    def add(self, keys: Iterable[str]) -> None:
        """Add a group.

        Args:
            keys: Words and phrases that mean the same.
        """
        group = list(dict.fromkeys(keys))
        for key in group:
            self._of.setdefault(key, []).append(len(self.groups))
        self.groups.append(group)

    def __getitem__(self, key: str) -> set[str]:
        return {other for number in self._of[key] for other in self.groups[number] if other != key}

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)


class Lexicon:
    """Synonym groups with the phrases in them, and ordinary words; made while an index is built, and kept in it."""

    def __init__(self, groups: Sequence[Sequence[str]], tongue: Tongue = ENGLISH) -> None:
        """Take a store's groups of words or phrases that mean the same, and add the package's own of its language."""
        self.synonyms = Synonyms()
        self.phrases: dict[str, str] = {}
        known = tongue.english or tongue.code in tables.languages("synonyms")  # a store may say anything
        lines = tables.read(f"synonyms-{tongue.code}").splitlines() if known else []
        split = [[words(member) for member in group] for group in (*groups, *(line.split(",") for line in lines))]
        stemmed = iter(tongue.stems([word for group in split for member in group for word in member]))
        for group in split:
            keys = []
            for member in group:
                parts = [next(stemmed) for _ in member]
                if len(parts) > 1 and tongue.function.issuperset(member):
                    continue  # "how much" asks for a kind of answer and names nothing
                key = " ".join(parts)
                if len(parts) > 1:
                    key = self.phrases.setdefault(key, "_".join(parts))
                if key:
                    keys.append(key)
            self.synonyms.add(keys)


def analyse(folded: Sequence[str], spans: Mapping[str, Sequence[str]], tongue: Tongue = ENGLISH) -> list[Token]:
    """Cut folded words of a language into tokens, the longest phrase or name first.

    `spans` maps stemmed phrases and names to their tokens. A name of several entities gives one token for each, at
    the same place.
    """
    stemmed, function = tongue.stems(list(folded)), tongue.function
    pairs = enumerate(zip(folded, stemmed, strict=True))
    single = [
        Token("=" + word, n, 1, ()) if word in function else Token(stem, n, 1, (stem,)) for n, (word, stem) in pairs
    ]
    tokens: list[Token] = []
    at = 0
    for start, size, found in find_spans(folded, stemmed, spans, longest(spans), function):
        content = tuple(token.key for token in single[start : start + size] if token.stems)
        tokens += single[at:start] + [Token(key, start, size, content) for key in found]
        at = start + size
    return tokens + single[at:]


def find_spans(
    folded: Sequence[str],
    stemmed: Sequence[str],
    spans: Mapping[str, Sequence[str]],
    sizes: Mapping[str, int],
    function: Container[str] = ENGLISH.function,
) -> Iterator[Span]:
    """Find phrases and names, the longest first.

    `sizes` is what `longest` tells of the spans; a function word alone is none.
    """
    after = 0
    for at in [at for at, stem in enumerate(stemmed) if stem in sizes]:
        if at < after:
            continue
        for size in range(min(sizes[stemmed[at]], len(stemmed) - at), 0, -1):
            found = spans.get(" ".join(stemmed[at : at + size]))
            if found and (size > 1 or folded[at] not in function):
                yield Span(at, size, found)
                after = at + size
                break


def longest(keys: Iterable[str]) -> dict[str, int]:
    """Measure the phrases that begin with each word.

    Args:
        keys: Words and phrases, with a space between words.

    Returns:
        For each first word how many words the longest of its phrases has, MAX_PHRASE at most.
    """
    sizes: dict[str, int] = {}
    for key in keys:
        first, *others = key.split(" ")
        sizes[first] = max(sizes.get(first, 1), min(len(others) + 1, MAX_PHRASE))
    return sizes
