"""Keep the index of a store in the user's cache directory, so that it is made once and not at every start.

An index is known by what its store is (real path, size, time of change, inode) and by the code that made it. It is
written beside and renamed, so that any number of processes may do it at once, and it is never waited for. Whatever is
wrong with the cache (not writable, not ours, damaged) only costs time: the index is then made in memory.
"""

import os
import sqlite3
import stat
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from talkscli.store.files import default_path, read
from talkscli.store.merge import Reader, load

WORTH = 64 << 10  # bytes; a smaller store is analysed faster than a file is opened
LASTS = {".part": 3600, ".index": 90 * 24 * 3600}  # seconds; what a killed process or a store of the past left behind

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
            known.append((str(real), now.st_size, now.st_mtime_ns, now.st_ino))
        if size < WORTH:
            return ""
        here = Path(__file__).parents[1]
        files = (file for room in ("search", "store", "language") for file in sorted((here / room).rglob("*")))
        code = [
            (str(file.relative_to(here)), file.stat().st_mtime_ns) for file in files if file.suffix in (".py", ".txt")
        ]
        return repr((known, code, sys.byteorder))
    except (OSError, ValueError, RuntimeError):
        return ""  # the reader will say what is wrong with a path


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
        if not stat.S_ISREG(now.st_mode) or not _ours(now):
            return None
        db = sqlite3.connect(f"{place.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    except (OSError, ValueError, sqlite3.Error):
        return None
    with suppress(sqlite3.Error):
        if db.execute("SELECT value FROM meta WHERE key = 'key'").fetchone() == (key,):
            return db
    db.close()  # damaged, or another's: it is made anew
    return None


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
            Path(temporary).replace(place)
            temporary = None
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
    with suppress(OSError):
        for file in place.parent.iterdir():
            old = file.name.startswith(f"{store}-") and file.suffix == ".index" and file != place
            if old or time.time() - file.lstat().st_mtime > LASTS.get(file.suffix, float("inf")):
                forget(file)
