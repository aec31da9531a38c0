"""Say in a sentence what a store does not tell, and no more than is known."""

import re
from collections.abc import Iterator

from talkscli.language import calendar, grammar, parts
from talkscli.language.identify import main_code
from talkscli.language.words import STOP, stems, words
from talkscli.lookup.names import Names
from talkscli.lookup.results import Answer
from talkscli.lookup.wording.asked import asked
from talkscli.lookup.wording.clause import clause
from talkscli.lookup.wording.definite import ends_phrase, is_definite
from talkscli.lookup.wording.proper import is_name, is_word
from talkscli.lookup.wording.remarks import Wants, without_question
from talkscli.lookup.wording.story import asks_for_title, asks_of_source
from talkscli.store.model import Entity, Store

FAR = 0.05
"""Confidence below which the closest fact is not near."""
UNLIKELY = 0.2
"""The same where the attribute that is asked for stood in the way."""

_TELLS_NOTHING = (
    grammar.INTERROGATIVES | grammar.DETERMINERS | grammar.PREPOSITIONS | grammar.SUBORDINATORS | grammar.PRONOUNS
)
_GUESSED = grammar.IT | grammar.THEY  # what they stand for may be something else
_ATTRIBUTE = re.compile(r"\b(?:which|what|whose|how) (\w+)|['’]s? (\w+)\W*$", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<=[^.!?:“\"(] )[A-ZÀ-ÖØ-Þ]\w+(?: [A-ZÀ-ÖØ-Þ]\w+)*")


def refusal(reply: Answer) -> str:
    """Say what the store does not tell.

    It is denied only where a name of the question is in no fact, or the attribute that it asks for ("which *party*"),
    or where nothing is near; else the answer may well be here, in other words.

    Args:
        reply: A reply without an answer.

    Returns:
        A sentence: "The article does not say which party Anna Berg leads.", "Nothing here about: Anna Berg.", or that
        there is no sure answer, and which words are in no fact.
    """
    article = "The article" if reply.refs.total == 1 else ""
    if reply.abroad:
        return f"{article or 'What is here'} is in {reply.abroad}: ask in {reply.abroad}."
    wants = without_question(words(asked(reply.question).text), began=True)
    if known := _of_source(reply, whence=wants is Wants.SOURCE):
        return known
    if wants is not Wants.ANSWER:
        return "That asks nothing of what is told here."
    strange = [word for word in reply.missing if word not in reply.elsewhere and _plain(word) not in _TELLS_NOTHING]
    named = any(word[:1].isdigit() or is_name(word, reply.question) for word in strange)
    lacking = any(word in reply.missing for match in _ATTRIBUTE.finditer(reply.question) for word in match.groups())
    guessed = not _GUESSED.isdisjoint(reply.read_as)
    denied = named or not reply.related or (not guessed and reply.confidence < (UNLIKELY if lacking else FAR))
    told = _clause(reply)
    if told and _supposes(reply):
        asks, _, rest = told.partition(" ")
        told = f"whether, or {asks}, {rest}"
    if told and reply.nor:
        told = f"{told}, {'nor' if denied else 'or'} {reply.nor}"
    if denied and told:
        return f"{article} does not say {told}." if article else f"Nothing here says {told}."
    if denied:
        telling = any(len(word) > 2 or not word.isdigit() for word in strange)  # "16" alone
        return (
            f"Nothing here about: {', '.join(_joined(strange, reply.question))}."
            if telling
            else "There is no answer to that here."
        )
    if told:
        return f"I am not sure that {article.lower() or 'anything here'} says {told}."
    lacks = " or ".join([f"“{word}”" for word in strange])
    return f"I find no sure answer: nothing here has {lacks}." if lacks else "I find no sure answer to that here."


def _supposes(reply: Answer) -> bool:
    """Tell whether "why", "when" or "how" of a question takes for granted what no fact near it tells to be so."""
    told = words(asked(reply.question).text)
    if told[:1] not in (["why"], ["when"], ["how"]) or told[1:2] == [] or told[1] not in grammar.AUXILIARIES:
        return False
    if not {"i", "we", "you", "one"}.isdisjoint(told):
        return False  # "how to exit"
    if told[1] in grammar.IS and not any(map(grammar.is_participle, told[2:])):
        return False  # "when is the next round"
    if reply.question in reply.read_as.values():
        return False  # of the last question, "why?"
    names = {word for entity in reply.refs.entities.values() for name in entity.names for word in words(name)}
    content = [word for word in told if word not in STOP | names and not grammar.tells(word)]
    near = [hit.fact for hit in reply.related]
    told_so = [text for fact in near for text in (fact.answer, fact.question or "", *fact.phrasings)]
    return bool(content) and not any(set(stems(content)) <= set(stems(words(text))) for text in told_so)


def _joined(missing: list[str], question: str) -> list[str]:
    """Put the words of a name together again: "Anna", "Berg" of "who is Anna Berg"."""
    found: list[str] = []
    for word in missing:
        both = f"{found[-1]} {word}" if found else ""
        if both and both.istitle() and both in question:
            found[-1] = both
        else:
            found.append(word)
    return found


def _plain(word: str) -> str:
    """Return a word in small letters without what is shortened behind it: "there’ll"."""
    return re.split("['’]", word.lower())[0]


def _of_source(reply: Answer, *, whence: bool) -> str | None:
    """Say what the one article is called, when it was published, or where it is from, if that is asked and known."""
    if reply.refs.total != 1 or len(reply.refs.sources) != 1:
        return None
    (source,) = reply.refs.sources.values()
    text = asked(reply.question).text
    if (whence or asks_for_title(text)) and source.title:
        return f"The article is called “{source.title}”."
    when, where = asks_of_source(text)
    dated = f"dated {calendar.say(source.published)}" if when and source.published else None
    told = " and ".join(filter(None, [dated, f"from {source.url}" if where and source.url else None]))
    return f"The article is {told}." if told else None


def asked_about(reply: Answer) -> Entity | None:
    """Find the one person, country or body that a question names, if it names but one in the language of the store."""
    named = Names(Store(facts=(), entities=tuple(reply.refs.entities.values()))).find(reply.question)
    found = {name.entity.id: name.entity for name in named}
    return found.popitem()[1] if len(found) == 1 and not reply.abroad else None


def _clause(reply: Answer) -> str | None:
    """Put the question into a clause, with names as the store writes them; one in another language stays as it is."""
    if any(main_code(source.language or "en") != "en" for source in reply.refs.sources.values()):
        return None
    near = " ".join([hit.fact.answer for hit in reply.related])
    names = [name for entity in reply.refs.entities.values() for name in entity.names]
    told = clause(_as_read(reply), [*names, *_written(near)])
    if told is None:
        return None
    for name in filter(told.__contains__, names):
        if name.startswith("The ") and not re.search(rf"[a-z,] {re.escape(name)}", near):
            told = told.replace(f" {name}", f" the {name[4:]}")  # "what the West did"
        told = _with_article(told, name, near)
    return told


def _written(text: str) -> Iterator[str]:
    """Find what a text writes with capitals within sentences, and that is no word: "Mill Lane", "Okoro"."""
    for match in _CAPITALS.finditer(text):
        if " " in match[0] or not is_word(match[0].lower()):
            yield match[0]


def _with_article(told: str, name: str, text: str) -> str:
    """Put "the" before a name that a text never has without it where it stands for itself: "the NBU has"."""
    bare = re.search(rf"(?P<before>\w+) {re.escape(name)}(?=$|['’]s\b| (?P<next>\w+))", told)
    if bare is None or not is_definite(name, text):
        return told
    following = bare["next"] or "and"
    if not (ends_phrase(following) or grammar.is_third_person(following)):
        return told
    last = bare["before"].lower()
    if last in grammar.DETERMINERS or parts.is_adjective(last):
        return told
    return f"{told[: bare.end('before')]} the {told[bare.end('before') + 1 :]}"


def _as_read(reply: Answer) -> str:
    """Put the words of the question as they were read."""
    question = reply.typed or reply.question
    for typed, meant in reply.read_as.items():
        if reply.typed and typed in grammar.PERSONAL:
            continue  # "whether he came": above it stands whom that means
        if meant.casefold() in question.casefold():
            continue  # "why" of a conversation stands in it as it was read
        written = re.compile(rf"(?<!\w){re.escape(typed)}(?!\w)", re.IGNORECASE)
        question = meant.join(written.split(question))
    return question
