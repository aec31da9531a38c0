"""Find in the Open Multilingual Wordnet the words of other languages that mean the same."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import callings
import tongues
import wordnet

from talkscli.language.tongues import tongue
from talkscli.language.words import words

COMMON = 3.3  # Zipf frequency of the words
MANY = 6  # senses of a word that may mean anything
HALF = 0.5  # share of the senses of each that two words have in common


def pairs(language: str, files: tuple[str, ...]) -> Iterator[str]:
    """Yield two folded words a line, with a comma between, that differ by their stems.

    Args:
        language: A code of ISO 639-1.
        files: Of the wordnets.
    """
    known, found = tongue(language), set()
    for part in "nvar":
        meant = _meant(language, files, part)
        alike: dict[wordnet.Sense, list[str]] = defaultdict(list)
        for word, senses in meant.items():
            for sense in senses if len(senses) <= MANY else ():
                alike[sense].append(word)
        for same in alike.values():
            for one, other in combinations(same, 2):
                common, most = len(meant[one] & meant[other]), max(len(meant[one]), len(meant[other]))
                folded = [*words(one), *words(other)]
                if common >= HALF * most and len(folded) == 2 and known.function.isdisjoint(folded):
                    found.add(tuple(sorted(folded)))
    yield from sorted(",".join(pair) for pair in found if len(set(known.stems(list(pair)))) == 2)


@cache
def _meant(language: str, files: tuple[str, ...], part: str) -> dict[str, set[wordnet.Sense]]:
    frequent = tongues.zipfs_spelt(language)
    found: dict[str, set[wordnet.Sense]] = defaultdict(set)
    for word, sense in callings.meanings(files, part):
        if frequent.get(word, 0) >= COMMON:
            found[word].add(sense)
    return found
