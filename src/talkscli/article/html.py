"""Read HTML: trafilatura finds the article among menus and adverts, its FAQPage gives questions and answers."""

import html
import re
from typing import TYPE_CHECKING, Any

from talkscli.article import faqpage
from talkscli.article.document import Document, Outline
from talkscli.errors import ArticleError
from talkscli.language.prose_dates import dateline

if TYPE_CHECKING:
    from collections.abc import Iterator

_H1 = re.compile(r"<h1\b[^>]*>(.{1,500}?)</h1>", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title\b[^>]*>(.{1,500}?)</title>", re.IGNORECASE | re.DOTALL)
_META = re.compile(r"<(?:meta|link|time|html)\b[^>]{1,1000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")
_TAG = re.compile(r"<[^<>]{1,2000}>")
_SITE = re.compile(r"\s+[|–—·»]\s+[^|–—·»]{2,40}$")
_ADVERTS = [
    f"//*[contains(concat(' ', translate(normalize-space(@{place}), '-_', '  '), ' '), ' {word} ')]"
    for place in ("class", "id")
    for word in (
        "ad",
        "ads",
        "advert",
        "advertisement",
        "promo",
        "sponsor",
        "sponsored",
        "newsletter",
        "subscribe",
        "cookie",
    )
]
_DATES = ("article:published_time", "datepublished", "date", "dc.date", "pubdate", "publish-date")


def read(content: str, label: str) -> Document:
    """Read a page. Raises ArticleError where the extra is missing or nothing readable is in it."""
    pairs = faqpage.in_html(content)
    outline = Outline()
    head = content[:200_000]
    meta = _metadata(head)
    found = _H1.search(content)
    title = _plain(found[1]) if found else meta.get("og:title") or ""
    page = _TITLE.search(head)
    if not title and page:
        title = _SITE.sub("", _plain(page[1]))
    outline.title = title.strip() or None
    try:
        _walk(outline, _article(content, label))
    except ImportError:
        if not pairs:
            raise ArticleError(
                f"{label} is HTML, for which trafilatura is missing or broken",
                "install it: pip install 'talkscli[html]'",
            ) from None
    faqpage.add(outline, pairs)
    return outline.document(
        published=meta.get("published"),
        language=(meta.get("lang") or "")[:2].lower() or None,
        url=meta.get("canonical"),
    )


def _article(content: str, label: str) -> Any:
    """Give the article as trafilatura's small XML: head, p, list, item, table, row, cell, quote."""
    from trafilatura import bare_extraction, baseline

    try:
        for recall in (False, True):
            found: Any = bare_extraction(
                content, include_comments=False, with_metadata=False, favor_recall=recall, prune_xpath=_ADVERTS
            )
            if found is not None and found.body is not None and len(found.text or "") > 0:
                return found.body
        return baseline(content)[0]
    except (ValueError, RecursionError, AttributeError, TypeError) as error:  # what lxml and it raise on broken pages
        raise ArticleError(f"{label} can't be read as HTML: {error}", "save the article as text or Markdown") from None


def _walk(outline: Outline, body: Any) -> None:
    header: list[str] = []
    term = ""
    for element in _blocks(body):
        tag, rend = element.tag, element.get("rend") or ""
        if tag == "head":
            level = int(rend[1]) if re.fullmatch(r"h[1-6]", rend) else 4
            outline.heading(_text(element), level)
        elif tag == "table":
            header = []
        elif tag == "row":
            cells = [_text(cell) for cell in element if cell.tag == "cell"]
            if any(cell.get("role") == "head" for cell in element) and not header:
                header = cells
            else:
                outline.row(header, cells)
        elif rend.startswith("dt"):
            term = _text(element)
        elif rend.startswith("dd"):
            text = _text(element)
            if term.endswith("?"):
                outline.block(text, question=term)
            else:
                outline.block(f"{term}: {text}" if term else text, bullet=True)
        elif tag == "item":
            outline.paragraph(_text(element), bullet=True)
        else:
            text = _text(element)
            strong = element.find("hi")
            outline.paragraph(
                text, stressed=strong is not None and _text(strong).endswith("?") and not (element.text or "").strip()
            )


def _blocks(body: Any) -> "Iterator[Any]":
    """Give the elements that are a block of their own, in order; what is in them is theirs, nested lists aside."""
    for element in body.iter("head", "p", "item", "table", "row", "quote", "ab"):
        above = {parent.tag for parent in element.iterancestors()}
        if element.tag in ("table", "item", "head") or (
            not above & {"p", "item", "row", "ab"} and not (element.tag == "quote" and element.find("p") is not None)
        ):
            yield element


def _text(element: Any) -> str:
    """Give the text of an element without that of the lists nested in it."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag not in ("list", "table"):
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts).strip() if element.tag in ("p", "item", "head", "cell", "quote") else "".join(parts)


def _metadata(head: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in _META.findall(head):
        attributes = {k.lower(): html.unescape(a or b or c) for k, a, b, c in _ATTRIBUTE.findall(tag)}
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        if tag[:5].lower() == "<html" and "lang" in attributes:
            found.setdefault("lang", attributes["lang"])
        elif attributes.get("rel") == "canonical":
            found.setdefault("canonical", attributes.get("href", ""))
        elif name == "og:title":
            found.setdefault(name, attributes.get("content", ""))
        elif name in _DATES or tag[:5].lower() == "<time":
            date = dateline((attributes.get("content") or attributes.get("datetime") or "")[:10])
            if date:
                found.setdefault("published", date)
    return found


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
