"""CSV (RFC 4180) and Markdown (a table as on GitHub) of lists."""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from talkscli.lookup.results import Refs, SourceRow
from talkscli.render.cited import when, where
from talkscli.render.clean import clean, one_line
from talkscli.store.model import Citation, Entity, Fact

FACT_COLUMNS = (
    "id", "question", "answer", "attribution", "speaker", "quote",
    "date", "date_text", "event", "source", "section", "paragraph", "topics",
)  # fmt: skip
ENTITY_COLUMNS = ("id", "name", "kind", "role", "side", "aliases", "note")
SOURCE_COLUMNS = ("id", "title", "published", "url", "language", "file", "facts", "sections")

Cell = str | int | None
Rows = Iterable[Sequence[Cell]]

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")
_LINK = re.compile(r"(?<=\bwww)\.|:(?=//)", re.IGNORECASE)  # what GitHub makes a link of without any markup
_SPECIAL = re.compile(r"([\\`*_\[\]#|~!])")


def cells(kind: str, rows: Iterable[Any]) -> tuple[Sequence[str], list[Sequence[Cell]]]:
    """Make columns and cells of "facts", "entities" or "sources"; a semicolon stands between values of one cell."""
    columns, make = _TABLES[kind]
    return columns, [make(row) for row in rows]


def _fact(fact: Fact) -> Sequence[Cell]:
    cited = fact.citation or Citation()
    return (
        fact.id, fact.question, fact.answer, fact.attribution, fact.speaker, fact.quote, fact.date, fact.date_text,
        fact.event, cited.source, cited.section, cited.paragraph, _listed(fact.topics),
    )  # fmt: skip


def _entity(row: Entity) -> Sequence[Cell]:
    return row.id, row.name, row.kind, row.role, row.side, _listed(row.aliases), row.note


def _source(row: SourceRow) -> Sequence[Cell]:
    return (
        row.id, row.title, row.published, row.url, row.language, row.file, row.facts, _listed(row.sections),
    )  # fmt: skip


_TABLES: dict[str, tuple[Sequence[str], Callable[[Any], Sequence[Cell]]]] = {
    "facts": (FACT_COLUMNS, _fact),
    "entities": (ENTITY_COLUMNS, _entity),
    "sources": (SOURCE_COLUMNS, _source),
}


def as_csv(columns: Sequence[str], rows: Rows) -> str:
    """Write RFC 4180; a cell that a spreadsheet would run as a formula begins with an apostrophe."""
    import csv  # the screens, which share what stands below, do without

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue()


def _listed(parts: Iterable[str]) -> str:
    """Join a list for one cell; harmless too where a spreadsheet ends cells at a semicolon."""
    return "; ".join([f"'{part}" if at and _FORMULA.match(part) else part for at, part in enumerate(parts)])


def _harmless(cell: str) -> str:
    text = clean(cell)
    return f"'{text}" if _FORMULA.match(cell) else text


def facts_markdown(facts: Iterable[Fact], refs: Refs, *, quotes: bool = False) -> str:
    """Write facts as a Markdown table for people: dates in words, names instead of ids.

    Args:
        facts: The facts, in their order.
        refs: What they refer to.
        quotes: Whether the quotation has a column of its own, and comes first.

    Returns:
        The table.
    """
    rows = list(facts)
    dated = any(fact.date for fact in rows)
    head = [*(["Quote"] if quotes else []), *(["When"] if dated else [])]
    head += ["Question", "Answer", "Who says so", "Where", "Id"]
    return as_markdown(head, [_markdown_row(fact, refs, dated=dated, quotes=quotes) for fact in rows])


def _markdown_row(fact: Fact, refs: Refs, *, dated: bool, quotes: bool) -> list[Cell]:
    answer = fact.answer
    if fact.quote and fact.quote not in answer and not quotes:
        answer = f"{answer} “{fact.quote}”"
    speaker = refs.entities.get(fact.speaker or "")
    return [
        *([f"“{fact.quote}”" if fact.quote else None] if quotes else []), *([when(fact) or None] if dated else []),
        fact.question, answer, speaker.name if speaker else fact.attribution, where(fact, refs), fact.id,
    ]  # fmt: skip


def as_markdown(columns: Sequence[str], rows: Rows) -> str:
    """Write a table of GitHub's Markdown in which no cell is read as markup."""
    lines = [columns, ["---"] * len(columns)]
    lines += [["" if cell is None else _literal(str(cell)) for cell in row] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _literal(cell: str) -> str:
    text = one_line(cell).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LINK.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\1", text))
