"""For programs: JSON as docs/reference.md has it. Needs no Rich, so that scripts do not wait for it."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from talkscli.render.clean import HIDDEN
from talkscli.store.model import Entity, Fact

if TYPE_CHECKING:
    from talkscli.lookup.brief import Brief
    from talkscli.lookup.results import Answer, Profile, Refs
    from talkscli.search.hits import Match

Json = dict[str, Any] | list[Any] | None

# Allowed in JSON, but not fit for a terminal that it is printed to: written as \uXXXX they mean the same.
_UNSEEN = f"[\x7f-\x9f{HIDDEN}\u2028-\u202e\ufff9-\ufffb\U000e0000-\U000e00ff]"
_ASCII = bytes(range(0x7F))


def dump(value: Json, *, compact: bool = False) -> str:
    """Make JSON text, ended by a line feed: indented, or on one line."""
    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:  # a file name or a question that is not UTF-8
        data = msgspec.json.encode(_mend(value))
    text = (data if compact else msgspec.json.format(data, indent=2)).decode()
    others = data.translate(None, _ASCII).decode()  # most text has few, and looking through all of it takes long
    return (re.sub(_UNSEEN, _escape, text) if others and re.search(_UNSEEN, others) else text) + "\n"


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def _mend(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {_mend(key): _mend(item) for key, item in value.items()}
        case list() | tuple():
            return [_mend(item) for item in value]
    return value


def fact(row: Fact, refs: "Refs") -> dict[str, Any]:
    """Make FACT: every key of the store's object, and the citation with its source's title and date."""
    out = msgspec.structs.asdict(row)
    if row.citation is not None:
        source = refs.sources.get(row.citation.source or "")
        out["citation"] = msgspec.structs.asdict(row.citation) | {
            "title": source.title if source else None,
            "published": source.published if source else None,
        }
    return out


def facts(rows: Iterable[Fact], refs: "Refs") -> list[dict[str, Any]]:
    """Make [FACT]."""
    return [fact(row, refs) for row in rows]


def entity(row: Entity) -> dict[str, Any]:
    """Make ENTITY."""
    return msgspec.structs.asdict(row)


def answer(reply: "Answer", *, explain: bool = False) -> dict[str, Any]:
    """Make the reply to a question."""
    out: dict[str, Any] = {
        "question": reply.question,
        "answered": reply.answered,
        "confidence": round(reply.confidence, 4),
        "read_as": reply.read_as,
        "missing": reply.missing,
        "answer": fact(reply.answer, reply.refs) if reply.answer else None,
        "related": [
            {"fact": fact(hit.fact, reply.refs), "confidence": round(hit.confidence, 4)} for hit in reply.related
        ],
    }
    if explain:
        out["explained"] = [_match(row) for row in reply.explained]
    return out


def _match(row: "Match") -> dict[str, Any]:
    return msgspec.structs.asdict(row) | {"weight": round(row.weight, 4), "covered": round(row.covered, 4)}


def profile(reply: "Profile") -> dict[str, Any]:
    """Make the reply to "who is NAME"."""
    return {
        "query": reply.query,
        "found": reply.found,
        "entity": entity(reply.entity) if reply.entity else None,
        "facts": facts(reply.facts, reply.refs),
        "quotes": facts(reply.quotes, reply.refs),
        "candidates": [entity(row) for row in reply.candidates],
    }


def brief(told: "Brief") -> dict[str, Any]:
    """Make the reply to `talks brief`."""
    return {
        "sources": [msgspec.structs.asdict(row) for row in told.sources],
        "about": facts(told.about, told.refs),
        "timeline": facts(told.timeline, told.refs),
        "people": [entity(row) for row in told.people],
        "ask": list(told.ask),
    }


def listed(rows: Iterable[Any], refs: "Refs | None" = None) -> list[dict[str, Any]]:
    """Make a list of facts, with what they refer to, of entities or of sources."""
    return facts(rows, refs) if refs else [msgspec.structs.asdict(row) for row in rows]
