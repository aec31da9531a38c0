"""Many questions at once."""

import io
import json
import os
import sys
from pathlib import Path

import pytest
from helpers import HARBOUR

from talkscli.cli import prompt, sharing
from talkscli.cli.sharing import shared
from talkscli.store.files import encode

LINES = [f"line {n}" for n in range(4 * sharing.WORTH)]


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a machine of two processors."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)


def _told(line: str) -> bool:
    sys.stdout.buffer.write(f"{line} by {os.getpid()}\n".encode())
    return line.endswith("1")


def _run(monkeypatch: pytest.MonkeyPatch, answer: object = _told) -> tuple[list[str], list[bool], set[str]]:
    """Give what was written, what was told of each line, and who wrote."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written := io.BytesIO(), "utf-8"))
    known = list(shared([LINES, ["last 1"]], answer, lambda: None))  # type: ignore[arg-type]
    told = [line.split(" by ") for line in written.getvalue().decode().splitlines()]
    return [line for line, _ in told], known, {by for _, by in told}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
@pytest.mark.usefixtures("two")
def test_lines_are_shared_and_stay_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes answer, and each line is told once."""
    lines, known, by = _run(monkeypatch)
    assert lines == [*LINES, "last 1"]
    assert known == [line.endswith("1") for line in lines]
    assert len(by) == 2


@pytest.mark.usefixtures("two")
def test_what_a_process_leaves_is_answered_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that dies, or can't be had, costs time and no answer."""
    here = os.getpid()

    def dying(line: str) -> bool:
        if os.getpid() != here and line == LINES[-1]:
            os._exit(9)
        return _told(line)

    assert _run(monkeypatch, dying)[:2] == _run(monkeypatch)[:2]

    def none_left() -> int:
        raise OSError

    monkeypatch.setattr(os, "fork", none_left, raising=False)
    lines, _, by = _run(monkeypatch)
    assert lines == [*LINES, "last 1"]
    assert by == {str(here)}


def test_a_few_lines_are_answered_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """None waits for the next portion, and no process begins for them."""
    monkeypatch.setattr(os, "fork", None, raising=False)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), "utf-8"))
    told = shared(iter([["line 1"]]), _told, lambda: None)
    assert next(told) is True


def test_a_batch_is_the_same_however_it_is_shared(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Line by line, or all at once."""
    from talkscli.cli.app import main

    questions = ["how do i exit vim", "when does the museum open", "harbour", ""] * 30
    file, store = tmp_path / "questions", tmp_path / "store.json"
    file.write_text("\n".join(questions) + "\n", "utf-8")
    store.write_bytes(encode(HARBOUR))
    monkeypatch.setattr(sys, "argv", ["talks", "ask", "--batch", str(file), "--store", str(store)])
    replies = []
    for processors in ({0}, {0, 1, 2}):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, free=processors: free, raising=False)
        main()
        replies.append(capfdbinary.readouterr().out)
    assert replies[0] == replies[1]
    assert [json.loads(line)["question"] for line in replies[1].splitlines()] == questions


def test_lines_that_come_together_are_read_together(tmp_path: Path) -> None:
    """Whatever their ends are; what is longer than any question is cut, and the last needs no end."""
    file = tmp_path / "questions"
    file.write_bytes("\ufeffone\r\n\ntwo\n".encode() + b"x" * 5 * prompt.PORTION + b"\nlast")
    lines = [line for portion in prompt.portions(str(file)) for line in portion]
    assert lines[:3] == ["one", "", "two"]
    assert set(lines[3]) == {"x"}
    assert len(lines[3]) > prompt.LONGEST
    assert lines[4:] == ["last"]
