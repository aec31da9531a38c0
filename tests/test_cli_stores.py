"""An article is a store."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import talkscli
from talkscli.article import encoding
from talkscli.extract import stores

Talks = Callable[..., Any]
ARTICLE = "Harbour Talks\n\nWhat Was Agreed\n\nNorland and Port Union agreed on 16 May 2031 to exchange 1,000 fishing boats.\n"
FAQ = {
    "@context": "https://schema.org",
    "@type": "FAQPage",
    "mainEntity": [
        {"@type": "Question", "name": "Are dogs allowed?", "acceptedAnswer": {"@type": "Answer", "text": "On a lead."}}
    ],
}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Give a small article."""
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE)
    return path


def test_an_article_answers(talks: Talks, article: Path) -> None:
    """Any reading command takes an article; the file that is told is the article."""
    assert "1,000 fishing" in talks("ask", "how many fishing boats", "--store", article).out
    assert "16 May 2031" in talks("timeline", "--store", article).out
    assert json.loads(talks("sources", "--json", "--store", article).out)[0]["file"] == str(article)


def test_an_article_from_python(article: Path) -> None:
    """The library reads articles as the command line does."""
    assert talkscli.load(article).sources[0].title == "Harbour Talks"


def test_a_page_of_questions_answers(talks: Talks, tmp_path: Path) -> None:
    """JSON that is a FAQPage is an article, by its ending or by its beginning."""
    for name in ("faq.json", "faq.jsonld", "faq", "faq.txt", "faq.md"):
        (tmp_path / name).write_text(json.dumps(FAQ))
        assert "On a lead." in talks("ask", "are dogs allowed", "--store", tmp_path / name).out


@pytest.mark.parametrize("name", ["a.json", "a.jsonld", "a.txt"])
def test_other_json_is_a_store_that_cannot_be_used(talks: Talks, tmp_path: Path, name: str) -> None:
    """What begins with a brace, or is named as JSON, is never read as prose."""
    (tmp_path / name).write_text('{"a": 1}')
    outcome = talks("facts", "--store", tmp_path / name)
    assert outcome.code == 3
    assert name in outcome.err


def test_what_is_no_article_is_not_built_from(talks: Talks, tmp_path: Path) -> None:
    """A store is no article, whatever it is called; a page of questions is one."""
    (tmp_path / "store.txt").write_text('{"facts": [{"id": "f", "answer": "The tide turns."}]}')
    (tmp_path / "faq.txt").write_text(json.dumps(FAQ))
    assert talks("build", tmp_path / "store.txt", "-o", tmp_path / "made.json").code == 3
    assert "1 fact" in talks("build", tmp_path / "faq.txt", "-o", tmp_path / "made.json").out


def test_marks_of_a_site_generator_are_no_json(talks: Talks, tmp_path: Path) -> None:
    """A text may begin with braces of its site's own."""
    (tmp_path / "page.md").write_text("{% include top.html %}\n\n" + ARTICLE)
    assert "fishing boats" in talks("facts", "--store", tmp_path / "page.md").out


@pytest.mark.parametrize("text", [ARTICLE, '{"facts": [{"id": "f", "answer": "1,000 fishing boats."}]}'])
def test_standard_input_is_a_store(talks: Talks, text: str) -> None:
    """`--store -` reads a store or an article from a pipe."""
    assert "1,000 fishing boats" in talks("facts", "--store", "-", stdin=text.encode()).out


def test_an_article_has_a_limit(talks: Talks, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that is too large to be read in a reasonable time is refused, as `build` refuses it."""
    monkeypatch.setattr(encoding, "MAX_BYTES", 10)
    outcome = talks("facts", "--store", article)
    assert outcome.code == 3
    assert "is larger than" in outcome.err


def test_what_is_no_text_is_told(talks: Talks, tmp_path: Path) -> None:
    """A picture, an empty file, a folder and nothing at all end with 3 and one line."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 \x00")
    (tmp_path / "empty.txt").write_text("")
    for name in ("a.pdf", "empty.txt", ".", "none.txt"):
        outcome = talks("facts", "--store", tmp_path / name)
        assert outcome.code == 3, name
        assert outcome.err.count("\n") == 1
    assert "there is no such file" in outcome.err


def test_a_store_is_made_once(talks: Talks, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is kept by what the article says, and made anew once that changes."""
    made: list[Path] = []
    real = stores.make
    monkeypatch.setattr(stores, "make", lambda path, *more: made.append(path) or real(path, *more))
    talks("facts", "--store", article)
    talks("facts", "--store", article)
    assert len(made) == 1
    article.write_text(ARTICLE.replace("1,000", "900"))
    assert "900 fishing boats" in talks("facts", "--store", article).out
    assert len(made) == 2


def test_a_damaged_one_is_made_anew(talks: Talks, article: Path, tmp_path: Path) -> None:
    """What is wrong with the cache only costs time."""
    talks("facts", "--store", article)
    (kept,) = (tmp_path / "cache").rglob("harbour.json")
    kept.write_text("{")
    assert "fishing boats" in talks("facts", "--store", article).out


def test_without_a_cache_it_works(talks: Talks, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be kept, the store lasts as long as the run."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/none")
    assert "1,000 fishing" in talks("ask", "how many fishing boats", "--store", article).out
    rows = json.loads(talks("sources", "--json", "--store", article).out)
    assert [row["file"] for row in rows] == [str(article)]


def test_an_old_one_is_removed(talks: Talks, article: Path, tmp_path: Path) -> None:
    """What was not asked for a long time goes when another is kept."""
    talks("facts", "--store", article)
    (kept,) = (tmp_path / "cache").rglob("harbour.json")
    os.utime(kept.parent, (0, 0))
    article.write_text(ARTICLE.replace("1,000", "900"))
    talks("facts", "--store", article)
    assert not kept.exists()


def test_an_article_beside_a_store(talks: Talks, article: Path, store_file: Path) -> None:
    """Both are read as one."""
    rows = json.loads(talks("sources", "--json", "--store", article, "--store", store_file).out)
    assert {row["file"] for row in rows} == {str(article), str(store_file)}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_is_read_once(talks: Talks, tmp_path: Path) -> None:
    """A pipe holds a store or an article, as a file does."""
    import threading

    for text, shown in (
        (ARTICLE, "fishing boats"),
        ('{"facts": [{"id": "f", "answer": "From a pipe."}]}', "From a pipe"),
    ):
        pipe = tmp_path / f"pipe-{shown[:4]}"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_text, args=(text,))
        writer.start()
        assert shown in talks("facts", "--store", pipe).out
        writer.join()
