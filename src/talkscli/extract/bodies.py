"""What says that a name is an organisation: a noun beside it, its shares, those who work for it."""

import re

from talkscli.language import grammar, offices, vocabulary
from talkscli.language.kinds import Kind
from talkscli.language.matcher import UPPER

_OFFICE_AFTER = re.compile(rf"\s(?:[a-z-]+\s){{0,3}}?([a-z-]+)\s[{UPPER}][\w’'-]+\s[{UPPER}]")
ACTS = re.compile(
    r"""
      ,\swhich\b                                              # Vintra, which makes shoes,
    | (?:['’]s?)?\s(?:shares|users|employees|customers|spokes\w+|board|shareholders|headquarters
        |chief\sexecutive|chairman)\b
    | \s(?:has\s|have\s|had\s)?(?:said|says|announced|confirmed|added)  # Vintra has said that it would
        \s(?:on\s\w+\s)?(?:that\s)?(?:it|its)\b
    """,
    re.VERBOSE,
)
_LED = re.compile(r"\b(\w++)\s(?:of|for|at|with)\s(?:the\s)?(?:[a-zA-Z-]+\s){0,4}$")
_SAID = re.compile(r",[”\"]?\s(?:said|says|added|adds)\s(?:the\s)?$")
_ROLE_AT = re.compile(r"\b(\w++),?\sat\s(?:the\s)?$")
_BODY_BESIDE = re.compile(
    r",\s(?:a|an|the)\s(?:[\w.’'-]+\s){0,4}?([a-z]+)(?=,|\.\s|\s(?:of|that|which|through|for|in|with|based)\b)"
)


_BODY_BEFORE = re.compile(r"\b(?:[Tt]he|[Ii]ts|['’]s)\s(?:[\w'’-]+\s){0,4}([a-z]+),\s$")
_TOLD = re.compile(r"\b(?:told|tells)\sthe\s$")
_NOUN_AFTER = re.compile(rf"\s([a-z]+)(?=[\s.,;:’'])(?!\s[{UPPER}])")
_LISTS = re.compile("such|like|including")
_LISTED = re.compile(
    rf"\b([a-z]+s),?\s(?:such\sas|like|including)\s(?:(?:the\s)?[{UPPER}][\w’'&-]*(?:\s[{UPPER}][\w’'&-]*)*"
    rf"(?:,\s|,?\sand\s|,?\sor\s))*(?:the\s)?$"
)


_NAMED_AFTER: dict[str, Kind] = dict.fromkeys(
    "administration government hospital police network council university".split(), "organisation"
)
_NAMED_AFTER |= dict.fromkeys("province district county region airport river valley".split(), "place")
_BEFORE_VERB = grammar.PRONOUNS | grammar.AUXILIARIES | {"to"}
_NO_OWNER = re.compile(r"(?:ish|ese|(?<!st)an|ic|ist|al|ern|ing|ed)$")  # "Roman province", "Central hospital"
_ADJECTIVE = re.compile(r"(?:ish|ese|[ce]an|tic|ist)$|\d")  # "the Scottish bank"


def named_after(name: str, after: str) -> tuple[str, Kind] | None:
    """Read what a noun in small letters tells of a name: "Reed administration", "Selby hospital", "Orrin province".

    Returns:
        The name, of a body with that noun, and what it is; None where none follows, or a plain word stands before it.
    """
    match = _NOUN_AFTER.match(after)
    kind = _NAMED_AFTER.get(match[1]) if match else None
    words = name.split()
    if match is None or kind is None or name in vocabulary.gazetteer() or len(words) > 3 or _NO_OWNER.search(words[-1]):
        return None
    if all(vocabulary.is_ordinary(word.lower()) for word in words):
        return None
    return (name if kind == "place" else f"{name} {match[1]}"), kind


def stands_beside(name: str, before: str, after: str) -> bool:
    """Tell whether a noun stands beside a name that says it is an organisation: "the ad agency Vintra"."""
    words = before.rsplit(None, 3)
    articled = words[-1:] == ["the"]
    if articled:  # the newspaper the Ferry
        words.pop()
    beside = words[-1] if words and before.endswith(" ") else ""
    noun = _BEFORE_VERB.isdisjoint(words[-2:-1])  # not "they trust Vintra"
    if noun and vocabulary.ends_body(beside) and not offices.is_person(beside):
        return True
    if articled and _TOLD.search(before):  # told the Ferry Mirror
        return True
    behind = _NOUN_AFTER.match(after)
    if behind and behind[1] != "government" and vocabulary.is_body(behind[1]):
        opens = not before.strip() or before.rstrip()[-1] in ".!?"
        if not (opens or _ADJECTIVE.search(name) or grammar.is_adverb(beside)):
            return True  # Vintra magazine
    if after[:1] in (",", ".") and before.endswith(", "):
        match = _BODY_BEFORE.search(before)
        if match and vocabulary.ends_body(match[1]):
            return True  # the parent company, Vintra,
    listed = _LISTED.search(before) if _LISTS.search(before) else None
    if listed and vocabulary.is_body(_singular(listed[1])):
        return True  # banks such as Vintra and Selby
    works = _ROLE_AT.search(before) if words[-1:] == ["at"] else None
    if works and offices.is_person(works[1]):
        return True
    apposed = _BODY_BESIDE.match(after)
    return apposed is not None and vocabulary.is_body(apposed[1])


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def holds_office(after: str) -> bool:
    """Tell whether an office and a name follow: "Vintra co-founder Eva Berg" tells of the body Vintra."""
    match = _OFFICE_AFTER.match(after)
    return match is not None and offices.is_role(match[1])


def tells_body(before: str, after: str) -> bool:
    """Tell whether what stands around a name of common words makes it a body's: "head of the website Full Ferry"."""
    led = _LED.search(before)
    if led and offices.is_person(led[1]):
        return True
    return bool(ACTS.match(after) or _SAID.search(before)) or holds_office(after)
