"""The commands: each parses, calls one function, and hands the result to render."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from talkscli import __version__, render
from talkscli.cli import completion
from talkscli.cli import options as opt
from talkscli.cli.parsing import Group, Parsing, Run, built, command, explained, helped, look_at, said
from talkscli.errors import ExitCode, TalksError, UsageError
from talkscli.render import Format, View, output

if TYPE_CHECKING:
    from talkscli.lookup.results import Listing

ONE = (Format.table, Format.json)

_START = """\
talks answers questions from a store of facts, and shows where each answer
comes from. Try:

  talks ask why did ceasefire fail   the answer, who says so and where it stands
  talks ask                          asks you for questions, one after another
  talks timeline                     dated facts in order
  talks who medinski                 a person: role, words, facts

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
    from talkscli.search.engine import open_engine

    render.only(given.view, *ONE)
    if batch is not None and (question or given.view.save):
        raise UsageError("--batch takes neither a question nor --save", "questions stand in its file, one a line")
    words = said(question) if question else None
    if words is None and batch is None and not prompt.interactive():
        words = prompt.from_pipe()
    with output.progress("facts indexed") as progress:
        engine = open_engine(given.paths, progress)

    def answer(words: str) -> bool:
        reply = lookup.ask(engine, prompt.cut(words), top=given.top or 5, explain=explain)
        if batch is None:
            render.answer(reply, given.view, explain=explain)
        else:
            render.answer_line(reply, explain=explain)
        return reply.answered

    if words is not None:
        return _code(answer(words))
    if batch is None:
        prompt.loop(answer)
        return ExitCode.FOUND
    with output.counting("questions") as count:
        return _code([answered for line in prompt.lines(batch) if (answered := count(answer(line)))])


@_reading
def timeline(given: opt.Reading, since: opt.Since = None, until: opt.Until = None, about: opt.About = None) -> int:
    """Show dated facts in order, with a time axis.

    Example: talks timeline --since 2022
    """
    from talkscli.lookup import listings
    from talkscli.store import merge

    return _listed(listings.timeline(merge.load(given.paths).store, since, until, about), given, timeline=True)


def _listed(found: "Listing", given: opt.Reading, *, timeline: bool = False, quotes: bool = False) -> int:
    shown = given.first(found, "facts")
    render.listing(shown, given.view, of=len(found.facts), timeline=timeline, quotes=quotes)
    return _code(found.facts)


@_reading
def who(given: opt.Reading, name: opt.Name = None) -> int:
    """Show a person, country, organisation or place, or list them all.

    Example: talks who medinski
    """
    from talkscli.lookup import who as lookup
    from talkscli.store import merge

    store = merge.load(given.paths).store
    if not name:
        roll = render.Roll(lookup.everyone(store), {entity.id: entity.name for entity in store.entities})
        render.everyone(given.first(roll, "entities"), given.view)
        return _code(roll.entities)
    render.only(given.view, *ONE)
    found = lookup.who(store, said(name))
    render.profile(given.first(found, "facts", "quotes"), given.view)
    return _code(found.found)


@_reading
def faq(given: opt.Reading, words: opt.Words = None) -> int:
    """Show questions with their answers.

    Example: talks faq ceasefire
    """
    from talkscli.lookup import listings
    from talkscli.store import merge

    return _listed(listings.faq(merge.load(given.paths).store, said(words)), given)


@_reading
def quotes(given: opt.Reading, speaker: opt.Speaker = None) -> int:
    """Show what was said, word for word, and by whom.

    Example: talks quotes trump
    """
    from talkscli.lookup import listings
    from talkscli.store import merge

    return _listed(listings.quotes(merge.load(given.paths).store, said(speaker) or None), given, quotes=True)


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
    from talkscli.store import merge

    return _listed(listings.facts(merge.load(given.paths).store, said(words), about, topic, section), given)


@_reading
def show(given: opt.Reading, ident: opt.FactId) -> int:
    """Show one fact with all that the store has of it.

    Example: talks show crimea-annexation
    """
    from talkscli.lookup import listings
    from talkscli.store import merge

    render.only(given.view, *ONE)
    found = listings.show(merge.load(given.paths).store, said([ident]))
    render.fact(found, given.view)
    return _code(found.facts)


@_reading
def sources(given: opt.Reading) -> int:
    """Show where the facts come from: sources, their dates and sections.

    Example: talks sources
    """
    from talkscli.lookup import listings
    from talkscli.store import merge

    rows = listings.sources(merge.load(given.paths))
    render.sources(rows[: given.top], given.view)
    return ExitCode.FOUND


@_making
def build(
    view: View,
    articles: opt.Articles,
    to: opt.Output,
    title: opt.Title = None,
    url: opt.Url = None,
    published: opt.Published = None,
    language: opt.Language = None,
    replace: opt.Replace = False,
    dry_run: opt.DryRun = False,
) -> int:
    """Make a store from articles, or bring one up to date.

    Example: talks build article.txt -o store.json
    """
    from talkscli.cli import prompt
    from talkscli.extract.build import build as make

    render.only(view, *ONE)
    if str(to) == "-":
        raise UsageError("a store is written to a file, not to standard output", "such as -o store.json")
    if "-" in articles:
        prompt.say_how_to_end("Paste the article")
    about = {"title": title, "url": url, "published": published, "language": language}
    with output.progress("articles") as progress:
        result = make(articles, to, replace=replace, dry_run=dry_run, progress=progress, waits=output.complain, **about)
    render.built(result, view, dry_run=dry_run)
    return ExitCode.FOUND


@_making
def check(view: View, store: opt.Checked = None, against: opt.Against = None, coverage: opt.Coverage = False) -> int:
    """Check whether a store is valid, and grounded in its article.

    Example: talks check store.json --against article.txt
    """
    from talkscli import check as checking
    from talkscli.store.files import default_path

    render.only(view, *ONE)
    path = store or default_path()
    if coverage and not against:
        raise UsageError("--coverage needs the article", "add --against ARTICLE")
    if coverage:
        render.coverage(checking.coverage(path, against or ()), view)
        return ExitCode.FOUND
    with output.progress("facts") as progress:
        report = checking.check(path, against or (), progress=progress)
    render.report(report, view, against=bool(against))
    return _code(report.ok)


@_making
def schema(view: View) -> int:
    """Print the JSON Schema of a store.

    Example: talks schema
    """
    from talkscli.store.files import schema as make

    render.only(view, *ONE)
    render.text(make())
    return ExitCode.FOUND


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
    except Parsing as error:
        raise explained(error, args) from None
