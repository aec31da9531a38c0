"""Make a store from articles: readers -> document -> facts, entities, dates, quotations."""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from talkscli.article import readers
from talkscli.article.document import Document
from talkscli.errors import StoreError, UsageError
from talkscli.extract.facts import Maker
from talkscli.extract.update import Register, update
from talkscli.language import calendar
from talkscli.language.slug import slugify
from talkscli.store import files
from talkscli.store.model import Fact, Source, Store

SCHEMA = "facts.schema.json"


class Built(Struct, frozen=True):
    """What `build` made."""

    store: str
    """The path of the store."""
    facts: int
    entities: int
    sources: int
    added: tuple[str, ...]
    """Ids of facts that did not stand in the store before."""
    removed: tuple[str, ...]
    """Ids of facts whose sentence is gone."""
    kept: tuple[str, ...]
    """Ids of facts that stood in the store before and still do."""
    preview: Store
    """The store as made."""


def build(
    articles: Sequence[str],
    output: Path,
    *,
    title: str | None = None,
    url: str | None = None,
    published: str | None = None,
    language: str | None = None,
    replace: bool = False,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Built:
    """Make a store from articles ("-" is standard input) and write it to `output` as a whole or not at all.

    `title`, `url`, `published` and `language` tell of the article what it does not say itself. Where `output` is a
    store already, facts whose id stands stay as they are unless `replace`; with `dry_run` nothing is written.
    `progress` is called with the number of articles done and their total.

    Raises ArticleError for an article that can't be read, StoreError for an output that can't be read or written,
    UsageError for options that don't fit.
    """
    names = list(dict.fromkeys(articles))
    _check(names, title, url, published)
    old = _standing(output)
    register = Register(() if replace else old.entities)
    sources: dict[str, Source] = {}
    made: dict[str, Fact] = {}
    for done, name in enumerate(names):
        if progress:
            progress(done, len(names))
        document = readers.read(name)
        heading = title or document.title or (None if name == "-" else Path(name).stem)
        source = _source(
            document, heading, sources, alone=len(names) == 1, url=url, published=published, language=language
        )
        sources[source.id] = source
        maker = Maker(document, source.id, heading, source.published)
        ids = register.admit(maker.entities)
        for fact in maker.facts():
            ident = fact.id if fact.id not in made else f"{source.id}-{fact.id}"
            about = tuple(dict.fromkeys(ids[i] for i in fact.about))
            subject = tuple(dict.fromkeys(ids[i] for i in fact.subject))
            speaker = ids[fact.speaker] if fact.speaker else None
            made[ident] = msgspec.structs.replace(fact, id=ident, subject=subject, about=about, speaker=speaker)
    if progress:
        progress(len(names), len(names))
    result = update(
        old, list(made.values()), list(sources.values()), list(register.entities.values()), overwrite=replace
    )
    if not dry_run:
        files.save(output, result.store)
    return Built(
        str(output), len(result.store.facts), len(result.store.entities), len(result.store.sources),
        result.added, result.removed, result.kept, result.store,
    )  # fmt: skip


def _check(names: Sequence[str], title: str | None, url: str | None, published: str | None) -> None:
    if not names:
        raise UsageError("there is no article to build from", "name a file, or - for standard input")
    if len(names) > 1 and (title or url):
        raise UsageError("--title and --url are for one article", "build the articles one by one into the same store")
    if published:
        try:
            calendar.parse(published)
        except ValueError as error:
            raise UsageError(f"--published: {error}", "write it as 2025, 2025-05 or 2025-05-16") from None


def _standing(output: Path) -> Store:
    """Read the store that is there already, or give an empty one. Raises StoreError before any work is done."""
    if output.exists():
        return files.read(output)
    if not output.parent.is_dir():
        raise StoreError(f"{output}: there is no folder {output.parent}", "make it, or name another place")
    return Store(schema=SCHEMA, facts=())


def _source(
    document: Document, title: str | None, others: dict[str, Source], *, alone: bool,
    url: str | None, published: str | None, language: str | None,
) -> Source:  # fmt: skip
    ident = base = slugify(title or "standard input")
    n = 1
    while ident in others:
        n += 1
        ident = f"{base}-{n}"
    own = (document.published, document.language)
    told = (published, language)
    first, second = (told, own) if alone else (own, told)
    return Source(
        id=ident, title=title, url=url or document.url, published=first[0] or second[0], language=first[1] or second[1]
    )
