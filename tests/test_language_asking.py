"""What a question in another language than English asks for by a noun, a verb or an adjective."""

import pytest

from talkscli.language.answers import abroad
from talkscli.language.asking import asks_for
from talkscli.language.compounds import last_part
from talkscli.language.interrogatives import apart, kind_of, opening_kinds
from talkscli.language.tongues import tongue
from talkscli.language.words import words
from talkscli.search.question.answer_types import asks


@pytest.mark.parametrize(
    ("language", "question", "kind"),
    [
        # A price, by a noun, a verb, an adjective.
        ("de", "router preis", "cost"), ("de", "Ticketpreis", "cost"), ("de", "was kostet das Zelten", "cost"),
        ("de", "wie viel muss ich zahlen", "cost"), ("fr", "prix du panier", "cost"), ("fr", "combien ça coûte", "cost"),
        ("fr", "quel est le prix", "cost"), ("it", "quanto si paga", "cost"), ("it", "quanto costa", "cost"),
        ("es", "precio anual", "cost"), ("es", "¿cuánto cuesta?", "cost"), ("pt", "preço do bilhete", "cost"),
        ("nl", "hoe duur is het", "cost"), ("pl", "cena biletu", "cost"), ("ru", "сколько стоит смена", "cost"),
        ("cs", "cena vstupenky", "cost"), ("sv", "pris på biljetter", "cost"), ("tr", "bilet fiyatı", "cost"),
        ("zh", "门票价格", "cost"), ("zh", "一年多少钱", "cost"), ("ja", "チケットの値段", "cost"),
        # A number to call, an address.
        ("de", "Telefonnummer vom Hof", "phone"), ("es", "teléfono de contacto", "phone"),
        ("fr", "numéro de téléphone", "phone"), ("pl", "numer telefonu", "phone"), ("zh", "客服电话", "phone"),
        ("de", "E-Mail-Adresse", "mail"), ("de", "Mailadresse", "mail"), ("tr", "mail adresiniz ne", "mail"),
        ("ru", "адрес стадиона", "where"), ("it", "indirizzo della sala", "where"), ("pt", "endereço do evento", "where"),
        ("fr", "durée du stage", "duration"),
        # What only has such a word.
        ("de", "was ist im Preis enthalten", "what"), ("de", "wie kann ich den Preis senken", "how"),
        ("de", "wann muss ich zahlen", "when"), ("de", "warum ist der Preis so hoch", "why"), ("de", "Preiselbeeren", "any"),
        ("de", "ich habe letzte Woche lange mit dem alten Telefon telefoniert", "any"), ("de", "Unternehmen", "any"),
        ("fr", "combien de paniers", "number"), ("zh", "多少个人", "number"), ("zh", "怎么付费用", "how"),
        ("da", "hvad er det", "what"),
    ],
)  # fmt: skip
def test_what_is_asked_for_by_a_word(language: str, question: str, kind: str) -> None:
    """A noun asks where it names the thing, and its interrogative leaves open what is wanted."""
    assert asks(question, words(question), tongue(language)) == kind


@pytest.mark.parametrize(
    ("language", "question", "kind"),
    [
        ("de", "ab wie viel Uhr ist offen", "when"), ("de", "um wieviel Uhr", "when"), ("de", "wie viel Platz", "number"),
        ("de", "wie schnell ist das", "number"), ("pl", "do której czynne", "when"), ("pl", "o której godzinie", "when"),
        ("ru", "во сколько забирать", "when"), ("ru", "сколько их", "number"), ("tr", "saat kaçta", "when"),
        ("tr", "kaç kişi", "number"), ("cs", "v kolik hodin", "when"), ("cs", "kolik lidí", "number"),
        ("uk", "о котрій", "when"), ("nl", "hoe vaak", "number"), ("sv", "vilken tid", "when"), ("da", "hvad tid", "when"),
    ],
)  # fmt: skip
def test_the_hour_is_no_number(language: str, question: str, kind: str) -> None:
    """It is asked for in more words than one."""
    assert kind_of(question, (language,)) == kind


def test_two_things_may_be_asked_at_once() -> None:
    """By the first words of a question; what a later clause has asks nothing."""
    assert opening_kinds("Quando e onde será o evento?", ("pt",)) == {"when", "where"}
    assert opening_kinds("Ми знайшли, де закупити каски", ("uk",)) == set()


def test_an_interrogative_stands_apart_in_texts_without_spaces() -> None:
    """A piece that has half of it is no word."""
    assert words(apart("客服几点上班", "zh")) == ["客服", "几点", "上班"]
    assert apart("wann ist Schluss", "de") == "wann ist Schluss"


@pytest.mark.parametrize(
    ("word", "last"),
    [("mitgliedsbeitrag", "beitrag"), ("unternehmen", ""), ("beitrag", ""), ("monatspreis", "preis"), ("abc", "")],
)
def test_the_last_part_of_a_compound(word: str, last: str) -> None:
    """It is a frequent word; behind a function word none."""
    assert last_part(word, tongue("de")) == last


def test_other_languages_have_no_compounds() -> None:
    """Or none that are known."""
    assert last_part("gentilhommiere", tongue("fr")) == ""


def test_a_word_of_no_known_kind_asks_for_none() -> None:
    """Of a language without a table nothing is known."""
    assert not abroad("xx", "cost")
    assert not asks_for("preis", "cost", "xx")


def test_what_begins_with_a_function_word_is_told_from_others_that_do() -> None:
    """The first letters of "unterschreiben" are those of "Unternehmen"."""
    one, other, again = tongue("de").stems(["unterschreiben", "unternehmen", "unterschreibt"])
    assert one != other
    assert one == again
