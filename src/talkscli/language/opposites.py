"""Words that mean the opposite of each other."""

from functools import cache, lru_cache

from talkscli.language.tables import look_up, raw
from talkscli.language.words import stems


@lru_cache(20_000)
def opposites(word: str) -> frozenset[str]:
    """Look up the opposites of an English word.

    Args:
        word: A stem, or a folded word.

    Returns:
        The stems of its opposites: of "reject" or "rejected" these are {"accept", "approv"}; empty where none is known.
    """
    return _line(word) or _line(stems([word])[0])


def _line(stem: str) -> frozenset[str]:
    return frozenset(look_up(_table(), stem).split())


@cache
def _table() -> bytes:
    return raw("opposites-en")
