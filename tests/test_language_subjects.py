"""The named subject of a sentence, by its grammar alone."""

import re

import pytest

from talkscli.language.subjects import clause_of, sayings, subjects_of

NAMES = (
    "Anna Berg|Berg|Tom Holm|Holm|Norland|Norlanders|Norlandic|Sudland|Sudlandic|Port Authority|Lena Reed|Reed|Kella"
)
CASES = [
    ("Berg said the ferry would run again.", "Berg"),
    ("Mayor Anna Berg said the ferry would run again.", "Anna Berg"),
    ("On Tuesday Berg said so.", "Berg"),
    ("In 2014 Norland annexed Kella.", "Norland"),
    ("In March 2014, Norland annexed Kella.", "Norland"),
    ("According to Berg, Holm had refused.", "Berg"),
    ("“The ferry will run,” said Berg.", "Berg"),
    ("“The ferry will run,” Berg said.", "Berg"),
    ("“The ferry will run,” said the mayor, Anna Berg.", "Anna Berg"),
    ('"It was late," said Norlandic president Tom Holm, who had waited.', "Tom Holm"),
    ("“It was late,” he said of Berg.", None),
    ("Berg said: “Holm is wrong.”", "Berg"),
    ("The ferry will run again, Berg said.", "Berg"),
    ("The ferry will run again, said Berg.", "Berg"),
    ("The Norlandic delegation left the hall.", None),
    ("Norlandic officials said the ferry was safe.", None),
    ("The mayor of Kella resigned.", None),
    ("The Reed plan was rejected.", None),
    ("Norland-backed fighters entered Kella.", None),
    ("Berg's plan failed.", "Berg"),
    ("Norland’s demands were rejected by Sudland.", "Sudland"),
    ("Kella was annexed by Norland in 2014.", "Norland"),
    ("Kella was annexed in 2014.", "Kella"),
    ("Kella had been formally annexed by 2015.", "Kella"),
    ("The bridge was designed by Lena Reed.", "Lena Reed"),
    ("The bridge was designed by a friend of Reed.", None),
    ("Anna Berg, the head of the Norlandic delegation, said no.", "Anna Berg"),
    ("The head of the Norlandic delegation, Anna Berg, said no.", "Anna Berg"),
    ("Holm, who followed Reed, resigned in May.", "Holm"),
    ("The firm that runs the Kella, Port Authority, denies it.", "Port Authority"),
    ("In a letter to Tom Holm and Lena Reed, the harbour secretary, said they would pay.", None),
    ("In a letter to Tom Holm, who leads the port, and Lena Reed, the harbour secretary, said they would pay.", None),
    ("In a letter to Lena Reed, the harbour secretary, said they would pay.", None),
    ("In a letter to Tom Holm, Lena Reed, the harbour secretary, said they would pay.", "Lena Reed"),
    ("In a speech in Kella, the mayor and Lena Reed, the harbour secretary, said they would pay.", "Lena Reed"),
    ("When Norland invaded, Sudland asked for help.", "Sudland"),
    ("After the vote, however, Sudland withdrew.", "Sudland"),
    ("In May, when he met Holm, Berg said no.", "Berg"),
    ("After she resigned, Berg left.", "Berg"),
    ("Born in Kella and taught there, Berg became a baker.", "Berg"),
    ("Speaking to reporters in Kella, Reed called the plan a mistake.", "Reed"),
    ("In Kella, Norland, the talks failed.", None),
    ("But Norland wants more than Kella.", "Norland"),
    ("Norland talks failed.", None),
    ("It was Holm who refused.", "Holm"),
    ("It was cold in Kella.", None),
    ("There were talks in Norland.", None),
    ("He told Berg that Norland would wait.", None),
    ("The Port Authority announced a new line.", "Port Authority"),
    ("Officials in Kella said that Norland would wait.", None),
    ("Two days later Sudland withdrew its troops.", "Sudland"),
    ("Berg never answered.", "Berg"),
    ("Berg", None),
    ("What did Berg say about Holm?", "Berg"),
    ("When was Kella annexed?", "Kella"),
    ("What did Norlandic officials demand?", None),
    ("What did the Norlandic side demand?", None),
    ("Who led the Norlandic delegation?", None),
    ("“Moby Dick” is a novel that Berg likes.", None),
    ("The Norlanders want their island back.", "Norlanders"),
    ("Norland’s Jan Vik will play Reed.", None),
    ("Kella Gov. Lena Reed is against it.", "Lena Reed"),
    ("Reed, along with Holm, went home.", "Reed"),
    ("Berg met them by letters, phone calls and long talks on the pier.", "Berg"),
    ("Shortly after midnight — five hours before Berg announced it — Holm went home.", "Holm"),
    ("In the talk, first told by the Port Authority, the former mayor said so.", None),
    ("In the talk, first told by the Port Authority, Berg said so.", "Berg"),
    ("Berg and others, including those of nasty remarks about it, went home.", "Berg"),
]


def _names(text: str) -> list[tuple[int, int, str]]:
    longest = sorted(NAMES.split("|"), key=len, reverse=True)
    return [(m.start(), m.end(), m[0]) for m in re.finditer(rf"\b(?:{'|'.join(longest)})\b", text)]


@pytest.mark.parametrize(("text", "subject"), CASES, ids=[text for text, _ in CASES])
def test_the_subject_is_the_name_at_the_head_of_the_phrase_before_the_verb(text: str, subject: str | None) -> None:
    """Who acts or speaks is found; a modifier, a place or an object is no subject."""
    assert next(iter(subjects_of(text, _names(text))), None) == subject


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Berg and Holm met in Kella.", ("Berg", "Holm")),
        ("Norland, Sudland and Reed agreed.", ("Norland", "Sudland", "Reed")),
        ("Norland and Sudland agree on little.", ("Norland", "Sudland")),
        ("Berg went home and Holm stayed.", ("Berg",)),
    ],
)
def test_names_joined_by_and_are_all_subjects(text: str, subjects: tuple[str, ...]) -> None:
    """A plural subject has several names, in order."""
    assert subjects_of(text, _names(text)) == subjects


def test_an_unnamed_subject_is_told_by_its_place() -> None:
    """A subject such as "the old mayor" is found although no name says who it is."""
    text = "The old mayor said that Norland would wait."
    clause = clause_of(text, _names(text))
    assert clause is not None
    assert (text[clause.start : clause.end], clause.verb, clause.keys) == ("The old mayor", "said", ())


@pytest.mark.parametrize(
    "text", ["", ".", "“”", "and", "In", "\0", "said", "“a b”, said", "a " * 5000, "(" * 3000, "Berg, " * 400]
)
def test_any_text_is_read(text: str) -> None:
    """Whatever the text, there is an answer or none, and no error."""
    assert subjects_of(text, _names(text))[:1] in ((), ("Berg",))


SAYINGS = [
    ("“It is late,” said Berg.", ["Berg"]),
    ("“It is late,’’ Lena Reed, chief of the Kella-based club, told Holm.", ["Lena Reed"]),
    ("Berg told Holm: “It is late.”", ["Berg"]),
    ("Berg said the plan was “a crucial test” of the club.", ["Berg"]),
    ("Reed welcomed the plan and said Norland had “passed the first hurdle”.", ["Reed"]),
    ("Holm, who followed Reed, called it “a sad day”.", ["Holm"]),
    ("The plan was rejected by Reed, who called it “a sad day”.", ["Reed"]),
    ("The deal, which Reed called “a mistake of ours”, failed.", ["Reed"]),
    ("In a letter, the Port Authority issued a warning saying that “voters are entitled to it.”", ["Port Authority"]),
    ("Reed took the decision to “end the trial”, the Port Authority said.", ["Port Authority"]),
    ("“It is late,” Berg said, and Holm added: “It is cold.”", ["Berg", "Holm"]),
    ("Berg read about a plan called “new start”.", [None]),
    ("Berg strongly warned against a “bad deal” in May.", ["Berg"]),
    (
        "Berg, who fell out with Reed on matters such as the port’s plan, told them it was no “walk on the beach.”",
        ["Berg"],
    ),
    ("Berg, head of the club and Holm’s rival in the May vote, described it as “very sad.”", ["Berg"]),
    ("“It is late,” said police chief Berg of the club.", ["Berg"]),
    ("Reed met a loud warning from Berg’s club, which tried to win by saying they were “coming out at night.”", [None]),
    ("Berg wore a “very old” coat.", [None]),
    ("Berg was called “the last one” in Kella.", [None]),
    ("A clerk denied Berg made the remark, insisting: “It is late.”", [None]),
    ("“It is late,” Lena Reed, a Kella clerk told them.", ["Lena Reed"]),
    ("Berg has again denied being “leant on” by Holm.", [None]),
    ("Berg said he was “let down” by Holm.", ["Berg"]),
    ("Berg denied the claim and called it “a sad day”.", ["Berg"]),
    ("The calls of “no more” were heard by Berg.", [None]),
    ("Berg, who chairs the port, said that when Holm spoke he had the “clear impression” of haste.", ["Berg"]),
    ("Norland member and Kella MP Lena Reed said it was “too late”.", ["Lena Reed"]),
    ("“It is late,” the Port Authority quoted clerk Lena Reed as saying.", ["Lena Reed"]),
    ("The plan was described as “a sad day” by Berg.", ["Berg"]),
    ("The “cold day” will be of use, says Lena Reed, a clerk at the port of Kella, in the north.", ["Lena Reed"]),
    ("Berg called the two-year planned term “a sad day” and left.", ["Berg"]),
    ("They criticised the plan, with Berg warning of “dark days”.", ["Berg"]),
    ("“It is late,” the Port Authority detailed.", ["Port Authority"]),
    ("Ships left as Berg uttered the words: “It is late!”", ["Berg"]),
    ("Berg runs a club and has stated, “It is late.”", ["Berg"]),
    ("“I did not use the word ‘late,’” Berg said.", ["Berg"]),
    ("Holm called for a “quick end,” the Port Authority called them “slow”.", ["Holm", "Port Authority"]),
    ("Berg called it “a sad day,” while Reed described it as “the best there is”.", ["Berg", "Reed"]),
    ("Holm said Reed was “a man of the old days”, using his boat to flee, the Port Authority reported.", ["Holm"]),
]


@pytest.mark.parametrize(("text", "speakers"), SAYINGS, ids=[text for text, _ in SAYINGS])
def test_who_says_a_quotation_is_the_subject_of_the_verb_of_saying(text: str, speakers: list[str | None]) -> None:
    """Whom the verb of saying belongs to speaks; words in quotation marks without such a verb are nobody's."""
    said = [
        saying.clause.keys[0] if saying.clause and saying.clause.keys else None
        for saying in sayings(text, _names(text))
    ]
    assert said == speakers


def test_a_sentence_may_begin_with_a_full_stop():
    """A file's name at the beginning (".ci holds …") is no end of a title."""
    assert subjects_of(".ci was moved by Berg", [(17, 21, "berg")]) == ("berg",)
