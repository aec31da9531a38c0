"""Links that lead about in their own page, "Back to top", and those that say nothing but where: "here"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from talkscli.article.inline import Tree, text_of
from talkscli.article.questions import asks

if TYPE_CHECKING:
    from markdown_it.token import Token

_POINTING = frozenset("at click following form here link on our page site the this web website".split())
_ADDRESS = ("http://", "https://", "mailto:")
_LONGEST = 120  # characters of an address that is read with the text


def leading_about(tree: Tree, *, page: bool = False) -> set[Tree]:
    """Find the links that stand alone and lead to the top, or several times to the same place.

    Args:
        tree: All that was read.
        page: It is a whole page, whose first link may lead over the menu.

    Returns:
        The links, which are no text.
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
    return found


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
