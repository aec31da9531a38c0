"""Read schema.org FAQPage data (JSON-LD), alone or inside a page."""

from typing import Any

from talkscli.article.composing.outline import Outline
from talkscli.article.document import Document
from talkscli.article.inline import text_of
from talkscli.article.tree import fragment
from talkscli.article.walk import Walk
from talkscli.errors import ArticleError
from talkscli.language.words import fold
from talkscli.store.json import NotJSONError, decode


def read(content: str, label: str) -> Document:
    """Read JSON-LD with a FAQPage. Raises ArticleError where it is not JSON or holds no question with its answer."""
    try:
        data = decode(content.encode("utf-8", "surrogatepass"))
    except NotJSONError as error:
        told = "what is named .json, or begins with a brace, is read as JSON"
        raise ArticleError(f"{label} is not JSON: {error}", told) from None
    found = pairs(data)
    if not found:
        raise ArticleError(f"{label} is JSON without a FAQPage", "name a schema.org FAQPage, or text, Markdown or HTML")
    outline = Outline()
    outline.title = _title(data)
    _add(outline, found)
    return outline.document(language=_language(data))


def add(outline: Outline, data: Any) -> None:
    """Add the pairs of a page's data to its outline, those aside that stand in its text."""
    shown = {fold(piece.text) for piece in outline.pieces if piece.kind in ("heading", "ask", "text", "item")}
    hidden = [(question, answer) for question, answer in pairs(data) if fold(question) not in shown]
    if hidden:
        outline.heading("FAQ", 2)
        _add(outline, hidden)


def pairs(data: Any) -> list[tuple[str, str]]:
    """Return each Question with its accepted answer (HTML), at whatever depth, in order."""
    found: dict[str, str] = {}
    waiting = [data]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            question, answer = node.get("name") or node.get("text"), _answer(node.get("acceptedAnswer"))
            if _is(node, "Question") and isinstance(question, str) and answer:
                found.setdefault(text_of(fragment(question)), answer)
            else:
                waiting.extend(reversed([v for v in node.values() if isinstance(v, (dict, list))]))
    return [(question, answer) for question, answer in found.items() if question]


def _add(outline: Outline, found: list[tuple[str, str]]) -> None:
    for question, answer in found:
        outline.ask(question, "summary", sure=True)
        tree = fragment(answer)
        if "<" in answer:
            Walk(outline).run(tree)
        else:
            outline.text(tree.text or "")
        outline.end("summary")


def _answer(node: Any) -> str:
    if isinstance(node, list):
        node = node[0] if node else None
    text = node.get("text") if isinstance(node, dict) else node
    return text if isinstance(text, str) and any(map(str.isalnum, text_of(fragment(text)))) else ""


def _is(node: dict[Any, Any], kind: str) -> bool:
    told = node.get("@type")
    return told == kind or (isinstance(told, list) and kind in told)


def _title(data: Any) -> str | None:
    node = data[0] if isinstance(data, list) and data else data
    name = (node.get("name") or node.get("headline")) if isinstance(node, dict) else None
    return text_of(fragment(name)) or None if isinstance(name, str) else None


def _language(data: Any) -> str | None:
    node = data[0] if isinstance(data, list) and data else data
    told = node.get("inLanguage") if isinstance(node, dict) else None
    return told if isinstance(told, str) else None
