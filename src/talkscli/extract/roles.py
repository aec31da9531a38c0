"""What somebody is: the office or occupation that stands before, behind or around a name."""

import re
from collections.abc import Sequence

from talkscli.extract.beside import begins_clause, tells_of_another
from talkscli.extract.modifiers import (
    ALSO_ADJECTIVES,
    ANYBODY,
    OWNS,
    PLAIN,
    before_name,
    is_no_modifier,
)  # fmt: skip
from talkscli.language import grammar, offices, verbs, vocabulary

_ADJECTIVES = ALSO_ADJECTIVES | offices.PARTS
_ASIDE = r"(?:\s\([^()]{1,60}\))?"
_DASH = r"\s[–—-]\s"
_BESIDE = (
    r"(?:,\s(?:aged\s)?[0-9]{2})?"
    rf"(?:,?\swho\s(?:is|was)\s|,\s|{_DASH}(?=(?:an?|the)\s|[^–—.]{{3,80}}{_DASH})|\s\()"
)
_APPOSITION = re.compile(
    rf"""
    {_ASIDE}{_BESIDE}((?:U\.S\.|[^,.;:()“”"\n]){{3,130}}?)    # Anna Berg, the head of the port,
    (?=[,.;:)“”"\n]|\s[–—(-]|$)
    """,
    re.VERBOSE,
)
_BEFORE_APPOSITION = re.compile(
    r"""
    \b((?:(?:the|its|their|his|her|our)|[\w.]+['’]s?)     # the head of the port, Anna Berg
    \s[^,.;:()“”"]{3,80}),\s$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WHO_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s((?:[a-z-]+\s){0,2}[a-z-]+)(\swho\s[^,.;:()“”\"]{3,60}),\s$")
_LEADING_APPOSITION = re.compile(r"(?:^|[.!?]['\"”’]?\s)(An?\s[^,.;:()“”\"]{3,90}),\s$")  # An aide of Reed, Berg
_LEADING_OFFICE = re.compile(r"(?:^|[.!?]['\"”’]?\s)(?:(?:But|And|Yet)\s)?([A-Za-z][a-z-]+\s[^,.;:()“”\"]{3,90}),\s$")
_ENDS_ASIDE = re.compile(r"(?:\s[A-Z]{2,4})?,")  # Tom Reed MP,
_DETERMINER = re.compile(r"\b(?:the|its|their|his|her|our|[\w.]+['’]s?)\s", re.IGNORECASE)
_FOLLOWED = re.compile(r"\b(?:replac|succeed)(?:e|es|ed|s|ing)?\s$")  # to replace Anna Berg as mayor of Kella
_LAST_WORD = 12  # characters of it, at most
_FOLLOWED_AS = re.compile(r"\sas\s([^,.;:()“”\"\n]{3,100}?)(?=[,.;]|\s(?:until|after|when|in)\s|$)")
_SHARED = re.compile(  # Anna Berg and the Swede Tom Reed, both clerks at the port,
    r"\sand\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,4},\s(both\s[^,.;:()“”\"\n]{3,100})(?=[,.;])"
)
_COPULA = re.compile(
    rf"""
    {_ASIDE}(?:,\s[^,.;:“”"]{{2,80}},)?\s
    (?:(?:is|was|became|becomes|serves\sas|served\sas|has\sbeen|had\sbeen|works\sas|worked\sas)\s
      (?:elected\s|appointed\s|named\s|unveiled\s|installed\s|confirmed\s|chosen\s)?(?:as\s)?
      |(?:will|would|is\sto|was\sto)\sbe\s(?:elected|appointed|named|unveiled|installed|confirmed)\s(?:as\s)?)
    ((?:[\w.'’-]+\s?){{1,9}})                          # Anna Berg was elected mayor of Kella
    """,
    re.VERBOSE,
)
_WHO = re.compile(
    r"""
    ,\swho\s
    ((?:heads|leads|chairs|runs|directs|manages|owns|edits|coaches|commands|advises|studies|teaches|represents
        |works\s(?:at|for|in|with|as))\s[^,.;:“”"()]{2,60}?)
    (?=[,.;)]|\sand\s[a-z]+ed\s)                                          # Anna Berg, who heads the port,
    """,
    re.VERBOSE,
)
_ROLE_ENDS = re.compile(
    r"\s(?:who|which|that|when|since|until|from|and\s(?:a|the|has|was|is|[\w.-]+['’]s)|said|says|in\s[12][0-9]{3})\b"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d", re.ASCII)  # the 2000 champion
_SECOND = 2  # of "to Tom and Eva Berg"
_LONG, _LONGEST = 9, 14  # words of a role


def role_around(before: str, after: str) -> tuple[int, str] | None:
    """Find a role in the words around a name, and how plain it is: 3 before the name, 2 beside it, 1 told of it.

    "city engineer NAME", "NAME, the head of the port,", "NAME was mayor".
    """
    direct = before_name(before)
    if direct and " " in direct and begins_clause(before, after):
        direct = direct.rpartition(" ")[2]
    if direct:
        return (3, direct) if direct not in offices.ADDRESS else None
    if before.endswith(", "):
        told = _WHO_BEFORE.search(before)
        if told and (offices.is_person(told[1].split()[-1]) or told[1].split()[-1] in ANYBODY):
            return 3, f"{told[1]}{told[2]}"  # the man who built the pier, Tom Reed,
        leading, match = _LEADING_APPOSITION.search(before), _BEFORE_APPOSITION.search(before)
        role = _read(leading[1]) if leading else _leading_office(before, after)
        if role is None and match and " or " not in match[1]:
            role = _from_last_determiner(match[1])
        if role:
            return 3, role
        role = before_name(f"{before[:-2]} ") if after.startswith(",") else None
        if role and role[0].isupper():  # Ferry Board chief, Anna Berg,
            return 3, role
    if not after or not (after[0] == "," or after[0].isspace()):
        return None
    active = _WHO.match(after)
    if active:
        return 2, active[1]
    last = before[-_LAST_WORD:]
    follows = ("replac" in last or "succeed" in last) and _FOLLOWED.search(last)
    followed = _FOLLOWED_AS.match(after) if follows else None
    if followed:
        return (2, role) if (role := _read(followed[1])) else None
    shared = _SHARED.match(after)
    if shared:
        return (2, role) if (role := _read(shared[1])) else None
    for plain, pattern in ((2, _APPOSITION), (1, _COPULA)):
        match = pattern.match(after)
        if match and pattern is _APPOSITION and tells_of_another(before, after):
            continue
        role = _read(match[1].strip(" ."), strict=pattern is _COPULA) if match else None
        if role:
            return plain, role
    return None


def _leading_office(before: str, after: str) -> str | None:
    """Read an office without an article before a name: "Director of the port, NAME, said"."""
    told = _LEADING_OFFICE.search(before) if _ENDS_ASIDE.match(after) else None
    return _read(told[1], whole=True) if told and offices.is_part(told[1].partition(" ")[0].lower()) else None


def _from_last_determiner(phrase: str) -> str | None:
    """Read "opened when the mayor of the city" from the last word on from which it is a role: "mayor of the city"."""
    begins = [match.start() for match in _DETERMINER.finditer(phrase)]
    return next(filter(None, (_read(phrase[at:], whole=True) for at in reversed(begins))), None)


def _read(phrase: str, *, strict: bool = False, whole: bool = False) -> str | None:
    """Read a phrase as a role: perhaps an article or an owner, few words, a head that is a role, perhaps "of …".

    `whole`: no clause goes on behind it, as in "forcing the consumer giant to act".
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
        following == "in" and words[end + 1 : end + 2] and words[end + 1][0].isupper()
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
    ends = [i for i in range(3, _LONG + 1) if words[i] in ("in", "and") and words[i - 1][0].isupper()]
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
    known = offices.is_role if office and words[i - 1 : i] != ["chief"] else offices.is_person
    if not known(words[i]) or words[i].endswith(OWNS[:2]):
        return False
    following = words[i + 1] if i + 1 < len(words) else "of"
    plain = words[i].lower() not in _ADJECTIVES
    return plain or following in ("of", "for", "at", "to", "in") or not following[0].islower()
