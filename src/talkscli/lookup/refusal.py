"""Say in a sentence what a store does not tell, and no more than is known."""

import re

from talkscli.language import grammar
from talkscli.lookup.clause import clause
from talkscli.lookup.names import Names
from talkscli.lookup.proper import is_name
from talkscli.lookup.results import Answer
from talkscli.store.model import Entity, Store

FAR = 0.1
"""Confidence below which the closest fact is not near."""
UNLIKELY = 0.2
"""The same for a question with a word that no fact has."""


def refusal(reply: Answer) -> str:
    """Say what the store does not tell.

    It is denied only where a name of the question is in no fact, or nothing is near; else the answer may well be here,
    in other words.

    Args:
        reply: A reply without an answer.

    Returns:
        A sentence: "The article does not say which party Anna Berg leads.", "Nothing here about: Anna Berg.", or that
        there is no sure answer, and which words are in no fact.
    """
    article = "The article" if reply.refs.total == 1 else ""
    if reply.abroad:
        return f"{article or 'What is here'} is in {reply.abroad}: ask in {reply.abroad}."
    asking = grammar.INTERROGATIVES | grammar.DETERMINERS
    strange = [word for word in reply.missing if word not in reply.elsewhere and word.lower() not in asking]
    named = any(word[:1].isdigit() or is_name(word, reply.question) for word in strange)
    denied = named or not reply.related or reply.confidence < (UNLIKELY if strange else FAR)
    names = [name for entity in reply.refs.entities.values() for name in entity.names]
    told = clause(_as_read(reply), names)
    if denied and told:
        return f"{article} does not say {told}." if article else f"Nothing here says {told}."
    if denied:
        return f"Nothing here about: {', '.join(strange)}." if strange else "There is no answer to that here."
    if told:
        return f"I am not sure that {article.lower() or 'anything here'} says {told}."
    words = " or ".join([f"“{word}”" for word in strange])
    return f"I find no sure answer: nothing here has {words}." if words else "I find no sure answer to that here."


def asked_about(reply: Answer) -> Entity | None:
    """Find the one person, country or body that a question names, if it names but one in the language of the store."""
    named = Names(Store(facts=(), entities=tuple(reply.refs.entities.values()))).find(reply.question)
    found = {name.entity.id: name.entity for name in named}
    return found.popitem()[1] if len(found) == 1 and not reply.abroad else None


def _as_read(reply: Answer) -> str:
    """Put the words of the question as they were read."""
    question = reply.question
    for typed, meant in reply.read_as.items():
        if meant.casefold() in question.casefold():
            continue  # "why" of a conversation stands in it as it was read
        written = re.compile(rf"(?<!\w){re.escape(typed)}(?!\w)", re.IGNORECASE)
        question = meant.join(written.split(question))
    return question
