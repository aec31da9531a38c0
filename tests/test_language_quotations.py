"""Quotations are found by their marks."""

import pytest

from talkscli.language.quotations import quotations


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “it is late” and left.", ["it is late"]),
        ('He said "it is late", then "it is cold".', ["it is late", "it is cold"]),
        ("„Es ist spät“, sagte sie.", ["Es ist spät"]),
        ("«Вже пізно», сказала вона.", ["Вже пізно"]),
        ("“It is late,’’ she said. “Go home.’’", ["It is late,", "Go home."]),
        ("‘It’s late,’ she said.", ["It’s late,"]),
        ("« Il est tard », dit-elle.", ["Il est tard"]),
        ("»Es ist spät«, sagte sie.", ["Es ist spät"]),
        ("”Det är sent”, sade hon.", ["Det är sent"]),
        ("“Es tarde“, dijo.", ["Es tarde"]),
        ("— Уже поздно,— сказала она,— мы едем.", ["Уже поздно,", "мы едем."]),
        ("'It's late,' she said. 'Go home.'", ["It's late,", "Go home."]),
        ("The boys' room, the 'Red' one and the girls' room.", []),
        ("In the '90s the Bergs' boat came, 'twas late.", []),
        ("'It is late, the boys' mother said.'", []),
        ("— It is late", []),
        ("The boys’ room and the girls’ room", []),
        ('A 15" screen and a 17" one', []),
        ('"It is late. "Go home now."', ["It is late.", "Go home now."]),
        ('He said: "It is late.', ["It is late."]),
        ('He said "it is\nlate" today', []),
        ('"" “” „“ "', []),
    ],
)
def test_what_stands_between_marks_is_found(text: str, words: list[str]) -> None:
    """Marks of English, German, Ukrainian and of news agencies; a measure or an apostrophe is no mark."""
    found = quotations(text)
    assert [quotation.words for quotation in found] == words
    assert all(quotation.words in text[quotation.start : quotation.end] for quotation in found)


def test_a_quotation_that_goes_on_is_told() -> None:
    """A quotation without a closing mark goes on in what follows."""
    assert [q.closed for q in quotations("“It is late. “Go home.”")] == [False, True]
