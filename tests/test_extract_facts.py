"""Facts: what a sentence, a list, a question becomes, and who says it."""

import pytest
from helpers import quick
from hypothesis import example, given
from hypothesis import strategies as st

from talkscli.article.readers import parse
from talkscli.extract.drafts import MAX_ANSWER, Draft
from talkscli.extract.facts import Maker
from talkscli.extract.proof import proved
from talkscli.language.slug import digest
from talkscli.store.model import Fact


def facts(text: str, suffix: str = ".md") -> list[Fact]:
    """Give the facts of an article under the title "Report"."""
    document = parse(f"# Report\n\n{text}\n", suffix, "test")
    return list(Maker(document, "report", "Report").facts())


def test_one_fact_a_sentence() -> None:
    """Each sentence is a fact that cites its section and paragraph, with an id made of both."""
    found = facts("Snow fell all night. Rain fell at noon.\n\n## The sea\n\nWaves rose very high.")
    assert [(f.answer, f.citation.section, f.citation.paragraph) for f in found if f.citation] == [
        ("Snow fell all night.", "Report", 1), ("Rain fell at noon.", "Report", 1),
        ("Waves rose very high.", "The sea", 1),
    ]  # fmt: skip
    assert [f.id for f in found] == [
        f"report-{digest('snow fell all night')}",
        f"report-{digest('rain fell at noon')}",
        f"the-sea-{digest('waves rose very high')}",
    ]
    assert all(f.question is None and not f.faq and not f.phrasings for f in found)


def test_ids_stay_when_text_is_added() -> None:
    """A new paragraph, section or sentence changes no other fact's id."""
    sea = "## The sea\n\n{}Waves rose very high."
    before = {f.id for f in facts("Snow fell all night.\n\n" + sea.format(""))}
    after = {
        f.id
        for f in facts(
            "Hail fell at noon. Snow fell all night.\n\n## Winds\n\nStrong winds were blowing.\n\n"
            + sea.format("Foam covered the beach.\n\n")
        )
    }
    assert before < after


def test_a_sentence_that_leans_is_told_with_the_one_before() -> None:
    """A sentence with "It" alone says too little: it is one fact with the sentence that it leans on."""
    found = facts("The pier was built in 1920. It is long. The water is rather cold. This is a pity.")
    assert [f.answer for f in found] == [
        "The pier was built in 1920. It is long.",
        "The water is rather cold. This is a pity.",
    ]


def test_a_name_stands_beside_a_pronoun() -> None:
    """Where "she" is plain, her name is put beside it, over paragraphs too; else nothing is told."""
    found = facts("Mayor Oda Holm loves the pier. She walks there daily.\n\nHer dog loves it too.")
    assert [(f.answer, f.subject) for f in found] == [
        ("Mayor Oda Holm loves the pier.", ("oda-holm",)),
        ("She [Oda Holm] walks there daily.", ("oda-holm",)),
        ("Her [Oda Holm’s] dog loves it too.", ()),
    ]
    assert found[1].about == ("oda-holm",)


def test_both_of_two_are_told_alone() -> None:
    """What is told of both of two can be read alone where it says what they are."""
    both = "Both sides hoped that the swap would help."
    assert facts(f"The talks {'went on and ' * 17} on. {both}")[-1].answer == both


def test_no_room_for_the_sentence_before() -> None:
    """A sentence takes on no more than fits into an answer of 60 words: then the subject before is named beside "it"."""
    found = facts("The Port Authority " + "has money and " * 18 + "a ship. It is " + "so " * 20 + "poor.")
    assert found[1].answer.startswith("It [Port Authority] is so")
    assert all(len(f.answer) <= MAX_ANSWER for f in found)


def test_what_is_no_sentence_is_no_fact() -> None:
    """A line without an end and without a verb tells nothing alone."""
    assert [f.answer for f in facts("Photo of the old pier\n\nThe pier closed in May")] == ["The pier closed in May"]


def test_a_short_sentence_is_told_with_its_neighbour() -> None:
    """A sentence of fewer than four words stands behind the one before it, or before the one behind it."""
    told = [
        "Serves 4. Cooking takes 35 minutes.",
        "Oda Holm thanked the crew. Nobody was sacked. The firm agreed.",
        "Ann Hill stayed at home. How sad.",
    ]
    assert [f.answer for f in facts("\n\n".join(told).replace("home. How", "home.\n\nHow"))] == told


def test_a_line_that_names_what_it_tells_is_a_fact() -> None:
    """What stands behind a label is told, but not who took a picture; a short one goes with the line before it."""
    found = facts("Present: Oda Holm (chair), Ann Hill\n\nApologies: Bo Lund\n\nPhoto: the old pier at noon")
    assert [f.answer for f in found] == ["Present: Oda Holm (chair), Ann Hill. Apologies: Bo Lund."]


def test_short_items_are_told_together() -> None:
    """A list without a lead-in, of which an item says too little alone, is told with its heading."""
    found = facts("## Ingredients\n\n- 250 g red lentils\n- 2 carrots\n- salt\n\n## Method\n\nCook them for an hour.")
    assert [(f.answer, f.citation.paragraph, f.citation.last) for f in found if f.citation] == [
        ("Ingredients: 250 g red lentils; 2 carrots; salt.", 1, 3), ("Cook them for an hour.", 1, None),
    ]  # fmt: skip


def test_a_sign_behind_an_address_is_an_end() -> None:
    """Behind an item that ends with an address stands one sign, behind a sentence that does so no second stop."""
    clubs = "## Clubs\n\n- Kella Sewing Club https://kella.example/sew\n- Chess by Berg\n- Ice Night"
    assert [f.answer for f in facts(clubs)] == [
        "Clubs: Kella Sewing Club https://kella.example/sew; Chess by Berg; Ice Night."
    ]
    (step,) = facts("- Sign in to your account at https://kella.example/.")
    assert step.answer == "Sign in to your account at https://kella.example/."


def test_a_nested_heading_keeps_its_parent() -> None:
    """Items under "Added" are told with the version above it, whose date is theirs; they cite the nearest heading."""
    found = facts(
        "## 3.2.0 - 2026-02-11\n\n### Added\n\n- Support for long piers.\n\n## 3.1.0\n\n- A pier of wood is new."
    )
    assert [(f.answer, f.date, f.topics) for f in found] == [
        ("3.2.0 - 2026-02-11, Added: Support for long piers.", "2026-02-11", ("added", "3-2-0-2026-02-11")),
        ("A pier of wood is new.", None, ("3-1-0",)),
    ]
    assert found[0].citation
    assert found[0].citation.section == "Added"


def test_a_heading_that_tells_more_than_a_date_dates_nothing() -> None:
    """What stands under a heading with a date in a sentence need not be of that day."""
    assert facts("## The talks of 16 May 2025 in brief\n\nThe pier is very old.")[0].date is None
    assert facts("## 16 May 2025\n\nThe pier was closed. Ann Hill left in 2019.")[0].date == "2025-05-16"


def test_it_at_the_head_of_a_paragraph_may_be_something_else() -> None:
    """Behind a paragraph of several sentences "it" is not joined to the last of them."""
    found = facts("Two ferries collided at noon. The shares fell by 7 percent.\n\nIt was the second collision in May.")
    assert [f.answer for f in found][1:] == ["The shares fell by 7 percent.", "It was the second collision in May."]


_SENTENCE = st.lists(st.sampled_from("It This Ferries rose sank fell here and late".split()), min_size=1, max_size=12)
_ITEMS = st.lists(_SENTENCE, min_size=1, max_size=9)


@quick
@example([(True, [["It"], ["It"]])])
@example([(True, [["It"] * 11, *[["It"] * 12] * 4, ["It", "This"]])])
@example([(True, [["It"] * 3] * 25)])
@example([(True, [["It"] * 9, ["It"] * 11, *[["It"] * 12] * 3, ["It"] * 2, ["It", "It", "This"]])])
@given(st.lists(st.tuples(st.booleans(), _ITEMS), min_size=1, max_size=5))
def test_no_word_is_lost(blocks: list[tuple[bool, list[list[str]]]]) -> None:
    """What a section of paragraphs and lists says stands in its facts, where it has words enough for one."""
    blocks = [(False, [["The", "pier", "is", "long"]]), *blocks]
    told = [
        "\n".join(f"- {' '.join(item)}" for item in rows) if listed else " ".join(f"{' '.join(row)}." for row in rows)
        for listed, rows in blocks
    ]
    answers = " ".join(f.answer for f in facts("\n\n".join(told)))
    for _, rows in blocks:
        for row in rows:
            assert " ".join(row) in answers


def test_a_row_of_a_table_is_a_fact() -> None:
    """Each row is told once, each cell with the head of its column."""
    found = facts("| Pier | Length |\n|---|---|\n| West pier | 640 m |\n| East pier | 120 m |")
    assert [f.answer for f in found] == ["Pier: West pier; Length: 640 m.", "Pier: East pier; Length: 120 m."]


def test_long_sentences_are_cut() -> None:
    """A sentence of more than 60 words gives several facts of at most 60."""
    found = facts("The pier is " + "long, and it is " * 40 + "old.")
    assert len(found) > 1
    assert all(len(f.answer.split()) <= 60 for f in found)


def test_code_is_shown_but_tells_nothing() -> None:
    """Code stays with its sentence in lines of its own, cut at a line, and gives no date, name or quotation."""
    code = "\n".join(f'$ tides --since 2014 Norway says "high water in {year}" | sort' for year in range(2001, 2020))
    found = facts(f"The tool prints the tides.\n\n```\n{code}\n```\n\nIt was written by Oda Holm.")
    first = found[0]
    assert first.answer.startswith("The tool prints the tides.\n\n    $ tides --since 2014 Norway")
    assert set(first.answer.splitlines()[2:-2]) <= {f"    {line}" for line in code.splitlines()}
    assert first.answer.endswith("| sort\n\nIt was written by Oda Holm.")
    assert len(first.answer.split()) <= 60
    assert not any(f.date or f.quote or f.attribution or "norway" in f.about for f in found)


def test_a_short_list_is_one_fact() -> None:
    """A list with its lead-in is told as one; it cites all its items."""
    found = facts("Two things always help. A trip needs:\n\n- A warm coat\n- Dry shoes")
    assert [(f.answer, f.citation.paragraph, f.citation.last) for f in found if f.citation] == [
        ("Two things always help.", 1, None),
        ("A trip needs: A warm coat; Dry shoes.", 1, 3),
    ]


def test_each_item_of_a_long_list_is_told_with_its_lead_in() -> None:
    """Where a list is too long for one fact, each item is told with the words that lead into it."""
    items = [f"A coat for day {n} that is warm and dry and not too dear" for n in range(1, 7)]
    found = facts("A trip needs:\n\n" + "\n".join(f"- {item}" for item in items))
    assert [f.answer for f in found] == [f"A trip needs: {item}." for item in items]


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
    found = facts("The work began in 2014 and ended in February 2022.")
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
    assert [f.quote for f in found] == [None]
    assert [f.quote for f in facts("Mayor Oda Holm wore a “rather old” coat. She read of a plan called “new start”.")] == [
        None, None,
    ]  # fmt: skip


def test_a_long_quotation_needs_nobody_who_says_it() -> None:
    """Many words in quotation marks are somebody's, although the sentence does not tell whose."""
    found = facts("The harbour “has been shut for far too many months”, and ships left.")
    assert [(f.quote, f.speaker) for f in found] == [("has been shut for far too many months", None)]


def test_one_word_that_somebody_says_is_a_quotation() -> None:
    """Somebody may say one word; a name, a coined word, or one that nobody is told to say is none."""
    found = facts(
        "Mayor Oda Holm called the plan “reckless”. She went to the “Aurora”, she said. Low prices meant a “rush” of them."
    )
    assert [(f.quote, f.speaker) for f in found] == [("reckless", "oda-holm"), (None, None), (None, None)]


def test_a_word_with_its_meaning_is_no_quotation():
    """Whoever names something does not say what the name means."""
    found = facts("Oda Holm named the ship after a word of the sailors: Vintra means “fearless”.")
    assert [f.quote for f in found] == [None]


def test_they_are_not_one_person():
    """Beside "they" stands the name of a body, never that of somebody."""
    found = facts(
        "Oda Holm found the two wrecks of the bay in 1977. She named the wrecks after the daughters of the old god of the "
        "sea and of the storms, whom every child of the coast knows by heart. Both are made of oak and iron, and are "
        "covered in sand and in loose stones that the storms have brought. They are tiny next to the ships of today, and "
        "are irregularly shaped, since they lack enough of their planks to stand upright in the sand."
    )
    assert found[-1].answer.startswith("They are tiny")


def test_a_quotation_runs_over_paragraphs() -> None:
    """A quotation that ends only in a later paragraph has one speaker, who is named before each part."""
    found = facts("Mayor Oda Holm said: “The pier is old.\n\n“It will be mended.” The work begins in May.")
    assert [(f.answer, f.quote, f.speaker) for f in found] == [
        ("Mayor Oda Holm said: “The pier is old.”", "The pier is old.", "oda-holm"),
        ("Oda Holm: “It will be mended.”", "It will be mended.", "oda-holm"),
        ("The work begins in May.", None, None),
    ]


def test_a_country_does_not_speak_through_its_capital() -> None:
    """A word made of a town's name is no speaker."""
    found = facts("Norway is far away. “It is far too late,” the Oslo-based club said. Oslo is in Norway.")
    assert [(f.speaker, f.attribution) for f in found if f.quote] == [(None, "Oslo-based club")]


def test_subject_and_event() -> None:
    """The subject is whose deed it is; the event says in few words of the sentence what happened on the date."""
    found = facts(
        "In 2014 Norway closed the old pier, which had long been unsafe. The pier was bought by the Port Authority in "
        "May 2015. Mayor Oda Holm said that it would open in 2016. The Norway talks failed in 2017. Norway agreed in 2018 to "
        "exchange 1,000 boats that had been seized there."
    )
    assert [(f.subject, f.date, f.event) for f in found] == [
        (("norway",), "2014", "Norway closed the old pier"),
        (("port-authority",), "2015-05", "Pier was bought by the Port Authority"),
        (("oda-holm",), "2016", None),
        ((), "2017", "Norway talks failed"),
        (("norway",), "2018", "Norway agreed to exchange 1,000 boats"),
    ]
    assert all(set(f.subject) <= set(f.about) for f in found)


EVENTS = [
    ("Born in 1912 and schooled in Norway, Oda Holm became a clerk.", None),
    ("Oda Holm joined the Royal Choir in 1942 and rose to the rank of captain.", "Oda Holm joined the Royal Choir"),
    ("Oda Holm and Paul King were hurt by men who had come to the harbour in 2016.", None),
    ("Talks were near an end when Norway left the room in 2019.", "Norway left the room"),
    ("In 2020, the mayor, Oda Holm, formally opened the old harbour.", "Oda Holm opened the old harbour"),
    ("The ships, clad in white, reached the harbour in 2020, and left it.", "Ships reached the harbour, and left it"),
    ("The harbour was closed in 2021 to help the town, and “many” ships left.", "Harbour was closed to help the town"),
    (
        "Oda Holm and Paul King were hurt by the men of the old harbour in 2016.",
        "Oda Holm and Paul King were hurt",
    ),
    ("Paul King came. His first match in the harbour will be in 2021.", None),
    ("The harbour was shut because it was feared that Norway had left in 2014.", None),
    ("Oda Holm came after seeing ships in 2012.", None),
    ("Oda Holm ran aground early on 3 May 2012.", "Oda Holm ran aground"),
    ("The vote on the port was held on 4 May 2012, a Friday.", "Vote on the port was held"),
    ("The page of the port was made on 4 May 2012, a day before Oda Holm left.", "Page of the port was made"),
    ("The harbour was closed until 4 May 2012.", None),
]


def test_an_event_of_two_dates_names_no_other() -> None:
    """Where the same happened again, the label ends before "and again"."""
    assert facts("The harbour was flooded in 1953 and again in 1972.")[0].event == "Harbour was flooded"


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_what_happened_is_told_by_the_clause_of_the_date(text: str, event: str | None) -> None:
    """The clause that has the date tells what happened then, cut where something is added; if it is plain whose it is."""
    assert [fact.event for fact in facts(text) if fact.date] == [event]


def test_the_evening_of_an_event_is_no_part_of_it() -> None:
    """What is taken out for the date takes "night's" with it."""
    dated = parse("---\ndate: 2031-03-12\n---\n# Report\n\nTuesday night's debate ended the long row.\n", ".md", "test")
    assert next(iter(Maker(dated, "report", "Report").facts())).event == "Debate ended the long row"


def test_an_event_keeps_its_abbreviation() -> None:
    """An event at "5 p.m." does not lose its last full stop."""
    assert (
        facts("Mayor Oda Holm cut the ribbon at 5 p.m. on 3 May 2021.")[0].event
        == "Mayor Oda Holm cut the ribbon at 5 p.m."
    )


def test_attribution() -> None:
    """Who says so is told where somebody does; the source's own story has none."""
    found = facts(
        "According to the harbour police, two men fell. Officials said that it was dark. Norway denied all of it. "
        "Mayor Oda Holm warned that more would fall. She admitted that lamps were missing. The water was cold."
    )
    assert [f.attribution for f in found] == ["harbour police", "officials", "Norway", "Oda Holm", "Oda Holm", None]
    assert facts("Deux marins sont morts, selon la police du port.")[0].attribution == "la police du port"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Care in the harbour relies on specialized boats and the people who can sail them.", None),
        ("At least five men fell into the harbour, according to Dr. Eva Berg, head of the ward.", "Dr. Eva Berg"),
        ("The need for more boats in the harbour has been acknowledged by all who work there.", None),
        (
            "“There are no more boats for that,” said a clerk for the Ports and Ferries Association on Monday.",
            "clerk for the Ports and Ferries Association",
        ),
    ],
)
def test_who_claims_what(text: str, told: str | None) -> None:
    """A participle behind a preposition, or a passive, claims nothing; a title or a name of several words is whole."""
    assert facts(text)[0].attribution == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Am Montag kamen laut dem Hafenamt im Schnitt 10,13 Boote in den alten Hafen von Kella.", None),
        ("Die Boote fuhren laut hupend in den alten Hafen von Kella und legten dort am Kai an.", None),
        ("Die neue Brücke ist laut Kella Energie die längste im ganzen Norden des Landes.", None),
        (
            "Los barcos llegaron al puerto viejo de Kella el lunes, según la policía del puerto.",
            "la policía del puerto",
        ),
        ("Los barcos llegaron al puerto viejo de Kella el lunes, para la fiesta del puerto.", None),
    ],
)
def test_according_to_in_other_languages(text: str, told: str | None) -> None:
    """Who says so is a noun phrase, never the rest of the sentence; "laut" may be loud."""
    assert [f.attribution for f in facts(f"{text} {'Nada más se supo.' if 'puerto' in text else ''}")][:1] == [told]


def test_a_speaker_who_is_named_before() -> None:
    """The verb of a speaker who is left out gets the name; a fact rests on where a speaker is named that it does not."""
    text = (
        "El alcalde Bo Lund visitó el puerto viejo de Kella el lunes con toda su gente.\n\n"
        "“El puente es largo y bonito y todos lo queremos usar ya”, dijo Bo Lund ante la prensa.\n\n"
        "“La obra costó mucho menos de lo que todos en el puerto pensaban”, añadió.\n"
    )
    found = [f for f in facts(text) if f.quote and "obra" in f.quote]
    assert [(f.speaker, f.answer[-len("añadió [Bo Lund].") :]) for f in found] == [("bo-lund", "añadió [Bo Lund].")]
    told, names = Draft(source="", answer="", first=3, last=3, attribution="Bo Lund"), {"bo-lund": "Bo Lund"}
    assert proved(told, {"bo-lund": 2}, names, ["bo-lund"], "").first == 2
    assert proved(told, {}, names, ["bo-lund"], "").attribution is None


def test_a_verb_with_its_subject_behind_more_words() -> None:
    """Where more than the verb stands behind a quotation, its subject may; nobody from before says it."""
    text = (
        "“El puente es largo y bonito y todos lo queremos usar ya”, dijo Bo Lund ante la prensa.\n\n"
        "“No queremos más puentes en este puerto ni más barcos”, expuso este martes la gente del puerto viejo.\n"
    )
    assert [f.speaker for f in facts(text) if f.quote and "puentes" in f.quote] == [None]


def test_quotations_in_another_language() -> None:
    """Who speaks is told by a name, a pronoun, an office, or left out; what is said alone goes on."""
    text = (
        "« Il est tard à Kella, et le pont reste fermé », estime le maire de la ville, Tom Duval. « Il est trop vieux pour "
        "rester ouvert. » Il dit aussi que la ville doit attendre. « Nous avons déjà trop attendu », a-t-il ajouté.\n\n"
        "« C’est la ville qui va payer tout cela », a conclu le maire, qui part demain."
    )
    found = [(f.quote, f.speaker, f.answer) for f in facts(text) if f.quote]
    assert [speaker for _, speaker, _ in found] == ["tom-duval"] * 4
    assert found[1][2] == "Tom Duval: « Il est trop vieux pour rester ouvert. »"
    assert "a-t-il [Tom Duval] ajouté" in found[2][2]


def test_a_verb_without_a_subject_gets_a_name() -> None:
    """Where a language leaves out who speaks, the name stands behind the verb."""
    found = facts(
        "El alcalde Tomás Duval llegó ayer a la ciudad de Kella. “El puente está cerrado”, indicó Duval. Otra persona "
        "de la ciudad conoce a Ana Reed.\n\n“Es tarde para todos nosotros en la ciudad”, dijo en una reunión."
    )
    assert found[-1].answer.endswith("dijo [Tomás Duval] en una reunión.")
    assert found[-1].speaker == "tomas-duval"


def test_who_speaks_by_an_office_is_named_beside_it() -> None:
    """Where a second clause tells who says the words by an office, the name stands there."""
    found = facts(
        "Ann Reed, director of the port, came. Ms Reed spoke.\n\nThe water rose in all ports of the land by night, and "
        "the director noted that “time and again we have seen this”."
    )
    assert "the director [Ann Reed] noted" in found[-1].answer


def test_a_question_in_the_text_is_told_with_its_answer() -> None:
    """A question alone tells nothing; the sentence behind it goes with it, and keeps who says so."""
    found = facts(
        "The port is old. But why is it still so full? Mayor Ann Reed said it is the water.\n\nWho will pay for it all?"
    )
    assert [fact.answer for fact in found][1] == "But why is it still so full? Mayor Ann Reed said it is the water."
    assert found[1].attribution == "Ann Reed"


def test_a_pair_says_itself_who_speaks() -> None:
    """An answer is kept as it is set: who is only known from before speaks in none."""
    told = "Ann Reed won. “It is late now,” Ms Reed said."
    found = facts(f"**Who won?**\n\n{told}\n\n**And then?**\n\nThe judge declared, “It is much too late.”\n")
    assert [(f.quote, f.speaker) for f in found if f.faq] == [
        ("It is late now", "ann-reed"), ("It is much too late.", None),
    ]  # fmt: skip


def test_an_amount_in_an_attribution_is_whole() -> None:
    """A point within a number ends no attribution, a dash does."""
    told = facts("The water rose by night, according to some 2.5 million readers of the paper – and it was cold.")
    assert told[0].attribution == "some 2.5 million readers of the paper"


def test_whom_somebody_speaks_of_goes_on() -> None:
    """Where somebody named calls a person "him" something, "he" is that person; but who says more is who spoke."""
    told = "Paul King died on Monday. Mayor Tom Reed called him a giant of the port. "
    assert [fact.subject for fact in facts(f"{told} He left two ships.")][-1] == ("paul-king",)
    assert [fact.speaker for fact in facts(f"{told} He added: “So it is.”")][-1] == "tom-reed"


def test_a_swede_is_no_country() -> None:
    """Where "the Swede said", it is somebody spoken of before, not Sweden."""
    found = facts("Champion Lars Berg won the cup. “I had luck in the end,” the Swede said.")
    assert found[1].speaker == "lars-berg"


def test_what_only_leads_in_is_no_fact() -> None:
    """A sentence that ends with a colon tells nothing without what follows."""
    found = facts("The port has two rules:\n\n    no fires\n    no nets\n\nThe harbour master wrote them in May.")
    assert [f.answer for f in found if f.answer.endswith(":")] == []
    assert "The harbour master wrote them in May." in [f.answer for f in found]


NESTED = [
    (
        "1. Get an app. Some of these are good:\n   - Phone: Alva, Bern\n   - Desk: Cora\n1. Open the app on your phone.",
        [
            ("Get an app. Some of these are good: Phone: Alva, Bern; Desk: Cora.", 1, 3),
            ("Open the app on your phone.", 4, None),
        ],
    ),
    (
        "Take one of these:\n\n- The old app\n- A new one:\n   - Alva\n   - Cora\n- A key from the shop",
        [("Take one of these: The old app; A new one: Alva; Cora; A key from the shop.", 1, 6)],
    ),
    (
        "Plans:\n\n- Basic: red\n- Gold: blue\n\n1. Go to the page of the shop.\n1. Choose one of the plans.",
        [
            ("Plans: Basic: red; Gold: blue.", 1, 3),
            ("Go to the page of the shop.", 4, None),
            ("Choose one of the plans.", 5, None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "told"), NESTED)
def test_lists_within_lists(text: str, told: list[tuple[str, int, int | None]]) -> None:
    """Items under an item are told with it, and a counted list behind one with bullets is another."""
    assert [(f.answer, f.citation.paragraph, f.citation.last) for f in facts(text) if f.citation] == told


def test_the_same_sentence_twice_is_one_fact() -> None:
    """A sentence that stands twice in an article is told once."""
    assert len(facts("Snow fell all night.\n\nSnow fell all night.")) == 1


SPEAKERS = [
    ("Paul King came. The 55-year-old Frenchman said: “It is late again.”", "paul-king"),
    ("Anna Aalto won. Her rival Paul King was late; he later said that he had “lost a bet on it.”", "paul-king"),
    ("“It is late,” said Paul King, chief engineer at Vintra.", "paul-king"),
    ("Anna Aalto, head of ferries at Vintra, said the last boat was “late again”.", "anna-aalto"),
    ("Anna Aalto, a clerk at Vintra said the last boat was “late again”.", "anna-aalto"),
    ("Veteran Labour MP and former minister Anna Aalto said it was “late again”.", "anna-aalto"),
    ("Anna Aalto left. Ms Aalto's spokesman said it was “late again”.", None),
    ("Anna Aalto came. A police officer said it was late. “It is late again,” he said.", None),
    ("Anna Aalto told them that the work was hard and said it was “late again”.", "anna-aalto"),
    ("Paul King said no. The court heard of Tom Reed. “It is late,” he said.", "paul-king"),
    ("Asked about the boats Paul King said it was “late again”.", "paul-king"),
    ("When he met Tom Reed and Paul King, he said: “It is late.”", None),
    ("Tom Reed went out. He was beaten by Paul King. “I had my chances,” he said.", "tom-reed"),
    ("Tom Reed won. The entry was beaten by Paul King. “It was fun,” he said.", "tom-reed"),
    ("Tom Reed won. It was denied by Paul King, a clerk. “It is all wrong,” he said.", "paul-king"),
    ("Tom Reed won. The first of all lost to Paul King. “It was fun,” he said.", None),
    ("Tom Reed and Paul King met. “I never saw it,” he said.", None),
    ("Tom Reed came. Paul King was “late and slow”, he said.", "tom-reed"),
    ("Tom Reed came. Paul King was more careful: “It is late,” he said.", "paul-king"),
    ("Paul King won. “It is late,” the striker said.", "paul-king"),
    ("Paul King won. King's lawyer, Tom Reed, said it was “late again”.", "tom-reed"),
    ("Paul King won. “It is late,” added the two-time champion.", "paul-king"),
    ("Paul King won. “It is late,” the spokesman said.", None),
    ("Paul King won. “It is late,” the chairman of the cup said.", None),
    ("Paul King won. A referee said it was late. “It is late,” the striker said.", None),
    ("Paul King won. In the talk, first told by the Kella Times, the striker said it was “late again”.", "paul-king"),
    (
        "Mayor Tom Reed came. Reed's plans were so secret that Paul King, his clerk, did not know. “No, no,” he said.",
        "paul-king",
    ),
    ("Paul King came. The bank left. The port said it believes there is “no law”.", None),
    ("“It was late when we left the old pier,” comments Paul King of Vintra.", "paul-king"),
    ("“It was late when we left the old pier,” wrote 43-year-old Paul King.", "paul-king"),
    ("“It was late when we left the old pier,” Paul King, a clerk at Vintra, has written.", "paul-king"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_whose_words(text: str, speaker: str | None) -> None:
    """Who is named beside an office speaks; whose spokesman it is, or who was named before a stranger, does not."""
    assert [fact.speaker for fact in facts(text) if fact.quote] == [speaker]


def test_words_behind_what_is_told_of_the_speaker() -> None:
    """A quotation without a verb of saying is of who spoke before, where the sentence before it tells of that person."""
    found = facts("Anna Aalto said it was late. Ms Aalto wants more boats. “We need two more of them.”")
    assert found[-1].speaker == "anna-aalto"


def test_who_wrote_it() -> None:
    """The line that tells who wrote an article is a fact that answers who did."""
    first, *others = facts("By Oda Holm, The Post\n\nThe pier of the old town opened today.")
    assert (first.question, first.answer) == ("Who wrote this article?", "By Oda Holm, The Post.")
    assert [fact.answer for fact in others] == ["The pier of the old town opened today."]


def test_a_name_is_no_date() -> None:
    """A year that belongs to a name says nothing of when."""
    assert [fact.date for fact in facts("The rule stands in the Ferry Act of 1921 and holds today.")] == [None]


def test_somebody_without_a_name_speaks_on() -> None:
    """Whose words they are is told by the words for somebody who has no name."""
    found = facts("A police spokeswoman confirmed it. “No day was ever given,” she said.")
    assert [fact.attribution for fact in found if fact.quote] == ["police spokeswoman"]


def test_the_only_one_who_speaks() -> None:
    """A quotation alone is of the one person who is named and speaks in a section."""
    found = facts("Paul King said that it was late.\n\nThe boats are old.\n\n“We want to buy new boats.”")
    assert [fact.speaker for fact in found if fact.quote] == ["paul-king"]


ASIDE = [
    ("Oda Holm, who was elected in 2014, opened the pier in 2019.", ["2019"]),
    ("The pier, which stood there until independence in 1960, was sold.", []),
    ("Two men — who had sat there since 2014 — were freed in 2019.", ["2019"]),
    ("For the first time since the 1990s, the pier was open.", []),
    ("More boats came than in 2014, but fewer than in the 1990s.", []),
    ("It was the coldest winter on the pier since 2014.", []),
    ("It was the coldest winter on the pier since early 2014.", []),
    ("She is the first mayor since Paul King in 2014 to sail.", []),
    ("Tolls rose to $30 in 2019, up from $25 in 2014 and from $20 late in 2013.", ["2019"]),
    ("Tolls rose from $25 to $30 in 2019.", ["2019"]),
    ("The pier was full, as in 2014, when it opened.", []),
    ("More boats came than it had counted in 2014.", []),
    ("More than 300 boats came in 2014.", ["2014"]),
    ("Tolls fell to 5% in 2014 and rose by three points in 2019.", ["2014", "2019"]),
    ("The port had 300 boats, as at June 2014.", ["2014-06"]),
    ("It was a change from 2014, and ended a row of floods dating back to 1998.", []),
    ("The castle dates from 1350.", ["1350"]),
    ("The port made $5m, compared with $4m in 2014, or against €3m in 2010.", []),
    ("That is twice that of 2014 and, unlike in 2010, it is enough.", []),
    ("The port turned against Paul King in 2014.", ["2014"]),
    ("Paul King stepped down on 3 May 2014.", ["2014-05-03"]),
    ("Oda Holm, the 2014 champion, and Paul King, the 2010 Norse 200m champion, met.", []),
    ("She won the 2014 sailing cup.", ["2014"]),
    ("Oda Holm, who was elected on 3 May 2014, spoke.", ["2014-05-03"]),
    ("A storm that began in 2014 took the pier.", ["2014"]),
    ("May 3, 2014 One of the many boats for which the pier is known.", []),
    ("In this photo from 3 May 2014 a boat lies at the pier.", []),
    ("The mayor Oda Holm, right, opens the pier in 2014.", []),
    ("A boat lies at the pier in 2014 (Photo: Port Authority)", []),
    ("The port broke the 1951 Norse Harbour Convention when it closed.", []),
    ("Will the port close on 3 May 2014?", []),
    ("It closed on 3 May 2014. Who will open it?", ["2014-05-03"]),
    ("The port cost 7 million (1912 dollars) and was closed.", []),
    ("The port closed in 1951 as the Norse Harbour Convention ended.", ["1951"]),
]


@pytest.mark.parametrize(("text", "dates"), ASIDE)
def test_what_is_told_by_the_way_dates_no_sentence(text: str, dates: list[str]) -> None:
    """No year of a clause beside a name, nor what is compared with, nor the date of a picture, dates the sentence."""
    assert [fact.date for fact in facts(f"{text}\n") if fact.date] == dates


SAYERS = [
    ("Many said that it was dark.", None),
    ("Thank you said that it was dark.", None),
    ("Others denied that it was dark.", None),
    ("A number of men reported that it was dark.", "a number of men"),
    ("The majority of the ferry crews have said that it was dark.", "the majority of the ferry crews"),
    ("The company maintained that it was dark.", "the company"),
    ("One harbour official said that it was dark.", "one harbour official"),
    ("Harbour officials said that it was dark.", "harbour officials"),
    ("An editorial of September 7 warned that it was dark.", "an editorial"),
    ("Tom Reed claimed the other prized medal of the day.", None),
    ("Tom Reed claimed the medal was his.", "Tom Reed"),
    ("Tom Reed claims the champion tested positive.", "Tom Reed"),
    ("Tom Reed, 40, of Bergen, Norway, who lost his job, said it was hard.", "Tom Reed"),
    ("Growth in boats, such as those in Norway and Sweden, supports it, said Tom Reed, a clerk.", "Tom Reed"),
]


@pytest.mark.parametrize(("text", "who"), SAYERS)
def test_an_attribution_names_somebody(text: str, who: str | None) -> None:
    """Who has no name is told as it may stand behind "according to": whole, and not at all where it is but "many"."""
    assert facts(f"The port was late.\n\n{text}\n")[1].attribution == who


SPEAKERS = [
    ("The pier’s section on boats said they were “weighed carefully”.", None),
    ("A harbour official said it was “weighed carefully”.", "harbour official"),
    ("The ferry companies said it was “weighed carefully”.", "ferry companies"),
    ("Holmstad said it was “weighed carefully”.", "holmstad"),
]


@pytest.mark.parametrize(("text", "who"), SPEAKERS)
def test_who_speaks_is_somebody(text: str, who: str | None) -> None:
    """A quotation is credited to a name, a person or a body, not to a section of a text."""
    (found,) = facts(f"The port was late.\n\n{text}\n")[1:]
    assert (found.speaker or found.attribution) == who


def test_a_text_without_spaces_makes_facts() -> None:
    """Chinese and Japanese write no spaces between words, so that a sentence is one; a short line is still no fact."""
    text = "港は18日、朝から閉鎖された。船は三隻が沈んだと町が発表した。\n\n記者太郎\n"
    assert [fact.answer for fact in facts(text)] == ["港は18日、朝から閉鎖された。", "船は三隻が沈んだと町が発表した。"]


def test_a_place_is_no_speaker_of_whoever_is_there() -> None:
    """Officials in two places speak, and not the second place, nor the country that it stands for."""
    text = 'Officials in Bergen and Oslo have rejected it, saying that he is "an old tool of a foreign harbour".'
    (fact,) = facts(f"{text}\n")
    assert (fact.quote, fact.speaker) == ("an old tool of a foreign harbour", None)
