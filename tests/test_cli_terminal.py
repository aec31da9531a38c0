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

pytestmark = pytest.mark.slow
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
    child.expect("Tab completes")
    child.expect(PROMPT)
    child.sendline("why did the harbour talks fail")
    child.expect("Why the Talks Failed")
    child.expect(PROMPT)
    child.sendline("how do i exit vim")
    child.expect("how to exit vim")
    child.expect(PROMPT)
    child.sendline("")
    assert _end(child) == 0
    history = tmp_path / "state" / "talks" / "history"
    assert "why did the harbour talks fail" in history.read_text()
    assert stat.S_IMODE(history.stat().st_mode) == 0o600


def test_a_conversation(terminal: Any) -> None:
    """It knows whom "she" means and says so, offers questions by number, and has the other commands inside."""
    child = terminal("ask")
    child.expect(PROMPT)
    for typed, shown in (
        ("who alva", "head of the Norland delegation"),
        ("what did she say?", "she.*as .*Ingrid Alva"),
        ("source", "Voices"),
        ("who says so?", "Voices"),
        ("alva", "head of the Norland delegation"),
        ("what is this about", "Harbour Talks: A Long Road"),
        ("why did the harbour talks fail", "Norland's delegation"),
        ("1", "exchange 1,000 seized fishing boats"),
        ("more", "no more to that"),
        ("9", "nothing is offered under 9"),
        ("-1", "nothing is offered under -1"),
        ("thanks!", "ask about what is told here"),
        ("that is wrong", "Ask it in other words"),
        ("say that again", "exchange 1,000 seized fishing boats"),
        ("who told you", "id "),
        ("people", "read people as who"),
        ("show", "wants the id of a fact"),
        ("brief x", "takes no words"),
        ("talks timeline", "├──"),
        ("facts about alva", "alva-quote"),
        ("timeline about nobody", "nobody called 'nobody' here"),
        ("timeline --since 2020 --until 2019", "later than"),
        ("timeline of the strait since 2020", "├──"),
        ("timeline of events", "├──"),
        ("who is mentioned", "Persons"),
        ("brief", "Harbour Talks: A Long Road"),
        ("help", "Tab completes"),
        ("hlep", "read hlep as help.*Tab completes"),
        ("timeline alva", "no fact about .alva. has a date"),
        ("what happened before 2030", "├──"),
        ("why did the harbour talks fail and how long was the Strait blocked", "main reason.*From the autumn"),
        ("the second", "nothing is offered under 2"),
        ("show me the source", "id "),
        ("how long was the Strait blocked", "From the autumn"),
        ("what happened after that?", "In February 2028"),
        ("and then?", "1,000 seized fishing boats"),
        ("who?", "Ask it in other words"),
        ("and then?", "nothing here is dated later"),
        ("what happened from 2024 to 2028", "├──"),
        ("who is the king of the moon", "not say|not sure|no answer|Nothing here"),
        ("and then?", "1,000 seized fishing boats"),
        ("how long was the Strait blocked", "From the autumn"),
        ("about what?", "about what .*was the Strait"),
        ("who says so?", "id "),
        ("show it", "From the autumn|ask about what is told here"),
    ):
        child.sendline(typed)
        child.expect(shown)
        child.expect(PROMPT)
    child.sendline("q")
    assert _end(child) == 0


def test_tab_completes_at_the_prompt(terminal: Any) -> None:
    """A command, a name and an id are completed."""
    child = terminal("ask")
    child.expect(PROMPT)
    for typed, completed in (
        ("timel", "timeline"),
        ("who ing", "who ingrid"),
        ("show fish", "fish-exchange"),
    ):
        child.send(f"{typed}\t")
        child.expect_exact(completed)
        child.sendcontrol("u")
    child.sendeof()
    assert _end(child) == 0


def test_ctrl_c_clears_a_line_first(terminal: Any) -> None:
    """An interrupt forgets what was half typed; on the empty line that follows it ends."""
    child = terminal("ask")
    child.expect(PROMPT)
    child.send("why did the har")
    child.expect("har")
    child.sendintr()
    child.expect(PROMPT)
    child.sendline("why did the harbour talks fail")
    child.expect("Why the Talks Failed")
    child.expect(PROMPT)
    child.sendintr()
    assert _end(child) == 130


def test_the_prompt_remembers(terminal: Any) -> None:
    """The key up brings back the question of an earlier session."""
    child = terminal("ask")
    child.expect(PROMPT)
    child.sendline("why did the harbour talks fail")
    child.expect("Why the Talks Failed")
    child.expect(PROMPT)
    child.sendline("")
    assert _end(child) == 0
    child = terminal("ask")
    child.expect(PROMPT)
    child.send("\x1b[A")
    child.expect("why did the harbour talks fail")
    child.send("\r")
    child.expect("Why the Talks Failed")
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


def test_exit_leaves_the_prompt(terminal: Any) -> None:
    """The words that leave a shell leave the prompt."""
    child = terminal("ask")
    child.expect(PROMPT)
    child.sendline("exit")
    assert _end(child) == 0
    assert "No answer" not in child.before


@pytest.mark.parametrize("args", [("ask", "--batch", "-"), ("build", "-", "--dry-run", "-o", "none.json")])
def test_who_sits_there_is_told_what_is_waited_for(terminal: Any, args: tuple[str, ...]) -> None:
    """Where a file is read from the keyboard, it says so and how to end."""
    child = terminal(*args)
    child.expect("then press Ctrl-D")
    child.sendeof()
    child.expect(pexpect.EOF)


def test_what_to_do_next_is_said_to_who_sits_there(terminal: Any, tmp_path: Path) -> None:
    """After a store is made, the command that asks it is shown, fit for a shell; a check says what it left out."""
    (tmp_path / "article.txt").write_text("The harbour opened in 2031.")
    store = tmp_path / "my store.json"
    child = terminal("build", f"{tmp_path}/article.txt", "-o", str(store))
    assert _end(child) == 0
    assert f"talks ask --store '{store}' QUESTION\r\n" in child.before
    child = terminal("check", str(store))
    assert _end(child) == 0
    assert "--against ARTICLE" in child.before
    child = terminal("-c", f"{sys.executable} -m talkscli check '{store}' 2>&1 | cat", program="/bin/sh")
    assert _end(child) == 0
    assert "--against" not in child.before


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


FISH = shutil.which("fish")


@pytest.mark.skipif(FISH is None, reason="needs fish")
def test_fish_completes(terminal: Any, tmp_path: Path) -> None:
    """Fish is offered names, options and ids, once its script is loaded."""
    program = tmp_path / "bin" / "talks"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m talkscli "$@"\n')
    program.chmod(0o755)
    script = "talks --show-completion fish | source\n" + "\n".join(
        f'complete -C "{line}"' for line in ("talks who alv", "talks timeline --si", "talks show fish")
    )
    child = terminal(
        "--no-config", "-c", script, program=FISH, PATH=f"{program.parent}:{os.environ['PATH']}",
        _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1",
    )  # fmt: skip
    assert _end(child) == 0
    assert [line.split()[0] for line in child.before.splitlines()] == ["alva", "--since", "fish-exchange"]
