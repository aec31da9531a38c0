"""`check` of a store alone."""

import json
from pathlib import Path

import pytest

from talkscli.check import check
from talkscli.errors import StoreError


def put(path: Path, store: object) -> Path:
    """Write a store as JSON."""
    path.write_text(store if isinstance(store, str) else json.dumps(store), "utf-8")
    return path


def problems(path: Path) -> set[tuple[str | None, str | None]]:
    """Give fact and field of each problem."""
    report = check(path)
    assert report.ok == (not report.problems)
    return {(problem.fact, problem.field) for problem in report.problems}


def test_a_small_store_is_fine(tmp_path: Path) -> None:
    """One fact with an id and an answer is a store without a problem."""
    report = check(put(tmp_path / "s.json", {"facts": [{"id": "f1", "answer": "Yes."}]}))
    assert report.ok
    assert report.problems == report.warnings == ()


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    """All faults of all rows are listed, each with its fact and field, not only the first."""
    store = {
        "version": 0,
        "colour": "red",
        "sources": [{"id": "s", "published": "yesterday"}, {"title": "no id"}],
        "entities": [{"id": "e", "name": "E", "kind": "planet"}, {"id": "g", "name": " ", "side": "nobody"}],
        "facts": [
            {"id": "a", "answer": 3, "date": 5, "size": "big"},
            {
                "id": "b",
                "answer": "Yes.",
                "date": "2020-13",
                "about": ["zz", "e"],
                "citation": {"paragraph": 0, "page": 2},
            },
            {"id": "c", "answer": " "},
            {"id": "d", "answer": "Same.", "citation": {"source": "none"}},
            {"id": "d", "answer": "Other.", "speaker": "zz"},
            {"answer": "no id"},
            "no object",
        ],
    }
    found = problems(put(tmp_path / "s.json", store))
    assert {
        ("a", "answer"), ("a", "date"), ("a", "size"), ("b", "citation.paragraph"), ("b", "citation.page"),
        ("c", "answer"),
        ("d", "citation.source"), ("d", "id"), ("d", "speaker"), (None, "id"), (None, "facts"), (None, "kind"),
        (None, "name"),
        (None, "side"), (None, "published"), (None, "colour"), (None, "version"),
    } <= found  # fmt: skip


def test_a_row_of_the_right_form_is_checked_beside_a_wrong_one(tmp_path: Path) -> None:
    """A wrong row does not hide the bad date or reference of another."""
    store = {"facts": [{"id": "a", "answer": 3}, {"id": "b", "answer": "Yes.", "date": "2020-13", "about": ["zz"]}]}
    assert {("a", "answer"), ("b", "date"), ("b", "about")} <= problems(put(tmp_path / "s.json", store))


def test_duplicate_keys(tmp_path: Path) -> None:
    """A key that stands twice is told with its fact; a reader would take the last without a word."""
    text = '{"facts": [{"id": "a", "answer": "Yes.", "answer": "No."}], "version": 1, "version": 1}'
    assert problems(put(tmp_path / "s.json", text)) == {("a", "answer"), (None, "version")}


def test_the_same_answer_twice(tmp_path: Path) -> None:
    """Two facts that say the same are a problem; the same answer to another question or with another date is none."""
    facts = [
        {"id": "a", "answer": "It is long."},
        {"id": "b", "answer": "It is LONG."},
        {"id": "c", "answer": "It is long.", "question": "How long?"},
        {"id": "d", "answer": "It is long.", "date": "2020"},
    ]
    assert problems(put(tmp_path / "s.json", {"facts": facts})) == {("b", "answer")}


@pytest.mark.parametrize(
    "text", ["", "{", "[1", "nonsense", '{"facts": [{"id": "a", "answer": "\ud800"}]', "[" * 100_000]
)
def test_what_is_not_json(tmp_path: Path, text: str) -> None:
    """What is no JSON can't be checked: a StoreError."""
    path = tmp_path / "s.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(StoreError):
        check(path)


@pytest.mark.parametrize(
    "store", [None, [], 3, "text", {}, {"facts": None}, {"facts": {"id": "a"}}, {"version": 99, "facts": []}]
)
def test_json_that_is_no_store(tmp_path: Path, store: object) -> None:
    """JSON of another shape is a store with problems, not an error."""
    assert problems(put(tmp_path / "s.json", json.dumps(store)))


def test_a_missing_file(tmp_path: Path) -> None:
    """A file that is not there, and a folder, are StoreErrors."""
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(StoreError):
            check(path)


def test_facts_that_search_cannot_reach(tmp_path: Path) -> None:
    """A fact whose own question brings another fact first is a warning."""
    facts = [
        {"id": "a", "question": "How long is the harbour pier?", "answer": "The pier is 640 metres long."},
        {"id": "b", "question": "How long is the harbour pier?", "answer": "Long enough to walk on."},
        {"id": "c", "question": "Who sells fish at the market?", "answer": "The widow Vang sells fish."},
    ]
    report = check(put(tmp_path / "s.json", {"facts": facts}))
    assert report.ok
    assert {warning.field for warning in report.warnings} == {"question"}
    assert len({warning.fact for warning in report.warnings} & {"a", "b"}) >= 1
    assert "c" not in {warning.fact for warning in report.warnings}
