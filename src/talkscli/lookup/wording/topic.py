"""What a request is about that asks for no more than whatever there is: "give me details on the border"."""

import re
from functools import cache

_TELL = r"(?:tell|give|show)\s(?:me|us) | (?:explain|describe|summari[sz]e|outline)(?:\s(?:to\s)?(?:me|us))?"
_SOME = r"(?:(?:a|an|the|some|any|brief|short|quick|latest|further|bit|little)\s)*"
_WHAT = (
    r"(?:more|details?|info|information|news|facts?|background|overview|summary|something|anything|everything|all"
    r"|updates?)"
)
_ABOUT = r"(?:about|on|of|regarding|concerning)"
_REQUEST = rf"""(?xi) (?:please\s)? (?:
    (?:{_TELL}) \s (?: {_SOME} (?:{_WHAT}\s)+ )? (?:{_ABOUT}\s)?
    | {_SOME} (?:{_WHAT}\s)+ {_ABOUT}\s
    | (?:what | how) \s about \s
    | what \s (?:(?:do|did) \s (?:you|we|they|i) \s know | (?:is|['’]?s) \s known) \s about \s
    ) (?P<topic>\S.*)"""

_OPENING = frozenset(
    """
    a all an any anything background brief describe detail details everything explain fact facts further give how info
    information latest little more news outline overview please quick short show some something summarise summarize
    summary tell the update updates what what's what’s
    """.split()
)
_ASKING = frozenset(("how", "what", "what's", "what’s"))
_compiled = cache(re.compile)  # few questions come here


def topic(question: str) -> str | None:
    """Return what a request is about; None for a question that asks for something about it.

    Args:
        question: As it was typed.
    """
    told = question.rstrip(" ?!.").split()
    first, *more = [word.lower() for word in told[:8]] or [""]
    if first not in _OPENING or (first in _ASKING and "about" not in more):
        return None
    found = _compiled(_REQUEST).fullmatch(" ".join(told))
    return found["topic"] if found else None
