"""A real terminal: the prompt, colours, progress, Ctrl-C, completion in bash."""

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pexpect = pytest.importorskip("pexpect", reason="needs pexpect and a POSIX terminal")

PROMPT = "talks> "


@pytest.fixture
def terminal(tmp_path: Path, store_file: Path) -> Iterator[Any]:
    """Give a function that runs a program in a terminal of 80 columns."""
    running: list[Any] = []
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR"}}
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state"), "TALKS_STORE": str(store_file)}

    def run(*args: str, program: str = sys.executable, **environment: str) -> Any:
        command = ["-m", "talkscli", *args] if program == sys.executable else list(args)
        env = {**kept, **home, "TERM": "xterm", "INPUTRC": "/dev/null", **environment}
        child = pexpect.spawn(program, command, env=env, encoding="utf-8", dimensions=(50, 80), timeout=30)
        running.append(child)
        return child

    yield run
    for child in running:
        child.close(force=True)


def _end(child: Any) -> int:
    child.expect(pexpect.EOF)
    child.close()
    code: int = child.exitstatus
    return code


def test_the_prompt_answers_one_question_after_another(terminal: Any, tmp_path: Path) -> None:
    """It answers, explains itself, declines, and leaves at an empty line; questions are kept for their owner only."""
    child = terminal("ask")
    child.expect(PROMPT)
    child.sendline("?")
    child.expect("Ctrl-D leaves")
    child.expect(PROMPT)
    child.sendline("why did the harbour talks fail")
    child.expect("why-failed")
    child.expect(PROMPT)
    child.sendline("how do i exit vim")
    child.expect("No answer here")
    child.expect(PROMPT)
    child.sendline("")
    assert _end(child) == 0
    history = tmp_path / "state" / "talks" / "history"
    assert "why did the harbour talks fail" in history.read_text()
    assert stat.S_IMODE(history.stat().st_mode) == 0o600


def test_the_prompt_remembers(terminal: Any) -> None:
    """The key up brings back the question of an earlier session."""
    child = terminal("ask")
    child.expect(PROMPT)
    child.sendline("why did the harbour talks fail")
    child.expect("why-failed")
    child.expect(PROMPT)
    child.sendline("")
    assert _end(child) == 0
    child = terminal("ask")
    child.expect(PROMPT)
    child.send("\x1b[A")
    child.expect("why did the harbour talks fail")
    child.send("\r")
    child.expect("why-failed")
    child.expect(PROMPT)
    child.sendeof()
    assert _end(child) == 0


def test_the_prompt_works_without_a_place_for_history(terminal: Any) -> None:
    """Where history can't be kept, it lasts as long as the session."""
    child = terminal("ask", XDG_STATE_HOME="/dev/null/none")
    child.expect(PROMPT)
    child.sendline("harbour")
    child.expect(PROMPT)
    child.sendeof()
    assert _end(child) == 0


def test_ctrl_c_leaves_the_prompt(terminal: Any) -> None:
    """An interrupt at the prompt ends with 130, on a new line, without a traceback."""
    child = terminal("ask")
    child.expect(PROMPT)
    child.sendintr()
    child.expect(pexpect.EOF)
    assert "Traceback" not in child.before
    assert child.before.endswith("\n")
    child.close()
    assert child.exitstatus == 130


def test_a_question_is_asked_for_with_the_answer_in_a_pipe(terminal: Any, tmp_path: Path) -> None:
    """With stdout elsewhere, the prompt is on stderr and only the answer goes there."""
    line = f"{sys.executable} -m talkscli ask --json > {tmp_path}/out"
    child = terminal("-c", line, program="/bin/sh")
    child.expect(PROMPT)
    child.sendline("harbour")
    child.expect(PROMPT)
    child.sendline("")
    assert _end(child) in {0, 1}
    assert (tmp_path / "out").read_text().startswith("{")


def test_a_terminal_has_colour_and_its_own_width(terminal: Any) -> None:
    """On a terminal there is colour, unless it is dumb or told otherwise."""
    child = terminal("show", "bare")
    child.expect("A fact without")
    assert "\x1b[36m" in child.before
    assert "─" * 78 in child.before
    for environment in ({"TERM": "dumb"}, {"NO_COLOR": "1"}):
        plain = terminal("show", "alva-quote", **environment)
        plain.expect(pexpect.EOF)
        assert "\x1b" not in plain.before


def test_progress_is_shown_and_wiped(terminal: Any, tmp_path: Path) -> None:
    """Many questions are counted on stderr while the answers go elsewhere; nothing of it is left."""
    (tmp_path / "questions").write_text("why did the harbour talks fail\n" * 300)
    child = terminal(
        "-c", f"{sys.executable} -m talkscli ask --batch {tmp_path}/questions > /dev/null", program="/bin/sh"
    )
    child.expect(r"\d+ questions")
    child.expect(pexpect.EOF)
    assert child.before.endswith("\r\x1b[K")


BASH = shutil.which("bash")


@pytest.mark.skipif(BASH is None, reason="needs bash")
def test_bash_completes(terminal: Any, tmp_path: Path) -> None:
    """TAB completes a command, a name, an id and a topic in bash, once its script is loaded."""
    program = tmp_path / "bin" / "talks"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m talkscli "$@"\n')
    program.chmod(0o755)
    child = terminal("--norc", "--noprofile", program=BASH, PATH=f"{program.parent}:{os.environ['PATH']}", PS1="$ ")
    child.sendline('eval "$(talks --show-completion)"; echo loaded')
    child.expect("loaded\r\n")
    for typed, completed in (
        ("talks timel", "talks timeline "),
        ("talks who alv", "talks who alva "),
        ("talks show fish", "talks show fish-exchange "),
        ("talks facts --topic exch", "talks facts --topic exchange "),
    ):
        child.send(f"{typed}\t")
        child.expect_exact(completed)
        child.sendcontrol("u")
    child.sendline("exit")
    assert _end(child) == 0
