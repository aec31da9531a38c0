"""One question to a store."""

from collections.abc import Collection
from datetime import date

from msgspec.structs import replace

from talkscli.language import grammar
from talkscli.language.calendar import Span
from talkscli.language.tongues import english_name
from talkscli.language.words import STOP, stems, words
from talkscli.lookup.answers.itself import of_itself
from talkscli.lookup.answers.somebody import of_somebody
from talkscli.lookup.answers.whole import of_whole
from talkscli.lookup.central import stands
from talkscli.lookup.nearby import Nearby
from talkscli.lookup.results import Answer, Refs
from talkscli.lookup.wording.asked import asked, halves
from talkscli.lookup.wording.story import asked_time, asks_for_address, asks_to_reach
from talkscli.lookup.wording.topic import topic
from talkscli.search.engine import Engine
from talkscli.search.hits import Found, Hit
from talkscli.search.weights import THRESHOLD
from talkscli.store.model import Fact, Store

DATED = 0.95
"""Confidence of what happened in a time that is asked for: by the dates of the facts, not by words."""
ELSEWHEN = 0.3
"""The most confidence of facts of another time."""
ALIKE = 60  # characters: facts that begin with the same are told by the same line


def ask(source: Store | Engine, question: str, top: int = 5, *, explain: bool = False) -> Answer:
    """Answer a question, or decline it; nothing is raised, whatever the question holds.

    Args:
        source: A store, which is indexed for this question, or what `talkscli.open` gives, which is indexed once for
            many questions.
        question: In anyone's words.
        top: The number of facts in the reply, the answer included.
        explain: Whether to tell of each word what covers it.

    Returns:
        The reply.
    """
    searching = Engine.of(source) if isinstance(source, Store) else source
    text = asked(question).text
    found = searching.search(text, top, explain=explain)
    if not (found.answered and found.hits[0].fact.question) and (about := topic(text)):
        found, text = searching.search(about, top, explain=explain), about
    if time := asked_time(text):
        found = _at(time, searching, top, text, found)
    found = of_itself(found, searching, text, top, explain=explain)
    found = of_somebody(found, searching, text, top)
    found = of_whole(found, searching, text, top)
    if asks_to_reach(text):
        from talkscli.lookup.answers.shaped import reached

        found = reached(found, searching, top)
    if asks_for_address(text):
        from talkscli.lookup.answers.shaped import located

        found = located(found, searching, top)
    if not found.answered:
        from talkscli.lookup.answers.hours import opened  # most questions have an answer
        from talkscli.lookup.answers.shaped import shaped

        found = shaped(found, searching, text, top)
        found = found if found.answered else opened(found, searching, text, top)
    if not found.answered:
        from talkscli.lookup.answers.elsewhere import elsewhere

        found = elsewhere(found, searching, text, max(top, 1))
    if not found.answered and (part := _answered_half(searching, question, top, explain)):
        return part
    facts = [hit.fact for hit in found.hits]
    cited = [f.citation.source for f in facts if f.citation and f.citation.source]
    entities = searching.entities(list({i for f in facts for i in (*f.about, *f.subject, f.speaker) if i}))
    if not found.answered:  # a refusal names whom the question names
        named = searching.named(" ".join([question, *found.read_as.values()]))
        entities = {entity.id: entity for entity in named} | entities
        cited += [searching.index.only_source or ""]
    refs = Refs(
        searching.sources(cited),
        entities,
        searching.index.source_count,
    )
    return Answer(
        question,
        found.answered,
        found.hits[0].confidence if found.hits else 0.0,
        found.read_as,
        found.missing,
        found.hits[0].fact if found.answered else None,
        found.hits[1:] if found.answered else found.hits,
        refs,
        found.matches,
        found.elsewhere,
        english_name(searching.index.tongue.code) if found.abroad else None,
    )


def _answered_half(searching: Engine, question: str, top: int, explain: bool) -> Answer | None:
    """Answer the first of two questions in one line that has an answer; of the second only if it can stand alone."""
    first, second = halves(question) or ("", "")
    alone = grammar.PRONOUNS.isdisjoint(words(second))
    replies = (ask(searching, part, top, explain=explain) for part in (first, second if alone else "") if part)
    return next((replace(reply, question=question) for reply in replies if reply.answered), None)


def _at(time: Span, searching: Engine, top: int, question: str, found: Found) -> Found:
    """Answer with what happened in a time, by the dates of facts; a store that dates nothing is searched by words."""
    if dated := searching.dated(time, max(top, 1)):
        return replace(found, answered=True, missing=(), hits=tuple([Hit(fact, DATED) for fact in dated]))
    if not searching.dated(Span(date.min, date.max), 1):
        return found
    hits = tuple([replace(hit, confidence=min(hit.confidence, ELSEWHEN)) for hit in found.hits])
    years = tuple([word.strip("?.,") for word in question.split() if any(map(str.isdigit, word))])
    return replace(found, answered=False, missing=found.missing or years, hits=hits)


def answered_part(engine: Engine, reply: Answer) -> str | None:
    """Tell which of two questions in one line an answer answers.

    Args:
        engine: What gave the reply.
        reply: A reply.

    Returns:
        That part; None where there is one question, or the answer is that to both parts, or to neither.
    """
    parts = halves(reply.question) if reply.answer else None
    if not parts or not reply.answer:
        return None
    own = [part for part in parts if (fact := ask(engine, part, 1).answer) and fact.id == reply.answer.id]
    return own[0] if len(own) == 1 else None


def without(reply: Answer, told: Collection[str]) -> Answer:
    """Leave facts out of a reply that were shown before.

    Args:
        reply: A reply.
        told: The ids of what is known already.

    Returns:
        The reply with the next fact that is sure enough to be the answer, or without an answer.
    """
    related = tuple(hit for hit in reply.related if hit.fact.id not in told)
    if reply.answer is None or reply.answer.id not in told:
        return replace(reply, related=related)
    if related and related[0].confidence >= THRESHOLD:
        return replace(reply, answer=related[0].fact, confidence=related[0].confidence, related=related[1:])
    confidence = related[0].confidence if related else 0.0
    return replace(reply, answered=False, answer=None, confidence=confidence, related=related)


def offers(reply: Answer) -> tuple[Fact, ...]:
    """List what can be asked next: the related facts, each told once, and none as the answer is.

    Beside an answer there are none that hang on their neighbours; where there is none, the closest may be such. To a
    question in another language nothing is close, nor what shares nothing with "what did X say" but the verb, nor what
    has to do with neither question nor answer.

    Args:
        reply: A reply.

    Returns:
        The facts, best first.
    """
    fitting = [hit for hit in reply.related if not reply.answer or hit.fact.question or stands(hit.fact)]
    near = Nearby(reply)
    fitting = [hit for hit in fitting if hit.fact.id not in reply.told and not reply.abroad and near.belongs(hit)]
    if not reply.answer:
        fitting = _beside_saying(reply, fitting)
    told = {_told(hit.fact): hit.fact for hit in reversed(fitting)}
    if reply.answer:
        told.pop(_told(reply.answer), None)
    chosen = {id(fact) for fact in told.values()}
    facts = [hit.fact for hit in reply.related if id(hit.fact) in chosen]
    if answer := reply.answer:
        facts.sort(key=lambda fact: _ties(fact, answer), reverse=True)
    return tuple(facts)


def _ties(fact: Fact, answer: Fact) -> int:
    """How much a fact has to do with an answer: whose acts they tell, where they stand, what they are about."""
    section, place = (each.citation.section if each.citation else None for each in (fact, answer))
    acts = {*answer.subject, answer.speaker} - {None}
    alike = [
        not acts.isdisjoint({*fact.subject, fact.speaker}),
        not set(answer.topics).isdisjoint(fact.topics),
        section is not None and section == place,
        not set(answer.about).isdisjoint(fact.about),
    ]
    return 2 * sum(alike[:2]) + sum(alike[2:])


def _beside_saying(reply: Answer, hits: list[Hit]) -> list[Hit]:
    """Leave out what shares with "what did X say about Y" but the verb, unless Y may be told in other words."""
    asked_for = [word for word in words(reply.question) if word not in STOP]
    rest = {stem for word, stem in zip(asked_for, stems(asked_for), strict=True) if not grammar.tells(word)}
    if not rest or len(rest) == len(set(asked_for)):
        return hits
    spoken = set(words(reply.question))
    named = {each.id for each in reply.refs.entities.values() if any(spoken.issuperset(words(n)) for n in each.names)}
    saying = set(stems(asked_for)) - rest
    found = [
        hit
        for hit in hits
        if (hit.fact.citation and not saying.isdisjoint(stems(words(hit.fact.citation.section or ""))))
        or not named.isdisjoint(hit.fact.about)
        or not rest.isdisjoint(stems(words(f"{hit.fact.question or ''} {hit.fact.answer}")))
    ]
    return found if found or rest <= set(stems(words(" ".join(reply.missing)))) else hits


def _told(fact: Fact) -> str:
    return (fact.question or fact.answer)[:ALIKE]
