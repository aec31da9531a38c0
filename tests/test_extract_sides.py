"""What is told of somebody, and on whose side he is."""

import pytest

from talkscli.extract.sides import side_of, sound
from talkscli.language.matcher import Matcher


def _side(role: str) -> str | None:
    names = {
        "UK": "country",
        "China": "country",
        "Chinese": "country",
        "Sweden": "country",
        "Germany": "country",
        "Lund": "organisation",
    }
    found = Matcher((name, name) for name in names).find(role)
    return side_of(role, found, names)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("role", "side"),
    [
        ("head of UK equities at Lund", "Lund"),
        ("China scholar with Lund", "Lund"),
        ("ambassador to Sweden", None),
        ("economist resident in Sweden", None),
        ("Chinese vice-premier", "Chinese"),
        ("Chinese scholar with Lund", "Chinese"),
        ("Germany coach", "Germany"),
        ("president of Sweden", "Sweden"),
        ("head of Sweden and mayor", "Sweden"),
    ],
)
def test_a_country_that_somebody_deals_with_is_not_his(role: str, side: str | None) -> None:
    """What a role deals with, or where it is held, is no side."""
    assert _side(role) == side


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("owns the Kella Rovers team", "owns the Kella Rovers team"),
        ("William Dean", None),
        ("coroner for", "coroner"),
        ("co-head of Vintra will step down", "co-head of Vintra"),
        ("Tory MP", "Tory MP"),
        ("German Chancellor", "German Chancellor"),
        ("managers of the port", "managers of the port"),
    ],
)
def test_a_role_tells_what_somebody_is(role: str, told: str | None) -> None:
    """A name or a phrase cut short is no role."""
    assert sound(role) == told
