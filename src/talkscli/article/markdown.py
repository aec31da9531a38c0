"""Read Markdown by markdown-it-py's tokens (CommonMark and tables)."""

import html
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from talkscli.article.document import Document, Outline
from talkscli.language.prose_dates import dateline

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(
    r"^(title|date|published|language|lang|url|link)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_MARKUP = re.compile(r"[\\`*_\[\]<>&!~|]|https?:")
_TAG = re.compile(r"<!--.*?-->|<[^<>]{1,2000}>", re.DOTALL)
_STRONG = re.compile(r"\s*(\*\*|__).+\1\s*")


def read(text: str) -> Document:
    """Read Markdown. A title and a date may stand in front matter; the first heading is the title otherwise."""
    from markdown_it import MarkdownIt

    outline = Outline()
    told: dict[str, str] = {}
    front = _FRONT.match(text[:5000])
    if front:
        told = {key.lower(): value.strip("\"'") for key, value in _KEY.findall(front[1])}
        text = text[front.end() :]
        outline.title = told.get("title")
    parser = MarkdownIt("commonmark").enable("table").disable("inline")
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    walk = _Walk(outline, parser, env)
    walk.run(tokens)
    return outline.document(
        published=dateline(told.get("published") or told.get("date") or "") or walk.published,
        language=told.get("language") or told.get("lang"),
        url=told.get("url") or told.get("link"),
    )


class _Walk:
    def __init__(self, outline: Outline, parser: "MarkdownIt", env: dict[str, Any]) -> None:
        self.outline = outline
        self.parser = parser
        self.env = env
        self.published: str | None = None
        self._front = True  # as long as nothing but the title was read

    def run(self, tokens: Sequence["Token"]) -> None:
        lists, item = 0, False
        heading: int | None = None  # level of the heading at hand; `item`: the next text opens an item of a list
        header: list[str] | None = None
        row: list[str] = []
        for i, token in enumerate(tokens):
            kind = token.type
            if kind == "heading_open":
                heading = int(token.tag[1])
                self._front = self._front and self.outline.title is None
            elif kind == "heading_close":
                heading = None
            elif kind.endswith(("_list_open", "_list_close")):
                lists += token.nesting
            elif kind == "list_item_open":
                item = True
            elif kind == "table_open":
                header = None
            elif kind == "tr_open":
                row = []
            elif kind == "tr_close" and header is None:
                header = row
            elif kind == "tr_close":
                self.outline.row(header or [], row)
            elif kind == "html_block":
                self.outline.block(html.unescape(_TAG.sub(" ", token.content)))
            elif kind == "inline" and heading is not None:
                self.outline.heading(self.plain(token.content), heading)
            elif kind == "inline" and tokens[i - 1].type in ("th_open", "td_open"):
                row.append(" ".join(self.plain(token.content).split()))
            elif kind == "inline" and self._front and (date := dateline(self.plain(token.content))):
                self.published = self.published or date  # it stands between title and text
            elif kind == "inline":
                self._front = False
                stressed = _STRONG.fullmatch(token.content.partition("\n")[0].rstrip("\\ ")) is not None
                self.outline.paragraph(self.plain(token.content), bullet=item and lists > 0, stressed=stressed)
                item = False

    def plain(self, content: str) -> str:
        """Give inline Markdown without its marks; text without any is not parsed, which is most text."""
        if not _MARKUP.search(content):
            return content
        tokens: list[Token] = []
        self.parser.inline.parse(content, self.parser, self.env, tokens)
        return "".join(
            token.content if token.type in ("text", "code_inline") else "\n"
            for token in tokens
            if token.type in ("text", "code_inline", "softbreak", "hardbreak")
            or (token.type == "html_inline" and token.content.startswith("<br"))
        )
