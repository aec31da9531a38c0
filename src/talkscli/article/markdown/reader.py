"""Read Markdown by markdown-it-py's tokens (CommonMark, tables), and the marks that other tools add to it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from talkscli.article import front
from talkscli.article.composing.outline import Outline
from talkscli.article.document import Document
from talkscli.article.links import leading_about, spelled_out
from talkscli.article.markdown import admonitions, definitions, folds, records
from talkscli.article.markdown.headings import take_tight
from talkscli.article.template import untemplated
from talkscli.article.text import clean
from talkscli.article.tree import Tree
from talkscli.article.walk import Walk

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKS = re.compile(r"[\\`*_\[\]<>&!~]")
_ATTRIBUTES = re.compile(
    r"^[ ]*+\{:[^{}\n]*+\}[ ]*+$|\{[#.:-][^{}\n`]*+\}[ ]*\Z|(?<=[)\]])\{[ ]*(?:[#.]|(?:target|rel)=)[^{}\n`]*+\}"
    r"|(?:(?<=[)\]>*_])|(?<=[\w)]`))\{:[^{}\n`]*+\}",
    re.MULTILINE,
)
_ICON = re.compile(r":(?:fontawesome|material|octicons|simple)-[\w-]+:")
_TITLE = re.compile(r"\{([\w-]+)\}[ ]*(.*)")
_FOLDED = ("details", "dropdown", "question")
_CONTENTS = re.compile(r"\s*(?:\{:\s*toc\b[^{}]*\}|\[\[_?toc_?\]\]|\[toc\])\s*", re.IGNORECASE)
_MODULE = re.compile(
    r"(?:import\s[^;\n]*?[\"'][^\"'\n]+[\"']|import\s[\"'][^\"'\n]+[\"']|export\s(?:default|const|let|function)\s[^\n]*);?\s*"
)
_FENCE = re.compile(r"^[ ]*+:{3,}+[ ]*+(?:\{[^{}\n]*+\}|[\w-]++)?+[ ]*+(?:\[([^\n]*)\][ ]*|(\S[^\n]*))?$", re.MULTILINE)
_LABEL = re.compile(r"\([\w-]+\)=\s*")
_ALERT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", re.IGNORECASE)
_ROLE = re.compile(r"(?<![^\s(\[*])\{[a-z][\w:-]{0,40}\}(?=`[^\s`.,;:)])")
_ADDRESS = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")  # of a page, put for its title: "common-questions"


def read(text: str, name: str = "", *, mdx: bool = False) -> Document:
    """Read Markdown. A title and a date may stand in front matter; the first heading is the title otherwise.

    Args:
        text: The Markdown.
        name: The file's, as it may say that questions stand in it.
        mdx: It is MDX, in which what stands in is no code.
    """
    from markdown_it import MarkdownIt

    sign, (block, _) = text[:3], front.parted(text)
    values, text = front.split(text)
    outline = Outline(name)
    outline.title = clean(values.get("title") or values.get("post_title", "")) or None
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("inline")
    take_tight(parser)
    if mdx:
        parser.disable("code")
    env: dict[str, Any] = {}
    told = _asked(sign, block, text) + _shown(sign, block, text)
    text = admonitions.fenced(definitions.fenced(folds.fenced(text) + told))
    maker = _Maker(parser, env, text)
    maker.run(parser.parse(text, env))
    tree = maker.tree.close()
    Walk(outline, skip=leading_about(tree)).run(tree)
    if _ADDRESS.fullmatch(outline.title or "") and outline.pieces and outline.pieces[0].kind == "heading":
        outline.title = None
    return outline.document(**front.told(values))


def _asked(sign: str, block: str, text: str) -> str:
    """Return the questions of the front matter with their answers, those aside that stand in the text."""
    found = [pair for pair in records.pairs(sign, block) if pair[0] not in text]
    return "\n\n## FAQ\n" + "".join(folds.directive(*pair, "question") for pair in found) if found else ""


def _shown(sign: str, block: str, text: str) -> str:
    """Return what a template puts into the text of the front matter, each card under its title."""
    return "".join(f"\n\n### {title}\n\n{told}\n" for title, told in records.cards(sign, block, text))


def _titled(mark: re.Match[str]) -> str:
    title = mark[1] or mark[2]
    return f"{title}  " if title else ""  # a line of its own


class _Maker:
    """Makes an element tree of tokens."""

    def __init__(self, parser: "MarkdownIt", env: dict[str, Any], text: str) -> None:
        self.parser = parser
        self.env = env
        self.tree = Tree(text)

    def run(self, tokens: Sequence["Token"]) -> None:
        """Put the elements that these tokens stand for into the tree."""
        tree = self.tree
        before = ""
        for token in tokens:
            kind = token.type
            goes_on = before == "html_block" and kind == "code_block" and token.content.lstrip().startswith("<")
            before = "html_block" if goes_on else kind
            if kind == "inline":
                self._paragraph(token.content)
            elif goes_on:  # a part of a page, set further in
                tree.markup(untemplated(token.content))
            elif kind in ("fence", "code_block"):
                self._code(token)
            elif kind == "html_block":
                tree.markup(untemplated(token.content))
            elif token.nesting > 0:
                tree.start(token.tag, {"start": str(token.attrs["start"])} if "start" in token.attrs else None)
            elif token.nesting < 0:
                tree.end(token.tag)

    def _code(self, token: "Token") -> None:
        """Add code; a fence that names a directive in braces holds text, and may have a title."""
        directive = _TITLE.fullmatch(token.info)
        if directive and directive[1] == "definition":
            self._definition(directive[2], token.content)
            return
        if directive and "code" not in directive[1]:
            tag, head = ("details", "summary") if directive[1] in _FOLDED else ("div", "p")
            self.tree.start(tag)
            if directive[1] in (*_FOLDED, "note") or " " in directive[2]:  # one word names a file
                self.tree.start(head, {"class": "question"} if directive[1] == "question" else None)
                self._inline(directive[2])
                self.tree.end(head)
            self.run(self.parser.parse(token.content, self.env))
            self.tree.end(tag)
            return
        self.tree.start("pre")
        self.tree.data(token.content)
        self.tree.end("pre")

    def _paragraph(self, content: str) -> None:
        """Add what stands in a paragraph, a heading or a cell; lines that are no text are passed over."""
        if (
            "{" in content
            or ":::" in content
            or "import" in content
            or "export" in content
            or "[" in content
            or ")=" in content
        ):
            if any(map(_CONTENTS.fullmatch, content.split("\n"))) or all(map(_MODULE.fullmatch, content.split("\n"))):
                return
            content = _ALERT.sub(
                "", _ROLE.sub("", _ATTRIBUTES.sub("", content if "`" in content else untemplated(content)))
            )
            content = _FENCE.sub(_titled, _ICON.sub("", content))
            content = "\n".join(line for line in content.split("\n") if line.strip() and not _LABEL.fullmatch(line))
        lines = content.split("\n")
        if len(lines) > 1 and any(line.startswith((": ", ":\t", ":  ")) for line in lines[1:]):
            self._definitions(lines)
        elif len(lines[0]) > 4 and all(line.startswith("|") and line.endswith("|") for line in map(str.strip, lines)):
            self._rows(lines)
        else:
            self._inline(content)

    def _definitions(self, lines: Sequence[str]) -> None:
        """Add terms with what they mean: a term's line, then lines that begin with a colon."""
        tree = self.tree
        defined = False
        tree.start("dl")
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            if line.startswith(":"):
                defined = True
                tree.start("dd")
                self._inline(line[1:].strip())
            elif not defined or following.startswith(":"):
                tree.start("dt")
                self._inline(line)
                tree.end("dt")
            else:
                tree.data("\n")
                self._inline(line)
        tree.end("dl")

    def _definition(self, term: str, content: str) -> None:
        """Add a term with the blocks that tell what it means."""
        self.tree.start("dl")
        self.tree.start("dt")
        self._inline(term)
        self.tree.end("dt")
        self.tree.start("dd")
        self.run(self.parser.parse(content, self.env))
        self.tree.end("dd")
        self.tree.end("dl")

    def _rows(self, lines: Sequence[str]) -> None:
        """Add a table that has no head."""
        self.tree.start("table")
        for line in lines:
            self.tree.start("tr")
            for cell in line.strip()[1:-1].replace("\\|", "\v").split("|"):
                self.tree.start("td")
                self._inline(cell.replace("\v", "|").strip())
                self.tree.end("td")
            self.tree.end("tr")
        self.tree.end("table")

    def _inline(self, content: str) -> None:
        """Add inline Markdown; text without any mark is not parsed, which is most text."""
        tree = self.tree
        if not _MARKS.search(content) and "  \n" not in content:
            tree.data(content)
            return
        tokens: list[Token] = []
        self.parser.inline.parse(content, self.parser, self.env, tokens)
        for n, token in enumerate(tokens):
            kind = token.type
            if kind in ("text", "text_special"):
                tree.data(untemplated(token.content))
            elif kind == "code_inline":
                tree.start("code")
                tree.data(token.content)
                tree.end("code")
            elif kind == "softbreak":
                tree.data("\n")
            elif kind == "hardbreak":
                tree.start("br")
            elif kind == "html_inline":
                tree.markup(token.content)
            elif token.nesting > 0:
                tree.start(token.tag, {"href": str(token.attrs["href"])} if "href" in token.attrs else None)
            elif token.nesting < 0:
                tree.end(token.tag)
                if kind == "link_close" and (address := spelled_out(tokens[n - 2 : n])):
                    tree.data(f" ({address})")
