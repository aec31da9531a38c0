"""What can go wrong, and the exit code each kind of it ends in."""

from enum import IntEnum, unique


@unique
class ExitCode(IntEnum):
    """Exit codes of the `talks` command."""

    FOUND = 0
    NOTHING = 1  # nothing found, as grep
    USAGE = 2
    UNUSABLE = 3  # a store or an article can't be used
    BUG = 70
    INTERRUPTED = 130


class TalksError(Exception):
    """One fault, told in one line.

    Attributes:
        code: The exit code that it ends in.
        message: What is wrong, and where.
        hint: What to do about it, where something can be done.
    """

    code = ExitCode.UNUSABLE

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(TalksError):
    """The command line asks for something that can't be done."""

    code = ExitCode.USAGE


class StoreError(TalksError):
    """A store can't be read or written, or breaks the format."""


class ArticleError(TalksError):
    """An article can't be read."""


def no_file(name: str, hint: str) -> tuple[str, str]:
    """Say that there is no file of a name, and what to do; of an address that its page is to be saved first."""
    if name.startswith(("http:/", "https:/")):  # a path has lost the second stroke
        return f"{name} is an address, and nothing is fetched", "save the page, and name its file"
    return f"{name}: there is no such file", hint


def reason(error: Exception) -> str:
    """Tell why the system refused something, in its words, without the number of the fault and the file's name."""
    return str(getattr(error, "strerror", None) or error)
