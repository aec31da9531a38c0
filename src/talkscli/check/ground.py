"""Compare each fact with what it cites: its blocks, the headings above them and the title."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from talkscli.article.document import Section
from talkscli.check import articles, uncited
from talkscli.check.articles import Article, section_key
from talkscli.check.claims import claims
from talkscli.check.contrary import unquoted
from talkscli.check.passage import LOWER, Names
from talkscli.check.report import Problem
from talkscli.check.scope import Ground, Scope, Shared
from talkscli.language import insertions
from talkscli.store.model import Citation, Fact, Source, Store

_JUDGED = 3  # facts without which an article is not taken for another
_ITS = 0.7  # of a fact's words that its article has at least
_HARDLY = 0.25  # and of how many facts another one has them at most
_LONGEST_RANGE = 100  # blocks from `paragraph` to `last`
_TRIED = 8  # sections of the same heading
_SAMPLE = 50  # facts by which it is told whether a store copies its article
_KEPT = 1000  # scopes in memory


class Compared(NamedTuple):
    """What came of comparing a store with its articles."""

    problems: list[Problem]
    doubts: list[Problem]
    uncited: int
    """Paragraphs that no fact tells, or not in full."""


def ground(store: Store, against: Sequence[str]) -> Compared:
    """Find what in a store does not stand in its articles.

    Args:
        store: Any store.
        against: Its articles ("-" is standard input).

    Returns:
        What is wrong, which sources could not be compared, and how many paragraphs no fact cites.

    Raises:
        ArticleError: An article can't be read.
    """
    read = articles.read(against)
    homes = articles.homes(store, read)
    names = Names(store.entities, _vocabulary(store))
    sources = {source.id: source for source in store.sources}
    cited = {fact.citation.source for fact in store.facts if fact.citation}
    doubts = [
        Problem(None, "source", f"none of the articles is source {ident!r}: its facts were not compared")
        for ident in sources
        if ident in cited and ident not in homes
    ]
    readers = {ident: _Reader(article, names, sources.get(ident or "")) for ident, article in homes.items()}
    problems: list[Problem] = []
    foreign = {ident for ident, article in homes.items() if _foreign(store, ident, article)}
    for ident in foreign:
        title = homes[ident].document.title or "this article"
        told = f"hardly anything of {ident or 'the store'!r} stands in {title!r}: is it the right article?"
        problems.append(Problem(None, "source", told))
    own = {
        ident: [fact for fact in store.facts if fact.citation and fact.citation.source == ident] for ident in readers
    }
    copied = {ident for ident, reader in readers.items() if reader.copies(own[ident])}
    for fact in store.facts:
        if fact.citation is None:
            problems.append(Problem(fact.id, "citation", "cites nothing, so it can't be compared"))
        elif fact.citation.source in homes.keys() - foreign:
            reader = readers[fact.citation.source]
            found = list(reader.problems(fact, fact.citation))
            problems += found
            doubts += () if found else reader.doubts(fact, fact.citation, copied=fact.citation.source in copied)
    return Compared(problems, doubts, len(uncited.blocks(store, read, homes)))


def _foreign(store: Store, ident: str | None, article: Article) -> bool:
    """Tell whether an article is not the one that a source is: of hardly any fact it has the words, nor the section."""
    own = [fact for fact in store.facts if fact.citation and fact.citation.source == ident]
    if any(fact.citation and section_key(fact.citation.section) in article.headed for fact in own):
        return False
    shares = [share for fact in own if (share := article.places.share(fact)) is not None]
    return len(shares) >= _JUDGED and sum(share >= _ITS for share in shares) < _HARDLY * len(shares)


def _vocabulary(store: Store) -> frozenset[str]:
    """Collect the words that stand in lower case in the store's sentences: these are no names, wherever they stand."""
    return frozenset(
        w for fact in store.facts for text in (fact.question, fact.answer) if text for w in LOWER.findall(text)
    )


class _Reader:
    """Compares the facts of one source with its article."""

    def __init__(self, article: Article, names: Names, source: Source | None) -> None:
        self._article = article
        self._names = names
        self._title = source.title if source else None
        self._shared = Shared(article.document, source.published if source else None)
        self._grounds: dict[int, Ground] = {}
        self._scopes: dict[tuple[int, int | None, int | None], Scope] = {}

    def problems(self, fact: Fact, cited: Citation) -> Iterator[Problem]:
        """Find what in a fact does not stand where it says, and whether it stands elsewhere."""
        sections = self._article.sections(cited.section, self._title)
        if sections is None:
            near = self._article.nearest(cited.section or "")
            told = f"there is no section {cited.section!r}; the nearest is {near!r}"
            yield Problem(fact.id, "citation.section", told)
            return
        first, end = cited.paragraph, cited.last or cited.paragraph or 1
        if end > sections.longest:
            field = "citation.last" if cited.last else "citation.paragraph"
            yield Problem(fact.id, field, f"the section has {sections.longest} paragraphs, there is no {end}")
            return
        if first is not None and end - first >= _LONGEST_RANGE:
            told = f"is a range of more than {_LONGEST_RANGE} paragraphs: name fewer, or the section alone"
            yield Problem(fact.id, "citation.last", told)
            return
        likeliest = self._article.places.likeliest(fact, sections, end, _TRIED)
        found = self._fewest(fact, (self._scope(section, first, cited.last) for section in likeliest))
        yield from found
        if not any(problem.field in ("quote", "citation.section") for problem in found):
            bare = replace(fact, answer=insertions.without(fact.answer))
            place = self._article.places.better(bare, sections, range(first, end + 1) if first else None)
            if place:
                told = f"what it says stands rather in {place.heading!r}, paragraph {place.paragraph}"
                yield Problem(fact.id, "citation", told)

    def copies(self, facts: Sequence[Fact]) -> bool:
        """Tell whether most of some facts stand in the article word for word, as what `talks build` makes."""
        text = unquoted(" ".join(block.text for each in self._article.document.sections for block in each.blocks))
        held = [unquoted(insertions.without(fact.answer)) in text for fact in facts[:_SAMPLE]]
        return sum(held) > max(1, len(held) / 2)

    def doubts(self, fact: Fact, cited: Citation, *, copied: bool) -> Iterator[Problem]:
        """Find what in a fact without problems is contrary to the sentences that it tells."""
        sections = self._article.sections(cited.section, self._title)
        if sections is None or self._shared.language != "en":
            return
        end = cited.last or cited.paragraph or 1
        likeliest = self._article.places.likeliest(fact, sections, end, _TRIED)
        scopes = (self._scope(section, cited.paragraph, cited.last) for section in likeliest)
        found = [list(scope.sayings.against(fact.answer, copied=copied)) for scope in scopes]
        if found and all(found):
            yield from (Problem(fact.id, "answer", told) for told in found[0])

    def _fewest(self, fact: Fact, scopes: Iterable[Scope]) -> list[Problem]:
        """Find what does not stand in the scope that has most of it: where a heading stands twice, either is meant."""
        best: list[Problem] | None = None
        for scope in scopes:
            problems = list(claims(fact, scope, self._names))
            best = problems if best is None or len(problems) < len(best) else best
            if not best:
                break
        return best or []

    def _scope(self, section: Section, first: int | None, last: int | None) -> Scope:
        """Return the part of the article on which a fact may rest; facts with the same citation share it."""
        key = (id(section), first, last)
        if key not in self._scopes:
            if len(self._scopes) >= _KEPT:
                self._scopes.clear()
            if id(section) not in self._grounds:
                self._grounds[id(section)] = Ground(self._article.document, section, self._names)
            self._scopes[key] = Scope(self._shared, self._grounds[id(section)], first, last, self._names)
        return self._scopes[key]
