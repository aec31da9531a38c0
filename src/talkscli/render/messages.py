"""What is said on stderr: what went wrong, and what to try instead."""

import os

from talkscli.render import output
from talkscli.render.clean import one_line
from talkscli.render.view import Format, View


def say(line: str) -> None:
    """Say on stderr what is so."""
    output.tell(one_line(line, 500))


def nothing(message: str | None, hint: str | None, view: View) -> None:
    """Say on stderr that nothing was found, and what to try instead; a program without a reason sees it by itself."""
    as_json = view.format is Format.json
    if message or not as_json:
        fault(message or "nothing found", hint, as_json=as_json)


def fault(message: str, hint: str | None, *, as_json: bool) -> None:
    """Say on stderr what went wrong: a line, or in JSON mode one object."""
    if as_json:
        from talkscli.render import machine

        output.tell(machine.dump({"error": message, "hint": hint}, compact=True), end="")
    else:
        output.complain(message, hint)


def bug(error: Exception, *, as_json: bool) -> None:
    """Say on stderr what went wrong in talks itself and how to report it; TALKS_DEBUG=1 shows where."""
    if os.environ.get("TALKS_DEBUG") == "1":
        import traceback

        output.tell("".join(traceback.format_exception(error)), end="")
    reason = f"{type(error).__name__}: {error}".rstrip(": ")
    hint = "please report it with the command line and what TALKS_DEBUG=1 adds"
    fault(f"this is a bug in talks: {reason}", hint, as_json=as_json)
