"""Confidence: one number that decides whether a fact is given as the answer."""

from msgspec.structs import astuple

from talkscli.search.evidence import evidence
from talkscli.search.index import Index
from talkscli.search.query import Query
from talkscli.search.rank import Ranked


def leads(ranking: list[Ranked]) -> list[float]:
    """How far each fact is ahead of the best other one (or behind it), as a share of the best score."""
    if not ranking:
        return []
    top = ranking[0].score or 1.0
    second = ranking[1].score if len(ranking) > 1 else 0.0
    return [(r.score - (second if n == 0 else top)) / top for n, r in enumerate(ranking)]


def probability(index: Index, query: Query, ranked: Ranked, lead: float) -> float:
    return 0.5
