"""Facts: what a sentence, a list, a question becomes, and who says it."""

from talkscli.article.readers import parse
from talkscli.extract.facts import MAX_ANSWER, Maker
from talkscli.language.slug import digest
from talkscli.store.model import Fact


def facts(text: str, suffix: str = ".md") -> list[Fact]:
    """Give the facts of an article under the title "Report"."""
    document = parse(f"# Report\n\n{text}\n", suffix, "test")
    return list(Maker(document, "report", "Report").facts())


def test_one_fact_a_sentence() -> None:
    """Each sentence is a fact that cites its section and paragraph, with an id made of both."""
    found = facts("Snow fell. Rain fell.\n\n## The sea\n\nWaves rose.")
    assert [(f.answer, f.citation.section, f.citation.paragraph) for f in found if f.citation] == [
        ("Snow fell.", "Report", 1), ("Rain fell.", "Report", 1), ("Waves rose.", "The sea", 1),
    ]  # fmt: skip
    assert [f.id for f in found] == [
        f"report-{digest('snow fell')}",
        f"report-{digest('rain fell')}",
        f"the-sea-{digest('waves rose')}",
    ]
    assert all(f.question is None and not f.faq and not f.phrasings for f in found)


def test_ids_stay_when_text_is_added() -> None:
    """A new paragraph, section or sentence changes no other fact's id."""
    before = {f.id for f in facts("Snow fell.\n\n## The sea\n\nWaves rose.")}
    after = {
        f.id for f in facts("Hail fell. Snow fell.\n\n## Winds\n\nIt blew.\n\n## The sea\n\nFoam came.\n\nWaves rose.")
    }
    assert before < after


def test_a_sentence_that_leans_takes_the_one_before() -> None:
    """Sentences with "It" or "She" alone say too little: the sentences that they lean on come with them."""
    found = facts("The pier was built in 1920. It is long. Mayor Oda Holm loves it. She walks there.")
    assert [f.answer for f in found] == [
        "The pier was built in 1920.",
        "The pier was built in 1920. It is long.",
        "Mayor Oda Holm loves it.",
        "Mayor Oda Holm loves it. She walks there.",
    ]
    assert found[3].about == ("oda-holm",)


def test_context_has_a_limit() -> None:
    """A sentence takes on no more than fits into an answer of 60 words and 400 letters."""
    found = facts("The pier " + "is long and " * 15 + "old. It is " + "so " * 20 + "cold.")
    assert found[1].answer.startswith("It is")
    assert all(len(f.answer) <= MAX_ANSWER for f in found)


def test_long_sentences_are_cut() -> None:
    """A sentence of more than 60 words gives several facts of at most 60."""
    found = facts("The pier is " + "long, and it is " * 40 + "old.")
    assert len(found) > 1
    assert all(len(f.answer.split()) <= 60 for f in found)


def test_a_list_keeps_its_lead_in() -> None:
    """A bullet is told with the words that lead into its list, the lead-in with all its bullets."""
    found = facts("Two things help. A trip needs:\n\n- A warm coat\n- Dry shoes")
    assert [(f.answer, f.citation.paragraph) for f in found if f.citation] == [
        ("Two things help.", 1),
        ("A trip needs: A warm coat; Dry shoes", 1),
        ("A trip needs: A warm coat", 2),
        ("A trip needs: Dry shoes", 3),
    ]


def test_questions_and_answers() -> None:
    """A question heading and a Q/A pair give a fact with question and answer, marked as the source's own."""
    found = facts("## Is it cold?\n\nYes. It was -5 degrees in May 2020.\n\n## More\n\nQ: Is it wet?\nA: No.")
    assert [(f.question, f.answer, f.faq, f.date) for f in found] == [
        ("Is it cold?", "Yes. It was -5 degrees in May 2020.", True, "2020-05"),
        ("Is it wet?", "No.", True, None),
    ]


def test_a_long_answer_gives_its_sentences_too() -> None:
    """An answer of more than 60 words stands whole, and its sentences can be found as well."""
    found = facts(
        "## Is it cold?\n\n"
        + "It is cold in winter here. " * 1
        + "The wind is sharp and wet. "
        + "Snow lies deep here. " * 15
    )
    assert found[0].faq
    assert "The wind is sharp and wet." in [f.answer for f in found[1:]]


def test_two_dates_give_two_dated_facts() -> None:
    """A sentence with two dates gives one dated fact for each, and ids of their own."""
    found = facts("It began in 2014 and ended in February 2022.")
    assert [(f.date, f.date_text) for f in found] == [("2014", "2014"), ("2022-02", "February 2022")]
    assert found[1].id == f"{found[0].id}-2"
    assert found[0].answer == found[1].answer


def test_quotations() -> None:
    """Words that somebody says are a quotation with its speaker: named before or behind, "she", or speaking on."""
    found = facts(
        "Mayor Oda Holm said, “We are proud of the pier.” “Nobody fell in,” she added. “Not one.”\n\n"
        "“It is too long,” said the engineer Tom Reed. The engineer called it “a wet mistake.” "
        "A baker called it “a dry joke.”"
    )
    assert [(f.quote, f.speaker) for f in found if f.quote] == [
        ("We are proud of the pier.", "oda-holm"),
        ("Nobody fell in", "oda-holm"),
        ("Not one", "oda-holm"),
        ("It is too long", "tom-reed"),
        ("a wet mistake", "tom-reed"),
        ("a dry joke", None),
    ]


def test_the_right_one_of_two_speaks() -> None:
    """The speaker is who does the saying, not who is told of by the way or addressed."""
    found = facts(
        "Mayor Oda Holm, who followed Tom Reed, said: “We go on as before.” “I warned them,” said the baker, Ida Vang. "
        "Tom Reed told Ida Vang that it was “far too late.”"
    )
    assert [f.speaker for f in found if f.quote] == ["oda-holm", "ida-vang", "tom-reed"]


def test_what_is_no_quotation() -> None:
    """Titles of works and single words in quotation marks are no quotations."""
    found = facts("The film “The Long Way Home” is “good”. It was the best case of “harbour architecture” there.")
    assert [f.quote for f in found] == [None, None]


def test_attribution() -> None:
    """Who says so is told where somebody does; the source's own story has none."""
    found = facts(
        "According to the harbour police, two men fell. Officials said that it was dark. Norway denied it. "
        "Mayor Oda Holm warned that more would fall. She admitted that lamps were missing. The water was cold."
    )
    assert [f.attribution for f in found] == ["harbour police", "Officials", "Norway", "Oda Holm", "Oda Holm", None]


def test_a_swede_is_no_country() -> None:
    """Where "the Swede said", it is somebody spoken of before, not Sweden."""
    found = facts("Champion Dag Berg won the cup. “I had luck in the end,” the Swede said.")
    assert found[1].speaker == "dag-berg"


def test_the_same_sentence_twice_is_one_fact() -> None:
    """A sentence that stands twice in a section is told once."""
    assert len(facts("Snow fell.\n\nSnow fell.")) == 1
