"""The frequent words of languages other than English, and which of them are function words."""

from collections.abc import Iterator
from functools import cache
from math import log10

from talkscli.language.interrogatives import kind_of
from talkscli.language.vocabulary import gazetteer
from talkscli.language.words import words

LANGUAGES = ("cs", "da", "de", "el", "es", "fi", "fr", "it", "ja", "nb", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh")
UNSPACED = ("ja", "zh")  # whose texts are cut into pairs of characters, not into words
LISTED = 3000  # words of a language
RELATED = 4500  # words of which those of related meaning are looked for
OFTEN, EVERYWHERE = 5.5, 6.0  # Zipf frequencies of a function word, and of one that need not be listed as such
FULL = 100  # function words that a language has at least; a shorter list leaves most of them out
LISTS = {"nb": "no"}  # under another code in stopwords-iso


@cache
def zipfs(language: str) -> dict[str, float]:
    """Return the Zipf frequency of each folded word (of texts without spaces, one or two characters)."""
    from wordfreq import get_frequency_dict

    found: dict[str, float] = {}
    for word, share in get_frequency_dict(language).items():
        if language in UNSPACED:
            folded = [word] if len(word) <= 2 and not word.isascii() else []
        else:
            folded = [] if word.isascii() and len(word) < 2 and word not in "aeiouy" else words(word)
        if len(folded) == 1 and folded[0].isalpha():
            found[folded[0]] = max(found.get(folded[0], 0.0), round(log10(share) + 9, 1))
    return found


@cache
def zipfs_spelt(language: str) -> dict[str, float]:
    """Return the Zipf frequency of each word as it is spelt."""
    from wordfreq import get_frequency_dict

    return {word: log10(share) + 9 for word, share in get_frequency_dict(language).items()}


def spelt(language: str) -> Iterator[str]:
    """Yield the most frequent words of a language as they are spelt, function words and names of countries aside."""
    from wordfreq import get_frequency_dict

    found = get_frequency_dict(language)
    small, countries, left = function(language), _countries(language), RELATED
    for word in sorted(found, key=lambda word: (-found[word], word)):
        folded = words(word)
        if word.isalpha() and len(word) > 2 and len(folded) == 1 and not small.intersection(folded):
            if folded[0][:5] not in countries:
                yield word
            left -= 1
            if not left:
                return


def function(language: str) -> set[str]:
    """Return the folded function words of a language: those of stopwords-iso that are frequent or ask, and no names."""
    import stopwordsiso

    known = zipfs(language)
    listed = stopwordsiso.stopwords(LISTS.get(language, language))
    folded = {word for one in listed for word in ([one] if language in UNSPACED else words(one))}
    short = len(listed) < FULL
    named = {words(name)[0] for name in gazetteer() if len(words(name)) == 1}
    found = {word for word in folded if known.get(word, 0) >= OFTEN or kind_of(word, (language,))} | {
        word for word in known if short and known[word] >= EVERYWHERE
    }
    return {word for word in found if word not in named and word[:5] not in _countries(language)}


def _countries(language: str) -> set[str]:
    """The beginnings of the names that countries have in a language."""
    from babel import Locale

    names = Locale(language).territories.values()
    return {word[:5] for name in names for word in words(name) if len(word) > 5}
