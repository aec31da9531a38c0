"""Which facts of a store a person wrote or edited, and which stand as `build` made them."""

import re
from collections import Counter
from collections.abc import Iterable

from talkscli.language import insertions, relative_dates
from talkscli.language.matcher import Matcher
from talkscli.language.sentences import MAX_WORDS
from talkscli.language.slug import digest, slugify
from talkscli.language.words import words
from talkscli.store.model import Entity, Fact, Store

BUILT = re.compile(r"-([0-9a-f]{8})(?:-[0-9]+)?$")
"""The hash of a source sentence at the end of an id that `build` made."""
_LONGEST = 4 * MAX_WORDS  # words of an answer; a longer one `build` did not make


class Hand:
    """Tells what `build` made from what a person wrote or edited, in one store."""

    def __init__(self, store: Store) -> None:
        self._entities = {entity.id: entity for entity in store.entities}
        self._matchers: dict[str, Matcher] = {}
        self._topics = _usual_topics(store.facts)
        self._published = {source.id: source.published for source in store.sources}

    def untouched(self, fact: Fact) -> bool:
        """Tell whether a fact stands as `build` made it.

        The id carries the hash of the source sentence, so the answer must still hold that sentence; date, quotation
        and attribution must follow from the answer, and what `build` never fills must be empty. In doubt it was edited.

        Args:
            fact: A fact of the store.

        Returns:
            Whether nobody edited it.
        """
        built = BUILT.search(fact.id)
        if built is None or fact.note is not None or fact.phrasings or (fact.question is not None) != fact.faq:
            return False
        if fact.faq:
            return digest(f"{fact.question} {fact.answer}") == built[1]
        sentence = _sentence_of(insertions.without(fact.answer), built[1])
        if sentence is None:
            return False
        section = fact.citation.section if fact.citation else None
        if fact.topics != self._topics.get(section, fact.topics) or (section and slugify(section) not in fact.topics):
            return False
        published = self._published.get(fact.citation.source or "") if fact.citation else None
        if fact.date is not None and (fact.date, fact.date_text) not in {
            (w.edtf, w.text) for w in relative_dates.find(sentence, published)
        }:
            return False
        if fact.event is not None and not set(words(fact.event)) <= set(words(fact.answer)):
            return False
        if fact.quote is not None and fact.quote not in fact.answer:
            return False
        rows = [self._entities[i] for i in fact.about if i in self._entities]
        told = {entity.name for entity in rows}
        if fact.attribution is not None and fact.attribution not in fact.answer and fact.attribution not in told:
            return False
        pronoun = bool(insertions.PERSONAL.search(sentence))
        return all((pronoun and entity.kind == "person") or self._matcher(entity).find(fact.answer) for entity in rows)

    def _matcher(self, entity: Entity) -> Matcher:
        if entity.id not in self._matchers:
            self._matchers[entity.id] = Matcher((name, entity.id) for name in (entity.name, *entity.aliases))
        return self._matchers[entity.id]


def _sentence_of(answer: str, wanted: str) -> str | None:
    """Find the part of an answer, from its beginning or to its end, that has this hash."""
    parts = answer.split()
    if len(parts) > _LONGEST:
        return None
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
