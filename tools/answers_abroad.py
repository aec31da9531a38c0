"""Find in the Open Multilingual Wordnet the words of other languages that tell what kind of answer is wanted, and their money."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import callings
import tongues
import wordnet

from talkscli.language.frequency import function_words
from talkscli.language.spelling import alike
from talkscli.language.words import words

if TYPE_CHECKING:
    from babel import Locale

POSSESSION, STATES, PAYING = 21, 42, 40  # fields of nouns and verbs
OTHERS = {
    "cs": "ces", "da": "dan", "el": "ell", "fi": "fin", "ja": "jpn", "nb": "nob", "pl": "pol", "sv": "swe", "tr": "tur",
    "zh": "cmn",
}  # fmt: skip
CODES = callings.LANGUAGES | OTHERS
SUMS = ("charge", "price", "cost")
"""Above the nouns for what is paid."""
OTHER_SUMS = ("discount", "reduction", "reward", "penalty", "compensation")
"""And above those of them that ask for no sum."""
KINDS: dict[str, tuple[tuple[str, str, int | None], ...]] = {
    "cost": (("monetary value", "n", None), ("price", "n", 7)),
    "costs": (("cost", "v", STATES),),
    "money": (("money", "n", None),),
    "paid": (("pay", "v", PAYING), ("pay up", "v", PAYING)),
    "dear": (("expensive", "a", None), ("cheap", "a", None)),
    "free": (("complimentary", "a", None), ("gratis", "r", None)),
    "phone": (("telephone", "n", None), ("phone number", "n", None)),
    "numbered": (("number", "n", 7), ("number", "n", 10), ("phone number", "n", None)),
    "mail": (("electronic mail", "n", None),),
    "where": (("address", "n", 15),),
    "duration": (("duration", "n", None),),
}
"""Kind of answer -> the words that a synset begins with, their part of speech and field."""
COMMON, FORMS = 3.0, 2.5  # Zipf frequencies of the words, and of other forms of theirs
MOSTLY = 0.5  # share of a word's senses that are of the kind
ALIKE = 0.5  # likeness of a currency's name in two languages
EVERYWHERE = ("EUR", "USD", "GBP", "CHF")


def files(language: str) -> tuple[str, ...]:
    """Return the files with the wordnets of a language."""
    return f"wikt/wn-wikt-{CODES[language]}", *callings.OWN.get(language, ())


def asking() -> Iterator[str]:
    """Yield a line for each language and kind: "de-cost", then the words; "currency" has the names of money."""
    for language in sorted(CODES):
        lemmas = {kind: _lemmas(language, senses, 1 if kind == "money" else 2) for kind, senses in _senses().items()}
        forms = _forms(language, set().union(*lemmas.values()))
        spelt = {kind: mine.union(*(forms[lemma] for lemma in mine)) for kind, mine in lemmas.items()}
        found = {kind: _folded(language, mine) for kind, mine in spelt.items()}
        found["currency"] = _currencies(language)
        yield from (f"{language}-{kind} {' '.join(sorted(found[kind]))}" for kind in sorted(found) if found[kind])


@cache
def _senses() -> dict[str, frozenset[wordnet.Sense]]:
    known = wordnet.synsets()
    found = {
        kind: frozenset(
            sense
            for sense, synset in known.items()
            for first, part, field in named
            if sense[0] == part and first in synset.words[:2] and field in (None, synset.field)
        )
        for kind, named in KINDS.items()
    }
    sums = callings.below(SUMS, "n", POSSESSION) - callings.below(OTHER_SUMS, "n", POSSESSION)
    return found | {"cost": found["cost"] | sums}


def _lemmas(language: str, senses: frozenset[wordnet.Sense], least: int) -> set[str]:
    """Find the frequent words that mean mostly that; of unspaced texts those of so many characters at least."""
    frequent, part = tongues.zipfs_spelt(language), next(iter(senses))[0]
    return {
        word
        for file in files(language)
        for word, meant in _meant(file, part).items()
        if len(meant & senses) >= MOSTLY * len(meant)
        and frequent.get(word, 0) >= COMMON
        and (language not in tongues.UNSPACED or len(word) >= least)
    }


def _folded(language: str, spelt: set[str]) -> set[str]:
    """Fold words, function words aside; those of unspaced texts stay as they are written."""
    if language in tongues.UNSPACED:
        return spelt
    folded = [words(word.replace("-", "")) for word in spelt]
    return {one[0] for one in folded if len(one) == 1} - function_words()[language]


@cache
def _meant(file: str, part: str) -> dict[str, set[wordnet.Sense]]:
    found: dict[str, set[wordnet.Sense]] = defaultdict(set)
    for word, sense in callings.meanings((file,), part):
        found[word].add(sense)
    return found


def _forms(language: str, lemmas: set[str]) -> dict[str, set[str]]:
    """Find the frequent forms of words."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    frequent = tongues.zipfs_spelt(language)
    found: dict[str, set[str]] = {lemma: set() for lemma in lemmas}
    if language not in tongues.UNSPACED:
        for form, lemma in DefaultDictionaryFactory().get_dictionary(language).items():
            if lemma in found and frequent.get(form, 0) >= FORMS:
                found[lemma].add(form)
    return found


def _currencies(language: str) -> set[str]:
    """Find what the money of those who speak a language is called, and how that is shortened, if in letters."""
    from babel import Locale
    from babel.numbers import get_currency_name, get_currency_symbol, get_territory_currencies

    locale, english = Locale(language), Locale("en")
    spoken = [Locale.parse(name) for name in _regions(language)]
    codes = {code for one in spoken for code in get_territory_currencies(one.territory)[:1]} | set(EVERYWHERE)
    found: set[str] = set()
    for code in codes:
        symbols = words(get_currency_symbol(code, locale=locale)) if code not in EVERYWHERE else [code.lower()]
        found.update(symbol for symbol in symbols if symbol.isalpha() and len(symbol) > 1)
        if language in tongues.UNSPACED:
            found.add(_bare(locale.currencies[code], locale))
            continue
        noun = english.currencies[code].split()[-1].lower()
        for count in (1, 2, 5, 0.5):
            name = words(get_currency_name(code, count=count, locale=locale))
            found.update(each.word for each in alike(noun, name, ALIKE, 1))
    return found


def _bare(name: str, locale: "Locale") -> str:
    """Return the name of a currency without that of its country: "円" of "日本円"."""
    countries = (each for each in locale.territories.values() if name.startswith(each) and name != each)
    return name.removeprefix(max(countries, key=len, default=""))


def _regions(language: str) -> Iterator[str]:
    from babel.localedata import locale_identifiers

    return (name for name in locale_identifiers() if name.startswith(f"{language}_") and len(name.split("_")[-1]) == 2)
