"""Names in languages that write nothing else with a capital: what stands so within a sentence is one, whatever it is.

English tells by what a word means; here a capital tells already, and what is left is which kind of name it is.
"""

import re
from collections.abc import Iterator

from talkscli.extract.bodies_abroad import ELIDED, opens_body
from talkscli.extract.judging import Reading
from talkscli.extract.posts import post_around
from talkscli.extract.spans import opens_sentence
from talkscli.language import frequency, grammar, offices, vocabulary
from talkscli.language.closed import closed, speech
from talkscli.language.matcher import UPPER
from talkscli.language.tongues import tongue
from talkscli.language.words import fold

LANGUAGES = frozenset("es fr it nl pt".split())
_PLACED = frozenset("en à a in em te".split())
_BARE = frozenset(
    "a à aan avec bij chez com con contra contre d' de desde di door entre envers hacia met naar op par para per por"
    " pour sans selon según secondo segundo sem sin sobre sur uit van vers voor".split()
)  # without an article, as it stands before people
_BEFORE = re.compile(r"([^\W\d_]+['’]?)\s?$")
_AFTER = re.compile(r"\s([^\W\d_]+)")
_OF = re.compile(r"([^\W\d_]+)\s(?:de|du|di|da|do|van)\s$")
_FIELDS = re.compile(  # ministro de Justicia y |
    rf"([^\W\d_]+)\s(?:de|du|di|da|do|van|del)\s(?:la\s|l['’])?[{UPPER}]\w+(?:,\s[{UPPER}]\w+)*\s(?:y|e|et|en)\s$"
)
_ADJECTIVE = re.compile(r"\w+se?\s[a-z]")  # in Dutch: Kellaanse boeren
_QUOTED = re.compile(r"[«“\"]\s?$")
_TIMES = frozenset("día semana año jour journée semaine année giorno giornata dia ano dag".split())
_BODY = 3  # words
_ACRONYM = re.compile(rf"[{UPPER}]{{2,6}}")


def apart(found: Iterator[tuple[int, str]], language: str) -> Iterator[tuple[int, str]]:
    """Cut runs of capitalised words at "and": "Kella y Orrin" are two names, and so are "Eva Berg" and "Ministerio"."""
    own = closed(language)
    for start, span in found:
        words = span.split()
        if len(words) > 1 and words[0].lower() in _TIMES:
            continue  # Día de la Madre
        at, somebody = 0, words[0] in vocabulary.given_names() and not _is_thing(words[:2], language)
        for match in re.finditer(r"((?:\s[^\W\d_A-Z]+)+)\s(?=(\w+))", span):
            small, before = match[1].split(), span[at : match.start()]
            opened = small[0] in own.articles and " " not in before and _is_noun(before, language)  # Ayer | el Puerto
            thing = somebody and (opens_body(match[2], language) or (small == ["al"] and _is_noun(match[2], language)))
            ends = opened or thing or not own.joints.isdisjoint(small)
            if ends and before:
                yield start + at, before
                at = match.end()
        yield start + at, span[at:]


def read_foreign(text: str, start: int, span: str, language: str) -> Reading | None:
    """Judge a run of capitalised words of which English rules tell nothing.

    Args:
        text: The text in which it stands.
        start: Where.
        span: The run.
        language: One of LANGUAGES.
    """
    own = closed(language)
    opens = opens_sentence(text, start) or text[max(0, start - 1) : start] in ("¿", "¡")
    if cut := ELIDED.match(span):
        start, span, opens = start + cut.end(), span[cut.end() :], False
    tokens = span.split()
    if len(tokens) > 1 and opens and fold(tokens[0]) in tongue(language).function and not is_small(tokens[0], language):
        start += len(tokens.pop(0)) + 1
    while tokens and (
        is_small(tokens[0], language)
        or (not opens and offices.is_role_in(language, tokens[0]) and not _is_body(tokens, language))
    ):
        start += len(tokens.pop(0)) + 1
        opens = False
    name = " ".join(tokens)
    if (
        len(name) < 2
        or (opens and len(tokens) == 1)
        or vocabulary.gazetteer().get(name)
        or name in vocabulary.regions(language)
    ):
        return None
    if _is_body(tokens, language) or (any(token[0].islower() for token in tokens) and opens_body(tokens[0], language)):
        return Reading(name, start, "organisation", 2)
    before, after = text[max(0, start - 110) : start], text[start + len(name) : start + len(name) + 160]
    plain, role = post_around(before, after, language) or (0, None)
    if plain == 3 and _hangs(tokens, role or "", language):
        plain, role = 0, None
    if plain == 3 or (len(tokens) > 1 and tokens[0] in vocabulary.given_names() and not _is_thing(tokens, language)):
        return Reading(name, start, "person", 2, role, plain)
    lead, behind = _BEFORE.search(before), _AFTER.match(after)
    word = lead[1].lower().replace("’", "'") if lead else ""
    if _QUOTED.search(before) or any(token in vocabulary.given_names() for token in tokens[1:]):
        return None
    if role or word in speech(language) or (behind and behind[1].lower() in speech(language)):
        return None  # somebody
    fields = _FIELDS.search(before)
    if fields and offices.is_role_in(language, fields[1]):
        return None
    of = _OF.search(before)
    office = of is not None and offices.is_role_in(language, of[1])
    common = [token for token in tokens if (_is_noun if len(tokens) == 1 else _is_only_noun)(token, language)]
    if len(tokens) == 1 and common and (office or not _is_definite(word, name, language)):
        return None
    if _ACRONYM.fullmatch(name):
        return Reading(name, start, "organisation", 1) if name not in vocabulary.ACRONYMS_NOT else None
    if opens or name.isupper() or (language == "nl" and _ADJECTIVE.match(f"{name}{after}")):
        return None
    if len(tokens) > 1 and not common and word in _BARE:
        return None  # perhaps somebody
    if word in _PLACED or (of and word in own.links and not office):
        return Reading(name, start, "place", 1)
    if len(tokens) > 1 and not common and word not in own.articles | own.links:
        return None  # perhaps somebody
    return Reading(name, start, "organisation", 1)


def _is_body(tokens: list[str], language: str) -> bool:
    """Tell whether a word for an office begins what a body is called, all of common words: "Policía Nacional Civil"."""
    if len(tokens) < _BODY or not offices.is_role_in(language, tokens[0]):
        return False
    given = vocabulary.given_names()
    return all(token.istitle() and _is_noun(token, language) and token not in given for token in tokens[1:])


def _hangs(tokens: list[str], role: str, language: str) -> bool:
    """Tell whether a name is that of what ends a role, as no given name tells otherwise: "con el premio | Vintra"."""
    words = role.split()
    known = tokens[0] in vocabulary.given_names() or (len(tokens) == 1 and vocabulary.is_family(tokens[0]))
    return not known and words[-1].islower() and not closed(language).links.isdisjoint(words)


def _is_thing(tokens: list[str], language: str) -> bool:
    """Tell whether what begins as a person's name goes on as that of a thing: "Día Nacional de la Libertad"."""
    common = any(map(str.islower, tokens)) or _is_noun(tokens[0], language)
    return common and any(_is_only_noun(token, language) for token in tokens[1:])


def _is_only_noun(word: str, language: str) -> bool:
    """Tell whether a word is a common one with a capital, and nobody's name."""
    known = word in vocabulary.given_names() or vocabulary.is_family(fold(word).title())
    return word[0].isupper() and _is_noun(word, language) and not known


def is_small(word: str, language: str) -> bool:
    """Tell whether a word is none of a name: "Según", "Les".

    Args:
        word: With a capital or not.
        language: One of LANGUAGES.
    """
    own, low = closed(language), word.lower()
    return low in own.articles | own.links | own.joints | own.that | own.helpers | own.he | own.she | grammar.PRONOUNS


def _is_noun(word: str, language: str) -> bool:
    """Tell whether a word is a common one of the language, written with a capital: "Estado"."""
    return frequency.zipf(fold(word), language) > 0 and not word.isupper()


def _is_definite(article: str, word: str, language: str) -> bool:
    """Tell whether a common noun is one known body or the like behind its article: "la Fiscalía", no "les Français"."""
    own = closed(language)
    return article in own.articles | own.links and not word.endswith("s") and not offices.is_role_in(language, word)
