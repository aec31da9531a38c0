"""What can be asked of a store: each function takes a store and gives a frozen result; nothing here prints."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from talkscli.errors import UsageError
from talkscli.language import calendar
from talkscli.language.tongues import shared
from talkscli.lookup.idents import short
from talkscli.lookup.missing import Reason, choose, silent, suggest, unknown
from talkscli.lookup.results import Listing, Refs, SourceRow
from talkscli.store.merge import Library
from talkscli.store.model import Fact, Source, Store

if TYPE_CHECKING:  # a timeline needs no search
    from talkscli.lookup.names import Named

Find = Callable[[str], list[Fact]]


def beside(store: Store, fact: Fact, step: int) -> Listing:
    """Find what came next in time after a fact, or right before it.

    Args:
        store: Where to look.
        fact: A dated fact.
        step: 1 for what came after, -1 for before.

    Returns:
        The one dated fact that begins after it ends, or ends before it begins, nearest to it; or none and a hint.
    """
    time = calendar.parse(fact.date) if fact.date else None
    dated = sorted((each for each in store.facts if each.date and each.id != fact.id), key=_when)
    spans = [(each, calendar.parse(each.date)) for each in dated if each.date]
    if time is None:
        return _listing(store, (), Reason("what was told last has no date"))
    if step > 0:
        found = next((each for each, span in spans if span.first > time.last), None)
    else:
        found = max((pair for pair in spans if pair[1].last < time.first), key=lambda p: p[1].last, default=(None,))[0]
    later = "later" if step > 0 else "earlier"
    return _listing(store, (found,), None) if found else _listing(store, (), Reason(f"nothing here is dated {later}"))


def timeline(store: Store, since: str | None = None, until: str | None = None, about: str | None = None) -> Listing:
    """List dated facts in order of their first day.

    Args:
        store: Where to look.
        since: An EDTF date; only facts that overlap the time from then on.
        until: An EDTF date; only facts that overlap the time up to then.
        about: A name; only facts about the one whose it is.

    Returns:
        The facts, or none and a hint.

    Raises:
        UsageError: `since` or `until` is no EDTF date, or the time ends before it begins.
    """
    first = _span("--since", since).first if since else date.min
    last = _span("--until", until).last if until else date.max
    if last < first:
        raise UsageError(f"--since {since} is later than --until {until}", "swap the two")
    wanted = calendar.Span(first, last)

    def fits(fact: Fact) -> bool:
        return fact.date is not None and calendar.parse(fact.date).overlaps(wanted)

    chosen = _about(store, about, fits)
    if chosen.facts or chosen.missing:
        return replace(chosen, facts=tuple(sorted(chosen.facts, key=_when)))
    dated = sorted((fact for fact in store.facts if fact.date), key=_when)
    if not dated:
        return _listing(store, (), Reason("no fact here has a date"))
    if about and not (since or until):
        return _listing(store, (), Reason(f"no fact about {about!r} has a date", f"talks facts --about {about!r}"))
    return _listing(store, (), Reason("nothing here fits", f"the dates go from {dated[0].date} to {dated[-1].date}"))


def quotes(store: Store, speaker: str | None = None) -> Listing:
    """List facts with verbatim words.

    Args:
        store: Where to look.
        speaker: A name; only what the one whose it is said. Whoever has no name is found by what they are called:
            "spokesman".

    Returns:
        The facts, or none and a hint.
    """
    if not speaker:
        return _listing(store, (f for f in store.facts if f.quote), Reason("nobody is quoted here"))
    named = _resolve(store, speaker)
    facts = [f for f in store.facts if f.quote and named.entity and f.speaker == named.entity.id]
    if not facts and not (named.fits and named.candidates):
        facts = _unnamed(store, speaker)
    why = silent(store, named.entity) if named.entity else None
    return _listing(store, facts, why or unknown(speaker, named))


def _unnamed(store: Store, called: str) -> list[Fact]:
    """The words of those who are not named, but called so: "a spokesman for the club"."""
    content = shared(source.language for source in store.sources).content
    wanted = set(content(called))
    unnamed = [fact for fact in store.facts if fact.quote and not fact.speaker and fact.attribution]
    return [fact for fact in unnamed if wanted and wanted.issubset(content(fact.attribution or ""))]


def faq(store: Store, words: str = "", find: Find | None = None) -> Listing:
    """List the source's own questions with their answers; of a store that marks none, every fact with a question.

    Args:
        store: Where to look.
        words: Only those found by these words.
        find: Finds facts by words, as an engine does that is open already.

    Returns:
        The facts, or none and a hint.
    """
    pairs = [f for f in store.facts if f.faq] or [f for f in store.facts if f.question]
    if not words.strip():
        return _listing(store, pairs, Reason("this store has no questions", "try talks facts"))
    reason = Reason(f"no question here about {words!r}", "try talks ask")
    return _listing(store, _found(store, words, pairs, find), reason)


def facts(
    store: Store,
    words: str = "",
    about: str | None = None,
    topic: str | None = None,
    section: str | None = None,
    find: Find | None = None,
) -> Listing:
    """List facts.

    Args:
        store: Where to look.
        words: Only those found by these words, the best first.
        about: Only those about the one with this name.
        topic: Only those with this topic.
        section: Only those of this section.
        find: Finds facts by words, as an engine does that is open already.

    Returns:
        The facts, or none and a hint.
    """
    topics = list(dict.fromkeys(t for f in store.facts for t in f.topics))
    sections = list(dict.fromkeys(f.citation.section for f in store.facts if f.citation and f.citation.section))
    topic_fits = choose(topic, topics)
    section_fits = choose(section, sections)
    if topic and not topic_fits:
        return _listing(store, (), suggest("topic", topic, topics))
    if section and not section_fits:
        return _listing(store, (), suggest("section", section, sections))

    def fits(fact: Fact) -> bool:
        cited = fact.citation.section if fact.citation else None
        return (not topic or not topic_fits.isdisjoint(fact.topics)) and (not section or cited in section_fits)

    chosen = _about(store, about, fits)
    if not words.strip() or not chosen.facts:
        return chosen
    reason = Reason(f"no fact here about {words!r}", "try talks ask")
    return _listing(store, _found(store, words, chosen.facts, find), reason)


def show(store: Store, ident: str) -> Listing:
    """List the one fact with an id, or with the hash that ends its id.

    Args:
        store: Any store.
        ident: The id, or its end as listings show it.

    Returns:
        The fact, or nothing and a hint which id may be meant.
    """
    found = [fact for fact in store.facts if fact.id == ident]
    if not found and len(ended := [fact for fact in store.facts if short(fact.id) == ident]) == 1:
        found = ended
    return _listing(store, found, suggest("fact", ident, [fact.id for fact in store.facts]))


def sources(library: Library) -> tuple[SourceRow, ...]:
    """The sources in use, with the number of facts and the sections that cite each; last, facts without a source.

    Sections come in the order of where most of their facts stand: an edited store may begin with the conclusion.
    """
    counts: dict[str, int] = {}
    sections: dict[str, dict[str, list[int]]] = {}
    for at, fact in enumerate(library.store.facts):
        ident = (fact.citation.source if fact.citation else None) or ""
        counts[ident] = counts.get(ident, 0) + 1
        if fact.citation and fact.citation.section:
            sections.setdefault(ident, {}).setdefault(fact.citation.section, []).append(at)

    def row(source: Source | None) -> SourceRow:
        ident = source.id if source else ""
        known = (source.title, source.published, source.url, source.language) if source else (None,) * 4
        places = sections.get(ident, {})
        ordered = tuple(sorted(places, key=lambda section: places[section][len(places[section]) // 2]))
        return SourceRow(ident or None, *known, library.files.get(ident, ""), counts.get(ident, 0), ordered)

    rows = [row(source) for source in library.store.sources]
    return (*rows, row(None)) if "" in counts else tuple(rows)


def _listing(store: Store, facts: Iterable[Fact], reason: Reason | None = None) -> Listing:
    chosen = tuple(facts)
    why = reason if reason and not chosen else Reason(None)
    return Listing(chosen, Refs.of(store), why.missing, why.hint)


def _about(store: Store, name: str | None, fits: Callable[[Fact], bool]) -> Listing:
    """The facts that fit, about the one named."""
    if not name:
        return _listing(store, filter(fits, store.facts))
    named = _resolve(store, name)
    ident = named.entity.id if named.entity else None
    chosen = (f for f in store.facts if ident and (ident in f.about or ident == f.speaker) and fits(f))
    return _listing(store, chosen, unknown(name, named))


def _found(store: Store, words: str, among: Sequence[Fact], find: Find | None) -> list[Fact]:
    chosen = {fact.id for fact in among}
    return [fact for fact in (find or _finder(store))(words) if fact.id in chosen]


def _finder(store: Store) -> Find:
    from talkscli.search.engine import Engine

    return Engine.of(store).find


def _when(fact: Fact) -> calendar.Span:
    return calendar.parse(fact.date or "")


def _span(option: str, text: str) -> calendar.Span:
    try:
        return calendar.parse(text)
    except ValueError as error:
        raise UsageError(f"{option}{f' {text}' if '/' in text else ''}: {error}") from None


def _resolve(store: Store, name: str) -> "Named":
    from talkscli.lookup.names import Names

    return Names(store).resolve(name)
