"""Find and read stores, and check their form."""

import stat
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from talkscli.errors import StoreError, no_file, reason
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
        raise StoreError(*no_file(str(path), "check the path, and TALKS_STORE")) from None
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


def schema() -> bytes:
    """Describe the format.

    Returns:
        The JSON Schema of a store.
    """
    described = msgspec.json.schema(Store)
    return msgspec.json.format(msgspec.json.encode(described), indent=1) + b"\n"
