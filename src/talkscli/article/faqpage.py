"""Read schema.org FAQPage data (JSON-LD), alone or inside HTML."""

import html
import re
from typing import Any

import msgspec

from talkscli.article.document import Document, Outline
from talkscli.errors import ArticleError
from talkscli.language.identify import guess
from talkscli.language.words import fold

_SCRIPT = re.compile(r"<script\b[^>]*application/ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]{1,2000}>")
_BREAK = re.compile(r"</(?:p|li|div|h\d)>|<br\s*/?>", re.IGNORECASE)


def read(content: str, label: str) -> Document:
    """Read JSON-LD with a FAQPage. Raises ArticleError where it is not JSON or holds no question with its answer."""
    try:
        data = msgspec.json.decode(content.encode())
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise ArticleError(f"{label} is not JSON: {error}", "give it the suffix .txt if it is meant as text") from None
    found = pairs(data)
    if not found:
        raise ArticleError(f"{label} is JSON without a FAQPage", "name a schema.org FAQPage, or text, Markdown or HTML")
    outline = Outline()
    outline.title = _title(data)
    for question, answer in found:
        outline.block(answer, question=question)
    return outline.document(language=_language(data) or guess(" ".join(answer for _, answer in found)))


def in_html(page: str) -> list[tuple[str, str]]:
    """Give the questions and answers of all FAQPage scripts in a page; a broken script is passed over."""
    found: list[tuple[str, str]] = []
    for script in _SCRIPT.findall(page):
        try:
            found += pairs(msgspec.json.decode(script.strip().encode()))
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue  # browsers pass over it too
    return found


def add(outline: Outline, found: list[tuple[str, str]]) -> None:
    """Add pairs to a page's outline, those aside that stand in its text."""
    shown = outline.asked()
    hidden = [(q, a) for q, a in found if fold(q) not in shown]
    if hidden:
        outline.heading("FAQ", 2)
        for question, answer in hidden:
            outline.block(answer, question=question)


def pairs(data: Any) -> list[tuple[str, str]]:
    """Give each Question with its accepted answer, at whatever depth, in order."""
    found: dict[str, str] = {}
    waiting = [data]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            question, answer = node.get("name") or node.get("text"), _answer(node.get("acceptedAnswer"))
            if _is(node, "Question") and isinstance(question, str) and answer:
                found.setdefault(_plain(question), answer)
            else:
                waiting.extend(reversed([v for v in node.values() if isinstance(v, (dict, list))]))
    return [(q, a) for q, a in found.items() if q]


def _answer(node: Any) -> str:
    if isinstance(node, list):
        node = node[0] if node else None
    text = node.get("text") if isinstance(node, dict) else node
    return _plain(text) if isinstance(text, str) else ""


def _is(node: dict[Any, Any], kind: str) -> bool:
    told = node.get("@type")
    return told == kind or (isinstance(told, list) and kind in told)


def _title(data: Any) -> str | None:
    node = data[0] if isinstance(data, list) and data else data
    name = (node.get("name") or node.get("headline")) if isinstance(node, dict) else None
    return _plain(name) or None if isinstance(name, str) else None


def _language(data: Any) -> str | None:
    node = data[0] if isinstance(data, list) and data else data
    told = node.get("inLanguage") if isinstance(node, dict) else None
    return told[:2].lower() if isinstance(told, str) and told[:2].isalpha() else None


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", _BREAK.sub("\n", markup))).split())
