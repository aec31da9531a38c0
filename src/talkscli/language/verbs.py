"""The forms of English verbs."""

import re
from functools import cache

from talkscli.language.tables import read


def past(verb: str) -> str:
    """Return the past of a verb: "went" of "go", "opened" of "open"."""
    found = _rows().get(verb)
    if found:
        return found[0][0]
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else f"{verb}ed"


def base(form: str) -> str:
    """Return the verb of an irregular form: "go" of "went"; any other word as it is."""
    return _bases().get(form, form)


@cache
def pasts() -> frozenset[str]:
    """Return the forms of the past that are irregular or double a letter."""
    return frozenset([form for forms, _ in _rows().values() for form in forms])


@cache
def participles() -> frozenset[str]:
    """Return the participles that are so: "gone", "held"."""
    return frozenset([form for _, forms in _rows().values() for form in forms])


@cache
def _bases() -> dict[str, str]:
    return {form: verb for verb, row in _rows().items() for forms in row for form in forms}


@cache
def _rows() -> dict[str, tuple[list[str], list[str]]]:
    rows = map(str.split, read("verbs-en").splitlines())
    return {verb: (past.split(","), participle.split(",")) for verb, past, participle in rows}
