"""Records in the front matter of Markdown: questions with answers, and cards that a template puts into the text."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from talkscli.article.questions import asks

_QUESTIONS = ("question", "q")
_TITLES = ("title", "heading", "header", "name", "label", "summary", "term")
_ANSWERS = ("answer", "a", "answers", "text", "body", "content", "description", "details")
_NAMED = re.compile(r"faq|question", re.IGNORECASE)  # the key of a list of questions
_TEMPLATE = re.compile(r"\{%-?[ \t]*+(?:include|for)\b[^%}\n]{1,200}%\}")
_WORD = re.compile(r"[\w-]+")
_DEEPEST = 50
_LONGEST = 50_000  # characters
_CHAIN = re.compile(r"(?:\.[ \t]*+[\w\"'-]{1,40}+[ \t]*+){50}")


def pairs(sign: str, block: str) -> list[tuple[str, str]]:
    """Return each question with its answer, which are Markdown, in order.

    Args:
        sign: What stands around the front matter: "---" (YAML) or "+++" (TOML).
        block: The front matter.
    """
    if not _NAMED.search(block) and "?" not in block:
        return []
    if len(block) > _LONGEST:
        return []
    data = _toml(block) if sign == "+++" else _yaml(block)
    return list(dict.fromkeys(_pairs(data, listed=False, depth=0)))


def cards(sign: str, block: str, text: str) -> list[tuple[str, str]]:
    """Return the title and the text, which are Markdown, of each card that a template shows.

    Args:
        sign: What stands around the front matter.
        block: The front matter, in which `tiers` is a list.
        text: The text behind it, which names the list: `{% include row id="tiers" %}`.
    """
    shown = {word for tag in _TEMPLATE.findall(text) for word in _WORD.findall(tag)}
    if not shown or len(block) > _LONGEST or not any(f"{word}:" in block for word in shown):
        return []
    data = _toml(block) if sign == "+++" else _yaml(block)
    lists = data.items() if isinstance(data, dict) else ()
    rows = [row for key, value in lists if key in shown and isinstance(value, list) for row in value]
    return [card for row in rows if isinstance(row, dict) and (card := _card(row)) is not None]


def _card(row: Mapping[str, Any]) -> tuple[str, str] | None:
    title = next((row[key] for key in _TITLES if isinstance(row.get(key), str)), "")
    text = next(filter(None, (_text(row[key]) for key in (*_ANSWERS, "excerpt") if key in row)), "")
    return (" ".join(title.split()), text) if title and " " in text else None


def _yaml(block: str) -> Any:
    """Read YAML whose values are all texts; what refers to another place of it may grow without end."""
    import yaml  # few articles have such records

    depths = accumulate((sign in "[{") - (sign in "]}") for sign in block)
    if max(depths, default=0) > _DEEPEST:  # it takes the square of how deep brackets are nested
        return None
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(block, yaml.BaseLoader)):
            return None
        return yaml.load(block, yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts, lists and mappings
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _toml(block: str) -> Any:
    if _CHAIN.search(block):  # tomllib takes the square of a key's parts
        return None
    try:
        return tomllib.loads(block.replace("\r", ""))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _pairs(node: Any, *, listed: bool, depth: int) -> Iterator[tuple[str, str]]:
    """Yield the pairs in a node; in a list of questions, whatever has a title and a text is one."""
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for each in node:
            yield from _pairs(each, listed=listed, depth=depth + 1)
    elif isinstance(node, dict):
        inner = [
            pair
            for key, value in node.items()
            if isinstance(value, (dict, list))
            for pair in _pairs(value, listed=listed or bool(_NAMED.search(key)), depth=depth + 1)
        ]
        pair = None if inner else _pair(node, listed=listed)
        yield from [pair] if pair else inner


def _pair(node: Mapping[str, Any], *, listed: bool) -> tuple[str, str] | None:
    told = {key.lower(): value for key, value in node.items()}
    for key in (*_QUESTIONS, *_TITLES):
        question = told.get(key)
        if isinstance(question, str) and question.strip() and (key in _QUESTIONS or listed or asks(question)):
            answer = next(filter(None, (_text(told[k]) for k in _ANSWERS if k in told and k != key)), "")
            return (" ".join(question.split()), answer) if answer else None
    return None


def _text(value: Any) -> str:
    """Return a text, or several below each other."""
    parts = value if isinstance(value, list) else [value]
    return "\n\n".join(part.strip() for part in parts) if all(isinstance(part, str) for part in parts) else ""
