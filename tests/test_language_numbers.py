"""Numbers in words: which words make one number, and which it is."""

import pytest

from talkscli.language.numbers import spelled


@pytest.mark.parametrize(
    ("text", "value", "size"),
    [
        ("twenty five boats", 25, 2),
        ("twenty twelve", 20, 1),
        ("two hundred and fifty of them", 250, 4),
        ("a thousand and more", 1000, 2),
        ("two million three hundred thousand and four", 2_300_004, 7),
        ("third of them", 3, 1),
        ("dozen crates", 12, 1),
    ],
)
def test_words_that_make_one_number(text: str, value: int, size: int) -> None:
    """As many words are taken as belong to the number, and no more."""
    assert spelled(text.split()) == (value, size)


@pytest.mark.parametrize("text", ["one of them", "zero", "hundred", "a ship", "and five", "m"])
def test_words_that_count_nothing(text: str) -> None:
    """A "one", "hundred" or "a" alone is no number, nor is any other word."""
    assert spelled(text.split()) is None


def test_a_number_is_read_from_a_place_on() -> None:
    """What stands before it does not count."""
    assert spelled(["a", "fleet", "of", "thirty", "six"], 3) == (36, 2)
