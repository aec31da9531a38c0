"""The shipped store: what it holds, how it says it, and that its article says so."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from talkscli.language import calendar
from talkscli.language.words import words
from talkscli.search.engine import Engine
from talkscli.store.files import default_path, encode, read
from talkscli.store.model import Fact, Store

STORE: Store = read(default_path())
SHARED = Path(__file__).resolve().parents[2] / "shared"
each_fact = pytest.mark.parametrize("fact", STORE.facts, ids=lambda fact: fact.id)


def outline(text: str) -> dict[str, list[str]]:
    """Cut the article into its sections and their blocks: a paragraph, a bullet, or a question with its answer."""
    sections: dict[str, list[str]] = {}
    blocks: list[str] = []
    question = ""
    for line in text.splitlines()[1:]:
        if re.match(r"Q\d+:", line):
            question = line
        elif question:
            blocks.append(f"{question} {line}")
            question = ""
        elif line.startswith("- ") or len(line) > 80 or re.search(r"[.:”]$", line):
            blocks.append(line)
        else:
            blocks = sections.setdefault(line, [])
    return sections


@pytest.fixture(scope="module")
def article() -> dict[str, list[str]]:
    """Give the article by sections; it lies beside the project, not in it."""
    path = SHARED / "article.txt"
    if not path.exists():
        if os.environ.get("CI"):
            pytest.fail(f"{path} is missing, and in CI the facts must be compared with it")
        pytest.skip(f"{path} is not here")
    return outline(path.read_text("utf-8"))


# As a whole


def test_there_are_enough_facts() -> None:
    """One fact answers one question, and none competes with another: the article has some eighty."""
    assert 75 <= len(STORE.facts) <= 90


def test_the_file_is_one_to_edit() -> None:
    """The file stands as `encode` writes it (UPDATE_FACTS=1 lays it out anew), in at most 2,500 lines."""
    if os.environ.get("UPDATE_FACTS"):
        default_path().write_bytes(encode(STORE))
    data = default_path().read_bytes()
    assert data == encode(STORE)
    assert data.count(b"\n") <= 2500


def test_each_event_stands_once() -> None:
    """The time line has one event for each date of the article, in at most fifty characters."""
    dated = [fact for fact in STORE.facts if fact.date or fact.event]
    assert [fact.date for fact in dated] == ["2014", "2022-02", "2022-06/2023", "2024", "2025"]
    assert all(fact.event and len(fact.event) <= 50 for fact in dated)


def test_most_facts_have_a_subject() -> None:
    """At least six facts in ten tell of somebody's act, words, wish, office or property."""
    assert sum(bool(fact.subject) for fact in STORE.facts) >= 0.6 * len(STORE.facts)


def test_few_answers_name_the_article() -> None:
    """The citation names the article: at most one answer in six does."""
    assert sum("the article" in fact.answer.lower() for fact in STORE.facts) <= len(STORE.facts) / 6


OPEN = [fact for fact in STORE.facts if re.match("The article (?:does not|gives no|names no)", fact.answer)]


@pytest.mark.parametrize("asked", ["negotiat", "exchang", "territor", "day", "delegat"])
def test_what_the_article_leaves_open_has_a_fact(asked: str) -> None:
    """What everybody asks and the article does not tell has a fact that begins by saying so."""
    assert any(asked in fact.answer.split(".")[0] for fact in OPEN)


def test_the_faq_is_six_pairs() -> None:
    """Just the article's own six pairs are marked as FAQ."""
    pairs = [fact for fact in STORE.facts if fact.faq]
    assert len(pairs) == 6
    assert {fact.citation.section for fact in pairs if fact.citation} == {
        "FAQs on the Russia-Ukraine War and Recent Talks"
    }
    assert [fact.citation.paragraph for fact in pairs if fact.citation] == [1, 2, 3, 4, 5, 6]


def test_no_way_of_asking_stands_in_two_facts() -> None:
    """A question or phrasing leads to one fact, so that none is in another's way."""
    asked = Counter(
        key
        for fact in STORE.facts
        for key in {" ".join(words(text)) for text in (fact.question or "", *fact.phrasings)}
    )
    assert [text for text, count in asked.items() if count > 1] == []


@pytest.mark.slow
def test_every_way_of_asking_finds_its_fact() -> None:
    """A question or phrasing of the store, word for word, is answered by the fact that has it."""
    with Engine.of(STORE) as searching:
        for fact in STORE.facts:
            for text in (fact.question or "", *fact.phrasings):
                found = searching.search(text, 1)
                assert (text, found.answered, found.hits[0].fact.id) == (text, True, fact.id)


def test_no_answer_stands_twice() -> None:
    """No two facts say the same."""
    assert [text for text, count in Counter(fact.answer for fact in STORE.facts).items() if count > 1] == []


def test_every_entity_is_there_for_a_reason() -> None:
    """An entity is what some fact is about, who said something, or the side of another."""
    used = {ident for fact in STORE.facts for ident in (*fact.about, fact.speaker)}
    used |= {entity.side for entity in STORE.entities}
    assert [entity.id for entity in STORE.entities if entity.id not in used] == []


def test_no_name_means_two() -> None:
    """A name or alias stands for one entity only."""
    names = Counter(
        key for entity in STORE.entities for key in {" ".join(words(n)) for n in (entity.name, *entity.aliases)}
    )
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("entity", STORE.entities, ids=lambda entity: entity.id)
def test_an_entity_is_whole(entity: object) -> None:
    """An entity has other spellings, none twice; a person's side is a country or organisation."""
    assert entity.aliases  # type: ignore[attr-defined]
    assert len(set(entity.aliases)) == len(entity.aliases)  # type: ignore[attr-defined]
    kinds = {e.id: e.kind for e in STORE.entities}
    if entity.kind == "person":  # type: ignore[attr-defined]
        assert kinds[entity.side] in ("country", "organisation")  # type: ignore[attr-defined]


def test_ids_are_in_kebab_case() -> None:
    """Every id can be typed on a command line as it is."""
    found = [row.id for table in (STORE.facts, STORE.entities, STORE.sources) for row in table]
    assert [ident for ident in found if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", ident)] == []


def test_notes_stand_once() -> None:
    """A remark that the article does not make is a sentence, stands once, and leaves its mark to the screen."""
    notes = [row.note for row in (*STORE.facts, *STORE.entities) if row.note]
    assert notes
    assert len(set(notes)) == len(notes)
    assert [note for note in notes if note.startswith("Editor's note") or not note.endswith(".")] == []


@pytest.mark.parametrize(
    ("ident", "about"), [("starmer", "Keir"), ("trump", "former"), ("von-der-leyen", "European Commission")]
)
def test_what_is_at_odds_with_the_record_is_noted(ident: str, about: str) -> None:
    """Where the article errs about a person, the person has a note."""
    (entity,) = [e for e in STORE.entities if e.id == ident]
    assert about in (entity.note or "")


def test_synonyms_are_groups() -> None:
    """A group of synonyms has at least two members, none twice."""
    assert STORE.synonyms
    assert all(len(set(group)) == len(group) >= 2 for group in STORE.synonyms)


# Each fact


@each_fact
def test_an_answer_is_short(fact: Fact) -> None:
    """An answer has at most sixty words, fits eight lines of a panel, and ends as a sentence does."""
    assert 1 <= len(fact.answer.split()) <= 60
    assert len(fact.answer) <= 560
    assert re.search(r"[.!?”]$", fact.answer)


@each_fact
def test_an_answer_stands_alone(fact: Fact) -> None:
    """An answer does not begin with a word that needs another fact to be understood."""
    assert fact.answer.split()[0] not in ("He", "She", "His", "Her", "They", "Their", "These", "Those")


@each_fact
def test_a_fact_can_be_asked_for_in_many_ways(fact: Fact) -> None:
    """A fact has its question, four to fifty-one phrasings, all different."""
    assert fact.question
    assert fact.question.endswith("?")
    asked = {" ".join(words(text)) for text in (fact.question, *fact.phrasings)}
    assert 4 <= len(fact.phrasings) <= 51
    assert len(asked) == len(fact.phrasings) + 1


@each_fact
def test_a_fact_is_cited(fact: Fact) -> None:
    """Source, section and paragraph are named, and it is about something, its subject among it."""
    assert fact.citation
    assert fact.citation.source
    assert fact.citation.section
    assert fact.citation.paragraph
    assert fact.about
    assert set(fact.subject) <= set(fact.about)
    assert fact.topics


@each_fact
def test_words_and_speaker_come_together(fact: Fact) -> None:
    """A quote has who said it, and nobody is named as speaker of nothing."""
    assert (fact.quote is None) == (fact.speaker is None)


@each_fact
def test_a_date_comes_in_two_forms(fact: Fact) -> None:
    """A date for sorting has the source's words beside it, which share its year."""
    assert (fact.date is None) == (fact.date_text is None) == (fact.event is None)
    if fact.date and fact.date_text:
        assert str(calendar.parse(fact.date).first.year) in fact.date_text


# Against the article


def test_the_article_is_cut_as_it_reads(article: dict[str, list[str]]) -> None:
    """The cutting itself: sections with their blocks."""
    assert len(article["Timeline of Major Escalations Since 2022"]) == 4
    assert len(article["FAQs on the Russia-Ukraine War and Recent Talks"]) == 6
    assert article["The First Direct Talks in Istanbul After 3 Years"] == []
    assert len(article["Russia’s Precondition for Ceasefire: Strategic Implications"]) == 5


def cited(fact: Fact) -> range:
    """Give the numbers of the blocks that a fact cites."""
    assert fact.citation
    assert fact.citation.paragraph
    return range(fact.citation.paragraph, (fact.citation.last or fact.citation.paragraph) + 1)


def test_every_citation_leads_somewhere(article: dict[str, list[str]]) -> None:
    """Every section that is cited exists and has the paragraph."""
    lost = [
        fact.id
        for fact in STORE.facts
        if fact.citation and max(cited(fact)) > len(article.get(fact.citation.section or "", []))
    ]
    assert lost == []


def test_every_section_is_told(article: dict[str, list[str]]) -> None:
    """Each section that says anything has a fact, and so has each of its blocks."""
    told = {(fact.citation.section, n) for fact in STORE.facts if fact.citation for n in cited(fact)}
    blocks = {(section, n) for section, rows in article.items() for n in range(1, len(rows) + 1)}
    assert {section for section, rows in article.items() if rows} == {section for section, _ in told}
    assert blocks == told


def test_quotes_are_verbatim(article: dict[str, list[str]]) -> None:
    """Words that are shown as said stand in the paragraph that is cited, letter by letter."""
    for fact in STORE.facts:
        if fact.quote and fact.citation and fact.citation.paragraph:
            assert fact.quote in article[fact.citation.section or ""][fact.citation.paragraph - 1], fact.id


def test_all_direct_speech_is_there(article: dict[str, list[str]]) -> None:
    """Each quotation of the article stands in some fact."""
    said = {quote.rstrip(",.") for rows in article.values() for row in rows for quote in re.findall("“([^”]+)”", row)}
    told = " ".join(f"{fact.quote or ''} {fact.answer}" for fact in STORE.facts)
    assert said
    assert [quote for quote in said if quote not in told] == []


def test_dates_are_the_words_of_the_article(article: dict[str, list[str]]) -> None:
    """What is shown as the source's words for a date stands there."""
    whole = " ".join(row for rows in article.values() for row in rows)
    assert [fact.id for fact in STORE.facts if fact.date_text and fact.date_text not in whole] == []
