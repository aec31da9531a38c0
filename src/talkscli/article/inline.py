"""The text in an element tree: on one line, in parts, as lines."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from talkscli.article.questions import ANSWER, QUESTION, asks
from talkscli.article.text import clean

Tree = Any  # an element of xml.etree or of lxml, which share what is used here

DROPPED: Final = frozenset(
    "applet area audio base canvas col datalist embed frame frameset head iframe img input link map meta noembed "
    "noframes object option param script select source style svg template textarea title track video".split()
)
BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd div dt fieldset figcaption figure footer form header "
    "hgroup hr html legend li main nav p search section tbody td tfoot th thead tr".split()
)
LISTS: Final = frozenset(("ul", "ol", "menu", "dir"))
_LAID_OUT: Final = 0.8  # of a table's text in one cell of several paragraphs: it is laid out so, and has no columns
_APART: Final = BLOCKS | LISTS | frozenset("br details dl h1 h2 h3 h4 h5 h6 pre summary table".split())
_LINKED: Final = re.compile(r"(?:\s?[¶§🔗⚓]|\s#){1,3}\s?$|(?<=[?？])\s?[-+＋−–×✕›»→▲-◿⌃⌄]\s?$")
_LABEL: Final = re.compile(r"\s*(?:[^\W_a-z][^\s:.!?;]*+)(?:\s[^\s:.!?;]++){0,5}\s?[:：]\s+\S")
_COLUMNS: Final = re.compile(r"\S[^\n]*?\S[ \t]{3,}\S")
_ROWS: Final = 3  # lines with a wide gap, which stand below each other as in a table
BREAK: Final = "\v"  # a line break that is meant, unlike those of the source


def text_of(element: Tree) -> str:
    """Return the text of an element on one line, with spaces between the blocks in it."""
    return clean("".join(parts(element)).replace(BREAK, " "))


def titled(element: Tree) -> str:
    """Return the text of a heading or a question, without the mark that links to it or opens it: "Cost¶", "Why? +"."""
    return _LINKED.sub("", text_of(element))


def parts(element: Tree) -> Iterator[str]:
    """Yield the text of an element, and BREAK where a block begins or ends, or a line is broken."""
    waiting: list[Tree | str] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
            continue
        for child in reversed(node):
            tag, tail = child.tag, child.tail  # are made anew each time that they are asked for
            if tail:
                waiting.append(tail)
            if not isinstance(tag, str) or tag in DROPPED:
                continue
            waiting += [BREAK, child, BREAK] if tag in _APART else [child]
        if text := node.text:
            yield text


def lines_of(text: str) -> str:
    """Return a paragraph with the line breaks that are meant, and those of "Q:" and "A:", of labels, of columns."""
    if QUESTION.match(text):
        lines = text.replace(BREAK, "\n").split("\n")
        if asks(lines[0]) or any(ANSWER.match(line) for line in lines[1:]):
            return "\n".join(lines)
    if "\n" in (shown := text.strip()):
        lines = shown.split("\n")
        if all(map(_LABEL.match, lines)) or (len(lines) >= _ROWS and all(map(_COLUMNS.match, lines))):
            return shown.replace(BREAK, "\n")  # "Open: daily", and below it "Closed: in May"; "Berg     Kella"
    return " ".join(text.split("\n")).replace(BREAK, "\n") if "\n" in text else text.replace(BREAK, "\n")


def stressed(runs: list[tuple[str, bool]]) -> str:
    """Return the bold text that a paragraph begins with."""
    if not any(bold for _, bold in runs):
        return ""
    found = []
    for run, bold in runs:
        if not bold and not run.isspace():
            break
        found.append(run)
    while found and not found[-1].strip():
        found.pop()
    return "".join(found)


def is_contents(element: Tree) -> bool:
    """Tell whether a list is a table of contents: nothing but links into its own page."""
    linked = sum(len("".join(a.itertext()).strip()) for a in element.iter("a") if (a.get("href") or "").startswith("#"))
    return linked > 0 and linked >= 0.9 * sum(len(part.strip()) for part in element.itertext())


def is_layout(table: Tree, rows: Sequence[Sequence[Tree]]) -> bool:
    """Tell whether a table but sets what a page holds side by side.

    Args:
        table: The element.
        rows: The cells of its rows.
    """
    if table.get("role") == "presentation" or max(map(len, rows), default=0) < 2 or table.find(".//table") is not None:
        return True
    cells = [cell for row in rows for cell in row]
    if any(cell.find(".//h2") is not None for cell in cells):
        return True
    paragraphs = [cell for cell in cells if sum(e.tag in ("p", "br") for e in cell.iter()) > 1]
    most = max((len(text_of(cell)) for cell in paragraphs), default=0)
    return most > _LAID_OUT * sum(len(text_of(cell)) for cell in cells)
