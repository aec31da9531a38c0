"""Names that were put into an answer, so that it can be read alone."""

import pytest

from talkscli.language import insertions


@pytest.mark.parametrize(
    ("answer", "names", "article"),
    [
        ("She [Anna Berg] left.", {"Anna Berg"}, "She left."),
        ("Her [Anna Berg’s] boat sank.", {"Anna Berg"}, "Her boat sank."),
        ("Anna Berg: “It is late.”", {"Anna Berg"}, "“It is late.”"),
        ("A. Berg: “It is late.”", {"A. Berg"}, "“It is late.”"),
        ("She [Anna Berg] sighed. Anna Berg: “It is late.”", {"Anna Berg"}, "She sighed. “It is late.”"),
        ("The rule says: it is late.", set(), "The rule says: it is late."),
    ],
)
def test_what_was_put_in_is_found_and_taken_out(answer: str, names: set[str], article: str) -> None:
    """Beside a pronoun, and before a quotation wherever it begins a sentence."""
    assert insertions.inserted(answer) == names
    assert insertions.without(answer) == insertions.without(answer, names) == article
    assert names == set() or insertions.without(answer, {"Tom Reed"}) == answer
