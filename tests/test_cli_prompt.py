"""The prompt, without a terminal; tests/test_cli_terminal.py has one."""

import io
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from talkscli.cli import prompt
from talkscli.render import output

readline = pytest.importorskip("readline", reason="needs readline")


class Typed:
    """Lines that somebody types; then the end of the input, or Ctrl-C."""

    def __init__(self, *lines: str, end: type[BaseException] = EOFError) -> None:
        self._lines: Iterator[str] = iter(lines)
        self._end = end

    def __call__(self, _: str) -> str:
        """Give the next line."""
        for line in self._lines:
            return line
        raise self._end


@pytest.fixture(autouse=True)
def a_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pretend that all streams are terminals, and forget what was typed."""
    monkeypatch.setattr(output, "is_terminal", lambda _: True)
    yield
    readline.clear_history()


def _ask(monkeypatch: pytest.MonkeyPatch, typed: Typed) -> list[str]:
    monkeypatch.setattr("builtins.input", typed)
    asked: list[str] = []
    prompt.loop(asked.append)
    return asked


def test_questions_are_answered_until_an_empty_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines go to the answerer as they were typed; an empty one ends."""
    assert _ask(monkeypatch, Typed("one", " two ", "", "three")) == ["one", "two"]
    assert "quit leaves" in capsys.readouterr().err


def test_the_answerer_may_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the answerer gives False for ends the conversation."""
    monkeypatch.setattr("builtins.input", Typed("one", "quit", "two"))
    asked: list[str] = []
    prompt.loop(lambda line: asked.append(line) or line != "quit")
    assert asked == ["one", "quit"]


def test_tab_completes() -> None:
    """The words that begin with what was typed are offered one after another, then nothing."""
    complete = prompt.completer(lambda: ["who", "Alva", "alva", "alva-quote"])
    assert [complete("al", state) for state in range(3)] == ["alva", "alva-quote", None]
    assert complete("x", 0) is None


def test_the_end_of_the_input_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-D leaves."""
    assert _ask(monkeypatch, Typed("one")) == ["one"]


def test_bytes_that_are_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the terminal sends in another encoding becomes a sign."""
    assert _ask(monkeypatch, Typed("caf\udce9")) == ["caf\ufffd"]


def test_an_interrupt_is_passed_on_and_history_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ctrl-C leaves too; what was asked is kept, for its owner only."""
    readline.add_history("one")
    with pytest.raises(KeyboardInterrupt):
        _ask(monkeypatch, Typed("one", end=KeyboardInterrupt))
    history = tmp_path / "state" / "talks" / "history"
    assert "one" in history.read_text()
    assert stat.S_IMODE(history.stat().st_mode) == 0o600
    assert stat.S_IMODE(history.parent.stat().st_mode) == 0o700


def test_history_that_cannot_be_kept_is_forgotten(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A link in place of the file is not followed; nothing is said."""
    folder = tmp_path / "state" / "talks"
    folder.mkdir(parents=True)
    (folder / "history").symlink_to(tmp_path / "victim")
    assert _ask(monkeypatch, Typed("one")) == ["one"]
    assert not (tmp_path / "victim").exists()


def test_no_readline_no_history(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python has no readline, the prompt works without."""
    monkeypatch.setitem(sys.modules, "readline", None)
    assert _ask(monkeypatch, Typed("one")) == ["one"]


def test_with_the_answer_in_a_pipe(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The prompt goes to stderr, and lines are read plainly."""
    monkeypatch.setattr(output, "is_terminal", lambda stream: stream is not sys.stdout)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("où\n".encode())))
    asked: list[str] = []
    prompt.loop(asked.append)
    assert asked == ["où"]
    assert "talks> " in capsys.readouterr().err


def test_a_batch_that_breaks_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A reader of the answers that has gone is not taken for a file that can't be read."""
    file = tmp_path / "questions"
    file.write_text("one\ntwo\n")
    lines = prompt.portions(str(file))
    assert next(lines) == ["one", "two"]
    with pytest.raises(BrokenPipeError):
        lines.throw(BrokenPipeError())  # type: ignore[attr-defined]
