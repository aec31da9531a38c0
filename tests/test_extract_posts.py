"""What somebody is, told in other languages than English."""

import pytest

from talkscli.extract.posts import post_around

CASES = [
    ("fr", "hier, le juge ", " a parlé", (3, "juge")),
    ("fr", "dit le commissaire à l’économie ", ".", (3, "commissaire à l’économie")),
    ("fr", "dit le directeur général du port, ", ".", (3, "directeur général du port")),
    ("fr", "dit ", ", directrice générale du port (PK), a", (2, "directrice générale du port")),
    ("fr", "dit l’avocat de ", ".", None),
    ("es", "pidió el martes al presidente del puerto, ", ", que", (3, "presidente del puerto")),
    ("es", "la ministra ", " dijo", (3, "ministra")),
    ("de", "Die Ministerpräsidentin ", " (SPD) sagte", (3, "Ministerpräsidentin")),
    ("it", "l’imprenditore texano ", ", nominato", (3, "imprenditore texano")),
    ("ru", "с министром ", " и", (3, "министром")),
    ("es", "el puente de ", ", que es viejo", None),
]


@pytest.mark.parametrize(("language", "before", "after", "role"), CASES)
def test_what_somebody_is(language: str, before: str, after: str, role: tuple[int, str] | None) -> None:
    """The noun for an office counts with what it is for, before the name, or behind it and a comma."""
    assert post_around(before, after, language) == role
