"""Whether a name has "the" before it: "the Harbour Board", but "Norland"."""

import re
from collections.abc import Iterable

from talkscli.language import grammar, vocabulary
from talkscli.lookup.wording.predicate import GOES_ON
from talkscli.store.model import Entity, Fact


def is_definite(name: str, text: str) -> bool:
    """Tell whether a text never has a name without "the" where it stands for itself: "the NBU has".

    Args:
        name: The name as the text writes it.
        text: Running text.

    Returns:
        False, too, where the text does not have the name so.
    """
    then = r" (?P<next>[a-z]+)(?: (?P<then>[a-z]+))?"
    alone = re.compile(rf"(?P<the>\b[Tt]he )?(?<!\w){re.escape(name)}(?=[.,;:]|['’]s\b|$|{then})")
    found = [match for match in alone.finditer(text) if _is_alone(match["next"], match["then"])]
    return bool(found) and all(match["the"] for match in found)


def _is_alone(following: str | None, then: str | None) -> bool:
    """Tell whether a name before these words describes none of them: "plans a", but not "plans are"."""
    if following is None or ends_phrase(following):
        return True
    return then in grammar.DETERMINERS and grammar.is_third_person(following)


def ends_phrase(word: str) -> bool:
    """Tell whether a noun phrase ends before a word."""
    return word in GOES_ON or word in grammar.AUXILIARIES or grammar.is_finite(word)


def written(entity: Entity, facts: Iterable[Fact]) -> str:
    """Write the name of a body or a place as a sentence would, by how facts write it, or its initials; and "Islands".

    Args:
        entity: Whom to name.
        facts: All facts of its store.

    Returns:
        The name, with "the" where it has that.
    """
    name = entity.name
    if entity.kind == "person" or name.lower().startswith("the "):
        return name
    if entity.kind == "country" and " " in name and _is_plural(name.rsplit(" ")[-1].lower()):
        return f"the {name}"
    initials = "".join(word[0] for word in name.split())
    short = [each for each in entity.aliases if len(initials) > 1 and each.replace(".", "") == initials]
    text = " ".join([fact.answer for fact in facts])
    return f"the {name}" if any(is_definite(each, text) for each in (name, *short)) else name


def _is_plural(word: str) -> bool:
    single = vocabulary.singular(word)
    return single != word and vocabulary.is_ordinary(single)
