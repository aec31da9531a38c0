"""What has no full stop is told where it is a sentence, and left out where it is a heading or a credit."""

import pytest

from talkscli.article.readers import parse
from talkscli.extract.facts import Maker

FIRST = "Nur volle Anträge können bearbeitet werden, die bis Mai beim Amt eingehen."
TAILS = [
    ("Das Formular steht auf den Seiten des Amtes bereit. https://amt.example/a.pdf", True),
    ("Das Formular steht auf den Seiten des Amtes", True),
    ("Das Formular steht auf www.amt.example", True),
    ("(Kella Images)", False),
    ("Anna Berg/AFP/Kella Images", False),
]


@pytest.mark.parametrize(("tail", "told"), TAILS)
def test_the_end_of_a_paragraph(tail: str, told: bool) -> None:
    """Behind a sentence, what goes on in its line is told; who took a picture is not."""
    more = "Das Land zahlte an alle Jäger aus, die es bis zum Ende des Jahres wollten."
    document = parse(f"# Prämie\n\n{FIRST} {tail}\n\n{more}\n", ".md", "test")
    answers = [fact.answer for fact in Maker(document, "report", "Prämie").facts()]
    assert (tail in " ".join(answers)) is told
    assert FIRST in answers


LINES = [
    ("The way from the old pier to the new one is now, as all of the people here know, a long one of two days", True),
    ("A Long Way From the Old Pier to the New One of All of the Ferries in the North", False),
    ("Ferries late in all of the north", False),
]


@pytest.mark.parametrize(("line", "told"), LINES)
def test_a_line_without_an_end(line: str, told: bool) -> None:
    """A line without an end is told where it is longer than a headline, and as prose is written."""
    document = parse(f"# Report\n\nSnow fell all night.\n\n{line}\n\nRain fell at noon.\n", ".md", "test")
    assert (line in [fact.answer for fact in Maker(document, "report", "Report").facts()]) is told
