"""A text of an article, and what it names, counts, dates and quotes."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from talkscli.article.document import Block
from talkscli.check.figures import Figure, figures
from talkscli.language import prose_dates, vocabulary
from talkscli.language.calendar import YEAR
from talkscli.language.matcher import Matcher, Mention
from talkscli.language.quotations import quotations
from talkscli.language.times import months, seasons
from talkscli.language.words import fold, stems, words
from talkscli.store.model import Entity

LOWER = re.compile(r"(?<!\w)[a-zà-ÿ]+")
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)", re.ASCII)
RUN = 6  # words of a name that are looked up as they stand
_SIGNS = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("’‘", "'") | dict.fromkeys("–—", "-") | {"…": "..."})


class Names:
    """All names by which the store's entities, and what the gazetteer knows, are called."""

    def __init__(self, entities: Sequence[Entity], common: frozenset[str] = frozenset()) -> None:
        """Take the entities, and the words that stand in lower case in the store's own sentences."""
        self.by_id = {entity.id: entity for entity in entities}
        forms: dict[str, str] = {}
        for entity in entities:
            for name in entity.names:
                forms.setdefault(name, entity.id)
        for entity in entities:
            if entity.kind == "person":
                forms.setdefault(entity.name.split()[-1] if entity.name.split() else entity.name, entity.id)
        for name, known in vocabulary.gazetteer().items():
            forms.setdefault(name, forms.get(known.name) or f"={known.name}")
        self._matcher = Matcher(forms.items())
        self.common = common

    def find(self, text: str) -> list[Mention]:
        """Find the names in a text; the key of each is the id of an entity, or "=" and a name of the gazetteer."""
        return self._matcher.find(text)

    def spellings(self, ident: str) -> tuple[str, ...]:
        """Return the name and the aliases of an entity; none of one that there is not, which is told elsewhere."""
        entity = self.by_id.get(ident)
        return entity.names if entity else ()


class Passage:
    """A text and all that can be read off it, each worked out once and only where it is asked for."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self._names = names

    @cached_property
    def named(self) -> list[Mention]:
        """The names in the text."""
        return self._names.find(self.text)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all names in the text."""
        return frozenset(key for _, _, key in self.named)

    @cached_property
    def listed(self) -> str:
        """The first few names of the text, for a message."""
        return ", ".join(list(dict.fromkeys(self.text[s:e] for s, e, _ in self.named))[:6]) or "no such name"

    @cached_property
    def folded(self) -> str:
        """The text folded, for a comparison without case, accents and scripts."""
        return fold(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the text, folded."""
        return frozenset(words(self.text))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words of the text."""
        return frozenset(stems(list(self.words)))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first four letters of each word of the text."""
        return frozenset(word[:4] for word in self.words)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """All runs of up to six words that stand in the text one after the other."""
        found = words(self.text)
        return frozenset(tuple(found[at : at + size]) for size in range(1, RUN + 1) for at in range(len(found)))

    def says(self, phrase: str) -> bool:
        """Tell whether words stand in the text one after the other (of a longer phrase, its first six)."""
        run = tuple(words(phrase)[:RUN])
        return bool(run) and run in self.runs

    @cached_property
    def figures(self) -> list[Figure]:
        """All numbers of the text."""
        return figures(self.text)

    @cached_property
    def numbers(self) -> frozenset[object]:
        """All values that the numbers of the text may mean."""
        return frozenset(value for figure in self.figures for value in figure.values)

    @cached_property
    def counted(self) -> str:
        """The first few numbers of the text, for a message."""
        return ", ".join(list(dict.fromkeys(figure.text for figure in self.figures))[:20]) or "no number"

    @cached_property
    def dates(self) -> tuple[prose_dates.When, ...]:
        """All dates of the text that have a year."""
        return prose_dates.find(self.text)

    @cached_property
    def dated(self) -> str:
        """The first few dates of the text, for a message."""
        return ", ".join(list(dict.fromkeys(when.edtf for when in self.dates))[:20]) or "no date"

    @cached_property
    def points(self) -> frozenset[str]:
        """The days, months and years of all dates of the text, as EDTF."""
        ends = [point for when in self.dates for point in when.edtf.split("/")]
        return frozenset(part for p in ends for part in (p, p[:7], p[:4])) | frozenset(_YEAR.findall(self.text))

    @cached_property
    def dated_months(self) -> frozenset[int]:
        """The months (1 to 12) of all dates of the text that have a year."""
        return frozenset(int(point[5:7]) for point in self.points if len(point) >= 7)

    @cached_property
    def months(self) -> dict[int, str]:
        """The months that the text names."""
        return months(self.text)

    @cached_property
    def seasons(self) -> dict[int, str]:
        """The seasons that the text names."""
        return seasons(self.text)

    @cached_property
    def quoted(self) -> list[str]:
        """What stands in quotation marks, the first fifty times."""
        return [quotation.words for quotation in quotations(self.text)[:50]]

    @cached_property
    def plain(self) -> str:
        """The text made plain, for a comparison without case and the shape of signs."""
        return plain(self.text)

    @cached_property
    def unquoted(self) -> "Passage":
        """The text without what stands in quotation marks."""
        text = self.text
        for said in reversed(quotations(text)):
            text = f"{text[: said.start]} {text[said.end :]}"
        return Passage(text, self._names)


def plain(text: str) -> str:
    """Write a text without case, with signs of one shape and single spaces.

    Args:
        text: Any text.

    Returns:
        What two texts share that say the same word for word.
    """
    return " ".join(text.translate(_SIGNS).casefold().split())


def joined(blocks: Iterable[Block]) -> str:
    """Put blocks into one text.

    Args:
        blocks: Any.

    Returns:
        Their questions and texts, one a line.
    """
    return "\n".join(text for block in blocks for text in (block.question, block.text) if text)
