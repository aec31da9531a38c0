"""Readers: the same sections and blocks from text, Markdown, HTML and FAQPage data."""

import sys
from pathlib import Path

import pytest

from talkscli.article import readers
from talkscli.article.document import Document
from talkscli.article.text import MAX_BLOCK
from talkscli.errors import ArticleError

ARTICLES = Path(__file__).parent / "articles"


def outline(document: Document) -> list[tuple[str | None, list[str]]]:
    """Give the headings with their blocks, questions in brackets."""
    return [
        (
            s.heading,
            [f"[{b.question}] {b.text}" if b.question else f"- {b.text}" if b.bullet else b.text for b in s.blocks],
        )
        for s in document.sections
    ]


def text(content: str, suffix: str = ".txt") -> Document:
    """Read an article from a string."""
    return readers.parse(content, suffix, "test")


def test_text_without_blank_lines() -> None:
    """Short lines without a full stop are headings, the first is the title; bullets and Q lines are blocks."""
    document = text(
        "The harbour\nHistory\nIt is old. It was dug in 1820.\nMore followed.\nUses\n- Fishing\n- Trade\n"
        "What people ask\nQ1: Is it deep?\nYes, very.\nQ2: Is it cold?\nYes.\n"
    )
    assert document.title == "The harbour"
    assert outline(document) == [
        ("History", ["It is old. It was dug in 1820.", "More followed."]),
        ("Uses", ["- Fishing", "- Trade"]),
        ("What people ask", ["[Is it deep?] Yes, very.", "[Is it cold?] Yes."]),
    ]


def test_a_heading_without_text_is_a_parent() -> None:
    """In plain text, a heading with nothing under it stands above the following ones, up to the next such heading."""
    document = text("Title\nPart one\nFirst\nText is here.\nSecond\nText is there.\nPart two\nThird\nText is gone.\n")
    assert [(s.heading, s.above) for s in document.sections] == [
        ("First", ("Part one",)), ("Second", ("Part one",)), ("Third", ("Part two",)),
    ]  # fmt: skip


def test_wrapped_paragraphs() -> None:
    """Lines that were wrapped by hand are one paragraph; numbered headings give the level."""
    document = readers.read(str(ARTICLES / "wetland-report.txt"))
    assert [(s.heading, s.above) for s in document.sections] == [
        ("1. Background", ()), ("2.1 Water", ("2. Findings",)), ("2.2 Birds", ("2. Findings",)),
        ("2.3 Costs", ("2. Findings",)), ("3. Outlook", ()),
    ]  # fmt: skip
    assert [len(s.blocks) for s in document.sections] == [1, 1, 4, 1, 1]


def test_front_lines() -> None:
    """Who wrote an article and when stands between title and text: no block, but the date of publication."""
    document = text("The harbour opens\n\nBy Oda Holm\n12 March 2024\n\nIt opened today, at last and at noon.\n")
    assert (document.published, document.byline) == ("2024-03-12", "By Oda Holm")
    assert outline(document) == [("The harbour opens", ["It opened today, at last and at noon."])]


def test_front_lines_below_those_of_a_page() -> None:
    """The day and the author may stand under what else stands above an article, each line a paragraph."""
    page = "Port of Kella\nSkip to main content\nNews\nHARBOUR OPENS\n12 March 2024\nHarbour opens\nBy Oda Holm\n"
    document = text(f"{page}It opened today, at last and at noon.\nShips came, and went.\n")
    assert (document.published, document.byline) == ("2024-03-12", "By Oda Holm")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("W\n\nhen ice lay thick, none left.", "When ice lay thick, none left."),
        ("A youn\n\ng man came at noon.", "A young man came at noon."),
        ("An\n\nother man said so at noon.", "Another man said so at noon."),
        ("The crew asked the mayor of the\n\nPort to open it.", "The crew asked the mayor of the Port to open it."),
        (
            "The crew spoke of all that stood there,\n\nold or new.",
            "The crew spoke of all that stood there, old or new.",
        ),
        ('"All they want is the pier"', '"All they want is the pier"'),
        ("“All they want is the pier”", "“All they want is the pier”"),
    ],
)
def test_parts_of_a_text_are_no_headings(broken: str, whole: str) -> None:
    """A large first letter and a sentence that a page's end breaks are joined; what somebody says is text."""
    document = text(f"Ferries late\n\nThe pier\n\nIce lay thick.\n\n{broken}\n\nNone left.\n")
    assert outline(document) == [("The pier", ["Ice lay thick.", whole, "None left."])]


@pytest.mark.parametrize("line", ["Where to log in", '"Who may dig?"', "Pool A", "“Old” pools"])
def test_headings_that_end_like_parts_of_a_text(line: str) -> None:
    """A small word at the end, a question in quotation marks and one within a line leave a heading what it is."""
    assert outline(text(f"Pools\n\n{line}\n\nAt the gate of the town.\n"))[0][0] == line


def test_short_lines_below_each_other_are_a_list() -> None:
    """Many short lines without text between them are no headings; nor is a sentence that the next line goes on with."""
    games = ["Arsenal v Stoke", "Hull v Colchester", "Derby v Wigan", "Wolves v Millwall", "Luton v Hinckley"]
    told = "They are played at noon."
    document = text("\n\n".join(["Draw of the cup", "It was drawn at noon.", *games, told]))
    assert outline(document) == [("Draw of the cup", ["It was drawn at noon.", *(f"- {game}" for game in games), told])]
    broken = text("The harbour opens\n\nThe mayor of the town spoke with Oda Holm\nof the port at noon.\n")
    assert len(broken.sections) == 1


@pytest.mark.parametrize("line", ["Published 4 March 2024", "4 March 2024", "*Updated: 4 March 2024*", "2024-03-04"])
def test_date_under_the_title_of_markdown(line: str) -> None:
    """A line that is nothing but a date tells when an article was published; further down it is text."""
    document = text(f"# The harbour opens\n\n{line}\n\nIt opened today.\n", ".md")
    assert document.published == "2024-03-04"
    assert outline(document) == [("The harbour opens", ["It opened today."])]
    later = text(f"# The harbour opens\n\n## Days\n\n{line}\n\nIt opened.\n\n{line}\n", ".md")
    assert later.published is None
    assert len(later.sections[0].blocks) == 3


@pytest.mark.parametrize("kind", [".md", ".txt"])
def test_date_under_a_first_line_that_is_no_heading(kind: str) -> None:
    """A date beside a few words, under a first line without an end, tells when an article was published."""
    document = text("The Harbour Opens\n\nMarch 4, 2024 | Pages 6 and 7\n\nIt opened on Friday at noon.\n", kind)
    assert document.published == "2024-03-04"
    assert outline(document)[-1][1][-1] == "It opened on Friday at noon."
    told = text("The harbour opened at noon.\n\nMarch 4, 2024 | Pages 6 and 7\n\nIt opened on Friday at noon.\n", ".md")
    assert told.published is None


@pytest.mark.parametrize(
    "line", ["path: /news/2024/03/04/harbour", "url: https://example.com/2024/03/04/", "slug: 2024-03-04-harbour"]
)
def test_date_in_an_address(line: str) -> None:
    """The day that the address in front matter has is when an article was published, unless a date is given."""
    assert text(f"---\ntitle: Harbour\n{line}\n---\nIt opened on Friday.\n", ".md").published == "2024-03-04"
    dated = f"---\ntitle: Harbour\n{line}\ndate: 2024-03-05\n---\nIt opened on Friday.\n"
    assert text(dated, ".md").published == "2024-03-05"
    other = text("---\ntitle: Harbour\npath: /news/2024/33/harbour\n---\nIt opened on Friday.\n", ".md")
    assert other.published is None


@pytest.mark.parametrize("line", ["Posted on March 4, 2024, at 11:29 a.m.", "Updated 4 March 2024", "4.3.2024, 17:05"])
def test_when_it_was_posted_stands_under_the_first_lines(line: str) -> None:
    """A line that says when an article was posted is no text of it, also where what it is about stands first."""
    document = text(f"# The harbour opens\n\nIt opened at noon today.\n\n{line}\n\nShips came.\n", ".md")
    assert document.published == "2024-03-04"
    assert outline(document) == [("The harbour opens", ["It opened at noon today.", "Ships came."])]


@pytest.mark.parametrize(
    "line",
    [
        "Published 11:34 PM EST Nov 19, 2019", "Updated at 1:23 p.m.", "Copyright 2019 The Ferry Mirror.",
        "Ferry Mirror writer Oda Holm in Lund contributed to this report.", "(Reporting by Oda Holm; editing by Jan Vik)",
        "Oda Holm reported from Lund, and Jan Vik from Bergen.", "Follow the harbour at https://harbour.example/news",
    ],
)  # fmt: skip
def test_what_stands_under_a_report(line: str) -> None:
    """Who else worked on a report, when it was put there and whose it is are no text of it; elsewhere they are."""
    body = f"It opened at noon today.\n\nIt rained.\n\nIt was cold.\n\nIt was wet.\n\n{line}\n\nShips came."
    assert len(text(f"# The harbour opens\n\n{body}\n\n{line}\n", ".md").sections[0].blocks) == 6
    asked = text(f"# The harbour\n\n## Is it open?\n\nIt is, and it is deep.\n\n{line}\n", ".md")
    assert line in asked.sections[-1].blocks[0].text


@pytest.mark.parametrize(
    "line",
    [
        "Oslo – The harbour opened at noon, and many ships came.",
        "The harbour opens\n\nIt took all of two years.\n\nHALDEN, NORWAY — The harbour opened at noon, and many ships came.",
        "The harbour opens\n\nHALDEN, Norway (NTB) — The harbour opened at noon, and many ships came.",
        "A ship of the line\n\nOSLO (NTB) — The harbour opened at noon, and many ships came.",
    ],
)
def test_where_a_report_comes_from(line: str) -> None:
    """The place and the agency before a report, also under a caption, are no text; nor is the title once more."""
    document = text(f"# The harbour opens\n\n{line}\n\nOslo – Bergen is a long way, and the ships are slow.\n", ".md")
    blocks = [block.text for block in document.sections[0].blocks]
    assert blocks[-2:] == [
        "The harbour opened at noon, and many ships came.", "Oslo – Bergen is a long way, and the ships are slow.",
    ]  # fmt: skip
    assert blocks[0] != "The harbour opens"


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("HALMVIK, 14 March 2026 — ", "2026-03-14"),
        ("RIJKHAVEN, Netherlands, 2 September 2025 – ", "2025-09-02"),
        ("New Holm, May 3, 2021 /PRNewswire/ -- ", "2021-05-03"),
        ("Lindau, 3. Mai 2026. ", "2026-05-03"),
        ("On 3 May 2021 – ", None),
        ("Ann Berg, born on 3 May 2021 - ", None),
        ("Opening day, 3 May 2021. ", None),
    ],
)
def test_the_day_of_a_dateline(dateline: str, day: str | None) -> None:
    """The day and place before a report are no text, and the day is when it was published; other dates stay."""
    told = "The harbour opened at noon, and many ships came."
    document = text(f"The harbour opens\n\n{dateline}{told}")
    assert document.published == day
    assert document.sections[0].blocks[0].text == (told if day else dateline + told)


@pytest.mark.parametrize(
    "notice", ["FOR IMMEDIATE RELEASE", "Press release: 3 May 2021", "Pressemitteilung Nr. 12 vom 3. Mai 2021"]
)
def test_what_kind_a_document_is_of_is_no_title(notice: str) -> None:
    """A line that says that this is a press release stands above the title, and is neither title nor text."""
    document = text(f"{notice}\n\nThe harbour opens\n\nThe harbour opened at noon, and many ships came.")
    assert (document.title, document.published) == ("The harbour opens", "2021-05-03" if "2021" in notice else None)
    assert [section.heading for section in document.sections] == ["The harbour opens"]
    assert text("Press releases of the harbour\n\nThey are short.").title == "Press releases of the harbour"


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Minutes of the harbour committee, 12 January 2026", "2026-01-12"),
        ("Minutes of the committee (12 January 2026)", "2026-01-12"),
        ("What happened on 12 January 2026", None),
        ("12 January 2026: the day of the flood", None),
    ],
)
def test_the_day_of_a_title(title: str, day: str | None) -> None:
    """A day set apart at the end of a title is the document's, where no other is given."""
    assert text(f"# {title}\n\nThe harbour is open.", ".md").published == day
    assert text(f"---\ndate: 2026-02-01\n---\n# {title}\n\nThe harbour is open.", ".md").published == "2026-02-01"


def test_answers_in_text() -> None:
    """An answer goes on over lines and lists, up to the next question; a line without any word is none of it."""
    document = text(
        "Title\nQ: Is it deep?\nA: Yes.\nVery deep.\nQ: What to bring? A: Bring:\n- a coat\n- shoes\n"
        "Q: Who?\n...\nNobody knows that yet, it is said.\n"
    )
    assert outline(document) == [
        (
            "Title",
            [
                "[Is it deep?] Yes.\n\nVery deep.",
                "[What to bring?] Bring:\n- a coat\n- shoes",
                "[Who?] Nobody knows that yet, it is said.",
            ],
        )
    ]


def test_markdown() -> None:
    """Headings have levels, marks vanish, tables give a block a row, bold questions wait for an answer."""
    document = text(
        "---\ntitle: The harbour\ndate: 2024-03-12\n---\n\nIt is *very* [old](http://x.example) & `deep`.\n\n"
        "## Uses\n\n"
        "For trade:\n\n- fish\n  and crabs\n- salt\n\n**Is it cold?**\n\nYes.\n\nQ: Is it big?\nA: No.\n\n"
        "### Size\n\n| Pier | Length |\n|---|---|\n| North | 90 |\n",
        ".md",
    )
    assert (document.title, document.published) == ("The harbour", "2024-03-12")
    assert outline(document) == [
        (None, ["It is very old & deep."]),
        ("Uses", ["For trade:", "- fish and crabs", "- salt", "[Is it cold?] Yes.", "[Is it big?] No."]),
        ("Size", ["- Pier: North; Length: 90"]),
    ]
    assert document.sections[2].above == ("Uses",)


def test_html() -> None:
    """Of a page, the article is read: no menus, adverts, related links; with its date, address and hidden FAQ."""
    pytest.importorskip("trafilatura")
    document = readers.read(str(ARTICLES / "library-night.html"))
    blocks = str(outline(document))
    assert document.title == "Library stays open all night"
    assert (document.published, document.language, document.url) == (
        "2023-11-06",
        "en",
        "https://post.example/library-night",
    )
    assert [s.heading for s in document.sections][1:] == ["What it costs", "How it began", "FAQ"]
    assert "[Do I need a card at night?] Yes, any reader's card opens the side door." in blocks
    for noise in ("Mattress", "Sport", "newsletter", "Goat", "Copyright", "Cookies", "track"):
        assert noise not in blocks


def test_html_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is missing, one line names the module and says what to install; nothing is read in part."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ArticleError, match=r"trafilatura|lxml") as caught:
        readers.read(str(ARTICLES / "library-night.html"))
    assert "talkscli[html]" in (caught.value.hint or "")


def test_faqpage() -> None:
    """JSON-LD alone gives its questions and answers, without markup."""
    document = readers.read(str(ARTICLES / "faqpage.jsonld"))
    assert outline(document) == [
        (None, ["[When does the last ferry leave?] At 23.40, from 1 May 2025 on.", "[Are dogs allowed?] On deck, yes."])
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"Title\nCaf\xc3\xa9 is here.\n",
        b"\xef\xbb\xbfTitle\nCaf\xc3\xa9 is here.\n",
        "\ufeffTitle\nCafé is here.\n".encode("utf-16-le"),
        "\ufeffTitle\r\nCafé is here.\r\n".encode("utf-16-be"),
        "Title\nCafe\u0301 is\u200b here.\u202e\n".encode(),
    ],
)
def test_encodings(tmp_path: Path, data: bytes) -> None:
    """UTF-8 with or without BOM and UTF-16 by its BOM are read; accents are composed, invisible signs are gone."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert outline(readers.read(str(path))) == [("Title", ["Café is here."])]


@pytest.mark.parametrize(
    ("charset", "codec", "said"),
    [
        ("iso-8859-1", "cp1252", "Café “Lund” is here."),
        ("windows-1251", "cp1251", "Кафе здесь, у порта."),
        ("gb2312", "gb18030", "港口今天开放了，船来了。"),
        ("Shift_JIS", "cp932", "港は今日開きました。"),
    ],
)
def test_a_page_says_how_it_is_written(tmp_path: Path, charset: str, codec: str, said: str) -> None:
    """A page that is no UTF-8 is read by the charset that it names, as browsers take that name."""
    pytest.importorskip("trafilatura")
    path = tmp_path / "a.html"
    path.write_bytes(f"<html><head><meta charset='{charset}'></head><body><p>{said}</p></body></html>".encode(codec))
    assert outline(readers.read(str(path))) == [(None, [said])]


@pytest.mark.parametrize("charset", ["utf-8", "unicode_escape", "utf-7", "undefined", "rot13", "nothing", ""])
def test_a_page_in_no_charset_of_browsers(tmp_path: Path, charset: str) -> None:
    """A page that names another charset, or none, is refused as any text is."""
    path = tmp_path / "a.html"
    path.write_bytes(f"<meta charset='{charset}'><p>Café is here.</p>".encode("latin-1"))
    with pytest.raises(ArticleError, match=r"not text in UTF-8 or UTF-16 \(byte"):
        readers.read(str(path))


UNREADABLE = {
    "empty": b"",
    "spaces": b" \n\n\t",
    "latin-1": "Café in Köln.".encode("latin-1"),
    "binary": bytes(range(256)) * 50,
    "NULs": b"Hello\0world",
    "pdf": b"%PDF-1.7 x",
    "zip": b"PK\x03\x04x",
    "surrogates": b"Bad \xed\xa0\x80 sign.",
    "only signs": b"--- *** ...\n\n***",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_article(tmp_path: Path, data: bytes) -> None:
    """What holds no text is refused in one line that names the file."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(ArticleError, match=r"a\.txt") as caught:
        readers.read(str(path))
    assert caught.value.hint


@pytest.mark.parametrize("data", ["{", "[1, 2]", "[" * 100_000, '{"@type": "FAQPage"}'])
def test_json_without_a_faqpage(data: str) -> None:
    """JSON that is broken, endless or holds no question is refused."""
    with pytest.raises(ArticleError):
        text(data, ".json")


def test_what_is_no_file(tmp_path: Path) -> None:
    """A folder, a device and a missing file are refused in one line."""
    for name in (str(tmp_path), "/dev/null", str(tmp_path / "none"), "bad\0name"):
        with pytest.raises(ArticleError):
            readers.read(name)


def test_a_paragraph_without_end_is_cut() -> None:
    """A paragraph of a megabyte becomes blocks of bounded length; nothing of it is lost."""
    document = text("Title\n" + "word and more " * 70_000)
    blocks = document.sections[0].blocks
    assert max(len(block.text) for block in blocks) <= MAX_BLOCK
    assert sum(len(block.text.split()) for block in blocks) == 210_000


HOSTILE = {
    "quotes": "“a b " * 20_000,
    "brackets": "[" * 50_000 + " x y z.",
    "names": " ".join(f"Anna X{i} met Tom Y{i}." for i in range(3000)),
    "bullets": "Items:\n" + "- some item here\n" * 20_000,
    "rows": "|a|b|\n|-|-|\n" + "|x y|z w|\n" * 5_000,
    "years": "1999–" * 20_000,
    "accents": "e" + "\u0301" * 100_000 + " x.",
    "tags": "<b " * 20_000 + "text.",
    "open tags": "a <h1 " * 20_000,
    "open attributes": "<a x='" * 20_000,
    "comments": "<!---->" * 20_000 + "x",
    "open comments": "a <!--" * 20_000,
    "scripts": "<script type='application/ld+json'>" * 10_000,
    "spaces of a question": "Q" + " " * 200_000 + "x?",
    "headings": "Ab Cd\n" * 20_000 + "x.",
    "templates": "{% a {{< b {# c " * 20_000,
    "noise": "<div class=ad>a b<p>c</p></div>" * 3_000,
    "controls": "The \x1b[31mred\x1b[0m bridge \x9b opened [/end] :smile: in 2020.",
}


@pytest.mark.slow
@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".rst"])
def test_hostile_text(content: str, suffix: str) -> None:
    """Text made to be slow or to break gives a document or one clear error; no control sign gets through."""
    try:
        document = text(f"Title\n\n{content}\n", suffix)
    except ArticleError:
        return
    assert all(block.text.replace("\n", "").isprintable() for section in document.sections for block in section.blocks)


@pytest.mark.parametrize("last", ["replace:: boat", "image:: boat.png", ""])
def test_substitutions_that_double_each_other_end(last: str) -> None:
    """Thirty lines of reStructuredText that mean a gigabyte, or end in nothing, are read at once, or refused with a line."""
    rows = [f".. |a{n}| replace:: |a{n + 1}|\\ |a{n + 1}|" for n in range(30)]
    end = f".. |a30| {last}" if last else ""
    content = "\n".join(["Boats", "=====", "", *rows, end, "", "The boat is |a0| here."])
    document = readers.parse(content, ".rst", "x.rst")
    assert "The boat is" in str(document)
    assert len(str(document)) < 10_000


def test_what_is_to_be_substituted_from_elsewhere_is_read_as_it_stands() -> None:
    """Sphinx defines substitutions for all pages in its configuration."""
    content = "Boats\n=====\n\nThe |boat| of |Kella| is |Long|.\n\n.. |long| replace:: very long\n"
    assert "The boat of Kella is very long." in str(readers.parse(content, ".rst", "x.rst"))


@pytest.mark.parametrize("fault", [KeyError("a"), TypeError("a"), AssertionError("a")])
def test_a_fault_of_docutils_is_a_line(fault: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where docutils itself stumbles over an article, the article can't be read, and that is said."""
    core = pytest.importorskip("docutils.core")

    def broken(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(core, "publish_doctree", broken)
    with pytest.raises(ArticleError, match="can't be read as reStructuredText"):
        readers.parse("Boats\n=====\n\nA boat.\n", ".rst", "x.rst")


@pytest.mark.parametrize(
    "content",
    [".. note::\n\n   " + "*a " * 30_000, ".. foo:: " + "`a " * 30_000 + "\n\n   x", ":a" * 30_000, "http:" * 20_000],
    ids=["note", "argument", "roles", "links"],
)
def test_marks_without_end_are_text(content: str) -> None:
    """A text full of marks that open and never close is kept as it stands, wherever it stands, and read at once."""
    assert content[20_000:20_030] in str(text(f"Boats\n=====\n\n{content}\n", ".rst"))


def test_a_long_table_is_no_text_full_of_marks() -> None:
    """A long table, or a long list, of links and names in reStructuredText has its rows, without their marks."""
    rows = "\n".join(f"**boat {n}**     `harbour {n}`_" for n in range(200))
    items = "\n".join(f"* **ferry {n}** of `harbour {n}`_" for n in range(200))
    document = text(
        f"Boats\n=====\n\n============== ==============\n{rows}\n============== ==============\n\n{items}\n", ".rst"
    )
    found = [block.text for section in document.sections for block in section.blocks]
    assert len(found) == 400
    assert not any(sign in row for row in found for sign in "*`=")


def test_a_name_that_ends_in_a_line_is_no_link() -> None:
    """What only looks like a link of reStructuredText is left as it is written; one that leads nowhere is its words."""
    assert "[A-Z_] and the crew list." in str(text("Boats\n=====\n\nUse [A-Z_] and `the crew list`_.\n", ".rst"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("\n".join(["== " * 5000, "a  " * 5000, "== " * 5000]), "a table of more than 1,000 columns"),
        ("   A boat.\n\n   -- Kai Sand\n\n" * 2000, "more than 1,000 quotations"),
        ("A boat.\n\n- red\n\n" * 10_000, "more than 20,000 lines"),
    ],
    ids=["columns", "quotations", "lines"],
)
def test_what_docutils_takes_the_square_of_is_bounded(content: str, told: str) -> None:
    """A table of thousands of columns, thousands of quotations in a row, or endless lines are refused with a line."""
    with pytest.raises(ArticleError, match=told):
        text(f"Boats\n=====\n\n{content}\n", ".rst")


@pytest.mark.parametrize(
    ("hour", "heads"),
    [("4:14 p.m.", True), ("10 p.m.", True), ("14.30 Uhr", True), ("16h30", True), ("1984", False), ("10", False)],
)
def test_a_time_of_day_alone_is_the_heading_of_what_follows(hour: str, heads: bool) -> None:
    """In a ticker the hour stands above its entry; it belongs to no sentence."""
    document = readers.parse(f"# Storm\n\nThe ferry left.\n\n{hour}\n\nThe ferry sank.\n", ".md", "test")
    assert ([section.heading for section in document.sections] == ["Storm", hour]) is heads


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("The pier of Kella. Photo: Ann Berg.", False),
        ("1 of 18. The pier of Kella stands in the ice.", False),
        ("1 of 18 piers stands in the ice.", True),
        ("Puerto de Kella. Foto: Archivo.", False),
        ("Kella liefert trotz allem Fisch | mehr", False),
        ("He took a photo: it was dark.", True),
        ("There is more | less.", True),
    ],
)
def test_who_took_a_picture_and_a_link_to_read_on_are_no_text(line: str, stays: bool) -> None:
    """A line that ends with who took the picture, or with "| more", stands beside the text."""
    document = readers.parse(f"# Storm\n\nThe ferry left.\n\n{line}\n\nThe ferry sank.\n", ".md", "test")
    assert (line in [block.text for section in document.sections for block in section.blocks]) is stays
