"""The clause of a fact that tells what happened on its date, for facts whose event has no name."""

import re
from typing import NamedTuple

from talkscli.language import grammar, parts
from talkscli.language.sentences import prose, sentences
from talkscli.lookup.excerpt import cut
from talkscli.lookup.innermost import innermost
from talkscli.lookup.pieces import SUBJECTS, main_clause, only_says, subject_before
from talkscli.store.model import Fact

LONGEST = 60  # characters: fits a screen of 80 below its mark
_CLAUSES = re.compile(r"[;:]\s(?![“\"])")
_ADVERB = re.compile(
    r"^(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Tt]hen|[Yy]et)\s|(?:[A-Z]\w+ly|Meanwhile|However|Then|Yet|So|Yes|No),\s)"
)
_RESOLVED = re.compile(r"\b(?:he|she|it|they|his|her|its|their)\s\[([^\]]+)\]", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:its?|their|they|them)\b", re.IGNORECASE)
_BEHIND = re.compile(r"\s[^,.;:()–—\"”]{1,16}(?=[\s,.;:()–—\"”]|$)")  # the 1992 film of the story
_BEFORE_THING = re.compile(  # over the 3 May call; what is done at, in or during it is done on its date
    r"\b(?:about|after|against|ahead\sof|before|behind|by|concerning|despite|following|for|from|into|of|over|regarding|to|until"
    r"|with|without)\s(?P<own>(?:the|an?|his|her|its|their|this|that)\s)?$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s\b")
_NOUN = re.compile(r"(?:['’]s)?[ -]([a-z]{2,})")
_NO_NOUN = (
    grammar.PRONOUNS
    | grammar.PREPOSITIONS
    | grammar.CONJUNCTIONS
    | grammar.SUBORDINATORS
    | grammar.RELATIVES
    | grammar.HELPING
)
_LATER_CELL = 3  # where the second cell of a row stands, behind the heads of both and the first
_BESIDE = 2  # words beside a date that only leads in to what happened


def label_of(fact: Fact) -> str:
    """Tell what happened on a fact's date in at most sixty characters of its answer.

    Args:
        fact: A dated fact.

    Returns:
        The clause that the date stands in, with its subject where that stands apart; else the sentence from
        its beginning; what stands around the date, where it begins with who says so.
    """
    date = " ".join((fact.date_text or fact.answer).split())
    dated = _sentence(fact.answer, date)
    if thing := _thing(dated.line, date):
        return cut(f"{thing[0].upper()}{thing[1:]}", LONGEST)
    line = _with_subject(_ADVERB.sub("", _RESOLVED.sub(r"\1", dated.line), count=1), dated.before)
    if len(line) > LONGEST:
        line = innermost(line, date) or _around(line[main_clause(line, date) :], date)
    return cut(line if line[:1] == "…" else line[:1].upper() + line[1:], LONGEST)


def _thing(line: str, date: str) -> str | None:
    """Take what a date belongs to where it but tells which is meant: "ahead of | the 3 May vote"."""
    at = line.find(date)
    before = _BEFORE_THING.search(line, max(0, at - LONGEST), max(at, 0))
    if before is None:
        return None
    end, said = at + len(date), [""]
    while (behind := _NOUN.match(line, end)) and not _goes_on(behind[1]):
        end = behind.end()
        said.append(behind[1])
    noun, owned = said[-1], before["own"] or _OWNS.search(line, at, end)  # not "results for 2004 allow us"
    if not (noun and owned) or grammar.is_time(noun) or parts.is_adjective(noun) or noun.endswith("wards"):
        return None
    return f"{before['own'] or ''}{line[at:end]}"


def _goes_on(word: str) -> bool:
    """Tell whether a word behind a date, or behind a noun, is no part of the noun."""
    return word in _NO_NOUN or grammar.is_adverb(word) or grammar.is_past(word)


def _around(line: str, date: str) -> str:
    """Take what stands around the date of a long sentence that begins with who says it: "… the rebate won in 1984"."""
    at = line.find(date)
    if at < LONGEST or not only_says(line):
        return line
    behind = _BEHIND.match(line, at + len(date))
    end = behind.end() if behind else at + len(date)
    first = line.find(" ", end - LONGEST + len("… "))
    return f"… {line[first + 1 : end]}" if first < at else line


class _Dated(NamedTuple):
    """The sentence around a date."""

    before: str
    """The one that stands before it."""
    line: str


def _sentence(told: str, date: str) -> _Dated:
    """Take the sentence around a date; of "1954: a fair" and the like what is behind."""
    lines = [" ".join(prose(sentence).split()) for sentence in sentences(told)]
    clauses = [_CLAUSES.split(line) for line in lines]
    leads = [clause is not parts[-1] for parts in clauses for clause in parts]
    heads = [sign == ":" for line in lines for sign in (*(m[0][0] for m in _CLAUSES.finditer(line)), "")]
    rows = [clause.rstrip(".") for parts in clauses for clause in parts]
    at = next((i for i, row in enumerate(rows) if date in row), None)
    if at is None:
        return _Dated("", " ".join(told.split()).rstrip("."))
    beside = sum(any(map(str.isalnum, word)) for word in rows[at].replace(date, "", 1).split())
    if not beside and at >= _LATER_CELL and heads[0] and heads[at - 1]:  # Boat: Ada; Built: 1954
        timed = any(map(grammar.is_time, rows[at - 1].lower().split()))
        return _Dated("", rows[1] if timed else f"{rows[1]}: {rows[at - 1]}")
    if beside <= _BESIDE * leads[at] and at + 1 < len(rows):
        headed = at + 2 < len(rows) and at > 0 and heads[at - 1] and heads[at + 1]  # Year: 1954; Event: a fair
        told = rows[at + 1 + headed]
        return _Dated("", told if any(map(str.isalpha, told)) or not headed else f"{rows[at + 1]}: {told}")
    return _Dated(rows[at - 1] if at else "", rows[at])


def _with_subject(line: str, before: str) -> str:
    """Put the subject of the sentence before in the place of "it" or "they", with which a sentence begins.

    Not where that sentence has such a word itself: "A fire destroyed its roof. It is empty" may go on about the owner.
    """
    first, _, rest = line.partition(" ")
    before = _RESOLVED.sub(r"\1", before)
    if first.lower() not in SUBJECTS[:2] or not rest or not before or _GOES_ON.search(before):
        return line
    named = subject_before(before, len(before))
    if named is None:
        return line
    several = named.endswith("s") and not named.rpartition(" ")[2][0].isupper()
    return f"{named} … {rest}" if several == (first.lower() == "they") else line
