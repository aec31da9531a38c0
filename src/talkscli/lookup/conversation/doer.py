"""Who did what was asked for, by the answer: of "who led the talks" whoever stands before "led", or behind "led by"."""

import re

from talkscli.language import grammar
from talkscli.language.words import stems, words
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.wording.form import Form

_READ = 3000  # characters of an answer
_NEAR = 100  # characters around a name
_JOINED = re.compile(r"(?:,|\band\b|\bor\b|&)\s*(?:the\s+)?$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:,\s*|\b)(?:and|or)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.;:()]|\s[-–—]\s|(?<=\w),|[—]")  # a clause, perhaps
_TITLES = re.compile(r"(?:\b(?:the\s+)?[A-Z][\w’'-]*\s+)*$")


def doer(asked: Form, memory: Memory) -> str | None:
    """Name the one who did what was asked, if the answer to the last question shows it.

    Args:
        asked: The last question, of which the subject is asked for.
        memory: What was said before.

    Returns:
        The name; None where the answer names several, or none in that place.
    """
    fact = memory.answer
    deed = next((word.low for word in asked.predicate if not word.name), "")
    if fact is None or not deed:
        return None
    done = stems([deed])[0]
    spoken = {each.entity.id for word in asked.predicate if word.name for each in memory.names.find(word.text)}
    answer = fact.answer[:_READ]
    for name in memory.names.find(answer):
        if name.entity.id in spoken:
            continue
        for found in re.finditer(rf"(?<!\w){re.escape(name.typed)}(?!\w)", answer):
            before = _TITLES.sub("", answer[max(found.start() - _NEAR, 0) : found.start()])
            behind = answer[found.end() : found.end() + _NEAR]
            if _agent(before, done) or (_stands_alone(before, behind) and _begins(behind, done)):
                return memory.written(name.entity)
    return None


def _stands_alone(before: str, behind: str) -> bool:
    """Tell whether a name is no part of a list or a phrase: in "the mayor, Anna Berg, led" it stands beside another."""
    last = words(before)[-1:]
    if _GOES_ON.match(behind) or (last and last[0] in grammar.PREPOSITIONS):
        return False
    beside = before.rstrip().endswith(",") and behind.startswith(",")
    return beside or not _JOINED.search(before)


def _begins(behind: str, done: str) -> bool:
    """Tell whether the verb follows a name, with nothing between that is another clause: "was", "also"."""
    told = words(_ENDS.split(behind.removeprefix(","), maxsplit=1)[0])
    for word in told[:4]:
        if stems([word])[0] == done:
            return True
        if not (word in grammar.HELPING or word in grammar.ARTICLES or grammar.is_adverb(word)):
            return False
    return False


def _agent(before: str, done: str) -> bool:
    """Tell whether the verb and "by" stand before a name: "led by"."""
    told = [word for word in words(before)[-5:] if word not in grammar.ARTICLES]
    return len(told) > 1 and told[-1] == "by" and stems([told[-2]])[0] == done
