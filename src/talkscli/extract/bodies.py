"""What says that a name is an organisation: a noun beside it, its shares, those who work for it."""

import re

from talkscli.language import grammar, offices, sites, vocabulary
from talkscli.language.kinds import Kind
from talkscli.language.matcher import UPPER

_OFFICE_AFTER = re.compile(rf"\s(?:[a-z-]+\s){{0,3}}?([a-z-]+)\s[{UPPER}][\w’'-]+\s[{UPPER}]")
ACTS = re.compile(
    r"""
      ,\swhich\b                                              # Vintra, which makes shoes,
    | (?:['’]s?)?\s(?:shares|users|employees|customers|spokes\w+
        |board|shareholders|headquarters|chief\sexecutive|chairman)\b
    | \s(?:has\s|have\s|had\s)?(?:said|says|announced|confirmed|added)  # Vintra has said that it would
        \s(?:on\s\w+\s)?(?:that\s)?(?:it|its)\b
    | \s(?:has\s|had\s)?(?:\w+ly\s|just\s)?[a-z]+ed\sits\s    # Vintra just released its
    """,
    re.VERBOSE,
)
_LED = re.compile(r"\b(\w++)\s(?:of|for|at|with)\s(?:the\s)?(?:[a-zA-Z-]+\s){0,4}$")
_SAID = re.compile(r",[”\"]?\s(?:said|says|added|adds)\s(?:the\s)?$")
_ROLE_AT = re.compile(r"\b(\w++),?\s(?:at|with)\s(?:the\s)?$")
_SENT = re.compile(rf"['’]s\s([{UPPER}][\w’'-]*)\s[{UPPER}]")
_SAID_OF = re.compile(r"[,”\"“»?!]\s?(\w+)\s$")
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+\sfor|(?:executive|founder|subsidiary|employees|shares)\sof|(?:shares|stake)\sin"
    r"|work(?:s|ed|ing)?\sfor|(?:employed|owned|acquired)\sby"
    r"|(?:chair(?:man|woman|person)?|general\ssecretary|managing\sdirector|treasurer|chief\s(?:[a-z]+\s)?officer"
    r"|economist|analyst|consultant)\s(?:of|for|with))\s$"
)
_LINKS = frozenset("for of in by".split())
_LONGEST = 30  # characters of what stands directly before
_MANY = re.compile(r"\s(?:are|were|have)\b(?!\sto\b)")
_OPENERS = grammar.SUBORDINATORS - {"if", "though", "whether", "lest"} | {"but"}
_BEGINS_CLAUSE = re.compile(rf"(?:[.!?;:]['\"”’]?|\b(?:{'|'.join(sorted(_OPENERS))}))\s$", re.IGNORECASE)
_DATELINE = re.compile(rf"[{UPPER}]{{3}}.{{0,60}}\s\($")
_IT_BEHIND = re.compile(r"[^.!?“”\"]*[.!?]\sIts\s")
_APPOSED = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)|['’]s?)\s[^,.;:()“”\"]{3,80},\s$")
_PERSON_BEHIND = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|him|who)\b")
_BODY_BESIDE = re.compile(
    r",\s(?:a|an|the)\s(?:[\w.’'-]+\s){0,4}?([a-z]+)(?=,|\.\s|\s(?:of|that|which|through|for|in|with|based)\b)"
)
_BODY_BEFORE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|['’]s)\s(?:[\w'’-]+\s){0,4}([a-z]+),\s$")
_NOUN_AFTER = re.compile(rf"\s([a-z]+)(?=[\s.,;:’'])(?!\s[{UPPER}])")
_TRADE_AFTER = re.compile(rf"\s[a-z]+\s[{UPPER}]")  # chairman of PVC maker Vintra
_NO_NOUN_AFTER = frozenset({"to", *grammar.PRONOUNS, *grammar.AUXILIARIES})  # "they trust Vintra"
_INTRODUCE = (" such as ", " like ", " including ")
_LISTED = re.compile(
    rf"\b([a-z]+s),?\s(?:such\sas|like|including)\s(?:(?:the\s)?[{UPPER}][\w’'&-]*(?:\s[{UPPER}][\w’'&-]*)*"
    rf"(?:,\s|,?\sand\s|,?\sor\s))*(?:the\s)?$"
)


_NAMED_AFTER: dict[str, Kind] = dict.fromkeys(
    "administration government hospital police network council university".split(), "organisation"
)
_NAMED_AFTER |= dict.fromkeys(("county", "region"), "place")
_TRADES = frozenset(
    "maker carmaker brewer manufacturer producer retailer provider supplier carrier operator insurer lender "
    "distributor".split()
)
_NO_OWNER = re.compile(r"(?:ish|ese|(?<!st)an|ic|ist|al|ern|ing|ed)$")  # "Roman province", "Central hospital"
_ADJECTIVE = re.compile(r"(?:ish|ese|[ce]an|tic|ist)$|\d")  # "the Scottish bank"


def named_after(name: str, after: str) -> tuple[str, Kind] | None:
    """Read what a noun in small letters tells of a name: "Reed administration", "Selby hospital", "Orrin province".

    Returns:
        The name, of a body with that noun, and what it is; None where none follows, or a plain word stands before it.
    """
    match = _NOUN_AFTER.match(after)
    kind = (_NAMED_AFTER.get(match[1]) or ("place" if sites.is_site(match[1]) else None)) if match else None
    words = name.split()
    if match is None or kind is None or name in vocabulary.gazetteer() or len(words) > 3 or _NO_OWNER.search(words[-1]):
        return None
    if match[1] != "administration" and all(vocabulary.is_ordinary(word.lower()) for word in words):
        return None
    return (name if kind == "place" else f"{name} {match[1]}"), kind


_BEHIND_HEAD = re.compile(r"\s(?:of|for|in|to|with|at)\s")


def trades(role: str) -> bool:
    """Tell whether what somebody is may be what a firm is: "maker of shoes", "Norland's biggest drug-maker"."""
    head = (_BEHIND_HEAD.split(role, maxsplit=1)[0].rpartition(" ")[2] if " " in role else role).lower()
    return head in _TRADES or head.endswith("-maker")


def stands_beside(name: str, before: str, after: str) -> bool:
    """Tell whether a noun stands beside a name that says it is an organisation: "the ad agency Vintra"."""
    words = before.rsplit(None, 3)
    if words[-1:] == ["the"]:  # the newspaper the Ferry
        words.pop()
    last = words[-1] if words else ""
    beside = last if before.endswith(" ") else ""
    noun = _NO_NOUN_AFTER.isdisjoint(words[-2:-1])
    if noun and vocabulary.is_kind_of_body(beside) and not offices.is_person(beside):
        return True
    if noun and " " not in name and trades(beside):
        return True  # chip maker Vintra
    if before.endswith((" told the ", " tells the ")):  # told the Ferry Mirror
        return True
    behind = _NOUN_AFTER.match(after)
    if behind and behind[1] != "government" and (behind[1] == "group" or vocabulary.is_body(behind[1])):
        opens = not before.strip() or before.rstrip()[-1] in ".!?"
        if not (opens or _ADJECTIVE.search(name) or grammar.is_adverb(beside)):
            return True  # Vintra magazine
    if after[:1] in (",", ".") and before.endswith(", "):
        match = _BODY_BEFORE.search(before)
        led = _LED.search(f"{before[:-2]} ")
        person = offices.is_person(match[1]) if match else False
        if match and vocabulary.ends_body(match[1]) and not (person or (led and offices.is_person(led[1]))):
            return True  # the parent company, Vintra, but not the head of the port company, Berg,
    listed = _LISTED.search(before) if any(word in before for word in _INTRODUCE) else None
    if listed and vocabulary.is_body(vocabulary.singular(listed[1])):
        return True  # banks such as Vintra and Selby
    near = max(0, len(before) - _LONGEST)
    speaks = _SPEAKS_FOR.search(before, near) if last in _LINKS else None
    if (
        speaks
        and not _TRADE_AFTER.match(after)
        and name.partition(" ")[0] not in vocabulary.given_names()
        and not vocabulary.is_ordinary(name.lower())
    ):
        return True
    works = _ROLE_AT.search(before, near) if last in ("at", "with") else None
    if works and offices.is_person(works[1]):
        return True
    apposed = _BODY_BESIDE.match(after)
    return apposed is not None and vocabulary.is_body(apposed[1])


def sends(before: str, after: str) -> bool:
    """Tell whether somebody speaks for a body: "…," said Vintra's Eva Berg."""
    sent, said = _SENT.match(after), _SAID_OF.search(before)
    return sent is not None and said is not None and grammar.inverts(said[1]) and sent[1] in vocabulary.given_names()


def is_several(name: str, before: str, after: str) -> bool:
    """Tell whether the verb of a clause makes several of one name, as of a team: "Kella Town were late"."""
    if _MANY.match(after) is None or name.lower().endswith(("s", "men")) or grammar.is_participle(name.lower()):
        return False
    return not before.strip() or _BEGINS_CLAUSE.search(before) is not None


def reports(before: str, after: str) -> bool:
    """Tell whether a name in brackets is the agency that reports: "KELLA, May 3 (Vintra) - The …"."""
    return before.endswith("(") and _DATELINE.match(before) is not None and after.startswith((") -", ") –", ") —"))


def holds_office(after: str) -> bool:
    """Tell whether an office and a name follow: "Vintra co-founder Eva Berg" tells of the body Vintra."""
    match = _OFFICE_AFTER.match(after)
    return match is not None and offices.is_role(match[1])


def may_be_body(role: str, before: str, after: str) -> bool:
    """Tell whether one word beside a role is no person: "The owner, Vintra, apologised. Its chief executive …".

    A body may be whatever is no title ("owner", "maker"), unless "he" or "she" follows.
    """
    beside = _APPOSED.search(before) is not None and not any(offices.is_part(word) for word in role.split())
    return _IT_BEHIND.match(after) is not None or (beside and _PERSON_BEHIND.search(after) is None)


def tells_body(before: str, after: str) -> bool:
    """Tell whether what stands around a name of common words makes it a body's: "head of the website Full Ferry"."""
    led = _LED.search(before)
    if led and offices.is_person(led[1]):
        return True
    return bool(ACTS.match(after) or _SAID.search(before)) or holds_office(after)
