"""The countries, cities and great bodies that a document names, as the gazetteer knows them."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator

from talkscli.language import vocabulary
from talkscli.language.frequency import zipf
from talkscli.language.kinds import Kind
from talkscli.language.matcher import UPPER
from talkscli.language.slug import slugify
from talkscli.store.model import Entity

LOCATIVE = re.compile(
    r"\b(?:in|at|near|from|to|into|outside|around|through|towards?|leaving|reached|visited|city of|im|aus|nach|у|в|до)"
    r"\s$",
    re.IGNORECASE,
)
_LETTERS = re.compile(rf"[{UPPER}]{{2,}}")
_COMMON = 3.0  # Zipf frequency of letters that mean one body to everybody: "NATO"; "CSE" has many meanings
_WITHIN = re.compile(r"\b(?:in|near|outside|around|through|of|im|aus|у|в)\s$", re.IGNORECASE)  # not "to Hamilton"
_WORD_AFTER = re.compile(r"[\s-]\w")
_OFFICE = re.compile(rf"\s(?:[a-z-]+\s){{0,2}}[{UPPER}]|\s(?:government|officials?|authorities)\b")  # Swedish Minister


class Known:
    """What of the gazetteer a document names."""

    def __init__(self, language: str) -> None:
        """Begin with nothing.

        Args:
            language: The one that the document is in.
        """
        self.regions = vocabulary.regions(language)
        self.placed: set[str] = set()
        """Names that are places here: "in Dover"."""
        self.located: dict[str, int] = {}
        """Capitals that are places here, and where they come first."""
        self._first: dict[str, int] = {}
        self._acting: dict[str, int] = {}  # capitals that may stand for their country here
        self._told: Counter[str] = Counter()  # how plainly each is named: "Swedish" counts half
        self._written: dict[str, dict[str, None]] = {}  # body -> its names here
        self._called: dict[str, dict[str, None]] = {}  # country or city -> its names here, in another language

    def add(self, name: str, text: str, start: int, position: int) -> None:
        """Take note of a name where it stands in a text."""
        entry = vocabulary.gazetteer()[name]
        if entry.kind == "organisation":
            self._written.setdefault(entry.name, {})[name] = None
        before = text[max(0, start - 12) : start]
        located = LOCATIVE.search(before) is not None
        if located and name in entry.demonyms and not _WORD_AFTER.match(text, start + len(name)):
            return  # "in Danish"
        if located and _WITHIN.search(before):
            self.placed.add(name)
        self._told[entry.name] += 1 if name in entry.demonyms and not _OFFICE.match(text, start + len(name)) else 2
        if name not in entry.capitals:
            self._first.setdefault(entry.name, position)
        elif located:
            self.located.setdefault(name, position)
        elif name not in self.located:
            self._acting.setdefault(name, position)

    def add_region(self, name: str, position: int) -> None:
        """Take note of a country or city that is named in another language than English."""
        english = self.regions[name]
        entry = vocabulary.gazetteer()[english]
        capital = english in entry.capitals
        where = self.located if capital else self._first
        where.setdefault(english if capital else entry.name, position)
        self._told[entry.name] += 2
        self._called.setdefault(english if capital else entry.name, {})[name] = None

    def entities(self, parts: Container[str]) -> Iterator[tuple[int, Entity]]:
        """Yield where each comes first, and what it is.

        Args:
            parts: The words of which names of people here are made.
        """
        for name, first in self.located.items():
            yield first, entity_of(name, "place", self._called.get(name, ()))
        known = dict(self._first)
        for name, first in self._acting.items():
            if not self._is_family(name, parts):
                country = vocabulary.gazetteer()[name].name
                known[country] = min(first, known.get(country, first))
        for name, first in known.items():
            entry = vocabulary.gazetteer()[name]
            if self._told[name] == 1 or (entry.kind == "place" and self._is_family(name, parts)):
                continue  # "the Swedish striker", once
            if entry.kind == "organisation":
                yield first, self._body(entry)
                continue
            capitals = (c for c in entry.capitals if c not in self.located and not self._is_family(c, parts))
            aliases = (*self._called.get(name, ()), *entry.aliases, *entry.demonyms, *capitals)
            yield first, entity_of(name, entry.kind, aliases)

    def _body(self, entry: vocabulary.Known) -> Entity:
        """Make a body, called as it is here, but for letters that stand for its name everywhere."""
        written = self._written[entry.name]
        called = entry.name if entry.name in written else max(written, key=len)
        if _LETTERS.fullmatch(called):
            if zipf(called.lower()) < _COMMON:
                return entity_of(called, entry.kind)
            called = entry.name
        return entity_of(called, entry.kind, [n for n in (*written, entry.name, *entry.aliases) if n != called])

    def _is_family(self, name: str, parts: Container[str]) -> bool:
        """Tell whether a place is but part of somebody's name: "Jane Dover", then "Dover"."""
        return name in parts and name not in self.placed


def entity_of(name: str, kind: Kind, aliases: Iterable[str] = ()) -> Entity:
    """Make an entity of a name."""
    return Entity(id=slugify(name), name=name, kind=kind, aliases=tuple(dict.fromkeys(aliases)))
