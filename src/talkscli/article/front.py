"""What stands before the text of Markdown: front matter, in YAML between "---" or in TOML between "+++"."""

import re
from collections.abc import Mapping

from talkscli.article.dates import published

_KEY = re.compile(r"\A(?:[-\w]+|\"[^\"\n]+\")[ \t]*+[:=]")
_LINE = re.compile(r"[-\w]+:(?:\s.*)?|\s+\S.*|-\s.*|#.*|\s*")  # a value by its key, or what goes with the one above
_DATE_KEYS = ("date", "published", "datepublished", "publishdate", "pubdate", "published_at", "created")
_PATH_KEYS = ("path", "permalink", "slug", "url", "link")
_IN_PATH = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})([-/])([01][0-9])\2([0-3][0-9])(?![0-9])"
)  # /2014/03/12/ferries-late
_BLOCK = frozenset((">", "|", ">-", "|-", ">+", "|+"))


def split(text: str) -> tuple[Mapping[str, str], str]:
    """Split a text into its front matter and the rest.

    Returns:
        The plain values of the front matter by their keys in lower case, and the text without it.
    """
    block, rest = parted(text)
    return _values(block.split("\n")), rest


def parted(text: str) -> tuple[str, str]:
    """Part a text into its front matter, without the signs around it, and the rest."""
    sign = text[:3]
    if sign not in ("---", "+++"):
        return "", text
    first, _, rest = text.partition("\n")
    if first.rstrip() != sign or not (_KEY.match(rest) or rest.startswith("#")):
        return "", text
    ends = [at for close in (sign, "...") if (at := rest.find("\n" + close)) >= 0]
    if not ends:
        return "", text
    end = min(ends)
    return rest[:end], rest[end + 1 :].partition("\n")[2]


def split_plain(text: str) -> tuple[Mapping[str, str], str]:
    """Split plain text as `split` does, where front matter it plainly is: values by their keys, a title or a date."""
    block, end, _ = text.removeprefix("---\n").partition("\n---\n")
    if not (text.startswith("---\n") and end and all(map(_LINE.fullmatch, block.split("\n")))):
        return {}, text
    values, rest = split(text)
    return (values, rest) if not values.keys().isdisjoint(("title", *_DATE_KEYS)) else ({}, text)


def told(values: Mapping[str, str]) -> dict[str, str | None]:
    """Return what front matter tells of a document: when it was published, its language and its address."""
    dates = filter(
        None, (*(published(values.get(key)) for key in _DATE_KEYS), *map(_in_path, map(values.get, _PATH_KEYS)))
    )
    address = values.get("url") or values.get("link") or ""
    return {
        "published": next(dates, None),
        "language": values.get("language") or values.get("lang") or values.get("locale"),
        "url": address if "://" in address else None,
    }


def _in_path(path: str | None) -> str | None:
    """Return the day that an address has, as many sites put it there."""
    found = _IN_PATH.search(path or "")
    return published("-".join(found.group(1, 3, 4))) if found else None


def _values(lines: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    key, block = "", False
    for line in lines:
        if line[:1] in (" ", "\t"):
            if block and key:
                values[key] = f"{values[key]} {line.strip()}".strip()
            continue
        found = _KEY.match(line)
        key, block = "", False
        if found:
            key = found[0][:-1].strip().strip('"').lower()
            value = line[found.end() :].strip()
            block = value in _BLOCK
            values.setdefault(key, "" if block else _unquoted(value))
    return {key: value for key, value in values.items() if value}


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        return inner.replace('\\"', '"') if value[0] == '"' else inner.replace("''", "'")
    return value.partition(" #")[0].strip()
