"""Questions that do not stand on the command line: from a prompt, a pipe, a file."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from talkscli.errors import ArticleError, UsageError, reason
from talkscli.render import output

LONGEST = 20_000
"""Characters of a question that are read; who pastes more pasted the wrong thing."""
PORTION = 1 << 14
"""Bytes that are read at once of many questions."""


def cut(question: str) -> str:
    """Cut a question to the LONGEST characters that are read, and say so on stderr."""
    if len(question) <= LONGEST:
        return question
    output.complain(f"the question is long: only its first {LONGEST:,} characters are read")
    return question[:LONGEST]


def from_pipe() -> str:
    """Read the one question that stands on standard input. Raises UsageError where there is none, or several lines."""
    question = ""
    if sys.stdin is not None:
        try:
            question = sys.stdin.buffer.read(4 * LONGEST + 4).decode("utf-8", "replace")
        except (OSError, ValueError):
            question = ""
    asked = [line for line in question.removeprefix("\ufeff").splitlines() if line.strip()]
    if len(asked) > 1:
        raise UsageError("standard input has several lines", "--batch - reads one question a line")
    return some(" ".join(" ".join(asked).split()))


def some(question: str) -> str:
    """Return a question that has words. Raises UsageError where there is none."""
    if not question.strip():
        raise UsageError("no question given", "such as: talks ask why did ceasefire fail")
    return question


def portions(name: str) -> Iterator[list[str]]:
    """Read lines as they come.

    Args:
        name: A file; "-" is standard input.

    Yields:
        Lines that came together, without their ends, each cut where it is longer than any question.

    Raises:
        ArticleError: The file can't be read.
    """
    try:
        if name != "-":
            with Path(name).open("rb") as file:
                yield from _portions(file)
        elif sys.stdin is not None:
            say_how_to_end("Type one question a line")
            yield from _portions(sys.stdin.buffer)
    except (OSError, ValueError) as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise ArticleError(f"{name}: can't be read: {reason(error)}", "name a file with one question a line") from None


def _portions(file: IO[bytes]) -> Iterator[list[str]]:
    begun, opens = b"", True
    while read := file.read1(PORTION):  # type: ignore[attr-defined]  # what is there, and no more
        *whole, begun = (begun + read).split(b"\n")
        begun = begun[: 4 * LONGEST]
        if whole:
            yield [_line(line, opens=opens and not n) for n, line in enumerate(whole)]
            opens = False
    if begun:
        yield [_line(begun, opens=opens)]


def _line(told: bytes, *, opens: bool) -> str:
    text = told[: 4 * LONGEST].decode("utf-8", "replace").rstrip("\r")
    return text.removeprefix("\ufeff") if opens else text


def interactive() -> bool:
    """Tell whether someone sits there to be asked."""
    return output.is_terminal(sys.stdin)


def say_how_to_end(what: str) -> None:
    """Where someone sits at standard input, say what is waited for; a pipe ends by itself."""
    if interactive():
        output.tell(f"{what}, then press Ctrl-D on a line of its own.")


def loop(answer: Callable[[str], object], words: Callable[[], list[str]] | None = None) -> None:
    """Read lines and have them answered until one ends the conversation, or the input ends.

    Args:
        answer: Takes a line; what gives False ends it.
        words: Names what Tab completes.
    """
    output.tell("Ask in your own words. help shows what else there is, quit leaves.")
    edited = output.is_terminal(sys.stdout)  # else the prompt would end up in the pipe
    keep = _readline(words) if edited else _forget
    try:
        while (line := _edited() if edited else _plain()) is not None:
            if line and answer(cut(line)) is False:
                break
            if line:
                output.tell("")  # sets the next question apart
    finally:
        keep()


def _plain() -> str | None:
    output.tell("talks> ", end="")
    return sys.stdin.buffer.readline(4 * LONGEST).decode("utf-8", "replace").strip() or None


def _edited() -> str | None:
    """Read a line: an interrupt clears what was typed, and ends on an empty line. None is the end."""
    typed: list[str] = []
    before = signal.signal(signal.SIGINT, lambda *_: _interrupted(typed))
    try:
        return input("talks> ").encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip() or None
    except EOFError:
        output.tell("")
        return None
    except KeyboardInterrupt:
        output.tell("")  # what comes next begins on a line of its own
        if typed:
            return ""
        raise
    finally:
        signal.signal(signal.SIGINT, before)


def _interrupted(typed: list[str]) -> None:
    """Keep what stands on the line, as it is gone once the interrupt is raised."""
    with suppress(ImportError):
        import readline

        typed += readline.get_line_buffer().split()
    raise KeyboardInterrupt


def _forget() -> None:
    """Keep no history."""


def _readline(words: Callable[[], list[str]] | None) -> Callable[[], None]:
    """Load earlier questions, and complete words; give what keeps the questions, readable by their owner only."""
    try:
        import readline
    except ImportError:
        return _forget
    if words:
        readline.set_completer(completer(words))
        readline.set_completer_delims(" \t\n")
        readline.parse_and_bind("bind ^I rl_complete" if "libedit" in (readline.__doc__ or "") else "tab: complete")
    from platformdirs import user_state_path

    try:
        file = user_state_path("talks", appauthor=False) / "history"
    except (RuntimeError, KeyError):  # a user without a home
        return _forget

    def keep() -> None:
        with suppress(OSError):  # then they are forgotten; nothing is lost but the convenience
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
            file.chmod(0o600)
            readline.write_history_file(file)

    readline.set_history_length(1000)
    with suppress(OSError):  # none yet
        readline.read_history_file(file)
    return keep


def completer(words: Callable[[], list[str]]) -> Callable[[str, int], str | None]:
    """Make what readline asks for completions of what was typed, one after another."""
    found: Iterator[str] = iter(())

    def complete(typed: str, state: int) -> str | None:
        nonlocal found
        if state == 0:
            found = iter([word for word in words() if word.startswith(typed)])
        return next(found, None)

    return complete
