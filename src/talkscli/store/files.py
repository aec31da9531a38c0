"""Find, read, check the form of, and write stores."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from talkscli.errors import StoreError, reason
from talkscli.store import json
from talkscli.store.layout import lay_out
from talkscli.store.model import Store

if TYPE_CHECKING:
    from talkscli.store.faults import Fault

MAX_BYTES = 2 << 30  # a larger file is a mistake, not a store
_PORTION = 1 << 20  # bytes of a pipe that are read at once


def default_path() -> Path:
    """Find the shipped store.

    Returns:
        Its path: in the wheel beside this package's modules, in a checkout under `data/`.
    """
    here = Path(__file__).resolve().parents[1]
    shipped = here / "data" / "facts.json"
    return shipped if shipped.exists() else here.parents[1] / "data" / "facts.json"


def read(path: Path) -> Store:
    """Read and check one store file.

    Args:
        path: A file, or a pipe such as `<(…)`.

    Returns:
        The store.

    Raises:
        StoreError: It can't be read or breaks the format; file, row and field are named.
    """
    return decode(read_bytes(path), str(path))


def read_bytes(path: Path) -> bytes:
    """Read the bytes of a store file, without a BOM.

    Args:
        path: A file, or a pipe.

    Returns:
        All of its bytes.

    Raises:
        StoreError: It can't be read, or is a folder, a device or larger than any store.
    """
    try:
        now = path.stat()
        if stat.S_ISDIR(now.st_mode):
            raise StoreError(f"{path} is a folder, not a store", "name the JSON file in it")
        if stat.S_ISCHR(now.st_mode) or stat.S_ISBLK(now.st_mode):
            raise StoreError(f"{path} is a device, not a store", "name a JSON file")
        with path.open("rb") as file:
            data = _bounded(file, now.st_size)
    except FileNotFoundError:
        raise StoreError(f"{path}: there is no such file", "check the path, and TALKS_STORE") from None
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: can't be read: {reason(error)}", "check the path and its permissions") from None
    if data is None:
        raise StoreError(f"{path} is larger than {MAX_BYTES >> 30} GiB", "split it into several stores")
    return data.removeprefix(b"\xef\xbb\xbf")


def _bounded(file: BinaryIO, size: int) -> bytes | None:
    """Read a file to its end in portions, so that no more memory is asked for than it has bytes; None: too large."""
    portions: list[bytes] = []
    left = MAX_BYTES if size <= MAX_BYTES else 0
    while portion := file.read(min(max(size, _PORTION), left) + 1):
        portions.append(portion)
        left -= len(portion)
        if left < 0:
            return None
    return b"".join(portions)


def decode(data: bytes, name: str) -> Store:
    """Decode a store's JSON and check what the types can't say.

    Args:
        data: The bytes of a store.
        name: The file's name, for messages.

    Returns:
        The store.

    Raises:
        StoreError: It is not JSON or breaks the format; the first fault is told.
    """
    from talkscli.store.faults import faults, misfits  # a question to an index that is kept does without

    try:
        store = msgspec.json.decode(data, type=Store)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        try:
            first = next(misfits(json.decode(data)), None)
        except json.NotJSONError as malformed:
            told = f"{name} is not JSON in UTF-8: {malformed}"
            raise StoreError(told, "repair the file or name another store") from None
        told = _told(first) if first else json.one_line(str(error))
        raise StoreError(f"{name}: {told}", "see `talks check` or docs/reference.md") from None
    for fault in faults(store):
        raise StoreError(f"{name}: {_told(fault)}", "see `talks check` for all faults")
    return store


def _told(fault: "Fault") -> str:
    field = f", field {json.one_line(fault.field)}" if fault.field else ""
    return f"{fault.where}{field}: {json.one_line(fault.problem)}"


def encode(store: Store) -> bytes:
    """Encode a store.

    Args:
        store: Any store.

    Returns:
        The bytes of its file: JSON in UTF-8, laid out for reading, the same bytes for the same store.
    """
    return lay_out(store).encode()


class ChangedError(StoreError):
    """A file is no longer what it was when it was read."""


Stamp = tuple[int, int, int, int] | None


def stamp(path: Path) -> Stamp:
    """Tell what a file is by what the system knows of it.

    Args:
        path: Any path.

    Returns:
        What differs once it was written to or replaced; None where there is nothing to see.
    """
    try:
        now = path.stat()
    except (OSError, ValueError):
        return None
    return state(now)


def state(now: os.stat_result) -> tuple[int, int, int, int]:
    """Take of what the system knows of a file that which differs once it was written to or replaced."""
    return now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino


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


def save(path: Path, store: Store, since: Stamp) -> None:
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
                _give(path, temporary, before)
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


def _give(path: Path, temporary: Path, before: os.stat_result) -> None:
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


def schema() -> bytes:
    """Describe the format.

    Returns:
        The JSON Schema of a store.
    """
    described = msgspec.json.schema(Store)
    return msgspec.json.format(msgspec.json.encode(described), indent=1) + b"\n"
