"""What the shell offers on TAB: names, ids, topics, sections. Quick: no search, no Rich, and no large store."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from talkscli.store.model import Store

LARGEST = 8 << 20
"""Bytes of a store that are read while someone waits for a key to answer."""

ASKED = ("COMP_WORDS", "COMP_CWORD")
"""Variables in which a shell says what is to be completed."""

_PLAIN_WORD = re.compile(r"[^\W_][\w.:@+-]*")  # a shell evaluates what is offered: nothing that it could expand

Lookup = Callable[[typer.Context, list[str], str], list[str]]


def stores_of_environment() -> list[Path]:
    """Find the stores that TALKS_STORE names."""
    return [Path(part) for part in os.environ.get("TALKS_STORE", "").split(os.pathsep) if part]


def _offer(candidates: "Callable[[Store], Iterator[str]]") -> Lookup:
    def complete(ctx: typer.Context, args: list[str], incomplete: str) -> list[str]:
        found: dict[str, None] = {}
        for store in _stores(ctx):
            found |= dict.fromkeys(word for word in candidates(store) if word.startswith(incomplete))
        once = (word for word in found if word == word.lower() or word.lower() not in found)
        return [word for word in once if _PLAIN_WORD.fullmatch(word)]

    return complete


def _stores(ctx: typer.Context) -> "Iterator[Store]":
    from talkscli.errors import TalksError
    from talkscli.store import files

    named = [Path(name) for name in ctx.params.get("store") or ()]
    for path in named or stores_of_environment() or [files.default_path()]:
        try:
            if path.is_file() and path.stat().st_size <= LARGEST:
                yield files.read(path)
        except (TalksError, OSError, ValueError):
            continue  # the command itself will say what is wrong


def named(store: "Store") -> Iterator[str]:
    """Name those whom a store knows: by their ids, and by the words of their names."""
    for entity in store.entities:
        yield entity.id
    for entity in store.entities:
        for word in entity.name.split():
            if not word.islower():  # not "von" and "of"
                yield word.lower()  # as most people type it
                yield word


def idents(store: "Store") -> Iterator[str]:
    """Name the facts of a store."""
    return (fact.id for fact in store.facts)


def _topics(store: "Store") -> Iterator[str]:
    return (topic for fact in store.facts for topic in fact.topics)


def _sections(store: "Store") -> Iterator[str]:
    from talkscli.language.words import words

    # without spaces or quotes, which each shell would want written in its own way
    return ("-".join(words(fact.citation.section)) for fact in store.facts if fact.citation and fact.citation.section)


names, ids, topics, sections = (_offer(source) for source in (named, idents, _topics, _sections))


def keep_rich_out() -> None:
    """Stop Typer from stripping Rich's markup from help texts: ours has none, and Rich takes longer than all else."""
    from typer import _completion_classes

    vars(_completion_classes)["_sanitize_help_text"] = str
