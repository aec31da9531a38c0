"""What stands in an article and is no sentence of it: captions of pictures, cards that links open, links to read on."""

import re
from collections import Counter
from collections.abc import Iterator

from talkscli.article.inline import Tree, text_of
from talkscli.article.questions import asks
from talkscli.language.slug import plain

_PICTURES = ("img", "picture", "video", "iframe", "svg", "object", "amp-img")
_TOLD = ("blockquote", "code", "pre", "table", "ul", "ol")  # a figure of these is text
_CAPTION = re.compile(
    r"(?:^|\s)(?!has|no)(?:[a-z0-9]+[-_]+)*captions?(?:[-_]+(?:text|title|credit|source|full|block|description|meta))*(?=\s|$)"
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # pictureCaption
_PULLED = re.compile(r"pull[-_]?quote", re.IGNORECASE)
_PULLED_WORDS = 4
_PULLED_MOST = 100  # of a page; each is looked for in all of it
_LONGEST = 80  # words of a caption
_ROW = 3  # cards
_NEAR = 3  # elements up from a caption to one that holds its picture
_LINKS = 20  # a page with fewer has nothing around its article
_LABEL = re.compile(r"[^\W\d_][^:.!?]{1,24}:\s*")  # Read more: …
_ENDS = (".", "!", "?", ":", "。", "！", "？")
_LEADS, _LABELLED = 3, 4  # words of a link that leads on
_AROUND = "[]()<>»›→▶•| "
_ANSWERS = ("td", "th", "dd", "details", "li", "blockquote")
_ASKING = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "dt", "summary", "strong", "b")


def asides(tree: Tree) -> set[Tree]:
    """Find the elements of a page that stand beside its article's text: captions, and what is but a link to read on.

    Args:
        tree: The page.
    """
    found = set(_captions(tree))
    if sum(1 for _ in tree.iter("a")) >= _LINKS:
        found.update(_leading(tree))
    return found


def cards(tree: Tree) -> set[Tree]:
    """Find what stands beside a link and begins with it again, as a card does that it opens, and rows of such cards.

    Args:
        tree: The page.
    """
    return {*_cards(tree), *_rows(tree)}


def repeated(tree: Tree) -> set[Tree]:
    """Find the quotations set apart whose words stand in the text as well, as those do that a page pulls out of it.

    Args:
        tree: The page.
    """
    told = [
        element
        for element in tree.iter("blockquote", "aside", "figure", "q", "p", "div")
        if element.tag == "blockquote" or _PULLED.search(element.get("class") or "")
    ]
    if not told or len(told) > _PULLED_MOST:
        return set()
    whole, found, dropped = plain(text_of(tree)), set(), Counter[str]()
    for element in told:
        words = plain(text_of(element))
        if words.count(" ") >= _PULLED_WORDS and whole.count(words) - dropped[words] > 1:
            dropped[words] += 1
            found.add(element)
    return found


def _captions(tree: Tree) -> Iterator[Tree]:
    for figure in tree.iter("figure"):
        if next(figure.iter(*_TOLD), None) is None:
            yield from figure.iter("figcaption")
            if next(figure.iter(*_PICTURES), None) is not None and _is_short(figure):
                yield figure
    pictured: dict[Tree, bool] = {}
    for element in tree.iter("div", "p", "span", "td", "small", "dd", "section"):
        told = element.get("class")
        if (
            told
            and "aption" in told
            and _CAPTION.search(_HUMP.sub("-", told).lower())
            and _is_short(element)
            and _is_beside(element, pictured)
        ):
            yield element


def _is_short(element: Tree) -> bool:
    return len(text_of(element).split()) <= _LONGEST


def _is_beside(caption: Tree, pictured: dict[Tree, bool]) -> bool:
    """Tell whether a picture stands near; `pictured` keeps what is known of elements, as many may share one."""
    element = caption
    for _ in range(_NEAR + 1):
        if element is None or element.tag in ("body", "article", "main"):
            return False
        if element not in pictured:
            pictured[element] = element.tag == "figure" or next(element.iter(*_PICTURES), None) is not None
        if pictured[element]:
            return True
        element = element.getparent()
    return False


def _cards(tree: Tree) -> Iterator[Tree]:
    for link in tree.iter("a"):
        beside = link.getnext()
        if beside is None or beside.tag not in ("a", "div", "span") or (link.tail or "").strip():
            continue
        if link.get("href") and text_of(link) and _leads_as(beside, link):
            yield beside


def _rows(tree: Tree) -> Iterator[Tree]:
    """Yield the cards of a row: elements of one make, each with a picture, few words and links to one other page."""
    for element in tree.iter("div", "ul", "section", "aside"):
        makes: dict[tuple[object, ...], list[Tree]] = {}
        for child in element:
            if child.get("class"):
                makes.setdefault((child.tag, child.get("class")), []).append(child)
        for alike in makes.values():
            pages = [_page(each) for each in alike] if len(alike) >= _ROW else []
            if pages and all(pages) and len(set(pages)) == len(pages):
                yield from alike


def _page(card: Tree) -> str | None:
    """Return the one page to which all links of a card with a picture lead."""
    pages = {link.get("href") or "" for link in card.iter("a")}
    fits = len(pages) == 1 and next(card.iter(*_PICTURES), None) is not None and _is_short(card)
    page = pages.pop() if fits else ""
    return page if not page.startswith(("#", "mailto:", "tel:", "javascript:")) else None


def _leads_as(beside: Tree, link: Tree) -> bool:
    """Tell whether an element is the same link again, or links of which the first leads to where that does."""
    links = [beside] if beside.tag == "a" else [e for e in beside.iter("a") if text_of(e)]
    if not links or links[0].get("href") != link.get("href"):
        return False
    if beside.tag == "a":
        return text_of(beside) == text_of(link)
    return sum(len(text_of(e)) + 1 for e in links) >= len(text_of(beside))


def _leading(tree: Tree) -> Iterator[Tree]:
    for element in tree.iter("p"):
        links = [link for link in element.iter("a") if text_of(link)]
        if len(links) != 1 or not _leads_on(links[0], text_of(element)) or _is_answer(element):
            continue
        yield element


def _leads_on(link: Tree, text: str) -> bool:
    """Tell whether a link leads to another page, and nothing but a label stands beside it."""
    href, linked = link.get("href") or "#", text_of(link)
    if href.startswith(("#", "mailto:", "tel:")) or asks(text):
        return False
    before, _, behind = text.partition(linked)
    if behind.strip(_AROUND):
        return False
    before = before.strip(_AROUND)
    if before:
        return _LABEL.fullmatch(before) is not None and len(linked.split()) >= _LABELLED
    return len(linked.split()) >= _LEADS and not linked.rstrip(_AROUND).endswith(_ENDS)


def _is_answer(element: Tree) -> bool:
    """Tell whether a paragraph may answer a question."""
    if any(parent.tag in _ANSWERS for parent in element.iterancestors()):
        return True
    before = element.getprevious()
    return before is not None and before.tag in _ASKING and asks(text_of(before))
