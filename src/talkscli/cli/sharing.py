"""Many questions, shared among the processors where the system can fork."""

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from talkscli.render import output

WORTH = 24  # questions for which a process of their own pays
MOST = 4  # processes at once
DONE, FAILED = 0, 1


def shared(portions: Iterable[list[str]], answer: Callable[[str], bool], reopen: Callable[[], None]) -> Iterator[bool]:
    """Answer lines in their order.

    Args:
        portions: Lines that came together; nothing waits for the next portion.
        answer: Writes the answer to a line, and tells whether there is one.
        reopen: Opens what may not be used on both sides of a fork.

    Yields:
        Of each line whether it has an answer, once that is written.
    """
    for lines in portions:
        size = -(-len(lines) // _processes(len(lines)))
        others = [Helper(lines[at : at + size], answer, reopen) for at in range(size, len(lines), size)]
        try:
            yield from map(answer, lines[:size])
            for helper in others:
                yield from helper.answered()
        finally:
            for helper in others:
                helper.stop()


def _processes(lines: int) -> int:
    try:
        free = len(os.sched_getaffinity(0))
    except (AttributeError, OSError):
        free = os.cpu_count() or 1
    return max(1, min(MOST, free, lines // WORTH)) if hasattr(os, "fork") else 1


class Helper:
    """A process that answers some of the lines."""

    def __init__(self, lines: list[str], answer: Callable[[str], bool], reopen: Callable[[], None]) -> None:
        """Begin at once; what is written is kept until it is asked for."""
        self._lines, self._answer, self._reopen = lines, answer, reopen
        self._end, end = os.pipe()
        self._process = 0
        try:
            self._process = os.fork()
        except OSError:  # no more processes: it is done here
            os.close(end)
        else:
            if not self._process:
                self._work(end)
            os.close(end)

    def _work(self, end: int) -> None:
        """Answer in a process of its own, and end it."""
        done = FAILED
        with suppress(BaseException):  # whatever it is, the lines are answered by who waits for them
            self._reopen()
            sys.stdout = io.TextIOWrapper(kept := io.BytesIO(), "utf-8")
            known = bytes([self._answer(line) for line in self._lines])
            with open(end, "wb") as pipe:
                pipe.write(known + kept.getvalue())
            done = DONE
        os._exit(done)

    def answered(self) -> Iterator[bool]:
        """Write the answers, and tell of each line whether it has one."""
        with open(self._end, "rb", closefd=False) as pipe:
            told = pipe.read()
        known, text = told[: len(self._lines)], told[len(self._lines) :]
        if self._ended() and len(known) == len(self._lines):
            output.emit(text.decode(), as_data=True)
            yield from map(bool, known)
        else:
            yield from map(self._answer, self._lines)

    def _ended(self) -> bool:
        """Wait for the process, and tell whether all went well."""
        process, self._process = self._process, 0
        return bool(process) and os.waitpid(process, 0)[1] == DONE

    def stop(self) -> None:
        """End the process if it still runs."""
        if self._process:
            from signal import SIGKILL

            with suppress(OSError):
                os.kill(self._process, SIGKILL)
            self._ended()
        os.close(self._end)
