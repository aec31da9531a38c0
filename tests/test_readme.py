"""Every example of the README runs, and prints what the README says."""

import os
import re
import shlex
from pathlib import Path

import pytest

from talkscli.cli.app import main

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = re.compile(r"^\$ (.*)$", re.MULTILINE)


def run(line, capsys, folder):
    """Run a `talks …` line as a shell would, and give what it prints on stdout."""
    words = shlex.split(line)
    assert words[0] == "talks"
    main([str(folder / w) if w == "bridge.json" else str(ROOT / w) if w.startswith("tests/") else w for w in words[1:]])
    shown = capsys.readouterr().out.replace(f"{folder}/", "").replace(f"{ROOT}/", "")
    return "\n".join(row.rstrip() for row in shown.rstrip().splitlines())


def test_console_examples_print_what_the_readme_shows(capsys, monkeypatch, tmp_path):
    """Each `$ talks …` line of the README gives the output below it, at 80 columns."""
    for name in ("FORCE_COLOR", "TALKS_STORE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    text = README.read_text("utf-8")

    def shown(block):
        lines = [f"$ {line}\n{run(line, capsys, tmp_path)}".rstrip() for line in COMMANDS.findall(block[1])]
        return "```console\n" + "\n".join(lines) + "\n```"

    now = BLOCK.sub(shown, text)
    if os.environ.get("UPDATE_README"):
        README.write_text(now, "utf-8")
    else:
        assert now == text


def test_python_example_runs(capsys):
    """The library example works as it stands."""
    code = re.search(r"^```python\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)[1]
    exec(code, {})
    assert capsys.readouterr().out == "True ceasefire-failure-reason\n"


def test_smallest_store_is_a_store(tmp_path, capsys):
    """The README's smallest store answers its question."""
    found = re.search(r"^```json\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    store = tmp_path / "library.json"
    store.write_text(found[1], "utf-8")
    assert main(["ask", "library open", "--store", str(store)]) == 0
    assert "nine to five" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["ask", "pytest"])
def test_set_up_is_one_line_each(command):
    """The two set-up commands are single lines that make their own environment."""
    lines = [line for line in README.read_text("utf-8").splitlines() if line.startswith("python3 -m venv")]
    assert len([line for line in lines if command in line]) == 1
