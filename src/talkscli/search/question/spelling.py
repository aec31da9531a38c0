"""Words that were typed otherwise than the store has them: misspelled, joined, or cut in two."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise

from talkscli.language.compounds import last_part
from talkscli.language.frequency import common, zipf
from talkscli.language.spelling import ALMOST, LIKELY, PLAIN, alike
from talkscli.language.tongues import ENGLISH, Tongue
from talkscli.language.words import unspaced, words
from talkscli.search.index.reader import Index
from talkscli.search.index.table import KEPT

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LONGEST = 40  # letters of a word that is compared; a longer one is no word
OTHER_FIRST = 0.9  # worth of a word with another first letter: people rarely mistype that one
UNUSUAL = 3.6  # Zipf frequency below which a short word may be a slip of a function word
COMMON = 4.0  # Zipf frequency of words that everybody uses
ORDINARY = 2.0  # Zipf frequency from which on a word is taken for one that was meant as it stands
SHORTEST = 4  # letters of a word that is cut short
CUT = 5  # letters that it lacks at least
OFTEN, OFTEN_SHARE = 3, 0.03  # facts, and share of all facts, that hold a word which people cut short
FEW = 10  # facts that are read to see whether two words stand side by side
CLIPPED = 0.9  # worth of a word that was cut short
SLIP = 0.97  # worth of a word with no more slips than people make: one in up to eight letters, else two


def respell(
    index: Index, typed: Sequence[str], tongue: Tongue = ENGLISH
) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    """Yield each word with what it may have been meant to be: [(word or words, trust, 0 to 1)], the likeliest first.

    Words that the store has, ordinary words of the language, and short ones stand for themselves.
    """
    function = tongue.function
    pairs = [a + b for a, b in pairwise(typed)]
    known = index.known([*typed, *pairs])
    stemmed = tongue.stems(list(typed))
    stored = index.df(stemmed)
    skip = False
    for at, word in enumerate(typed):
        if skip:
            skip = False
            continue
        last = "" if word in known else last_part(word, tongue)
        parts = [word.removesuffix(last), last]
        if last and len(index.df(tongue.stems(parts))) == 2:
            yield word, [(" ".join(parts), 1.0)]
            continue
        strange = word not in known and stemmed[at] not in stored and word not in function
        if at < len(pairs) and pairs[at] in known and len(pairs[at]) > 3:  # "cease fire"
            following = typed[at + 1]
            if strange or (following not in known and following not in function):
                skip = True
                yield f"{word} {following}", [(pairs[at], 1.0)]
                continue
        if not strange or not 3 <= len(word) <= LONGEST or word[0].isdigit() or unspaced(word):
            yield word, [(word, 1.0)]
            continue
        if (word, tongue.code) not in index.readings:
            if len(index.readings) >= KEPT:
                index.readings.clear()
            index.readings[word, tongue.code] = (_readings if tongue.english else _close)(index, word, function)
        yield word, index.readings[word, tongue.code] or [(word, 1.0)]


def is_ordinary(word: str) -> bool:
    """Whether English has the word, folded: it was meant as it stands."""
    return zipf(word) >= ORDINARY


def _readings(index: Index, word: str, function: frozenset[str]) -> list[tuple[str, float]]:
    """What a word that no fact has may have been meant to be."""
    frequency = zipf(word)
    split = _split(index, word, function) if frequency < ORDINARY and len(word) > 3 else ""
    if split:  # "atend" lacks a letter of "attend" rather than a space, but "bridgeis" none of "bridges"
        near = _similar(index, word, function, PLAIN)
        whole = [row for row in near if len(row[0]) > len(word) and not function.issuperset(split.split())]
        meant = _slipped(word, lambda others: _common([other for other in others if len(other) > len(word)]))
        return whole or [(meant or split, 1.0)]
    if frequency < UNUSUAL and (meant := _slipped(word, lambda others: filter(function.__contains__, others))):
        return [(meant, 1.0)]
    if len(word) == 3:
        return []
    if is_ordinary(word):
        if apart := _apart(index, word, function):
            return [(apart, 1.0)]
        return (_close(index, word, function) if len(word) > 6 else []) or _clipped(index, word)
    name = index.joined(word)
    if name:
        return [(" ".join(words(name)), 1.0)]
    similar = _similar(index, word, function, LIKELY)
    if similar:
        return similar
    meant = _slipped(word, _common)
    return [(meant, 1.0)] if meant else _clipped(index, word)


def _clipped(index: Index, word: str) -> list[tuple[str, float]]:
    """Find a word of many facts of which an uncommon one is the beginning: "cert", "configs"."""
    begins = word.removesuffix("s")
    if len(begins) < SHORTEST or max(zipf(word), zipf(begins)) >= COMMON:
        return []
    longer = [each for each in index.words(begins[0], len(begins) + CUT, LONGEST) if each.startswith(begins)]
    stemmed = dict(zip(longer, ENGLISH.stems(longer), strict=True))
    held = index.df(set(stemmed.values()))
    often = max(longer, key=lambda each: held.get(stemmed[each], 0), default="")
    least = max(OFTEN, OFTEN_SHARE * index.size)
    return [(often, CLIPPED)] if often and held.get(stemmed[often], 0) >= least else []


def _common(words: Iterable[str]) -> list[str]:
    return common(words, COMMON)


def _slipped(word: str, likely: Callable[[Iterable[str]], Iterable[str]]) -> str | None:
    """The word from which this one differs by two letters swapped, one left out, or one too many: "teh", "wen".

    One letter for another makes another word ("mast" is not "most").
    """
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    swapped = (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    added = (a + b[1:] for a, b in cuts if len(word) > 4 and b and a)
    dropped = (a + letter + b for a, b in cuts if a for letter in LETTERS)
    return max(likely(chain(swapped, dropped, added)), key=zipf, default=None)


def _split(index: Index, word: str, function: frozenset[str]) -> str:
    """Find two words that were typed as one: "sanctionspackage", "whyis"."""
    cuts = [(word[:at], word[at:]) for at in range(2, len(word) - 1)]
    known = index.known([part for cut in cuts for part in cut if len(part) > 2]) | function
    fits = [cut for cut in cuts if cut[0] in known and cut[1] in known]
    return " ".join(max(fits, key=lambda cut: min(map(len, cut)))) if fits else ""


def _apart(index: Index, word: str, function: frozenset[str]) -> str | None:
    """Find a word that the store writes in two: "wifi" as "Wi-Fi", "website" as "web site"."""
    cuts = [(word[:at], word[at:]) for at in range(1, len(word))]
    known = index.known([part for cut in cuts for part in cut])
    return next((" ".join(cut) for cut in cuts if known.issuperset(cut) and _side_by_side(index, cut, function)), None)


def _side_by_side(index: Index, pair: Sequence[str], function: frozenset[str]) -> bool:
    telling = ENGLISH.stems([word for word in pair if word not in function])
    facts = map(index.fact, index.candidates(index.df(telling), FEW))
    return any(
        f" {' '.join(pair)} " in f" {' '.join(words(f'{fact.question or str()} {fact.answer}'))} " for fact in facts
    )


def _close(index: Index, word: str, function: frozenset[str]) -> list[tuple[str, float]]:
    """What a word that may be meant as it stands is almost the same as."""
    return _similar(index, word, function, ALMOST)


def _similar(index: Index, word: str, function: frozenset[str], least: float) -> list[tuple[str, float]]:
    """Find words of the store, or function words, that this one may be a misspelling of."""
    pool: list[str] = []
    for first in dict.fromkeys(word[:2]):
        pool += index.words(first, len(word) - 2, len(word) + 2)
    pool += sorted(other for other in function if len(other) > 3)  # a set has no order to rely on
    near = alike(word, pool, least, 4)
    meant = [(other, likeness) for other, likeness in near if other not in function or _slip(word, other, likeness)]
    rated = [(other, _trust(word, other, likeness)) for other, likeness in meant]
    return sorted((row for row in rated if row[1] >= LIKELY**2), key=lambda row: -row[1])


def _slip(word: str, other: str, likeness: float) -> bool:
    """Tell whether a word is but a slip of a function word, which asks for nothing."""
    return sorted(word) == sorted(other) or (len(other) > 4 and likeness >= PLAIN)


def _trust(word: str, other: str, likeness: float) -> float:
    """How sure it is that `word` was meant to be `other`: nearly so for a slip, else the square of the likeness."""
    size = max(len(word), len(other))
    slips = round((1 - likeness) * size)
    trust = SLIP - (1 - likeness) / 4 if slips <= (1 if size <= 8 else 2) and size > 4 else likeness**2
    return trust if word[0] == other[0] else trust * OTHER_FIRST
