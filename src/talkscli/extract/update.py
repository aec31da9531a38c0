"""Building again over a store: what a person edited stays, what nobody touched follows the article."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from talkscli.language import insertions, relative_dates
from talkscli.language.matcher import Matcher
from talkscli.language.sentences import sentences
from talkscli.language.slug import digest, slugify
from talkscli.language.words import fold, words
from talkscli.store.model import Entity, Fact, Source, Store

_BUILT = re.compile(r"-([0-9a-f]{8})(?:-\d+)?$")
_PERSONAL = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)


class Update(Struct, frozen=True):
    """The new store, and what became of the facts."""

    store: Store
    added: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]


class Register:
    """All entities of a store under making: the same name in two articles is one entity."""

    def __init__(self, old: Iterable[Entity] = ()) -> None:
        self.entities: dict[str, Entity] = {}
        self._by_name: dict[tuple[str, str | None], str] = {}
        self._old = {entity.id for entity in old}
        for entity in old:
            self._put(entity)

    def admit(self, entities: Sequence[Entity]) -> dict[str, str]:
        """Add the entities of one article; give for each of their ids the id that it has in the store."""
        ids = {entity.id: self._home(entity) for entity in entities}
        for entity in entities:
            home = ids[entity.id]
            known = self.entities.get(home)
            if known is None:
                side = ids.get(entity.side or "")
                self._put(replace(entity, id=home, side=side))
            elif home not in self._old:
                longer = entity.kind == "person" and " " not in known.name and " " in entity.name
                name = entity.name if longer else known.name
                aliases = dict.fromkeys((*known.aliases, known.name, entity.name, *entity.aliases))
                aliases.pop(name)
                side = known.side or ids.get(entity.side or "")
                self._put(replace(known, name=name, role=known.role or entity.role, side=side, aliases=tuple(aliases)))
        return ids

    def _home(self, entity: Entity) -> str:
        for name in (entity.name, *(entity.aliases if entity.kind != "person" else entity.aliases[:1])):
            home = self._by_name.get((fold(name), entity.kind))
            if home is not None and (name == entity.name or self._fits(self.entities[home], entity)):
                return home
        ident, n = entity.id, 1
        while ident in self.entities:
            n += 1
            ident = f"{entity.id}-{n}"
        return ident

    @staticmethod
    def _fits(known: Entity, entity: Entity) -> bool:
        """A person known by the surname alone may be this one; two full names that differ are two people."""
        return entity.kind != "person" or " " not in known.name

    def _put(self, entity: Entity) -> None:
        self.entities[entity.id] = entity
        for name in (entity.name, *entity.aliases):
            key = (fold(name), entity.kind)
            if self._by_name.setdefault(key, entity.id) != entity.id and name == entity.name:
                self._by_name[key] = entity.id


def update(
    old: Store, fresh: Sequence[Fact], sources: Sequence[Source], entities: Sequence[Entity], *, overwrite: bool
) -> Update:
    """Join a store with what was made of its articles now.

    A fact whose id stands keeps what is in the store (unless `overwrite`), but cites where its sentence is now. A fact
    of these articles whose sentence is gone is removed, unless somebody edited it. Facts of other articles stay.
    """
    before = {fact.id: fact for fact in old.facts}
    made = {fact.id: fact for fact in fresh}
    hashes = {match[1] for ident in made if (match := _BUILT.search(ident))}
    rebuilt = {source.id for source in sources}
    usual = _usual_topics(old.facts)
    days = {source.id: source.published for source in old.sources}
    named = {entity.id: entity for entity in old.entities}
    removed = [
        fact for fact in old.facts
        if fact.id not in made and _source(fact) in rebuilt
        and untouched(fact, named, usual, days.get(_source(fact) or ""))
    ]  # fmt: skip
    gone = {fact.id for fact in removed}
    by_source: dict[str | None, list[Fact]] = {s.id: [] for s in (*old.sources, *sources)} | {None: []}
    for fact in fresh:
        stood = before.get(fact.id)
        anew = (
            stood is None
            or overwrite
            or (_lost_context(stood, fact, hashes) and untouched(stood, named, usual, days.get(_source(stood) or "")))
        )
        by_source[_source(fact)].append(fact if stood is None or anew else replace(stood, citation=fact.citation))
    for fact in old.facts:
        if fact.id not in made and fact.id not in gone:
            by_source[_source(fact)].append(fact)
    facts = tuple(fact for rows in by_source.values() for fact in rows)
    dropped = {ident for fact in removed for ident in _refers(fact)} - {
        ident for fact in facts for ident in _refers(fact)
    }
    remade = {entity.id: entity for entity in entities}
    in_use = {fact_id for fact in facts for fact_id in _refers(fact)}
    people = [
        remade[ident] if (ident not in named or overwrite) and ident in remade else entity
        for ident, entity in (named | {k: v for k, v in remade.items() if k not in named}).items()
        if ident not in dropped or entity.note is not None
    ]
    sides = {entity.side for entity in people if entity.id in in_use or entity.id in named}
    people = [e for e in people if e.id in in_use or e.id in sides or e.id in named]
    ids = {entity.id for entity in people}
    store = Store(
        schema=old.schema, version=old.version, facts=facts, synonyms=old.synonyms,
        sources=_join_sources(old.sources, sources),
        entities=tuple(e if e.side in ids else replace(e, side=None) for e in people),
    )  # fmt: skip
    return Update(
        store,
        added=tuple(ident for ident in made if ident not in before),
        removed=tuple(fact.id for fact in removed),
        kept=tuple(fact.id for fact in old.facts if fact.id not in gone),
    )


def untouched(
    fact: Fact, entities: dict[str, Entity], usual_topics: dict[str | None, tuple[str, ...]], published: str | None
) -> bool:
    """Tell whether a fact stands as `build` made it.

    The id carries the hash of the source sentence, so the answer must still hold that sentence; date, quotation and
    attribution must follow from the answer, and what `build` never fills must be empty. In doubt it was edited.
    """
    built = _BUILT.search(fact.id)
    if built is None or fact.note is not None or fact.phrasings or (fact.question is not None) != fact.faq:
        return False
    if fact.faq:
        return digest(f"{fact.question} {fact.answer}") == built[1]
    sentence = _sentence_of(insertions.without(fact.answer), built[1])
    if sentence is None:
        return False
    section = fact.citation.section if fact.citation else None
    if fact.topics != usual_topics.get(section, fact.topics) or (section and slugify(section) not in fact.topics):
        return False
    found = {(w.edtf, w.text) for w in relative_dates.find(sentence, published)}
    told = (fact.date, fact.date_text) in found or fact.date in relative_dates.readings(fact.date_text or "", published)
    if fact.date is not None and not told:
        return False
    if fact.quote is not None and fact.quote not in fact.answer:
        return False
    if fact.event is not None and not set(words(fact.event)) <= set(words(fact.answer)):
        return False
    named = {entities[i].name for i in fact.about if i in entities}
    if fact.attribution is not None and fact.attribution not in fact.answer and fact.attribution not in named:
        return False
    pronoun = bool(_PERSONAL.search(sentence))
    rows = [entities[i] for i in fact.about if i in entities]
    return all(
        (pronoun and e.kind == "person") or Matcher((n, e.id) for n in (e.name, *e.aliases)).find(fact.answer)
        for e in rows
    )


def _lost_context(stood: Fact, fresh: Fact, hashes: set[str]) -> bool:
    """Tell whether a fact leans on a sentence that is gone, although its own still stands."""
    if stood.answer == fresh.answer:
        return False
    if insertions.without(stood.answer) == insertions.without(fresh.answer):
        return True  # "he" is somebody else now
    *context, _ = sentences(stood.answer)
    return any(digest(sentence) not in hashes for sentence in context)


def _sentence_of(answer: str, wanted: str) -> str | None:
    """Give the part of an answer, from its beginning or to its end, that has this hash."""
    parts = answer.split()
    for k in range(len(parts)):
        for part in (" ".join(parts[k:]), " ".join(parts[: k + 1])):
            if digest(part) == wanted:
                return part
    return None


def _usual_topics(facts: Iterable[Fact]) -> dict[str | None, tuple[str, ...]]:
    counts: dict[str | None, Counter[tuple[str, ...]]] = {}
    for fact in facts:
        section = fact.citation.section if fact.citation else None
        counts.setdefault(section, Counter())[fact.topics] += 1
    return {section: count.most_common(1)[0][0] for section, count in counts.items()}


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
    return {*fact.about, *filter(None, (fact.speaker,))}
