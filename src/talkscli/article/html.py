"""Read HTML: the article without menus and adverts, which trafilatura tells apart where a page is full of them."""

import copy
import re
from collections.abc import Sequence
from typing import Any

from talkscli.article import faqpage, plain
from talkscli.article.document import Document
from talkscli.article.outline import Outline
from talkscli.article.page import about
from talkscli.article.pieces import Piece
from talkscli.article.walk import Walk, text_of
from talkscli.errors import ArticleError
from talkscli.language.words import words

_TEMPLATE = re.compile(r"\{%[^{}]*+%\}|\{#[^{}]*+#\}")
_NOISE_TAGS = ("nav", "aside", "footer", "script", "style", "noscript", "template", "iframe", "svg", "dialog")
_NOISE_ROLES = frozenset("navigation complementary banner contentinfo search dialog alertdialog menu menubar".split())
_NOISE = frozenset(
    "ad ads advert adverts advertisement advertising promo promotion sponsor sponsored newsletter subscribe cookie "
    "cookies nav navbar navigation breadcrumb breadcrumbs sidebar toc share sharing social related recommended comments "
    "pagination pager skip mw-editsection reflist references navbox catlinks printfooter sr-only visually-hidden".split()
)
_TOKEN = re.compile(r"[^\s_]+")
_GRAM = 4
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
    if "{%" in content:
        content = _TEMPLATE.sub("", content)
    try:
        tree = lxml.html.document_fromstring(content.encode(), lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.LxmlError, ValueError) as error:
        raise ArticleError(f"{label} can't be read as HTML: {error}", "save the article as text or Markdown") from None
    told = about(tree)
    outline = Outline(name)
    outline.title = told.title
    document = _preformatted(tree, name)
    if document is not None:
        return document
    wanted = _article(tree)
    _prune(tree)
    Walk(outline).run(tree)
    outline.pieces = _chosen(outline.pieces, wanted)
    faqpage.add(outline, list(told.data))
    return outline.document(published=told.published, language=told.language, url=told.url)


def _preformatted(tree: Any, name: str) -> Document | None:
    """Read a page that is one plain text, set as it is: an RFC."""
    size = len("".join(tree.itertext()))
    for element in tree.iter("pre"):
        text = "".join(element.itertext())
        if len(text) > 0.8 * size and "\n\n" in text:
            return plain.read(text, name)
    return None


def _article(tree: Any) -> str:
    """The text that trafilatura takes for the article; nothing where it finds none."""
    from trafilatura import bare_extraction

    try:
        found: Any = bare_extraction(copy.deepcopy(tree), include_comments=False, with_metadata=False)
    except (ValueError, RecursionError, AttributeError, TypeError):  # what it raises on broken pages
        return ""
    return (found.text or "") if found is not None else ""


def _prune(tree: Any) -> None:
    """Take out what is marked as no part of the text; never what holds most of it."""
    body = tree.find("body")
    root = tree if body is None else body
    most = len(text_of(root)) / 2
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element is root or element.getparent() is None:
            continue
        if _is_noise(element) and len("".join(element.itertext())) <= most:
            element.drop_tree()


def _is_noise(element: Any) -> bool:
    if element.tag in _NOISE_TAGS or element.get("role") in _NOISE_ROLES:
        return True
    if element.tag == "header":
        return not any(parent.tag in ("article", "main") for parent in element.iterancestors())
    told = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return told != " " and not _NOISE.isdisjoint(_TOKEN.findall(told))


def _chosen(pieces: Sequence[Piece], article: str) -> list[Piece]:
    """Choose the pieces of the article where much of the page is something else."""
    known = set(_grams(article))
    found = [_share(piece, known) for piece in pieces]
    size = [len(piece.text.split()) for piece in pieces]
    covered = sum(s * n for s, n in zip(found, size, strict=True))
    if not known or covered >= _COVERED * sum(size):
        return list(pieces)
    kept: list[Piece] = []
    follows = False
    for piece, share in zip(reversed(pieces), reversed(found), strict=True):
        keep = share >= 0.5 if piece.kind in ("text", "item", "code") else follows or piece.kind == "end"
        if piece.kind != "end":
            follows = keep and piece.kind not in ("heading", "ask")
        if keep:
            kept.append(piece)
    return kept[::-1]


def _share(piece: Piece, known: set[tuple[str, ...]]) -> float:
    grams = _grams(piece.text)
    return sum(gram in known for gram in grams) / len(grams) if grams else 0.0


def _grams(text: str) -> list[tuple[str, ...]]:
    told = words(text)
    return [tuple(told[i : i + _GRAM]) for i in range(max(1, len(told) - _GRAM + 1))] if told else []
