"""Number words of English, and the number that several of them make: "two hundred and fifty"."""

from collections.abc import Sequence
from typing import NamedTuple

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
CARDINALS = UNITS | TENS
ORDINALS = {
    word: value
    for value, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=2)
}  # fmt: skip
"""Without "first", which mostly counts nothing."""
MULTIPLES = {
    "both": 2, "twice": 2, "pair": 2, "couple": 2, "double": 2, "doubled": 2, "thrice": 3, "triple": 3, "dozen": 12
}  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "mln": 10**6, "bn": 10**9,
    "m": 10**6, "k": 1000, "tausend": 1000, "millionen": 10**6, "milliarden": 10**9, "мільйонів": 10**6, "тисяч": 1000,
}  # fmt: skip
"""What multiplies the number before it, in words or digits; some of other languages too, as figures go with them."""
GREAT = frozenset("million billion trillion".split())
"""Those that no digit stands for: "half a million"."""
NUMERALS = frozenset(word for word, value in UNITS.items() if 1 <= value <= 12)
"""Those that begin sentences and headings: "Two years later"."""
SPELLED = {word: str(value) for word, value in CARDINALS.items()} | {"hundred": "100", "thousand": "1000", "1k": "1000"}
_ROMAN = {"ii": 2, "iii": 3, "vii": 7, "viii": 8, "xii": 12, "xiii": 13, "xiv": 14, "xvi": 16, "xvii": 17, "xviii": 18}
DIGITS = SPELLED | {word: str(value) for word, value in _ROMAN.items()}
"""As they are written in digits; of the Roman ones those that are no words besides: "Xi", "iv"."""
_GREATEST = 10**15  # of what is multiplied: "million million million …" may go on without end


class Spelled(NamedTuple):
    """A number in words."""

    value: int
    size: int
    """How many words it takes."""


def spelled(words: Sequence[str], start: int = 0) -> Spelled | None:
    """Read the number that begins at a word: "two hundred and fifty", "a thousand", "twenty five", "third", "both".

    Args:
        words: Words in small letters; "" for what is none.
        start: The index of the first word.

    Returns:
        The number, by as many words as belong to it; None where there is none, or one that mostly counts nothing: a
        "one" or "zero" alone.
    """
    total, part, last = 0, 0, ""  # thousands and more; what may still be multiplied; the word before, "and" aside
    at = start
    while at < len(words):
        word, follows = words[at], words[at + 1] if at + 1 < len(words) else ""
        if word in CARDINALS:
            if last and last not in SCALES and not _joins(part, CARDINALS[word]):
                break
            part += CARDINALS[word]
        elif word in SCALES and len(word) > 2 and (at > start or word != "hundred") and part < _GREATEST:
            part = max(part, 1) * SCALES[word]
            if SCALES[word] >= 1000:
                total, part = total + part, 0
        elif not (
            (word == "and" and last in SCALES and follows in CARDINALS)
            or (word in ("a", "an") and at == start and follows in SCALES)
        ):
            break
        last, at = last if word == "and" else word, at + 1
    if total + part > 1:
        return Spelled(total + part, at - start)
    single = ORDINALS.get(words[start]) or MULTIPLES.get(words[start])
    return Spelled(single, 1) if single else None


def _joins(part: int, following: int) -> bool:
    """Tell whether a unit goes with the tens before it: "twenty five"."""
    return part >= 20 and part % 10 == 0 and following < 10
