"""The program: its commands, and the one place where what goes wrong becomes a line and an exit code."""

import os
import sys
from collections.abc import Sequence

import typer
from typer._click.exceptions import ClickException  # Typer's own copy of Click

from talkscli import __version__, render
from talkscli.cli import completion, making, reading
from talkscli.cli import options as opt
from talkscli.cli.parsing import Group, Run, built, explained, helped, look_at, register
from talkscli.errors import ExitCode, TalksError, UsageError
from talkscli.render import messages

_START = """\
talks answers questions about a story, and shows who says so and where it
stands. It comes with one story, and reads any article of yours. Try:

  talks brief                        the story on one screen
  talks ask why did ceasefire fail   the answer, who says so and where
  talks ask                          a conversation
  talks timeline                     what happened when
  talks who medinski                 who it is, their words, what they did
  talks ask --store ARTICLE …        the same of your own article

All commands: talks --help
"""


app = typer.Typer(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


@app.callback(invoke_without_command=True)
def start(ctx: typer.Context, version: opt.Version = False, no_color: opt.NoColor = False) -> None:
    """Answer questions from a store of facts, offline, and show where each answer comes from.

    Example: talks ask why did ceasefire fail
    """
    if version:
        render.text(f"talks {__version__}\n")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        render.text(_START)


for each in reading.COMMANDS:
    register(app, each, opt.listing if each in reading.LISTS else opt.reading, "Ask and read")
for made in making.COMMANDS:
    register(app, made, opt.viewing, "Make and check stores")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (without the program's name) and give its exit code; nothing is raised."""
    args = helped(sys.argv[1:] if argv is None else argv)
    run = look_at(args)
    try:
        return _dispatch(args, run)
    except BrokenPipeError:
        return ExitCode.FOUND  # who reads has read enough
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except TalksError as error:
        messages.fault(error.message, error.hint, as_json=run.as_json)
        return error.code
    except Exception as error:  # noqa: BLE001 - the boundary
        messages.bug(error, as_json=run.as_json)
        return ExitCode.BUG
    except SystemExit as end:  # shell completion ends so
        return end.code if isinstance(end.code, int) else ExitCode.FOUND


def _dispatch(args: list[str], run: Run) -> int:
    program = built(app, args)
    if "_TALKS_COMPLETE" in os.environ:
        completion.keep_rich_out()
        try:
            return int(program.main(args, "talks", standalone_mode=False) or 0)
        except KeyError as missing:
            if missing.args[0] not in completion.ASKED:
                raise
            raise UsageError(f"completion is for a shell, which sets {missing.args[0]}", "see talks --help") from None
    try:
        with program.make_context("talks", args, obj=run) as context:
            return int(program.invoke(context) or 0)
    except typer.Exit as end:
        return end.exit_code
    except ClickException as error:
        raise explained(error, args) from None
