"""When a pronoun had better stay without a name: a wrong name is worse than none."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from talkscli.extract.cast import Mention
from talkscli.extract.context import People
from talkscli.language import closed, grammar, offices
from talkscli.language.quotations import quotations
from talkscli.language.subjects import Clause

_SHE = grammar.SHE | closed.SHE
_WORD = re.compile(r"[^\W\d_]+")
_SEXED = {"man": "m", "boy": "m", "woman": "f", "girl": "f"}
_NOUN_PHRASE = re.compile(  # begins with one class: it is quick
    r"([TtAa](?<![\w’'-].)(?i:(?<=t)(?:he|his|hat)|(?<=a)n?))(?i:(?=((?:\s[a-z\d][a-z\d’'-]*){2,6})))"
)
_ARTICLES = frozenset("a an A An AN aN".split())
_COMMA = re.compile(r",\s(?:[A-Z][\w.]*\s){0,3}$")  # …, Mr Berg
_IS = re.compile(r"(?:,|—|\b(?:is|was|be|been|being|are|as|became|like|than))\s$")
_NO_ONE = re.compile(  # il semble que, es heißt
    r"il\s(?:me\s|nous\s|lui\s|leur\s)?(?:semble|faut|paraît|s['’]agit|y\sa\b|est\s\w+\s(?:d[e'’]|que\b|qu['’]))",
    re.IGNORECASE,
)
_IS_HE = ("s'", "s’", "est-", "était-", "sera-", "serait-")  # le pacte, s'il; serait-il
_AS = frozenset("wie comme como come zoals si".split())
_NEW_SEXES = {
    "ein": "m",
    "eine": "f",
    "un": "m",
    "une": "f",
    "una": "f",
    "uno": "m",
    "um": "m",
    "uma": "f",
    "een": "mf",
}
NEW = frozenset(_NEW_SEXES)
"""Articles before somebody or something that was not spoken of before."""
_NEW = re.compile(rf"[„“«\"]?({'|'.join(_NEW_SEXES)})\s((?:[^\W\d_]+[\s,]){{1,3}})", re.IGNORECASE)
_ENDS = re.compile(r"(?:\A|[.!?:…–—-]['\"”“»’]*\s?)[„“«»\"]?\Z")
_TIMES = frozenset(
    "jahr monat woche tag stunde minute an année mois semaine jour heure fois año mes semana día hora vez anno mese"
    " settimana giorno ora volta ano mês dia jaar maand week dag uur".split()
)  # Ein Jahr später sagte er
_REACH = 300  # characters in which a clause before the main one stands
_SUBORDINATORS = grammar.SUBORDINATORS
_OPENERS = grammar.PREPOSITIONS | grammar.SUBORDINATORS


def may_act(text: str, mention: Mention, end: int) -> bool:
    """Tell whether who is named before a pronoun does something there: not in "At a meeting with Berg, he spoke"."""
    between = text[mention.end : min(end, mention.end + _REACH)]
    words = [word.lower() for word in _WORD.findall(between)]
    if between[:1] in ("'", "’") or (words[:1] and words[0].endswith("ing")):
        return True
    clause = not _SUBORDINATORS.isdisjoint(
        text[max(0, mention.start - _REACH) : mention.start].lower().split()
    )  # While Berg sings, he …
    return any(grammar.is_finite(word) or (clause and grammar.is_third_person(word)) for word in words)


def is_another(text: str, clause: Clause[Mention], who: str | None, named: Sequence[Mention], people: People) -> bool:
    """Tell whether a sentence itself shows that "he" is not who was spoken of before.

    It names that person beside the pronoun ("he met Berg"), or only then says whom it means ("When he left, Berg …").

    Args:
        text: The sentence.
        clause: Its clause, whose subject is the pronoun.
        who: Whom the sentences before make of it.
        named: The persons named in the sentence, outside of quotations.
        people: The persons of the document.
    """
    if _is_somebody_new(text[: clause.start]):
        return True
    later = _later(text, clause, named, people)
    if later is not None:
        return later != who
    return any(m.id == who and (m.start >= clause.end or not may_act(text, m, clause.start)) for m in named)


def _is_somebody_new(lead: str) -> bool:
    """Tell whether somebody without a name comes up before a pronoun and does something: "A man who fell said, he"."""
    for quotation in quotations(lead):
        lead = lead[: quotation.start] + " " * (quotation.end - quotation.start) + lead[quotation.end :]
    if lead.partition(" ")[0].lower() in grammar.PREPOSITIONS - grammar.SUBORDINATORS:
        return False  # From a colleague named Vik, he …
    return any(verb == "who" or grammar.is_finite(verb) for _, verb in _somebodies(lead, new=True))


def _later(text: str, clause: Clause[Mention], named: Sequence[Mention], people: People) -> str | None:
    """Find whom a pronoun in a clause before the main one means, by that: "When he left, Berg was ill"."""
    lead = text[: clause.start]
    opener = lead.partition(" ")[0].lower()
    opens = opener in _OPENERS or opener.endswith(("ing", "ed")) or lead.rstrip().rpartition(" ")[2] in _SUBORDINATORS
    if "," in lead or not opens:
        return None
    sex = "f" if text[clause.start : clause.end].lower() in _SHE else "m"
    behind = next((m for m in named if m.start > clause.end), None)
    if behind is None or sex not in people.sexes.get(behind.id, "mf"):
        return None
    return behind.id if _COMMA.search(text, clause.end, behind.start) else None


def is_open(text: str, clause: Clause[Mention], language: str) -> bool:
    """Tell whether "er", "il" or "ella" may well be no person, or nobody known: things have a gender there, too.

    Args:
        text: The sentence.
        clause: Its clause, whose subject is the pronoun.
        language: The one that it is in.
    """
    if not grammar.is_speech(clause.verb) or _NO_ONE.match(text, clause.start):
        return True
    before = text[: clause.start].rstrip()
    if language == "de" and _is_plural(text, clause.start, clause.end):
        return True
    if before.rpartition(" ")[2].lower() in _AS or before.endswith(_IS_HE):
        return True  # der Kahn, wie er hier heißt
    return opens_new(text, language, text[clause.start : clause.end].lower(), clause.start)


def _is_plural(text: str, start: int, end: int) -> bool:
    """Tell whether "sie" are several, as the verb beside it tells, or "Sie" is the reader."""
    before, behind = text[:start].split()[-1:], _WORD.search(text, end)
    own = closed.closed("de")
    beside = [word.lower() for word in (*before, behind[0] if behind else "") if word and word[0].islower()]
    several = any((word.endswith("en") and word not in own.articles | own.links) or word == "sind" for word in beside)
    return text[start:end].lower() == "sie" and (
        several or (text[start].isupper() and not _ENDS.search(text, 0, start))
    )


def opens_new(text: str, language: str, pronoun: str = "", end: int | None = None) -> bool:
    """Tell whether a sentence begins with somebody or something new, which a pronoun behind it may mean: "Ein Mann"."""
    new = _NEW.match(text)
    if new is None or (end is not None and new.end() > end) or language not in closed.LANGUAGES:
        return False
    sex = _NEW_SEXES.get(new[1].lower(), "mf")
    agrees = not pronoun or ("f" if pronoun in _SHE else "m") in sex
    return agrees and not any(word.lower() in _TIMES for word in new[2].split())


def compete(ids: Sequence[str], people: People) -> bool:
    """Tell whether "he" or "she" may be any of several persons."""
    if len(ids) < 2:
        return False
    sexes = [people.sexes.get(ident, "mf") for ident in dict.fromkeys(ids) if people.kinds.get(ident) == "person"]
    return any(sum(sex in each for each in sexes) > 1 for sex in "mf")


@lru_cache(20_000)
def is_one(noun: str) -> bool:
    """Tell whether a noun, in small letters, is one person: "patient", "man"."""
    return noun in _SEXED or (offices.is_person(noun) and not noun.endswith("s"))


def acts_unnamed(outside: str) -> bool:
    """Tell whether somebody without a name does something in a clause: "It is odd that the patient went"."""
    return any(grammar.is_finite(verb) for _, verb in _somebodies(outside, new=False))


def comes_up(outside: str, sexes: str) -> bool:
    """Tell whether a sentence brings up a man or woman without a name: "Berg told of a young man who fell"."""
    return any(
        verb in ("who", "whose") and _SEXED.get(noun, "-") in sexes for noun, verb in _somebodies(outside, new=True)
    )


def _somebodies(outside: str, *, new: bool) -> Iterator[tuple[str, str]]:
    """Yield who is told of without a name, as somebody `new` or not: the noun, and the word behind it."""
    for found in _NOUN_PHRASE.finditer(outside):
        if (found[1] in _ARTICLES) is not new:
            continue
        words = found[2].lower().replace("’", "'").split()
        for word, behind in pairwise(words):
            if is_one(word):
                if not (new and _IS.search(outside, 0, found.start())):
                    yield word, behind
                break
            if word in grammar.DETERMINERS:
                break
