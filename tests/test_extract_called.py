"""What people are called: by a nickname, with a figure, misspelt, the family name first."""

import pytest

from talkscli.article.document import Block, Document, Section
from talkscli.article.readers import parse
from talkscli.extract.cast import Cast
from talkscli.store.model import Entity


def _cast(text: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in Cast(parse(text, ".md", "test")).entities}


@pytest.mark.parametrize("marks", ["''", '""', "“”"])
def test_a_nickname_within_a_name_is_an_alias(marks: str) -> None:
    """A nickname in quotation marks between given and family name is another name of that person."""
    name = f"Anna {marks[0]}Dodo{marks[1]} Berg"
    found = _cast(f"Then {name} won the race. Dodo said that she was glad. Anna Berg left.")
    person = next(e for e in found.values() if e.kind == "person")
    assert {"Dodo", "Berg"} < set(person.aliases)
    assert person.name == name
    assert len(found) == 1


def test_a_quoted_word_behind_a_name_is_no_nickname() -> None:
    """What is called so stands behind no given name, or before no family name."""
    assert "Tom Reed" in _cast("The song “Dodo” by Tom Reed sold. Tom Reed sang “Dodo” Reed says.")


def test_a_figure_may_be_part_of_a_name() -> None:
    """Who is called with a figure is named with it."""
    found = _cast("On Monday 40 Dobbe said he had left the band. The album by 40 Dobbe is out.")
    assert found["40 Dobbe"].kind == "person"
    assert "Dobbe" not in found


def test_a_figure_before_a_word_is_no_name() -> None:
    """A figure and a word that stand beside each other once are nobody."""
    assert not _cast("Then 32 Dobbe said he was late.")


def test_a_misspelt_family_name_is_the_same_person() -> None:
    """A family name with one letter less, more or other is that of the one person who is called so."""
    found = _cast("The engineer Anna Bresslow spoke. Mr Holm left. “It is late,” said Ms Breslow.")
    assert "Breslow" in found["Anna Bresslow"].aliases
    assert "Breslow" not in found


@pytest.mark.parametrize("other", ["Johnston", "Bresl", "Breslows", "Preslow"])
def test_another_family_name_is_another_person(other: str) -> None:
    """A name that many have, or one that is less alike, is no slip."""
    found = _cast(f"The engineers Anna Johnson and Tom Bresslow spoke. “It is late,” said Ms {other}.")
    assert other in found


@pytest.mark.parametrize("name", ["Shen Luhua", "Xu Lu-hua", "Zhou Meilin"])
def test_a_chinese_family_name_comes_first(name: str) -> None:
    """Two words in Pinyin are a person, of whose given name no table tells."""
    assert _cast(f"The pier was shown to {name} on a rainy day.")[name].kind == "person"


@pytest.mark.parametrize("name", ["Sun Luhua", "La Lihua", "De Mali", "Go Meilin"])
def test_what_only_sounds_chinese_is_nobody(name: str) -> None:
    """A word that means something else is no Chinese family name."""
    assert name not in _cast(f"The pier was shown to {name} on a rainy day.")


def test_the_second_family_name_may_be_left_out_in_spanish() -> None:
    """Who has two family names is the same person with the first of them, and with one given name."""
    text = "Ayer Eva Paola Ramos Torreblanca habló. Hoy Eva Paola Ramos negó. Mañana Eva Ramos saldrá. Ramos calló."
    found = Cast(Document("Nota", (Section(None, (Block(text),)),), language="es")).entities
    assert [(e.name, {"Eva Ramos", "Eva Paola Ramos", "Ramos"} < set(e.aliases)) for e in found] == [
        ("Eva Paola Ramos Torreblanca", True)
    ]
    assert len(_cast("Anna Berg Holm spoke to Anna Berg. Anna Berg left.")) == 2


def test_letters_behind_a_name_with_a_title() -> None:
    """An honour behind a name with a title is no part of it."""
    assert "Tom Reed" in _cast("Then Judge Tom Reed QC sent him home.")


def test_who_works_for_a_body_makes_it_one() -> None:
    """What somebody is the general secretary or a consultant of is a body."""
    found = _cast("The general secretary of Vontra left. Anna Berg, a consultant for Selvo, stayed.")
    assert found["Vontra"].kind == found["Selvo"].kind == "organisation"


def test_a_word_that_opens_a_sentence_is_no_body() -> None:
    """A common word with a capital only where sentences begin is no body, whatever office follows."""
    assert "Ferry" not in _cast("Ferry director Anna Berg spoke. The ferry was late.")
    assert "Ferry" in _cast("Ferry director Anna Berg spoke for Ferry.")


def test_a_firm_whose_trade_is_told_makes_no_body_of_it() -> None:
    """What stands before the trade of a body is no body itself."""
    assert "Pavix" not in _cast("The chairman of Pavix maker Vontra left.")
