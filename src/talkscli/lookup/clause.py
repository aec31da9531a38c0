"""Turn a question into a clause, where its form shows its subject: "was it opened" -> "whether it was opened"."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from talkscli.language import grammar, parts, verbs
from talkscli.language.calendar import MONTHS
from talkscli.lookup.asked import asked
from talkscli.lookup.predicate import GOES_ON, before_predicate, with_adverbs
from talkscli.lookup.proper import Word, named

LONGEST = 16  # words of a question that is repeated in the sentence

_OF_SUBJECT = frozenset("who what which whose".split())
_AUXILIARIES = grammar.AUXILIARIES - grammar.NEGATED
_SINGULAR = {"are": "is", "were": "was", "do": "does", "have": "has"}
_TOLD = {"i": "you", "we": "you", "me": "you", "my": "your", "our": "your", "mine": "yours", "ours": "yours"}
_ADDRESSED = frozenset("you your yours yourself yourselves myself ourselves am im".split())
_CODE = re.compile(r"[<>\[\]{}|\\]|\$(?!\d)")
_TEXT = frozenset("article text page".split())  # it is the one that is said not to say something
_MONTHS = frozenset(MONTHS)
_CLAUSES = (grammar.SUBORDINATORS - grammar.PREPOSITIONS) | grammar.RELATIVES


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
    at = _auxiliary(row)
    if at is None:
        verb = _first_verb(row) if row[0].low in grammar.INTERROGATIVES and _may_be_subject(row) else None
        return Form(row[:verb], None, (), row[verb:]) if verb else None
    asked, rest = row[:at], row[at + 1 :]
    if not rest:
        return None
    size = 0 if rest[0].low == "not" else _subject(asked or [Word("whether", name=False)], row[at].low, rest)
    if size is None or (at and row[0].low not in grammar.INTERROGATIVES):
        return None
    if not size and not (asked and _may_be_subject(asked)):
        return None
    return Form(asked, row[at], rest[:size], rest[size:])


def clause(question: str, names: Sequence[str] = ()) -> str | None:
    """Turn a question into a clause ("when was it opened" -> "when it was opened"), or tell that it can't be done.

    Args:
        question: The question as read.
        names: Names as the store writes them, the preferred spelling first.

    Returns:
        The clause, or None where the question's form does not show what is its subject.
    """
    text = re.sub(r"\b(who|what|where|when|how)['’]s\b", r"\1 is", " ".join(question.split()).strip(" ?!."), flags=re.I)
    asks = asked(text)
    polite, text = asks.text != text, asks.text.rstrip(" ?!.")
    typed = text.split()
    if not 2 - asks.stated < len(typed) <= LONGEST or re.search(r"[?!;:\n]|\.\s", text):
        return None
    if _CODE.search(text):
        return None
    if not _ADDRESSED.isdisjoint(text.lower().split()) or re.search(r"(?i)\b(?:i|we|you)['’]", text):
        return None
    if _asks_twice(text.lower().split()):
        return None
    row = named(typed, names)
    if asks.stated:
        return f"whether {_joined(row)}" if _is_told(row) else None
    told = _inverted(row) or (" ".join(each.text for each in row) if polite and _is_told(row) else None)
    return f"whether {told.removeprefix('if ')}" if told and told.startswith("if ") else told


def _asks_twice(low: Sequence[str]) -> bool:
    """Tell whether another question follows: "who is he and was he there"."""
    opens = grammar.AUXILIARIES | grammar.INTERROGATIVES
    joined = [at for at, (before, word) in enumerate(pairwise(low)) if before in ("and", "or") and word in opens]
    return any(at + 2 < len(low) and low[at + 2] in grammar.PRONOUNS | grammar.DETERMINERS for at in joined)


def _is_told(row: Sequence[Word]) -> bool:
    """Tell whether what follows "can you tell me" is a clause already: "who the captain is"."""
    return any(word.low in _AUXILIARIES or _is_finite(word.low) for word in row[1:])


def _inverted(row: Sequence[Word], *, placed: bool = False) -> str | None:
    first = row[0].low
    if first in grammar.PREPOSITIONS and row[1].low in grammar.INTERROGATIVES:  # "in which town was it opened"
        told = _inverted(row[1:], placed=True) if len(row) > 3 else None
        return f"{first} {told}" if told and told.lower() != _joined(row[1:]).lower() else None
    if first in grammar.INTERROGATIVES and row[1].low == "to" and len(row) > 2:  # "how to open it"
        return _joined([Word(first, name=False), *row[1:]])
    at = _auxiliary(row)
    row = [Word(first, name=False), *row[1:]] if first in grammar.INTERROGATIVES else row
    if at is None:  # "who led the delegation"
        asks = first in grammar.INTERROGATIVES and _may_be_subject(row)
        return _joined(row) if asks and _has_verb(row) else None
    asked = row[:at] if at else [Word("whether", name=False)]
    if at and first not in grammar.INTERROGATIVES:
        return None
    verb, rest = Word(row[at].low, name=False), row[at + 1 :]
    if not rest or (verb.low == "was" and "i" in [word.low for word in rest]):
        return None
    if rest[0].low == "not":  # "what did not happen"
        return _joined(row) if _may_be_subject(asked) else None
    if verb.low in grammar.DO and rest[0].low in ("i", "we") and first == "how":  # "how do i leave"
        return _joined([*asked, Word("to", name=False), *rest[1:]])
    size = _subject(asked, verb.low, rest)
    if size is None:
        return None
    if not size:  # "who was there", "how many were sent" stay as they are
        return _joined(row) if _may_be_subject(asked) else None
    subject, predicate = rest[:size], rest[size:]
    if any(word.low in _CLAUSES for word in subject[1:]):  # "where was she when he came"
        return None
    if verb.low not in grammar.IS and len(subject) < 3 and subject[-1].low in _TEXT:  # "does the article think"
        return None
    gap = not placed and (_may_be_subject(asked) or asked[0].low in ("whom", "whether"))
    if not gap and subject[0].low not in _TOLD and _lacks_object(verb.low, predicate):
        return None
    verb = _agreeing(verb, subject)
    if verb.low in grammar.DO:
        if predicate[0].name:  # "did Alva Alva"
            return None
        done = f"{verb.low} not" if predicate[0].low == "not" else _in(verb.low, predicate[0].low)
        return _joined([*asked, *subject, Word(done, name=False), *predicate[1:]])
    return _joined([*asked, *subject, verb, *predicate])


def _agreeing(verb: Word, subject: Sequence[Word]) -> Word:
    """Give a name alone, unless it may be a plural, a verb in the singular: "who are Norland" -> "who Norland is"."""
    single = len(subject) == 1 and subject[0].name and not subject[0].low.endswith("s")
    return Word(_SINGULAR.get(verb.low, verb.low), name=False) if single else verb


def _joined(row: Sequence[Word]) -> str:
    """Write the words, the asker's own as theirs; "I" behind a name is a number: "Stage I"."""
    before = [None, *row]
    return " ".join(
        word.text if word.text == "I" and last and last.name else _TOLD.get(word.low, word.text)
        for last, word in zip(before, row, strict=False)
    )


def _lacks_object(auxiliary: str, predicate: Sequence[Word]) -> bool:
    """Tell whether a verb has nothing behind it that it needs: "why did he | say", "when does he | want in May"."""
    low = [word.low for word in predicate if word.low != "not"]
    if auxiliary in grammar.IS:
        plain = [f"{low[0][:-3]}{ending}" for ending in ("", "e")] if low and low[0].endswith("ing") else []
    else:
        plain = [verbs.plain(low[0], parts.is_verb) or low[0]] if low else []
    then = low[1] if len(low) > 1 else ""
    follows = len(low) > 2 and then in grammar.PREPOSITIONS - {"to"}
    return any(map(parts.needs_more, plain)) and (not then or follows or grammar.is_time(then))


def _auxiliary(row: Sequence[Word]) -> int | None:
    """Find the verb before which the subject would stand: the second word, or after "how many boats", "which party"."""
    low = ["" if at and word.text in _MONTHS else word.low for at, word in enumerate(row)]  # "on May 16"
    if low[0] in _AUXILIARIES:
        return 0
    reach = 6 if low[0] in {"how", "which", "what", "whose"} and low[1] not in grammar.ARTICLES else 2
    return next((at for at in range(1, min(reach, len(low))) if low[at] in _AUXILIARIES), None)


def _may_be_subject(asked: Sequence[Word]) -> bool:
    """Tell whether what is asked for may itself be the subject: "who came", "how many boats sank"."""
    return asked[0].low in _OF_SUBJECT or [word.low for word in asked[:2]] in (["how", "many"], ["how", "much"])


def _has_verb(row: Sequence[Word]) -> bool:
    """Tell whether a finite verb follows "who", or "which boats"."""
    return _first_verb(row) is not None


def _first_verb(row: Sequence[Word]) -> int | None:
    who = row[0].low == "who"
    if who and len(row) > 2 and not row[1].name and verbs.plain(row[1].low, parts.is_verb):
        return 1
    return next(
        (at for at, word in enumerate(row[: 3 if who else 5]) if at and not word.name and _is_finite(word.low)), None
    )


def _is_finite(word: str) -> bool:
    return grammar.is_past(word) or any(
        parts.is_mostly_verb(word.removesuffix(ending)) for ending in ("s", "es") if word.endswith(ending)
    )


def _subject(asked: Sequence[Word], verb: str, rest: Sequence[Word]) -> int | None:
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


def _in(auxiliary: str, verb: str) -> str:
    """Put a verb into the time and person of its auxiliary: did lead -> led, does lead -> leads."""
    if auxiliary == "do":
        return verb
    if auxiliary == "did":
        return verb if grammar.is_past(verb) and not parts.is_verb(verb) else verbs.past(verb)
    return verbs.third(verb)
