"""Read an article from a file or standard input, whichever format it is in."""

import re
import stat
import sys
from pathlib import Path

from talkscli.article.document import Document
from talkscli.errors import ArticleError, no_file, reason
from talkscli.store.json import is_json

MAX_BYTES = 64 << 20
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|script|div|article|section|main|p|h1)\b", re.IGNORECASE)
_MARKDOWN = re.compile(r"(?:\A|\n[ \t]*\n)#{1,6}[ \t]+\S")
_DIRECTIVE = re.compile(r"^\.\. (?:[\w-]+::|_[^:\n]+:)(?: |$)", re.MULTILINE)
_PAGES = (".html", ".htm", ".xhtml")
_MARKDOWNS = (".md", ".markdown", ".mdx", ".mkd")
_RST = (".rst", ".rest")
_KNOWN = {b"%PDF": "a PDF", b"PK\x03\x04": "an Office document or a zip", b"\xd0\xcf\x11\xe0": "an old Office document",
          b"\x1f\x8b": "a gzip file", b"{\\rt": "an RTF document", b"\x89PNG": "a picture",
          b"\xff\xd8\xff": "a picture"}  # fmt: skip


def read(name: str) -> Document:
    """Read one article; `-` is standard input. Raises ArticleError where it can't be read or holds no text."""
    return document(read_bytes(name), _label(name))


def document(data: bytes, label: str) -> Document:
    """Read the bytes of an article; the label is its name. Raises ArticleError as `read` does."""
    found = parse(decode(data, label), Path(label).suffix.lower(), label)
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
        from talkscli.article import html

        return html.read(content, label, stem)
    if suffix in _RST or (suffix not in _MARKDOWNS and _DIRECTIVE.search(content)):
        from talkscli.article import rst

        return rst.read(content, label, stem)
    if suffix in _MARKDOWNS or _MARKDOWN.search(content):
        from talkscli.article import markdown

        return markdown.read(content, stem)
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


def decode(data: bytes, label: str) -> str:
    """Decode UTF-8 (with or without BOM) or UTF-16 (by its BOM). Raises ArticleError for anything else, or too much."""
    if len(data) > MAX_BYTES:
        raise ArticleError(f"{label} is larger than {MAX_BYTES >> 20} MiB", "split it into several files")
    for magic, what in _KNOWN.items():
        if data.startswith(magic):
            raise ArticleError(f"{label} is {what}, not text", "save it as text, Markdown or HTML")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        content = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{label} is not text in UTF-8 or UTF-16 (byte {error.start + 1})",
            "save it as UTF-8, as with iconv -t UTF-8",
        ) from None
    if "\0" in content:
        raise ArticleError(f"{label} is not text: it holds NUL bytes", "save it as text in UTF-8")
    return content.replace("\r\n", "\n").replace("\r", "\n")


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
