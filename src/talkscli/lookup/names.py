"""Find a person, country, organisation or place by any spelling, script, part of a name, role or metonym."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from talkscli.language.words import STOP, phrase_key, stems, words
from talkscli.store.model import Entity, Store

LONGEST = 6  # words of a name that are read
ALIKE = 0.72  # least similarity (optimal string alignment) of a name that is read as another
ALIKE_SHORT = 0.79  # the same of up to four letters: one may be missing, none be another
SIMILAR = 60  # least fuzz.ratio (0 to 100) of a name worth suggesting


class Named(Struct, frozen=True):
    """Who a name means."""

    entity: Entity | None
    """None where nobody fits, or several do."""
    candidates: tuple[Entity, ...] = ()
    """Those that fit, if several do; else those with a similar name."""
    fits: bool = False
    """Whether the candidates fit, or are only similar."""


class _Names:
    """The names of a store, by stemmed key."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.by_key: dict[str, list[Entity]] = {}
        for entity in store.entities:
            for alias in dict.fromkeys((entity.name, *entity.aliases)):
                known = self.by_key.setdefault(phrase_key(alias), [])
                if not known or known[-1] is not entity:  # an entity's names come one after the other
                    known.append(entity)
        self.by_key.pop("", None)

    @cached_property
    def called(self) -> dict[str, set[str]]:
        """Id -> stems of all that an entity may be called by: its names, its role, its side."""
        by_id = {entity.id: entity for entity in self.store.entities}
        called: dict[str, set[str]] = {}
        for entity in self.store.entities:
            side = by_id.get(entity.side or "")
            texts = [entity.name, *entity.aliases, entity.role or ""]
            if side:
                texts += [side.name, *side.aliases]
            called[entity.id] = {stem for text in texts for stem in phrase_key(text).split()}
        return called

    @cached_property
    def synonyms(self) -> Mapping[str, set[str]]:
        """The store's and the package's own."""
        from talkscli.language.lexicon import Lexicon  # reads its word tables, and most names do without

        return Lexicon(self.store.synonyms).synonyms

    def exact(self, key: str) -> list[Entity]:
        """Those with just this name; written as one word will do ("vonderleyen")."""
        if key in self.by_key:
            return self.by_key[key]
        joined = key.replace(" ", "")
        return _distinct(e for k, found in self.by_key.items() if k.replace(" ", "") == joined for e in found)

    def by_parts(self, stemmed: Sequence[str]) -> list[Entity]:
        """Those that every word fits: a part of a name, a role, a side, or a synonym of these."""
        wanted = [{stem, *self.synonyms.get(stem, ())} for stem in stemmed]
        fitting = [
            e for e in self.store.entities if wanted and all(not w.isdisjoint(self.called[e.id]) for w in wanted)
        ]
        own = [e for e in fitting if not set(stemmed).isdisjoint(self._own(e))]
        people = [e for e in own or fitting if e.kind == "person"]
        return people or own or fitting

    def _own(self, entity: Entity) -> set[str]:
        return {
            stem for alias in (entity.name, *entity.aliases, entity.role or "") for stem in phrase_key(alias).split()
        }

    def begun(self, key: str) -> list[Entity]:
        """Those with a name of which a word begins so: "med" is half of Medinski."""
        starts = (e for k, found in self.by_key.items() if any(w.startswith(key) for w in k.split()) for e in found)
        return _distinct(starts) if len(key) > 1 and key not in STOP else []

    def alike(self, key: str, scorer: Callable[..., float], least: float) -> list[tuple[Entity, float]]:
        """Those with a similar name, the most similar first."""
        from rapidfuzz import process  # most names are found without

        found = process.extract(key, list(self.by_key), scorer=scorer, score_cutoff=least, limit=8)
        scores: dict[str, float] = {}
        for name, score, _ in found:
            for entity in self.by_key[name]:
                scores[entity.id] = max(score, scores.get(entity.id, 0.0))
        by_id = {e.id: e for e in self.store.entities}
        return [(by_id[i], s) for i, s in sorted(scores.items(), key=lambda row: -row[1])]


def resolve(store: Store, name: str) -> Named:
    """Tell whom a name means: by the whole name, then by its parts and roles, then by likeness."""
    names = _Names(store)
    key = phrase_key(name)
    if not key:
        return Named(None)
    content = stems([w for w in words(name) if w not in STOP])
    found = names.exact(key) or names.exact(" ".join(content)) or names.by_parts(content)
    if found:
        return Named(found[0], (), True) if len(found) == 1 else Named(None, tuple(found), True)
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    alike = names.alike(key, OSA.normalized_similarity, _least(key))
    if alike:
        best = [entity for entity, score in alike if score >= alike[0][1] - 0.02]
        return Named(best[0], (), True) if len(best) == 1 else Named(None, tuple(best), True)
    respelled = []
    for stem in content[:LONGEST]:
        near = _nearest(stem, names)
        if near is None:
            break
        respelled.append(near)
    if content and len(respelled) == len(content):
        found = names.by_parts(respelled)
        if found:
            return Named(found[0], (), True) if len(found) == 1 else Named(None, tuple(found), True)
    similar = [entity for entity, _ in names.alike(key, fuzz.ratio, SIMILAR)]
    return Named(None, tuple(_distinct([*names.begun(key), *similar]))[:5])


def is_called(store: Store, entity: Entity, name: str) -> bool:
    """Tell whether the words of a name are the entity's own: of its names, its id, its role or its side."""
    side = next((each for each in store.entities if each.id == entity.side), None)
    own = [entity.name, *entity.aliases, entity.id, entity.role or "", *([side.name, *side.aliases] if side else [])]
    asked = stems([word for word in words(name) if word not in STOP])
    return set(asked) <= {stem for text in own for stem in phrase_key(text).split()}


def _nearest(stem: str, names: _Names) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    vocabulary = {s for called in names.called.values() for s in called}
    if stem in vocabulary or len(stem) < 4:
        return stem
    found = process.extractOne(stem, sorted(vocabulary), scorer=OSA.normalized_similarity, score_cutoff=_least(stem))
    return found[0] if found else None


def _least(key: str) -> float:
    return ALIKE if len(key) > 4 else ALIKE_SHORT


def _distinct(entities: Iterable[Entity]) -> list[Entity]:
    return list({entity.id: entity for entity in entities}.values())
