"""`check --against`: every claim of a fact stands in what it cites."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from talkscli.check import Problem, check, coverage
from talkscli.check.figures import figures
from talkscli.language.times import months
from talkscli.store import files, writing
from talkscli.store.model import Citation, Entity, Fact, Source, Store

ARTICLE = """\
The pier of Brackley Ford

History

The pier was begun in February 1998 and opened on 3 June 2001. It has 1,000 lamps and three gates, 18 metres apart.
Mayor Oda Holm called it “a long wet road to nowhere.” Norwegian engineers built it, the harbour police said.

After the storm of 2015, Tom Reed paid for its repair. He told the council that he had "no other use for money."

Plans

The town wants a café at the end of the pier. The council decides in the summer of 2026.

- A café with 40 seats
- A slide for children

What people ask

Q: Who may fish there?
A: Everybody who lives in Skarhavn, from five in the morning.
"""
ENTITIES = (
    Entity(id="holm", name="Oda Holm", kind="person", role="mayor", aliases=("Holm", "Mayor Holm")),
    Entity(id="reed", name="Tom Reed", kind="person", aliases=("Reed", "Thomas Reed")),
    Entity(id="norway", name="Norway", kind="country", aliases=("Norwegian", "Oslo")),
    Entity(id="sweden", name="Sweden", kind="country", aliases=("Swedish",)),
    Entity(id="pier", name="pier of Brackley Ford", kind="place", aliases=("Brackley pier",)),
)
FIRST = Citation(source="pier", section="History", paragraph=1)
SECOND = Citation(source="pier", section="History", paragraph=2)
GOOD = (
    Fact(
        id="begun", answer="Work on the pier began in February 1998.", date="1998-02", date_text="February 1998",
        citation=FIRST,
    ),
    Fact(id="opened", answer="It was opened in June 2001.", date="2001-06-03", date_text="3 June 2001", citation=FIRST),
    Fact(id="lamps", question="How many lamps?", answer="A thousand lamps and 3 gates stand on it.", citation=FIRST),
    Fact(id="gates", answer="Eighteen metres lie between its gates.", citation=FIRST),
    Fact(
        id="holm-quote", answer="Mayor Holm called it \"a long wet road to nowhere\".",
        quote="a long wet road to nowhere",
        speaker="holm", about=("holm",), citation=FIRST,
    ),
    Fact(
        id="builders", answer="Engineers from Norway built it.", attribution="harbour police", about=("norway",),
        citation=FIRST,
    ),
    Fact(
        id="repair", answer="Reed paid to mend it after a storm in 2015.", date="2015", about=("reed",),
        citation=SECOND,
    ),
    Fact(
        id="reed-quote", answer="Tom Reed said he had no better use for money.", quote="no other use for money",
        speaker="reed",
        attribution="Tom Reed", citation=SECOND,
    ),
    Fact(
        id="plan", answer="In summer 2026 the council will decide about a café.", date="2026-06/2026-08",
        citation=Citation(source="pier", section="Plans", paragraph=1),
    ),
    Fact(
        id="seats", answer="The café is to have forty seats.",
        citation=Citation(source="pier", section="Plans", paragraph=2),
    ),
    Fact(
        id="fish", question="Who may fish there?", answer="All who live in Skarhavn, from 5 in the morning.", faq=True,
        citation=Citation(source="pier", section="What people ask", paragraph=1),
    ),
)  # fmt: skip


@pytest.fixture
def article(tmp_path: Path) -> str:
    """Give the article in a file."""
    path = tmp_path / "pier.txt"
    path.write_text(ARTICLE, "utf-8")
    return str(path)


def against(article: str, *facts: Fact) -> tuple[Problem, ...]:
    """Check facts against the article."""
    path = Path(article).with_name("s.json")
    made = Store(sources=(Source(id="pier", title="The pier of Brackley Ford"),), entities=ENTITIES, facts=facts)
    writing.write(path, files.encode(made))
    return check(path, [article]).problems


def test_a_faithful_store_passes(article: str) -> None:
    """Own words, number words, date words, surnames, aliases and either apostrophe are no problem."""
    assert against(article, *GOOD) == ()


def change(ident: str, **fields: object) -> Fact:
    """Give a good fact with some fields changed."""
    return msgspec.structs.replace(next(fact for fact in GOOD if fact.id == ident), **fields)


TAMPERED = {
    "a number in digits": (change("lamps", answer="It has 1,200 lamps."), "answer"),
    "a number in words": (change("lamps", answer="A thousand lamps and four gates stand on it."), "answer"),
    "a number in the question": (change("lamps", question="Does it have 900 lamps?"), "question"),
    "a year": (change("begun", answer="Work on the pier began in February 1999."), "answer"),
    "a month": (change("begun", answer="Work on the pier began in March 1998."), "answer"),
    "a season": (change("plan", answer="In winter 2026 the council will decide about a café."), "answer"),
    "an invented name": (change("repair", answer="After a storm, Gerald Quimby paid to mend it."), "answer"),
    "an invented name that begins": (change("repair", answer="Quimby has paid to mend it after a storm."), "answer"),
    "a known name from elsewhere": (change("repair", answer="Holm paid to mend it after a storm in 2015."), "answer"),
    "another given name": (change("repair", answer="In 2015, Peter Reed paid to mend it."), "answer"),
    "another country": (change("builders", answer="Engineers from Sweden built it."), "answer"),
    "an unknown country": (change("builders", answer="Engineers from Denmark built it."), "answer"),
    "names swapped": (change("builders", answer="Harbour engineers from Skarhavn built it."), "answer"),
    "a bent quotation": (change("holm-quote", quote="a long wet road to somewhere"), "quote"),
    "a bent quotation in the answer": (
        change("holm-quote", answer="Holm called it “a short wet road to nowhere.”"), "answer",
    ),
    "a quotation made up": (change("gates", quote="they are far apart"), "quote"),
    "a speaker who does not speak": (change("holm-quote", speaker="reed"), "speaker"),
    "a wrong section": (change("fish", citation=Citation(source="pier", section="Plans", paragraph=1)), None),
    "a wrong paragraph": (change("repair", citation=FIRST), None),
    "a section that is not there": (
        change("gates", citation=Citation(source="pier", section="Histories")), "citation.section",
    ),
    "a paragraph that is not there": (
        change("gates", citation=Citation(source="pier", section="History", paragraph=9)), "citation.paragraph",
    ),
    "no citation": (change("gates", citation=None), "citation"),
    "a shifted day": (change("opened", date="2001-06-04"), "date"),
    "a shifted month": (change("begun", date="1998-03", date_text=None), "date"),
    "a shifted year": (change("repair", date="2016"), "date"),
    "a shifted end": (change("plan", date="2026-06/2027"), "date"),
    "a date more exact than the source": (change("repair", date="2015-05"), "date"),
    "words of a date that are not there": (change("begun", date_text="early 1998"), "date_text"),
    "an attribution made up": (change("builders", attribution="anonymous divers"), "attribution"),
    "an attribution to somebody from elsewhere": (change("builders", attribution="Tom Reed"), "attribution"),
    "an entity that is not named": (change("gates", about=("sweden",)), "about"),
}  # fmt: skip


@pytest.mark.parametrize(("fact", "field"), TAMPERED.values(), ids=TAMPERED)
def test_tampering_is_found(article: str, fact: Fact, field: str | None) -> None:
    """Each change that the article does not bear out is told, with fact and field."""
    found = against(article, fact)
    assert found
    assert {problem.fact for problem in found} == {fact.id}
    assert field is None or field in {problem.field for problem in found}


def test_what_the_source_has_instead(article: str) -> None:
    """A problem says what stands there: the number, the name, the quotation, the nearest section."""
    (number,) = against(article, change("gates", answer="Nineteen metres lie between its gates."))
    assert "'Nineteen'" in number.problem
    assert "18" in number.problem
    (quote,) = against(article, change("holm-quote", quote="a long dry road to nowhere"))
    assert "a long wet road to nowhere" in quote.problem
    (section,) = against(article, change("gates", citation=Citation(source="pier", section="Histry")))
    assert "'History'" in section.problem


def test_notes_and_phrasings_are_free(article: str) -> None:
    """An editor's note and other phrasings may say what the article does not."""
    assert (
        against(
            article, change("gates", note="In 2022 Gerald Quimby measured 17.", phrasings=("what did Quimby measure",))
        )
        == ()
    )


def test_headings_and_title_count(article: str) -> None:
    """A fact may use the names of the headings above its paragraph and of the title."""
    assert against(article, change("seats", answer="The café on the Brackley Ford pier is to have 40 seats.")) == ()


def test_coverage(article: str) -> None:
    """Paragraphs that no fact cites are listed, with their section, number and text."""
    against(article, *GOOD)
    (missing,) = coverage(Path(article).with_name("s.json"), [article])
    assert (missing.section, missing.paragraph, missing.text) == ("Plans", 3, "A slide for children")


def test_a_source_without_its_article(article: str, tmp_path: Path) -> None:
    """Facts of a source whose article is not given are not compared, and that is said."""
    other = tmp_path / "other.txt"
    other.write_text("Quite another thing\n\nIts section\n\nNothing of piers.\n", "utf-8")
    against(article, *GOOD)
    report = check(Path(article).with_name("s.json"), [article, str(other)])
    assert report.problems == ()
    two = Store(
        sources=(Source(id="pier", title="The pier of Brackley Ford"), Source(id="dock", title="The dock")),
        facts=(
            GOOD[0],
            Fact(id="x", answer="It is old.", citation=Citation(source="dock", section="Age", paragraph=1)),
        ),
    )
    path = tmp_path / "two.json"
    writing.write(path, files.encode(two))
    assert "'dock'" in check(path, [article]).warnings[0].problem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,000", "a thousand"), ("3.5 million", "3,500,000"), ("twenty-five", "25"), ("two hundred and fifty", "250"),
        ("a dozen", "twelve"), ("third", "3rd"), ("both", "two"), ("1 000", "1000"), ("2.50", "2.5"),
        ("$3.5m", "3.5 million"),
    ],
)  # fmt: skip
def test_numbers_in_words_and_digits(one: str, other: str) -> None:
    """The same number is the same however it is written."""
    first = {value for figure in figures(one) for value in figure.values}
    assert first & {value for figure in figures(other) for value in figure.values}


def test_numbers_that_differ() -> None:
    """Different numbers share no value; "one" alone is mostly no number."""
    assert [f.values for f in figures("two thousand")] != [f.values for f in figures("2")]
    assert figures("one of them") == []


def test_months_are_not_verbs() -> None:
    """The sentence "They may march" names no month."""
    assert months("They may march in.") == {}
    assert set(months("It was in May or March.")) == {3, 5}


def test_a_fact_rests_on_all_that_it_cites(tmp_path: Path) -> None:
    """What stands in several paragraphs together is not sought in one that has all of it."""
    trees = ["elm", "birch", "maple", "alder", "willow", "hazel"]
    path = tmp_path / "trees.md"
    path.write_text(f"# Trees\n\nThere are {' '.join(trees)}.\n\n" + "\n".join(f"- {tree}" for tree in trees), "utf-8")
    cited = Citation(source="pier", section="Trees", paragraph=2, last=7)
    assert against(str(path), Fact(id="trees", answer=f"Trees: {'; '.join(trees)}.", citation=cited)) == ()
    (other,) = against(str(path), Fact(id="t", answer="Elm, birch, maple, alder.", citation=replace(cited, last=None)))
    assert other.field == "citation"
