"""Who and what a document is about: the names found in it, folded into entities, and where each is mentioned."""

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from talkscli.article.document import Document
from talkscli.extract import coreference, foreign, german, persons
from talkscli.extract.belonging import belonging
from talkscli.extract.bodies_abroad import whole
from talkscli.extract.candidates import Candidate, abbreviate, also_known, chosen, complete, joined
from talkscli.extract.judging import Reading
from talkscli.extract.known import LOCATIVE, Known, entity_of
from talkscli.extract.modifiers import in_longer_name
from talkscli.extract.names import read_name
from talkscli.extract.namesakes import Namesakes
from talkscli.extract.posts import post_around
from talkscli.extract.sides import side_of, sound
from talkscli.extract.spans import spans
from talkscli.extract.things import Words, without_things
from talkscli.extract.voices import speaking
from talkscli.language import closed, grammar, offices, vocabulary
from talkscli.language.calendar import MONTHS
from talkscli.language.kinds import Kind
from talkscli.language.matcher import UPPER, Matcher, known, known_in
from talkscli.language.slug import slugify
from talkscli.language.words import fold
from talkscli.store.model import Entity

_SURE = 3  # weight
_NEAR = 40  # characters
_OTHER_ONE = ("he younger ", "he elder ", "he older ")
_LIST_GAP = re.compile(r",\s(?:and\s)?|\s(?:and|or)\s")
_ABBREVIATION = re.compile(rf"\s\((?:the\s)?((?:[{UPPER}]\.?){{2,8}})\)")
_CUT_MONTH = re.compile(rf"(?:{'|'.join(month[:3] for month in MONTHS)}|Sept)[.,]?\s[0-9]")  # Nov. 16
_PREDICATE = re.compile(r"\s(?:has\s|have\s|had\s|also\s)?([a-z]+)")
_POLITICAL = frozenset(
    "rejected rejects agreed agrees refused refuses signed signs accused accuses withdrew imposed vowed wants wanted "
    "backed backs condemned".split()
)


class Mention(Struct, frozen=True, gc=False):
    """A place in a text where an entity is named."""

    start: int
    end: int
    id: str
    kind: Kind | None


class Cast:
    """The entities of one document."""

    def __init__(self, document: Document) -> None:
        """Read the document's blocks, then its headings, in which most words are capitalised and little can be told."""
        self._found: dict[str, Candidate] = {}
        self._loose: dict[str, int] = {}  # capitalised words of which nothing is told -> where they come first
        self._position = 0
        self._language = document.language
        self._title = document.title
        self._known = Known(document.language)
        self._words = Words((b.text for s in document.sections for b in s.blocks), document.language)
        headings = dict.fromkeys(
            h for s in document.sections for h in (document.title, *s.above, s.heading) if h is not None
        )
        for section in document.sections:
            for block in section.blocks:
                for text in filter(None, (block.question, block.text)):
                    self._read(text)
        for heading in headings:
            self._read(heading, heading=True)
        if (
            document.title in vocabulary.gazetteer()
            and document.title in vocabulary.gazetteer()[document.title].capitals
        ):
            self._known.located.setdefault(document.title, 0)
        self.entities = self._finish(self._entities())

    def mentions(self, text: str) -> list[Mention]:
        """Find the places where a text names an entity of the cast.

        Args:
            text: A text of the document.

        Returns:
            The places in order; a capital that acts ("Oslo denied it") stands for its country.
        """
        found = []
        for start, end, key in self._matcher.find(text):
            if text.endswith(_OTHER_ONE, 0, start) and self._kinds[key] == "person":
                continue  # "the younger Berg" is not whom "Berg" means
            ident = self._capitals[key] if key in self._capitals and _acts(text, start, end) else key
            found.append(Mention(start, end, ident, self._kinds[ident]))
        return found

    def _read(self, text: str, *, heading: bool = False) -> None:
        """Take in one text: judge each span of capitalised words, and look the rest up in the gazetteer."""
        taken: list[tuple[int, int]] = []
        after_place = -1
        abroad = self._language in foreign.LANGUAGES
        bodies = list(known().find(text))
        begins = {end: start for start, end, _ in bodies}
        for start, span in _runs(text, self._language):
            self._position += 1
            if begins.get(start + len(span), start) < start:
                continue  # "Food and | Agriculture Organization"
            if span in vocabulary.gazetteer() or span in self._known.regions:
                after_place = start + len(span)
                continue
            listed = after_place >= 0 and _LIST_GAP.fullmatch(text, after_place, start) is not None
            listed = listed and not (heading or (abroad and (" " in span or foreign.is_small(span, self._language))))
            reading = read_name(text, start, span, heading=heading, listed=listed)
            if abroad and not heading and (reading is None or reading.kind is None):
                reading = foreign.read_foreign(text, start, span, self._language) or reading
            if reading is not None and self._language == "de" and not heading:
                reading = german.called(reading)
            if reading is not None and self._language == "de" and reading.kind == "person" and not heading:
                reading = german.person(text, reading, lambda r: self._with_post(r, text)) or replace(
                    reading, kind=None
                )
            if reading is None or (heading and reading.kind != "person") or _is_known(reading, start):
                continue  # what the gazetteer knows is looked up below
            if _CUT_MONTH.match(text, reading.start):
                continue
            end = reading.start + len(reading.name)
            if reading.kind is None:
                self._loose.setdefault(reading.name, self._position)
            elif self._language != "de" or reading.weight >= 2:  # in German any noun may follow "in"
                after_place = end if reading.kind == "place" and reading.weight < 3 else after_place
                taken.append((reading.start, end))
                self._add(self._with_post(reading, text), reading.kind, text, end)
        for start, end, name in bodies:
            within = any(s < end and start < e for s, e in taken) or (not heading and in_longer_name(text, start, end))
            if not within:
                self._known.add(name, text, start, self._position)
        for start, end, name in known_in(self._language).find(text) if self._known.regions else ():
            if not any(s < end and start < e for s, e in taken):
                self._known.add_region(name, self._position)

    def _with_post(self, reading: Reading, text: str) -> Reading:
        """Tell what a person is as another language tells it."""
        if self._language not in closed.LANGUAGES or reading.kind != "person":
            return reading
        end = reading.start + len(reading.name)
        before, after = text[max(0, reading.start - 110) : reading.start], text[end : end + 160]
        plain, role = post_around(before, after, self._language) or (0, None)
        first = (reading.role or "").partition(" ")[0]
        word = first.isupper() or offices.is_role_in(self._language, first)  # and no "son Vintra", which is "are"
        kept = role is None and reading.plain == 3 and (word or self._language not in foreign.LANGUAGES)
        return reading if kept else replace(reading, plain=plain, role=role)

    def _add(self, reading: Reading, kind: Kind, text: str, end: int) -> None:
        candidate = self._found.setdefault(reading.name.replace("’", "'"), Candidate(self._position))
        candidate.kinds[kind] += reading.weight
        candidate.sure = max(candidate.sure, reading.weight)
        if role := sound(reading.role, self._language):
            candidate.roles.append((reading.plain, role))
        elif kind == "person" and self._language == "en":
            told = belonging(text[max(0, reading.start - _NEAR) : reading.start], text[end : end + 3 * _NEAR])
            candidate.roles += [(1, told)] if told else []
        short = _ABBREVIATION.match(text, end)
        if short and coreference.initials(reading.name, short[1]):
            candidate.aliases.append(short[1])
            candidate.kinds["organisation" if kind == "person" else kind] += 5

    def _entities(self) -> list[Entity]:
        """Fold the names into entities, in the order in which they come up."""
        complete(self._found, {} if self._language == "de" else self._loose)  # any noun may stand before a name
        for name in speaking(self._loose, self._words) if self._language == "en" else ():
            self._found.setdefault(name, Candidate(self._loose[name])).kinds["organisation"] += 1
        self._found = without_things(self._found, self._words)
        people = {name: c for name, c in self._found.items() if c.kind == "person"}
        parts = {part for name in people for part in name.split()}
        tails = parts.union(" ".join(name.split()[n:]) for name in people for n in range(1, name.count(" ")))
        rows = list(self._known.entities(parts))
        abbreviate(self._found, self._loose)
        same = joined(self._found) | also_known(rows, self._found)
        shorts = {short for candidate in self._found.values() for short in candidate.aliases}
        for name, candidate in self._found.items():
            if (
                candidate.kind != "person"
                and name not in same
                and name not in tails
                and name not in shorts
                and name not in vocabulary.gazetteer()
            ):
                rows.append((candidate.first, entity_of(name, candidate.kind, candidate.aliases)))
        rows += self._people({n: c for n, c in people.items() if n not in vocabulary.gazetteer() or self._titled(n, c)})
        rows.sort(key=lambda row: row[0])
        return [entity for _, entity in rows]

    def _titled(self, name: str, candidate: Candidate) -> bool:
        """Tell whether somebody is called as a town is which the document does not mean: "Lord Dover"."""
        return candidate.sure == _SURE and name not in self._known.placed

    def _people(self, found: dict[str, Candidate]) -> list[tuple[int, Entity]]:
        namesakes = Namesakes(
            {name: [role for _, role in c.roles] for name, c in found.items() if c.roles}, self._title
        )
        heads = coreference.heads(sorted(found, key=lambda name: (found[name].first, name)), namesakes, self._language)
        groups: dict[str, list[str]] = {}
        for name, head in heads.items():
            groups.setdefault(head, []).append(name)
        first = {**self._loose, **{name: candidate.first for name, candidate in self._found.items()}}
        alone = {name.split()[0]: 0 for name in groups if persons.is_chinese(name) and self._is_alone(name.split()[0])}
        forms = coreference.short_forms(groups, {**self._loose, **alone}, self._known.placed, first, namesakes)
        families = Counter(family for names in groups.values() for family in {*map(coreference.surname, names)})
        firsts = {  # family names of those whose second one may be left out
            head: [n for n in map(coreference.surname, names) if n[0].isupper() and n not in head.split()[-1:]]
            for head, names in groups.items()
            if self._language == "es"
        }
        accented: dict[str, list[str]] = {}  # "Mollén" of "Mollen"
        for name in self._loose if self._language != "en" else ():
            accented.setdefault(fold(name), []).append(name)
        people = []
        for head, names in groups.items():
            aliases = dict.fromkeys(
                n
                for form in (*names, *forms[head], *(f for f in firsts.get(head, ()) if families[f] == 1))
                for n in (form, *accented.get(fold(form), ()))
                if n != head and coreference.free(n, self._known.placed)
            )
            roles = [role for name in names for role in found[name].roles]
            person = replace(entity_of(head, "person", aliases), role=chosen(roles))
            people.append((min(found[name].first for name in names), person))
        return people

    def _is_alone(self, word: str) -> bool:
        """Tell whether a word stands somewhere before no name."""
        return any(not self._words.goes_on(at + len(word)) for at in self._words.places(word))

    def _finish(self, entities: list[Entity]) -> tuple[Entity, ...]:
        """Make ready to find the entities in text, and say to which country or body each person belongs."""
        unique: dict[str, Entity] = {}
        for entity in entities:
            unique.setdefault(entity.id, entity)
        self._matcher = Matcher((name, e.id) for e in unique.values() for name in e.names)
        self._kinds = {entity.id: entity.kind for entity in unique.values()}
        countries = {c: slugify(vocabulary.gazetteer()[c].name) for c in self._known.located}
        self._capitals = {slugify(c): country for c, country in countries.items() if country in unique}
        sides = {e.id: side_of(e.role, self._matcher.find(e.role), self._kinds) for e in unique.values() if e.role}
        return tuple(replace(entity, side=sides.get(entity.id)) for entity in unique.values())


def _runs(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Find the runs of capitalised words of a text, as its language joins them."""
    if language == "de":
        return german.apart(spans(text))
    return whole(text, foreign.apart(spans(text), language), language) if language in foreign.LANGUAGES else spans(text)


def _is_known(reading: Reading, start: int) -> bool:
    """Tell whether a name is in the gazetteer, or a weak one but known names side by side ("Norway-Sweden").

    Not that of a town behind a title that opens its run at `start`: "Lord Dover".
    """
    entry = vocabulary.gazetteer().get(reading.name) if reading.kind == "person" and reading.start > start else None
    if entry is not None and reading.weight == _SURE and entry.kind == "place" and reading.name not in entry.capitals:
        return False
    return reading.name in vocabulary.gazetteer() or (reading.weight < 2 and bool(known().find(reading.name)))


def _acts(text: str, start: int, end: int) -> bool:
    """Tell whether a capital does what governments do: "Oslo rejected …"."""
    verb = _PREDICATE.match(text, end)
    return (
        verb is not None
        and (verb[1] in _POLITICAL or grammar.is_speech(verb[1]))
        and not LOCATIVE.search(before := text[max(0, start - 20) : start])
        and not before.lower().endswith("of ")  # "the mayor of Oslo said"
    )
