"""The screens of one fact: as an answer, or all that is known of it."""

from collections.abc import Sequence

from msgspec.structs import replace
from rich.console import Group, RenderableType
from rich.text import Text

from talkscli.language.interrogatives import kind_of
from talkscli.lookup.ask import offers
from talkscli.lookup.excerpt import excerpt, hangs
from talkscli.lookup.once import once
from talkscli.lookup.results import SURE, Answer, Refs
from talkscli.render import style
from talkscli.render.body import Body, Hanging, has_code
from talkscli.render.cards import Cards
from talkscli.render.cited import when
from talkscli.render.clean import clean, one_line
from talkscli.render.grid import Grid, Rails, framed
from talkscli.render.style import line, stack, text
from talkscli.search.hits import Match
from talkscli.store.model import Fact

NEXT = 3
"""Related facts that are offered, one a line."""
YEAR = len("2026")
TWO_LINES = 2 * style.ONE_LINE - 6
"""Characters of a sentence that may be the answer: words are not cut where a line ends."""


def answer(
    reply: Answer,
    *,
    explain: bool = False,
    full: bool = False,
    stores: str = "",
    part: str | None = None,
    numbered: bool = False,
) -> RenderableType:
    """Show the answer, whole, then who says so and where; or say that there is none. Then what to ask next.

    Args:
        reply: The reply.
        explain: Whether ids, figures and the reading of each word are shown, too.
        full: Whether the related facts are shown in full instead of as one-liners.
        stores: The options that name the stores.
        part: The part of the question that is answered, if it is not all of it.
        numbered: Whether what is offered has numbers.

    Returns:
        What to draw.
    """
    parts: list[RenderableType] = [read_as] if (read_as := style.read_as(reply.read_as)) else []
    if reply.answer:
        if reply.confidence < SURE:
            parts.append(Text("I am not sure that this is what you asked for:", style.NOTE))
        parts.append(told(reply.answer, reply.refs, reply.question, reply.confidence if explain else None, stores))
        if part:
            parts.append(text(f"This answers “{one_line(part)}”: ask the rest by itself.", style.NOTE))
    else:
        from talkscli.lookup.refusal import asked_about, refusal  # what takes a question apart is slow to load

        parts.append(framed(text(refusal(reply), style.HEAD), style.NOTE))
    related = [hit.fact for hit in reply.related] if full else offers(reply)
    if related and full:
        heading = "Related" if reply.answer else "Nearest to it"
        parts += [Text(f"\n{heading}", style.SECTION), Cards(once(related), reply.refs)]
    elif related:
        answered = reply.answer is not None
        heading = next_heading(related) if answered else "Nearest to it"
        room = style.ONE_LINE if answered else TWO_LINES
        parts.append(choices(related, heading, 1 if numbered else None, room))
    if not reply.answer and (entity := asked_about(reply)):
        lead = "Who that is" if entity.kind == "person" else f"More on {entity.name}"
        parts.append(text(f"\n{lead}: talks who {entity.id}{stores}", style.LABEL))
    elif not reply.answer and not related and not reply.abroad:
        parts.append(text(f"\nWhat is told here: talks brief{stores}", style.LABEL))
    if explain and not reply.answer:
        parts.append(text(f"\nconfidence of the nearest {reply.confidence:.2f}", style.LABEL))
    if explain:
        parts.append(_explained(reply.explained))
    return Group(*parts)


def next_heading(facts: Sequence[Fact]) -> str:
    """Say over facts that are offered whether there are questions among them."""
    return "Ask next" if any(fact.question for fact in facts) else "See also"


def told(fact: Fact, refs: Refs, question: str, confidence: float | None = None, stores: str = "") -> RenderableType:
    """Show a fact as an answer: framed, the source below; of a long one the part that answers the question."""
    part = excerpt(fact.answer, question, refs.language(fact))
    shown = fact if part.whole else replace(fact, answer=part.text)
    asked = fact.question if fact.question and hangs(fact, refs.language(fact)) else None
    body = Body(
        stack(
            text(asked, style.LABEL) if asked else None,
            Text("…", style.LABEL) if part.before else None,
            style.answer(shown, style.HEAD),
            None if fact.quote and clean(fact.quote) in shown.answer else style.quotation(fact, refs),
            Text("…", style.LABEL) if part.after else None,
        )
    )
    source = style.source(fact, refs)
    marks = line(
        style.labelled("id", fact.id, style.ID),
        style.labelled("confidence", f"{confidence:.2f}"),
        style.labelled("when", when(fact), style.DATE),
    ) if confidence is not None else None  # fmt: skip
    below = [
        source if source else None,
        None if marks else _resolved(fact, question, refs),
        None if part.whole else text(f"This is a part of it. All: talks show {fact.id}{stores}", style.NOTE),
        style.note(fact.note),
        marks,
    ]
    frame = Rails(body) if has_code(clean(shown.answer)) else framed(body)
    return Group(frame, *[each for each in below if each])


def _resolved(fact: Fact, question: str, refs: Refs) -> Text | None:
    """Tell the day of "last night" to who asks when."""
    asks_when = kind_of(question, ("en", refs.language(fact) or "en")) == "when"
    told = not fact.date or fact.date[:YEAR] in fact.answer
    return None if told or not asks_when else style.labelled("when", when(fact), style.DATE)


def proof(fact: Fact, refs: Refs) -> RenderableType:
    """Show where a fact stands and who says so."""
    return Body(
        stack(
            style.origin(fact, refs),
            style.says(fact, refs) or Text("told by the article itself", style.LABEL),
            style.quotation(fact, refs),
            style.labelled("id", fact.id, style.LABEL),
        )
    )


def choices(facts: Sequence[Fact], heading: str, first: int | None = 1, room: int = style.ONE_LINE) -> RenderableType:
    """Offer facts, each in so many characters (one a line), by numbers from the first on, if it has one."""
    rows = [
        Hanging(Text(f" {number if first else '-'}  ", style.ID), Text(style.one_liner(fact, room)))
        for number, fact in enumerate(facts[:NEXT], first or 1)
    ]
    return Group(Text(f"\n{heading}", style.SECTION), *rows)


def _explained(rows: tuple[Match, ...]) -> RenderableType:
    if not rows:
        return Text("\nNo word of the question could be looked up.")
    table = Grid("Word", "Matched", "How", "Weight", "Covered")
    for row in rows:
        missing = row.matched is None
        table.add_row(
            text(row.word),
            text(row.matched or "-"),
            text(row.how, style.NOTE if missing else ""),
            f"{row.weight:.2f}",
            f"{row.covered:.2f}",
        )
    return Group(Text("\nHow the words were read", style.SECTION), table)


def fact(row: Fact, refs: Refs) -> RenderableType:
    """Show all that the store has of one fact."""
    others = [ident for ident in row.about if ident not in row.subject]
    body = stack(text(row.question, style.HEAD) if row.question else None, style.answer(row))
    marks = stack(
        None if style.quoted(row) else style.quotation(row, refs),
        style.says(row, refs),
        style.labelled("when", when(row), style.DATE),
        style.labelled("event", row.event),
        style.origin(row, refs),
        style.labelled("tells of", style.names(row.subject, refs)),
        style.labelled("also about" if row.subject else "about", style.names(others, refs)),
        style.labelled("topics", ", ".join(row.topics)),
        Text("a pair of the source's own FAQ", style.LABEL) if row.faq else None,
        style.note(row.note),
        style.labelled("id", row.id, style.ID),
        style.labelled("also asked as", "; ".join(map(one_line, row.phrasings))),
    )
    if has_code(clean(row.answer)):
        return Group(Rails(Body(body)), marks)
    return framed(Body(stack(body, Text(" "), marks)))
