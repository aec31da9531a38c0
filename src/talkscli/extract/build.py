"""Make a store from articles: readers -> document -> facts, entities, dates, quotations."""

import stat
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from talkscli.article import readers
from talkscli.article.document import Document
from talkscli.article.text import MAX_HEADING
from talkscli.errors import ArticleError, StoreError, UsageError, reason
from talkscli.extract.facts import Maker
from talkscli.extract.register import Register
from talkscli.extract.update import Update, update
from talkscli.language import calendar
from talkscli.language.slug import slugify
from talkscli.store import files, writing
from talkscli.store.lock import locked
from talkscli.store.merge import Progress
from talkscli.store.model import Entity, Fact, Source, Store

SCHEMA = "facts.schema.json"
TRIES = 10  # to write a store that an editor writes to as well


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
    undated: int = 0
    """Dates without a year that are left out, as it is not known when their article was published."""


class _Told(Struct, frozen=True):
    """What the options say of an article."""

    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


class _Made(Struct, frozen=True):
    """What was made of one article, its facts and entities under ids of their own."""

    source: Source
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    undated: int


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
    progress: Progress | None = None,
    waits: Callable[[str], None] | None = None,
) -> Built:
    """Make a store from articles and write it as a whole or not at all.

    The articles are read first. Then the store is locked, read, brought up to date and replaced, so that whatever
    was edited or built into it in the meantime is kept.

    Args:
        articles: Files; "-" is standard input.
        output: The store. Facts that stand in it stay as they are, unless `replace`.
        title: Of the article, where it does not say it itself.
        url: Where the article is from.
        published: When it was published.
        language: The one that it is in.
        replace: Make all facts of these articles anew; what somebody wrote by hand stays.
        dry_run: Write nothing.
        progress: Is called with the number of articles done and their total.
        waits: Is told, in one line, where another build into the same store takes long.

    Returns:
        What was made.

    Raises:
        ArticleError: An article can't be read.
        StoreError: The output can't be read or written.
        UsageError: The options don't fit.
    """
    names = list(dict.fromkeys(articles))
    told = _Told(title, url, published, language)
    _check(names, told)
    _standing(output)  # what is wrong with it is said before any work is done
    made: list[_Made] = []
    for done, name in enumerate(names):
        if progress:
            progress(done, len(names))
        made.append(_make(name, {each.source.id for each in made}, told, alone=len(names) == 1))
    if progress:
        progress(len(names), len(names))
    if dry_run:
        result = _join(_standing(output), made, replace=replace)
    else:
        with locked(output, waits):
            result = _write(output, made, replace=replace)
    return Built(
        str(output), len(result.store.facts), len(result.store.entities), len(result.store.sources),
        result.added, result.removed, result.kept, result.store, sum(each.undated for each in made),
    )  # fmt: skip


def make(document: Document, name: str, progress: Progress | None = None) -> Store:
    """Make a store of one article in memory, as `build` would.

    Args:
        document: The article as read.
        name: What it is called if it has no title.
        progress: Is told how many facts there are by now, and 0, as their total is not known.

    Returns:
        The store.
    """
    told = _Told(document.title or name[:MAX_HEADING])
    made = _of(document, set(), told, alone=True, progress=progress)
    return _join(Store(facts=()), [made], replace=False).store


def _make(name: str, taken: set[str], told: _Told, *, alone: bool) -> _Made:
    """Read one article, and make what is in it."""
    document = readers.read(name)
    own = document.title or (None if name == "-" else Path(name).stem)
    titled = msgspec.structs.replace(told, title=told.title or (own and own[:MAX_HEADING]))
    made = _of(document, taken, titled, alone=alone)
    if not made.facts:
        label = "standard input" if name == "-" else name
        raise ArticleError(f"{label}: there is no sentence in it that tells something", "name a file with paragraphs")
    return made


def _of(
    document: Document,
    taken: set[str],
    told: _Told,
    *,
    alone: bool,
    progress: Progress | None = None,
) -> _Made:
    """Make what is in an article; `taken` are the ids of other sources, `alone` tells whether it has none beside it."""
    source = _source(document, taken, told, alone=alone)
    maker = Maker(document, source.id, source.title, source.published)
    facts = []
    for fact in maker.facts():
        facts.append(fact)
        if progress:
            progress(len(facts), 0)
    return _Made(source, tuple(maker.entities), tuple(facts), maker.undated)


def _write(output: Path, made: Sequence[_Made], *, replace: bool) -> Update:
    """Join what was made with what stands there, and write it; again, if somebody saved an edit in between."""
    for tries in range(TRIES, 0, -1):
        since = writing.stamp(output)
        result = _join(_standing(output), made, replace=replace)
        try:
            writing.save(output, result.store, since)
            break
        except writing.ChangedError:
            if tries == 1:
                raise
    return result


def _join(old: Store, made: Sequence[_Made], *, replace: bool) -> Update:
    """Join what was made of the articles with the store that stands: the same name is one entity."""
    register = Register(() if replace else old.entities)
    facts: dict[str, Fact] = {}
    known = {source.id for source in old.sources}
    for each in made:
        for fact in register.homed(each.entities, each.facts, new=each.source.id not in known):
            ident = fact.id if fact.id not in facts else f"{each.source.id}-{fact.id}"
            facts[ident] = msgspec.structs.replace(fact, id=ident)
    sources = [each.source for each in made]
    return update(old, list(facts.values()), sources, list(register.entities.values()), overwrite=replace)


def _check(names: Sequence[str], told: _Told) -> None:
    if not names:
        raise UsageError("there is no article to build from", "name a file, or - for standard input")
    if len(names) > 1 and (told.title or told.url):
        raise UsageError("--title and --url are for one article", "build the articles one by one into the same store")
    if told.published:
        try:
            calendar.parse(told.published)
        except ValueError as error:
            raise UsageError(f"--published: {error}", "write it as 2025, 2025-05 or 2025-05-16") from None


def _standing(output: Path) -> Store:
    """Read the store that is there already, or give an empty one. Raises StoreError where it can't be one."""
    try:
        mode = output.stat().st_mode
    except FileNotFoundError:
        if not output.parent.is_dir():
            raise StoreError(
                f"{output}: there is no folder {output.parent}", "make it, or name another place"
            ) from None
        return Store(schema=SCHEMA, facts=())
    except (OSError, ValueError) as error:
        raise StoreError(f"{output}: can't be written: {reason(error)}", "name another place") from None
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
        raise StoreError(f"{output}: can't be written: it is no file to replace", "name another file")
    return files.read(output)


def _source(document: Document, taken: set[str], told: _Told, *, alone: bool) -> Source:
    """Make the source: the options hold for one article, and for several only where these do not say it themselves."""
    ident = base = slugify(told.title or "standard input")
    n = 1
    while ident in taken:
        n += 1
        ident = f"{base}-{n}"
    first, second = (told, document) if alone else (document, told)
    return Source(
        id=ident, title=told.title, url=told.url or document.url,
        published=first.published or second.published, language=first.language or second.language,
    )  # fmt: skip
