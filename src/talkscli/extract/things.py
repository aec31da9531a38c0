"""Which names that were taken for somebody, somewhere or a body are none, as the whole document tells."""

import re
from collections.abc import Container, Iterable, Mapping
from functools import cached_property

from talkscli.extract.candidates import Candidate
from talkscli.extract.titles import ROMAN
from talkscli.language import frequency, grammar, offices, parts, sites, vocabulary
from talkscli.language.matcher import UPPER

_JOINED = re.compile(r"[\w-]")
_CAPITALISED = re.compile(rf"[{UPPER}](?<![\w-].)\w*")  # begins with one class: it is quick
_WORD = re.compile(r"[\w-]+")
_UPPER = frozenset(UPPER)
_SHORT = 2  # letters of a word that tells nothing
_ACRONYM = re.compile(r"[A-Z]{2,4}s?")
_SIGN = re.compile(r"[0-9_@/]")
_HUMPED = re.compile(r"[a-z]{2,}[A-Z]|[A-Z]{2,}[a-z]")  # "LibreOffice", "OAuth"
_WHERE = re.compile(
    r"(?:,|\b(?:in|near|at|from|to|outside|inside|around|towards?|of|into|between|across|and|or"
    r"|à|en|em|dans|im|aus|nach|bei))\s(?:the\s)?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:d(?:er|ie|as|en|em|es)|(?:k?ein|ihr|sein|unser)e?[rmns]?)\s$", re.IGNORECASE)
_ONE = re.compile(r"\b[Aa]n?\s$")
_NOUN = re.compile(r"\s([a-z]{3,})")
_ABSTRACT = re.compile(r"(?:[ts]ion|ment|ness|ity|ism|ship)s?$")
_ACTS = re.compile(r"\)?(?:['’]s|\s(?:said|says|has|had|was|will|would|announced|wants|is)\b)")
_OPENS = re.compile(r"(?:\A|\n|[.!?:;•]['\"”’)]{0,2}\s|[.!?]\s?[\"“‘'(]{1,2}|[,:]\s[\"“‘'])[\"“‘'(]{0,2}\Z")
_DEFINED = 60  # characters before letters that may say what they stand for
_BEFORE = 12  # characters before a name
_OFTEN = 4  # a common word that stands so often with a capital is a name
_ELSEWHERE = 1  # times as often a place stands behind no "in" or "from"


class Words:
    """What a document has of words, looked up when a name is in doubt."""

    def __init__(self, texts: Iterable[str], language: str) -> None:
        """Take the texts, and read them when need be."""
        self._texts = texts
        self._language = language

    @cached_property
    def whole(self) -> str:
        """All text."""
        return "\n".join(self._texts)

    @cached_property
    def _small(self) -> frozenset[str]:
        words = set(_WORD.findall(" ".join(set(self.whole.split()))))  # most stand there often
        return frozenset(w for w in words if w[0] not in _UPPER and not w[0].isdecimal() and "-" not in w)

    @cached_property
    def _capitalised(self) -> dict[str, list[int]]:
        """Where each word with a capital stands: a long text is not read again for each of its many names."""
        found: dict[str, list[int]] = {}
        for match in _CAPITALISED.finditer(self.whole):
            found.setdefault(match[0], []).append(match.start())
        return found

    def is_small(self, word: str) -> bool:
        """Tell whether a word stands in it in small letters."""
        return len(word) > _SHORT and word in self._small

    @cached_property
    def function(self) -> frozenset[str]:
        """The function words of its language, other than English."""
        return frequency.function_words().get(self._language, frozenset())

    def places(self, name: str) -> list[int]:
        """Find where a name stands."""
        first = _CAPITALISED.match(name)
        begins = self._capitalised.get(first[0], ()) if first else ()
        size = len(name)
        return [at for at in begins if self.whole.startswith(name, at) and not _JOINED.match(self.whole, at + size)]

    def goes_on(self, at: int) -> bool:
        """Tell whether a name that ends there goes on with another word that has a capital."""
        return self.whole[at : at + 1] == " " and self.whole[at + 1 : at + 2] in _UPPER

    def mentions(self, name: str, behind: re.Pattern[str] | None = None) -> int:
        """Count where a name stands, or only where it stands behind something."""
        return sum(1 for i in self.places(name) if behind is None or behind.search(self.whole, max(0, i - _BEFORE), i))

    def is_noun(self, name: str) -> bool:
        """Tell whether a noun in German stands behind an article or in the plural: "die Kasse", "Kassen"."""
        if self._language != "de":
            return False
        return self.mentions(name, _ARTICLE) > 0 or any(self.mentions(f"{name}{ending}") for ending in ("n", "en"))


def without_things(found: Mapping[str, Candidate], words: Words) -> dict[str, Candidate]:
    """Leave out what is no name of somebody, somewhere or a body, but a common word, a program, a term of a trade.

    Args:
        found: What is told of each name.
        words: Those of the document.
    """
    full = {name.rpartition(" ")[2] for name, each in found.items() if _is_whole(name, each)}
    return {name: each for name, each in found.items() if not _is_thing(name, each, words, full)}


def _is_whole(name: str, found: Candidate) -> bool:
    """Tell whether a name is somebody's with a given name, or one of whom an office is told."""
    given, _, last = name.rpartition(" ")
    known = given.partition(" ")[0] in vocabulary.given_names() or found.roles or found.sure > 2
    return bool(given and known and last) and found.kind == "person"


def _is_thing(name: str, found: Candidate, words: Words, full: Container[str]) -> bool:
    if found.kind == "person":
        return _is_no_person(name.split(), found, words, full)
    if found.kind == "organisation":
        return found.sure < 3 and len(found.kinds) == 1 and (_is_term(name, words) or _only_opens(name, words))
    return (
        found.kind == "place"
        and found.sure < 2
        and not sites.is_town(name)
        and (name in full or _is_no_place(name, words))
    )


def _is_no_person(tokens: list[str], found: Candidate, words: Words, full: Container[str]) -> bool:
    """Tell whether a person's name is none: letters, a common word, a thing's name of which nothing is told."""
    first, last = tokens[0].lower(), tokens[-1].lower()
    if len(tokens) > 1 and first in words.function:
        return True  # Beim Verlust
    lettered = any(_ACRONYM.fullmatch(token) and not ROMAN.fullmatch(token) for token in tokens[1:])
    if lettered and not found.roles:
        return True  # Max OS
    if tokens[0] in vocabulary.given_names():  # but of a heading "Oscar Dress", where a dress is told of
        headed = len(tokens) > 1 and not found.roles and not words.mentions(" ".join(tokens))
        return headed and (words.is_small(last) or (_is_deed(tokens[-1]) and not words.mentions(tokens[-1])))
    if tokens[0].isdecimal():
        return words.whole.count(" ".join(tokens)) == 1  # somebody called "7 Crown" is named again
    if any(map(_SIGN.search, tokens)) or first in grammar.ARTICLES:
        return True
    if len(tokens) == 1:
        if tokens[0] in full or tokens[0] in vocabulary.public_figures():
            return False
        return _ACRONYM.fullmatch(tokens[0]) is not None or _is_word(tokens[0], found, words)
    if offices.is_role(tokens[0]):
        return False
    told = bool(found.roles) or found.sure > 2
    if lettered:
        return True
    ordinary = vocabulary.is_ordinary(last) or words.is_small(last) or first in vocabulary.NOT_NAMES
    return ordinary and not told


def _is_deed(token: str) -> bool:
    """Tell whether a word is a verb, or letters and figures: "Oscar Activate Clause", "Oscar F1"."""
    return _SIGN.search(token) is not None or (
        parts.is_mostly_verb(token.lower()) and not vocabulary.is_also_family(token)
    )


def _is_word(name: str, found: Candidate, words: Words) -> bool:
    """Tell whether one word that was taken for a person is a common one."""
    low = name.lower()
    ordinary = vocabulary.is_ordinary(low)
    if words.is_noun(name) or (ordinary and _ABSTRACT.search(low)):
        return True
    if any(plain == 3 and role.split()[-1].lower().strip(".") in offices.titles() for plain, role in found.roles):
        return False
    common = words.is_small(low)
    if ordinary and (common or words.mentions(name) < _OFTEN):
        return True
    return common and not found.roles and found.sure < 3


def _is_no_place(name: str, words: Words) -> bool:
    """Tell whether what stood behind "in" is no place: a program, a word, what mostly stands elsewhere."""
    tokens = name.split()
    if any(_SIGN.search(token) or _HUMPED.search(token) or _ACRONYM.fullmatch(token) for token in tokens):
        return True
    if all(vocabulary.is_ordinary(token.lower()) or words.is_small(token.lower()) for token in tokens):
        return True
    return words.mentions(name) > (1 + _ELSEWHERE) * words.mentions(name, _WHERE)


def _only_opens(name: str, words: Words) -> bool:
    """Tell whether a common word has its capital only where a sentence begins: "Ferry singer Eva Berg is …"."""
    low = name.lower()
    return (
        words.is_small(low)
        and name[1:].islower()
        and all(_OPENS.search(words.whole, max(0, at - _BEFORE), at) for at in words.places(name))
    )


def _is_term(name: str, words: Words) -> bool:
    """Tell whether letters are a term of a trade: "a CSR", "CSRs", "Domain Validation (DV)", each time "DV files"."""
    if not _ACRONYM.fullmatch(name) or name[-1] == "s":
        return False
    places = words.places(name)
    behind = [words.whole[at + len(name) : at + len(name) + _BEFORE] for at in places]
    if any(map(_ACTS.match, behind)):
        return False
    if words.mentions(f"{name}s"):
        return True
    for at, rest in zip(places, behind, strict=True):
        before = words.whole[max(0, at - _DEFINED) : at]
        if _ONE.search(before) and not rest[1:2].isalpha():
            return True
        told = before[:-1].split() if before.endswith(" (") else []
        if told and not vocabulary.ends_body(told[-1].lower()) and "".join(w[0] for w in told[-len(name) :]) == name:
            return True
    nouns = [_NOUN.match(rest) for rest in behind]
    return len(nouns) > 1 and all(noun and vocabulary.is_ordinary(noun[1]) for noun in nouns)
