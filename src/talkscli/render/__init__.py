"""Show results: the only place that prints. Rich is loaded only where a table or a picture is drawn."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from talkscli.render import messages, output
from talkscli.render.clean import one_line
from talkscli.render.drawing import draw, is_drawn
from talkscli.render.view import Format, View
from talkscli.store.model import Fact

__all__ = ["Format", "View"]

if TYPE_CHECKING:
    from talkscli.lookup.brief import Brief
    from talkscli.lookup.results import Answer, Listing, Profile, Refs, Roll, SourceRow


def answer(reply: "Answer", view: View, *, explain: bool = False, part: str | None = None) -> None:
    """Show the reply to a question, or to this part of it."""
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump(machine.answer(reply, explain=explain)), as_data=True)
    if is_drawn(view):
        from talkscli.render import screens

        shown = screens.answer(
            reply, explain=explain, full=view.full, stores=view.stores, part=part, numbered=view.numbered
        )
        draw(shown, view=view)


def answer_line(reply: "Answer", *, explain: bool = False) -> None:
    """Show the reply to one question of many: one line of JSON."""
    from talkscli.render import machine

    output.emit(machine.dump(machine.answer(reply, explain=explain), compact=True), as_data=True)


def told(row: Fact, others: Sequence[Fact], refs: "Refs", question: str, view: View) -> None:
    """Show a fact that was chosen as an answer, and what to ask next."""
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump(machine.fact(row, refs)), as_data=True)
    if is_drawn(view):
        from talkscli.render import screens

        draw(
            screens.told(row, refs, question, stores=view.stores),
            *([screens.choices(others, screens.next_heading(others))] if others else []),
            view=view,
        )


def choices(facts: Sequence[Fact], first: int, view: View) -> None:
    """Offer more facts to ask for, by number."""
    if is_drawn(view):
        from talkscli.render import screens

        draw(screens.choices(facts, "More to ask", first), view=view)


def proof(row: Fact, refs: "Refs", view: View) -> None:
    """Show where a fact stands and who says so."""
    if is_drawn(view):
        from talkscli.render import screens

        draw(screens.proof(row, refs), view=view)


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
            messages.fault(f"nobody and nothing here is called '{reply.query}'", hint, as_json=False)
    elif is_drawn(view):
        from talkscli.render import profiles

        draw(profiles.profile(reply, explain=explain, full=view.full, stores=view.stores), view=view)


def brief(told: "Brief", view: View) -> None:
    """Show a story in brief."""
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump(machine.brief(told)), as_data=True)
    if view.format is Format.table and not (told.about or told.timeline or told.people or told.ask):
        messages.say("nothing is told here: the store has no facts")
    elif is_drawn(view):
        from talkscli.render import tables

        draw(tables.brief(told, stores=view.stores, numbered=view.numbered), view=view)


def overview(told: "Brief | Listing", view: View, *, top: int | None = None) -> None:
    """Show what is told instead of one fact: a story in brief, or the first of the facts of a time as a time line."""
    from talkscli.lookup.results import Listing

    if isinstance(told, Listing):
        timeline(replace(told, facts=told.facts[:top]), view, of=len(told.facts))
    else:
        brief(told, view)


def fact(rows: "Listing", view: View) -> None:
    """Show one fact with all that is known of it; where there is none, say so."""
    found = rows.facts[0] if rows.facts else None
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump(machine.fact(found, rows.refs) if found else None), as_data=True)
    if found is None:
        messages.nothing(rows.missing, rows.hint, view)
    elif is_drawn(view):
        from talkscli.render import screens

        draw(screens.fact(found, rows.refs), view=view)


def listing(rows: "Listing", view: View, *, of: int, quotes: bool = False) -> None:
    """Show facts in their order, the first of `of`; where there are none, say so."""
    _facts(rows, view, quotes=quotes)
    if rows.facts and is_drawn(view):
        from talkscli.render import tables

        draw(*tables.listing(rows, of=of, quotes=quotes), view=view)


def timeline(rows: "Listing", view: View, *, of: int, details: bool = False) -> None:
    """Show what happened when, one line an event, with `details` its facts, too; where there is nothing, say so."""
    _facts(rows, view)
    if rows.facts and is_drawn(view):
        from talkscli.render import tables

        draw(*tables.timeline(rows, of=of, details=details, stores=view.stores), view=view)


def _facts(rows: "Listing", view: View, *, quotes: bool = False) -> None:
    """Write facts for programs, if that is asked for; where there are none, say so."""
    if view.format is Format.markdown:
        from talkscli.render import export

        output.emit(export.facts_markdown(rows.facts, rows.refs, quotes=quotes), as_data=True)
    else:
        _list("facts", rows.facts, view, rows.refs)
    if not rows.facts:
        messages.nothing(rows.missing, rows.hint, view)


def everyone(roll: "Roll", view: View) -> None:
    """Show all entities."""
    _list("entities", roll.entities, view)
    if not roll.entities:
        messages.nothing("nobody and nothing is named here", None, view)
    elif is_drawn(view):
        from talkscli.render import tables

        draw(tables.everyone(roll), view=view)


def sources(rows: Sequence["SourceRow"], view: View) -> None:
    """Show the sources in use."""
    _list("sources", rows, view)
    if is_drawn(view):
        from talkscli.render import tables

        draw(tables.sources(rows), view=view)


def _list(kind: str, rows: Sequence[Any], view: View, refs: "Refs | None" = None) -> None:
    """Write a list of "facts" (with what they refer to), "entities" or "sources" for programs, if that is asked for."""
    if view.format is Format.json:
        from talkscli.render import machine

        output.emit(machine.dump(machine.listed(rows, refs)), as_data=True)
    elif view.format is not Format.table:
        from talkscli.render import export

        write = export.as_csv if view.format is Format.csv else export.as_markdown
        output.emit(write(*export.cells(kind, rows)), as_data=True)


def text(written: str | bytes) -> None:
    """Print text or JSON that is made already."""
    output.emit(written.decode() if isinstance(written, bytes) else written, as_data=isinstance(written, bytes))
