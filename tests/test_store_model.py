"""The file format as types: what may be left out, and what can't be changed."""

import msgspec
import pytest
from helpers import HARBOUR, fact, store

from talkscli.store import model
from talkscli.store.model import Citation, Entity, Fact, Source, Store


def test_id_and_answer_make_a_fact() -> None:
    """All else of a fact may be missing, and is then empty."""
    bare = msgspec.json.decode(b'{"id": "f", "answer": "a"}', type=Fact)
    assert msgspec.structs.asdict(bare) == {
        "id": "f", "question": None, "phrasings": (), "answer": "a", "citation": None, "attribution": None,
        "subject": (), "about": (), "date": None, "date_text": None, "event": None, "quote": None, "speaker": None, "topics": (), "faq": False,
        "note": None,
    }  # fmt: skip


def test_facts_make_a_store() -> None:
    """All else of a store may be missing; it is then of the version that this talks writes."""
    bare = msgspec.json.decode(b'{"facts": []}', type=Store)
    assert (bare.version, bare.sources, bare.entities, bare.facts, bare.synonyms) == (model.VERSION, (), (), (), ())


@pytest.mark.parametrize(
    ("thing", "field"),
    [(HARBOUR, "facts"), (HARBOUR.facts[0], "answer"), (HARBOUR.entities[0], "name"), (HARBOUR.sources[0], "title"),
     (HARBOUR.facts[0].citation, "section")],
    ids=["store", "fact", "entity", "source", "citation"],
)  # fmt: skip
def test_nothing_can_be_changed(thing: object, field: str) -> None:
    """What was read stays as it was read."""
    with pytest.raises(AttributeError, match="immutable"):
        setattr(thing, field, "x")


@pytest.mark.parametrize("kind", [Store, Fact, Entity, Source, Citation], ids=lambda kind: kind.__name__)
def test_unknown_keys_are_refused(kind: type) -> None:
    """A misspelled key is a fault, not something to pass over."""
    required = {"id": "x", "name": "x", "answer": "x", "facts": []}
    keys = {field.name: required[field.name] for field in msgspec.structs.fields(kind) if field.required}
    assert msgspec.convert(keys, kind)
    with pytest.raises(msgspec.ValidationError, match="unknown field `nmae`"):
        msgspec.convert(keys | {"nmae": "x"}, kind)


@pytest.mark.parametrize("kind", [Store, Fact, Entity, Source, Citation], ids=lambda kind: kind.__name__)
def test_no_text_is_endless(kind: type) -> None:
    """Any text of a store has a greatest length, so that the time and memory for showing one are bounded."""
    endless = []
    todo = [(kind.__name__, msgspec.inspect.type_info(kind))]
    while todo:
        name, about = todo.pop()
        if isinstance(about, msgspec.inspect.StrType) and (about.max_length or 1e9) > model.LONGEST:
            endless.append(name)
        todo += [(f"{name}.{field.name}", field.type) for field in getattr(about, "fields", ())]
        todo += [(name, one) for one in getattr(about, "types", ())]
        todo += [(name, about.item_type)] if hasattr(about, "item_type") else []
    assert endless == []


def test_the_longest_text_is_read_and_no_longer_one() -> None:
    """A text as long as a book is a text; a longer one is refused, wherever it stands."""
    assert msgspec.convert({"id": "x", "answer": "a" * model.LONGEST}, Fact)
    for field in ({"answer": "a" * (model.LONGEST + 1)}, {"answer": "a", "phrasings": ["b", "b" * 1_000_001]}):
        with pytest.raises(msgspec.ValidationError, match="length <= 1000000"):
            msgspec.convert({"id": "x", **field}, Fact)


def test_a_store_is_known_by_itself() -> None:
    """Two stores of the same facts are two stores, so that what is kept for one is never taken for the other's."""
    assert store(fact()) != store(fact())
    assert len({store(fact()), store(fact())}) == 2


def test_facts_are_equal_by_what_they_hold() -> None:
    """Two facts with the same fields are the same fact."""
    assert fact("a", "b") == fact("a", "b") != fact("a", "c")
