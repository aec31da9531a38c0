"""The one thing that a list of questions is about: "What is it?" asks what the thing in its title is."""

import re
from collections import Counter

from talkscli.language import grammar
from talkscli.language.words import words
from talkscli.search.confidence import VERBATIM
from talkscli.search.engine import Engine
from talkscli.search.hits import Found
from talkscli.store.model import Fact

FEW = 300  # facts of a store that are looked through
LONGEST = 3  # words of a thing's name
SHARE = 0.2
"""Least share of the pairs that name what all of them are about, where the title does not."""

_KINDS = frozenset("about and answers asked common faq faqs for frequently guide help manual of questions the".split())
_POINTING = frozenset(("it", "this"))
_CAPITALS = re.compile(r"(?<=[a-z,] )[A-ZÀ-ÖØ-Þ]\w+(?: [A-ZÀ-ÖØ-Þ]\w+)*")


def of_itself(found: Found, engine: Engine, question: str, top: int, *, explain: bool = False) -> Found:
    """Ask for "it" where a question names what all pairs of a store are about, or for that where it says "it".

    Args:
        found: What the search has.
        engine: What gave it.
        question: The question.
        top: How many facts are wanted.
        explain: Whether to tell of each word what covers it.

    Returns:
        What is found so: where a pair asks just that, or a pair asks it of "it" and nothing else answers; or the same.
    """
    points = not _POINTING.isdisjoint(words(question))
    if engine.index.size > FEW or (points and found.answered):
        return found
    source = engine.index.only_source
    title = engine.sources([source])[source].title if source else None
    told = " ".join(word for word in (title or "").split() if not _KINDS.issuperset(words(word)))
    if not source or len(told.split()) > LONGEST:
        return found
    named = told[:1].isupper()
    if named and not points and told.lower() not in question.lower():
        return found  # before all facts are read
    pairs = [fact for row in range(engine.index.size) if (fact := engine.index.fact(row)).question]
    thing = told if named else _named(pairs)
    pattern = r"(?i)\b(?:it|this)\b(?!['’])" if points else rf"(?i)\b(?:the )?{re.escape(thing or '')}(?!['’\w])"
    other = re.sub(pattern, lambda _: (thing or "") if points else "it", question) if thing else question
    if other == question or not (points or any(map(_points, pairs))):
        return found
    again = engine.search(other, top, explain=explain)
    if not again.answered:
        return found
    asked_so = again.hits[0].confidence >= VERBATIM
    if points:
        return again if asked_so else found
    better = not found.answered or (asked_so and found.hits[0].confidence < VERBATIM)
    return again if better and _points(again.hits[0].fact) else found


def _points(fact: Fact) -> bool:
    """Whether the question of a fact says "it" or "this" of what it does not name: "How secure is this?"."""
    asked = words(fact.question or "")
    after = grammar.AUXILIARIES | {"about"}  # in "during this period" it is a part of another name
    return any(word in _POINTING and (word == "it" or asked[n - 1] in after) for n, word in enumerate(asked) if n)


def _named(pairs: list[Fact]) -> str | None:
    """The name that most of the pairs have, if enough have it."""
    named = Counter(
        name for fact in pairs for name in dict.fromkeys(_CAPITALS.findall(f"{fact.question} {fact.answer}"))
    )
    name, count = named.most_common(1)[0] if named else ("", 0)
    return name if count >= max(2, SHARE * len(pairs)) else None
