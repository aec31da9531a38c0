"""What somebody is, in other languages than English: the office or occupation that stands beside a name.

The noun comes first and what it is for behind it ("la présidente de la Commission, Anna Berg"), or all is one word
before the name ("Bundesministerin Anna Berg").
"""

import re
from collections.abc import Sequence

from talkscli.language import abroad, offices, vocabulary

_WORD = re.compile(r"[^\W_](?:[\w&]|[-.'’](?=\w))*['’]?")
_MARK = re.compile(r"[,.;:!?()\[\]«»„“”\"–—\n]")
_ASIDE = re.compile(r"\s\([^()]{1,60}\)")
_BESIDE = re.compile(r"(?:,\s(?:[0-9]{2},\s)?|\s[–—-]\s)")
_ENDS = re.compile(r"\s?[,.;:()–—«»“”\"]|$")
LONGEST = 10  # words


def post_around(before: str, after: str, language: str) -> tuple[int, str] | None:
    """Find what somebody is in the words around a name, and how plain it is: 3 before the name, 2 behind it.

    Args:
        before: What stands before the name.
        after: What stands behind it.
        language: One of those that `talkscli.language.abroad` knows.
    """
    role = _direct(before, language)
    if role:
        return 3, role
    if before.endswith(", ") and _ENDS.match(after):
        role = _leading(_MARK.split(before[:-2])[-1], language)
        if role:
            return 3, role
    aside = _ASIDE.match(after)
    beside = _BESIDE.match(after, aside.end() if aside else 0)
    if beside:
        role = _leading(_MARK.split(after[beside.end() :])[0], language, behind=True)
        if role:
            return 2, role
    return None


def _direct(before: str, language: str) -> str | None:
    """Read "le commissaire à l'économie NAME", "Ministerpräsidentin NAME"."""
    if not before.endswith(" "):
        return None
    words = _words(_MARK.split(before)[-1])
    closed = abroad.closed(language)
    small = closed.links | closed.articles
    if not words or words[-1].lower() in small:
        return None
    for i in range(len(words) - 1, max(-1, len(words) - LONGEST), -1):
        if offices.is_role_in(language, words[i]):
            return _told(words[i:], language)
        word = words[i].lower()
        if word in closed.joints | closed.helpers | closed.that or word in abroad.speech(language):
            return None
    return None


def _leading(phrase: str, language: str, *, behind: bool = False) -> str | None:
    """Read "le directeur général du Conseil": a noun for a person near the beginning, and what it is for.

    `behind`: the name stands before it, so that the noun is among the first words; otherwise more may stand before an
    article or what is one with it: "pidió al presidente del port".
    """
    words = _words(phrase)
    closed = abroad.closed(language)
    heads = [i for i, word in enumerate(words) if offices.is_role_in(language, word)]
    if behind:
        heads = [i for i in heads[:1] if i < 4 and not any(word.lower() in closed.links for word in words[:i])]
    else:
        heads = [i for i in heads if i == 0 or words[i - 1].lower() in closed.links | closed.articles][:1] or [
            i for i in heads[:1] if i < 3
        ]
    if not heads:
        return None
    told = words[heads[0] :]
    if behind and any(word in vocabulary.given_names() for word in told[1:] if word[0].isupper()):
        if not any(word.lower() in closed.links for word in told):
            return None  # ", Minister Anna Berg," tells of Anna Berg
    return _told(told, language)


def _told(words: Sequence[str], language: str) -> str | None:
    """Cut a role where a clause begins, and leave out what is too long for one."""
    closed = abroad.closed(language)
    end = next(
        (
            i
            for i, word in enumerate(words)
            if i and (word.lower() in closed.joints - {"y", "e", "et", "und", "en", "и", "й", "та"} | closed.that)
        ),
        len(words),
    )
    words = words[:end]
    while len(words) > 1 and words[-1].lower() in closed.links | closed.articles | closed.joints | closed.helpers:
        words = words[:-1]
    return _spelt(words) if len(words) <= LONGEST else None


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _spelt(words: Sequence[str]) -> str:
    return re.sub(r"(['’])\s", r"\1", " ".join(words))
