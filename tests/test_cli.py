"""The command line: what is asked for, what comes back, and with which exit code."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from helpers import document

FACT_KEYS = {
    "id", "question", "phrasings", "answer", "citation", "attribution", "about", "subject", "event", "date", "date_text", "quote",
    "speaker", "topics", "faq", "note",
}  # fmt: skip
ENTITY_KEYS = {"id", "name", "kind", "role", "side", "aliases", "note"}
CSV_COLUMNS = "id,question,answer,attribution,speaker,quote,date,date_text,event,source,section,paragraph,topics"

Talks = Callable[..., Any]


@pytest.fixture
def reads(talks: Talks, store_file: Path) -> Talks:
    """Give a function that runs a reading command on the small store."""
    return lambda *args, **more: talks(*args, "--store", store_file, **more)


# Exit codes


def test_found_is_0(reads: Talks) -> None:
    """A command that finds something ends with 0 and says nothing on stderr."""
    outcome = reads("who", "alva")
    assert (outcome.code, outcome.err) == (0, "")


@pytest.mark.parametrize(
    "args",
    [("who", "qqqqqq"), ("show", "qqqqqq"), ("quotes", "qqqqqq"), ("facts", "--topic", "qqqqqq"), ("faq", "qqqqqq"),
     ("timeline", "--since", "2090"), ("ask", "how do i exit vim")],
)  # fmt: skip
def test_nothing_found_is_1(reads: Talks, args: tuple[str, ...]) -> None:
    """A command that finds nothing ends with 1, as grep does."""
    assert reads(*args).code == 1


@pytest.mark.parametrize(
    "args",
    [("aks",), ("ask", "--jsn"), ("ask", "-Q"), ("show",), ("show", "a", "b"), ("facts", "--top"), ("facts", "-n", "0"),
     ("facts", "-n", "x"), ("facts", "--format", "xml"),
     ("timeline", "--since", "soon"), ("timeline", "--since", "2023", "--until", "2022"), ("who", "alva", "--format", "csv"), ("ask", "why", "--format", "markdown"),
     ("ask", "--batch", "-", "why"), ("build",), ("check", "--coverage"), ("--nope",)],
)  # fmt: skip
def test_wrong_usage_is_2(talks: Talks, args: tuple[str, ...]) -> None:
    """A command line that can't be meant ends with 2, one line on stderr, and nothing on stdout."""
    outcome = talks(*args)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("talks: ")
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("args", [("timeline",), ("ask", "why"), ("who",), ("show", "x"), ("sources",)])
def test_a_store_that_cannot_be_used_is_3(talks: Talks, tmp_path: Path, args: tuple[str, ...]) -> None:
    """A store that is not there ends with 3 and a line that names it."""
    outcome = talks(*args, "--store", tmp_path / "none.json")
    assert outcome.code == 3
    assert "none.json" in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_bug_is_70(reads: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception that nobody expected ends with 70 and a line on how to report it, without a traceback."""
    monkeypatch.setattr("talkscli.lookup.listings.timeline", lambda *_: 1 / 0)
    outcome = reads("timeline")
    assert outcome.code == 70
    assert "ZeroDivisionError" in outcome.err
    assert "report" in outcome.err
    assert "Traceback" not in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("error", [MemoryError(), RecursionError("too deep"), OSError(5, "odd"), AssertionError()])
def test_whatever_goes_wrong_is_one_line(reads: Talks, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """No exception gets past the boundary."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("talkscli.lookup.listings.timeline", fail)
    outcome = reads("timeline")
    assert outcome.code == 70
    assert outcome.err.count("\n") == 1


def test_debugging_shows_the_traceback(reads: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    """TALKS_DEBUG=1 shows where the bug is."""
    monkeypatch.setattr("talkscli.lookup.listings.timeline", lambda *_: 1 / 0)
    monkeypatch.setenv("TALKS_DEBUG", "1")
    outcome = reads("timeline")
    assert outcome.code == 70
    assert "Traceback" in outcome.err


def test_interrupted_is_130(reads: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130 and says nothing."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("talkscli.lookup.listings.timeline", interrupt)
    assert reads("timeline") == (130, "", "")


def test_a_closed_pipe_is_0(reads: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads has read enough: that is no fault."""

    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("talkscli.render.output.emit", closed)
    assert reads("timeline") == (0, "", "")


# Finding the way


def test_a_name_that_nobody_has_is_told_on_stderr(reads: Talks) -> None:
    """An unknown name leaves stdout empty, as a list that is empty does."""
    outcome = reads("who", "qqqqqq")
    assert (outcome.code, outcome.out) == (1, "")
    assert "qqqqqq" in outcome.err


@pytest.mark.parametrize(("command", "reason"), [("who", "named"), ("quotes", "quoted"), ("timeline", "date")])
def test_a_store_without_any_says_so(talks: Talks, tmp_path: Path, command: str, reason: str) -> None:
    """A list that is empty tells why, whatever it would be of."""
    store = tmp_path / "bare.json"
    store.write_text('{"facts": [{"id": "bare", "answer": "The tide turns twice a day."}]}')
    outcome = talks(command, "--store", store)
    assert (outcome.code, outcome.out) == (1, "")
    assert reason in outcome.err


def test_a_question_about_somebody_is_told_how_to_ask_it(talks: Talks, tmp_path: Path) -> None:
    """Words that several names fit, and that begin with none, may be a question."""
    path = tmp_path / "sides.json"
    known = {"kind": "person", "side": "norland", "role": "guide"}
    people = [{"id": name, "name": name.title(), **known} for name in ("alva", "berg")]
    path.write_bytes(document(entities=[*people, {"id": "norland", "name": "Norland", "kind": "country"}]))
    for verb, heading in (("guides", "Which one?"), ("led", "Near it")):
        told = talks("who", verb, "the", "norland", "--store", path).out
        assert heading in told
        assert f"who {verb} the norland" in told.replace("\n", " ")
    assert "talks ask" not in talks("who", "the", "norland", "--store", path).out


def test_a_name_read_otherwise_is_told(reads: Talks) -> None:
    """A misspelled name is read as another and says so; a spelling, a role, a side or a part of a name is not."""
    assert reads("who", "alvva").out.startswith("read alvva as Ingrid Alva\n")
    for name in ("alva", "ALVA", "Альва", "ingrid", "alva.", "the Alva"):
        assert "read " not in reads("who", name).out


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("aks",), "'ask'"),
        (("timelin",), "'timeline'"),
        (("why", "did", "it", "fail"), "talks ask why did it fail"),
        (("why did it fail",), "talks ask why did it fail"),
        (("aks", "why"), "To ask: talks ask why"),
        (("list",), "that is: talks facts"),
        (("people",), "that is: talks who"),
        (("topics", "ferry"), "that is: talks facts; to ask: talks ask topics ferry"),
        (("ask", "who"), "talks brief"),
        (("timeline", "--since", "05/2022"), "--since 05/2022: "),
        (("ask", "--jsn"), "--json"),
        (("show", "fish-exchang"), "fish-exchange"),
        (("facts", "--topic", "exchnge"), "exchange"),
        (("facts", "--section", "Voises"), "Voices"),
        (("quotes", "alvva"), "Alva"),
        (("facts", "-5"), "--"),
        (("--top", "3", "facts"), "--top goes after the command"),
        (("show",), "talks show crimea-annexation"),
        (("facts", "-n", "x"), "whole number"),
        (("build", "article.txt"), "-o store.json"),
        (("who", "qqqqqq"), "talks who lists all"),
        (("who", "paid", "for", "qqqqqq"), "to ask: talks ask who paid for qqqqqq"),
    ],
)
def test_a_slip_is_told_what_would_be_right(
    talks: Talks, store_file: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], hint: str
) -> None:
    """A wrong command, option, name, id, topic or section is answered with the right one."""
    monkeypatch.setenv("TALKS_STORE", str(store_file))
    outcome = talks(*args)
    assert hint in outcome.err + outcome.out


def test_an_empty_store_has_no_story(talks: Talks, tmp_path: Path) -> None:
    """That is said, and is no error."""
    empty = tmp_path / "empty.json"
    empty.write_text('{"facts": []}')
    outcome = talks("brief", "--store", str(empty))
    assert (outcome.code, outcome.out) == (0, "")
    assert "has no facts" in outcome.err


# Options that all reading commands share

READING = [
    ("ask", "harbour"),
    ("timeline",),
    ("who",),
    ("faq",),
    ("quotes",),
    ("facts",),
    ("show", "bare"),
    ("sources",),
    ("brief",),
]


@pytest.mark.parametrize("args", READING)
def test_table_and_json_on_every_command(reads: Talks, args: tuple[str, ...]) -> None:
    """Every reading command gives a table, and JSON by --json and by --format json."""
    assert reads(*args).out
    short, long = reads(*args, "--json"), reads(*args, "--format", "json")
    json.loads(short.out)
    assert short == long


@pytest.mark.parametrize("args", READING)
def test_no_colour_in_a_pipe(reads: Talks, args: tuple[str, ...]) -> None:
    """What goes into a pipe has no escape sequences."""
    assert "\x1b" not in reads(*args).out


@pytest.mark.parametrize(
    ("environment", "options", "coloured"),
    [
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, (), True),
        ({"FORCE_COLOR": "0"}, (), False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, (), True),
        ({"FORCE_COLOR": "1"}, ("--no-color",), False),
        ({"CI": "1", "GITHUB_ACTIONS": "true"}, (), False),
    ],
)
def test_colour_does_as_it_is_told(
    reads: Talks, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], options: tuple[str, ...], coloured: bool
) -> None:
    """NO_COLOR wins over FORCE_COLOR, --no-color over both; without colour there is no bold and no link either."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b" in reads("show", "alva-quote", *options).out) is coloured
    assert ("\x1b" in reads(*options, "show", "alva-quote").out) is coloured


@pytest.mark.parametrize(("columns", "widest"), [("50", 50), ("200", 140), ("0", 80), ("x", 80), ("1", 45), ("-3", 80)])
def test_columns_set_the_width(reads: Talks, monkeypatch: pytest.MonkeyPatch, columns: str, widest: int) -> None:
    """COLUMNS says how wide a table is, within reason."""
    monkeypatch.setenv("COLUMNS", columns)
    lines = reads("facts").out.split("\n")
    assert max(map(len, lines)) <= widest
    assert max(map(len, lines)) > widest * 0.6


def test_top_limits_every_list(reads: Talks) -> None:
    """-n shows no more than so many."""
    for args in (("facts",), ("timeline",), ("quotes",), ("who",), ("sources",)):
        assert len(json.loads(reads(*args, "--json", "-n", "1").out)) == 1
    profile = json.loads(reads("who", "sud", "--json", "-n", "1").out)
    assert len(profile["facts"]) == 1


def test_stores_by_option(talks: Talks, store_file: Path, tmp_path: Path) -> None:
    """--store can be given again; facts with one id in both are told apart by the file's name."""
    other = tmp_path / "other.json"
    other.write_text('{"facts": [{"id": "bare", "answer": "Another."}]}')
    ids = [fact["id"] for fact in json.loads(talks("facts", "--json", "--store", store_file, "--store", other).out)]
    assert {"store:bare", "other:bare"} <= set(ids)


def test_stores_by_environment(talks: Talks, store_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """TALKS_STORE names stores as PATH names folders; --store goes before it."""
    other = tmp_path / "other.json"
    other.write_text('{"facts": [{"id": "f1", "answer": "Another."}]}')
    monkeypatch.setenv("TALKS_STORE", f"{store_file}:{other}:")
    assert len(json.loads(talks("facts", "--json").out)) == 9
    assert len(json.loads(talks("facts", "--json", "--store", other).out)) == 1


def test_a_shortened_list_says_so(reads: Talks) -> None:
    """What -n cuts off is counted."""
    assert "1 of 8 facts" in reads("facts", "-n", "1").out
    assert " of " not in reads("facts", "-n", "99").out.split("\n")[-2]


def test_the_shipped_store_is_the_default(talks: Talks) -> None:
    """Without a store named, the shipped one is read."""
    assert talks("sources").code == 0


def test_an_option_as_it_is_called_elsewhere(reads: Talks) -> None:
    """What other programs call it, where the command has it."""
    assert "did you mean --top" in reads("facts", "--limit", "3").err
    assert "did you mean --replace" in reads("build", "x.md", "--force").err
    assert "--replace" not in reads("facts", "--force").err


def test_an_option_that_is_not_alike_is_not_suggested(reads: Talks) -> None:
    """The dashes that all options begin with make none of them alike."""
    assert "did you mean --format" in reads("facts", "--fromat", "json").err
    assert "--format" not in reads("facts", "--foo").err


def test_a_fact_is_shown_whole(talks: Talks, tmp_path: Path) -> None:
    """`show` tells how else it is asked, and names each whom it is about once."""
    row = {
        "id": "f",
        "answer": "Alva met Brandt.",
        "phrasings": ["who met", "meeting"],
        "subject": ["a"],
        "about": ["a", "b"],
    }
    entities = [{"id": "a", "name": "Alva"}, {"id": "b", "name": "Brandt"}]
    (tmp_path / "s.json").write_text(json.dumps({"entities": entities, "facts": [row]}))
    shown = talks("show", "f", "--store", tmp_path / "s.json").out
    assert all(line in shown for line in ("tells of Alva ", "also about Brandt ", "also asked as who met; meeting "))


def test_words_with_dashes_go_after_two_dashes(reads: Talks, talks: Talks, store_file: Path) -> None:
    """After -- everything is words, options too."""
    outcome = talks("ask", "--json", "--store", store_file, "--", "--json", "-5", "harbour")
    assert json.loads(outcome.out)["question"] == "--json -5 harbour"


# JSON


def test_facts_in_json(reads: Talks) -> None:
    """FACT has every key of the store, and its citation the source's title and date."""
    facts = json.loads(reads("facts", "--json").out)
    assert all(set(fact) == FACT_KEYS for fact in facts)
    by_id = {fact["id"]: fact for fact in facts}
    assert by_id["why-failed"]["citation"] == {
        "source": "harbour", "section": "Why the Talks Failed", "paragraph": 2, "last": None,
        "title": "Harbour Talks: A Long Road to a Short Agreement", "published": "2031-05-16",
    }  # fmt: skip
    assert by_id["bare"]["citation"] is None


def test_timeline_in_json(reads: Talks) -> None:
    """The timeline is a list of facts in order of time, narrowed by the options."""
    ids = [fact["id"] for fact in json.loads(reads("timeline", "--json").out)]
    assert ids == ["first-clash", "blockade", "storm", "fish-exchange"]
    narrowed = json.loads(reads("timeline", "--json", "--since", "2020", "--until", "2028", "--about", "strait").out)
    assert [fact["id"] for fact in narrowed] == ["blockade"]


def test_who_in_json(reads: Talks) -> None:
    """A profile has the contract's keys; several that fit, or none, are listed and not found."""
    found = json.loads(reads("who", "Альва", "--json").out)
    assert set(found) == {"query", "found", "entity", "facts", "quotes", "candidates"}
    assert (found["found"], found["entity"]["id"]) == (True, "alva")
    assert set(found["entity"]) == ENTITY_KEYS
    assert [fact["id"] for fact in found["quotes"]] == ["alva-quote"]
    missing = reads("who", "qqqqqq", "--json")
    assert missing.code == 1
    assert json.loads(missing.out)["entity"] is None


def test_everyone_in_json(reads: Talks) -> None:
    """Without a name, who is a list of entities."""
    entities = json.loads(reads("who", "--json").out)
    assert [entity["id"] for entity in entities][:2] == ["alva", "brandt-lefevre"]
    assert all(set(entity) == ENTITY_KEYS for entity in entities)


def test_sources_in_json(reads: Talks, store_file: Path) -> None:
    """Sources have the contract's keys."""
    rows = json.loads(reads("sources", "--json").out)
    assert set(rows[0]) == {"id", "title", "published", "url", "language", "file", "facts", "sections"}
    assert rows[0]["file"] == str(store_file)
    assert sum(row["facts"] for row in rows) == 8


def test_show_in_json(reads: Talks) -> None:
    """One fact is an object; none is null, with the reason as an object on stderr."""
    assert json.loads(reads("show", "bare", "--json").out)["answer"] == "A fact without anything else."
    missing = reads("show", "bar", "--json")
    assert missing.code == 1
    assert json.loads(missing.out) is None
    assert set(json.loads(missing.err)) == {"error", "hint"}


@pytest.mark.parametrize(
    "args",
    [("nope", "--json"), ("facts", "--json", "-n", "0"), ("facts", "--format", "json", "--store", "none.json"),
     ("show", "--format=json"), ("--nope", "--json")],
)  # fmt: skip
def test_errors_in_json(talks: Talks, args: tuple[str, ...]) -> None:
    """In JSON mode an error is one object on stderr instead of the line, and stdout is empty."""
    outcome = talks(*args)
    assert outcome.out == ""
    assert set(json.loads(outcome.err)) == {"error", "hint"}


def test_json_after_two_dashes_is_a_word(talks: Talks, tmp_path: Path) -> None:
    """A word that looks like an option does not turn errors into JSON."""
    assert talks("ask", "--store", tmp_path / "none.json", "--", "--json").err.startswith("talks: ")


# Lists in other formats


@pytest.mark.parametrize("args", [("facts",), ("timeline",), ("faq",), ("quotes",)])
def test_facts_as_csv(reads: Talks, args: tuple[str, ...]) -> None:
    """CSV has the contract's columns, lines ended as RFC 4180 says, and the facts that JSON has."""
    written = reads(*args, "--format", "csv").out
    assert written.startswith(CSV_COLUMNS + "\r\n")
    rows = list(csv.DictReader(io.StringIO(written, newline="")))
    assert [row["id"] for row in rows] == [fact["id"] for fact in json.loads(reads(*args, "--json").out)]


@pytest.mark.parametrize("args", [("who",), ("sources",)])
@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_other_lists_in_other_formats(reads: Talks, args: tuple[str, ...], form: str) -> None:
    """Entities and sources are lists too."""
    outcome = reads(*args, "--format", form)
    assert outcome.code == 0
    assert outcome.out.startswith("id," if form == "csv" else "| id |")


def test_nothing_as_csv_is_the_heading(reads: Talks) -> None:
    """A list without rows still has its columns, and says on stderr that it is empty."""
    outcome = reads("timeline", "--since", "2090", "--format", "csv")
    assert (outcome.code, outcome.out) == (1, CSV_COLUMNS + "\r\n")
    assert outcome.err.startswith("talks: ")


def test_facts_as_markdown(reads: Talks) -> None:
    """Markdown is a table for people: dates in words, names for ids, and the whole citation."""
    written = reads("timeline", "--format", "markdown").out
    assert written.startswith("| When | Question | Answer | Who says so | Where | Id |\n| --- |")
    assert "Autumn 2024–2027" in written
    assert "Memo on the Strait · date not given · History ¶2" in written


def test_quotes_as_markdown(reads: Talks) -> None:
    """A table of quotations has the quotations."""
    written = reads("quotes", "--format", "markdown").out
    assert written.startswith("| Quote |")
    assert "| “A door that is ajar is not a wall.” |" in written


# Other commands


def test_schema_is_json(talks: Talks) -> None:
    """The schema of a store is JSON."""
    outcome = talks("schema")
    assert outcome.code == 0
    assert "$defs" in json.loads(outcome.out)
