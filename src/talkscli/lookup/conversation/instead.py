"""The last question asked of another one: "and X?", "what about X", "no, I meant X", "not Y, X"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from talkscli.language import grammar, parts, vocabulary
from talkscli.language.words import STOP, words
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.names import MARKS, Mention

_ONES = frozenset(("one", "ones"))
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
_PLURAL = {one: many for many, one in _SINGULAR.items()}
LONGEST = 5  # words of another name
_LEAD = r"(?:(?:no|nope|sorry|oops|wait|actually|well)[,.!]? )*"
_MEANT = r"(?:what )?i (?:mean|meant|was (?:asking|talking) (?:about|of))(?: is| was)?"
_CORRECTION = re.compile(
    rf"(?i){_LEAD}(?:{_MEANT}:? (?P<meant>.+)|not (?P<wrong>[^,]+?)(?:,| but) (?:but |{_MEANT} )?(?P<right>[^,]+)"
    rf"|(?:no|nope|sorry),? (?P<name>.+)|(?P<first>[^,]+?)(?:,? (?:is what )?{_MEANT}|, not (?P<last>[^,]+)))"
)


class Instead(NamedTuple):
    """A question that is asked of another one."""

    question: str
    name: str
    """The other one, as typed."""
    keeps: bool = False
    """Whether the last question still is what the next line leans on."""


def corrected(line: str, memory: Memory) -> tuple[str, str] | None:
    """Read a correction.

    Args:
        line: What was typed.
        memory: What was said before.

    Returns:
        What was meant, and what was not, if that is told; None where nothing is corrected.
    """
    found = _CORRECTION.fullmatch(line.rstrip(MARKS + " "))
    if not found:
        return None
    if found["name"]:
        bare = re.sub("^(?i:the) ", "", found["name"])
        is_one = not {bare, found["name"]}.isdisjoint(each.typed for each in memory.mentions(found["name"]))
        return (found["name"], "") if is_one else None
    meant = found["meant"] or found["right"] or found["first"]
    meant, _, wrong = meant.partition(", not ")
    wrong = wrong or found["wrong"] or found["last"] or ""
    short = len(meant.split()) <= LONGEST and words(meant)[:1] != ["that"]
    said = found["meant"] or (short and grammar.INTERROGATIVES.isdisjoint(words(f"{meant} {wrong}")))
    return (meant, wrong) if said else None


def only_a_name(told: Sequence[str], named: Sequence[Mention]) -> bool:
    """Tell whether a line is "and X?" or "what about X?"."""
    names = {word for name in named for word in words(name.typed)}
    rest = [word for word in told if word not in names | grammar.ARTICLES]
    if len(rest) > 1 and rest[-1] in _ONES:  # "and the Russian one"
        del rest[-1]
    return rest == ["and"] or (rest[-1:] == ["about"] and all(word in STOP for word in rest))


def instead(
    memory: Memory, name: Mention, line: str = "", wrong: str = "", *, corrects: bool = False
) -> Instead | None:
    """Ask the last question of another one.

    Args:
        memory: What was said before.
        name: The other one.
        line: What was typed, which may have "the" before the name.
        wrong: The name that was not meant.
        corrects: Whether the last question was not what was meant.

    Returns:
        The question; None where the last one is of nobody.
    """
    typed_so = f"the {name.typed.lower()}" in line.lower() and words(line)[-1] not in _ONES
    the = "the " if typed_so else memory.article(name)
    asked = re.sub(r"^(?i:and|no|sorry),? (?!$)", "", memory.question)
    before = memory.mentions(asked)
    if name.entity in [each.entity for each in before]:
        return Instead(asked, name.typed)
    person = name.entity.kind == "person"
    alike = [each for each in before if (each.entity.kind == "person") is person]
    alike = [each for each in alike if wrong and set(words(wrong)) <= set(words(each.typed))] or alike
    first, *rest = asked.rstrip(MARKS + " ").split() or [""]
    if first.lower() in ("who", "whom") and len(rest) > 1 and not corrects:
        if rest[0].lower() in grammar.DO:  # after "who did Berg call": "did Berg call X"
            return Instead(" ".join([*rest, f"{the}{name.typed}"]), name.typed, keeps=True)
        if not alike and rest[0].lower() not in grammar.AUXILIARIES:  # after "who came": "X came"
            return Instead(" ".join([f"{the}{name.typed}", *rest]), name.typed, keeps=True)
    if not before:  # after "why did the talks fail"
        asks = bool(rest) and not corrects and first.lower() in grammar.INTERROGATIVES
        asks = asks and grammar.PERSONAL.isdisjoint(words(asked))
        return Instead(f"for {the}{name.typed}, {asked.rstrip(MARKS + ' ')}", name.typed, keeps=True) if asks else None
    entity, typed = (alike or before)[-1]
    known = any(each.lower().endswith("s") for each in entity.names)
    acts = _is_verb(asked.partition(f"{typed} ")[2].split()[:1])  # "what are the Norlanders doing"
    owns = typed.endswith(("'s", "’s")) or (typed.endswith("s") and not known and not acts)
    other = f"{name.typed.removesuffix('’s')}’s" if owns else name.typed  # "medinskis role"
    following = asked.partition(f"the {typed} ")[2].split()[:1]
    describes = entity.kind == "country" and any(map(vocabulary.is_ordinary, following))  # "the Russian delegation"
    if describes:
        return Instead(asked.replace(typed, other), name.typed)
    plain = asked.replace(f"the {typed}", typed)
    if not owns and (person or _is_one(name)):  # "are the dockers" -> "is Berg"
        plain = re.sub(rf"\b(are|were|have|do) {re.escape(typed)}(?!\w)", lambda m: f"{_SINGULAR[m[1]]} {typed}", plain)
    elif not owns and not person:
        plain = re.sub(rf"\b(is|was|has|does) {re.escape(typed)}(?!\w)", lambda m: f"{_PLURAL[m[1]]} {typed}", plain)
    return Instead(plain.replace(typed, f"{the}{other}"), name.typed)


def _is_one(name: Mention) -> bool:
    """Tell whether a name means one by its form: "the PU", "Norland", not "the Norlanders"."""
    plural = name.typed.endswith("s") and not name.typed.endswith(("'s", "’s", "ss"))
    return not plural or name.typed.isupper() or name.typed == name.entity.name


def _is_verb(following: Sequence[str]) -> bool:
    return bool(following) and (following[0].endswith("ing") or parts.is_mostly_verb(following[0].lower()))
