"""What a document tells of each name in it, before names are folded into entities."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from talkscli.language import vocabulary
from talkscli.language.kinds import Kind
from talkscli.store.model import Entity

_DEPARTMENTS = frozenset("department ministry".split())


class Candidate:
    """What the document says about one name."""

    __slots__ = ("aliases", "first", "kinds", "roles", "sure")

    def __init__(self, first: int) -> None:
        self.first = first
        self.kinds: Counter[Kind] = Counter()
        self.roles: list[tuple[int, str]] = []
        self.aliases: list[str] = []
        self.sure = 0
        """The strongest evidence."""

    @property
    def kind(self) -> Kind:
        """What most of the evidence says; a person where it is even."""
        if len(self.kinds) == 1:
            return next(iter(self.kinds))
        return max(self.kinds, key=lambda kind: (self.kinds[kind], kind == "person"))


def complete(named: dict[str, Candidate], loose: Mapping[str, int]) -> None:
    """Make persons of the names that are shortened as only people's are: "Tove Lund", then "Ms Lund", "Lund" or "Tove".

    Args:
        named: What is told of each name; persons are added.
        loose: Names of which nothing is told, and where they come first.
    """
    full = {name.rpartition(" ")[2] for name, found in named.items() if " " in name and found.kind == "person"}
    for name, first in loose.items():
        given, _, surname = name.rpartition(" ")
        if " " in given or not given or surname in full or name in named:
            continue
        last = named.get(surname)
        known = _is_person(last)
        if (
            known
            or _is_person(named.get(given))
            or (loose.get(surname, 0) > first and given not in loose and _is_nothing_else(name))
        ):
            named[name] = Candidate(last.first if known and last else first)
            named[name].kinds["person"] = 2


def _is_person(candidate: Candidate | None) -> bool:
    return candidate is not None and candidate.kind == "person"


def _is_nothing_else(name: str) -> bool:
    """Tell whether no word of a name is a common one, an acronym or a place's."""
    return not any(
        word[:2].isupper()
        or word in vocabulary.gazetteer()
        or word.lower() in vocabulary.NOT_NAMES
        or vocabulary.is_ordinary(word.lower())
        for word in name.split()
    )


def abbreviate(named: Mapping[str, Candidate], loose: Iterable[str]) -> None:
    """Fold letters that stand alone into the one body whose initials they are: "SLBA", "VB" of "VintraBrew".

    Args:
        named: What is told of each name; the bodies take on other names.
        loose: Names of which nothing is told.
    """
    full: dict[str, list[Candidate]] = {}
    for name, candidate in named.items():
        if candidate.kind != "person" and not name.isupper():
            full.setdefault("".join(filter(str.isupper, name)), []).append(candidate)
    for name in (*named, *loose):
        bodies = full.get(name, ())
        if len(bodies) == 1 and len(name) > 2:
            bodies[0].aliases.append(name)


def joined(named: Mapping[str, Candidate]) -> set[str]:
    """Make one of the bodies that are told in two ways: "Port Department", "Department of Port and Sea", "of Port".

    Args:
        named: What is told of each name; the bodies take on other names.

    Returns:
        The names that are now other names of bodies.
    """
    bodies = {_in_order(name): name for name, found in reversed([*named.items()]) if found.kind == "organisation"}
    same: dict[str, str] = {}
    for name, candidate in named.items():
        if candidate.kind != "organisation" or " " not in name:
            continue
        other = bodies[_in_order(name)]
        longer = bodies.get(_in_order(name).rpartition(" and ")[0]) if " and " in name else None
        if other != name:
            same[name] = other
        if longer and " of " in _in_order(longer):
            same[longer] = other
    for short, full in same.items():
        while full in same:
            full = same[full]
        named[full].aliases += (short, *named[short].aliases)
    return set(same)


def also_known(rows: list[tuple[int, Entity]], named: Mapping[str, Candidate]) -> set[str]:
    """Add to the bodies of the gazetteer what a document calls them: "Centers for Port Control".

    Args:
        rows: Where each comes first, and the entity; those that take on a name are replaced.
        named: What is told of each name.

    Returns:
        The names that are now other names of bodies.
    """
    known: dict[str, int] = {}
    for i, (_, entity) in enumerate(rows):
        for name in entity.names if entity.kind == "organisation" else ():
            for form in (_in_order(name), _in_order(name).rpartition(" and ")[0]):
                known.setdefault(form if " of " in form else "", i)
    found = set()
    for name, candidate in named.items() if known else ():
        at = known.get(_in_order(name)) if candidate.kind == "organisation" and " " in name else None
        if at is not None:
            first, entity = rows[at]
            aliases = dict.fromkeys((*entity.aliases, name, *candidate.aliases))
            rows[at] = (min(first, candidate.first), replace(entity, aliases=tuple(aliases)))
            found.add(name)
    return found


def _in_order(name: str) -> str:
    """Write the name of a body as its full form begins: "Port Department" as "department of port"."""
    words = name.lower().replace(" for ", " of ").replace(" of the ", " of ").split()
    if words[-1] in _DEPARTMENTS and "of" not in words and len(words) > 1:
        words = [words[-1], "of", *words[:-1]]
    return " ".join([vocabulary.singular(words[0]), *words[1:]])


def chosen(told: Sequence[tuple[int, str]]) -> str | None:
    """Choose what somebody is: what of two words or more is told beside the name first, else the longest.

    Args:
        told: How plainly each role stands at the name, and the role, in order.
    """
    first = next((role for plain, role in told if plain > 1 and " " in role), None)
    return first or max(told, key=lambda each: (each[0] > 1, len(each[1])), default=(0, None))[1]
