"""What a fact may rest on, and by which names the store's entities go there."""

import re
from collections.abc import Sequence

from talkscli.article.document import Document, Section
from talkscli.language import vocabulary
from talkscli.language.matcher import Matcher
from talkscli.language.words import stems, words
from talkscli.store.model import Entity


class Names:
    """All names by which the store's entities, and what the gazetteer knows, are called."""

    def __init__(self, entities: Sequence[Entity], common: frozenset[str] = frozenset()) -> None:
        """Take the entities, and the words that stand in lower case in the store's own sentences."""
        self.by_id = {entity.id: entity for entity in entities}
        forms: dict[str, str] = {}
        for entity in entities:
            for name in (entity.name, *entity.aliases):
                forms.setdefault(name, entity.id)
        for entity in entities:
            if entity.kind == "person":
                forms.setdefault(entity.name.split()[-1] if entity.name.split() else entity.name, entity.id)
        for name, known in vocabulary.gazetteer().items():
            forms.setdefault(name, forms.get(known.name) or f"={known.name}")
        self.matcher = Matcher(forms.items())
        self.common = common

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Give start, end and key of each name in a text."""
        return self.matcher.find(text)


class Scope:
    """What a fact may rest on: its block (with the lead-in of its list), the headings above it and the title."""

    def __init__(
        self, document: Document, section: Section, paragraph: int | None, names: Names, published: str | None
    ) -> None:
        numbers = range(len(section.blocks)) if paragraph is None else (paragraph - 1,)
        blocks = [block for n in numbers for block in section.around(n)]
        self.block = "\n".join(text for b in blocks for text in (b.question, b.text) if text)
        headings = (document.title, *section.above, section.heading)
        self.text = "\n".join((*(h for h in headings if h), self.block))
        earlier = section.blocks[: (paragraph or 1) - 1]
        self.before = "\n".join(text for b in earlier for text in (b.question, b.text) if text)
        self.section = "\n".join((self.text, *(text for b in section.blocks for text in (b.question, b.text) if text)))
        self.language = document.language
        self.published = published or document.published
        self.keys = {key for _, _, key in names.find(self.text)}
        self.words = set(words(self.text))
        self.stems = set(stems(list(self.words)))
        self.article = (
            {w for s in document.sections for b in s.blocks for w in words(b.text)}
            if document.language == "en"
            else set()
        )
        self.common = {w for s in document.sections for b in s.blocks for w in re.findall(r"(?<!\w)[a-zà-ÿ]+", b.text)}
