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
    from talkscli.lookup.listings import facts, faq, quotes, show, timeline
    from talkscli.lookup.results import Answer, Listing, Profile
    from talkscli.lookup.who import everyone, who
    from talkscli.store.model import Citation, Entity, Fact, Source, Store

__version__ = "0.1.0"

__all__ = [
    "Answer", "Citation", "Entity", "Fact", "Listing", "Profile", "Source", "Store", "TalksError",
    "ask", "everyone", "facts", "faq", "load", "quotes", "show", "timeline", "who",
]  # fmt: skip

_HOMES = {
    "errors": ("TalksError",),
    "lookup.ask": ("ask",),
    "lookup.listings": ("facts", "faq", "quotes", "show", "timeline"),
    "lookup.who": ("everyone", "who"),
    "lookup.results": ("Answer", "Listing", "Profile"),
    "store.model": ("Citation", "Entity", "Fact", "Source", "Store"),
}


def load(*paths: str | Path) -> "Store":
    """Read store files as one store.

    Args:
        paths: The files; the shipped store if none is named.

    Returns:
        The store, ready for `ask` and the other views.

    Raises:
        TalksError: A file can't be read, or breaks the format.
    """
    from talkscli.store.merge import load as read

    return read([Path(path) for path in paths]).store


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: the command line needs little of it at each start."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"talkscli.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
