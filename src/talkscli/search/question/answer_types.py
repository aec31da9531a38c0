"""Types of answer: which a question asks for, by its question words."""

from collections.abc import Sequence
from itertools import takewhile

from talkscli.language import grammar, parts
from talkscli.language.answers import asked_by, measures, paid
from talkscli.language.asking import kind_by_word
from talkscli.language.interrogatives import kind_of
from talkscli.language.tongues import ENGLISH, Tongue, spoken
from talkscli.language.words import words

# What a fact should hold to answer such a question.
WANTED = {
    "number": frozenset({"number"}),
    "cost": frozenset({"money"}),
    "when": frozenset({"date"}),
    "duration": frozenset({"duration", "date"}),
    "where": frozenset({"place", "country", "capital"}),
    "who": frozenset({"person", "organisation", "country", "name", "capital"}),
    "why": frozenset({"reason"}),
    "words": frozenset({"words"}),
}
WANTED_ABROAD = {  # of which other languages' words need not be known
    "number": frozenset({"number"}),
    "when": frozenset({"number", "date"}),
    "cost": frozenset({"money"}),
    "phone": frozenset({"phone"}),
    "mail": frozenset({"mail"}),
}

_BE = grammar.IS | {"s"}
_MEANS = _BE | grammar.ARTICLES | {"what"}
_ONE = _BE | {"what", "whats", "a", "an"}
_CLAUSES = grammar.SUBORDINATORS - grammar.PREPOSITIONS
_OPENING = frozenset(("when", "where"))  # a clause, as well as a question
NOUN = 2  # words of a noun: "novel virus"
FEW = 2  # function words of other languages: "wer ist", "кто такой"
_AFTER_NOUN = grammar.PREPOSITIONS | grammar.AUXILIARIES | {"when", "if", "per", "now", "today", "currently"}


def asks(question: str, folded: Sequence[str], tongue: Tongue = ENGLISH, tokens: Sequence[str] = ()) -> str:
    """Tell what a question wants.

    Args:
        question: As typed.
        folded: Its words, as they were read.
        tongue: Its language.
        tokens: What the words were analysed to: function words as "=of", names as "@1".

    Returns:
        number, cost, duration, when, where, who, role (who somebody is), meaning (what something with a name is), why,
        yesno, how, words, what, or any of these; in other languages than English phone and mail as well.
    """
    question = _main_clause(question) if tongue.english else question
    kind = kind_of(question, spoken(question, tongue)) or "any"
    if kind == "any" and tongue.english:
        kind = kind_of(" ".join(folded), ("en",)) or "any"  # "wher did they meet", as it was read
    if kind == "who" and _introduces(tokens, tongue):
        return "role"
    if not tongue.english:
        return kind_by_word(kind, question, folded, tongue)
    if kind not in ("number", "how", "what", "any"):
        return kind
    if kind == "what" and _only_named(tokens):
        if folded[1:2] in (["do"], ["does"]) and folded[-1] == "do":
            return "role"  # "what does X do"
        if _MEANS.issuperset(token[1:] for token in tokens if token[0] == "="):
            return "meaning"
    if kind == "what" and _is_a_noun(folded, tokens):
        return "meaning"
    found = _by_word(kind, folded) or kind
    return kind if found == "role" and not _named(tokens) else found


def _main_clause(question: str) -> str:
    """Return what follows a clause or a time before a question: "When it broke, | what did they do", "now, | did X"."""
    before, _, after = question.partition(",")
    first, then, *_ = [*words(before), "", ""]
    asking = grammar.INTERROGATIVES | grammar.AUXILIARIES
    opens = first not in asking or (first in _OPENING and then not in grammar.AUXILIARIES)
    return after.strip() if opens and not asking.isdisjoint(words(after)[:1]) else question


def _introduces(tokens: Sequence[str], tongue: Tongue) -> bool:
    """Whether "who" asks of names alone: "who is X"."""
    others = [token[1:] for token in tokens if token[0] == "="]
    if not _only_named(tokens):
        return False
    return grammar.INTERROGATIVES.union(_BE).issuperset(others) if tongue.english else len(others) <= FEW


def _only_named(tokens: Sequence[str]) -> bool:
    return _named(tokens) and all(token[0] in "=@" for token in tokens)


def _is_a_noun(folded: Sequence[str], tokens: Sequence[str]) -> bool:
    """Whether it is asked what a noun means that is no name: "what is drip", not "what is the drip", "what is new"."""
    content = [token for token in tokens if token[0] != "="]
    others = {token[1:] for token in tokens if token[0] == "="}
    if not 1 <= len(content) <= NOUN or any(token[0] == "@" for token in content) or not others <= _ONE:
        return False
    word = folded[-1]
    if word in asked_by() or word.endswith("ing"):
        return False
    return others != {"what"} and not (parts.is_adjective(word) or grammar.is_participle(word))


def _named(tokens: Sequence[str]) -> bool:
    return any(token[0] == "@" for token in tokens)


def _by_word(kind: str, folded: Sequence[str]) -> str | None:
    """What a noun, an adjective or a verb tells of the answer: "what is the *price* of", "how *old*"."""
    if kind == "number":
        return "cost" if "much" in folded and (not paid().isdisjoint(folded) or _is_priced(folded)) else None
    at = next((n for n, word in enumerate(folded) if word in ("what", "which", "whats", "how")), -1)
    rest = folded[at + 1 :]
    if kind == "how":
        return "number" if rest[:1] and rest[0] in measures() else None
    if rest and rest[0] in _BE:
        rest = rest[2:] if rest[1:2] and rest[1] in grammar.ARTICLES else rest[1:]
    elif kind == "what" and any(word in paid() and _ends(rest, n) for n, word in enumerate(rest)):
        return "cost"
    elif kind == "what" and rest[:1] and rest[0] in grammar.DO | grammar.HAVE and _tells(rest[1:]):
        return "words"
    typed = asked_by()
    for n, word in enumerate(rest[:6]):
        if word in typed and _ends(rest, n):
            return typed[word]
        if word in _AFTER_NOUN:
            break
    return None


def _is_priced(folded: Sequence[str]) -> bool:
    """Whether it is asked how much something is, and nothing of it: "how much is a ticket", not "how much is left"."""
    if len(folded) < 4 or folded[:2] != ["how", "much"] or folded[2] not in _BE:
        return False
    return not (grammar.is_participle(folded[-1]) or parts.is_adjective(folded[-1]) or grammar.is_adverb(folded[-1]))


def _tells(rest: Sequence[str]) -> bool:
    """Whether somebody said something, and not only in a clause of its own: "what do I do if it says no"."""
    return any(map(grammar.tells, takewhile(lambda word: word not in _CLAUSES, rest)))


def _ends(words: Sequence[str], at: int) -> bool:
    return at + 1 == len(words) or words[at + 1] in _AFTER_NOUN
