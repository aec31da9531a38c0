"""Read a phrase that may be what somebody is: "the former head of the port", "chairman and founder of Vintra"."""

import re
from collections.abc import Sequence

from talkscli.extract.modifiers import ALSO_ADJECTIVES, ANYBODY, OWNS, PLAIN, is_no_modifier
from talkscli.language import grammar, offices, verbs, vocabulary
from talkscli.language.calendar import MONTHS, WEEKDAYS

_ADJECTIVES = ALSO_ADJECTIVES | offices.PARTS
_ROLE_ENDS = re.compile(
    r"\s(?:who|which|that|when|since|until|from|and\s(?:a|the|one|someone|somebody|has|was|is|so|then|thus|[\w.-]+['’]s)|said|says|in\s[12][0-9]{3}"
    r"|(?:this|last|next)\s(?:week|month|year|season))\b"
)
_TIMES = frozenset((*MONTHS, *WEEKDAYS))
_YEAR = re.compile(r"(?:1[89]|20)\d\d", re.ASCII)  # the 2000 champion
_SECOND = 2  # of "to Tom and Eva Berg"
_LONG, _LONGEST = 9, 14  # words of a role


def read(phrase: str, *, strict: bool = False, whole: bool = False) -> str | None:
    """Read a phrase as a role: perhaps an article or an owner, few words, a head that is a role, perhaps "of …".

    Args:
        phrase: The words, as they stand beside a name.
        strict: Its head must be an office or an occupation.
        whole: No clause goes on behind it, as in "forcing the consumer giant to act".

    Returns:
        The role without its article; None where it is none.
    """
    words = phrase.split()
    if words[:1] == ["both"]:  # both clerks at the port
        words = [w[:-1] if w.endswith("s") and offices.is_person(w[:-1]) else w for w in words[1:]]
    while words and (
        words[0].lower() in ("now", "once", "formerly", "today")
        or (words[0].lower() == "then" and words[1:2] and words[1].lower() in grammar.ARTICLES)
    ):
        words.pop(0)
    if words[:1] == ["another"]:
        words[0] = "an"  # another top aide
    if words[:2] == ["one", "of"]:  # one of the best-known writers
        last = next((i for i, w in enumerate(words[3:10], 3) if w.endswith("s") and offices.is_person(w[:-1])), None)
        return " ".join(words[: last + 1]) if last else None
    head = next((i for i in range(min(9, len(words))) if _is_head(words, i, office=strict)), None)
    if head is None or not all(
        _may_lead(words[i], first=i == 0 and (strict or not _opens(word))) or _joins(words, i, head)
        for i, word in enumerate(words[:head])
    ):
        return None
    head = _last_head(words, head)
    if strict and not head and len(words) == 1:
        return None
    end = head + 1
    while end < len(words) and words[end].islower() and offices.is_role(words[end]):
        end += 1
    following = words[end] if end < len(words) else ""
    if following == "and" and end + 1 < len(words) and words[end + 1].lower() not in grammar.ARTICLES:
        second = next((i for i in range(end + 1, min(end + 5, len(words))) if _is_head(words, i, office=strict)), None)
        if second is not None and all(_may_lead(words[i], first=False) for i in range(end + 1, second)):
            end = _last_head(words, second) + 1  # "chairman and founder of the port"
            following = words[end] if end < len(words) else ""
    if following in ("of", "for", "at", "with", "to") or (
        following in ("in", "behind")
        and words[end + 1 : end + 2]
        and words[end + 1][0].isupper()
        and words[end + 1] not in _TIMES
    ):
        of = _ROLE_ENDS.split(" ".join(words[end:]), maxsplit=1)[0].split()
        of = of[: next((i for i in range(2, len(of)) if _is_deed(of, i)), len(of))]
        given = vocabulary.given_names()
        other = next((i for i, word in enumerate(of[:-2]) if word == "and" and of[i + 1] in given), None)
        if other == _SECOND and of[1] in given:
            other = None  # aide to Tom and Eva Berg
        words = words[:end] + of[:other]  # without "and Eva Berg"
    elif following[:1].isupper() or (whole and _goes_on(words[end:])):
        return None  # "…, engineer Tom Reed" tells of Tom Reed
    else:
        words = words[:end]
    while words and words[0].lower() in grammar.ARTICLES:
        words.pop(0)
    return " ".join(_shortened(words)) or None


def _is_deed(words: Sequence[str], i: int) -> bool:
    """Tell whether word `i` is what somebody of a body does: "clerk at Vintra told them", not "at Vintra Claims"."""
    word = words[i]
    if word.islower() and grammar.is_speech(word) and grammar.is_past(word):
        behind = words[i + 1 : i + 2]
        if not behind or behind[0] in grammar.ARTICLES or behind[0] == "that":
            return True  # "minister for ferries told the"
    deed = grammar.is_speech(word) or word in vocabulary.HUMAN_VERBS or grammar.is_past(word)
    return word.islower() and words[i - 1][0].isupper() and not words[i - 1].endswith(OWNS) and deed


def _goes_on(words: Sequence[str]) -> bool:
    """Tell whether a clause goes on behind what may be a role: "the consumer giant to act", "… a lot"."""
    if not words or _ROLE_ENDS.match(f" {' '.join(words)}"):
        return False
    return words[0] not in grammar.PREPOSITIONS or any(grammar.is_finite(w) or grammar.is_past(w) for w in words)


def _shortened(words: Sequence[str]) -> Sequence[str]:
    """Cut what is added to a long role: the place of the body, a second office."""
    if len(words) <= _LONG:
        return words
    ends = [
        i
        for i in range(3, _LONG + 1)
        if words[i - 1][0].isupper() and (words[i] == "in" or (words[i] == "and" and words[i + 1][0].islower()))
    ]
    return words[: ends[-1] if ends else _LONGEST]


def _last_head(words: Sequence[str], head: int) -> int:
    """Find the noun on which a run of nouns turns: in "senior market strategist at" that is the last one."""
    for i in range(head + 1, min(head + 5, len(words))):
        word = words[i]
        if is_no_modifier(word) or not word.replace("-", "").isalpha() or word.endswith("ing"):
            break
        if offices.is_person(word) if word.islower() else words[head][0].isupper() and offices.is_role(word):
            head = i  # "chief strategy officer", "Chief Strategy Officer"
    return head


def _joins(words: Sequence[str], i: int, head: int) -> bool:
    """Tell whether word `i` joins two parts of an office: "Research and Policy Director", "art and news editor"."""
    if words[i] in ("of", "for") and 0 < i < head - 1:
        return words[i - 1][0].isupper() and words[i + 1][0].isupper()  # "University of Kella librarian"
    if words[i] not in ("and", "&") or i == 0:
        return False
    return (words[i - 1][0].isupper() and words[i + 1][0].isupper()) or (i <= 2 and head - i <= 3)


def _opens(word: str) -> bool:
    """Tell whether a plain word may begin what somebody is: "global" in "global manager for", not "having"."""
    plain = PLAIN.fullmatch(word) is not None and not is_no_modifier(word) and not grammar.is_adverb(word)
    return plain and not word.endswith(("ing", "ed")) and not grammar.is_finite(word)


def _may_lead(word: str, *, first: bool) -> bool:
    lower = word.lower()
    if (
        lower in grammar.ARTICLES
        or offices.is_part(lower)
        or lower == "then"
        or word[0].isupper()
        or word.endswith(OWNS)
        or _YEAR.fullmatch(word)
    ):
        return True
    if grammar.is_speech(word) or word in verbs.pasts() or word in grammar.AUXILIARIES:
        return False
    return not first and lower == word and word.replace("-", "").isalpha() and word not in vocabulary.NOT_NAMES


def _is_head(words: Sequence[str], i: int, *, office: bool) -> bool:
    """Tell whether word `i` is what a role turns on: in "the chief engineer of" that is not "chief"."""
    if (
        words[i] in ANYBODY
        and words[i + 1 : i + 2] == ["behind"]
        and words[i + 2 : i + 3]
        and words[i + 2][0].isupper()
    ):
        return True  # the man behind Vontra
    if words[i] == "people" or (i and words[i][0].isupper() and words[i - 1] in vocabulary.given_names()):
        return False  # "millions of people", "and Elvis Bishop"
    known = offices.is_role if office and words[i - 1 : i] != ["chief"] else offices.is_person
    if not known(words[i]) or words[i].endswith(OWNS[:2]):
        return False
    following = words[i + 1] if i + 1 < len(words) else "of"
    plain = words[i].lower() not in _ADJECTIVES
    return plain or following in ("of", "for", "at", "to", "in") or not following[0].islower()
