"""Which of the names that a page gives itself is the title of its article."""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import SplitResult, urlsplit

from talkscli.article.inline import text_of, titled

_BETWEEN = re.compile(r"\s(?:[|–—·•»:>-]{1,3}|//)\s|\s?[|»]\s?")
_JOINTS = tuple(":–—-,;(")
_LONGEST = 500  # characters of what a page is called
_SITE = 40  # characters; a longer part is no name of a site


def title_of(tree: Any, metas: dict[str, str], address: str | None) -> str | None:
    """Choose the title of the article among a page's headings, its `<title>` and what it is called elsewhere.

    It is the heading that says what the page is called, without the name of the site. Where none does, it is what the
    page is called, or a first heading that says about the same.

    Args:
        tree: the page, as lxml reads it.
        metas: its metadata, by their names in small letters.
        address: where it stands, if it tells.
    """
    shown = next((text_of(e) for e in tree.iter("title")), "")
    told = [name[:_LONGEST] for name in (" ".join(metas.get("og:title", "").split()), shown) if name]
    host = url.netloc if (url := _split(address or "")) else ""
    site = f"{_key(metas.get('og:site_name', ''))} {_key(host)}"
    names = [name for name in (_without_site(name, site, alone=len(set(told)) == 1) for name in told) if name]
    runs = {run for name in told for run in _runs(name)}
    heads = [(e, text) for e in tree.iter("h1") if _key(text := titled(e))]
    own = [text for e, text in heads if not _is_site(e, text, site, names)]
    for level in (own, [titled(e) for e in tree.iter("h2")]):
        said = [text for text in level if _key(text) in runs and not _names(_key(text), site)]
        if said:
            return max(said, key=len).strip()
    for name in names:
        for text in own:
            if _alike(text, name):
                return (name if _beside(name, text) else text).strip()
    rest = (*own, *names) if len(own) == 1 else (*names, *own)
    return next((name.strip() for name in (*rest, *(text for _, text in heads), *told)), None)


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _runs(name: str) -> set[str]:
    """The parts of a name that stand beside each other, as keys."""
    parts = [_key(part) for part in _BETWEEN.split(name)]
    return {"".join(parts[i:k]) for i in range(len(parts)) for k in range(i + 1, len(parts) + 1)} - {""}


def _names(key: str, site: str) -> bool:
    """Tell whether a key is the name of the site, or of a part of it."""
    return len(key) > 2 and any(key in one or (one in key and len(one) * 2 > len(key)) for one in site.split())


def _without_site(name: str, site: str, *, alone: bool) -> str:
    """Take the name of the site off the ends; a last short part, too, if a page is called by one name alone."""
    parts = _BETWEEN.split(name)
    marks = [m[0] for m in _BETWEEN.finditer(name)]
    while len(parts) > 1 and _names(_key(parts[-1]), site):
        parts.pop()
    first = 0
    while first < len(parts) - 1 and _names(_key(parts[first]), site):
        first += 1
    found = first > 0 or len(parts) <= len(marks)
    if alone and not found and len(parts) > 1 and 2 < len(parts[-1]) <= _SITE:
        parts.pop()
    return "".join(part + mark for part, mark in zip(parts[first:], [*marks[first : len(parts) - 1], ""], strict=True))


def _is_site(element: Any, text: str, site: str, names: Sequence[str]) -> bool:
    """Tell whether a heading is the name of the site: it says so, or leads to its first page."""
    if any(_key(text) == _key(name) for name in names):
        return False
    links = [*element.iter("a"), *element.iterancestors("a")]
    return _names(_key(text), site) or any(_is_home(link.get("href") or "#") for link in links)


def _is_home(href: str) -> bool:
    url = _split(href)
    return url is not None and not (url.query or url.fragment) and url.path in ("", "/") and href != "#"


def _split(address: str) -> SplitResult | None:
    """Take an address apart; None for one that is none."""
    try:
        return urlsplit(address)
    except ValueError:  # "http://[kella"
        return None


def _beside(name: str, text: str) -> bool:
    """Tell whether a heading has another line above or under the name: "A week at sea Ferries run again"."""
    before, found, after = text.casefold().partition(name.strip().casefold())
    joined = before.rstrip().endswith(_JOINTS) or after.lstrip().startswith(_JOINTS)
    return bool(found) and not joined and not text[len(text) - len(after) :].lstrip()[:1].islower()


def _alike(text: str, name: str) -> bool:
    """Tell whether half of the words of the shorter one stand in the other."""
    one, other = (set(re.findall(r"\w+", part.casefold())) for part in (text, name))
    return len(one & other) * 2 >= min(len(one), len(other)) > 0
