"""Where the words of a question stand in the texts of a fact, and which of them stand together."""

from bisect import bisect_left
from collections.abc import Sequence

from talkscli.language.calendar import SHORT, TIMES, WEEKDAYS
from talkscli.language.numbers import GREAT
from talkscli.language.words import stems
from talkscli.search.index.doc import Placed
from talkscli.search.index.held import AGES
from talkscli.search.question.query import Query
from talkscli.search.question.relations import negated

NEAR = 4  # tokens between two words that stand together

_TIMES = frozenset(stems([*TIMES, *AGES, *map(str.lower, WEEKDAYS)]))

_GREAT = frozenset(stems([*GREAT]))
_SHORT = frozenset([*stems(list(SHORT)), "=may"])


def _is_number(token: str) -> bool:
    return token[0].isdigit() or token in _GREAT


def _is_date(token: str) -> bool:
    return token in _TIMES or (token[0].isdigit() and len(token) == 4)


def _has_day(tokens: Sequence[str]) -> bool:
    """Whether a number stands beside a month that is cut short, or "may"."""
    beside = [tokens[max(0, at - 1) : at + 2] for at, token in enumerate(tokens) if token in _SHORT]
    return any(_is_number(token) for near in beside for token in near)


def _is_name(token: str) -> bool:
    return token[0] == "@"


_ANSWERS = {
    "number": _is_number,
    "cost": _is_number,
    "duration": _is_number,
    "when": _is_date,
    "who": _is_name,
    "where": _is_name,
}  # what a token is that may be what is asked for


class Sentences:
    """Which words of the question stand where in the sentences of an answer."""

    def __init__(self, query: Query, passages: Placed) -> None:
        self.query = query
        self.tokens = passages.sentences or [[]]
        standing = passages.places()
        self._shared = [query.tokens & held for held, _ in standing]
        shares = [query.covered[shared].share for shared in self._shared]
        at = shares.index(max(shares))
        self.best = self.tokens[at]
        covered = query.covered[self._shared[at]]
        self.worths, self.share = covered.worths, covered.share
        self._spots = [
            _standing(query, places, shared) if shared else {}
            for (_, places), shared in zip(standing, self._shared, strict=True)
        ]
        places = self._spots[at].values()
        width = max([row[-1] for row in places]) - min([row[0] for row in places]) + 1 if places else 1
        self.dense = sum([worth > 0 for worth in self.worths]) / width
        self.negated = negated(self.best)
        self.exact = sum([t.weight for t in query.terms if t.key in self._shared[at]]) / query.total

    def new(self) -> float:
        """Whether the best sentence has what the question asks for and does not say itself."""
        is_new = _ANSWERS.get(self.query.asks)
        if is_new is None:
            return 0.5
        where = self.query.where
        if any(is_new(token) for token in self.best if token not in where):
            return 1.0
        return float(is_new is _is_date and _has_day(self.best))

    def dated(self) -> bool:
        """Whether a date stands right before the last word of the question: "when is the *vote*", "the May 5 vote"."""
        if not self.query.terms:
            return False
        named = self.query.standing_for(len(self.query.terms) - 1)
        dates = [tokens[max(0, at - 2) : at] for tokens in self.tokens for at, t in enumerate(tokens) if t in named]
        return any(any(map(_is_date, near)) or _has_day(near) for near in dates)

    def counted(self) -> float:
        """Whether some sentence has a number before what the question counts; 0.5 where it counts nothing."""
        term = self.query.relations.counted
        if term is None:
            return 0.5
        named = self.query.standing_for(term)
        for tokens in self.tokens:
            for at, token in enumerate(tokens):
                if token in named and any(map(_is_number, tokens[max(0, at - NEAR) : at])):
                    return 1.0
        return 0.0

    def together(self) -> tuple[float, float]:
        """Shares of neighbouring words that stand near each other in some sentence, and in the same order too."""
        pairs = self.query.relations.pairs
        if not pairs:
            return 1.0, 1.0
        near = ordered = total = 0.0
        rows = [row for row in self._spots if len(row) > 1]
        for a, b in pairs:
            weight = self.query.weights[a] + self.query.weights[b]
            total += weight
            best = max([_together(row[a], row[b]) for row in rows if a in row and b in row], default=0)
            near += weight * (best > 0)
            ordered += weight * (best > 1)
        return near / total if total else 1.0, ordered / total if total else 1.0


def _spots(query: Query, tokens: Sequence[str]) -> dict[int, list[int]]:
    """Term -> where it stands."""
    spots: dict[int, list[int]] = {}
    where = query.where
    for at in [at for at, token in enumerate(tokens) if token in where]:
        for term, _ in where[tokens[at]]:
            spots.setdefault(term, []).append(at)
    return spots


def _standing(query: Query, places: dict[str, list[int]], shared: frozenset[str]) -> dict[int, list[int]]:
    """The same of a text of whose tokens it is known where they stand, and which the question shares."""
    spots: dict[int, list[int]] = {}
    for token in shared:
        for term, _ in query.where[token]:
            spots[term] = sorted(spots[term] + places[token]) if term in spots else places[token]
    return spots


def _together(one: list[int], other: list[int]) -> int:
    """2 where the second follows the first closely, 1 where it precedes it closely, else 0."""
    best = 0
    for a in one:  # both are in order
        at = bisect_left(other, a)
        if at < len(other) and other[at] <= a + NEAR:
            return 2
        if at and other[at - 1] >= a - NEAR:
            best = 1
    return best


def near_in(query: Query, tokens: Sequence[str]) -> float:
    """Share of neighbouring words of a question that stand near each other in one text, 0 to 1."""
    pairs = query.relations.pairs
    if not pairs:
        return 1.0
    spots = _spots(query, tokens)
    total = sum([query.weights[a] + query.weights[b] for a, b in pairs])
    near = [(a, b) for a, b in pairs if a in spots and b in spots and _together(spots[a], spots[b])]
    found = sum([query.weights[a] + query.weights[b] for a, b in near])
    return found / total if total else 1.0
