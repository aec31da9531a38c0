"""What a question asks about whom: whose act, which attribute, what belongs together."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

from msgspec import Struct

from talkscli.language import grammar
from talkscli.language.lexicon import Token
from talkscli.language.words import stems, words

_BE = grammar.folded(grammar.BE)
_DO = grammar.folded(grammar.AUXILIARIES) - _BE
_NEGATIONS = frozenset(
    [*stems(list(grammar.DENYING)), *(f"={word}" for word in grammar.DENYING)]
)  # of either kind of token
_WH = frozenset("what which whose how whats".split())
_MANY = ("mani", "=many", "=much")
_OWNER = re.compile(r"(?<![\w.-])([\w.-]++(?:\s[\w.-]++)?)['’]s?(?=\s)")

ADVERBIAL = frozenset("first last next".split())
"""What tells which time of several a verb means: "when was it *first* opened"."""


class Relations(Struct):
    """What is asked about whom. Terms go by their place among the question's terms."""

    agents: frozenset[str]
    """Tokens of the entities whose act, words or wish is asked for: "what did X say", "annexed by X"."""
    owners: frozenset[str]
    """Of those whose property is: "X's demand", "the X delegation"."""
    themes: frozenset[str]
    """Of those of which something is told: "was X annexed", "is X a member"."""
    modified: list[tuple[int, int]]
    """A name and the word that it belongs to: "the X delegation", "delegation of X"."""
    pairs: list[tuple[int, int]]
    """Neighbouring terms, in their order."""
    patients: frozenset[str]
    """Tokens of the entities that stand after its verb: "what did X demand from Y"."""
    verb: int | None
    """The word after whom the question is about: "did X *attend*", "what does X *want*"."""
    object: int | None
    """The name right behind that word, articles aside: "did X leave *Y*"."""
    act: int | None
    """The verb where who or what does it is not named: "who *urged* X", "did the talks *end* the war"."""
    focus: int | None
    """The attribute asked for: "which *party*", "how *old*", "what *language*"."""
    topic: int | None
    """Of what something was said: "what did X say about the *harbour*"."""
    counted: int | None
    """What is counted: "how many *prisoners*"."""
    negated: bool
    denies: bool
    """Whether its main clause does."""
    order: frozenset[str]
    """Whether something *before* or *after* another is meant."""


def negated(tokens: Sequence[str]) -> bool:
    """Whether tokens hold a word that denies."""
    return not _NEGATIONS.isdisjoint(tokens)


def relations(question: str, typed: Sequence[str], tokens: Sequence[Token], places: Mapping[int, int]) -> Relations:
    """Tell what a question asks about whom.

    Args:
        question: As typed.
        typed: Its words.
        tokens: Of its words, function words ("=why") among them.
        places: Index of a term's first word -> its place among the terms.

    Returns:
        What could be told; empty sets where nothing could.
    """
    row = [token for n, token in enumerate(tokens) if not n or tokens[n - 1].start != token.start]
    same: dict[int, set[str]] = {}
    for token in tokens:
        same.setdefault(token.start, set()).add(token.key)
    owning = {word for match in _OWNER.finditer(question) for word in words(match[1])[-1:]}
    agents: set[str] = set()
    owners: set[str] = set()
    themes: set[str] = set()
    modified: list[tuple[int, int]] = []
    verb: int | None = None
    for n, token in enumerate(row):
        if token.key[0] != "@":
            continue
        names, place = same[token.start], places[token.start]
        owns = not owning.isdisjoint(typed[token.start + token.size - 1 :][:1])
        before = _function_word(row, n)
        noun = next((places[after.start] for after in row[n + 1 : n + 2] if after.key[0] not in "=@"), None)
        called = before in _BE and _is_called(row, n)
        if noun is not None and not n and len(row) > 2 and not owns and grammar.is_past(typed[row[1].start]):
            agents |= names  # a statement: "X signed the pact"
            verb = noun
            continue
        if noun is not None and (owns or called or before not in _DO | _BE):
            modified.append((place, noun))
        if before == "of":
            head = _before(row, n, "of")
            if head is not None:
                modified.append((place, places[head.start]))
                owners |= names
        elif owns or called:
            owners |= names
        elif before in _DO or before in _BE or before == "by":
            (themes if before in _BE else agents).update(names)
            if verb is None:
                done = _before(row, n, "by") if before == "by" else None
                verb = places[done.start] if done is not None else _verb(row, n, typed, places)
        elif noun is not None:
            (owners if n else agents).update(names)
    content = [token for token in row if token.key[0] != "="]
    pairs = [(places[a.start], places[b.start]) for a, b in pairwise(content) if b.start - a.start - a.size <= 2]
    keys = [token.key for token in tokens]
    act = _act(row, places) if verb is None else None
    at = verb if verb is not None else act
    return Relations(
        frozenset(agents),
        frozenset(owners),
        frozenset(themes),
        modified,
        pairs,
        _patients(row, same, at, places),
        verb,
        _object(row, verb, places),
        act,
        _focus(row, places),
        _topic(row, places),
        _counted(row, places),
        negated(keys),
        negated(list(takewhile(lambda key: key != "=that", keys))),
        frozenset([key[1:] for key in keys if key in ("=before", "=after")]),
    )


def _is_called(row: Sequence[Token], n: int) -> bool:
    """Whether a name belongs to the noun with which a question ends: "who is the *X* president"."""
    return row[0].key in ("=who", "=what") and n <= 3 and n + 2 == len(row) and row[n + 1].key[0] not in "=@"


def _verb(row: Sequence[Token], n: int, typed: Sequence[str], places: Mapping[int, int]) -> int | None:
    """The word behind a name, an adverb before it aside: "was X first *elected*", "has X already *left*"."""
    after = list(takewhile(lambda token: token.key[0] not in "=@", row[n + 1 : n + 3]))
    if len(after) > 1:
        passing = _function_word(row, n) in _BE and typed[after[0].start] in ADVERBIAL
        del after[: passing or grammar.is_adverb(typed[after[0].start])]
    return places[after[0].start] if after else None


def _object(row: Sequence[Token], verb: int | None, places: Mapping[int, int]) -> int | None:
    """The name right behind a verb, articles aside; behind "go to" none."""
    at = next((n for n, token in enumerate(row) if verb is not None and places.get(token.start) == verb), len(row))
    if at < len(row) and row[at].size > 1:
        return None
    after = next((token for token in row[at + 1 : at + 3] if token.key not in ("=the", "=a", "=an")), None)
    return places[after.start] if after is not None and after.key[0] == "@" else None


def _function_word(row: Sequence[Token], n: int) -> str:
    """The function word right before a name, articles aside: "did the X", "of X"; else none."""
    if not n or row[n - 1].key[0] != "=":
        return ""
    before = [token.key[1:] for token in row[max(0, n - 2) : n] if token.key[0] == "="]
    return next((word for word in reversed(before) if word not in ("the", "a", "an", "both")), "")


def _before(row: Sequence[Token], n: int, link: str) -> Token | None:
    """The word that a name is linked to: "the *delegation* of the X", "*annexed* by X"."""
    at = n - 2 if row[n - 1].key == "=" + link else n - 3
    return row[at] if at >= 0 and row[at].key[0] not in "=@" else None


def _focus(row: Sequence[Token], places: Mapping[int, int]) -> int | None:
    """The first word after "which", "what", "whose" or "how", names and an auxiliary aside."""
    for n, token in enumerate(row):
        if token.key[1:] in _WH and token.key[0] == "=":
            rest = row[n + 1 : n + 6]
            if rest and rest[0].key[0] not in "=@":
                return places[rest[0].start]  # "which party", "how old"
            if (
                token.key != "=how" and rest and rest[0].key[1:] in _BE
            ):  # "what is X's nationality", "what is the name of"
                return next((places[t.start] for t in rest if t.key[0] not in "=@"), None)
            return None
    return None


def _topic(row: Sequence[Token], places: Mapping[int, int]) -> int | None:
    """The first word after "about", articles aside."""
    at = next((n for n, token in enumerate(row) if token.key == "=about"), len(row))
    return next((places[token.start] for token in row[at + 1 : at + 3] if token.key[0] != "="), None)


def _counted(row: Sequence[Token], places: Mapping[int, int]) -> int | None:
    """The word after "how many"."""
    for n, token in enumerate(row[:-2]):
        if token.key == "=how" and row[n + 1].key in _MANY and row[n + 2].key[0] not in "=@":
            return places[row[n + 2].start]
    return None


def _act(row: Sequence[Token], places: Mapping[int, int]) -> int | None:
    """The word after "who" or "what", or the second one after an auxiliary: "did the talks end"."""
    for n, token in enumerate(row[:-1]):
        if token.key in ("=who", "=what") and row[n + 1].key[0] not in "=@":
            return places[row[n + 1].start] if token.key == "=who" else None
        if token.key[0] == "=" and token.key[1:] in _DO:
            content = [t for t in row[n + 1 : n + 5] if t.key[0] != "="][:2]
            return places[content[1].start] if len(content) == 2 and all(t.key[0] != "@" for t in content) else None
    return None


def _patients(
    row: Sequence[Token], same: Mapping[int, set[str]], verb: int | None, places: Mapping[int, int]
) -> frozenset[str]:
    """The names after a verb; who it is done by is none."""
    if verb is None:
        return frozenset()
    at = next(n for n, token in enumerate(row) if places.get(token.start) == verb and token.key[0] != "=")
    named = [n for n in range(at + 1, len(row)) if row[n].key[0] == "@" and row[n - 1].key != "=by"]
    return frozenset().union(*(same[row[n].start] for n in named))
