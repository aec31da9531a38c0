"""What a page tells of itself: title, language, address, date, and the data for search engines in it."""

import copy
import re
from typing import Any

from msgspec import Struct

from talkscli.article.dates import byline, in_address, published
from talkscli.article.html.title import title_of
from talkscli.article.inline import text_of, titled
from talkscli.store.json import NotJSONError, decode

_DATES = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dc:date", "pubdate",
          "publish-date")  # fmt: skip
_LINES = "p span div td li dd small time h2 h3 h4 h5 h6 b strong em i font a".split()
_DAY = (6, 60)  # characters of a line with a day
_CDATA = re.compile(r"(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?")  # for readers that know no scripts


class About(Struct, frozen=True):
    """What a page tells of itself."""

    title: str | None
    language: str | None
    url: str | None
    published: str | None
    changed: str | None
    """When it was last changed."""
    lead: str
    """How it begins, as it tells search engines, perhaps cut short; empty where it does not."""
    data: tuple[Any, ...]
    """Its JSON-LD, a broken script passed over as browsers do."""


def about(tree: Any) -> About:
    """Read a page's metadata from its tree."""
    data = tuple(_scripts(tree))
    metas = _metas(tree)
    canonical = next((e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical"), None)
    address = canonical or metas.get("og:url")
    root = tree.getroottree().getroot()
    return About(
        title=title_of(tree, metas, address),
        language=root.get("lang") or root.get("xml:lang"),
        url=address,
        published=in_address(address)
        or _in_data(data, "datePublished")
        or next((d for key in _DATES if (d := published(metas.get(key)))), None),
        changed=_in_data(data, "dateModified") or published(metas.get("article:modified_time")),
        lead=metas.get("og:description") or metas.get("description") or "",
        data=data,
    )


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in (
        *tree.iter("meta"),
        *tree.xpath("//*[(@property or @itemprop or @name) and (@content or @datetime)]"),
    ):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = element.get("content") or element.get("datetime")
        if name and value:
            found.setdefault(name.lower(), value.strip())
    return found


def _scripts(tree: Any) -> list[Any]:
    found = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            text = (script.text or "").strip()
            if opens := _CDATA.match(text):
                text = text[opens.end() : text.rfind("]]>")].rstrip("/* \n\r\t")
            try:
                found.append(decode(text.encode("utf-8", "surrogatepass")))
            except NotJSONError:
                continue
    return found


def _in_data(data: tuple[Any, ...], key: str) -> str | None:
    """The date under a key that stands least deep in the data."""
    waiting = list(data)
    for node in waiting:
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            told = node.get(key)
            found = published(told) if isinstance(told, str) else None
            if found:
                return found
            waiting.extend(value for value in node.values() if isinstance(value, (dict, list)))
    return None


def guessed_date(tree: Any, title: str | None) -> str | None:
    """Return a date of publication for a page of which nothing else tells one.

    That is what htmldate finds where pages use to tell it, a table aside that tells of something ("Founded"), else the
    only day that stands by itself near the title, or on the page.
    """
    from htmldate import find_date

    tables = ".//table[.//th]"
    page = copy.deepcopy(tree) if tree.xpath(tables) else tree
    for table in page.xpath(tables):
        table.drop_tree()
    try:
        found: str | None = find_date(page, original_date=True, extensive_search=False)
    except (ValueError, TypeError, AttributeError):
        found = None
    return found or _day_beside(page, title)


def _day_beside(tree: Any, title: str | None) -> str | None:
    """The only day that stands by itself in what is around the title, or on the page."""
    head = next((e for e in tree.iter("h1", "h2") if title and titled(e) == title), None)
    around = {e: n for n, e in enumerate(() if head is None else head.iterancestors())}
    days: dict[int, set[str]] = {}
    for element in tree.iter(*_LINES):
        line = text_of(element) if len(element) <= 2 else ""
        if _DAY[0] <= len(line) <= _DAY[1] and any(map(str.isdigit, line)):
            day = byline(line)[1] or ""
            if len(day) == len("2024-10-03"):
                near = next((around[e] for e in element.iterancestors() if e in around), len(around))
                days.setdefault(near, set()).add(day)
    nearest = days[min(days)] if days else set()
    return nearest.pop() if len(nearest) == 1 else None
