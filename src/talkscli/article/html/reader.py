"""Read HTML: the article without menus and adverts, which trafilatura tells apart where a page is full of them."""

import copy
import re
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from talkscli.article import faqpage, plain
from talkscli.article.composing.outline import Outline
from talkscli.article.composing.pieces import Piece
from talkscli.article.dates import is_lasting
from talkscli.article.document import Document
from talkscli.article.html.furniture import asides, cards, repeated
from talkscli.article.html.page import about, guessed_date
from talkscli.article.html.selection import SENTENCE, belongs, of_article, runs, with_lead
from talkscli.article.inline import text_of
from talkscli.article.links import leading_about
from talkscli.article.questions import asks
from talkscli.article.template import untemplated
from talkscli.article.walk import Walk
from talkscli.errors import ArticleError
from talkscli.language.slug import slugify

_NOISE_TAGS = ("nav", "aside", "footer", "script", "style", "noscript", "template", "iframe", "svg", "dialog")
_NOISE_ROLES = frozenset("navigation complementary banner contentinfo search dialog alertdialog menu menubar".split())
_NOISE = frozenset(
    "ad ads advert adverts advertisement advertising promo promotion sponsor sponsored newsletter subscribe cookie "
    "cookies footer nav navbar navigation breadcrumb breadcrumbs sidebar toc share sharing social related recommended "
    "comments pagination pager skip mw-editsection reflist references navbox catlinks printfooter sr-only off-screen "
    "screen-reader-text visually-hidden hatnote noprint no-print".split()
)
_NOTES = frozenset("reference footnote footnote-ref footnote-reference fn".split())  # of raised signs: "[3]"
_PREFORMATTED = 0.8  # of a page's text that makes it one plain text
_LINKS = 20  # a page with fewer has nothing around its article
_SQUARED, _MANY = ("p", "div", "li", "td", "br"), 2000  # of these one of trafilatura's fallbacks takes the square
_FAILS = re.compile(r"-error(?:-\w+)?(?:\s|$)")
_MESSAGE = 30  # words
_PARAGRAPHS = 400  # characters of what may be more than a notice
_TEASERS = 3  # beside each other; fewer may be anything


def read(content: str, label: str, name: str = "") -> Document:
    """Read a page. Raises ArticleError where the extra is missing or the page can't be read."""
    try:
        import lxml.html
        import trafilatura  # noqa: F401
    except ImportError as error:
        raise ArticleError(
            f"{label} is HTML, which can't be read: {error}", "install what it needs: pip install 'talkscli[html]'"
        ) from None
    try:
        # without comments: to go over the text between them takes the square of their number
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        tree = lxml.html.document_fromstring(untemplated(content).encode(), parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise ArticleError(f"{label} can't be read as HTML: {error}", "save the article as text or Markdown") from None
    elements = list(tree.iter())  # as long as they are kept, lxml makes them only once
    told = about(tree)
    text = _preformatted(tree)
    if text is not None:
        document = plain.read(text, name, told.title)
        return replace(
            document, published=told.published or document.published or guessed_date(tree, told.title), url=told.url
        )
    outline = Outline(name)
    outline.title = told.title
    full = sum(element.tag == "a" for element in elements) >= _LINKS
    article = _article(tree) if full else ""
    noise = _noise(tree, runs(article)) | repeated(tree)
    Walk(outline, skip=noise | cards(tree) | leading_about(tree, page=True), beside=asides(tree)).run(tree)
    if full:
        outline.pieces = of_article(tree, outline.pieces, article, told)
    outline.pieces = with_lead(outline.pieces, told)
    outline.pieces = _standing([p for p in outline.pieces if not p.beside], told.title)
    faqpage.add(outline, list(told.data))
    document = outline.document(published=told.published, language=told.language, url=told.url)
    document = document if document.published else replace(document, published=guessed_date(tree, told.title))
    return replace(document, lasting=is_lasting(document.published, told.changed))


def _preformatted(tree: Any) -> str | None:
    """Return the plain text that a page is, set as it is: an RFC."""
    parts = ["".join(element.itertext()) for element in tree.iter("pre")]
    text = "\n".join(parts)
    return text if "\n\n" in text and len(text) > _PREFORMATTED * len(text_of(tree)) else None


def _article(tree: Any) -> str:
    """The text that trafilatura takes for the article; nothing where it finds none."""
    from trafilatura import bare_extraction

    large = sum(1 for _ in tree.iter(*_SQUARED)) > _MANY
    try:
        found: Any = bare_extraction(
            _unnamed(copy.deepcopy(tree)), include_comments=False, with_metadata=False, fast=large
        )
    except (ValueError, RecursionError, AttributeError, TypeError):  # what it raises on broken pages
        return ""
    return (found.text or "") if found is not None else ""


def _unnamed(tree: Any) -> Any:
    """Return a tree without the ids that are made of headings: "comment-…" marks no comments there."""
    for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        for element in (heading, heading.getparent()):
            ident = (element.get("id") or "") if element is not None else ""
            if ident.startswith("comment-") and _bare(ident) == _bare(slugify(text_of(heading), len(ident))):
                del element.attrib["id"]
    return tree


def _bare(ident: str) -> str:
    return ident.replace("-", "")


def _noise(tree: Any, known: set[tuple[str, ...]]) -> set[Any]:
    """The elements that are marked as no part of the text; never one that holds most of it, or much of the article.

    Args:
        tree: the page.
        known: the runs of words of the article.
    """
    most = len(text_of(tree)) / 2
    return {
        element
        for element in tree.iter()
        if isinstance(element.tag, str) and _is_noise(element) and not _is_text(text_of(element), most, known)
    } | _teasers(tree)


def _is_text(text: str, most: float, known: set[tuple[str, ...]]) -> bool:
    """Tell whether a text is most of the page, or long and of the article."""
    return len(text) > most or (len(text) > _PARAGRAPHS and belongs(text, known))


def _teasers(tree: Any) -> set[Any]:
    """The lists and items beside each other that lead, each with its first lines, to other stories."""
    found: set[Any] = set()
    for parent in {element.getparent() for element in tree.iter("li", "article")}:
        teasers = [child for child in parent if child.tag in ("li", "article") and _is_teaser(child)]
        if len(teasers) >= _TEASERS and len(teasers) * 2 > len(parent):
            found.update([parent] if parent.tag in ("ul", "ol") else teasers)
    return found


def _is_teaser(element: Any) -> bool:
    """Tell whether two links or the link of a heading lead to one page, and text that is none follows."""
    seen: set[str] = set()
    for link in element.iter("a"):
        href = (link.get("href") or "").partition("#")[0]
        headed = any(e.tag in ("h2", "h3", "h4") for e in (*link.iterancestors(), *link.iter()))
        if href and (href in seen or headed) and len(text_of(link).split()) > 2:
            return len(text_of(element).split()) >= len(text_of(link).split()) + SENTENCE
        seen.add(href)
    return False


def _is_noise(element: Any) -> bool:
    tag = element.tag
    if tag in _NOISE_TAGS or element.get("role") in _NOISE_ROLES:
        return True
    if tag == "header":
        return not any(parent.tag in ("article", "main") for parent in element.iterancestors())
    told = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if tag == "sup" and not _NOTES.isdisjoint(told.split()):
        return True
    return told != " " and (not _NOISE.isdisjoint(told.split()) or _is_message(element, told))


def _is_message(element: Any, told: str) -> bool:
    """Tell whether an element waits for something to fail, as a video does: "player-error-screen"."""
    return "error" in told and _FAILS.search(told) is not None and len(text_of(element).split()) < _MESSAGE


def _standing(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """Make text of the headings that are whole sentences, as the lines under the title of a report often are."""
    if any(piece.kind == "ask" or (piece.kind == "heading" and asks(piece.text)) for piece in pieces):
        return list(pieces)  # where questions are asked, a statement may be one
    return [Piece("text", p.text) if _is_sentence(p) and p.text != title else p for p in pieces]


def _is_sentence(piece: Piece) -> bool:
    full = piece.text.endswith((".", ".”", '."')) and not piece.text.endswith("..")
    return piece.kind == "heading" and full and len(piece.text.split()) >= SENTENCE
