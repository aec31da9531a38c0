"""Links that lead about in their own page, "Back to top" or its contents, and those that but say where: "here"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from talkscli.article.inline import Tree, text_of
from talkscli.article.questions import asks

if TYPE_CHECKING:
    from markdown_it.token import Token

_POINTING = frozenset("at click following form here link on our page site the this web website".split())
_ADDRESS = ("http://", "https://", "mailto:")
_LONGEST = 120  # characters of an address that is read with the text
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ENTRIES = 3  # of a table of contents, at least


def leading_about(tree: Tree, *, page: bool = False) -> set[Tree]:
    """Find the links that stand alone and lead to the top, or several times to the same place, and tables of contents.

    Args:
        tree: All that was read.
        page: It is a whole page, whose first link may lead over the menu.

    Returns:
        The links, and what holds nothing else, which are no text.
    """
    alone = list(_alone(tree))
    often = Counter((link.get("href"), text) for link, text in alone)
    found = {link for link, text in alone if link.get("href") == "#top" or often[link.get("href"), text] > 1}
    first = next(tree.iter("a"), None) if page else None
    if first is not None and (first.get("href") or "").startswith("#") and not asks(text_of(first)):
        parent = first.getparent()
        in_body = parent is not None and parent.tag == "body" and not (first.tail or "").strip()
        if in_body or first in {link for link, _ in alone}:
            found.add(first)
    return found | _contents(tree)


def spelled_out(tokens: Sequence["Token"]) -> str | None:
    """Return the address of a link whose text says nothing without it: "here", "this page".

    Args:
        tokens: The beginning of the link, and its text, if that is all.
    """
    if len(tokens) != 2 or tokens[0].type != "link_open" or tokens[1].type != "text":
        return None
    address = str(tokens[0].attrs.get("href", ""))
    told = tokens[1].content.lower().split()
    points = _POINTING.issuperset(told) and address.startswith(_ADDRESS) and len(address) <= _LONGEST
    return address.removeprefix("mailto:") if points else None


def _alone(tree: Tree) -> Iterator[tuple[Tree, str]]:
    for parent in tree.iter():
        for link in parent:
            if link.tag == "a" and (link.get("href") or "").startswith("#"):
                text = text_of(link)
                if text and text == text_of(parent).strip("()[] "):
                    yield link, text


def _contents(tree: Tree) -> set[Tree]:
    """Find the paragraphs of a table of contents, and the headings over nothing else.

    They hold but links into one page, of which headings below name at least half.
    """
    elements = list(tree.iter())
    named = {_key(text_of(element)): at for at, element in enumerate(elements) if element.tag in _HEADINGS}
    pages: dict[str, list[tuple[int, list[int]]]] = {}
    for at, element in enumerate(elements):
        if element.tag == "p" and (texts := _linked(element)):
            page, *keys = texts
            pages.setdefault(page, []).append((at, [named.get(key, -1) for key in keys]))
    found: set[Tree] = set()
    for lines in pages.values():
        where = [place for _, places in lines for place in places]
        known = [place for place in where if place >= 0]
        if len(where) >= _ENTRIES and 2 * len(known) >= len(where):
            found.update(elements[at] for at, _ in lines if at < min(known))
    return found | set(_emptied(elements, found)) if found else found


def _linked(paragraph: Tree) -> list[str]:
    """Return the page into which the links lead that are all of a paragraph, and the key of each one's text."""
    links = [link for link in paragraph.iter("a") if "#" in (link.get("href") or "") and text_of(link)]
    pages = {link.get("href").partition("#")[0] for link in links}
    keys = [_key(text_of(link)) for link in links]
    return [*pages, *keys] if len(pages) == 1 and "".join(keys) == _key(text_of(paragraph)) else []


def _emptied(elements: Sequence[Tree], out: AbstractSet[Tree]) -> Iterator[Tree]:
    """Yield the headings between which and the next one nothing stands but what is left out."""
    for parent in {each for each in elements for child in each if child in out}:
        head, left = None, False
        for child in parent:
            if child.tag in _HEADINGS:
                if head is not None and left:
                    yield head
                head, left = child, False
            elif child in out:
                left = True
            elif text_of(child):
                head = None
            if (child.tail or "").strip():
                head = None
        if head is not None and left:
            yield head


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
