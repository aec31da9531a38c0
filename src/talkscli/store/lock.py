"""One writer at a time: whoever changes a store holds its lock from reading it to replacing it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from talkscli.errors import StoreError, reason

PATIENCE = 3.0  # seconds of waiting in silence


@contextmanager
def locked(path: Path, waits: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold the lock of a store; it lies beside the store, hidden, as long as somebody writes.

    Args:
        path: The store; it need not exist.
        waits: Is told, in one line, where another process has held the lock for some seconds.

    Yields:
        Once nobody else holds it.

    Raises:
        StoreError: There can be no lock where the store is.
    """
    from filelock import FileLock, Timeout  # only for who writes

    target = Path(os.path.realpath(path))
    lock = FileLock(target.with_name(f".{target.name[:50]}.lock"), mode=0o666)  # a group may share a folder
    try:
        try:
            lock.acquire(timeout=PATIENCE)
        except Timeout:
            if waits:
                waits(f"{path}: waiting for another build to end")
            lock.acquire()
    except (OSError, ValueError, NotImplementedError) as error:
        raise StoreError(f"{path}: can't be written: {reason(error)}", "what stood there before is unchanged") from None
    try:
        yield
    finally:
        with suppress(OSError):  # where an open file can't be removed, it stays: the next one takes it
            Path(lock.lock_file).unlink()
        lock.release()
