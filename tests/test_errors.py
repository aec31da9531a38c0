"""Errors: what a fault tells, and the exit code that it ends in."""

import pytest

from talkscli.errors import ArticleError, ExitCode, StoreError, TalksError, UsageError


@pytest.mark.parametrize(
    ("kind", "code"), [(TalksError, 3), (StoreError, 3), (ArticleError, 3), (UsageError, 2)], ids=lambda v: str(v)
)
def test_each_kind_of_fault_has_its_exit_code(kind: type[TalksError], code: int) -> None:
    """Wrong usage ends in 2, whatever can't be used in 3."""
    assert kind("what is wrong").code == code


def test_a_fault_is_its_message() -> None:
    """The text of a fault is the message alone; what to do about it is kept apart."""
    error = StoreError("x.json: there is no such store", "check the path")
    assert str(error) == error.message == "x.json: there is no such store"
    assert error.hint == "check the path"


def test_a_fault_needs_no_hint() -> None:
    """Where nothing can be advised, there is no hint."""
    assert TalksError("what is wrong").hint is None


def test_exit_codes_are_the_contract() -> None:
    """The codes are those that scripts rely on."""
    assert {code.name: code.value for code in ExitCode} == {
        "FOUND": 0, "NOTHING": 1, "USAGE": 2, "UNUSABLE": 3, "BUG": 70, "INTERRUPTED": 130,
    }  # fmt: skip
