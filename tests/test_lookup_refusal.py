"""What a store does not tell is said in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkscli.lookup.refusal import clause, refusal

NAMES = ["Ingrid Alva", "Alva", "Norland", "Veldhaven"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which party does ingrid alva lead", "which party Ingrid Alva leads"),
        ("who led the norland delegation?", "who led the Norland delegation"),
        ("what did alva say", "what Alva said"),
        ("did alva attend", "whether Alva attended"),
        ("does alva have children", "whether Alva has children"),
        ("why did alva not come", "why Alva did not come"),
        ("when was veldhaven returned to norland", "when Veldhaven was returned to Norland"),
        ("when was the bridge opened", "when the bridge was opened"),
        ("where was the meeting held", "where the meeting was held"),
        ("how old is alva", "how old Alva is"),
        ("where's veldhaven", "where Veldhaven is"),
        ("how many boats were sunk", "how many boats were sunk"),
        ("how much did the bridge cost", "how much the bridge cost"),
        ("what is the price of the bridge", "what is the price of the bridge"),
        ("why did the dam break", "why the dam broke"),
        ("how do i exit vim", "how to exit vim"),
        ("will she resign", "whether she will resign"),
        ("where does Alva study", "where Alva studies"),
        ("when did Alva stop", "when Alva stopped"),
        ("how many boats reached the town", "how many boats reached the town"),
        ("which port must be open", "which port must be open"),
        ("who is norlands mayor", "who is Norland's mayor"),
    ],
)
def test_a_question_becomes_a_clause(question: str, told: str) -> None:
    """Subject and verb change places, the verb takes the time of its auxiliary, names are spelled as the store does."""
    assert clause(question, NAMES) == told
    assert refusal(question, ["x"], NAMES) == f"The article does not say {told}."
    assert refusal(question, ["x"], NAMES, one=False) == f"Nothing here says {told}."


@pytest.mark.parametrize(
    "question",
    [
        "", "?", "why", "nationality of alva", "when will the next talks take place", "did germany annex veldhaven",
        "tell me about alva", "who? what?", "why is it. tell me", "what " + "x " * 40, "how long since the last talks",
    ],
)  # fmt: skip
def test_where_the_form_does_not_show_the_subject_the_words_are_named(question: str) -> None:
    """No clause is guessed: the words that stood in the way are told instead."""
    assert clause(question, NAMES) is None
    assert refusal(question, ["germany", "nationality"], NAMES) == "Nothing here about: germany, nationality."


def test_no_more_is_said_than_is_known() -> None:
    """A word that other facts have is not called absent, and what may be the answer after all is not denied."""
    assert refusal("boats of alva", ["boats"], NAMES, elsewhere={"boats"}) == (
        "There is no answer here that fits: boats."
    )
    assert refusal("boats of alva", ["boats", "oars"], NAMES, elsewhere={"boats"}) == "Nothing here about: oars."
    assert refusal("how old is alva", ["old"], NAMES, near=True) == "The article does not plainly say how old Alva is."
    assert (
        refusal("how old is alva", ["old"], NAMES, near=True, one=False) == "Nothing here plainly says how old Alva is."
    )


def test_a_name_keeps_the_script_it_was_typed_in() -> None:
    """Of spellings that read alike, the sentence has the one that the store puts first."""
    assert clause("which party does alva lead", ["Alva", "Алва", "Álva"]) == "which party Alva leads"


def test_where_no_word_stood_in_the_way_a_plain_sentence_does() -> None:
    """What the question was about is not guessed."""
    assert refusal("what did alva say", [], NAMES) == "There is no answer to that here."
    assert refusal("why", ["why"], NAMES) == "There is no answer to that here."


@given(st.text(), st.lists(st.text(min_size=1), max_size=3))
def test_any_question_gives_a_sentence(question: str, names: list[str]) -> None:
    """Whatever is typed, a sentence comes back."""
    assert refusal(question, ["x"], names).endswith(".")
