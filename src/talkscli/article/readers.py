"""Read an article from a file or standard input, whichever format it is in."""

import re
import stat
import sys
from pathlib import Path

from talkscli.article.document import Document
from talkscli.article.encoding import MAX_BYTES, decode
from talkscli.errors import ArticleError, no_file, reason
from talkscli.store.json import is_json

_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|script|div|article|section|main|p|h1)\b", re.IGNORECASE)
_MARKDOWN = re.compile(r"(?:\A|\n[ \t]*\n)#{1,6}[ \t]+\S")
_DIRECTIVE = re.compile(r"^\.\. (?:[\w-]+::|_[^:\n]+:)(?: |$)", re.MULTILINE)
_PAGES = (".html", ".htm", ".xhtml")
_MARKDOWNS = (".md", ".markdown", ".mdx", ".mkd")
_RST = (".rst", ".rest")


def read(name: str) -> Document:
    """Read one article; `-` is standard input. Raises ArticleError where it can't be read or holds no text."""
    return document(read_bytes(name), _label(name))


def document(data: bytes, label: str) -> Document:
    """Read the bytes of an article; the label is its name. Raises ArticleError as `read` does."""
    suffix = Path(label).suffix.lower()
    page = suffix in _PAGES or _is_page(data[:10_000].decode("latin-1"))
    found = parse(decode(data, label, page=page), suffix, label)
    if not found.sections:
        raise ArticleError(f"{label}: there is no text in it", "name a file with paragraphs of text")
    return found


def parse(content: str, suffix: str, label: str) -> Document:
    """Read the text of an article; the suffix tells the format, else its beginning does.

    Raises ArticleError where it can't be read, or only in part: a module is missing that reads such text.
    """
    stem = Path(label).stem
    if is_json(suffix, content):
        from talkscli.article import faqpage

        return faqpage.read(content, label)
    if suffix in _PAGES or (suffix not in (*_MARKDOWNS, *_RST) and _is_page(content[:10_000])):
        from talkscli.article.html import reader as html

        return html.read(content, label, stem)
    if suffix in _RST or (suffix not in _MARKDOWNS and _DIRECTIVE.search(content)):
        from talkscli.article import rst

        return rst.read(content, label, stem)
    if suffix in _MARKDOWNS or _MARKDOWN.search(content):
        from talkscli.article.markdown import reader as markdown

        return markdown.read(content, stem, mdx=suffix == ".mdx")
    from talkscli.article import plain

    return plain.read(content, stem)


def _is_page(start: str) -> bool:
    """Tell whether a text begins as HTML does, comments and an XML declaration aside."""
    at = 0
    while True:
        at += len(start[at:]) - len(start[at:].lstrip())
        close = "-->" if start.startswith("<!--", at) else "?>" if start.startswith("<?xml", at) else ""
        end = start.find(close, at) if close else -1
        if end < 0:
            return _HTML.match(start, at) is not None
        at = end + len(close)


def _label(name: str) -> str:
    return "standard input" if name == "-" else name


def read_bytes(name: str) -> bytes:
    """Read the bytes of an article; `-` is standard input. Raises ArticleError where they can't be read."""
    label = _label(name)
    try:
        if name == "-":
            if sys.stdin is None:
                raise ArticleError("standard input is closed", "name a file")
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            path = Path(name)
            mode = path.stat().st_mode
            if stat.S_ISDIR(mode):
                raise ArticleError(f"{label} is a folder, not an article", "name the files in it")
            if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
                raise ArticleError(f"{label} is a device, not an article", "name a file")
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ArticleError(*no_file(label, "check the path")) from None
    except (OSError, ValueError) as error:
        raise ArticleError(f"{label}: can't be read: {reason(error)}", "check the path and its permissions") from None
    return data
