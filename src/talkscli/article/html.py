"""Read HTML: the article without menus and adverts, which trafilatura tells apart where a page is full of them."""

import copy
import re
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from talkscli.article import faqpage, plain
from talkscli.article.document import Document
from talkscli.article.furniture import asides, cards
from talkscli.article.inline import text_of
from talkscli.article.links import leading_about
from talkscli.article.outline import Outline
from talkscli.article.page import about, guessed_date
from talkscli.article.pieces import Piece
from talkscli.article.questions import asks
from talkscli.article.template import untemplated
from talkscli.article.walk import Walk
from talkscli.errors import ArticleError

_NOISE_TAGS = ("nav", "aside", "footer", "script", "style", "noscript", "template", "iframe", "svg", "dialog")
_NOISE_ROLES = frozenset("navigation complementary banner contentinfo search dialog alertdialog menu menubar".split())
_NOISE = frozenset(
    "ad ads advert adverts advertisement advertising promo promotion sponsor sponsored newsletter subscribe cookie "
    "cookies footer nav navbar navigation breadcrumb breadcrumbs sidebar toc share sharing social related recommended "
    "comments pagination pager skip mw-editsection reflist references navbox catlinks printfooter sr-only off-screen "
    "screen-reader-text "
    "visually-hidden".split()
)
_PREFORMATTED = 0.8  # of a page's text that makes it one plain text
_GRAM = 4  # words that stand together are looked for together
_TOKEN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_CONTENT = ("text", "item", "code")
_LINKS = 20  # a page with fewer has nothing around its article
_MANY = 2000
_SENTENCE = 8  # words; a shorter line that ends with no sign is none
_FAILS = re.compile(r"-error(?:-\w+)?(?:\s|$)")
_MESSAGE = 30  # words
_TEASERS = 3  # beside each other; fewer may be anything
_COVERED = 0.8  # of a page's text that trafilatura keeps: the rest is then no noise


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
    told = about(tree)
    text = _preformatted(tree)
    if text is not None:
        document = plain.read(text, name, told.title)
        return replace(document, published=told.published or document.published or guessed_date(tree), url=told.url)
    outline = Outline(name)
    outline.title = told.title
    Walk(outline, skip=_noise(tree) | cards(tree) | leading_about(tree, page=True), beside=asides(tree)).run(tree)
    if sum(1 for _ in tree.iter("a")) >= _LINKS:
        article = _article(tree)
        outline.pieces = _chosen(_without(outline.pieces, _elsewhere(tree, article)), article)
    outline.pieces = _standing([p for p in outline.pieces if not p.beside], told.title)
    faqpage.add(outline, list(told.data))
    document = outline.document(published=told.published, language=told.language, url=told.url)
    return document if document.published else replace(document, published=guessed_date(tree))


def _preformatted(tree: Any) -> str | None:
    """Return the plain text that a page is, set as it is: an RFC."""
    parts = ["".join(element.itertext()) for element in tree.iter("pre")]
    text = "\n".join(parts)
    return text if "\n\n" in text and len(text) > _PREFORMATTED * len(text_of(tree)) else None


def _article(tree: Any) -> str:
    """The text that trafilatura takes for the article; nothing where it finds none."""
    from trafilatura import bare_extraction

    large = (
        sum(1 for _ in tree.iter("p", "div", "li", "td", "br")) > _MANY
    )  # one of its fallbacks takes the square of it
    try:
        found: Any = bare_extraction(copy.deepcopy(tree), include_comments=False, with_metadata=False, fast=large)
    except (ValueError, RecursionError, AttributeError, TypeError):  # what it raises on broken pages
        return ""
    return (found.text or "") if found is not None else ""


def _noise(tree: Any) -> set[Any]:
    """The elements that are marked as no part of the text; never one that holds most of it."""
    most = len(text_of(tree)) / 2
    return {
        element
        for element in tree.iter()
        if isinstance(element.tag, str) and _is_noise(element) and len(text_of(element)) <= most
    } | _teasers(tree)


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
            return len(text_of(element).split()) >= len(text_of(link).split()) + _SENTENCE
        seen.add(href)
    return False


def _is_noise(element: Any) -> bool:
    if element.tag in _NOISE_TAGS or element.get("role") in _NOISE_ROLES:
        return True
    if element.tag == "header":
        return not any(parent.tag in ("article", "main") for parent in element.iterancestors())
    told = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return told != " " and (not _NOISE.isdisjoint(told.split()) or _is_message(element, told))


def _is_message(element: Any, told: str) -> bool:
    """Tell whether an element waits for something to fail, as a video does: "player-error-screen"."""
    return "error" in told and _FAILS.search(told) is not None and len(text_of(element).split()) < _MESSAGE


def _elsewhere(tree: Any, article: str) -> set[str]:
    """The headings and items that lead to another page, and are none of the article: what else there is to read."""
    own = {tuple(_TOKEN.findall(line.casefold())) for line in article.splitlines()}
    found = set()
    for element in tree.iter("h2", "h3", "h4", "h5", "h6", "li"):
        if element.tag == "li" and element.find(".//li") is not None:
            continue
        text = text_of(element)
        link = next((e for e in element.iter("a") if text_of(e) == text), None)
        if link is None:
            link = next(element.iterancestors("a"), None)
        leads = link is not None and "#" not in (link.get("href") or "#")
        if leads and not asks(text) and tuple(_TOKEN.findall(text.casefold())) not in own:
            found.add(text)
    return found


def _without(pieces: Sequence[Piece], elsewhere: set[str]) -> list[Piece]:
    """Take these out, and the heading right above them: "More from the town"."""
    kept: list[Piece] = []
    above = False  # what stands above one that is out
    for piece in reversed(pieces):
        out = piece.kind in ("heading", "item") and piece.text in elsewhere
        if not out and not (above and piece.kind == "heading"):
            kept.append(piece)
        above = out
    return kept[::-1]


def _chosen(pieces: Sequence[Piece], article: str) -> list[Piece]:
    """Choose the pieces of the article, of a page that has much around it.

    What trafilatura found is of it, and between that what it passes over by kind: code, headings, questions. Where it
    found most of the page, so is all text between, but for a line that is no sentence.
    """
    told = _TOKEN.findall(article.casefold())
    known = {tuple(told[i : i + n]) for n in range(1, _GRAM + 1) for i in range(len(told) - n + 1)}
    tokens = [_TOKEN.findall(piece.text.casefold()) for piece in pieces]
    size = [len(row) for row in tokens]
    found = [_share(row, known) for row in tokens]
    lines = {tuple(_TOKEN.findall(line.casefold())) for line in article.splitlines()}
    for i, piece in enumerate(pieces):
        if piece.kind == "text" and size[i] < _GRAM and tuple(tokens[i]) not in lines:
            found[i] = 0  # one word stands anywhere
    sure = [i for i, piece in enumerate(pieces) if found[i] >= 0.5 and size[i] >= _GRAM and piece.kind in _CONTENT]
    if not sure:
        return list(pieces)
    span = range(sure[0], sure[-1] + 1)
    covered = sum(found[i] * size[i] for i in span) >= _COVERED * sum(size[i] for i in span)
    kept: list[Piece] = []
    follows = False  # what stands under a heading is kept
    for i in reversed(range(sure[-1] + 1)):
        piece = pieces[i]
        if piece.kind in _CONTENT:
            whole = covered and (
                piece.kind != "text" or size[i] >= _SENTENCE or piece.text.endswith((".", "!", "?", ":"))
            )
            keep = found[i] >= 0.5 or (i in span and (whole or piece.kind == "code"))
        else:
            keep = follows or piece.kind == "end"
        follows = keep and piece.kind not in ("heading", "ask", "end")
        if keep:
            kept.append(piece)
    return kept[::-1]


def _standing(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """Make text of the headings that are whole sentences, as the lines under the title of a report often are."""
    if any(piece.kind == "ask" or (piece.kind == "heading" and asks(piece.text)) for piece in pieces):
        return list(pieces)  # where questions are asked, a statement may be one
    return [Piece("text", p.text) if _is_sentence(p) and p.text != title else p for p in pieces]


def _is_sentence(piece: Piece) -> bool:
    full = piece.text.endswith((".", ".”", '."')) and not piece.text.endswith("..")
    return piece.kind == "heading" and full and len(piece.text.split()) >= _SENTENCE


def _share(tokens: Sequence[str], known: set[tuple[str, ...]]) -> float:
    """The share of the runs of words in a text that are known."""
    runs = [tuple(tokens[i : i + _GRAM]) for i in range(max(1, len(tokens) - _GRAM + 1))]
    return sum(run in known for run in runs) / len(runs)
