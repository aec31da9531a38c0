"""What a bare question word is after, and whether a fact tells it: "why?" a reason, "when?" a date."""

import re

from msgspec.structs import replace

from talkscli.language import grammar
from talkscli.language.numbers import NUMERALS
from talkscli.language.words import STOP, stems, words
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.results import Answer
from talkscli.search.hits import Hit
from talkscli.search.index.held import holds
from talkscli.search.weights import THRESHOLD
from talkscli.store.model import Fact

UNSURE = 0.4
"""The most confidence of what is near a "why?", but tells no reason."""
_KINDS = {
    "why": frozenset({"reason"}),
    "when": frozenset({"date"}),
    "how long": frozenset({"duration"}),
    "how many": frozenset({"number"}),
    "how much": frozenset({"number", "money"}),
}
_TELLING = frozenset({"date", "duration", "money"})  # many numbers are none of what is asked for
_NUMERALS = NUMERALS - {"one"}
_REASON = re.compile(r"(?i)\b(?:because|the reasons?|due to|owing to|in order to)\b")
_SPOKEN_TO = frozenset("person country organisation".split())
_CLOSE = 2  # paragraphs
_PLACE = re.compile(r"\b(?:in|at|aboard|near|from|to|on) (?:the )?[A-Z]")


class Wanted:
    """What is asked for by a line that asks the last question otherwise."""

    def __init__(self, question: str, memory: Memory) -> None:
        """Read what a question asks for.

        Args:
            question: What the line was read as.
            memory: What was said before.
        """
        told = words(question)[:3]
        self._whom = (
            told[0] if told[:1] and told[1:2] in (["whom"], ["who"]) and told[0] in grammar.PREPOSITIONS else ""
        )
        self._named = frozenset(name.entity.id for name in memory.names.find(question))
        self._names = memory.names
        self._asks = told[1:] if told and told[0] in grammar.PREPOSITIONS else told[:2]
        self._kinds = _KINDS.get(" ".join(self._asks)) or _KINDS.get("".join(self._asks[:1]), frozenset())
        if told[2:3] == ["ago"]:
            self._kinds = _KINDS["when"]
        named = {word for name in memory.names.find(question) for word in words(name.typed)}
        matter = [each for each in words(question) if each not in STOP | named and not grammar.tells(each)]
        self._matter = frozenset(stems(matter))

    @property
    def reason(self) -> bool:
        """Whether a reason is asked for."""
        return "reason" in self._kinds

    def is_in(self, fact: Fact) -> bool:
        """Tell whether a fact has an answer of the kind that is asked for: a date, a number, a place."""
        return self._holds(fact, self._kinds)

    def _holds(self, fact: Fact, kinds: frozenset[str]) -> bool:
        if self._asks[:1] == ["where"]:
            return _PLACE.search(_untold(fact)) is not None
        if self._whom:
            return self._names_another(fact)
        folded = words(fact.answer)
        told = holds(fact, fact.answer, folded, folded)
        told |= {"number"} if not _NUMERALS.isdisjoint(folded) else set()
        if "ago" in folded:  # "two weeks ago" tells when, not how long
            told = (told - {"duration"}) | {"date"}
        return not kinds.isdisjoint(told)

    def _names_another(self, fact: Fact) -> bool:
        """Tell whether a fact names another one than the question: behind "to" or a verb of saying if that is asked."""
        said = _untold(fact)
        for name in self._names.find(said):
            if name.entity.kind not in _SPOKEN_TO or name.entity.id in self._named:
                continue
            before = [word for word in words(said.partition(name.typed)[0]) if word not in grammar.ARTICLES][-1:]
            if self._whom != "to" or before == ["to"] or any(map(grammar.tells, before)):
                return True
        return False

    def again(self, reply: Answer, shown: Fact | None) -> Answer:
        """Take what was shown last for the answer where there is no other, if it has such a time, place or sum.

        Args:
            reply: A reply.
            shown: What answered the last question.

        Returns:
            The reply; or one that is not sure.
        """
        asks = self._asks[:1] == ["where"] or self._whom or self._kinds & _TELLING
        if reply.answered or shown is None or not asks:
            return reply
        return reply.answered_by(shown, THRESHOLD) if self._holds(shown, self._kinds & _TELLING) else reply

    def asked_of(self, reply: Answer, shown: Fact | None) -> Answer:
        """Take for the answer, where there is no other, a near fact of the same one that was written to answer such.

        "When?" after what somebody plans is when that will be.

        Args:
            reply: A reply.
            shown: What answered the last question.

        Returns:
            The reply; or one that is not sure.
        """
        if reply.answered or shown is None or not self._asks:
            return reply
        matter = self._content(shown.answer)
        for hit in reply.related:
            alike = not matter.isdisjoint(self._content(f"{hit.fact.question} {hit.fact.answer}"))
            own = bool(set(hit.fact.subject) & set(shown.subject)) and alike
            if own and words(hit.fact.question or "")[:1] == self._asks[:1]:
                return reply.answered_by(hit.fact, THRESHOLD)
        return reply

    def _content(self, text: str) -> set[str]:
        named = {word for name in self._names.find(text) for word in words(name.typed)}
        return set(stems([word for word in words(text) if word not in STOP | named]))

    def beside(self, reply: Answer, shown: Fact | None) -> Answer:
        """Take for the answer to "why?", where there is no other, a near sentence with a reason beside what was shown.

        Args:
            reply: A reply.
            shown: What was shown last.

        Returns:
            The reply; or one that is not sure.
        """
        if reply.answered or not self.reason or shown is None:
            return reply
        near = (hit.fact for hit in reply.related if _stand_together(hit.fact, shown))
        reason = next((fact for fact in near if _REASON.search(fact.answer)), None)
        return reply.answered_by(reason, THRESHOLD) if reason else reply

    def told(self, reply: Answer) -> Answer:
        """Leave as an answer to "why?", "when?" only what tells a reason, a time, or was written to answer that.

        Args:
            reply: A reply.

        Returns:
            The reply; or one with the next fact that is sure enough, or without an answer.
        """
        if not (self._kinds or self._whom) or not reply.answer or self._fits(reply.answer):
            return reply
        for hit in reply.related:
            if hit.confidence >= THRESHOLD and self._fits(hit.fact):
                return reply.answered_by(hit.fact, hit.confidence)
        near = (Hit(reply.answer, reply.confidence), *reply.related)
        doubted = tuple([replace(hit, confidence=min(hit.confidence, UNSURE)) for hit in near])
        return replace(reply, answered=False, answer=None, confidence=doubted[0].confidence, related=doubted)

    def _fits(self, fact: Fact) -> bool:
        """Tell whether a fact may be the answer: of such a kind, or asked for with the question word and matter."""
        if self.is_in(fact) or self._whom:
            return self.is_in(fact)
        if self.reason and len(self._matter) > 1 and self._matter <= set(stems(words(fact.answer))):
            return True  # a reason may be told in any words
        if not self.reason and fact.question and words(fact.question)[:1] == self._asks[:1]:
            return True  # that no date is given is told, too
        return any(
            words(each)[:1] == self._asks[:1] and not self._matter.isdisjoint(stems(words(each)))
            for each in (fact.question or "", *fact.phrasings)
        )


def _untold(fact: Fact) -> str:
    """Return an answer without what is quoted in it; nothing, where that is put otherwise."""
    if not fact.quote:
        return fact.answer
    return fact.answer.replace(fact.quote, "") if fact.quote in fact.answer else ""


def _stand_together(one: Fact, other: Fact) -> bool:
    """Tell whether two sentences stand under one heading, at most a few paragraphs apart."""
    if one.id == other.id or one.question or not (one.citation and other.citation):
        return False
    here, there = one.citation, other.citation
    same = (here.source, here.section) == (there.source, there.section)
    return same and abs((here.paragraph or 0) - (there.paragraph or 0)) <= _CLOSE
