"""Words that mean the opposite of each other."""

from functools import cache, lru_cache

from talkscli.language.tables import look_up, raw
from talkscli.language.words import stems

_FUNCTION = tuple(
    tuple(pair.split("/"))
    for pair in "before/after above/below over/under up/down more/less more/fewer most/least on/off to/from "
    "inside/outside into/out many/few yes/no with/without".split()
)


@lru_cache(20_000)
def opposites(word: str) -> frozenset[str]:
    """Look up the opposites of an English word.

    Args:
        word: A stem, or a folded word.

    Returns:
        The stems of its opposites: of "reject" or "rejected" these are {"accept", "approv"}; empty where none is known.
    """
    found = _line(word)
    if not found and (stem := stems([word])[0]) != word:
        found = _line(stem)
    return found or _of_degree(word)


def _of_degree(word: str) -> frozenset[str]:
    """The opposites of an adjective in a degree: of "smallest" it is "largest", "biggest"."""
    degree = next((end for end in ("est", "er") if word.endswith(end) and len(word) > len(end) + 2), None)
    if degree is None:
        return frozenset()
    root = word.removesuffix(degree)
    doubled = root[:-1] if root[-1] == root[-2] else root
    plain = next((one for one in (root, doubled, root + "e") if _line(stems([one])[0])), None)
    others = _line(stems([plain])[0]) if plain else ()
    return frozenset(form + degree for other in others for form in (other, other + other[-1]))


def _line(stem: str) -> frozenset[str]:
    return frozenset(look_up(_table(), stem).split())


@lru_cache(20_000)
def function_opposites(word: str) -> frozenset[str]:
    """Return the opposites of a function word, which the table has not: of "before" it is {"after"}."""
    return frozenset(pair[1 - pair.index(word)] for pair in _FUNCTION if word in pair)


@cache
def _table() -> bytes:
    return raw("opposites-en")
