"""Who says a quotation: behind an office, in somebody's service, with a verb that only there says something."""

from talkscli.article.readers import parse
from talkscli.extract.build import make


def _spoken(text: str) -> list[tuple[str | None, str | None]]:
    """Tell who says each quotation of a text, and whose claim each is."""
    facts = make(parse(text, ".md", "test"), "test").facts
    return [(fact.speaker, fact.attribution) for fact in facts if fact.quote]


def test_a_name_behind_an_office_and_its_field_speaks() -> None:
    """Whose office tells what it is for is who says so, not somebody without a name."""
    assert _spoken("Minister of Works Anna Berg said the pier “gives us hope for better days”.")[0][0] == "anna-berg"
    assert _spoken("Head of Ferries and Ports Anna Berg called it “a very good day for us”.")[0][0] == "anna-berg"


def test_the_place_of_an_office_does_not_speak() -> None:
    """What somebody without a name is mayor of says nothing."""
    assert (
        _spoken("Anna Berg came. The mayor of Anna Berg said the pier “gives us hope for better days”.")[0][0] is None
    )


def test_who_serves_somebody_is_another() -> None:
    """Behind what somebody's spokesman did, "he" is that spokesman."""
    text = "On Monday, Tom Reed's spokesman declined to tell. He said: “We are all going to wait for that.”"
    assert _spoken(text) == [(None, "Tom Reed's spokesman")]


def test_any_verb_says_a_quotation_where_a_participle_follows() -> None:
    """A verb that says nothing elsewhere closes a quotation, be it with what he meant."""
    text = "Tom Reed came.\n\n“They told us about the pier in May,” Reed testified, referring to the port."
    assert _spoken(text) == [("tom-reed", None)]
