"""What a page tells of itself: its title without the name of the site, its day, how its text begins."""

import pytest

from talkscli.article import readers
from talkscli.article.document import Document

MENU = "".join(f'<li><a href="/part{n}">Part {n}</a></li>' for n in range(25))
TEXT = "".join(
    f"<p>The {word} boats of the town may land at the new pier from next week, said the head of the harbour.</p>"
    for word in ("large", "small", "old", "fast", "blue")
)


def page(head: str, body: str) -> Document:
    """Read a page."""
    pytest.importorskip("trafilatura")
    return readers.parse(f"<html lang=en><head>{head}</head><body>{body}{TEXT}</body></html>", ".html", "test")


def named(title: str = "", og: str = "", site: str = "", address: str = "") -> str:
    """Give the head of a page that is called so."""
    metas = {"og:title": og, "og:site_name": site, "og:url": address}
    return f"<title>{title}</title>" + "".join(f'<meta property="{k}" content="{v}">' for k, v in metas.items() if v)


OPENS = "The pier of Kella opens after two years"
TITLES = {
    "a heading": (named(f"{OPENS} | Kella Post"), f"<h1>{OPENS}</h1>"),
    "the site is a heading": (named(f"{OPENS} - KELLA POST", OPENS, "Kella Post"), "<h1>Kella Post</h1>"),
    "the site by its address": (named(f"{OPENS} - KELLA", address="https://kella.example/1"), "<h1>KELLA</h1>"),
    "the site leads home": (named(f"{OPENS} – What the harbour says"), '<h1><a href="/">What the harbour says</a></h1>'),
    "a smaller heading": (named(f"Harbour » Archive » {OPENS}"), f'<h1><a href="/">Harbour</a></h1><h2>{OPENS}</h2>'),
    "the site stands first": (named(f"Kella Post | {OPENS}", site="Kella Post"), ""),
    "the site in both": (named(f"{OPENS} · Kella Post", f"{OPENS} · Kella Post", "Kella Post"), ""),
    "a menu is a heading": (named(OPENS), "<h1>Menu</h1><h1>Search</h1>"),
    "a line above it": (named(OPENS), f"<h1><span>Two years late</span> {OPENS}</h1>"),
    "called otherwise": (named("Home"), f"<h1>{OPENS}</h1>"),
    "an empty heading": (named(OPENS), "<h1><img src=a.png></h1>"),
}  # fmt: skip


@pytest.mark.parametrize(("head", "body"), TITLES.values(), ids=TITLES)
def test_title(head: str, body: str) -> None:
    """The title is the heading that says what the page is called, without the name of the site."""
    assert page(head, body).title == OPENS


def test_an_address_that_is_none() -> None:
    """What cannot be taken apart as an address leads nowhere."""
    head = named(f"{OPENS} - Kella", address="http://[kella")
    assert page(head, f'<h1><a href="http://[kella">{OPENS}</a></h1>').title == OPENS


def test_a_title_of_signs() -> None:
    """A long run of signs in a title is read at once."""
    signs = ":" * 5000
    assert page(named(f"{OPENS} {signs}x"), f"<h1>{OPENS} {signs}x</h1>").title == f"{OPENS} {signs}x"


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Boats land", "Boats land: what the harbour asks of them"),
        ("Boats land", "Boats land in the harbour"),
        ("Boats at the pier may land", "May boats land at the new pier?"),
    ],
)
def test_a_longer_heading_is_the_title(title: str, heading: str) -> None:
    """A heading that says more than the page's name, in one sentence, is the title."""
    assert page(named(title), f"<h1>{heading}</h1>").title == heading


DAYS = {
    "alone": ("<p>Town</p><span>14 March 2024</span>", "2024-03-14"),
    "with its label": ("<div>Published on: 14 March 2024</div>", "2024-03-14"),
    "twice the same": ("<span>14 March 2024</span><small>14.03.2024</small>", "2024-03-14"),
    "two days": ("<span>14 March 2024</span><span>15 March 2024</span>", None),
    "in a sentence": ("<p>The pier was closed to all boats on 14 March 2024, two years before.</p>", None),
    "as data": ('<p>Town</p><span property="dc:date" content="2024-03-14T08:00">today</span>', "2024-03-14"),
}


@pytest.mark.parametrize(("body", "day"), DAYS.values(), ids=DAYS)
def test_the_day_of_a_page(body: str, day: str | None) -> None:
    """The only day that stands by itself on a page is that of its publication; of two, neither is."""
    assert page(named(OPENS), f"<h1>{OPENS}</h1>{body}").published == day


def test_the_day_beside_the_title() -> None:
    """Of several days on a page that one is meant which stands nearest to the title."""
    body = f"<div><p>1 May 2024</p><p>2 May 2024</p></div><article><p>14 March 2024</p><h1>{OPENS}</h1></article>"
    assert page(named(OPENS), body).published == "2024-03-14"


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2024/03/13/pier", "2024-03-13"),
        ("2024-03-13-pier", "2024-03-13"),
        ("2024/13/45/pier", "2024-03-14"),
        ("2024/03", "2024-03-14"),
    ],
)
def test_the_day_in_an_address(path: str, day: str) -> None:
    """The day in a page's address is that of its town; the data may tell it in the time of Greenwich."""
    head = f'{named(OPENS)}<link rel="canonical" href="https://kella.example/{path}">'
    data = '<meta property="article:published_time" content="2024-03-14T02:10:00+00:00">'
    assert page(head + data, f"<h1>{OPENS}</h1>").published == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Press release of 14 March 2024", "2024-03-14"),
        ("Pressemitteilung vom 14.03.2024", "2024-03-14"),
        ("Communiqué de presse du 14 mars 2024", "2024-03-14"),
        ("The press release of 14 March 2024 is here", None),
    ],
)
def test_the_day_of_a_press_release(line: str, day: str | None) -> None:
    """A line that tells of what kind a page is, and of which day, has the day of its publication."""
    assert page(named(OPENS), f"<div><h1>{OPENS}</h1></div><div><div>{line}</div></div>").published == day


def test_the_way_to_a_page() -> None:
    """A line that leads through the site to the title is no text."""
    way = f"You are here: News Releases {OPENS}"
    assert way not in texts(page(named(OPENS), f"<p>{way}</p><h1>{OPENS}</h1>"))
    assert f"It is so. {way}" in texts(page(named(OPENS), f"<p>It is so. {way}</p><h1>{OPENS}</h1>"))


ANNOUNCED = "Fishers of the town and the harbour office agree on who may land at which side of the pier"


def test_a_text_begins_as_announced() -> None:
    """What the page is announced with is of the text, wherever it stands above it."""
    head = f'{named(OPENS)}<meta name="description" content="{ANNOUNCED} …">'
    body = f"<div>{MENU}</div><div class=intro>{ANNOUNCED}, say both.</div><div>{MENU}</div><h1>{OPENS}</h1>"
    assert texts(page(head, body))[0] == f"{ANNOUNCED}, say both."


def test_a_heading_that_announces_is_text() -> None:
    """A standfirst set as a heading is text; so it is on a page without a menu."""
    head = f'{named(OPENS)}<meta property="og:description" content="{ANNOUNCED}.">'
    for menu in (f"<div>{MENU}</div>", ""):
        assert texts(page(head, f"{menu}<h1>{OPENS}</h1><h2>{ANNOUNCED}</h2>"))[0] == ANNOUNCED


@pytest.mark.parametrize(("line", "kept"), [(f"{ANNOUNCED}.", True), ("By Ann Berg, for the Kella Post", False)])
def test_sentences_under_the_title(line: str, kept: bool) -> None:
    """A sentence between title and text is of the text; a line that is none is not."""
    body = f"<div>{MENU}</div><h1>{OPENS}</h1><div class=deck>{line}</div>"
    assert (line in texts(page(named(OPENS), body))) is kept


def test_noise_that_holds_the_article() -> None:
    """Text marked as no part of the article is of it where it is most of what the article is found to be."""
    told = "".join(f"<p>At the {word} gate the head of the harbour let all boats in, one after another.</p>" for word in
                   ("first", "second", "third", "fourth", "fifth", "sixth"))  # fmt: skip
    body = f"<ul>{MENU}</ul><article><h1>{OPENS}</h1><div class='entry share'>{told}</div></article>"
    assert "At the first gate the head of the harbour let all boats in, one after another." in texts(
        page(named(OPENS), body)
    )


def test_notes_of_an_encyclopedia_are_no_text() -> None:
    """Neither what else has the name, nor what is not to be printed, nor the numbers of notes, whatever is in them."""
    body = (
        '<h1>Kella</h1><div class="hatnote">For other uses, see Kella (boat).</div><p>Kella<sup class="reference">[n 3]</sup>'
        ' is a town on the sea<sup class="noprint">[update]</sup>, with a pier.</p><h2>Pier</h2><div class="hatnote">Main '
        "article: Pier of Kella</div><p>The pier of the town is long, and was built by many men.</p>"
    )
    document = page(named("Kella"), body)
    assert texts(document)[:2] == [
        "Kella is a town on the sea, with a pier.",
        "The pier of the town is long, and was built by many men.",
    ]
    assert document.sections[1].heading == "Pier"


def test_data_within_marks_for_old_browsers() -> None:
    """JSON-LD may stand in CDATA, bare or in a comment."""
    data = '{"@type": "Article", "datePublished": "2019-03-04", "dateModified": "2021-05-06"}'
    for script in (f"\n<![CDATA[\n{data}\n]]>\n", f"//<![CDATA[\n{data}\n//]]>", f"/*<![CDATA[*/{data}/*]]>*/", data):
        document = page(f'<script type="application/ld+json">{script}</script>', f"<h1>{OPENS}</h1>")
        assert (document.published, document.lasting) == ("2019-03-04", True), script


def test_a_day_in_a_table_of_facts_is_not_that_of_the_page() -> None:
    """It tells of something."""
    day = '<span class="dtstart published updated">1998-02-28</span>'
    table = f"<table><tr><th>Founded</th><td>{day}</td></tr></table>"
    assert page(named(OPENS), f"<h1>{OPENS}</h1>{table}").published is None
    assert page(named(OPENS), f"<h1>{OPENS}</h1>{day}").published == "1998-02-28"


def texts(document: Document) -> list[str]:
    """Give the text of all blocks."""
    return [block.text for section in document.sections for block in section.blocks]
