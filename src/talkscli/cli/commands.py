"""The commands of a conversation that only show what they name: time line, quotes, facts, FAQ, sources."""

from functools import cached_property
from typing import TYPE_CHECKING

from talkscli import render
from talkscli.cli.typed import about, options
from talkscli.lookup import listings
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.results import Listing
from talkscli.render import messages
from talkscli.store.model import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from talkscli.cli.options import Reading
    from talkscli.search.engine import Engine

HELP = """\
Ask in your own words. "he", "she", "they", "it", "the other side", "why?" and
"what about …?" mean what was said before; "no, I meant …" corrects it.
  1, 2, 3 …         ask what is offered under that number
  more              the rest of the answer, or more to ask
  source            where the last answer stands
  brief, timeline, who NAME, quotes NAME, facts, faq, show ID, sources
  quit              leave; so do an empty line, Ctrl-D, and Ctrl-C on an empty line
The keys up and down bring back earlier questions, Tab completes names and ids.
"""


class Commands:
    """Runs commands by their names; each tells whether the line was meant for it."""

    def __init__(self, engine: "Engine", given: "Reading") -> None:
        self._engine, self._given = engine, given
        self._commands: dict[str, Callable[[str], bool]] = {
            "help": self._help, "?": self._help, "timeline": self._timeline, "quotes": self._quotes,
            "facts": self._facts, "faq": self._faq, "show": self._show, "sources": self._sources,
        }  # fmt: skip

    @cached_property
    def _store(self) -> Store:
        return self._given.stores.store()

    @cached_property
    def _memory(self) -> Memory:
        return Memory(self._store)

    def _help(self, rest: str) -> bool:
        if not rest:
            render.text(HELP)
        return not rest

    def _timeline(self, rest: str) -> bool:
        if rest.startswith("of ") and self._memory.names.find(rest):  # else it is a question: "timeline of the war"
            rest = f"about {rest[3:]}"
        if rest[:1].isdecimal():  # "timeline 2022"
            rest = f"since {rest} until {rest}"
        if [name.typed for name in self._memory.names.find(rest)] == [rest]:  # "timeline crimea"
            rest = f"about {rest}"
        chosen = options(rest, "since", "until", "about", "details")
        if chosen is None:
            return False
        details = chosen.pop("details", None) is not None
        found = listings.timeline(self._store, **chosen)
        self._memory.last = found.facts or self._memory.last
        render.timeline(found, self._given.view, of=len(found.facts), details=details)
        return True

    def _quotes(self, speaker: str) -> bool:
        return self._list(listings.quotes(self._store, speaker or None), quotes=True)

    def _facts(self, words: str) -> bool:
        name = about(words)
        return self._list(listings.facts(self._store, "" if name else words, name, find=self._engine.find))

    def _faq(self, words: str) -> bool:
        return self._list(listings.faq(self._store, words, self._engine.find))

    def _list(self, found: Listing, *, quotes: bool = False) -> bool:
        render.listing(self._given.first(found, "facts"), self._given.view, of=len(found.facts), quotes=quotes)
        return True

    def _show(self, ident: str) -> bool:
        if not ident:
            messages.say("`show` wants the id of a fact: `facts` lists them")
            return True
        found = listings.show(self._store, ident)
        if found.facts:  # else it is a request: "show me …"
            render.fact(found, self._given.view)
        return bool(found.facts)

    def _sources(self, rest: str) -> bool:
        if not rest:
            render.sources(listings.sources(self._given.stores.library()), self._given.view)
        return not rest
