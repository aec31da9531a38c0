"""Headings of Markdown with no space behind their signs, "###Why?" or "#FAQ#", as older tools took them."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_TIGHT = re.compile(r"(#{2,6})([^\s#][^\n]*?)[ \t]*#*[ \t]*$|(#)([^\s#][^\n]*?)[ \t]*#+[ \t]*$", re.MULTILINE)


def take_tight(parser: "MarkdownIt") -> None:
    """Let a parser take such headings, also in the midst of a paragraph; one sign alone must be closed by another."""
    parser.block.ruler.before("heading", "tight_heading", _rule, {"alt": ["paragraph", "reference", "blockquote"]})


def _rule(state: "StateBlock", line: int, _: int, silent: bool) -> bool:
    if state.is_code_block(line):
        return False
    match = _TIGHT.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
    if match is None:
        return False
    if not silent:
        tag = f"h{len(match[1] or match[3])}"
        state.line = line + 1
        state.push("heading_open", tag, 1)
        inline = state.push("inline", "", 0)
        inline.content, inline.children = match[2] or match[4], []
        state.push("heading_close", tag, -1)
    return True
