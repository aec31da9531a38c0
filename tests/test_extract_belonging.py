"""What somebody is of, where no office stands beside the name."""

import pytest
from test_extract_names import cast

from talkscli.extract.belonging import belonging

OF = [
    ("“It is late,” said Anna Aalto of Vintra.", "of Vintra"),
    (
        "“It is late,” said Anna Aalto from Vintra's Danish partner Selby Nets.",
        "from Vintra's Danish partner Selby Nets",
    ),
    (
        "Anna Aalto, from the Holm College of Art and Design, agreed with them.",
        "from the Holm College of Art and Design",
    ),
    ("They told it to Anna Aalto of the Selby Hospital and Tom Reed of Vintra.", "of the Selby Hospital"),
    ("Anna Aalto at Vintra says that it is late.", "at Vintra"),
    ("They met Anna Aalto of Scotland and Norland's Tom Reed.", "of Scotland"),
    ("Last year they bought Anna Aalto from Vintra for a song.", None),
    ("They accused Anna Aalto of leaving Vintra in the dark.", None),
    ("They stripped Anna Aalto of Olympic medals in May.", None),
    ("They met Anna Aalto at the harbour in Selby.", None),
    ("“It is late,” said the engineer Anna Aalto of Vintra.", "engineer"),
]


@pytest.mark.parametrize(("text", "role"), OF)
def test_what_somebody_is_of(text: str, role: str | None) -> None:
    """Where no office is told, the body or place behind the name is; what belongs to a verb is not."""
    assert cast(f"# Report\n\n{text}\n")["Anna Aalto"].role == role


def test_where_somebody_is_from_ends_a_sentence() -> None:
    """Behind "said" and a name, where that one is from may end the sentence; elsewhere it may belong to the verb."""
    assert belonging("“It is late,” said ", ", at Vontra Markets. It was") == "at Vontra Markets"
    assert belonging("They found ", ", at Vontra Markets. It was") is None
