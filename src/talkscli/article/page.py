"""What a page tells of itself: title, language, address, date, and the data for search engines in it."""

import re
from typing import Any

from msgspec import Struct

from talkscli.article.dates import published
from talkscli.article.inline import text_of, titled
from talkscli.store.json import NotJSONError, decode

_SITE = re.compile(r" [|–—·»-] [^|–—·»]{2,40}$")
_DATES = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publish-date")


class About(Struct, frozen=True):
    """What a page tells of itself."""

    title: str | None
    language: str | None
    url: str | None
    published: str | None
    data: tuple[Any, ...]
    """Its JSON-LD, a broken script passed over as browsers do."""


def about(tree: Any) -> About:
    """Read a page's metadata from its tree."""
    data = tuple(_scripts(tree))
    metas = _metas(tree)
    titles = [text_of(e) for e in tree.iter("title")]
    told = f"{metas.get('og:title', '')}\n{' '.join(titles)}".casefold()
    heads = [text for e in tree.iter("h1") if (text := titled(e))]
    own = [text for text in heads if text.casefold() in told] or heads[:1]
    h1 = max(own, key=len, default="")  # not the name of the site
    title = h1 or metas.get("og:title") or (_SITE.sub("", titles[0]) if titles else "")
    canonical = next((e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical"), None)
    root = tree.getroottree().getroot()
    return About(
        title=title.strip() or None,
        language=root.get("lang") or root.get("xml:lang"),
        url=canonical or metas.get("og:url"),
        published=_in_data(data) or next((d for key in _DATES if (d := published(metas.get(key)))), None),
        data=data,
    )


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta", "time"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = element.get("content") or element.get("datetime")
        if name and value:
            found.setdefault(name.lower(), value.strip())
    return found


def _scripts(tree: Any) -> list[Any]:
    found = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                found.append(decode((script.text or "").strip().encode("utf-8", "surrogatepass")))
            except NotJSONError:
                continue
    return found


def _in_data(data: tuple[Any, ...]) -> str | None:
    """The date of publication that stands least deep in the data."""
    waiting = list(data)
    for node in waiting:
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            told = node.get("datePublished")
            found = published(told) if isinstance(told, str) else None
            if found:
                return found
            waiting.extend(value for value in node.values() if isinstance(value, (dict, list)))
    return None


def guessed_date(tree: Any) -> str | None:
    """Return the date that htmldate finds in what pages use to tell it, for a page of which nothing else tells one."""
    from htmldate import find_date

    try:
        found: str | None = find_date(tree, original_date=True, extensive_search=False)
    except (ValueError, TypeError, AttributeError):
        return None
    return found
