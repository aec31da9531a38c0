"""What is kept in the user's cache directory: where it lies, how long it lasts, what code it depends on."""

import os
import stat
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from talkscli.store.writing import Stamp

LASTS = 90 * 24 * 3600  # seconds that it is kept


def folder() -> Path | None:
    """Find our folder of the user's cache directory, and make it if need be; None if others could write there."""
    from platformdirs import user_cache_path

    try:
        found = user_cache_path("talks", appauthor=False)
        found.mkdir(mode=0o700, parents=True, exist_ok=True)
        now = found.lstat()
    except (OSError, ValueError, RuntimeError):
        return None
    return found if stat.S_ISDIR(now.st_mode) and is_ours(now) else None


def is_ours(now: os.stat_result) -> bool:
    """Tell whether only this user can have written a file (where the system knows users)."""
    if not hasattr(os, "geteuid"):
        return True
    return now.st_uid == os.geteuid() and not now.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def shaping(rooms: Sequence[str], libraries: Sequence[str]) -> list[tuple[object, ...]]:
    """Tell what code and tables shape what is kept.

    Args:
        rooms: The rooms of the package that do.
        libraries: Which others do, by their top-level modules; their versions are slow to ask for, their files are not.

    Returns:
        Of each file of the rooms, and of each library: its name, size, times of change and inode.
    """
    here = Path(__file__).parents[1]
    found: list[tuple[object, ...]] = []
    for room in rooms:
        for folder, inner, names in os.walk(here / room):
            inner[:] = [name for name in inner if name != "__pycache__"]
            paths = [Path(folder, name) for name in names]
            found += [(str(path).removeprefix(f"{here}{os.sep}"), *Stamp.of(path.stat())) for path in paths]
    for library in libraries:
        spec = find_spec(library)
        found.append((library, *Stamp.of(Path(spec.origin).stat())) if spec and spec.origin else (library,))
    return sorted(found, key=repr)
