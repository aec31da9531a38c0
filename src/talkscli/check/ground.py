"""Compare each fact with what it cites: its block, the headings above it and the title."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from talkscli.article import readers
from talkscli.article.document import Document, Section
from talkscli.check.claims import claims
from talkscli.check.places import Places
from talkscli.check.report import Problem, Uncited
from talkscli.check.scope import Names, Scope
from talkscli.language.slug import slugify
from talkscli.language.words import fold, words
from talkscli.store.model import Citation, Fact, Source, Store

_LOWER = re.compile(r"(?<!\w)[a-zà-ÿ]+")


class Article(Struct, frozen=True):
    """An article as read, and where it came from."""

    name: str
    document: Document
    places: Places


def ground(store: Store, against: Sequence[str]) -> tuple[list[Problem], list[Problem]]:
    """Give what in a store does not stand in its articles: problems, and doubts.

    Raises ArticleError where an article can't be read.
    """
    articles = [Article(name, document, Places(document)) for name in against for document in (readers.read(name),)]
    homes = _homes(store, articles)
    names = Names(store.entities, _vocabulary(store))
    problems: list[Problem] = []
    sources = {source.id: source for source in store.sources}
    cited = {fact.citation.source for fact in store.facts if fact.citation}
    doubts = [
        Problem(None, "source", f"none of the articles is source {ident!r}: its facts were not compared")
        for ident in sources
        if ident in cited and ident not in homes
    ]
    for fact in store.facts:
        ident = fact.citation.source if fact.citation else None
        if fact.citation is None:
            problems.append(Problem(fact.id, "citation", "cites nothing, so it can't be compared"))
        elif ident in homes:
            problems.extend(_fact(fact, homes[ident], names, sources.get(ident or "")))
    return problems, doubts


def uncited(store: Store, against: Sequence[str]) -> tuple[Uncited, ...]:
    """Give the blocks of the articles that no fact cites."""
    articles = [Article(name, document, Places(document)) for name in against for document in (readers.read(name),)]
    homes = _homes(store, articles)
    cited: set[tuple[int, str, int | None]] = set()
    for fact in store.facts:
        article = homes.get(fact.citation.source if fact.citation else None)
        if article and fact.citation:
            heading = fact.citation.section
            key = _key(heading if heading is not None else article.document.title)
            cited.add((id(article), key, fact.citation.paragraph))
    found = []
    for article in articles:
        for section in article.document.sections:
            key = _key(section.heading or article.document.title)
            for number, block in enumerate(section.blocks, 1):
                if not {(id(article), key, number), (id(article), key, None)} & cited:
                    text = f"{block.question} {block.text}" if block.question else block.text
                    found.append(Uncited(section.heading, number, text))
    return tuple(found)


def _homes(store: Store, articles: Sequence[Article]) -> dict[str | None, Article]:
    """Say which article each source is: the same title, else the one that has most of the sections cited."""
    homes: dict[str | None, Article] = {}
    sources = {source.id: source for source in store.sources}
    cited: dict[str | None, set[str]] = {ident: set() for ident in sources}
    for fact in store.facts:
        ident = fact.citation.source if fact.citation else None
        cited.setdefault(ident, set())
        if fact.citation and fact.citation.section:
            cited[ident].add(_key(fact.citation.section))
    for ident, sections in cited.items():
        title = sources[ident].title if ident in sources else None
        best, most = None, 0
        for article in articles:
            own = article.document.title
            shared = len(sections & {_key(s.heading or own) for s in article.document.sections})
            score = (
                shared
                + 1000 * bool(own and title and _key(own) == _key(title))
                + 500 * bool(own and slugify(own) == ident)
            )
            if score > most:
                best, most = article, score
        if best is None and len(articles) == 1 and len(cited) == 1:
            best = articles[0]
        if best is not None:
            homes[ident] = best
    return homes


def _fact(fact: Fact, article: Article, names: Names, source: Source | None) -> Iterator[Problem]:
    document, cited = article.document, fact.citation or Citation()
    sections = _sections(document, cited.section, source.title if source else None)
    if not sections:
        near = _nearest(cited.section or "", [s.heading or document.title or "" for s in document.sections])
        yield Problem(fact.id, "citation.section", f"there is no section {cited.section!r}; the nearest is {near!r}")
        return
    fitting = [s for s in sections if cited.paragraph is None or cited.paragraph <= len(s.blocks)]
    if not fitting:
        most = max(len(s.blocks) for s in sections)
        yield Problem(
            fact.id, "citation.paragraph", f"the section has {most} paragraphs, there is no {cited.paragraph}"
        )
        return
    results = []
    for section in fitting:
        scope = Scope(document, section, cited.paragraph, names, source.published if source else None)
        results.append([Problem(fact.id, field, text) for field, text in claims(fact, scope, names)])
    best = min(results, key=len)  # where a heading stands twice, either may be meant
    yield from best
    if not any(problem.field in ("quote", "citation.section") for problem in best):
        elsewhere = article.places.better(fact, fitting, cited.paragraph)
        if elsewhere:
            heading, paragraph = elsewhere
            yield Problem(fact.id, "citation", f"what it says stands rather in {heading!r}, paragraph {paragraph}")


def _sections(document: Document, name: str | None, title: str | None) -> list[Section]:
    """Give the sections of that name; text above the first heading goes by the title, the document's or the store's."""
    wanted = _key(name)
    own = [s for s in document.sections if s.heading is not None and _key(s.heading) == wanted]
    headless = [s for s in document.sections if s.heading is None]
    return own or (headless if name is None or wanted in (_key(document.title), _key(title)) else [])


def _nearest(wanted: str, names: Sequence[str]) -> str:
    from rapidfuzz.distance import JaroWinkler

    return max(names, key=lambda name: JaroWinkler.similarity(fold(wanted), fold(name)), default="")


def _vocabulary(store: Store) -> frozenset[str]:
    """Give the words that stand in lower case in the store's sentences: these are no names, wherever they stand."""
    return frozenset(
        w for fact in store.facts for text in (fact.question, fact.answer) if text for w in _LOWER.findall(text)
    )


def _key(text: str | None) -> str:
    return " ".join(words(text or ""))
