"""What the screens have in common: colours by their meaning, and the parts of a fact."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from rich.text import Text

from talkscli.lookup.excerpt import cut
from talkscli.lookup.idents import short
from talkscli.lookup.once import around
from talkscli.lookup.results import Refs
from talkscli.render.cited import when, where
from talkscli.render.clean import GLUE, clean, one_line
from talkscli.store.model import Entity, Fact

# The terminal's own colours by name, so that they fit a dark and a light one; never black or white.
LABEL = "dim"
HEAD = "bold"
ID = "cyan"
SAYS = "green"
DATE = "magenta"
SECTION = "magenta"
NOTE = "yellow"
WARNING = "bold yellow"
FAULT = "bold red"
BORDER = "cyan"

ONE_LINE = 76  # characters: fits beside a number
OURS = "Our note, not the article's: "


def text(value: str, style: str = "") -> Text:
    """Make text that is shown as it is: never markup, never a control."""
    return Text(clean(value), style, overflow="fold")


def line(*parts: Text | None) -> Text:
    """Join what there is with a dot."""
    return _join([part for part in parts if part], (" · ", LABEL))


def stack(*parts: Text | None) -> Text:
    """Put what there is on lines of its own."""
    return _join([part for part in parts if part], ("\n", ""))


def _join(parts: list[Text], between: tuple[str, str]) -> Text:
    mixed = [each for part in parts for each in (between, part)]
    return Text.assemble(*mixed[1:], overflow="fold")


def labelled(label: str, value: str | None, style: str = "") -> Text | None:
    """Label a value, or nothing where there is no value."""
    return Text.assemble((f"{label} ", LABEL), (clean(value), style), overflow="fold") if value else None


def name(ident: str | None, refs: Refs) -> str | None:
    """Find the name behind an entity id."""
    entity = refs.entities.get(ident) if ident is not None else None
    return entity.name if entity else ident


def read_as(read: dict[str, str]) -> Text | None:
    """Say how words were read that were spelled otherwise."""
    pairs = [
        Text.assemble((one_line(typed), "italic"), " as ", (one_line(meant), HEAD)) for typed, meant in read.items()
    ]
    return Text.assemble(("read ", LABEL), Text(", ").join(pairs)) if pairs else None


def names(idents: Iterable[str], refs: Refs) -> str:
    """List the names behind entity ids."""
    return ", ".join(name(ident, refs) or ident for ident in idents)


def sayer(fact: Fact, refs: Refs) -> str | None:
    """Name whose words or whose claim it is."""
    return (name(fact.speaker, refs) if fact.quote else None) or fact.attribution


def quotation(fact: Fact, refs: Refs) -> Text | None:
    """Show the verbatim words with who said them."""
    if not fact.quote:
        return None
    speaker = sayer(fact, refs)
    said = text(f"“{fact.quote}”", f"italic {SAYS}")
    return said.append(f" — {one_line(speaker)}", f"not italic {SAYS}") if speaker else said


def note(value: str | None) -> Text | None:
    """Show an editor's remark, marked as ours."""
    return text(OURS + clean(value), LABEL) if value else None


def answer(fact: Fact, colour: str = "") -> Text:
    """Show the answer, with the verbatim words in it set off."""
    told = text(fact.answer, colour)
    if fact.quote:
        told.highlight_words([clean(fact.quote)], f"italic {SAYS}")
    return told


def one_liner(fact: Fact, room: int = ONE_LINE) -> str:
    """Tell a fact in a line, or so many characters: its question, or how its answer begins."""
    told = fact.question or fact.answer.strip().partition("\n\n")[0]
    return cut(one_line(told), room)


def opening(told: str, limit: int, names: Sequence[str] = ()) -> str:
    """Cut a text to its first sentences, or words, that have so many characters.

    Args:
        told: The text.
        limit: Of its characters.
        names: Of whom it is to be shown: it begins with the sentence that names them, if the first ones do not.
    """
    whole = one_line(told.strip().partition("\n\n")[0])
    if len(whole) <= limit:
        return whole
    from talkscli.language.sentences import sentences  # most texts are short

    rows = sentences(whole)
    lengths = accumulate(len(sentence) + 1 for sentence in rows)
    shown = " ".join(rows[: sum(length <= limit + 1 for length in lengths)])
    shown = shown if len(shown) > limit // 4 else cut(whole, limit)
    if any(name in shown for name in names):
        return shown
    naming = next((i for i, sentence in enumerate(rows) if any(name in sentence for name in names)), 0)
    return f"… {opening(' '.join(rows[naming:]), limit - 2)}" if naming else shown


def fact_body(fact: Fact, refs: Refs) -> Text:
    """Show what a fact says: its question, its answer, the words quoted, our note."""
    return stack(
        text(fact.question, HEAD) if fact.question else None,
        answer(fact),
        None if quoted(fact) else quotation(fact, refs),
        note(fact.note),
    )


def quote_body(fact: Fact, refs: Refs, same: Sequence[Fact] = ()) -> Text:
    """Show a fact for its quotation, and others of the same sentence: those first, and what is told beside them."""
    rows = {row.quote: row for row in (fact, *same) if row.quote}
    speaker = refs.entities.get(fact.speaker or "")
    told = around(fact, [*rows], speaker.names if speaker else [fact.attribution or ""])
    said = (quotation(row, refs) for row in rows.values())
    return stack(*said, text(told) if told else None, note(fact.note))


def quoted(fact: Fact) -> bool:
    """Tell whether the answer holds the verbatim words."""
    return fact.quote is not None and fact.quote in fact.answer


def says(fact: Fact, refs: Refs) -> Text | None:
    """Say whose words or whose claim it is."""
    return labelled("according to", sayer(fact, refs), SAYS)


def place(fact: Fact, refs: Refs, style: str = "", *, title: bool = True, listed: bool = False) -> Text:
    """Say where a fact stands; the paragraph's number stays with the last word of its section."""
    told = clean(where(fact, refs, title=title, listed=listed))
    head, sign, number = told.rpartition(" ¶")
    glued = sign and number.replace("–", "").isdecimal()
    return Text(f"{head}{GLUE}¶{number}" if glued else told, style, overflow="fold")


def origin(fact: Fact, refs: Refs) -> Text:
    """Say on a line of its own where a fact stands."""
    return Text.assemble(("from ", LABEL), place(fact, refs), overflow="fold")


def source(fact: Fact, refs: Refs) -> Text:
    """Say on one line who says so and where it stands; the title only where there are several."""
    told = sayer(fact, refs)
    return line(
        text(f"according to {told}", LABEL) if told else None,
        place(fact, refs, LABEL, title=refs.several) if fact.citation else None,
    )


def fact_marks(fact: Fact, refs: Refs, same: Sequence[Fact] = (), *, says_so: bool = True, dated: bool = True) -> Text:
    """Show who says so, when it was, where it stands, and the ids that `talks show` wants, with those of the same."""
    return line(
        says(fact, refs) if says_so else None,
        text(when(fact), DATE) if dated and fact.date else None,
        place(fact, refs, LABEL, title=refs.several, listed=True) if fact.citation else None,
        *(text(short(each.id), LABEL) for each in (fact, *same)),
    )


def entity_marks(entity: Entity, refs: Refs) -> Text:
    """Show kind, role and side of an entity, the side where the role does not name it."""
    side = name(entity.side, refs)
    return line(
        text(entity.kind) if entity.kind and not entity.role else None,
        text(entity.role) if entity.role else None,
        text(side) if side and f" {side} " not in f" {entity.role} " else None,
    )
