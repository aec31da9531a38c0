"""What of an article no fact cites."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from talkscli.check import articles
from talkscli.check.articles import Article, section_key
from talkscli.check.report import Uncited
from talkscli.store.model import Store


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
    read = articles.read(against)
    return blocks(store, read, articles.homes(store, read))


def blocks(store: Store, read: Sequence[Article], homes: Mapping[str | None, Article]) -> tuple[Uncited, ...]:
    """List the blocks, as `uncited` does, of articles that are read already.

    Args:
        store: Any store.
        read: Its articles.
        homes: Which of them each source is.
    """
    whole: set[tuple[int, str]] = set()
    cited: dict[tuple[int, str], set[range]] = {}
    for fact in store.facts:
        article = homes.get(fact.citation.source if fact.citation else None)
        if article and fact.citation:
            section, first, last = fact.citation.section, fact.citation.paragraph, fact.citation.last
            key = id(article), section_key(section if section is not None else article.document.title)
            if first is None:
                whole.add(key)
            else:
                cited.setdefault(key, set()).add(range(first, (last or first) + 1))
    found = []
    for article in read:
        for part in article.document.sections:
            key = id(article), section_key(part.heading or article.document.title)
            if key in whole:
                continue
            seen = {n for r in _joined(cited.get(key, ())) for n in r[: len(part.blocks)]}
            for number, block in enumerate(part.blocks, 1):
                if number not in seen:
                    text = f"{block.question} {block.text}" if block.question else block.text
                    found.append(Uncited(part.heading, number, text))
    return tuple(found)


def _joined(ranges: Iterable[range]) -> Iterator[range]:
    """Join ranges that overlap, so that each number comes once."""
    end = 0
    for each in sorted(ranges, key=lambda r: (r.start, r.stop)):
        if each.stop > max(end, each.start):
            yield range(max(end, each.start), each.stop)
            end = each.stop
