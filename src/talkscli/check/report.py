"""What `check` finds."""

from msgspec import Struct


class Problem(Struct, frozen=True):
    """One thing that is wrong, or (as a warning) could be better."""

    fact: str | None
    """Id of the fact; None for the store, a source or an entity."""
    field: str | None
    problem: str


class Report(Struct, frozen=True):
    """All that was found; `ok` is true where there are no problems, whatever the warnings."""

    ok: bool
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    uncited: int = 0
    """Paragraphs of the articles, where it was compared with them, that no fact tells, or not in full."""


class Uncited(Struct, frozen=True):
    """A paragraph of an article that no fact cites, or the sentences of one that no fact tells."""

    section: str | None
    paragraph: int
    text: str
