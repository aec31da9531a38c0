"""The way out: streams in every state."""

import errno
import io
import os
import sys
from typing import Any

import pytest

from talkscli.errors import TalksError
from talkscli.render import export, output
from talkscli.store.model import Fact


class Stream(io.StringIO):
    """A stand-in for a stream: a terminal or not, with bytes that fail as told."""

    def __init__(self, *, terminal: bool = True, encoding: str = "utf-8", fails: list[Exception] | None = None) -> None:
        super().__init__()
        self._terminal, self._encoding = terminal, encoding
        self.buffer = Bytes(fails or [])

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding that it claims."""
        return self._encoding

    def isatty(self) -> bool:
        """Whether it claims to be a terminal."""
        return self._terminal


class Bytes(io.BytesIO):
    """Bytes that fail as told, once for each failure."""

    def __init__(self, fails: list[Exception]) -> None:
        super().__init__()
        self.fails = fails

    def write(self, data: Any) -> int:
        """Fail, or write."""
        if self.fails:
            raise self.fails.pop(0)
        return super().write(data)


def _out(monkeypatch: pytest.MonkeyPatch, stream: Any) -> Any:
    monkeypatch.setattr(sys, "stdout", stream)
    return stream


def test_a_terminal_has_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colour is on where someone looks, unless the terminal can't."""
    _out(monkeypatch, Stream())
    monkeypatch.setenv("TERM", "xterm")
    assert output.wants_colour()
    monkeypatch.setenv("TERM", "dumb")
    assert not output.wants_colour()


def test_a_closed_stream_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks at what is closed."""
    stream = _out(monkeypatch, io.StringIO())
    stream.close()
    assert not output.has_edge()
    assert not output.is_terminal(None)


def test_the_terminal_says_how_wide_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without COLUMNS the terminal is asked; where it does not know, 80."""
    monkeypatch.delenv("COLUMNS")
    stream = _out(monkeypatch, Stream())
    monkeypatch.setattr(stream, "fileno", lambda: 1)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((101, 50)))
    assert output.width() == 101
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((0, 0)))
    assert output.width() == 80

    def fail(_: int) -> os.terminal_size:
        raise OSError

    monkeypatch.setattr(os, "get_terminal_size", fail)
    assert output.width() == 80


@pytest.mark.parametrize(
    ("environment", "encoding"),
    [({}, "cp1252"), ({"LC_ALL": "C"}, "ascii"), ({"LC_ALL": "POSIX"}, "ascii"),
     ({"LC_ALL": "C", "PYTHONIOENCODING": "utf-8"}, "cp1252"), ({"LC_ALL": "C.UTF-8"}, "cp1252")],
)  # fmt: skip
def test_the_encoding(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], encoding: str) -> None:
    """The stream's own encoding, but ASCII where the locale is C and nothing else was asked for."""
    _out(monkeypatch, Stream(encoding="cp1252"))
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert output.encoding() == encoding


def test_data_are_utf_8_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is for programs does not depend on the terminal."""
    stream = _out(monkeypatch, Stream(encoding="cp1252"))
    output.emit("Зюд", as_data=True)
    output.emit("Зюд")
    assert stream.buffer.getvalue() == "Зюд".encode() + b"Zyd"


def test_a_stream_without_bytes_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """A StringIO in place of stdout is written to."""
    stream = _out(monkeypatch, io.StringIO())
    output.emit("x")
    assert stream.getvalue() == "x"
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    output.tell("y")
    assert sys.stderr.getvalue() == "y\n"  # type: ignore[attr-defined]


def test_a_pipe_that_is_full_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a pipe did not take at once is written when it can."""
    stream = _out(monkeypatch, Stream(fails=[BlockingIOError(errno.EAGAIN, "full", 0)]))
    waited: list[object] = []
    monkeypatch.setattr("select.select", lambda *args: waited.append(args))
    output.emit("abc")
    assert (stream.buffer.getvalue(), len(waited)) == (b"abc", 1)


@pytest.mark.parametrize(
    "stream", [None, Stream(fails=[OSError(errno.ENOSPC, "No space")]), Stream(fails=[ValueError("closed")])]
)
def test_what_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch, stream: Stream | None) -> None:
    """A stream that is closed or full is an error with a reason."""
    _out(monkeypatch, stream)
    with pytest.raises(TalksError, match="can't be written: "):
        output.emit("x")


def test_a_reader_that_has_gone_is_not_an_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken pipe is passed on as what it is."""
    _out(monkeypatch, Stream(fails=[BrokenPipeError()]))
    with pytest.raises(BrokenPipeError):
        output.emit("x")


@pytest.mark.parametrize("stream", [None, Stream(fails=[OSError(errno.ENOSPC, "No space")])])
def test_nobody_can_be_told_on_a_broken_stderr(monkeypatch: pytest.MonkeyPatch, stream: Stream | None) -> None:
    """Errors about errors are swallowed."""
    monkeypatch.setattr(sys, "stderr", stream)
    output.complain("x")


def test_a_complaint_is_one_line_without_controls(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a message quotes, it stays a line, and what to do is in brackets."""
    output.complain("no\nsuch \x1b[31mthing", "try\tthis")
    assert capsys.readouterr().err == "talks: no such ␛[31mthing (try this)\n"


def test_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Progress is counted, not more than ten times a second, and wiped at the end."""
    stream = Stream()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    ticks = iter([1.0, 1.01, 2.0, 3.0, 4.0])
    monkeypatch.setattr(output, "monotonic", lambda: next(ticks))
    with output.progress("facts") as show:
        assert show
        for done in range(3):
            show(done, 1000)
    monkeypatch.setattr(sys, "stdout", Stream(terminal=False))
    with output.counting("questions") as count:
        assert count(True)
    written = stream.buffer.getvalue().decode()
    assert "\r0 of 1,000 facts\x1b[K\r2 of 1,000 facts\x1b[K\r\x1b[K" in written
    assert written.endswith("\r1 questions\x1b[K\r\x1b[K")


@pytest.mark.parametrize(("terminal", "term"), [(False, "xterm"), (True, "dumb")])
def test_no_progress_where_nobody_looks(monkeypatch: pytest.MonkeyPatch, terminal: bool, term: str) -> None:
    """In a pipe and on a dumb terminal nothing is shown."""
    stream = Stream(terminal=terminal)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", term)
    with output.progress("facts") as show:
        assert show is None
    assert stream.buffer.getvalue() == b""


def test_progress_that_was_not_shown_is_not_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that is done at once leaves no control sequence behind."""
    stream = Stream()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with output.progress("facts"):
        pass
    assert stream.buffer.getvalue() == b""


def test_advice_is_for_who_sits_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """What could be done next is said on a terminal, on one line, and not into a log."""
    for terminal, told in ((True, b"Try this.\n"), (False, b"")):
        stream = Stream(terminal=terminal)
        monkeypatch.setattr(sys, "stderr", stream)
        output.advise("Try\nthis.")
        assert stream.buffer.getvalue() == told


def test_each_part_of_a_list_is_harmless() -> None:
    """No topic begins a formula, wherever a spreadsheet ends its cells."""
    table = export.as_csv(*export.cells("facts", [Fact(id="f", answer="x", topics=("a", "=1+1", "b"))]))
    assert "a; '=1+1; b" in table


def test_addresses_are_no_links_in_markdown() -> None:
    """What GitHub would make a link of by itself stays text."""
    shown = export.as_markdown(["A"], [["see https://x.example, www.x.example"]])
    assert "https\\://x.example, www\\.x.example" in shown
