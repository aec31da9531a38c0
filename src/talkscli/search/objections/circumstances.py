"""Whether a sentence may tell why or where something was so: what does neither answers no such question."""

import re

from talkscli.language import grammar
from talkscli.language.words import STOP, words
from talkscli.search.index.reader import Index
from talkscli.search.question.query import Query
from talkscli.search.rank import Ranked

_REASON = re.compile(
    r"\b(?:after|amid|as|attribut\w+|because|blam\w+|caus\w+|concern\w*|due|expla\w+|fear\w*|following|for|given"
    r"|hence|if|lead\w*|led|owing|over"
    r"|reason\w*|result\w*|since|so|thanks|therefore|thus|to|when)\b|:(?!\s*[\"“])|[;—–]| - ",
    re.IGNORECASE,
)
"""What a cause, an aim or an occasion is told by."""
_PLACE = re.compile(
    r"\b(?:aboard|above|across|along|around|at|behind|below|beneath|beside|between|from|in|inside|into|near|off|on|opposite"
    r"|outside|through|throughout|to|towards?|under|via|within)((?: [^\s,.;:]+){1,4})"
    r"|\bwork(?:s|ed|ing)? for((?: [^\s,.;:]+){1,4})"
    r"|\bof((?: [A-Z][\w’'-]*)+)|\b(abroad|based|here|home|nearby|overseas|there|where)\b"
)
"""What a place is told by, and the words behind it."""


def tells_no_reason(index: Index, query: Query, ranked: Ranked) -> bool:
    """Tell whether it is asked why something was so, and a bare sentence has nothing by which that may be told."""
    if query.asks != "why" or ranked.doc.profile != "bare" or not query.english:
        return False
    return not _REASON.search(index.fact(ranked.row).answer)


def tells_no_place(index: Index, query: Query, ranked: Ranked) -> bool:
    """Tell whether it is asked where something was, and a bare sentence has no place but those of the question."""
    asked = query.text.split()
    if query.asks != "where" or asked[:1] != ["where"] or ranked.doc.profile != "bare" or not query.english:
        return False
    told = {word for found in _PLACE.findall(index.fact(ranked.row).answer) for word in words(" ".join(found))}
    return all(word in asked or word in STOP or grammar.is_time(word) for word in told)
