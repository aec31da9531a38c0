"""Nouns that some languages write together: a "Mitgliedsbeitrag" is a "Beitrag"."""

from functools import lru_cache

from talkscli.language import frequency
from talkscli.language.tongues import Tongue

LANGUAGES = frozenset(("da", "de", "fi", "nb", "nl", "sv"))
LEAST = 5  # letters of the last part
BEFORE = 4  # letters before it


@lru_cache(20_000)
def last_part(word: str, tongue: Tongue) -> str:
    """Find the frequent word that a longer one ends with.

    Args:
        word: A folded word.
        tongue: Its language.

    Returns:
        The longest such word; "" where there is none, where the word is frequent itself, and where a function word
        stands before: "Unternehmen" is no "nehmen".
    """
    if tongue.code not in LANGUAGES or len(word) < LEAST + BEFORE or frequency.zipf(word, tongue.code):
        return ""
    for at in range(BEFORE, len(word) - LEAST + 1):
        if frequency.zipf(word[at:], tongue.code) and word[:at] not in tongue.function:
            return word[at:]
    return ""
