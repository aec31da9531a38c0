"""Make one person of each full name and the short forms of it."""

import re
from collections.abc import Collection, Container, Iterable, Mapping

from talkscli.extract.namesakes import Namesakes
from talkscli.extract.spans import ARABIC_ARTICLE
from talkscli.extract.titles import ROMAN
from talkscli.language import vocabulary

_ARTICLE = re.compile(f"^{ARABIC_ARTICLE}")
_GENERATIONS = ("Jr", "Jr.", "Sr", "Sr.", "III")
_NICKNAME = re.compile(r"\s[\"“‘']([^\"“”‘’']+)[\"”’'](?=\s)")  # Anna “Swift” Berg
_LONG = 5  # letters of a family name in which one may be another
_COMPARED = 50  # names with the same beginning of the family name, the last ones: a list of thousands takes no longer


def heads(names: Iterable[str], namesakes: Namesakes | None = None, language: str = "en") -> dict[str, str]:
    """Map each name of a person to the fullest form of it.

    "Berg" is folded into "Anna Berg" where no other person has that family name, "A. K. Berg" into "Anna Berg", and
    two spellings of a family name under one given name are one.

    Args:
        names: The names of persons as they stand in the text, longer or shorter, in the order in which they come up.
        namesakes: Knows whom a family name alone means.
        language: The one of the text: in Spanish people have two family names, of which the second may be left out.

    Returns:
        For each name the one that it is a form of: itself where there is no fuller one.
    """
    found: dict[str, str] = {}
    by_stem: dict[tuple[str, str], list[str]] = {}
    by_surname: dict[str, list[str]] = {}
    shorts = []
    first: dict[str, int] = {}
    for at, name in enumerate(names):
        first[name] = at
        if " " not in name:
            shorts.append(name)
            continue
        group = by_stem.setdefault((surname(name)[:5], name[0]), [])
        twin = next((head for head in group[-_COMPARED:] if _same(head, name)), None)
        found[name] = twin or name
        if twin is None:
            group.append(name)
            for short in {surname(name), *_bare(name), *_NICKNAME.findall(name)}:
                by_surname.setdefault(short, []).append(name)
    found |= _without_second(found) if language == "es" else {}
    by_slip = _by_slip(by_surname) if shorts else {}
    by_given: dict[str, list[str]] = {}
    for full in dict.fromkeys(found.values()):
        by_given.setdefault(full.split()[0], []).append(full)
    for name in shorts:
        family = [*dict.fromkeys(found[full] for full in by_surname.get(name, ()))]
        fuller = family or by_given.get(name, [])
        found[name] = (
            bearer(name, fuller, first, namesakes if family else None) or _misspelt(name, by_surname, by_slip) or name
        )
    return found


def _without_second(found: Mapping[str, str]) -> dict[str, str]:
    """Find the names that leave out the second family name: "Eva María Berg" or "Eva Berg" of "Eva María Berg Lund"."""
    fuller: dict[str, list[str]] = {}
    for head in dict.fromkeys(found.values()):
        parts = head.split()
        for form in {" ".join(parts[:-1]), f"{parts[0]} {parts[-2]}"} if len(parts) > 2 else ():
            fuller.setdefault(form, []).append(head)
    longest = {form: max(names, key=len) for form, names in fuller.items()}
    return {name: longest[head] for name, head in found.items() if head in longest and longest[head] != head}


def _by_slip(by_surname: Mapping[str, list[str]]) -> dict[str, set[str]]:
    """Map what family names are without one of their letters, and whole, to them: two that share it differ in one."""
    found: dict[str, set[str]] = {}
    for family in by_surname:
        for form in _cut(family) if len(family) >= _LONG - 1 else ():
            found.setdefault(form, set()).add(family)
    return found


def _cut(word: str) -> set[str]:
    """Return a word with its first letter, and any one of the others left out or none."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}


def _misspelt(short: str, by_surname: Mapping[str, list[str]], by_slip: Mapping[str, set[str]]) -> str | None:
    """Find the one person whose family name stands there with a letter less, more or other: "Berk" for "Berg"."""
    if len(short) < _LONG:
        return None
    alike = {family for form in _cut(short) for family in by_slip.get(form, ()) if _one_slip(family, short)}
    names = by_surname[alike.pop()] if len(alike) == 1 else []
    other = len(names) == 1 and (vocabulary.is_family(short) or vocabulary.is_name(short))  # looked up last: it is slow
    return names[0] if len(names) == 1 and not other else None


def _one_slip(one: str, other: str) -> bool:
    """Tell whether two words differ in one letter."""
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest = {one[same + 1 :] == other[same:], one[same:] == other[same + 1 :], one[same + 1 :] == other[same + 1 :]}
    return one != other and abs(len(one) - len(other)) <= 1 and True in rest


def bearer(
    short: str, names: Collection[str], first: Mapping[str, int], namesakes: Namesakes | None = None
) -> str | None:
    """Say who is meant by a short form: who alone had been named when it came up first, if several may be.

    Of several that had been, it is whom the text is about.

    Args:
        short: A family name, or a given name.
        names: The full names that it may be short for.
        first: Where each name comes up first.
        namesakes: Knows whom a family name alone means.
    """
    known = [name for name in names if first[name] < first.get(short, 0)] if len(names) > 1 else list(names)
    if len(known) > 1 and namesakes:
        return namesakes.chief(sorted(known, key=lambda name: first[name]))
    return known[0] if len(known) == 1 else None


def short_forms(
    persons: Iterable[str],
    loose: Collection[str],
    placed: Container[str],
    first: Mapping[str, int],
    namesakes: Namesakes | None = None,
) -> dict[str, list[str]]:
    """List the short forms by which each person may be named.

    Args:
        persons: Full names.
        loose: Names that stand alone somewhere in the text.
        placed: Names that are places in it.
        first: Where each name comes up first.
        namesakes: Knows whom a family name alone means.

    Returns:
        For each person the family name, and the given name where it stands alone, as far as nobody else shares them.
    """
    persons = list(persons)
    surnames: dict[str, list[str]] = {}
    givens: dict[str, list[str]] = {}
    for name in persons:
        surnames.setdefault(surname(name), []).append(name)
        givens.setdefault(name.split()[0], []).append(name)
    firms: dict[str, str | None] = {}  # "Adam Vintra", then "Vintra", then a director Eva Vintra
    for name in loose:
        short = surname(name)
        for person in surnames.get(short, ()) if " " in name else ():
            if first[name] < first.get(short, 0) < first[person]:
                firms[short] = name
    family = {short: bearer(short, names, first, namesakes) for short, names in surnames.items()} | firms
    given = {short: bearer(short, names, first) for short, names in givens.items()}
    found: dict[str, list[str]] = {}
    for name in persons:
        parts = name.split()
        forms: list[str] = []
        if len(parts) > 1 and not ROMAN.fullmatch(parts[-1]):
            if family[surname(name)] == name:
                forms += [surname(name), *_bare(name)]
            forms += [nickname for nickname in _NICKNAME.findall(name) if nickname in first]
            if len(parts) > 2 and (tail := " ".join(parts[1:])) in first:
                forms.append(tail)  # "García Reed" of "Ana García Reed"
            if parts[0] in loose and given[parts[0]] == name:
                forms.append(parts[0])
        found[name] = [form for form in dict.fromkeys(forms) if free(form, placed) and form != name]
    return found


def free(form: str, placed: Container[str]) -> bool:
    """Tell whether a short form means nothing else: no country, no place of the text, no common word."""
    known = vocabulary.gazetteer().get(form)
    other = known is not None and ((known.kind != "place" and form not in known.capitals) or form in placed)
    return not other and form.lower() not in vocabulary.NOT_NAMES


def _bare(name: str) -> tuple[str, str]:
    """Return the last part of a name, with its article and without: "al-Reed", "Reed"."""
    last = surname(name).split()[-1]
    return last, _ARTICLE.sub("", last)


def surname(name: str) -> str:
    """Return the family name with its particles: "von der Au" of "Anna von der Au"."""
    parts = name.split()
    if len(parts) > 2 and parts[-1] in _GENERATIONS:
        parts.pop()
    start = len(parts) - 1
    while start > 1 and parts[start - 1].islower():
        start -= 1
    return " ".join(parts[start:])


def _same(one: str, other: str) -> bool:
    """Tell whether two full names are of one person: the same family name, given names alike or cut to initials."""
    one, other = _NICKNAME.sub("", one), _NICKNAME.sub("", other)
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
