"""What can be asked of a store: each function takes a store and gives a frozen result; nothing here prints."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from talkscli import dates
from talkscli.errors import UsageError
from talkscli.merge import Library
from talkscli.model import Entity, Fact, Source, Store
from talkscli.results import Answer, Listing, Profile, Refs, SourceRow
from talkscli.text import words as split

if TYPE_CHECKING:  # a timeline needs no search
    from talkscli.names import Named
    from talkscli.search import Engine

KINDS = ("person", "country", "organisation", "place", None)


_engines: "WeakKeyDictionary[Store, Engine]" = WeakKeyDictionary()


def engine(store: Store) -> "Engine":
    """Give the engine of a store, indexed once."""
    from talkscli.search import Engine

    if store not in _engines:
        _engines[store] = Engine.of(store)
    return _engines[store]


def ask(source: "Store | Engine", question: str, top: int = 5, *, explain: bool = False) -> Answer:
    """Answer a question, or decline it; never raises for whatever the question holds.

    `source` is a store, or an engine (`talkscli.search.open_engine`), which keeps large stores out of memory.
    `top` is the number of facts in the reply, the answer included; `explain` tells of each word what covers it.
    """
    searching = engine(source) if isinstance(source, Store) else source
    found = searching.search(question, top, explain=explain)
    facts = [hit.fact for hit in found.hits]
    index = searching.index
    refs = Refs(
        index.sources([f.citation.source for f in facts if f.citation and f.citation.source]),
        index.entities(list({i for f in facts for i in (*f.about, f.speaker) if i})),
    )
    return Answer(
        question,
        found.answered,
        found.hits[0].confidence if found.hits else 0.0,
        found.read_as,
        found.hits[0].fact if found.answered else None,
        found.hits[1:] if found.answered else found.hits,
        refs,
        found.matches,
    )


def who(store: Store, name: str) -> Profile:
    """Find one person, country, organisation or place by any spelling, script, part, role or metonym."""
    from talkscli.names import is_called

    named = _resolve(store, name)
    entity = named.entity
    said = [f for f in store.facts if f.quote and f.speaker == entity.id] if entity else []
    about = [f for f in store.facts if entity.id in f.about and f not in said] if entity else []
    if entity:  # those about fewer others tell more of this one
        about.sort(key=lambda f: len(f.about))
    return Profile(
        name, entity is not None, entity, tuple(about), tuple(said), named.candidates, named.fits, Refs.of(store),
        {} if entity is None or is_called(store, entity, name) else {name: entity.name},
    )  # fmt: skip


def everyone(store: Store) -> tuple[Entity, ...]:
    """All entities: persons, countries, organisations, places, then those of no kind; each in the store's order."""
    return tuple(sorted(store.entities, key=lambda entity: KINDS.index(entity.kind)))


def timeline(store: Store, since: str | None = None, until: str | None = None, about: str | None = None) -> Listing:
    """Dated facts in order of their first day, those that overlap `since`…`until` (EDTF), about the one named.

    Raises UsageError where `since` or `until` is no EDTF date.
    """
    first = _span("--since", since).first if since else None
    last = _span("--until", until).last if until else None

    def fits(fact: Fact) -> bool:
        if not fact.date:
            return False
        span = dates.parse(fact.date)
        return not (first and span.last < first) and not (last and span.first > last)

    chosen = _about(store, about, fits)
    if chosen.facts or chosen.hint:
        return Listing(tuple(sorted(chosen.facts, key=_when)), chosen.refs, chosen.hint)
    dated = sorted((fact for fact in store.facts if fact.date), key=_when)
    return _listing(
        store, (), f"nothing here fits: the dates go from {dated[0].date} to {dated[-1].date}" if dated else None
    )


def quotes(store: Store, speaker: str | None = None) -> Listing:
    """Facts with verbatim words, all or those said by the one named."""
    if not speaker:
        return _listing(store, (f for f in store.facts if f.quote))
    named = _resolve(store, speaker)
    facts = (f for f in store.facts if f.quote and named.entity and f.speaker == named.entity.id)
    return _listing(store, facts, _who_hint(speaker, named) or f"no words of {named.entity and named.entity.name} here")


def faq(store: Store, words: str = "") -> Listing:
    """The source's own questions and answers, all or those found by words.

    Of a store that marks none, every fact that has a question.
    """
    pairs = [f for f in store.facts if f.faq] or [f for f in store.facts if f.question]
    if not words.strip():
        return _listing(store, pairs, "this store has no questions: try `talks facts`")
    return _listing(store, _found(store, words, pairs), f"no question here about {words!r}: try `talks ask`")


def facts(
    store: Store, words: str = "", about: str | None = None, topic: str | None = None, section: str | None = None
) -> Listing:
    """All facts, narrowed to those found by words, about the one named, with a topic, of a section."""
    topics = list(dict.fromkeys(t for f in store.facts for t in f.topics))
    sections = list(dict.fromkeys(f.citation.section for f in store.facts if f.citation and f.citation.section))
    topic_fits = _choose(topic, topics)
    section_fits = _choose(section, sections)
    if topic and not topic_fits:
        return _listing(store, (), _suggest("topic", topic, topics))
    if section and not section_fits:
        return _listing(store, (), _suggest("section", section, sections))

    def fits(fact: Fact) -> bool:
        cited = fact.citation.section if fact.citation else None
        return (not topic or not topic_fits.isdisjoint(fact.topics)) and (not section or cited in section_fits)

    chosen = _about(store, about, fits)
    if not words.strip() or not chosen.facts:
        return chosen
    return _listing(store, _found(store, words, chosen.facts), f"no fact here about {words!r}: try `talks ask`")


def show(store: Store, ident: str) -> Listing:
    """The one fact with this id, or nothing and a hint."""
    found = [fact for fact in store.facts if fact.id == ident]
    return _listing(store, found, _suggest("fact", ident, [fact.id for fact in store.facts]))


def sources(library: Library) -> tuple[SourceRow, ...]:
    """The sources in use, with the number of facts and the sections that cite each; last, facts without a source."""
    counts: dict[str, int] = {}
    sections: dict[str, dict[str, None]] = {}
    for fact in library.store.facts:
        ident = (fact.citation.source if fact.citation else None) or ""
        counts[ident] = counts.get(ident, 0) + 1
        if fact.citation and fact.citation.section:
            sections.setdefault(ident, {})[fact.citation.section] = None

    def row(source: Source | None) -> SourceRow:
        ident = source.id if source else ""
        known = (source.title, source.published, source.url, source.language) if source else (None,) * 4
        return SourceRow(
            ident or None, *known, library.files.get(ident, ""), counts.get(ident, 0), tuple(sections.get(ident, ()))
        )

    rows = [row(source) for source in library.store.sources]
    return (*rows, row(None)) if "" in counts else tuple(rows)


def _listing(store: Store, facts: Iterable[Fact], hint: str | None = None) -> Listing:
    chosen = tuple(facts)
    return Listing(chosen, Refs.of(store), None if chosen else hint)


def _about(store: Store, name: str | None, fits: Callable[[Fact], bool]) -> Listing:
    """The facts that fit, about the one named."""
    if not name:
        return _listing(store, filter(fits, store.facts))
    named = _resolve(store, name)
    ident = named.entity.id if named.entity else None
    chosen = (f for f in store.facts if ident and (ident in f.about or ident == f.speaker) and fits(f))
    return _listing(store, chosen, _who_hint(name, named))


def _found(store: Store, words: str, among: Sequence[Fact]) -> list[Fact]:
    chosen = {fact.id for fact in among}
    return [fact for fact in engine(store).find(words) if fact.id in chosen]


def _when(fact: Fact) -> dates.Span:
    return dates.parse(fact.date or "")


def _span(option: str, text: str) -> dates.Span:
    try:
        return dates.parse(text)
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None


def _resolve(store: Store, name: str) -> "Named":
    from talkscli.names import resolve

    return resolve(store, name)


def _who_hint(name: str, named: "Named") -> str | None:
    if named.entity:
        return None
    if not named.candidates:
        return f"nobody called {name!r} here: try `talks who`"
    names = ", ".join(entity.name for entity in named.candidates)
    return f"{name!r} fits several: {names}" if named.fits else f"nobody called {name!r} here: did you mean {names}?"


def _choose(wanted: str | None, values: Sequence[str]) -> set[str]:
    """The values that a typed one means: the same but for case and accents, else those that contain it."""
    if not wanted:
        return set()
    key = _plain(wanted)
    return {v for v in values if _plain(v) == key} or {v for v in values if key and key in _plain(v)}


def _plain(text: str) -> str:
    return " ".join(split(text))


def _suggest(what: str, wanted: str, values: Sequence[str]) -> str:
    from rapidfuzz import fuzz, process  # only where nothing was found

    near = process.extract(_plain(wanted), [_plain(v) for v in values], scorer=fuzz.WRatio, score_cutoff=60, limit=3)
    if near:
        return f"no {what} {wanted!r} here: did you mean {', '.join(values[at] for _, _, at in near)}?"
    listed = ", ".join(values[:8]) + (", …" if len(values) > 8 else "")
    ways = {"section": "`talks sources` lists them", "fact": "`talks facts` lists all", "topic": f"there are {listed}"}
    return f"no {what} {wanted!r} here: {ways[what]}" if values else f"no {what} {wanted!r} here, nor any other"
