"""Words of related meaning: "cost" and "fee", "hotel" and "inn"."""

from collections.abc import Mapping
from functools import cache, lru_cache
from mmap import mmap

from talkscli.language.tables import languages, look_up, mapped


@lru_cache(20_000)
def related(stem: str, language: str = "en") -> Mapping[str, float]:
    """Look up the words of related meaning.

    Args:
        stem: Of a word.
        language: Its language, a code of ISO 639-1.

    Returns:
        Stems and how alike they are: the cosine of their vectors, from about 0.4 to 1. Opposites are left out in
        English. Empty where nothing is known of the word or of the language.
    """
    others = look_up(_table(language), stem)
    return {other[:-2]: int(other[-2:]) / 100 for other in others.split()}


@cache
def _table(language: str) -> mmap | bytes:
    known = language == "en" or language in languages("related")  # a store may say anything; most say English
    return mapped(f"related-{language}") if known else b""
