"""The forms of English verbs."""

import re
from collections.abc import Callable
from functools import cache

from talkscli.language.tables import read


def past(verb: str) -> str:
    """Return the past of a verb: "went" of "go", "opened" of "open"."""
    found = _rows().get(verb)
    if found:
        return next((form for form in found[0] if form.endswith("lled")), found[0][0])  # as in "cancelled"
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else f"{verb}ed"


def base(form: str) -> str:
    """Return the verb of an irregular form: "go" of "went"; any other word as it is."""
    return _bases().get(form, form)


def plain(form: str, is_verb: Callable[[str], bool]) -> str | None:
    """Return the verb of any finite form: "go" of "went", "host" of "hosted", "carry" of "carries".

    Args:
        form: A form of the past, or of the third person in the present.
        is_verb: Tells whether a word is a verb in its plain form.

    Returns:
        The verb; None where the form is none of a verb.
    """
    if form in _bases():
        return _bases()[form]
    for ending, verb_ending in (("ed", ""), ("d", ""), ("ied", "y"), ("s", ""), ("es", ""), ("ies", "y")):
        verb = form.removesuffix(ending) + verb_ending
        made = past(verb) if ending.endswith("d") else third(verb)
        if form.endswith(ending) and made == form and is_verb(verb):
            return verb
    return None


def third(verb: str) -> str:
    """Return the third person of a verb in the present: "goes" of "go", "has" of "have"."""
    if verb == "have":
        return "has"
    if verb in {"go", "do"} or re.search(r"(?:s|x|z|ch|sh)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"


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
