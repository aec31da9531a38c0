"""The articles that facts are compared with: how their sections are found, and which source each of them is."""

from collections.abc import Sequence
from functools import cache

from talkscli.article import readers
from talkscli.article.document import Document, Section
from talkscli.check.places import Namesakes, Places
from talkscli.language.slug import slugify
from talkscli.language.words import fold, words
from talkscli.store.model import Store

_HEADINGS = 500  # among which the nearest is looked for


class Article:
    """An article as read, and how its sections are found."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.places = Places(document)
        headed: dict[str, list[Section]] = {}
        for section in document.sections:
            if section.heading is not None:
                headed.setdefault(section_key(section.heading), []).append(section)
        title = section_key(document.title)
        if title in headed:  # a heading like the title: what stands above all headings goes by the same name
            headed[title] += [section for section in document.sections if section.heading is None]
        self.headed = {key: Namesakes(sections) for key, sections in headed.items()}
        self.headless = Namesakes(section for section in document.sections if section.heading is None)
        self.keys = {section_key(section.heading or document.title) for section in document.sections}

    def sections(self, name: str | None, title: str | None) -> Namesakes | None:
        """Find the sections of that name; text above the first heading goes by the title, its own or the store's."""
        wanted = section_key(name)
        if name is not None and wanted in self.headed:
            return self.headed[wanted]
        own = name is None or wanted in (section_key(self.document.title), section_key(title))
        return self.headless if own and self.headless.sections else None

    def nearest(self, wanted: str) -> str:
        """Find the heading that is most like a name that none has."""
        from rapidfuzz import process
        from rapidfuzz.distance import JaroWinkler

        headings = [section.heading or self.document.title or "" for section in self.document.sections[:_HEADINGS]]
        found = process.extractOne(wanted, headings, scorer=JaroWinkler.similarity, processor=fold)
        return found[0] if found else ""


def read(against: Sequence[str]) -> list[Article]:
    """Read articles ("-" is standard input). Raises ArticleError where one can't be read."""
    return [Article(readers.read(name)) for name in against]


def homes(store: Store, articles: Sequence[Article]) -> dict[str | None, Article]:
    """Tell which article each source is: of the same title, else named like it, else with most of the sections cited.

    Args:
        store: Any store.
        articles: What it may have been made from.

    Returns:
        Id of a source (None: of facts that name none) -> its article, for those that have one.
    """
    found: dict[str | None, Article] = {}
    sources = {source.id: source for source in store.sources}
    cited: dict[str | None, set[str]] = {ident: set() for ident in sources}
    for fact in store.facts:
        ident = fact.citation.source if fact.citation else None
        cited.setdefault(ident, set())
        if fact.citation and fact.citation.section:
            cited[ident].add(section_key(fact.citation.section))
    for ident, sections in cited.items():
        title = sources[ident].title if ident in sources else None
        best, most = None, (False, False, 0)
        for article in articles:
            own = article.document.title
            same = bool(own and title and section_key(own) == section_key(title))
            score = (same, bool(own and slugify(own) == ident), len(sections & article.keys))
            if score > most:
                best, most = article, score
        if best is None and len(articles) == 1 and len(cited) == 1:
            best = articles[0]
        if best is not None:
            found[ident] = best
    return found


@cache
def section_key(text: str | None) -> str:
    """Make the key by which a heading or a title is looked up."""
    return " ".join(words(text or ""))
