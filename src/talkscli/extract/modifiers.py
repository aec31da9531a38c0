"""What stands before a name as somebody's role: "the former South African president", "work and pensions spokesman"."""

import re
from collections.abc import Sequence

from talkscli.language import grammar, offices, parts, verbs, vocabulary
from talkscli.language.matcher import LETTERS, UPPER
from talkscli.language.numbers import NUMERALS
from talkscli.language.words import STOP

_TITLES = sorted({*map(str.capitalize, offices.ADDRESS), "Prof"})
_TITLE = re.compile(rf"\b(?:{'|'.join(_TITLES)})\.?\s$")
_LONGEST_TITLE = max(map(len, _TITLES)) + len(". ")
_NO_MODIFIERS = (
    vocabulary.NOT_NAMES
    | grammar.PREPOSITIONS
    | grammar.CONJUNCTIONS
    | grammar.AUXILIARIES
    | frozenset("including named like unlike alongside wherein whereby".split())
) - frozenset("north south east west northern southern eastern western central olympic cup award".split())
PLAIN = re.compile(r"[a-z-]{4,}")
_CAPITALISED_BEFORE = re.compile(rf" (?<![.!?:;•\"“‘(\[—–-] )([{UPPER}][{LETTERS}-]*) $")  # opens no sentence
_CAPITALISED_AFTER = re.compile(rf"\s[{UPPER}][{LETTERS}]")
_DIRECTIONS = frozenset("North South East West".split())
_ABSTRACT = re.compile(r"[a-z](?:[ts]ion|ment|ness)$")
_TIMES = frozenset("week month year night weekend".split())
_LEADING = frozenset("earlier later today yesterday meanwhile".split())
ALSO_ADJECTIVES = frozenset("principal major general head chief count chair lead patron master expert fellow".split())
ANYBODY = frozenset("man woman boy girl person people".split())
OWNS = ("'s", "’s", "s'", "s’")
_LETTERS = re.compile(r"\s\([A-Z]{2,8}\)(?=\s[a-z])")  # the Port Authority (PA) chairman
_RANKED = re.compile(rf"number\s(?:{'|'.join(sorted(NUMERALS))}|\d{{1,3}})$", re.IGNORECASE)  # world number one


def before_name(before: str) -> str | None:
    """Take the role that a name follows: "the former South African president NAME", "Wikileaks co-founder NAME"."""
    if not before.endswith(" "):
        return None
    last = (before.rsplit(None, 1) or ("",))[-1]
    title = None if last.islower() else _TITLE.search(before, len(before) - _LONGEST_TITLE)
    if title:
        before = before[: title.start()]
        last = (before.rsplit(None, 1) or ("",))[-1]
    if last in NUMERALS or last.isdecimal():
        return _ranked(before)
    if not before.endswith(" ") or not last[-1:].isalpha():
        return None
    if not offices.is_person(last) or grammar.is_past(last) or last in ANYBODY:
        return None  # "Reed accused Berg"
    words = (_LETTERS.sub("", before) if "(" in before else before).split()
    if words[-1] in ALSO_ADJECTIVES and not (words[-2:-1] and _heads(words[-2])):
        return None  # "the chief"; but "the party's chief", "election chief"
    if parts.is_adjective(last) and words[-2:-1] and words[-2] in grammar.IS:
        return None  # "he was hopeful Berg would come"
    if words[-1] == "fellow" and words[-2].endswith(OWNS):
        return None  # Berg's fellow Norlander
    start = len(words) - 1
    while start and (_modifies(words, start - 1) or _joins_modifiers(words, start - 2)):
        start -= 1 if _modifies(words, start - 1) else 3
    told = start > 2 and words[start - 2] == "and" and PLAIN.fullmatch(words[start - 1]) is not None
    joint = start - 2 if told and not is_no_modifier(words[start - 1]) else start - 1  # "founder and famed CEO"
    if joint > 0 and words[joint] == "and" and offices.is_person(words[joint - 1]):
        other = before_name(" ".join(words[:joint]) + " ")  # "committee member and Kella MP"
        joins = other and (words[start][0].isupper() or (other[0].isupper() and " " in other))
        start = joint - len(other.split()) if other and joins else start  # "Vintra founder and chief"
    start = _bodied(words, _owned(words, start))
    while start < len(words) - 1 and words[start].islower() and words[start].endswith("ly"):
        start += 1
    role = " ".join(words[start:])
    return role if role != "fellow" else None  # fellow Norlander Berg


def _owned(words: Sequence[str], start: int) -> int:
    """Tell where an office begins with the name of whose it is: "Kella Port's chief engineer", not "Monday's"."""
    owner = words[start - 1] if start else ""
    if not (owner.endswith(OWNS) and owner[0].isupper()):
        return start
    if owner[: -2 if owner[-1] == "s" else -1].lower() in vocabulary.NOT_NAMES:
        return start
    return _name_begins(words, start - 1)


def _bodied(words: Sequence[str], start: int) -> int:
    """Tell where an office begins with the name of a body that has "of" in it: "Bank of Kella governor"."""
    if start < 2 or words[start - 1] != "of" or not words[start][0].isupper():
        return start
    head = words[start - 2]
    if not (head[0].isupper() and vocabulary.opens_body(head.lower())):
        return start
    return _name_begins(words, start - 2)


def _name_begins(words: Sequence[str], start: int) -> int:
    """Tell where a name begins that goes on at `start`."""
    while (
        start and words[start - 1].isalpha() and words[start - 1][0].isupper() and words[start - 1].lower() not in STOP
    ):
        start -= 1
    return start


def _ranked(before: str) -> str | None:
    """Take the rank that a name follows: "world number one NAME", "Norland number two NAME"."""
    rank = _RANKED.search(before[:-1])
    if rank is None or not before.endswith(" "):
        return None
    words = [*before[: rank.start()].split(), rank[0]]
    named = len(words) > 1 and (words[-2].lower() == "world" or words[-2] in vocabulary.gazetteer())
    return " ".join(words[-2 if named else -1 :])


def _heads(before: str) -> bool:
    """Tell whether the word before "chief" makes that a noun: who or what somebody is the chief of."""
    named = before[0].isupper() and before[-1].isalpha()  # "NTB chief"
    return before.endswith(OWNS) or (
        (named or PLAIN.fullmatch(before) is not None) and not is_no_modifier(before.lower())
    )


def is_no_modifier(word: str) -> bool:
    """Tell whether a word is never part of a role: "including", "said"."""
    return (word in _NO_MODIFIERS or grammar.is_speech(word)) and not offices.is_part(word)


def _modifies(words: Sequence[str], i: int) -> bool:
    """Tell whether word `i` belongs to the role after it: "former world champion", "the Swedish library director"."""
    word = words[i]
    lower = word.lower()
    if not word[-1].isalpha() and not (word.endswith(".") and word[0].isupper() and "." in word[:-1]):
        return word.endswith(("'", "’")) and word[-2:-1].isalpha()  # the parents' lawyer
    if word == "then" or lower in ("former", "ex") or lower.startswith("ex-"):
        return True
    if is_no_modifier(lower) or word.endswith(OWNS):
        return False
    if offices.is_part(lower) or word[0].isupper():
        return not (i == 0 or words[i - 1][-1] in ".!?") or lower not in _LEADING
    following = words[i + 1]
    named = bool(i) and words[i - 1][0].isupper()
    verb = word.endswith("s") and not word.endswith("ss") and following[0].isupper()
    if (verb or named) and verbs.plain(word, parts.is_mostly_verb) is not None:
        return False  # "Reed replaces veteran", "bad news leaves Kella boss"
    if (
        _ABSTRACT.search(word)
        and following[0].isupper()
        and not (offices.is_role(following) or vocabulary.is_kind_of_body(lower))
    ):
        return False  # "after the announcement Kella spokesman Berg"
    if following.lower() == "former" or (verb and (not i or named)):
        return False  # "the list shows former Tory leader", "the film contrasts President Berg"
    if word.endswith("ing") and i and words[i - 1][-1] == ",":
        return False  # "promptly, pushing referee"
    if word in _TIMES and i and words[i - 1].lower() in ("last", "this", "next"):
        return False
    if (
        not PLAIN.fullmatch(word)
        or grammar.is_finite(lower)
        or (words[-1][0].isupper() and len(words[-1]) > 3 and not _is_noun(lower))
    ):
        return False  # "gestern kam Minister Berg", but "leading MP"
    before = words[i - 1] if i else ""
    opened = not before or before.lower() in grammar.ARTICLES or before.endswith(OWNS) or before[-1] in ',”";:'
    opened = opened or grammar.inverts(before)  # said port chief
    return opened or _modifies(words, i - 1)


def _is_noun(word: str) -> bool:
    return offices.is_person(word) or vocabulary.is_ordinary(word)


def _joins_modifiers(words: Sequence[str], i: int) -> bool:
    """Tell whether "and" at word `i` joins two nouns that say of what somebody is: "work and pensions spokesman"."""
    if i < 2 or words[i] != "and" or not words[i + 1].islower():
        return False
    plain = PLAIN.fullmatch(words[i - 1]) is not None and not is_no_modifier(words[i - 1])
    return plain and not offices.is_person(words[i - 1]) and words[i - 2][0].isupper()


def in_longer_name(text: str, start: int, end: int) -> bool:
    """Tell whether a known name is but a part of another that is not known: "North Georgia", "Jaden Jordan"."""
    before = _CAPITALISED_BEFORE.search(text, max(0, start - 40), start)
    if before:
        word = before[1]
        return word in _DIRECTIONS or not (
            word in vocabulary.gazetteer() or word.lower() in vocabulary.NOT_NAMES or offices.is_part(word.lower())
        )
    return text[start:end] in vocabulary.given_names() and _CAPITALISED_AFTER.match(text, end) is not None
