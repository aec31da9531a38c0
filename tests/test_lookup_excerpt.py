"""The part of a long answer that answers."""

import pytest
from helpers import fact
from hypothesis import given
from hypothesis import strategies as st

from talkscli.lookup.excerpt import LINES, LONG, excerpt, hangs

PADDING = "\n\n".join(
    f"Chapter {n} tells of weather, of roads and of other matters that nobody asked for." for n in range(20)
)


def test_a_short_answer_is_whole() -> None:
    """Nothing is cut that fits."""
    part = excerpt("On every third morning.", "how often is there fog")
    assert part.whole
    assert part.text == "On every third morning."


def test_of_a_long_answer_the_part_with_the_words_of_the_question_is_taken() -> None:
    """The paragraph that shares most with the question is there, with what fits around it."""
    part = excerpt(f"{PADDING}\n\nTo install it, run the installer.\n\n{PADDING}", "how do I install it")
    assert "run the installer" in part.text
    assert (part.before, part.after) == (True, True)
    assert len(part.text.split()) <= LONG


def test_code_is_not_cut() -> None:
    """A block of code that follows the right paragraph comes whole or not at all."""
    for code in ("```\nmake install\n\nmake check\n```", "    make install\n    make check", "- one\n    - two"):
        part = excerpt(f"{PADDING}\n\nTo install it:\n\n{code}\n\n{PADDING}", "how do I install it")
        assert code in part.text


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    """One paragraph of many sentences gives the sentence that answers."""
    text = " ".join(f"Sentence number {n} tells of the weather on that day." for n in range(40))
    part = excerpt(f"{text} The bridge cost nine crowns. {text}", "what did the bridge cost")
    assert "The bridge cost nine crowns." in part.text
    assert not part.whole


@given(st.text(st.sampled_from("ab \n`-."), max_size=600), st.text(st.sampled_from("ab "), max_size=9))
def test_any_answer_has_a_part(answer: str, question: str) -> None:
    """A part is as long as fits, or one block, and begins where a block of the answer begins."""
    part = excerpt(answer, question)
    assert part.whole == (part.text == answer or part.text == answer.rstrip())
    assert part.whole or part.text.count("\n") < LINES or "```" in part.text


@pytest.mark.parametrize(
    ("answer", "faq", "needs"),
    [
        ("Yes, for four euros a day.", True, True),
        ("No. You can buy a bag of it at the desk of the hall, at six euros for one bag.", True, True),
        ("There are twenty places behind the hall, and ten more of them at the old mill by the river.", True, True),
        ("Shoes can be rented at the desk of the hall by all who have a ticket, at four euros a day.", True, False),
        ("Yes, for four euros a day.", False, True),
        ("No.", False, True),
        ("From nine to five.", False, True),
        ("There are twenty places behind the hall, and ten more of them at the old mill by the river.", False, False),
        ("Shoes can be rented at the desk.", False, False),
        ("Boots, shoes and ropes can be rented.", False, False),
    ],
)
def test_an_answer_that_needs_its_question(answer: str, faq: bool, needs: bool) -> None:
    """One that begins with a word alone says little without it; so does a short one, or an FAQ's, without its words."""
    assert hangs(fact("a", answer, question="Can I rent shoes?", faq=faq)) == needs


def test_a_word_alone_in_another_language() -> None:
    """The answer "Ja, …" needs its question as "Yes, …" does."""
    assert hangs(fact("a", "Ja, Schuhe gibt es an der Kasse.", question="Kann ich Schuhe leihen?"), "de")
