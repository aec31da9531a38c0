"""One word in the place of another, in a sentence that is else the source's own."""

from collections.abc import Sequence
from functools import cache

from talkscli.check.sentence import Sentence
from talkscli.language.lexicon import Lexicon

_LEAST = 6  # words of such a sentence
_STEM = 4  # letters that the forms of a word have in common: "agreed", "agreement"


def swapped(fact: Sentence, source: Sentence, strange: Sequence[int], missing: Sequence[int]) -> str | None:
    """Say which one word of a fact means another than the source has in its place.

    Args:
        fact: A sentence of the fact.
        source: The sentence that it is closest to.
        strange: The places of the fact's words that the source has not, in that order.
        missing: The same the other way round.

    Returns:
        What is wrong; None where more than one word differs, or where the two may mean the same.
    """
    if len(strange) != 1 or len(missing) != 1 or len(fact.row) < _LEAST:
        return None
    one, two = fact.words[strange[0]], source.words[missing[0]]
    plain = all(word.content and not (word.name or word.number or word.day) for word in (one, two))
    if not plain or one.key in source.keys or one.key[:_STEM] == two.key[:_STEM]:
        return None
    if two.key in _lexicon().synonyms.get(one.key, ()):
        return None
    return f"{one.text!r} stands where the source has {two.text!r}"


@cache
def _lexicon() -> Lexicon:
    return Lexicon([])
