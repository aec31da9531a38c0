"""The story of a store in a few facts: what it is about, what happened when, who is who, what to ask."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from msgspec import Struct

from talkscli.lookup.central import Weights, stands
from talkscli.lookup.events import Event, events
from talkscli.lookup.listings import timeline
from talkscli.lookup.results import Refs
from talkscli.lookup.wording.story import asks_for_all
from talkscli.store.model import Entity, Fact, Source, Store

ABOUT, EVENTS, PEOPLE, ASK = 2, 6, 4, 3
"""How many of each fit one screen."""
QUESTIONS = 9  # of an FAQ: those instead of who is who
FEW = 2  # events with a name: of so few the others are told, too
READ = 2000  # facts that are weighed: a summary of more is none
LONG = 45  # words of an answer that is short enough to sum up
LEAD = 5  # facts among which a story's lead is sought


class Brief(Struct, frozen=True):
    """A store in brief."""

    sources: tuple[Source, ...]
    about: tuple[Fact, ...]
    """The facts that tell most of what the others tell."""
    timeline: tuple[Fact, ...]
    people: tuple[Entity, ...]
    """Who is told most of, persons before others; nobody of an FAQ."""
    ask: tuple[str, ...]
    """Questions that the store answers."""
    refs: Refs
    more: int = 0
    """Further questions of an FAQ."""


def brief(store: Store, answers: Callable[[str], bool] = bool) -> Brief:
    """Tell a store in brief, whatever it is about.

    Args:
        store: Any store.
        answers: Tells whether a question is answered: of questions made for a store that has none, only such are told.

    Returns:
        What it says that it is about, else its central facts; events, people, and questions that it answers. Facts are
        central that tell in few words what many others tell (SumBasic, Nenkova and Vanderwende 2005), the words of the
        title counting most.
    """
    rows = store.facts[:READ]
    weights, pairs = Weights(rows, store.sources), _pairs(rows)
    about = _about(rows, weights, pairs, len(store.sources))
    happened = _events(timeline(store).facts, weights)
    asked = [fact for fact in rows if fact.question and fact not in (*about, *happened)]
    questions = [fact.question for fact in weights.central(asked, QUESTIONS if pairs else ASK) if fact.question]
    made = questions or islice(filter(answers, _made(store)), ASK)
    people = () if pairs else _people(store)
    more = max(len(asked) - QUESTIONS, 0) if pairs else 0
    return Brief(store.sources, about, happened, people, tuple(made), Refs.of(store), more)


def leads(facts: Sequence[Fact], sources: Sequence[Source]) -> tuple[Fact, ...]:
    """The facts with which the story of a store is told first.

    Args:
        facts: Of a store.
        sources: All that it has.

    Returns:
        What it says that it is about, else its central facts; at most two, and none of an FAQ.
    """
    pairs = _pairs(facts)
    return () if pairs else _about(facts, Weights(facts, sources), pairs, len(sources))


def _about(facts: Sequence[Fact], weights: Weights, pairs: set[object], sources: int) -> tuple[Fact, ...]:
    told = tuple(fact for fact in facts if fact.question and asks_for_all(fact.question))[:ABOUT]
    story = _story(facts, weights) if sources == 1 else ()
    around = [fact for fact in _sentences(facts) if _block(fact) not in pairs] if pairs else _sentences(facts)
    return told or story or weights.central(around, ABOUT, lead=True)


def _pairs(facts: Sequence[Fact]) -> set[object]:
    """Find the blocks of an FAQ's pairs; none of a store that is something else, or holds but some."""
    pairs = {_block(fact) for fact in facts if fact.faq}
    return pairs if 2 * len(pairs) > len({_block(fact) for fact in facts}) else set()


def _block(fact: Fact) -> object:
    return (fact.citation.source, fact.citation.section, fact.citation.paragraph) if fact.citation else fact.id


def _story(facts: Sequence[Fact], weights: Weights) -> tuple[Fact, ...]:
    """Begin with what an article in prose leads with; () for any other store.

    That is the first that tells of its title, or where none does the very first.
    """
    if any(fact.question for fact in facts):
        return ()
    begin = [fact for fact in facts[:LEAD] if stands(fact)]
    first = next((fact for fact in begin if weights.tells_title(fact)), None)
    first = first or next((fact for fact in begin if fact is facts[0]), None)
    others = [fact for fact in _sentences(facts) if fact is not first]
    about = (first, *weights.central(others, ABOUT - 1, lead=True, told=(first,))) if first else ()
    return tuple(fact for fact in facts if fact in about)


def _sentences(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Leave out what makes no sense without its question or neighbours, and what is long, if something is left."""
    short = [fact for fact in facts if len(fact.answer.split()) <= LONG] or facts
    alone = [fact for fact in short if not fact.faq] or short
    return [fact for fact in alone if stands(fact)] or alone


def _events(facts: Sequence[Fact], weights: Weights) -> tuple[Fact, ...]:
    once = {_said(fact): fact for fact in reversed(facts)}
    found: tuple[Event, ...] = events([fact for fact in facts if once[_said(fact)] is fact])
    if len(found) > EVENTS:
        labelled = [event for event in found if event.fact.event]
        some = labelled if len(labelled) > FEW else found
        heavy = sorted(some, key=lambda event: (not event.fact.event, -weights.of(event.fact)))[:EVENTS]
        found = tuple(event for event in found if event in heavy)
    return tuple(event.fact for event in found)


def _said(fact: Fact) -> str:
    """What an event is called, else the sentence that tells of it: one of several dates is told once."""
    return fact.event or " ".join(fact.answer.split())


def _people(store: Store) -> tuple[Entity, ...]:
    told: Counter[str] = Counter()
    for fact in store.facts:
        told.update({*fact.about, *fact.subject, *([fact.speaker] if fact.speaker else [])})
    named = [entity for entity in store.entities if told[entity.id]]
    return tuple(sorted(named, key=lambda e: (e.kind != "person", not e.role, -told[e.id]))[:PEOPLE])


def _made(store: Store) -> Iterable[str]:
    """Make questions for a store that has none: who somebody is, what they said."""
    speakers = {fact.speaker for fact in store.facts if fact.quote}
    for entity in store.entities:
        if entity.kind == "person" and entity.role:
            yield f"Who is {entity.name}?"
        if entity.id in speakers:
            yield f"What did {entity.name} say?"
