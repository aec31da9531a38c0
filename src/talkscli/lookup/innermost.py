"""The innermost clause of an English sentence that a date stands in, such that it can be read alone."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from talkscli.language import grammar
from talkscli.language.quotations import quotations
from talkscli.lookup.pieces import (
    OPENERS,
    PAUSE,
    SUBJECTS,
    WORD,
    has_subject,
    has_verb,
    is_predicate,
    main_clause,
    only_says,
    opens_with_verb,
    subject_before,
)  # fmt: skip

_ASIDE = re.compile(r"[,;—–(]\s?$")
_END = re.compile(r"\s?[,;—–]\s|\s\(|\)|\s(?=(?:and|but)\s)")
_UNREAL = frozenset("if unless until till whether lest though although as than".split())  # open no event of that date
_MODAL = frozenset("would could should might".split())
_OBJECTS = frozenset("me him us them".split())  # begin no clause: "before me today was"
_LONGEST_NOUN = 6  # words that a noun may have, with what it is told of it


class _Sentence(NamedTuple):
    """A sentence with a date in it."""

    line: str
    at: int
    """Where the date begins."""
    behind: int
    """Where it ends."""
    end: int
    """Where its clause ends."""


def innermost(line: str, date: str) -> str | None:
    """Take the innermost clause that a date stands in.

    Args:
        line: A sentence.
        date: The words of the date, as they stand in it.

    Returns:
        The clause, with its subject or a sign that something is left out; None where it is not plain.
    """
    at = line.find(date)
    said = quotations(line)
    if at < 0 or any(quotation.start <= at < quotation.end for quotation in said):
        return None
    sentence = _Sentence(line, at, at + len(date), _end(line, at + len(date)))
    for start in _openings(line, max((quotation.end for quotation in said if quotation.end <= at), default=0), at):
        clause = _clause(sentence, start)
        if clause:
            return None if only_says(clause) else clause
    start = main_clause(line, date)
    whole = line[start : sentence.end] if start <= at else ""
    return whole if sentence.end < len(line) and has_verb(whole) and not only_says(whole) else None


def _openings(line: str, first: int, at: int) -> Iterator[int]:
    """Yield where clauses may begin before a date, the innermost first."""
    for match in reversed(list(WORD.finditer(line, first, at))):
        if match[0].lower() in OPENERS or _ASIDE.search(line, 0, match.start()):
            yield match.start()


def _clause(sentence: _Sentence, start: int) -> str | None:
    """Make a clause that begins with a word such that it can be read alone."""
    line, end = sentence.line, sentence.end
    first = WORD.match(line, start, sentence.at)
    word = first[0].lower() if first else ""
    if word in _UNREAL:
        return None
    opened = word in OPENERS
    begin = start + len(word) + 1 if opened else start
    if line[begin : sentence.at].strip(" ,").lower() in grammar.PREPOSITIONS | {"", "just"}:  # that in 2014 …
        begin = sentence.behind
    piece = line[begin:end].lstrip(" ,")
    if piece.partition(" ")[0] in _OBJECTS or (word == "that" and _is_promised(line[:start], piece)):
        return None
    if word in grammar.RELATIVES and opens_with_verb(piece):
        after = _second_verb(line, begin, sentence.at)
        return _apart(line, after, end) if after else _with_antecedent(line, start, end)
    if not _listed(line, start, word) and has_subject(piece, any_noun=word in grammar.SUBORDINATORS):
        return piece  # not "she and her mother"
    subject = piece.partition(" ")[0]
    if word in ("and", "but") and subject in SUBJECTS:
        return _apart(line, line.index(subject, begin) + len(subject) + 1, end)
    if not start or not is_predicate(piece, bare=not opened):
        return None
    if not opened and not has_verb(line[:start]):
        return line[:end]  # The ferry, built in 1987
    return _apart(line, begin, end)


def _is_promised(before: str, piece: str) -> bool:
    """Tell whether a clause tells what was but promised or claimed: "the vow that they would leave in"."""
    noun = next((match[0].lower() for match in reversed(list(WORD.finditer(before)))), "")
    told = {match[0].lower() for match in WORD.finditer(piece)}
    return not _MODAL.isdisjoint(told) and grammar.is_speech(f"{noun}s")


def _listed(line: str, start: int, word: str) -> bool:
    """Tell whether "and" joins two of a list, as no verb stands before it: "as she and her mother were walking"."""
    if word not in ("and", "but") or _ASIDE.search(line, 0, start):
        return False
    before = [match[0].lower() for match in WORD.finditer(PAUSE.split(line[:start])[-1])]
    return not any(map(grammar.is_finite, takewhile(lambda word: word not in OPENERS, reversed(before))))


def _apart(line: str, begin: int, end: int) -> str:
    """Put the subject of a sentence before a verb that stands apart from it."""
    lead = main_clause(line)
    named = subject_before(line[lead:], begin - lead)
    return f"{named} … {line[begin:end]}" if named else f"… {line[begin:end]}"


def _with_antecedent(line: str, start: int, end: int) -> str | None:
    """Begin with the noun that "who" stands for: back to its determiner, or as far as names go."""
    words = list(WORD.finditer(line, 0, start))[-_LONGEST_NOUN:]
    begin = None
    for match in reversed(words):
        word = match[0]
        if word.lower() in grammar.DETERMINERS:
            return line[match.start() : end]
        if word.lower() in grammar.PREPOSITIONS | OPENERS or opens_with_verb(word):
            break
        begin = match.start()
        if _ASIDE.search(line, 0, begin):
            break
    return line[begin:end] if begin is not None and line[begin].isupper() else None


def _second_verb(line: str, begin: int, at: int) -> int | None:
    """Find the verb of the main clause behind a relative one: "two hostages who had been held were released"."""
    words = list(WORD.finditer(line, begin, at))
    for before, match in pairwise(words[1:]):
        near, word = before[0].lower(), match[0]
        parted = near in OPENERS | grammar.AUXILIARIES | grammar.BE | grammar.DETERMINERS | {"to"}
        if word.lower() in grammar.AUXILIARIES and word.islower() and not parted and not grammar.is_adverb(near):
            return match.start()
    return None


def _end(line: str, behind: int) -> int:
    """Find where the clause of a date ends: at a comma, or where "and" joins another."""
    for match in _END.finditer(line[behind:]):
        at = behind + match.start()
        rest = line[behind + match.end() :]
        joined = rest.partition(" ")[2] if rest.startswith(("and ", "but ")) else None
        if joined is None or opens_with_verb(joined) or has_subject(joined):
            return at
        if joined.partition(" ")[0] in grammar.PRONOUNS:
            return at
    return len(line)
