"""Who a sentence is about, by its grammar: the named subject of its main verb, or the speaker of what it quotes.

No parser: the noun phrase before the first finite verb is read, and a name counts where it is the head of that phrase
("President Anna Berg said") or its owner ("Berg's plan failed"), not where it only modifies ("the Berg plan failed",
"the mayor of Berg said"). In doubt there is no subject.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from talkscli.language import abroad, closed, grammar
from talkscli.language.quotations import Quotation, quotations
from talkscli.language.sayers import Sayers
from talkscli.language.tokens import QUOTE, Token, tokenise

if TYPE_CHECKING:
    from talkscli.language.phrases import Phrase

K = TypeVar("K")
_INSERTED = (",", " - ", " – ", " — ")
_LONGEST = 1500  # characters; what is longer is no sentence


class Clause(NamedTuple, Generic[K]):
    """The subject of a sentence's main verb, or who says it."""

    keys: tuple[K, ...]
    """The names that it is; () where the subject is not named."""
    start: int
    """Where its noun phrase begins in the text; it may be a pronoun or "the mayor"."""
    end: int
    verb: str
    """The finite verb that belongs to it, in small letters."""
    patient: tuple[int, int] | None = None
    """Where the phrase before a passive verb stands, if the subject is who did it: "the bridge was built by Berg"."""


class Saying(NamedTuple, Generic[K]):
    """A quotation and who says it."""

    quotation: Quotation
    clause: Clause[K] | None
    """None where no verb of saying goes with it in the sentence."""


def subjects_of(text: str, names: Sequence[tuple[int, int, K]]) -> tuple[K, ...]:
    """Find all named subjects of a sentence, as in "Berg and Holm met".

    Args:
        text: A sentence.
        names: Where it names somebody or something: start, end, key; in order, without overlap.

    Returns:
        The keys of the subjects, none twice; none where the subject is not among the names, or not plain.
    """
    clause = clause_of(text, names)
    return clause.keys if clause else ()


def read(
    text: str, names: Sequence[tuple[int, int, K]], language: str = "en"
) -> tuple[Clause[K] | None, list[Saying[K]]]:
    """Find the subject of a sentence with its verb, and its quotations with who says each: `clause_of`, `sayings`.

    Args:
        text: A sentence, or several that a quotation holds together.
        names: Where it names somebody or something: start, end, key; in order, without overlap.
        language: The one that it is in.
    """
    if language in closed.LANGUAGES:
        return _read_abroad(text, names, language)
    if len(text) > _LONGEST:
        return clause_of(text, names), sayings(text, names)
    tokens = tokenise(text, names)
    reader = Sayers(tokens)
    return _clause_of(tokens, names, reader.read()), _sayings(text, names, reader)


def _read_abroad(
    text: str, names: Sequence[tuple[int, int, K]], language: str
) -> tuple[Clause[K] | None, list[Saying[K]]]:
    """The same in another language, in which who speaks may be told within the marks: "It is late, says Berg."."""
    tokens = tokenise(text, names, language)
    reader = abroad.Abroad(tokens, language)
    said = _sayings(text, names, reader)
    for n, saying in enumerate(said):
        start, end = saying.quotation.start + 1, saying.quotation.end - 1
        if saying.clause is None and any(mark in text[start:end] for mark in _INSERTED):
            inner = " " * start + text[start:end]
            tokens_within = tokenise(inner, names, language)
            found = abroad.Abroad(tokens_within, language).within()
            said[n] = Saying(saying.quotation, _clause_of(tokens_within, names, found))
    told = reader.leading() if text.endswith(":") and not said else None
    return _clause_of(tokens, names, told or reader.read()), said


def clause_of(text: str, names: Sequence[tuple[int, int, K]]) -> Clause[K] | None:
    """Find the subject of a sentence, named or not, and its verb; None where there is none to be found.

    Args:
        text: A sentence.
        names: Where it names somebody or something: start, end, key; in order, without overlap.
    """
    tokens = tokenise(text[:_LONGEST], names)
    return _clause_of(tokens, names, Sayers(tokens).read())


def sayings(text: str, names: Sequence[tuple[int, int, K]]) -> list[Saying[K]]:
    """Find the quotations of a sentence, and for each who says it.

    Args:
        text: A sentence, or several that a quotation holds together.
        names: Where it names somebody or something: start, end, key; in order, without overlap.
    """
    return _sayings(text, names, Sayers(tokenise(text, names))) if quotations(text) else []


def _sayings(text: str, names: Sequence[tuple[int, int, K]], reader: Sayers | abroad.Abroad) -> list[Saying[K]]:
    tokens, quoted = reader.tokens, quotations(text)
    if not quoted:
        return []
    found: list[Saying[K]] = []
    at = {k: i for i, token in enumerate(tokens) if token.word[0] == QUOTE for k in range(token.start, token.end)}
    for quotation in quoted:
        index = at.get(quotation.start)
        clause = _clause_of(tokens, names, reader.sayer(index)) if index is not None else None
        found.append(Saying(quotation, clause))
    return found


def _clause_of(
    tokens: "Sequence[Token]", names: Sequence[tuple[int, int, K]], found: "tuple[Phrase, str] | None"
) -> Clause[K] | None:
    if found is None:
        return None
    phrase, verb = found
    keys = tuple(dict.fromkeys(names[i][2] for i in phrase.names))
    last = phrase.last - 1
    while last > phrase.first and grammar.is_adverb(tokens[last].word) and not tokens[last].upper:
        last -= 1
    patient = (tokens[phrase.patient[0]].start, tokens[phrase.patient[1] - 1].end) if phrase.patient else None
    return Clause(keys, tokens[phrase.first].start, tokens[last].end, verb, patient)
