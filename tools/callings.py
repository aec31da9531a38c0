"""Find in WordNet what people are called by what they do (offices, occupations), and the verbs by which they say it."""

from collections.abc import Callable, Iterator
from functools import cache

import wordnet

PERSON, TITLES = 18, 10  # fields of the nouns for persons, and of those that titles of respect are among
SAYING, THINKING = 32, 31  # fields of the verbs of communication and of cognition
THAT = 26  # the frame "Somebody ----s that CLAUSE"
TRANSITIVE = frozenset({8, 9, 14, 15, 16, 17, 20, 24, 25, 26})  # those with an object
OFFICES = (
    "head", "leader", "ruler", "official", "representative", "spokesperson", "serviceman", "lawman", "clergyman",
    "religious leader", "academician", "lawyer", "health professional", "scientist", "engineer", "treasurer",
)  # fmt: skip
"""Above the words that may stand as a title before a name: "President", "Professor"."""
OCCUPATIONS = (
    *OFFICES, "professional", "skilled worker", "expert", "creator", "entertainer", "communicator", "intellectual",
    "athlete", "capitalist", "assistant", "student", "investigator", "reformer", "employee", "winner", "owner",
    "money handler", "explorer", "keeper", "trustee", "council member", "founder", "champion",
)  # fmt: skip
"""Above the words that may stand so in small letters."""
COMPANIES = (
    "supplier",
    "dealer",
    "merchant",
    "manufacturer",
    "maker",
    "employer",
    "broadcaster",
    "publisher",
    "contractor",
    "developer",
    "subordinate",
)
"""Above the words that mean a company as often as a person: no occupations."""
CLAIMED = ("state", "inform", "affirm", "declare", "insist", "answer", "complain", "boast", "predict", "speculate")
"""Above the verbs with which somebody says that something is so."""
TOLD = (
    *CLAIMED, "talk", "request", "praise", "criticize", "joke", "write", "contradict", "thank", "describe", "dismiss", "advise",
    "accuse", "compliment",
)  # fmt: skip
"""Above those with which somebody's words are told, be they a claim or not."""
ALSO = ("opine", "believe", "confirm", "admit", "allege", "conclude", "call")
"""In the synsets of more such verbs."""
RARE_CLAIMS = frozenset("insist suggest maintain deny respond conclude recall joke caution tweet".split())
RARE = frozenset("observe apologize continue voice wonder muse slam rule liken".split())
"""Those of which WordNet counts the sense of saying as rare, or has none, or names no "that" behind them."""
INDEX = "https://github.com/globalwordnet/cili", "v1.0"
MULTILINGUAL = "https://github.com/omwn/omw-data", "v1.4"
LANGUAGES = {"de": "deu", "es": "spa", "fr": "fra", "it": "ita", "nl": "nld", "pt": "por", "ru": "rus", "uk": "ukr"}


OWN = {"es": ("mcr/wn-data-spa",), "fr": ("fra/wn-data-fra",), "it": ("ita/wn-data-ita",), "nl": ("nld/wn-data-nld",),
       "pt": ("por/wn-data-por",)}  # fmt: skip
"""Wordnets of a language's own beside what Wiktionary has."""
SEPARABLE = {"de": ("ab", "an", "aus", "bei", "ein", "fest", "hin", "hinzu", "mit", "nach", "vor", "zu"),
             "nl": ("aan", "af", "mee", "op", "toe", "uit", "voor")}  # fmt: skip
"""What stands apart from a verb: "teilte … mit"."""


def below(names: tuple[str, ...], kind: str, *fields: int) -> frozenset[wordnet.Sense]:
    """Find all kinds of what some words name.

    Args:
        names: Words, each of which stands among the first two of a synset.
        kind: Its part of speech.
        fields: The numbers of its lexicographer file.
    """
    known = wordnet.synsets()
    return _with_kinds(frozenset(
        sense for sense, synset in known.items()
        if sense[0] == kind and synset.field in fields and not set(names).isdisjoint(synset.words[:2])
    ))  # fmt: skip


@cache
def _kinds() -> dict[wordnet.Sense, list[wordnet.Sense]]:
    """Map each sense to those of which it is the next above."""
    found: dict[wordnet.Sense, list[wordnet.Sense]] = {}
    for sense, synset in wordnet.synsets().items():
        for sign, to, _, _ in synset.pointers:
            if sign == wordnet.KIND_OF:
                found.setdefault(to, []).append(sense)
    return found


def offices(named: frozenset[str], common: Callable[[str, float], bool]) -> set[str]:
    """Find the words that may stand as a title before a name, in small letters.

    Args:
        named: Given and family names: what is hardly used as a title is none of them.
        common: Tells whether a word is frequent.
    """
    found = {
        word.lower()
        for sense in below(("title of respect",), "n", TITLES)
        for word in wordnet.synsets()[sense].words
        if _number(word, sense) <= 2 and word.lower() not in named and common(word.lower().strip("."), 2.8)
    }
    return found | {
        word
        for sense in below(OFFICES, "n", PERSON)
        for word in wordnet.synsets()[sense].words
        if word.islower() and len(word) > 2 and common(word, 2.8) and _mostly(word, sense)
        if word not in named or wordnet.counts()[word, sense][1]
    }


def occupations(common: Callable[[str, float], bool]) -> set[str]:
    """Find the words for people of an occupation."""
    return {
        word
        for sense in below(OCCUPATIONS, "n", PERSON) - below(COMPANIES, "n", PERSON)
        for word in wordnet.synsets()[sense].words
        if word.islower() and len(word) > 3 and common(word.replace("-", ""), 2.5) and _mostly(word, sense)
    }


def _number(word: str, sense: wordnet.Sense) -> int:
    """Tell which of a word's senses as this part of speech it is."""
    return wordnet.counts().get((word.lower(), sense), (9, 0))[0]


def _mostly(word: str, sense: wordnet.Sense) -> bool:
    """Tell whether a noun means this often enough: it is no adjective, verb or thing that is a person now and then."""
    number, count = wordnet.counts().get((word, sense), (9, 0))
    return number == 1 and count >= 0.25 * sum(wordnet.totals()[word, part] for part in "nvar")


def sayings(common: Callable[[str, float], bool]) -> tuple[set[str], set[str]]:
    """Find the verbs that tell somebody's words: those that claim that something is so, and the others."""
    claims: set[str] = set(RARE_CLAIMS)
    others: set[str] = set(RARE)
    for word, _, claim in _said(common):
        (claims if claim else others).add(word)
    claims -= {"will"}  # an auxiliary
    return claims, others - claims


def _said(common: Callable[[str, float], bool]) -> Iterator[tuple[str, wordnet.Sense, bool]]:
    """Yield these verbs, each with a sense in which it does so, and whether that is a claim."""
    claimed, told = below(CLAIMED, "v", SAYING, THINKING), below(TOLD, "v", SAYING)
    asked = below(("request",), "v", SAYING)
    for sense, synset in wordnet.synsets().items():
        if sense[0] != "v" or synset.field not in (SAYING, THINKING):
            continue
        also = not set(ALSO).isdisjoint(synset.words[:2])
        for place, word in enumerate(synset.words, 1):
            if not word.islower() or not common(word, 2.5) or not _often(word, sense):
                continue
            frames = {frame for frame, at in wordnet.frames(sense) if at in (0, place)}
            if THAT in frames and (also or sense in claimed - asked):
                yield word, sense, True
            elif (also or sense in told) and not frames.isdisjoint(TRANSITIVE):
                yield word, sense, False


def _often(word: str, sense: wordnet.Sense) -> bool:
    """Tell whether a verb is often used in a sense, and is not much oftener a noun or an adjective."""
    verb = wordnet.totals()[word, "v"]
    return wordnet.usual(word, sense) and 10 * verb >= sum(wordnet.totals()[word, part] for part in "nar")


def abroad(named: frozenset[str], common: Callable[[str, float], bool]) -> Iterator[tuple[str, set[str], set[str]]]:
    """Yield for each further language its code and its words for offices and occupations, by half of their meanings.

    Args:
        named: Given and family names.
        common: Tells whether a word is frequent in English.

    Yields:
        The code; the words that tell so in any text; those that do in a text of this language only, as they are names or
        English words, too, or as not Wiktionary has them, but a wordnet of the language's own.
    """
    senses = below(OCCUPATIONS, "n", PERSON) - below(COMPANIES, "n", PERSON)
    for code, name in LANGUAGES.items():
        meant: dict[str, list[bool]] = {}
        own: dict[str, list[bool]] = {}
        for found, files in ((meant, (f"wikt/wn-wikt-{name}",)), (own, OWN.get(code, ()))):
            for word, sense in meanings(files, "n"):
                found.setdefault(word, []).append(sense in senses)
        known, more = (
            {
                word
                for word, told in found.items()
                if 2 * sum(told) >= len(told) and len(word) > 3 and word.replace("-", "").isalpha()
            }
            for found in (meant, own)
        )
        anywhere = {word for word in known - named if not common(word, 2.5)}
        yield code, anywhere, (known | more) - anywhere


BODIES = ("organization", "government", "administration", "company", "news medium", "press", "court")
"""Above the words for those who speak as one."""
TELLING = (
    "papers", "written report", "news report", "missive", "investigating", "inquiry", "data", "publication",
    "estimation", "memorandum", "informant", "newspaper", "magazine", "editorial",
)  # fmt: skip
"""Above those for what says what its authors say, and for those who tell it."""


def speaking(common: Callable[[str, float], bool]) -> Iterator[tuple[str, set[str]]]:
    """Yield for each language its code and its nouns for what may say something and is no person by its word.

    For English: documents, findings, sources, as other tables have the bodies.

    Args:
        common: Tells whether a word is frequent in English.
    """
    told = frozenset(sense for sense, synset in wordnet.synsets().items() if sense[0] == "n" and _tells(synset))
    telling = _with_kinds(told)
    english = {word for sense in telling for word in wordnet.synsets()[sense].words if wordnet.usual(word, sense)}
    yield (
        "en",
        {word for word in english if word.isalpha() and len(word) > 3 and common(word, 2.8)} | {"source", "statement"},
    )
    senses = telling | below(BODIES, "n", wordnet.GROUP)
    for code, name in LANGUAGES.items():
        meant: dict[str, list[bool]] = {}
        for word, sense in meanings((f"wikt/wn-wikt-{name}", *OWN.get(code, ())), "n"):
            meant.setdefault(word, []).append(sense in senses)
        yield code, {w for w, told in meant.items() if any(told) and len(w) > 2 and w.isalpha()}


def _tells(synset: wordnet.Synset) -> bool:
    told = not set(TELLING).isdisjoint(synset.words) and synset.field != wordnet.ARTEFACT
    return told and (len(synset.words) > 1 or synset.words == ("data",))


def _with_kinds(senses: frozenset[wordnet.Sense]) -> frozenset[wordnet.Sense]:
    found, waiting = set(senses), list(senses)
    while waiting:
        more = [to for to in _kinds().get(waiting.pop(), ()) if to not in found]
        waiting += more
        found.update(more)
    return frozenset(found)


def said_abroad(common: Callable[[str, float], bool]) -> Iterator[tuple[str, set[str]]]:
    """Yield for each further language its code and the frequent forms of the verbs of saying, but for the infinitive.

    Args:
        common: Tells whether a word is frequent in English.
    """
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
    from wordfreq import zipf_frequency

    senses = {sense for _, sense, _ in _said(common)}
    for code, name in LANGUAGES.items():
        files = (f"wikt/wn-wikt-{name}", *OWN.get(code, ()))
        verbs = {word for word, sense in meanings(files, "v") if sense in senses and zipf_frequency(word, code) >= 2.8}
        lemmas = verbs | {verb.removeprefix(part) for verb in verbs for part in SEPARABLE.get(code, ())}
        known = DefaultDictionaryFactory().get_dictionary(code)
        found = {form for form, lemma in known.items() if lemma in lemmas and form.isalpha() and form != lemma}
        yield code, {form for form in found if form.islower() and zipf_frequency(form, code) >= 2.5}


def meanings(files: tuple[str, ...], part: str) -> Iterator[tuple[str, wordnet.Sense]]:
    """Yield the words of the Open Multilingual Wordnet, in small letters, with the senses that they have in WordNet 3.1."""
    newest, data = _newest(), wordnet.cloned(*MULTILINGUAL)
    for file in files:
        for line in (data / f"wns/{file}.tab").read_text("utf-8").splitlines():
            old, kind, word = (*line.split("\t"), "", "")[:3]
            new = newest.get(old) or newest.get(old.removesuffix("a") + "s", "")  # an adjective beside another
            if kind.endswith("lemma") and new[-1:] in (part, "s" if part == "a" else part) and " " not in word:
                yield word.lower(), (part, new[:8])


@cache
def _newest() -> dict[str, str]:
    """Map the senses of WordNet 3.0 to those of 3.1, by their number in the interlingual index."""
    index = wordnet.cloned(*INDEX)
    older, newer = (
        dict(
            line.split("\t")[:2]
            for line in (index / f"ili-map-pwn{n}.tab").read_text("ascii").splitlines()
            if "\t" in line
        )
        for n in (30, 31)
    )
    return {old: newer[number] for number, old in older.items() if number in newer}
