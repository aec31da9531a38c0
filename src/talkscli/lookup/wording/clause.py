"""Turn a question into a clause, where its form shows its subject: "was it opened" -> "whether it was opened"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from talkscli.language import grammar, parts, verbs
from talkscli.lookup.wording.asked import asked
from talkscli.lookup.wording.form import (
    AUXILIARIES,
    LONGEST,
    auxiliary,
    first_verb,
    is_finite,
    may_be_subject,
    subject_size,
)
from talkscli.lookup.wording.proper import Word, named

_SINGULAR = {"are": "is", "were": "was", "do": "does", "have": "has"}
_TOLD = {"i": "you", "we": "you", "me": "you", "my": "your", "our": "your", "mine": "yours", "ours": "yours"}
_ADDRESSED = frozenset("you your yours yourself yourselves myself ourselves am im".split())
_CODE = re.compile(r"[<>\[\]{}|\\]|\$(?!\d)")
_TEXT = frozenset("article text page".split())  # it is the one that is said not to say something
_CLAUSES = (grammar.SUBORDINATORS - grammar.PREPOSITIONS) | grammar.RELATIVES


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
    return any(word.low in AUXILIARIES or is_finite(word.low) for word in row[1:])


def _inverted(row: Sequence[Word], *, placed: bool = False) -> str | None:
    first = row[0].low
    if first in grammar.PREPOSITIONS and row[1].low in grammar.INTERROGATIVES:  # "in which town was it opened"
        told = _inverted(row[1:], placed=True) if len(row) > 3 else None
        return f"{first} {told}" if told and told.lower() != _joined(row[1:]).lower() else None
    if first in grammar.INTERROGATIVES and row[1].low == "to" and len(row) > 2:  # "how to open it"
        return _joined([Word(first, name=False), *row[1:]])
    at = auxiliary(row)
    row = [Word(first, name=False), *row[1:]] if first in grammar.INTERROGATIVES else row
    if at is None:  # "who led the delegation"
        asks = first in grammar.INTERROGATIVES and may_be_subject(row)
        return _joined(row) if asks and _has_verb(row) else None
    asked = row[:at] if at else [Word("whether", name=False)]
    if at and first not in grammar.INTERROGATIVES:
        return None
    verb, rest = Word(row[at].low, name=False), row[at + 1 :]
    if not rest or (verb.low == "was" and "i" in [word.low for word in rest]):
        return None
    if rest[0].low == "not":  # "what did not happen"
        return _joined(row) if may_be_subject(asked) else None
    if verb.low in grammar.DO and rest[0].low in ("i", "we") and first == "how":  # "how do i leave"
        return _joined([*asked, Word("to", name=False), *rest[1:]])
    size = subject_size(asked, verb.low, rest)
    if size is None:
        return None
    if not size:  # "who was there", "how many were sent" stay as they are
        return _joined(row) if may_be_subject(asked) else None
    subject, predicate = rest[:size], rest[size:]
    if any(word.low in _CLAUSES for word in subject[1:]):  # "where was she when he came"
        return None
    if verb.low not in grammar.IS and len(subject) < 3 and subject[-1].low in _TEXT:  # "does the article think"
        return None
    gap = not placed and (may_be_subject(asked) or asked[0].low in ("whom", "whether"))
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


def _has_verb(row: Sequence[Word]) -> bool:
    """Tell whether a finite verb follows "who", or "which boats"."""
    return first_verb(row) is not None


def _in(auxiliary: str, verb: str) -> str:
    """Put a verb into the time and person of its auxiliary: did lead -> led, does lead -> leads."""
    if auxiliary == "do":
        return verb
    if auxiliary == "did":
        return verb if grammar.is_past(verb) and not parts.is_verb(verb) else verbs.past(verb)
    return verbs.third(verb)
