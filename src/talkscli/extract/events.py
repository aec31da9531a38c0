"""What happened on a date, in a few words of the sentence that tells it."""

import re

from talkscli.extract.drafts import Draft
from talkscli.language import grammar, relative_dates
from talkscli.language.clauses import Clauses
from talkscli.language.prose_dates import When
from talkscli.language.tokens import QUOTE, tokenise

MAX_EVENT = 50  # characters
_PREPOSITION = re.compile(
    r"(?:,\s|\s|^)(?:(?:on|in|by|since|from|until|during|around|before|after|at)\s)?(?:the\s)?$", re.IGNORECASE
)
_PART_OF_DAY = re.compile(r"^\s(?:morning|afternoon|evening|night)\b")
_WHEN = frozenset("on in since from until during around by".split())
_OF_NAME = re.compile(r"[A-ZÀ-Ž]\w+\sof\s$")
_OWN = re.compile(r"\b(?:the|this|its|an?)\s$", re.IGNORECASE)
_NAME = re.compile(r"\s[A-ZÀ-Ž]\w")
_OTHER_CLAUSE = grammar.RELATIVES | grammar.SUBORDINATORS | {"to", "for", "and"}
_OBJECTS = frozenset(
    "made makes make kept keeps found rendered considered named called spent".split()
)  # made it a city
_NO_END = (
    grammar.PREPOSITIONS | grammar.ARTICLES | grammar.CONJUNCTIONS | grammar.AUXILIARIES | grammar.BE | {"to", "that"}
)
_KEEP_ON = frozenset("of to that by not up out off down over like as than".split())  # light up, look like
_ABBREVIATION = re.compile(r"\b[a-zA-Z]\.[a-zA-Z]$")  # 5 p.m
_POINTING = frozenset("this that these those such it they there".split())


def told_dates(text: str, published: str | None) -> tuple[When, ...]:
    """Find the dates on which something happened that a sentence tells.

    Args:
        text: A sentence.
        published: The EDTF date of publication.

    Returns:
        The dates in order, without the years that are part of a name: "the Ferry Act of 1921", "the 2031 Vintra"
        before 2031.
    """
    found = relative_dates.find(text, published)
    return tuple(when for when in found if len(when.edtf) != 4 or not _in_name(text, when, published))


def _in_name(text: str, year: When, published: str | None) -> bool:
    before = text[max(0, year.start - 40) : year.start]
    if _OF_NAME.search(before):
        return True
    ahead = published is not None and year.edtf > published[:4]
    return ahead and _OWN.search(before) is not None and _NAME.match(text, year.end) is not None


def event_of(draft: Draft, date: When, names: dict[str, str]) -> str | None:
    """Say in at most 50 characters what happened.

    Args:
        draft: What a fact is made of.
        date: The date in it.
        names: The entities' names by their ids.

    Returns:
        Words of the sentence, cut at the boundary of a clause; None where they would mislead.
    """
    text, subject = draft.source, draft.subject_phrase
    if not subject.verb or draft.attribution or draft.quotes or "\n" in text or " " + date.text not in f" {text}":
        return None
    start = text.find(subject.before)
    behind = start + len(subject.before)
    belongs = _leads(text, date) if date.start < start else _belongs(text, behind, date, subject.verb)
    if start < 0 or not belongs or subject.before.partition(" ")[0].lower() in _POINTING:
        return None
    named = names.get(draft.subject[0]) if subject.resolved and draft.subject else subject.before
    if named is None or (subject.pronoun and not draft.subject):
        return None
    rest = _without_date(text[behind:], date.text)
    for cut in sorted(_cuts(rest, subject.verb), reverse=True):
        event = f"{named}{rest[:cut]}".strip(" ,;:.–—-")
        event = f"{event}." if _ABBREVIATION.search(event) else event
        event = re.sub(r"^(?:The|A|An)\s", "", event)
        event = event[:1].upper() + event[1:]
        if len(event) <= MAX_EVENT:
            return event if len(event.split()) >= 3 else None
    return None


def _leads(text: str, date: When) -> bool:
    """Tell whether a date stands at the head of a sentence: "In 2014, …", "On the evening of 3 May …"."""
    before = text[: date.start].lower().split()
    return len(before) <= 4 and not any(
        word.strip(",") in _OTHER_CLAUSE - {"since", "after", "before"} for word in before
    )


def _belongs(text: str, behind: int, date: When, verb: str) -> bool:
    """Tell whether a date behind the subject says when its verb was done, and not when something else was."""
    before = text[behind : date.start]
    tokens = tokenise(before, ())
    first = next((i for i, token in enumerate(tokens) if token.word == verb), None)
    if first is None or any(sign in before for sign in ";:—–"):
        return False
    while first + 1 < len(tokens) and (
        tokens[first].word in grammar.AUXILIARIES | grammar.BE or grammar.is_adverb(tokens[first].word)
    ):
        first += 1
    between = tokens[first + 1 :]
    if any(token.word in _OTHER_CLAUSE or grammar.is_finite(token.word) for token in between):
        return False
    near = before.split()[-1].lower() if before.split() else ""
    beside = date.text[0].isupper() and near not in grammar.ARTICLES | grammar.PREPOSITIONS  # resigned Tuesday
    return near.strip(",") in _WHEN or beside


def _without_date(text: str, date: str) -> str:
    at = text.find(date)
    if at < 0:
        return text
    before = text[:at]
    lead = _PREPOSITION.search(before)
    behind = _PART_OF_DAY.sub("", text[at + len(date) :], count=1)
    return (before[: lead.start()] if lead else before) + behind


def _cuts(text: str, verb: str) -> list[int]:
    """Find where a clause may be cut: before what is added to it, never between a verb and what it needs."""
    tokens = tokenise(text, ())
    verbs = [i for i, token in enumerate(tokens) if token.word == verb]
    if verbs and any(token.word in _OBJECTS for token in tokens[verbs[0] : verbs[0] + 4]):
        return [len(text)]
    if not verbs or any(token.word[0] == QUOTE for token in tokens):
        return []
    first = verbs[0]
    clauses = Clauses(tokens)
    while first + 1 < len(tokens) and (
        tokens[first + 1].word in grammar.BE | grammar.AUXILIARIES or clauses.is_adverb(first + 1)
    ):
        first += 1

    least = first + 2
    found = [len(text)]
    for i in range(least, len(tokens)):
        token = tokens[i]
        if tokens[i - 1].word in _NO_END or tokens[i - 1].word.endswith("ing"):
            continue
        if token.gap[:1] in (",", ";", "—", "–", "(") and token.gap:
            found.append(tokens[i - 1].end)
            if token.gap[:1] == ";":
                break
        elif token.word in grammar.RELATIVES | grammar.SUBORDINATORS or (
            token.word in grammar.PREPOSITIONS and token.word not in _KEEP_ON
        ):
            found.append(tokens[i - 1].end)
    return found
