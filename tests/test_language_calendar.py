"""EDTF dates: which days they cover, which are refused, how they are said."""

from datetime import date, timedelta

import pytest
from helpers import quick
from hypothesis import given
from hypothesis import strategies as st

from talkscli.language.calendar import MONTHS, Span, parse, say

DAYS = st.dates()
POINTS = DAYS.flatmap(lambda d: st.sampled_from([f"{d:%Y}".zfill(4), f"{d:%Y-%m}".zfill(7), d.isoformat()]))


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Make an interval that ends no earlier than it begins."""
    start, end = sorted([draw(POINTS), draw(POINTS)], key=parse)
    return f"{start}/{end}" if parse(start).first <= parse(end).last else f"{start}/{start}"


EDTF = POINTS | intervals()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("2014", (2014, 1, 1), (2014, 12, 31), id="year"),
        pytest.param("2022-02", (2022, 2, 1), (2022, 2, 28), id="month"),
        pytest.param("2024-02", (2024, 2, 1), (2024, 2, 29), id="month of a leap year"),
        pytest.param("1900-02", (1900, 2, 1), (1900, 2, 28), id="no leap year"),
        pytest.param("2022-12", (2022, 12, 1), (2022, 12, 31), id="December"),
        pytest.param("9999-12", (9999, 12, 1), (9999, 12, 31), id="the last month there is"),
        pytest.param("0001", (1, 1, 1), (1, 12, 31), id="the first year there is"),
        pytest.param("2025-05-16", (2025, 5, 16), (2025, 5, 16), id="day"),
        pytest.param("2024-02-29", (2024, 2, 29), (2024, 2, 29), id="leap day"),
        pytest.param("2022-06/2023", (2022, 6, 1), (2023, 12, 31), id="month to year"),
        pytest.param("2022/2022-03", (2022, 1, 1), (2022, 3, 31), id="year to month in it"),
        pytest.param("2022/2022", (2022, 1, 1), (2022, 12, 31), id="interval of one year"),
        pytest.param("2025-05-16/2025-05-17", (2025, 5, 16), (2025, 5, 17), id="two days"),
    ],
)
def test_a_date_covers_its_days(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """A date begins with its first day and ends with its last one."""
    assert parse(text) == Span(date(*first), date(*last))


@pytest.mark.parametrize(
    "text",
    ["", " ", "May 2025", "soon", "25", "202", "20255", "2025-5", "2025-05-1", "2025-05-16T10:00", "2025-05-16Z",
     "2025-", "-2025", "2025/", "/2025", "/", "2022/2023/2024", "2022//2023", "../2025", "2025~", "2025?", "202X",
     " 2025", "2025 ", "2025\n", "20٢5", "２０２５", "2025–2026", "16.05.2025", "2025/05/16", "\x00", "Y2025"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    """Whatever is not of the four forms is a ValueError that shows the text and what a date looks like."""
    with pytest.raises(ValueError, match="is not a date such as 2014, 2022-02, 2025-05-16 or 2022-06/2023"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "2025-13", "2022-21", "2025-02-29", "2025-04-31", "2025-01-32", "0000", "2022/2025-13",
        pytest.param("2025-00"), pytest.param("2025-01-00"),
        pytest.param("2025/2026-00"),
    ],
)  # fmt: skip
def test_what_the_calendar_lacks_is_refused(text: str) -> None:
    """A year, month or day that does not exist is a ValueError that says which."""
    unit = {4: "year", 7: "month", 10: "day"}[len(text.rpartition("/")[2])]
    with pytest.raises(ValueError, match=f"is not a {unit} of the calendar"):
        parse(text)


@pytest.mark.parametrize("text", ["2023/2022", "2023-02/2023-01", "2025-05-17/2025-05-16", "2023-01-01/2022"])
def test_an_interval_runs_forward(text: str) -> None:
    """An interval that ends before it begins is refused."""
    with pytest.raises(ValueError, match="ends before it begins"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2014", "2014"),
        ("2022-02", "February 2022"),
        ("2025-05-16", "16 May 2025"),
        ("2025-05-06", "6 May 2025"),
        ("2022-06/2023", "June 2022 – 2023"),
        ("2019/2020-01-05", "2019 – 5 January 2020"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(text: str, said: str) -> None:
    """Words add no month or day that the date does not have."""
    assert say(text) == said


@quick
@given(text=EDTF)
def test_every_edtf_date_is_read_and_said(text: str) -> None:
    """A date of the four forms covers at least a day, and its words hold its years."""
    span = parse(text)
    assert span.first <= span.last
    assert all(point[:4] in say(text) for point in text.split("/"))


@quick
@given(day=DAYS)
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    """Year, month and day of the same date are nested."""
    year, month, itself = (parse(day.isoformat()[:n]) for n in (4, 7, 10))
    assert year.first <= month.first <= itself.first == day == itself.last <= month.last <= year.last
    assert MONTHS[day.month - 1] in say(day.isoformat())


@quick
@given(day=DAYS.filter(lambda d: d.month < 12))
def test_months_leave_no_gap(day: date) -> None:
    """The day after the end of a month is the first of the next."""
    following = f"{day.year:04}-{day.month + 1:02}"
    assert parse(day.isoformat()[:7]).last + timedelta(days=1) == parse(following).first


@quick
@given(one=EDTF, other=EDTF)
def test_order_is_by_first_day(one: str, other: str) -> None:
    """Spans sort by the day that they begin on, then by the one that they end on."""
    first, second = sorted([parse(one), parse(other)])
    assert (first.first, first.last) <= (second.first, second.last)


@quick
@given(one=EDTF, other=EDTF)
def test_overlap_is_mutual(one: str, other: str) -> None:
    """If one date overlaps another, the other overlaps it: just when a day lies in both."""
    a, b = parse(one), parse(other)
    assert a.overlaps(b) == b.overlaps(a) == (max(a.first, b.first) <= min(a.last, b.last))
    assert a.overlaps(a)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("2022", "2022-12-31", True),
        ("2022", "2023", False),
        ("2022-06/2023", "2023-12-31", True),
        ("2022-06/2023", "2022-05-31", False),
        ("2025-05-16", "2025-05-16", True),
    ],
)
def test_dates_overlap_where_they_share_a_day(one: str, other: str, shared: bool) -> None:
    """One day in common is enough, adjoining is not."""
    assert parse(one).overlaps(parse(other)) is shared


@quick
@given(text=st.text())
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    """Nothing but a ValueError comes of text that is no date, and its message stays one line of text."""
    try:
        assert parse(text).first <= parse(text).last
    except ValueError as error:
        assert str(error).isprintable()
