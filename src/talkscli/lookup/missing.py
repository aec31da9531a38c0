"""Why nothing was found, and what to try instead."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from talkscli.language.words import words
from talkscli.store.model import Entity, Store

if TYPE_CHECKING:  # most listings need no names
    from talkscli.lookup.names import Named

SUGGESTED = 3
SPEAKERS = 5  # that are named
SIMILAR = 75  # least fuzz.WRatio (0 to 100) of what is suggested


class Reason(NamedTuple):
    """Why there is nothing to list."""

    missing: str | None
    """What is not here."""
    hint: str | None = None
    """What to try instead."""


def unknown(name: str, named: "Named") -> Reason | None:
    """Tell why a name names nobody; None where it does."""
    if named.entity:
        return None
    if not named.candidates:
        return Reason(f"nobody called {name!r} here", "talks who lists all")
    names = ", ".join(entity.name for entity in named.candidates)
    if named.fits:
        return Reason(f"{name!r} fits several", names)
    return Reason(f"nobody called {name!r} here", f"did you mean {names}?")


def silent(store: Store, entity: Entity) -> Reason:
    """Tell that somebody says nothing here; of a country or body, who of it does."""
    speakers = {fact.speaker for fact in store.facts if fact.quote}
    own = [each.name for each in store.entities if each.id in speakers and each.side == entity.id]
    hint = f"of that side there are words of {', '.join(own[:SPEAKERS])}" if own else "talks quotes lists all"
    return Reason(f"no words of {entity.name} here", hint)


def choose(wanted: str | None, values: Sequence[str]) -> set[str]:
    """Find the values that a typed one means: the same but for case and accents, else those that contain it."""
    if not wanted:
        return set()
    key = _plain(wanted)
    return {v for v in values if _plain(v) == key} or {v for v in values if key and key in _plain(v)}


def _plain(text: str) -> str:
    return " ".join(words(text))


def suggest(what: str, wanted: str, values: Sequence[str]) -> Reason:
    """Tell that a value is not here, and which may be meant.

    Args:
        what: "section", "fact" or "topic".
        wanted: The value as typed.
        values: Those that are here.
    """
    from rapidfuzz import fuzz, process  # only where nothing was found

    missing = f"no {what} {wanted!r} here"
    key, plain = _plain(wanted), [_plain(value) for value in values]
    near = [at for at, value in enumerate(plain) if key and key in value][:SUGGESTED] or [
        at for _, _, at in process.extract(key, plain, scorer=fuzz.WRatio, score_cutoff=SIMILAR, limit=SUGGESTED)
    ]
    if near:
        return Reason(missing, f"did you mean {', '.join(values[at] for at in near)}?")
    if not values:
        return Reason(f"{missing}, nor any other")
    listed = ", ".join(values[:8]) + (", …" if len(values) > 8 else "")
    ways = {"section": "talks sources lists them", "fact": "talks facts lists all", "topic": f"there are {listed}"}
    return Reason(missing, ways[what])
