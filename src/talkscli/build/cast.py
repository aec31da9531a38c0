"""Who and what a document is about: the names found in it, folded into entities, and where each is mentioned."""

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from talkscli.build import lexicon
from talkscli.build.document import Document
from talkscli.build.names import ROMAN, UPPER, Reading, read_name, spans
from talkscli.build.slug import slugify
from talkscli.model import Entity, Kind

_FIRST = re.compile(rf"(?<![\w'’])(?:[{UPPER}]\w*|(?:von|van|de|della|del|di|da|dos|du|la|le|bin|ibn|al|el|ter|ten|zu|zur|af)(?=[\s-][{UPPER}]))")
_KEY = re.compile(r"\w+")
_LOCATIVE = re.compile(r"\b(?:in|at|near|from|to|into|outside|around|through|towards?|leaving|reached|visited|city of|im|aus|nach|у|в|до)\s$", re.IGNORECASE)
_LIST_GAP = re.compile(r",\s(?:and\s)?|\s(?:and|or)\s")
_ABBREVIATION = re.compile(rf"\s\((?:the\s)?((?:[{UPPER}]\.?){{2,8}})\)")
_PREDICATE = re.compile(r"\s(?:has\s|have\s|had\s|also\s)?([a-z]+)")
_POLITICAL = lexicon.SPEECH | frozenset("rejected rejects agreed agrees refused refuses signed signs accused accuses withdrew imposed vowed wants wanted backed backs condemned".split())  # fmt: skip


class Mention(Struct, frozen=True):
    """A place in a text where an entity is named."""

    start: int
    end: int
    id: str
    kind: Kind | None


class Matcher:
    """Finds names in text, the longest first; case counts, the shape of an apostrophe does not."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        for name, key in names:
            plain = name.replace("’", "'")
            first = _KEY.search(plain)
            if first:
                self._by_first.setdefault(first[0], []).append((plain, key))
        for rows in self._by_first.values():
            rows.sort(key=lambda row: (-len(row[0]), row))

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Give start, end and key of each name in `text`."""
        plain, found, free = text.replace("’", "'"), [], 0
        for match in _FIRST.finditer(plain):
            start = match.start()
            if start < free:
                continue
            for name, key in self._by_first.get(match[0], ()):
                end = start + len(name)
                if plain.startswith(name, start) and not plain[end : end + 1].isalnum():
                    found.append((start, end, key))
                    free = end
                    break
        return found


class _Candidate:
    """What the document says about one name."""

    __slots__ = ("aliases", "first", "kinds", "roles")

    def __init__(self, first: int) -> None:
        self.first = first
        self.kinds: Counter[Kind | None] = Counter()
        self.roles: list[str] = []
        self.aliases: list[str] = []


_GAZETTEER: list[Matcher] = []


def known() -> Matcher:
    """Give the matcher of all names in the gazetteer (made once)."""
    if not _GAZETTEER:
        _GAZETTEER.append(Matcher((name, name) for name in lexicon.gazetteer()))
    return _GAZETTEER[0]


class Cast:
    """The entities of one document."""

    def __init__(self, document: Document) -> None:
        self._found: dict[str, _Candidate] = {}
        self._known: dict[str, int] = {}  # gazetteer name -> first place
        self._located: dict[str, int] = {}  # capital -> first place where it is a place
        self._loose: Counter[str] = Counter()  # capitalised words within sentences
        self._position = 0
        self._german = document.language == "de"
        headings: dict[str, None] = {}
        if document.title:
            headings[document.title] = None
        for section in document.sections:
            headings.update(dict.fromkeys(filter(None, (*section.above, section.heading))))
            for block in section.blocks:
                if block.question:
                    self._read(block.question)
                self._read(block.text)
        for heading in headings:
            self._read(heading, heading=True)
        self._title = document.title or ""
        self.entities = self._entities()

    def mentions(self, text: str) -> list[Mention]:
        """Give the places where `text` names an entity; a capital that acts stands for its country."""
        found = []
        for start, end, key in self._matcher.find(text):
            ident = key
            if key in self._capitals and self._acts(text, start, end):
                ident = self._capitals[key]
            found.append(Mention(start, end, ident, self._kinds[ident]))
        return found

    def _acts(self, text: str, start: int, end: int) -> bool:
        verb = _PREDICATE.match(text, end)
        return bool(verb and verb[1] in _POLITICAL) and not _LOCATIVE.search(text[max(0, start - 20) : start])

    def _read(self, text: str, *, heading: bool = False) -> None:
        """Take in one text: judge each span of capitalised words, and look the rest up in the gazetteer."""
        self._position += 1
        taken: list[tuple[int, int]] = []
        after_place = -1
        for start, span in spans(text):
            self._position += 1
            if span in lexicon.gazetteer():
                if not heading:
                    after_place = start + len(span)
                continue
            listed = after_place >= 0 and bool(_LIST_GAP.fullmatch(text, after_place, start))
            reading = read_name(text, start, span, heading=heading, listed=listed)
            if reading is None or (heading and reading.kind != "person"):
                continue
            if self._splits(reading):
                continue
            end = reading.start + len(reading.name)
            if reading.kind is None:
                self._loose.update(reading.name.split()[-1:] if heading else [reading.name])
                continue
            if self._german and reading.weight < 2:
                continue
            if reading.kind == "place" and reading.weight < 3:
                after_place = end
            taken.append((reading.start, end))
            self._add(reading, text, end)
        for start, end, name in known().find(text):
            if not any(s < end and start < e for s, e in taken):
                self._add_known(name, text, start)

    @staticmethod
    def _splits(reading: Reading) -> bool:
        """Tell whether a weak reading is but known names side by side ("Russia-Ukraine", "Turkish")."""
        return reading.weight < 2 and bool(known().find(reading.name))

    def _add(self, reading: Reading, text: str, end: int) -> None:
        candidate = self._found.setdefault(reading.name.replace("’", "'"), _Candidate(self._position))
        candidate.kinds[reading.kind] += reading.weight
        if reading.role:
            candidate.roles.append(reading.role)
        short = _ABBREVIATION.match(text, end)
        if short and _initials(reading.name, short[1]):
            candidate.aliases.append(short[1])
            candidate.kinds[reading.kind if reading.kind != "person" else "organisation"] += 5

    def _add_known(self, name: str, text: str, start: int) -> None:
        entry = lexicon.gazetteer()[name]
        if name in entry.capitals and entry.kind == "country":
            if _LOCATIVE.search(text[max(0, start - 12) : start]):
                self._located.setdefault(name, self._position)
            elif name not in self._located:
                self._known.setdefault(entry.name, self._position)
            return
        self._known.setdefault(entry.name, self._position)

    def _entities(self) -> tuple[Entity, ...]:
        """Fold the names into entities, in the order in which they come up."""
        rows: list[tuple[int, Entity]] = []
        for capital in self._capital_places():
            rows.append((self._located.get(capital, 0), Entity(id=slugify(capital), name=capital, kind="place")))
        places = {entity.name for _, entity in rows}
        known_rows = lexicon.gazetteer()
        for name, first in self._known.items():
            entry = known_rows[name]
            aliases = tuple(a for a in (*entry.aliases, *entry.demonyms, *entry.capitals) if a not in places)
            rows.append((first, Entity(id=slugify(name), name=name, kind=entry.kind, aliases=aliases)))
        named: dict[Kind, dict[str, _Candidate]] = {"person": {}, "organisation": {}, "place": {}}
        for name, candidate in self._found.items():
            kind = max(candidate.kinds, key=lambda k: (candidate.kinds[k], k == "person"))
            if kind is not None and name not in known_rows:
                named.setdefault(kind, {})[name] = candidate
        surnames = {name.split()[-1] for name in named["person"]}
        surnames |= {short for candidate in self._found.values() for short in candidate.aliases}
        for kind in ("organisation", "place"):
            for name, candidate in named[kind].items():
                if name not in surnames and not (kind == "place" and any(name in n.split() for n in named["person"])):
                    entity = Entity(id=slugify(name), name=name, kind=kind, aliases=tuple(dict.fromkeys(candidate.aliases)))
                    rows.append((candidate.first, entity))
        rows.extend(self._people(named["person"]))
        rows.sort(key=lambda row: row[0])
        return self._finish([entity for _, entity in rows])

    def _capital_places(self) -> list[str]:
        titled = [name for _, _, name in known().find(self._title) if name in lexicon.gazetteer()[name].capitals]
        return list(dict.fromkeys((*self._located, *(t for t in titled if t == self._title))))

    def _people(self, found: dict[str, _Candidate]) -> list[tuple[int, Entity]]:
        """Make one person of each full name and the short forms of it."""
        full = [name for name in found if " " in name]
        heads: dict[str, str] = {}  # name -> the name that it is folded into
        for name in sorted(full, key=lambda n: (found[n].first, n)):
            twin = next((h for h in dict.fromkeys(heads.values()) if _same_person(h, name)), None)
            heads[name] = twin or name
        for name in found:
            if name not in heads:
                longer = [h for h in dict.fromkeys(heads.values()) if " " in h and name in (_surname(h), h.split()[-1])]
                heads[name] = longer[0] if len(longer) == 1 else name
        surnames = Counter(_surname(h) for h in set(heads.values()))
        givens = Counter(h.split()[0] for h in set(heads.values()))
        people = []
        for head in dict.fromkeys(heads.values()):
            group = [name for name in found if heads[name] == head]
            aliases = [name for name in group if name != head]
            parts = head.split()
            if len(parts) > 1 and not ROMAN.fullmatch(parts[-1]):
                aliases += [s for s in (_surname(head), parts[-1]) if surnames[_surname(head)] == 1]
                if givens[parts[0]] == 1 and parts[0] in self._loose:
                    aliases.append(parts[0])
            roles = [role for name in group for role in found[name].roles]
            aliases = [a for a in dict.fromkeys(aliases) if a != head and a not in lexicon.gazetteer() and a.lower() not in lexicon.NOT_NAMES]
            first = min(found[name].first for name in group)
            people.append((first, Entity(id=slugify(head), name=head, kind="person", role=_best_role(roles), aliases=tuple(aliases))))
        return people

    def _finish(self, entities: list[Entity]) -> tuple[Entity, ...]:
        from msgspec.structs import replace

        unique: dict[str, Entity] = {}
        for entity in entities:
            unique.setdefault(entity.id, entity)
        names = [(name, e.id) for e in unique.values() for name in (e.name, *e.aliases)]
        self._matcher = Matcher(names)
        self._kinds: dict[str, Kind | None] = {e.id: e.kind for e in unique.values()}
        self._capitals = {}
        for entity in unique.values():
            entry = lexicon.gazetteer().get(entity.name)
            if entity.kind == "place" and entry and entry.kind == "country" and slugify(entry.name) in unique:
                self._capitals[entity.id] = slugify(entry.name)
        sided = []
        for entity in unique.values():
            side = None
            if entity.kind == "person" and entity.role:
                side = next((k for _, _, k in self._matcher.find(entity.role) if self._kinds[k] in ("country", "organisation")), None)
            sided.append(replace(entity, side=side))
        return tuple(sided)


def _initials(name: str, short: str) -> bool:
    """Tell whether `short` is made of the first letters of `name`'s words."""
    letters = iter(w[0].lower() for w in re.findall(r"\w+", name))
    wanted = [c.lower() for c in short if c.isalpha()]
    return sum(any(c == letter for letter in letters) for c in wanted) >= max(2, len(wanted) - 2)


def _surname(name: str) -> str:
    """Give the family name with its particles: "Ursula von der Leyen" -> "von der Leyen"."""
    parts = name.split()
    start = len(parts) - 1
    while start > 1 and parts[start - 1].islower():
        start -= 1
    return " ".join(parts[start:])


def _same_person(one: str, other: str) -> bool:
    """Tell whether two full names are of one person: the same family name, given names alike or cut to initials."""
    a, b = one.split(), other.split()
    if _surname(one) != _surname(other):
        same_stem = _surname(one)[:5] == _surname(other)[:5] and abs(len(one) - len(other)) <= 2
        return a[0] == b[0] and len(a) == len(b) and same_stem and len(_surname(one)) >= 5
    middles = [part for name in (a, b) for part in name[1 : -len(_surname(one).split())]]
    if any(len(part.strip(".")) > 1 for part in middles) and a != b:
        return False  # John Adams is not John Quincy Adams
    first_a, first_b = a[0].strip("."), b[0].strip(".")
    shorter = min(len(first_a), len(first_b))
    return first_a == first_b or (shorter <= 2 and first_a[0] == first_b[0])


def _best_role(roles: list[str]) -> str | None:
    """Take the role that says most: the longest of those told, the first of equals."""
    return max(roles, key=len) if roles else None
