"""What opens an answer on a page: buttons and links of accordions, and heads that are neither."""

import re
from itertools import islice

from talkscli.article.inline import Tree, titled
from talkscli.article.questions import QUESTION, asks

_MARKED = re.compile(r"accordion|collaps|toggle|expand|faq|question|\bacc\b", re.IGNORECASE)
_HEADS = ("div", "label", "p", "span", "a")
_ANSWERS = ("div", "section", "article", "p", "ul", "ol", "span")
_SIMPLE = frozenset("a b br em i img label p small span strong svg path u".split())
_INSIDE = 20  # elements in a head, at most


def is_button(element: Tree, tag: str) -> bool:
    """Tell whether an element is a link that works as a button."""
    return element.get("role") == "button" or (tag == "a" and _is_marked(element))


def opens(element: Tree) -> bool:
    """Tell whether a button says that it opens something."""
    return bool(element.get("aria-expanded") or element.get("aria-controls") or _is_marked(element))


def is_head(element: Tree, beside: Tree | None, known: set[tuple[str, str]]) -> bool:
    """Tell whether an element asks what the one beside it answers, or is made as one before that did.

    Args:
        element: The element.
        beside: The one behind it.
        known: The makes of such heads, to which its own is added.
    """
    made = (element.tag, element.get("class") or "")
    if element.tag not in _HEADS or not (element.tag == "label" or _is_marked(element)):
        return False
    if beside is None or beside.tag not in _ANSWERS or made == (beside.tag, beside.get("class") or ""):
        return False
    inside = list(islice(element.iter(), _INSIDE))
    if len(inside) == _INSIDE or not all(each is element or each.tag in _SIMPLE for each in inside):
        return False
    text = titled(element)
    if asks(text) or QUESTION.match(text):
        known.add(made)
    return made in known


def _is_marked(element: Tree) -> bool:
    return _MARKED.search(element.get("class") or "") is not None
