"""What is taken for no person, place or body, as the whole document tells."""

import pytest

from talkscli.article.document import Block, Document, Section
from talkscli.extract.cast import Cast


def named(*texts: str, language: str = "en") -> dict[str, str | None]:
    """Give the entities of a document with what they are."""
    blocks = tuple(Block(text) for text in texts)
    return {e.name: e.kind for e in Cast(Document("Notes", (Section(None, blocks),), language=language)).entities}


NO_PERSON = {
    "a common word": ["The draft became a Kella Candidate Recommendation in May."],
    "letters": ["Ask PM PT for the numbers. PT smiled."],
    "letters behind a given name": ["They sold Anna OS with it.", "Anna OS X is old."],
    "letters behind a word": ["Heartbeat RPC hoped for more. Heartbeat RPC smiled."],
    "a thing": ["Kelvo Analytics attended the fair.", "Look at the analytics of Kelvo."],
    "a word of the text": ["Mum smiled and hugged her.", "The other mum left."],
}


@pytest.mark.parametrize("texts", NO_PERSON.values(), ids=NO_PERSON)
def test_no_person(texts: list[str]) -> None:
    """Common words, letters, and things of which a person's deed is told are nobody."""
    assert "person" not in named(*texts).values()


PERSON = {
    "a title": (["President Storm left.", "A storm is near."], "Storm"),
    "part of a name": (["Eva Storm left the hall.", "A storm is near. Storm smiled."], "Eva Storm"),
    "a given name": (["Rose smiled, and she left.", "The rose is red."], "Rose"),
    "a word that is often a name": (
        ["Gate tweeted that he was late.", "Then Gate left. So Gate sat. And Gate met her."],
        "Gate",
    ),
    "an office": (["Zzelva Hill, the head of the port, left.", "A hill is near."], "Zzelva Hill"),
}


@pytest.mark.parametrize(("texts", "name"), PERSON.values(), ids=PERSON)
def test_still_a_person(texts: list[str], name: str) -> None:
    """A title, a given name, an office, a longer name, many capitals keep a common word somebody's name."""
    assert named(*texts).get(name) == "person"


def test_a_thing_in_a_heading_is_nobody() -> None:
    """Where all words have capitals, a given name before a word of the text is none."""
    section = Section("Oscar Dress Stolen", (Block("The dress of the actress was stolen from her room in May."),))
    assert not any(e.kind == "person" for e in Cast(Document("Notes", (section,))).entities)
    section = Section("Oscar Berg Speaks", (Block("The dress of the actress was stolen from her room in May."),))
    assert [e.name for e in Cast(Document("Notes", (section,))).entities] == ["Oscar Berg"]
    section = Section("Oscar Activate Clause", (Block("The club has paid for the keeper of the other club in May."),))
    assert not any(e.kind == "person" for e in Cast(Document("Notes", (section,))).entities)


def test_german_nouns_are_nobody() -> None:
    """A function word before a noun, or an article or the plural elsewhere, tells that it is but a noun."""
    told = named(
        "Die Techniker Krankenkasse zahlt. Beim Verlust hilft die Krankenkasse.",
        "Ihre Krankenkasse sagt es. Beim Verlust sagte man es.",
        language="de",
    )
    assert "person" not in told.values()
    told = named("Nun zahlt auch Techniker Krankenkasse. Es gibt viele Krankenkassen.", language="de")
    assert "person" not in told.values()


NO_PLACE = {
    "a program": ["Run it in Kelvodock. Kelvodock starts. The Kelvodock image is here, and so is Kelvodock 5."],
    "signs": ["Set it in APP_URL and in Q3."],
    "a hump": ["It is written in KelvoWriter and in VAuth."],
    "a common word": ["There were more cases in Phoning.", "They went on phoning."],
    "somebody": ["Eva Zellvik spoke. They believe in Zellvik."],
}


@pytest.mark.parametrize("texts", NO_PLACE.values(), ids=NO_PLACE)
def test_no_place(texts: list[str]) -> None:
    """What stands behind "in" is no place where it is a program, a word, a person's name."""
    assert "place" not in named(*texts).values()


def test_still_a_place() -> None:
    """What mostly stands where places do is one."""
    assert named("They live in Orrinby. Boats left from Orrinby, and Orrinby slept.").get("Orrinby") == "place"


NO_BODY = {
    "one of them": ["Sign the KVR. You need a KVR."],
    "several": ["Look at the KVR. There are three KVRs."],
    "spelt out": ["We use Kella Value Route (KVR) for it."],
    "before nouns": ["Send the KVR file to us. All KVR files are here."],
}


@pytest.mark.parametrize("texts", NO_BODY.values(), ids=NO_BODY)
def test_a_term_is_no_body(texts: list[str]) -> None:
    """Letters that are counted, spelt out as no body, or stand before nouns are a term."""
    assert named(*texts) == {}


def test_letters_that_act_are_a_body() -> None:
    """What speaks is a body, also where it is spelt out or stands before a noun."""
    assert named("Kella Value Route (KVR) said so. A letter of the KVR came.").get("KVR") == "organisation"
    assert named("A report by the KVR came.").get("KVR") == "organisation"
