"""When what a sentence tells happened: the dates of its main clause, or of the clause that it reports."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from talkscli.article.questions import asks
from talkscli.language import grammar, offices, prose_dates, relative_dates
from talkscli.language.late import Late
from talkscli.language.prose_dates import When
from talkscli.language.quotations import quotations
from talkscli.language.times import MONTH
from talkscli.language.tokens import Token, tokenise

_ENDS_WITHIN = re.compile(r"[.!:]['\"”’]?\s")
_VALUE = re.compile(
    r"\s(?:(?:U\.?S\.?|constant|current|real)\s)?(?:dollars?|pounds?|euros?|money|prices|terms)\b"
)  # 1912 dollars
_OF_NAME = re.compile(r"[A-ZÀ-Ž]\w+\sof\s$")
_OWN = re.compile(r"\b(?:the|this|its|an?)\s$", re.IGNORECASE)
_NAME = re.compile(r"\s[A-ZÀ-Ž]\w")
_LAW = re.compile(  # the 1951 Norse Harbour Convention, 1972 Treaty of Kella
    r"(?:\s[A-ZÀ-Ž][\w’'-]*){0,5}?\s(?:Act|Agreement|Amendment|Bill|Charter|Code|Constitution|Convention|Covenant|"
    r"Declaration|Directive|Law|Pact|Protocol|Regulations?|Resolution|Statute|Treaty|Accords?)\b"
)
_BEARER = re.compile(r"(?:\s(?:[A-ZÀ-Ž0-9][\w’'-]*|[a-z]+al)){0,3}?\s([a-z]+)\b")  # the 2031 Norse 200m champion
_AMOUNT = r"[$£€¥]?[0-9][\w.,/%$£€]*(?:\s(?!to\b|and\b)[^\s,.;:]+){0,6}?"
_COMPARED = re.compile(  # for the first time since the 1990s, more than in 2015, up 5 percent on 2015
    rf"""
    (?: \b(?=\w)(?:                                                             # told once, as most places are none
        (?:first|last|time|ever|most|worst|best|least|only|\w{{2,}}est)\b[^,.;:]{{0,80}}\bsince(?:\s[^,.;:]{{1,60}})?
      | than(?:\s(?:it|they|he|she|we|those|that|what)\b[^,.;:]{{0,40}})?(?:\s(?:in|at|on|for|during|before))?
      | (?:compared|comparison|against)\s(?:with|to)(?:\s[$£€]?[\w.%-]+){{0,4}}?(?:\s(?:in|for|on))?
      | (?:percent|per\scent|points)\s(?:on|from|before)
      | from\s(?:about\s|around\s|some\s|the\s)?{_AMOUNT}(?:\s(?:in|on|at|for|during|late\son))?      # from 5% in
      | (?:against\s{_AMOUNT}|(?:twice|double|half)(?:\sthat\sof)?|unlike)(?:\s(?:in|on|at|for|during))?
      | (?:up|down|turnaround|change|changed|increase|decrease|drop|decline|fall|rise|jump|improvement)\sfrom(?:\sin)?
      | (?:as|like)(?:\s(?:it|they|he|she|we)\s(?:did|was|were|had))?\s(?:in|on|during)                # as in 2001
      | dating(?:\sback)?\s(?:to|from)                                                    # a record dating to 2007
      ) | %\s(?:on|from|before)
    )\s(?:the\s)?(?:(?:early|mid|late)[\s-])?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMPARING = (  # one stands in whatever matches
    *"since than compar against twice double half unlike % cent points".split(),
    *(f" {word} " for word in ("from", "as", "like", "dating")),
)
_DAY_BEFORE = Late(rf"(?i:{MONTH}\.?\s[0-9]{{1,2}},|[0-9]{{1,2}}\s{MONTH})\s[0-9]{{4}}\s(?=[A-Z])")
_DIGIT, _NEAR = re.compile("[0-9]"), 20  # characters: May 3, 2012 The old pier
_CAPTION = re.compile(
    r"""
      ^In\sthis\b[^.]{0,40}?\b(?:photo|photograph|image|picture|frame|video)\b           # In this photo from Friday
    | ^[^.;:]*,\s(?:(?:top|bottom|far|second\sfrom)\s)?(?:left|right|centre|center),\s      # Anna Berg, right, meets
    """,
    re.VERBOSE,
)
_CREDIT = re.compile(
    r"""
      (?=[CcPI])\b(?:[Cc]redit|Photo(?:graph)?(?:\sby)?|Image|Picture):\s                            # Credit: …
    | \([^()]{0,80}\b(?:[Pp]hoto|Images|via\sAP)[^()]{0,80}\)\s*$                          # (Getty Images)
    """,
    re.VERBOSE,
)
_CREDIT_IN = ("redit:", "hoto", "mage", "icture:", "via")  # one stands in whatever matches
_DATELINE = re.compile(r"[A-Z]{3}[^a-z]*[^.;:!?]{0,60}?\s(?:\([^()]{2,20}\)\s[–—-]|[–—])\s")  # KELLA, May 3 (Vintra) -
_OPENERS = grammar.RELATIVES | grammar.SUBORDINATORS | grammar.CONJUNCTIONS | {"that"}
_MONTH = len("2026-02")
_REACH = 300  # characters before a date
_COMPARES_WITHIN, _KNOWN_WITHIN = 180, 120  # characters before a date: of these, the word by which it is known
_YEARS = frozenset("0123456789/")
_BY_THE_WAY = frozenset("who whom whose which".split())
_BY_THE_WAY_IN = re.compile("who|which", re.IGNORECASE)  # is quick


def told_dates(text: str, published: str | None) -> tuple[When, ...]:
    """Find the dates on which something happened that a sentence tells.

    Args:
        text: A sentence.
        published: The EDTF date of publication.

    Returns:
        The dates in order, without the years that are part of a name ("the Ferry Act of 1921", "the 1921 Ferry Act",
        "the 2031 Vintra" before 2031), those to which something is compared, and those of what is told by the way
        ("Berg, who left in 2014, said so"); none of a question, nor of the caption of a picture.
    """
    found = relative_dates.find(text, published)
    if not found or (asks(text) and not _ENDS_WITHIN.search(text)) or is_caption(text):
        return ()
    line = _DATELINE.match(text)
    return tuple(
        when
        for when in found
        if not (line and when.end < line.end())
        and not (len(when.edtf) == 4 and _in_name(text, when, published))
        and not _is_aside(text, when)
    )


def heading_date(headings: Iterable[str]) -> tuple[When, ...]:
    """Find the date of what stands under headings: the nearest that is a day or a month, with one word or number.

    Args:
        headings: The nearest first: "Fixed", "3.2.0 - 2026-02-11".
    """
    for heading in headings:
        found = prose_dates.find(heading)
        if len(found) == 1 and len(found[0].edtf) >= _MONTH:
            beside = f"{heading[: found[0].start]} {heading[found[0].end :]}".split()
            return found if sum(any(map(str.isalnum, word)) for word in beside) <= 1 else ()
    return ()


def is_caption(text: str) -> bool:
    """Tell whether a text tells of a picture: who is in it, who took it."""
    credited = any(map(text.__contains__, _CREDIT_IN)) and _CREDIT.search(text)
    dated = _DIGIT.search(text, 0, _NEAR) is not None and _DAY_BEFORE.compiled.match(text)
    return bool(credited or dated or _CAPTION.match(text))


def _in_name(text: str, year: When, published: str | None) -> bool:
    before = text[max(0, year.start - 40) : year.start]
    if _OF_NAME.search(before) or _LAW.match(text, year.end) or _VALUE.match(text, year.end):
        return True
    bearer = _BEARER.match(text, year.end) if not before.endswith(("in ", "since ")) else None
    if bearer and offices.is_person(bearer[1]):
        return True
    ahead = published is not None and year.edtf > published[:4]
    return ahead and _OWN.search(before) is not None and _NAME.match(text, year.end) is not None


@lru_cache(16)  # a text without a day of publication is read twice
def _is_aside(text: str, date: When) -> bool:
    """Tell whether a date is not when that happened which the sentence tells."""
    near = f" {text[max(0, date.start - _KNOWN_WITHIN) : date.start].lower()}"
    compares = any(map(near.__contains__, _COMPARING))
    if compares and _COMPARED.search(text, max(0, date.start - _COMPARES_WITHIN), date.start):
        return True
    if not set(date.edtf) <= _YEARS:
        return False  # a day or a month is news
    within = max((q.start + 1 for q in quotations(text) if q.start < date.start < q.end), default=0)
    clauses = text[max(within, date.start - _REACH) : date.start]
    return _BY_THE_WAY_IN.search(clauses) is not None and _is_relative(tokenise(clauses, ()))


def _is_relative(tokens: Sequence[Token]) -> bool:
    """Tell whether the clause that tokens end with tells more of a noun by the way: ", who was elected in"."""
    for i in range(len(tokens) - 1, 0, -1):
        if tokens[i].gap:  # after a second verb the main clause goes on: "— who were held by them — were freed in"
            return tokens[i].word in _BY_THE_WAY and _verbs(tokens[i:]) == 1
        if tokens[i].word in _OPENERS and _verbs(tokens[i:]):
            return False  # not "since independence in"
    return False


def _verbs(tokens: Sequence[Token]) -> int:
    """Count the groups of verbs: "was elected" is one."""
    found, within = 0, False
    for token in tokens:
        helps = token.word in grammar.HELPING
        verb = not token.upper and (helps or grammar.is_participle(token.word))
        found += verb and not within
        within = (within and not verb and grammar.is_adverb(token.word)) or (verb and helps)
    return found
