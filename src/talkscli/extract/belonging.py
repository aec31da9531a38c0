"""What body or place somebody is of, where no office stands beside the name: "Anna Berg of Vintra", "from Holm"."""

import re

from talkscli.language import grammar, vocabulary

_LINK = re.compile(r"(,?)\s(of|from|at)\s(?=[\w’'])")
_PHRASE = re.compile(r"[^,.;:()“”\"\n–—]{2,90}")
_SAID_BEFORE = re.compile(r"(\w+)\s$")
_LONGEST = 8  # words
_JOINTS = frozenset("of for the".split())


def belonging(before: str, after: str) -> str | None:
    """Read to what somebody belongs.

    Args:
        before: What stands before the name.
        after: What stands behind it.

    Returns:
        "of Vintra", "from the Holm College of Art"; None where that may belong to a verb: "he took Berg from Vintra".
    """
    link = _LINK.match(after)
    phrase = _PHRASE.match(after, link.end()) if link else None
    if link is None or phrase is None:
        return None
    words = phrase[0].split()
    end = next((i for i, word in enumerate(words) if _ends(words, i)), len(words))
    told, following = words[:end], words[end] if end < len(words) else ""
    said = _SAID_BEFORE.search(before)
    inverted = said is not None and grammar.is_speech(said[1])  # "…," said Anna Berg, at Vintra.
    closed = not following and after[phrase.end() : phrase.end() + 1] in (",", "." if inverted else ",")
    if not told or len(told) > _LONGEST or not any(word[0].isupper() for word in told):
        return None
    if not (told[-1][0].isupper() or vocabulary.is_kind_of_body(told[-1])):
        return None
    if link[1] and not (closed or grammar.is_speech(following)):
        return None
    if not (link[1] or link[2] == "of" or inverted or grammar.is_speech(following)):
        return None
    return f"{link[2]} {' '.join(told)}"


def _ends(words: list[str], i: int) -> bool:
    """Tell whether a phrase ends before word `i`: a verb or what begins another part of the sentence stands there."""
    word, following = words[i], words[i + 1] if i + 1 < len(words) else ""
    if word == "and":  # "of Work and Pensions", not "of Vintra and Tom Reed"
        named = following in vocabulary.given_names() and not vocabulary.is_ordinary(following.lower())
        named = named or following.endswith(("'s", "’s"))
        return named or not (following[:1].isupper() and words[i - 1][0].isupper())
    if word[0].isupper() or word in _JOINTS or word == "&":
        return False
    other = word in grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.RELATIVES | grammar.AUXILIARIES
    deed = grammar.is_speech(word) or grammar.is_past(word) or grammar.is_finite(word)
    return other or deed or (not i and word.endswith("ing"))  # accused Berg of leaving Vintra
