"""What is typed in a conversation besides questions."""

import pytest

from talkscli.cli.typed import about, mistyped, number_of, options

COMMANDS = ["help", "timeline", "who", "show", "facts"]


@pytest.mark.parametrize(("word", "meant"), [("hlep", "help"), ("timelin", "timeline"), ("whoo", "who")])
def test_a_mistyped_command_is_recognised(word: str, meant: str) -> None:
    """It has one slip, and is no word."""
    assert mistyped(word, COMMANDS) == meant


@pytest.mark.parametrize("word", ["how", "shop", "fact", "wh", "zorvath"])
def test_a_word_is_no_slip(word: str) -> None:
    """A word of English, a short one, or one like no command."""
    assert mistyped(word, COMMANDS) is None


def test_a_slip_like_two_commands_is_none() -> None:
    """Neither is run."""
    assert mistyped("shwow", ["shwo", "shwoww"]) is None


@pytest.mark.parametrize(
    ("line", "number"),
    [("2", 2), ("#2", 2), ("2.", 2), ("3?", 3), ("0", 0), ("-1", -1), ("first", 1), ("the second", 2),
     ("tell me more about the third one", 3), ("second half", None), ("1 2", None), ("the", None)],
)  # fmt: skip
def test_a_number_chooses(line: str, number: int | None) -> None:
    """In figures or words, with nothing else that is asked."""
    assert number_of(line) == number


def test_the_words_of_a_command() -> None:
    """With dashes or without; anything else is a question."""
    assert options("--since 2020 about the strait", "since", "about") == {"since": "2020", "about": "the strait"}
    assert options("of events", "since") is None
    assert about("of Alva") == about("--about Alva") == "Alva"
    assert about("sanctions") is None
