"""Who and what news names: roles with all their words, bodies that are spoken for, towns by an age."""

import pytest

from talkscli.article.readers import parse
from talkscli.extract.cast import Cast
from talkscli.store.model import Entity


def _cast(text: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in Cast(parse(text, ".md", "test")).entities}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Yesterday North Korea's leader, Anna Berg, left.", "Anna Berg", "North Korea's leader"),
        ("It was led by Radio 1's controller, Anna Berg.", "Anna Berg", "Radio 1's controller"),
        ("He met Bank of Kella governor Anna Berg.", "Anna Berg", "Bank of Kella governor"),
        ("Anna Berg, minister for ferries added, is away.", "Anna Berg", "minister for ferries"),
        ("Anna Berg, the president in May, left.", "Anna Berg", "president"),
        ("Anna Berg is the queen of Kella and thus the head of it.", "Anna Berg", "queen of Kella"),
        ("Anna Berg, the head of the team last year, left.", "Anna Berg", "head of the team"),
        ("After the announcement WKLA finance spokesman Anna Berg left.", "Anna Berg", "WKLA finance spokesman"),
        ("The car was hers, said Lt. Anna Berg, Kella Police spokesman.", "Anna Berg", "Kella Police spokesman"),
        ("Tom Reed, the man behind Vontra, left.", "Tom Reed", "man behind Vontra"),
        ("She beat fellow Norlander Anna Berg.", "Anna Berg", None),
        ("The current prime minister is Anna Berg, who won twice.", "Anna Berg", "current prime minister"),
        ("It was late, and the musical's director was Anna Berg.", "Anna Berg", "musical's director"),
        ("The trouble with the port is Anna Berg.", "Anna Berg", None),
        ("The head of the port is Anna Berg's brother.", "Anna Berg", None),
        (
            "However, Vik Pound, the chairman of the Ferry Authority, left.",
            "Vik Pound",
            "chairman of the Ferry Authority",
        ),
    ],
)
def test_the_role_at_a_name_has_its_words_and_no_more(text: str, name: str, role: str | None) -> None:
    """Whose an office is belongs to it, when somebody had it and who told so does not."""
    assert _cast(text)[name].role == role


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("“We won,” said Vontra's Tom Reed.", "Vontra", "organisation"),
        ("The head of the ferry group VNTR Tom Reed is to leave.", "Tom Reed", "person"),
        ("Tom Reed told the Kella Leader Monday that he won.", "Kella Leader", "organisation"),
        ("They arrested Tom Reed, 32, of Franklin, and left.", "Franklin", "place"),
        ("Sold were The Times and the San Diego Union-Tribune on Monday.", "San Diego Union-Tribune", "organisation"),
    ],
)
def test_what_a_name_in_news_is(text: str, name: str, kind: str) -> None:
    """A body is known by who speaks for it and by whom it was told; who follows its name is somebody else."""
    assert _cast(text)[name].kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# Berg sidesteps Davis Cup in 2005\n\nAnna Berg will not play.", "Davis Cup"),
        ("“If you come to Norwich, you see it. I want it in Norwich and I want it now,” she said.", "Norwich"),
    ],
)
def test_what_is_nobody(text: str, name: str) -> None:
    """A cup in a heading is nobody, nor is a town behind which somebody speaks of himself."""
    found = _cast(text).get(name)
    assert found is None or found.kind != "person"


def test_a_chinese_family_name_alone_is_whose_it_is() -> None:
    """It comes first, and stands alone where a sentence opens; not where all are called so."""
    told = _cast("Li Luhua, a doctor, wrote a post. Li explained that it was late.")["Li Luhua"]
    assert "Li" in told.aliases
    assert "Li" not in _cast("Li Luhua, a doctor, left. Li Luhua came.")["Li Luhua"].aliases
