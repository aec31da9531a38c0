"""Whether a fact that the search found beside others has to do with a question, as anyone sees who reads it."""

from functools import cached_property

from talkscli.language.words import STOP, stems, words
from talkscli.lookup.results import Answer
from talkscli.search.hits import Hit

CLOSE = 0.2
"""Confidence from which a fact is near without a word in common: what it is found by may be its synonym."""

BEGINNING = 6
"""Letters by which words are alike."""


class Nearby:
    """What belongs to a reply."""

    def __init__(self, reply: Answer) -> None:
        """Read what a reply is about.

        Args:
            reply: The reply, answered or not.
        """
        self._reply = reply
        self._question = " ".join([reply.question, *reply.read_as.values()])

    def belongs(self, hit: Hit) -> bool:
        """Tell whether a fact shares somebody, a topic or a word with the question or its answer.

        Who somebody is belongs only to what is about them.
        """
        fact, answer = hit.fact, self._reply.answer
        whom = {*fact.about, *fact.subject, fact.speaker} - {None}
        about = not self._told.isdisjoint(whom) or not self._named.isdisjoint(whom)
        if about or words(fact.question or "")[:2] == ["who", "is"]:
            return about or not self._names.isdisjoint(words(fact.question or "")[2:])
        if answer is None and (hit.confidence >= CLOSE or not self._reply.missing):
            return True
        if answer and not (fact.about or fact.topics):  # it is not known
            return True
        alike = answer is not None and not set(answer.topics).isdisjoint(fact.topics)
        return alike or not self._matter.isdisjoint(_content(f"{fact.question or ''} {fact.answer}"))

    @cached_property
    def _names(self) -> set[str]:
        return {word for word in words(self._question) if word not in STOP}

    @cached_property
    def _told(self) -> set[str | None]:
        """The ids of all that the answer is about."""
        answer = self._reply.answer
        return {*answer.about, *answer.subject, answer.speaker} if answer else set()

    @cached_property
    def _named(self) -> set[str]:
        """The ids of whom the question names."""
        spoken = set(words(self._question))
        plain = self._question.isascii()  # other scripts are slow to fold
        return {
            each.id
            for each in self._reply.refs.entities.values()
            for alias in each.names
            if (alias.isascii() or not plain) and (name := words(alias)) and spoken.issuperset(name)
        }

    @cached_property
    def _matter(self) -> set[str]:
        answer = self._reply.answer
        return _content(" ".join([self._question, *([answer.question or "", answer.answer] if answer else [])]))


def _content(text: str) -> set[str]:
    """Return the stems of the words that tell something, of long ones the beginning: "critic" of "criticise"."""
    return {stem[:BEGINNING] for stem in stems([word for word in words(text) if word not in STOP])}
