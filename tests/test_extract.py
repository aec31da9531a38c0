"""`build` as a whole: from articles to a store."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from talkscli.check import check
from talkscli.errors import ArticleError, StoreError, UsageError
from talkscli.extract.build import build
from talkscli.store import files

ARTICLES = Path(__file__).parent / "articles"
SHARED = Path(__file__).parents[1].parent / "shared" / "article.txt"
SAMPLES = [path for path in sorted(ARTICLES.iterdir()) if path.suffix != ".json"]


@pytest.mark.parametrize("article", SAMPLES, ids=lambda path: path.name)
def test_articles(article: Path, tmp_path: Path) -> None:
    """Of each sample, all people (each once), dates, quotations with their speakers and pairs are found, no others."""
    if article.suffix == ".html":
        pytest.importorskip("trafilatura")
    out = tmp_path / "s.json"
    build([str(article)], out)
    made = files.read(out)
    expected = json.loads(article.with_suffix(".json").read_text("utf-8"))
    names = {entity.id: entity.name for entity in made.entities}
    assert sorted(e.name for e in made.entities if e.kind == "person") == sorted(expected["people"])
    assert {f.date for f in made.facts if f.date} == set(expected["dates"])
    assert sorted((f.quote, names.get(f.speaker or "")) for f in made.facts if f.quote) == sorted(
        map(tuple, expected["quotes"])
    )
    assert [f.question for f in made.facts if f.faq] == expected["pairs"]
    assert made.sources[0].published == expected.get("published")
    assert all(len(f.answer.split()) <= 60 for f in made.facts if not f.faq)


@pytest.mark.parametrize("article", SAMPLES, ids=lambda path: path.name)
def test_what_is_built_passes_its_check(article: Path, tmp_path: Path) -> None:
    """A store is grounded in the article that it was built from."""
    if article.suffix == ".html":
        pytest.importorskip("trafilatura")
    out = tmp_path / "s.json"
    build([str(article)], out)
    assert check(out, [str(article)]).problems == ()


@pytest.fixture
def shared() -> Path:
    """Give the article of the shipped store: no part of the project, a maintainer has it beside the checkout."""
    if not SHARED.exists():
        if os.environ.get("CI"):
            pytest.fail(f"{SHARED} is missing")
        pytest.skip("the article of the shipped store is not here")
    return SHARED


def test_the_istanbul_article(shared: Path, tmp_path: Path) -> None:
    """Without help, the article gives its FAQ, dated entries, quotations, people with their roles, and all sections."""
    out = tmp_path / "s.json"
    build([str(shared)], out)
    made = files.read(out)
    people = {entity.name: entity for entity in made.entities if entity.kind == "person"}
    assert sorted(people) == [
        "Andrii Sybiha", "Donald Trump", "Erdogan", "Kir Starmer", "Putin", "Ursula von der Leyen",
        "Vladimir Medinski", "Volodymyr Zelensky",
    ]  # fmt: skip
    assert {name: p.role for name, p in people.items()} == {
        "Andrii Sybiha": "Ukrainian Foreign Minister", "Donald Trump": "Former U.S. President", "Erdogan": None,
        "Kir Starmer": "British PM", "Putin": None, "Ursula von der Leyen": "EU President",
        "Vladimir Medinski": None, "Volodymyr Zelensky": "Ukrainian President",
    }  # fmt: skip
    assert sum(fact.faq for fact in made.facts) == 6
    assert {f.date for f in made.facts if f.date} == {"2014", "2022-02", "2022-06/2023", "2024", "2025"}
    quotes = {(f.quote, f.speaker) for f in made.facts if f.quote}
    assert {speaker for _, speaker in quotes} == {"donald-trump", "vladimir-medinski", "kir-starmer"}
    assert {len((words or "").split()) for words, _ in quotes} == {2, 11}
    assert len(quotes) == 3
    headings = {f.citation.section for f in made.facts if f.citation}
    assert len(headings) == 17
    assert check(out, [str(shared)]).problems == ()


def test_several_articles_one_store(tmp_path: Path) -> None:
    """Several articles give one store with a source each; the same title twice gives two sources; progress is told."""
    names = [str(ARTICLES / "harbour-bridge.txt"), str(ARTICLES / "chess-club.txt")]
    copy = tmp_path / "copy.txt"
    copy.write_text((ARTICLES / "chess-club.txt").read_text("utf-8"), "utf-8")
    told: list[tuple[int, int]] = []
    result = build([*names, str(copy)], tmp_path / "s.json", progress=lambda done, total: told.append((done, total)))
    made = files.read(tmp_path / "s.json")
    assert [source.id for source in made.sources] == [
        "harbour-bridge-opens-after-two-years-of", "a-village-club-and-its-grandmaster",
        "a-village-club-and-its-grandmaster-2",
    ]  # fmt: skip
    assert len({fact.id for fact in made.facts}) == len(made.facts) == result.facts
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert [e.name for e in made.entities].count("Yelena Sorokina") == 1


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two runs in two processes with different hash seeds write the same file."""
    for seed in ("1", "2"):
        article, out = str(ARTICLES / "river-summit.txt"), f"s{seed}.json"
        code = f"import pathlib, talkscli.extract.build as b; b.build([{article!r}], pathlib.Path({out!r}))"
        subprocess.run(
            [sys.executable, "-c", code], check=True, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed}
        )
    assert (tmp_path / "s1.json").read_bytes() == (tmp_path / "s2.json").read_bytes()


def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads standard input; what the article does not say can be told."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"It is old and it is made of oak.\n")))
    build(["-"], tmp_path / "s.json", title="The pier", url="http://x.example", published="2024-05", language="en")
    (source,) = files.read(tmp_path / "s.json").sources
    assert (source.id, source.title, source.url, source.published) == (
        "the-pier",
        "The pier",
        "http://x.example",
        "2024-05",
    )


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """With `dry_run` the facts are shown and no file is made."""
    result = build([str(ARTICLES / "chess-club.txt")], tmp_path / "s.json", dry_run=True)
    assert len(result.preview.facts) == result.facts > 10
    assert not (tmp_path / "s.json").exists()


def test_one_bad_article_writes_nothing(tmp_path: Path) -> None:
    """Where one of several articles can't be read, the old store stands untouched."""
    out = tmp_path / "s.json"
    build([str(ARTICLES / "chess-club.txt")], out)
    data = out.read_bytes()
    with pytest.raises(ArticleError):
        build([str(ARTICLES / "harbour-bridge.txt"), str(tmp_path / "none.txt")], out)
    assert out.read_bytes() == data
    assert list(tmp_path.iterdir()) == [out]


def test_wrong_options(tmp_path: Path) -> None:
    """A bad date, a title for two articles, no article and no folder for the output are told before any work."""
    article = str(ARTICLES / "chess-club.txt")
    with pytest.raises(UsageError):
        build([article], tmp_path / "s.json", published="yesterday")
    with pytest.raises(UsageError):
        build([article, str(ARTICLES / "harbour-bridge.txt")], tmp_path / "s.json", title="Both")
    with pytest.raises(UsageError):
        build([], tmp_path / "s.json")
    with pytest.raises(StoreError):
        build([article], tmp_path / "none" / "s.json")


def test_reading_text_needs_nothing_heavy() -> None:
    """Importing `build` brings neither Typer, Rich nor an HTML or Markdown reader."""
    code = "import sys, talkscli.extract.build, talkscli.check; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert not {"typer", "rich", "trafilatura", "lxml", "markdown_it", "sentencex"} & set(found.stdout.split())
