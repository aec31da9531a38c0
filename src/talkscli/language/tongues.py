"""What differs from language to language in the analysis of a text: function words, stems, how rare a word is."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from talkscli.language import frequency
from talkscli.language.identify import main_code
from talkscli.language.tables import read
from talkscli.language.words import STOP, stems, words

RAREST, COMMONEST = 2.0, 6.5  # Zipf frequencies between which a word is more and more common
MORE = 1.0  # mean Zipf frequency by which the words of a question are more frequent in its language than in another
RARE = 3.0  # Zipf frequency that words have which are not listed
UNKNOWN = 0.5  # rarity of a word that is not among the frequent ones of another language than English
STEM = 5  # letters
LONGER = 8  # the same of what begins with a function word
_HIRAGANA = [chr(code) for code in range(0x3041, 0x3097)]
# Scripts whose words are of one of a few languages: a question in them to a store in another language.
_SCRIPTS = (
    ("[\u0400-\u04ff]", ("ru", "uk")),
    ("[\u3041-\u30fe\u3400-\u9fff]", ("ja", "zh")),
    ("[\u0370-\u03ff]", ("el",)),
)


class Tongue(NamedTuple):
    """A language, as far as the analysis of facts and of questions needs it."""

    code: str
    """Of ISO 639-1."""
    function: frozenset[str]
    """Its function words, folded."""

    @property
    def english(self) -> bool:
        """Whether the word tables for English hold."""
        return self.code == "en"

    def stems(self, tokens: list[str]) -> list[str]:
        """Stem folded words, one stem a word.

        English by Snowball; of other languages the first letters stand for a word, which finds as much as stemmers of
        their own do (McNamee, Nicholas & Mayfield 2009) and needs no accents.
        """
        if self.english:
            return stems(tokens)
        return [token if token[0].isdigit() else self._beginning(token) for token in tokens]

    def _beginning(self, token: str) -> str:
        """Return the first letters of a word, more of them where so many are another word: "unter|schreiben"."""
        return token[: LONGER if token[:STEM] in self.function and token not in self.function else STEM]

    def content(self, text: str) -> list[str]:
        """Stems of the words of a text, function words left out."""
        return self.stems([word for word in words(text) if word not in self.function])

    def rarity(self, word: str) -> float:
        """How rare a folded word is: 0 for the commonest, 1 for what the frequency table hardly has."""
        zipf = frequency.zipf(word, self.code)
        if not zipf and not self.english:
            return UNKNOWN
        return min(1.0, max(0.0, (COMMONEST - zipf) / (COMMONEST - RAREST)))


ENGLISH = Tongue("en", STOP)


@cache
def tongue(code: str | None) -> Tongue:
    """Return what is known of a language, "en-GB" or "de"; English where none is given."""
    main = main_code(code or "en")
    main = "nb" if main == "nn" else main  # the one Norwegian that the tables have
    if main == "en":
        return ENGLISH
    return Tongue(main, STOP | _function(main) if main in frequency.function_words() else STOP)


def shared(codes: Iterable[str | None]) -> Tongue:
    """Return the language that all sources of a store are in; English where they differ, or there are none."""
    found = set(map(tongue, codes))
    return found.pop() if len(found) == 1 else ENGLISH


def spoken(question: str, store: Tongue) -> tuple[str, ...]:
    """The codes of the languages that a question may be in: the store's, then those that its script tells."""
    return (store.code, *(code for code in _written(question) if code != store.code))


def asked_in(question: str, store: Tongue) -> Tongue:
    """The language of a store, and the function words of those that a question's script tells."""
    others = _written(question)
    if not others or store.code in others:
        return store
    return store._replace(function=store.function.union(*map(_function, others)))


def is_abroad(folded: Sequence[str], store: Tongue, known: Collection[str] = ()) -> bool:
    """Tell whether a question is plainly in another language than a store.

    That is, nearly half of its words, and at least two, are function words of a language, and its words are ten times
    as frequent there as in that of the store.

    Args:
        folded: The words of the question.
        store: The language of the store.
        known: Those of the words that the store has: "von der" may be part of a name.
    """
    strange, least = set(folded).difference(known), max(2, len(folded) / 2 - 1)
    if len(strange) < least:
        return False
    others = [("en", STOP), *((code, _function(code)) for code in frequency.function_words())]
    for code, function in others:
        if code != store.code and len(function & strange) >= least:
            more = sum([_frequent(word, code) - _frequent(word, store.code) for word in folded])
            if more >= MORE * len(folded):
                return True
    return False


def _frequent(word: str, code: str) -> float:
    return max(frequency.zipf(word, code), RARE)


@cache
def english_name(code: str) -> str:
    """Return the English name of a language: "German" of "de"; of one that is not known, its code."""
    names = dict(line.split(" ", 1) for line in read("languages").splitlines())
    return names.get(code, code)


def _written(question: str) -> list[str]:
    """The languages that a question's script tells."""
    if question.isascii():
        return []
    return [code for script, codes in _SCRIPTS if re.search(script, question) for code in codes]


@cache
def _function(code: str) -> frozenset[str]:
    found = frequency.function_words()[code]
    # Of Japanese, what is written in hiragana alone: endings, particles, auxiliaries.
    return found | {a + b for a in _HIRAGANA for b in _HIRAGANA} if code == "ja" else found
