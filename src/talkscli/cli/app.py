"""The commands: each parses, calls one function, and hands the result to render."""

import os
import sys
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import typer
from typer._click.exceptions import ClickException  # Typer's own copy of Click

from talkscli import __version__, render
from talkscli.cli import completion, making
from talkscli.cli import options as opt
from talkscli.cli.parsing import Group, Run, built, command, explained, helped, look_at, said
from talkscli.errors import ExitCode, TalksError, UsageError
from talkscli.render import Format, output

if TYPE_CHECKING:
    from collections.abc import Callable

    from talkscli.lookup.results import Listing
    from talkscli.search.engine import Engine

SHOWN = 5
"""Facts of a reply: the answer and what is related."""

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
_reading = command(app, opt.reading, "Ask and read")
_making = command(app, opt.viewing, "Make and check stores")


def _code(found: object) -> int:
    return ExitCode.FOUND if found else ExitCode.NOTHING


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


@_reading
def ask(
    given: opt.Reading, question: opt.Question = None, batch: opt.Batch = None, explain: opt.Explain = False
) -> int:
    """Answer a question, or say that the store has no answer.

    Example: talks ask why did ceasefire fail
    """
    from talkscli.cli import prompt
    from talkscli.lookup import ask as lookup

    render.no_list(given.view)
    if batch is not None and (question or given.view.save):
        raise UsageError("--batch takes neither a question nor --save", "questions stand in its file, one a line")
    words = prompt.some(said(question)) if question else None
    if words is None and batch is None and not prompt.interactive():
        words = prompt.from_pipe()
    engine = given.stores.engine()
    if words is not None:
        return _code(_answered(given, engine, prompt.cut(words), explain=explain))
    if batch is None:
        from talkscli.cli.conversation import Conversation

        conversation = Conversation(engine, given, explain=explain)
        prompt.loop(conversation, lambda: conversation.words)
        return ExitCode.FOUND
    top, answered = given.top or SHOWN, 0
    with output.counting("questions") as count:
        for line in prompt.lines(batch):
            reply = lookup.ask(engine, prompt.cut(line), top=top, explain=explain)
            render.answer_line(reply, explain=explain)
            answered += count(reply.answered)
    return _code(answered)


def _answered(given: opt.Reading, engine: "Engine", question: str, *, explain: bool) -> bool:
    """Show the answer to a question; one that asks for the whole story is shown it in brief, for a time a time line."""
    from talkscli.lookup import ask as lookup

    if given.view.format is Format.table and not explain:
        from talkscli.lookup.story import asked_time, asks_for_all

        if asks_for_all(question):
            from talkscli.lookup import brief as briefing

            render.brief(briefing.brief(given.stores.store(), _answers(lambda: engine)), given.view)
            return True
        if (time := asked_time(question)) and len(engine.dated(time, 2)) > 1:
            from talkscli.lookup import listings

            rows = listings.timeline(given.stores.store(), *map(str, time))
            render.timeline(given.first(rows, "facts"), given.view, of=len(rows.facts))
            return True
    reply = lookup.ask(engine, question, top=given.top or SHOWN, explain=explain)
    render.answer(reply, given.view, explain=explain)
    return reply.answered


def _answers(opened: "Callable[[], Engine]") -> "Callable[[str], bool]":
    """Make what tells whether a question is answered; the engine is opened at the first one."""
    engine = cache(opened)

    def answers(question: str) -> bool:
        from talkscli.lookup import ask as lookup  # most stores have questions of their own

        return lookup.ask(engine(), question, top=1).answered

    return answers


@_reading
def brief(given: opt.Reading) -> int:
    """Show the story on one screen: what it is about, what happened when, who is who, what to ask.

    Example: talks brief
    """
    from talkscli.lookup import brief as briefing

    render.no_list(given.view)
    told = briefing.brief(given.stores.store(), _answers(given.stores.engine))
    render.brief(given.first(told, "about", "timeline", "people", "ask"), given.view)
    return ExitCode.FOUND


@_reading
def timeline(
    given: opt.Reading,
    since: opt.Since = None,
    until: opt.Until = None,
    about: opt.About = None,
    details: opt.Details = False,
) -> int:
    """Show what happened when, one line an event, on a time axis.

    Example: talks timeline --since 2022
    """
    from talkscli.lookup import listings

    found = listings.timeline(given.stores.store(), since, until, about)
    render.timeline(given.first(found, "facts"), given.view, of=len(found.facts), details=details)
    return _code(found.facts)


def _listed(found: "Listing", given: opt.Reading, *, quotes: bool = False) -> int:
    render.listing(given.first(found, "facts"), given.view, of=len(found.facts), quotes=quotes)
    return _code(found.facts)


@_reading
def who(given: opt.Reading, name: opt.Name = None, explain: opt.Spellings = False) -> int:
    """Show who somebody is, their words and what they did; countries, organisations and places too.

    Example: talks who medinski
    """
    from talkscli.lookup import who as lookup

    store = given.stores.store()
    if not name:
        roll = lookup.everyone(store)
        render.everyone(given.first(roll, "entities"), given.view)
        return _code(roll.entities)
    render.no_list(given.view)
    found = lookup.who(store, said(name))
    render.profile(given.first(found, "facts", "quotes"), given.view, explain=explain)
    return _code(found.found)


@_reading
def faq(given: opt.Reading, words: opt.Words = None) -> int:
    """Show questions with their answers.

    Example: talks faq ceasefire
    """
    from talkscli.lookup import listings

    return _listed(listings.faq(given.stores.store(), said(words), given.stores.find), given)


@_reading
def quotes(given: opt.Reading, speaker: opt.Speaker = None) -> int:
    """Show what was said, word for word, and by whom.

    Example: talks quotes trump
    """
    from talkscli.lookup import listings

    return _listed(listings.quotes(given.stores.store(), said(speaker) or None), given, quotes=True)


@_reading
def facts(
    given: opt.Reading,
    words: opt.Words = None,
    about: opt.About = None,
    topic: opt.Topic = None,
    section: opt.Section = None,
) -> int:
    """Show all facts, or those that fit.

    Example: talks facts --about turkey
    """
    from talkscli.lookup import listings

    return _listed(listings.facts(given.stores.store(), said(words), about, topic, section, given.stores.find), given)


@_reading
def show(given: opt.Reading, ident: opt.FactId) -> int:
    """Show one fact with all that the store has of it.

    Example: talks show crimea-annexation
    """
    from talkscli.lookup import listings

    render.no_list(given.view)
    found = listings.show(given.stores.store(), said([ident]))
    render.fact(found, given.view)
    return _code(found.facts)


@_reading
def sources(given: opt.Reading) -> int:
    """Show where the facts come from: sources, their dates and sections.

    Example: talks sources
    """
    from talkscli.lookup import listings

    rows = listings.sources(given.stores.library())
    render.sources(rows[: given.top], given.view)
    return ExitCode.FOUND


for made in (making.build, making.check, making.schema):
    _making(made)


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
        render.fault(error.message, error.hint, as_json=run.as_json)
        return error.code
    except Exception as error:  # noqa: BLE001 - the boundary
        render.bug(error, as_json=run.as_json)
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
