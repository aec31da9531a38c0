"""When what stands beside a name tells nothing of it: it is of another clause, or of another name."""

import re

from talkscli.language import grammar, offices

_OBJECT_BEFORE = re.compile(r"\b(?:is|was|are|were)\s(?:not\s)?(?:the|an?)\s[^,.;:()]{3,60}\s$")
_VERB_BEHIND = re.compile(r"(?:\s—[^—]{1,150}—|,[^,]{1,100},)?\s([a-z]+)\b")
_AGENT = re.compile(r",\s[^,]{1,60}\sby\s(?:the\s)?$")
_OPENS_WHERE = re.compile(r"(?:^|[.!?]\s)(?:In|At|Near|Outside)\s$")
_ACTS = re.compile(r",\s(?:the|an?)\s[^,.;:()“”\"]{3,80}?\s(?:said|says|[a-z]+ed|was|is|were|are|had|has)\s(?!by\b)")


def begins_clause(before: str, after: str) -> bool:
    """Tell whether a name begins a clause behind the noun that it tells of: "the warm welcome mayor NAME expects"."""
    verb = _VERB_BEHIND.match(after)
    return verb is not None and _OBJECT_BEFORE.search(before) is not None and grammar.is_finite(verb[1])


def tells_of_another(before: str, after: str) -> bool:
    """Tell whether what stands behind a name and a comma is not told of it.

    "a clerk in NAME, who was" tells of the clerk; "In the talk, first told by NAME, the mayor said" of nobody, nor does
    "In NAME, the mayor, Berg, said".
    """
    if _OPENS_WHERE.search(before):
        return True
    if after.startswith(", who ") and before.endswith("in ") and offices.is_person(before.split()[-2:][0]):
        return True
    return _AGENT.search(before) is not None and _ACTS.match(after) is not None
