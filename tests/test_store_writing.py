"""Writing a file as a whole or not at all: modes, owners, links, and who else writes to it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from helpers import HARBOUR, document

from talkscli.errors import StoreError
from talkscli.store.files import encode, read
from talkscli.store.model import LONGEST
from talkscli.store.writing import ChangedError, save, stamp, write


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    """Give a file that stands there already, and see that nothing else is left beside it."""
    path = tmp_path / "kept.json"
    path.write_bytes(b"old")
    yield path
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".part"] == []


def test_a_new_file_is_written(tmp_path: Path) -> None:
    """What is written can be read, and nothing lies beside it."""
    write(tmp_path / "new.json", encode(HARBOUR))
    assert len(read(tmp_path / "new.json").facts) == len(HARBOUR.facts)
    assert [p.name for p in tmp_path.iterdir()] == ["new.json"]


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    """A new store is as readable as any file that the user makes."""
    write(tmp_path / "new.json", b"x")
    (tmp_path / "plain").write_bytes(b"x")
    assert (tmp_path / "new.json").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("mask", [0o022, 0o027, 0o077, 0o002], ids=oct)
def test_a_new_file_obeys_the_umask(tmp_path: Path, mask: int) -> None:
    """What the user's umask takes away from every new file is taken from a store too, and the umask stays what it is."""
    before = os.umask(mask)
    try:
        write(tmp_path / "new.json", b"x")
    finally:
        after = os.umask(before)
    assert after == mask
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755], ids=oct)
def test_an_old_file_keeps_its_mode(kept: Path, mode: int) -> None:
    """Writing anew does not change who may read."""
    kept.chmod(mode)
    write(kept, b"new")
    assert kept.read_bytes() == b"new"
    assert stat.S_IMODE(kept.stat().st_mode) == mode


@pytest.mark.parametrize("mode", [0o444, 0o400], ids=oct)
def test_a_read_only_file_is_not_replaced(kept: Path, mode: int) -> None:
    """Who took away the right to write to a store meant it, and is told, even where the folder would let it go."""
    kept.chmod(mode)
    with pytest.raises(StoreError, match="read-only"):
        write(kept, b"new")
    assert kept.read_bytes() == b"old"


def test_a_file_of_several_names_is_not_replaced(kept: Path) -> None:
    """Hard links would part, so that is said, and both names keep what they have."""
    os.link(kept, kept.with_name("other.json"))
    with pytest.raises(StoreError, match="2 names"):
        write(kept, b"new")
    assert kept.read_bytes() == kept.with_name("other.json").read_bytes() == b"old"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root, to be two users")
def test_a_file_keeps_its_owner(kept: Path) -> None:
    """Written by root, the file of somebody else stays theirs."""
    os.chown(kept, 65534, 65534)
    kept.chmod(0o600)
    write(kept, b"new")
    now = kept.stat()
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (65534, 65534, 0o600)


@pytest.mark.parametrize(("uid", "gid"), [(1, 0), (-1, 0), (0, 1), (0, -1)])
def test_a_file_that_can_t_be_given_back_is_not_replaced(
    kept: Path, monkeypatch: pytest.MonkeyPatch, uid: int, gid: int
) -> None:
    """Where the new file could not belong to the owner or the group that the old one has, nothing is written."""
    real = Path.stat

    def another(self: Path, **more: Any) -> os.stat_result:
        now = real(self, **more)
        return now if self != kept else os.stat_result((*now[:4], now.st_uid + uid, now.st_gid + gid, *now[6:]))

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "stat", another)
    monkeypatch.setattr(os, "chown", refuse)
    with pytest.raises(StoreError, match="owner or group"):
        write(kept, b"new")
    assert kept.read_bytes() == b"old"


def test_a_folder_that_becomes_read_only_is_told(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not even the half-written file can be removed, the fault is still told in one line."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fail)
        broken.setattr(Path, "unlink", fail)
        with pytest.raises(StoreError, match="Input/output error"):
            write(kept, b"new")
    for part in kept.parent.glob("*.part"):
        part.unlink()


def test_what_could_not_be_read_back_is_not_written(kept: Path) -> None:
    """A store that breaks the format never comes to stand where one could be read."""
    kept.write_bytes(document())
    for fact in ({"date": "1٩٩٩"}, {"answer": "a" * (LONGEST + 1)}, {"about": ("nobody",)}):
        broken = msgspec.structs.replace(HARBOUR, facts=(msgspec.structs.replace(HARBOUR.facts[0], **fact),))
        with pytest.raises(StoreError, match=r"'bridge-opened', field .*not written"):
            save(kept, broken, stamp(kept))
        assert kept.read_bytes() == document()
    save(kept, HARBOUR, stamp(kept))
    assert kept.read_bytes() == encode(HARBOUR)


def test_a_link_keeps_its_target(kept: Path) -> None:
    """Through a link the file that it leads to is written; the link stays a link."""
    link = kept.with_name("link.json")
    link.symlink_to(kept.name)
    write(link, b"new")
    assert link.is_symlink()
    assert kept.read_bytes() == b"new"


def test_a_broken_link_gets_its_target(tmp_path: Path) -> None:
    """A link that leads to no file yet makes one where it leads."""
    link = tmp_path / "link.json"
    link.symlink_to("target.json")
    write(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "target.json").read_bytes() == b"new"


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod", "tempfile.mkstemp"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), PermissionError(13, "Permission denied")])
def test_a_failed_write_leaves_the_old_file(
    kept: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: OSError
) -> None:
    """Whichever step fails, the old file stands, nothing lies beside it, and the message says so."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(step, fail)
    with pytest.raises(StoreError) as caught:
        write(kept, b"new")
    assert caught.value.message == f"{kept}: can't be written: {error.strerror}"
    assert "unchanged" in (caught.value.hint or "")
    assert kept.read_bytes() == b"old"


def test_an_interrupted_write_leaves_the_old_file(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle leaves the old file, and nothing beside it."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(kept, b"new")
    assert kept.read_bytes() == b"old"


def test_a_temporary_file_may_vanish(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where something else removes the file that is being written, that is a failed write like any other."""

    def remove(_: int) -> None:
        for path in kept.parent.glob("*.part"):
            path.unlink()

    monkeypatch.setattr("os.fsync", remove)
    with pytest.raises(StoreError, match="can't be written"):
        write(kept, b"new")
    assert kept.read_bytes() == b"old"


def test_data_is_on_the_disk_before_it_is_in_place(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new file is synced, then renamed: a crash between leaves the old one."""
    seen: list[bytes] = []
    sync = os.fsync

    def watch(handle: int) -> None:
        seen.append(kept.read_bytes())
        sync(handle)

    monkeypatch.setattr("os.fsync", watch)
    write(kept, b"new")
    assert seen == [b"old"]
    assert kept.read_bytes() == b"new"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("none/x.json", id="no folder"),
        pytest.param(".", id="folder"),
        pytest.param("x" * 5000, id="long"),
        pytest.param("a\0b", id="zero byte"),
    ],
)
def test_where_nothing_can_be_written_is_told(tmp_path: Path, name: str) -> None:
    """A place that can't be written to is a fault, and nothing is left behind."""
    with pytest.raises(StoreError, match="can't be written"):
        write(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_only_files_are_replaced(tmp_path: Path) -> None:
    """A pipe or a device (`-o /dev/stdout`, `-o /dev/null`) is never replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write(pipe, b"new")
    except StoreError as error:
        assert error.hint
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    """A name as long as the system allows is no obstacle."""
    write(tmp_path / ("n" * 250 + ".json"), b"new")
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"new"]


@pytest.mark.parametrize("name", ["none.json", "none/x.json", "a\0b", "x" * 5000])
def test_what_is_not_there_has_no_stamp(tmp_path: Path, name: str) -> None:
    """Where there is no file, or can't be one, there is nothing to compare with later."""
    assert stamp(tmp_path / name) is None


def test_what_was_written_to_meanwhile_is_not_replaced(kept: Path) -> None:
    """A file that is no longer what was read, or that came to stand where none was, stays."""
    for since in (stamp(kept), None):
        kept.write_bytes(b"edited")
        with pytest.raises(ChangedError):
            save(kept, HARBOUR, since)
        assert kept.read_bytes() == b"edited"


def test_what_is_edited_while_the_new_file_is_written_stays(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit that comes while the new store goes to the disk, which may take seconds, is seen; nothing is left over."""
    real = os.fsync

    def slow(handle: int) -> None:
        real(handle)
        kept.write_bytes(b"edited")

    since = stamp(kept)
    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(ChangedError):
        save(kept, HARBOUR, since)
    assert kept.read_bytes() == b"edited"
    assert [path for path in kept.parent.iterdir() if path.suffix == ".part"] == []
