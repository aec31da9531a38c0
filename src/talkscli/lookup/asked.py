"""What a line asks: a question without the words around it, and two questions in one line each by itself."""

import re
from functools import cache
from typing import NamedTuple

from talkscli.language import grammar

_ASKING = grammar.INTERROGATIVES | {"if", "whether"}
# A line that begins, or ends, with none of these, and has no comma, has nothing around its question.
_FIRST = frozenset(
    """
    hey hi hello ok okay so well then now sorry excuse please thanks tell remind explain my i we i'd i'm i’d i’m
    """.split()
)
_ADDRESSED = frozenset("you anyone anybody".split())
_LAST = frozenset("please thanks know idea ideas".split())
_GREETING = (
    r"(?i)(?:hey|hi|hello|okay|ok|so|well|then|now|sorry|excuse me|please|thanks)(?: there| then| please)?[,!.:]? "
)
_REQUEST = r"""(?xi) (?:please\s)? (?:
    \w+\s(?:you|anyone|anybody)\s(?:please\s)?(?:tell\s(?:me|us)|know|say|explain)
  | (?:tell|remind)\s(?:me|us) | explain | my\squestion\sis
  | (?:i|we)(?:\s(?:just|really|only))?(?:\s(?:want|need|would\s(?:like|love)|like)|['’]d\s(?:like|love))
    \sto\s(?:know|hear|learn|ask|find\sout|understand|see)(?:\syou)?
  | (?:i|we)(?:\s(?:am|are|was|were)|['’](?:m|re))?\s(?:wonder|wondering|curious)(?:\s(?:to\sknow|about))?
  | (?:i|we)\s(?:do\snot|don['’]?t)\s(?:know|understand|see)
) [,:]? \s (?:please\s)?"""
_BEHIND = r"(?i),? (?:please|thanks|do you know|any ideas?)$"
_TRUE = r"(?:(?:is|isn['’]t) (?:that|it|this)(?: (?:right|true|correct|so))?|am i right|right|true|correct)"
_STATED = rf"""(?i)(?:(?:i|we)(?:['’]ve| have)? (?:heard|read|think|thought|believed?|(?:was|were) told)(?: that)?
|is it (?:true|right|correct) that) (?P<told>.+?)(?:, {_TRUE})?""".replace("\n", "")
_TAGGED = rf"(?i)(?P<told>[^,]+), {_TRUE}"
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
    """
    text = " ".join(line.split())
    words = text.lower().rstrip("?!. ").split(" ")
    leads = words[0].rstrip(",.!:") in _FIRST or words[1:2] == ["it"] or not _ADDRESSED.isdisjoint(words[1:2])
    if not leads and "," not in text and words[-1] not in _LAST:
        return Asked(line)
    while (rest := _without(_GREETING, text, grammar.AUXILIARIES | _FIRST)) or (rest := _without(_REQUEST, text)):
        text = rest
    bare = text.rstrip("?!. ")
    stated = _compiled(_STATED).fullmatch(bare) or _compiled(_TAGGED).fullmatch(bare)
    if stated and _is_statement(stated["told"].lower().split()):
        return Asked(stated["told"], stated=True)
    polite = _compiled(_BEHIND).search(bare)
    return Asked(bare[: polite.start()] if polite else text)


def _without(pattern: str, text: str, before: frozenset[str] = frozenset()) -> str | None:
    """Return what stands behind a pattern, if a question begins there, perhaps with a preposition."""
    found = _compiled(pattern).match(text)
    rest = text[found.end() :] if found else ""
    words = [word.lower() for word in rest.split(" ", 2)[:2]]
    asks = words[0] in _ASKING | before or (words[0] in grammar.PREPOSITIONS and words[-1] in grammar.INTERROGATIVES)
    return rest if asks and len(words) > 1 else None


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
