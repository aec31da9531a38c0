"""Words that mean the same, and the analysis of a text into the tokens that facts and questions share.

A token is a stem ("prison"), a phrase of the tables ("pull_out"), an entity by its number ("@12"), or a function
word ("=why"), which counts only where whole questions are compared.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from talkscli.text import STOP, stems, words

MAX_PHRASE = 6  # words; a longer name is found by its parts


class Token(NamedTuple):
    """One piece of an analysed text."""

    key: str
    start: int
    """Index of its first word."""
    size: int
    """How many words it takes."""
    stems: tuple[str, ...]
    """The stems of its words, function words aside."""


class Lexicon:
    """Synonym groups, and the phrases in them."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        """Take groups of words or phrases that mean the same; a word may stand in several groups."""
        self.synonyms: dict[str, set[str]] = {}
        self.phrases: dict[str, str] = {}
        members = [(group, [words(member) for member in group]) for group in groups]
        stemmed = iter(stems([word for _, split in members for member in split for word in member]))
        for _, split in members:
            keys = []
            for member in split:
                key = " ".join([next(stemmed) for _ in member])
                if " " in key:
                    key = self.phrases.setdefault(key, key.replace(" ", "_"))
                if key:
                    keys.append(key)
            for key in keys:
                self.synonyms.setdefault(key, set()).update(k for k in keys if k != key)
        self._first = {key.partition(" ")[0] for key in self.phrases}

    def knows(self, stem: str) -> bool:
        """Tell whether a stem is an ordinary word of the tables."""
        return stem in self.synonyms or stem in self._first or stem in light_words()

    def analyse(self, folded: Sequence[str], names: Mapping[str, Sequence[str]], first: set[str]) -> list[Token]:
        """Cut folded words into tokens, the longest phrase or name first.

        `names` maps stemmed names to entity tokens, `first` has their first words; a name of several entities gives
        one token for each, at the same place.
        """
        tokens: list[Token] = []
        stemmed = stems(list(folded))
        phrases, phrase_first = self.phrases, self._first
        at, end = 0, len(stemmed)
        while at < end:
            stem, word = stemmed[at], folded[at]
            size = 1
            if stem in first or stem in phrase_first:
                for size in range(min(MAX_PHRASE, end - at), 0, -1):
                    key = " ".join(stemmed[at : at + size]) if size > 1 else stem
                    found = names.get(key) or ((phrases[key],) if size > 1 and key in phrases else ())
                    if found and (size > 1 or word not in STOP):
                        content = tuple(
                            s for s, w in zip(stemmed[at : at + size], folded[at:], strict=False) if w not in STOP
                        )
                        tokens.extend([Token(k, at, size, content) for k in found])
                        break
                else:
                    found = ()
            else:
                found = ()
            if not found:
                tokens.append(Token("=" + word, at, 1, ()) if word in STOP else Token(stem, at, 1, (stem,)))
            at += size
        return tokens


def phrase_key(text: str) -> str:
    """Give the stems of a phrase joined by spaces, as phrases and names are looked up."""
    return " ".join(stems(words(text)))


def lexicon(groups: Iterable[Sequence[str]]) -> Lexicon:
    """Make the lexicon of a store's synonyms together with the package's own table."""
    return Lexicon([*groups, *_read_table("synonyms.txt")])


@cache
def light_words() -> frozenset[str]:
    """Stems that say little about what a question asks for ("tell", "happen", "exactly")."""
    return frozenset(stems([word for line in _read_table("light.txt") for entry in line for word in words(entry)]))


def _read_table(name: str) -> list[list[str]]:
    """Read one of the package's word tables: comma-separated lines, `#` starts a comment."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [[m.strip() for m in line.split(",") if m.strip()] for line in lines if line and not line.startswith("#")]
