"""What a question asks for, told by its question words."""

import re

from talkscli.language.words import fold

# One alternative a kind; the one that begins first in the text wins, and of two at the same place the upper one.
_KINDS = re.compile(
    r"\b(?:"
    r"(?P<number>how (?:many|much)|number of|what (?:number|percentage|share|amount)|count of)"
    r"|(?P<duration>how long|duration|length of)"
    r"|(?P<when>when|(?:what|which)(?: exact)? (?:year|month|day|date|time|century|decade)|since when|dates? of)"
    r"|(?P<where>where|(?:what|which) (?:city|cities|country|countries|place|town|location|region)s?)"
    r"|(?P<who>who|whom|whose|(?:what|which) (?:person|leader|official|president|minister)s?)"
    r"|(?P<why>why|how come|reasons?|what (?:caused|made|stopped|led))"
    r"|(?P<how>how)"
    r"|(?P<what>what|which)"
    r")\b|^(?P<yesno>did|do|does|is|are|was|were|has|have|had|will|would|can|could|should)\b"
)


KINDS = (*_KINDS.groupindex, "any")


def asks(question: str) -> str:
    """Tell what a question wants: number, duration, when, where, who, why, yesno, how, what, or any of these."""
    match = _KINDS.search(fold(question))
    return match.lastgroup or "any" if match else "any"
