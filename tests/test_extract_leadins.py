"""What a colon leads into is told with its lead-in, and whose words they are."""

import pytest

from talkscli.article.readers import parse
from talkscli.extract.facts import Maker
from talkscli.store.model import Fact

GERMAN = (
    "Die Städte haben am Montag eine Regel für alle Wege beschlossen, und sie soll bald in Kraft treten.{}\n\n"
    "Danach sprach der Bürgermeister über die Kosten der neuen Wege in den Städten des Landes.\n"
)
CHAIR = "Dazu sagt Petra Lindner, Vorsitzende des Verbandes:"


def facts(text: str, title: str = "Report") -> list[Fact]:
    """Give the facts of an article."""
    return list(Maker(parse(f"# {title}\n\n{text}\n", ".md", "test"), "report", title).facts())


def german(text: str) -> list[Fact]:
    """Give the facts of what stands in a German article, without the others."""
    return facts(GERMAN.format(text), "Regel beschlossen")[1:-1]


@pytest.mark.parametrize("marks", ["„{}“", "“{}”", "»{}«", "«{}»", '"{}"'])
def test_a_quotation_that_is_its_own_paragraph(marks: str) -> None:
    """Whatever its marks are, a quotation between two paragraphs is told."""
    quotation = marks.format("Das Geld ist weg und kommt nicht wieder.")
    assert [fact.answer for fact in german(f"\n\n{quotation}")] == [quotation]


@pytest.mark.parametrize("apart", [" ", "\n\n"])
def test_who_is_announced_speaks_in_the_next_paragraph(apart: str) -> None:
    """A lead-in, alone or behind other sentences, goes before the quotation below it, and tells who speaks."""
    (fact,) = german(f"{apart}{CHAIR}\n\n„Wir begrüßen die Regel. Die Städte müssen handeln.“")
    assert fact.answer == f"{CHAIR} „Wir begrüßen die Regel. Die Städte müssen handeln.“"
    assert (fact.speaker, fact.attribution) == ("petra-lindner", "Petra Lindner")
    assert fact.citation is not None
    assert fact.citation.last == (fact.citation.paragraph or 0) + 1


def test_a_statement_without_marks() -> None:
    """Who is announced and speaks of "we" is credited with that paragraph, and not with the next."""
    told = german(f" {CHAIR}\n\nWir begrüßen die Regel. Die Städte müssen handeln.\n\nDer Verband will mehr Geld.")
    assert [(fact.answer, fact.attribution) for fact in told] == [
        (f"{CHAIR} Wir begrüßen die Regel.", "Petra Lindner"),
        ("Die Städte müssen handeln.", "Petra Lindner"),
        ("Der Verband will mehr Geld.", None),
    ]


def test_a_report_behind_a_lost_picture_is_nobodys() -> None:
    """A paragraph that is no quotation and in which nobody speaks of himself is not what was announced."""
    told = facts("Anna Berg wrote on the day of the vote:\n\nThe vote came after two years. It was close.")
    assert [(fact.answer, fact.attribution) for fact in told][1:] == [
        ("The vote came after two years. It was close.", None)
    ]


ENGLISH = [
    ("In a statement, the union said:", "“We welcome the rule very much.”", "the union"),
    ("Petra Lindner, chair of the union, said:", "“It was a long way.”", "Petra Lindner"),
    ("Commenting on the vote, Minister Jonas Roth said:", "“The rule will save lives.”", "Jonas Roth"),
]


@pytest.mark.parametrize(("lead", "said", "whose"), ENGLISH)
def test_in_english(lead: str, said: str, whose: str) -> None:
    """The same in English, where the lead-in ends a paragraph."""
    fact = facts(f"The rule was passed on a Monday. {lead}\n\n{said}")[-1]
    assert (fact.answer, fact.attribution) == (f"{lead} {said}", whose)


def test_a_line_that_is_no_sentence() -> None:
    """A command or a name below a lead-in is told with it."""
    told = facts("The way to make the boat is with:\n\nmake boat --all\n\nThe boat is then at the pier.")
    assert [fact.answer for fact in told] == [
        "The way to make the boat is with: make boat --all", "The boat is then at the pier.",
    ]  # fmt: skip


def test_no_room_for_both() -> None:
    """A lead-in that names somebody stands alone where what it leads into is long."""
    said = " ".join(f"It was day {n} of the long way to the rule." for n in range(12))
    told = facts(f"Petra Lindner, chair of the union, said:\n\n“{said}”")
    assert told[0].answer == "Petra Lindner, chair of the union, said:"
    assert {fact.speaker for fact in told[1:]} == {"petra-lindner"}


def test_a_name_that_is_but_a_conjunction() -> None:
    """What joins two quotations is nobody, though it is a river, too."""
    told = german(' Es gibt Sätze wie: "Wir haben kein Geld.“ Oder: "Wir sind nur eine kleine Stadt."')
    assert {fact.speaker for fact in told} == {None}
