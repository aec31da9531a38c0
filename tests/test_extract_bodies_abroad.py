"""Names of bodies and of people in languages that write other words small, too."""

import pytest

from talkscli.article.document import Block, Document, Section
from talkscli.extract.cast import Cast
from talkscli.language import offices


def cast(text: str, language: str) -> dict[str, str]:
    """Return the kind of each name."""
    document = Document("Nota", (Section(None, (Block(text),), leads=(0,)),), language=language)
    return {entity.name: entity.kind for entity in Cast(document).entities}


BODIES = [
    ("fr", "Hier, l'Office fédéral de l'agriculture (OFAG) a dit non.", "Office fédéral de l'agriculture"),
    ("fr", "Hier, la Société suisse de l'industrie du gaz et des eaux (SSIGE) a dit non.",
     "Société suisse de l'industrie du gaz et des eaux"),
    ("fr", "Hier, le Conseil fédéral a dit non à la Commission de poursuivre.", "Conseil fédéral"),
    ("fr", "On a demandé à la Commission de poursuivre.", "Commission"),
    ("es", "Ayer la Organización de las Naciones Unidas dijo que no.", "Organización de las Naciones Unidas"),
    ("es", "Ayer el Ministerio de Energía y Minas dijo que no.", "Ministerio de Energía y Minas"),
    ("es", "Ayer el Ministerio de Trabajo y Vintralux dijeron que no.", "Ministerio de Trabajo"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name"), BODIES)
def test_a_body_keeps_its_whole_name(language: str, text: str, name: str) -> None:
    """What a body is called goes on in small letters, over "de las" and over "y" between two fields; not over a verb."""
    assert cast(text, language).get(name) == "organisation"


PEOPLE = [
    ("es", "Ayer Daniel Aalto y Rosario Moe dijeron que no.", {"Daniel Aalto": "person", "Rosario Moe": "person"}),
    ("es", "El premio fue para Ana Berg del Ministerio.", {"Ana Berg": "person"}),
    ("es", "El ministro ruso de Asuntos Exteriores, Serguei Moevski, dijo que no.", {"Serguei Moevski": "person"}),
    ("fr", "Il est difficile de croire à Nabiha Mollen.", {}),
    ("fr", "Le film est signé par Zbob Mollen.", {}),
    ("es", "Dijo el funcionario a la agencia Vintra que no.", {"Vintra": "organisation"}),
    ("es", "Ganó el periodista laureado con el premio Vintrel de la Paz.", {}),
]


@pytest.mark.parametrize(("language", "text", "found"), PEOPLE)
def test_people_are_told_from_things(language: str, text: str, found: dict[str, str]) -> None:
    """Two people are two; whom nothing tells behind a bare preposition is left out, and no thing is a person."""
    named = cast(text, language)
    assert {name: named.get(name) for name in found} == found
    assert "person" not in {kind for name, kind in named.items() if name not in found}
    assert found or not named.keys() & {"Nabiha Mollen", "Zbob Mollen"}


@pytest.mark.parametrize(
    ("language", "word", "is_one"),
    [("es", "glaciólogo", True), ("fr", "naturopathe", True), ("es", "monólogo", False), ("fr", "dialogue", False)],
)
def test_scholars_and_healers_are_known_by_their_ending(language: str, word: str, is_one: bool) -> None:
    """No table has all of them."""
    assert offices.is_role_in(language, word) is is_one


def test_a_day_is_nobody() -> None:
    """A noun that is also a given name is a noun where another one follows."""
    text = "Hoy es el Día Nacional de la Libertad y llueve."
    assert "person" not in cast(text, "es").values()
