"""Who says what: quotations with their speaker, and claims with their attribution."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from talkscli.extract.cast import Mention
from talkscli.extract.context import Context, People, Quote, Subject
from talkscli.extract.doubts import acts_unnamed, comes_up, compete, opens_new
from talkscli.extract.reference import (
    PERFECT,
    acts,
    antecedent,
    centre,
    is_doubtful,
    is_somebody,
    spoken_on,
    subject_of,
)
from talkscli.extract.unnamed import ARTICLE, noun_phrase, somebody
from talkscli.language import grammar, offices, parts, subjects
from talkscli.language.closed import LANGUAGES
from talkscli.language.subjects import Saying

_ACCORDING = re.compile(
    rf"""
    \b[Aa]ccording\sto\s
    ((?:U\.S\. | \b{offices.ABBREVIATION}\. | \d[.,](?=\d) | [^,.;:()“”"]){{2,80}}?)   # According to the port, …
    (?= ,(?!\d) | \s[–—]\s | \.(?:\s|$) | ; | \sthat\s | \sin\s[12] | $)
    """,
    re.VERBOSE,
)
_NO_SOURCE = re.compile(r"(?:your|my|our|how|what|whether|which|when|where|if|plan)\b", re.IGNORECASE)  # to your taste
_OBJECT = re.compile(r"\s(\w+)\s(him|her)(?=\s(?:an?|the|as|that|to)\s|\s\s|[.,;:])")  # not "called her brother"
_COUNTED = re.compile(r"\sadded\s(?:an?\s|the\s)?[\d$€£]")  # added 300 jobs
_TITLE_CASE = re.compile(  # “The Long Way Home”
    r"""
    (?:[A-Z][\w’'-]* | of|the|and|a|in|to|for|on|&)
    (?:\s(?:[A-Z][\w’'-]* | of|the|and|a|in|to|for|on|&))*
    [.,]?
    """,
    re.VERBOSE,
)
_MEANING = re.compile(r"\b(?:mean(?:s|t|ing)?|translat(?:es?|ed|ing)\s(?:as|to|into))\s\Z")  # Phobos means “fear”
_CREDIT = re.compile(r"[\"”“»«]?\s[—–]\s[A-ZÄÖÜ]")  # “So it is.” – Kella Times “And so on.”
LEADING_OWNER = re.compile(r"(?:(?:But|And|Yet|So|However,|Then)\s)?(his|her)\s", re.IGNORECASE)
_NEAR = 24  # characters
_LONG = 6  # words that are somebody's, whoever says them
SPEAKS = ("person", "organisation", "country", "place")


class Reading(Struct, frozen=True, gc=False):
    """What a passage tells by its grammar."""

    subject: Subject
    quotes: tuple[Quote, ...]
    attribution: str | None
    carried: bool = False
    """Who speaks is told by the passage before."""
    owner: str | None = None
    """Whom "his" or "her" means with which the passage begins."""


def read(text: str, mentions: Sequence[Mention], context: Context, people: People, *, goes_on: bool = False) -> Reading:
    """Read a passage: whom it is about, what it quotes, whose claim it is.

    Args:
        text: One sentence, or several within one quotation.
        mentions: The entities named in it.
        context: What the sentences before have told; who speaks here is noted in it.
        people: The persons of the document.
        goes_on: Its last quotation has no end.
    """
    names = [(m.start, m.end, m) for m in mentions]
    owns = LEADING_OWNER.match(text)
    owner = antecedent(owns[1].lower(), context, people.sexes) if owns else None
    owner = None if owner == context.doubted else owner
    clause, spoken_words = subjects.read(text, names, context.language)
    said = [saying for saying in spoken_words if saying.quotation.closed or goes_on]
    outside = _without(text, said)
    named = [m for m in mentions if m.kind == "person" and outside[m.start] != " "]
    quoted = (m.id for m in mentions if m.kind == "person" and outside[m.start] == " ")
    context.quoted = frozenset(quoted if said else ())
    subject = subject_of(text, clause, named, context, people)
    quotes = _quotes(text, said, outside, named, context, people, subject) if said else ()
    accorded = None if context.language in LANGUAGES else _accorded(text)  # in those the subject tells
    claimed = accorded or _attribution(text, outside, subject, people, context.language)
    spoken = quotes[-1] if quotes else None
    if spoken is None and clause is not None and grammar.is_speech(clause.verb):
        spoken = Quote("", 0, 0, _one(subject.ids, people), somebody(text, subject, context.language))
    addressed = _addressed(outside, subject, context, people)
    context.speaker = spoken if spoken and (spoken.speaker or spoken.said_by) else None
    context.goes_on = goes_on
    if spoken:
        context.spoke.update(q.speaker for q in (*quotes, spoken) if q.speaker)
    if any(map(str.isalpha, outside)):
        went_on = None if subject.ids else spoken_on(outside, named, subject, context, people)
        going_on = centre(text, clause, subject, named, context, people)
        agents = set(subject.ids).difference(going_on)
        others = [m for m in reversed(named) if m.id not in agents]
        competing = not subject.ids and compete([m.id for m in others], people) and not acts(outside, others[-1])
        doubtful = bool(others) and (competing or is_doubtful(outside, others[-1], context, people))
        context.remember([m.id for m in others], people, doubtful=doubtful)
        if went_on:
            context.remember([went_on], people)
        context.named.update(m.id for m in named)
        if not (subject.ids or went_on) and (
            is_somebody(subject) or _is_unnamed(outside, named) or (not named and opens_new(outside, context.language))
        ):
            context.forget()
            context.unnamed = noun_phrase(text, subject) if is_somebody(subject) else context.unnamed
        elif subject.ids or named:
            context.unnamed = None
        context.actor = going_on[0] if going_on else context.actor
        context.topic = going_on[0] if len(going_on) == 1 and not text.endswith(":") else None
        context.remember(going_on[::-1], people, doubtful=compete(going_on, people))
        context.remember(addressed, people)
        if context.last and " who" in outside and comes_up(outside, people.sexes.get(context.last, "")):
            context.doubted = context.last
        if not subject.pronoun:
            bodies = [i for i in subject.ids if people.kinds.get(i) == "organisation"]
            context.body = bodies[0] if len(bodies) == 1 else None
    return Reading(subject, quotes, claimed, carried=bool(said) and not any(map(str.isalpha, outside)), owner=owner)


def _is_unnamed(outside: str, named: Sequence[Mention]) -> bool:
    """Tell whether somebody without a name acts in a sentence, and nobody with one does."""
    return acts_unnamed(outside) and not any(acts(outside, m) for m in named)


def _addressed(outside: str, subject: Subject, context: Context, people: People) -> list[str]:
    """Find whom somebody speaks of as "him" or "her": "Reed called him a giant. He …" goes on about him."""
    told = _OBJECT.match(outside, subject.end) if len(subject.ids) == 1 and grammar.is_speech(subject.verb) else None
    if told is None or told[1].lower() != subject.verb:
        return []
    who = antecedent(told[2], context, people.sexes)
    return [who] if who and who not in subject.ids else []


def _without(text: str, said: Sequence[Saying[Mention]]) -> str:
    for saying in said:
        q = saying.quotation
        text = text[: q.start] + " " * (q.end - q.start) + text[q.end :]
    return text


def _quotes(
    text: str,
    said: Sequence[Saying[Mention]],
    outside: str,
    named: Sequence[Mention],
    context: Context,
    people: People,
    main: Subject,
) -> tuple[Quote, ...]:
    """Choose of the words in quotation marks those that somebody says; a title is no quotation."""
    alone = not any(map(str.isalpha, outside))
    found: list[Quote] = []
    carried = context.speaker
    for saying in said:
        quotation = saying.quotation
        words = quotation.words
        if _MEANING.search(text[max(0, quotation.start - _NEAR) : quotation.start]):
            continue
        ends = words[-1]
        if context.language != "en" and text[quotation.end : quotation.end + 1] in (".", ","):
            ends = text[quotation.end]  # behind the mark, as elsewhere than in English
        whole = words[0].isupper() and ends in ".!?,…" and len(words.split()) >= 3
        speaker = said_by = place = None
        if saying.clause is not None:
            subject = subject_of(text, saying.clause, named, context, people)
            if subject.phrase.lower() == "it" and main.ids and main.start < subject.start:
                subject = replace(subject, ids=main.ids)  # "The port said it felt “no fear”"
            speaker, said_by = _one(subject.ids, people), somebody(text, subject, context.language)
            place = subject.end if speaker and subject.resolved else None
            if subject.pronoun and not (subject.ids or named) and subject.phrase.lower() in ("he", "she"):
                said_by = context.unnamed
        elif found and _CREDIT.match(text, found[-1].end):
            pass  # the one before was credited to somebody
        elif (alone or found) and carried:  # speaking on
            speaker, said_by = carried.speaker, carried.said_by
        elif not (alone and whole):
            if len(words.split()) < _LONG:
                continue  # a word that is not meant, a title
        elif sole := context.only(people):
            speaker = sole
        elif _speaks_on(context, ends):
            speaker = context.topic
        start = text.find(words, quotation.start)
        told = words.rstrip(",") if whole else words.rstrip(",.")
        quote = Quote(told, start, start + len(words), speaker, said_by, place)
        if speaker or said_by:
            carried = quote
        if not (_is_word(quote, saying) if len(words.split()) < 2 else whole or not _TITLE_CASE.fullmatch(words)):
            continue
        found.append(quote)
    return tuple(found)


def _speaks_on(context: Context, ends: str) -> bool:
    """Tell whether whom the sentence before is about says a quotation: not in "Berg left. “Why?” Holm asked"."""
    if context.topic in context.spoke and (context.ends or ends == "."):
        return True
    return context.language != "en" and not context.begins  # Berg zeigt sich enttäuscht. „Das ist zu wenig.“


def _is_word(quote: Quote, saying: Saying[Mention]) -> bool:
    """Tell whether one word alone is quoted: 'Berg called it "reckless"', and not a name or one somebody coined."""
    said = saying.clause is not None and (quote.speaker or quote.said_by)
    return bool(said) and len(quote.words) > 2 and quote.words.islower() and quote.words.replace("-", "").isalpha()


def _one(ids: Sequence[str], people: People) -> str | None:
    return ids[0] if len(ids) == 1 and people.kinds.get(ids[0]) in SPEAKS else None


def _hangs(verb: str, behind: str) -> bool:
    """Tell whether what looks like a verb of saying is no verb, but hangs on a preposition: "on specialised boats"."""
    before, found, _ = behind.lower().partition(f" {verb}")
    return bool(found) and before.rpartition(" ")[2] in grammar.PREPOSITIONS - grammar.SUBORDINATORS


def _takes(behind: str) -> bool:
    """Tell whether what is claimed is a thing, and not that something is so: "claimed the last prize"."""
    words = behind.lower().split()[1:]
    if not words or words[0] not in grammar.DETERMINERS or "  " in behind:
        return False  # a blank stands for a quotation
    if not grammar.AUXILIARIES.isdisjoint(words):
        return False
    described = grammar.DETERMINERS | {"other"}  # "the other prized scalp"
    done = (word for before, word in pairwise(words) if before not in described and not parts.is_adjective(before))
    return not any(map(grammar.is_finite, done))


def _accorded(text: str) -> str | None:
    """Read "according to X"."""
    told = _ACCORDING.search(text) if "ccording to" in text else None
    return ARTICLE.sub("", told[1].strip()) if told and not _NO_SOURCE.match(told[1]) else None


def _attribution(text: str, outside: str, subject: Subject, people: People, language: str) -> str | None:
    """Say whose claim a passage is: "X said that …"; None where the source says it itself."""
    verb = subject.verb
    if verb in ("has", "have", "had"):
        told = PERFECT.search(outside, subject.end)
        done = told.groups("") if told and "been" not in told.groups() else ()  # "has been noted" by others
        verb = next((v.lower() for v in done if grammar.is_participle(v) and grammar.is_claim(v)), "")
    if (
        not grammar.is_claim(verb)
        or _hangs(verb, outside[subject.end :])
        or (verb == "added" and _COUNTED.match(outside, subject.end))
        or (verb in ("claimed", "claims") and _takes(outside[subject.end :]))
    ):
        return None
    if len(subject.ids) == 1 and subject.ids[0] in people.names:
        return people.names[subject.ids[0]]
    return somebody(text, subject, language)
