"""Compare each fact with what it cites: its blocks, the headings above them and the title."""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from talkscli.article import readers
from talkscli.article.document import Document, Section
from talkscli.check.claims import claims
from talkscli.check.passage import LOWER, Names
from talkscli.check.places import Namesakes, Places
from talkscli.check.report import Problem, Uncited
from talkscli.check.scope import Ground, Scope, Shared
from talkscli.language import insertions
from talkscli.language.slug import slugify
from talkscli.language.words import fold, words
from talkscli.store.model import Citation, Fact, Source, Store

_LONGEST_RANGE = 100  # blocks from `paragraph` to `last`
_TRIED = 8  # sections of the same heading
_HEADINGS = 500  # among which the nearest is looked for
_KEPT = 1000  # scopes in memory


class Article:
    """An article as read, and how its sections are found."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.places = Places(document)
        headed: dict[str, list[Section]] = {}
        for section in document.sections:
            if section.heading is not None:
                headed.setdefault(_key(section.heading), []).append(section)
        title = _key(document.title)
        if title in headed:  # a heading like the title: what stands above all headings goes by the same name
            headed[title] += [section for section in document.sections if section.heading is None]
        self.headed = {key: Namesakes(sections) for key, sections in headed.items()}
        self.headless = Namesakes(section for section in document.sections if section.heading is None)
        self.keys = {_key(section.heading or document.title) for section in document.sections}

    def sections(self, name: str | None, title: str | None) -> Namesakes | None:
        """Find the sections of that name; text above the first heading goes by the title, its own or the store's."""
        wanted = _key(name)
        if name is not None and wanted in self.headed:
            return self.headed[wanted]
        own = name is None or wanted in (_key(self.document.title), _key(title))
        return self.headless if own and self.headless.sections else None

    def nearest(self, wanted: str) -> str:
        """Find the heading that is most like a name that none has."""
        from rapidfuzz import process
        from rapidfuzz.distance import JaroWinkler

        headings = [section.heading or self.document.title or "" for section in self.document.sections[:_HEADINGS]]
        found = process.extractOne(wanted, headings, scorer=JaroWinkler.similarity, processor=fold)
        return found[0] if found else ""


class _Reader:
    """What the facts of one source may rest on in its article."""

    def __init__(self, article: Article, names: Names, source: Source | None) -> None:
        self.article = article
        self.names = names
        self.title = source.title if source else None
        self._shared = Shared(article.document, source.published if source else None)
        self._grounds: dict[int, Ground] = {}
        self._scopes: dict[tuple[int, int | None, int | None], Scope] = {}

    def scope(self, section: Section, first: int | None, last: int | None) -> Scope:
        """Return the part of the article on which a fact may rest; facts with the same citation share it.

        Args:
            section: The section that is cited.
            first: Its first paragraph that is cited; None: the whole section.
            last: Its last paragraph that is cited; None: only the first.
        """
        key = (id(section), first, last)
        if key not in self._scopes:
            if len(self._scopes) >= _KEPT:
                self._scopes.clear()
            if id(section) not in self._grounds:
                self._grounds[id(section)] = Ground(self.article.document, section, self.names)
            self._scopes[key] = Scope(self._shared, self._grounds[id(section)], first, last, self.names)
        return self._scopes[key]


def ground(store: Store, against: Sequence[str]) -> tuple[list[Problem], list[Problem]]:
    """Find what in a store does not stand in its articles.

    Args:
        store: Any store.
        against: Its articles ("-" is standard input).

    Returns:
        Problems, and doubts.

    Raises:
        ArticleError: An article can't be read.
    """
    homes = _homes(store, _read(against))
    names = Names(store.entities, _vocabulary(store))
    problems: list[Problem] = []
    sources = {source.id: source for source in store.sources}
    cited = {fact.citation.source for fact in store.facts if fact.citation}
    doubts = [
        Problem(None, "source", f"none of the articles is source {ident!r}: its facts were not compared")
        for ident in sources
        if ident in cited and ident not in homes
    ]
    readers_of = {ident: _Reader(article, names, sources.get(ident or "")) for ident, article in homes.items()}
    for fact in store.facts:
        if fact.citation is None:
            problems.append(Problem(fact.id, "citation", "cites nothing, so it can't be compared"))
        elif fact.citation.source in homes:
            problems.extend(_fact(fact, fact.citation, readers_of[fact.citation.source]))
    return problems, doubts


def uncited(store: Store, against: Sequence[str]) -> tuple[Uncited, ...]:
    """List the blocks of articles that no fact cites.

    Args:
        store: Any store.
        against: Its articles.

    Returns:
        The blocks, in reading order.

    Raises:
        ArticleError: An article can't be read.
    """
    articles = _read(against)
    homes = _homes(store, articles)
    whole: set[tuple[int, str]] = set()
    cited: dict[tuple[int, str], set[range]] = {}
    for fact in store.facts:
        article = homes.get(fact.citation.source if fact.citation else None)
        if article and fact.citation:
            section, first, last = fact.citation.section, fact.citation.paragraph, fact.citation.last
            key = id(article), _key(section if section is not None else article.document.title)
            if first is None:
                whole.add(key)
            else:
                cited.setdefault(key, set()).add(range(first, (last or first) + 1))
    found = []
    for article in articles:
        for part in article.document.sections:
            key = id(article), _key(part.heading or article.document.title)
            if key in whole:
                continue
            seen = {n for r in _joined(cited.get(key, ())) for n in r[: len(part.blocks)]}
            for number, block in enumerate(part.blocks, 1):
                if number not in seen:
                    text = f"{block.question} {block.text}" if block.question else block.text
                    found.append(Uncited(part.heading, number, text))
    return tuple(found)


def _joined(ranges: Sequence[range] | set[range] | tuple[()]) -> Iterator[range]:
    """Join ranges that overlap, so that each number comes once."""
    end = 0
    for each in sorted(ranges, key=lambda r: (r.start, r.stop)):
        if each.stop > max(end, each.start):
            yield range(max(end, each.start), each.stop)
            end = each.stop


@cache
def _key(text: str | None) -> str:
    return " ".join(words(text or ""))


def _read(against: Sequence[str]) -> list[Article]:
    return [Article(readers.read(name)) for name in against]


def _homes(store: Store, articles: Sequence[Article]) -> dict[str | None, Article]:
    """Say which article each source is: of the same title, else named like it, else with most of the sections cited."""
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
        best, most = None, (False, False, 0)
        for article in articles:
            own = article.document.title
            same = bool(own and title and _key(own) == _key(title))
            score = (same, bool(own and slugify(own) == ident), len(sections & article.keys))
            if score > most:
                best, most = article, score
        if best is None and len(articles) == 1 and len(cited) == 1:
            best = articles[0]
        if best is not None:
            homes[ident] = best
    return homes


def _fact(fact: Fact, cited: Citation, reader: _Reader) -> Iterator[Problem]:
    article, first, last = reader.article, cited.paragraph, cited.last
    sections = article.sections(cited.section, reader.title)
    if sections is None:
        near = article.nearest(cited.section or "")
        yield Problem(fact.id, "citation.section", f"there is no section {cited.section!r}; the nearest is {near!r}")
        return
    end = last or first or 1
    if end > sections.longest:
        field = "citation.last" if last else "citation.paragraph"
        yield Problem(fact.id, field, f"the section has {sections.longest} paragraphs, there is no {end}")
        return
    if first is not None and end - first >= _LONGEST_RANGE:
        told = f"is a range of more than {_LONGEST_RANGE} paragraphs: name fewer, or the section alone"
        yield Problem(fact.id, "citation.last", told)
        return
    best: list[Problem] | None = None
    for section in article.places.likeliest(
        fact, sections, end, _TRIED
    ):  # where a heading stands twice, either may be meant
        found = claims(fact, reader.scope(section, first, last), reader.names)
        problems = [Problem(fact.id, field, text) for field, text in found]
        best = problems if best is None or len(problems) < len(best) else best
        if not best:
            break
    yield from best or ()
    if not any(problem.field in ("quote", "citation.section") for problem in best or ()):
        elsewhere = article.places.better(
            replace(fact, answer=insertions.without(fact.answer)), sections, range(first, end + 1) if first else None
        )
        if elsewhere:
            heading, paragraph = elsewhere
            yield Problem(fact.id, "citation", f"what it says stands rather in {heading!r}, paragraph {paragraph}")


def _vocabulary(store: Store) -> frozenset[str]:
    """Collect the words that stand in lower case in the store's sentences: these are no names, wherever they stand."""
    return frozenset(
        w for fact in store.facts for text in (fact.question, fact.answer) if text for w in LOWER.findall(text)
    )
