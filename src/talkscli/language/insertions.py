"""Names put into an answer so that it can be read alone: beside "he" in brackets, and before a quotation."""

import re

from talkscli.language.grammar import HE, SHE
from talkscli.language.quotations import OPENING

PERSONAL = re.compile(rf"(?-i:(?=[HhSs]))\b(?:{'|'.join(sorted(HE | SHE))})\b", re.IGNORECASE)
"""The words beside which a name is put."""
_INSERTED = re.compile(
    rf"""
      \s\[([^\[\]]{{1,80}}?)(?:’s)?\]                   # She [Anna Berg] said so.
    | (?:^([^\[“"„«:]{{1,80}})                           # Anna Berg: “It is late.”
        | (?<=[.!?]\s)([^\[“"„«:.!?]{{1,80}})             # She sighed. Anna Berg: “It is late.”
      ):\s(?=[{OPENING}])
    """,
    re.VERBOSE,
)


def inserted(answer: str) -> set[str]:
    """Find the names that may have been put into an answer.

    Args:
        answer: The answer of a fact.
    """
    return {"".join(places) for places in _INSERTED.findall(answer)}


def without(answer: str, names: set[str] | None = None) -> str:
    """Take out of an answer the names that were put into it.

    Args:
        answer: The answer of a fact.
        names: Only these are taken out; all where it is None.

    Returns:
        The answer as its article has it.
    """
    return _INSERTED.sub(lambda m: m[0] if names is not None and m[m.lastindex or 0] not in names else "", answer)
