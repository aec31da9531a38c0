"""Several who write to one store: no fact and no edit is lost."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import msgspec
import pytest

from talkscli.check import check
from talkscli.errors import ArticleError, StoreError
from talkscli.extract import build as rooms
from talkscli.extract.build import build
from talkscli.store import files, lock
from talkscli.store.model import Store

COMMAND = [sys.executable, "-m", "talkscli"]
PIER = "The pier\n\nMayor Oda Holm opened the pier in 2020. It cost 3 million crowns.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Give an article in a file."""
    path = tmp_path / "pier.txt"
    path.write_text(PIER, "utf-8")
    return path


def annotate(path: Path, note: str) -> None:
    """Write a note into the first fact, as a person would in an editor."""
    old = files.read(path)
    first = msgspec.structs.replace(old.facts[0], note=note)
    path.write_bytes(files.encode(msgspec.structs.replace(old, facts=(first, *old.facts[1:]))))


@pytest.mark.slow
def test_an_edit_while_the_article_is_read_is_kept(article: Path, tmp_path: Path) -> None:
    """What was edited while `build` waited for its article stands in the new store."""
    out = tmp_path / "s.json"
    build([str(article)], out)
    reading = subprocess.Popen(
        [*COMMAND, "build", "-", "-o", out, "--title", "Quay"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    assert reading.stdin
    reading.stdin.write(b"The quay was closed in 1999.\n")
    reading.stdin.flush()
    annotate(out, "By hand.")
    reading.communicate(timeout=60)
    store = files.read(out)
    assert reading.returncode == 0
    assert store.facts[0].note == "By hand."
    assert {source.id for source in store.sources} == {"the-pier", "quay"}


def test_an_edit_while_the_store_is_made_is_kept(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor asks for no lock: what it saves in the last moment is seen, and joined again."""
    out = tmp_path / "s.json"
    build([str(article)], out)
    real, edits = rooms.update, iter([True])

    def slow(*args: Any, **more: Any) -> Any:
        result = real(*args, **more)
        if next(edits, False):
            annotate(out, "In the last moment.")
        return result

    monkeypatch.setattr(rooms, "update", slow)
    build([str(article)], out)
    assert files.read(out).facts[0].note == "In the last moment."


def test_a_store_that_changes_all_the_time_is_told(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where something else never stops to write, that is said, and what it wrote stands."""
    out = tmp_path / "s.json"
    build([str(article)], out)
    real = rooms.update

    def slow(*args: Any, **more: Any) -> Any:
        result = real(*args, **more)
        annotate(out, f"Again {os.urandom(4).hex()}.")
        return result

    monkeypatch.setattr(rooms, "update", slow)
    with pytest.raises(StoreError, match="changes all the time"):
        build([str(article)], out)
    assert files.read(out).facts[0].note


@pytest.mark.slow
def test_builds_at_once_are_all_in(tmp_path: Path) -> None:
    """Eight builds of eight articles into one store that does not exist yet leave eight sources, and no lock."""
    out = tmp_path / "s.json"
    for n in range(8):
        (tmp_path / f"a{n}.txt").write_text(f"Pier {n}\n\nPier {n} was opened in {2000 + n}.\n", "utf-8")
    crowd = [subprocess.Popen([*COMMAND, "build", tmp_path / f"a{n}.txt", "-o", out]) for n in range(8)]
    assert [each.wait(timeout=120) for each in crowd] == [0] * 8
    assert {source.id for source in files.read(out).sources} == {f"pier-{n}" for n in range(8)}
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", *[".txt"] * 8]


def test_who_waits_is_told(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another build takes long, the next one says that it waits, and goes on after it."""
    out = tmp_path / "s.json"
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    holding, done, told = threading.Event(), threading.Event(), []

    def hold() -> None:
        with lock.locked(out):
            holding.set()
            done.wait(30)

    def wait(line: str) -> None:
        told.append(line)
        done.set()

    holder = threading.Thread(target=hold)
    holder.start()
    holding.wait(30)
    build([str(article)], out, waits=wait)
    holder.join()
    assert told == [f"{out}: waiting for another build to end"]
    assert files.read(out).facts


def test_a_lock_that_was_left_behind_is_taken(article: Path, tmp_path: Path) -> None:
    """The lock of a killed build holds up nobody."""
    (tmp_path / ".s.json.lock").write_bytes(b"")
    build([str(article)], tmp_path / "s.json")
    assert not (tmp_path / ".s.json.lock").exists()


def test_a_dry_run_needs_no_lock(article: Path, tmp_path: Path) -> None:
    """It writes nothing, not even a lock."""
    with lock.locked(tmp_path / "s.json"):
        assert build([str(article)], tmp_path / "s.json", dry_run=True).facts


@pytest.mark.parametrize("name", ["x" * 300 + ".json", "a\0b", "pier.txt/s.json", "none/s.json"])
def test_where_no_store_can_be_is_told(article: Path, tmp_path: Path, name: str) -> None:
    """A name that no file can have, or a place where none can be, is a fault of the path."""
    with pytest.raises(StoreError):
        build([str(article)], tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["pier.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_place_for_a_store(article: Path, tmp_path: Path) -> None:
    """A named pipe is refused at once, not read."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StoreError, match="no file to replace"):
        build([str(article)], tmp_path / "pipe")


@pytest.mark.parametrize("digits", ["1٩٩٩", "٢٠٢٠", "199٩"])
def test_years_in_other_digits_leave_a_store_that_can_be_read(tmp_path: Path, digits: str) -> None:
    """Whatever digits an article has, what is built from it can be read."""
    (tmp_path / "a.txt").write_text(
        f"News\n\nIn {digits} the harbour closed. In the {digits[:3]}0s it was open.\n", "utf-8"
    )
    build([str(tmp_path / "a.txt")], tmp_path / "s.json")
    assert files.read(tmp_path / "s.json").facts


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Ka\u0301ri O\u0301lavs\u0331son, the mayor of Norland, said that the pier would close.",
            "Kári Ólavs\u0331son",
        ),
        ("Then M\u0304arta Vo\u0331lden left Norland in 2020.", None),
        ("Володи\u0301мир Зеле\u0301нський приїхав у Норланд.", None),
        ("Norla\u0300\u0300nd closed the pier in Ma\u0300\u0300y 2020.", None),
    ],
)
def test_a_name_with_marks_of_its_own_is_whole(tmp_path: Path, sentence: str, name: str | None) -> None:
    """A stress or a line below that no letter has built in ends no name: neither the one built nor the one checked."""
    (tmp_path / "a.txt").write_text(f"News\n\n{sentence}\n", "utf-8")
    build([str(tmp_path / "a.txt")], tmp_path / "s.json")
    store = files.read(tmp_path / "s.json")
    assert not name or name in [entity.name for entity in store.entities]
    assert store.facts
    assert check(tmp_path / "s.json", [str(tmp_path / "a.txt")]).problems == ()


def test_what_no_reader_would_take_is_not_written(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever should go wrong in making facts, the store that stands is not replaced by one that can't be read."""
    out = tmp_path / "s.json"
    build([str(article)], out)
    before = out.read_bytes()

    def broken(old: Store, *args: Any, **more: Any) -> Any:
        result = real(old, *args, **more)
        bad = msgspec.structs.replace(result.store.facts[0], date="1٩٩٩")
        return msgspec.structs.replace(result, store=msgspec.structs.replace(result.store, facts=(bad,)))

    real = rooms.update
    monkeypatch.setattr(rooms, "update", broken)
    with pytest.raises(StoreError, match="not written"):
        build([str(article)], out)
    assert out.read_bytes() == before


def test_who_wrote_an_article_stands_above_its_paragraphs(tmp_path: Path) -> None:
    """A fact of the byline is in its place, whatever paragraph has the same names."""
    pytest.importorskip("trafilatura")
    page = tmp_path / "boats.html"
    page.write_text(
        """<html lang="en"><head><title>Ferry: the new boats</title></head><body><article>
<p>On the water this week</p><h1>Ferry: the new boats</h1>
<p class="byline">By Ann Reed and Bo Lund — 24 November 2017 at 18:42</p>
<p>The new boats cross the strait by night and carry 20 cars each.</p>
<h2>What they cost</h2>
<p>Ann Reed and Bo Lund paid 20 crowns in November 2017 for each new boat of the ferry, at the yard.</p>
</article></body></html>"""
    )
    build([str(page)], out := tmp_path / "s.json")
    assert "Ann Reed" in files.read(out).facts[0].answer
    assert check(out, [str(page)]).problems == ()


def test_a_word_with_an_apostrophe_is_whole(tmp_path: Path) -> None:
    """Neither `build` nor `check` takes the half of a word for a name."""
    article = tmp_path / "a.md"
    article.write_text(
        "# Hair\n\nThe Qur’an of Evul-art’h’s mother was red. In it Evul-art’h read that Qur’an twice.\n"
    )
    build([str(article)], out := tmp_path / "s.json")
    assert check(out, [str(article)]).problems == ()


def test_an_article_that_tells_nothing_is_refused(tmp_path: Path) -> None:
    """A line without a sentence makes no store, as an empty file makes none."""
    article, store = tmp_path / "line.txt", tmp_path / "store.json"
    article.write_text("One line only", "utf-8")
    with pytest.raises(ArticleError, match="no sentence"):
        build([str(article)], store)
    assert not store.exists()
