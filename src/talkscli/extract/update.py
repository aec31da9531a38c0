"""Building again over a store: what a person edited stays, what nobody touched follows the article."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from talkscli.extract.edited import BUILT, Hand
from talkscli.language import insertions
from talkscli.language.sentences import sentences
from talkscli.language.slug import digest
from talkscli.store.model import Entity, Fact, Source, Store


class Update(Struct, frozen=True):
    """The new store, and what became of the facts."""

    store: Store
    added: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]


def update(
    old: Store, fresh: Sequence[Fact], sources: Sequence[Source], entities: Sequence[Entity], *, overwrite: bool
) -> Update:
    """Join a store with what was made of its articles now.

    A fact whose id stands keeps what is in the store, but cites where its sentence is now. A fact of these articles
    whose sentence is gone is removed, unless somebody edited it. Facts of other articles stay.

    Args:
        old: What stands in the store.
        fresh: The facts that the articles give.
        sources: The articles.
        entities: All that facts may refer to, the old ones among them.
        overwrite: Whether facts of these articles are made anew, or go with their sentence, even where somebody edited
            them.

    Returns:
        The new store, and what became of the facts.
    """
    before = {fact.id for fact in old.facts}
    facts, removed = _facts(old, fresh, sources, overwrite=overwrite)
    store = Store(
        schema=old.schema, version=old.version, facts=facts, synonyms=old.synonyms,
        sources=_join_sources(old.sources, sources),
        entities=_entities(old.entities, entities, facts, removed),
    )  # fmt: skip
    gone = {fact.id for fact in removed}
    return Update(
        store,
        added=tuple(fact.id for fact in fresh if fact.id not in before),
        removed=tuple(fact.id for fact in removed),
        kept=tuple(fact.id for fact in old.facts if fact.id not in gone),
    )


def _facts(
    old: Store, fresh: Sequence[Fact], sources: Sequence[Source], *, overwrite: bool
) -> tuple[tuple[Fact, ...], list[Fact]]:
    """Choose the facts of the new store, by source, and those that go."""
    before, made = {fact.id: fact for fact in old.facts}, {fact.id for fact in fresh}
    hashes = {match[1] for ident in (made if before else ()) if (match := BUILT.search(ident))}
    rebuilt = {source.id for source in sources}
    hand = Hand(old)
    gone_from = [f for f in old.facts if f.id not in made and _source(f) in rebuilt]
    removed = [f for f in gone_from if (overwrite and BUILT.search(f.id)) or hand.untouched(f)]
    by_source: dict[str | None, list[Fact]] = {s.id: [] for s in (*old.sources, *sources)} | {None: []}
    for fact in fresh:
        stood = before.get(fact.id)
        anew = stood is None or overwrite or (_lost_context(stood, fact, hashes) and hand.untouched(stood))
        by_source[_source(fact)].append(fact if stood is None or anew else replace(stood, citation=fact.citation))
    gone = {fact.id for fact in removed}
    for fact in old.facts:
        if fact.id not in made and fact.id not in gone:
            by_source[_source(fact)].append(fact)
    return tuple(fact for rows in by_source.values() for fact in rows), removed


def _entities(
    old: Sequence[Entity], made: Sequence[Entity], facts: Sequence[Fact], removed: Sequence[Fact]
) -> tuple[Entity, ...]:
    """Choose the entities of the new store: the old ones but those that went with their facts, and new ones in use."""
    in_use = {ident for fact in facts for ident in _refers(fact)}
    dropped = {ident for fact in removed for ident in _refers(fact)} - in_use
    stood, fresh = {entity.id: entity for entity in old}, {entity.id: entity for entity in made}
    rows = stood | fresh
    rows = {ident: entity for ident, entity in rows.items() if ident not in dropped or entity.note is not None}
    sides = {entity.side for ident, entity in rows.items() if ident in in_use or ident in stood}
    rows = {ident: e for ident, e in rows.items() if ident in in_use or ident in sides or ident in stood}
    return tuple(e if e.side in rows else replace(e, side=None) for e in rows.values())


def _lost_context(stood: Fact, fresh: Fact, hashes: set[str]) -> bool:
    """Tell whether a fact leans on a sentence that is gone, although its own still stands."""
    if stood.answer == fresh.answer:
        return False
    if insertions.without(stood.answer) == insertions.without(fresh.answer):
        return True  # "he" is somebody else now
    *context, _ = sentences(stood.answer)
    return any(digest(sentence) not in hashes for sentence in context)


def _join_sources(old: Sequence[Source], fresh: Sequence[Source]) -> tuple[Source, ...]:
    joined = {source.id: source for source in old}
    for source in fresh:
        known = joined.get(source.id, source)
        joined[source.id] = replace(
            known,
            title=known.title or source.title,
            language=known.language or source.language,
            url=source.url or known.url,
            published=source.published or known.published,
        )
    return tuple(joined.values())


def _source(fact: Fact) -> str | None:
    return fact.citation.source if fact.citation else None


def _refers(fact: Fact) -> set[str]:
    return {*fact.about, *fact.subject, *filter(None, (fact.speaker,))}
