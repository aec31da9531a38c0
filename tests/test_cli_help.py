"""Help pages."""

from collections.abc import Callable
from typing import Any

import pytest

from talkscli import __version__
from talkscli.cli import app

Talks = Callable[..., Any]
COMMANDS = [info.callback.__name__ for info in app.app.registered_commands if info.callback]


def test_alone_it_says_what_to_try(talks: Talks) -> None:
    """Without a command it is short, fits the screen, shows commands that work, and is no error."""
    outcome = talks()
    assert outcome.code == 0
    assert "talks ask why did ceasefire fail" in outcome.out
    assert outcome.out.count("\n") < 12
    assert max(map(len, outcome.out.split("\n"))) <= 80


def test_version(talks: Talks) -> None:
    """The version is one line."""
    assert talks("--version") == (0, f"talks {__version__}\n", "")


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_every_command_has_help(talks: Talks, command: str | None, flag: str) -> None:
    """Help opens with a sentence and an example, has no line wider than the screen, and no colour in a pipe."""
    outcome = talks(*([command] if command else []), flag)
    assert (outcome.code, outcome.err) == (0, "")
    assert "Usage: talks" in outcome.out
    assert "Example: talks " in outcome.out
    assert "\x1b" not in outcome.out
    assert max(map(len, outcome.out.split("\n"))) <= 80


def test_help_is_coloured_where_colour_is(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    """Help follows FORCE_COLOR and --no-color as all else does."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in talks("ask", "--help").out
    assert "\x1b[" not in talks("--no-color", "ask", "--help").out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_for_people(talks: Talks, command: str) -> None:
    """The example comes before all else, and neither types nor braces of the machinery are shown."""
    page = talks(command, "--help").out
    assert page.index("Example:") < page.index("Usage:") < page.index("Options")
    assert not {"<", "{", "}"} & set(page)


def test_what_is_needed_stands_in_the_usage(talks: Talks) -> None:
    """What can be left out is in brackets, what can't is not."""
    assert "Usage: talks build ARTICLE... -o STORE [OPTIONS]\n" in talks("build", "-h").out
    assert "Usage: talks ask [QUESTION...] [OPTIONS]\n" in talks("ask", "-h").out


def test_formats_are_those_of_the_command(talks: Talks) -> None:
    """A command that makes no list does not offer CSV."""
    assert "csv" in talks("facts", "-h").out
    assert "csv" not in talks("check", "-h").out + talks("ask", "-h").out + talks("show", "-h").out


def test_help_is_a_word_too(talks: Talks) -> None:
    """`talks help` and `talks help COMMAND` are help."""
    assert talks("help") == talks("--help")
    assert talks("help", "who") == talks("who", "--help")
    assert talks("help", "me", "now").code == 2


@pytest.mark.parametrize(
    "args", [("who", "alva", "-h"), ("who", "--nope", "--help"), ("who", "--top", "-h"), ("--json", "who", "-h")]
)
def test_help_at_the_end_of_anything(talks: Talks, args: tuple[str, ...]) -> None:
    """Whoever gets lost in a line adds -h to it."""
    assert talks(*args) == talks("who", "--help")


def test_help_after_two_dashes_is_a_word(talks: Talks, store_file: Any) -> None:
    """A question may hold -h."""
    assert "Usage" not in talks("ask", "--store", store_file, "--", "what", "-h").out


@pytest.mark.parametrize("columns", ["30", "60", "140"])
def test_help_keeps_its_words_at_any_width(talks: Talks, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """A narrow page says what a wide one says, and none is wider than is easy to read."""
    wide = talks("build", "--help").out
    monkeypatch.setenv("COLUMNS", columns)
    page = talks("build", "--help").out
    assert _words(page) == _words(wide)
    assert max(map(len, page.split("\n"))) <= 100


def _words(page: str) -> list[str]:
    return sorted(word for word in page.split() if word.strip("─╭╮╰╯│"))


def test_help_without_unicode(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    """In ASCII the frames are drawn with what every terminal has."""
    monkeypatch.setenv("LC_ALL", "C")
    page = talks("--help").out
    assert page.isascii()
    assert "?" not in page
    assert "+- Options" in page
