"""Building again over a store."""

import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkscli.extract.build import build
from talkscli.extract.register import Register
from talkscli.store import files, writing
from talkscli.store.model import Entity, Fact, Store

ARTICLE = (
    "# The pier\n\nMayor Oda Holm opened the pier in 2020. She praised all its builders. The pier is long.\n\n"
    "## Cost\n\nThe pier cost 3 million.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Give a short article in a file."""
    path = tmp_path / "pier.md"
    path.write_text(ARTICLE, "utf-8")
    return path


def edit(path: Path, ident: str, **changes: object) -> None:
    """Change a fact as a person would in an editor."""
    old = files.read(path)
    facts = [msgspec.structs.replace(f, **changes) if f.id == ident else f for f in old.facts]
    writing.write(path, files.encode(msgspec.structs.replace(old, facts=tuple(facts))))


def find(path: Path, words: str) -> Fact:
    """Give the fact whose answer ends with these words."""
    return next(fact for fact in files.read(path).facts if fact.answer.endswith(words))


def test_building_twice_changes_nothing(article: Path, tmp_path: Path) -> None:
    """The same article over its own store gives the same bytes, every fact kept."""
    out = tmp_path / "s.json"
    first = build([str(article)], out)
    data = out.read_bytes()
    second = build([str(article)], out)
    assert out.read_bytes() == data
    assert second.kept == first.added
    assert (second.added, second.removed) == ((), ())


def test_a_fact_whose_sentence_is_gone_is_removed(article: Path, tmp_path: Path) -> None:
    """What nobody touched follows the article: sentences that went go, new ones come."""
    out = tmp_path / "s.json"
    build([str(article)], out)
    gone = find(out, "3 million.")
    article.write_text(ARTICLE.replace("cost 3 million.", "cost 4 million."), "utf-8")
    result = build([str(article)], out)
    assert result.removed == (gone.id,)
    assert result.added == (find(out, "4 million.").id,)
    assert len(result.kept) == 3


PLAIN, SAID, DATED = "The pier is long.", "said Ida Vang.", "in 1990."
EDITS: list[tuple[str, dict[str, object]]] = [
    (PLAIN, {"note": "checked"}), (PLAIN, {"question": "How long?"}), (PLAIN, {"phrasings": ("how long",)}),
    (PLAIN, {"answer": "The pier is very long."}), (PLAIN, {"topics": ("size",)}), (PLAIN, {"date": "1999"}),
    (PLAIN, {"quote": "so long"}), (PLAIN, {"attribution": "a diver"}), (PLAIN, {"about": ("norway",)}),
    (SAID, {"subject": ()}), (SAID, {"subject": ("norway",)}), (SAID, {"about": ()}), (SAID, {"speaker": None}),
    (SAID, {"speaker": "oda-holm"}), (SAID, {"quote": None, "speaker": None}), (SAID, {"attribution": None}),
    (DATED, {"date": None, "date_text": None, "event": None}), (DATED, {"event": "Norway opened"}),
    (DATED, {"event": None}), (DATED, {"date_text": "nineteen ninety"}), (DATED, {"subject": ()}),
]  # fmt: skip
EDITED = ARTICLE.replace("The pier cost", "Norway paid for it. The pier cost").replace(
    "The pier is long.",
    "The pier is long. “Norway’s boats leave at dawn,” said Ida Vang. Norway opened its museum in 1990.",
)


@pytest.mark.parametrize(("words", "change"), EDITS, ids=str)
def test_what_a_person_edited_stays(article: Path, tmp_path: Path, words: str, change: dict[str, object]) -> None:
    """An edited fact keeps its edit while its sentence stands, and stays when the sentence is gone."""
    out = tmp_path / "s.json"
    article.write_text(EDITED, "utf-8")
    build([str(article)], out)
    made = find(out, words)
    edit(out, made.id, **change)
    edited = next(f for f in files.read(out).facts if f.id == made.id)
    assert edited != made
    build([str(article)], out)
    assert next(f for f in files.read(out).facts if f.id == made.id) == edited
    article.write_text(ARTICLE.replace("The pier is long.", ""), "utf-8")
    result = build([str(article)], out)
    assert made.id in result.kept
    assert edited in files.read(out).facts
    assert result.removed


WHOLE = EDITED + (
    "\n## The crews\n\nThe crews came late.\n\n### Of the north\n\nThey brought oak.\n\n#### In spring\n\nIda Vang met them.\n"
    "\n## Who may use it\n\nThe pier is open to:\n\n- boats of Norway\n- anglers\n\nIda Vang sells fish there. She said: "
    "“It is fresh.”\n\n## Questions\n\n**Is it lit?**\n\nYes, since 2021.\n"
)


def test_all_that_nobody_touched_goes(article: Path, tmp_path: Path) -> None:
    """Nothing of an article stays that says something else now: quotations, dates, lists, questions all go."""
    out = tmp_path / "s.json"
    article.write_text(WHOLE, "utf-8")
    first = build([str(article)], out)
    assert first.facts > 10
    article.write_text("# The pier\n\nNobody knows of it.\n", "utf-8")
    result = build([str(article)], out)
    assert set(result.removed) == set(first.added)
    assert len(files.read(out).facts) == 1


def test_context_that_is_gone_goes(article: Path, tmp_path: Path) -> None:
    """An untouched fact that leans on a sentence which was changed is made anew, though its own sentence stands."""
    out = tmp_path / "s.json"
    article.write_text("# The pier\n\nThe pier is of pine. It is long.\n", "utf-8")
    build([str(article)], out)
    article.write_text("# The pier\n\nThe pier is of oak. It is long.\n", "utf-8")
    build([str(article)], out)
    assert [f.answer for f in files.read(out).facts] == ["The pier is of oak. It is long."]


def test_replace_overwrites(article: Path, tmp_path: Path) -> None:
    """With `replace`, a fact whose id stands is made anew."""
    out = tmp_path / "s.json"
    build([str(article)], out)
    fact = find(out, "3 million.")
    edit(out, fact.id, answer="It was dear.")
    build([str(article)], out, replace=True)
    assert fact in files.read(out).facts


def test_replace_takes_edited_facts_away_with_their_sentence(article: Path, tmp_path: Path) -> None:
    """What somebody wrote by hand, which has no sentence in the article, stays."""
    out = tmp_path / "s.json"
    build([str(article)], out)
    fact = find(out, "3 million.")
    edit(out, fact.id, answer="It was dear.")
    old = files.read(out)
    own = msgspec.structs.replace(fact, id="mine", answer="Piers are fine.")
    writing.write(out, files.encode(msgspec.structs.replace(old, facts=(*old.facts, own))))
    article.write_text(ARTICLE.partition("## Cost")[0], "utf-8")
    assert build([str(article)], out).removed == ()
    assert build([str(article)], out, replace=True).removed == (fact.id,)
    assert own in files.read(out).facts


def test_a_kept_fact_cites_where_its_sentence_is_now(article: Path, tmp_path: Path) -> None:
    """A paragraph put before an edited fact moves its citation, and nothing else of it."""
    out = tmp_path / "s.json"
    build([str(article)], out)
    ident = find(out, "3 million.").id
    edit(out, ident, note="checked")
    article.write_text(ARTICLE.replace("The pier cost", "Money was always short.\n\nThe pier cost"), "utf-8")
    build([str(article)], out)
    fact = next(f for f in files.read(out).facts if f.id == ident)
    assert fact.note == "checked"
    assert fact.citation is not None
    assert fact.citation.paragraph == 2


def test_hand_made_facts_and_other_articles_stay(article: Path, tmp_path: Path) -> None:
    """Facts that `build` never made, and those of articles that are not built now, are left alone."""
    out = tmp_path / "s.json"
    build([str(article)], out)
    old = files.read(out)
    own = Fact(id="mine", answer="Piers are fine.")
    writing.write(out, files.encode(msgspec.structs.replace(old, facts=(*old.facts, own))))
    other = tmp_path / "other.md"
    other.write_text("# The dock\n\nThe dock is old.\n", "utf-8")
    result = build([str(other)], out)
    made = files.read(out)
    assert own in made.facts
    assert set(old.facts) < set(made.facts)
    assert [source.id for source in made.sources] == ["the-pier", "the-dock"]
    assert len(result.added) == 1
    assert result.removed == ()


def test_entities_follow(article: Path, tmp_path: Path) -> None:
    """An edited entity stays as edited; one that no fact names any more goes, unless somebody noted something on it."""
    out = tmp_path / "s.json"
    build([str(article)], out)
    old = files.read(out)
    renamed = msgspec.structs.replace(old.entities[0], name="Oda M. Holm", aliases=("Holm", "Oda Holm"))
    writing.write(out, files.encode(msgspec.structs.replace(old, entities=(renamed,))))
    build([str(article)], out)
    assert files.read(out).entities == (renamed,)
    article.write_text("# The pier\n\nThe pier is long.\n", "utf-8")
    build([str(article)], out)
    assert files.read(out).entities == ()


def test_a_store_that_is_none_is_not_overwritten(article: Path, tmp_path: Path) -> None:
    """Where the output is something else than a store, it is left as it is."""
    out = tmp_path / "s.json"
    out.write_text("my diary", "utf-8")
    with pytest.raises(files.StoreError):
        build([str(article)], out)
    assert out.read_text("utf-8") == "my diary"


def person(name: str, ident: str, *aliases: str) -> Entity:
    """Make a person."""
    return Entity(id=ident, name=name, kind="person", aliases=aliases)


def test_one_person_in_two_articles() -> None:
    """The same full name, or a surname known before, is one person; another given name is another person."""
    register = Register()
    register.admit([person("Holm", "holm")])
    assert register.admit([person("Oda Holm", "oda-holm", "Holm")]) == {"oda-holm": "holm"}
    assert register.entities["holm"].name == "Oda Holm"
    assert register.admit([person("Tom Reed", "tom-reed", "Reed")]) == {"tom-reed": "tom-reed"}
    assert register.admit([person("Ida Reed", "ida-reed", "Reed")]) == {"ida-reed": "ida-reed"}
    assert register.admit([person("Tom Reed", "tom-reed")]) == {"tom-reed": "tom-reed"}


def test_a_new_article_adds_names_to_whom_the_store_knows() -> None:
    """An article that was in the store before changes nobody, as somebody may have edited them."""
    holm = Entity(id="holm", name="Holm", kind="place", aliases=("Holmburg",))
    for new, aliases in ((False, ("Holmburg",)), (True, ("Holmburg", "Holmia"))):
        register = Register([holm])
        assert register.admit([Entity(id="holm", name="Holm", kind="place", aliases=("Holmia",))], new=new) == {
            "holm": "holm"
        }
        assert register.entities["holm"].aliases == aliases


def test_one_id_for_two_kinds() -> None:
    """A person and a place of the same name are two entities with two ids."""
    register = Register()
    register.admit([Entity(id="lincoln", name="Lincoln", kind="place")])
    assert register.admit([person("Lincoln", "lincoln")]) == {"lincoln": "lincoln-2"}


def test_an_empty_store_is_a_start(article: Path, tmp_path: Path) -> None:
    """A store that a person began by hand keeps its synonyms."""
    out = tmp_path / "s.json"
    writing.write(out, files.encode(Store(facts=(), synonyms=(("pier", "jetty"),))))
    build([str(article)], out)
    assert files.read(out).synonyms == (("pier", "jetty"),)


SENTENCES = (
    "The pier is long.", "Nobody likes the pier.", "Ida Vang sells fish there.", "The pier opened in 2020.",
    "Norway paid for it.",
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sets(st.integers(0, 4), min_size=1), st.integers(0, 20)), min_size=1, max_size=6))
def test_build_edit_build(steps: list[tuple[set[int], int]]) -> None:
    """However an article and its store change in turns, edited facts stay, and the rest is what a fresh build gives."""
    with tempfile.TemporaryDirectory() as folder:
        article, out, fresh = (Path(folder, name) for name in ("pier.md", "s.json", "f.json"))
        edited: set[str] = set()
        for kept, choice in steps:
            article.write_text("# The pier\n\n" + "\n\n".join(SENTENCES[i] for i in sorted(kept)) + "\n", "utf-8")
            build([str(article)], out)
            fresh.unlink(missing_ok=True)
            build([str(article)], fresh)
            made = {fact.id: fact for fact in files.read(out).facts}
            expected = {fact.id: fact for fact in files.read(fresh).facts}
            assert set(made) == set(expected) | edited
            assert all(made[ident].answer == expected[ident].answer for ident in set(made) - edited)
            assert all(made[ident].note == "mine" for ident in edited)
            ident = sorted(made)[choice % len(made)]
            edit(out, ident, note="mine")
            edited.add(ident)
