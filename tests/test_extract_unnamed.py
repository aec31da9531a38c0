"""Who says something without a name: a person, a body, what such have written; else nobody."""

import pytest

from talkscli.article.document import Block, Document, Section
from talkscli.extract.facts import Maker


def _credited(language: str, text: str) -> list[str]:
    document = Document("Report", (Section(None, (Block(text),), leads=(0,)),), language=language)
    return [fact.attribution for fact in Maker(document, "report", "Report").facts() if fact.attribution]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Benchmark 10-year notes last rose in price to yield two percent in the morning."),
        ("en", "The use disorder which they reported was seen in most of the towns."),
        ("en", "Take a look at the list to see which version added the harbour."),
        ("en", "The harbour was bought by the firm, a deal announced at the beginning of the week."),
        ("en", "The electronic price tag told us that the ferry costs four crowns."),
        ("en", "Pour in some water according to your desired thickness and wait."),
        ("de", "Die Kähne fahren dorthin, die uns den Fisch bringen, sagte man."),
        ("de", "Der Vorteil des Hafens besteht darin, dass er tief ist."),
        ("de", "Trotz der erdrückenden Beweise erklärte man, dass nichts geschehen sei."),
        ("de", "Ein Kahn aus Kella zeigt, dass man fahren kann."),
        ("es", "Las medidas tardías afectan el comercio exterior, dicen en el puerto."),
        ("fr", "Pour avoir une chance, il faut dire que le port est « ouvert à tous les bateaux »."),
    ],
)
def test_what_can_not_speak_says_nothing(language: str, text: str) -> None:
    """Things, advice, relative clauses and amounts are nobody whose claim a sentence could be."""
    assert _credited(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The report says that the harbour is full.", "the report"),
        ("en", "Harbour chairman Tom Reed said he was “disappointed” by the news and left.", "Tom Reed"),
        ("en", "A senior source at the club told the paper that it was late.", "senior source"),
        ("en", "Sources said the harbour was full in the morning.", "sources"),
        ("en", "The company flat-out denied the allegations in a letter.", "the company"),
        ("en", "The affidavit said that the pier was never shut.", "the affidavit"),
        ("de", "Das Hafenministerium erklärte auf Anfrage, man sei ratlos.", "Das Hafenministerium"),
        ("de", "Es sei spät, sagte ein Sprecher.", "ein Sprecher"),
        ("es", "Las fuentes dijeron que el puerto está cerrado.", "Las fuentes"),
    ],
)
def test_people_bodies_and_reports_speak(language: str, text: str, who: str) -> None:
    """An office, a body, a report or a source is told as who says so."""
    assert [told.removeprefix("a ") for told in _credited(language, text)] == [who]
