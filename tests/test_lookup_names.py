"""Whom a name means."""

import pytest
from helpers import HARBOUR, entity, quick, slow, store, stores
from hypothesis import given
from hypothesis import strategies as st

from talkscli.lookup.names import Named, Names
from talkscli.store.model import Source, Store


def resolve(store: Store, name: str) -> Named:
    """Tell whom a name means in a store."""
    return Names(store).resolve(name)


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        pytest.param("Ingrid Solberg", "solberg", id="whole name"),
        pytest.param("ingrid solberg", "solberg", id="small letters"),
        pytest.param("SOLBERG", "solberg", id="capitals"),
        pytest.param("Sólberg", "solberg", id="accents"),
        pytest.param("Сольберг", "solberg", id="another script"),
        pytest.param("Олена Кравець", "kravets", id="whole name in another script"),
        pytest.param("олена", "kravets", id="part in another script"),
        pytest.param("Olena", "kravets", id="first name"),
        pytest.param("Kravetz", "kravets", id="another spelling"),
        pytest.param("kravets olena", "kravets", id="last name first"),
        pytest.param("Solberg's", "solberg", id="possessive"),
        pytest.param("kravtes", "kravets", id="misspelled"),
        pytest.param("olenakravets", "kravets", id="typed as one word"),
        pytest.param("conductor", "kravets", id="role"),
        pytest.param("the conductor of the choir", "kravets", id="role and side"),
        pytest.param("choir conductor", "kravets", id="side and role"),
        pytest.param("chief engineer", "berg", id="role of two words"),
        pytest.param("engineer", "berg", id="part of a role"),
        pytest.param("condcutor", "kravets", id="misspelled role"),
        pytest.param("mayor of veldhaven", "solberg", id="role with its place"),
        pytest.param("who is Berg?", "berg", id="asked as a question"),
        pytest.param("City Hall", "council", id="metonym"),
        pytest.param("tidewater", "choir", id="part of an organisation"),
        pytest.param("Norrlanders", "norrland", id="people of a country"),
        pytest.param("lantern", "regatta", id="of no kind"),
        pytest.param("Veldhaven", "veldhaven", id="whole name before part of another"),
    ],
)
def test_a_name_means_one(name: str, ident: str) -> None:
    """A person, country, organisation or place is found by any spelling, script, part, role or metonym."""
    named = resolve(HARBOUR, name)
    assert named.entity is not None
    assert (named.entity.id, named.candidates, named.fits) == (ident, (), True)


def test_a_name_may_fit_several() -> None:
    """Where several fit, none is chosen, and all are listed."""
    named = resolve(HARBOUR, "Ingrid")
    assert named.entity is None
    assert named.fits
    assert [e.id for e in named.candidates] == ["solberg", "berg"]


def test_two_of_one_name_both_fit() -> None:
    """Entities that share a whole name are told apart by whoever asks."""
    both = store(entities=(entity("a", "Ada Moe", aliases=("Moe",)), entity("b", "Bo Moe", aliases=("Moe",))))
    assert [e.id for e in resolve(both, "moe").candidates] == ["a", "b"]


def test_two_that_are_alike_both_fit() -> None:
    """A misspelling that is as near to one name as to another is not decided by chance."""
    both = store(entities=(entity("a", "Toralf"), entity("b", "Torulf")))
    assert {e.id for e in resolve(both, "Torolf").candidates} == {"a", "b"}


def test_people_come_before_others_of_a_role() -> None:
    """A role means the one who has it, not what is named like it."""
    named = resolve(
        store(
            entities=(
                entity("p", "Pilot Island", kind="place"),
                entity("k", "Kim", kind="person", role="harbour pilot"),
            )
        ),
        "pilot",
    )
    assert named.entity is not None
    assert named.entity.id == "k"


def test_who_is_similar_is_suggested() -> None:
    """Where nobody fits, those with a similar name are suggested, and it is said that they do not fit."""
    named = resolve(HARBOUR, "Kravchenko")
    assert named.entity is None
    assert not named.fits
    assert "kravets" in [e.id for e in named.candidates]
    assert len(named.candidates) <= 5


@pytest.mark.parametrize("name", ["qqqqqqqq", "", "  ", "?!", "\ud800"])
def test_nobody_is_nobody(name: str) -> None:
    """What resembles no name suggests nobody."""
    named = resolve(HARBOUR, name)
    assert (named.entity, named.candidates, named.fits) == (None, (), False)


@pytest.mark.parametrize("name", ["of", "the"])
def test_a_function_word_means_nobody(name: str) -> None:
    """A function word is part of many a name, and means none of them."""
    named = resolve(HARBOUR, name)
    assert (named.entity, named.candidates) == (None, ())


def test_a_store_without_entities_knows_nobody() -> None:
    """Where there are no names, none is found."""
    assert resolve(store(), "Solberg").entity is None


@slow
@given(of=stores(), name=st.text(max_size=30))
def test_any_name_is_answered(of: Store, name: str) -> None:
    """Whatever the store and the name, one fits, or several, or none, and never two of these."""
    named = resolve(of, name)
    assert named.entity is None or named.candidates == ()
    assert named.fits or named.entity is None
    assert not named.fits or named.entity or len(named.candidates) > 1
    assert len({e.id for e in named.candidates}) == len(named.candidates)


@quick
@given(of=st.sampled_from(HARBOUR.entities), case=st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_every_spelling_finds_its_own(of: object, case: object) -> None:
    """Each name and alias of an entity, in whatever case, finds that entity."""
    for alias in (of.name, *of.aliases):  # type: ignore[attr-defined]
        assert resolve(HARBOUR, case(alias)).entity is of  # type: ignore[operator]


def test_a_part_of_a_name_is_its_beginning() -> None:
    """Three letters mean those whose name begins so; fewer, or a verb, mean nobody."""
    assert resolve(HARBOUR, "solb").entity == HARBOUR.entities[0]
    assert resolve(HARBOUR, "krav").entity == HARBOUR.entities[2]
    assert [e.id for e in resolve(HARBOUR, "ing").candidates] == ["solberg", "berg"]
    assert resolve(HARBOUR, "in").entity is None
    assert not resolve(store(entities=(entity("a", "Ledger"), entity("b", "Sayle"))), "led").fits
    assert resolve(HARBOUR, "Lavrov").candidates == ()


def test_function_words_are_those_of_the_store() -> None:
    """In a store in German "die Leiterin" is the one whose role that is."""
    anna = entity("a", "Anna Moe", kind="person", role="Leiterin der Schule")
    german = store(entities=(anna,), sources=(Source(id="s", language="de"),))
    assert resolve(german, "die Leiterin").entity == anna
    assert resolve(german, "der Schule").entity == anna


def test_names_in_a_text() -> None:
    """The longest that there is, and none that several bear, nor in words of another meaning."""
    two = store(entities=(entity("a", "Ada Moe", aliases=("Moe",)), entity("b", "Bo Moe", aliases=("Moe", "The"))))
    found = Names(two).find("did the Ada Moe's friend meet Moe?")
    assert [(name.entity.id, name.typed) for name in found] == [("a", "Ada Moe's")]


@pytest.mark.parametrize("typed", ["Berx", "Bear", "Perg"])
def test_a_short_name_with_another_letter_is_another(typed: str) -> None:
    """Of four letters one may be missing; where one is another, it is too likely somebody else."""
    assert resolve(HARBOUR, "Brg").entity is None  # too short to tell
    assert resolve(HARBOUR, "Beerg").entity == next(e for e in HARBOUR.entities if e.id == "berg")
    assert resolve(HARBOUR, typed).entity is None


def test_ordinary_words_are_no_misspelt_name() -> None:
    """A verb has no synonyms that somebody is called by; a slip that is a word of English is none."""
    states = store(
        entities=(
            entity("land", "United States", kind="country", aliases=("the States",)),
            entity("moe", "Ada Moe", kind="person", side="land", aliases=("Moe",)),
            entity("plank", "Oda Blank", kind="person", aliases=("Blanck",)),
        )
    )
    for typed in ("said that", "told that", "says so", "drank"):
        assert not resolve(states, typed).fits
    assert resolve(states, "blnack").fits
