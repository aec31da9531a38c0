"""What the shells offer on TAB."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Talks = Callable[..., Any]
Offers = Callable[[str], list[str]]


@pytest.fixture
def offers(talks: Talks, store_file: Path, monkeypatch: pytest.MonkeyPatch) -> Offers:
    """Give a function that completes the last word of a line as bash does."""

    def complete(line: str) -> list[str]:
        monkeypatch.setenv("_TALKS_COMPLETE", "complete_bash")
        monkeypatch.setenv("TALKS_STORE", str(store_file))
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
        outcome = talks()
        assert (outcome.code, outcome.err) == (0, "")
        found: list[str] = outcome.out.split()
        return found

    return complete


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("talks ti", {"timeline"}),
        ("talks s", {"show", "sources", "schema"}),
        ("talks timeline --si", {"--since"}),
        ("talks who al", {"alva"}),
        ("talks who Al", {"Alva"}),
        ("talks quotes Ing", {"Ingrid"}),
        ("talks timeline --about stra", {"strait"}),
        ("talks show f", {"fish-exchange", "first-clash"}),
        ("talks facts --topic ", {"truce", "strait", "exchange", "voices"}),
        ("talks facts --section why", {"why-the-talks-failed"}),
        ("talks facts --format m", {"markdown"}),
        ("talks who zzz", set()),
    ],
)
def test_words_are_offered(offers: Offers, line: str, offered: set[str]) -> None:
    """Commands, options, names, ids, topics and sections are completed from the store in use."""
    assert set(offers(line)) == offered


@pytest.mark.parametrize("section", ["why-the-talks-failed", "what-was-agreed", "history"])
def test_an_offered_section_is_understood(talks: Talks, store_file: Path, section: str) -> None:
    """A section that was completed is found."""
    assert talks("facts", "--section", section, "--store", store_file).code == 0


def test_a_store_that_cannot_be_read_offers_nothing(
    offers: Offers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Completion never says what is wrong; the command itself will."""
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    assert offers(f"talks who --store {broken} a") == []
    assert offers(f"talks who --store {tmp_path / 'none.json'} a") == []
    monkeypatch.setattr("talkscli.cli.completion.LARGEST", 10)
    assert offers("talks who al") == []


@pytest.mark.parametrize("name", ["$(touch x)", "`touch x`", "\\$(x)", "a;b", "a b", "'", '"', "\x1b[31m", "x\ny", "*"])
def test_nothing_that_a_shell_would_run_is_offered(offers: Offers, tmp_path: Path, name: str) -> None:
    """A store is data: what a shell could expand is not handed to it."""
    hostile = tmp_path / "hostile.json"
    hostile.write_text(json.dumps({"facts": [{"id": f"x{name}", "answer": "a"}, {"id": "xa", "answer": "a"}]}))
    assert offers(f"talks show --store {hostile} x") == ["xa"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_each_shell(talks: Talks, shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each shell has its script, which names the program."""
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    code = "import sys; from talkscli.cli.app import main; sys.exit(main(['--show-completion', sys.argv[1]]))"
    outcome = subprocess.run(
        [sys.executable, "-c", code, shell],
        capture_output=True,
        text=True,
        env=os.environ.copy(),
        timeout=60,
        check=False,
    )
    assert outcome.returncode == 0
    assert "_TALKS_COMPLETE" in outcome.stdout


def test_names_are_offered_in_the_case_that_is_typed(offers: Offers, tmp_path: Path) -> None:
    """A part of a name is found in small letters too, is offered once, and small words of names are left out."""
    store = tmp_path / "named.json"
    store.write_text('{"facts": [], "entities": [{"id": "ilse-varga", "name": "Ilse von Varga", "kind": "person"}]}')
    assert offers(f"talks who --store {store} va") == ["varga"]
    assert offers(f"talks who --store {store} Va") == ["Varga"]
    assert offers(f"talks who --store {store} ") == ["ilse-varga", "ilse", "varga"]
