"""Quotations are shown once, whole ones first."""

import io

import pytest
from helpers import entity, fact, store
from rich.console import Console

from talkscli.lookup import listings, who
from talkscli.lookup.once import around, once, whole_first
from talkscli.render import profiles, tables
from talkscli.store.model import Fact, Store

BOTH = 'Eva Berg called it "a good day" for Kella, and said that she "had no doubts at all about the pier of the town".'
LONG = "It is the best that we could get for the town, and we will keep it."


def kella() -> Store:
    """Make a store with two quotations of one sentence, a long one and a fragment."""
    rows = [("a", "a good day"), ("a-2", "had no doubts at all about the pier of the town")]
    said = [fact(ident, BOTH, quote=quote, speaker="berg", about=["berg"]) for ident, quote in rows]
    said.append(fact("b", f"Mayor Berg told the council: “{LONG}”", quote=LONG, speaker="berg", about=["berg"]))
    said.append(fact("c", f"Eva Berg: “{LONG} Soon.”", quote=f"{LONG} Soon.", speaker="berg", about=["berg"]))
    return store(*said, entities=(entity("berg", "Eva Berg", kind="person", aliases=("Berg",)),))


def drawn(*parts: object) -> str:
    """Draw for a wide screen."""
    screen = Console(file=io.StringIO(), width=300)
    for part in parts:
        screen.print(part)
    return screen.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_a_sentence_with_two_quotations_is_one_card() -> None:
    """Both stand above the sentence, which is told once; JSON and Markdown still list each."""
    found = listings.quotes(kella())
    told = drawn(*tables.listing(found, quotes=True))
    assert len(found.facts) == 4
    assert told.count(" for Kella, and said") == 1
    assert told.index("“a good day”") < told.index("“had no doubts") < told.index("for Kella")


def test_a_long_quotation_is_not_shown_twice() -> None:
    """Beside it stands only how it was said; nothing where that is but the speaker's name."""
    told = drawn(*tables.listing(listings.quotes(kella()), quotes=True))
    assert told.count("keep it.”") == 1
    assert "Mayor Berg told the council: “…”" in told
    assert "Eva Berg: “" not in told


@pytest.mark.parametrize(
    ("row", "quotes", "told"),
    [
        (fact("a", "Who said so?", quote="so", question="Who said it?"), ["so"], "Who said it?"),
        (fact("a", 'Berg said: "No."', quote="No."), ["No."], None),
        (fact("a", 'Berg said in Kella: "No."', quote="No."), ["No."], 'Berg said in Kella: "No."'),
    ],
)
def test_what_is_told_beside_a_quotation(row: Fact, quotes: list[str], told: str | None) -> None:
    """The question, or the sentence if it tells more than who says it."""
    assert around(row, quotes, ["Berg"]) == told


def test_sentences_stand_before_fragments() -> None:
    """A profile shows words that tell something alone."""
    quotes = ["justice", "a part of what was said", "It is so, and so it stays."]
    rows = once([fact(str(n), f"“{quote}”", quote=quote) for n, quote in enumerate(quotes)], quotes=True)
    assert [same[0].quote for same in whole_first(rows)] == quotes[::-1]
    told = drawn(profiles.profile(who.who(kella(), "Berg")))
    assert told.index(LONG) < told.index(f"{LONG} Soon")
    assert "a good day" not in told
