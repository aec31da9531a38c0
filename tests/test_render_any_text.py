"""Any text in any field is shown without a control, in every format."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.console import Group

from talkscli.lookup.results import Answer, Listing, Profile, Refs, Roll, SourceRow
from talkscli.render import export, machine, profiles, screens, tables
from talkscli.render.clean import encoded
from talkscli.render.console import draw
from talkscli.render.save import save
from talkscli.search.hits import Hit, Match
from talkscli.store.model import Citation, Entity, Fact, Source

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow
HOSTILE = st.sampled_from(
    [
        "[red]x[/red]", "[/end]", "[link=https://evil.example]x[/link]", ":smile:", "\x1b[2J\x1b]8;;x\x07", "\x9b31m",
        "\u202egnp.exe", "a" + "\u0301" * 60, "\u200b" * 60, "\x00", "\ud83d", "=1+1", "@SUM(A1)", "-2", "＝1",
        "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "]]>", "{code}", "{{", "}", "%s", "|",
        "\\", "`x`", "https://evil.example", "\r\n\r\nx", "\t", "\ufffe", "\U000e0041", "a\u2028b", "&amp;", "'\"",
    ]
)  # fmt: skip
TEXT = st.one_of(HOSTILE, st.text(st.characters(), max_size=30), st.builds("{} {}".format, HOSTILE, HOSTILE))
MAYBE = st.none() | TEXT
DATES = st.sampled_from([None, "2014", "2022-02", "2022-06/2023", "0001", "9999-12-31", "0001/9999"])

SOURCES = st.builds(Source, id=TEXT, title=MAYBE, language=MAYBE, url=MAYBE, published=DATES)
ENTITIES = st.builds(
    Entity, id=TEXT, name=TEXT, kind=st.sampled_from(["person", "place", None]), role=MAYBE, side=MAYBE,
    aliases=st.tuples(TEXT), note=MAYBE,
)  # fmt: skip
FACTS = st.builds(
    Fact, id=TEXT, question=MAYBE, phrasings=st.tuples(TEXT), answer=TEXT, attribution=MAYBE, about=st.tuples(TEXT),
    citation=st.none() | st.builds(Citation, source=MAYBE, section=MAYBE, paragraph=st.none() | st.integers(1, 10**12)),
    date=DATES, date_text=MAYBE, quote=MAYBE, speaker=MAYBE, topics=st.tuples(TEXT), faq=st.booleans(), note=MAYBE,
)  # fmt: skip
REFS = st.builds(
    lambda sources, entities: Refs({s.id: s for s in sources}, {e.id: e for e in entities}),
    st.lists(SOURCES, max_size=2),
    st.lists(ENTITIES, max_size=2),
)
HITS = st.builds(Hit, fact=FACTS, confidence=st.floats(0, 1))
MATCHES = st.builds(Match, word=TEXT, matched=MAYBE, how=TEXT, weight=st.floats(0, 1), covered=st.floats(0, 1))
ANSWERS = st.builds(
    Answer, question=TEXT, answered=st.booleans(), confidence=st.floats(0, 1), read_as=st.dictionaries(TEXT, TEXT),
    answer=st.none() | FACTS, related=st.tuples(HITS), refs=REFS, explained=st.tuples(MATCHES),
)  # fmt: skip
PROFILES = st.builds(
    Profile, query=TEXT, found=st.booleans(), entity=st.none() | ENTITIES, facts=st.tuples(FACTS),
    quotes=st.tuples(FACTS), candidates=st.tuples(ENTITIES), fits=st.booleans(), refs=REFS,
)  # fmt: skip
LISTINGS = st.builds(Listing, facts=st.tuples(FACTS, FACTS), refs=REFS)
SOURCE_ROWS = st.builds(
    SourceRow, id=MAYBE, title=MAYBE, published=DATES, url=MAYBE, language=MAYBE, file=TEXT, facts=st.integers(0),
    sections=st.tuples(TEXT),
)  # fmt: skip

SCREENS: dict[str, tuple[st.SearchStrategy[Any], Callable[[Any], Any]]] = {
    "answer": (ANSWERS, lambda reply: screens.answer(reply, explain=True)),
    "profile": (PROFILES, profiles.profile),
    "timeline": (LISTINGS, lambda rows: Group(*tables.timeline(rows, of=9, details=True))),
    "quotes": (LISTINGS, lambda rows: Group(*tables.listing(rows, quotes=True))),
    "fact": (LISTINGS, lambda rows: screens.fact(rows.facts[0], rows.refs)),
    "everyone": (st.lists(ENTITIES, max_size=3), lambda rows: tables.everyone(Roll(tuple(rows), {}))),
    "sources": (st.lists(SOURCE_ROWS, max_size=2), tables.sources),
}

CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e00ff]"
)


@pytest.mark.parametrize("screen", SCREENS)
@given(data=st.data(), width=st.sampled_from([30, 60, 80, 140]))
@settings(max_examples=60, deadline=None)
def test_every_screen_takes_every_text(screen: str, data: st.DataObject, width: int) -> None:
    """A screen has no control bytes and no line wider than the terminal, in Unicode and in ASCII."""
    strategy, show = SCREENS[screen]
    what = show(data.draw(strategy))
    shown = draw(what, width, colour=False)
    assert not CONTROL.search(shown)
    assert all(cell_len(line) <= width for line in shown.split("\n"))
    encoded(draw(what, width, colour=False, encoding="ascii"), "ascii")
    coloured = draw(what, width, colour=True)
    assert not CONTROL.search(re.sub(r"\x1b\[[\d;]*m", "", coloured))


@given(ANSWERS, PROFILES, LISTINGS)
@settings(max_examples=60, deadline=None)
def test_json_takes_every_text(reply: Answer, profile: Profile, rows: Listing) -> None:
    """JSON is valid UTF-8, reads back as the same text, and holds no byte that steers a terminal."""
    values = (machine.answer(reply, explain=True), machine.profile(profile), machine.facts(rows.facts, rows.refs))
    for value in values:
        for compact in (True, False):
            written = machine.dump(value, compact=compact)
            assert not CONTROL.search(written)
            written.encode()
    read = json.loads(machine.dump(values[2]))
    assert read[0]["answer"] == rows.facts[0].answer.encode("utf-8", "replace").decode()


@given(LISTINGS)
@settings(max_examples=100, deadline=None)
def test_csv_takes_every_text(rows: Listing) -> None:
    """CSV reads back as so many rows and columns, and no cell begins as a formula does."""
    written = export.as_csv(*export.cells("facts", rows.facts))
    assert not CONTROL.search(written.replace("\r\n", "\n"))
    head, *cells = csv.reader(io.StringIO(written, newline=""), strict=True)
    assert tuple(head) == export.FACT_COLUMNS
    assert [len(row) for row in cells] == [len(head)] * len(rows.facts)
    for row in cells:
        assert all(not re.match(r"\s*[=+\-@＝＋－＠]", cell) for cell in row)


@given(LISTINGS)
@settings(max_examples=100, deadline=None)
def test_markdown_takes_every_text(rows: Listing) -> None:
    """Markdown reads back as one table with so many cells, and the text in them is text."""
    written = export.facts_markdown(rows.facts, rows.refs)
    assert not CONTROL.search(written)
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(written)
    assert [t.type for t in tokens if t.level == 0] == ["table_open", "table_close"]
    assert sum(t.type == "tr_open" for t in tokens) == 1 + len(rows.facts)
    inline = {child.type for t in tokens for child in t.children or ()}
    assert inline <= {"text", "text_special"}


class Page(HTMLParser):
    """Collects the elements of an HTML page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.told = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        self.seen.add(tag)
        assert all(name in {"charset", "name", "content", "class", "lang"} for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.told += data


@given(answer=ANSWERS)
@settings(max_examples=60, deadline=None)
def test_pictures_take_every_text(answer: Answer, tmp_path_factory: pytest.TempPathFactory) -> None:
    """SVG is XML, HTML is HTML; both hold text only: no script, no link, nothing to load."""
    folder: Path = tmp_path_factory.mktemp("pictures")
    for name in ("a.svg", "a.html"):
        save(screens.answer(answer), folder / name, 80, f"talks ask {answer.question}")
    svg = (folder / "a.svg").read_bytes().decode()
    assert {each.tag.rpartition("}")[2] for each in ET.fromstring(svg).iter()} <= {
        "svg", "style", "defs", "clipPath", "rect", "g", "text", "circle",
    }  # fmt: skip
    assert "url(" not in svg.replace("url(#", "")
    page = Page()
    page.feed((folder / "a.html").read_bytes().decode())
    assert page.seen <= {"html", "head", "meta", "title", "style", "body", "pre", "span"}
