"""Who is a person in German, where every noun has a capital: who is called as people are, or said to be one."""

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from talkscli.extract.judging import Reading
from talkscli.extract.titles import ROMAN
from talkscli.language import frequency, offices, vocabulary
from talkscli.language.closed import closed, speech
from talkscli.language.tongues import tongue
from talkscli.language.words import fold

_SHORT = re.compile(r"(?<![\w.])[a-zä]\.\s?\Z")  # z. B. Schrift
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.")
_ARTICLE = re.compile(r"\b(?:[Dd](?:er|ie|as|em|en|es)|(?:[KkMmSs]?)[Ee]ine?[mnrs]?|[Zz]u[rm]|[IiAa]m|vom|beim)\s\Z")
_COMPOUND = re.compile(r"[A-ZÄÖÜ]{2,}-")  # zu US-Investoren
_SMALL = vocabulary.PARTICLES & (closed("de").articles | closed("de").links)
_PARTICLES = re.compile(rf"\s(?:(?:{'|'.join(sorted(_SMALL))})\s)+(?=[^\W\d_])")
_PLAIN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?")
_NOBLES = frozenset("Graf Gräfin Freiherr Freifrau Baron Baronin Prinz Prinzessin".split())
_NAMES = 3.0  # Zipf frequency
_BEFORE = frozenset("von van auf zu in de".split())  # von der Au
_VERB_AFTER, _VERB_BEFORE = re.compile(r"\s([a-zäöü]+)"), re.compile(r"([a-zäöü]+)\s\Z")


def apart(found: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Cut runs of capitalised words at "von" and "der" behind what is no given name: "Frage der | Anna Berg"."""
    for start, span in found:
        at = 0
        for match in _PARTICLES.finditer(span) if " " in span else ():
            given = span[at : match.start()].rpartition(" ")[2].partition("-")[0]
            if given in vocabulary.given_names() or _INITIAL.fullmatch(given) or given in _NOBLES:
                continue
            yield start + at, span[at : match.start()]
            at = match.end()
        yield start + at, span[at:]


def called(reading: Reading) -> Reading:
    """Take for a person what is called so, although its second word is a common one in English: "Anna Mast"."""
    first, _, last = reading.name.partition(" ")
    alike = reading.kind is None and _PLAIN.fullmatch(last) and first in vocabulary.given_names()
    known = first in vocabulary.gazetteer() or _is_known(last)
    return replace(reading, kind="person", weight=2) if alike and not known else reading


def person(text: str, reading: Reading, told: Callable[[Reading], Reading]) -> Reading | None:
    """Judge somebody whom English rules take for a person.

    A name needs a given name, or an office beside it or a verb of saying and a family name: any noun has a capital.

    Args:
        text: The text that it stands in.
        reading: What they read.
        told: Adds to a reading what the words around it say that somebody is.

    Returns:
        The reading, perhaps with fewer words; None where it is nobody's name.
    """
    trimmed, role = _trimmed(text, reading)
    if trimmed is None:
        return None
    reading = told(trimmed)
    if role:
        reading = replace(reading, role=role, plain=3, weight=3)
    tokens = reading.name.split()
    first, last = tokens[0], tokens[-1]
    common = any(_is_noun(token) for token in tokens[1:] if not token.islower())
    if first in vocabulary.given_names() or (_INITIAL.fullmatch(first) and len(tokens) > 1):
        if reading.role and reading.plain > 1:
            return reading
        thing = common or (len(tokens) == 1 and _is_known(first)) or _COMPOUND.match(last)
        return None if thing or _ARTICLE.search(text, max(0, reading.start - 8), reading.start) else reading
    if reading.name in vocabulary.public_figures() or (role and len(tokens) == 1 and not _is_known(first)):
        return reading
    family = vocabulary.is_family(last) and not (_is_known(first) or offices.is_role_in("de", first))
    if reading.role and reading.plain > 1:
        strange = len(tokens) > 1 and not (common or _is_known(first) or any(map(_is_no_name, tokens)))
        return reading if family or strange else None
    return reading if family and _speaks(text, reading) else None


def _trimmed(text: str, reading: Reading) -> tuple[Reading | None, str | None]:
    """Take from a run what is no name: "Laut", an office, "der …" and "Sie …" behind it, the noun that one owns."""
    tokens, start, role, given = reading.name.split(), reading.start, None, vocabulary.given_names()
    while tokens and tokens[0] not in given:
        office = offices.is_role_in("de", tokens[0]) and len(tokens) > 1
        short = _INITIAL.fullmatch(tokens[0]) and _SHORT.search(text, max(0, start - 4), start)
        if not (office or short or _is_small(tokens[0])):
            break
        role = tokens[0] if office else None
        start += len(tokens.pop(0)) + 1
    cut = next((i for i in range(1, len(tokens)) if _is_apart(tokens, i)), len(tokens))
    tokens = tokens[:cut]
    if len(tokens) > 2 and not vocabulary.is_family(tokens[-1]) and not tokens[-2].islower():
        owns = tokens[-2].endswith("s") and vocabulary.is_family(tokens[-2][:-1])
        if owns or (_is_noun(tokens[-1]) and tokens[-2] not in given):
            tokens = tokens[:-1]
    if not tokens or (len(tokens) == 1 and len(tokens[0]) < 3):
        return None, None
    name = " ".join(tokens)
    return (reading if name == reading.name else replace(reading, name=name, start=start)), role


def _is_apart(tokens: list[str], i: int) -> bool:
    """Tell whether no name goes on at a token: "Adele | das Liebesaus", "Berg | Sie"."""
    token = tokens[i]
    if token.islower():
        return token in closed("de").articles | {"zur", "zum"} and tokens[i - 1] not in _BEFORE
    return _is_small(token) and token not in vocabulary.given_names()


def _is_small(token: str) -> bool:
    """Tell whether a word with a capital is a function word at the head of a sentence: "Laut"."""
    words = tongue("de").function
    if token.islower() or token.lower() in vocabulary.PARTICLES or ROMAN.fullmatch(token):
        return False
    return (fold(token) in words or token.lower() in closed("de").links) and "." not in token


def _is_no_name(token: str) -> bool:
    """Tell whether a word that is no given name is no part of an unknown name either: "zu", "PHOENIX"."""
    return token.islower() or (token.isupper() and len(token) > 2)


def _is_noun(token: str) -> bool:
    """Tell whether a word is a noun of the language and no family name, which English texts would have, too."""
    known = _is_known(token) and not ROMAN.fullmatch(token)
    return (
        known
        and token.lower() not in tongue("de").function
        and not vocabulary.is_family(token)
        and frequency.zipf(fold(token)) < _NAMES
    )


def _is_known(token: str) -> bool:
    """Tell whether a word is a frequent one of the language, which nobody is called alone."""
    return frequency.zipf(fold(token), "de") > 0


def _speaks(text: str, reading: Reading) -> bool:
    """Tell whether a verb of saying stands beside a name."""
    behind = _VERB_AFTER.match(text, reading.start + len(reading.name))
    before = _VERB_BEFORE.search(text, max(0, reading.start - 20), reading.start)
    verbs = speech("de") | closed("de").thus
    return any(found is not None and found[1] in verbs for found in (behind, before))
