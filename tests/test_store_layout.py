"""How a store file is written."""

import json

import msgspec
from helpers import entity, fact, quick, store, stores
from hypothesis import given

from talkscli.store.files import decode, encode
from talkscli.store.layout import WIDTH
from talkscli.store.model import Citation, Store


@quick
@given(stores())
def test_what_is_written_is_read_again(any_store: Store) -> None:
    """Decoding what was encoded gives an equal store, and encoding that gives the same bytes."""
    data = encode(any_store)
    again = decode(data, "store")
    assert msgspec.to_builtins(again) == msgspec.to_builtins(any_store)
    assert encode(again) == data


def test_what_says_nothing_is_left_out() -> None:
    """A field that is empty, or has its default, is not written; the table of facts is."""
    written = json.loads(encode(store(fact("f1", "Yes.", question=None, topics=(), faq=False))))
    assert written == {"version": 1, "facts": [{"id": "f1", "answer": "Yes."}]}
    assert json.loads(encode(store())) == {"version": 1, "facts": []}


def test_an_empty_text_is_no_default() -> None:
    """An empty text or an empty citation says something else than none, and stays."""
    row = fact("f1", "", question="", citation=Citation())
    assert json.loads(encode(store(row)))["facts"] == [{"id": "f1", "question": "", "answer": "", "citation": {}}]


def test_a_fact_takes_a_line_for_each_field() -> None:
    """A fact that is too long for one line has a line for each field, with citation and short lists on theirs."""
    row = fact("tide", "The tide turns twice a day. " * 5, question="How often does the tide turn?",
               phrasings=("tides a day",), citation=Citation(source="almanac", section="Tides", paragraph=2),
               about=("sea", "moon"))  # fmt: skip
    known = (entity("sea", "Sea"), entity("moon", "Moon"))
    text = encode(store(row, entities=known)).decode()
    assert '\n  {"id": "sea", "name": "Sea"},\n' in text
    lines = text.splitlines()
    at = lines.index('  {"id": "tide",')
    assert lines[at + 1 : at + 3] == [
        '   "question": "How often does the tide turn?",', '   "phrasings": ["tides a day"],'
    ]  # fmt: skip
    assert lines[at + 4 : at + 6] == [
        '   "citation": {"source": "almanac", "section": "Tides", "paragraph": 2},', '   "about": ["sea", "moon"]}'
    ]  # fmt: skip


def test_a_long_list_is_filled() -> None:
    """A list that is too long for one line goes on in the next ones, none wider than the page and few of them short."""
    asked = tuple(f"how high is the tide on day {n}" for n in range(60))
    lines = encode(store(fact("tide", "High.", phrasings=asked), synonyms=(asked,))).decode().splitlines()
    filled = [line for line in lines if "how high" in line]
    assert max(map(len, filled)) <= WIDTH
    assert len([line for line in filled if len(line) < WIDTH - 40]) <= 2
    assert len(filled) < 40
