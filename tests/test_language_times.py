"""Months and seasons, by their names in several languages."""

from talkscli.language.times import months, seasons


def test_months_are_names() -> None:
    """Months are told by their number in any of three languages; in small letters only where they mean nothing else."""
    assert months("From January to Mai, then in жовтні and December") == {
        1: "January", 5: "Mai", 10: "жовтні", 12: "December",
    }  # fmt: skip
    assert months("august or march") == {8: "august"}
    assert months("May 2020, then May 2021, marching") == {5: "May"}


def test_a_season_is_the_same_in_any_language() -> None:
    """In whichever case it stands, and by whichever of its names."""
    assert seasons("in autumn").keys() == seasons("im Herbst").keys() == seasons("восени").keys() == {3}


def test_seasons_are_no_verbs() -> None:
    """Summer, autumn and winter are seasons in any case; "fall" and "spring" are mostly verbs."""
    assert seasons("Summer, WINTER, im Herbst, влітку; they spring and fall") == {
        2: "summer",
        4: "winter",
        3: "herbst",
    }
