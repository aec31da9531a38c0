"""How frequent a word is in ordinary English, or in another language."""

from functools import cache, lru_cache

from talkscli.language.tables import read


@lru_cache(20_000)
def zipf(word: str, language: str = "en") -> float:
    """Look up how frequent a word is.

    Args:
        word: A folded word, as `words` returns it.
        language: A code of ISO 639-1.

    Returns:
        Its Zipf frequency (the logarithm of how often it comes in a thousand million words), to a tenth: 7.7 for
        "the", 4.4 for "moscow", about 3 for the rarest that are listed; 0.0 for any other, and in a language of which
        no frequencies are known.
    """
    text = _table(language)
    at = text.find(f" {word} ") if word.isalpha() else -1
    if at < 0:
        return 0.0
    line = text.rfind("\n", 0, at) + 1
    return float(text[line : text.index(" ", line)])


def lines() -> list[list[str]]:
    """Return all words that are listed, those of one frequency together, the most frequent first."""
    return [line.split()[1:] for line in _table("en").splitlines() if line.strip()]


@cache
def common_words() -> frozenset[str]:
    """Return the words that everybody uses, those of a Zipf frequency of 4 or more."""
    lines = (line.split(" ") for line in _table("en").splitlines() if line and float(line[:3]) >= 4)
    return frozenset(word for _, *words in lines for word in words)


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Map the languages, other than English, of which frequencies are known to their function words."""
    rows = (line.split() for line in read("function").splitlines())
    return {code: frozenset(found) for code, *found in rows}


@cache
def _table(language: str) -> str:
    """Return the lines of a table, searched as they stand: to split them would take longer than a look-up does."""
    return read(f"frequency-{language}") if language == "en" or language in function_words() else ""
