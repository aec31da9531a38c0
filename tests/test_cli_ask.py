"""Asking: one question, many, from a pipe."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talkscli.cli import prompt

Talks = Callable[..., Any]
QUESTION = ("why", "did", "the", "harbour", "talks", "fail")


@pytest.fixture
def asks(talks: Talks, store_file: Path) -> Talks:
    """Give a function that asks the small store."""
    return lambda *args, **more: talks("ask", "--store", store_file, *args, **more)


def test_the_answer_comes_first(asks: Talks) -> None:
    """The answer is followed by who says so and where it stands, then by what to ask next; no id, no figure."""
    outcome = asks(*QUESTION)
    assert outcome.code == 0
    places = [
        outcome.out.index(part)
        for part in ("demand to clear", "according to Norland's delegation", "16 May 2031", "¶2", "Ask next", " -  ")
    ]
    assert places == sorted(places)
    assert "why-failed" not in outcome.out
    assert "confidence" not in outcome.out


def test_a_sentence_near_a_refusal_is_read_whole(talks: Talks, tmp_path: Path) -> None:
    """What may be the answer all the same is shown as far as two lines hold it."""
    sentence = (
        "The two ferries that cross the wide strait at night were built in the old yard of Holm, for 30 crowns each."
    )
    path = tmp_path / "bare.json"
    path.write_text(json.dumps({"facts": [{"id": "f1", "answer": sentence}]}))
    outcome = talks("ask", "--store", path, "who paid for the ferries in the yard")
    assert outcome.code == 1
    assert sentence in " ".join(outcome.out.split())


@pytest.mark.parametrize("name", ["Ingrid Alva", "the Norland"])
def test_a_name_alone_is_told_who_it_is(asks: Talks, talks: Talks, store_file: Path, name: str) -> None:
    """As `talks who` would; JSON gives a fact as always."""
    card = talks("who", "--store", store_file, name.removeprefix("the "))
    assert card.code == 0
    assert asks(name).out == card.out
    assert "answered" in json.loads(asks("--json", name).out)


@pytest.mark.parametrize(
    ("question", "command"),
    [("key dates", "timeline"), ("all quotes", "quotes"), ("who is mentioned", "who"), ("list the countries", "who")],
)
def test_a_list_is_shown_where_one_is_asked_for(
    asks: Talks, talks: Talks, store_file: Path, question: str, command: str
) -> None:
    """As the command would that shows it; JSON gives a fact as always, or none."""
    listed = talks(command, "--store", store_file)
    assert listed.code == 0
    assert asks(question).out == listed.out
    assert "answered" in json.loads(asks("--json", question).out)


@pytest.mark.parametrize("question", ["who is bo lund", "who is mr bo lund", "tell me who Bo Lund is"])
def test_who_somebody_is_is_told_by_what_there_is(talks: Talks, tmp_path: Path, question: str) -> None:
    """Where no fact says it: the card of the name, and not a refusal."""
    path = tmp_path / "lund.json"
    told = {"id": "f1", "answer": "The barge of Bo Lund sank in the strait at night.", "about": ["lund"]}
    path.write_text(json.dumps({"entities": [{"id": "lund", "name": "Bo Lund", "kind": "person"}], "facts": [told]}))
    outcome = talks("ask", "--store", path, question)
    assert (outcome.code, "Bo Lund · person" in outcome.out, "not sure" in outcome.out) == (0, True, False)
    assert talks("ask", "--store", path, "who is bo lund's sister").code == 1


def test_who_asks_when_is_told_the_day_of_last_night(talks: Talks, tmp_path: Path) -> None:
    """Where the sentence tells no year; who asks anything else is not."""
    path = tmp_path / "night.json"
    told = {"id": "f1", "answer": "The ferry of Holm sank last night.", "date": "2019-11-19", "date_text": "last night"}
    path.write_text(json.dumps({"facts": [told]}))
    assert "last night (19 November 2019)" in talks("ask", "--store", path, "when did the ferry of holm sink").out
    assert "2019" not in talks("ask", "--store", path, "where did the ferry of holm sink").out


def test_json_has_the_keys_of_the_contract(asks: Talks) -> None:
    """The reply has exactly the contract's keys; --top counts the answer in."""
    reply = json.loads(asks(*QUESTION, "--json", "-n", "2").out)
    assert set(reply) == {"question", "answered", "confidence", "read_as", "missing", "answer", "related"}
    assert (reply["question"], reply["answered"]) == (" ".join(QUESTION), True)
    assert reply["answer"]["id"] == "why-failed"
    assert 0 <= reply["confidence"] <= 1
    assert len(reply["related"]) <= 1


def test_a_question_without_an_answer_is_declined(asks: Talks) -> None:
    """It says so, shows the closest facts, and ends with 1."""
    outcome = asks("how", "do", "i", "exit", "vim")
    assert outcome.code == 1
    assert "how to exit vim" in outcome.out
    reply = json.loads(asks("how", "do", "i", "exit", "vim", "--json").out)
    assert (reply["answered"], reply["answer"]) == (False, None)
    assert reply["missing"]


def test_a_word_read_otherwise_is_told(asks: Talks) -> None:
    """A misspelt word is answered, with how it was read."""
    assert "read hrabour as harbour" in asks("why", "did", "the", "hrabour", "talks", "fail").out.lower()


def test_explained(asks: Talks) -> None:
    """--explain adds how each word was read, as a table and as a key in JSON."""
    assert "How the words were read" in asks(*QUESTION, "--explain").out
    rows = json.loads(asks(*QUESTION, "--explain", "--json").out)["explained"]
    assert {"word", "matched", "how", "weight", "covered"} == set(rows[0])


def test_a_pipe_holds_one_question(asks: Talks) -> None:
    """Without words, the question is read from standard input; several lines may be several questions."""
    outcome = asks("--json", stdin="\ufeff\nwhy did the harbour talks fail?\n".encode())
    assert json.loads(outcome.out)["question"] == "why did the harbour talks fail?"
    outcome = asks(stdin=b"why did the harbour talks fail?\nwho led them?\n")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "--batch -" in outcome.err


def test_an_empty_pipe_is_wrong_usage(asks: Talks) -> None:
    """No question at all is told, with an example; so is an empty one."""
    for outcome in (asks(stdin=b" \n"), asks("")):
        assert outcome.code == 2
        assert "talks ask" in outcome.err


def test_bytes_that_are_no_text_are_read(asks: Talks) -> None:
    """A question in another encoding is a question, with signs for what could not be read."""
    reply = json.loads(asks("--json", stdin=b"caf\xe9 harbour").out)
    assert reply["question"] == "caf\ufffd harbour"
    assert json.loads(asks("--json", "caf\udce9").out)["question"] == "caf\ufffd"


@pytest.mark.parametrize("question", ["?", "' OR 1=1 --", '"', "a AND NOT (b", "*", "\x00", "😀", "\u202e"])
def test_odd_questions_are_answered_or_declined(asks: Talks, question: str) -> None:
    """No question breaks anything."""
    outcome = asks("--", question)
    assert outcome.code in {0, 1}
    assert "\x00" not in outcome.out


def test_a_long_question_is_cut_and_said_so(asks: Talks) -> None:
    """A question of a megabyte is read as far as makes sense."""
    outcome = asks("--json", stdin=b"harbour " * 130_000)
    assert "long" in outcome.err
    assert len(json.loads(outcome.out)["question"]) == prompt.LONGEST


# Many questions


def test_batch_answers_line_by_line(asks: Talks, tmp_path: Path) -> None:
    """One compact line comes back for each line, blank ones too, in order."""
    file = tmp_path / "questions.txt"
    file.write_bytes("\ufeffwhy did the harbour talks fail\r\n\nhow do i exit vim".encode())
    outcome = asks("--batch", file)
    replies = [json.loads(line) for line in outcome.out.splitlines()]
    assert [reply["question"] for reply in replies] == ["why did the harbour talks fail", "", "how do i exit vim"]
    assert [reply["answered"] for reply in replies] == [True, False, False]
    assert outcome.code == 0
    assert outcome.err == ""


def test_batch_from_a_pipe(asks: Talks) -> None:
    """A dash reads standard input; nothing answered is 1."""
    outcome = asks("--batch", "-", stdin=b"how do i exit vim\n")
    assert (outcome.code, len(outcome.out.splitlines())) == (1, 1)


def test_batch_with_explanation(asks: Talks) -> None:
    """--explain goes into each line."""
    assert "explained" in json.loads(asks("--batch", "-", "--explain", stdin=b"harbour\n").out)


def test_batch_keeps_lines_apart_however_long(asks: Talks) -> None:
    """A line of megabytes is one question, cut; the next line is the next question."""
    outcome = asks("--batch", "-", stdin=b"x" * 3_000_000 + b"\nharbour\n")
    assert [json.loads(line)["question"][:7] for line in outcome.out.splitlines()] == ["xxxxxxx", "harbour"]


def test_an_empty_batch_is_told(asks: Talks, tmp_path: Path) -> None:
    """Nothing is answered, and it is said why; a blank line is a question without words."""
    file = tmp_path / "none.txt"
    file.write_text("")
    outcome = asks("--batch", file)
    assert (outcome.code, outcome.out) == (1, "")
    assert "none.txt has no question" in outcome.err
    assert "standard input has no question" in asks("--batch", "-", stdin=b"").err
    outcome = asks("--batch", "-", stdin=b"\n")
    assert (outcome.out.count("\n"), outcome.err) == (1, "")


def test_batch_without_its_file(asks: Talks, tmp_path: Path) -> None:
    """A file of questions that is not there is 3."""
    outcome = asks("--batch", tmp_path / "none.txt")
    assert outcome.code == 3
    assert "none.txt" in outcome.err


def test_a_refusal_is_explained_and_tells_whom_it_knows(asks: Talks) -> None:
    """The confidence of the nearest fact stands there, and how to see all that is told of the one who was named."""
    shown = asks("how tall is alva", "--explain").out
    assert "confidence of the nearest 0." in shown
    assert "Who that is: talks who alva" in shown


def test_words_in_brackets_are_words(asks: Talks) -> None:
    """What stands around a word is no part of it where it is told as missing."""
    assert json.loads(asks("[bold]zeppelin[/bold]", "--json").out)["missing"] == ["bold", "zeppelin"]


def test_too_many_words_are_told(talks: Talks) -> None:
    """A command that takes none says so in its own words."""
    outcome = talks("brief", "foo")
    assert outcome.code == 2
    assert "brief takes no further words: foo" in outcome.err
