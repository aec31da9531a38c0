"""Likeness by character trigrams."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkscli.language.words import trigrams
from talkscli.search.grams import Grams

TEXTS = st.text("abc ", max_size=20)


def test_the_same_text_is_wholly_alike_and_another_not_at_all() -> None:
    """Likeness goes from 0 to 1."""
    texts = Grams(["harbour bridge", "city choir"])
    assert texts.likeness(trigrams("harbour bridge")) == pytest.approx(1)
    assert texts.likeness(trigrams("zzz")) == 0


def test_nothing_is_like_nothing() -> None:
    """Texts without a trigram, and a question without one, are like nothing."""
    assert Grams([]).likeness(trigrams("bridge")) == 0
    assert Grams(["", "bridge"]).likeness(frozenset()) == 0
    assert Grams([""]).likeness(trigrams("bridge")) == 0


@given(st.lists(TEXTS, max_size=5), TEXTS)
def test_likeness_is_the_best_cosine(texts: list[str], asked: str) -> None:
    """It is that of the text which shares most trigrams for its length, as plain sets tell it."""
    wanted = trigrams(asked)
    sets = [trigrams(text) for text in texts]
    plain = max([len(wanted & own) / sqrt(len(wanted) * len(own)) for own in sets if own and wanted], default=0.0)
    assert Grams(texts).likeness(wanted) == pytest.approx(plain)
