"""How frequent a word is in ordinary English, or in another language."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache

from talkscli.language.tables import look_up, raw, read


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
    return int(look_up(_table(language), word) or 0) / 10 if word.isalpha() else 0.0


def common(words: Iterable[str], least: float) -> list[str]:
    """Return those of many words that are common in English.

    Args:
        words: Folded words.
        least: Their least Zipf frequency.
    """
    lines, found = _lines(), []
    for word in words:
        key = word.encode() + b" "
        at = bisect_left(lines, key)
        if at < len(lines) and lines[at].startswith(key) and int(lines[at][len(key) :]) >= least * 10:
            found.append(word)
    return found


def listed() -> list[str]:
    """Return all words that are listed, the most frequent first, else in alphabetical order."""
    rows = [line.decode().split(" ") for line in _lines() if line]
    return [word for word, _ in sorted(rows, key=lambda row: -int(row[1]))]


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Map the languages, other than English, of which frequencies are known to their function words."""
    rows = (line.split() for line in read("function").splitlines())
    return {code: frozenset(found) for code, *found in rows}


@cache
def _table(language: str) -> bytes:
    return raw(f"frequency-{language}") if language == "en" or language in function_words() else b""


@cache
def _lines() -> list[bytes]:
    """The table cut into lines, which takes as long as looking up a hundred words."""
    return _table("en").split(b"\n")
