"""What a document tells of each name in it, before names are folded into entities."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from talkscli.language import vocabulary
from talkscli.language.kinds import Kind


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


def chosen(told: Sequence[tuple[int, str]]) -> str | None:
    """Choose what somebody is: what of two words or more is told beside the name first, else the longest.

    Args:
        told: How plainly each role stands at the name, and the role, in order.
    """
    first = next((role for plain, role in told if plain > 1 and " " in role), None)
    return first or max(told, key=lambda each: (each[0] > 1, len(each[1])), default=(0, None))[1]
