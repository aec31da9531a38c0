"""Show what `build` made and what `check` found."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from talkscli.render import output
from talkscli.render.drawing import draw
from talkscli.render.view import Format, View

if TYPE_CHECKING:
    from talkscli.check import Report, Uncited
    from talkscli.extract.build import Built


def built(result: "Built", view: View, *, dry_run: bool = False) -> None:
    """Say what `build` made; of a dry run, show the facts; and which dates it could not tell."""
    if result.undated:
        dates = "1 date without a year is" if result.undated == 1 else f"{result.undated:,} dates without a year are"
        output.complain(f"{dates} left out: no date of publication is known", "add --published DATE")
    if view.format is Format.json:
        from talkscli.render import machine

        out = asdict(result)
        del out["preview"], out["undated"]
        output.emit(machine.dump(out), as_data=True)
        return
    from talkscli.render import tables

    draw(tables.built(result, dry_run=dry_run), view=view)
    if not dry_run:
        from shlex import quote

        output.advise(f"To ask it: talks ask --store {quote(result.store)} QUESTION")


def report(result: "Report", view: View, *, against: bool) -> None:
    """Show what `check` found, `against` an article or not."""
    if view.format is Format.json:
        from talkscli.render import machine

        rows = {"problems": result.problems, "warnings": result.warnings}
        out = {"ok": result.ok} | {name: [asdict(row) for row in found] for name, found in rows.items()}
        output.emit(machine.dump(out), as_data=True)
        return
    from talkscli.render import tables

    draw(tables.report(result), view=view)
    if result.ok and not against:
        output.advise("To check the facts against their article, too: --against ARTICLE")


def coverage(rows: Sequence["Uncited"], view: View) -> None:
    """Show what of the article no fact tells."""
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump([asdict(row) for row in rows]), as_data=True)
        return
    from talkscli.render import tables

    draw(tables.coverage(rows), view=view)
