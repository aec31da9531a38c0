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


GERMAN = [
    ("als Sprecherin lobte ", " ihn", None),
    ("das Amt von Gründungsintendant ", ".", (3, "Gründungsintendant")),
    ("und ihr Teamkollege ", " sind da", (3, "Teamkollege")),
    ("den Chef der neuen Werft ", ",", (3, "Chef der neuen Werft")),
    ("das Buch des Nobelpreisträgers ", ".", (3, "Nobelpreisträger")),
    ("die Biologen ", " und Eva Berg", (3, "Biologe")),
    ("die Biologinnen Ada Moe und ", " fanden", (3, "Biologin")),
    ("die Biologin Ada Moe und ", " fanden", None),
    ("die Künstler*innen ", " und Eva Berg", (3, "Künstler*in")),
    ("Es traf ", ", Virologe an der University of Kella, ein", (2, "Virologe an der University of Kella")),
    ("Der Vorgänger im Amt war sein Vater, ", ", der", None),
    ("Da lag der Datenträger ", ".", None),
]


@pytest.mark.parametrize(("before", "after", "role"), GERMAN)
def test_what_somebody_is_in_german(before: str, after: str, role: tuple[int, str] | None) -> None:
    """The noun counts in the form that it has alone, and of one; a verb stands in no role."""
    assert post_around(before, after, "de") == role


def test_a_name_behind_a_body_is_the_bodys() -> None:
    """A name behind "agencia" is not that of the official who spoke to it."""
    assert post_around("dijo un funcionario a la agencia ", ".", "es") is None


def test_an_office_in_brackets() -> None:
    """What stands in brackets behind a name is an office where it begins with one."""
    assert post_around("los empleados ", " (directora de Finanzas) y otros", "es") == (2, "directora de Finanzas")
    assert post_around("los empleados ", " (de la directora) y otros", "es") is None
