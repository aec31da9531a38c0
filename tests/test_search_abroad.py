"""Prices, telephone numbers and addresses in other languages than English: what a fact holds, and what answers."""

import pytest
from helpers import engine, fact, store

from talkscli.language.tongues import tongue
from talkscli.language.words import words
from talkscli.lookup.ask import ask
from talkscli.search.index.held import holds
from talkscli.store.model import Source, Store

PAIRS = {
    "de": [
        ("Was brauche ich für den Kurs?", "Ein Boot und Ruder; beides liegt am Steg bereit."),
        ("Wie oft rudert ihr?", "Der Kurs findet jeden Dienstag statt, der Beitrag liegt bei 20,- im Monat."),
        ("Wo liegt der Steg?", "Am Nordufer in Kella, Seestraße 4."),
        ("Wie melde ich mich an?", "Schreib an steg@kella.example, gern auch zwei Wochen vorher."),
    ],
    "fr": [
        ("Que comprend le cours ?", "Le bateau et les rames attendent au ponton."),
        ("Combien ça coûte ?", "Le cours coûte 20 euros par mois."),
        ("Qui répond aux questions ?", "Le bureau, au 06 12 34 56 78."),
    ],
    "zh": [
        ("课程包括什么？", "船和桨都在码头。"),
        ("什么时候可以联系客服？", "客服周一到周五工作。"),
        ("费用是多少？", "每月二十元。"),
    ],
}


def shop(language: str) -> Store:
    """Give the pairs of a language as a store."""
    facts = [fact(f"f{n}", answer, question=question) for n, (question, answer) in enumerate(PAIRS[language])]
    return store(*facts, sources=(Source(id="s", language=language),))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "ab 20,- pro Monat", {"money"}), ("de", "20 Euro", {"money"}), ("de", "20 Leute", set()),
        ("de", "das ist kostenlos", {"money"}), ("pl", "60 zł za dobę", {"money"}), ("cs", "240 Kč", {"money"}),
        ("ru", "300 рублей", {"money"}), ("ja", "2000円です", {"money"}), ("zh", "需要300元", {"money"}),
        ("tr", "500 TL", {"money"}), ("sv", "400 kr", {"money"}), ("fr", "c'est gratuit", {"money"}),
        ("es", "+5493564474056", {"phone"}), ("fr", "06 12 34 56 78", {"phone"}), ("pl", "+48 519 455 989", {"phone"}),
        ("de", "am 02.03.2024", set()), ("ja", "0120-937-882", {"phone"}), ("it", "a info@kella.example", {"mail"}),
    ],
)  # fmt: skip
def test_what_a_text_holds(language: str, text: str, expected: set[str]) -> None:
    """Sums by the names and signs of money, and by what says that something is free."""
    folded = words(text)
    found = holds(fact("f", text), text, folded, folded, tongue(language))
    assert found & {"money", "phone", "mail"} == expected


@pytest.mark.parametrize(
    ("language", "question", "told"),
    [
        ("de", "Preis", "f1"), ("de", "Hundepreis", None), ("de", "Bootspreis", None),
        ("de", "E-Mail-Adresse", "f3"), ("de", "Telefonnummer vom Kurs", None), ("de", "Adresse vom Steg", "f2"),
        ("fr", "prix du cours", "f1"), ("fr", "prix du bateau", None), ("fr", "numéro de téléphone", "f2"),
        ("zh", "客服电话", None),
    ],
)  # fmt: skip
def test_what_is_asked_for_by_a_noun_is_told_by_a_fact_that_has_it(
    language: str, question: str, told: str | None
) -> None:
    """And by none that only has another word of the question, nor by the price of another thing."""
    with engine(shop(language)) as searching:
        answer = ask(searching, question).answer
    assert (answer.id if answer else None) == told


def test_a_fact_that_asks_in_the_same_words_answers() -> None:
    """Whatever it holds: the price may be told elsewhere."""
    asked = fact("f", "Den nennt das Büro.", question="Wie ist der Preis?")
    with engine(store(asked, sources=(Source(id="s", language="de"),))) as searching:
        assert ask(searching, "Wie ist der Preis?").answered


def test_words_that_mean_the_same_are_known() -> None:
    """In other languages by their wordnets."""
    lent = fact("lent", "Nein, bring dein eigenes mit.", question="Könnt ihr mir ein Zelt leihen?")
    other = fact("other", "Am Bach.", question="Wo sind die Duschen?")
    with engine(store(lent, other, sources=(Source(id="s", language="de"),))) as searching:
        reply = ask(searching, "kann ich ein Zelt ausleihen")
    assert reply.answer is not None
    assert reply.answer.id == "lent"


def test_a_compound_is_met_by_its_parts() -> None:
    """Where the store has both, and not by the first alone."""
    joins = fact("joins", "Wer Mitglied werden will, schreibt uns.", question="Wie werde ich Mitglied?")
    pays = fact("pays", "Den Beitrag zahlen alle Mitglieder im März.", question="Wann ist Zahltag?")
    with engine(store(joins, pays, sources=(Source(id="s", language="de"),))) as searching:
        reply = ask(searching, "Mitgliedsbeitrag")
    assert reply.answer is not None
    assert reply.answer.id == "pays"
    assert not reply.read_as
