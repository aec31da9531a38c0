"""What the words of a name say by themselves: that they are common ones, a place's, a body's, an office."""

import re
from collections.abc import Sequence

from talkscli.extract.titles import is_empty
from talkscli.language import grammar, offices, parts, vocabulary
from talkscli.language.calendar import MONTHS, WEEKDAYS
from talkscli.language.frequency import function_words
from talkscli.language.kinds import Kind
from talkscli.language.numbers import NUMERALS
from talkscli.language.words import STOP

NOT_FIRST = vocabulary.NOT_NAMES - frozenset(
    "new old great north south east west northern southern eastern western central".split()
)  # within a sentence

_NEVER = grammar.ARTICLES | {name.lower() for name in (*MONTHS, *WEEKDAYS)} | offices.MISTER
_SMALL = STOP | NUMERALS | grammar.PREPOSITIONS
_PLURAL = re.compile("[bcdfgklmnprtvwxyz]s$")


def is_phrase(tokens: Sequence[str]) -> bool:
    """Tell whether a name is made of common words, as hardly one of a person is: "Full Fact", "Davis Cup Finals"."""
    words = [token.lower() for token in tokens]
    return vocabulary.is_ordinary(words[-1]) and any(map(vocabulary.is_ordinary, words[:-1]))


def is_person_alone(name: str, role: str) -> bool:
    """Tell whether one word with a role is a person: "engineer Reed", not "maker SunBank", "sexist Chamber"."""
    return (
        name[1:].islower()
        and not vocabulary.is_ordinary(name.lower())
        and any(offices.is_role(word) for word in role.split())
    )


def is_place_last(tokens: Sequence[str]) -> bool:
    """Tell whether a place ends the words, and is no family name: "Norman Italy", not "Margaret Hamilton"."""
    known = vocabulary.gazetteer().get(tokens[-1])
    if known is None:
        return False
    given = tokens[0] in vocabulary.given_names() and tokens[0] not in vocabulary.gazetteer()
    country = known.kind == "country" and tokens[-1] not in known.capitals
    return country or not given or len(tokens) > 2 or tokens[0].endswith("man")


def is_office_last(tokens: Sequence[str]) -> bool:
    """Tell whether an office ends the words, and is no family name: "Roman Ambassador", not "Cory Booker"."""
    given = tokens[0] in vocabulary.given_names() and tokens[0] not in vocabulary.gazetteer()
    known = given and len(tokens) == 2 and not vocabulary.is_ordinary(tokens[0].lower())
    return offices.is_role(tokens[-1]) and not known


def is_titled(tokens: Sequence[str]) -> bool:
    """Tell whether a short title and a full name stand there: "Sen. Eva Lund", "Dame Eva Hill"."""
    if len(tokens) != 3 or not offices.is_role(tokens[0]):
        return False
    return tokens[0].endswith(".") or (is_empty(tokens[0]) and tokens[1] in vocabulary.given_names())


def is_surname(tokens: Sequence[str]) -> bool:
    """Tell whether the last word is a family name although it is an ordinary word: "Theresa May"."""
    return len(tokens) == 2 and tokens[0] in vocabulary.given_names() and not tokens[1].endswith("ern")


def is_common(token: str, *, opens: bool) -> bool:
    """Tell whether a capitalised word is no part of a name; at the start of a sentence that is likely."""
    word = token.lower().strip(".")
    known = vocabulary.NOT_NAMES if opens else NOT_FIRST
    if word in known and (len(word) > 1 or (opens and word == "a")) and not token.endswith("."):
        return True
    if token[0].isupper() and "-" in token and grammar.is_participle(token.rpartition("-")[2]):
        return True  # "Kella-based"
    if not opens or token in vocabulary.given_names() or word in offices.titles():
        return False
    return word.endswith(("ing", "ly", "ed")) or (grammar.is_adverb(word) and not offices.is_part(word))


def tail(tokens: Sequence[str]) -> str:
    """Return what makes an adjective of a name: "-style" of "Anna Berg-style", "-listed"; nothing of "Jong-un"."""
    stem, joint, last = tokens[-1].rpartition("-")
    part = len(tokens) > 1 and (len(stem) < 4 or vocabulary.is_ordinary(stem.lower()))  # "Economic Co-operation"
    adjective = (
        last.endswith("ing")
        or grammar.is_participle(last)
        or (not part and (vocabulary.is_ordinary(last) or last == "like"))
    )
    return f"-{last}" if joint and last.islower() and adjective else ""


def opens_body(tokens: Sequence[str], *, opens: bool) -> bool:
    """Tell whether a common word begins a body's name: "World Ferry Club", within a sentence also "All Port Club"."""
    first, word = tokens[0], tokens[0].lower()
    if not first.isalpha() or first.isupper() or word in _NEVER or by_words(tokens) != "organisation":
        return False
    return not opens or not (
        word in _SMALL or grammar.is_adverb(word) or any(word in each for each in function_words().values())
    )


def by_words(tokens: Sequence[str]) -> Kind | None:
    """Read a name that says itself what it is: "Port Authority", "Lake Como", "University of Leeds"."""
    if {"of", "for", "on", "and"} & set(tokens):
        return "organisation"
    if "&" in tokens and not all(_is_plain(token.lower()) for token in {*tokens} - {"&"}):
        return "organisation"
    if len(tokens) < 2:
        return None
    last, head = tokens[-1].lower().strip(".'’"), tokens[0].lower().strip(".")
    if vocabulary.ends_body(last) and not (len(tokens) == 2 and head not in offices.FIELDS and offices.is_part(head)):
        return "organisation"
    if len(tokens) > 2 and last not in vocabulary.PLACE_LAST and " ".join(tokens[:2]) in vocabulary.gazetteer():
        return "organisation" if head in vocabulary.PLACE_FIRST and len(tokens) == 3 else None  # San Orrin Sun-Tribune
    saints = head[0] == "s" and vocabulary.is_ordinary(last)  # "San Orrin Open"
    if last in vocabulary.PLACE_LAST or (head in vocabulary.PLACE_FIRST and len(tokens) <= 4 and not saints):
        return "place"
    return None


def _is_plain(word: str) -> bool:
    """Tell whether a word is one of those that a heading is made of: "Why Pay & Go"."""
    return word in _SMALL or vocabulary.is_ordinary(word) or parts.is_verb(word) or parts.is_adjective(word)


def may_be_person(tokens: Sequence[str]) -> bool:
    """Tell whether a name of a place or body may be one of a person too: "Solveig Bay", "Ae-cha Hill"."""
    return len(tokens) == 2 and (tokens[0] in vocabulary.given_names() or tokens[1].lower() in vocabulary.PLACE_LAST)


def is_people(name: str) -> bool:
    """Tell whether a name is what those who live somewhere are called: "New Yorkers", "Londoners"."""
    if name[-2:] not in ("rs", "ns"):
        return False
    places = vocabulary.gazetteer()
    return name not in places and any(name.endswith(end) and name[: -len(end)] in places for end in ("ers", "rs", "ns"))


def owner_end(tokens: Sequence[str]) -> int:
    """Tell how many words name a person who owns what the others name, "Mr Bergs’ Kella": 0 where nobody does."""
    for i, token in enumerate(tokens[1:-1], 1):
        before = tokens[i - 1]
        if (
            token[-1] in "'’"
            and token[0] not in "'‘"
            and (before in vocabulary.given_names() or before.lower().strip(".") in offices.MISTER)
        ):
            return i + 1
    return 0


def is_plural(token: str) -> bool:
    """Tell whether a word, no family name that is known, ends as those for several do: "Dems"."""
    return _PLURAL.search(token) is not None and not vocabulary.is_family(token)
