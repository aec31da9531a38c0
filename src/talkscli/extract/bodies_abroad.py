"""Where the name of a body ends in languages that write its words in small letters, too, or join them by "de las"."""

import re
from collections.abc import Iterator

from talkscli.language import frequency, offices, vocabulary
from talkscli.language.closed import closed, speech
from talkscli.language.words import fold

_OF = {
    "es": r"(?:del?|para|por)\s(?:(?:la|las|los|el)\s)?",
    "fr": r"(?:(?:de|pour)\s(?:(?:la|le|les)\s|l['’])?|d['’]|du\s|des\s)",
    "it": r"(?:(?:di|del|dello|della|dei|degli|delle|per)\s|dell['’])",
    "nl": r"(?:van|voor)\s(?:(?:de|het)\s)?",
    "pt": r"(?:de|d[oa]s?|para)\s(?:[oa]s?\s)?",
}
_GAPS = {code: re.compile(rf"\s{of}") for code, of in _OF.items()}
_JOINTS = {code: re.compile(rf"\s(?:{word})\s(?:{_OF[code]})?") for code, word in
           {"es": "[ye]", "fr": "et", "it": "ed?", "nl": "en", "pt": "e"}.items()}  # fmt: skip
ELIDED = re.compile(r"(?:[LDSNCJ]|Qu|Un|Dell|All|Nell|Sull|Dall)['’](?=[A-ZÀ-Ž])")
"""What French and Italian write onto the next word: "L'Office"."""
_SMALL = r"[a-zà-ÿœ]"
_ADJECTIVE = rf"{_SMALL}+(?:ale?|éen(?:ne)?|ien|if|suisse|{_SMALL}{{3}}aire)\b"
_TAIL = re.compile(  # Office fédéral de l'environnement
    rf"(?:\s({_ADJECTIVE}))?(?:\s{_OF['fr']}(?!{_SMALL}+(?:er|[idtv]re|ir)\b){_SMALL}{{4,}}\b(?:\s{_ADJECTIVE})?)?"
)
_SHORT = re.compile(rf"((?:[\s'’](?:{_SMALL}+)){{1,12}})\s\(([A-Z]{{2,8}})\)")  # … (OFEV)


def opens_body(word: str, language: str) -> bool:
    """Tell whether a word with a capital begins what a body is called: "Ministerio".

    Args:
        word: As it is written.
        language: One of those that `talkscli.extract.foreign` knows.
    """
    word = ELIDED.sub("", word)
    known = word[:1].isupper() and not word.isupper() and offices.may_speak(language, word.lower())
    return known and not offices.is_role_in(language, word)


def whole(text: str, found: Iterator[tuple[int, str]], language: str) -> Iterator[tuple[int, str]]:
    """Join the runs of capitalised words that are one body's name, and add what it goes on with in small letters.

    Args:
        text: The text in which they stand.
        found: Where each begins, and its words.
        language: One of those that `talkscli.extract.foreign` knows.
    """
    last: tuple[int, str] | None = None
    for start, span in found:
        if last is not None and _goes_on(text, last, start, span, language):
            last = last[0], text[last[0] : start + len(span)]
            continue
        if last is not None:
            yield _ended(text, last, language)
        last = start, span
    if last is not None:
        yield _ended(text, last, language)


def _goes_on(text: str, body: tuple[int, str], start: int, span: str, language: str) -> bool:
    """Tell whether a run of words belongs to the name before it: "Dirección de Aduanas | y Puertos"."""
    name, first = body[1], span.split()[0]
    at = body[0] + len(name)
    head = next((word for word in name.split() if word[0].isupper()), "")
    if at >= start or not opens_body(head, language) or opens_body(first, language):
        return False
    if span in vocabulary.gazetteer() or first in vocabulary.given_names() or not first.istitle():
        return False
    joins = _JOINTS[language].fullmatch(text, at, start)
    if joins:
        of = any(word in closed(language).links for word in name.split())
        return of and frequency.zipf(fold(first), language) > 0
    return _GAPS[language].fullmatch(text, at, start) is not None


def _ended(text: str, body: tuple[int, str], language: str) -> tuple[int, str]:
    """Add to the name of a body in French what it goes on with in small letters."""
    start, name = body
    if language != "fr" or not opens_body(name.split()[-1], language):
        return body
    end = start + len(name)
    told = _SHORT.match(text, end)
    if told and _stands_for(name + told[1], told[2]):
        return start, name + told[1]
    tail = _TAIL.match(text, end)
    if tail is None or (tail[1] or "") in speech(language):
        return body
    return start, name + tail[0]


def _stands_for(name: str, short: str) -> bool:
    """Tell whether letters are the first ones of words of a name, in their order: "OFAG", "… de l'agriculture"."""
    return re.match("".join(rf"(?:{letter}|.*?\b{letter})" for letter in short), name, re.IGNORECASE) is not None
