"""Check a store: its form, whether search finds its facts, and whether each stands in what it cites."""

from collections.abc import Sequence
from pathlib import Path

from talkscli.check import form
from talkscli.check.report import Problem, Report, Uncited
from talkscli.store.merge import Progress
from talkscli.store.model import Store

__all__ = ["Problem", "Report", "Uncited", "check", "coverage"]


def check(path: Path, against: Sequence[str] = (), progress: Progress | None = None) -> Report:
    """Check a store, and against its articles where they are named ("-" is standard input).

    Raises StoreError where the store can't be read or is not JSON, ArticleError where an article can't be read.
    """
    store, problems = form.read(path)
    warnings = list(form.crowds(store))
    if not problems and not store.facts:
        warnings.append(Problem(None, "facts", "there are none: nothing can be asked"))
    left = 0
    if against:
        from talkscli.check.ground import ground

        compared = ground(store, against)
        problems += compared.problems
        warnings += compared.doubts
        left = compared.uncited
    if not problems or against:
        warnings += _unreached(store, progress)
    return Report(not problems, tuple(problems), tuple(warnings), left)


def coverage(path: Path, against: Sequence[str]) -> tuple[Uncited, ...]:
    """List the paragraphs of the articles that no fact cites.

    Raises StoreError where the store breaks its format, ArticleError where an article can't be read.
    """
    from talkscli.check.uncited import uncited
    from talkscli.store.files import read

    return uncited(read(path), against)


def _unreached(store: Store, progress: Progress | None) -> list[Problem]:
    """Ask each fact its own question: where it is not the first to come, search can't reach it."""
    from talkscli.search.engine import Engine

    asked = [fact for fact in store.facts if fact.question and fact.question.strip()]
    if not asked:
        return []
    found: list[Problem] = []
    engine = Engine.of(store)
    for done, fact in enumerate(asked):
        if progress:
            progress(done, len(asked))
        reply = engine.search(fact.question or "", top=1)
        if not reply.hits or reply.hits[0].fact.id != fact.id:
            first = f"{reply.hits[0].fact.id!r} comes first" if reply.hits else "nothing comes"
            found.append(Problem(fact.id, "question", f"search does not reach it by its own question: {first}"))
        elif not reply.answered:
            found.append(
                Problem(fact.id, "question", "search finds it by its own question, but would not give it as the answer")
            )
    if progress:
        progress(len(asked), len(asked))
    return found
