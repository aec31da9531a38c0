"""What a line asks: a question without the words around it, and two questions in one line each by itself."""

import re
from functools import cache
from typing import NamedTuple

from talkscli.language import grammar, parts
from talkscli.language.words import STOP, words
from talkscli.lookup.wording.spoken import CALLS, written

_ASKING = grammar.INTERROGATIVES | {"if", "whether"}
_FIRST = CALLS | frozenset("so well then now excuse".split())
_LAST = frozenset("please pls plz thanks know idea ideas".split())
_GREETING = (
    r"(?i)(?:hey|hi|hello|okay|ok|so|well|then|now|sorry|excuse me|please|pls|plz|thanks)"
    r"(?: there| then| please)?[,!.:]? "
)
_BEHIND = r"(?i) \S+?(?P<end>,? (?:please|pls|plz|thanks|do you know|any ideas?))$"
# A clause of asking or knowing before a question has no other words than these, and such as say nothing by themselves.
_KNOWING = frozenset(
    """
    ask clear clue curious explain figure find forget get hear idea interested know knowing known learn question
    remember remind say see sure tell telling told understand wonder wondering
    """.split()
)
_BESIDE = frozenset("happen help helping like love mind need please possible try want wanted".split()) | _FIRST
_HOW = r"(?i)\b(?:in|with) (?:[\w-]+ ){0,3}(?:words?|terms|sentences?|english|short|brief|detail)\b"
_WORK = frozenset("article text story page report".split())
_NEAR = frozenset("i im id ive we me us my you it anyone anybody".split()) | _WORK
_COMMANDS = frozenset("any curious explain remind tell wondering".split())
_LONGEST = 12  # words of such a clause
_SHORT = 5  # words of one behind or within a question
_BELIEVING = frozenset("assume assumed believe believed guess hear heard read say says said think thought told".split())
_BELIEVED = r"""(?xi) (?P<who>i|we|my\s[\w-]+|(?:some\s)?people|some|someone|somebody|everyone|they)
    (?:['’]ve|\s(?:have|has|was|were|just|once|always))*
    \s (?P<verb>\w+) (?:\s(?:me|us|that|somewhere))* \s (?P<told>.+)"""
_TRUE = r"(?:(?:is|isn['’]t) (?:that|it|this)(?: (?:right|true|correct|so))?|am i right|right|true|correct)"
_STATED = rf"(?i)is it (?:true|right|correct) that (?P<told>.+?)(?:, {_TRUE})?"
_TAGGED = rf"(?i)(?P<told>[^,]+), {_TRUE}"
_ALL = r"""(?xi) (?: (?P<lead>.*\s)? (?:everything|all|anything) (?:\s you\s know | \s there\s is)?
    | what\s (?P<asks>[a-z\s]+) ) \s about\s (?P<what>.+)"""
_MEANING = r"(?i)(?:please )?(?:define|(?:the )?(?:meaning|definition) of) (?P<thing>.+)"
_DEFINING = frozenset("define definition meaning please the".split())
_ALSO = r"(?i)(?:\? |[,;]? )(?:and|&|also) (?:also |then )?|\? "

_compiled = cache(re.compile)  # each is made where it is first needed


class Asked(NamedTuple):
    """What a line asks."""

    text: str
    stated: bool = False
    """Whether it is a statement of which it is asked whether it is so."""


def asked(line: str) -> Asked:
    """Leave out what stands around a question: "hey, can you tell me who came" -> "who came".

    Args:
        line: What was typed.

    Returns:
        The question, or a statement ("I heard that Berg came, is that right?"); the line itself where it has no more.
        What is typed as it is spoken is written out.
    """
    text = " ".join(line.split())
    if (plain := written(_without_asides(text))) != text:
        text = line = plain
    low = text.lower().rstrip("?!. ").split(" ")
    if low[0] in _DEFINING and (defined := _compiled(_MEANING).fullmatch(text)):
        return Asked(f"what is {defined['thing']}")
    clause = not _ASKING.isdisjoint(low[1:]) or not {"i", "we", "it", "about"}.isdisjoint(low[:6])
    if not clause and "," not in text and low[0].rstrip(",.!:") not in _FIRST and low[-1] not in _LAST:
        return Asked(line)
    while (rest := _without_greeting(text)) or (rest := _without_asking(text)):
        text = rest
    bare = text.rstrip("?!. ")
    stated = _compiled(_STATED).fullmatch(bare) or _compiled(_TAGGED).fullmatch(bare)
    told = _believed(stated["told"] if stated else bare, sure=stated is not None)
    if told.stated and _is_statement(told.text.lower().split()):
        return told
    bare = bare if told.stated else told.text
    every = _compiled(_ALL).fullmatch(bare)
    if every and _is_request(every["lead"] or every["asks"] or "", words(every["what"])):
        return Asked(f"tell me about {every['what']}")
    if polite := _compiled(_BEHIND).search(bare):
        return Asked(bare[: polite.start("end")])
    return Asked(text if text.startswith(bare) else bare)


def _is_request(lead: str, what: list[str]) -> bool:
    """Tell whether what stands before "everything about" only asks for it, and not for the whole story."""
    return not STOP.union(_WORK).issuperset(what) and (STOP.issuperset(words(lead)) or _is_clause_of_asking(lead))


def _without_asides(text: str) -> str:
    """Leave out clauses of asking behind or within a question: "when was it, does anybody remember?"."""
    first, *more = text.rstrip("?!. ").split(", ")
    if not more or (first.partition(" ")[0].lower() not in _ASKING | grammar.AUXILIARIES and len(more) < 2):
        return text
    kept = [piece for piece in more if not _is_aside(words(piece))]
    return text if kept == more else ", ".join([first, *kept])


def _is_aside(told: list[str]) -> bool:
    """Tell whether a clause only asks for an answer: "do we know", "does anybody remember", "you think"."""
    return (
        0 < len(told) <= _SHORT
        and told[0] not in grammar.INTERROGATIVES
        and not (_KNOWING | _BELIEVING).isdisjoint(told)
        and not _NEAR.isdisjoint(told)
        and all(word in STOP | _KNOWING | _BELIEVING | _NEAR for word in told)
        and grammar.PERSONAL.isdisjoint({*told} - {"it"})
    )


def _without_greeting(text: str) -> str | None:
    found = _compiled(_GREETING).match(text)
    rest = written(text[found.end() :]) if found else ""  # "hey whats new"
    return _question(rest, grammar.AUXILIARIES | _FIRST | {"i", "we", "my"}) if rest else None


def _without_asking(text: str) -> str | None:
    """Leave out a clause of asking or knowing: "do you happen to know", "what I don't understand is"."""
    typed = text.split(" ")
    for at, word in enumerate(typed[: _LONGEST + 1]):
        apart = at > 0 and (typed[at - 1][-1:] in (",", ":") or (at > 2 and typed[at - 1].lower() == "is"))
        if at and (word.lower() in _ASKING or (apart and word.lower() in grammar.AUXILIARIES)):
            placed = typed[at - 1].lower() in grammar.PREPOSITIONS - {"about", "of", "out"} and at > 1
            if rest := _question(" ".join(typed[at - placed :])):
                return rest if _is_clause_of_asking(" ".join(typed[: at - placed])) else None
    return None


def _is_clause_of_asking(text: str) -> bool:
    told = words(_compiled(_HOW).sub("", text))
    if not told or (told[0] in grammar.INTERROGATIVES and not (told[0] == "what" and told[-1] in grammar.IS)):
        return False
    if told[0] in grammar.AUXILIARIES and told[1:2] in (["i"], ["we"]) and "ask" not in told:
        return False  # "do I have to tell you when I leave"
    return (
        not _KNOWING.isdisjoint(told)
        and (not _NEAR.isdisjoint(told) or told[0] in _COMMANDS or "question" in told)
        and grammar.PERSONAL.isdisjoint({*told} - {"it"})
        and all(
            word in STOP | _KNOWING | _BESIDE | _NEAR or grammar.is_adverb(word) or parts.is_adjective(word)
            for word in told
        )
    )


def _question(text: str, before: frozenset[str] = frozenset()) -> str | None:
    """Return a text if a question begins there, perhaps with a preposition."""
    first, *more = [word.lower() for word in text.split(" ", 2)[:2]]
    asks = first in _ASKING | grammar.AUXILIARIES | before or (
        first in grammar.PREPOSITIONS and more[:1] and more[0] in grammar.INTERROGATIVES
    )
    return text if asks and more else None


def _believed(text: str, *, sure: bool) -> Asked:
    """Take what somebody is said to believe, or what is asked of that: "I heard that Berg came", "…, who came?".

    Args:
        text: A statement.
        sure: Whether it is asked whether it is so; else only what "I" and "we" believe is asked about.
    """
    found = _compiled(_BELIEVED).fullmatch(text)
    if not found or found["verb"].lower() not in _BELIEVING:
        return Asked(text, stated=sure)
    if not sure and found["who"].lower() not in ("i", "we"):
        return Asked(text)
    told, _, last = found["told"].rpartition(", ")
    first, *more = words(last) or [""]
    if not told or first not in _ASKING | grammar.AUXILIARIES:
        return Asked(found["told"], stated=True)
    if STOP.issuperset(more):  # "what is it"
        return Asked(told, stated=True)
    return Asked(text if not grammar.PERSONAL.isdisjoint(more) else last)


def _is_statement(told: list[str]) -> bool:
    return len(told) > 1 and told[0] not in grammar.INTERROGATIVES | grammar.AUXILIARIES | grammar.PREPOSITIONS


def halves(line: str) -> tuple[str, str] | None:
    """Take two questions in one line apart.

    Args:
        line: What was typed.

    Returns:
        "who led it" and "what did he say" of "who led it and what did he say", "where was it" and "when was it" of
        "where and when was it"; None where there is one question.
    """
    text = asked(line).text.rstrip(" ?")
    for found in _compiled(_ALSO).finditer(text):
        first, second = text[: found.start()].rstrip(" ?,"), text[found.end() :]
        opens, begins = first.lower().partition(" ")[0], second.lower().partition(" ")[0]
        if begins not in grammar.INTERROGATIVES and not (begins in grammar.AUXILIARIES and "?" in found[0]):
            continue
        if first.lower() in grammar.INTERROGATIVES:  # "where and when was it"
            rest = second.partition(" ")[2]
            return (f"{first} {rest}", second) if rest else None
        if opens in grammar.INTERROGATIVES | grammar.AUXILIARIES and " " in first:
            return first, second
    return None
