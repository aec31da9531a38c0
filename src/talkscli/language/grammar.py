"""The closed classes of English words by which a sentence is taken apart, and what may be a finite verb."""

from functools import cache, lru_cache

from talkscli.language import tables, verbs
from talkscli.language.calendar import MONTHS, SEASONS, WEEKDAYS
from talkscli.language.numbers import NUMERALS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PREPOSITIONS = _words(
    """
    about above across after against ahead along alongside amid among around as at before behind below beneath beside
    besides between beyond by despite down during except for from in inside into like near of off on onto opposite
    out outside over past per since than through throughout to toward towards under underneath until unlike up upon
    via with within without versus
    """
)
SUBORDINATORS = _words(
    "although though because if unless when whenever while whereas once since until till after before as whether lest"
)
RELATIVES = _words("who whom whose which that where")
CONJUNCTIONS = _words("and or but nor yet so &")
ARTICLES = _words("the a an his her its their our my your every no")
DETERMINERS = (
    ARTICLES | _words("this that these those some any each another both all many most several few one") | NUMERALS
)
TITLES = _words("mr mrs ms miss dr prof sir")
"""What stands before a name in a question, and is no part of it."""
INTERROGATIVES = _words("who whom whose what which when where why how")
HE, SHE, IT, THEY = map(_words, ("he him his", "she her hers", "it its", "they them their theirs"))
PERSONAL = HE | SHE | IT | THEY | _words("himself herself itself themselves")
PRONOUNS = _words("he she it they we i you who there this that these those")
IS = _words("is are was were")
DO = _words("do does did")
HAVE = _words("has have had")
MODALS = _words("will would can could may might must shall should")
NEGATED = _words("cannot won't won’t can't can’t") | {
    f"{word}n{mark}t" for word in IS | DO | HAVE | MODALS for mark in "'’" if word not in ("can", "will")
}
BE = IS | _words("be been being") | {word for word in NEGATED if word[:-3] in IS}
AUXILIARIES = IS | DO | HAVE | MODALS | NEGATED
HELPING = AUXILIARIES | BE
_NO_SPEECH = _words("mean means meant meaning")  # "Low prices meant that nobody came"
_ADVERBS = _words(
    "also then later earlier never always often still now soon even just already again ever not long instead thus once "
    "twice meanwhile however"
)
DEGREES = _words("more most less least so too very quite rather fairly pretty as how")
_NO_ADVERBS = _words("family italy july ally reply supply assembly only anomaly monopoly jelly rally bully fly")
_NOT_PAST = _words("hundred seed need speed breed feed deed weed united red bed shed kindred sacred aged indeed")
_TIMES = _words(
    "second minute hour day night week weekend month year decade century morning afternoon evening fall season time"
).union(SEASONS)
_DATES = {name.lower() for name in (*MONTHS, *WEEKDAYS, *(month[:3] for month in MONTHS), "Sept")}


def folded(words: frozenset[str]) -> frozenset[str]:
    """Return words as they are folded in a question: "isnt"."""
    return frozenset([word.replace("'", "").replace("’", "") for word in words])


SAYING = _words("say says said tell tells told")
"""The verbs that ask for words of whatever kind: "what did X say"."""
DENYING = _words("not no never without neither nor nobody nothing none") | folded(NEGATED)
"""The words that deny what follows, as they are folded."""


@lru_cache(20_000)
def is_adverb(word: str) -> bool:
    """Tell whether a word may stand between a subject and its verb: "also", "reportedly"."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS)


@cache
def _pasts() -> frozenset[str]:
    return verbs.pasts() - AUXILIARIES


@lru_cache(20_000)
def is_past(word: str) -> bool:
    """Tell whether a word has the form of a verb in the past: "went", "demanded"."""
    return word in _pasts() or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST)


@lru_cache(20_000)
def is_participle(word: str) -> bool:
    """Tell whether a word may follow "was" in the passive: "taken", "annexed"."""
    return is_past(word) or (word in verbs.participles() and word not in BE and word not in HAVE)


@lru_cache(20_000)
def is_finite(word: str) -> bool:
    """Tell whether a word can be nothing but a finite verb or a participle, whatever stands around it."""
    return word in AUXILIARIES or is_past(word) or (is_speech(word) and not word.endswith(("s", "ing")))


@lru_cache(20_000)
def is_third_person(word: str) -> bool:
    """Tell whether a word may be a verb in the present ("wants"), or else the plural of a noun ("talks")."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))


@cache
def _claims() -> frozenset[str]:
    return frozenset(tables.read("speech-en").partition("\n")[0].split()) | _speech_abroad()


@cache
def speech() -> frozenset[str]:
    """Return the verbs with which somebody's words are told."""
    return (frozenset(tables.read("speech-en").split()) - _NO_SPEECH) | _speech_abroad()


def _speech_abroad() -> frozenset[str]:
    from talkscli.language import closed  # of which most questions have no need

    return closed.SPEECH


@lru_cache(20_000)
def is_speech(word: str) -> bool:
    """Tell whether a word is a verb of saying."""
    return word in speech()


@lru_cache(20_000)
def is_claim(word: str) -> bool:
    """Tell whether a verb claims that something is so: "said", not "asked"."""
    return word in _claims()


@lru_cache(20_000)
def inverts(word: str) -> bool:
    """Tell whether a verb may stand before who says so: "It is late, said Berg".

    Not in its plain form ("say" has "says") or in "-ing"; and whoever is told says nothing.
    """
    return is_claim(word) and not word.endswith("ing") and f"{word}s" not in _claims() and word not in ("told", "tells")


def tells(word: str) -> bool:
    """Tell whether a word is such a verb, in any form: "say", "deny", "said"."""
    return any(form in _claims() for form in (word, word + "s", word + "es", word[:-1] + "ies"))


@lru_cache(20_000)
def is_time(word: str) -> bool:
    """Tell whether a word says when: a number, a month, a weekday, "week"."""
    return word[0].isdigit() or word in _DATES or word.removesuffix("s") in _TIMES
