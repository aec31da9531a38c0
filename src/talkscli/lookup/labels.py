"""The clause of a fact that tells what happened on its date, for facts whose event has no name."""

import re
from collections.abc import Iterator
from itertools import dropwhile, pairwise, takewhile

from talkscli.language import grammar, verbs
from talkscli.language.quotations import quotations
from talkscli.language.subjects import Clause, clause_of
from talkscli.lookup.excerpt import cut
from talkscli.store.model import Fact

LONGEST = 60  # characters: fits a screen of 80 below its mark
_SENTENCE = re.compile(r"(?<![.\s][a-zA-Z])(?<!\b(?:Mr|Dr|St|No))[.!?][”\"]?\s(?=[A-ZÀ-Ž“\"])|[;:]\s(?![“\"])|\n+")
_OPENS = re.compile(r",\s(?=(?:[A-ZÀ-Ž]|(?:the|an?|this|these|those|his|her|its|their|he|she|it|they|we|I|there)\s))")
_ADVERB = re.compile(
    r"^(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Tt]hen|[Yy]et)\s|(?:[A-Z]\w+ly|Meanwhile|However|Then|Yet|So|Yes|No),\s)"
)
_RESOLVED = re.compile(r"\b(?:he|she|it|they|his|her|its|their)\s\[([^\]]+)\]", re.IGNORECASE)
_DATE_ALONE = re.compile(r"[\s*_•–—-]*")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_ASIDE = re.compile(r"[,;—–(]\s?$")
_PAUSE = re.compile(r"\s?[,;—–(…]\s?")
_END = re.compile(r"\s?[,;—–]\s|\s\(|\)|\s(?=(?:and|but)\s)")
_LEADS = grammar.PREPOSITIONS | grammar.SUBORDINATORS
_UNREAL = frozenset("if unless until till whether lest though although as than".split())  # open no event of that date
_SUBJECTS = ("it", "they", "he", "she")
_OPENERS = grammar.RELATIVES | grammar.SUBORDINATORS | {"and", "but"}
_NOUN = 6  # words that a noun may have, with what it is told of it
_SHORT = 4  # words before a date, with which a sentence may begin
_SUBJECT = 36  # characters of a subject that is told before what is left out


def label_of(fact: Fact) -> str:
    """Tell what happened on a fact's date in at most sixty characters of its answer.

    Args:
        fact: A dated fact.

    Returns:
        The clause that the date stands in, with its subject where that stands apart; else the sentence around the
        date, from its beginning.
    """
    date = " ".join((fact.date_text or fact.answer).split())
    before, line = _sentence(fact.answer.strip(), fact.date_text or fact.answer)
    line = _ADVERB.sub("", _RESOLVED.sub(r"\1", line), count=1)
    line = _with_subject(line, before)
    if len(line) > LONGEST:
        at = line.find(date)
        told = _clause(line, at, date) if at >= 0 else None
        line = told or line[_lead_end(line, date) :]
    return cut(line[:1].upper() + line[1:], LONGEST)


def _sentence(told: str, date: str) -> tuple[str, str]:
    """Take what stands before the sentence around a date, and that sentence; of "1954: a fair" what is behind."""
    at = told.find(date)
    if at < 0:
        return "", " ".join(told.split()).rstrip(".")
    begin = max((match.end() for match in _SENTENCE.finditer(told) if match.end() <= at), default=0)
    end = _SENTENCE.search(told, at + len(date))
    if end and end.end() < len(told) and _DATE_ALONE.fullmatch(told[begin:at]) and end.start() - at <= len(date) + 2:
        begin, end = end.end(), _SENTENCE.search(told, end.end())
    return told[:begin], " ".join(told[begin : end.start() if end else None].split()).rstrip(".")


def _with_subject(line: str, before: str) -> str:
    """Put the subject of the sentence before in the place of "it" or "they", with which a sentence begins."""
    first, _, rest = line.partition(" ")
    if first.lower() not in _SUBJECTS[:2] or not rest or not before.strip():
        return line
    sentence = " ".join(_SENTENCE.split(before.strip())[-1].split())
    named = _subject(_RESOLVED.sub(r"\1", sentence), len(sentence))
    if named is None:
        return line
    several = named.endswith("s") and not named.rpartition(" ")[2][0].isupper()
    return f"{named} … {rest}" if several == (first.lower() == "they") else line


def _subject(line: str, before: int) -> str | None:
    """Take the subject of a sentence that stands before a place in it, if it is short and no pronoun."""
    clause: Clause[str] | None = clause_of(line, ())
    start, end = (clause.patient or (clause.start, clause.end)) if clause else (0, before)
    if end < before:
        phrase = line[start:end]
    else:
        phrase = _PAUSE.split(line[:before], maxsplit=1)[0]
        phrase = "" if _verbs(phrase) or _is_lead(phrase) else phrase
    none = not phrase or phrase.partition(" ")[0].lower() in grammar.PRONOUNS or phrase.lower() in grammar.DETERMINERS
    return phrase if not none and len(phrase) <= _SUBJECT else None


def _clause(line: str, at: int, date: str) -> str | None:
    """Take the innermost clause that a date stands in; None where that is not plain."""
    end, said = _end(line, at + len(date)), quotations(line)
    if any(quotation.start <= at < quotation.end for quotation in said):
        return None
    behind = max((quotation.end for quotation in said if quotation.end <= at), default=0)
    for start, word in _openers(line, behind, at):
        made = _made(line, start, word, at, date, end)
        if made:
            return None if _says(made) else made
    start = _lead_end(line, date)
    whole = line[start:end] if start <= at else ""
    return whole if end < len(line) and _verbs(whole) and not _says(whole) else None


def _openers(line: str, behind: int, at: int) -> Iterator[tuple[int, str]]:
    """Yield where clauses may begin before a date, the innermost first, and with which word."""
    for match in reversed(list(_WORD.finditer(line, behind, at))):
        word = match[0].lower()
        if word in _OPENERS or _ASIDE.search(line, 0, match.start()):
            yield match.start(), word


def _made(line: str, start: int, word: str, at: int, date: str, end: int) -> str | None:
    """Make a clause that begins there such that it can be read alone."""
    if word in _UNREAL:
        return None
    opened = word in _OPENERS
    begin = start + len(word) + 1 if opened else start
    if line[begin:at].strip(" ,").lower() in grammar.PREPOSITIONS | {"", "just"}:  # that in 2014 …
        begin = at + len(date)
    piece = line[begin:end].lstrip(" ,")
    if word in grammar.RELATIVES and _verb(piece):
        after = _second_verb(line, begin, at)
        return _apart(line, after, end) if after else _with_antecedent(line, start, end)
    if not _listed(line, start, word) and _own_subject(piece, any_noun=word in grammar.SUBORDINATORS):
        return piece  # not "she and her mother"
    first = piece.partition(" ")[0]
    if word in ("and", "but") and first in _SUBJECTS:
        return _apart(line, line.index(first, begin) + len(first) + 1, end)
    if not start or not _predicate(piece, bare=not opened):
        return None
    if not opened and not _verbs(line[:start]):
        return line[:end]  # The ferry, built in 1987
    return _apart(line, begin, end)


def _listed(line: str, start: int, word: str) -> bool:
    """Tell whether "and" joins two of a list, as no verb stands before it: "as she and her mother were walking"."""
    if word not in ("and", "but") or _ASIDE.search(line, 0, start):
        return False
    before = [match[0].lower() for match in _WORD.finditer(_PAUSE.split(line[:start])[-1])]
    return not any(map(grammar.is_finite, takewhile(lambda word: word not in _OPENERS, reversed(before))))


def _predicate(piece: str, *, bare: bool) -> bool:
    """Tell whether a piece is a verb with what it needs: "built in 1987", not "related matters"."""
    first, _, rest = piece.partition(" ")
    following = rest.partition(" ")[0]
    needs = following.lower() in grammar.PREPOSITIONS | grammar.DETERMINERS | {"to", "it", "them", "more", "less"} or (
        grammar.is_participle(following) or following[:1].isupper() or following[:1].isdigit()
    )
    past = grammar.is_past(first) and not first.endswith("ed") and first not in verbs.participles()
    if past or first in grammar.AUXILIARIES or (grammar.is_adverb(first) and _verb(piece)):
        return True
    return (
        needs
        and first.islower()
        and (grammar.is_finite(first) or first.endswith("ing") or (bare and grammar.is_participle(first)))
    )


def _apart(line: str, begin: int, end: int) -> str:
    """Put the subject of a sentence before a verb that stands apart from it."""
    lead = _lead_end(line, "")
    named = _subject(line[lead:], begin - lead)
    return f"{named} … {line[begin:end]}" if named else f"… {line[begin:end]}"


def _own_subject(piece: str, *, any_noun: bool = False) -> bool:
    """Tell whether a piece of a sentence begins with a subject that needs no other, and has its verb."""
    clause: Clause[str] | None = clause_of(piece, ())
    first = piece.partition(" ")[0]
    known = any_noun or first[:1].isupper() or first.lower() in grammar.ARTICLES
    start = (clause.patient or (clause.start,))[0] if clause else -1
    return not start and known and first.lower() not in grammar.PRONOUNS


def _with_antecedent(line: str, start: int, end: int) -> str | None:
    """Begin with the noun that "who" stands for: back to its determiner, or as far as names go."""
    words = list(_WORD.finditer(line, 0, start))[-_NOUN:]
    begin = None
    for match in reversed(words):
        word = match[0]
        if word.lower() in grammar.DETERMINERS:
            return line[match.start() : end]
        if word.lower() in grammar.PREPOSITIONS | _OPENERS or _verb(word):
            break
        begin = match.start()
        if _ASIDE.search(line, 0, begin):
            break
    return line[begin:end] if begin is not None and line[begin].isupper() else None


def _second_verb(line: str, begin: int, at: int) -> int | None:
    """Find the verb of the main clause behind a relative one: "two hostages who had been held were released"."""
    words = list(_WORD.finditer(line, begin, at))
    for before, match in pairwise(words[1:]):
        near, word = before[0].lower(), match[0]
        parted = near in _OPENERS | grammar.AUXILIARIES | grammar.BE | grammar.DETERMINERS | {"to"}
        if word.lower() in grammar.AUXILIARIES and word.islower() and not parted and not grammar.is_adverb(near):
            return match.start()
    return None


def _verb(piece: str) -> bool:
    """Tell whether a piece begins with a finite verb, or an adverb and one."""
    words = dropwhile(grammar.is_adverb, piece.lower().split()[:3])
    return grammar.is_finite(next(words, "").strip(","))


def _says(piece: str) -> bool:
    """Tell whether a clause tells only that something was said: what was is in another."""
    first = next((match[0].lower() for match in _WORD.finditer(piece) if grammar.is_finite(match[0].lower())), "")
    return grammar.is_claim(first)


def _verbs(piece: str) -> bool:
    return any(grammar.is_finite(match[0].lower()) for match in _WORD.finditer(piece))


def _end(line: str, behind: int) -> int:
    """Find where the clause of a date ends: at a comma, or where "and" joins another."""
    for match in _END.finditer(line[behind:]):
        at = behind + match.start()
        rest = line[behind + match.end() :]
        joined = rest.partition(" ")[2] if rest.startswith(("and ", "but ")) else None
        if joined is None or _verb(joined) or _own_subject(joined) or joined.partition(" ")[0] in grammar.PRONOUNS:
            return at
    return len(line)


def _lead_end(line: str, date: str) -> int:
    """Find where the main clause begins: behind "In 1912, when he was ten,", or 0."""
    if not (_is_lead(line) or line.partition(" ")[0].endswith("ing")):
        return 0
    lead, comma, rest = line.partition(f"{date}, ")
    if date and comma and len(lead.split()) <= _SHORT and not _is_lead(rest):
        return len(line) - len(rest)
    starts = (match.end() for match in _OPENS.finditer(line))
    start = next((start for start in starts if not _is_lead(line[start:])), 0)
    first, *words = line[:start].lower().split() or [""]
    if first in grammar.SUBORDINATORS or not _verbs(" ".join(takewhile(lambda word: word not in _OPENERS, words))):
        return start
    return 0  # "About a dozen were gathered"


def _is_lead(text: str) -> bool:
    return text.partition(" ")[0].lower() in _LEADS
