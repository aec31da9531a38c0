"""Who says what in a whole text in other languages than English."""

import pytest

from talkscli.article.document import Block, Document, Section
from talkscli.extract.build import make


def speakers(language: str, *paragraphs: str) -> list[str | None]:
    """Return who says each quotation."""
    blocks = tuple(map(Block, paragraphs))
    store = make(Document("Nota", (Section(None, blocks, leads=tuple(range(len(blocks)))),), language=language), "nota")
    names = {entity.id: entity.name for entity in store.entities}
    return [names.get(fact.speaker or "") for fact in store.facts if fact.quote]


SAID = [
    (["Ayer habló Ana Berg, alcaldesa del puerto. “El mar está muy alto hoy”, explica Berg.",
      "“Las olas de hoy son más altas que ayer”, remarcó."], "Ana Berg"),
    (["La alcaldesa Ana Berg recibió a Tom Moe en el puerto.", "“Las olas son más altas que ayer”, remarcó."], "Ana Berg"),
    (["Ayer llegó gente. Se habló de Tom Moe en el puerto.", "“Las olas son más altas que ayer”, remarcó."], None),
    (["La alcaldesa Ana Mollen dijo que es tarde.", "“El mar está muy alto hoy”, alertó Mollén."], "Ana Mollen"),
    (["La alcaldesa Ana Berg dijo que es tarde.", "“El mar le da miedo a Ana Berg”, remarcó."], None),
    (["El investigador Tom Moe dijo que es tarde.",
      "“El mar está muy alto hoy”, explica Ana Berg, alcaldesa. “Las olas son más altas”, añade el investigador."], None),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "speaker"), SAID)
def test_whom_a_verb_leaves_out(paragraphs: list[str], speaker: str | None) -> None:
    """Who acted or spoke last speaks on, not who was only named, nor who is named in the words."""
    assert speakers("es", *paragraphs)[-1] == speaker


def test_sie_that_are_several_or_the_reader_are_nobody() -> None:
    """German "sie" with a verb for several, and "Sie" within a sentence, are not the woman spoken of."""
    text = (
        "Ada Berg sagte, es sei spät. Sie sagte, das Wasser steige.",
        "Was haben sie gemacht, sagte Tom Holm. Sie sagen, das Wasser steigt. Beachten Sie, dass sie steigt.",
    )
    store = make(Document("Notiz", (Section(None, tuple(map(Block, text)), leads=(0, 1)),), language="de"), "notiz")
    told = [fact.answer for fact in store.facts if "[" in fact.answer]
    assert told == ["Sie [Ada Berg] sagte, das Wasser steige."]


def test_no_clause_is_read_as_an_event_in_another_language() -> None:
    """English grammar makes no label of a German sentence: the sentence itself is shown on the time line."""
    text = "Tom Holm hing im Herbst des Jahres 1997 über dem Wasser."
    store = make(Document("Notiz", (Section(None, (Block(text),), leads=(0,)),), language="de"), "notiz")
    assert [(fact.date, fact.event) for fact in store.facts] == [("1997-09/1997-11", None)]


@pytest.mark.parametrize(
    ("language", "text", "whose"),
    [
        ("es", "Los científicos midieron luego el agua y advierten que sube.", "Los científicos"),
        ("it", "“Il mare sale ogni anno di più”, spiegano gli attivisti.", "gli attivisti"),
        ("de", "„Das Wasser steigt jedes Jahr“, schreiben die Juristen.", "die Juristen"),
        ("fr", "Le bateau est arrivé tard hier soir, selon une source du port.", "une source du port"),
    ],
)
def test_several_without_a_name_may_speak(language: str, text: str, whose: str) -> None:
    """Who speaks is told by the noun, be it of several, without the verb behind it."""
    store = make(Document("Nota", (Section(None, (Block(text),), leads=(0,)),), language=language), "nota")
    assert [fact.attribution for fact in store.facts] == [whose]
