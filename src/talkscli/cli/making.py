"""The commands that make and check stores."""

from pathlib import Path

from talkscli import render
from talkscli.cli import options as opt
from talkscli.errors import ExitCode, UsageError
from talkscli.render import View, output


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
    from talkscli.render import made

    if str(to) == "-":
        raise UsageError("a store is written to a file, not to standard output", "such as -o store.json")
    if any(article != "-" and Path(article).resolve() == to.resolve() for article in articles):
        raise UsageError(f"{to} is your article", "name the store otherwise, such as -o store.json")
    if "-" in articles:
        prompt.say_how_to_end("Paste the article")
    about = {"title": title, "url": url, "published": published, "language": language}
    with output.progress("articles") as progress:
        result = make(articles, to, replace=replace, dry_run=dry_run, progress=progress, waits=output.complain, **about)
    made.built(result, view, dry_run=dry_run)
    return ExitCode.FOUND


def check(view: View, store: opt.Checked = None, against: opt.Against = None, coverage: opt.Coverage = False) -> int:
    """Check whether a store is valid, and grounded in its article.

    Example: talks check store.json --against article.txt
    """
    from talkscli import check as checking
    from talkscli.render import made
    from talkscli.store.files import default_path

    path = store or default_path()
    if coverage and not against:
        raise UsageError("--coverage needs the article", "add --against ARTICLE")
    if coverage:
        made.coverage(checking.coverage(path, against or ()), view)
        return ExitCode.FOUND
    with output.progress("facts") as progress:
        report = checking.check(path, against or (), progress=progress)
    made.report(report, view, against=bool(against))
    return ExitCode.FOUND if report.ok else ExitCode.NOTHING


def schema(view: View) -> int:
    """Print the JSON Schema of a store.

    Example: talks schema
    """
    from talkscli.store.files import schema as make

    render.text(make())
    return ExitCode.FOUND


COMMANDS = (build, check, schema)
