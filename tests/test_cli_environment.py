"""The program as a process: odd streams, odd locales, and what it loads."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")
COMMAND = [sys.executable, "-m", "talkscli"]


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, **more}


def _shell(line: str, store: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which $talks is the program and $store the small store."""
    known = _environment(talks=" ".join(COMMAND), store=str(store), **environment)
    return subprocess.run(["sh", "-c", line], capture_output=True, encoding="utf-8", env=known, timeout=60, check=False)


@POSIX
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("$talks facts --store $store | true; exit $?", 0),
        ("$talks timeline --store $store >&-", 3),
        ("$talks timeline --json --store $store >&-", 3),
        ("$talks timeline --store $store </dev/null 2>&-", 0),
        ("$talks nope 2>&-", 2),
        ("$talks ask --store $store <&-", 2),
        ("$talks ask --batch - --store $store <&-", 1),
        ("$talks --help >&-", 3),
        ("$talks >&-", 3),
        ("$talks --version <&- 2>&-", 0),
    ],
)
def test_closed_streams(line: str, code: int, store_file: Path) -> None:
    """A stream that is closed is no reason for a traceback; output that can't be written is 3."""
    outcome = _shell(line, store_file)
    assert outcome.returncode == code
    assert "Traceback" not in outcome.stderr
    assert "Exception ignored" not in outcome.stderr


@POSIX
@pytest.mark.parametrize("command", ["facts", "facts --json", "facts --format csv", "--help", "ask --batch questions"])
def test_a_closed_pipe_is_quiet(command: str, store_file: Path, tmp_path: Path) -> None:
    """When the reader leaves, the program ends at once, with 0, and says nothing."""
    (tmp_path / "questions").write_text("harbour\n" * 2000)
    program = subprocess.Popen(
        [*COMMAND, *command.replace("questions", str(tmp_path / "questions")).split()],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment(TALKS_STORE=str(store_file)),
    )  # fmt: skip
    assert program.stdout
    program.stdout.close()
    assert program.stderr
    assert program.stderr.read() == b""
    program.stderr.close()
    assert program.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["timeline", "timeline --json", "--help"])
def test_a_full_disk_is_told(command: str, store_file: Path) -> None:
    """Output that can't be written is 3, with the reason."""
    outcome = _shell(f"TALKS_STORE=$store $talks {command} >/dev/full", store_file)
    assert outcome.returncode == 3
    assert "No space left" in outcome.stderr
    assert "Traceback" not in outcome.stderr


@POSIX
def test_a_slow_reader_that_does_not_block_gets_all(store_file: Path) -> None:
    """A full pipe that does not block is waited for, not dropped."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    stores = [f"--store={store_file}"] * 300
    program = subprocess.Popen([*COMMAND, "facts", "--json", *stores], stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    time.sleep(1)  # until the pipe is full
    with open(reader, "rb") as pipe:  # noqa: PTH123 - a descriptor
        facts = json.loads(pipe.read())
    assert program.stderr
    assert program.stderr.read() == b""
    program.stderr.close()
    assert program.wait(60) == 0
    assert len(facts) == 2400


@POSIX
@pytest.mark.parametrize("moment", [0.0, 0.02, 0.05, 0.1, 0.3])
def test_ctrl_c_at_any_moment(moment: float, tmp_path: Path) -> None:
    """An interrupt ends the program with 130 and no traceback, whatever it is doing."""
    fifo = tmp_path / "questions"
    os.mkfifo(fifo)
    program = subprocess.Popen(
        [*COMMAND, "ask", "--batch", str(fifo)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(0.06 + moment)
    program.send_signal(signal.SIGINT)
    try:
        out, err = program.communicate(timeout=20)
    except subprocess.TimeoutExpired:  # while it starts, Python may lose one in a destructor; the next one counts
        assert moment < 0.1
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=40)
    if "runpy" in err or "<frozen" in err or "ignored in" in err:
        pytest.skip("Python itself was still starting")
    assert (program.returncode, out, err) == (130, "", "")


@POSIX
def test_the_c_locale_gets_ascii(store_file: Path) -> None:
    """LC_ALL=C asks for ASCII: the drawing and the words come in it; data stay UTF-8."""
    for command in ("timeline", "who alva", "quotes", "ask harbour", "--help"):
        outcome = _shell(
            f"TALKS_STORE=$store $talks {command}", store_file, LC_ALL="C", PYTHONUTF8="", PYTHONIOENCODING=""
        )
        assert outcome.stderr == ""
        assert outcome.stdout.isascii()
    assert "Südreich" in _shell("$talks facts --format csv --store $store", store_file, LC_ALL="C").stdout


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "koi8-r", "utf-16"])
def test_old_code_pages_never_crash(encoding: str, store_file: Path) -> None:
    """Whatever the terminal's code page lacks has a stand-in."""
    for args in (["timeline"], ["who", "sud"], ["show", "alva-quote"], ["nöpe"]):
        outcome = subprocess.run(
            [*COMMAND, *args], capture_output=True, timeout=60, check=False,
            env=_environment(PYTHONIOENCODING=encoding, TALKS_STORE=str(store_file)),
        )  # fmt: skip
        assert outcome.returncode in {0, 2}
        outcome.stdout.decode(encoding)
        assert b"Traceback" not in outcome.stderr


@POSIX
def test_an_empty_environment_is_enough(store_file: Path) -> None:
    """No HOME, no TERM, no PATH, an unknown locale: it answers all the same."""
    for environment in ({}, {"LC_ALL": "xx_XX.nope"}, {"HOME": "/nonexistent", "TERM": "nope"}):
        outcome = subprocess.run(
            [*COMMAND, "show", "bare", "--store", str(store_file)],
            capture_output=True, env=environment, timeout=60, check=False,
        )  # fmt: skip
        assert outcome.returncode == 0
        assert b"A fact without anything else." in outcome.stdout


def _modules(*args: str, **environment: str) -> set[str]:
    """Run a command line in a fresh interpreter; give the modules that it loaded."""
    code = (
        "import io, json, sys; from talkscli.cli.app import main; out = sys.stdout; "
        f"sys.stdout = io.StringIO(); main({list(args)!r}); json.dump(list(sys.modules), out)"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=_environment(**environment), timeout=60, check=True
    )
    found: Any = json.loads(outcome.stdout)
    return set(found)


@pytest.mark.parametrize(
    "args", [("ask", "harbour", "--json"), ("timeline", "--json"), ("who", "--format", "csv"), ("--version",), ()]
)
def test_scripts_do_not_wait_for_rich(args: tuple[str, ...], store_file: Path) -> None:
    """What is for programs is written without loading Rich."""
    loaded = _modules(*args, TALKS_STORE=str(store_file))
    assert not {name for name in loaded if name.partition(".")[0] in {"rich", "pygments", "markdown_it"}}


def test_completion_loads_neither_rich_nor_search(store_file: Path) -> None:
    """TAB is answered without loading what it does not need."""
    loaded = _modules(TALKS_STORE=str(store_file), _TALKS_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="talks who al")
    assert not {name for name in loaded if name.partition(".")[0] in {"rich", "rapidfuzz", "Stemmer", "sqlite3"}}


@POSIX
def test_completion_that_no_shell_asked_for() -> None:
    """The variable that a shell sets to complete a word, set by hand, is a wrong use, not a bug."""
    for known, code in ({"_TALKS_COMPLETE": "complete_bash"}, 2), ({"_TALKS_COMPLETE": ""}, 0):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("COMP_")} | known
        ended = subprocess.run([*COMMAND, "--version"], capture_output=True, text=True, env=environment, timeout=60)
        assert (ended.returncode, "bug" in ended.stderr) == (code, False)


@POSIX
def test_an_encoding_that_can_t_write_text(store_file: Path) -> None:
    """Where the environment names a codec that is not for text, UTF-8 is written."""
    outcome = _shell("$talks timeline --store $store; $talks nope", store_file, PYTHONIOENCODING="idna")
    assert "2031" in outcome.stdout
    assert outcome.stderr.startswith("talks: no such command")
