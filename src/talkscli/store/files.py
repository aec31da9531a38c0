"""Find, read, check the form of, and write stores."""

import os
import stat
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from talkscli.errors import StoreError
from talkscli.store.faults import faults
from talkscli.store.layout import lay_out
from talkscli.store.model import Store

MAX_BYTES = 2 << 30  # a larger file is a mistake, not a store


def default_path() -> Path:
    """Give the path of the shipped store: in the wheel beside this module, in a checkout under `data/`."""
    here = Path(__file__).resolve().parents[1]
    shipped = here / "data" / "facts.json"
    return shipped if shipped.exists() else here.parents[1] / "data" / "facts.json"


def read(path: Path) -> Store:
    """Read and check one store file (a pipe will do).

    Raises StoreError, naming file, fact and field, where it can't be read or breaks the format.
    """
    return decode(read_bytes(path), str(path))


def read_bytes(path: Path) -> bytes:
    """Read the bytes of a store file, without a BOM. Raises StoreError where that can't be done."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise StoreError(f"{path} is a folder, not a store", "name the JSON file in it")
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
            raise StoreError(f"{path} is a device, not a store", "name a JSON file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise StoreError(f"{path}: there is no such store", "check the path given by --store or TALKS_STORE") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreError(f"{path}: can't be read: {reason}", "check the path and its permissions") from None
    if len(data) > MAX_BYTES:
        raise StoreError(f"{path} is larger than {MAX_BYTES >> 30} GiB", "split it into several stores")
    return data.removeprefix(b"\xef\xbb\xbf")


def decode(data: bytes, name: str) -> Store:
    """Decode a store's JSON and check what the types can't say. `name` is the file's name for messages.

    Raises StoreError.
    """
    try:
        store = msgspec.json.decode(data, type=Store)
    except msgspec.ValidationError as error:
        raise StoreError(f"{name}: {explain(data, str(error))}", "see `talks check` or docs/reference.md") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise StoreError(f"{name} is not JSON in UTF-8: {error}", "repair the file or name another store") from None
    for fault in faults(store):
        raise StoreError(
            f"{name}: {fault.where}, field {fault.field}: {fault.problem}", "see `talks check` for all faults"
        )
    return store


def explain(data: bytes, message: str) -> str:
    """Turn msgspec's `… - at `$.facts[3].answer`` into fact id and field."""
    text, _, path = message.rpartition(" - at `$")
    if not text:
        return _plain(message)
    path = path.rstrip("`").lstrip(".")
    text = _plain(text)
    if not path:
        return text
    table, bracket, rest = path.partition("[")
    index, _, field = rest.partition("]")
    if not bracket:
        return f"{path}: {text}"
    label = {"facts": "fact", "entities": "entity", "sources": "source", "synonyms": "group"}.get(table, table)
    ident: object = None
    if index.isdigit():
        try:
            raw: Any = msgspec.json.decode(data)
            ident = raw[table][int(index)].get("id")
        except (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError):
            pass  # the table has the wrong shape, or what follows is no JSON in UTF-8: the number will do
    who = (
        f"{label} {ident!r}"
        if isinstance(ident, str)
        else f"{label} number {int(index) + 1 if index.isdigit() else index}"
    )
    return f"{who}, field {field.lstrip('.')}: {text}" if field else f"{who}: {text}"


def _plain(text: str) -> str:
    """Make one short line of a message that may hold what stands in the file."""
    line = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[:200])
    return line if len(text) <= 200 else f"{line}…"


def encode(store: Store) -> bytes:
    """Write a store as the bytes of its file: JSON in UTF-8, laid out for reading, the same for the same store."""
    return lay_out(store).encode()


def write(path: Path, data: bytes) -> None:
    """Put `data` into the file `path` as a whole or not at all: written beside it, synced, then renamed.

    A link keeps its target, an existing file its mode. Raises StoreError.
    """
    temporary: str | None = None
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            raise StoreError(f"{path}: can't be written: it is no file to replace", "name another file")
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:50]}.", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
        temporary = None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreError(f"{path}: can't be written: {reason}", "what stood there before is unchanged") from None
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def schema() -> bytes:
    """Give the JSON Schema of a store."""
    described = msgspec.json.schema(Store)
    return msgspec.json.format(msgspec.json.encode(described), indent=1) + b"\n"
