"""Headings of Markdown with no space behind their signs, "###Why?" or "#FAQ#", as older tools took them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock


def take_tight(parser: "MarkdownIt") -> None:
    """Let a parser take such headings, also in the midst of a paragraph; one sign alone must be closed by another."""
    parser.block.ruler.before("heading", "tight_heading", _rule, {"alt": ["paragraph", "reference", "blockquote"]})


def _rule(state: "StateBlock", line: int, _: int, silent: bool) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith("#", start) or state.is_code_block(line):
        return False
    text = state.src[start : state.eMarks[line]].rstrip()
    signs = len(text) - len(text.lstrip("#"))
    title = text[signs:].rstrip("#")
    closed = signs + len(title) < len(text)
    if not title or title[0].isspace() or not (2 <= signs <= 6 or (signs == 1 and closed)):
        return False
    if not silent:
        tag = f"h{signs}"
        state.line = line + 1
        state.push("heading_open", tag, 1)
        inline = state.push("inline", "", 0)
        inline.content, inline.children = title.rstrip(), []
        state.push("heading_close", tag, -1)
    return True
