"""Answers questions from a store of facts, and shows where each answer comes from.

import talkscli

with talkscli.open() as stores:
    reply = talkscli.ask(stores, "why did the ceasefire fail")
    print(reply.answered, reply.confidence, reply.answer.answer)
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from talkscli.errors import TalksError
    from talkscli.lookup.ask import ask
    from talkscli.lookup.brief import Brief, brief
    from talkscli.lookup.listings import facts, faq, quotes, show, timeline
    from talkscli.lookup.results import Answer, Listing, Profile, Roll
    from talkscli.lookup.who import everyone, who
    from talkscli.search.engine import Engine
    from talkscli.store.model import Citation, Entity, Fact, Source, Store

__version__ = "0.1.0"

_HOMES = {
    "TalksError": "errors",
    "ask": "lookup.ask",
    "Brief": "lookup.brief",
    "brief": "lookup.brief",
    "facts": "lookup.listings",
    "faq": "lookup.listings",
    "quotes": "lookup.listings",
    "show": "lookup.listings",
    "timeline": "lookup.listings",
    "Answer": "lookup.results",
    "Listing": "lookup.results",
    "Profile": "lookup.results",
    "Roll": "lookup.results",
    "everyone": "lookup.who",
    "who": "lookup.who",
    "Engine": "search.engine",
    "Citation": "store.model",
    "Entity": "store.model",
    "Fact": "store.model",
    "Source": "store.model",
    "Store": "store.model",
}
"""The names that are imported when they are asked for: the command line needs few of them at each start."""

__all__ = [
    "Answer", "Brief", "Citation", "Engine", "Entity", "Fact", "Listing", "Profile", "Roll", "Source", "Store",
    "TalksError", "ask", "brief", "everyone", "facts", "faq", "load", "open", "quotes", "show", "timeline",
    "who",
]  # fmt: skip


def load(*paths: str | Path) -> "Store":
    """Read stores and articles, or the shipped store if none is named, as one store.

    Args:
        paths: Store files, or articles, of which a store is made as by `talks build`.

    Returns:
        The store.

    Raises:
        TalksError: One of them can't be read.
    """
    from talkscli.extract.stores import Stores

    return Stores([Path(path) for path in paths]).store()


def open(*paths: str | Path) -> "Engine":  # noqa: A001 - as in `gzip`
    """Open stores and articles, or the shipped store if none is named, for many questions.

    Args:
        paths: As for `load`. The index of a large store is kept, and the store does not come into memory.

    Returns:
        What `ask` takes; it is closed at the end of a `with` block.

    Raises:
        TalksError: One of them can't be read.
    """
    from talkscli.extract.stores import Stores

    return Stores([Path(path) for path in paths]).engine()


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"talkscli.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
