"""What of an article no fact cites, or tells though it is cited."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from talkscli.check import articles
from talkscli.check.articles import Article, section_key
from talkscli.check.report import Uncited
from talkscli.check.untold import runs_of, untold
from talkscli.store.model import Store

_FAR = 60  # blocks: the rest of a longer range counts as told


def uncited(store: Store, against: Sequence[str]) -> tuple[Uncited, ...]:
    """List the blocks of articles that no fact cites, and of others the sentences that none tells.

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
    titles = {id(article): article.document.title for article in read}
    for source in store.sources:  # an article without a title is called otherwise
        if (article := homes.get(source.id)) and not titles.get(id(article)):
            titles[id(article)] = source.title
    whole: set[tuple[int, str]] = set()
    cited: dict[tuple[int, str], set[range]] = {}
    telling: dict[tuple[int, str, int], list[str]] = {}
    for fact in store.facts:
        article = homes.get(fact.citation.source if fact.citation else None)
        if article and fact.citation:
            section, first, last = fact.citation.section, fact.citation.paragraph, fact.citation.last
            key = id(article), section_key(section if section is not None else titles[id(article)])
            if first is None:
                whole.add(key)
                continue
            numbers = range(first, (last or first) + 1)
            cited.setdefault(key, set()).add(numbers)
            for number in numbers[:_FAR]:
                telling.setdefault((*key, number), []).append(f"{fact.question or ''} {fact.answer}")
    everywhere = cache(lambda: runs_of(fact.answer for fact in store.facts))
    found = []
    for article in read:
        for part in article.document.sections:
            key = id(article), section_key(part.heading or titles[id(article)])
            if key in whole:
                continue
            seen = {n for r in _joined(cited.get(key, ())) for n in r[: len(part.blocks)]}
            for number, block in enumerate(part.blocks, 1):
                if number not in seen:
                    text = f"{block.question} {block.text}" if block.question else block.text
                else:
                    told = telling.get((*key, number), ())
                    text = untold(block.text, article.document.language, told, everywhere) if told else ""
                if text:
                    found.append(Uncited(part.heading, number, text))
    return tuple(found)


def _joined(ranges: Iterable[range]) -> Iterator[range]:
    """Join ranges that overlap, so that each number comes once."""
    end = 0
    for each in sorted(ranges, key=lambda r: (r.start, r.stop)):
        if each.stop > max(end, each.start):
            yield range(max(end, each.start), each.stop)
            end = each.stop
