"""Find known names in text."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from talkscli.language.late import Late
from talkscli.language.vocabulary import PARTICLES, gazetteer, regions

UPPER = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper())
SHORTENED = r"(?i:s|d|m|t|ll|re|ve)\b"  # what stands behind an apostrophe without being a part of the word
LETTERS = r"\w\u0300-\u036f"  # in a class: a stress or a macron on a letter is often a sign of its own

_CUT_SHORT = (r"\b[ldL]", r"\bqu", "[ae]ll", r"\bun")
ELISION = f"(?<=['’])(?:{'|'.join(f'(?<={word}.)' for word in _CUT_SHORT)})"
"""Where a word begins in French and Italian behind one that is cut short: d'Anna, dell'Orto."""
_CAPITALISED = re.compile(  # begins with one class: it is quick
    rf"[{UPPER}](?:(?<![\w'].)|(?<='.)(?:{'|'.join(f'(?<={word}..)' for word in _CUT_SHORT)}))\w*"
)
_FIRST = Late(  # so does this
    rf"[{UPPER}{''.join(sorted({particle[0] for particle in PARTICLES}))}]"
    rf"(?:(?<![\w'].)|(?<='.)(?:{'|'.join(f'(?<={word}..)' for word in _CUT_SHORT)}))(?:(?<=[{UPPER}])\w*"
    rf"|(?:{'|'.join(f'(?<={particle[0]}){particle[1:]}' for particle in sorted(PARTICLES))})(?=[\s-][{UPPER}]))"
)
LONGEST = 100  # characters of a name that is looked for: of each length a name may have, one is tried
_STOPPED = re.compile(rf"(?:[{UPPER}]\.){{2,}}")
_KEY = re.compile(r"\w+")


class Mention(NamedTuple):
    """A name where it stands in a text."""

    start: int
    end: int
    key: str
    """What it names."""


class Matcher:
    """Finds names in text, the longest first; case counts, the shape of an apostrophe does not."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a name and the key that tells what it names."""
        self._keys: dict[str, str] = {}
        self._small: set[str] = set()  # how names begin that have a particle first: few texts have one
        lengths: dict[str, set[int]] = {}
        for form, key in ((form, key) for name, key in names for form in _forms(name)):
            plain = form.replace("’", "'")
            head = plain.partition(" ")[0]
            if not head.isalnum():
                word = _KEY.search(plain)
                head = word[0] if word else ""
            if head and len(plain) <= LONGEST:
                self._keys.setdefault(plain, key)
                lengths.setdefault(head, set()).add(len(plain))
                if head in PARTICLES:
                    self._small.add(plain[: plain.index(head) + len(head) + 1])
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def find(self, text: str) -> list[Mention]:
        """Find names in a text.

        Args:
            text: Any text.

        Returns:
            The names in order; none overlap.
        """
        plain, free = text.replace("’", "'"), 0
        lengths_of, key_of = self._lengths.get, self._keys.get
        found: list[Mention] = []
        pattern = _FIRST.compiled if any(map(plain.__contains__, self._small)) else _CAPITALISED
        for match in pattern.finditer(plain):
            lengths = lengths_of(match[0])
            if lengths is None or match.start() < free:
                continue
            start = match.start()
            for length in lengths:
                end = start + length
                key = key_of(plain[start:end]) if end <= len(plain) else None
                if key is not None and not plain[end : end + 1].isalnum():
                    found.append(Mention(start, end, key))
                    free = end
                    break
        return found


def _forms(name: str) -> tuple[str, ...]:
    """Return a name, and letters with stops also without the last one: "U.S"."""
    return (name, name[:-1]) if _STOPPED.fullmatch(name) else (name,)


@cache
def known() -> Matcher:
    """Return the matcher of all names in the gazetteer; each is its own key."""
    return Matcher((name, name) for name in gazetteer())


@cache
def known_in(language: str) -> Matcher:
    """Return the matcher of the names that countries and cities have in another language; each is its own key."""
    return Matcher((name, name) for name in regions(language))
