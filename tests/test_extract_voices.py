"""Bodies of which nothing is told but that they say something."""

import pytest

from talkscli.article.readers import parse
from talkscli.extract.cast import Cast


def _kinds(text: str) -> dict[str, str | None]:
    return {e.name: e.kind for e in Cast(parse(text, ".md", "test")).entities}


def test_a_name_that_only_says_something_is_a_body() -> None:
    """One word that says something, and is called as nobody is, is a body."""
    assert _kinds("The pier is old, Vontra said in May. They asked for Vontra at the port.") == {
        "Vontra": "organisation"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The pier is old, Vontra said in May.",
        "The pier is old, Vontra said when he left. They asked for Vontra at the port.",
        "The pier is old, Vontra said in May. They asked for Ollo Vontra at the port.",
        "The pier is old, Vontra said in May. They asked for the blogger Vontra at the port.",
        "The pier is old, Vontra said in May. They asked for a vontra, and Vontra came.",
        "The pier is old, Vontra calls for it. They asked for Vontra at the port.",
    ],
)
def test_a_name_that_may_be_somebodys_is_no_body(text: str) -> None:
    """Who is named once, as people are, or as a common word is, is no body for saying something."""
    assert "organisation" not in _kinds(text).values()
