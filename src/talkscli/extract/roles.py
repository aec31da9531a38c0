"""What somebody is: the office or occupation that stands before, behind or around a name."""

import re

from talkscli.extract import shapes
from talkscli.extract.beside import begins_clause, tells_of_another
from talkscli.extract.modifiers import ANYBODY, before_name
from talkscli.extract.role_phrases import read
from talkscli.language import grammar, offices
from talkscli.language.matcher import UPPER

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
_OWNER = rf"(?-i:(?:[{UPPER}][\w-]*\s){{1,3}}[{UPPER}0-9]\w*|[\w.]+)['’]s?"  # New Norland's
_BEFORE_APPOSITION = re.compile(
    rf"""
    \b((?:(?:the|its|their|his|her|our)|{_OWNER})     # the head of the port, Anna Berg
    \s[^,.;:()“”"]{{3,80}}),\s$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WHO_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s((?:[a-z-]+\s){0,2}[a-z-]+)(\swho\s[^,.;:()“”\"]{3,60}),\s$")
_LEADING_APPOSITION = re.compile(r"(?:^|[.!?]['\"”’]?\s)(An?\s[^,.;:()“”\"]{3,90}),\s$")  # An aide of Reed, Berg
_LEADING_OFFICE = re.compile(r"(?:^|[.!?]['\"”’]?\s)(?:(?:But|And|Yet)\s)?([A-Za-z][a-z-]+\s[^,.;:()“”\"]{3,90}),\s$")
_ENDS_ASIDE = re.compile(r"(?:\s[A-Z]{2,4})?,")  # Tom Reed MP,
_DETERMINER = re.compile(rf"\b(?:the|its|their|his|her|our|{_OWNER})\s", re.IGNORECASE)
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


_IS = re.compile(  # The head of the port is Anna Berg.
    r"(?:^|[.!?;:,]\s|\b(?:and|but)\s)((?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[A-Z][\w.]*['’]s)\s[^,.;:()“”\"]{3,70})\s(?:is|was)\s$"
)


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
        head = told[1].split()[-1] if told else "people"
        if told and (offices.is_person(head) or head in ANYBODY - {"people"}):
            return 3, f"{told[1]}{told[2]}"  # the man who built the pier, Tom Reed,
        leading, match = _LEADING_APPOSITION.search(before), _BEFORE_APPOSITION.search(before)
        role = read(leading[1]) if leading else _leading_office(before, after)
        if role is None and match and " or " not in match[1]:
            role = _from_last_determiner(before[: match.start(1)], match[1], _acts(after))
        if role:
            return 3, role
        role = before_name(f"{before[:-2]} ") if after.startswith(",") else None
        if role and role[0].isupper():  # Ferry Board chief, Anna Berg,
            return 3, role
    if before.endswith(("is ", "was ")) and (is_he := _IS.search(before)) and after[:1] in ("", ",", ".", ";"):
        role = read(is_he[1], strict=True, whole=True)
        if role:
            return 1, role
    if not after or not (after[0] == "," or after[0].isspace()):
        return None
    active = _WHO.match(after)
    if active:
        return 2, active[1]
    last = before[-_LAST_WORD:]
    follows = ("replac" in last or "succeed" in last) and _FOLLOWED.search(last)
    followed = _FOLLOWED_AS.match(after) if follows else None
    if followed:
        return (2, role) if (role := read(followed[1])) else None
    shared = _SHARED.match(after)
    if shared:
        return (2, role) if (role := read(shared[1])) else None
    for plain, pattern in ((2, _APPOSITION), (1, _COPULA)):
        match = pattern.match(after)
        if match and pattern is _APPOSITION and tells_of_another(before, after):
            continue
        role = read(match[1].strip(" ."), strict=pattern is _COPULA) if match else None
        if role:
            return plain, role
    return None


def _acts(after: str) -> bool:
    """Tell whether a verb follows a name at once: "Berg slipped"."""
    return after[:1] == " " and grammar.is_finite(after[1:].partition(" ")[0])


def office_behind(after: str) -> str | None:
    """Read the office without an article that stands behind a name with a title: "Lt. NAME, Kella police spokesman".

    Args:
        after: What stands behind the name.

    Returns:
        The office; None where fewer than two words tell it.
    """
    match = _APPOSITION.match(after)
    told = read(match[1].strip(" ."), strict=True, whole=True) if match and after.startswith(", ") else None
    first = match[1].partition(" ")[0].lower() if match else ""
    return told if told and " " in told and first not in grammar.ARTICLES | {"who"} else None


def _leading_office(before: str, after: str) -> str | None:
    """Read an office without an article before a name: "Director of the port, NAME, said"."""
    told = _LEADING_OFFICE.search(before) if _ENDS_ASIDE.match(after) else None
    return read(told[1], whole=True) if told and offices.is_part(told[1].partition(" ")[0].lower()) else None


def _from_last_determiner(before: str, phrase: str, acts: bool) -> str | None:
    """Read "opened when the mayor of the city" from the last word on from which it is a role: "mayor of the city".

    Args:
        before: What stands before the phrase.
        phrase: What stands before a name and its comma.
        acts: A verb follows the name, so that what hangs on a preposition is nobody: "over his head, NAME slipped".
    """
    begins = [match.start() for match in _DETERMINER.finditer(phrase)]
    begins = [at for at in begins if not (acts and _hangs(before + phrase[:at]))]
    return next(filter(None, (read(_unopened(phrase[at:]), whole=True) for at in reversed(begins))), None)


def _hangs(before: str) -> bool:
    """Tell whether a preposition stands before a phrase, perhaps with an article between."""
    words = [word for word in before.lower().split()[-2:] if word not in grammar.ARTICLES]
    return words[-1:] != [] and words[-1] in grammar.PREPOSITIONS


def _unopened(phrase: str) -> str:
    """Cut off what opens the sentence before an owner: "Yesterday New Norland's mayor"."""
    first, _, rest = phrase.partition(" ")
    return rest if first[0].isupper() and first.lower() in shapes.NOT_FIRST and rest[:1].isupper() else phrase
