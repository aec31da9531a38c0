"""Questions and answers: found however they are set, each with all that stands until the next one."""

import pytest
from helpers import pairs, read

from talkscli.article import readers
from talkscli.article.composing.pieces import Piece
from talkscli.article.html.page import About
from talkscli.article.html.selection import of_article

BOTH = {"How deep is it?": "Nine metres.", "Is it free?": "Yes, for all."}
SETTINGS = {
    "headings": (".md", "# Pool\n\n## How deep is it?\n\nNine metres.\n\n## Is it free?\n\nYes, for all.\n"),
    "underlined": (".md", "Pool\n====\n\nHow deep is it?\n---\n\nNine metres.\n\nIs it free?\n---\n\nYes, for all.\n"),
    "kramdown": (".md", "# Pool\n\n## How deep is it? {#deep}\n\nNine metres.\n\n## Is it free? ##\n\nYes, for all.\n"),
    "html headings": (".md", "# Pool\n\n<h3><a name='a'>\nHow deep is it?\n</a></h3>\n\nNine metres.\n\n<h3>Is it free?</h3>\n\nYes, for all."),
    "details": (".md", "# Pool\n\n<details>\n<summary>How deep is it?</summary>\n\nNine metres.\n\n</details>\n<details><summary>Is it free?</summary>\nYes, for all.</details>\n"),
    "bold": (".md", "# Pool\n\n**How deep is it?**\n\nNine metres.\n\n**Q: Is it free?**\n\nA: Yes, for all.\n"),
    "bold line": (".md", "# Pool\n\n**How deep is it?**  \nNine metres.\n\n__Is it free?__\nYes, for all.\n"),
    "marks": (".md", "# Pool\n\nQ: How deep is it?\nA: Nine metres.\n\nQ2: Is it free?\n\nA2: Yes, for all.\n"),
    "items": (".md", "# Pool\n\n- **How deep is it?** Nine metres.\n- **Is it free?** Yes, for all.\n"),
    "terms": (".md", "# Pool\n\nHow deep is it?\n: Nine metres.\n\nIs it free?\n: Yes, for all.\n"),
    "terms apart": (".md", "# Pool\n\nHow deep is it?\n\n:   Nine metres.\n\nIs it free?\n\n:   Yes, for all.\n"),
    "table": (".md", "# Pool\n\n| Question | Answer |\n|---|---|\n| How deep is it? | Nine metres. |\n| Is it free? | Yes, for all. |\n"),
    "marked headings": (".md", "# Pool\n\n### Q1: How deep is it?\n\nA: Nine metres.\n\n### Q2: Is it free?\n\nA: Yes, for all.\n"),
    "marks in bold": (".md", "# Pool\n\n**Q:** How deep is it?\n**A:** Nine metres.\n\n**Q:** Is it free?\n\n**A:** Yes, for all.\n"),
    "bare items": (".md", "# Pool FAQ\n\n* How deep is it?\n\n  Nine metres.\n\n* Is it free?\n\nYes, for all.\n"),
    "bare lines": (".md", "# Pool FAQ\n\nHow deep is it?\n\nNine metres.\n\nIs it free?\n\nYes, for all.\n"),
    "numbers": (".md", "# Pool\n\n## 1. How deep is it?\n\nNine metres.\n\n## 2) Is it free?\n\nYes, for all.\n"),
    "sphinx": (".rst", "Pool\n====\n\n.. _deep:\n\nHow deep is it?\n---------------\n\nNine metres.\n\nIs it free?\n-----------\n\n.. index:: price\n\nYes, for :ref:`all <everyone>`.\n"),
    "rst terms": (".rst", "Pool\n====\n\nHow deep is it?\n  Nine metres.\n\nIs it free?\n  Yes, for all.\n"),
    "numbered marks": (".txt", "Pool FAQ\n\nQ1.1 How deep is it?\nA1.1 Nine metres.\n\nQ1.2 Is it free?\n\nA1.2 Yes, for all.\n"),
    "hanging": (".txt", "Pool FAQ\n\n   Of the pool, and of what it costs to swim in it.\n\n1.1 How deep is it?\n\n   Nine metres.\n\n1.2 Is it free?\n\n   Yes, for all.\n"),
    "lettered marks": (".txt", "Pool FAQ\n\nQ1a: How deep is it?\nA1a: Nine metres.\n\nQ1b: Is it free?\n\nA1b: Yes, for all.\n"),
    "digest": (".txt", "From: Ann Berg\nSubject: Pool FAQ\n\n" + "".join(f"{'-' * 30}\n\nSubject: 1.{n}. {q}\n\n{a}\n\n" for n, (q, a) in enumerate(BOTH.items()))),
    "underlined text": (".txt", "Pool\n====\n\n.. _deep:\n\nHow deep is it?\n---------------\n\nNine metres.\n\nIs it free?\n-----------\n\nYes, for all.\n"),
    "folded notes": (".md", '# Pool\n\n??? question "How deep is it?"\n\n    Nine metres.\n\n???+ tip "Is it free?"\n    Yes, for all.\n'),
    "tight headings": (".md", "#Pool FAQ#\n\n###How deep is it?###\nNine metres.\n###Is it free?\nYes, for all.\n"),
    "linked terms": (".md", "# Pool\n\n<dl>\n<dt id=d>How deep is it? <a href=#d>§</a></dt>\n<dd>Nine metres.</dd>\n<dt>Is it free? <a href=#f>#</a></dt>\n<dd>Yes, for all.</dd>\n</dl>\n"),
    "text": (".txt", "Pool\n\nQ: How deep is it?\nA: Nine metres.\n\nQ: Is it free? A: Yes, for all.\n"),
}  # fmt: skip


@pytest.mark.parametrize(("suffix", "content"), SETTINGS.values(), ids=SETTINGS)
def test_questions_however_they_are_set(suffix: str, content: str) -> None:
    """Headings, bold lines, summaries, terms and marked lines that ask are pairs with what stands under them."""
    assert pairs(read(content, suffix)) == BOTH


PAGES = {
    "heads of accordions": "<div class='faq-head'>How deep is it? <span>+</span></div><div class='body'><p>Nine metres.</p></div><div class='faq-head'>Is it free?</div><div class='body'>Yes, for all.</div>",
    "marked heads": "<div><div class='faq-q'>Q: How deep is it?</div><div class='a'>Nine metres.</div></div><div><div class='faq-q'>Q: Is it free?</div><div class='a'>Yes, for all.</div></div>",
    "labels": "<input type='checkbox' id='a'><label for='a'>How deep is it?</label><div>Nine metres.</div><input type='checkbox' id='b'><label for='b'>Is it free?</label><div>Yes, for all.</div>",
    "heads in an item": "<ul><li><div class='toggle'>How deep is it?</div><div>Nine metres.</div><div class='toggle'>Is it free?</div><div>Yes, for all.</div></li></ul>",
    "signs that open": "<details><summary>How deep is it? <i>＋</i></summary>Nine metres.</details><details><summary>Is it free? ▾</summary><p>Yes, for all.</p></details>",
    "headings": "<h2>How deep is it?</h2><p>Nine metres.</p><h2>Is it free?</h2><div>Yes, for all.</div>",
    "bold": "<p><strong>How deep is it?</strong></p><p>Nine metres.</p><p><b>Is it free?</b><br>Yes, for all.</p>",
    "details": "<details><summary>How deep is it?</summary>Nine metres.</details><details><summary><h3>Is it free?</h3></summary><p>Yes, for all.</p></details>",
    "terms": "<dl><dt>How deep is it?<dd>Nine metres.<dt><b>Is it free?</b></dt><dd><p>Yes, for all.</p></dd></dl>",
    "buttons": "<div><button class='accordion'>How deep is it?</button><div><p>Nine metres.</p></div></div><h3><button aria-expanded='false'>Is it free?</button></h3><div hidden>Yes, for all.</div>",
    "accordion": "<ul><li><a class='uk-accordion-title' href='#a'>How deep is it?</a><div><p>Nine metres.</p></div></li><li><a class='uk-accordion-title' href='#b'>Is it free?</a><div><p>Yes, for all.</p></div></li></ul>",
    "microdata": "".join(
        f"<div itemscope itemtype='https://schema.org/Question'><div itemprop='name'>{q}</div><div itemprop='acceptedAnswer'><p>{a}</p></div></div>"
        for q, a in BOTH.items()
    ),
}  # fmt: skip


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_questions_of_pages(body: str) -> None:
    """In HTML too: headings, bold paragraphs, details, definition lists, accordions, schema.org's Question."""
    pytest.importorskip("trafilatura")
    assert pairs(read(f"<html><body><main><h1>Pool</h1>{body}</main></body></html>", ".html")) == BOTH


def test_the_whole_answer() -> None:
    """A pair holds lists and code, line by line, up to the next question; a heading in between does not end it."""
    document = read(
        "# Pool FAQ\n\n## How do I book?\n\nFirst look:\n\n1. at the days\n   - odd ones\n2. at the hours\n\n"
        "Then write `book`:\n\n```sh\nbook --now \\\n  --all\n```\n\n### By post\n\nSend it.\n\n## And cancel?\n\nNo.\n"
    )
    assert pairs(document)["How do I book?"] == (
        "First look:\n1. at the days\n  - odd ones\n2. at the hours\n\nThen write book:\n\n"
        "    book --now \\\n      --all\n\nBy post\n\nSend it."
    )
    assert len(document.sections[0].blocks) == 1


def test_statements_in_a_list_of_questions() -> None:
    """In a document that calls itself an FAQ, a heading that states a trouble is answered by what is under it."""
    content = "# {}\n\nRead this.\n\n## Ladder troubles\n\n### Ladder not found\n\nLook behind it.\n\n### It slips\n\nDry it.\n"
    assert pairs(read(content.format("Frequently asked questions"))) == {
        "Ladder not found": "Look behind it.", "It slips": "Dry it.",
    }  # fmt: skip
    assert pairs(read(content.format("Ladders"))) == {}
    assert readers.parse(content.format("Ladders"), ".md", "docs/FAQ.md").sections[1].blocks[0].question


def test_mostly_questions() -> None:
    """Where most headings are questions, those that lack the sign are meant as such; a title never is."""
    content = "# Is this a pool?\n\nIt is.\n\n" + "".join(
        f"## {q}\n\nYes.\n\n" for q in ("Deep?", "Cold?", "Free?", "Is it far")
    )
    assert list(pairs(read(content))) == ["Deep?", "Cold?", "Free?", "Is it far"]


@pytest.mark.parametrize(
    "question", ["证书的有效期有多长？", "متى يفتح الجسر؟", "Коли відкриють міст?", "¿Cuándo abre?", "いつ開きますか？"]
)
def test_questions_of_any_script(question: str) -> None:
    """A question ends with its script's own sign."""
    assert list(pairs(read(f"# Pool\n\n## {question}\n\n90 x.\n"))) == [question]


@pytest.mark.parametrize(
    "question", ["Is it free? (for children)", "Why?!", "“Why?”", "**Why?**", "Why `x`?", "Why? {#why}", "Why? {- .x}"]
)
def test_what_follows_the_sign(question: str) -> None:
    """A remark in brackets, closing signs and marks may follow the question mark."""
    assert len(pairs(read(f"# Pool\n\n## {question}\n\nSo.\n"))) == 1


def test_a_question_without_an_answer_is_kept() -> None:
    """What asks and is not answered stays as text."""
    document = read("# Pool\n\n**Who knows?**\n\n## Next\n\nText.\n")
    assert [b.text for s in document.sections for b in s.blocks] == ["Who knows?", "Text."]


def test_bold_lines_are_headings() -> None:
    """A bold line above a paragraph is its heading, under the one that stands above."""
    document = read("# Pool\n\n## Rules\n\n**Shoes**\n\nTake them off.\n\n**Keep out.**\n")
    assert [(s.heading, s.above) for s in document.sections] == [("Shoes", ("Rules",))]
    assert [b.text for b in document.sections[0].blocks] == ["Take them off.", "Keep out."]


def test_statements_are_questions_where_others_are_set_so() -> None:
    """Where terms ask, a term that states something is a pair, too; a heading between them is none."""
    terms = "".join(f"Is it {n}?\n: Yes, {n}.\n\n" for n in ("deep", "wide", "free", "warm"))
    document = read(f"# The pool\n\n{terms}It is shut\n: Come back.\n\n## History\n\nIt was dug by hand.\n")
    assert pairs(document)["It is shut"] == "Come back."
    assert "History" not in pairs(document)


def test_a_list_of_questions_in_a_longer_text() -> None:
    """Only what stands under the heading that names it pairs: the rest of a README has sections."""
    asked = "".join(f"### How to do {n}?\n\nLike {n}.\n\n" for n in "abcd")
    document = read(f"# Crane\n\n## Install\n\nRun it.\n\n## FAQ\n\n{asked}### Known faults\n\nNone.\n")
    assert "Install" not in pairs(document)
    assert pairs(document)["Known faults"] == "None."


@pytest.mark.parametrize("part", ["#### Why so?\n\nIt holds better.", "**Why so?**\n\nIt holds better."])
def test_a_question_in_an_answer_is_part_of_it(part: str) -> None:
    """One of a kind that is rare, under a question that is set as all others, does not end its answer."""
    asked = "".join(f"### How to do {n}?\n\nLike {n}.\n\n" for n in range(12))
    document = read(f"# FAQ\n\n{asked}### How to knot it?\n\nTwice.\n\n{part}\n\n#### Tools\n\nNone.\n")
    assert pairs(document)["How to knot it?"] == "Twice.\n\nWhy so?\n\nIt holds better.\n\nTools\n\nNone."


def test_a_heading_far_below_a_question_ends_its_answer() -> None:
    """A heading that skips a level stands behind the answer; one a level below, or led to by a colon, in it."""
    asked = "# FAQ\n\n## Does it leak?\n\nNo.\n\n## Who mends it?\n\n"
    apart = readers.parse(f"{asked}Kella does.\n\n#### TERMS\n\nAll is at risk of Vintra.", ".md", "x")
    assert [b.text for s in apart.sections for b in s.blocks] == ["No.", "Kella does.", "All is at risk of Vintra."]
    for answer in ("Kella does:\n\n#### By night\n\nFor Berg.\n\n#### By day", "Kella does.\n\n### By day"):
        within = readers.parse(f"{asked}{answer}\n\nFor Vintra.", ".md", "x")
        assert len([b for s in within.sections for b in s.blocks]) == 2


def test_a_group_of_deeper_questions_is_no_answer() -> None:
    """Where many questions stand deeper, each is a pair of its own."""
    deep = "".join(f"#### Is {n} safe?\n\nYes, {n}.\n\n" for n in "xyz")
    asked = "".join(f"### How to do {n}?\n\nLike {n}.\n\n" for n in "abcd")
    assert pairs(read(f"# FAQ\n\n{asked}### Is it safe?\n\nAs told here.\n\n{deep}"))["Is y safe?"] == "Yes, y."


CONTENTS = "   * 1 General\n     + 1.1 How deep is it?\n     + 1.2 Is it free?\n     + 1.3 Opening hours\n\n\n"


def test_one_question_set_off_hides_no_other() -> None:
    """Most questions are bare lines: they are still, where one is set off, and headings over them are no questions."""
    asked = "".join(f"{q}\n\n{a}\n\n" for q, a in BOTH.items())
    text = f"# Pool FAQ\n\n## Swimming questions\n\n{asked}## Other matters\n\nWho built it?\n\nThe town.\n\n"
    assert pairs(read(f"{text}Who cleans it?\n: The port.\n")) == BOTH | {
        "Who built it?": "The town.", "Who cleans it?": "The port.",
    }  # fmt: skip
    few = "# Pool FAQ\n\n" + "".join(f"## {q}\n\nYes.\n\n" for q in BOTH)
    assert list(pairs(read(f"{few}Why so?\n\nIt holds.\n"))) == list(BOTH)


def test_the_blocks_of_a_definition() -> None:
    """What stands in below a term is all of its definition: links are read, notes in it, code stays code."""
    content = (
        "# Pool\n\nHow deep is it?\n:   Nine [metres](m.md).\n\n    !!! note\n        Not in May.\n\n"
        "    ```sh\n    dive 9\n    ```\n\nIs it free?\n\n:   Yes.\n\n:   For all.\n\nBring a towel.\n"
    )
    document = read(content)
    assert pairs(document) == {
        "How deep is it?": "Nine metres.\n\nNot in May.\n\n    dive 9", "Is it free?": "Yes.\n\nFor all.",
    }  # fmt: skip
    assert document.sections[-1].blocks[-1].text == "Bring a towel."
    code = "# Pool\n\n```\nterm\n\n:   none\n```\n\n- an item\n\n:   a line\n"
    assert ":   none" in read(code).sections[0].blocks[0].text


def test_a_table_of_contents_of_text_is_none() -> None:
    """Lines that stand again below as headings are left out; the numbers of questions are, too."""
    body = "".join(f"1.{n} {q}\n\n   {a}\n\n" for n, (q, a) in enumerate(BOTH.items(), 1))
    document = read(f"Pool FAQ\n\n{CONTENTS}1 General\n\n{body}1.3 Opening hours\n\n   From nine to five.\n", ".txt")
    assert pairs(document) == BOTH | {"Opening hours": "From nine to five."}
    assert sum(len(section.blocks) for section in document.sections) == 3


@pytest.mark.parametrize("page", ["/faq/", ""])
def test_a_table_of_contents_of_links_is_no_answer(page: str) -> None:
    """Paragraphs of links into one page are its contents, with their headings; one behind what it names is text."""
    contents = "".join(f'<a href="{page}#q{n}">{text}?</a>\n\n' for n, text in enumerate(("Why", "When now", "Who")))
    found = readers.parse(
        f"---\ntitle: FAQ\n---\n### Fees\n\n{contents}### Other\n\nAll of Kella.\n\n"
        f"### Why?\n\nFor the ice.\n\n### When?\n\nIn May.\n\n### Who?\n\n[Above]({page}#q0)",
        ".md",
        "x",
    )
    told = [(b.question, b.text) for s in found.sections for b in s.blocks]
    assert told == [("Other", "All of Kella."), ("Why?", "For the ice."), ("When?", "In May."), ("Who?", "Above")]


def test_code_and_tags_are_no_headings() -> None:
    """A comment in code, a number sign in a sentence and a tag stay what they are."""
    document = read("# Pool\n\n```sh\n##not a heading\n```\n\n#swim is our tag.\n\nWe wrote it in C#.\n")
    assert [section.heading for section in document.sections if section.heading] in ([], ["Pool"])


def test_a_byline_ends_an_answer() -> None:
    """Who wrote what follows stands in a line of its own: that is no answer; nor is a link to another question."""
    page = (
        "# The harbour\n\n## What did they say?\n\nThey said no.\n\n- How likely is a strike?\n\nThey said it twice.\n\n"
        "Anna Berg, Kella correspondent\n\nThis is not over, and it will be long.\n\n## What is next?\n\nNothing is.\n"
    )
    for line in ("Anna Berg, Kella correspondent", "**Anna Berg, Kella correspondent**"):
        document = readers.parse(page.replace("Anna Berg, Kella correspondent", line), ".md", "test")
        told = [
            ("What did they say?", "They said no.\n\nThey said it twice."),
            (None, "Anna Berg, Kella correspondent: This is not over, and it will be long."),
            ("What is next?", "Nothing is."),
        ]
        assert [(b.question, b.text) for s in document.sections for b in s.blocks] == told


def test_a_head_that_does_not_ask_is_one_among_others() -> None:
    """What is made as a head that asked is a question of an FAQ too."""
    pytest.importorskip("trafilatura")
    body = "".join(f"<label class=head>{q}</label><div>{a}</div>" for q, a in (*BOTH.items(), ("Lost towels", "Ask.")))
    document = read(f"<html><body><main><h1>Pool FAQ</h1>{body}</main></body></html>", ".html")
    assert pairs(document) == {**BOTH, "Lost towels": "Ask."}


def test_a_head_that_is_no_question_is_text() -> None:
    """Where no questions are listed, what is made as a head is kept as text."""
    pytest.importorskip("trafilatura")
    body = "<div class=toggle>Is it free?</div><div>Yes.</div><h2>News</h2><div class=toggle>Old pool</div><div>It leaks.</div>"
    document = read(f"<html><body><main><h1>Pool</h1>{body}</main></body></html>", ".html")
    assert pairs(document) == {"Is it free?": "Yes."}
    assert [b.text for s in document.sections for b in s.blocks] == ["Yes.", "Old pool", "It leaks."]


def test_a_label_of_a_form_is_no_question() -> None:
    """A label with nothing but a field behind it is text as before."""
    pytest.importorskip("trafilatura")
    body = "<p>The pool is old.</p><form><label>How deep?</label><input name=d></form><p>It is large.</p>"
    assert not pairs(read(f"<html><body><main><h1>Pool</h1>{body}</main></body></html>", ".html"))


def test_long_questions_of_plain_text() -> None:
    """A line that asks may have more words than other headings."""
    long = "If I come from far away and have no towel of my own with me, what am I to do?"
    content = f"Pool FAQ\nHow deep is it?\nNine metres.\nIs it free?\nYes, for all.\n{long}\nAsk at the desk.\n"
    assert pairs(read(content, ".txt")) == {**BOTH, long: "Ask at the desk."}


def test_a_section_named_by_its_heading_is_no_comment() -> None:
    """An id that is made of a heading marks no comments, whatever its first word is."""
    pytest.importorskip("trafilatura")
    asked = [f"Comment venir au lac numéro {n} ?" for n in range(4)]
    told = "Le bassin se trouve près du vieux port, et tout le monde y est le bienvenu pendant l’été, même sans billet."
    body = "".join(
        f"<div id='comment-venir-au-lac-numero-{n}'><h3>{question}</h3><p>{told} Ligne {n}.</p></div>"
        for n, question in enumerate(asked)
    )
    menu = "".join(f"<a href='/{n}'>Page {n}</a>" for n in range(30))
    document = read(
        f"<html><body><nav>{menu}</nav><main><h1>Questions</h1><p>{told}</p>{body}</main></body></html>", ".html"
    )
    assert list(pairs(document)) == asked


def test_a_heading_above_folded_texts_asks_nothing() -> None:
    """In an FAQ, a heading right above folded texts is what they are grouped under, whether they ask or not."""
    folds = "".join(
        f"<details>\n<summary>{q}</summary>\n\n{a}\n\n</details>\n\n" for q, a in (("It is cold", "Wait."),)
    )
    document = read(f"# FAQ\n\n## Is it free?\n\nYes.\n\n## Trouble\n\n{folds}")
    assert pairs(document) == {"Is it free?": "Yes.", "It is cold": "Wait."}


def test_a_list_that_a_text_leads_into_is_of_the_article() -> None:
    """Of a page with much around its text, the items under "…:" stay though nothing else tells that they are text."""
    html = pytest.importorskip("lxml.html")
    first, lead = "The pool is the oldest one of the whole town.", "There are two things to do at the gate:"
    last = "Whoever comes here for the first time is shown around."
    more = Piece(
        "text", "Buy towels, caps and glasses of all colours in our shop, now cheaper than ever before, for you. " * 3
    )
    items = [Piece("item", "ring twice"), Piece("item", "wait inside")]
    pieces = [Piece("text", first), more, Piece("text", lead), *items, more, Piece("item", "caps"), Piece("text", last)]
    told = About(title="Pool", language=None, url=None, published=None, changed=None, lead="", data=())
    kept = of_article(html.fromstring("<p>Pool</p>"), pieces, f"{first}\n{lead}\n{last}", told)
    assert [piece.text for piece in kept] == [first, lead, "ring twice", "wait inside", last]


def test_a_story_under_a_question_answers_none() -> None:
    """A line or two that ask in plain text, with a long story under them or what readers say, have no answer there."""
    story = "\n\n".join(f"The ferry number {n} went out to the {n} islands on a cold and windy day." for n in range(40))
    assert not pairs(read(f"Ferries of Kella\n\nWhy do they sail?\n\n{story}\n", ".txt"))
    short = pairs(read("Ferries of Kella\n\nWhy do they sail?\n\nFor the islands, which have no bridge.\n", ".txt"))
    assert short == {"Why do they sail?": "For the islands, which have no bridge."}


def test_a_long_answer_among_many_questions() -> None:
    """Where many lines ask, a long text under one of them is its answer."""
    story = "\n\n".join(f"The ferry number {n} went out to the {n} islands on a cold and windy day." for n in range(40))
    lines = "".join(f"Why does ferry {n} sail?\n\n{story}\n\n" for n in ("one", "two", "three"))
    assert len(pairs(read(f"Ferries of Kella\n\n{lines}", ".txt"))) == 3


@pytest.mark.parametrize(("level", "more"), [(3, 3), (4, 0)])
def test_questions_behind_what_is_taken_for_the_article_are_its_too(level: int, more: int) -> None:
    """Where several stand in it, and those behind stand on the same level."""
    html = pytest.importorskip("lxml.html")
    asked = [f"What does pool {n} cost?" for n in range(6)]
    told = [f"The pool with the number {n} costs {n} crowns for each swimmer and hour." for n in range(6)]
    pieces = [
        piece
        for n, (question, answer) in enumerate(zip(asked, told, strict=True))
        for piece in (Piece("heading", question, 3 if n < 3 else level), Piece("text", answer))
    ]
    pieces += [Piece("heading", "Elsewhere", 2), Piece("text", "The town has other baths and a large park, too.")]
    page = About("Pools", "en", None, None, None, "", ())
    kept = of_article(html.fromstring("<p>Pools</p>"), pieces, "\n".join(told[:3]), page)
    assert [piece.text for piece in kept if piece.kind == "text"] == told[: 3 + more]
