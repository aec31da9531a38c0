"""Where dates without a year may stand in a text: near a few words, for which to look is quick."""

import re
from collections.abc import Iterator

from talkscli.language.slug import plain
from talkscli.language.times import last_words

SEASONS = ("spring", "summer", "autumn", "fall", "winter")

_WORD = re.compile(r"[^\W_]+")
_BEFORE = 5  # words of an expression before the one by which it is known
# One of these stands in whatever is found, or a unit behind "last", "this" or "next".
_HINTS = {
    *"ago yesterday gestern ayer ieri ontem gisteren вчора вчера tomorrow demain domani amanhã завтра today".split(),
    *"semaine semana settimana année año ano anno dernier dernière passée прошлой прошлом минулого".split(),
    *(f"{which}{end}" for which in ("letzte", "vergangene", "vorige") for end in ("", "n", "r", "s")),
    *"vorig afgelopen weekend tonight morning afternoon evening".split(),
    *last_words("months"),
    *last_words("weekdays"),
}
_UNITS = frozenset(("week", "month", "year", "night", *SEASONS))
_WHICH = frozenset("last this next".split())


def may_have_one(text: str) -> bool:
    """Tell whether a date without a year may stand in a text."""
    words = plain(text).split()
    return "日" in text or not _HINTS.isdisjoint(words) or not (_UNITS.isdisjoint(words) or _WHICH.isdisjoint(words))


def places(text: str) -> Iterator[int]:
    """Find where an expression for such a date may begin, as to try each place takes long.

    Args:
        text: Any text.

    Yields:
        The places in order, each where a word begins, in characters.
    """
    words = [(match.start(), match[0].casefold()) for match in _WORD.finditer(text)]
    tried = 0
    for i, (_, word) in enumerate(words):
        if word in _HINTS or word in _UNITS:
            yield from (start for start, _ in words[max(tried, i - _BEFORE) : i + 1])
            tried = i + 1
