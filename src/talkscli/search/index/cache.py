"""Keep the index of a store in the user's cache directory, so that it is made once and not at every start.

An index is known by what its store is (real path, size, times of change, inode) and by the code that made it. It is
written beside and renamed, so that any number of processes may do it at once, and it is never waited for. Beside it
lies its seal: its checksum, and what the system knew of the file when it was written. Whatever is wrong with the
cache (not writable, not ours, changed, damaged) only costs time: the index is then made in memory.
"""

import os
import sqlite3
import stat
import sys
import time
import zlib
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from talkscli.store import kept
from talkscli.store.files import default_path, read
from talkscli.store.merge import Progress, Reader, load
from talkscli.store.writing import Stamp, beside

WORTH = 64 << 10  # bytes; a smaller store is analysed faster than a file is opened
LASTS = {".part": 3600, ".index": kept.LASTS, ".seal": kept.LASTS}
"""Seconds that what a killed process or a store of the past left behind is kept."""
CHECKED = 4 << 20  # bytes; the checksum of a smaller index is looked at each time, as that takes some milliseconds
ROOMS = ("search", "store", "language")  # all of the package that shapes an index, as a test asserts
LIBRARIES = ("Stemmer", "anyascii", "msgspec")


def open_database(
    paths: Sequence[Path] = (), progress: Progress | None = None, read: Reader = read
) -> tuple[sqlite3.Connection, Path | None]:
    """Open the index of store files (the shipped one if none is named), and give the file that it lies in, if any.

    Raises StoreError where a store can't be read.
    """
    chosen = list(paths) or [default_path()]
    key = _key(chosen)
    place = _place(chosen, key) if key else None
    if place:
        found = _open(place, key) or _make(chosen, place, key, progress, read)
        if found:
            return found, place
    from talkscli.search.index.builder import build  # a question to an index that exists does without

    return build(load(chosen, read).store, progress=progress), None


def forget(place: Path) -> None:
    """Remove an index that proved to be damaged."""
    with suppress(OSError):  # not ours to remove: it will be passed over as long as it stands there
        place.unlink()


class Seal(Struct, frozen=True):
    """What an index was when it was written."""

    checksum: int
    state: tuple[int, ...]
    """Of the file: what differs once somebody wrote to it."""


def _key(paths: Sequence[Path]) -> str:
    """Say which stores these are, as they are now, and what code reads them; "" if they are small or don't stay."""
    known, size = [], 0
    try:
        for path in paths:
            real = path.resolve()
            now = real.stat()
            if not stat.S_ISREG(now.st_mode):
                return ""
            size += now.st_size
            known.append((str(real), *Stamp.of(now)))
        return repr((known, kept.shaping(ROOMS, LIBRARIES), sys.byteorder, sys.hexversion)) if size >= WORTH else ""
    except (OSError, ValueError, RuntimeError):
        return ""  # the reader will say what is wrong with a path


def _place(paths: Sequence[Path], key: str) -> Path | None:
    """Name the file for an index; None if others could write there."""
    found = kept.folder()
    return found / f"{_short(repr([str(path.resolve()) for path in paths]))}-{_short(key)}.index" if found else None


def _short(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogateescape')):08x}"  # the index itself has the whole key


def _open(place: Path, key: str) -> sqlite3.Connection | None:
    try:
        now = place.lstat()
        if not stat.S_ISREG(now.st_mode) or not kept.is_ours(now) or not _sealed(place, now):
            return None
        uri = f"{place.as_uri()}?mode=ro&immutable=1"
        db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)  # see Index.close
    except (OSError, ValueError, sqlite3.Error, msgspec.MsgspecError):
        return None
    with suppress(sqlite3.Error, UnicodeDecodeError):  # SQLite's message may quote what is damaged
        if db.execute("SELECT value FROM meta WHERE key = 'key'").fetchone() == (key,):
            return db
    db.close()  # another's: it is made anew
    return None


def _sealed(place: Path, now: os.stat_result) -> bool:
    """Tell whether an index is what was written; one that the system says nobody touched is only read if small."""
    seal = msgspec.json.decode(place.with_suffix(".seal").read_bytes(), type=Seal)
    if now.st_size > CHECKED and seal.state == Stamp.of(now):
        return True
    if seal.checksum != _checksum(place):
        return False
    if seal.state != Stamp.of(now):
        _seal(place, seal.checksum)
    return True


def _checksum(place: Path) -> int:
    found = 0
    with place.open("rb") as file:
        while portion := file.read(1 << 20):
            found = zlib.crc32(portion, found)
    return found


def _seal(place: Path, checksum: int) -> None:
    """Note what an index is, where that can be done."""
    with suppress(OSError), beside(place.with_suffix(".seal")) as temporary:
        temporary.write_bytes(msgspec.json.encode(Seal(checksum, Stamp.of(place.stat()))))


def _make(
    paths: Sequence[Path], place: Path, key: str, progress: Progress | None, read: Reader
) -> sqlite3.Connection | None:
    from talkscli.search.index.builder import build

    store = load(paths, read).store  # a fault of the store is for the user, not for the cache
    with suppress(OSError, sqlite3.Error):  # full, or not writable after all; another process may have been luckier
        with beside(place) as temporary:
            with closing(build(store, str(temporary), progress, key)):
                pass
            if _key(paths) != key:
                raise OSError(f"{temporary} has a store that was changed meanwhile")
            checksum = _checksum(temporary)
        _seal(place, checksum)
        _tidy(place)
    return _open(place, key)


def _tidy(place: Path) -> None:
    """Remove what this index replaces, and leftovers."""
    store, _, _ = place.name.partition("-")
    mine = {place, place.with_suffix(".seal")}
    with suppress(OSError):
        for file in place.parent.iterdir():
            old = file.name.startswith(f"{store}-") and file.suffix in (".index", ".seal") and file not in mine
            if old or time.time() - file.lstat().st_mtime > LASTS.get(file.suffix, float("inf")):
                forget(file)
