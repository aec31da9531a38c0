"""The words by which names are known, in English, German and Ukrainian; and the gazetteer."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from talkscli.language import offices, tables
from talkscli.language.calendar import MONTHS, WEEKDAYS
from talkscli.language.kinds import Kind
from talkscli.language.numbers import NUMERALS
from talkscli.language.words import STOP


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def _bodies() -> frozenset[str]:
    return frozenset(tables.read("bodies-en").split())


def is_body(word: str) -> bool:
    """Tell whether a word is a noun for an organisation: "company", "newspaper"."""
    return word in _bodies()


def ends_body(word: str) -> bool:
    """Tell whether a word ends the name of an organisation: "Vintra Brewing Company", "Vintra Holdings"."""
    return word in _LAST_OF_BODIES or is_kind_of_body(word)


@lru_cache(20_000)
def is_kind_of_body(word: str) -> bool:
    """Tell whether a word before a name or behind it makes that an organisation's: "the ferry group Vintra"."""
    return (word in _ALSO_BODIES or is_body(word)) and word not in PLACE_LAST


def opens_body(word: str) -> bool:
    """Tell whether a word begins such a name before "of", "for" or "on": "University of …"."""
    return word == "house" or ends_body(word)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(tables.read("ordinary-en").split())


def singular(word: str) -> str:
    """Return the singular of a regular plural: "party" of "parties"."""
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


@lru_cache(20_000)
def is_ordinary(word: str) -> bool:
    """Tell whether a word, perhaps in the plural, is a common noun or adjective that nobody is called."""
    return word in _ordinary() or (word[-1:] == "s" and singular(word) in _ordinary())


PARTICLES = _words(
    """
    von van der den de del della di da dos das du la le bin ibn al el ter ten zu zur af av y e e' d' mac
    """
)
# Of what no noun for organisations tells: whole names of them, what they are for, where they are, how firms are signed.
_ALSO_BODIES = _words(
    """
    administration ag airline airlines airways alliance assembly authority ballet cabinet center centre chamber co
    college confederation congress court energy entertainment exchange fc force forces fund gazette gmbh group
    guard guardian herald holdings hospital inc industries initiative insurance journal laboratory labs library
    llc ltd magazine ministry motors museum network news observatory observer parliament partners plc post press
    protection railways records senate service services society software studios systems technologies theater
    theatre times tribunal tribune trust united university
    """
)
# What only ends one: "England international Berg".
_LAST_OF_BODIES = _words(
    "communications equities international media pharmaceuticals pictures productions publishing securities"
)
PLACE_LAST = _words(
    """
    river lake sea ocean bay gulf strait channel canal creek falls harbour harbor port island islands peninsula
    cape mountain mountains mount hill hills valley desert forest park garden gardens square street road avenue
    boulevard lane highway bridge tunnel tower castle palace cathedral abbey station airport stadium arena city
    town village county district province region state territory republic kingdom coast beach quarter plaza
    field market gate basin plain plateau dam reservoir quay pier wharf lighthouse meadow ridge canyon glacier
    """
)
PLACE_FIRST = _words("lake mount cape fort port river gulf isle county fort san santa saint st")
KIN = _words(
    "wife husband widow widower spouse mother father son daughter brother sister cousin aunt uncle niece nephew"
)
OWN = _words(
    "wife husband widow mother father son daughter brother sister childhood birth death career influence speech "
    "resignation presidency biography"
)
"""What only a person has."""
PERSONAL = OWN | _words(
    "remarks remark comments comment words statement statements family life appointment lawyer campaign deputy "
    "predecessor successor novel novels poems paintings colleagues book books diary letters"
)
"""What hardly anything else has that goes by several words."""
HUMAN_VERBS = _words(
    """
    met sat married resigned died retired attended graduated testified tweeted smiled laughed wept hoped
    """
)
NOT_NAMES = (
    STOP
    | NUMERALS
    | offices.MISTER
    | {name.lower() for name in (*MONTHS, *WEEKDAYS)}
    | _words(
        """
    spring summer autumn winter today tomorrow
    yesterday tonight however meanwhile although despite since while during following according because unlike like yet
    still many several some most another among between besides therefore thus instead moreover furthermore
    additionally finally first second third fourth hundred thousand million north south east west northern
    southern eastern western central english latin christmas easter internet covid covid-19 god bible quran
    god's world war cold civil wars olympics olympic games cup championship championships prize award awards
    ancient modern medieval early late new old great part chapter section figure table page faq faqs yes please
    note article articles source sources read subscribe advertisement born even though thousands hundreds
    millions dozens officials residents experts critics police authorities scientists researchers people
    students teachers parents supporters opponents workers members others visitors campaigners engineers
    ministers nothing everyone everything nobody somebody someone anybody neither either whether once everybody
    der die das ein eine und oder in im am an auf bei mit von zu für nach vor seit aus es er sie wir ihr ich
    nicht у в на з із до від та і й це що як за під час після про для не але він вона вони ми
    """
    )
)
ACRONYMS_NOT = _words(
    """
    TV DVD CD AM PM CEO CFO CTO FAQ GDP DNA RNA HTML PDF OK ID IT AI UK US USA II III IV VI VII VIII IX XI XII
    XIII AD BC BCE CE  GMT UTC EST CET MW KW GPS CO2 LED PhD MA BA MSC BSC IQ ATM HIV AIDS MRI GWH KWH LNG SUV
    USB WWI WWII MP MEP PC VIP DIY
    """
)


class Known(NamedTuple):
    """A name that the gazetteer knows."""

    name: str
    kind: Kind
    aliases: tuple[str, ...]
    capitals: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


@cache
def gazetteer() -> dict[str, Known]:
    """Map each name, other name, demonym and capital that is known to what it stands for."""
    found: dict[str, Known] = {}
    for line in tables.read("places").splitlines():
        for name in _split(line):
            found[name] = Known(name, "place", ())
    for line in tables.read("countries").splitlines():
        name, demonyms, capitals, others = (*map(str.strip, line.split(";")), "", "", "")[:4]
        known = Known(name, "country", (*_split(others),), _split(capitals), _split(demonyms))
        for alias in (name, *known.aliases, *known.capitals, *known.demonyms):
            found[alias] = known
    taken = frozenset(found)  # "USA" is no army
    for line in tables.read("organisations").splitlines():
        name, _, others = line.partition(";")
        known = Known(name.strip(), "organisation", tuple(alias for alias in _split(others) if alias not in taken))
        for alias in (known.name, *known.aliases):
            found[alias] = known
    return found


def demonyms(country: str) -> tuple[str, ...]:
    """Look up what the people of a country, and what is theirs, is called; the table is not read for it.

    Args:
        country: The name that the gazetteer has.
    """
    line = re.search(rb"(?m)^" + re.escape(country.encode()) + rb" *;([^;\n]*)", tables.raw("countries"))
    return _split(line[1].decode()) if line else ()


@cache
def regions(language: str) -> dict[str, str]:
    """Map the names that countries and cities have in another language only to those that the gazetteer has.

    Args:
        language: A code of ISO 639-1.
    """
    names = tables.look_up(tables.raw("regions"), f"{language};").split("; ")
    return {name: english for name, _, english in (pair.partition("=") for pair in names if pair)}


@cache
def given_names() -> dict[str, str]:
    """Map the known given names to who bears them: men (m), women (f) or both (mf)."""
    found: dict[str, str] = {}
    for line in tables.read("given").splitlines():
        sex, *names = line.split()
        both = [name for name in found.keys() & names if found[name] != sex]
        found |= dict.fromkeys(names, sex) | dict.fromkeys(both, "mf")
    return found


def is_name(text: str) -> bool:
    """Tell whether a text, written as a name is, is one that the gazetteer has, or a given name.

    The tables are looked through as they stand: to read them all takes longer than an answer may.
    """
    wanted = re.escape(text.encode())
    placed = re.compile(rb"(?:^|[;,] )" + wanted + rb"(?=[;,\n])", re.MULTILINE)
    return any(map(placed.search, map(tables.raw, ("countries", "organisations", "places", "people")))) or is_given(
        text
    )


def is_given(text: str) -> bool:
    """Tell whether a text, written as a name is, is a given name; looked up as `is_name` does."""
    return bool(re.search(rb" " + re.escape(text.encode()) + rb"(?=[ \n])", tables.raw("given")))


@cache
def _families() -> bytes:
    return tables.raw("family").replace(b"\n", b" ")


@lru_cache(20_000)
def is_family(name: str) -> bool:
    """Tell whether a word is a family name, and no word or place as well; looked up in the table as it stands."""
    plain = name.replace("’", "").replace("'", "").capitalize() if name[:1].isupper() else name  # O'Rourke, McDonald
    return tables.holds(_families(), plain)


@cache
def _called() -> frozenset[str]:
    return frozenset(tables.read("surnames-en").split())


def is_also_family(word: str) -> bool:
    """Tell whether an ordinary word, written as a name is, is what many are called as well: "Banks", "Fish"."""
    return word in _called()


def is_country(name: str) -> bool:
    """Tell whether a text is the name of a country."""
    return f"\n{name};".encode() in b"\n" + tables.raw("countries")


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split(","))))


@cache
def public_figures() -> frozenset[str]:
    """Return the surnames by which some people are known everywhere."""
    return frozenset(name for line in tables.read("people").splitlines() for name in _split(line))
