"""What a role has to say of who somebody is, and of the country or body on whose side that one is."""

import re
from collections.abc import Iterable, Mapping, Sequence

from talkscli.language import closed, grammar, sites, vocabulary
from talkscli.language.kinds import Kind
from talkscli.language.matcher import Mention

_ELSEWHERE = re.compile(r"\b(?:to|in|on|about)\s(?:the\s)?\Z")  # ambassador to Norland, resident in Norland
_OF = re.compile(r"\b(?:of|for)\s(?:the\s)?\Z")
_NOUN = re.compile(r"\s([a-z]+)")
_BASED = "-based"
_STUDIES = frozenset("analyst correspondent expert reporter researcher scholar specialist".split())  # a Norland scholar
_BODIES = ("country", "organisation")


def sound(role: str | None, language: str = "en") -> str | None:
    """Return what is told of somebody, if it tells what he is: no name, nothing cut short.

    Args:
        role: What stands beside a name.
        language: That of the document.
    """
    if not role:
        return None
    words = role.split()
    if _is_name(words):
        return None  # Tom King, Ann Berg
    if language in closed.LANGUAGES:
        return role  # "presidente do porto"
    words = words[: next((i for i, word in enumerate(words) if i and word in grammar.AUXILIARIES), len(words))]
    while words and words[-1].lower() in grammar.PREPOSITIONS | grammar.ARTICLES:
        words.pop()
    return " ".join(words) or None


def _is_name(words: Sequence[str]) -> bool:
    """Tell whether words are what somebody is called, though the last one be an office: "Tom King"."""
    first, last = words[0], words[-1]
    placed = first in vocabulary.gazetteer() or sites.is_town(first) or any(w.endswith(("'s", "’s")) for w in words)
    return first in vocabulary.given_names() and not placed and 1 < len(words) < 4 and last.istitle()


def side_of(role: str, named: Iterable[Mention], kinds: Mapping[str, Kind | None]) -> str | None:
    """Say on whose side somebody is: the first country or body in a role that is not only what it deals with.

    Args:
        role: What somebody is.
        named: The entities named in it.
        kinds: The kind of each.

    Returns:
        The id of the entity.
    """
    bodies = [m for m in named if kinds[m.key] in _BODIES]
    return next((m.key for m in bodies if kinds[m.key] != "country" or not _deals_with(role, m.start, m.end)), None)


def _deals_with(role: str, start: int, end: int) -> bool:
    """Tell whether a country is only where somebody is, or what that one deals with: "head of Norland equities"."""
    before, noun = role[:start], _NOUN.match(role, end)
    if _ELSEWHERE.search(before) or role.startswith(_BASED, end):
        return True
    if noun is None:
        return False
    entry = vocabulary.gazetteer().get(role[start:end])
    people = entry is not None and role[start:end] in entry.demonyms
    if noun[1] in _STUDIES:
        return not people and not role[start:end].isupper()
    ends = noun.end() == len(role) or role[noun.end()] in " ,"
    small = noun[1] in grammar.CONJUNCTIONS | grammar.PREPOSITIONS
    return bool(_OF.search(before)) and ends and not small and not vocabulary.is_kind_of_body(noun[1])
