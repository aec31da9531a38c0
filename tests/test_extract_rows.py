"""Tables, lists and pages that go on being edited: what is told of one row, item or year is told of no other."""

import pytest

from talkscli.article.readers import parse
from talkscli.extract.facts import Maker
from talkscli.language.relative_dates import find
from talkscli.lookup.labels import label_of
from talkscli.store.model import Fact

TABLE = """<html><head><title>Ferry films</title>
<script type="application/ld+json">{"@type": "Article", "datePublished": "2014-03-27"%s}</script></head><body><h1>Ferry films</h1>
<p>These films play on ferries, and each of them was made for the screen in Kella.</p>
<table><tr><th>Film<th>Year<th>Story</tr>
<tr><td>Night Boat<td>1947<td>Sailor Ann Reed wakes up on a boat on Monday and can not leave it.</tr>
<tr><td>Edge of Tomorrow<td>1969<td>A student takes the boat home. She must find the harbour before it is dark.</tr>
</table><p>The last film was shown on Tuesday to the crew.</p></body></html>"""


def _facts(changed: str = "") -> list[Fact]:
    pytest.importorskip("trafilatura")
    document = parse(TABLE % changed, ".html", "test")
    return list(Maker(document, "films", "Ferry films").facts())


def test_a_row_has_no_days_of_the_week() -> None:
    """In the row of a table a day without a year, or the title of a film, is no date; in the text around it is one."""
    assert [f.date for f in _facts() if f.date] == ["1947", "1969", "2014-03-25"]


def test_the_year_of_a_row_is_that_of_its_first_cell() -> None:
    """The event of a date that has a cell of its own is what the row is about."""
    assert [f.event for f in _facts() if f.date][:2] == ["Night Boat", "Edge of Tomorrow"]


def test_a_number_is_no_event() -> None:
    """Of a row of numbers the head tells more."""
    document = parse("# Ferries\n\n| Year | Trips | Late |\n|--|--|--|\n| 2023 | 11 950 | 9 |\n", ".md", "test")
    (row,) = Maker(document, "ferries", "Ferries").facts()
    assert (row.date, row.event, label_of(row)) == ("2023", None, "Trips: 11 950")
    told = Fact(id="a", answer="Year: 1954; Event: a fair.", date="1954", date_text="1954")
    assert label_of(told) == "A fair"


def test_nobody_of_another_row_is_meant() -> None:
    """She in one row is nobody whom another row names."""
    assert not any("[" in f.answer for f in _facts())


def test_a_page_that_goes_on_being_edited_is_no_news() -> None:
    """Where a page was still changed years later, "on Tuesday" is not told from the day of publication."""
    assert [f.date for f in _facts(', "dateModified": "2024-04-02"') if f.date] == ["1947", "1969"]
    assert [f.date for f in _facts(', "dateModified": "2014-04-02"') if f.date][2:] == ["2014-03-25"]


def test_he_in_an_item_is_nobody_of_the_item_before() -> None:
    """In each item of a list "he" is whom the text before the list is about, or nobody."""
    text = "# Report\n\nThese are the crew.\n\n- Tom Reed was born in Kella and sails.\n- He cooks for all of them there.\n"
    found = list(Maker(parse(text, ".md", "test"), "report", "Report").facts())
    assert not any("[Tom Reed]" in f.answer for f in found)


def test_yesterday_in_a_title_is_no_date() -> None:
    """A capital within a sentence makes "Tomorrow" a part of a title."""
    assert find("They showed Edge of Tomorrow and See You Yesterday.", "2019-11-20") == ()
    assert [w.edtf for w in find("Yesterday it rained. “Tomorrow I leave,” he said.", "2019-11-20")] == [
        "2019-11-19",
        "2019-11-21",
    ]
