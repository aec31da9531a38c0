"""Find the German nouns for persons: those of which the feminine in "-in" is used, too."""

import re
from collections.abc import Iterable

from talkscli.language.offices import ADDRESS
from talkscli.language.vocabulary import given_names

USED, FEMININE, RARE = 2.8, 2.0, 1.2  # Zipf frequencies
LONG, SHORT, JOINED = 5, 4, 3  # letters; words that end with a short one
_LATIN = re.compile(r"\w{2}(?:ant|ent|ist|olog|agog|eur|path|iater)$")
_UMLAUTS = str.maketrans("äöü", "aou")


def persons(places: Iterable[str]) -> set[str]:
    """Find them, in small letters, "ss" for "ß".

    A noun is one where its feminine is used in the singular and in the plural ("Chefin", "Chefinnen"), one that ends as
    persons do, or with such a noun, where its feminine is used ("Intendantin", "Parteichefin").

    Args:
        places: Names of places, after which people are called as their things are: "Berliner".
    """
    from wordfreq import get_frequency_dict, zipf_frequency

    known = get_frequency_dict("de", wordlist="large")
    stems = {word.removesuffix(end).lower() for word in places for end in ("", "e", "n", "en", "a")}

    def zipf(word: str) -> float:
        return zipf_frequency(word, "de") if word in known else 0.0

    def is_person(word: str, feminine: str) -> bool:
        plain = word.translate(_UMLAUTS)
        other = (
            word != plain and max(zipf(plain), zipf(plain.removesuffix("e"))) > zipf(word) - 0.5
        )  # "ärzte" of "Ärztin"
        called = re.match(r"(.+?)(?:an|en|n)?er$", word)  # after a place
        return not other and not (called and called[1] in stems) and zipf(word) > zipf(feminine) - 1

    nouns = set()
    for feminine in (word for word in known if word.endswith("in") and zipf(word) >= RARE):
        stem = feminine.removesuffix("in")
        word = max(stem, f"{stem}e", key=lambda form: zipf(form) - (form != stem) / 3)  # "Kollege", of which "Kollegin"
        plain = (_LATIN.search(stem) and zipf(word) >= zipf(feminine)) or (
            f"{feminine}nen" in known and zipf(feminine) >= FEMININE and zipf(word) >= USED
        )
        if len(word) >= SHORT and zipf(word) >= 1.5 * RARE and plain and is_person(word, feminine):
            nouns.add(word)
    longer: dict[str, list[str]] = {}
    for feminine in (word for word in known if word.endswith("in") and zipf(word) >= RARE):
        for word in (feminine.removesuffix("in"), f"{feminine.removesuffix('in')}e"):
            end = next((word[at:] for at in range(2, len(word) - JOINED) if word[at:] in nouns), None)
            if end and zipf(word) >= 1.5 * RARE:
                longer.setdefault(end, []).append(word)
    nouns = {word for word in nouns if len(word) >= LONG or len(longer.get(word, ())) >= JOINED}
    nouns = nouns.union(*(words for end, words in longer.items() if end in nouns))
    return nouns - ADDRESS - {name.lower() for name in given_names()}
