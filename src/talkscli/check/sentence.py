"""A sentence as it is compared with another: its words with what each names or counts, and what it denies."""

import re
from functools import cached_property
from typing import NamedTuple

from talkscli.check.passage import Names
from talkscli.language import verbs, vocabulary
from talkscli.language.grammar import ARTICLES, DENYING, is_time
from talkscli.language.negation import Denied
from talkscli.language.words import STOP, stems, words

_PIECE = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_MARK = re.compile(r"[^\s\w'’\"“”$€£%-]")
_PASSED = (ARTICLES & frozenset(("the", "a", "an"))) | DENYING


class Word(NamedTuple):
    """A word, a number or a name."""

    text: str
    key: str
    """Alike for the forms of a word and the spellings of a name."""
    folded: str
    name: bool = False

    @property
    def number(self) -> bool:
        """Whether it is one, in digits or words; "one" mostly counts nothing."""
        return self.folded[:1].isdigit() and self.text.lower() != "one"

    @property
    def day(self) -> bool:
        """Whether it is a weekday or a month."""
        return not self.name and self.text[:1].isupper() and self.text[:1].isalpha() and is_time(self.folded)

    @property
    def content(self) -> bool:
        """Whether it says something by itself."""
        return self.name or self.number or self.folded not in STOP


class Sentence:
    """A sentence taken apart."""

    def __init__(self, text: str, names: Names, common: frozenset[str]) -> None:
        """Take the names that there are, and the words that stand in lower case elsewhere."""
        self.text = text
        self.words: list[Word] = []
        marks: set[int] = set()
        end = 0
        mentions = names.find(text)
        for start, stop, key in [*mentions, (len(text), len(text), "")]:
            for piece in _PIECE.finditer(text, end, start):
                if _MARK.search(text, end, piece.start()):
                    marks.add(len(self.words))
                end = piece.end()
                opens = not self.words
                for word in words(piece[0]):
                    name = piece[0][:1].isupper() and word not in STOP and piece[0].lower() not in vocabulary.NOT_NAMES
                    name = name and not is_time(word) and not (opens and (word in common or piece[0].lower() in common))
                    self.words.append(Word(piece[0], stems([verbs.base(word)])[0], word, name))
            if key:
                if _MARK.search(text, end, start):
                    marks.add(len(self.words))
                self.words.append(Word(text[start:stop], key, " ".join(words(text[start:stop])), name=True))
                end = stop
        self.marks = frozenset(marks)
        """The places of the words before which there is a comma or the like."""

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the words that say something."""
        return frozenset(word.key for word in self.words if word.content)

    @cached_property
    def denied(self) -> Denied:
        """What it denies."""
        return Denied([word.folded for word in self.words], self.marks)

    @cached_property
    def listed(self) -> frozenset[frozenset[str]]:
        """The keys of each two names or numbers that stand in a list, whose order says nothing."""
        found: set[frozenset[str]] = set()
        for n, word in enumerate(self.words[:-1]):
            after = n + 2 if self.words[n + 1].folded in ("and", "or") else n + 1
            if after < len(self.words) and (after > n + 1 or after in self.marks):
                other = self.words[after]
                if (word.name and other.name) or (word.number and other.number):
                    found.add(frozenset((word.key, other.key)))
        return frozenset(found)

    @cached_property
    def row(self) -> list[int]:
        """The places of the words by which two sentences are laid side by side: all but articles and "not"."""
        return [n for n, word in enumerate(self.words) if word.folded not in _PASSED]
