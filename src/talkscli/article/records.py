"""Questions with their answers that stand as records in the front matter of Markdown: `faqs: - question: …`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from talkscli.article.questions import asks

_QUESTIONS = ("question", "q")
_TITLES = ("title", "heading", "header", "name", "label", "summary", "term")
_ANSWERS = ("answer", "a", "answers", "text", "body", "content", "description", "details")
_NAMED = re.compile(r"faq|question", re.IGNORECASE)  # the key of a list of questions
_KEY = re.compile(r"(\"[^\"\n]++\"|'[^'\n]++'|[^\s\"'#:\[\]{},-][^\s:#\"']*+)[ ]*+:(?:[ ]++|$)")
_BLOCK = re.compile(r"([|>])[-+0-9]*+(?:[ ]++#.*)?$")
_ESCAPE = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "t": "\t"}
_DEEPEST = 50
_LONGEST = 50_000  # characters of TOML
_CHAIN = re.compile(r"(?:\.[ \t]*+[\w\"'-]{1,40}+[ \t]*+){50}")


def pairs(sign: str, block: str) -> list[tuple[str, str]]:
    """Return each question with its answer, which are Markdown, in order.

    Args:
        sign: What stands around the front matter: "---" (YAML) or "+++" (TOML).
        block: The front matter.
    """
    if not _NAMED.search(block) and "?" not in block:
        return []
    data = _toml(block) if sign == "+++" else _Yaml(block).read()
    return list(dict.fromkeys(_pairs(data, listed=False, depth=0)))


def _toml(block: str) -> Any:
    if len(block) > _LONGEST or _CHAIN.search(block):  # tomllib takes the square of a key's parts
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


class _Yaml:
    """Reads what front matter uses of YAML: mappings, lists, and texts in all their forms; all else is text."""

    def __init__(self, text: str) -> None:
        self.lines = text.expandtabs(2).splitlines()
        self.at = 0

    def read(self) -> Any:
        """Return mappings, lists and texts."""
        return self._node(0, 0)

    def _indent(self) -> int:
        """Pass over what is blank or a comment; return how far in the line at hand stands, -1 at the end."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            bare = line.lstrip(" ")
            if bare and not bare.startswith("#"):
                return len(line) - len(bare)
            self.at += 1
        return -1

    def _node(self, least: int, depth: int) -> Any:
        """Read what stands so far in at least."""
        indent = self._indent()
        if indent < least or depth > _DEEPEST:
            return ""
        line = self.lines[self.at]
        if line.startswith(("- ", "-\n"), indent) or line[indent:] == "-":
            return self._list(indent, depth)
        if _KEY.match(line, indent):
            return self._mapping(indent, depth)
        self.at += 1
        return self._scalar(line[indent:], least)

    def _list(self, indent: int, depth: int) -> list[Any]:
        found: list[Any] = []
        while self._indent() == indent:
            line = self.lines[self.at]
            if not (line.startswith("- ", indent) or line[indent:] == "-"):
                break
            rest = line[indent + 1 :]
            if rest.strip():
                if block := _BLOCK.match(rest.strip()):
                    self.at += 1
                    found.append(self._block(block[1], indent))
                    continue
                self.lines[self.at] = " " * (indent + 1) + rest
            else:
                self.at += 1
            found.append(self._node(indent + 1, depth + 1))
        return found

    def _mapping(self, indent: int, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while self._indent() == indent:
            line = self.lines[self.at]
            key = _KEY.match(line, indent)
            if key is None:
                break
            self.at += 1
            value = line[key.end() :].strip()
            name = key[1].strip("\"'")
            if block := _BLOCK.match(value):
                found[name] = self._block(block[1], indent)
            elif value and not value.startswith("#"):
                found[name] = self._scalar(value, indent + 1)
            else:
                listed = self._indent() == indent and self.lines[self.at].startswith("-", indent)
                found[name] = self._node(indent if listed else indent + 1, depth + 1)
        return found

    def _block(self, sign: str, indent: int) -> str:
        """Read the lines that stand further in: as they are ("|"), or joined to paragraphs (">")."""
        lines: list[str] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
                break
            lines.append(line)
            self.at += 1
        margin = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
        return "\n".join(line[margin:] for line in lines).strip("\n")

    def _scalar(self, value: str, least: int) -> str:
        """Read a text that goes on in the lines that stand so far in, with or without quotation marks."""
        quote = value[0] if value[0] in "\"'" else ""
        parts = [value]
        while self.at < len(self.lines) and not (quote and _is_closed(parts[-1], quote, first=len(parts) == 1)):
            line = self.lines[self.at]
            if line.strip() and len(line) - len(line.lstrip(" ")) < least:
                break
            parts.append(line.strip())
            self.at += 1
        if not quote:
            parts[0] = parts[0].partition(" #")[0]
        text = "\n".join(parts).strip()
        if not quote:
            return text
        inner = text[1:].rstrip()
        inner = inner[:-1] if inner.endswith(quote) else inner
        if quote == "'":
            return inner.replace("''", "'")
        return _ESCAPE.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), inner)


def _is_closed(line: str, quote: str, *, first: bool) -> bool:
    """Tell whether a text in quotation marks ends with its line."""
    inner = line[1:] if first else line
    inner = inner.partition(f"{quote} #")[0] + quote if f"{quote} #" in inner else inner.rstrip()
    if quote == "'":
        return (len(inner) - len(inner.rstrip("'"))) % 2 == 1
    return inner.endswith('"') and (len(inner) - 1 - len(inner[:-1].rstrip("\\"))) % 2 == 0
