"""Links that lead about in their own page: "Back to top", "Skip to main content"."""

from collections import Counter
from collections.abc import Iterator

from talkscli.article.inline import Tree, text_of
from talkscli.article.questions import asks


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


def _alone(tree: Tree) -> Iterator[tuple[Tree, str]]:
    for parent in tree.iter():
        for link in parent:
            if link.tag == "a" and (link.get("href") or "").startswith("#"):
                text = text_of(link)
                if text and text == text_of(parent).strip("()[] "):
                    yield link, text
