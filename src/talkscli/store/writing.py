"""Write a store, or any file, as a whole or not at all."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from talkscli.errors import StoreError, reason
from talkscli.store.files import decode, encode
from talkscli.store.model import Store


class ChangedError(StoreError):
    """A file is no longer what it was when it was read."""


class Stamp(NamedTuple):
    """What the system knows of a file that differs once it was written to or replaced."""

    size: int
    modified: int
    """In nanoseconds, as is `changed`, the time when its owner, mode or name changed."""
    changed: int
    inode: int

    @classmethod
    def of(cls, now: os.stat_result) -> "Stamp":
        """Take it from all that the system knows."""
        return cls(now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino)


def stamp(path: Path) -> Stamp | None:
    """Tell what a file is by what the system knows of it.

    Args:
        path: Any path.

    Returns:
        Its stamp; None where there is nothing to see.
    """
    try:
        return Stamp.of(path.stat())
    except (OSError, ValueError):
        return None


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Make an empty file beside another (which need not exist), that takes its place at the end of the block.

    Where anything fails, it is removed, and what stood there stays.
    """
    import tempfile  # what only reads does without

    handle, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        yield Path(name)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):  # the folder may have become read-only meanwhile
            Path(name).unlink()
        raise


def save(path: Path, store: Store, since: Stamp | None) -> None:
    """Write a store to a file as a whole or not at all; it is read back before it replaces anything.

    Args:
        path: The file.
        store: What it is to hold.
        since: The `stamp` of the file when it was read.

    Raises:
        ChangedError: Somebody else wrote to it since.
        StoreError: It can't be written, or no store could be read from what would be written.
    """
    data = encode(store)
    try:
        decode(data, str(path))
    except StoreError as error:
        raise StoreError(f"{error.message} (so it was not written)", "what stood there before is unchanged") from None
    write(path, data, lambda: stamp(path) == since)


def write(path: Path, data: bytes, unchanged: Callable[[], bool] = lambda: True) -> None:
    """Put bytes into a file as a whole or not at all: written beside it, synced, then renamed.

    A link keeps its target, an existing file its owner and mode.

    Args:
        path: The file; it need not exist.
        data: All that it is to hold.
        unchanged: Is asked immediately before it is replaced; where it is not so, nothing is.

    Raises:
        ChangedError: Somebody else wrote to it.
        StoreError: It can't be written, or could not stay what it is.
    """
    try:
        target = Path(os.path.realpath(path))
        before = _replaceable(path, target)
        with beside(target) as temporary:
            with temporary.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if before:
                _hand_over(path, temporary, before)
            temporary.chmod(stat.S_IMODE(before.st_mode) if before else 0o666 & ~_umask())
            if not unchanged():
                raise ChangedError(
                    f"{path}: can't be written: it changes all the time", "try again once nobody writes to it"
                )
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: can't be written: {reason(error)}", "what stood there before is unchanged") from None


def _replaceable(path: Path, target: Path) -> os.stat_result | None:
    """Look at what is to be replaced, if there is anything. Raises StoreError where it is not to be."""
    try:
        now = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(now.st_mode):
        raise StoreError(f"{path}: can't be written: it is no file to replace", "name another file")
    if not now.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise StoreError(f"{path}: can't be written: it is read-only", "make it writable, or name another file")
    if now.st_nlink > 1:
        raise StoreError(
            f"{path}: can't be written: the file has {now.st_nlink} names (hard links), which would part",
            "name another file, or remove its other names",
        )
    return now


def _hand_over(path: Path, temporary: Path, before: os.stat_result) -> None:
    """Change a new file's owner and group to those of the one that it replaces. Raises StoreError where it can't."""
    made = temporary.stat()
    if (made.st_uid, made.st_gid) != (before.st_uid, before.st_gid):
        try:
            os.chown(temporary, before.st_uid, before.st_gid)
        except OSError:
            raise StoreError(
                f"{path}: can't be written: its owner or group would change", "name another file, or ask its owner"
            ) from None


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
