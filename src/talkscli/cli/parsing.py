"""What Typer does here: commands that share options, our help page, one line for a wrong command line."""

import inspect
import shlex
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import typer
from msgspec import Struct
from typer._click.exceptions import MissingParameter, NoSuchOption  # Typer's own copy of Click
from typer.core import TyperCommand, TyperGroup

from talkscli.errors import UsageError, no_file
from talkscli.render import output


class Run(Struct, frozen=True):
    """What can be told of a command line before it is parsed: errors need it too."""

    as_json: bool
    colour: bool
    title: str
    """The command line, as a picture's title."""


def look_at(args: Sequence[str]) -> Run:
    """Find the options that hold for the whole run, wherever they stand before a `--`."""
    options = list(args[: args.index("--")] if "--" in args else args)
    as_json = "--json" in options or "--format=json" in options or ("--format", "json") in pairwise(options)
    kept = [arg for before, arg in pairwise(["", *args]) if arg.partition("=")[0] != "--save" and before != "--save"]
    return Run(as_json, output.wants_colour() and "--no-color" not in options, f"talks {shlex.join(kept)}")


class _Helpful:
    """Shows help with the colours and the width that everything else has."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print our page instead of Typer's."""
        from talkscli.render.help import show

        show(self, ctx)


class _Command(_Helpful, TyperCommand):
    pass


class Group(_Helpful, TyperGroup):
    """All commands, in the order in which they are written down."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Keep that order."""
        return list(self.commands)


def helped(args: Sequence[str]) -> list[str]:
    """Read "help", "help COMMAND", and a line with --help anywhere before a `--`, as nothing but a call for help."""
    if args and args[0] == "help" and len(args) < 3:
        return [*args[1:], "--help"]
    options = args[: args.index("--")] if "--" in args else args
    if {"-h", "--help"}.isdisjoint(options):
        return list(args)
    plain = ["--no-color"] if "--no-color" in options else []
    return [*plain, *[arg for arg in options if not arg.startswith("-")][:1], "--help"]


def register(app: typer.Typer, command: Callable[..., int], options: Callable[..., Any], panel: str) -> None:
    """Make a function a command that takes `options` besides its own; `panel` is its place in the help."""
    app.command(command.__name__, cls=_Command, rich_help_panel=panel)(_sharing(options, command))


def built(app: typer.Typer, args: Sequence[str]) -> Any:
    """Make the program of the commands; of one alone where the arguments begin with its name, as that is faster."""
    name = next((arg for arg in args if not arg.startswith("-")), None)
    asked = [info for info in app.registered_commands if info.callback and info.callback.__name__ == name]
    if not asked:
        return typer.main.get_command(app)
    part = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=app.rich_markup_mode)
    part.info, part.registered_callback, part.registered_commands = app.info, app.registered_callback, asked
    return typer.main.get_command(part)


def _sharing(options: Callable[..., Any], command: Callable[..., int]) -> Callable[..., int]:
    """Return `command` with the parameters of `options` besides its own; what these make is its first argument."""
    common = inspect.signature(options).parameters
    own = list(inspect.signature(command).parameters.values())[1:]

    def run(**given: Any) -> int:
        outcome = options(**{name: given.pop(name) for name in common})
        return command(outcome, **given)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    parameters = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in (*own, *common.values())]
    vars(run)["__signature__"] = inspect.Signature(parameters)
    return run


def said(words: Sequence[str] | None) -> str:
    """Join words of the command line; bytes that are no text become a visible sign."""
    text = " ".join(words or ())
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # half a surrogate pair, as Windows lets through
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _belongs_to_a_command(error: Any) -> bool:
    """Tell whether an option stands before the command that has it."""
    commands = getattr(error.ctx.command if error.ctx else None, "commands", {})
    return any(error.option_name in each.opts for command in commands.values() for each in command.params)


def _alike(error: Any) -> list[str]:
    """Find the options that may be meant, or are called so elsewhere; Click finds some for their dashes alone."""
    from difflib import get_close_matches

    from talkscli.cli.typed import OPTION_KNOWN_AS

    given = getattr(error, "option_name", "")
    known = [name for each in error.ctx.command.params for name in each.opts] if error.ctx else []
    if OPTION_KNOWN_AS.get(given) in known:
        return [OPTION_KNOWN_AS[given]]
    typed = given.strip("-")
    return [name for name in getattr(error, "possibilities", None) or () if get_close_matches(typed, [name.strip("-")])]


def _known_as(args: Sequence[str]) -> str | None:
    """Name the command that does what is called otherwise elsewhere: "list"."""
    from talkscli.cli.typed import KNOWN_AS  # most command lines are right

    name = next((arg for arg in args if not arg.startswith("-")), "")
    return f"that is: talks {KNOWN_AS[name]}" if name in KNOWN_AS else None


def explained(error: Any, args: Sequence[str]) -> UsageError:
    """Say in one line what is wrong with the command line, and what would be right."""
    context = getattr(error, "ctx", None)
    hint = f"see {context.command_path if context else 'talks'} --help"
    near = _alike(error)
    if isinstance(error, NoSuchOption):
        message = error.message
        hint = f"did you mean {' or '.join(near)}?" if near else hint
    else:
        message, _, meant = error.format_message().strip().rstrip(".").partition(". Did you mean ")
        hint = (_known_as(args) if message.startswith("No such") else None) or (
            f"did you mean {meant}" if meant else hint
        )
    if message.startswith("Got unexpected extra argument") and context:
        words = message.rpartition(" (")[2].rstrip(")")
        message = f"{context.info_name} takes no further words: {words}"
        example = (context.command.help or "").partition("Example: ")[2].strip()
        hint = f"such as: {example}; see {context.command_path} --help" if example else hint
    if isinstance(error, MissingParameter) and context:
        hint = f"such as: {context.command.help.partition('Example: ')[2].strip()}"
        article = args[1] if context.command.name == "build" and len(args) > 1 else "-"
        if not article.startswith("-") and not Path(article).exists():  # it is wrong whatever else is missing
            message, hint = no_file(article, f"then {message[:1].lower()}{message[1:]}, {hint}")
    elif isinstance(error, NoSuchOption) and _belongs_to_a_command(error):
        message, hint = f"{error.option_name} goes after the command", f"such as: talks ask {error.option_name} …"
    elif isinstance(error, NoSuchOption):
        hint += " Words that begin with a dash go after --" if near else "; words that begin with a dash go after --"
    elif message.startswith("No such command") and len(said(args).split()) > 1 and "--help" not in args:
        asked = args[1:] if "'ask'" in meant else args  # "talks aks why"
        hint += f"{' To' if meant else '; to'} ask: talks ask {said(asked)[:100]}"
    message = message.replace("a valid int", "a whole number")
    return UsageError(f"{message[:1].lower()}{message[1:]}", hint)
