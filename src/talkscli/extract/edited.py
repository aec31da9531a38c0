"""Which facts of a store a person wrote or edited, and which stand as `build` made them.

A store does not say so. But the sentences that `build` read stand in its answers, and the hashes in their ids tell
them from what a person wrote: so its article is put together again, as far as it is known, and read once more.
"""

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from talkscli.article.document import Block, Document, Section
from talkscli.extract.facts import Maker
from talkscli.extract.register import Register
from talkscli.language import insertions
from talkscli.language.sentences import MAX_WORDS
from talkscli.language.slug import digest
from talkscli.store.model import Fact, Source, Store

BUILT = re.compile(r"-([0-9a-f]{8})(?:-[0-9]+)?$")
"""The hash of a source sentence at the end of an id that `build` made."""
_WORD = re.compile(r"\S+")
_LONGEST = 4 * MAX_WORDS  # words of an answer; a longer one `build` did not make


class Hand:
    """Tells what `build` made from what a person wrote or edited, in one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sources = {source.id: source for source in store.sources}
        self._made: dict[str, dict[str, Fact]] = {}

    def untouched(self, fact: Fact) -> bool:
        """Tell whether a fact stands as `build` makes it of its sentence; in doubt it was edited.

        Args:
            fact: A fact of the store.

        Returns:
            Whether nobody edited it. Where it cites counts for nothing: that follows the article.
        """
        source = self._sources.get(fact.citation.source or "") if fact.citation else None
        if source is None:
            return False
        if source.id not in self._made:
            self._made[source.id] = {made.id: made for made in _made_anew(self._store, source)}
        made = self._made[source.id].get(fact.id.removeprefix(f"{source.id}-")) or self._made[source.id].get(fact.id)
        return made is not None and replace(made, id=fact.id, citation=fact.citation) == fact


class _Parts(Struct):
    """What is known of the blocks of a section, by their number."""

    texts: dict[int, list[str]]
    questions: dict[int, str]
    leads: dict[int, int]
    """Of an item of a list the block that leads into it."""
    topics: Counter[tuple[str, ...]]
    """Of the facts, the heading's own first, then those above it."""

    def put(self, number: int, sentence: str) -> None:
        """Put a sentence behind those of its block."""
        texts = self.texts.setdefault(number, [])
        if sentence not in texts and number not in self.questions:
            texts.append(sentence)

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in order, empty ones where nothing is known."""
        for number in range(1, max(self.texts, default=0) + 1):
            text = " ".join(self.texts.get(number, ()))
            yield Block(text, question=self.questions.get(number), bullet=number in self.leads)


def _made_anew(store: Store, source: Source) -> Iterator[Fact]:
    """Yield what `build` makes of the sentences of a source that stand in the store."""
    maker = Maker(_document(store, source), source.id, source.title, source.published)
    facts = tuple(maker.facts())
    return Register(store.entities).homed(maker.entities, facts)


def _document(store: Store, source: Source) -> Document:
    """Put the article of a source together from the sentences that stand in the store."""
    known: dict[str | None, _Parts] = {}
    for fact in store.facts:
        built, cited = BUILT.search(fact.id), fact.citation
        if built and cited and cited.source == source.id and cited.paragraph:
            parts = known.setdefault(cited.section, _Parts({}, {}, {}, Counter()))
            parts.topics[fact.topics] += 1
            _put(parts, fact, built[1], cited.paragraph, cited.last or cited.paragraph)
    sections = []
    for heading, parts in known.items():
        blocks = tuple(parts.blocks())
        leads = tuple(parts.leads.get(number, number) - 1 for number in range(1, len(blocks) + 1))
        own = heading if heading != source.title else None
        ((topics, _),) = parts.topics.most_common(1)  # a person may have added one to a fact
        sections.append(Section(own, blocks, above=topics[:0:-1] if own else (), leads=leads))
    return Document(source.title, tuple(sections), source.language or "en", published=source.published)


def _put(parts: _Parts, fact: Fact, wanted: str, first: int, last: int) -> None:
    """Put what a fact has of its article where it stood, in these blocks."""
    if fact.faq and fact.question is not None:
        parts.questions[first], parts.texts[first] = fact.question, [fact.answer]
        return
    before, sentence, behind = _cut(fact.answer, wanted) or ("", "", "")
    if first == last or not sentence.endswith(":"):
        if first < last and before.endswith(":"):  # an item with its lead-in
            parts.put(first, before)
            parts.leads[last] = first
        parts.put(last, sentence)
        return
    parts.put(first, sentence)
    for number, item in enumerate(behind.split("; "), first + 1):  # a lead-in with all items of its list
        parts.put(number, item)
        parts.leads[number] = first


def _cut(answer: str, wanted: str) -> tuple[str, str, str] | None:
    """Cut an answer into what stands before its sentence, the sentence, which has this hash, and what is behind it."""
    for plain in (answer, insertions.without(answer)):
        words = list(_WORD.finditer(plain))
        if len(words) > _LONGEST:
            return None
        for word in words:
            for start, end in ((word.start(), len(plain)), (0, word.end())):
                if digest(plain[start:end]) == wanted:
                    return plain[:start].strip(), plain[start:end].removesuffix(" …"), plain[end:].strip()
    return None
