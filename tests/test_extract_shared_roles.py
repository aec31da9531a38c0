"""What several people are, and where a role ends."""

import pytest

from talkscli.article.readers import parse
from talkscli.extract.cast import Cast


def _roles(text: str) -> dict[str, str | None]:
    return {e.name: e.role for e in Cast(parse(text, ".md", "test")).entities if e.kind == "person"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("It was built by Anna Berg, Tom Reed and Jan Vik – senior engineers of the port.", "senior engineer"),
        ("It was built by Anna Berg, Tom Reed and Jan Vik, all engineers, in May.", "engineer"),
        ("It was seen by the actresses Anna Berg, Tom Reed and Jan Vik.", "actress"),
    ],
)
def test_what_all_in_a_list_are(text: str, role: str) -> None:
    """What stands before or behind a list of people is told of each of them."""
    assert _roles(text) == {"Anna Berg": role, "Tom Reed": role, "Jan Vik": role}


def test_people_of_an_office_need_no_known_given_name() -> None:
    """An occupation of several makes people of names that no table has, what else is said of several does not."""
    assert _roles("It was seen by actresses Oruva Lint and Anna Berg.")["Oruva Lint"] == "actress"
    assert "Oruva Lint" not in _roles("It was sold to competitors Oruva Lint and Kella Air.")


@pytest.mark.parametrize("deed", ["told them so", "believes it", "argued for it"])
def test_a_role_ends_where_a_deed_begins(deed: str) -> None:
    """What somebody of a body did is no part of what he is, though no comma stands before it."""
    assert _roles(f"Anna Berg, engineer at Kella Ports {deed}.") == {"Anna Berg": "engineer at Kella Ports"}


def test_what_somebody_owns_belongs_to_a_role() -> None:
    """A participle behind an owner is no deed."""
    assert _roles("Anna Berg, keeper of Holm's painted boats, left.") == {"Anna Berg": "keeper of Holm's painted boats"}


def test_a_fellow_is_no_office() -> None:
    """Whose fellow somebody is tells nothing of him; where he is a fellow does."""
    assert _roles("Tom Reed met Berg's fellow Anna Holm there.")["Anna Holm"] is None
    assert _roles("It was research fellow Anna Holm who came.")["Anna Holm"] == "research fellow"


def test_who_will_be_named_has_a_role() -> None:
    """What somebody is unveiled or named as is what he is."""
    assert _roles("Tom Reed will be unveiled as the new Kella manager on Tuesday.")["Tom Reed"] == "new Kella manager"


def test_whom_somebody_speaks_for_behind_a_comma() -> None:
    """Where somebody is from tells of him, if it has a name."""
    assert _roles("Tom Reed, from the Kella Ports union said it was late.")["Tom Reed"] == "from the Kella Ports union"
    assert _roles("Tom Reed, from the union said it was late.")["Tom Reed"] is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tom Holm replaces veteran Anna Berg in the team.", "veteran"),
        ("Injury news leaves Kella boss Anna Berg without a plan.", "Kella boss"),
        ("It flew over the mayor's head, Anna Berg slipped in a boat.", None),
        ("It was after the fall of the mayor of Kella, Anna Berg, who left.", "mayor of Kella"),
        ("He left promptly, pushing referee Anna Berg aside.", "referee"),
        (
            "It was said by Anna Berg, a clerk at the firm Vintra and someone who has seen it.",
            "clerk at the firm Vintra",
        ),
        ("He said he was hopeful Anna Berg would come.", None),
        ("There was Anna Berg, Tom Reed and Elvis Bishop.", None),
        ("He spoke of the people who sing, Anna Berg wrote.", None),
        ("Kella magazine reviews editor Anna Berg came.", "Kella magazine reviews editor"),
    ],
)
def test_a_role_holds_no_deed(text: str, role: str | None) -> None:
    """What somebody does to whom a role belongs is no part of it, nor is a list, or what many do."""
    assert _roles(text)["Anna Berg"] == role


def test_whoever_speaks_is_no_number_of_a_king() -> None:
    """An "I" behind a name in a quotation, or before what only the speaker does, is the speaker."""
    assert "Martin I" not in _roles('She said: "I have told Martin I will be there for the next race."')
    assert "Martin I" not in _roles("I told Martin I've seen it.")
    assert "Martin I" in _roles("Martin I was crowned in Kella.")


def test_a_ministry_is_nobody() -> None:
    """What a minister is for is not the name of one, unless it ends with what may be one."""
    assert list(_roles("It was Anna Berg, State Minister for National Development Planning.")) == ["Anna Berg"]


def test_a_body_with_and_in_its_name_is_whole() -> None:
    """A long role is cut before a second office, and not within the name of a body."""
    role = "research scientist with the Bureau of Business and Economic Research"
    assert _roles(f"Anna Berg, a {role}, came.") == {"Anna Berg": role}


@pytest.mark.parametrize(("before", "role"), [("'They were cut,' ", "lawyer"), ("The parents' ", "parents' lawyer")])
def test_the_end_of_a_quotation_is_no_owner(before: str, role: str) -> None:
    """A mark behind a comma is not the apostrophe of several owners."""
    assert _roles(f"{before}lawyer Anna Berg said.") == {"Anna Berg": role}
