"""Names of one word of which nothing is told but that they say something: bodies, where nobody is called so."""

import re
from collections.abc import Iterable

from talkscli.extract.things import Words
from talkscli.language import grammar, offices, vocabulary
from talkscli.language.matcher import UPPER

_SAYS = re.compile(r"\s(?:has\s|had\s)?([a-z]+)\b(?![^.!?]{0,40}\b(?:he|she|his|her)\b)")
_CALLED = re.compile(rf"(?:[{UPPER}][\w.’'-]*|\d)\s$")
_OFTEN = 2  # times
_BEFORE = 24  # characters


def speaking(loose: Iterable[str], words: Words) -> list[str]:
    """Find the bodies that are told of only by "Vintra said".

    Args:
        loose: Names of which nothing is told.
        words: Those of the document.

    Returns:
        Those of one word, no common one, that stand behind no given name and no title, and say something.
    """
    return [
        name for name in loose if name.isalpha() and len(name) > 2 and not name[:-1].isupper() and _speaks(name, words)
    ]


def _speaks(name: str, words: Words) -> bool:
    low = name.lower()
    if vocabulary.is_ordinary(low) or vocabulary.is_family(name) or vocabulary.is_also_family(name):
        return False
    if name in vocabulary.given_names() or words.is_small(low):
        return False
    places = words.places(name)
    if len(places) < _OFTEN or any(_is_called(words.whole[max(0, at - _BEFORE) : at]) for at in places):
        return False
    verbs = (_SAYS.match(words.whole, at + len(name)) for at in places)
    return any(verb is not None and _is_saying(verb[1]) for verb in verbs)


def _is_called(before: str) -> bool:
    """Tell whether what stands before a name makes it somebody's: "Anna", "Mr", "the blogger"."""
    last = before.rpartition(" ")[0].rpartition(" ")[2]
    return _CALLED.search(before) is not None or offices.is_person(last)


def _is_saying(verb: str) -> bool:
    """Tell whether a verb is one of saying and no noun as well: "said", "says", not "Vintra calls"."""
    return grammar.is_speech(verb) and (grammar.is_past(verb) or verb == "says")
