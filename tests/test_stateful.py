"""Build, edit, build, in any order: what a person did stays, what nobody touched follows the articles.

Slow: `pytest -m slow tests/test_stateful.py`; `TALKS_ROUNDS=500` makes more of it, as SECURITY.md tells.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from talkscli.check import check
from talkscli.errors import StoreError
from talkscli.extract.build import build
from talkscli.store import files as stores
from talkscli.store import writing
from talkscli.store.model import Fact, Store

pytestmark = pytest.mark.slow
SENTENCES = [
    f"The {colour} {boat} of {name} reached berth {number} on {number} {month} 203{number % 10}."
    for number, (colour, boat, name, month) in enumerate(
        [
            ("red", "ferry", "Ingrid Alva", "March"), ("green", "barge", "Olena Kravets", "April"),
            ("blue", "trawler", "Tomas Lindqvist", "May"), ("grey", "tanker", "Amara Diallo", "June"),
            ("white", "yacht", "Pavel Novak", "July"), ("black", "tug", "Mirela Tanase", "August"),
            ("brown", "cutter", "Jonas Weber", "October"), ("yellow", "dredger", "Lucia Moretti", "November"),
        ],
        start=1,
    )
]  # fmt: skip
NAMES = ("north", "south")
SECTIONS = ("Arrivals", "Departures")
PLACES = st.tuples(st.sampled_from(NAMES), st.sampled_from(SECTIONS))


class Harbour(RuleBasedStateMachine):
    """Two articles, the store that is built from them, and what a person did to it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="talks-test-"))
        self.path = self.folder / "store.json"
        self.text: dict[tuple[str, str], list[str]] = {(n, s): [] for n in NAMES for s in SECTIONS}
        self.built: dict[str, set[str]] = {}
        self.kept: dict[str, Fact] = {}

    def teardown(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder)

    def read(self) -> Store:
        """Read the store from the disk."""
        return stores.read(self.path)

    def edit(self, change: Callable[[Store], Store]) -> None:
        """Change the store as with an editor."""
        writing.write(self.path, stores.encode(change(self.read())))

    def article(self, name: str) -> str:
        """Write an article as it is now; give its file."""
        parts = [name.capitalize() + " Harbour", f"This is what the harbour master of the {name} has noted."]
        for section in SECTIONS:
            parts += [section, *self.text[name, section]] if self.text[name, section] else []
        file = self.folder / f"{name}.txt"
        file.write_text("\n\n".join(parts) + "\n")
        return str(file)

    def sentences(self, name: str) -> set[str]:
        """Give the sentences that stand in an article."""
        return {sentence for section in SECTIONS for sentence in self.text[name, section]}

    @initialize()
    def begin(self) -> None:
        """Build once."""
        self.text["north", "Arrivals"].append(SENTENCES[0])
        self.build("north")

    @rule(place=PLACES, sentence=st.sampled_from(SENTENCES), at=st.integers(0, 3))
    def add(self, place: tuple[str, str], sentence: str, at: int) -> None:
        """Put a paragraph into an article."""
        if sentence not in self.sentences(place[0]):
            self.text[place].insert(at, sentence)

    @rule(place=PLACES, data=st.data())
    def remove(self, place: tuple[str, str], data: st.DataObject) -> None:
        """Take a paragraph out."""
        if self.text[place]:
            self.text[place].remove(data.draw(st.sampled_from(self.text[place])))

    @rule(place=PLACES, data=st.data())
    def turn(self, place: tuple[str, str], data: st.DataObject) -> None:
        """Put the paragraphs of a section into another order."""
        self.text[place] = data.draw(st.permutations(self.text[place]))

    @rule(name=st.sampled_from(NAMES))
    def build(self, name: str) -> None:
        """Build one article; then the store is what it should be."""
        report = build([self.article(name)], self.path)
        self.built[name] = self.sentences(name)
        facts = {fact.id: fact for fact in self.read().facts}
        assert set(report.removed).isdisjoint(facts)
        assert {*report.added, *report.kept} == set(facts)

    @rule()
    def build_both(self) -> None:
        """Build both articles at once."""
        build([self.article(name) for name in NAMES], self.path)
        self.built |= {name: self.sentences(name) for name in NAMES}

    @rule(name=st.sampled_from(NAMES))
    def build_twice(self, name: str) -> None:
        """The second time changes no byte."""
        self.build(name)
        before = self.path.read_bytes()
        report = build([self.article(name)], self.path)
        assert (report.added, report.removed) == ((), ())
        assert self.path.read_bytes() == before

    @rule(name=st.sampled_from(NAMES), replace=st.booleans())
    def look(self, name: str, replace: bool) -> None:
        """A dry run changes no byte."""
        before = self.path.read_bytes()
        build([self.article(name)], self.path, dry_run=True, replace=replace)
        assert self.path.read_bytes() == before

    @rule(name=st.sampled_from(NAMES), data=st.data())
    def fail(self, name: str, data: st.DataObject) -> None:
        """A disk that fails changes no byte and leaves nothing behind."""
        before, files = self.path.read_bytes(), sorted(self.folder.iterdir())
        step = data.draw(st.sampled_from(["fsync", "replace"]))
        article = self.article(name)

        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        whole = getattr(os, step)
        setattr(os, step, full)
        try:
            build([article], self.path)
        except StoreError:
            failed = True
        else:
            failed = False
        finally:
            setattr(os, step, whole)
        if failed:
            assert self.path.read_bytes() == before
        else:
            self.built[name] = self.sentences(name)
        assert set(self.folder.iterdir()) - set(files) <= {Path(article)}

    @precondition(lambda self: self.read().facts)
    @rule(data=st.data(), note=st.sampled_from(["Editor's note: seen.", "Editor's note: the log has it."]))
    def annotate(self, data: st.DataObject, note: str) -> None:
        """Note something on a fact."""
        self.change(data, note=note)

    @precondition(lambda self: self.read().facts)
    @rule(data=st.data())
    def ask_otherwise(self, data: st.DataObject) -> None:
        """Give a fact a question and another way to ask it."""
        self.change(data, question="Which boat was that?", phrasings=("what came in",))

    @precondition(lambda self: self.read().facts)
    @rule(data=st.data())
    def reword(self, data: st.DataObject) -> None:
        """Put an answer into other words."""
        self.change(data, answer="A boat reached a berth.")

    def change(self, data: st.DataObject, **fields: object) -> None:
        """Edit a fact, and remember it."""
        facts = self.read().facts
        chosen = data.draw(st.sampled_from([fact.id for fact in facts]))
        done = tuple(msgspec.structs.replace(fact, **fields) if fact.id == chosen else fact for fact in facts)
        self.edit(lambda store: msgspec.structs.replace(store, facts=done))
        self.kept[chosen] = next(fact for fact in done if fact.id == chosen)

    @rule(n=st.integers(0, 3))
    def write_one(self, n: int) -> None:
        """Add a fact by hand."""
        own = Fact(
            id=f"own-{n}", answer=f"This was told on the quay, {n} times.", question="What was told on the quay?"
        )
        if own.id not in self.kept:
            self.edit(lambda store: msgspec.structs.replace(store, facts=(*store.facts, own)))
            self.kept[own.id] = own

    @invariant()
    def what_a_person_did_stays(self) -> None:
        """An edited fact and one added by hand are as they were left, but for the place that they cite."""
        if not self.path.exists():
            return
        facts = {fact.id: fact for fact in self.read().facts}
        for ident, left in self.kept.items():
            assert msgspec.structs.replace(facts[ident], citation=left.citation) == left

    @invariant()
    def the_rest_follows_the_articles(self) -> None:
        """Each sentence of an article as last built has a fact; one that is in neither has none, unless it was edited."""
        if not self.path.exists():
            return
        rows = self.read().facts
        told = {fact.answer for fact in rows if fact.id not in self.kept}
        all_told = told | {fact.answer for fact in self.kept.values()}
        standing = set().union(*self.built.values())
        for sentence in SENTENCES:
            if sentence in told:
                assert sentence in standing
            if sentence in standing and sentence not in all_told:
                assert any(fact.answer == "A boat reached a berth." for fact in self.kept.values())

    @invariant()
    def what_nobody_touched_is_grounded(self) -> None:
        """`check` has nothing against the facts that are as built, where the articles are as built."""
        if set(self.built) != set(NAMES) or any(self.built[name] != self.sentences(name) for name in NAMES):
            return
        self.build_both()  # the order of paragraphs may be another
        report = check(self.path, [self.article(name) for name in NAMES])
        assert [row for row in report.problems if row.fact not in self.kept] == []


TestHarbour = Harbour.TestCase
TestHarbour.settings = settings(
    max_examples=int(os.environ.get("TALKS_ROUNDS", "25")), stateful_step_count=20, deadline=None, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
