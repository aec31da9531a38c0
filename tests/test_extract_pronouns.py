"""Whom a pronoun does not mean: a wrong name is worse than none."""

import pytest

from talkscli.article.document import Block, Document, Section
from talkscli.extract.facts import Maker


def _told(language: str, *texts: str) -> str:
    section = Section(None, tuple(Block(text) for text in texts), leads=tuple(range(len(texts))))
    document = Document("Report", (section,), language=language)
    return " ".join(fact.answer for fact in Maker(document, "report", "Report").facts())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Der Betriebsrat Udo Lenz sagte viel. Ein Aktivist, der blieb, schrieb: „Ich gehe nicht mehr“, sagte er.",
        ),
        ("de", "Der Betriebsrat Udo Lenz sagte viel. Ein Kahn sank. „Wir gehen nicht mehr weg“, sagte er."),
        ("de", "Der Betriebsrat Udo Lenz sagte viel. Dann kam der Kahn, wie er hier heißt, mit Fisch."),
        ("de", "Der Betriebsrat Udo Lenz sagte viel. Zudem warnt das Schreiben vor einem „langen Streit“."),
        ("de", "Der Kritiker Udo Lenz sagte viel. Ein Kritiker schrieb, dass es zu spät sei."),
        ("fr", "Le directeur Thomas Lenz a dit que tout allait bien. Mais il semble que le port soit vide."),
        ("fr", "Le directeur Thomas Lenz a dit que tout allait bien. Ce projet, s'il devait venir, est « tardif »."),
        (
            "en",
            "Union leader Tom Lenz spoke. An activist who had come there wrote: “We will not go”, he told the paper.",
        ),
        ("en", "Union leader Tom Lenz spoke. “Nobody asked Tom Lenz when it was time to go,” he said."),
        ("en", "The Kella Port Authority denied the plan. Fishers had come. “We will all have to go now,” they said."),
        ("en", "The Kella Port Authority met the fishers. “We will all have to go now,” they said to the paper."),
        ("en", "Vik Lenz was born there. He said that it was late. “We all will have to go now,” she said."),
    ],
)
def test_a_pronoun_that_may_mean_another_stays_alone(language: str, text: str) -> None:
    """Somebody new in the sentence, a thing, who is named in the quotation, and who was "he" before are not meant."""
    assert not any(
        f"{word} [" in _told(language, text)
        for word in ("er", "il", "she", "they", "Schreiben", "Kritiker", "”, he", ",” he")
    )


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "de",
            "Der Betriebsrat Udo Lenz sagte viel. Ein Jahr später schrieb er: „Wir gehen nicht mehr.“",
            "er [Udo Lenz]",
        ),
        ("de", "Der Betriebsrat Udo Lenz sagte viel. „Wir gehen nicht mehr weg“, sagte er.", "er [Udo Lenz]"),
        ("en", "Vik Lenz was born there. He said that it was late. “We have to go,” he said.", "he [Vik Lenz]"),
        (
            "en",
            "The Kella Port Authority denied the plan again. “At no point did we say that it was late,” they said.",
            "they [Kella Port Authority]",
        ),
        ("en", "Dr Tom Lenz spoke. From a friend called Ann, he borrowed a boat. He left in it.", "he [Tom Lenz]"),
    ],
)
def test_a_plain_pronoun_keeps_its_name(language: str, text: str, told: str) -> None:
    """A time that begins a sentence is nobody, nor is whom a preposition leads to."""
    assert told in _told(language, text)
