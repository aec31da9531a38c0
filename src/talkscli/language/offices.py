"""The words for what people are: offices and titles, occupations, and other nouns for persons."""

import re
from functools import cache, lru_cache

from talkscli.language import frequency, tables
from talkscli.language.words import STOP

MISTER = frozenset("mr mrs ms miss".split())
ADDRESS = MISTER | frozenset("sir herr frau dr lady lord dame hon honourable honorable".split())
"""What people are addressed by, which tells nothing of what they do."""
_SHORT = frozenset(
    "adm asst atty brig capt cmdr col cpl det gen gens gov govs hon insp lt maj rep reps rev sen sens sgt sgts"
    " supt".split()
)
_BRITISH = frozenset("Brig Capt Cmdr Col Cpl Det Insp Lt Maj Rev Sgt Supt".split())  # without a stop, as the British do
ABBREVIATED = _SHORT | frozenset("mr mrs ms dr prof st".split())
"""Titles that are cut short, so that a stop behind them ends no sentence."""
ABBREVIATION = f"(?:{'|'.join(sorted(map(str.capitalize, ABBREVIATED)))})"
"""A pattern of these as they are written, without the stop."""
ALSO = ADDRESS | frozenset(
    "prof mp mep pm ceo cfo cto coo head chief chair judge justice major queen "
    "count principal master speaker chancellor founder councilwoman graduate resident".split()
)
"""Words of which an office is not the first sense."""
# Ukrainian ones, of which the table has few.
_UKRAINIAN = frozenset(
    "президент президентка міністерка прем'єр-міністр прем'єр-міністерка мерка голова директор директорка ректор "
    "ректорка депутат депутатка інженер інженерка архітектор архітекторка професорка вчитель вчителька науковиця "
    "історик історикиня керівник керівниця речник речниця бібліотекарка лікарка письменниця".split()
)
PAST = frozenset("former ex late".split())
"""What tells that somebody is no longer in an office."""
LESSER = PAST | frozenset("acting interim vice deputy assistant associate".split())
"""What makes another office of one: its holder is no longer, not yet or not quite in it."""
FIELDS = frozenset(
    "city county national town federal regional supreme high crown state district home foreign education health "
    "general harbour harbor police fire transport railway school culture environment justice trade energy finance "
    "defence defense interior agriculture library".split()
)
"""What an office is for, and a body may be as well: "Foreign Minister", "Foreign Ministry"."""
HIGHEST = frozenset("prime executive managing general chief".split())
"""What tells of an office that there is none above it in its body."""
PARTS = (
    LESSER
    | FIELDS
    | HIGHEST
    | frozenset(
        """
    attorney senior junior lead first second honorary then-president ex-president new
    current world retired third party opposition team project programme program union museum hospital company bridge
    club research science communications operations bus technical financial operating technology marketing commercial
    editorial artistic musical
    """.split()
    )
)
"""Words that may stand within a role, before or after its head."""
_OCCUPATION = re.compile(
    r"[a-z-]{2,}(?:(ist|ian|neer)|man|woman|smith|keeper|master|mistress|grapher|holder|driver|winner|maker|worker"
    r"|player|champion)$"
)
_NO_OCCUPATION = frozenset("woman human guardian civilian german".split())
_LONG = 6  # letters
_GENDERED = re.compile(r"[*:_]in(?:nen)?$")  # Künstler*innen
_BEHIND = ("-in-chief", "-general", "-elect", "-designate")
_KIN = frozenset("son dad mom".split())  # of what has three letters only these are mostly persons
_BEFORE = ("co-", "ex-", "vice-", "under-", "deputy-", "sub-")


@cache
def titles() -> frozenset[str]:
    """Return the words that may be written as a title before a name, in small letters: "president", "professor"."""
    english = tables.read("roles-en").partition("\n")[0]
    return frozenset(english.split()).union(ALSO, _UKRAINIAN, _abroad()["de"])


@cache
def _abroad() -> dict[str, list[str]]:
    """Map each further language to the words that tell so in any text."""
    return {code: anywhere.split() for code, (anywhere, _) in _rows().items()}


@cache
def _rows() -> dict[str, tuple[str, str]]:
    rows = (line.partition("|") for line in tables.read("roles").splitlines())
    return {row[0][:2]: (row[0][2:], row[2]) for row in rows}


# How a noun may end in these languages, and in the form that the table has instead: "ministra", "députée", "министром".
_ENDINGS = {
    "de": (("in", ""), ("in", "e"), ("innen", ""), ("innen", "e"), ("s", ""), ("en", "er"), ("n", "")),
    "es": (("a", "o"),),
    "fr": (("e", ""),),
    "it": (("a", "o"),),
    "pt": (("a", "o"),),
    "nl": (("e", ""),),
    "ru": (("а", ""), ("у", ""), ("ом", ""), ("е", ""), ("ы", "а"), ("у", "а"), ("ой", "а"), ("ой", "ый"), ("я", "ь")),
    "uk": (("а", ""), ("у", ""), ("ом", ""), ("ові", ""), ("и", "а"), ("у", "а"), ("ою", "а"), ("я", "ь")),
}

_NO_SCHOLAR = "(?!mon|pr|hom|necr|nécr|мон|пр|некр)"  # monólogo
_SCHOLARS = {
    code: re.compile(rf"{_NO_SCHOLAR}\w{{2,}}(?:{endings})")
    for code, endings in {
        "es": "ólog[oa]|iatra", "fr": "ologue|iatre|opathe|thérapeute", "it": "olog[oa]|iatra", "nl": "oloog|iater",
        "pt": "ólog[oa]|iatra", "ru": "олог", "uk": "олог",
    }.items()
}  # fmt: skip
"""How words for scholars and healers end, of which no table has all: "glaciólogo"."""


@cache
def _here(language: str) -> frozenset[str]:
    """The words for people of an office or an occupation in one language, in German for any."""
    more = _UKRAINIAN if language == "uk" else _persons_in_german() if language == "de" else frozenset()
    return frozenset(" ".join(_rows().get(language, ())).split()) | more


@cache
def _ends(language: str) -> frozenset[str]:
    """Those of these words with which a compound for a person ends: "Teamkollege", not "Datenträger"."""
    short = {word for word in _persons_in_german() if len(word) < _LONG or word.endswith("er")}
    return _here(language) - short.difference(" ".join(_rows().get("de", ())).split())


@cache
def _persons_in_german() -> frozenset[str]:
    return frozenset(tables.read("persons-de").split())


def is_role_in(language: str, word: str) -> bool:
    """Tell whether a word is an office or an occupation in another language than English.

    Args:
        language: A code of ISO 639-1.
        word: As it is written, perhaps inflected; in "vice-président" the last part tells, and what a compound ends
            with in languages that write it as one word.
    """
    lower, known = word.lower().strip(".,"), _here(language)
    if language == "de":
        lower = _GENDERED.sub("", lower).replace("ß", "ss")
    forms = {lower, lower.rpartition("-")[2]}
    forms |= {
        form.removesuffix(end) + instead
        for form in forms
        for end, instead in _ENDINGS.get(language, ())
        if form.endswith(end) and len(form) > 5
    }
    if not known.isdisjoint(forms):
        return True
    if language in ("de", "nl") and any(_ends_as_person(form, language) for form in forms):
        return True
    return language in _SCHOLARS and any(map(_SCHOLARS[language].fullmatch, forms))


@lru_cache(20_000)
def _ends_as_person(form: str, language: str) -> bool:
    """Tell whether a compound ends with a word for a person."""
    return any(form[at:] in _ends(language) for at in range(3, len(form) - 4))


def nominative(word: str) -> str:
    """Return a German word for a person as it stands alone, of one: "Kollege" of "Kollegen"."""
    forms = [word, *(word.removesuffix(end) for end in ("nen", "s", "n", "en") if word.endswith(end))]
    for form in forms:
        lower = form.lower().replace("ß", "ss").rpartition("-")[2]
        stem = re.sub(r"[*:_]?in$", "", lower)
        if any(map(_is_one, (lower, stem, f"{stem}e"))):
            return word if _is_one(f"{lower}r") else form  # "Vorsitzenden": who is told, "-e" or "-er"?
    return word


def _is_one(lower: str) -> bool:
    return lower in _here("de") or _ends_as_person(lower, "de")


@cache
def occupations() -> frozenset[str]:
    """Return the words for people of an office or an occupation, in small letters."""
    return frozenset(tables.read("roles-en").split()).union(titles(), *_abroad().values())


@cache
def _speaking() -> dict[str, frozenset[str]]:
    rows = (line.split() for line in tables.read("speaking").splitlines())
    return {code: frozenset(found) for code, *found in rows}


@lru_cache(20_000)
def may_speak(language: str, noun: str) -> bool:
    """Tell whether a noun is a person, or what says what its authors say; in other languages than English also a body.

    Args:
        language: A code of ISO 639-1.
        noun: In small letters, perhaps in the plural; in German and Dutch the last part of a compound tells.
    """
    known = _speaking().get(language, frozenset[str]())
    forms = [noun] + [noun.removesuffix(end) for end in ("s", "es", "n", "en", "e", "er", "i") if noun.endswith(end)]
    forms += [f"{noun[:-3]}y"] if noun.endswith("ies") else []
    forms += [f"{noun[:-1]}{end}" for end in "oae"] if language == "it" and noun.endswith(("i", "e")) else []
    person = any(map(is_person, forms)) if language == "en" else any(is_role_in(language, form) for form in forms)
    if person or not known.isdisjoint(forms):
        return True
    return language in ("de", "nl") and any(form[at:] in known for form in forms for at in range(2, len(form) - 3))


@cache
def _persons() -> frozenset[str]:
    return frozenset(tables.read("persons-en").split())


def is_part(word: str) -> bool:
    """Tell whether a word, in small letters, is a title or may stand within a role: "president", "former"."""
    return word in PARTS or word in titles()


def leads(role: str) -> bool:
    """Tell whether a role is a title in or over something: "chairman of the port"."""
    head, of, _ = role.partition(" of ")
    return bool(of) and head.rpartition(" ")[2] in titles() - ALSO


def is_short(title: str) -> bool:
    """Tell whether a title is one that is cut short, or a rank in one word: "Lt.", "Gen"."""
    return title.lower().strip(".") in _SHORT


@lru_cache(20_000)
def is_role(word: str) -> bool:
    """Tell whether a word is an office or an occupation, by the tables or by its ending ("postman", "botanist")."""
    bare = word.lower().strip(".,")
    if bare.endswith(_BEHIND):
        bare = bare.partition("-")[0]
    if bare.startswith(_BEFORE):
        bare = bare.partition("-")[2]
    if (
        bare in titles()
        or (bare in _SHORT and (word == f"{bare.capitalize()}." or word in _BRITISH))
        or (len(word) > 10 and word[:1].isupper() and _ends_as_title(bare))
    ):
        return True
    return word.islower() and (bare in occupations() or _ends_as_occupation(bare) or _joins_occupation(bare))


@cache
def _ends_as_occupation(word: str) -> bool:
    """Tell whether a word ends as those for occupations do; one that is known must be a person's: "wrist" is none."""
    ending = _OCCUPATION.match(word)
    if ending is None or word in _NO_OCCUPATION:
        return False
    return not ending[1] or word in _persons() or not frequency.zipf(word)


@cache
def _joins_occupation(word: str) -> bool:
    """Tell whether a rare word is a longer one for an occupation behind what that is for: "radioastronomer"."""
    joined = any(word[at:] in occupations() for at in range(3, len(word) - 7))
    return joined and not frequency.zipf(word)  # which takes long to look up


@cache
def _ends_as_title(word: str) -> bool:
    """Tell whether a German compound ends with a long title: "verkehrsminister"."""
    return word.isalpha() and any(word[at:] in titles() for at in range(3, len(word) - 7))


@lru_cache(20_000)
def is_person(word: str) -> bool:
    """Tell whether a word is a noun for a person, be it an office or not: "critic", "neighbour"."""
    bare = word.strip(".,")
    noun = bare.partition("-")[2] if bare.startswith(_BEFORE) else bare
    known = (bare in _persons() or noun in _persons()) and (len(noun) > 3 or noun in _KIN)
    return is_role(word) or (known and bare.islower() and bare not in STOP)
