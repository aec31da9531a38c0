"""The thing that a question is about, which "it" means next: "the war", "the meeting in Holm", "Norland’s demand"."""

import re
from collections.abc import Iterable, Sequence

from talkscli.language import grammar, offices, parts, verbs, vocabulary
from talkscli.language.words import STOP
from talkscli.lookup.wording.asked import asked
from talkscli.lookup.wording.form import form
from talkscli.lookup.wording.proper import Word, named
from talkscli.store.model import Fact

LONGEST = 6  # words of a thing
_OPENS = frozenset("the a an this that any".split())
_QUALITIES = tuple("able ful ible ic ive less ous".split())
_COURSE = frozenset(
    """
    begin begun cease cost continue end fail finish go happen last matter mean occur start stop succeed take work
    """.split()
)  # what events do, and nobody
_LASTING = frozenset("end happen last occur".split())
_ARTICLE = r"(?:the|an?|this|that|its|their|any|\w+['’]s|\w+s['’])"


def thing(question: str, names: Sequence[str], near: Iterable[Fact] = ()) -> str:
    """Name the one thing that a question is about, as it would stand in the next question.

    Args:
        question: The question.
        names: Names as the store writes them, the preferred spelling first.
        near: The facts that it brought up, which show whether a deed has a noun: "demand".

    Returns:
        The thing; "" where the question names none, or only such as are many, or people.
    """
    text = asked(question).text.strip(" ?!.")
    found = form(text, names)
    if found is None:
        row = named(text.split(), names) if text else []
        first = next((at for at in range(len(row)) if row[at].low in _OPENS), None)
        return "" if first is None or any(_is_verb(word) for word in row[first + 1 :]) else _definite(row[first:])
    if found.subject and found.subject[0].low == "there":  # "was there | a truce"
        return _definite([*found.subject[1:], *found.predicate])
    owned = bool(found.subject) and found.subject[0].low.endswith(("'s", "’s"))
    if (one := _definite(found.subject)) and not (owned and not found.predicate):  # "what is Norland's role": Norland
        return one
    at = next((at for at, word in enumerate(found.predicate) if word.low in _OPENS), None)
    is_one = at == 0 and found.verb is not None and found.verb.low in grammar.IS  # "is that | a lot"
    if at is not None and not is_one and (one := _definite(found.predicate[at:])):
        return one
    which = found.asked[:1] and found.asked[0].low in ("which", "what") and found.asked[1:]
    if which and (one := _definite([Word("the", name=False), *which])):
        return one
    return _deed(found.subject, [word.low for word in found.predicate], near)


def happens(verb: str) -> bool:
    """Tell whether a verb tells of the course of something: "begin", "last"."""
    return verb in _COURSE


def lasts(verb: str) -> bool:
    """Tell whether a verb tells of the course of what is neither a land nor a body: "last", "end"."""
    return verb in _LASTING


def _definite(row: Sequence[Word]) -> str:
    """Take a thing that begins a row of words: "a meeting in Holm" -> "the meeting in Holm"."""
    owned = row[:1] and row[0].low.endswith(("'s", "’s"))
    if len(row) < 2 or not (owned or row[0].low in _OPENS):
        return ""
    end = next((at for at in range(1, len(row)) if row[at].low in grammar.PREPOSITIONS | STOP), len(row))
    while end > 2 and _is_quality(row[end - 1].low) and _is_thing(row[end - 2]):  # "is the plan late"
        end -= 1
    head = row[end - 1]
    placed = row[end : end + 2] if end + 1 < len(row) and row[end + 1].name and row[end].low != "for" else []
    if end < 2 or end > LONGEST or not _is_thing(head):
        return ""
    first = row[0].text if owned else "the"
    return " ".join([first, *(word.text for word in (*row[1:end], *placed))])


def _is_thing(word: Word) -> bool:
    low = word.low
    many = vocabulary.singular(low) != low and not low.endswith("ss")
    plain = not word.name and low.isalpha() and len(low) > 2
    return plain and not (many or grammar.is_time(low) or grammar.is_adverb(low) or offices.is_person(low))


def _is_quality(word: str) -> bool:
    return parts.is_adjective(word) or grammar.is_participle(word) or word.endswith(_QUALITIES)


def _is_verb(word: Word) -> bool:
    low = word.low
    return low in grammar.AUXILIARIES or grammar.is_past(low)


def _is_deed(verb: str) -> bool:
    return parts.is_verb(verb) and not offices.is_person(verb)  # "the host" is a person


def _deed(subject: Sequence[Word], predicate: Sequence[str], near: Iterable[Fact]) -> str:
    """Name a deed by the noun that is like its verb, if the facts have it as a noun: "what did Norland demand"."""
    passive = predicate[:1] == ["be"] and len(predicate) > 1
    verb, *rest = predicate[passive:] or [""]
    plain = (verbs.plain(verb, parts.is_verb) or verb) if passive or not subject else verb
    if not verb or plain in STOP or (rest and rest[0] not in grammar.PREPOSITIONS) or not _is_deed(plain):
        return ""
    noun = re.compile(rf"(?i)\b{_ARTICLE} (?:\w+ )?{re.escape(plain)}\b(?! {_ARTICLE})")
    if not any(noun.search(f"{fact.question or ''} {fact.answer}") for fact in near):
        return ""
    if subject and len(subject) < 3 and subject[-1].name and not subject[-1].low.endswith("s"):
        return f"{' '.join(word.text for word in subject)}’s {plain}"
    return f"the {plain}" if not subject or subject[0].low in grammar.PRONOUNS else ""
