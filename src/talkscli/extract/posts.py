"""What somebody is, in other languages than English: the office or occupation that stands beside a name.

The noun comes first and what it is for behind it ("la présidente du port, Anna Berg"), or all is one word
before the name ("Bundesministerin Anna Berg").
"""

import re
from collections.abc import Sequence

from talkscli.language import grammar, offices, vocabulary
from talkscli.language.closed import closed, speech

_WORD = re.compile(r"[^\W_](?:[\w&]|[-.*](?=\w)|:(?=in))*['’]?")
_MARK = re.compile(r"(?!:in(?:nen)?\b)[,.;:!?()\[\]«»„“”\"–—\n]")
_ASIDE = re.compile(r"\s\([^()]{1,60}\)")
_BESIDE = re.compile(r"(?:,\s(?:[0-9]{2},\s)?|\s[–—-]\s)")
_ENDS = re.compile(r"\s?[,.;:()–—«»“”\"]|$")
LONGEST = 12  # words


def post_around(before: str, after: str, language: str) -> tuple[int, str] | None:
    """Find what somebody is in the words around a name, and how plain it is: 3 before the name, 2 behind it.

    Args:
        before: What stands before the name.
        after: What stands behind it.
        language: One of those that `talkscli.language.closed` knows.
    """
    role = _direct(before, language) or (_shared(before) if language == "de" else None)
    if role:
        return 3, role
    aside = _ASIDE.match(after)
    beside = _BESIDE.match(after, aside.end() if aside else 0)
    role = _behind(_MARK.split(after[beside.end() :])[0], language) if beside else None
    told = _words(aside[0]) if aside and role is None else []
    if told and _is_role(told[0], language):
        role = _behind(" ".join(told), language)  # Eva Berg (directora del puerto)
    if role:
        return 2, role
    if before.endswith(", ") and _ENDS.match(after):
        role = _leading(_MARK.split(before[:-2])[-1], language)
    return (3, role) if role else None


def _direct(before: str, language: str) -> str | None:
    """Read "le commissaire à l'économie NAME", "Ministerpräsidentin NAME"."""
    words = _words(_MARK.split(before)[-1]) if before.endswith(" ") else []
    own = closed(language)
    if not words or _small(words[-1]) in own.links | own.articles:
        return None
    for i in range(len(words) - 1, max(-1, len(words) - LONGEST), -1):
        if _is_role(words[i], language):
            others = any(_names_somebody(words, k) for k in range(i, len(words))) or words[-1].isdigit()
            return None if others or _names_body(words[i:], language) else _spelt(words[i:], language)
        if _is_apart(words[i], language) or _is_verb(words, i, language):
            return None
    return None


def _names_body(words: Sequence[str], language: str) -> bool:
    """Tell whether a role ends with what a name behind it is of: "director de la empresa"."""
    last = words[-1]
    return len(words) > 1 and last.islower() and offices.may_speak(language, last) and not _is_role(last, language)


def _is_verb(words: Sequence[str], i: int, language: str) -> bool:
    """Tell whether a word before a name is no adjective in German: "als Sprecher lobte Berg"."""
    if language != "de" or not words[i].islower() or words[i] in grammar.PREPOSITIONS:
        return False  # University of Kella
    own = closed(language)
    return not {_small(words[i]), _small(words[i - 1]) if i else ""} & (own.links | own.articles)


def _is_role(word: str, language: str) -> bool:
    """Tell whether a word is an office or an occupation; in German it has a capital."""
    return (language != "de" or word[0].isupper()) and offices.is_role_in(language, word)


def _shared(before: str) -> str | None:
    """Read what both are in "die Malerinnen Eva Berg und NAME"."""
    words = _words(_MARK.split(before)[-1]) if before.endswith(" und ") else []
    for i in range(len(words) - 2, max(0, len(words) - LONGEST), -1):
        if _is_role(words[i], "de"):
            several = words[i - 1].lower() == "die" and not words[i].endswith("in") and i < len(words) - 2
            return _spelt([words[i]], "de") if several else None
        if words[i].islower() and words[i] not in vocabulary.PARTICLES:
            return None
    return None


def _leading(phrase: str, language: str) -> str | None:
    """Read "al director general del puerto, NAME": the first noun for a person of which all else may be told."""
    words = _words(phrase)
    own = closed(language)
    for i, word in enumerate(words):
        opened = i < 3 or _small(words[i - 1]) in own.links | own.articles
        if len(words) - i < LONGEST and opened and _is_role(word, language):
            names = any(_names_somebody(words, k) for k in range(i, len(words)))
            ends = any(
                _ends_role(words, k, language) or (k > i and _is_verb(words, k, language)) for k in range(i, len(words))
            )
            if not (names or ends):
                return _spelt(words[i:], language)
    return None


def _behind(phrase: str, language: str) -> str | None:
    """Read "NAME, directora general del puerto"."""
    words = _words(phrase)
    own = closed(language)
    head = next((i for i, word in enumerate(words[:4]) if _is_role(word, language)), None)
    if head is None or any(_small(word) in own.links or _is_apart(word, language) for word in words[:head]):
        return None
    told = words[head:]
    linked = next((i for i, word in enumerate(told) if _small(word) in own.links), len(told))
    if any(word in vocabulary.given_names() for word in told[1:linked]):
        return None  # ", Minister Anna Berg," tells of Anna Berg
    end = next(
        (i for i, word in enumerate(told) if i and (_is_apart(word, language) or _is_verb(told, i, language))),
        len(told),
    )
    told = told[: min(end, LONGEST)]
    while len(told) > 1 and _small(told[-1]) in own.links | own.articles | own.helpers:
        told = told[:-1]
    return _spelt(told, language)


def _names_somebody(words: Sequence[str], k: int) -> bool:
    """Tell whether a given name and another with a capital stand there: "Ana Berg", not "de la Paz"."""
    return words[k] in vocabulary.given_names() and k + 1 < len(words) and words[k + 1][0].isupper()


def _ends_role(words: Sequence[str], k: int, language: str) -> bool:
    """Tell whether a role does not go on over a word; over "and" it does between what it is for: "Justicia y Paz"."""
    fields = 0 < k < len(words) - 1 and words[k - 1][0].isupper() and words[k + 1][0].isupper()
    return _is_apart(words[k], language) and not (fields and _small(words[k]) in closed(language).joints)


def _is_apart(word: str, language: str) -> bool:
    """Tell whether a word is no part of what somebody is: a verb or what begins another clause."""
    own = closed(language)
    small = _small(word)
    helps = own.helpers - own.articles - own.links
    return small in own.joints - own.articles | own.that | helps or small in speech(language) - own.links


def _small(word: str) -> str:
    return word.lower().replace("’", "'")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _spelt(words: Sequence[str], language: str) -> str:
    head = offices.nominative(words[0]) if language == "de" else words[0]
    return re.sub(r"(['’])\s", r"\1", " ".join((head, *words[1:])))
