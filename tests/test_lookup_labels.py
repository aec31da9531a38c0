"""What happened on the date of a fact whose event has no name."""

import pytest
from helpers import fact

from talkscli.lookup.labels import LONGEST, label_of

CLAUSES = [
    # what stands around the date, where the sentence begins with who says it
    ("Tom Reed of Kella said the port was ready to refuse any plan to lower the fee set by Eva Berg in 1984.", "1984",
     "… refuse any plan to lower the fee set by Eva Berg in 1984"),
    # "me" begins no clause, and what is but promised did not happen
    ("But the man sat before me today was relaxed and calm, as he had won the vote of the board.", "today", "The man sat before me today was relaxed and calm"),
    ("Reed is under fire for failing to deliver on his often-told vow that the port would open on 3 May.", "3 May", "Reed is under fire for failing to deliver on his…"),
    ("Reed was told by all of the board of the harbour of the town that the port would open on 3 May.", "3 May", "The port would open on 3 May"),
    # the sentence around the date, from its beginning, where the clause is not plain
    ("The last attack on the old dam of the valley and of its towns was in 2002, when it rained.", "2002",
     "The last attack on the old dam of the valley and of its…"),
    ("Officials of the valley and of its towns said on 3 May 2021 that the dam was to be closed.", "3 May 2021",
     "Officials of the valley and of its towns said on 3 May…"),
    ("“The dam of the valley will never break in our time, and we are sure,” the mayor said on 3 May.", "3 May",
     "“The dam of the valley will never break in our time, and…"),
    # without what leads in to it
    ("But in 1912, when he was but ten years old, the later mayor of the town left it for good.", "1912",
     "The later mayor of the town left it for good"),
    ("In 1912, voters of the valley and of the town chose a new mayor for the very first time.", "1912",
     "Voters of the valley and of the town chose a new mayor for…"),
    ("About a dozen of the older owners were gathered on 3 May 2021 when they heard of a reader, Anna Berg.", "3 May 2021",
     "About a dozen of the older owners were gathered on 3 May…"),
    # a row of a table: what it is of, and what the date is
    ("Boat: Ada; Built: May 1954; Length: 7 metres", "May 1954", "Ada: Built"),
    ("Boat: Ada; Year: 1954", "1954", "Ada"),
    ("Year: 1954; Event: a fair; Guests: 9", "1954", "A fair"),
    ("Year: 1954; Guests: 950; Boats: 9", "1954", "Guests: 950"),
    # the clause that the date stands in
    ("The ferry, built in 1987, left the harbour at half past six with 98 passengers on board.", "1987",
     "The ferry, built in 1987"),
    ("A ship of the valley sank in the lake in May 2015, and a tug of the town was lost in May 2014.", "May 2014",
     "A tug of the town was lost in May 2014"),
    ("The club was founded in 1950 and the hall was built by its own members in 1957.", "1950",
     "The club was founded in 1950"),
    ("The club was founded in 1950 and the hall was built by its own members in 1957.", "1957",
     "The hall was built by its own members in 1957"),
    ("Berg won the league three times with the club of the town and returned to the valley in 2016.", "2016",
     "Berg … returned to the valley in 2016"),
    ("Two hostages — one of them a reader — who had been held since 2016 were released on 3 May 2021.", "3 May 2021",
     "Two hostages … were released on 3 May 2021"),
    ("They seem not to want a quarrel as Mayor Anna Berg, who lost the vote in 2019, did with teachers.", "2019",
     "Mayor Anna Berg, who lost the vote in 2019"),
    ("After rebels of the valley staged an uprising in 2003, the guards of the town burnt its villages.", "2003",
     "Rebels of the valley staged an uprising in 2003"),
    ("Webb hit the girl as she and her mother were walking down the longest street of the town in 1998.", "1998",
     "Webb hit the girl as she and her mother were walking down…"),
    # a name instead of a pronoun
    ("He [Oda Holm] held each of the offices of the town and of the port and became mayor in 1987.", "1987",
     "Oda Holm … became mayor in 1987"),
    ("The brewery was opened by Karl Huber in 1854. It closed in 1998.", "1998", "The brewery … closed in 1998"),
    ("A fire destroyed its roof in 1994. It has been empty since 2003.", "2003", "It has been empty since 2003"),
    ("Some roads were closed as it snowed. It was dark in 1998.", "1998", "It was dark in 1998"),
    # the sentence that begins with the date, and what it stands before
    ("It will need to raise more for the next debates. In 1998, Berg toured.", "1998", "In 1998, Berg toured"),
    ("It rained. Prof. Lena Ort of the college spoke at 10 a.m. Monday on the flood of 1998.", "1998",
     "Prof. Lena Ort of the college spoke at 10 a.m. Monday on…"),
    ("Berg died 1998. He was rich.", "1998", "Berg died 1998"),
    ("3.2.0 - 2026-02-11, Added: the bridge of wood.", "2026-02-11", "The bridge of wood"),
    ("1954: first summer fair.", "1954", "First summer fair"),
    ("**March 2022** – the bridge opened", "March 2022", "**March 2022** – the bridge opened"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "words", "label"), CLAUSES)
def test_an_event_without_a_name_is_called_by_its_clause(answer: str, words: str, label: str) -> None:
    """The label can be read alone and holds what happened then, and not what happened at another time."""
    told = label_of(fact("a", answer, date="2020", date_text=words))
    assert told == label
    assert len(told) <= LONGEST


@pytest.mark.parametrize(
    ("answer", "date", "label"),
    [
        ("The clerks heard Tom Reed over the July 25 phone call.", "July 25", "The July 25 phone call"),
        ("Norland closed its ports in the wake of the May 3, 2001 storms.", "May 3, 2001", "The May 3, 2001 storms"),
        ("He was held for a March 21 phone call he made.", "March 21", "A March 21 phone call"),
        ("The crews keep away from Thursday night's brawl that led to it.", "Thursday", "Thursday night's brawl"),
        ("At the 3 May meeting they agreed.", "3 May", "At the 3 May meeting they agreed"),
        ("The 3 May meeting agreed on it.", "3 May", "The 3 May meeting agreed on it"),
        ("They left by Thursday morning.", "Thursday", "They left by Thursday morning"),
        ("It was moved to 3 May because of rain.", "3 May", "It was moved to 3 May because of rain"),
        (
            "It lost much in the first half of 2019 sinking to three.",
            "2019",
            "It lost much in the first half of 2019 sinking to three",
        ),
    ],
)
def test_a_date_that_tells_which_thing_is_meant_labels_that_thing(answer: str, date: str, label: str) -> None:
    """What the sentence tells of it did not happen on that day."""
    assert label_of(fact(answer=answer, date="2019", date_text=date)) == label


def test_an_answer_without_a_word_has_no_label() -> None:
    """A store may hold anything."""
    assert label_of(fact(answer="", date="2014")) == ""
