"""What happened on a date, in a few words of the sentence that tells it."""

import re
from collections.abc import Sequence

from talkscli.extract.drafts import Draft
from talkscli.language import grammar, offices
from talkscli.language.clauses import Clauses
from talkscli.language.closed import LANGUAGES
from talkscli.language.prose_dates import When
from talkscli.language.quotations import quotations
from talkscli.language.sentences import sentences
from talkscli.language.subjects import Clause, clause_of
from talkscli.language.tokens import QUOTE, Token, tokenise
from talkscli.store.model import LONGEST_EVENT

_PREPOSITION = re.compile(
    r"(?:,\s|\s|^)(?:(?:early|late|again)\s)?(?:(?:on|in|by|since|from|until|during|around|before|after|at)\s)?(?:the\s)?(?:(?:early|earlier|late|later)\s)?$",
    re.IGNORECASE,
)
_AND_AGAIN = re.compile(
    r",?\s(?:and|or)\s(?:(?:again|once more|then|later)\s)?(?:(?:on|in|by|since|from|during|at)\s)?(?:the\s)?\d",
    re.IGNORECASE,
)  # another date of the same
_BEHIND_DATE = re.compile(r"^\s(?:morning|afternoon|evening|night)\b|^,\sa\s[A-Z][a-z]+day\b")
_COUNTED = re.compile(r",\s(?:an?|[\w-]+)\s(?:hour|day|week|month|year)s?\b")  # …, a day before Berg left
_OF_DAY = re.compile(r"(?:morning|afternoon|evening|night)['’]s\s")
_UNTIL = re.compile(r"\b(?:until|till)\s(?:the\s)?(?:early\s|late\s)?$")
_WHEN = frozenset("on in since from until during around by".split())
_OTHER_CLAUSE = grammar.RELATIVES | (grammar.SUBORDINATORS - {"as"}) | {"to", "for", "and", "but"}
_ANOTHER = _OTHER_CLAUSE - {"since", "after", "before"}
_OPENING = grammar.RELATIVES | grammar.SUBORDINATORS
_OPENER = re.compile(r"\b(?:[Ww]hen|[Ww]hile|[Aa]fter|[Bb]efore|[Aa]s|because|[Aa]lthough|where|and|but|since)\s(?=\S)")
_INNERMOST = 3
_OWNED = frozenset("his her its their he she it they".split())
_BESIDE = frozenset("last this next yesterday earlier".split())
_TIMES = frozenset("morning evening spring".split())
_OBJECTS = frozenset(
    "made makes make kept keeps found rendered considered named called spent".split()
)  # made it a city
_NO_END = (
    grammar.PREPOSITIONS
    | grammar.ARTICLES
    | grammar.CONJUNCTIONS
    | grammar.AUXILIARIES
    | grammar.BE
    | grammar.RELATIVES
    | {"to"}
)
_KEEP_ON = frozenset("of to that by not up out off down over like as than".split())  # light up, look like
_ABBREVIATION = re.compile(r"\b[a-zA-Z]\.[a-zA-Z]$")  # 5 p.m
_POINTING = frozenset("this that these those such it they there".split())


def event_of(draft: Draft, date: When, names: dict[str, str], language: str = "en") -> str | None:
    """Say in at most 50 characters what happened.

    Args:
        draft: What a fact is made of.
        date: The date in it.
        names: The entities' names by their ids.
        language: The one that it is in; in one of LANGUAGES no clause is known.

    Returns:
        Words of the clause that has the date, cut where something is added to it; None where they would mislead.
    """
    if draft.cells and date.text in draft.cells:
        worded = (cell for cell in draft.cells if cell != date.text and any(map(str.isalpha, cell)))
        named = next(worded, "")  # the year of a film
        return named if 0 < len(named) <= LONGEST_EVENT and "\n" not in named else None
    if draft.attribution or "\n" in draft.source or language in LANGUAGES:
        return None
    text = next((each for each in sentences(draft.source) if f" {date.text}" in f" {each}"), "")
    at = f" {text}".find(f" {date.text}")
    if at < 0 or _UNTIL.search(text, 0, at) or any(q.start <= at < q.end for q in quotations(text)):
        return None
    first = draft.source.startswith(text)
    event = _of_main(text, at, date, draft, names) if first else None
    openers = [] if first else [0]
    openers += [m.end() for m in _OPENER.finditer(text, 0, at)]
    for begin in openers[: -_INNERMOST - 1 : -1]:  # the innermost clauses before the date
        if event is not None:
            break
        event = _of_clause(text[begin:], at - begin, date)
    return event


def _of_main(text: str, at: int, date: When, draft: Draft, names: dict[str, str]) -> str | None:
    """Tell of the main clause of a sentence, whose subject is known."""
    subject = draft.subject_phrase
    start = text.find(subject.before) if subject.verb else -1
    opens = subject.before.partition(" ")[0].lower()
    if start < 0 or not opens or opens in _POINTING or (subject.pronoun and not draft.subject):
        return None
    if opens in _OWNED and not subject.resolved:
        return None  # "his first match"
    behind = start + len(subject.before)
    named: str | None = subject.before
    if draft.subject and subject.resolved:
        named = names.get(draft.subject[0])
    elif len(draft.subject) == 1 and text.startswith(f", {names.get(draft.subject[0])},", behind):
        named = names[draft.subject[0]]  # the mayor, Anna Berg,
    owned = _OF_DAY.match(named or "") if text[:start].endswith(f"{date.text} ") else None
    named = named[owned.end() :] if owned and named else named  # Tuesday night's debate
    belongs = _leads(text[:at]) if at < start else _belongs(text, behind, at, date, subject.verb)
    return _told(named, text[behind:], date, subject.verb) if named and belongs else None


def _of_clause(text: str, at: int, date: When) -> str | None:
    """Tell of a clause that begins a text: "when Norland left the union in 2014"."""
    clause: Clause[str] | None = clause_of(text, ())
    phrase = text[clause.start : clause.end] if clause else ""
    known = phrase and (phrase[0].isupper() or phrase.partition(" ")[0] in grammar.DETERMINERS)
    if clause is None or clause.start or clause.patient or not known or phrase.partition(" ")[0].lower() in _POINTING:
        return None
    if phrase.lower() in grammar.PRONOUNS or phrase.partition(" ")[0].lower() in _OWNED:
        return None
    return (
        _told(phrase, text[clause.end :], date, clause.verb)
        if _belongs(text, clause.end, at, date, clause.verb)
        else None
    )


def _told(named: str, rest: str, date: When, verb: str) -> str | None:
    """Put subject and verb together, with as much of what follows as there is room for."""
    if offices.is_person(verb.removesuffix("s")) or not any(map(str.isalpha, named)):
        return None  # "Norland militants": no verb
    rest = _without_date(rest, date.text)
    if rest[:1] in (",", "(") or rest[:2] in (" —", " –"):  # what is told of the subject by the way
        token = next((token for token in tokenise(rest, ()) if token.word == verb), None)
        rest = f" {rest[token.start :]}" if token else rest
    for cut in sorted(_cuts(rest, verb), reverse=True):
        event = f"{named}{rest[:cut]}".strip(" ,;:.–—-")
        event = f"{event}." if _ABBREVIATION.search(event) else event
        event = re.sub(r"^(?:The|the|A|a|An|an)\s", "", event)
        event = event[:1].upper() + event[1:]
        if len(event) <= LONGEST_EVENT:
            return event if len(event.split()) >= 3 else None
    return None


def _leads(before: str) -> bool:
    """Tell whether a date stands at the head of a sentence: "In 2014, …", "On the evening of 3 May …"."""
    words = [word.strip(",") for word in before.lower().split()]
    most = 9 if words[-1:] and words[-1] in ("on", "in") and words[0] in ("in", "at", "during", "on") else 4
    return len(words) <= most and not any(
        word in _ANOTHER or grammar.is_finite(word) or grammar.is_participle(word)
        or (word.endswith("ing") and word not in _TIMES)
        for word in words
    )  # fmt: skip


def _belongs(text: str, behind: int, at: int, date: When, verb: str) -> bool:
    """Tell whether a date behind the subject says when its verb was done, and not when something else was."""
    before = text[behind:at]
    tokens = tokenise(before, ())
    first = next((i for i, token in enumerate(tokens) if token.word == verb), None)
    if first is None or any(sign in before for sign in ";:—–"):
        return False
    while first + 1 < len(tokens) and (tokens[first].word in grammar.HELPING or grammar.is_adverb(tokens[first].word)):
        first += 1
    if first and verb in grammar.HELPING and not tokens[first].word.isalpha():
        return False
    near = before.split()[-1].lower().strip(",") if before.split() else ""
    between = tokens[first + 1 : len(tokens) - (near in _WHEN)]
    if any(_opens_other(between, i) for i in range(len(between))):
        return False
    beside = date.text[0].isupper() or date.text.partition(" ")[0] in _BESIDE or date.text.endswith("ago")
    return near in _WHEN or (
        beside and near not in grammar.ARTICLES and near not in grammar.PREPOSITIONS
    )  # resigned Tuesday


def _opens_other(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word begins another clause, or a phrase of which a date may be told."""
    word, following = tokens[i].word, tokens[i + 1] if i + 1 < len(tokens) else None
    if word == "to":
        return following is not None and not following.upper and following.word not in grammar.DETERMINERS
    if word in _OTHER_CLAUSE or (word.endswith("ing") and i > 0 and tokens[i - 1].word in grammar.PREPOSITIONS):
        return True
    if not grammar.is_finite(word):
        return False
    before = tokens[i - 1] if i else None
    modifies = before is not None and (before.word in grammar.DETERMINERS or before.owns or before.word == "most")
    return not (modifies and following is not None and not following.gap and following.word not in _NO_END)


def _without_date(text: str, date: str) -> str:
    at = text.find(date)
    if at < 0:
        return text
    before = text[:at]
    if _AND_AGAIN.match(text, at + len(date)):
        return _PREPOSITION.sub("", before)  # flooded in 1953 and again in 1972
    lead = _PREPOSITION.search(before)
    behind = _BEHIND_DATE.sub("", text[at + len(date) :], count=1)
    behind = "" if _COUNTED.match(behind) else behind
    return (before[: lead.start()] if lead else before) + behind


def _cuts(text: str, verb: str) -> list[int]:
    """Find where a clause may be cut: before what is added to it, never between a verb and what it needs."""
    tokens = tokenise(text, ())
    quoted = next((i for i, token in enumerate(tokens) if token.word[0] == QUOTE), len(tokens))
    verbs = [i for i, token in enumerate(tokens[:quoted]) if token.word == verb]
    if not verbs:
        return []
    if any(token.word in _OBJECTS for token in tokens[verbs[0] : verbs[0] + 4]):
        return [len(text)] if quoted == len(tokens) else []
    first = verbs[0]
    clauses = Clauses(tokens)
    while first + 1 < len(tokens) and (tokens[first + 1].word in grammar.HELPING or clauses.is_adverb(first + 1)):
        first += 1
    passive = tokens[first].word in grammar.BE and first + 1 < quoted and grammar.is_participle(tokens[first + 1].word)
    found = [len(text)] if quoted == len(tokens) else []
    for i in range(first + 2, quoted):
        token, before = tokens[i], tokens[i - 1].word
        if (
            before in _NO_END
            or before.endswith("ing")
            or (grammar.is_finite(before) and not (passive and i == first + 2))
        ):
            continue
        if token.gap[:1] in (",", ";", "—", "–", "(") and token.gap:
            found.append(tokens[i - 1].end)
            if token.gap[:1] == ";":
                break
        elif token.word in _OPENING or (
            token.word in grammar.PREPOSITIONS
            and (token.word not in _KEEP_ON or (token.word == "by" and passive and i == first + 2))
        ):
            found.append(tokens[i - 1].end)
        elif i + 1 < quoted and (
            (token.word in ("and", "but") and grammar.is_finite(tokens[i + 1].word))
            or (token.word == "to" and i > first + 2 and not tokens[i + 1].upper and tokens[i + 1].word not in _NO_END)
        ):
            found.append(tokens[i - 1].end)  # "and rose to captain", "to help the town"
    return found
