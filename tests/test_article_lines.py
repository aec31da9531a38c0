"""Lines that stand as a list without marks."""

import pytest

from talkscli.article.composing.lines import listed
from talkscli.article.readers import parse
from talkscli.extract.facts import Maker

LISTS = [
    ("June 9 – Halden, Kino Nord\nJune 10 – Lund, Sal 2\nJune 14 – Kella, Old Pier", 3),
    ("Adults: 60 euros\nPupils: 20 euros\nDogs: 2 euros", 3),
    ("The ranking is:\n1. Lund\n2. Halden\n3. Kella\n4. Ust", 4),
    ("The snow lay on the pier\nThe ice lay on the sea\nThe ferries stayed at home", 0),
    ("Anna Berg, 3 Pier Road\n1234 Kella", 0),
    ("It was 3 May.\nIt was 4 May.\nIt was 5 May.", 0),
    ("https://a.example/1\nhttps://a.example/2\nhttps://a.example/3", 0),
]


@pytest.mark.parametrize(("text", "items"), LISTS)
def test_what_is_a_list(text: str, items: int) -> None:
    """Short lines with figures are a list; verse, an address and sentences are none."""
    found = listed(text)
    assert (len(found[1]) if found else 0) == items


def test_each_line_is_told_with_its_lead_in() -> None:
    """Nothing of such a list is lost, and a day without a year is no date."""
    pytest.importorskip("trafilatura")
    dates = "\n".join(f"June {n} – Halden, the old pier of the town, hall {n}" for n in range(9, 15))
    page = f"<h1>Tour</h1><p>The band goes on a tour again.</p><p>{'All of the dates:<br>' + dates}</p>"
    document = parse(page.replace("\n", "<br>"), ".html", "test")
    told = list(Maker(document, "tour", "Tour", "2020-11-02").facts())
    assert [fact.answer.partition(" –")[0] for fact in told][1:] == [
        f"All of the dates: June {n}" for n in range(9, 15)
    ]
    assert {fact.date for fact in told} == {None}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            "Eva Berg      @berg\nTom Reed      @reed\nJan Vik       @vik",
            ["Eva Berg @berg", "Tom Reed @reed", "Jan Vik @vik"],
        ),
        ("Eva Berg @berg\nTom Reed @reed\nJan Vik @vik", ["Eva Berg @berg Tom Reed @reed Jan Vik @vik"]),
    ],
)
def test_columns_set_by_spaces_are_a_list(lines: str, told: list[str]) -> None:
    """Lines with a wide gap stand below each other; behind a colon they are a list, whatever they hold."""
    document = parse(f"# Crew\n\nThe crew are:\n\n{lines}\n", ".md", "test")
    assert [block.text for section in document.sections for block in section.blocks][1:] == told
