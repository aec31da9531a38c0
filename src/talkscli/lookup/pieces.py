"""What a piece of an English sentence is by its words: its subject, whether it has a verb, where a clause begins."""

import re
from itertools import dropwhile, takewhile

from talkscli.language import grammar, verbs
from talkscli.language.subjects import Clause, clause_of

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
PAUSE = re.compile(r"\s?[,;—–(…]\s?")
_OPENS = re.compile(r",\s(?=(?:[A-ZÀ-Ž]|(?:the|an?|this|these|those|his|her|its|their|he|she|it|they|we|I|there)\s))")
_LEADS = grammar.PREPOSITIONS | grammar.SUBORDINATORS
SUBJECTS = ("it", "they", "he", "she")
OPENERS = grammar.RELATIVES | grammar.SUBORDINATORS | {"and", "but"}
_SHORT_LEAD = 4  # words before a date, with which a sentence may begin
_LONGEST_SUBJECT = 36  # characters of a subject that is told before what is left out


def subject_before(line: str, before: int) -> str | None:
    """Take the subject of a sentence that stands before a place in it, if it is short and no pronoun."""
    clause: Clause[str] | None = clause_of(line, ())
    start, end = (clause.patient or (clause.start, clause.end)) if clause else (0, before)
    if end < before:
        phrase = line[start:end]
    else:
        phrase = PAUSE.split(line[:before], maxsplit=1)[0]
        phrase = "" if has_verb(phrase) or is_lead(phrase) else phrase
    none = not phrase or phrase.partition(" ")[0].lower() in grammar.PRONOUNS or phrase.lower() in grammar.DETERMINERS
    return phrase if not none and len(phrase) <= _LONGEST_SUBJECT else None


def has_subject(piece: str, *, any_noun: bool = False) -> bool:
    """Tell whether a piece of a sentence begins with a subject that needs no other, and has its verb."""
    clause: Clause[str] | None = clause_of(piece, ())
    first = piece.partition(" ")[0]
    known = any_noun or first[:1].isupper() or first.lower() in grammar.ARTICLES
    start = (clause.patient or (clause.start,))[0] if clause else -1
    return not start and known and first.lower() not in grammar.PRONOUNS


def is_predicate(piece: str, *, bare: bool) -> bool:
    """Tell whether a piece is a verb with what it needs: "built in 1987", not "related matters"."""
    first, _, rest = piece.partition(" ")
    following = rest.partition(" ")[0]
    needs = following.lower() in grammar.PREPOSITIONS | grammar.DETERMINERS | {"to", "it", "them", "more", "less"} or (
        grammar.is_participle(following) or following[:1].isupper() or following[:1].isdigit()
    )
    past = grammar.is_past(first) and not first.endswith("ed") and first not in verbs.participles()
    if past or first in grammar.AUXILIARIES or (grammar.is_adverb(first) and opens_with_verb(piece)):
        return True
    return (
        needs
        and first.islower()
        and (grammar.is_finite(first) or first.endswith("ing") or (bare and grammar.is_participle(first)))
    )


def opens_with_verb(piece: str) -> bool:
    """Tell whether a piece begins with a finite verb, or an adverb and one."""
    words = dropwhile(grammar.is_adverb, piece.lower().split()[:3])
    return grammar.is_finite(next(words, "").strip(","))


def has_verb(piece: str) -> bool:
    """Tell whether a finite verb stands in a piece."""
    return any(grammar.is_finite(match[0].lower()) for match in WORD.finditer(piece))


def only_says(piece: str) -> bool:
    """Tell whether a clause tells only that something was said: what was is in another."""
    small = (match[0] for match in WORD.finditer(piece) if match[0].islower())  # "Reed" is no verb
    return grammar.is_claim(next(filter(grammar.is_finite, small), ""))


def main_clause(line: str, date: str = "") -> int:
    """Find where the main clause of a sentence begins: behind "In 1912, when he was ten,", or 0.

    Args:
        line: The sentence.
        date: The words of a date in it, with which it may begin.
    """
    if not (is_lead(line) or line.partition(" ")[0].endswith("ing")):
        return 0
    lead, comma, rest = line.partition(f"{date}, ")
    if date and comma and len(lead.split()) <= _SHORT_LEAD and not is_lead(rest):
        return len(line) - len(rest)
    starts = (match.end() for match in _OPENS.finditer(line))
    start = next((start for start in starts if not is_lead(line[start:])), 0)
    first, *words = line[:start].lower().split() or [""]
    if first in grammar.SUBORDINATORS or not has_verb(" ".join(takewhile(lambda word: word not in OPENERS, words))):
        return start
    return 0  # "About a dozen were gathered"


def is_lead(text: str) -> bool:
    """Tell whether a text begins with a preposition, or with "when" and the like: the main clause comes later."""
    return text.partition(" ")[0].lower() in _LEADS
