"""What is kept of a text, and what is no text."""

import builtins
from typing import Any

import pytest

from talkscli.article import readers
from talkscli.article.document import Document
from talkscli.errors import ArticleError


def read(content: str, suffix: str = ".md") -> Document:
    """Read an article from a string."""
    return readers.parse(content, suffix, "test")


def blocks(document: Document) -> list[str]:
    """Give the blocks, bullets with a dash."""
    return [f"- {b.text}" if b.bullet else b.text for s in document.sections for b in s.blocks]


def page(body: str, head: str = "") -> Document:
    """Read a page."""
    pytest.importorskip("trafilatura")
    return read(f"<html><head>{head}</head><body>{body}</body></html>", ".html")


KEPT = {
    "It is \\-5 in AT&amp;T park, 5 \\* 3 = 15 \\$.": ["It is -5 in AT&T park, 5 * 3 = 15 $."],
    "OP\\_CHECK and `OP_X`, a\\@b.org &lt;soon&gt; &copy;": ["OP_CHECK and OP_X, a@b.org <soon> ©"],
    "Run:\n\n    pin <x>\n      --all\n": ["Run:\n\n    pin <x>\n      --all"],
    "```\nalone\n```": ["    alone"],
    "- one\n\n  more\n\n  ```\n  x y\n  ```\n- two:\n  - deep": ["- one\n\nmore\n\n    x y", "- two:", "- deep"],
    "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | |": ["- A: 1; B: 2", "- A: 3"],
    "| Boat | Map: | Gone |\n|---|---|---|\n| Kella | map | -- |\n| – | Map | ✓ |": ["- Boat: Kella", "- Gone: ✓"],
    "| May | Plant |\n| June | Water |": ["- May: Plant", "- June: Water"],
    "Depth\n: Nine metres.\n": ["- Depth: Nine metres."],
    "Depth\nSize\n: Nine metres,\n  by day.\n": ["- Depth / Size: Nine metres, by day."],
    "<ul>First <li>one</li> then <li>two</li></ul>": ["First", "- one", "then", "- two"],
    "line one  \nline two\nand on": ["line one\nline two and on"],
    "<p>In <b>HTML</b>,<br>two lines</p><div>a block</div>": ["In HTML,\ntwo lines", "a block"],
    "a <kbd>b</kbd> < c > d": ["a b < c > d"],
    "Write `{% raw %}`, `{{< x >}}` or `{:toc}` {% y %}so.": ["Write {% raw %}, {{< x >}} or {:toc} so."],
    "~~gone~~ kept [a pier](http://x.example 'title') <http://y.example>": ["gone kept a pier http://y.example"],
    "> quoted\n> on": ["quoted on"],
    "```{note}\nA *hint* here.\n```": ["A hint here."],
    ":::tip\n\nInside here.\n\n:::": ["Inside here."],
    "> [!NOTE]\n> Mind the gap.": ["Mind the gap."],
    '!!! tip "Of *nets*"\n    Mend [them](x).\n\n    ```\n    ls\n\n      x\n    ```\nAfter.': [
        "Of nets",
        "Mend them.\n\n    ls\n\n      x",
        "After.",
    ],
    "- one\n\n    !!! note\n        Of one.\n": ["- one\n\nOf one."],
    '=== "At sea"\n\n    Sail.\n': ["At sea", "Sail."],
    "!!! no note\n\ntext": ["!!! no note", "text"],
    ":::note Of nets\nMend them.\n:::": ["Of nets\nMend them."],
    ":::tip[Of nets]\n\nMend them.\n\n:::": ["Of nets", "Mend them."],
    "[:material-sail: Sail](x){ .md-button } `a ${b}`": ["Sail a ${b}"],
    "**Departure:** 3 May, Kella\nStops: Vintra\n**Way home:** by rail": [
        "Departure: 3 May, Kella\nStops: Vintra\nWay home: by rail"
    ],
    "Note: the pier\nis shut": ["Note: the pier is shut"],
    "Name it Pier <Thing>, <the thing> in small <br>letters.\n\n<Name>\n\n<Tip>Mind <x-y> <Map /> it.</Tip>": [
        "Name it Pier <Thing>, <the thing> in small\nletters.",
        "<Name>",
        "Mind it.",
    ],
    'Read [here](/x){:target="_blank"}) and [on](y){target=_blank}, **now**{: .red}, `{:x}`': [
        "Read here) and on, now, {:x}"
    ],
    "See {ref}`the table <tab>` and {{< figure x >}}text.": ["See the table <tab> and text."],
    'Write to {{ link(email="crew@pier.example") }} or {{ site.author }}soon.': ["Write to crew@pier.example or soon."],
    '{{< button "The map" "/map" >}} {{ link_to("map.md") }} {{/* for="later" */}} shows it.': ["The map shows it."],
    "Write `{{ site.title }}` or ${{ secrets.KEY }}, x_{{1}}.": [
        "Write {{ site.title }} or ${{ secrets.KEY }}, x_{{1}}."
    ],
}


@pytest.mark.parametrize(("content", "expected"), KEPT.items())
def test_kept_of_markdown(content: str, expected: list[str]) -> None:
    """Escapes, entities, code, lists, tables, terms, breaks and HTML come through as an author means them."""
    assert blocks(read(f"# T\n\n{content}\n")) == expected


GONE = [
    "1. Contents\n{:toc}\n\n", "- [One](#one)\n- [Two](#two)\n  - [Three](#three)\n\n", "[[toc]]\n\n", "[TOC]\n\n",
    "import Tabs from '@theme/Tabs';\nimport Other from \"x\"\n\n", "export const x = 1;\n\n",
    "![badge](b.svg) [![ci](c.svg)](d)\n\n", "<img src='x.png' alt='words'>\n\n", "<!-- a remark\n\nover lines -->\n\n",
    "<script>\nvar x = 'words';\n</script>\n\n", "{: .class #id}\n\n", "(label)=\n\n", "[ref]: http://x.example 'words'\n\n",
    "[Back to top](#top)\n\n", "[Up](#t)\n\n---\n\n([Up](#t))\n\n",
    "{% comment %}\nfor translators\n{% endcomment %}\n\n", "<style>\np {}\n</style>\n\n",
]  # fmt: skip


@pytest.mark.parametrize("content", GONE)
def test_what_is_no_text_of_markdown(content: str) -> None:
    """Tables of contents, imports, pictures, badges, remarks, scripts and generators' marks are no text."""
    assert blocks(read(f"# T\n\nBefore.\n\n{content}After.\n")) == ["Before.", "After."]


def test_lists_of_what_stands_elsewhere() -> None:
    """References and related articles, as lists under such a heading, are no text; what is said there in sentences is."""
    content = "# T\n\nText here.\n\n## See also\n\n- [A](a)\n- [B](b)\n\n## References\n\n1. A book.\n\n## Related work\n\nOthers dug.\n"
    assert blocks(read(content)) == ["Text here.", "Others dug."]
    within = "# T\n\nText here.\n\n## Related articles\n\n- [A flag](a)\n- [A quay](b)\n\n"
    assert blocks(read(f"{within}It goes on.")) == ["Text here.", "It goes on."]
    assert "A flag is up." in blocks(read(f"{within.replace('flag', 'flag is up.')}It goes on."))[1]


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "A: pool"\ndate: 2024-03-12T10:00:00Z\nmenu:\n  main: x\n---\n',
        "---\n# x\ntitle: >-\n  A:\n  pool\npublished: 12 March 2024\n---\n",
        "+++\ntitle = 'A: pool'\ndate = 2024-03-12\n+++\n",
    ],
)
def test_front_matter(front: str) -> None:
    """Front matter tells the title and the date, and is no text, however long."""
    document = read(front + "\nText is here.\n")
    assert (document.title, document.published, blocks(document)) == ("A: pool", "2024-03-12", ["Text is here."])
    long = front.replace("\n", "\n" + "".join(f"k{i}: v\n" for i in range(2000)), 1)
    assert blocks(read(long + "\nText is here.\n")) == ["Text is here."]


def test_front_matter_of_plain_text() -> None:
    """Front matter is read in plain text, too, where nothing but values by their keys stands in it."""
    told = '---\ntitle: "A: pool"\ndate: "2024-03-12"\ncreators:\n  - "Oda Holm"\nsubjects:\n---\n'
    document = read(told + "\nText is here.\n", ".txt")
    assert (document.title, document.published, blocks(document)) == ("A: pool", "2024-03-12", ["Text is here."])
    underlined = read("---\nMind: the gap\n---\nText is here.\n", ".txt")
    assert [s.heading for s in underlined.sections] == ["Mind: the gap"]


def test_a_rule_is_no_front_matter() -> None:
    """A line at the very top that no key follows belongs to the text."""
    assert blocks(read("---\n\nFirst here.\n\n---\n\nSecond here.\n")) == ["First here.", "Second here."]


def test_the_address_of_a_page_is_no_title() -> None:
    """Front matter may have nothing else; a heading that follows tells more."""
    assert read("---\ntitle: common-questions\n---\n\n# What people ask\n\nIt is long.\n").title == "What people ask"
    assert read("---\ntitle: common-questions\n---\n\nIt is long.\n").title == "common-questions"
    assert read("---\ntitle: Common-questions\n---\n\n# More\n\nIt is long.\n").title == "Common-questions"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("By Ann Berg, Halden — 3 October 2024", "2024-10-03"),
        ("Ann Berg | 3 October 2024", "2024-10-03"),
        ("Lund, 2024-10-03", "2024-10-03"),
        ("By Ann Berg on Thursday, October 3rd, 2024 at 11:04 a.m.", "2024-10-03"),
        ("By Ann Berg", None),
    ],
)
def test_bylines(line: str, date: str | None) -> None:
    """Who wrote an article, where and when is read from the line below its title, and is no text."""
    for suffix, head in ((".md", "# Bridge shut\n\n"), (".txt", "Bridge shut\n\n")):
        document = read(f"{head}{line}\n\nThe bridge was shut today, at noon.\n", suffix)
        assert (document.published, blocks(document)) == (date, ["The bridge was shut today, at noon."])


@pytest.mark.parametrize(
    "line",
    [
        "It opened on 3 October 2024.",
        "Opened on 3 October 2024",
        "The work by Berg went on, it is said.",
        "By Ann Berg's order it opened on 3 October 2024.",
        "By noon the sea was calm.",
        "3 October 2024 the bridge shut, said Ann Berg.",
        "3 травня 2020 року міст закрили, сказала Анна Берг.",
    ],
)
def test_no_bylines(line: str) -> None:
    """A sentence with a date in it is text."""
    assert blocks(read(f"# Bridge shut\n\n{line}\n\nIt is shut.\n")) == [line, "It is shut."]


def test_restructured_text() -> None:
    """Sections, lists, code, tables, terms and Sphinx's own marks are read as docutils sees them."""
    document = read(
        ":date: 2024-03-12\n\n.. module:: pool\n\n=====\nPools\n=====\n\nUse :py:func:`~pool.dig` or ``dig()``::\n\n"
        "    dig(\n      9)\n\n.. note:: Mind **this**.\n\n.. versionadded:: 2.0\n   It is new.\n\n.. toctree::\n   :maxdepth: 1\n\n   other\n\n"
        ".. function:: dig(deep)\n   :noindex:\n\n   It digs.\n\n"
        "Sizes\n-----\n\n* small\n* large\n\n===== =====\nName  Depth\n===== =====\nNorth 9\n===== =====\n\n.. image:: x.png\n   :alt: words\n",
        ".rst",
    )
    assert (document.title, document.published) == ("Pools", "2024-03-12")
    assert blocks(document) == [
        "Use pool.dig or dig():\n\n    dig(\n      9)", "Mind this.", "2.0 It is new.", "dig(deep)", "It digs.",
        "- small", "- large", "- Name: North; Depth: 9",
    ]  # fmt: skip


def test_restructured_text_reads_no_files(tmp_path: Any) -> None:
    """An article can't take in other files, nor raw HTML."""
    (tmp_path / "secret.txt").write_text("A secret stands here.")
    content = f"T\n=\n\nText.\n\n.. include:: {tmp_path}/secret.txt\n\n.. csv-table::\n   :file: {tmp_path}/secret.txt\n\n.. raw:: html\n\n   <b>raw</b>\n"
    assert "secret stands" not in str(blocks(read(content, ".rst")))


@pytest.mark.parametrize(
    ("module", "suffix", "content"), [("docutils", ".rst", "T\n=\n\nText."), ("lxml", ".html", "<p>Text</p>")]
)
def test_a_missing_reader(monkeypatch: pytest.MonkeyPatch, module: str, suffix: str, content: str) -> None:
    """Where a module is missing, one line names it; nothing is read in part."""
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == module:
            raise ImportError(f"No module named {module!r}")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ArticleError, match=module) as caught:
        read(content, suffix)
    assert "pip install" in (caught.value.hint or "")


def test_markdown_with_html_needs_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The HTML in Markdown is read without the extra."""
    import sys

    for module in ("lxml", "lxml.html", "trafilatura"):
        monkeypatch.setitem(sys.modules, module, None)
    assert blocks(read("# T\n\n<div><p>One here.</p><p>Two here.</p></div>\n")) == ["One here.", "Two here."]


def test_blocks_of_a_page() -> None:
    """Blocks stand apart, whatever their elements; inline ones don't part a word."""
    document = page("<h1>T</h1><div>One <span>li</span>ne<div>Two</div>Three</div><td>Four</td><p>F<b>i</b>ve<p>Six")
    assert blocks(document) == ["One line", "Two", "Three", "Four", "Five", "Six"]


SET = {
    "breaks": "<b>Ferries late</b><br>12 March 2024 | Page 11<br>By Oda Holm<br><br>Ice lay thick.<br>&nbsp;<br>None left.<br>",
    "a headline among them": "Ferries late<br>12 March 2024 | Page 11<br>By Oda Holm<br><br>Ice lay thick.<br><br>None left.",
    "a table": "<table><tr><td></td><td><b>Ferries late</b><p>12 March 2024 | Page 11<p>By Oda Holm<p>Ice lay thick.<p>"
    "None left.</td><td>Ads</td></tr></table>",
}


@pytest.mark.parametrize("body", SET.values(), ids=SET)
def test_paragraphs_of_pages_without_elements_of_their_own(body: str) -> None:
    """Two breaks end a paragraph, a table may only set a page; headline, date and author are no part of the text."""
    document = page(body, "<title>Ferries late</title>")
    assert (document.title, document.published, document.byline) == ("Ferries late", "2024-03-12", "By Oda Holm")
    assert [text for text in blocks(document) if text != "Ads"] == ["Ice lay thick.", "None left."]


def test_a_headline_that_is_not_the_pages_title() -> None:
    """A line above nothing but date and author is a heading, whatever the page calls itself."""
    document = page("Ferries late<br>By Oda Holm, 12 March 2024<br><br>Ice lay thick.", "<title>Harbour Times</title>")
    assert [s.heading for s in document.sections] == ["Ferries late"]
    assert (document.published, blocks(document)) == ("2024-03-12", ["Ice lay thick."])


def test_a_title_that_runs_on_into_the_text_is_no_part_of_it() -> None:
    """A long title before the first words of the text is cut off, but not what a sentence begins with."""
    title = "Ferries late in all the north"
    for begins, told in (("Ferries Late In All The North ", ""), (f"{title} of Norland ", f"{title} of Norland ")):
        document = page(f"<p>{begins}“Ice lay thick at noon.”</p>", f"<title>{title}</title>")
        assert blocks(document) == [f"{told}“Ice lay thick at noon.”"]


def test_around_the_text_of_a_page() -> None:
    """Menus, notes in brackets, reference lists, edit links and what only readers of the screen get are no text."""
    document = page(
        "<nav>Home Sport</nav><header>Site name</header><main><h1>Pools</h1><h2>Old<span class='mw-editsection'>[edit]</span></h2>"
        "<p>They are old.[1]<span class='sr-only'>opens elsewhere</span></p><ol class='references'><li>A book, page 3.</li></ol></main>"
        "<footer>All rights</footer>"
    )
    assert [s.heading for s in document.sections] == ["Old"]
    assert blocks(document) == ["They are old."]


def test_a_page_of_plain_text() -> None:
    """A page that is one text set as it is, is read as plain text: its headings, its wrapped lines, its code."""
    document = page(
        "<pre>\n1. Introduction\n\n   This tells of pools that were dug by hand and with\n   spades.\n\n        dig --deep\n\n"
        "Berg                                [Page 1]\n\nNote 7        Pools        May 1990\n\n2. Depth\n\n   It is nine metres.\n</pre>",
        "<title>Note 7</title>",
    )
    assert document.title == "Note 7"
    assert [s.heading for s in document.sections] == ["1. Introduction", "2. Depth"]
    assert blocks(document) == [
        "This tells of pools that were dug by hand and with spades.\n\n    dig --deep", "It is nine metres.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2019-11-19T17:42:40Z"}]}</script>',
        '<meta property="article:published_time" content="2019-11-19T17:42Z">',
        '<meta name="DC.date.issued" content="2019-11-19">',
        '<script type="application/ld+json">{broken</script><meta name="date" content="2019-11-19">',
    ],
)
def test_when_a_page_was_published(head: str) -> None:
    """The date stands in the data for search engines or in metadata."""
    document = page("<article><h1>Bridge</h1><p>The bridge over the river was closed on Tuesday.</p></article>", head)
    assert document.published == "2019-11-19"


def test_the_line_under_the_title_of_a_page() -> None:
    """A page that tells its date in a line under its title only is of that day, not of that of its picture."""
    text = "<p>The bridge over the river was closed on Tuesday, and nobody knows for how long it will be so.</p>" * 3
    picture = '<meta property="og:image" content="https://example.com/2017/03/28/bridge.jpg">'
    document = page(f"<article><h1>Bridge</h1><p>Published 7:07 PM EST Nov 19, 2019</p>{text}</article>", picture)
    assert document.published == "2019-11-19"


def test_the_language_is_the_texts_own() -> None:
    """A page's text tells its language, not what the page says; where it says too little, the page is believed."""
    pytest.importorskip("trafilatura")
    german = "<p>Die Brücke über den Fluss wurde am Dienstag gesperrt, und niemand weiß, wann sie wieder öffnet.</p>"
    assert read(f'<html lang="en"><body>{german}</body></html>', ".html").language == "de"
    assert read('<html lang="de-AT"><body><p>OK 5.</p></body></html>', ".html").language == "de"
    for language, text in {
        "zh": "证书有效期默认为九十天，用户也可以选择短期证书。", "ja": "橋は火曜日に閉鎖されました。いつ開くかは分かりません。",
        "uk": "Міст через річку закрили у вівторок, повідомив мер.", "ru": "Мост через реку закрыли во вторник, сообщил мэр города.",
        "en": "The bridge was shut on Tuesday, the mayor said.",
    }.items():  # fmt: skip
        assert read(f"# T\n\n{text}\n").language == language


def test_a_quotation_is_no_heading() -> None:
    """A short paragraph of plain text that ends with a full stop inside its quotation marks is text."""
    document = read(
        'Mayor leaves\n\nBerg said: "It was hard.\n\n"I will leave in June."\n\nThe town was silent about it.\n', ".txt"
    )
    assert blocks(document) == ['Berg said: "It was hard.', '"I will leave in June."', "The town was silent about it."]


def test_a_sentence_set_as_a_heading_is_text() -> None:
    """What stands under the title of a report may be set as a heading; where questions are asked, it is one."""
    told = "<h1>The harbour opens</h1><h2>The mayor opened the harbour at noon on a wet Tuesday.</h2><p>Ships came.</p>"
    document = page(told)
    assert [s.heading for s in document.sections] == ["The harbour opens"]
    assert blocks(document) == ["The mayor opened the harbour at noon on a wet Tuesday.", "Ships came."]
    asked = page(told + "<h2>Is it deep?</h2><p>It is nine metres deep.</p>")
    assert "The mayor opened the harbour at noon on a wet Tuesday." in [s.heading for s in asked.sections]


def test_headings_of_other_articles_are_no_part_of_one() -> None:
    """Where a page has much around its article, a heading within it that leads to another page is none of it."""
    menu = "".join(f'<li><a href="/{n}">Part {n}</a></li>' for n in range(30))
    told = "<p>The harbour opened at noon on a wet Tuesday in May, and many ships came to see it from far away.</p>"
    more = "<p>The mayor spoke of the long work that it had taken, and thanked all those who had built it by hand.</p>"
    other = '<div class="related-stories"><h3>More</h3><ul><li><a href="/dance"><h4>A dance in town</h4></a></li></ul></div>'
    other += '<h3>Trending now</h3><ul><li><a href="/rain">A judge fell into the rain</a></li></ul>'
    own = '<h3><a href="#work">The long work</a></h3>'
    document = page(f"<ul>{menu}</ul><article><h1>The harbour opens</h1>{told}{other}{told}{own}{more}</article>")
    assert [s.heading for s in document.sections] == ["The harbour opens", "The long work"]
    assert not any(block.bullet for s in document.sections for block in s.blocks)


def test_a_page_among_other_stories() -> None:
    """The headline is the one that the page gives as its title; teasers and what a failed film says are no text."""
    menu = "".join(f'<li><a href="/{n}">Part {n}</a></li>' for n in range(30))
    told = "<p>The harbour opened at noon on a wet Tuesday in May, and many ships came to see it from far away.</p>"
    lines = "<p>A judge died on Monday in the rain, as was told by the court of the town on Tuesday.</p>"
    river = "".join(f'<li><a href="/s{n}"><img></a><a href="/s{n}">A judge fell here</a>{lines}</li>' for n in range(4))
    failed = '<div class="player-error-screen">This film can be seen in your region at no time.</div>'
    head = "<title>The harbour opens - The Post</title>"
    body = f"<h1>The Post</h1><ul>{menu}</ul><article><h1>The harbour opens</h1>{failed}{told}{told}</article><ul>{river}</ul>"
    document = page(body, head)
    assert document.title == "The harbour opens"
    assert {text for text in blocks(document) if "harbour opened" not in text} == set()


def test_the_mark_that_links_to_a_heading_is_no_part_of_it() -> None:
    """Pages made by tools put a mark with a link behind each heading."""
    mark = '<a class="headerlink" href="#x">¶</a>'
    document = page(f"<h1>The harbour{mark}</h1><h2>Depth of it{mark}</h2><p>It is nine metres deep.</p>")
    assert document.title == "The harbour"
    assert [s.heading for s in document.sections] == ["Depth of it"]


def test_docutils_stays_as_it_was() -> None:
    """Who reads reStructuredText otherwise in the same process has the directives and roles of docutils itself."""
    from docutils.core import publish_doctree

    def docutils() -> str:
        return str(publish_doctree(text, settings_overrides={"report_level": 5}).pformat())

    text = ".. image:: a.png\n.. class:: big\n\nSee :pep:`8` and :ref:`more <there>`.\n"
    before = docutils()
    readers.parse(text, ".rst", "a.rst")
    assert docutils() == before


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Tickets are sold [here](https://harbour.example/tickets).", "Tickets are sold here (https://harbour.example/tickets)."),
        ("See [this page](https://harbour.example) first.", "See this page (https://harbour.example) first."),
        ("See [this link][1].\n\n[1]: https://harbour.example", "See this link (https://harbour.example)."),
        ("Write to us [here](mailto:pier@harbour.example).", "Write to us here (pier@harbour.example)."),
        ("See the [harbour rules](https://harbour.example).", "See the harbour rules."),
        ("Go [here](/tickets).", "Go here."),
    ],
)  # fmt: skip
def test_a_link_that_says_nothing_has_its_address(content: str, text: str) -> None:
    """An answer that is but "here" is none."""
    blocks = [block.text for section in readers.parse(content, ".md", "test").sections for block in section.blocks]
    assert blocks == [text]
