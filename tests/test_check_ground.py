"""`check --against`: which article a source is, where a citation leads, and which paragraphs nothing cites."""

from pathlib import Path

import pytest

from talkscli.check import Report, check, coverage
from talkscli.language.matcher import known
from talkscli.store import files, writing
from talkscli.store.model import Citation, Fact, Source, Store

FERRY = """\
The ferry of Ostrand

It is red.

Notes

The ferry has 20 seats and two decks, and it runs from dawn until dusk.

It carries crates too.

Crew

The crew are four.

Notes

Its bell was cast in 1931.
"""
MILL = """\
The mill of Ostrand

Notes

The mill has 30 stones.

Q: Who grinds there?
A: Everybody.
"""


def compare(
    folder: Path, *texts: str, facts: tuple[Fact, ...], sources: tuple[Source, ...] = ()
) -> tuple[Path, list[str], Report]:
    """Check facts against articles of these texts; give the files of store and articles too."""
    names = []
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
        names.append(str(folder / f"{number}.txt"))
    path = folder / "s.json"
    writing.write(path, files.encode(Store(sources=sources, facts=facts)))
    return path, names, check(path, names)


def says(ident: str, answer: str, source: str | None, section: str | None = "Notes", paragraph: int | None = 1) -> Fact:
    """Give a fact that cites a paragraph."""
    return Fact(id=ident, answer=answer, citation=Citation(source=source, section=section, paragraph=paragraph))


def wrong(report: Report) -> list[tuple[str | None, str | None]]:
    """Give fact and field of each problem."""
    return [(problem.fact, problem.field) for problem in report.problems]


@pytest.mark.parametrize(
    ("ferry", "mill"),
    [
        pytest.param(
            Source(id="f", title="The Ferry of Ostrand"), Source(id="m", title="The mill of Ostrand"), id="title"
        ),
        pytest.param(Source(id="the-ferry-of-ostrand"), Source(id="the-mill-of-ostrand"), id="id"),
        pytest.param(Source(id="the-mill-of-ostrand", title="The ferry of Ostrand"),
                     Source(id="the-ferry-of-ostrand", title="The mill of Ostrand"), id="title before id"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("turned", [False, True])
def test_an_article_is_known_by_its_title(tmp_path: Path, ferry: Source, mill: Source, turned: bool) -> None:
    """A source is the article of its title, else the one that its id was made of, in whatever order they are given."""
    facts = (says("a", "It has 20 seats.", ferry.id), says("b", "It has 30 stones.", mill.id),
             says("c", "It has 30 stones.", ferry.id), says("d", "It has 20 seats.", mill.id))  # fmt: skip
    texts = (MILL, FERRY) if turned else (FERRY, MILL)
    _, _, report = compare(tmp_path, *texts, facts=facts, sources=(ferry, mill))
    assert wrong(report) == [("c", "answer"), ("d", "answer")]


@pytest.mark.parametrize("turned", [False, True])
def test_one_section_is_enough_to_know_an_article(tmp_path: Path, turned: bool) -> None:
    """A section that only one of the articles has tells which one it is."""
    texts = (MILL, FERRY) if turned else (FERRY, MILL)
    _, _, report = compare(tmp_path, *texts, facts=(says("a", "They are 5.", "x", "Crew"),), sources=(Source(id="x"),))
    assert wrong(report) == [("a", "answer")]


@pytest.mark.parametrize("turned", [False, True])
def test_an_article_is_known_by_its_sections(tmp_path: Path, turned: bool) -> None:
    """Where neither title nor id tell, a source is the article that has most of the sections which its facts cite."""
    facts = (says("a", "It has 20 seats.", "x"), says("b", "They are four.", "x", "Crew"))
    texts = (MILL, FERRY) if turned else (FERRY, MILL)
    _, _, report = compare(tmp_path, *texts, facts=facts, sources=(Source(id="x"),))
    assert report.problems == report.warnings == ()


def test_a_source_of_no_article_is_doubted(tmp_path: Path) -> None:
    """Facts of a source that is none of the articles are not compared, which is said once for each such source."""
    facts = (says("a", "It has 99 seats.", "x", "Elsewhere"), says("b", "It has 98 seats.", "x", "Elsewhere"))
    _, _, report = compare(tmp_path, FERRY, MILL, facts=facts, sources=(Source(id="x"), Source(id="y")))
    assert report.ok
    assert [w.problem for w in report.warnings] == ["none of the articles is source 'x': its facts were not compared"]


def test_one_source_and_one_article_belong_together(tmp_path: Path) -> None:
    """A single source is the single article, even if none of its sections is there."""
    _, _, report = compare(tmp_path, FERRY, facts=(says("a", "It is red.", "x", "Colour"),), sources=(Source(id="x"),))
    assert wrong(report) == [("a", "citation.section")]


def test_facts_may_cite_no_source(tmp_path: Path) -> None:
    """A citation without a source means the article at hand; a fact without a citation can't be compared."""
    facts = (says("a", "It has 20 seats.", None), says("b", "It has 21 seats.", None), Fact(id="c", answer="So."))
    _, _, report = compare(tmp_path, FERRY, facts=facts)
    assert wrong(report) == [("b", "answer"), ("c", "citation")]


def test_a_heading_may_stand_twice(tmp_path: Path) -> None:
    """A citation of a heading that stands twice may mean either; what stands in neither is told once."""
    facts = (
        says("a", "It has 20 seats.", "x"),
        says("b", "The bell is of 1931.", "x"),
        says("c", "The bell is of 1932.", "x"),
        says("d", "It carries crates.", "x", paragraph=2),
        says("e", "It carries nets.", "x", paragraph=3),
    )
    _, _, report = compare(tmp_path, FERRY, facts=facts, sources=(Source(id="x"),))
    assert wrong(report) == [("c", "answer"), ("e", "citation.paragraph")]
    assert report.problems[1].problem == "the section has 2 paragraphs, there is no 3"


@pytest.mark.parametrize("section", ["The Great Ferry", None])
def test_text_above_the_first_heading_goes_by_the_title(tmp_path: Path, section: str | None) -> None:
    """It is cited by the title that the store has for the article, or by no section."""
    article, path = tmp_path / "x.md", tmp_path / "s.json"
    article.write_text("It is red, and 7 years old.\n\n# Notes\n\nIt has 20 seats.\n", "utf-8")
    facts = (says("a", "It is 7 years old.", "x", section), says("b", "It has 20 seats.", "x", section))
    writing.write(path, files.encode(Store(sources=(Source(id="x", title="The great ferry"),), facts=facts)))
    assert wrong(check(path, [str(article)])) == [("b", "answer")]


def test_a_better_place_is_told(tmp_path: Path) -> None:
    """Where another paragraph has clearly more of what a fact says, it is named; half as much is enough to stay."""
    far = says("far", "It runs from dawn until dusk.", "x", "Crew")
    near = says("near", "Four of the crew run it.", "x", "Crew")
    _, _, report = compare(tmp_path, FERRY, facts=(far, near), sources=(Source(id="x"),))
    assert [(p.fact, p.problem) for p in report.problems] == [
        ("far", "what it says stands rather in 'Notes', paragraph 1")
    ]


def test_search_is_tried_whatever_the_article_says(tmp_path: Path) -> None:
    """Against an article, a store with a problem is asked its own questions all the same."""
    two = [Fact(id=i, question="How many seats?", answer=f"It has {n} seats.", citation=Citation(source="x", section="Notes"))
           for i, n in (("a", 20), ("b", 21))]  # fmt: skip
    _, _, report = compare(tmp_path, FERRY, facts=tuple(two), sources=(Source(id="x"),))
    assert wrong(report) == [("b", "answer")]
    assert [warning.field for warning in report.warnings] == ["question"]


def uncited(folder: Path, *facts: Fact) -> list[tuple[str | None, int, str]]:
    """List what the facts of both articles do not cite."""
    sources = (Source(id="f", title="The ferry of Ostrand"), Source(id="m", title="The mill of Ostrand"),
               Source(id="elsewhere"))  # fmt: skip
    path, names, _ = compare(folder, FERRY, MILL, facts=facts, sources=sources)
    return [(each.section, each.paragraph, each.text[:22]) for each in coverage(path, names)]


def test_paragraphs_are_covered_one_by_one(tmp_path: Path) -> None:
    """A fact covers the paragraph that it cites in its own article, and in no other."""
    found = uncited(tmp_path, says("a", "x", "f"), says("b", "x", "f", "Crew"), says("c", "x", "f", "Notes", 2))
    assert found == [
        ("The ferry of Ostrand", 1, "It is red."),
        ("Notes", 1, "The mill has 30 stones"),
        ("Notes", 2, "Who grinds there? Ever"),
    ]


def test_a_whole_section_is_covered(tmp_path: Path) -> None:
    """A fact that cites a section without a paragraph covers all of it."""
    found = uncited(tmp_path, says("a", "x", "m", paragraph=None), says("b", "x", "f", None, None))
    assert [(section, number) for section, number, _ in found] == [
        ("Notes", 1),
        ("Notes", 2),
        ("Crew", 1),
        ("Notes", 1),
    ]


def test_a_fact_without_a_citation_covers_nothing(tmp_path: Path) -> None:
    """What cites nothing, or a source that is none of the articles, covers no paragraph."""
    other = Citation(source="elsewhere")
    assert len(uncited(tmp_path, Fact(id="a", answer="x"), Fact(id="b", answer="y", citation=other))) == 7


RANGES = """\
The ferry of Ostrand

Notes

The ferry has 20 seats.

Its bell was cast in 1931.

It carries 40 crates.
"""


@pytest.mark.parametrize(
    ("answer", "first", "last", "right"),
    [
        pytest.param("It has 20 seats and a bell of 1931.", 1, 2, True, id="both"),
        pytest.param("It has 20 seats and a bell of 1931.", 1, None, False, id="the first alone"),
        pytest.param("It has 20 seats and 40 crates.", 1, 2, False, id="one behind the range"),
        pytest.param("Its bell is of 1931, its crates are 40.", 2, 3, True, id="to the end"),
        pytest.param("It has 20 seats and 40 crates.", 2, 3, False, id="one before the range"),
    ],
)
def test_a_fact_may_rest_on_a_range(tmp_path: Path, answer: str, first: int, last: int | None, right: bool) -> None:
    """What it says may stand in any block from the first to the last, and in no other."""
    fact = Fact(id="a", answer=answer, citation=Citation(section="Notes", paragraph=first, last=last))
    assert compare(tmp_path, RANGES, facts=(fact,))[2].ok is right


def test_a_range_ends_in_its_section(tmp_path: Path) -> None:
    """A last paragraph that is not there is told with how many there are."""
    fact = Fact(id="a", answer="It has 20 seats.", citation=Citation(section="Notes", paragraph=1, last=4))
    (problem,) = compare(tmp_path, RANGES, facts=(fact,))[2].problems
    assert (problem.field, problem.problem) == ("citation.last", "the section has 3 paragraphs, there is no 4")


def test_a_range_is_bounded(tmp_path: Path) -> None:
    """A fact rests on at most a hundred paragraphs, or on a section."""
    text = RANGES + "\nIt is red.\n" * 200
    cited = Citation(section="Notes", paragraph=1, last=101)
    facts = (Fact(id="a", answer="It has 20 seats.", citation=cited),
             Fact(id="b", answer="It has 20 seats!", citation=Citation(section="Notes", paragraph=1, last=100)),
             Fact(id="c", answer="It has just 20 seats.", citation=Citation(section="Notes")))  # fmt: skip
    assert wrong(compare(tmp_path, text, facts=facts)[2]) == [("a", "citation.last")]


def test_a_range_covers_each_of_its_paragraphs(tmp_path: Path) -> None:
    """What a range cites is not listed as uncited."""
    fact = Fact(id="a", answer="It has 20 seats.", citation=Citation(section="Notes", paragraph=1, last=2))
    path, names, _ = compare(tmp_path, RANGES, facts=(fact,))
    assert [(row.section, row.paragraph) for row in coverage(path, names)] == [("Notes", 3)]


def test_one_of_many_headings_is_found(tmp_path: Path) -> None:
    """Where a heading stands very often, the section that a fact means is still tried."""
    text = "Ports\n\n" + "\n\n".join(f"Notes\n\nIn harbour {n} there lie {n * 7} boats." for n in range(100, 160))
    facts = tuple(says(f"f{n}", f"In harbour {n} there lie {n * 7} boats.", None) for n in range(100, 160))
    assert wrong(compare(tmp_path, text, facts=facts)[2]) == []


@pytest.mark.parametrize("turned", [False, True])
def test_of_many_sections_of_one_heading_the_one_that_says_it_is_meant(tmp_path: Path, turned: bool) -> None:
    """Where a heading stands many times, as under each year, a citation means the section that has the paragraph."""
    years = [
        f"## Notes\n\nThe ferry {n} was painted.\n\n"
        + "".join(f"Crane {n} lifted {n * 10 + k} crates.\n\n" for k in range(n % 4))
        for n in range(1, 30)
    ]
    (tmp_path / "a.md").write_text("# Boats\n\n" + "".join(reversed(years) if turned else years), "utf-8")
    facts = tuple(says(f"f{n}", f"Crane {n} lifted {n * 10} crates.", None, paragraph=2) for n in (1, 2, 3, 17, 27, 29))
    wrongly = says("w", "Crane 27 lifted 999 crates.", None, paragraph=2)
    writing.write(tmp_path / "s.json", files.encode(Store(facts=(*facts, wrongly))))
    report = check(tmp_path / "s.json", [str(tmp_path / "a.md")])
    assert {fact for fact, _ in wrong(report)} == {"w"}


def test_another_article_is_told_once(tmp_path: Path) -> None:
    """Where hardly anything of a source stands in the article, that is the one problem, not one for each fact."""
    said = ("Purple trams climbed seven snowy hills.", "Bakers sold warm rolls.", "Clocks in towers struck midnight.")
    facts = tuple(says(f"f{n}", answer, "trams", "Trams") for n, answer in enumerate(said))
    _, _, report = compare(tmp_path, FERRY, facts=facts, sources=(Source(id="trams"),))
    assert [(p.fact, p.field, p.problem) for p in report.problems] == [
        (None, "source", "hardly anything of 'trams' stands in 'The ferry of Ostrand': is it the right article?")
    ]


def test_an_article_under_another_heading_is_compared(tmp_path: Path) -> None:
    """Where the facts' words are there, each is told what is wrong in it."""
    said = ("The ferry has 20 seats and two decks.", "It carries crates too.", "Its bell was cast in 1931.")
    facts = tuple(says(f"f{n}", answer, "ferry", "Boats") for n, answer in enumerate(said))
    _, _, report = compare(tmp_path, FERRY, facts=facts, sources=(Source(id="ferry"),))
    assert wrong(report) == [(f"f{n}", "citation.section") for n in range(3)]


def test_letters_without_the_last_stop() -> None:
    """Without it "U.S" stands for the country, as "U.S." does, and is no strange name."""
    assert [mention.key for mention in known().find("This March, U.S border guards met U.S. guards.")] == [
        "U.S.",
        "U.S.",
    ]
