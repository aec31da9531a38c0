"""Find a person, country, organisation or place by any spelling, script, part of a name, role or metonym."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from talkscli.language import grammar, parts
from talkscli.language.spelling import ALMOST, Alike, alike, likely
from talkscli.language.tongues import shared
from talkscli.language.words import phrase_key, stems, words
from talkscli.lookup.wording.proper import is_word
from talkscli.store.model import Entity, Store

MARKS = "?!.,;:"
LONGEST = 5  # words of a name in a text
LEAST = 3  # letters of a part of a name that is a beginning
MOST_WORDS = 6  # of a name that is looked for word by word
NEAR = 8  # names that are compared more closely
TIE = 0.02  # two names as like as this are both meant
SIMILAR = 62  # least fuzz.ratio (0 to 100) of a name worth suggesting


class Mention(NamedTuple):
    """A name in a text that means one."""

    entity: Entity
    typed: str
    """The words that name it."""


class Named(Struct, frozen=True):
    """Who a name means."""

    entity: Entity | None
    """None where nobody fits, or several do."""
    candidates: tuple[Entity, ...] = ()
    """Those that fit, if several do; else those with a similar name."""
    fits: bool = False
    """Whether the candidates fit, or are only similar."""


class Names:
    """The names of a store, by stemmed key: whom a name means, and which names a text has."""

    def __init__(self, store: Store) -> None:
        """Take the names of a store."""
        self.store = store
        self._tongue = shared(source.language for source in store.sources)
        self.by_key: dict[str, list[Entity]] = {}
        for entity in store.entities:
            for alias in dict.fromkeys(entity.names):
                known = self.by_key.setdefault(phrase_key(alias), [])
                if not known or known[-1] is not entity:  # an entity's names come one after the other
                    known.append(entity)
        self.by_key.pop("", None)

    def find(self, text: str) -> list[Mention]:
        """Find the names in a text that mean one, not several.

        Args:
            text: Running text, or a question.

        Returns:
            The names in their order.
        """
        typed = text.split()
        keys = [phrase_key(word) for word in typed]
        found: list[Mention] = []
        at = 0
        while at < len(typed):
            for size in range(min(LONGEST, len(typed) - at), 0, -1):
                bearers = self.by_key.get(" ".join(keys[at : at + size]))
                if bearers and (size > 1 or keys[at] not in self._tongue.function):
                    if len(bearers) == 1:
                        found.append(Mention(bearers[0], " ".join(typed[at : at + size]).strip(MARKS)))
                    at += size - 1
                    break
            at += 1
        return found

    def resolve(self, name: str) -> Named:
        """Tell whom a name means.

        The rules are tried in turn, and the first that finds anyone decides: the whole name, its content words as a
        name, every word fits (a part, a role, a side), a name begins so, a name spelled like it, every word spelled
        like one that fits.

        Args:
            name: The name as typed, in any script.

        Returns:
            The entity that fits, or all that fit alike, or else up to five with similar names.
        """
        key = phrase_key(name)
        content = self._content(name)
        deeds = {stem for stem, word in zip(content, self._telling(name), strict=True) if _is_deed(word)}
        plain = all(map(is_word, words(name)))
        rules: Sequence[Callable[[], list[Entity]]] = (
            lambda: self._exact(key),
            lambda: self._exact(" ".join(content)),
            lambda: self._by_parts(content, deeds),
            lambda: self._begun(key),
            lambda: self._by_spelling(key, ALMOST if plain else likely(key)),
            lambda: self._by_parts(self._respelled(content, plain=plain), deeds),
        )
        for rule in rules if key else ():
            found = rule()
            if found:
                return Named(found[0], (), True) if len(found) == 1 else Named(None, tuple(found), True)
        return Named(None, tuple(self._similar(key))[:5]) if key else Named(None)

    def is_called(self, entity: Entity, name: str) -> bool:
        """Tell whether the words of a name are the entity's own: of its names, its id, its role or its side."""
        return set(self._content(name)) <= self._stems_by_id[entity.id] | _stems(entity.id)

    def is_plain(self, entity: Entity, name: str) -> bool:
        """Tell whether a name that is an entity's own is spelled like what is shown of it: name, id, role or side."""
        side = next((each for each in self.store.entities if each.id == entity.side), None)
        shown = _stems(entity.name, entity.id, entity.role or "", side.name if side else "")
        return all(stem in shown or alike(stem, shown, likely(stem), 1) for stem in self._content(name))

    def _content(self, name: str) -> list[str]:
        return stems(self._telling(name))

    def _telling(self, name: str) -> list[str]:
        return [word for word in words(name) if word not in self._tongue.function]

    @cached_property
    def _stems_by_id(self) -> dict[str, set[str]]:
        """Id -> stems of all that an entity may be called by: its names, its role, its side."""
        by_id = {entity.id: entity for entity in self.store.entities}
        return {entity.id: _called(entity, by_id.get(entity.side or "")) for entity in self.store.entities}

    @cached_property
    def _synonyms(self) -> Mapping[str, set[str]]:
        """Stem -> stems that mean the same, by the synonyms of the store and of the package."""
        from talkscli.language.lexicon import Lexicon  # reads its word tables, and most names do without

        return Lexicon(self.store.synonyms).synonyms

    def _exact(self, key: str) -> list[Entity]:
        """Find the entities with just this name; written as one word will do ("vonderau")."""
        if key in self.by_key:
            return self.by_key[key]
        joined = key.replace(" ", "")
        return _distinct(e for k, found in self.by_key.items() if k.replace(" ", "") == joined for e in found)

    def _by_parts(self, stemmed: Sequence[str], deeds: Collection[str] = ()) -> list[Entity]:
        """Find the entities that every word fits: a part of a name, a role, a side, or a synonym of these.

        Args:
            stemmed: The stems of the words.
            deeds: Those of verbs, which have no synonyms here: who "said that" is no head of state.
        """
        wanted = [{stem, *(() if stem in deeds else self._synonyms.get(stem, ()))} for stem in stemmed]
        fitting = [
            e for e in self.store.entities if wanted and all(not w.isdisjoint(self._stems_by_id[e.id]) for w in wanted)
        ]
        own = [e for e in fitting if not set(stemmed).isdisjoint(_called(e))]
        people = [e for e in own or fitting if e.kind == "person"]
        return people or own or fitting

    def _begun(self, key: str) -> list[Entity]:
        """Find the entities with a name of which a word begins so: "lind" is half of Lindgren."""
        starts = (e for k, found in self.by_key.items() if any(w.startswith(key) for w in k.split()) for e in found)
        plain = len(key) < LEAST or key in self._tongue.function or grammar.is_past(key) or parts.is_mostly_verb(key)
        return [] if plain else _distinct(starts)

    def _by_spelling(self, key: str, least: float) -> list[Entity]:
        """Find the entities whose name is spelled most like `key`, the likeliest first; none where none is meant."""
        scores: dict[str, float] = {}
        for name, likeness in alike(key, list(self.by_key), least, NEAR):
            for entity in self.by_key[name]:
                scores[entity.id] = max(likeness, scores.get(entity.id, 0.0))
        best = max(scores.values(), default=0.0)
        fitting = [e for e in self.store.entities if scores.get(e.id, 0.0) >= best - TIE and e.id in scores]
        return sorted(fitting, key=lambda entity: -scores[entity.id])

    def _respelled(self, stemmed: Sequence[str], *, plain: bool) -> list[str]:
        """Return for each stem the one of a name or role that is likely meant; nothing where one is like none.

        Args:
            stemmed: The stems of what was typed.
            plain: Whether all are words of English, which are seldom a name that is misspelt.
        """
        vocabulary = {stem for called in self._stems_by_id.values() for stem in called}
        found: list[str] = []
        for stem in stemmed if len(stemmed) <= MOST_WORDS else ():
            same = stem in vocabulary or len(stem) < 4
            near = [Alike(stem, 1.0)] if same else alike(stem, sorted(vocabulary), ALMOST if plain else likely(stem), 1)
            if not near:
                return []
            found.append(near[0].word)
        return found

    def _similar(self, key: str) -> list[Entity]:
        """Find the entities with a name worth suggesting, the most similar first."""
        from rapidfuzz import fuzz, process  # most names are found without

        near = process.extract(key, list(self.by_key), scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=NEAR)
        return _distinct(entity for name, _, _ in near for entity in self.by_key[name])


def _is_deed(word: str) -> bool:
    """Tell whether a word is a form of a verb, and names nobody: "said", "attend"."""
    return grammar.is_past(word) or parts.is_mostly_verb(word) or grammar.tells(word)


def _called(entity: Entity, side: Entity | None = None) -> set[str]:
    """Stems of all that an entity may be called by: its names, its role, the names of its side."""
    return _stems(*entity.names, entity.role or "", *(side.names if side else ()))


def _stems(*texts: str) -> set[str]:
    return {stem for text in texts for stem in phrase_key(text).split()}


def _distinct(entities: Iterable[Entity]) -> list[Entity]:
    return list({entity.id: entity for entity in entities}.values())
