"""Numbers in words and digits, so that "1,000" and "a thousand" are the same."""

import re
from collections.abc import Sequence
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, InvalidOperation

from msgspec import Struct

from talkscli.language.numbers import CARDINALS
from talkscli.language.times import MONTHS, SEASONS

_OTHER = {
    "dozen": 12,
    "both": 2,
    "twice": 2,
    "pair": 2,
    "couple": 2,
    "double": 2,
    "doubled": 2,
    "thrice": 3,
    "triple": 3,
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=2)
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "mln": 10**6, "bn": 10**9,
    "m": 10**6, "k": 1000, "tausend": 1000, "millionen": 10**6, "milliarden": 10**9, "мільйонів": 10**6, "тисяч": 1000,
}  # fmt: skip
_TOKEN = re.compile(  # digits are those of any script: Decimal reads them all
    r"(?P<digits>(?>\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?))"  # as a whole: "50km" is 50, not 5
    r"(?:(?:st|nd|rd|th|(?P<scale>k|m|bn)|(?P<decade>s))(?![^\W\d_]))?"
    r"|(?P<word>[^\W\d_]+)"
)
_RANGE = re.compile(r"\b(1\d|20)(\d\d)[-–—/](\d\d)(?!\d)")


def _one_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """Join patterns, each in a group that tells its number."""
    either = "|".join(f"(?P<n{i}>{names})" for i, names in enumerate(patterns, 1))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


_MONTH, _SEASON = _one_of(MONTHS), _one_of(SEASONS)


_WIDE = Context(prec=28, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[InvalidOperation])  # a number may have any length


class Figure(Struct, frozen=True):
    """A number as written, and what it may mean ("1.500" may be either)."""

    text: str
    values: frozenset[Decimal]


def figures(text: str) -> list[Figure]:
    """Find the numbers of a text, in digits or words.

    Args:
        text: Any text.

    Returns:
        The numbers in order; "one" alone is left out, as it mostly is no number.
    """
    found: list[Figure] = []
    tokens = list(_TOKEN.finditer(text))
    i = 0
    while i < len(tokens):
        figure, used = _read(tokens, i, text)
        if figure:
            found.append(figure)
        i += used
    found += [Figure(m[0], frozenset({Decimal(m[1] + m[3])})) for m in _RANGE.finditer(text)]  # "1922–26" has 1926
    return found


def _read(tokens: list[re.Match[str]], i: int, text: str) -> tuple[Figure | None, int]:
    token = tokens[i]
    if token["digits"]:
        values = _digits(token["digits"])
        if token["decade"]:  # "1990s" is told by its first three digits: it is not the year 1990
            return Figure(token[0], frozenset(_WIDE.divide(v, 10) for v in values)), 1
        scale = _SCALES.get((token["scale"] or "").lower(), 1)
        used = 1
        if i + 1 < len(tokens) and (tokens[i + 1]["word"] or "").lower() in _SCALES and len(tokens[i + 1]["word"]) > 1:
            scale, used = _SCALES[tokens[i + 1]["word"].lower()], 2
        written = text[token.start() : tokens[i + used - 1].end()]
        plain = values if scale != 1 else frozenset()
        return Figure(written, frozenset(_WIDE.multiply(v, scale) for v in values) | plain), used
    return _spelled(tokens, i, text)


def _spelled(tokens: list[re.Match[str]], i: int, text: str) -> tuple[Figure | None, int]:
    """Read "two hundred and fifty", "a thousand", "twenty-five", "third", "both"."""
    total, part, used, last = 0, 0, 0, ""
    while i + used < len(tokens):
        word = (tokens[i + used]["word"] or "").lower()
        follows = (tokens[i + used + 1]["word"] or "").lower() if i + used + 1 < len(tokens) else ""
        if word in CARDINALS:
            if last and last not in _SCALES and not (part >= 20 and part % 10 == 0 and CARDINALS[word] < 10):
                break
            part += CARDINALS[word]
        elif word in _SCALES and len(word) > 2 and (used or word != "hundred") and part < 10**15:
            part = max(part, 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, part = total + part, 0
        elif (word == "and" and used and last in _SCALES and follows in CARDINALS) or (
            word in ("a", "an") and not used and follows in _SCALES
        ):
            pass
        else:
            break
        last, used = last if word == "and" else word, used + 1
    value = total + part
    if not used:
        word = (tokens[i]["word"] or "").lower()
        single = _OTHER.get(word, _ORDINALS.get(word))
        return (Figure(tokens[i][0], frozenset({Decimal(single)})) if single else None), 1
    if value <= 1:
        return None, used
    return Figure(text[tokens[i].start() : tokens[i + used - 1].end()], frozenset({Decimal(value)})), used


def _digits(text: str) -> frozenset[Decimal]:
    plain = re.sub(r"[\s\u00a0\u202f]", "", text)
    readings = {plain.replace(",", "")} if re.fullmatch(r"\d{1,3}(?:,\d{3})+", plain) else {plain.replace(",", ".")}
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", plain):
        readings |= {plain.replace(".", "")}
    found = set()
    for reading in readings:
        try:
            found.add(_WIDE.create_decimal(reading).normalize(_WIDE))
        except InvalidOperation:
            continue  # "1.500.000" is no decimal number, only a grouped one
    return frozenset(found)


def months(text: str) -> dict[int, str]:
    """Find the months that a text names.

    Args:
        text: Any text; "may" and "march" in lower case are taken for verbs.

    Returns:
        The number of each month (1 to 12), with the first word that names it.
    """
    found: dict[int, str] = {}
    for match in _MONTH.finditer(text):
        if match[0][0].isupper() or len(match[0]) > 5:
            found.setdefault(int((match.lastgroup or "n0")[1:]), match[0])
    return found


def seasons(text: str) -> dict[int, str]:
    """Find the seasons that a text names.

    Args:
        text: Any text; "fall" and "spring" are left out, as they mostly are verbs.

    Returns:
        The number of each season (1 to 4), with the first word that names it, in small letters.
    """
    found: dict[int, str] = {}
    for match in _SEASON.finditer(text):
        if match[0].lower() not in ("fall", "spring"):
            found.setdefault(int((match.lastgroup or "n0")[1:]), match[0].lower())
    return found
