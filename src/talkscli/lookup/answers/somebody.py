"""Questions for somebody, answered by what the store has of each: who said a fact, who has which role, what it is."""

import re
from collections.abc import Collection, Iterable, Sequence

from talkscli.language import grammar
from talkscli.language.tongues import Tongue
from talkscli.language.words import words
from talkscli.lookup.answers.holders import (
    PARTLY,
    POOL,
    STORED,
    Read,
    employed,
    heading,
    in_office,
    introducing,
    mentioning,
    places,
)
from talkscli.search.engine import Engine
from talkscli.search.hits import Found, Hit
from talkscli.search.index.reader import Index
from talkscli.search.question.answer_types import asks
from talkscli.search.question.terms import tokenise
from talkscli.store.model import Entity, Fact

FURTHER = 0.7
"""Confidence of what else there is of that kind."""
LONGEST = 14  # words of such a question
HELD = 5  # content words of a role that is asked for

_SAYING = grammar.SAYING | frozenset("saying comment comments commented quoted remark remarked".split())
_PLAIN = grammar.INTERROGATIVES | grammar.AUXILIARIES | grammar.ARTICLES | {"else", "also", "as", "so", "s"}


def of_somebody(found: Found, engine: Engine, question: str, top: int) -> Found:
    """Answer "what did X say", "who is X", "who is the minister", "what is X" by the speakers and roles of the store.

    Args:
        found: What the search has.
        engine: What gave it.
        question: The question.
        top: How many facts are wanted.

    Returns:
        The same with a fact as the answer that has just that; unchanged where the question asks for something else, or
        the answer is one already.
    """
    if found.abroad or (found.answered and _is_sure(found.hits[0])):
        return found
    asked = _read(engine, question, found)
    if asked is None or (found.answered and _is_made_for_it(found.hits[0], asked, engine)):
        return found
    sure = STORED
    if asked.kind in ("what", "words", "role", "meaning") and len(asked.named) == 1:
        entity = engine.index.entity(int(asked.named[0][1:]))
        facts = mentioning(engine, asked.named[0])
        if asked.kind == "meaning":
            facts = _defining(facts, entity.names)
        elif asked.kind == "role":
            facts = [] if asked.content else introducing(entity, facts, engine.index.tongue)  # not "what title had X"
        else:
            facts = _said(entity, facts) if _for_words(asked, engine.index.tongue) else []
    elif asked.kind == "meaning" and not asked.named:
        keys = set(engine.index.tongue.stems([*asked.content]))
        rows = sorted(engine.index.candidates(engine.index.df(keys), POOL))
        facts = _defining(map(engine.index.fact, rows), (), keys)
    elif asked.kind in ("what", "words") and not asked.named:
        facts, sure = _said_by_some(asked, engine)
    else:
        ways = (heading, in_office) if found.answered else (heading, employed, in_office)
        facts, sure = next((held for way in ways if (held := way(asked, engine))[0]), ([], 0.0))
    if not facts:
        return found
    if found.answered:  # the one that fits the words best stays first
        facts.sort(key=lambda fact: fact.id != found.hits[0].fact.id)
    return found.led_by([Hit(fact, min(sure, FURTHER) if n else sure) for n, fact in enumerate(facts)], top)


def _is_made_for_it(hit: Hit, asked: Read, engine: Engine) -> bool:
    """Whether an answer is that to a question; for somebody's words, one that names them."""
    fact = hit.fact
    if not fact.question or asked.kind not in ("what", "words") or len(asked.named) != 1:
        return fact.question is not None
    entity = engine.index.entity(int(asked.named[0][1:]))
    told = words(fact.question)
    return any(places(told, words(n)) for n in entity.names)


def _is_sure(hit: Hit) -> bool:
    """Whether an answer is one to whatever was asked: phrased by hand, or as sure as those from here."""
    return hit.fact.question is not None and (bool(hit.fact.phrasings) or hit.confidence >= STORED)


def _read(engine: Engine, question: str, found: Found) -> Read | None:
    index = engine.index
    meant = found.as_read(question)
    folded = words(re.sub(r"(?i)\bqu['’](?=a\b)", "que ", meant) if index.tongue.code == "fr" else meant)
    if not 0 < len(folded) <= LONGEST:
        return None
    tokens = tokenise(index, folded, index.tongue)
    keys = [token.key for token in tokens]
    kind = asks(meant, folded, index.tongue, keys)
    if kind == "any" and len({token.start for token in tokens}) == 1 and keys[0][0] == "@":
        kind = "role" if index.entity(int(keys[0][1:])).kind == "person" else "meaning"  # nothing but a name
    spans = [(t.key, folded[t.start : t.start + t.size]) for t in tokens if t.key[0] != "="]
    if kind in ("role", "who") and not index.tongue.english:  # the "ministro de Transporte" is not the "Ministerio …"
        spans = [(key if key[0] != "@" or _is_spelled(index, key, span) else "", span) for key, span in spans]
        kind = kind if all(key for key, _ in spans) else "who"
    content = [w for key, span in spans if key[:1] != "@" for w in span if w not in index.tongue.function]
    named = tuple(dict.fromkeys(key for key, _ in spans if key[:1] == "@"))
    plain = (_PLAIN | {"of"}).issuperset(key[1:] for key in keys if key[0] == "=")
    if content in (["role"], ["position"]) and len(named) == 1 and plain:
        kind, content = "role", []  # "what is X's position"
    if not named and len(content) > HELD:
        return None
    return Read(kind, frozenset(folded), tuple(key[1:] for key in keys if key[0] == "="), tuple(content), named)


def _is_spelled(index: Index, token: str, typed: list[str]) -> bool:
    """Whether the words of a name are an entity's own, and have not only their beginnings."""
    return typed in [words(name) for name in index.entity(int(token[1:])).names]


# What did X say?


def _for_words(asked: Read, tongue: Tongue) -> bool:
    """Whether nothing is asked for but words of somebody: not "what did X say about Y", nor "what did X deny"."""
    return _is_told(asked, tongue) and all(_says(word, tongue) for word in asked.content)


def _is_told(asked: Read, tongue: Tongue) -> bool:
    """Whether a question has a verb of saying, and nothing that would tell more of what was said."""
    told = any(_says(word, tongue) for word in (*asked.content, *asked.function))
    return told and (_PLAIN.issuperset(asked.function) if tongue.english else len(asked.function) <= HELD)


def _says(word: str, tongue: Tongue) -> bool:
    if tongue.english:
        return word in _SAYING
    from talkscli.language.closed import SAYING  # of which most questions have no need

    return word in words(SAYING.get(tongue.code, ""))


def _said(entity: Entity, facts: Iterable[Fact]) -> list[Fact]:
    """Those of the facts that have words of somebody, verbatim ones first."""
    own = [fact for fact in facts if fact.speaker == entity.id or fact.attribution in entity.names]
    return sorted(own, key=lambda fact: (fact.quote is None or fact.speaker != entity.id, fact.question is not None))


def _said_by_some(asked: Read, engine: Engine) -> tuple[list[Fact], float]:
    """The words of those who have no name, but are called so: "what did the spokesman say"; and how sure that is."""
    tongue, index = engine.index.tongue, engine.index
    called = set(tongue.stems([word for word in asked.content if not _says(word, tongue)]))
    if not called or not _is_told(asked, tongue):
        return [], 0.0
    facts = [index.fact(row) for row in sorted(index.candidates(index.df(called), POOL))]
    own = [f for f in facts if f.quote and not f.speaker and called.issubset(tongue.content(f.attribution or ""))]
    exact = bool(own) and called.issuperset(tongue.content(own[0].attribution or ""))
    return own, STORED if exact else PARTLY


# What is X?


def _defining(facts: Iterable[Fact], names: Sequence[str], keys: Collection[str] = ()) -> list[Fact]:
    """The bare ones of some facts that tell what something is, by its names or by the stems of the word for it."""
    from talkscli.language.meaning import tells_what, written  # few questions come here

    bare = [fact for fact in facts if not fact.question]
    return [fact for fact in bare if tells_what(fact.answer, names or written(fact.answer, keys))]
