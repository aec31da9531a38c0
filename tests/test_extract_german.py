"""Who is a person in a German text, where every noun has a capital."""

import pytest

from talkscli.article.document import Block, Document, Section
from talkscli.extract.cast import Cast


def _persons(text: str) -> dict[str, str | None]:
    document = Document("Bericht", (Section(None, (Block(text),), leads=(0,)),), language="de")
    return {entity.name: entity.role for entity in Cast(document).entities if entity.kind == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "Große Aufregung sagte man ihm nach, trotz des Stopps Waffen nach Norland zu liefern.",
        "Der Rüstungskonzern Vintrametall erklärte, dass er nicht liefere.",
        "Die Hafenbehörde Nordland sagte auf Anfrage, dass sie nichts wisse.",
        "Laut Unterlagen sagte er nichts. Interne Dokumente sagten das, meinte sie.",
        "Vor Millionen Jahren, sagte sie, war hier Meer. Millionen Jahre, und seine Frau lachte.",
        "Man braucht Papier, z. B. Schrift, sagte sie.",
        "Die Marke Foxtron sagte nichts, und er ging.",
        "Wertsachen, Besitzer des Hauses, sagte er.",
    ],
)
def test_nouns_are_nobody(text: str) -> None:
    """A noun with a capital, an adjective or a function word before it, or a brand is no person."""
    assert _persons(text) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gestern kam Anna Bär der Kellaer Zeitung zuvor.", {"Anna Bär": None}),
        ("Sowohl Anna Holm Sie gehört haben.", {"Anna Holm": None}),
        ("Wahlkampfleiter Holm ging.", {"Holm": "Wahlkampfleiter"}),
        ("Die Firma von Holger Mast verlor.", {"Holger Mast": None}),
        ("Das war die Frage der Ministerin Anna Bergström.", {"Anna Bergström": "Ministerin"}),
        (
            "Ministerin Ursula von der Heide ging, dann Anna Bergström von der Polizei.",
            {"Ursula von der Heide": "Ministerin", "Anna Bergström": None},
        ),
        ("Man hörte Stücke von Johann Sebastian Bach.", {"Johann Sebastian Bach": None}),
        ("Die Leute nutzten Holger Internet gern.", {}),
        ("Husain Al-Musallim, Präsident des Verbandes, ging.", {"Husain Al-Musallim": "Präsident des Verbandes"}),
    ],
)
def test_people_are_called_or_said_to_be_somebody(text: str, found: dict[str, str | None]) -> None:
    """A given name, an office beside a name, or a verb of saying beside a family name makes a person, as named."""
    assert _persons(text) == found
