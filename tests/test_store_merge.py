"""Several stores read as one."""

from pathlib import Path

import msgspec
import pytest
from helpers import HARBOUR, entity, fact, slow, store, stores
from hypothesis import assume, given
from hypothesis import strategies as st

from talkscli.errors import StoreError
from talkscli.store.faults import faults
from talkscli.store.files import default_path, encode
from talkscli.store.merge import load, merge
from talkscli.store.model import Citation, Source, Store


def joined(**named: Store) -> Store:
    """Merge stores under the names of their files."""
    return merge([(Path(f"{name}.json"), each) for name, each in named.items()]).store


def cites(source: str) -> Citation:
    """Give a citation of a source."""
    return Citation(source=source, section="Piers", paragraph=2)


def test_one_store_stays_as_it_is() -> None:
    """A single store is not touched, and all that it has comes from its file."""
    library = merge([(Path("h.json"), HARBOUR)])
    assert library.store is HARBOUR
    assert library.files == {"chronicle": "h.json", "programme": "h.json", "": "h.json"}


def test_facts_keep_their_order() -> None:
    """The facts of the first store come first, in its order."""
    both = joined(a=store(fact("a1"), fact("a2")), b=store(fact("b1")))
    assert [f.id for f in both.facts] == ["a1", "a2", "b1"]


def test_synonyms_are_put_together() -> None:
    """Each store brings its groups of synonyms."""
    both = joined(a=store(synonyms=(("pier", "quay"),)), b=store(synonyms=(("choir", "chorus"),)))
    assert both.synonyms == (("pier", "quay"), ("choir", "chorus"))


def test_facts_that_clash_are_told_apart() -> None:
    """An id that several stores have gets its file's name before it in each; others stay as they are."""
    both = joined(a=store(fact("f"), fact("g")), b=store(fact("f"), fact("h")))
    assert [f.id for f in both.facts] == ["a:f", "g", "b:f", "h"]


def test_sources_that_clash_are_told_apart() -> None:
    """The facts of each store keep to its own source, and the rest of a citation stays."""
    library = merge([
        (Path("x/a.json"), store(fact("f", citation=cites("s")), sources=(Source(id="s", title="One"),))),
        (Path("x/b.json"), store(fact("g", citation=cites("s")), sources=(Source(id="s", title="Two"),))),
    ])  # fmt: skip
    assert [(s.id, s.title) for s in library.store.sources] == [("a:s", "One"), ("b:s", "Two")]
    assert [f.citation for f in library.store.facts] == [cites("a:s"), cites("b:s")]
    assert library.files == {"a:s": str(Path("x/a.json")), "b:s": str(Path("x/b.json"))}


def test_entities_of_another_name_are_told_apart() -> None:
    """Two that share an id but not a name are two; all that refers to them follows."""
    port = entity("port", "Port of Veldhaven")
    both = joined(
        a=store(
            fact("f", about=("port",), speaker="port", quote="x"), entities=(port, entity("crane", "C", side="port"))
        ),
        b=store(fact("g", about=("port",), speaker="port", quote="x"), entities=(entity("port", "Port wine"),)),
    )
    assert [(e.id, e.name, e.side) for e in both.entities] == [
        ("a:port", "Port of Veldhaven", None), ("crane", "C", "a:port"), ("b:port", "Port wine", None),
    ]  # fmt: skip
    assert [(f.about, f.speaker) for f in both.facts] == [(("a:port",), "a:port"), (("b:port",), "b:port")]


def test_an_entity_in_several_stores_is_one() -> None:
    """The same id and name, in whatever case, is one entity: the first one's, with the spellings of all."""
    both = joined(
        a=store(
            fact("f", about=("k",)), entities=(entity("k", "Olena Kravets", role="conductor", aliases=("Kravets",)),)
        ),
        b=store(fact("g", about=("k",)), entities=(entity("k", "OLENA KRAVETS", aliases=("Кравець", "Kravets")),)),
    )
    assert [(e.id, e.name, e.role, e.aliases) for e in both.entities] == [
        ("k", "Olena Kravets", "conductor", ("Kravets", "Кравець"))
    ]
    assert [f.about for f in both.facts] == [("k",), ("k",)]


def test_a_third_of_another_name_tells_all_apart() -> None:
    """Where one of three means another thing by an id, each has its own."""
    one, two = entity("k", "Kravets"), entity("k", "Kestrel")
    both = joined(a=store(entities=(one,)), b=store(entities=(one,)), c=store(entities=(two,)))
    assert [e.id for e in both.entities] == ["a:k", "b:k", "c:k"]


def test_files_of_one_name_are_told_apart() -> None:
    """Stores of the same file name in different folders, and the same store twice, get numbers."""
    one = store(fact("f"))
    library = merge(
        [(Path("x/a.json"), one), (Path("y/a.json"), one), (Path("x/a.json"), one), (Path("a-2.json"), one)]
    )
    assert [f.id for f in library.store.facts] == ["a:f", "a-2:f", "a-3:f", "a-2-2:f"]


def test_facts_without_a_source_have_a_file() -> None:
    """Of facts that cite nothing, the first store that has such is told."""
    cited = store(fact("f", citation=cites("s")), sources=(Source(id="s"),))
    library = merge([(Path("a.json"), cited), (Path("b.json"), store(fact("g"))), (Path("c.json"), store(fact("h")))])
    assert library.files == {"s": "a.json", "": "b.json"}


def test_a_made_id_clashes_with_none() -> None:
    """Ids are unique even if a store already has one that looks like STORE:ID."""
    both = joined(a=store(fact("f")), b=store(fact("f"), fact("a:f")))
    assert len({f.id for f in both.facts}) == 3


@slow
@given(several=st.lists(stores(st.sampled_from(["Pier", "pier", "Quay", ""])), min_size=2, max_size=3))
def test_merged_stores_are_a_store(several: list[Store]) -> None:
    """Whatever is merged has no fault: ids are unique, every reference leads somewhere, no fact is lost."""
    both = merge([(Path(f"{n % 2}/s.json"), each) for n, each in enumerate(several)]).store
    assert list(faults(both)) == []
    assert [f.answer for f in both.facts] == [f.answer for each in several for f in each.facts]
    assert len(both.sources) == sum(len(each.sources) for each in several)


@slow
@given(one=stores(), other=stores())
def test_references_lead_to_what_they_led_to(one: Store, other: Store) -> None:
    """A fact is about entities of the same names after merging as before."""
    assume(other.facts)
    both = joined(a=one, b=other)

    def names(of: Store, facts: int) -> list[list[str]]:
        known = {e.id: e.name.casefold() for e in of.entities}
        return [[known[i] for i in f.about] for f in of.facts[facts:]]

    assert names(both, len(one.facts)) == names(other, 0)


def test_named_files_are_loaded(tmp_path: Path) -> None:
    """Stores are read from their files and merged."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_bytes(encode(store(fact("f"))))
    library = load([tmp_path / "a.json", tmp_path / "b.json"])
    assert [f.id for f in library.store.facts] == ["a:f", "b:f"]


def test_without_a_file_the_shipped_store_is_loaded() -> None:
    """No path means the store that comes with talks."""
    library = load()
    assert set(library.files.values()) == {str(default_path())}
    assert library.store.facts


def test_one_bad_store_spoils_all(tmp_path: Path) -> None:
    """A fault in any of the stores is told, with the name of its file."""
    (tmp_path / "good.json").write_bytes(encode(store(fact("f"))))
    (tmp_path / "bad.json").write_bytes(b"{}")
    with pytest.raises(StoreError, match=r"bad\.json"):
        load([tmp_path / "good.json", tmp_path / "bad.json"])


def test_a_library_can_not_be_changed() -> None:
    """What was loaded stays as it was loaded."""
    with pytest.raises(AttributeError):
        merge([(Path("h.json"), HARBOUR)]).store = HARBOUR  # type: ignore[misc]
    assert msgspec.structs.asdict(HARBOUR)["version"] == 1
