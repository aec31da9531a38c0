"""How frequent a word is in ordinary English."""

from functools import cache, lru_cache

from talkscli.language.tables import read


@lru_cache(20_000)
def zipf(word: str) -> float:
    """Look up how frequent a word is.

    Args:
        word: A folded word, as `words` returns it.

    Returns:
        Its Zipf frequency (the logarithm of how often it comes in a thousand million words), to a tenth: 7.7 for
        "the", 4.4 for "moscow", about 3 for the rarest that are listed; 0.0 for any other.
    """
    text = _table()
    at = text.find(f" {word} ") if word.isalpha() else -1
    if at < 0:
        return 0.0
    line = text.rfind("\n", 0, at) + 1
    return float(text[line : text.index(" ", line)])


def lines() -> list[list[str]]:
    """Return all words that are listed, those of one frequency together, the most frequent first."""
    return [line.split()[1:] for line in _table().splitlines() if line.strip()]


@cache
def common_words() -> frozenset[str]:
    """Return the words that everybody uses, those of a Zipf frequency of 4 or more."""
    lines = (line.split(" ") for line in _table().splitlines() if line and float(line[:3]) >= 4)
    return frozenset(word for _, *words in lines for word in words)


@cache
def _table() -> str:
    """Return the lines of the table, searched as they stand: to split them would take longer than a look-up does."""
    return read("frequency-en")
