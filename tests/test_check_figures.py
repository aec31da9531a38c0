"""`check`'s numbers: the same one however it is written."""

from decimal import Decimal

import pytest

from talkscli.check.figures import figures


def values(text: str) -> list[set[Decimal]]:
    """Give what each number of a text may mean."""
    return [set(figure.values) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two", 2), ("seven", 7), ("eleven", 11), ("thirteen", 13), ("nineteen", 19), ("twenty", 20), ("thirty", 30),
        ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
        ("thirty-one", 31), ("ninety nine", 99), ("a hundred", 100), ("one hundred and one", 101),
        ("six hundred forty-two", 642), ("thousand", 1000), ("an hundred", 100), ("a million", 10**6),
        ("two thousand and five", 2005), ("three hundred thousand", 300_000), ("two thousand three hundred", 2300),
        ("two million three hundred thousand and four", 2_300_004), ("nineteen hundred", 1900),
        ("five billion", 5 * 10**9), ("one trillion", 10**12), ("zwei", None), ("hundred", None), ("zero", None),
        ("both", 2), ("twice", 2), ("a pair", 2), ("a couple", 2), ("double", 2), ("doubled", 2), ("thrice", 3),
        ("triple", 3), ("a dozen", 12), ("second", 2), ("fourth", 4), ("ninth", 9), ("twelfth", 12), ("first", None),
    ],
)  # fmt: skip
def test_numbers_in_words(text: str, value: int | None) -> None:
    """A number in words is the number that it says; zero, one and a bare "hundred" count for none."""
    assert values(text) == ([] if value is None else [{Decimal(value)}])


@pytest.mark.parametrize("before", ["", "It ", "It is ", "It is now ", "It is said that ", "It was then said that "])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one hundred and five", 105),
        ("an hundred", 100),
        ("thirty-one", 31),
        ("2 hundred", 200),
        ("two and a hundred", 2),
    ],
)
def test_a_number_is_read_wherever_it_stands(before: str, text: str, value: int) -> None:
    """What stands before a number, however many words it is, changes nothing of it."""
    assert Decimal(value) in values(f"{before}{text} boats")[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 hundred", 200), ("3 thousand", 3000), ("4 million", 4 * 10**6), ("4 mln", 4 * 10**6), ("5 billion", 5 * 10**9),
        ("5 bn", 5 * 10**9), ("5bn", 5 * 10**9), ("6 trillion", 6 * 10**12), ("7k", 7000), ("8m", 8 * 10**6),
        ("9 tausend", 9000), ("9 Millionen", 9 * 10**6), ("9 Milliarden", 9 * 10**9), ("9 мільйонів", 9 * 10**6),
        ("9 тисяч", 9000),
    ],
)  # fmt: skip
def test_digits_before_a_scale(text: str, value: int) -> None:
    """A word such as "million" multiplies the digits before it; the digits alone may be meant too."""
    assert values(text) == [{Decimal(value), Decimal(text[0])}]
    assert [figure.text for figure in figures(f"about {text}, they say")] == [text]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7", {"7"}), ("1st", {"1"}), ("22nd", {"22"}), ("3rd", {"3"}), ("4th", {"4"}), ("1,000", {"1000"}),
        ("12,345,678", {"12345678"}), ("1 000 000", {"1000000"}), ("1\u202f000", {"1000"}), ("1\u00a0000", {"1000"}),
        ("2.5", {"2.5"}), ("2,5", {"2.5"}), ("2.50", {"2.5"}), ("1.500", {"1.5", "1500"}), ("1.500.000", {"1500000"}),
        ("5 m", {"5"}), ("5 k run", {"5"}),
    ],
)  # fmt: skip
def test_numbers_in_digits(text: str, found: set[str]) -> None:
    """Commas, points and spaces may group digits, or stand before a fraction; a single letter must touch its digits."""
    assert values(text) == [{Decimal(value) for value in found}]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("three ships and four boats", ["three", "four"]),
        ("five and six", ["five", "six"]),
        ("twenty twelve", ["twenty", "twelve"]),
        ("twelve five", ["twelve", "five"]),
        ("thirty-five ten", ["thirty-five", "ten"]),
        ("two hundred and fifty of 300", ["two hundred and fifty", "300"]),
        ("a thousand and more", ["a thousand"]),
        ("a ship, a dozen crates", ["dozen"]),
        ("10 20", ["10", "20"]),
        ("two hundred boats, four crates", ["two hundred", "four"]),
        ("some hundred crates", []),
        ("some of them", []),
    ],
)
def test_where_a_number_begins_and_ends(text: str, told: list[str]) -> None:
    """Words that make one number are one, those that only stand side by side are several."""
    assert [figure.text for figure in figures(text)] == told


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("50km", 50),
        ("1,000km", 1000),
        ("2,500,000km", 2_500_000),
        ("12b", 12),
        ("10am", 10),
        ("60mph", 60),
        ("20kg", 20),
    ],
)
def test_a_unit_may_touch_its_number(text: str, value: int) -> None:
    """All digits before a letter are the number, so that "50km" is 50, as in "50 km"."""
    assert values(text) == [{Decimal(value)}]


def test_a_decade_is_no_year() -> None:
    """The 1990s are neither 1990 nor the 1980s."""
    assert [figure.text for figure in figures("the 1990s")] == ["1990s"]
    assert values("1990s") == values("the 1990s") != values("1980s")
    assert values("1990s")[0].isdisjoint(map(Decimal, range(1900, 2100)))


def test_the_short_end_of_a_span_of_years() -> None:
    """In "1922–26" stands 1926 too; other digits joined by a dash make no year."""
    assert Decimal(1926) in {value for found in values("1922–26") for value in found}
    assert Decimal(2024) in {value for found in values("2022/24") for value in found}
    assert Decimal(3026) not in {value for found in values("3022-26") for value in found}
