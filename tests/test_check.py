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
    assert [warning.fact for warning in report.warnings] == ["b"]


def told(path: Path) -> list[str]:
    """Give what is told of a store, each problem in one line."""
    return [f"{p.fact}/{p.field}: {p.problem}" for p in check(path).problems]


def test_rows_without_an_id_are_told_by_their_number(tmp_path: Path) -> None:
    """A row is named by its id, one without a usable id by its kind and number, counted from 1."""
    rows = {
        "facts": [{"id": "a", "answer": "Yes."}, {"answer": "No."}, 7, {"id": "", "answer": "Some."}],
        "entities": [{"id": "e", "name": "E", "size": 1}, {"id": 5, "name": "F"}],
        "sources": "none",
    }
    assert told(put(tmp_path / "s.json", rows)) == [
        "None/sources: Expected `array`, got `str`",
        "None/size: entity 'e': there is no such key",
        "None/id: entity number 2: Expected `str`, got `int`",
        "None/id: fact number 2: is missing",
        "None/facts: fact number 3: Expected `object`, got `int`",
        "None/id: fact number 4: Expected `str` of length >= 1",
    ]


def test_a_wrong_row_still_has_its_id(tmp_path: Path) -> None:
    """What refers to a row that is wrong in some other field is no dangling reference."""
    rows = {
        "facts": [
            {"id": "a", "answer": 7},
            {"id": "b", "answer": "Yes.", "about": ["e"], "citation": {"source": "s"}},
            {"id": "a", "answer": "No."},
            {"id": "x" * 201, "answer": "Long."},
            {"id": "y" * 200, "answer": "Short."},
        ],
        "entities": [{"id": "e"}],
        "sources": [{"id": "s", "title": 7}],
    }
    assert [line.split(": ", 1)[0] for line in told(put(tmp_path / "s.json", rows))] == [
        "None/title", "None/name", "a/answer", "None/id", "a/id",
    ]  # fmt: skip


def test_wrong_rows_do_not_say_the_same(tmp_path: Path) -> None:
    """Two facts whose answers could not be read are not taken for one that stands twice."""
    rows = [{"id": "a", "answer": 3}, {"id": "b", "answer": 4}]
    assert problems(put(tmp_path / "s.json", {"facts": rows})) == {("a", "answer"), ("b", "answer")}
    assert not any("same" in line for line in told(tmp_path / "s.json"))


def test_a_wrong_citation_hides_no_other_field(tmp_path: Path) -> None:
    """The fields after a citation are looked at too, whether it is wrong or not."""
    rows = [
        {"id": "a", "answer": "x", "citation": {"page": 1}, "faq": "yes"},
        {"id": "b", "answer": "y", "citation": {}, "topics": 3},
    ]
    assert problems(put(tmp_path / "s.json", {"facts": rows})) == {
        ("a", "citation.page"),
        ("a", "faq"),
        ("b", "topics"),
    }


def test_a_newer_version_is_told_beside_other_faults(tmp_path: Path) -> None:
    """A store of a newer version says so, even if a row is wrong; a version that is no number is told as that."""
    row = {"id": "a", "answer": 7}
    assert [line.split(":")[0] for line in told(put(tmp_path / "s.json", {"version": 99, "facts": [row]}))] == [
        "a/answer", "None/version",
    ]  # fmt: skip
    assert [line.split(":")[0] for line in told(put(tmp_path / "s.json", {"version": "x", "facts": []}))] == [
        "None/version"
    ]


def test_keys_that_stand_twice(tmp_path: Path) -> None:
    """Each is told once, however often it stands, with the id of its row or that it has none."""
    text = '{"facts": [{"id": "a", "answer": "x", "answer": "y", "answer": "z", "citation": {"section": "1", "section": "2"}}]}'
    assert told(put(tmp_path / "s.json", text)) == [
        "None/section: in the store or a part of it, the key 'section' stands twice",
        "a/answer: the key 'answer' stands twice",
    ]


def test_empty_fields(tmp_path: Path) -> None:
    """An answer, a question or a name of nothing but spaces is told; a question that is left out is none."""
    rows = {
        "facts": [
            {"id": "a", "answer": " \n"},
            {"id": "b", "answer": "Yes.", "question": " "},
            {"id": "c", "answer": "No."},
            {"id": "d", "answer": " NO. "},
        ],
        "entities": [{"id": "e", "name": " "}],
    }
    assert told(put(tmp_path / "s.json", rows)) == [
        "a/answer: is empty", "b/question: is empty", "d/answer: says the same as 'c'",
        "None/name: entity 'e': is empty",
    ]  # fmt: skip


def test_a_fact_that_stands_twice(tmp_path: Path) -> None:
    """A fact that was pasted twice, with its id, is told as an id that stands twice, not as one that says the same."""
    facts = [{"id": "a", "answer": "It is long."}, {"id": "a", "answer": "It is long."}]
    assert [line.partition(":")[0] for line in told(put(tmp_path / "s.json", {"facts": facts}))] == ["a/id"]


@pytest.mark.parametrize(
    "more",
    [{"question": "Is it?"}, {"date": "2020"}, {"quote": "long"}, {"citation": {"source": "s"}}],
    ids=lambda more: next(iter(more)),
)
def test_the_same_answer_elsewhere(tmp_path: Path, more: dict[str, object]) -> None:
    """The same answer to another question, with another date or quotation, or from another source is no problem."""
    facts = [{"id": "a", "answer": "It is long."}, {"id": "b", "answer": "It is long.", **more}]
    assert told(put(tmp_path / "s.json", {"facts": facts, "sources": [{"id": "s"}]})) == []


def test_progress_is_told_from_none_to_all(tmp_path: Path) -> None:
    """Each question that is asked is counted; facts without one, or with an empty one, are not asked."""
    facts = [
        {"id": "a", "question": "How long is the pier?", "answer": "The pier is 640 metres long."},
        {"id": "b", "answer": "Fish is sold on it."},
        {"id": "c", "question": "Who sells fish?", "answer": "The widow Vang."},
    ]
    seen: list[tuple[int, int]] = []
    path = put(tmp_path / "s.json", {"facts": facts})
    assert check(path, progress=lambda done, of: seen.append((done, of))).warnings == ()
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_a_store_with_problems_is_not_asked(tmp_path: Path) -> None:
    """While its form is wrong, search is left alone."""
    facts = [{"id": "a", "question": "Who?", "answer": "Vang."}, {"id": "b", "question": "Who?", "answer": " "}]
    assert check(put(tmp_path / "s.json", {"facts": facts})).warnings == ()


def test_what_comes_first_instead_is_told(tmp_path: Path) -> None:
    """A warning says which fact comes first, or that none does."""
    facts = [
        {"id": "a", "question": "How long is the harbour pier?", "answer": "The pier is 640 metres long."},
        {"id": "b", "question": "How long is the harbour pier?", "answer": "Long enough to walk on."},
        {"id": "c", "question": "?", "answer": "It is."},
    ]
    found = {w.fact: w.problem for w in check(put(tmp_path / "s.json", {"facts": facts})).warnings}
    told = "search does not reach it by its own question"
    assert found.pop("c") == f"{told}: nothing comes"
    assert found in ({"a": f"{told}: 'b' comes first"}, {"b": f"{told}: 'a' comes first"})


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", '"\\ud800"', '"a\\udc00"', "9" * 5000, "1e999"])
def test_what_other_readers_could_not_be_given_is_not_json(tmp_path: Path, text: str) -> None:
    """NaN, infinities, half characters and endless numbers are refused as no JSON, wherever they stand."""
    for store in (f'{{"facts": [], "x": {text}}}', f'{{"facts": [{{"id": "a", "answer": {text}}}]}}', text):
        (tmp_path / "s.json").write_text(store)
        with pytest.raises(StoreError, match="is not JSON"):
            check(tmp_path / "s.json")


def test_whose_act_it_is_and_what_it_is_about(tmp_path: Path) -> None:
    """Whose act a fact tells, it is also about."""
    rows = {
        "entities": [{"id": "e", "name": "Berg"}, {"id": "f", "name": "Alva"}],
        "facts": [{"id": "a", "answer": "x", "subject": ["e"], "about": ["f", "e"]},
                  {"id": "b", "answer": "y", "subject": ["e"], "about": ["f"]}],
    }  # fmt: skip
    assert problems(put(tmp_path / "s.json", rows)) == {("b", "subject")}


@pytest.mark.parametrize(
    ("event", "date", "right"),
    [("x" * 50, "2020", True), ("x" * 51, "2020", False), ("Opened", None, False), (" ", "2020", False)],
)
def test_an_event_is_short_and_dated(tmp_path: Path, event: str, date: str | None, right: bool) -> None:
    """What happened is told in at most 50 characters, and only of what has a date."""
    rows = {"facts": [{"id": "a", "answer": "x", "date": date, "event": event}]}
    assert problems(put(tmp_path / "s.json", rows)) == (set() if right else {("a", "event")})


def test_a_name_of_a_crowd_is_doubted(tmp_path: Path) -> None:
    """Where more entities share a name than the search tells apart, a warning says so."""
    rows = {
        "entities": [{"id": f"e{n}", "name": "Kai Sand"} for n in range(51)],
        "facts": [{"id": "f", "answer": "It rained."}],
    }
    (warning,) = check(put(tmp_path / "s.json", rows)).warnings
    assert (warning.field, "51 entities are called 'kai sand'" in warning.problem) == ("aliases", True)
    rows["entities"].pop()
    assert check(put(tmp_path / "s.json", rows)).warnings == ()
