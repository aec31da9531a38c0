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
    from talkscli.lookup import ask, everyone, facts, faq, quotes, show, timeline, who
    from talkscli.model import Citation, Entity, Fact, Source, Store
    from talkscli.results import Answer, Listing, Profile

__version__ = "0.1.0"

__all__ = [
    "Answer", "Citation", "Entity", "Fact", "Listing", "Profile", "Source", "Store", "TalksError",
    "ask", "everyone", "facts", "faq", "load", "quotes", "show", "timeline", "who",
]  # fmt: skip

_HOMES = {
    "errors": ("TalksError",),
    "lookup": ("ask", "everyone", "facts", "faq", "quotes", "show", "timeline", "who"),
    "results": ("Answer", "Listing", "Profile"),
    "model": ("Citation", "Entity", "Fact", "Source", "Store"),
}


def load(*paths: str | Path) -> "Store":
    """Read store files, or the shipped one if none is named, as one store. Raises TalksError."""
    from talkscli.merge import load as read

    return read([Path(path) for path in paths]).store


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: the command line needs little of it at each start."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"talkscli.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
