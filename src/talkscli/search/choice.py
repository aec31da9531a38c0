"""Which of the facts that may answer a question is the answer."""

from collections.abc import Sequence

from talkscli.search.confidence import Judged
from talkscli.search.index.reader import Index
from talkscli.search.places import Sentences
from talkscli.search.question.query import Query
from talkscli.search.weights import THRESHOLD, Profile

OUTRANKED: dict[Profile, float] = {"phrased": 0.1, "pair": 0.05, "bare": 0.05}
"""How much surer than the best ranked fact another one of its form is, to be the answer."""
FINER = 0.2
"""How much surer a fact is, to go before one with a finer date."""


def surest(index: Index, query: Query, judged: Sequence[Judged]) -> Judged:
    """Choose the fact that is surest to answer; one of the same form as the best ranked has to be surer than it by far.

    One that is asked for in just these words goes first, and before a year the day, where it is asked when something
    was.
    """
    ahead = judged[0]

    def sure(each: Judged) -> tuple[bool, float]:
        form = each.ranked.doc.profile
        outranked = each is not ahead and form == ahead.ranked.doc.profile
        return each.verbatim, each.confidence - (OUTRANKED[form] if outranked else 0.0)

    first = max(judged, key=sure)
    return _finest(index, query, first, judged) if query.asks == "when" else first


def _finest(index: Index, query: Query, first: Judged, judged: Sequence[Judged]) -> Judged:
    """Of the sentences that are nearly as sure, and have as much of the question, the one with the finest date.

    What has a date as its own, "the May 5 vote", goes before all.
    """
    doc = first.ranked.doc
    if doc.profile != "bare" or ("date" in doc.holds and not _fineness(index, first)):
        return first  # "in the 11th century" is told by no date
    least, told = max(THRESHOLD, first.confidence - FINER), first.evidence.inside
    near = [
        each
        for each in judged
        if each.ranked.doc.profile == "bare" and each.confidence >= least and each.evidence.inside >= told
    ]

    def fit(each: Judged) -> tuple[bool, int, bool, float]:
        dated = Sentences(query, index.passages(each.ranked.row)).dated()
        return dated, _fineness(index, each), each is first, each.confidence

    return max(near, key=fit, default=first)


def _fineness(index: Index, judged: Judged) -> int:
    """How exact a date is: longer, as EDTF writes it; 0 where there is none."""
    date = index.fact(judged.ranked.row).date
    return len(date.partition("/")[0]) if date else 0
