"""Which sentences tell what something with a name is."""

import pytest

from talkscli.language.meaning import tells_what, written


@pytest.mark.parametrize(
    "text",
    [
        "Vintra is a brewer of dark ales.",
        "Vintra, which is one of the biggest employers, closed.",
        "Vintra (est. 1901) was the oldest brewery there.",
        "Vintra, a brewer, closed.",
        "Ada Moe, a clerk at Vintra, one of the biggest brewers, left.",
        "Vintra, the investment bank, is advising her.",
        "It was bought by the ferry company Vintra.",
        "Vintra was an Aldanian brewery run by two sisters.",
        "VINTRA are well-known dark ales that keep for years.",
        "A spokesman for the Veldhaven Institute of Natural Tides (VINTRA) agreed.",
    ],
)
def test_what_it_is_is_told(text: str) -> None:
    """Behind the name, before it, or by its letters."""
    assert tells_what(text, ["Vintra", "VINTRA"])


@pytest.mark.parametrize(
    "text",
    [
        "Vintra closed.",
        "At Vintra, a clerk said that it was late.",
        "Vintra, the workers say, is late.",
        "Ada Moe, a clerk at Vintra, left.",
        "They accused Vintra of it.",
        "A rival Vintra plant (Vintra) closed.",
        "Vintrax is a brewer.",
        "Vintra are closed on Mondays, says the clerk.",
        "Vintra are in two towns.",
    ],
)
def test_where_it_is_but_named(text: str) -> None:
    """Another's description is not its own."""
    assert not tells_what(text, ["Vintra"])


def test_a_word_with_a_hyphen_is_one() -> None:
    """Each of its parts has to be asked for."""
    text = "Tilly-7, a droid, met a tilly at 7."
    assert written(text, {"tilli", "7"}) == ["Tilly-7", "tilly", "7"]
    assert written(text, {"tilli"}) == ["tilly"]
