"""The way out: what stdout and stderr can show, and writing to them whatever state they are in."""

import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import IO, TYPE_CHECKING

from talkscli.errors import TalksError, reason
from talkscli.render.clean import encoded, one_line

if TYPE_CHECKING:
    from talkscli.store.merge import Progress

WIDEST = 140  # longer lines are hard to read
NARROWEST = 30  # a table needs some room; a narrower terminal wraps


def is_terminal(stream: IO[str] | None) -> bool:
    """Tell whether someone looks at this stream (closed streams are looked at by nobody)."""
    try:
        return stream is not None and stream.isatty()
    except (OSError, ValueError):
        return False


def wants_colour() -> bool:
    """Decide on colour: NO_COLOR wins over FORCE_COLOR, which wins over what stdout is."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0", "false"}:
        return True
    return is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def has_edge() -> bool:
    """Tell whether stdout ends somewhere on the right; in a pipe a long word may be as long as it is."""
    return is_terminal(sys.stdout)


def width() -> int:
    """Return the columns to fill: COLUMNS, else the terminal's, else 80."""
    columns = os.environ.get("COLUMNS", "")
    found = int(columns) if columns.isascii() and columns.isdecimal() and len(columns) < 6 else 0
    if not found and is_terminal(sys.stdout):
        try:
            found = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            found = 0
    return max(NARROWEST, min(found or 80, WIDEST))


def encoding() -> str:
    """Return the encoding of pictures and tables; LC_ALL=C asks for ASCII, though Python would write UTF-8."""
    chosen = os.environ.get("PYTHONIOENCODING") or os.environ.get("PYTHONUTF8")
    if not chosen and os.environ.get("LC_ALL") in {"C", "POSIX"}:
        return "ascii"
    return _usable(getattr(sys.stdout, "encoding", None))


def _usable(name: str | None) -> str:
    """Return an encoding, or UTF-8 where it can't write any text (`idna`)."""
    try:
        encoded("..\n", name or "utf-8")
    except (LookupError, ValueError):
        return "utf-8"
    return name or "utf-8"


def emit(text: str, *, as_data: bool = False) -> None:
    """Write `text` to stdout at once; `as_data` is always UTF-8.

    Raises BrokenPipeError where the reader has gone, TalksError where it can't be written.
    """
    data = encoded(text, "utf-8" if as_data else encoding())
    out = sys.stdout
    if out is None:
        raise TalksError("the output can't be written: standard output is closed")
    try:
        out.flush()
        buffer = getattr(out, "buffer", None)
        if buffer is None:  # a stand-in without bytes, such as a StringIO
            out.write(text)
        else:
            _write_all(buffer, data)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:  # ValueError: closed by someone else
        raise TalksError(f"the output can't be written: {reason(error)}") from None


def _write_all(buffer: IO[bytes], data: bytes) -> None:
    """Write and flush, and wait where a reader of a pipe that does not block is slow."""
    rest = memoryview(data)
    while True:
        try:
            if len(rest):
                rest = rest[buffer.write(rest) :]
                continue
            buffer.flush()
        except BlockingIOError as error:
            rest = rest[error.characters_written :]
            select.select([], [buffer], [])
        else:
            return


def tell(line: str, end: str = "\n") -> None:
    """Say one line on stderr; where that is closed or full, nobody can be told."""
    err = sys.stderr
    if err is None:
        return
    try:
        data = encoded(f"{line}{end}", _usable(getattr(err, "encoding", None)))
        buffer = getattr(err, "buffer", None)
        if buffer is None:
            err.write(data.decode("utf-8", "replace"))
        else:
            err.flush()
            buffer.write(data)
        err.flush()
    except (OSError, ValueError):
        pass


@contextmanager
def progress(what: str) -> Iterator["Progress | None"]:
    """Show on stderr how far something is, and wipe it off at the end.

    Args:
        what: What is counted, in the plural.

    Yields:
        A function that shows "done of total", or "done" where the total is 0; None where nobody looks at stderr.
    """
    if not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield None
        return
    shown = 0.0

    def show(done: int, total: int) -> None:
        nonlocal shown
        if (now := monotonic()) - shown > 0.1:
            shown = now
            tell(f"\r{done:,} of {total:,} {what}" if total else f"\r{done:,} {what}", end="\x1b[K")

    try:
        yield show
    finally:
        if shown:
            tell("\r", end="\x1b[K")


@contextmanager
def counting(what: str) -> Iterator[Callable[[bool], bool]]:
    """Count on stderr what is done, while stdout goes elsewhere.

    Args:
        what: What is counted, in the plural.

    Yields:
        A function that counts each call and returns what it was called with.
    """
    passed = 0
    with progress(what) as show:

        def count(value: bool) -> bool:
            nonlocal passed
            passed += 1
            if show and not has_edge():
                show(passed, 0)
            return value

        yield count


def advise(line: str) -> None:
    """Say on stderr what could be done next, where someone sits there to do it."""
    if is_terminal(sys.stderr):
        tell(one_line(line))


def complain(message: str, hint: str | None = None) -> None:
    """Say what is wrong, and what to do, in one line."""
    told = one_line(message, 2000)
    tell(f"talks: {told} ({one_line(hint, 500)})" if hint else f"talks: {told}")
