"""The project's own questions: how many are answered right, and what a change of their form does to them."""

import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers import engine

from talkscli.search.engine import Engine
from talkscli.search.hits import Found
from talkscli.store.files import default_path, read

ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("questions.jsonl").read_text("utf-8").splitlines()
]
ANSWERABLE = [row for row in ROWS if row["facts"]]
STORE = read(default_path())


@pytest.fixture(scope="module")
def shipped() -> Iterator[Engine]:
    """Give the engine of the shipped store."""
    with engine(STORE) as made:
        yield made


@pytest.fixture(scope="module")
def found(shipped: Engine) -> dict[str, Found]:
    """Give what is found for each question as it stands."""
    return {row["q"]: shipped.search(row["q"], 1) for row in ROWS}


def best(result: Found) -> str | None:
    """Give the id of the best fact."""
    return result.hits[0].fact.id if result.hits else None


# The set


def test_there_are_enough_questions() -> None:
    """At least 150, of which at least 50 have no answer; none stands twice."""
    assert len(ROWS) >= 150
    assert len(ROWS) - len(ANSWERABLE) >= 50
    assert len({row["q"] for row in ROWS}) == len(ROWS)


def test_questions_lead_to_facts_and_sections_that_exist() -> None:
    """Every fact and section that is named as right is in the store; what has no answer names none."""
    facts = {fact.id for fact in STORE.facts}
    sections = {fact.citation.section for fact in STORE.facts if fact.citation}
    assert [row["q"] for row in ROWS if not set(row["facts"]) <= facts or not set(row["sections"]) <= sections] == []
    assert [row["q"] for row in ROWS if bool(row["facts"]) != bool(row["sections"])] == []


def test_a_third_is_held_out() -> None:
    """About a third of the questions, of each kind, is only reported on, never fitted."""
    for kind in {row["kind"] for row in ROWS}:
        parts = [row["split"] for row in ROWS if row["kind"] == kind]
        assert set(parts) == {"tune", "report"}
        assert 0.2 <= parts.count("report") / len(parts) <= 0.5, kind


def test_questions_are_not_the_stores_own() -> None:
    """Hardly a question is word for word a phrasing of the store: that would measure nothing."""
    own = {text.casefold().strip(" ?") for fact in STORE.facts for text in (fact.question or "", *fact.phrasings)}
    same = [row["q"] for row in ANSWERABLE if row["q"].casefold().strip(" ?") in own]
    assert len(same) <= 0.05 * len(ANSWERABLE), same


# Right and wrong, on the part that nothing was fitted on


def test_the_right_fact_comes_first(found: dict[str, Found]) -> None:
    """Refusals set aside, the best fact is a right one for at least 85 % of the questions that have one."""
    asked = [row for row in ANSWERABLE if row["split"] == "report"]
    wrong = [row["q"] for row in asked if best(found[row["q"]]) not in row["facts"]]
    assert len(wrong) <= 0.15 * len(asked), f"{len(wrong)} of {len(asked)}: {wrong}"


def test_what_has_no_answer_is_declined(found: dict[str, Found]) -> None:
    """At least 75 % of the questions that the article does not answer get no answer."""
    asked = [row for row in ROWS if row["split"] == "report" and not row["facts"]]
    wrong = [row["q"] for row in asked if found[row["q"]].answered]
    assert len(wrong) <= 0.25 * len(asked), f"{len(wrong)} of {len(asked)}: {wrong}"


@pytest.mark.parametrize(("kind", "most"), [("far", 0.05), ("smalltalk", 0.15)])
def test_other_subjects_are_declined(found: dict[str, Found], kind: str, most: float) -> None:
    """Small talk, and questions about other things altogether, are hardly ever answered."""
    asked = [row for row in ROWS if row["kind"] == kind]
    wrong = [row["q"] for row in asked if found[row["q"]].answered]
    assert len(wrong) <= most * len(asked), wrong


def test_right_answers_are_given(found: dict[str, Found]) -> None:
    """Declining all would be no merit: at least 70 % of what has an answer is answered, and right."""
    asked = [row for row in ANSWERABLE if row["split"] == "report"]
    right = [row["q"] for row in asked if found[row["q"]].answered and best(found[row["q"]]) in row["facts"]]
    assert len(right) >= 0.7 * len(asked), f"{len(right)} of {len(asked)}"


# What does not change the top fact

Change = Callable[[str], str]


def changed(shipped: Engine, found: dict[str, Found], change: Change, kind: str | None = None) -> tuple[float, str]:
    """Give the share of questions whose best fact another form changes, and tell which."""
    pairs = [(row["q"], change(row["q"])) for row in ANSWERABLE if kind in (None, row["kind"])]
    pairs = [(before, after) for before, after in pairs if before != after]
    other = [(before, after) for before, after in pairs if best(shipped.search(after, 1)) != best(found[before])]
    return len(other) / max(len(pairs), 1), f"{len(other)} of {len(pairs)} changed: {other}"


def unaccented(text: str) -> str:
    """Take the accents off, and keep the letters."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def accented(text: str) -> str:
    """Put an accent on every vowel."""
    return re.sub("[aeiou]", lambda match: match[0] + "\u0301", text)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(str.upper, id="capitals"),
        pytest.param(str.title, id="capital letters"),
        pytest.param(lambda text: str.lower(text.swapcase()), id="small letters"),
        pytest.param(unaccented, id="no accents"),
        pytest.param(lambda text: accented(unaccented(text)), id="accents"),
        pytest.param(lambda text: f"  {text.replace(' ', '   ')}?? ", id="blanks and signs"),
        pytest.param(lambda text: text.replace("'", "’") + "…", id="typographic signs"),
    ],
)
def test_writing_changes_nothing(shipped: Engine, found: dict[str, Found], change: Change) -> None:
    """Case, accents, blanks and signs never change the best fact."""
    share, told = changed(shipped, found, change)
    assert share == 0, told


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: " ".join(reversed(text.split())), id="backward"),
        pytest.param(lambda text: " ".join([*text.split()[1:], text.split()[0]]), id="the first one last"),
    ],
)
def test_the_order_of_keywords_hardly_counts(shipped: Engine, found: dict[str, Found], change: Change) -> None:
    """Keywords in another order change the best fact for at most 5 % of the terse questions."""
    share, told = changed(shipped, found, change, "terse")
    assert share <= 0.05, told


def slip(rng: random.Random, word: str) -> str:
    """Make one slip of the finger within a word: a letter left out, doubled or wrong, two swapped."""
    at = rng.randrange(1, len(word) - 1)
    other = rng.choice("abcdefghijklmnopqrstuvwxyz")
    return rng.choice([
        word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[:at] + other + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ])  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_a_slip_in_a_long_word_hardly_counts(shipped: Engine, found: dict[str, Found], seed: int) -> None:
    """One typo in a word of seven or more letters changes the best fact for at most 6 % of the questions."""
    rng = random.Random(seed)

    def mistyped(text: str) -> str:
        long = list(re.finditer("[A-Za-z]{7,}", text))
        if not long:
            return text
        match = rng.choice(long)
        return text[: match.start()] + slip(rng, match[0]) + text[match.end() :]

    share, told = changed(shipped, found, mistyped)
    assert share <= 0.06, told


@pytest.mark.parametrize("seed", range(3))
def test_a_stop_word_more_hardly_counts(shipped: Engine, found: dict[str, Found], seed: int) -> None:
    """A function word put in anywhere changes the best fact for at most 5 % of the questions."""
    rng = random.Random(seed)

    def padded(text: str) -> str:
        parts = text.split()
        parts.insert(rng.randrange(len(parts) + 1), rng.choice("the a an of to so then that just very is".split()))
        return " ".join(parts)

    share, told = changed(shipped, found, padded)
    assert share <= 0.05, told
