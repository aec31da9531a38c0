"""Rows of the index are read once and kept, up to a limit."""

import pytest

from talkscli.search.index import table
from talkscli.search.index.table import Table


def counting(rows: dict[int, str]) -> tuple[Table[int, str], list[list[int]]]:
    """Give a table of these rows, and a list of what it reads."""
    asked: list[list[int]] = []

    def read(keys: list[int]) -> list[tuple[int, str]]:
        asked.append(list(keys))
        return [(key, rows[key]) for key in sorted(keys) if key in rows]

    return Table(read), asked


def test_rows_come_in_the_order_of_their_keys() -> None:
    """However they are read, rows come as they were asked for, and what there is none of is left out."""
    rows, _ = counting({1: "a", 2: "b", 3: "c"})
    assert list(rows.get([3, 9, 1]).items()) == [(3, "c"), (1, "a")]
    assert list(rows.get([2, 3, 1]).items()) == [(2, "b"), (3, "c"), (1, "a")]


def test_a_row_is_read_once() -> None:
    """Only what was not read before is read, and nothing where all was."""
    rows, asked = counting({1: "a", 2: "b"})
    rows.get([1])
    rows.get([1, 2])
    assert rows.get([2, 1]) == {2: "b", 1: "a"}
    assert asked == [[1], [2]]


def test_no_keys_read_nothing() -> None:
    """Nothing asked is nothing read."""
    rows, asked = counting({1: "a"})
    assert rows.get([]) == {}
    assert asked == []


def test_more_rows_than_are_kept_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once there are more than the limit, all go when a new one comes; what is asked with it is read again."""
    monkeypatch.setattr(table, "KEPT", 2)
    rows, asked = counting({1: "a", 2: "b", 3: "c", 4: "d"})
    rows.get([1, 2])
    rows.get([3])
    rows.get([1, 2, 3])
    assert asked == [[1, 2], [3]]  # three are more than two, but none is new
    assert rows.get([4, 1]) == {4: "d", 1: "a"}
    rows.get([1, 4])
    rows.get([2])
    assert asked == [[1, 2], [3], [4, 1], [2]]


def test_a_short_table_is_read_whole_after_many_look_ups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then nothing is read any more, whether there is such a row or none."""
    monkeypatch.setattr(table, "MANY", 2)
    stored, asked = {1: "a", 2: "b", 3: "c", 4: "d"}, []
    wholes = []

    def read(keys: list[int]) -> list[tuple[int, str]]:
        asked.append(list(keys))
        return [(key, stored[key]) for key in keys if key in stored]

    def whole() -> list[tuple[int, str]]:
        wholes.append(1)
        return list(stored.items())

    rows = Table(read, whole)
    assert rows.get([1, 2, 9]) == {1: "a", 2: "b"}
    assert rows.get([4, 8, 1]) == {4: "d", 1: "a"}
    assert rows.get([3, 7]) == {3: "c"}
    assert rows[2] == "b"
    with pytest.raises(KeyError):
        rows[7]
    assert (asked, wholes) == ([[1, 2, 9]], [1])
