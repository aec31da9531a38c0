"""Keep the index of a store in the user's cache directory, so that it is made once and not at every start.

An index is known by what its store is (real path, size, time of change, inode) and by the code that made it. It is
written beside and renamed, so that any number of processes may do it at once, and it is never waited for. Whatever is
wrong with the cache (not writable, not ours, damaged) only costs time: the index is then made in memory.
"""

import hashlib
import os
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from talkscli.merge import load
from talkscli.search.builder import build
from talkscli.store import default_path

WORTH = 64 << 10  # bytes; a smaller store is analysed faster than a file is opened
CODE = ("text.py", "search/builder.py", "search/lexicon.py", "search/question.py", "search")

Progress = Callable[[int, int], None]


def open_database(
    paths: Sequence[Path] = (), progress: Progress | None = None
) -> tuple[sqlite3.Connection, Path | None]:
    """Open the index of store files (the shipped one if none is named), and give the file that it lies in, if any.

    Raises StoreError where a store can't be read.
    """
    chosen = list(paths) or [default_path()]
    place = _place(chosen)
    if place:
        found = _open(place)
        if found:
            return found, place
        made = _make(chosen, place, progress)
        if made:
            return made, place
    return build(load(chosen).store, progress=progress), None


def forget(place: Path) -> None:
    """Remove an index that proved to be damaged."""
    try:
        place.unlink()
    except OSError:
        pass  # not ours to remove: it will be passed over as long as it stands there


def _place(paths: Sequence[Path]) -> Path | None:
    """Name the file for the index of these stores; None where they are too small, or not files that stay."""
    known, size = [], 0
    try:
        for path in paths:
            real = os.path.realpath(path)
            now = os.stat(real)
            if not stat.S_ISREG(now.st_mode):
                return None
            size += now.st_size
            known.append((real, now.st_size, now.st_mtime_ns, now.st_ino))
        if size < WORTH:
            return None
        here = Path(__file__).parents[1]
        code = [os.stat(here / name).st_mtime_ns for name in CODE]
        folder = _folder()
    except (OSError, ValueError, RuntimeError):
        return None  # the reader will say what is wrong with a path
    if folder is None:
        return None
    store = _digest([row[0] for row in known])
    return folder / f"{store}-{_digest([known, code])}.index"


def _digest(what: object) -> str:
    return hashlib.sha256(repr(what).encode("utf-8", "surrogateescape")).hexdigest()[:24]


def _folder() -> Path | None:
    """Give our folder in the user's cache directory, made if need be; None if others could write to it."""
    from platformdirs import user_cache_path

    folder = user_cache_path("talks", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder if _ours(folder.lstat()) and stat.S_ISDIR(folder.lstat().st_mode) else None


def _ours(now: os.stat_result) -> bool:
    """Tell whether only this user can have written it (where the system knows users)."""
    if not hasattr(os, "geteuid"):
        return True
    return now.st_uid == os.geteuid() and not now.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _open(place: Path) -> sqlite3.Connection | None:
    try:
        now = place.lstat()
        if not stat.S_ISREG(now.st_mode) or not _ours(now):
            return None
        db = sqlite3.connect(f"{place.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
        db.execute("PRAGMA mmap_size = 1073741824")
        if db.execute("SELECT value FROM meta WHERE key = 'facts'").fetchone():
            return db
    except (OSError, ValueError, sqlite3.Error):
        pass  # absent or damaged: it is made anew
    return None


def _make(paths: Sequence[Path], place: Path, progress: Progress | None) -> sqlite3.Connection | None:
    library = load(paths)  # a fault of the store is for the user, not for the cache
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f"{place.stem}.", suffix=".part", dir=place.parent)
        os.close(handle)
        build(library.store, temporary, progress).close()
        os.replace(temporary, place)
        temporary = None
        for old in place.parent.glob(f"{place.name.partition('-')[0]}-*.index"):
            if old != place:
                forget(old)
        return _open(place)
    except (OSError, sqlite3.Error):
        return build(library.store, progress=progress)
    finally:
        if temporary is not None:
            forget(Path(temporary))
