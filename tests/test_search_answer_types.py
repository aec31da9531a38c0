"""What kinds of answer a fact holds."""

import pytest
from helpers import fact

from talkscli.language.words import words
from talkscli.search.index.held import holds


def kinds(text: str, **more: object) -> set[str]:
    """Tell what a fact with this answer holds."""
    folded = words(text)
    return holds(fact("f", text, **more), text, folded, folded)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the harbour was dug by hand", set()),
        ("the harbour has 12 cranes", {"number"}),
        ("the harbour has two cranes", {"number"}),
        ("the harbour was dug in 1820", {"number", "date"}),
        ("the harbour was dug in spring", {"date"}),
        ("the harbour opened in May", {"date", "capital"}),
        ("the harbour opened for May", {"capital"}),  # who may be a person
        ("the harbour may open", set()),
        ("the harbour opened on May 14", {"number", "date", "capital"}),
        ("the harbour opened on 14 May", {"number", "date", "capital"}),
        ("the harbour opens Dec. 12", {"number", "date", "capital"}),
        ("the harbour is in dec order", set()),
        ("the harbour opened on 5 May", {"number", "date", "capital"}),
        ("the harbour opened on may 5", {"number", "date"}),
        ("the digging lasted for months", {"duration"}),
        ("the digging lasted for 3 hours", {"number", "duration"}),
        ("the digging is to end in three weeks", {"number", "date", "duration"}),
        ("the digging ended some days ago", {"date", "duration"}),
        ("the digging took decades", {"date", "duration"}),
        ("it was dug by Varga", {"capital"}),
        ("it was dug by (Varga)", {"capital"}),
        ("Dug by hand", set()),  # any sentence begins with a capital
        ("the ferry is free", {"money"}),
        ("entry is smoke free", set()),
        ("the catch fell by 6%", {"number", "percentage"}),
        ("the catch fell by six per cent", {"number", "percentage"}),
        ("room 1066", {"number", "date"}),
        ("room 3066", {"number"}),
    ],
)
def test_what_a_text_holds(text: str, expected: set[str]) -> None:
    """Numbers, dates, spans of time and names are told by how they are written."""
    assert kinds(text) == expected


def test_a_dated_fact_holds_a_date() -> None:
    """Whatever its answer says."""
    assert kinds("the harbour was dug by hand", date="1820") == {"date"}


def test_a_fact_holds_words_that_somebody_said() -> None:
    """It quotes somebody, tells that somebody said so, or has a verb of saying."""
    assert "words" not in kinds("the harbour was dug by hand")
    assert "words" in kinds("the mayor announced a harbour")
    assert "words" in kinds("the harbour was dug by hand", attribution="the mayor")
    assert "words" in kinds("by hand", quote="by hand")
