"""The names in a question, each as one word, written as the store does, else as everybody does."""

from collections.abc import Sequence
from typing import NamedTuple

from talkscli.language import grammar, offices, parts, vocabulary
from talkscli.language.calendar import MONTHS, WEEKDAYS
from talkscli.language.frequency import zipf
from talkscli.language.words import STOP, fold

LONGEST_NAME = 5  # words
_CALENDAR = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS)))
_PLURAL = frozenset("are were do have".split())
_ENDINGS = tuple(
    "ers ors ists ing ed ly tion sion ness ment ism ity able ible ics".split()
)  # of what is made of other words


class Word(NamedTuple):
    """A word of the question, or a name of several."""

    text: str
    name: bool

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()


def is_name(word: str, question: str) -> bool:
    """Tell whether a word of a question is a name: known everywhere, or written like one."""
    inside = f" {word}" in question and not question.isupper()
    return bool(_known([word.lower()])) or (inside and word[:1].isupper())


def named(words: Sequence[str], names: Sequence[str]) -> list[Word]:
    """Put names into one word each, written as the store does, else as everybody does."""
    proper: dict[str, str] = {}
    for name in names:  # of two spellings that differ in script or accents, the one that comes first
        proper.setdefault(fold(name), name)
    out: list[Word] = []
    at = 0
    while at < len(words):
        for size in range(min(LONGEST_NAME, len(words) - at), 0, -1):
            some = words[at : at + size]
            text = _name(" ".join(some), proper) or _known(some)
            if text:
                out.append(Word(text, name=True))
                break
        else:
            size = 1
            if out and _goes_on(out[-1], words[at]):  # "lars brenner"
                out[-1] = Word(f"{out[-1].text} {words[at].capitalize()}", name=True)
            elif _is_date(words, at):
                out.append(Word(words[at].capitalize(), name=False))
            elif _stands_as_name(words, at):  # "what did zorvath say"
                out.append(Word(words[at].capitalize(), name=True))
            else:
                out.append(Word(words[at], name=at > 0 and words[at][:1].isupper() and words[at] != "I"))
        if len(out) > 1 and _is_title(out[-2], out[-1]):
            last = out.pop()
            out[-1] = Word(f"{out[-1].text.capitalize()} {last.text[0].upper()}{last.text[1:]}", name=True)
        at += size
    return out


def _is_title(before: Word, word: Word) -> bool:
    """Tell whether somebody is addressed: "dr | booth", not "a dr | appointment"."""
    plain = word.low.removesuffix("'s").removesuffix("’s")
    return before.low in grammar.TITLES and (word.name or not (is_word(plain) or plain in STOP))


def _goes_on(before: Word, word: str) -> bool:
    """Tell whether a word in small letters behind a given name is the rest of the name: one that is nothing else."""
    plain = word.removesuffix("'s").removesuffix("’s")
    told = before.text.split()
    first = told[len(told) > 1 and told[0].lower() in grammar.TITLES]
    return (
        before.name and plain.isalpha() and plain.islower() and plain not in STOP and not is_word(plain)
        and not is_comparative(plain) and not offices.is_person(plain)
        and (vocabulary.is_given(first) or (_is_strange(first) and _is_strange(plain)))
    )  # fmt: skip


def _stands_as_name(words: Sequence[str], at: int) -> bool:
    """Tell whether a word that nobody knows stands where a name would: alone, as a subject or by a preposition."""
    before, word = words[at - 1].lower() if at else "", words[at]
    placed = before in grammar.PREPOSITIONS - {"to"}
    many = before in _PLURAL and word.endswith("s")
    return word.islower() and (placed or (before in grammar.AUXILIARIES and not many)) and _is_strange(word)


def _is_strange(word: str) -> bool:
    """Tell whether a word is none that is in use, nor made of such a one."""
    plain = word.lower().removesuffix("'s").removesuffix("’s")
    single = vocabulary.singular(plain)
    return (
        len(plain) > 2 and plain.isalpha() and plain not in STOP and not plain.endswith(_ENDINGS)
        and not any(zipf(each) or is_word(each) for each in (plain, single))
        and not is_comparative(plain) and not offices.is_person(plain)
    )  # fmt: skip


def is_comparative(word: str) -> bool:
    """Tell whether a word is an adjective with "-er": "taller", "safer"."""
    stem = word.removesuffix("er")
    return stem != word and any(map(parts.is_adjective, (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y")))


def _is_date(words: Sequence[str], at: int) -> bool:
    """Tell whether a word is a month or a weekday; one that may be a verb is, behind a preposition or by a number."""
    if words[at] not in _CALENDAR:
        return False
    around = [*words[max(at - 1, 0) : at], *words[at + 1 : at + 2]]
    told = at > 0 and (words[at - 1] in grammar.PREPOSITIONS or words[at - 1] in ("last", "next", "this"))
    plain = words[at] in grammar.AUXILIARIES or parts.is_verb(words[at])
    return not plain or told or any(word[:1].isdigit() for word in around)


def _name(typed: str, proper: dict[str, str]) -> str | None:
    """Write a name as the store does; "turkeys" belongs to it."""
    folded = fold(typed)
    if folded in proper:
        return proper[folded]
    stem = folded.removesuffix("'s")
    if stem == folded:
        stem = folded.removesuffix("s")
    return f"{proper[stem]}'s" if stem != folded and stem in proper else None


def _known(words: Sequence[str]) -> str | None:
    """Write a name that is known everywhere with capitals, unless it is a word, too."""
    if len(words) > 2 or not all(word.isalpha() and word.islower() for word in words) or not STOP.isdisjoint(words):
        return None
    written = " ".join(map(str.capitalize, words))
    word = len(words) == 1 and is_word(words[0])
    if not word:
        return next(filter(vocabulary.is_name, (written, written.upper())), None)
    return written if vocabulary.is_ordinary(words[0]) and vocabulary.is_country(written) else None


def is_word(word: str) -> bool:
    """Tell whether a word in small letters is one of English, whatever name it may be, too."""
    return (
        word in grammar.AUXILIARIES
        or parts.is_verb(word)
        or parts.is_adjective(word)
        or parts.is_deed(word)
        or vocabulary.is_ordinary(word)
        or grammar.is_past(word)
        or word in vocabulary.NOT_NAMES
    )
