"""docs/reference.md tells what the program does."""

import re
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

import talkscli
from talkscli.cli import app, prompt
from talkscli.cli.completion import LARGEST
from talkscli.errors import ExitCode
from talkscli.render import export, output
from talkscli.search.index import builder
from talkscli.store import model

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
PROGRAM: Any = typer.main.get_command(app.app)
EXAMPLES = [line.strip() for line in PAGE.split("\n") if re.match(r"    (talks|echo) ", line)]
COMMON = PAGE[PAGE.index("## Options of all") : PAGE.index("## Formats")]


@pytest.mark.parametrize("command", PROGRAM.commands)
def test_every_command_has_its_part_and_an_example(command: str) -> None:
    """A command has a heading of its own, and an example."""
    assert f"### talks {command}\n" in PAGE
    assert any(f"talks {command}" in example for example in EXAMPLES)


@pytest.mark.parametrize("command", PROGRAM.commands)
def test_every_option_is_described(command: str) -> None:
    """An option is described with its command, or with those that all have."""
    part = re.split(r"\n##", PAGE[PAGE.index(f"### talks {command}\n") + 3 :])[0] + COMMON
    for parameter in PROGRAM.commands[command].params:
        names = parameter.opts if parameter.opts[0].startswith("-") else [parameter.metavar]
        for name in names:
            assert re.search(rf"`{re.escape(name)}[ `]", part), name


def test_no_option_is_made_up() -> None:
    """The page names no option that does not exist."""
    known = {name for command in PROGRAM.commands.values() for each in command.params for name in each.opts}
    known |= {name for each in PROGRAM.params for name in each.opts} | {"--help", "-h", "--"}
    assert set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", PAGE)) - known == set()


@pytest.mark.parametrize("name", talkscli.__all__)
def test_every_name_of_the_library_is_described(name: str) -> None:
    """A name that can be imported is described in the part on Python."""
    part = re.split(r"\n## ", PAGE[PAGE.index("## From Python\n") :])[0]
    assert re.search(rf"`{name}[`(]", part)
    assert getattr(talkscli, name)


def test_the_names_of_the_library_are_listed() -> None:
    """What is imported when it is asked for is shown by `dir` and to those who type `talkscli.` in a shell."""
    assert set(talkscli.__all__) <= set(dir(talkscli))


def test_many_questions_need_one_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stores that were opened are indexed once, and closed at the end."""
    built, real = [], builder.build
    monkeypatch.setattr(
        builder, "build", lambda store, *more, **told: built.append(store) or real(store, *more, **told)
    )
    with talkscli.open() as stores:
        assert [talkscli.ask(stores, f"why did the ceasefire fail{sign}").answered for sign in "?!."] == [True] * 3
    assert len(built) <= 1
    with pytest.raises(sqlite3.ProgrammingError):
        talkscli.ask(stores, "who led the delegation")


def test_the_example_of_the_library_runs() -> None:
    """The lines on Python work as they stand, but for the names of their files."""
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(example.replace('"facts.json", "article.md"', "").replace('"facts.json"', ""), {})


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_runs(example: str, tmp_path: Path) -> None:
    """An example finds something in the shipped store, or works on an article of that name."""
    if "--install-completion" in example or "--show-completion" in example:
        pytest.skip("changes the files of a shell")
    (tmp_path / "article.txt").write_text("Title\n\nSection\n\nThe talks began in May 2025 in Istanbul.\n")
    (tmp_path / "article.md").write_text("# Title\n\nThe talks began in May 2025 in Istanbul.\n")
    run = [sys.executable, "-m", "talkscli"]
    if "store.json" in example and "build" not in example:
        subprocess.run(
            [*run, "build", "article.txt", "-o", "store.json"], cwd=tmp_path, check=True, capture_output=True
        )
    line = re.sub(r"\btalks(?= (\w|-)|$)", shlex.join(run), example, count=1)
    outcome = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout


def test_the_help_has_examples_that_run() -> None:
    """The example in a command's help is that command, and on the page, where it is run."""
    for name, command in PROGRAM.commands.items():
        example = command.help.partition("Example: ")[2].strip()
        assert example.startswith(f"talks {name}")
        assert example in EXAMPLES


def test_numbers_and_names_are_those_of_the_program() -> None:
    """Columns, codes, keys and limits on the page are those in the code."""
    for columns in (export.FACT_COLUMNS, export.ENTITY_COLUMNS, export.SOURCE_COLUMNS):
        assert f"| {', '.join(columns)} |" in PAGE
    for code in ExitCode:
        assert f"\n| {code.value} | " in PAGE
    for struct in (model.Source, model.Entity, model.Citation, model.Fact):
        for key in struct.__struct_fields__:
            assert f"`{key}`" in PAGE
    assert f"up to {prompt.LONGEST:,} characters" in PAGE
    assert f"larger than {LARGEST >> 20} MB" in PAGE
    assert f"from {output.NARROWEST} to {output.WIDEST}" in PAGE
