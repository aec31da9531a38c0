"""Does a fact say the opposite of the sentence that it tells? What was denied, turned, or exchanged in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from talkscli.check.passage import Names
from talkscli.check.sentence import Sentence, Word
from talkscli.check.swapped import swapped
from talkscli.language import grammar, insertions
from talkscli.language.grammar import DENYING, is_adverb, is_finite, is_past
from talkscli.language.opposites import function_opposites, opposites
from talkscli.language.sentences import sentences

_CLOSE = 0.6  # of a fact's words that a sentence must have to be the one that it tells
_NEARLY = 0.1  # less than the closest has: as likely the one
_LEAST = 2  # words that they must share
_LONGEST = 120  # words of a sentence that is compared
_MOST = 400  # sentences that the words of a fact may point to
_COMPARED = 5  # of the closest sentences
_GAP = 4  # words of a fact that may stand in the place of others
_WIDER = 7  # and how many those may be
_QUOTES = re.compile('["“”„«»]')
_JOINTS = grammar.CONJUNCTIONS | grammar.SUBORDINATORS
_DO = grammar.DO | {"ever"}


class _Contrary(NamedTuple):
    """Something contrary in a fact."""

    told: str
    places: tuple[int, ...] = ()
    """Of the words that stand in the place of others."""


class Sayings:
    """The sentences of a passage, found by their words."""

    def __init__(self, text: str, names: Names, common: frozenset[str]) -> None:
        self._names = names
        self._common = common
        self._plain = frozenset(map(_bare, told := sentences(text)))
        self._told = told
        self._whole = unquoted(text)
        self._read: list[Sentence] | None = None
        self._holding: dict[str, list[int]] = {}

    def against(self, answer: str, *, copied: bool = False) -> Iterator[str]:
        """Say what in an answer is contrary to the sentences that it is closest to, or copies."""
        for text in sentences(insertions.without(answer))[:_MOST]:
            if _bare(text) in self._plain or unquoted(text) in self._whole:  # a quotation may be of several sentences
                continue
            sentence = Sentence(text, self._names, self._common)
            closest = self._closest(sentence)
            found = [list(_contrary(sentence, other, copied=copied)) for other in closest]
            if found and all(found) and not any(_bare(text) in _bare(other.text) for other in closest):
                yield from found[0]

    def _closest(self, sentence: Sentence) -> list[Sentence]:
        """Find the sentences that have about as many of its words as any has, the closest first."""
        if len(sentence.words) > _LONGEST or len(sentence.keys) < _LEAST:
            return []
        if self._read is None:
            self._read = [Sentence(text, self._names, self._common) for text in self._told]
            for n, other in enumerate(self._read):
                for key in other.keys if len(other.words) <= _LONGEST else ():
                    self._holding.setdefault(key, []).append(n)
        shared: dict[int, set[str]] = {}
        budget = _MOST
        wanted = [(key, self._holding.get(form, ())) for key in sentence.keys for form in (key, *opposites(key))]
        for key, holding in sorted(wanted, key=lambda pair: (len(pair[1]), pair[0])):
            budget -= len(holding)
            if budget < 0:
                break
            for n in holding:
                shared.setdefault(n, set()).add(key)
        shares = {n: len(keys) / len(sentence.keys) for n, keys in shared.items() if len(keys) >= _LEAST}
        least = max(_CLOSE, max(shares.values(), default=0) - _NEARLY)
        chosen = sorted((n for n, share in shares.items() if share >= least), key=lambda n: (-shares[n], n))
        return [self._read[n] for n in chosen[:_COMPARED]]


def _contrary(fact: Sentence, source: Sentence, *, copied: bool) -> Iterator[str]:
    """Say what in a sentence of a fact is contrary to one of its source, where the two run side by side."""
    one, two = ([sentence.words[n].key for n in sentence.row] for sentence in (fact, source))
    partners: dict[int, int] = {}
    found: list[_Contrary] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        own, others = fact.row[a:b], source.row[c:d]
        if tag == "equal":
            partners.update(zip(own, others, strict=True))
        elif tag == "replace" and len(own) <= _GAP and len(others) <= _WIDER:
            found += (*_turned(fact, source, own, others), *_exchanged(fact, source, own, others))
    met = set(partners.values())
    within = range(min(met, default=0), max(met, default=0))
    strange = [n for n in fact.row if n not in partners and not _comes_and_goes(fact.words[n])]
    missing = [n for n in source.row if n in within and n not in met and not _comes_and_goes(source.words[n])]
    if strange or missing:
        found += () if found else _moved(fact, source, strange, missing)
        if copied and not found and (told := swapped(fact, source, strange, missing)):
            found.append(_Contrary(told, tuple(strange)))
        found += _denials(fact, source, partners)
        found += _joined(fact, source, partners)
    else:
        found += _cues(fact, source, partners)
    place = {n for each in found for n in each.places}
    content = {n for n in fact.row if fact.words[n].content} - place
    if len(content & partners.keys()) >= _CLOSE * len(content):
        yield from (f"{each.told}: {source.text!r}" for each in found)


def _comes_and_goes(word: Word) -> bool:
    """Tell whether a word denies, or stands beside one that does: "sank", "did not sink"; "never", "ever"."""
    return word.folded in DENYING or word.folded in _DO or (not word.content and is_adverb(word.folded))


def _cues(fact: Sentence, source: Sentence, partners: dict[int, int]) -> Iterator[_Contrary]:
    """Compare the denying words of sentences that are else the same, word for word."""
    first, last = min(partners.values(), default=0), max(partners.values(), default=0)
    while first and _comes_and_goes(source.words[first - 1]):
        first -= 1
    while last + 1 < len(source.words) and _comes_and_goes(source.words[last + 1]):
        last += 1
    end = len(source.words)
    pairs = [*sorted(partners.items()), (len(fact.words), end)]
    own = {next(b for a, b in pairs if a > at): fact.words[at].text for at in fact.denied.cues}
    others = {
        next(b for _, b in pairs if b > at): source.words[at].text for at in source.denied.cues if first <= at <= last
    }
    for here, there, where in ((own, others, "only here, not in the source"), (others, own, "only in the source")):
        clauses = {source.denied.clause(min(place, end - 1)) for place in there}
        for place, cue in here.items():
            if place not in there and source.denied.clause(min(place, end - 1)) not in clauses:
                before = f" before {source.words[place].text!r}" if place < end else ""
                yield _Contrary(f"{cue!r} stands{before} {where}")


def _moved(fact: Sentence, source: Sentence, strange: Sequence[int], missing: Sequence[int]) -> Iterator[_Contrary]:
    """Find names and numbers alone that stand elsewhere in a sentence that is else the same."""
    moved = [fact.words[n] for n in strange]
    there = {source.words[n].key for n in missing if source.words[n].name or source.words[n].number}
    if moved and there.issuperset(word.key for word in moved) and not _reordered(fact, source, moved):
        told = ", ".join(word.text for word in moved)
        yield _Contrary(f"{told!r} stands in another place than in the source", tuple(strange))


def _joined(fact: Sentence, source: Sentence, partners: dict[int, int]) -> Iterator[_Contrary]:
    """Find what goes on from one clause of its source into another, past the name that this tells of."""
    for (own, before), (_, after) in pairwise(sorted(partners.items())):
        passed = [n for n in source.row if before < n < after]
        if not passed or not source.words[passed[-1]].name or after in source.marks:
            continue
        joint = next((n for n in reversed(passed) if source.words[n].folded in _JOINTS), None)
        if joint is None or source.words[passed[-1]].key in fact.keys or not is_past(source.words[after].folded):
            continue
        if any(is_finite(source.words[n].folded) for n in range(before + 1, joint)):
            told = f"{fact.words[own + 1].text!r} is told in the source of {source.words[passed[-1]].text!r}"
            yield _Contrary(told)


def _denials(fact: Sentence, source: Sentence, partners: dict[int, int]) -> Iterator[_Contrary]:
    """Find a word that one of them denies and the other has without a denial, however it might be put."""
    for place, by in fact.denied.targets.items() if fact.denied.limits <= source.denied.limits else ():
        if _plain_in(source, fact.words[place], partners.get(place)):
            told = f"{fact.words[by].text!r} stands before {fact.words[place].text!r}, which the source does not deny"
            yield _Contrary(told)
    back = {other: own for own, other in partners.items()}
    for place, by in source.denied.targets.items() if source.denied.limits <= fact.denied.limits else ():
        if _plain_in(fact, source.words[place], back.get(place)):
            yield _Contrary(f"the source denies {source.words[place].text!r}, with {source.words[by].text!r}")


def _plain_in(sentence: Sentence, word: Word, partner: int | None) -> bool:
    """Tell whether a word stands in a sentence, and is nowhere denied there."""
    places = [n for n, other in enumerate(sentence.words) if other.key == word.key] if partner is None else [partner]
    return bool(places) and not any(map(sentence.denied.may_be, places))


def _turned(fact: Sentence, source: Sentence, own: Sequence[int], others: Sequence[int]) -> Iterator[_Contrary]:
    """Find a word in whose place the source has its opposite."""
    for a in own:
        for b in others:
            one, two = fact.words[a], source.words[b]
            known = opposites(one.key) if one.content and two.content else frozenset[str]()
            if len(own) == len(others) == 1:
                known = known or function_opposites(one.folded)
            denied = fact.denied.may_be(a) != source.denied.may_be(b)
            if not known.isdisjoint((two.key, two.folded)) and not denied:
                yield _Contrary(f"{one.text!r} stands where the source has {two.text!r}", (a,))


def _exchanged(fact: Sentence, source: Sentence, own: Sequence[int], others: Sequence[int]) -> Iterator[_Contrary]:
    """Find a number, or a name, in whose place the source has another."""
    mine = [fact.words[n] for n in own]
    for kind in ("number", "day", "name"):
        there = [source.words[n] for n in others if getattr(source.words[n], kind)]
        if kind == "name" and not there:
            there = _subject(source, mine, others)
        other = there and all(getattr(word, kind) for word in mine) and _unlike(mine, there)
        if other and not _reordered(fact, source, mine):
            told, instead = " ".join(word.text for word in mine), ", ".join(word.text for word in there)
            yield _Contrary(f"{told!r} stands where the source has {instead!r}", tuple(own))


def _reordered(fact: Sentence, source: Sentence, words: Sequence[Word]) -> bool:
    """Tell whether words stand elsewhere only within the same list."""
    both = fact.listed & source.listed
    return all(any(word.key in pair for pair in both) for word in words)


def _subject(source: Sentence, mine: Sequence[Word], others: Sequence[int]) -> list[Word]:
    """Give the words of no name in whose place one stands that stands elsewhere in the source's sentence."""
    found = [source.words[n] for n in others if source.words[n].content]
    elsewhere = all(word.name and word.key in source.keys for word in mine)
    return found if elsewhere and not any(word.number or word.day for word in found) else []


def _unlike(own: Iterable[Word], others: Iterable[Word]) -> bool:
    """Tell whether two rows of names or numbers have nothing in common."""
    one, two = ({part for word in row for part in (word.key, *word.folded.split())} for row in (own, others))
    return one.isdisjoint(two)


def unquoted(text: str) -> str:
    """Return a text on one line without its quotation marks."""
    return _bare(_QUOTES.sub("", text))


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
