"""The words around a question are left out, and two questions told apart."""

from collections import Counter

import pytest
from helpers import HARBOUR, quick
from hypothesis import given
from hypothesis import strategies as st

from talkscli.language.words import words
from talkscli.lookup.ask import ask
from talkscli.lookup.wording.asked import Asked, asked, halves


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("hey, who broke the lamp", "who broke the lamp"),
        ("so who won", "who won"),
        ("i want to know why the lamp broke", "why the lamp broke"),
        ("I’d like to know how many came", "how many came"),
        ("hi there, could you please tell me if it sank?", "if it sank?"),
        ("do you know in which town it was", "in which town it was"),
        ("I was wondering when it opens, please", "when it opens"),
        ("ok, is it open", "is it open"),
        ("so far so good", "so far so good"),
        ("can you tell me in simple words why the lamp broke", "why the lamp broke"),
        ("do you happen to know whether Alva came", "whether Alva came"),
        ("what I don’t understand is why the lamp broke", "why the lamp broke"),
        ("what I want to know is did it sink", "did it sink"),
        ("I was wondering if you could tell me how long it took", "how long it took"),
        ("does the article say who paid", "who paid"),
        ("who leads it, do you know", "who leads it"),
        ("I heard there was a fire, who saw the flames", "who saw the flames"),
        ("tell me everything about the lamp", "tell me about the lamp"),
        ("what do you know about the lamp", "tell me about the lamp"),
        ("does the article say anything about the lamp", "tell me about the lamp"),
        ("tell me all about it", "tell me all about it"),
        ("did Alva say anything about the lamp", "did Alva say anything about the lamp"),
        ("how do you know", "how do you know"),
        ("who do you think won", "who do you think won"),
        ("do I have to tell you when I leave", "do I have to tell you when I leave"),
        ("tell me about the men who died", "tell me about the men who died"),
        ("tell me about the lamp", "tell me about the lamp"),
        ("define the lamp", "what is the lamp"),
        ("meaning of lamp oil", "what is lamp oil"),
        ("the lamp", "the lamp"),
        ("what do you think", "what do you think"),
        ("now", "now"),
        ("", ""),
    ],
)
def test_what_stands_around_a_question_is_left_out(line: str, question: str) -> None:
    """Greetings, requests and thanks, where a question follows; all else stays."""
    assert asked(line) == Asked(question)


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        ("I heard that Alva came, is that right?", "Alva came"),
        ("is it true that Alva came", "Alva came"),
        ("Alva came, right?", "Alva came"),
        ("my brother says Alva came, is that so", "Alva came"),
        ("I heard that Alva came, what is it", "Alva came"),
        ("hey, I think the lamp broke", "the lamp broke"),
    ],
)
def test_a_statement_may_be_asked(line: str, statement: str) -> None:
    """It is asked whether it is so."""
    assert asked(line) == Asked(statement, stated=True)


@pytest.mark.parametrize(
    "line", ["was it cold, no?", "my brother says Alva came", "I believe in the lamp", "what is right", "is it true"]
)
def test_what_states_nothing_is_no_statement(line: str) -> None:
    """A question with a comma, a belief in something."""
    assert not asked(line).stated


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("who led it and what did he say?", ("who led it", "what did he say")),
        ("Where and when was it", ("Where was it", "when was it")),
        ("how many boats and when", ("how many boats", "when")),
        ("who is Alva? did she win?", ("who is Alva", "did she win")),
        ("when did it begin and end", None),
        ("the lamp and what it cost", None),
        ("who and what", None),
    ],
)
def test_two_questions_are_told_apart(line: str, parts: tuple[str, str] | None) -> None:
    """Each as a question of its own; what belongs to both is told in both."""
    assert halves(line) == parts


def test_a_question_is_found_whatever_stands_around_it() -> None:
    """The answer is that to the question, and the reply has what was typed."""
    plain, wrapped = (ask(HARBOUR, f"{lead}who founded the Tidewater Choir") for lead in ("", "hi, can you tell me "))
    assert wrapped.answer == plain.answer is not None
    assert wrapped.confidence == plain.confidence
    assert wrapped.question.startswith("hi, ")


@quick
@given(
    st.lists(st.sampled_from("hi so tell me can you i think that who did , ? right and is lamp".split())).map(" ".join)
)
def test_any_line_has_its_end(line: str) -> None:
    """What is left are words of the line, and of each half there is something."""
    told = asked(line).text
    assert Counter(words(told)) <= Counter(words(line))
    for part in halves(line) or ():
        assert part
