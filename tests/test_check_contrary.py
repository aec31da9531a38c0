"""`check --against`: a fact that says the opposite of the sentence that it tells is doubted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from talkscli.check import check
from talkscli.store import files, writing
from talkscli.store.model import Citation, Entity, Fact, Store

FERRIES = """\
Two ferries meet

The Svala, carrying 112 passengers, struck the smaller Edda at dawn. The Edda, which had 31 people on board, took on
water but did not sink. Captain Oda Holm is in hospital and has not been questioned. The mate was questioned and
released before noon.

Lake Lines, which owns both ships, cancelled 18 departures until Tuesday. The company's shares fell by 7 percent on
Monday, while those of its rival Northway rose by 2 percent. The mayor rejected the new timetable. Tom Reed and Oda Holm
had refused to sign it. Not all captains were asked. No radar was required.
"""
ENTITIES = (
    Entity(id="holm", name="Oda Holm", kind="person", aliases=("Holm",)),
    Entity(id="reed", name="Tom Reed", kind="person"),
)


@pytest.fixture
def doubts(tmp_path: Path) -> Callable[..., list[str]]:
    """Give a function that says what is doubted in an answer that cites a paragraph; it has no problem."""
    article, path = tmp_path / "ferries.txt", tmp_path / "s.json"
    article.write_text(FERRIES, "utf-8")

    def told(paragraph: int, answer: str) -> list[str]:
        fact = Fact(id="f", answer=answer, citation=Citation(section="Two ferries meet", paragraph=paragraph))
        writing.write(path, files.encode(Store(entities=ENTITIES, facts=(fact,))))
        report = check(path, [str(article)])
        assert report.ok
        assert {(warning.fact, warning.field) for warning in report.warnings} <= {("f", "answer")}
        return [warning.problem for warning in report.warnings]

    return told


CONTRARY = {
    "a denial dropped": (1, "The Edda sank.", ["the source denies 'sink', with 'not'"]),
    "the first denial dropped": (2, "Radar was required.", ["'No' stands before 'radar' only in the source"]),
    "a denial added": (1, "The mate was not released before noon.", ["'not' stands before 'released'"]),
    "nobody": (2, "Nobody cancelled 18 departures.", ["'Nobody' stands before 'cancelled'"]),
    "a denial moved": (
        1, "Captain Oda Holm is not in hospital and has been questioned.",
        ["'not' stands before 'in' only here", "'not' stands before 'been' only in the source"],
    ),
    "verbs exchanged": (
        2, "The company's shares rose by 7 percent on Monday, while those of its rival Northway fell by 2 percent.",
        ["'rose' stands where the source has 'fell'", "'fell' stands where the source has 'rose'"],
    ),
    "an opposite": (2, "The mayor accepted the new timetable.", ["'accepted' stands where the source has 'rejected'"]),
    "an opposite of an adjective": (2, "The mayor rejected the old timetable.", ["'old' stands where"]),
    "an opposite of a function word": (
        1, "The mate was released after noon.", ["'after' stands where the source has 'before'"],
    ),
    "numbers exchanged": (
        2, "The company's shares fell by 2 percent on Monday, while those of its rival Northway rose by 7 percent.",
        ["'2' stands where the source has '7'", "'7' stands where the source has '2'"],
    ),
    "another day": (2, "Lake Lines cancelled 18 departures until Monday.", ["'Monday' stands where the source has 'Tuesday'"]),
    "names exchanged": (
        1, "The Edda struck the smaller Svala at dawn.",
        ["'Edda' stands where the source has 'Svala'", "'Svala' stands where the source has 'Edda'"],
    ),
    "a name in the place of another": (
        2, "Northway cancelled 18 departures.", ["'Northway' stands where the source has 'Lake, Lines'"],
    ),
    "a name in the place of a noun": (
        2, "Northway's shares fell by 7 percent.", ["\"Northway's\" stands where the source has \"company's\""],
    ),
    "what is told of another": (
        2, "The company's shares rose by 2 percent.", ["'rose' is told in the source of 'Northway'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("paragraph", "answer", "begin"), CONTRARY.values(), ids=CONTRARY)
def test_what_says_the_opposite_is_doubted(
    doubts: Callable[..., list[str]], paragraph: int, answer: str, begin: list[str]
) -> None:
    """Each denial, opposite or exchange is a warning that ends with the sentence of the source."""
    found = doubts(paragraph, answer)
    assert len(found) == len(begin)
    assert all(
        told.startswith(beginning) and told.endswith((".'", '."')) for told, beginning in zip(found, begin, strict=True)
    )


SAME = {
    "as it stands": (1, "The Edda, which had 31 people on board, took on water but did not sink."),
    "a part of it": (1, "The Edda did not sink."),
    "a denial in another place": (2, "A radar was not required."),
    "a denial in a verb": (2, "Tom Reed did not sign it."),
    "not all": (2, "Some captains were asked."),
    "a list in another order": (2, "Oda Holm and Tom Reed had refused to sign it."),
    "an opposite that is denied": (2, "The mayor did not accept the new timetable."),
    "the passive": (1, "The smaller Edda was struck by the Svala at dawn."),
    "other words": (2, "Shares of the company lost 7 percent; Northway, its rival, gained 2 percent."),
    "too few words": (1, "Not released."),
}  # fmt: skip


@pytest.mark.parametrize(("paragraph", "answer"), SAME.values(), ids=SAME)
def test_other_words_are_not_doubted(doubts: Callable[..., list[str]], paragraph: int, answer: str) -> None:
    """A paraphrase is free: what could mean the same is no warning."""
    assert doubts(paragraph, answer) == []


def test_a_fact_with_a_problem_is_not_doubted_too(tmp_path: Path) -> None:
    """What has a problem is told of that alone."""
    article, path = tmp_path / "ferries.txt", tmp_path / "s.json"
    article.write_text(FERRIES, "utf-8")
    fact = Fact(id="f", answer="The Edda sank with 99 people.", citation=Citation(paragraph=1))
    writing.write(path, files.encode(Store(facts=(fact,))))
    report = check(path, [str(article)])
    assert len(report.problems) == 1
    assert report.warnings == ()


def test_an_answer_in_another_language_is_not_doubted(tmp_path: Path) -> None:
    """Denials and opposites are known in English alone."""
    article, path = tmp_path / "a.txt", tmp_path / "s.json"
    article.write_text(
        "Die Fähre\n\nDie Fähre von Ostrand war am Montag nicht mehr im Hafen, sagte die Polizei.\n", "utf-8"
    )
    fact = Fact(id="f", answer="Die Fähre von Ostrand war am Montag im Hafen.", citation=Citation(paragraph=1))
    writing.write(path, files.encode(Store(facts=(fact,))))
    assert check(path, [str(article)]).warnings == ()


def test_several_sentences_told_as_one_are_no_denial(tmp_path: Path) -> None:
    """A quotation of two sentences stands in the article word for word, though a mark of it may be missing."""
    article, path = tmp_path / "a.txt", tmp_path / "s.json"
    told = (
        'A pilot responded: "Even with the fee, the port pays us half of what Holm pays. Without it we would pay all.'
    )
    article.write_text(f'Fees\n\n{told} "There can be no deal."\n', "utf-8")
    fact = Fact(id="f", answer=f'{told}"', citation=Citation(section="Fees", paragraph=1))
    writing.write(path, files.encode(Store(facts=(fact,))))
    report = check(path, [str(article)])
    assert (report.ok, report.warnings) == (True, ())


def test_a_word_in_the_place_of_another_is_doubted_where_a_store_copies(tmp_path: Path) -> None:
    """Of a store that has its article's own words, not of one in other words; a word that means the same is none."""
    article, path = tmp_path / "ferries.txt", tmp_path / "s.json"
    article.write_text(FERRIES, "utf-8")
    copied = ("Captain Oda Holm is in hospital and has not been questioned.", "The mayor rejected the new timetable.")
    turned = "Lake Lines, which owns both ships, promised 18 departures until Tuesday."
    same = "Lake Lines, which owns both ships, called off 18 departures until Tuesday."

    def told(*answers: str) -> list[str]:
        cited = [Citation(section="Two ferries meet", paragraph=1 + (n > 0)) for n in range(len(answers))]
        facts = tuple(
            [Fact(id=f"f{n}", answer=a, citation=c) for n, (a, c) in enumerate(zip(answers, cited, strict=True))]
        )
        writing.write(path, files.encode(Store(entities=ENTITIES, facts=facts)))
        return [warning.problem for warning in check(path, [str(article)]).warnings]

    (doubt,) = told(*copied, turned)
    assert doubt.startswith("'promised' stands where the source has 'cancelled'")
    assert told(*copied, same) == []
    assert told("The captain is being treated in a hospital, unquestioned.", turned) == []
