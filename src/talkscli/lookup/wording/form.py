"""Take a question apart, where its form shows its subject: "how many boats | did | the dockers | paint"."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from talkscli.language import grammar, parts, verbs
from talkscli.language.calendar import MONTHS
from talkscli.lookup.wording.predicate import GOES_ON, before_predicate, with_adverbs
from talkscli.lookup.wording.proper import Word, named

LONGEST = 16  # words of a question that is taken apart
AUXILIARIES = grammar.AUXILIARIES - grammar.NEGATED

_OF_SUBJECT = frozenset("who what which whose".split())
_MONTHS = frozenset(MONTHS)


class Form(NamedTuple):
    """A question taken apart: "how many boats | did | the dockers | paint", "who | | | led the talks"."""

    asked: Sequence[Word]
    """What is asked for; nothing where it is whether something is so."""
    verb: Word | None
    """The verb that stands before its subject; None where what is asked for is the subject of another verb."""
    subject: Sequence[Word]
    """Nothing where what is asked for is the subject."""
    predicate: Sequence[Word]


def form(question: str, names: Sequence[str] = ()) -> Form | None:
    """Take a question apart.

    Args:
        question: The question, without what stands around it.
        names: Names as the store writes them, the preferred spelling first.

    Returns:
        Its parts; None where its form does not show what is its subject.
    """
    typed = question.strip(" ?!.").split()
    if not 1 < len(typed) <= LONGEST:
        return None
    row = named(typed, names)
    if len(row) < 2:
        return None
    at = auxiliary(row)
    if at is None:
        verb = first_verb(row) if row[0].low in grammar.INTERROGATIVES and may_be_subject(row) else None
        return Form(row[:verb], None, (), row[verb:]) if verb else None
    asked, rest = row[:at], row[at + 1 :]
    if not rest:
        return None
    size = 0 if rest[0].low == "not" else subject_size(asked or [Word("whether", name=False)], row[at].low, rest)
    if size is None or (at and row[0].low not in grammar.INTERROGATIVES):
        return None
    if not size and not (asked and may_be_subject(asked)):
        return None
    return Form(asked, row[at], rest[:size], rest[size:])


def auxiliary(row: Sequence[Word]) -> int | None:
    """Find the verb before which the subject would stand: the second word, or after "how many boats", "which party"."""
    low = ["" if at and word.text in _MONTHS else word.low for at, word in enumerate(row)]  # "on May 16"
    if low[0] in AUXILIARIES:
        return 0
    reach = 6 if low[0] in {"how", "which", "what", "whose"} and low[1] not in grammar.ARTICLES else 2
    return next((at for at in range(1, min(reach, len(low))) if low[at] in AUXILIARIES), None)


def may_be_subject(asked: Sequence[Word]) -> bool:
    """Tell whether what is asked for may itself be the subject: "who came", "how many boats sank"."""
    return asked[0].low in _OF_SUBJECT or [word.low for word in asked[:2]] in (["how", "many"], ["how", "much"])


def first_verb(row: Sequence[Word]) -> int | None:
    """Find the finite verb behind "who", or "which boats"."""
    who = row[0].low == "who"
    if who and len(row) > 2 and not row[1].name and verbs.plain(row[1].low, parts.is_verb):
        return 1
    return next(
        (at for at, word in enumerate(row[: 3 if who else 5]) if at and not word.name and is_finite(word.low)), None
    )


def is_finite(word: str) -> bool:
    """Tell whether a word is a past, or a verb in the third person: "led", "leads"."""
    return grammar.is_past(word) or any(
        parts.is_mostly_verb(word.removesuffix(ending)) for ending in ("s", "es") if word.endswith(ending)
    )


def subject_size(asked: Sequence[Word], verb: str, rest: Sequence[Word]) -> int | None:
    """Count the words of the subject that begins `rest`: none where it was asked for, None where it can't be told."""
    if verb in grammar.IS:
        alone = len(rest) == 1 and rest[0].low in grammar.PERSONAL | {"it", "this", "that"}  # "which town was it"
        return 1 if alone else before_predicate(asked, rest)
    done = grammar.is_participle if verb in grammar.HAVE else parts.is_verb
    sure = _is_plain_participle if verb in grammar.HAVE else parts.is_mostly_verb
    if not rest[0].name and verb not in grammar.DO and _opens(rest, done, sure):
        return 0
    at = _verb(rest, done, sure)
    if verb not in grammar.DO:
        return at and with_adverbs(rest, at)
    return 1 if at is None and len(rest) == 2 and rest[0].name else at


def _is_plain_participle(word: str) -> bool:
    return word == "been"


def _opens(rest: Sequence[Word], done: Callable[[str], bool], sure: Callable[[str], bool]) -> bool:
    """Tell whether the verb comes first: "who will | lead the talks"."""
    first, then = rest[0].low, rest[1].low if len(rest) > 1 else ""
    follows = not then or then in GOES_ON | grammar.DETERMINERS | grammar.PRONOUNS or rest[1].name
    return first in ("be", "have", "not") or sure(first) or (done(first) and follows)


def _verb(rest: Sequence[Word], done: Callable[[str], bool], sure: Callable[[str], bool]) -> int | None:
    """Find the verb behind its subject, unless more than one word may be it."""
    found = [
        at
        for at, (before, word) in enumerate(pairwise(rest), 1)
        if word.low in ("not", "be", "have", "been") or (done(word.low) and not _is_noun(before, word))
    ]
    if not found:
        return None
    first = found[0]
    if rest[first].low == "not":
        return first
    if first == 1 and (rest[0].name or rest[0].low in grammar.PRONOUNS):
        return None if 2 in found and sure(rest[2].low) else first  # "did Berg last meet"
    if sure(rest[first].low):
        return first
    other = next((at for at in found[1:] if sure(rest[at].low)), None)
    if other is not None:
        return other if found[: found.index(other) + 1] == list(range(first, other + 1)) else None
    return None if first + 1 in found else first


def _is_noun(before: Word, word: Word) -> bool:
    """Tell whether a word that may be a verb is none here: "the | plan", "to | plan", "new | plan", a name."""
    low = before.low
    if word.name or word.low in grammar.PREPOSITIONS:
        return True
    described = parts.is_adjective(low) and not parts.is_mostly_verb(word.low)
    return described or low in grammar.DETERMINERS or low == "to" or low.endswith(("'s", "’s"))
