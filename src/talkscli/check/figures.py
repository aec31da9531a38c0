"""Numbers in words and digits, so that "1,000" and "a thousand" are the same."""

import re
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, InvalidOperation

from msgspec import Struct

from talkscli.language.numbers import SCALES, spelled

_TOKEN = re.compile(  # digits are those of any script: Decimal reads them all
    r"(?P<digits>(?>\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?))"  # as a whole: "50km" is 50, not 5
    r"(?:(?:st|nd|rd|th|(?P<scale>k|m|bn)|(?P<decade>s))(?![^\W\d_]))?"
    r"|(?P<word>[^\W\d_]+)"
)
_RANGE = re.compile(r"\b(1\d|20)(\d\d)[-–—/](\d\d)(?!\d)")
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
    words = [(token["word"] or "").lower() for token in tokens]
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token["digits"]:
            scaled = i + 1 < len(tokens) and not token["decade"] and words[i + 1] in SCALES and len(words[i + 1]) > 1
            size, values = 1 + scaled, _values(token, words[i + 1] if scaled else token["scale"] or "")
        elif number := spelled(words, i):
            size, values = number.size, frozenset({Decimal(number.value)})
        else:
            i += 1
            continue
        found.append(Figure(text[token.start() : tokens[i + size - 1].end()], values))
        i += size
    found += [Figure(m[0], frozenset({Decimal(m[1] + m[3])})) for m in _RANGE.finditer(text)]  # "1922–26" has 1926
    return found


def _values(token: re.Match[str], scale: str) -> frozenset[Decimal]:
    """Tell what a number in digits may mean, multiplied by the scale behind it ("" where there is none)."""
    values = _digits(token["digits"])
    if token["decade"]:  # "1990s" is told by its first three digits: it is not the year 1990
        return frozenset(_WIDE.divide(value, 10) for value in values)
    if scale:  # "5 million" may be counted in millions, too
        return values | {_WIDE.multiply(value, SCALES[scale]) for value in values}
    return values


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
