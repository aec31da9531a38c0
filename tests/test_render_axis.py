"""The drawn time axis."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkscli.language import calendar
from talkscli.render.axis import NARROW, Axis, Row
from talkscli.render.console import draw
from talkscli.render.export import when
from talkscli.store.model import Fact

POINTS = st.one_of(
    st.integers(1, 9999).map("{:04}".format),
    st.tuples(st.integers(1, 9999), st.integers(1, 12)).map(lambda p: "{:04}-{:02}".format(*p)),
    st.dates().map(str),
)
DATES = st.one_of(POINTS, st.tuples(POINTS, POINTS).map(lambda ends: "/".join(sorted(ends))))


def _valid(text: str) -> bool:
    try:
        calendar.parse(text)
    except ValueError:
        return False
    return True


def _axis(*texts: str, width: int = 80, encoding: str = "utf-8") -> list[str]:
    return draw(Axis([Row(text, text, "") for text in texts]), width, colour=False, encoding=encoding).split("\n")


@given(st.lists(DATES.filter(_valid), min_size=1, max_size=40), st.integers(30, 140))
@settings(max_examples=200, deadline=None)
def test_any_dates_fit_any_width(texts: list[str], width: int) -> None:
    """Whatever the dates, the drawing is no wider than the screen, and each date has its sign where there is room."""
    lines = _axis(*texts, width=width)
    assert all(len(line) <= width for line in lines)
    assert any(sign in "".join(lines[2:]) for sign in "━●╌") == (width >= NARROW)


def test_a_narrow_screen_has_the_dates_in_words() -> None:
    """Without room for a picture what happened stands beside its date, both in as many lines as they take."""
    rows = [("2022-06/2023", "Summer 2022–2023", "Fighting in the towns of the valley"), ("2024", "2024", "Peace")]
    rows.append(("2024", "2024", "Elections"))
    assert draw(Axis([Row(*row) for row in rows]), 40, colour=False).splitlines() == [
        "Summer 2022–2023  Fighting in the towns",
        "                  of the valley",
        "2024              Peace",
        "                  Elections",
    ]


def test_a_long_date_is_its_beginning_in_words() -> None:
    """No date is shown as it is stored where there is room for words."""
    assert _axis("2018-11-15/2019-03-10", "2017")[2].startswith("15 November 2018…")


def test_the_axis_is_to_scale() -> None:
    """Equal times are equally long: 2000 to 2005 takes half of 2000 to 2010."""
    lines = {line.split()[0]: line for line in _axis("2000/2004", "2000/2009", "2010")[2:] if line}
    short, long = lines["2000/2004"].count("━"), lines["2000/2009"].count("━")
    assert abs(2 * short - long) <= 2


def test_each_kind_of_date_has_its_own_sign() -> None:
    """An interval is a bar, a day or a month a point, and a year no more exact than a year."""
    lines = _axis("2019", "2024-09/2027", "2028-02", "2031-05-16")
    marks = [line.split()[-1] for line in lines[2:6]]
    assert set(marks[0]) == {"╌"}
    assert set(marks[1]) == {"━"}
    assert len(marks[1]) > len(marks[0]) > 1
    assert marks[2:] == ["●", "●"]


def test_ascii_has_signs_of_its_own() -> None:
    """Without Unicode the same drawing is made of ASCII."""
    drawn = "\n".join(_axis("2019", "2024-09/2027", "2028-02", encoding="ascii"))
    assert drawn.replace("–", "-").isascii()  # the words are brought to ASCII on the way out
    assert {"=", "*", ".", "+"} <= set(drawn)


def test_a_date_that_is_the_same_is_said_once() -> None:
    """Of two events of one date, the second has no date beside it."""
    lines = _axis("2014", "2014", "2022")[2:5]
    assert [line[:6].strip() for line in lines] == ["2014", "", "2022"]


@given(st.lists(st.tuples(DATES.filter(_valid), st.text("ab ", max_size=50)), min_size=1), st.integers(30, 140))
def test_any_label_fits_any_width(rows: list[tuple[str, str]], width: int) -> None:
    """An event's name stands beside its mark or below it, whole, and within the screen."""
    shown = draw(Axis([Row(edtf, edtf, label) for edtf, label in rows]), width, colour=False)
    assert max(map(len, shown.split("\n"))) <= width
    told = shown.replace("\n", " ").split()
    assert all(word in "".join(told) for _, label in rows for word in label.split())


def test_a_label_stands_where_there_is_room() -> None:
    """To the right of its mark, else to the left, else below; one line each but for the last."""
    rows = [("2000", "2000", "first"), ("2019", "2019", "last"), ("2010", "2010", "x" * 48)]
    lines = draw(Axis([Row(*row) for row in rows]), 80, colour=False).split("\n")[2:]
    assert lines[0].endswith("╌ first")
    assert re.search("last ╌+$", lines[1])
    assert lines[2].endswith("╌")
    assert lines[3].endswith("x" * 48)


def test_short_times_have_months_for_ticks() -> None:
    """A year's worth of dates is marked off in months."""
    assert "May 2025" in _axis("2025-05-16", "2025-03")[0]


def test_no_date_draws_nothing() -> None:
    """Without dates there is no axis."""
    assert not "".join(_axis())


def test_a_date_stands_once() -> None:
    """Of events of one date in succession only the first has it, however the source calls it."""
    rows = [("2020-05-03", "Sunday", "A"), ("2020-05-03", "3 May 2020", "B"), ("2020-05-04", "4 May 2020", "C")]
    lines = draw(Axis([Row(*row) for row in rows]), 80, colour=False, encoding="utf-8").split("\n")[2:]
    assert "Sunday" in "".join(lines)
    assert "3 May 2020" not in "".join(lines)


@pytest.mark.parametrize(
    ("words", "long", "short"),
    [
        ("Sunday", "Sunday (3 May 2020)", "3 May 2020"),
        ("on 3 May 2020", "on 3 May 2020", "on 3 May 2020"),
        (None, "3 May 2020", "3 May 2020"),
    ],
)
def test_what_does_not_tell_the_year_comes_with_the_date(words: str | None, long: str, short: str) -> None:
    """A weekday alone says nothing months later."""
    fact = Fact(id="a", answer="It rained.", date="2020-05-03", date_text=words)
    assert (when(fact), when(fact, short=True)) == (long, short)


def test_the_beginning_of_a_label_is_cut_to_its_line() -> None:
    """It is cut already, and so takes no line of its own; a whole label does."""
    begun = "The harbour board of the town of Kella decided on the new…"
    rows = [Row("2010", "2010", "Start"), Row("2016-03", "March 2016", begun), Row("2020", "2020", "End")]
    lines = draw(Axis(rows), 80, colour=False).split("\n")
    (line,) = [line for line in lines if "The harbour board" in line]
    assert "●" in line
    assert "…" in line
    whole = [rows[0], Row("2016-03", "March 2016", begun.removesuffix("…") + " long pier"), rows[2]]
    assert begun.removesuffix("…") + " long pier" in draw(Axis(whole), 80, colour=False)
