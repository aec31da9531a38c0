"""Sentences that no fact tells, though one cites their paragraph."""

import json
from pathlib import Path

import pytest

from talkscli.check import check, coverage
from talkscli.extract.build import build

TEXT = "# Report\n\nSnow fell all night. The ferries to the north were late. Rain fell at noon on the pier.\n"


def _store(tmp_path: Path, *dropped: str, **changed: str) -> tuple[Path, str]:
    article, store = tmp_path / "a.md", tmp_path / "s.json"
    article.write_text(TEXT)
    build([str(article)], store)
    data = json.loads(store.read_text())
    data["facts"] = [fact for fact in data["facts"] if not any(map(fact["answer"].__contains__, dropped))]
    for fact in data["facts"]:
        fact["answer"] = changed.get(fact["answer"].split()[0], fact["answer"])
    store.write_text(json.dumps(data))
    return store, str(article)


def test_a_sentence_that_no_fact_tells(tmp_path: Path) -> None:
    """Coverage shows the sentence, not its paragraph, where others of it are told in the same words."""
    store, article = _store(tmp_path, "ferries")
    assert [(row.paragraph, row.text) for row in coverage(store, [article])] == [
        (1, "The ferries to the north were late.")
    ]


def test_all_is_told(tmp_path: Path) -> None:
    """Nothing is shown where each sentence is told, in other words too."""
    assert coverage(*(lambda s, a: (s, [a]))(*_store(tmp_path))) == ()
    store, article = _store(tmp_path, The="In the north, ferries were late.")
    assert coverage(store, [article]) == ()


def test_own_words(tmp_path: Path) -> None:
    """A paragraph that facts tell in their own words counts as told."""
    store, article = _store(tmp_path, "ferries", "Rain", Snow="In the dark hours it was snowing.")
    assert coverage(store, [article]) == ()


def test_who_speaks_is_told_within_the_marks(tmp_path: Path) -> None:
    """In German who speaks may stand within the marks; elsewhere in them, a name is none of a speaker."""
    article, store = tmp_path / "b.md", tmp_path / "b.json"
    said = "„Wir müssen den alten Hafen, so Anna Berg, für alle Boote öffnen, und zwar schon heute.“"
    article.write_text(f"# Hafen\n\nDas Boot ist heute sehr spät im Hafen angekommen.\n\n{said}\n")
    build([str(article)], store)
    facts = json.loads(store.read_text())["facts"]
    assert [fact.get("speaker") for fact in facts] == [None, "anna-berg"]
    assert check(store, [str(article)]).ok
    article.write_text(article.read_text().replace("Hafen, so Anna Berg, für", "Hafen mit Anna Berg für"))
    assert not check(store, [str(article)]).ok


@pytest.mark.parametrize("options", [{}, {"title": "Snow"}])
def test_an_article_without_a_title_is_told(tmp_path: Path, options: dict[str, str]) -> None:
    """The text of an article that has no heading goes by the title that the store gives it."""
    article, store = tmp_path / "snow.txt", tmp_path / "s.json"
    article.write_text("Snow fell all night.\n\nThe ferries to the north were late.\n")
    build([str(article)], store, **options)
    assert coverage(store, [str(article)]) == ()
