"""The drawn time axis."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkscli.language import calendar
from talkscli.render.axis import Axis
from talkscli.render.console import draw

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
    return draw(Axis([(text, text) for text in texts]), width, colour=False, encoding=encoding).split("\n")


@given(st.lists(DATES.filter(_valid), min_size=1, max_size=40), st.integers(30, 140))
@settings(max_examples=200, deadline=None)
def test_any_dates_fit_any_width(texts: list[str], width: int) -> None:
    """Whatever the dates, the drawing is no wider than the screen, and each date has its sign."""
    lines = _axis(*texts, width=width)
    assert all(len(line) <= width for line in lines)
    assert any(sign in "".join(lines[2:]) for sign in "━●╌▁▂▃▄▅▆▇█")


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


def test_facts_of_one_date_share_a_row() -> None:
    """A date is drawn once, however many facts have it."""
    assert len(_axis("2014", "2014", "2022")) == len(_axis("2014", "2022"))


def test_short_times_have_months_for_ticks() -> None:
    """A year's worth of dates is marked off in months."""
    assert "May 2025" in _axis("2025-05-16", "2025-03")[0]


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_crowd_of_dates_becomes_heights(encoding: str) -> None:
    """More dates than fit a screen are drawn as one row: the higher, the more."""
    texts = [f"2020-{m:02}-{d:02}" for m in (1, 2, 6) for d in range(1, 29)]
    lines = _axis(*texts, encoding=encoding)
    assert len(lines) < 8
    assert "84 dates" in "".join(lines)


def test_no_date_draws_nothing() -> None:
    """Without dates there is no axis."""
    assert not "".join(_axis())
