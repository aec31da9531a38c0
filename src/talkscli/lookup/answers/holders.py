"""Who has a role that is asked for, "who is the minister", and who heads a body, whatever that is called there."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from talkscli.language import grammar
from talkscli.language.answers import heads
from talkscli.language.tongues import Tongue
from talkscli.language.words import stems, words
from talkscli.search.engine import Engine
from talkscli.search.question.terms import tokenise
from talkscli.store.model import Entity, Fact

STORED = 0.9
"""Confidence of the words of a speaker, or of what tells somebody's role, where just that is asked for."""
PARTLY = 0.6
"""Of a role that has more to it: "president" may mean another than the president of the union."""
POOL = 60  # facts that are looked through
NEAR = 3  # words between a name and its role

_JOINS = frozenset("of at for in with".split())
_OFFICE = grammar.ARTICLES | grammar.folded(grammar.BE) | frozenset("who s of for in at".split())
_WORKING = grammar.AUXILIARIES | frozenset("who whom which where for at now".split())


class Read(Struct, frozen=True):
    """A question as it is read here."""

    kind: str
    typed: frozenset[str]
    """Its folded words."""
    function: tuple[str, ...]
    content: tuple[str, ...]
    """Folded words that are neither names nor function words."""
    named: tuple[str, ...]
    """Tokens of the entities."""


def introducing(entity: Entity, facts: Iterable[Fact], tongue: Tongue) -> list[Fact]:
    """Those of the facts in which the role of a person stands beside the name: sentences, else answers."""
    if entity.kind != "person" or not entity.role:
        return []
    role, *names = [tongue.stems(words(text)) for text in (entity.role, *entity.names)]
    made = (fact for fact in facts if not fact.phrasings)
    told = [fact for fact in made if _beside(tongue.stems(words(fact.answer)), role, names)]
    return [fact for fact in told if not fact.question] or told


def _beside(told: Sequence[str], role: Sequence[str], names: Sequence[Sequence[str]]) -> bool:
    """Whether a role stands near one of some names."""
    for at in places(told, role):
        for name in names:
            for other in places(told, name):
                if -NEAR <= other - (at + len(role)) <= NEAR or -NEAR <= at - (other + len(name)) <= NEAR:
                    return True
    return False


def places(told: Sequence[str], piece: Sequence[str]) -> list[int]:
    """Where a sequence of words stands in another."""
    size = len(piece)
    return [at for at in range(len(told) - size + 1) if size and told[at : at + size] == piece]


def _people(facts: Iterable[Fact], engine: Engine) -> list[Entity]:
    """The people that facts are about or who speak in them, each once."""
    ids = dict.fromkeys(i for fact in facts for i in (*fact.about, fact.speaker) if i)
    return [each for each in engine.index.entities(list(ids)).values() if each.kind == "person"]


def in_office(asked: Read, engine: Engine) -> tuple[list[Fact], float]:
    """The facts that introduce the one person whose role is asked for, and how sure it is that just that is meant."""
    index = engine.index
    if asked.kind != "who" or not asked.content or (index.tongue.english and not _OFFICE.issuperset(asked.function)):
        return [], 0.0
    sought = set(index.tongue.stems([*asked.content]))
    facts = [index.fact(row) for row in index.candidates(index.df(sought), POOL)]
    named = [index.entity(int(token[1:])) for token in asked.named]
    holders = [each for each in _people(facts, engine) if _has_role(each, sought, named, engine)]
    if len(holders) > 1:  # "trabajo" is among the most frequent words
        told = [len(asked.typed.intersection(words(each.role or ""))) for each in holders]
        holders = [each for each, count in zip(holders, told, strict=True) if count == max(told)]
    if len(holders) != 1:
        return [], 0.0
    own = introducing(
        holders[0], [fact for fact in facts if holders[0].id in (*fact.about, fact.speaker)], index.tongue
    )
    role = tokenise(index, words(holders[0].role or ""), index.tongue)
    rest = [token for token in role if token.key[0] not in "=@" and sought.isdisjoint(token.stems)]
    return own, PARTLY if rest else STORED


def _has_role(person: Entity, sought: set[str], named: Sequence[Entity], engine: Engine) -> bool:
    """Whether somebody has a role that is asked for, and not a lesser one: "vice", "former"."""
    if not person.role:
        return False
    from talkscli.language import offices  # few questions come here

    role = words(person.role)
    own = engine.index.tongue.stems(role)
    side = engine.index.entities([person.side]).values() if person.side else ()
    belongs = {stem for each in side for name in each.names for stem in engine.index.tongue.stems(words(name))}
    rest = [word for word, stem in zip(role, own, strict=True) if stem not in sought]
    return (
        sought <= belongs.union(own)
        and not sought.isdisjoint(own)
        and offices.LESSER.isdisjoint(rest)
        and all(each.id == person.side or any(places(role, words(name)) for name in each.names) for each in named)
    )


def heading(asked: Read, engine: Engine) -> tuple[list[Fact], float]:
    """The facts that tell who heads a body, "who runs X", "X's boss", "the CEO of X", and how sure that is."""
    index = engine.index
    if not index.tongue.english or len(asked.named) != 1 or len(asked.content) != 1 or asked.kind not in ("who", "any"):
        return [], 0.0
    if not _OFFICE.issuperset(asked.function):
        return [], 0.0
    (stem,) = index.tongue.stems([*asked.content])
    called = heads().get(stem)
    if called is None:
        return [], 0.0
    body = index.entity(int(asked.named[0][1:]))
    facts = mentioning(engine, asked.named[0])
    leading = [each for each in _people(facts, engine) if _leads(each.role or "", body, called)]
    own = [fact for each in leading for fact in introducing(each, facts, index.tongue)]
    return own, STORED if len(leading) == 1 else PARTLY


def employed(asked: Read, engine: Engine) -> tuple[list[Fact], float]:
    """The facts that tell for whom somebody works, or who works for a body, by the roles; and how sure that is."""
    index = engine.index
    if not index.tongue.english or len(asked.named) != 1 or asked.content not in (("work",), ("works",)):
        return [], 0.0
    if asked.kind not in ("who", "where") or not _WORKING.issuperset(asked.function):
        return [], 0.0
    named = index.entity(int(asked.named[0][1:]))
    facts = mentioning(engine, asked.named[0])
    if named.kind == "person":
        role = named.role or ""
        told = _works(role) and (role.lower() != role or not _JOINS.isdisjoint(role.split()))
        return (introducing(named, facts, index.tongue) if told else []), STORED
    names = [words(name) for name in named.names]
    roles = [(each, each.role or "") for each in _people(facts, engine)]
    own = [each for each, role in roles if _works(role) and any(places(words(role), name) for name in names)]
    return [fact for each in own for fact in introducing(each, facts, index.tongue)], STORED


def _works(role: str) -> bool:
    """Whether whoever has a role is still in it."""
    from talkscli.language.offices import PAST

    return PAST.isdisjoint(words(role)[:1])


def _leads(role: str, body: Entity, called: frozenset[str]) -> bool:
    """Whether a role is that of a body's head, "chairman and chief executive of X", and not less: "X news director"."""
    told = words(role)
    for name in map(words, body.names):
        for at in places(told, name):
            before, after = told[:at], told[at + len(name) :]
            joins = [n for n, word in enumerate(before) if word in _JOINS]
            if (not after and len(joins) == 1 and _is_highest(before[: joins[0]], called)) or (
                not before and _is_highest(after[after[:1] == ["s"] :], called)
            ):
                return True
    return False


def _is_highest(office: Sequence[str], called: frozenset[str]) -> bool:
    """Whether one of the offices that are told, as "founder and chief executive", is the head's."""
    from talkscli.language.offices import HIGHEST

    for one in " ".join(office).split(" and "):
        stemmed = stems(one.split())
        alone = all(word in HIGHEST or stem in called for word, stem in zip(one.split(), stemmed, strict=True))
        if "_".join(stemmed) in called or (alone and not called.isdisjoint(stemmed[-1:])):
            return True
    return False


def mentioning(engine: Engine, token: str) -> list[Fact]:
    """The facts about an entity or by it, in the order of the store."""
    return [engine.index.fact(row) for row in sorted(engine.index.candidates({token: 1}, POOL))]
