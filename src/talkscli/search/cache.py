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
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path

import msgspec
from msgspec import Struct

from talkscli.store.files import default_path, read
from talkscli.store.merge import Reader, load

WORTH = 64 << 10  # bytes; a smaller store is analysed faster than a file is opened
LASTS = {".part": 3600, ".index": 90 * 24 * 3600, ".seal": 90 * 24 * 3600}
"""Seconds that what a killed process or a store of the past left behind is kept."""
CHECKED = 4 << 20  # bytes; the checksum of a smaller index is looked at each time, as that takes some milliseconds
ROOMS = ("search", "store", "language")  # all of the package that shapes an index, as a test asserts
TOOLS = ("Stemmer", "anyascii", "msgspec")  # what else does; their versions are slow to ask for, their files are not

Progress = Callable[[int, int], None]


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
    from talkscli.search.builder import build  # a question to an index that exists does without

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
            known.append((str(real), *_state(now)))
        return repr((known, shaping(), sys.byteorder, sys.hexversion)) if size >= WORTH else ""
    except (OSError, ValueError, RuntimeError):
        return ""  # the reader will say what is wrong with a path


def shaping() -> list[tuple[object, ...]]:
    """Tell what shapes an index besides its store.

    Returns:
        Of each file of the package that does, and of each library: its name, size, time of change and inode.
    """
    here = Path(__file__).parents[1]
    found: list[tuple[object, ...]] = []
    for room in ROOMS:
        for folder, inner, names in os.walk(here / room):
            inner[:] = [name for name in inner if name != "__pycache__"]
            paths = [Path(folder, name) for name in names]
            found += [(str(path).removeprefix(f"{here}{os.sep}"), *_state(path.stat())) for path in paths]
    for tool in TOOLS:
        spec = find_spec(tool)
        found.append((tool, *_state(Path(spec.origin).stat())) if spec and spec.origin else (tool,))
    return sorted(found, key=repr)


def _state(now: os.stat_result) -> tuple[int, ...]:
    return now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino


def _place(paths: Sequence[Path], key: str) -> Path | None:
    """Name the file for an index; None if others could write there."""
    found = folder()
    return found / f"{_short(repr([str(path.resolve()) for path in paths]))}-{_short(key)}.index" if found else None


def folder() -> Path | None:
    """Find our folder of the user's cache directory, and make it if need be; None if others could write there."""
    from platformdirs import user_cache_path

    try:
        found = user_cache_path("talks", appauthor=False)
        found.mkdir(mode=0o700, parents=True, exist_ok=True)
        now = found.lstat()
    except (OSError, ValueError, RuntimeError):
        return None
    return found if stat.S_ISDIR(now.st_mode) and _ours(now) else None


def _short(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogateescape')):08x}"  # the index itself has the whole key


def _ours(now: os.stat_result) -> bool:
    """Tell whether only this user can have written it (where the system knows users)."""
    if not hasattr(os, "geteuid"):
        return True
    return now.st_uid == os.geteuid() and not now.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _open(place: Path, key: str) -> sqlite3.Connection | None:
    try:
        now = place.lstat()
        if not stat.S_ISREG(now.st_mode) or not _ours(now) or not _sealed(place, now):
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
    if now.st_size > CHECKED and seal.state == _state(now):
        return True
    if seal.checksum != _checksum(place):
        return False
    if seal.state != _state(now):
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
    from tempfile import mkstemp

    with suppress(OSError):
        handle, temporary = mkstemp(prefix=f"{place.stem}.", suffix=".part", dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.encode(Seal(checksum, _state(place.stat()))))
            Path(temporary).replace(place.with_suffix(".seal"))
        except BaseException:
            forget(Path(temporary))
            raise


def _make(
    paths: Sequence[Path], place: Path, key: str, progress: Progress | None, read: Reader
) -> sqlite3.Connection | None:
    from tempfile import mkstemp

    from talkscli.search.builder import build

    store = load(paths, read).store  # a fault of the store is for the user, not for the cache
    temporary = None
    try:
        handle, temporary = mkstemp(prefix=f"{place.stem}.", suffix=".part", dir=place.parent)
        os.close(handle)
        with closing(build(store, temporary, progress, key)):
            pass
        if _key(paths) == key:  # else the store was changed meanwhile
            checksum = _checksum(Path(temporary))
            Path(temporary).replace(place)
            temporary = None
            _seal(place, checksum)
            _tidy(place)
    except (OSError, sqlite3.Error):
        pass  # full, or not writable after all; another process may have been luckier
    finally:
        if temporary is not None:
            forget(Path(temporary))
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
