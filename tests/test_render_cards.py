"""Facts one under the other."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.console import Group

from talkscli.lookup.results import Listing, Profile, Refs
from talkscli.render import profiles, screens, style, tables
from talkscli.render.cards import Cards
from talkscli.render.clean import GLUE, clean
from talkscli.render.console import draw
from talkscli.store.model import Citation, Entity, Fact, Source

SOURCE = Source(id="s", title="A Chronicle of the Harbour and of the Strait")
REFS = Refs({"s": SOURCE}, {})


def _fact(section: str = "Background of the Long Conflict", **more: Any) -> Fact:
    return Fact(
        id="first-clash", answer="It began.", citation=Citation(source="s", section=section, paragraph=12), **more
    )


@given(st.integers(30, 140), st.text("abc ", min_size=1, max_size=60))
def test_the_paragraph_stays_with_its_section(width: int, section: str) -> None:
    """Wherever a line ends, the paragraph's number never begins one."""
    fact = _fact(f"Section {section} end")
    for screen in (Cards([[fact]], REFS), Cards([[fact]], REFS, dated=True), screens.fact(fact, REFS)):
        shown = draw(screen, width, colour=False)
        assert "end ¶12" in shown
        assert GLUE not in shown


def test_a_title_is_not_said_twice() -> None:
    """What stands before the first heading is cited by the title and the paragraph alone."""
    fact = _fact(section=SOURCE.title or "")
    assert style.place(fact, REFS).plain.replace(GLUE, " ") == f"{SOURCE.title} · date not given · ¶12"
    assert style.place(fact, REFS, title=False).plain.replace(GLUE, " ") == f"{SOURCE.title} ¶12"


def test_no_text_holds_the_glue() -> None:
    """The sign that stands for it while lines are broken is no text's own."""
    assert GLUE not in clean(f"a{GLUE}b")
    assert GLUE not in style.place(_fact(section=f"a{GLUE}b"), REFS).plain.replace(f"{GLUE}¶12", "")


def test_dates_break_before_words_do() -> None:
    """In a narrow terminal a date is laid on several lines so that the facts keep their words."""
    fact = _fact(date="2024-09/2027", date_text="From the autumn of 2024 until 2027")
    shown = draw(Cards([[fact]], REFS, dated=True), 36, colour=False)
    assert "first-clash" in shown
    assert "autumn" in shown
    assert max(map(len, shown.split("\n"))) <= 36


@given(st.integers(1, 90), st.integers(1, 90), st.integers(30, 140))
def test_a_pipe_breaks_neither_dates_nor_words(when: int, word: int, width: int) -> None:
    """However long a word of a date or of a fact is, in a pipe it is whole."""
    fact = Fact(id="id", answer=f"It is {'x' * word}.", date="2019", date_text=f"In {'y' * when}")
    shown = draw(Cards([[fact]], REFS, dated=True), width, colour=False, edge=False)
    assert f"{'x' * word}." in shown
    assert "y" * when in shown


@pytest.mark.parametrize("edge", [True, False])
def test_a_second_column_breaks_no_word(edge: bool) -> None:
    """Where a word has no room beside the marks, the marks stand below."""
    word = "x" * 110
    shown = draw(Cards([[Fact(id="long", answer=f"It is {word}.")]], REFS), 140, colour=False, edge=edge)
    assert word in shown


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_the_look_is_the_same_in_ascii(encoding: str) -> None:
    """Without Unicode no bars appear between columns."""
    shown = draw(Cards([[_fact(date="2019")], [_fact()]], REFS, dated=True), 80, colour=False, encoding=encoding)
    assert not set("|+") & set(shown)
    assert ("-" * 80 in shown) is (encoding == "ascii")


def test_what_is_coloured() -> None:
    """The date, the question, the id and the place have their colours, in one column and in several."""
    shown = draw(Cards([[_fact(question="When?", date="2019")]], REFS, dated=True), 120, colour=True)
    for part in ("\x1b[35m2019\x1b[0m", "\x1b[1mWhen?\x1b[0m", "\x1b[2mfirst-clash\x1b[0m", "\x1b[2mBackground"):
        assert part in shown


def test_no_facts_no_lines() -> None:
    """Nothing is drawn where there is nothing."""
    assert draw(Cards([], REFS), 80, colour=False, edge=False).strip() == ""


def test_one_sentence_is_listed_once() -> None:
    """A sentence that makes two facts, as it quotes twice, is shown once, below both; with dates once for each."""
    rows = [replace(_fact(), id=f"clash-{n}", quote=f"Quote {n}", date=f"203{n}") for n in range(2)]

    def shown(**how: bool) -> int:
        drawn = draw(Group(*tables.listing(Listing(tuple(rows), REFS), **how)), 100, colour=False)
        assert all(row.id in drawn for row in rows)
        return drawn.count(rows[0].answer)

    assert (shown(), shown(quotes=True), shown(dated=True)) == (1, 1, 2)


def test_what_two_articles_say_is_listed_once() -> None:
    """The same from two sources is one card with the ids of both, and the count says so."""
    rows = [replace(_fact(), id=f"{store}:clash") for store in "ab"]
    drawn = draw(
        Group(*tables.listing(Listing((rows[0], replace(_fact(), answer="It ended."), rows[1]), REFS))),
        100,
        colour=False,
    )
    assert drawn.count("It began.") == 1
    assert {"a:clash", "b:clash"} <= set(drawn.split())
    assert "3 facts, told once where they say the same" in drawn


def test_a_profile_tells_the_same_once() -> None:
    """Words and deeds that two articles have are told once, and none of them is more to read."""
    ann = Entity(id="ann", name="Ann Ode")
    rows = [replace(_fact(), id=f"{store}:deed", answer="Ann Ode left.", about=("ann",)) for store in "ab"]
    said = [replace(_fact(), id=f"{store}:said", quote="Ahoy", speaker="ann") for store in "ab"]
    profile = Profile("ann", True, ann, tuple(rows), tuple(said), (), True, REFS, own=2)
    drawn = draw(profiles.profile(profile), 80, colour=False)
    assert (drawn.count("Ann Ode left."), drawn.count("Ahoy"), drawn.count("more fact")) == (1, 1, 0)


def test_a_shortened_fact_keeps_the_sentence_that_names() -> None:
    """Of a fact too long for a card, that is shown which names whom the card is about; else its beginning."""
    told = "The owner said sorry to all, and promised each of them 150 euros. Tor Egeland, who leads it, was not there."
    assert style.opening(told, 80, ["Tor Egeland", "Egeland"]) == "… Tor Egeland, who leads it, was not there."
    assert style.opening(told, 80, ["The owner"]).startswith("The owner said sorry")
    assert style.opening(told, 80, ["Oda Holm"]) == style.opening(told, 80)


def test_a_shortened_fact_ends_with_a_sentence_that_ends() -> None:
    """A stop that cuts a word short, as of a month or a time, ends no sentence."""
    told = "The ship left at 8:51 p.m. Tuesday from the port of Holm, and came back on Sat. 3 Dec. with all on board."
    for limit in range(40, 100):
        assert not style.opening(told, limit).endswith(".")


def test_an_answer_that_hangs_on_its_question_is_below_it() -> None:
    """The question of an FAQ's pair stands above "Yes"."""
    pair = Fact(id="p", question="Can I rent shoes?", answer="Yes, for four euros.", faq=True)
    drawn = draw(screens.told(pair, REFS, "rent chalk"), 80, colour=False)
    assert drawn.index("Can I rent shoes?") < drawn.index("Yes, for four euros.")
