"""Which of several is asked for, and whether a fact tells of another: "the *next* talks"."""

from talkscli.language.numbers import ORDINALS
from talkscli.language.tense import is_of_the_past
from talkscli.language.words import stems, words
from talkscli.search.cover import MET, covers
from talkscli.search.index.reader import Index
from talkscli.search.question.query import Query
from talkscli.search.rank import Ranked

_TURNS = tuple(
    frozenset(row.split())
    for row in (
        "first initial original earliest",
        "earlier previous prior former",
        "later next following subsequent upcoming",
        "last final latest",
    )
)
"""What tells which of several in a row is meant, the words for the same one together; the last may be the previous."""
_EARLIER = _TURNS[1] | _TURNS[3] | frozenset("before until once ago".split())
"""One of which stands where something is said to be the previous, or a former one."""
_COMING = frozenset("next upcoming".split())
_AWAY = 2  # words from such an adjective to its noun at most: "the *first* known *vertebrates*"


def is_of_another(index: Index, query: Query, ranked: Ranked) -> bool:
    """Tell whether a fact tells of another of several than is asked for, or of what has been for what is to come.

    Of a pair nothing is told: what is so named in its answer is one thing among others.
    """
    if not query.english or ranked.doc.profile == "pair":
        return False
    pairs = [(n, others) for n, term in enumerate(query.terms[:-1]) if (others := _others(term.word))]
    pairs = [(n, others) for n, others in pairs if query.terms[n + 1].start == query.terms[n].start + 1]
    ahead = "will" in query.text.split()
    if not pairs and not ahead:
        return False
    cover, _ = covers(query, ranked.shared)
    answer = index.fact(ranked.row).answer
    told = words(answer)
    for n, others in pairs:
        word, noun = query.terms[n].word, query.terms[n + 1].key
        if cover.all[n] >= MET:
            continue
        if word in ORDINALS or (word in _TURNS[1] and _EARLIER.isdisjoint(told)) or _names_another(told, others, noun):
            return True
        ahead = ahead or word in _COMING
    return ahead and is_of_the_past(answer)


def _others(word: str) -> frozenset[str]:
    """The words by which another of several is meant than by this one."""
    turn = next((row for row in _TURNS if word in row), None)
    if turn is not None:
        same = _TURNS[1] | _TURNS[3] if turn in (_TURNS[1], _TURNS[3]) else turn
        return frozenset().union(*_TURNS, ORDINALS) - same
    return _TURNS[0] | _TURNS[3] | frozenset(ORDINALS) - {word} if word in ORDINALS else frozenset()


def _names_another(told: list[str], others: frozenset[str], noun: str) -> bool:
    """Whether a noun stands in a text behind a word for another."""
    roots = stems(told)
    return any(noun in roots[at + 1 : at + 1 + _AWAY] for at, word in enumerate(told) if word in others)
