"""The options and arguments of the commands, declared once."""

import inspect
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from msgspec import Struct
from msgspec.structs import replace

from talkscli.cli import completion
from talkscli.errors import UsageError
from talkscli.extract.stores import Stores
from talkscli.render import Format, View, output

if TYPE_CHECKING:
    from talkscli.cli.parsing import Run

SHOWN = "How it is shown"

_Result = TypeVar("_Result", bound=Struct)


class Reading(Struct, frozen=True):
    """The options of a reading command."""

    stores: Stores
    top: int | None
    view: View

    def first(self, result: _Result, *lists: str) -> _Result:
        """Cut these lists of a result to as many rows as are asked for."""
        if self.top is None:
            return result
        return replace(result, **{name: getattr(result, name)[: self.top] for name in lists})


def _option(*names: str, help: str, **more: Any) -> Any:  # noqa: A002 - as Typer calls it
    return typer.Option(*names, help=help, **more)


def _shown(*names: str, help: str, **more: Any) -> Any:  # noqa: A002 - as Typer calls it
    return typer.Option(*names, help=help, rich_help_panel=SHOWN, **more)


StoreFiles = Annotated[
    list[Path] | None,
    _option(
        "--store",
        metavar="FILE",
        help="A store, or an article, to read instead of the shipped store; can be given again. "
        "TALKS_STORE does the same, several joined as in PATH.",
    ),
]


class TableOrJson(StrEnum):
    """The formats of a command that shows no list."""

    table = "table"
    json = "json"


FormatOfOne = Annotated[TableOrJson, _shown("--format", metavar="FORMAT", help="table or json.", show_default=False)]
FormatOfList = Annotated[
    Format, _shown("--format", metavar="FORMAT", help="table, json, csv or markdown.", show_default=False)
]
Json = Annotated[bool, _shown("--json", help="Short for --format json.")]
Top = Annotated[int | None, _shown("--top", "-n", metavar="N", help="Show no more than N.")]
Save = Annotated[Path | None, _shown("--save", metavar="FILE", help="Save the picture too, as .svg or .html.")]
NoColor = Annotated[bool, _shown("--no-color", help="Plain text; so does NO_COLOR.")]
Explain = Annotated[bool, _shown("--explain", help="Show how the words were read, and figures.")]
Spellings = Annotated[bool, _shown("--explain", help="Show all spellings of the name, and the id.")]
Details = Annotated[bool, _shown("--details", help="Show what is told of the events.")]
Version = Annotated[bool, _option("--version", help="Show the version.")]

Question = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUESTION...", help="In your own words, without quotes. Without one: a conversation."),
]
Batch = Annotated[
    str | None, _option("--batch", metavar="FILE", help="One question a line; - is standard input. Answers in JSON.")
]
Words = Annotated[list[str] | None, typer.Argument(metavar="WORDS...", help="Only those found by these words.")]
_A_NAME = "A name in any spelling, or a part of it."
Name = Annotated[list[str] | None, typer.Argument(metavar="NAME...", help=_A_NAME, autocompletion=completion.names)]
Speaker = Annotated[
    list[str] | None, typer.Argument(metavar="SPEAKER...", help=_A_NAME, autocompletion=completion.names)
]
FactId = Annotated[
    str, typer.Argument(metavar="ID", help="A fact's id; it is shown with the fact.", autocompletion=completion.ids)
]
Since = Annotated[str | None, _option("--since", metavar="DATE", help="From this day, month or year on.")]
Until = Annotated[str | None, _option("--until", metavar="DATE", help="Up to this day, month or year.")]
About = Annotated[
    str | None, _option("--about", metavar="NAME", help="Only those about this one.", autocompletion=completion.names)
]
Topic = Annotated[
    str | None,
    _option("--topic", metavar="TOPIC", help="Only those with this topic.", autocompletion=completion.topics),
]
Section = Annotated[
    str | None,
    _option("--section", metavar="SECTION", help="Only those of this section.", autocompletion=completion.sections),
]

Articles = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLE...", help="Text, Markdown, reStructuredText or HTML files; - is standard input."),
]
Output = Annotated[Path, _option("--output", "-o", metavar="STORE", help="The store to write or to bring up to date.")]
Title = Annotated[str | None, _option("--title", metavar="TEXT", help="The article's title, if it does not say.")]
Url = Annotated[str | None, _option("--url", metavar="URL", help="Where the article was published.")]
Published = Annotated[str | None, _option("--published", metavar="DATE", help="When, such as 2025-05-16.")]
Language = Annotated[str | None, _option("--language", metavar="CODE", help="Its language, such as en.")]
Replace = Annotated[bool, _option("--replace", help="Make the facts of these articles anew, edited ones too.")]
DryRun = Annotated[bool, _option("--dry-run", help="Show the facts, write nothing.")]
Checked = Annotated[Path | None, typer.Argument(metavar="STORE", help="The store; without it, the shipped one.")]
Against = Annotated[
    list[str] | None, _option("--against", metavar="ARTICLE", help="The article that its facts must rest on.")
]
Coverage = Annotated[bool, _option("--coverage", help="Show instead what of the article no fact tells.")]


def reading(
    ctx: typer.Context,
    store: StoreFiles = None,
    format: FormatOfOne = TableOrJson.table,  # noqa: A002 - the option's name
    json: Json = False,
    top: Top = None,
    save: Save = None,
    no_color: NoColor = False,  # look_at() saw it
) -> Reading:
    """Read the options of the commands that read stores."""
    view = replace(viewing(ctx, format, json), full=top is not None, stores=_named(store or ()))
    if top is not None and top < 1:
        raise UsageError("--top is a number from 1 on")
    if save:
        from talkscli.render.save import check_name

        view = replace(view, save=check_name(save))
    paths = store or completion.stores_of_environment()
    if Path("-") in paths:
        from talkscli.cli import prompt

        prompt.say_how_to_end("Paste the article")
    return Reading(Stores(paths, output.progress), top, view)


def listing(**given: Any) -> Reading:
    """Read the same of the commands that show a list: it can be written in more formats."""
    return reading(**given)


def _with_formats(options: inspect.Signature) -> inspect.Signature:
    own = options.parameters
    more = own["format"].replace(annotation=FormatOfList, default=Format.table)
    return options.replace(parameters=[more if name == "format" else each for name, each in own.items()])


vars(listing)["__signature__"] = _with_formats(inspect.signature(reading))


def viewing(
    ctx: typer.Context,
    format: FormatOfOne = TableOrJson.table,  # noqa: A002 - the option's name
    json: Json = False,
    no_color: NoColor = False,  # look_at() saw it
) -> View:
    """Read the options of every command that shows something."""
    chosen = Format(format)
    if json and chosen not in {Format.table, Format.json}:
        raise UsageError(f"--json and --format {chosen.value} ask for two formats", "give one of them")
    run: Run = ctx.obj
    return View(Format.json if json else chosen, run.colour, None, run.title)


def _named(paths: Sequence[Path]) -> str:
    return "".join(f" --store {quote(str(path))}" for path in paths)
