"""Making and checking stores from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Talks = Callable[..., Any]

ARTICLE = """\
Harbour Talks

What Was Agreed

Norland and Port Union agreed on 16 May 2031 to exchange 1,000 seized fishing boats. The exchange begins in June.

Voices

Ingrid Alva said, "A door that is ajar is not a wall."
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Give a small article."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def test_build_makes_a_store_that_can_be_asked(talks: Talks, article: Path, tmp_path: Path) -> None:
    """The store is written and answers."""
    made = talks("build", article, "-o", tmp_path / "store.json")
    assert made.code == 0
    assert "Wrote" in made.out
    assert "boats" in talks("ask", "how many fishing boats", "--store", tmp_path / "store.json").out


def test_a_store_is_no_stream(talks: Talks, article: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As a store is brought up to date, -o - is refused, not taken for a file of that name."""
    monkeypatch.chdir(tmp_path)
    outcome = talks("build", article, "-o", "-")
    assert (outcome.code, outcome.out) == (2, "")
    assert not (tmp_path / "-").exists()


def test_a_store_does_not_take_the_place_of_its_article(talks: Talks, article: Path) -> None:
    """The article is told from a store that is damaged."""
    outcome = talks("build", article, "-o", article)
    assert outcome.code == 2
    assert "is your article" in outcome.err
    assert article.read_text() == ARTICLE


def test_the_path_of_a_store_is_not_parted_from_its_word(talks: Talks, article: Path, tmp_path: Path) -> None:
    """However long the path of the store is, it stands on the line that says that it was written."""
    store = tmp_path / ("long-" * 20 + "store.json")
    assert talks("build", article, "-o", store).out.split("\n")[0] == f"Wrote {store}"


def test_build_in_json(talks: Talks, article: Path, tmp_path: Path) -> None:
    """The report has the contract's keys; the second time all facts are kept."""
    first = json.loads(talks("build", article, "-o", tmp_path / "s.json", "--json").out)
    assert set(first) == {"store", "facts", "entities", "sources", "added", "removed", "kept"}
    second = json.loads(talks("build", article, "-o", tmp_path / "s.json", "--json").out)
    assert (second["added"], sorted(second["kept"])) == ([], sorted(first["added"]))


def test_dates_that_nothing_tells_the_year_of_are_told(talks: Talks, tmp_path: Path) -> None:
    """Where no day of publication is known, one line says how many dates are left out, and what would tell it."""
    article = tmp_path / "late.txt"
    article.write_text("Ferries late\n\nIce came on Tuesday. The port opened again on 5 March. It was built in 1921.\n")
    made = talks("build", article, "-o", tmp_path / "store.json")
    assert made.err.splitlines() == [
        "talks: 2 dates without a year are left out: no date of publication is known (add --published DATE)"
    ]
    assert not talks("build", article, "-o", tmp_path / "other.json", "--published", "2024-03-07").err


def test_a_dry_run_writes_nothing(talks: Talks, article: Path, tmp_path: Path) -> None:
    """--dry-run shows the facts and leaves the disk alone."""
    shown = talks("build", article, "-o", tmp_path / "store.json", "--dry-run")
    assert shown.code == 0
    assert "Would write" in shown.out
    assert "boats" in shown.out
    assert "according to Ingrid Alva" in shown.out  # by name, not by id
    assert not (tmp_path / "store.json").exists()


def test_an_article_that_is_not_there_is_3(talks: Talks, tmp_path: Path) -> None:
    """Its name is told, and no store is written."""
    outcome = talks("build", tmp_path / "none.txt", "-o", tmp_path / "store.json")
    assert outcome.code == 3
    assert "none.txt" in outcome.err
    assert not (tmp_path / "store.json").exists()


def test_a_sound_store_passes(talks: Talks, article: Path, tmp_path: Path) -> None:
    """A store fresh from its article is valid and grounded."""
    store = tmp_path / "store.json"
    talks("build", article, "-o", store)
    report = json.loads(talks("check", store, "--against", article, "--json").out)
    assert set(report) == {"ok", "problems", "warnings"}
    assert (report["ok"], report["problems"]) == (True, [])
    assert "No problem found" in talks("check", store).out


def test_a_store_without_facts_is_told_so(talks: Talks, tmp_path: Path) -> None:
    """It is valid, and the last line counts the warning above it."""
    store = tmp_path / "store.json"
    store.write_text('{"facts": []}')
    outcome = talks("check", store)
    assert outcome.code == 0
    assert "nothing can be asked" in outcome.out
    assert "No problem found besides 1 warning." in outcome.out


def test_a_faulty_store_is_1(talks: Talks, tmp_path: Path) -> None:
    """Every fault is listed with fact and field."""
    store = tmp_path / "store.json"
    store.write_text('{"facts": [{"id": "x", "answer": "a", "date": "soon"}, {"id": "x", "answer": "b"}]}')
    outcome = talks("check", store)
    assert outcome.code == 1
    assert "Problems: 2" in outcome.out
    rows = json.loads(talks("check", store, "--json").out)["problems"]
    assert {(row["fact"], row["field"]) for row in rows} == {("x", "id"), ("x", "date")}


def test_a_store_that_is_not_json_is_3(talks: Talks, tmp_path: Path) -> None:
    """What can't be read at all is no report but an error."""
    (tmp_path / "store.json").write_text("{")
    assert talks("check", tmp_path / "store.json").code == 3


def test_coverage_lists_what_no_fact_cites(talks: Talks, article: Path, tmp_path: Path) -> None:
    """--coverage shows the paragraphs of the article that a store leaves out, as a table and in JSON."""
    store = tmp_path / "store.json"
    talks("build", article, "-o", store)
    data = json.loads(store.read_text())
    data["facts"] = [f for f in data["facts"] if f["citation"]["section"] != "Voices"]
    store.write_text(json.dumps(data))
    assert "1 paragraph not told, or not in full: --coverage" in talks("check", store, "--against", article).out
    assert "ajar" in talks("check", store, "--against", article, "--coverage").out
    rows = json.loads(talks("check", store, "--against", article, "--coverage", "--json").out)
    assert [row["section"] for row in rows] == ["Voices"]


@pytest.mark.parametrize("command", ["build", "check", "schema"])
def test_only_table_and_json(talks: Talks, article: Path, command: str) -> None:
    """What is no list has no csv, and says what it has."""
    args = [article, "-o", "x.json"] if command == "build" else []
    outcome = talks(command, *args, "--format", "csv")
    assert outcome.code == 2
    assert "'csv' is not one of 'table', 'json'" in outcome.err


@pytest.mark.parametrize("command", [("build",), ("build", "-o", "s.json"), ("ask", "why", "--store")])
def test_an_address_is_no_file(talks: Talks, command: tuple[str, ...]) -> None:
    """A page is to be saved first; what else is missing is told after it."""
    name, *rest = command
    args = (name, *rest, "https://example.org/page") if name == "ask" else (name, "https://example.org/page", *rest)
    outcome = talks(*args)
    assert outcome.code in (2, 3)
    assert "is an address" in outcome.err
    assert "save the page" in outcome.err or "'--output'" in outcome.err


def test_an_article_that_is_not_there_is_told_before_a_missing_option(talks: Talks) -> None:
    """Both are wrong."""
    outcome = talks("build", "nope.md")
    assert outcome.code == 2
    assert "nope.md: there is no such file" in outcome.err
    assert "--output" in outcome.err


def test_a_fact_is_shown_by_the_end_of_its_id(talks: Talks, article: Path, tmp_path: Path) -> None:
    """Lists show the hash that ends an id of `build`, and `show` takes it, as it does the whole."""
    store = tmp_path / "store.json"
    talks("build", article, "-o", store)
    ident = json.loads(talks("facts", "--store", store, "--json").out)[0]["id"]
    short = ident.rpartition("-")[2]
    listed = talks("facts", "--store", store).out
    assert short in listed
    assert ident not in listed
    assert talks("show", short, "--store", store).out == talks("show", ident, "--store", store).out
    assert talks("show", short[:-1], "--store", store).code == 1


def test_a_list_repeats_no_title(talks: Talks, tmp_path: Path) -> None:
    """Under a title alone the paragraph tells where a fact stands; an answer by itself names both."""
    article, store = tmp_path / "a.txt", tmp_path / "s.json"
    article.write_text("Ferry strike ends\n\nThe crews of Holm came back on Monday after nine days.\n", "utf-8")
    talks("build", article, "-o", store)
    listed = talks("facts", "--store", store).out
    assert listed.count("Ferry strike ends") == 1
    assert "Ferry strike ends ¶1" in talks("ask", "who came back after nine days", "--store", store).out.replace(
        "\xa0", " "
    )
