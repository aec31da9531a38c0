"""Whose act, words, wish or property a fact tells: worked out for the few facts where a question asks for it."""

from collections.abc import Collection

from talkscli.search.index.doc import Doc, Whose
from talkscli.search.index.reader import Index
from talkscli.store.model import Fact

MAX_SENTENCE = 600  # characters of an answer whose subject is looked for; a longer one tells of many things


def whose(index: Index, row: int, doc: Doc) -> Whose:
    """Say whose a fact is: as the store has it, else its speaker's, else that of who is named as the subject."""
    if doc.whose is None:
        fact = index.fact(row)
        ids = fact.subject or ((fact.speaker,) if fact.speaker else _named(index, fact, doc))
        sides = {entity.side for entity in index.entities(ids).values() if entity.side}
        doc.whose = Whose(_tokens(index, ids), _tokens(index, sides))
    return doc.whose


def namesakes(index: Index, short: Collection[str], long: Collection[str]) -> bool:
    """Tell of two sets of entity tokens whether a name in `long` begins with one in `short`: "X College", "X"."""
    begins = tuple(f"{name} " for token in short for name in index.entity(int(token[1:])).names)
    return any(name.startswith(begins) for token in long for name in index.entity(int(token[1:])).names)


def _named(index: Index, fact: Fact, doc: Doc) -> tuple[str, ...]:
    if doc.profile == "phrased" or len(fact.answer) > MAX_SENTENCE:
        return ()  # what is phrased by hand names its subject, or is nobody's
    from talkscli.language.matcher import Matcher  # grammar that a store with subjects does without
    from talkscli.language.subjects import subjects_of

    entities = [index.entity(int(token[1:])) for token in sorted(doc.answer) if token[0] == "@"]
    names = Matcher((name, e.id) for e in entities for name in e.names).find(fact.answer)
    return subjects_of(fact.answer, names) if names else ()


def _tokens(index: Index, ids: Collection[str]) -> frozenset[str]:
    return frozenset([f"@{row}" for row in index.entity_rows(ids)])
