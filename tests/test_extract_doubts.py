"""Pronouns that stay without a name, as it is not plain whom they mean."""

import pytest

from talkscli.article.readers import parse
from talkscli.extract.facts import Maker


def told(text: str) -> str:
    """Give the facts of an article as one text."""
    document = parse(f"# Report\n\n{text}\n", ".md", "test")
    return "\n".join(fact.answer for fact in Maker(document, "report", "Report").facts())


@pytest.mark.parametrize(
    "text",
    [
        "Martin Berg opened the school. At first the man did not speak. He was no smoker in those years.",
        "Martin Berg opened the school. It was odd that the patient went home. His mother, a nurse, was against it.",
        "Martin Berg told the tale of a young man who saw a nurse in May. His doctor thought of a cold.",
        "Martin Berg opened the school. Korvo-Tan was found guilty of theft in May. He is now facing a trial.",
        "A note lay under papers of Martin Berg and letters to Peter Lund. He was seen in the park on Monday.",
    ],
)
def test_somebody_without_a_name_came_between(text: str) -> None:
    """Where "the man" or two men were spoken of last, "he" and "his" stay without a name."""
    assert "[" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Martin Berg opened the school. During the visit he was seen in long talks with Berg.",
        "Clara Lund judged the dance. On hearing that she would be in the final, Anna Reed wept.",
        "Martin Berg opened the school. Asked whether he was happy with that, Mr Reed told a paper that he was.\n\n"
        "Jan Reed said no more.",
    ],
)
def test_the_sentence_itself_tells_that_it_is_another(text: str) -> None:
    """Whom the sentence names beside "he" is not he, and "When she left, Anna Reed …" is about Anna Reed."""
    assert "he [" not in told(text)


def test_who_is_only_told_of_before_the_pronoun() -> None:
    """At a meeting held by somebody else speaks who spoke before; who acts there is meant."""
    before = "Peter Lund said the trade is fair. "
    assert "he [Peter Lund] said" in told(
        f"{before}At a meeting held by minister Martin Berg, he said rates should float."
    )
    assert "he [Martin Berg] said" in told(f"{before}When Martin Berg opened the school in May, he said it was late.")


def test_plain_pronouns_have_their_name() -> None:
    """Nobody else was spoken of: the name stands beside the pronoun."""
    assert "[Martin Berg]" not in told("Martin Berg opened the school. He Luwen wrote three books about ferries.")
    assert "He [Martin Berg] wrote" in told("Martin Berg opened the school. He wrote three books about ferries.")
    assert "she [Anna Reed] was ill" in told('Anna Reed opened the bridge. Asked if she was ill, Ms Reed said: "I am."')
    came = "The note came as Martin Berg prepared to meet Peter Lund and Jan Holm. He is the only guest from abroad."
    assert "He [Martin Berg] is" in told(came)
    assert "he [Martin Berg] drew" in told("While Martin Berg sings like a poet, he drew a line under it in May.")
    seen = "Peter Lund opened the bridge. Nor does Martin Berg see it as a gain. He sees it as a test for all."
    assert "He [Martin Berg] sees" in told(seen)


def _claims(text: str) -> list[tuple[str, str | None]]:
    document = parse(f"# Report\n\n{text}\n", ".md", "test")
    return [(fact.answer, fact.attribution) for fact in Maker(document, "report", "Report").facts()]


def test_it_is_not_known_stands_alone() -> None:
    """What the source says of a claim is not joined to it: "it" there stands for nothing before."""
    found = dict(_claims('"The quay is unsafe," Anna Reed said. It is not known whether the quay was ever inspected.'))
    assert found == {
        '"The quay is unsafe," Anna Reed said.': "Anna Reed",
        "It is not known whether the quay was ever inspected.": None,
    }


def test_a_claim_ends_with_its_sentence() -> None:
    """A sentence that leans on somebody's claim is not that one's; "she said", "that would" go on with it."""
    claim = "The harbour office said a boy ate the berries on Monday."
    assert [whose for _, whose in _claims(f"{claim} It was founded by farmers in the old town.")] == [None]
    assert [whose for _, whose in _claims(f"{claim} That would make him ill for many days.")] == ["harbour office"]
    assert [whose for _, whose in _claims(f"{claim} It also said the berries were from abroad.")] == ["harbour office"]


@pytest.mark.parametrize("role", ["union president and veteran campaigner", "head of the port and veteran critic"])
def test_who_is_two_things_speaks(role: str) -> None:
    """Of "Peter Holm, president and campaigner said" the speaker is the one named, not the second thing that he is."""
    document = parse(f'# Report\n\nPeter Holm, {role} said: "Nobody is safe in the port."\n', ".md", "test")
    maker = Maker(document, "report", "Report")
    assert [fact.speaker for fact in maker.facts() if fact.quote] == ["peter-holm"]


@pytest.mark.parametrize("verb", ["said", "has said", "have warned", "has also said"])
def test_the_head_of_a_body_is_not_the_body(verb: str) -> None:
    """What a body's chief says is not said by the body, in the perfect neither."""
    text = f"The Heritage League's director {verb} that the quay is unsafe. The Heritage League has members."
    assert _claims(text)[0][1] == "Heritage League's director"


def test_a_firm_may_be_called_by_a_title() -> None:
    """Behind a title a body's word, or one for goods, is no family name; others are."""
    document = parse(
        "# Report\n\nAdmiral Insurance grew. Baron Foods closed. Count Sports sold it. President Tarn left.\n",
        ".md",
        "test",
    )
    people = [entity.name for entity in Maker(document, "report", "Report").entities if entity.kind == "person"]
    assert people == ["Tarn"]


def test_an_office_is_nobody_who_is_named_later() -> None:
    """Not "the actor" before any name the actor of the next paragraph."""
    text = "The actor refused it, saying: “I will not go.”\n\nAn aide said that he looked like Tom Reed, an actor of old.\n"
    document = parse(f"# Report\n\n{text}\n", ".md", "test")
    assert [fact.speaker for fact in Maker(document, "report", "Report").facts() if fact.quote] == [None]
    document = parse(f"# Report\n\nTom Reed, an actor, was asked.\n\n{text}\n", ".md", "test")
    assert [fact.speaker for fact in Maker(document, "report", "Report").facts() if fact.quote] == ["tom-reed"]
