"""Show results: the only place that prints. Rich is loaded only where a table or a picture is drawn."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from talkscli.errors import UsageError
from talkscli.render import output
from talkscli.render.clean import one_line
from talkscli.render.view import Format, View
from talkscli.store.model import Fact

__all__ = ["Format", "View"]

if TYPE_CHECKING:
    from rich.console import RenderableType

    from talkscli.check import Report, Uncited
    from talkscli.extract.build import Built
    from talkscli.lookup.brief import Brief
    from talkscli.lookup.results import Answer, Listing, Profile, Refs, Roll, SourceRow


def answer(reply: "Answer", view: View, *, explain: bool = False) -> None:
    """Show the reply to a question."""
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump(machine.answer(reply, explain=explain)), as_data=True)
    if _drawn(view):
        from talkscli.render import screens

        _draw(screens.answer(reply, explain=explain, full=view.full, stores=view.stores), view=view)


def answer_line(reply: "Answer", *, explain: bool = False) -> None:
    """Show the reply to one question of many: one line of JSON."""
    from talkscli.render import machine

    output.emit(machine.dump(machine.answer(reply, explain=explain), compact=True), as_data=True)


def told(row: Fact, others: Sequence[Fact], refs: "Refs", question: str, view: View) -> None:
    """Show a fact that was chosen as an answer, and what to ask next."""
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump(machine.fact(row, refs)), as_data=True)
    if _drawn(view):
        from talkscli.render import screens

        _draw(
            screens.told(row, refs, question, stores=view.stores),
            *([screens.choices(others, screens.next_heading(others))] if others else []),
            view=view,
        )


def choices(facts: Sequence[Fact], first: int, view: View) -> None:
    """Offer more facts to ask for, by number."""
    if _drawn(view):
        from talkscli.render import screens

        _draw(screens.choices(facts, "More to ask", first), view=view)


def proof(row: Fact, refs: "Refs", view: View) -> None:
    """Show where a fact stands and who says so."""
    if _drawn(view):
        from talkscli.render import screens

        _draw(screens.proof(row, refs), view=view)


def say(line: str) -> None:
    """Say on stderr what is so."""
    output.tell(one_line(line, 500))


def profile(reply: "Profile", view: View, *, explain: bool = False) -> None:
    """Show one person, country, organisation or place."""
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump(machine.profile(reply)), as_data=True)
    if not reply.entity and not reply.candidates:
        if view.format is Format.table:
            several = len(reply.query.split()) > 1
            hint = (
                f"to ask: talks ask{view.stores} who {one_line(reply.query, 100)}" if several else "talks who lists all"
            )
            fault(f"nobody and nothing here is called '{reply.query}'", hint, as_json=False)
    elif _drawn(view):
        from talkscli.render import profiles

        _draw(profiles.profile(reply, explain=explain, full=view.full, stores=view.stores), view=view)


def brief(told: "Brief", view: View) -> None:
    """Show a story in brief."""
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump(machine.brief(told)), as_data=True)
    if _drawn(view):
        from talkscli.render import tables

        _draw(tables.brief(told), view=view)


def fact(rows: "Listing", view: View) -> None:
    """Show one fact with all that is known of it; where there is none, say so."""
    found = rows.facts[0] if rows.facts else None
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump(machine.fact(found, rows.refs) if found else None), as_data=True)
    if found is None:
        nothing(rows.missing, rows.hint, view)
    elif _drawn(view):
        from talkscli.render import screens

        _draw(screens.fact(found, rows.refs), view=view)


def listing(rows: "Listing", view: View, *, of: int, quotes: bool = False) -> None:
    """Show facts in their order, the first of `of`; where there are none, say so."""
    _facts(rows, view, quotes=quotes)
    if rows.facts and _drawn(view):
        from talkscli.render import tables

        _draw(*tables.listing(rows, of=of, quotes=quotes), view=view)


def timeline(rows: "Listing", view: View, *, of: int, details: bool = False) -> None:
    """Show what happened when, one line an event, with `details` its facts, too; where there is nothing, say so."""
    _facts(rows, view)
    if rows.facts and _drawn(view):
        from talkscli.render import tables

        _draw(*tables.timeline(rows, of=of, details=details, stores=view.stores), view=view)


def _facts(rows: "Listing", view: View, *, quotes: bool = False) -> None:
    """Write facts for programs, if that is asked for; where there are none, say so."""
    if view.format is Format.markdown:
        from talkscli.render import export

        output.emit(export.facts_markdown(rows.facts, rows.refs, quotes=quotes), as_data=True)
    else:
        _list("facts", rows.facts, view, rows.refs)
    if not rows.facts:
        nothing(rows.missing, rows.hint, view)


def everyone(roll: "Roll", view: View) -> None:
    """Show all entities."""
    _list("entities", roll.entities, view)
    if _drawn(view):
        from talkscli.render import tables

        _draw(tables.everyone(roll), view=view)


def sources(rows: Sequence["SourceRow"], view: View) -> None:
    """Show the sources in use."""
    _list("sources", rows, view)
    if _drawn(view):
        from talkscli.render import tables

        _draw(tables.sources(rows), view=view)


def _list(kind: str, rows: Sequence[Any], view: View, refs: "Refs | None" = None) -> None:
    """Write a list of "facts" (with what they refer to), "entities" or "sources" for programs, if that is asked for."""
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump(machine.listed(rows, refs)), as_data=True)
    elif view.format is not Format.table:
        from talkscli.render import export

        write = export.as_csv if view.format is Format.csv else export.as_markdown
        output.emit(write(*export.cells(kind, rows)), as_data=True)


def built(result: "Built", view: View, *, dry_run: bool = False) -> None:
    """Say what `build` made; of a dry run, show the facts."""
    if view.format is Format.json:
        from talkscli.render import machine

        out = asdict(result)
        out.pop("preview", None)
        output.emit(machine.dump(out), as_data=True)
        return
    from talkscli.render import tables

    _draw(tables.built(result, dry_run=dry_run), view=view)
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

    _draw(tables.report(result), view=view)
    if result.ok and not against:
        output.advise("To check the facts against their article, too: --against ARTICLE")


def coverage(rows: Sequence["Uncited"], view: View) -> None:
    """Show which paragraphs no fact cites."""
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump([asdict(row) for row in rows]), as_data=True)
        return
    from talkscli.render import tables

    _draw(tables.coverage(rows), view=view)


def text(written: str | bytes) -> None:
    """Print text or JSON that is made already."""
    output.emit(written.decode() if isinstance(written, bytes) else written, as_data=isinstance(written, bytes))


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


def no_list(view: View) -> None:
    """Refuse a format that only lists have. Raises UsageError."""
    if view.format not in (Format.table, Format.json):
        raise UsageError(f"--format {view.format.value} is for lists, not for this", "choose table or json")


def _drawn(view: View) -> bool:
    return view.format is Format.table or view.save is not None


def _draw(*parts: "RenderableType", view: View) -> None:
    """Draw on the terminal or into the pipe, part by part, and into the picture if one is asked for."""
    from talkscli.render.console import draw

    width = output.width()
    if view.save:
        from rich.console import Group

        from talkscli.render.save import save

        save(Group(*parts), view.save, width, view.title)
        output.complain(f"saved {view.save}")
    if view.format is Format.table:
        encoding, edge = output.encoding(), output.has_edge()
        for part in parts:
            output.emit(draw(part, width, colour=view.colour, encoding=encoding, edge=edge))
