"""Make one person of each full name and the short forms of it."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping

from talkscli.extract.roles import ROMAN
from talkscli.language import vocabulary

_COMPARED = 50  # names with the same beginning of the family name, the last ones: a list of thousands takes no longer


def heads(names: Iterable[str]) -> dict[str, str]:
    """Map each name of a person to the fullest form of it.

    "Berg" is folded into "Anna Berg" where no other person has that family name, "A. K. Berg" into "Anna Berg", and
    two spellings of a family name under one given name are one.

    Args:
        names: The names of persons as they stand in the text, longer or shorter.

    Returns:
        For each name the one that it is a form of: itself where there is no fuller one.
    """
    found: dict[str, str] = {}
    by_stem: dict[tuple[str, str], list[str]] = {}
    by_surname: dict[str, list[str]] = {}
    shorts = []
    for name in names:
        if " " not in name:
            shorts.append(name)
            continue
        group = by_stem.setdefault((surname(name)[:5], name[0]), [])
        twin = next((head for head in group[-_COMPARED:] if _same(head, name)), None)
        found[name] = twin or name
        if twin is None:
            group.append(name)
            for short in {surname(name), name.split()[-1]}:
                by_surname.setdefault(short, []).append(name)
    by_given: dict[str, list[str]] = {}
    for full in set(found.values()):
        by_given.setdefault(full.split()[0], []).append(full)
    for name in shorts:
        fuller = by_surname.get(name) or by_given.get(name, [])
        found[name] = fuller[0] if len(fuller) == 1 else name
    return found


def short_forms(persons: Iterable[str], loose: Mapping[str, int], placed: Container[str] = ()) -> dict[str, list[str]]:
    """List the short forms by which each person may be named.

    Args:
        persons: Full names.
        loose: Names that stand alone somewhere in the text, with how often.
        placed: Names that are places in it.

    Returns:
        For each person the family name, and the given name where it stands alone, as far as nobody else shares them.
    """
    persons = list(persons)
    surnames = Counter(surname(name) for name in persons)
    givens = Counter(name.split()[0] for name in persons)
    found: dict[str, list[str]] = {}
    for name in persons:
        parts = name.split()
        forms: list[str] = []
        if len(parts) > 1 and not ROMAN.fullmatch(parts[-1]):
            if surnames[surname(name)] == 1:
                forms += [surname(name), parts[-1]]
            if givens[parts[0]] == 1 and parts[0] in loose:
                forms.append(parts[0])
        found[name] = [form for form in dict.fromkeys(forms) if free(form, placed) and form != name]
    return found


def free(form: str, placed: Container[str]) -> bool:
    """Tell whether a short form means nothing else: no country, no place of the text, no common word."""
    known = vocabulary.gazetteer().get(form)
    other = known is not None and ((known.kind != "place" and form not in known.capitals) or form in placed)
    return not other and form.lower() not in vocabulary.NOT_NAMES


def surname(name: str) -> str:
    """Return the family name with its particles: "von der Au" of "Anna von der Au"."""
    parts = name.split()
    start = len(parts) - 1
    while start > 1 and parts[start - 1].islower():
        start -= 1
    return " ".join(parts[start:])


def _same(one: str, other: str) -> bool:
    """Tell whether two full names are of one person: the same family name, given names alike or cut to initials."""
    a, b = one.split(), other.split()
    family = surname(one)
    if family != surname(other):  # Petrenky, Petrenkyy
        return a[0] == b[0] and len(a) == len(b) and len(family) >= 5 and abs(len(one) - len(other)) <= 2
    middles = [part for name in (a, b) for part in name[1 : -len(family.split())]]
    if a != b and any(len(part.strip(".")) > 1 for part in middles):
        return False  # a middle name tells two people apart
    first_a, first_b = a[0].strip("."), b[0].strip(".")
    return first_a == first_b or (min(len(first_a), len(first_b)) <= 2 and first_a[0] == first_b[0])


def initials(name: str, short: str) -> bool:
    """Tell whether `short` is made of first letters of `name`'s words, in their order."""
    letters = [word[0].lower() for word in re.findall(r"\w+", name)]
    wanted = [c.lower() for c in short if c.isalpha()]
    found = at = 0
    for letter in wanted:
        if letter in letters[at:]:
            at = letters.index(letter, at) + 1
            found += 1
    return found >= max(2, len(wanted) - 2)
