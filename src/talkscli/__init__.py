"""Answers questions from a store of facts, and shows where each answer comes from.

import talkscli

store = talkscli.load()
reply = talkscli.ask(store, "why did the ceasefire fail")
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
    from talkscli.lookup.results import Answer, Listing, Profile
    from talkscli.lookup.who import everyone, who
    from talkscli.store.model import Citation, Entity, Fact, Source, Store

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Brief",
    "Citation",
    "Entity",
    "Fact",
    "Listing",
    "Profile",
    "Source",
    "Store",
    "TalksError",
    "ask",
    "brief",
    "everyone",
    "facts",
    "faq",
    "load",
    "quotes",
    "show",
    "timeline",
    "who",
]  # fmt: skip

_HOMES = {
    "errors": ("TalksError",),
    "lookup.ask": ("ask",),
    "lookup.brief": ("Brief", "brief"),
    "lookup.listings": ("facts", "faq", "quotes", "show", "timeline"),
    "lookup.who": ("everyone", "who"),
    "lookup.results": ("Answer", "Listing", "Profile"),
    "store.model": ("Citation", "Entity", "Fact", "Source", "Store"),
}


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


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: the command line needs little of it at each start."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"talkscli.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
