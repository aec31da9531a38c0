"""The irregular verbs of English."""

from functools import cache

from talkscli.language.tables import read


def past(verb: str) -> str | None:
    """Return the past of a verb: "went" of "go"; None of a regular one."""
    found = _rows().get(verb)
    return found[0][0] if found else None


@cache
def pasts() -> frozenset[str]:
    """Return the forms of the past."""
    return frozenset([form for forms, _ in _rows().values() for form in forms])


@cache
def participles() -> frozenset[str]:
    """Return the participles: "gone", "held"."""
    return frozenset([form for _, forms in _rows().values() for form in forms])


@cache
def _rows() -> dict[str, tuple[list[str], list[str]]]:
    rows = map(str.split, read("verbs-en").splitlines())
    return {verb: (past.split(","), participle.split(",")) for verb, past, participle in rows}
