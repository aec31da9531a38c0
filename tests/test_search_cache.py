"""The cache only saves time: whatever happens to it, the answers are those of the store as it is now."""

import gc
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from talkscli.errors import StoreError
from talkscli.search.engine import Engine, open_engine
from talkscli.search.index import cache
from talkscli.store import files as stores
from talkscli.store import writing
from talkscli.store.model import Fact, Store

SUBJECTS = ("harbour", "bridge", "school", "museum", "airport", "library", "stadium", "hospital", "market", "theatre")


def town(named: str = "Lindow") -> Store:
    """A store that is large enough to be worth an index file."""
    facts = [
        Fact(
            id=f"{subject}-{n}",
            question=f"When was the {subject} of district {n} in {named} opened?",
            answer=f"The {subject} of district {n} in {named} was opened in {1900 + n} after a long dispute over its costs, its site and its name.",
        )
        for n in range(1, 31)
        for subject in SUBJECTS
    ]
    return Store(facts=tuple(facts))


QUESTION = "when was the museum of district 7 opened"
ASKING = """
import sys
from pathlib import Path
from talkscli.search.engine import open_engine
engine = open_engine([Path(sys.argv[1])])
print(engine.search(sys.argv[2]).hits[0].fact.id)
engine.index.db.close()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store file that is worth an index."""
    target = tmp_path / "town.json"
    writing.write(target, stores.encode(town()))
    assert target.stat().st_size > cache.WORTH
    return target


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the indexes lie (the folder may not exist yet)."""
    return tmp_path / "cache" / "talks"


@pytest.fixture
def ask() -> Iterator[Callable[[Path], str | None]]:
    """Ask the store at a path, and close it after the test."""
    opened: list[Engine] = []

    def first(path: Path) -> str | None:
        opened.append(open_engine([path]))
        found = opened[-1].search(QUESTION)
        return found.hits[0].fact.id if found.answered else None

    yield first
    for engine in opened:
        engine.index.db.close()


def indexes(folder: Path) -> list[Path]:
    """Give the index files that lie there."""
    return sorted(folder.glob("*.index")) if folder.exists() else []


def test_second_process_does_not_read_the_store(
    path: Path, ask: Callable[[Path], str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once an index is there, the store itself is only looked at, not read."""
    assert ask(path) == "museum-7"

    def read(_paths: object) -> None:
        pytest.fail("the store was read")

    monkeypatch.setattr(cache, "load", read)
    assert ask(path) == "museum-7"


def test_another_thread_may_close_a_kept_index(path: Path) -> None:
    """An index closes in whatever thread drops it last, just made or found in the cache."""
    for _ in range(2):
        close = open_engine([path]).index.close
        with ThreadPoolExecutor(1) as pool:
            pool.submit(close).result()


def test_folder_and_index_are_the_users_alone(path: Path, folder: Path, ask: Callable[[Path], str | None]) -> None:
    """Nobody else may read what a user asks about."""
    ask(path)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [index.stat().st_mode & 0o777 for index in indexes(folder)] == [0o600]


def test_small_store_leaves_no_file(folder: Path, store_file: Path) -> None:
    """A store that is analysed at once is not worth a file."""
    with closing(cache.open_database([store_file])[0]):
        assert indexes(folder) == []


def test_link_to_a_store_shares_its_index(path: Path, folder: Path, ask: Callable[[Path], str | None]) -> None:
    """A store is known by its real path."""
    link = path.with_name("link.json")
    link.symlink_to(path)
    assert ask(path) == ask(link)
    assert len(indexes(folder)) == 1


def test_changed_store_is_indexed_anew(path: Path, folder: Path, ask: Callable[[Path], str | None]) -> None:
    """An index of what the store was is not used, and goes."""
    ask(path)
    (before,) = indexes(folder)
    changed = [fact for fact in town().facts if fact.id != "museum-7"]
    writing.write(path, stores.encode(Store(facts=tuple(changed))))
    assert ask(path) != "museum-7"
    assert len(indexes(folder)) == 1
    assert indexes(folder) != [before]


def test_two_stores_keep_an_index_each(path: Path, folder: Path, ask: Callable[[Path], str | None]) -> None:
    """The index of one store does not push out another's."""
    other = path.with_name("other.json")
    writing.write(other, stores.encode(town("Zarow")))
    ask(path)
    ask(other)
    assert len(indexes(folder)) == 2


def _truncate(index: Path) -> None:
    index.write_bytes(index.read_bytes()[: index.stat().st_size // 3])


def _empty(index: Path) -> None:
    index.write_bytes(b"")


def _garbage(index: Path) -> None:
    index.write_bytes(b"not a database " * 10_000)


def _half_garbage(index: Path) -> None:
    data = index.read_bytes()
    index.write_bytes(data[:8192] + bytes(len(data) - 8192))


def _foreign(index: Path) -> None:
    index.unlink()
    with closing(sqlite3.connect(index)) as db:
        db.execute("CREATE TABLE notes (text)")


def _of_another_store(index: Path) -> None:
    with closing(sqlite3.connect(index)) as db, db:
        db.execute("UPDATE meta SET value = 'another' WHERE key = 'key'")


def _without_a_table(index: Path) -> None:
    with closing(sqlite3.connect(index)) as db, db:
        db.execute("DROP TABLE fact")


def _without_rows(index: Path) -> None:
    with closing(sqlite3.connect(index)) as db, db:
        db.execute("DELETE FROM norm")


def _with_broken_rows(index: Path) -> None:
    with closing(sqlite3.connect(index)) as db, db:
        db.execute("UPDATE fact SET doc = substr(doc, 1, 5), body = x'7b'")


@pytest.mark.parametrize(
    "harm",
    [_truncate, _empty, _garbage, _half_garbage, _foreign, _of_another_store, _without_a_table, _without_rows,
     _with_broken_rows],
)  # fmt: skip
def test_damaged_index_is_made_anew(
    path: Path, folder: Path, ask: Callable[[Path], str | None], harm: Callable[[Path], None]
) -> None:
    """Whatever stands where the index should be, the answer is right, and the next one has a sound index."""
    ask(path)
    (index,) = indexes(folder)
    harm(index)
    assert ask(path) == "museum-7"
    with closing(sqlite3.connect(f"{indexes(folder)[0].as_uri()}?mode=ro", uri=True)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM norm").fetchone() == (len(town().facts),)


def test_planted_link_is_not_followed(path: Path, folder: Path, ask: Callable[[Path], str | None]) -> None:
    """A link in the place of the index is replaced, and what it points to stays as it was."""
    ask(path)
    (index,) = indexes(folder)
    precious = path.with_name("precious.txt")
    precious.write_text("mine")
    index.unlink()
    index.symlink_to(precious)
    assert ask(path) == "museum-7"
    assert precious.read_text() == "mine"
    assert not index.is_symlink()


def test_folder_open_to_others_is_not_used(path: Path, folder: Path, ask: Callable[[Path], str | None]) -> None:
    """What others could have written is not trusted."""
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    assert ask(path) == "museum-7"
    assert list(folder.iterdir()) == []


def test_index_of_another_user_is_not_used(
    path: Path, ask: Callable[[Path], str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that belongs to somebody else is passed over."""
    ask(path)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    engine = open_engine([path])
    with closing(engine.index.db) as db:
        assert db.execute("PRAGMA database_list").fetchone()[2] == ""


def test_linked_folder_is_not_used(path: Path, folder: Path, ask: Callable[[Path], str | None]) -> None:
    """A link in the place of our folder is not followed."""
    elsewhere = path.with_name("elsewhere")
    elsewhere.mkdir(mode=0o700)
    folder.parent.mkdir(parents=True)
    folder.symlink_to(elsewhere)
    assert ask(path) == "museum-7"
    assert list(elsewhere.iterdir()) == []


def test_without_a_cache_directory_it_answers_all_the_same(
    path: Path, ask: Callable[[Path], str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file where the folder should be, or a directory that can't exist, only cost time."""
    blocked = path.with_name("blocked")
    blocked.write_text("")
    for home in (blocked, Path("/proc/1/nowhere"), Path("/dev/null")):
        monkeypatch.setenv("XDG_CACHE_HOME", str(home))
        assert ask(path) == "museum-7"


def test_without_a_home_it_answers_all_the_same(path: Path) -> None:
    """A process with no environment at all (cron, a container) works."""
    environment = {"HOME": "/nonexistent", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", ASKING, path, QUESTION], env=environment, capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("museum-7\n", "")


def test_full_disk_only_costs_time(
    path: Path, folder: Path, ask: Callable[[Path], str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index that can't be put in its place is left out, and nothing is left behind."""

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert ask(path) == "museum-7"
    assert list(folder.iterdir()) == []


@pytest.mark.slow
def test_many_processes_at_once(path: Path, folder: Path) -> None:
    """Processes that start together all answer, and leave one sound index."""
    started = [
        subprocess.Popen([sys.executable, "-c", ASKING, path, QUESTION], stdout=subprocess.PIPE, text=True)
        for _ in range(8)
    ]
    assert {process.communicate()[0] for process in started} == {"museum-7\n"}
    assert [process.returncode for process in started] == [0] * 8
    assert sorted(file.suffix for file in folder.iterdir()) == [".index", ".seal"]


def test_store_changed_while_it_is_indexed_leaves_no_index(path: Path, folder: Path) -> None:
    """An index is only kept if the store is still what it was when it was read."""
    writing.write(path, stores.encode(Store(facts=tuple(Fact(id=f"f{n}", answer=f"{n} " * 30) for n in range(1000)))))

    def progress(_done: int, _total: int) -> None:
        writing.write(path, stores.encode(town()))

    with closing(cache.open_database([path], progress)[0]):
        assert list(folder.iterdir()) == []


def test_interrupted_build_leaves_nothing(path: Path, folder: Path) -> None:
    """Ctrl-C while an index is made removes the part that was written."""
    writing.write(path, stores.encode(Store(facts=tuple(Fact(id=f"f{n}", answer=f"{n} " * 30) for n in range(1000)))))

    def progress(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cache.open_database([path], progress)
    assert list(folder.iterdir()) == []


def test_leftovers_are_removed_once_they_are_old(path: Path, folder: Path, ask: Callable[[Path], str | None]) -> None:
    """What a killed process left goes with the next index; what another one may be writing stays."""
    folder.mkdir(mode=0o700, parents=True)
    for name, age in (("old.part", 7200), ("new.part", 60), ("gone.index", 100 * 86400), ("other.index", 86400)):
        (folder / name).write_text("")
        os.utime(folder / name, (time.time() - age,) * 2)
    ask(path)
    assert {file.name for file in folder.iterdir() if "-" not in file.name} == {"new.part", "other.index"}


def test_progress_is_told(path: Path) -> None:
    """Who waits for a large store is told how far it is."""
    writing.write(path, stores.encode(Store(facts=tuple(Fact(id=f"f{n}", answer=f"word {n}") for n in range(2500)))))
    told: list[tuple[int, int]] = []
    with closing(cache.open_database([path], lambda done, total: told.append((done, total)))[0]):
        assert told == [(1000, 2500), (2000, 2500)]


def test_unreadable_store_is_said_not_hidden(path: Path) -> None:
    """A fault of the store is the user's to know, with a cache or without."""
    path.write_text('{"facts": [' + '{"id": "x"},' * 10_000 + "]}")
    with pytest.raises(StoreError):
        cache.open_database([path])
    with pytest.raises(StoreError):
        cache.open_database([path.with_name("absent.json")])


@pytest.mark.parametrize(
    "question", ["'; DROP TABLE fact; --", '" OR 1=1', "museum* NEAR(district)", "@0 =the ?when _", "\0"]
)
def test_question_text_is_never_read_as_a_query(path: Path, question: str) -> None:
    """Signs that mean something to SQL are words or nothing."""
    engine = open_engine([path])
    with closing(engine.index.db) as db:
        engine.search(question)
        assert db.execute("SELECT count(*) FROM fact").fetchone() == (len(town().facts),)


# What is worth a file, and whose it is


@pytest.mark.parametrize(("size", "files"), [(65_535, 0), (65_536, 1)])
def test_a_store_of_64_kib_is_worth_a_file(tmp_path: Path, folder: Path, size: int, files: int) -> None:
    """A smaller one is not."""
    path = tmp_path / "padded.json"
    path.write_bytes(stores.encode(Store(facts=(Fact(id="a", answer="Gull."),))).ljust(size))
    with closing(cache.open_database([path])[0]):
        assert len(indexes(folder)) == files


def test_stores_are_worth_a_file_together(tmp_path: Path, folder: Path) -> None:
    """Several smaller stores count by what they come to."""
    paths = [tmp_path / f"{name}.json" for name in "ab"]
    for path in paths:
        path.write_bytes(stores.encode(Store(facts=(Fact(id=path.stem, answer="Gull."),))).ljust(40_000))
    db, place = cache.open_database(paths)
    with closing(db):
        assert indexes(folder) == [place]
    with closing(cache.open_database(paths[:1])[0]) as db:
        assert db.execute("SELECT count(*) FROM fact").fetchone() == (1,)
        assert len(indexes(folder)) == 1


@pytest.mark.parametrize(("mode", "used"), [(0o755, True), (0o700, True), (0o720, False), (0o702, False)])
def test_a_folder_that_others_can_write_to_is_not_used(
    path: Path, folder: Path, ask: Callable[[Path], str | None], mode: int, used: bool
) -> None:
    """Neither a group nor all may write to it; reading is the user's to allow."""
    folder.mkdir(parents=True)
    folder.chmod(mode)
    assert ask(path) == "museum-7"
    assert bool(indexes(folder)) is used


@pytest.mark.parametrize(("mode", "kept"), [(0o644, True), (0o620, False), (0o602, False)])
def test_an_index_that_others_can_write_to_is_not_used(
    path: Path, folder: Path, ask: Callable[[Path], str | None], mode: int, kept: bool
) -> None:
    """It is made anew, for the user alone."""
    ask(path)
    (index,) = indexes(folder)
    index.chmod(mode)
    assert ask(path) == "museum-7"
    assert index.stat().st_mode & 0o777 == (mode if kept else 0o600)


def test_a_system_without_users_has_a_cache(
    path: Path, folder: Path, ask: Callable[[Path], str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where files belong to nobody, whoever can open them is trusted."""
    monkeypatch.delattr(os, "geteuid")
    assert ask(path) == "museum-7"
    assert len(indexes(folder)) == 1


def test_an_index_is_opened_for_reading(path: Path) -> None:
    """Nothing can change it."""
    for _ in range(2):
        with closing(cache.open_database([path])[0]) as db, pytest.raises(sqlite3.OperationalError):
            db.execute("DELETE FROM fact")


def test_the_file_of_an_index_is_told(path: Path, folder: Path, store_file: Path) -> None:
    """It is the one in the user's folder, or none for a small store."""
    for chosen, expected in ((path, folder), (store_file, None)):
        db, place = cache.open_database([chosen])
        with closing(db):
            assert (place.parent if place else None) == expected


def test_a_store_that_only_looks_the_same_is_indexed_anew(path: Path, ask: Callable[[Path], str | None]) -> None:
    """Size, time of change and inode can be the same (`cp -p` over it); that it was written to is seen all the same."""
    assert ask(path) == "museum-7"
    now, data = path.stat(), path.read_bytes()
    changed = data.replace(b'museum-7"', b'museum-X"')
    assert len(changed) == len(data)
    path.write_bytes(changed)
    os.utime(path, ns=(now.st_atime_ns, now.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns, path.stat().st_ino) == (
        now.st_size,
        now.st_mtime_ns,
        now.st_ino,
    )
    assert ask(path) == "museum-X"


@pytest.mark.slow
@pytest.mark.parametrize("large", [False, True])
def test_every_changed_page_is_noticed(
    path: Path, folder: Path, ask: Callable[[Path], str | None], monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    """Whichever page of an index somebody writes to, it is made anew; so it is if its seal is missing or damaged."""
    if large:
        monkeypatch.setattr(cache, "CHECKED", 1000)
    ask(path)
    (index,) = indexes(folder)
    sound = index.read_bytes()
    for page in range(0, len(sound), 4096):
        now = index.stat()
        with index.open("r+b") as file:
            file.seek(page + 1000)
            file.write(bytes([sound[page + 1000] ^ 0x55]))
        os.utime(index, ns=(now.st_atime_ns, now.st_mtime_ns))
        cache.open_database([path])[0].close()
        assert index.read_bytes() == sound, page
    for harm in (b"", b"{}", b'{"checksum":1,"state":[1]}'):
        index.with_suffix(".seal").write_bytes(harm)
        assert ask(path) == "museum-7"
        assert index.read_bytes() == sound
    index.with_suffix(".seal").unlink()
    assert ask(path) == "museum-7"


def test_a_large_index_is_not_read_to_its_end(
    path: Path, ask: Callable[[Path], str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that nobody touched since it was written is trusted unread; one that was copied is read once."""
    monkeypatch.setattr(cache, "CHECKED", 1000)
    ask(path)
    real, read = cache._checksum, []
    monkeypatch.setattr(cache, "_checksum", lambda place: (read.append(place), real(place))[1])
    ask(path)
    assert read == []
    db, place = cache.open_database([path])
    db.close()
    assert place
    place.with_suffix(".copy").write_bytes(place.read_bytes())
    place.with_suffix(".copy").rename(place)
    place.chmod(0o600)
    ask(path)
    ask(path)
    assert len(read) == 1


def test_the_same_store_gives_the_same_index(path: Path, tmp_path: Path) -> None:
    """Byte for byte, whatever order Python's sets have, so that processes at once agree on it."""
    made = []
    for seed in "12":
        known = {**os.environ, "PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(tmp_path / seed)}
        subprocess.run([sys.executable, "-c", ASKING, path, QUESTION], env=known, check=True, capture_output=True)
        made.append(next((tmp_path / seed).rglob("*.index")).read_bytes())
    assert made[0] == made[1]


def test_a_bug_is_no_damaged_index(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the code is not taken for a fault of the file, and no index is made anew for it."""
    from talkscli.search import engine as rooms

    def wrong(*_: object) -> None:
        raise ValueError("a bug")

    with open_engine([path]) as engine:
        monkeypatch.setattr(rooms, "rank", wrong)
        with pytest.raises(ValueError, match="a bug"):
            engine.search(QUESTION)


def test_an_engine_is_closed(path: Path) -> None:
    """By hand, at the end of a block, or with the last that holds it."""
    with open_engine([path]) as engine:
        db = engine.index.db
    with pytest.raises(sqlite3.ProgrammingError):
        db.execute("SELECT 1")
    engine = open_engine([path])
    db = engine.index.db
    del engine
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError):
        db.execute("SELECT 1")


@pytest.mark.parametrize("name", ["old.part", "none-0.index", "none-0.seal"])
@pytest.mark.parametrize(("late", "left"), [(-60, True), (60, False)])
def test_how_long_leftovers_last(
    path: Path, folder: Path, ask: Callable[[Path], str | None], name: str, late: int, left: bool
) -> None:
    """A part lasts an hour, an index and its seal 90 days."""
    folder.mkdir(mode=0o700, parents=True)
    (folder / name).write_text("")
    age = 3600 if name == "old.part" else 7_776_000
    os.utime(folder / name, (time.time() - age - late,) * 2)
    ask(path)
    assert (folder / name).exists() is left


def test_files_of_others_stay(path: Path, folder: Path, ask: Callable[[Path], str | None]) -> None:
    """Whatever is no index and no part of one is left alone, however old."""
    folder.mkdir(mode=0o700, parents=True)
    ask(path)
    (index,) = indexes(folder)
    mine = [folder / "notes.txt", folder / f"{index.name.partition('-')[0]}-notes.txt"]
    for file in mine:
        file.write_text("")
        os.utime(file, (1, 1))
    writing.write(path, stores.encode(town("Zarow")))
    ask(path)
    assert all(file.exists() for file in mine)
    assert not index.exists()


def test_an_index_that_breaks_later_is_made_anew(path: Path, ask: Callable[[Path], str | None]) -> None:
    """An engine that finds its index damaged removes it and answers from a new one; the next one is sound."""
    db, place = cache.open_database([path])
    db.close()
    assert place
    with closing(sqlite3.connect(place)) as harmed, harmed:
        harmed.execute("UPDATE meta SET value = x'' WHERE key = 'sizes'")
    assert ask(path) == "museum-7"
    with closing(sqlite3.connect(place)) as sound:
        assert sound.execute("SELECT length(value) FROM meta WHERE key = 'sizes'").fetchone() == (300,)


@pytest.mark.parametrize("call", ["search", "find", "sources", "entities"])
def test_whatever_is_read_of_a_damaged_index_it_is_made_anew(path: Path, call: str) -> None:
    """Not only a question: facts by words, their sources and entities are read of a new index too."""
    with open_engine([path]) as engine:
        broken = engine.index.db
        engine.index._in = lambda *_: broken.execute("SELECT * FROM nowhere").fetchall()  # type: ignore[method-assign]
        before = engine.index
        getattr(engine, call)(["museum-7"] if call in ("sources", "entities") else "museum")
        assert engine.index is not before


def test_a_damaged_index_that_stays_is_passed_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that can't be removed does no harm."""
    db, place = cache.open_database([path])
    db.close()
    assert place

    def kept(_self: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", kept)
    cache.forget(place)
    assert place.exists()


WATCHED = """
import gc, sqlite3, sys
connect = sqlite3.connect

class Watched(sqlite3.Connection):
    shut = False

    def close(self):
        self.shut = True
        super().close()

    def __del__(self):
        if not self.shut:
            sys.stderr.write("a database was left open")

sqlite3.connect = lambda *args, **more: connect(*args, **{**more, "factory": Watched})
from talkscli.cli.app import main
code = main(sys.argv[1:])
gc.collect()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", ["ask museum --store", "ask --batch questions --store", "facts museum --store", "check"]
)
def test_no_command_leaves_a_database_open(path: Path, command: str) -> None:
    """Each index that a command opens, it closes, whether it lies in a file or in memory; nothing warns."""
    (path.parent / "questions").write_text("museum\nschool\n")
    words = [sys.executable, "-X", "dev", "-W", "error", "-c", WATCHED, *command.split(), path]
    ended = subprocess.run(words, capture_output=True, cwd=path.parent)
    assert (ended.returncode in {0, 1}, ended.stderr) == (True, b"")
