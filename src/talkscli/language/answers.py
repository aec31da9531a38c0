"""What kind of answer a noun, adjective or verb asks for: a price is a sum of money, a venue a place."""

from functools import cache

from talkscli.language.tables import look_up, raw, read
from talkscli.language.words import stems


@cache
def asked_by() -> dict[str, str]:
    """Map nouns, in singular and plural, to the kind of answer: cost, number, when, duration, where, role."""
    found: dict[str, str] = {}
    for kind in ("role", "where", "duration", "when", "number", "cost"):
        for noun in _row(kind):
            found |= {noun: kind, noun + "s": kind, noun[:-1] + "ies" if noun[-1] == "y" else noun + "es": kind}
    return found


@cache
def paid() -> frozenset[str]:
    """The verbs of paying."""
    return frozenset(_row("paid"))


@cache
def measures() -> frozenset[str]:
    """The adjectives that ask for a number after "how": "old", "far"."""
    return frozenset(_row("how"))


@cache
def measured_by(adjective: str) -> tuple[str, ...]:
    """The stems of the nouns for what an adjective measures: of "tall" these are "height" and "statur"."""
    return tuple(stems(_row(f"how-{adjective}"))) if adjective in measures() else ()


@cache
def currencies() -> frozenset[str]:
    """The names of currencies, in singular and plural."""
    return frozenset([form for noun in _row("currency") for form in (noun, noun + "s")])


@cache
def heads() -> dict[str, frozenset[str]]:
    """Map stems of what asks who heads a body, as "boss", "lead", "ceo", to those of what such a person is called."""
    short = stems(_row("short"))
    called = [*stems(_row("heads")), *short[::2]]
    found = dict.fromkeys(stems(_row("heading")), frozenset(called))
    for one, word in zip(short[::2], short[1::2], strict=True):
        for asked, told in ((one, word), (word, one)):
            found[asked] = found.get(asked, frozenset()) | {told}
    return found


@cache
def titles() -> frozenset[str]:
    """The stems of what whoever heads a body may be called."""
    return frozenset().union(*heads().values())


@cache
def abroad(language: str, kind: str) -> frozenset[str]:
    """The words of another language than English that tell a kind of answer.

    Args:
        language: A code of ISO 639-1.
        kind: cost, phone, mail, where, duration: what nouns ask for that; costs, paid, dear: the verbs and adjectives
            that ask for a sum; money, free, currency: what one is told by; numbered: what stands beside "telephone".

    Returns:
        Words in all their forms, folded, of Chinese and Japanese as they are written; none where nothing is known.
    """
    return frozenset(look_up(_abroad(), f"{language}-{kind}").split())


@cache
def _abroad() -> bytes:
    return raw("answers")


def _row(kind: str) -> list[str]:
    return next(words for name, *words in map(str.split, read("answers-en").splitlines()) if name == kind)
