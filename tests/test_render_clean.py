"""Text is shown as it is, or as a visible sign."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkscli.render.clean import clean, encoded, one_line

ANY_TEXT = st.text(st.characters())  # lone surrogates included


@given(ANY_TEXT)
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    """Cleaned text has no controls but line feeds, no surrogates, and nothing that turns text around."""
    for char in clean(text):
        assert char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"}
        assert char not in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    """What is clean stays as it is."""
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_nothing_vanishes(text: str) -> None:
    """Text that is not empty is not cleaned into nothing."""
    assert bool(clean(text)) == bool(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇"),
        ("a\x00b\x7fc\x9bd", "a␀b␡c\ufffdd"),
        ("user\u202etxt.exe", "user\ufffdtxt.exe"),
        ("a\r\nb\rc\u2028d\te", "a\nb\nc\nd    e"),
        ("\ud800", "\ufffd"),
        ("x" + "\u0301" * 50, "x" + "\u0301" * 4 + "\ufffd"),
        ("a" + "\u200b" * 9 + "b", "a\ufffdb"),
        ("[red]x[/red] :smile: [/end]", "[red]x[/red] :smile: [/end]"),
        ("👩‍🚀 Мединский “née” ¶", "👩‍🚀 Мединский “née” ¶"),
    ],
)
def test_each_kind_of_trick_becomes_a_sign(text: str, shown: str) -> None:
    """Controls, overrides, surrogates and floods become signs; ordinary writing of any script stays."""
    assert clean(text) == shown


def test_one_line_is_cut_visibly() -> None:
    """A text that is too long for its place ends in an ellipsis."""
    assert one_line("a\nb   c") == "a b c"
    assert one_line("x" * 100, 10) == "x" * 9 + "…"


@given(ANY_TEXT, st.sampled_from(["ascii", "cp1252", "koi8-r", "utf-8"]))
def test_every_encoding_takes_every_text(text: str, encoding: str) -> None:
    """What an encoding lacks becomes one like sign for each, so that tables keep their shape."""
    shown = clean(text)
    assert len(encoded(shown, encoding).decode(encoding)) == len(shown)


def test_ascii_keeps_what_it_can() -> None:
    """Quotation marks, dashes and accents lose only their shape; another script is written in our letters."""
    assert encoded("“Lefèvre” – ¶1 · Мединский ☃", "ascii") == b'"Lefevre" - #1 - Medinskiy ?'


@pytest.mark.parametrize("sign", ["\U000e01f0", "\U000e0fff", "\U0001bca0", "\U0001bca3", "\U0001d173", "\U0001d17a"])
def test_signs_that_nobody_sees_are_shown(sign: str) -> None:
    """Controls of shorthand and music, and what is kept for more tags, hide no text."""
    assert clean(f"a{sign}b") == "a\ufffdb"
