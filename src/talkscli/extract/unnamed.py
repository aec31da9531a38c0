"""Who says something without a name: "a government official", "the report"; nobody where words name none who can."""

import re

from talkscli.extract.attribution import AMOUNTS
from talkscli.extract.context import Subject
from talkscli.extract.modifiers import ANYBODY
from talkscli.language import closed, grammar, offices, parts, vocabulary

ARTICLE = re.compile(r"^(?:the|a|an)\s", re.IGNORECASE)
_BEHIND_GROUP = re.compile(
    r"(?:\s(?:of|for|from|at|in|with)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:and\s|of\s)?[A-Z][\w’'-]*){0,5})?"
)
_NOBODY = (
    grammar.PRONOUNS | grammar.HE | grammar.SHE | closed.HE | closed.SHE | grammar.IT | {"their", "our", "my", "your"}
)
_SELF = frozenset("himself herself itself themselves".split())
_WORDS = re.compile(r"[^\W_][\w’'-]*")
_AGE = re.compile(r"\d\d-(?:year-old|jährig)")
_ADJECTIVE = re.compile(r"[a-zäöü-]+e[mnrs]?|\d\d-jährige[mnrs]?")
_HUNG = re.compile(r"(?:[A-ZÄÖÜ][\w-]+|\b(?:trotz|wegen|neben|außer|statt|[Kk]einer))\s\Z|,\s\Z")
_OF = re.compile(r"\sof\s((?:[\w’'-]+\s){1,4})")  # a number of men
_BEHIND = frozenset("further first then later earlier again once".split())  # the source further claimed
_CLOSE = 40  # characters before a phrase
_NEAR = 4  # words of a phrase among which its noun is


def noun_phrase(text: str, subject: Subject) -> str | None:
    """Return the words of a subject who is no entity, be it who it may."""
    first = subject.phrase.partition(" ")[0].lower().replace("’", "'").partition("'")[0]  # "it's repeated"
    if subject.ids or subject.pronoun or not first or first[0] == "\0" or first in _NOBODY:
        return None
    if subject.phrase.lower().endswith(" you"):
        return None  # “Thank you” is what is said
    more = _BEHIND_GROUP.match(text, subject.end)
    phrase = ARTICLE.sub("", subject.phrase + (more[0] if more else ""))
    return phrase if 2 < len(phrase) <= 80 else None


def somebody(text: str, subject: Subject, language: str) -> str | None:
    """Return the words for a speaker who is no entity, but a person, a body, or what such have written.

    Args:
        text: The sentence.
        subject: Who says something in it.
        language: The one that it is in.
    """
    phrase = noun_phrase(text, subject)
    if phrase is None:
        return None
    if language in closed.LANGUAGES:
        return _abroad(text, subject, phrase, language)
    words = subject.phrase.replace("’", "'").split()
    while len(words) > 1 and (words[-1] in _SELF or (words[-1].islower() and grammar.is_adverb(words[-1]))):
        words.pop()
    last = words[-1]
    head = last.lower().removesuffix("'s")
    if text.endswith("by ", 0, subject.start) and not offices.is_person(head):
        return None  # “moved” by the news
    amount = head in AMOUNTS and _OF.match(text, subject.end)
    if _tells(head) or (amount and any(map(_tells, amount[1].lower().split()))):
        return phrase
    behind = parts.is_adjective(last) or "-" in last or last in _BEHIND
    if len(words) > 1 and behind and _tells(words[-2].lower()):
        return phrase.removesuffix(f" {last}")  # "the company flat-out denied"
    called = any(map(str.isupper, last)) and (subject.start > 0 or len(words) > 1)
    named = called or (last[0].isupper() and not vocabulary.is_ordinary(head))
    return phrase if named or not head.isascii() else None


def _tells(noun: str) -> bool:
    """Tell whether an English noun is a person's or a body's, or means what such have written."""
    forms = (noun, noun.removesuffix("s"), noun.removesuffix("es"), f"{noun[:-3]}y", noun.replace("men", "man"))
    body = any(vocabulary.is_kind_of_body(form) or form in ANYBODY for form in forms)
    return body or offices.may_speak("en", noun)


def _abroad(text: str, subject: Subject, phrase: str, language: str) -> str | None:
    """Tell the same in another language, by the noun behind the article."""
    words = _WORDS.findall(phrase)
    if language != "de":
        noun = next((word for word in words[:_NEAR] if _is_somebody(word, language)), None)
        if noun is None:
            return None
        behind = words[words.index(noun) + 1 :]
        several = noun.endswith("s") and behind[:1] and not behind[0].endswith("s")  # the word behind is no adjective
        whole = (len(behind) < 2 and not several) or behind[0].lower() in closed.closed(language).links
        return phrase if whole else phrase[: phrase.find(noun) + len(noun)]  # "los agentes | luego vieron"
    at = next((i for i, word in enumerate(words) if i and word[0].isupper()), None)
    if at is None or not all(map(_ADJECTIVE.fullmatch, words[1:at])):
        return None  # "die uns"
    if phrase[0].islower() and _HUNG.search(text, max(0, subject.start - _CLOSE), subject.start):
        return None  # "Sprecher der Grünen", "…, die Freude hat, …"
    if not (_is_somebody(words[at], language) or any(map(_AGE.match, words[:at]))):
        return None
    end = phrase.find(words[at]) + len(words[at])
    while (more := _WORDS.search(phrase, end)) and (more[0][0].isupper() or more[0] in closed.closed("de").articles):
        end = more.end()
    return phrase[:end]


def _is_somebody(word: str, language: str) -> bool:
    """Tell whether a noun is a person's, a body's, or an abbreviation of one."""
    entry = vocabulary.gazetteer().get(word)
    acronym = sum(map(str.isupper, word)) > 1 and "-" not in word
    return acronym or offices.may_speak(language, word.lower()) or (entry is not None and word in entry.demonyms)
