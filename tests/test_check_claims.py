"""`check --against`: what each kind of claim may rest on, told on one small article."""

from collections.abc import Callable
from pathlib import Path

import pytest

from talkscli.check import check
from talkscli.store import files, writing
from talkscli.store.model import Citation, Entity, Fact, Source, Store

LAKE = """\
The lake of Ostrand

Shore

The lake froze on 16.02.1998. Its sides are steep, and 300 people live on the eastern one with 40 boats.

Anna Vik led Norway's team. Polish divers firmly rejected the plan of the mayor. Boats were sent straight to
Poland. Polish crews of the south stayed, to surprise France.

Hill

Oda Holm came in the morning. Her brother Tom Reed stayed at home.

He called the lake “a glass floor … of the town” and “Vik's mirror”, and went.

The wind blew over the ridge and shook the old pine trees until daylight came at last.

Late news

In 2019, on 5 June, it snowed. It was 9 May when the ferry came back, and 20 crates stood there since the 1990s.
Danish sailors, they said, met it, and then Norway was there too.
"""
ENTITIES = (
    Entity(id="holm", name="Oda Holm", kind="person", aliases=("Holm",)),
    Entity(id="reed", name="Tom Reed", kind="person"),
    Entity(id="vik", name="Anna Vik", kind="person", aliases=("", "?")),
    Entity(id="norway", name="Norway", kind="country", aliases=("Norwegian",)),
    Entity(id="denmark", name="Denmark", kind="country", aliases=("Danish",)),
    Entity(id="wind", name="THE WIND", aliases=("gust",)),
)


def told(folder: Path, text: str, fact: Fact, entities: tuple[Entity, ...] = ENTITIES, **of: str | None) -> list[str]:
    """Check a fact against an article of this text, the only source."""
    article, path = folder / "lake.txt", folder / "s.json"
    article.write_text(text, "utf-8")
    source = Source(id="lake", **of)
    writing.write(path, files.encode(Store(sources=(source,), entities=entities, facts=(fact,))))
    return [f"{p.field}: {p.problem}" for p in check(path, [str(article)]).problems]


@pytest.fixture
def claim(tmp_path: Path) -> Callable[..., list[str]]:
    """Give a function that says what is wrong with a fact that cites a paragraph of the article."""

    def wrong(section: str | None, paragraph: int | None, published: str | None = None, **fields: object) -> list[str]:
        cited = Citation(source="lake", section=section, paragraph=paragraph)
        fact = Fact(**{"id": "f", "answer": "So it is.", "citation": cited} | fields)  # type: ignore[arg-type]
        return told(tmp_path, LAKE, fact, published=published)

    return wrong


SAME = {
    "the month of a date in digits": ("Shore", 1, {"answer": "The lake froze in February 1998."}),
    "a verb denied in capitals": ("Shore", 1, {"answer": "The notice says: DO swim, but DON'T run."}),
    "two sides": ("Shore", 1, {"answer": "The two sides are steep."}),
    "a unit that touches its number": ("Shore", 1, {"answer": "It has 300people."}),
    "a decade": ("Late news", 1, {"answer": "Crates from the 1990s stood there."}),
    "signs and case of a quotation": ("Hill", 2, {"quote": "A GLASS floor ... of the town."}),
    "words left out of a quotation": ("Hill", 2, {"quote": "a glass […] of the town"}),
    "an apostrophe in a quotation": ("Hill", 2, {"quote": "Vik's Mirror"}),
    "a quotation in the answer": ("Hill", 2, {"answer": 'He spoke of "Vik’s mirror" there.'}),
    "a speaker named before": ("Hill", 2, {"speaker": "reed"}),
    "somebody named in the same section": ("Shore", 1, {"about": ("norway", "vik")}),
    "a name in another case": ("Hill", 3, {"about": ("wind",)}),
    "a day in digits": ("Shore", 1, {"date": "1998-02-16", "date_text": "16.02.1998"}),
    "the month of a day": ("Shore", 1, {"date": "1998-02"}),
    "the year of a day": ("Shore", 1, {"date": "1998"}),
    "a day of the year of publication": ("Late news", 1, {"date": "2024-05-09", "published": "2024-06-01"}),
    "a month of the year of publication": ("Late news", 1, {"date": "2024-05", "published": "2024"}),
    "an interval of days without a year": ("Late news", 1, {"date": "2024-05-09/2024-06-05", "published": "2024-07"}),
    "a word that opens a sentence": ("Shore", 1, {"answer": "Perhaps it froze. Otherwise, it was steep."}),
    "words of a common form that open a sentence": (
        "Shore", 1, {"answer": "Half was frozen. Skating was fun. Engineers were there."},
    ),
    "a single letter": ("Shore", 1, {"answer": "It was lake B."}),
    "a word that is written small elsewhere": ("Shore", 1, {"answer": "It is steep. Pine has grown there."}),
    "a name that opens a question": ("Shore", 1, {"question": "Zorba led it?"}),
    "the given name of another": ("Shore", 2, {"answer": "They met Oda Vik."}),
    "names in a row": ("Shore", 2, {"answer": "Norwegian and Polish divers firmly rejected the plan."}),
    "a name before a single word of the same": ("Late news", 1, {"answer": "They know Norwegian sailors."}),
    "a name before common words of the same": ("Late news", 1, {"answer": "At last Denmark was there."}),
    "the title": ("Hill", 3, {"answer": "The wind blew at Ostrand."}),
    "the heading": ("Hill", 3, {"answer": "The wind blew on the Hill."}),
    "the whole section": ("Hill", None, {"answer": "Tom Reed stayed while the wind shook the pine trees."}),
    "words scattered over the article": (
        "Hill", 3, {"answer": "The steep team of a brother, with a mirror and crates in the snow."},
    ),
    "words that stand in few places": ("Hill", 1, {"answer": "Pine trees."}),
    "an attribution in other words": ("Shore", 2, {"attribution": "the diver of Norway"}),
}  # fmt: skip


@pytest.mark.parametrize(("section", "paragraph", "fields"), SAME.values(), ids=SAME)
def test_what_the_article_bears_out(
    claim: Callable[..., list[str]], section: str, paragraph: int | None, fields: dict[str, object]
) -> None:
    """What stands in the article, if in other words, is no problem."""
    assert claim(section, paragraph, **fields) == []


OTHER = {
    "another month": (
        "Shore", 1, {"answer": "The lake froze in March 1998."},
        ["answer: the month 'March' does not stand there; the source has no month"],
    ),
    "another month than those there": (
        "Late news", 1, {"answer": "It snowed in April."},
        ["answer: the month 'April' does not stand there; the source has June, May"],
    ),
    "a season": ("Shore", 1, {"answer": "It was winter."}, ["answer: the season 'winter' does not stand there"]),
    "two of something": (
        "Shore", 1, {"answer": "It has two boats."},
        ["answer: the number 'two' does not stand there; the source has 16.02, 1998, 300, 40"],
    ),
    "a number where there is none": (
        "Hill", 3, {"answer": "The wind shook 50km of trees."},
        ["answer: the number '50' does not stand there; the source has no number"],
    ),
    "a year of a decade": (
        "Late news", 1, {"answer": "Crates from 1990 stood there."},
        ["answer: the number '1990' does not stand there; the source has 2019, 5, 9, 20, 1990s"],
    ),
    "the end of a quotation": (
        "Hill", 2, {"quote": "a glass floor ... of the city"},
        ["quote: the words 'a glass floor ... of the city' do not stand there; "
         "the source has 'a glass floor … of the town'"],
    ),
    "a quotation like the second one": (
        "Hill", 2, {"quote": "Vik's window"},
        ["quote: the words \"Vik's window\" do not stand there; the source has \"Vik's mirror\""],
    ),
    "a quotation where there is none": (
        "Hill", 3, {"answer": "They heard “a quiet song” there."},
        ["answer: the words 'a quiet song' do not stand there; the source has no quotation"],
    ),
    "a speaker named only in a quotation": (
        "Hill", 2, {"speaker": "vik"}, ["speaker: 'Anna Vik' is not named there; the source has Vik"],
    ),
    "a speaker who is not the one put in for a pronoun": (
        "Hill", 1, {"answer": "Her brother [Tom Reed] stayed at home.", "speaker": "vik", "about": ("reed",)},
        ["speaker: 'Anna Vik' is not named there; the source has Oda Holm, Tom Reed"],
    ),
    "a speaker named before, without a pronoun": (
        "Hill", 3, {"speaker": "reed"}, ["speaker: 'Tom Reed' is not named there; the source has no such name"],
    ),
    "somebody from another section": (
        "Hill", 3, {"about": ("norway",)}, ["about: 'Norway' is not named there; the source has no such name"],
    ),
    "another day than the words": (
        "Shore", 1, {"date": "1998-02-17", "date_text": "16.02.1998"},
        ["date: 1998-02-17 is not '16.02.1998', which is 1998-02-16"],
    ),
    "another day": (
        "Shore", 1, {"date": "1998-02-17"}, ["date: 1998-02-17 does not stand there; the source has 1998-02-16"],
    ),
    "a date where there is none": (
        "Hill", 3, {"date": "1998"}, ["date: 1998 does not stand there; the source has no date"],
    ),
    "the end of an interval": (
        "Shore", 1, {"date": "1998/1999"}, ["date: 1999 does not stand there; the source has 1998-02-16"],
    ),
    "another day of the year of publication": (
        "Late news", 1, {"date": "2024-05-08", "published": "2024-06-01"},
        ["date: 2024-05-08 does not stand there; the source has 2019, 1990/1999"],
    ),
    "another month of the year of publication": (
        "Late news", 1, {"date": "2024-04-09", "published": "2024-06-01"},
        ["date: 2024-04-09 does not stand there; the source has 2019, 1990/1999"],
    ),
    "a day of another year": (
        "Late news", 1, {"date": "2023-05-09", "published": "2024-06-01"},
        ["date: 2023-05-09 does not stand there; the source has 2019, 1990/1999"],
    ),
    "the year of publication": (
        "Late news", 1, {"date": "2024", "published": "2024-06-01"},
        ["date: 2024 does not stand there; the source has 2019, 1990/1999"],
    ),
    "words of a date": (
        "Shore", 1, {"date_text": "17.02.1998"}, ["date_text: the words '17.02.1998' do not stand there"],
    ),
    "an invented name": (
        "Shore", 2, {"answer": "The team of Zorba froze."},
        ["answer: the name 'Zorba' does not stand there; the source has Anna Vik, Norway, Polish, Poland, France"],
    ),
    "an invented name that did something": (
        "Hill", 3, {"answer": "It blew. Zorba stayed."},
        ["answer: the name 'Zorba' does not stand there; the source has no such name"],
    ),
    "an invented name that owns something": (
        "Hill", 3, {"answer": "Zorba's trees shook."},
        ["answer: the name 'Zorba' does not stand there; the source has no such name"],
    ),
    "an invented name that opens a quotation": (
        "Hill", 3, {"answer": "(Zorba was there.)"},
        ["answer: the name 'Zorba' does not stand there; the source has no such name"],
    ),
    "an invented name in a question": (
        "Hill", 3, {"question": "Did Zorba come?"},
        ["question: the name 'Zorba' does not stand there; the source has no such name"],
    ),
    "another given name": (
        "Shore", 2, {"answer": "They met Peter Vik."},
        ["answer: the name 'Peter' does not stand there; the source has Anna Vik, Norway, Polish, Poland, France"],
    ),
    "a name before the same words": (
        "Shore", 2, {"answer": "Norwegian divers firmly rejected the plan."},
        ["answer: the name 'Norwegian' stands where the source has Polish"],
    ),
    "a name after the same words": (
        "Shore", 2, {"answer": "They were sent straight to Norway."},
        ["answer: the name 'Norway' stands where the source has Poland"],
    ),
    "a name before a rare and a common word": (
        "Shore", 2, {"answer": "They say Norwegian crews of divers led it."},
        ["answer: the name 'Norwegian' stands where the source has Polish"],
    ),
    "a name after a common and a rare word": (
        "Shore", 2, {"answer": "They meant to surprise Poland."},
        ["answer: the name 'Poland' stands where the source has France"],
    ),
    "a name between the same words": (
        "Hill", 1, {"answer": "It was her brother Oda Holm stayed there."},
        ["answer: the name 'Oda Holm' stands where the source has Tom Reed"],
    ),
    "a paragraph that is not there": (
        "Hill", 4, {}, ["citation.paragraph: the section has 3 paragraphs, there is no 4"],
    ),
    "a section that is not there": (
        "Late new", 1, {}, ["citation.section: there is no section 'Late new'; the nearest is 'Late news'"],
    ),
    "another place": (
        "Late news", 1, {"answer": "The wind shook the old pine trees until daylight."},
        ["citation: what it says stands rather in 'Hill', paragraph 3"],
    ),
    "another place of as many as three words": (
        "Hill", 1, {"answer": "Old pine trees."}, ["citation: what it says stands rather in 'Hill', paragraph 3"],
    ),
    "another place, though a word stands here": (
        "Hill", 1, {"answer": "At home, the wind shook the old pine trees until daylight."},
        ["citation: what it says stands rather in 'Hill', paragraph 3"],
    ),
    "another paragraph of the section": (
        "Hill", 1, {"answer": "The wind shook the old pine trees until daylight."},
        ["citation: what it says stands rather in 'Hill', paragraph 3"],
    ),
    "an earlier paragraph of the section": (
        "Hill", 3, {"answer": "Her brother stayed at home in the morning."},
        ["citation: what it says stands rather in 'Hill', paragraph 1"],
    ),
    "an attribution in words that are not there": (
        "Shore", 2, {"attribution": "the quiet divers of the north"},
        ["attribution: 'the quiet divers of the north' does not stand there (missing: quiet, north)"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("section", "paragraph", "fields", "problems"), OTHER.values(), ids=OTHER)
def test_what_the_article_does_not_bear_out(
    claim: Callable[..., list[str]],
    section: str,
    paragraph: int | None,
    fields: dict[str, object],
    problems: list[str],
) -> None:
    """What the article says otherwise is told once, with what stands there instead."""
    assert claim(section, paragraph, **fields) == problems


UKRAINIAN = """\
Озеро Остранд

Берег

Озеро замерзло в лютому 1998 року. Тарас Сторожук привів човен до міста Скарин, де його чекала вся громада і Ліна.
"""
GERMAN = """\
Der See von Ostrand

Ufer

Der See war im Februar 1998 gefroren. Jonas Falkenried brachte das Boot in die Stadt, und die Taucher aus Norwegen
waren nicht mehr dabei.
"""


@pytest.mark.parametrize(
    ("text", "section", "fields", "problems"),
    [
        pytest.param(UKRAINIAN, "Берег", {"answer": "Човен для Сторожука був у Скарині."}, [], id="forms of names"),
        pytest.param(UKRAINIAN, "Берег", {"attribution": "громаді Скарина"}, [], id="forms of words"),
        pytest.param(
            UKRAINIAN, "Берег", {"answer": "Човен привів Тадей, а з ним Захарко."},
            ["answer: the name 'Тадей' does not stand there; the source has no such name",
             "answer: the name 'Захарко' does not stand there; the source has no such name"],
            id="other names",
        ),
        pytest.param(
            UKRAINIAN, "Берег", {"answer": "Там була Ліза."},
            ["answer: the name 'Ліза' does not stand there; the source has no such name"], id="a short name",
        ),
        pytest.param(GERMAN, "Ufer", {"answer": "Ein Schiff fuhr mit Holz in den Hafen."}, [], id="German nouns"),
        pytest.param(GERMAN, "Ufer", {"attribution": "Tauchern der Stadt"}, [], id="forms of German words"),
        pytest.param(
            GERMAN, "Ufer", {"answer": "Das Boot kam im März aus Dänemark."},
            ["answer: the month 'März' does not stand there; the source has Februar",
             "answer: the name 'Dänemark' does not stand there; the source has Norwegen"],
            id="another month and country",
        ),
        pytest.param(
            GERMAN, "Ufer", {"attribution": "Fischern der Stadt"},
            ["attribution: 'Fischern der Stadt' does not stand there (missing: fischern)"], id="other people",
        ),
    ],
)  # fmt: skip
def test_other_languages(
    tmp_path: Path, text: str, section: str, fields: dict[str, object], problems: list[str]
) -> None:
    """In languages that inflect names, the beginning of a longer word is enough; German nouns are no names."""
    cited = Citation(source="lake", section=section, paragraph=1)
    fact = Fact(**{"id": "f", "answer": "x", "citation": cited} | fields)  # type: ignore[arg-type]
    assert told(tmp_path, text, fact) == problems


def test_a_question_that_begins_with_a_name_has_others_too(claim: Callable[..., list[str]]) -> None:
    """Only the first word of a question may be any; a name after it is looked up."""
    assert claim("Hill", 3, question="Zorba has met Quimby?") == [
        "question: the name 'Quimby' does not stand there; the source has no such name"
    ]


def test_a_known_name_hides_no_other(claim: Callable[..., list[str]]) -> None:
    """Each name is looked up, whatever stands before it."""
    assert claim("Shore", 2, answer="Perhaps Anna Vik of Ostrand led it, and Oda Vik met Mr B, then Zorba.") == [
        "answer: the name 'Zorba' does not stand there; the source has Anna Vik, Norway, Polish, Poland, France"
    ]


def test_at_most_six_names_are_listed(tmp_path: Path) -> None:
    """What the source has instead is told by the first names that stand there, each once."""
    text = "Countries\n\nNotes\n\nPoland, Norway, Poland, Denmark, Sweden, France, Spain and Italy sent boats.\n"
    cited = Citation(source="lake", section="Notes", paragraph=1)
    found = told(tmp_path, text, Fact(id="f", answer="The boats of Zorba.", citation=cited))
    assert found == [
        "answer: the name 'Zorba' does not stand there; the source has Poland, Norway, Denmark, Sweden, France, Spain"
    ]


def test_surnames_of_people_only(tmp_path: Path) -> None:
    """A person goes by the last word of the name, a place does not."""
    text = "The pier\n\nNotes\n\nThen Holm came, and the Ford was dry.\n"
    entities = (
        Entity(id="holm", name="Oda Maria Holm", kind="person"),
        Entity(id="ford", name="Brackley Ford", kind="place"),
    )
    cited = Citation(source="lake", section="Notes", paragraph=1)
    fact = Fact(id="f", answer="So.", about=("holm", "ford"), citation=cited)
    assert told(tmp_path, text, fact, entities) == ["about: 'Brackley Ford' is not named there; the source has Holm"]


def test_a_name_is_no_month(tmp_path: Path) -> None:
    """Somebody called like a month is named by the family name in what a fact cites."""
    cited = Citation(source="lake", section="Notes", paragraph=1)
    berg = (Entity(id="berg", name="Jan Berg", kind="person", aliases=("Berg",)),)
    fact = Fact(id="f", answer="Ms Berg said so.", attribution="Jan Berg", about=("berg",), citation=cited)
    assert told(tmp_path, "The pier\n\nNotes\n\nMs Berg said so to them.\n", fact, berg) == []


@pytest.mark.parametrize(
    ("event", "right"),
    [("300 people by the lake", True), ("400 people by the lake", False), ("It froze", True), ("It froze in May", False),
     ("The “glass sea”", False)],
)  # fmt: skip
def test_an_event_is_grounded_like_an_answer(claim: Callable[..., list[str]], event: str, right: bool) -> None:
    """What happened is told of what the fact cites."""
    found = claim("Shore", 1, date="1998-02-16", event=event)
    assert [line.split(":")[0] for line in found] == ([] if right else ["event"])


def test_a_number_without_end(claim: Callable[..., list[str]]) -> None:
    """A number of a million digits is one that does not stand there."""
    (line,) = claim("Shore", 1, answer=f"So {'9' * 999_000} live there.")
    assert line.startswith("answer: the number '999")
