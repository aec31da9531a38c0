"""What stands in a page beside its text: captions, cards, links to read on, the lines about it."""

import pytest

from talkscli.article import readers
from talkscli.article.document import Document

MENU = "<nav>" + "".join(f'<a href="/part{n}">Part {n}</a>' for n in range(25)) + "</nav>"
LEAD = "<p>The mayor of Kella opened the new pier on Monday after two years of work on it.</p>"
REST = "<p>Fishing boats may land there from next week, said the head of the harbour office.</p>"


def page(body: str, menu: str = MENU) -> Document:
    """Read a page with a menu."""
    pytest.importorskip("trafilatura")
    title = "The pier of Kella is open"
    return readers.parse(
        f"<html lang=en><title>{title}</title><body>{menu}<h1>{title}</h1>{body}</body></html>", ".html", "test"
    )


def texts(document: Document) -> list[str]:
    """Give the text of all blocks."""
    return [block.text for section in document.sections for block in section.blocks]


CAPTIONS = {
    "a figure": "<figure><img src=a.jpg><figcaption>Boats wait at the old pier of the town.</figcaption></figure>",
    "a figure of a film": "<figure><div></div><figcaption>The mayor speaks to us about boats.</figcaption></figure>",
    "a figure without the tag": "<figure><img src=a.jpg><p>Boats wait at the old pier of the town.</p></figure>",
    "a class": '<div><img src=a.jpg><p class="wp-caption-text">Boats wait at the old pier of the town.</p></div>',
    "a class of two words": '<div><img><span class="newsCaption">Boats wait at the old pier.</span></div>',
}


@pytest.mark.parametrize("caption", CAPTIONS.values(), ids=CAPTIONS)
def test_a_caption_is_no_text(caption: str) -> None:
    """What stands below a picture is left out, and the text around it kept."""
    assert len(texts(page(LEAD + caption + REST))) == 2


def test_a_figure_of_words_is_text() -> None:
    """A quotation, a table or code set as a figure is kept, with what stands below it."""
    quoted = "<figure><blockquote><p>We waited too long for it.</p></blockquote><figcaption>Eva Berg, who leads the harbour office of the town.</figcaption></figure>"
    table = "<figure><table><tr><td>May<td>Nine boats</table></figure>"
    told = texts(page(LEAD + quoted + table + REST, menu=""))
    assert [text.split()[0] for text in told] == ["The", "We", "Eva", "May:", "Fishing"]


def test_a_class_of_captions_without_a_picture_is_text() -> None:
    """Only beside a picture is it a caption; "no-caption" says that there is none."""
    kept = '<div class="no-caption"><img><p>Nobody had seen the plans of it before.</p></div>'
    named = '<div class="caption"><p>The council met four times about it.</p></div>'
    assert len(texts(page(LEAD + kept + REST + "<hr>" + named + "<p>It had no other choice than that one.</p>"))) == 5


CARDS = {
    "twice": '<a href="/berg">Eva Berg</a><a href="/berg">Eva Berg</a>',
    "a card": '<a href="/berg">Eva Berg</a><span><img><a href="/berg">Eva Maria Berg</a><a href="/x">Pier opens '
    'late</a> <a href="/y">Boats wait</a> <a href="/berg">MORE</a></span>',
}


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_name_is_not_told_twice(card: str) -> None:
    """What a link opens beside itself is no part of the sentence."""
    told = texts(page(f"<p>The pier was opened by Mayor {card} (Kella) on Monday at noon.</p>{REST}"))
    assert told[0] == "The pier was opened by Mayor Eva Berg (Kella) on Monday at noon."


def test_other_links_beside_a_link_are_text() -> None:
    """Two links to two pages, or one with words behind it, are both read."""
    beside = (
        '<a href="/berg">Eva Berg</a><a href="/reed"> and Tom Reed</a><span> of <a href="/berg">Berg</a> Ltd</span>'
    )
    assert texts(page(f"<p>The pier was built by {beside} in May.</p>{REST}"))[0].endswith("Reed of Berg Ltd in May.")


LEADING = {
    "a headline": '<a href="/five">Five things we learned about piers</a>',
    "in brackets": '[<a href="/five">Five things we learned about piers</a>]',
    "with a label": 'Read more: <a href="/five">Five things we learned about piers.</a>',
    "in bold letters": '<strong>Related: <a href="/five">Five things we learned about piers</a></strong>',
}


@pytest.mark.parametrize("line", LEADING.values(), ids=LEADING)
def test_a_link_to_read_on_is_no_text(line: str) -> None:
    """A paragraph that is but a link to another page says nothing, and heads no section."""
    document = page(f"{LEAD}<p>{line}</p>{REST}")
    assert len(texts(document)) == 2
    assert len(document.sections) == 1


KEPT = {
    "a sentence": '<p><a href="/five">The council has five plans for the pier.</a></p>',
    "within the page": '<p><a href="#five">Five things we learned about piers</a></p>',
    "a site": '<p>Website: <a href="https://kella.example">kella.example</a></p>',
    "an answer": '<h2>Where are the plans?</h2><p><a href="/plans">Plans of the pier</a></p>',
}


@pytest.mark.parametrize("line", KEPT.values(), ids=KEPT)
def test_other_links_are_text(line: str) -> None:
    """A sentence, a place in the page, an address, what answers a question: these are read."""
    document = page(LEAD + line + REST)
    assert sum(len(section.blocks) for section in document.sections) > 2 or document.sections[-1].blocks[0].question


def test_the_list_with_the_date_under_a_title() -> None:
    """It tells when the article was published, and is no text."""
    document = page(f"<ul><li><div>3 May 2021</div><li>Harbours<li>41 comments</ul>{LEAD}{REST}", "")
    assert document.published == "2021-05-03"
    assert len(texts(document)) == 2


def test_a_list_under_a_title() -> None:
    """Its items are text where more than one has a date, or one is a sentence."""
    told = f"# Pier opens\n\n- 3 May 2021\n- %s\n\n{LEAD[3:-4]}"
    assert len(texts(readers.parse(told % "4 May 2022", ".md", "test"))) == 3
    assert len(texts(readers.parse(told % "The pier is open.", ".md", "test"))) == 3
    assert len(texts(readers.parse(told % "Harbours", ".md", "test"))) == 1


def test_a_day_before_a_report() -> None:
    """A day set off before the first sentence is when it was published; before each paragraph it is text."""
    document = readers.parse(f"# Pier opens\n\n3 May 2021 -- {LEAD[3:-4]}\n\n{REST[3:-4]}", ".md", "test")
    assert document.published == "2021-05-03"
    assert texts(document)[0].startswith("The mayor")
    days = readers.parse("# Days\n\n3 May 2021 -- The pier opened.\n\n4 May 2021 -- It closed.", ".md", "test")
    assert texts(days)[0].startswith("3 May")


MEMO = """\
INTERNAL MEMO                                               Eva Berg
Document: pier-04                                     Harbour Office
                                                             T. Reed
Expires: 18 June 2015                               15 December 2014


                         The New Pier

Abstract

   This memo describes how the new pier of Kella is to be built, and
   who may use it. It is a draft.
"""


def test_the_head_of_a_memo() -> None:
    """Its two columns are no text; the day on the right tells when it was written, what stands below is the title."""
    document = readers.parse(MEMO, ".txt", "test")
    assert document.published == "2014-12-15"
    assert document.title == "The New Pier"
    assert [block.text.split()[:2] for s in document.sections for block in s.blocks] == [["This", "memo"]]


def test_a_table_at_the_head_of_a_text() -> None:
    """Lines of three columns, or with words set apart in but one of them, are no head of a memo."""
    table = "Boats    May    June\nNets     3      4\nOars     5      6\n\nThe pier of Kella is open again for all.\n"
    document = readers.parse(table, ".txt", "test")
    assert "Nets" in str(document.sections)


TAILS = [
    "Follow us on Twitter @kella and on Facebook.",
    "Originally published on Kella News.",
    "Filed under: harbours",
    "Eva Berg may be reached at berg@kella.example. Follow her on the web.",
    "Find Kella News on Facebook.",
    "This story was provided by Kella News, a partner.",
    "Email Eva Berg at berg@kella.example or call her.",
    "Click here for the plans of the harbour!",
]


@pytest.mark.parametrize("tail", TAILS)
def test_what_stands_under_a_report(tail: str) -> None:
    """Where to follow, write to or subscribe is no text under a report, and is kept within one."""
    told = f"# Pier opens\n\n{LEAD[3:-4]}\n\n{REST[3:-4]}"
    assert len(texts(readers.parse(f"{told}\n\n{tail}", ".md", "test"))) == 2
    assert len(texts(readers.parse(f"{told}\n\n{tail}\n\n{REST[3:-4]}", ".md", "test"))) == 4


@pytest.mark.parametrize("mark", ["blockquote", 'p class="pullquote"', 'aside class="kella-pull-quote left"'])
def test_words_pulled_out_of_a_text(mark: str) -> None:
    """What a page sets apart of its own text is told once; other quotations stay, each once."""
    pulled, other = "“Fishing boats may land there from next week”", "“The sea is for us all”, say the fishers"
    body = f"{LEAD}<{mark}>{pulled}</{mark.split()[0]}>{REST}<blockquote>{other}</blockquote><blockquote>{other}</blockquote>"
    assert [pulled in texts(page(body)), texts(page(body)).count(other)] == [False, 1]


def test_a_newsletter_within_a_report() -> None:
    """A line that offers one is no text, wherever it stands; what is told of one is."""
    told = f"# Pier opens\n\n{LEAD[3:-4]}\n\nGet the news of Kella delivered to your inbox.\n\n{REST[3:-4]}"
    assert len(texts(readers.parse(told, ".md", "test"))) == 2
    told = told.replace("Get the news of Kella delivered to your inbox.", "The mayor has a newsletter.")
    assert len(texts(readers.parse(told, ".md", "test"))) == 3


@pytest.mark.parametrize(
    ("links", "kept"),
    [(("/a", "/b", "/c"), False), (("/a", "/b"), True), (("#a", "#b", "#c"), True), (("/a",) * 3, True)],
)
def test_a_row_of_cards_is_no_text(links: tuple[str, ...], kept: bool) -> None:
    """Each with a picture, few words and a link to another page; not two, nor what leads to no other page."""
    cards = (
        f'<div class=item><a href="{link}"><img src=a.jpg></a><h3>STORM</h3><p>Gale {n} blew roofs off all barns.</p></div>'
        for n, link in enumerate(links)
    )
    assert any("Gale" in text for text in texts(page(f"{LEAD}<div>{''.join(cards)}</div>{REST}", ""))) is kept
