"""What the tests share: a small store, and a way to run the command line as a user does."""

import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from helpers import HARBOUR, engine

from talkscli.search.engine import Engine

GOLDEN = Path(__file__).parent / "golden"

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a shell; children would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Outcome(NamedTuple):
    """What a command line came to."""

    code: int
    out: str
    err: str


class Pipe(io.TextIOWrapper):
    """Standard input that is a pipe."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep what the developer's shell sets, and their files, out of the tests."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TALKS_STORE", "TALKS_DEBUG", "LC_ALL", "PYTHONIOENCODING", "PYTHONUTF8"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def store_file() -> Path:
    """Give the path of a small store that no release changes."""
    return GOLDEN / "store.json"


@pytest.fixture(scope="module")
def harbour() -> Iterator[Engine]:
    """Give the engine of the small store about a harbour."""
    with engine(HARBOUR) as made:
        yield made


@pytest.fixture
def talks(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Give a function that runs a command line through `main()`; standard input is an empty pipe unless given."""
    from talkscli.cli.app import main

    def run(*args: str | Path, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", Pipe(stdin))
        code = main([os.fspath(arg) for arg in args])
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return run
