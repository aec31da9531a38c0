"""The word tables: each names its source, and what they tell of words."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import talkscli
from talkscli.language.frequency import zipf
from talkscli.language.opposites import opposites
from talkscli.language.words import stems

TABLES = Path(talkscli.__file__).parent / "language/tables"


def test_frequent_words_are_told_from_rare_ones():
    """The more frequent a word is in English, the higher its Zipf frequency; what is not listed has none."""
    ranked = [zipf(word) for word in ("the", "tell", "nationality", "knitting", "lausanne", "medinskii")]
    assert ranked == sorted(ranked, reverse=True)
    assert ranked[0] > 7
    assert 2 < ranked[-2] < 4
    assert ranked[-1] == 0


@pytest.mark.parametrize("word", ["", " ", "e w", "1000", "5.2", "#", "of the", "\n"])
def test_what_is_no_word_has_no_frequency(word):
    """Figures, blanks and several words at once are not found in the middle of a line."""
    assert zipf(word) == 0


def test_a_frequency_costs_next_to_nothing():
    """A look-up stands on the path of `ask`, first load included: it takes no more than a few milliseconds."""
    code = (
        "import time; from talkscli.language.frequency import zipf; start = time.perf_counter(); zipf('nosuchword');"
        "print(time.perf_counter() - start)"
    )
    took = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) for _ in "12345"
    ]
    assert min(took) < 0.005


@pytest.mark.parametrize(
    ("word", "other"),
    [("win", "lose"), ("accepted", "reject"), ("begin", "end"), ("increase", "decrease"), ("war", "peace"),
     ("victory", "defeat"), ("agree", "disagree"), ("happy", "unhappy"), ("acceptance", "rejection")],
)  # fmt: skip
def test_opposites(word, other):
    """Verbs, nouns and adjectives have opposites, whatever their form, and each is the other's."""
    (stem,), (opposite,) = stems([word]), stems([other])
    assert opposite in opposites(word)
    assert stem in opposites(opposite)


@pytest.mark.parametrize("word", ["", "the", "nosuchword", "moscow"])
def test_words_without_an_opposite(word):
    """Most words have none."""
    assert opposites(word) == frozenset()


def test_made_tables_name_their_source():
    """The first line of a made table tells source, version and licence, and whoever made it anew would know how."""
    for name in ("frequency-en", "opposites-en"):
        first = (TABLES / f"{name}.txt").read_text("utf-8").partition("\n")[0]
        assert re.match(r"# .+ \d+\.\d+.* licence|# .+ \d+\.\d+.*CC BY", first), first
        assert "tools/tables.py" in first
