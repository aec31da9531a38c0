"""What says that a name is a person: what people do, and what is told of nobody else."""

import re
from collections.abc import Sequence

from talkscli.extract.roles import role_around
from talkscli.language import grammar, sites, vocabulary
from talkscli.language.frequency import function_words, zipf

_KIN = vocabulary.KIN | {"family", "children"}
_VERB_AFTER = re.compile(
    r"(?:,\s[^,“”\"]{1,80},)?\s(?:(?:also|then|later|has|had|have|himself|herself|[a-z]+ly)\s){0,2}([^\W\d_]+)"
)
_QUOTED_BEFORE = re.compile(r"[,”\"“»?!]\s?(\w+)\s$")
_POSSESSED = re.compile(r"['’]s?\s(?:[a-z-]+\s)?([a-z]+)")
_DAY = r"(?:\d{1,2}\s)?(?:[A-Z]\w+\s)?"
_LIFE = re.compile(
    rf"\s\((?:born|died|b\.|d\.)\s|\s\({_DAY}1\d{{3}}\s?[–-]\s?{_DAY}(?:1\d|20)\d\d\)"
    r"|,\s(?:aged\s)?\d\d(?:,|\.(?!\d))|,\s\d\d-year-old|,\sborn\b"
)
_LIVED = re.compile(
    r"\s(?:was\sborn|died|married|resigned|retired|graduated|testified|was\selected|was\sappointed|who\b)"
)
_MADE_BY = re.compile(
    r"\b(?:written|designed|composed|painted|directed|invented|discovered|founded|led|headed|chaired|sung|portrayed|"
    r"sculpted|captained|coached|edited|narrated)\sby\s$"
)
_WITH_PRONOUN = re.compile(r"\b(?:I|[Hh]e|[Ss]he|him|her|me)\sand\s$")
_PRONOUN_AFTER = re.compile(rf"\sand\s(?:(?:I|he|she)|(?:his|her)\s(?:{'|'.join(sorted(_KIN))}))\b")
_PLACED = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Aa]round|[Oo]utside)\s$")  # in Houston
_SYLLABLE = (  # of Pinyin, which has few
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
    r"(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|üe|[aeiouü])"
)
_CHINESE = re.compile(rf"{_SYLLABLE} {_SYLLABLE}-?{_SYLLABLE}")
_FREQUENT = 4.5  # on the Zipf scale
_PRONOUN_NEAR = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")


def acts(before: str, after: str, *, alone: bool, famous: bool) -> bool:
    """Tell whether what a name does is what people do: speak, be born, have a wife, come after "he and"."""
    if alone and before.endswith((" a ", " an ")):
        return False  # in a Jeep, and she
    if (famous and not _PLACED.search(before)) or _LIFE.match(after):
        return True
    if _PRONOUN_AFTER.match(after) and not (alone and _PLACED.search(before)):
        return True  # but "in Kella and I"
    if before.endswith("and ") and _WITH_PRONOUN.search(before):
        return True
    owned = _POSSESSED.match(after)
    if owned and not (vocabulary.OWN if alone else vocabulary.PERSONAL).isdisjoint(owned[0].split()):
        return True
    verb = _VERB_AFTER.match(after)
    if verb and _is_deed(verb[1].lower()):  # a body may speak too: one word alone is a person where "he" follows
        return not alone or _PRONOUN_NEAR.search(after, verb.end(), verb.end() + 40) is not None
    if (said := _QUOTED_BEFORE.search(before)) and grammar.inverts(said[1]) and after[:2] not in ("'s", "’s"):
        return True  # but "…," said Vintra's Anna Berg
    return not alone and bool(_LIVED.match(after) or (before.endswith("by ") and _MADE_BY.search(before)))


def is_called(tokens: Sequence[str]) -> bool:
    """Tell whether two words are what somebody is called of whose given name no table knows: "Hadara Goodman".

    The second is a family name, the first nothing that is known, nor a family name: those two are a firm. In Chinese
    the family name comes first.
    """
    if len(tokens) != 2:
        return False
    if _is_chinese(*tokens):
        return True
    if not vocabulary.is_family(tokens[1]):
        return False
    first, word = tokens[0], tokens[0].lower()
    known = vocabulary.is_ordinary(word) or vocabulary.is_body(word) or word in vocabulary.PARTICLES
    if known or first in vocabulary.gazetteer() or sites.is_town(first) or vocabulary.is_family(first):
        return False
    return first.isalpha() and not first.isupper()


def is_chinese(name: str) -> bool:
    """Tell whether somebody's name is spelt as a Chinese one, in which the family name comes first: "Shen Luhua"."""
    return _CHINESE.fullmatch(name.lower()) is not None


def _is_chinese(family: str, given: str) -> bool:
    """Tell whether two words are spelt as a Chinese name is, and nothing else: "Shen Luhua", "Shen Lu-hua"."""
    word = family.lower()
    if _CHINESE.fullmatch(f"{word} {given.lower()}") is None or family.isupper():
        return False
    other = vocabulary.is_ordinary(word) or any(word in each for each in function_words().values())
    other = other or zipf(word) > _FREQUENT or word in vocabulary.PARTICLES | vocabulary.NOT_NAMES
    return not other and not (vocabulary.is_ordinary(given.lower()) or given in vocabulary.gazetteer())


def speaks(after: str) -> bool:
    """Tell whether a verb of saying follows a name."""
    verb = _VERB_AFTER.match(after)
    return verb is not None and grammar.is_speech(verb[1].lower())


def _is_deed(verb: str) -> bool:
    return verb in vocabulary.HUMAN_VERBS or (grammar.is_speech(verb) and not verb.endswith("ing"))


def is_here(before: str, after: str) -> bool:
    """Tell whether what stands around a name of several words makes it a person's."""
    return role_around(before, after) is not None or acts(before, after, alone=False, famous=False)
