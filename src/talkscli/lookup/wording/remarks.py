"""Lines of a conversation that ask nothing of an article: thanks, "more", "who says so?", "that is wrong"."""

from collections.abc import Sequence
from enum import Enum, auto

from talkscli.language import grammar
from talkscli.language.words import STOP, stems

_MORE = frozenset(stems("more continue further next go tell anything else".split()))
_SOURCE = frozenset(
    stems("say says said tell tells told source sources stand stands from know written cite show".split())
)
_AGAIN = frozenset("again repeat".split())
_SAYING = frozenset("again repeat say show tell".split())
# What is said of an answer, or of the talk, and asks nothing of an article either.
_COMMENTS = frozenset(
    """
    answer answered ask asked back believe correct explain false go huh incorrect long longer makes mean meant nonsense
    question right say sense short shorter simpler true understand undo untrue wanted wrong
    """.split()
)
# What is said to be polite, or in surprise, and asks nothing of an article.
_PHATIC = frozenset(
    """
    ah alright bye cheers cool fine good goodbye great hello hey hi hm hmm interesting nice no ok okay oh please really
    right see sorry sure thank thanks understood wow yeah yep yes
    """.split()
)


class Wants(Enum):
    """What a line of a conversation wants."""

    ANSWER = auto()
    MORE = auto()
    SOURCE = auto()
    AGAIN = auto()
    REMARK = auto()
    """It is said of the last answer."""
    NOTHING = auto()


def without_question(told: Sequence[str], *, began: bool) -> Wants:
    """Tell what a line wants that asks nothing of the article.

    Args:
        told: Its words, folded.
        began: Whether anything was asked before.

    Returns:
        What it wants: an answer where it is a question after all.
    """
    asking = grammar.INTERROGATIVES.intersection(told)
    content = {word for word in told if word not in STOP}
    stemmed = set(stems(list(content)))
    of_somebody = not grammar.PERSONAL.isdisjoint({*told} - {"it"})
    if not of_somebody:
        if not asking and content <= _PHATIC and (not _PHATIC.isdisjoint(told) or not told):
            return Wants.NOTHING
        if not _AGAIN.isdisjoint(told) and content <= _SAYING and not asking:
            return Wants.AGAIN
        if content == {"show"} and not asking and told[-1] in ("it", "that", "this"):
            return Wants.AGAIN
        if _is_remark(told, content, asking):
            return Wants.REMARK
    if stemmed <= _MORE and (not asking or "more" in told) and (content or "more" in told):
        return Wants.MORE
    if of_somebody:
        return Wants.ANSWER
    told_by = "you" in told and asking == {"who"} and content in ({"told"}, {"tell"})
    if told_by or (began and content and stemmed <= _SOURCE and _asks_where_from(told, asking)):
        return Wants.SOURCE
    return Wants.ANSWER


def _is_remark(told: Sequence[str], content: set[str], asking: frozenset[str]) -> bool:
    """Tell "that is wrong" and "what do you mean" from what asks for an answer: "what is wrong", "can I go back"."""
    if not content:
        return "you" in told and bool(asking)  # "who are you"
    addressed = not {"you", "i"}.isdisjoint(told)
    own = told[0] in grammar.AUXILIARIES and told[1:2] == ["i"]
    return (
        bool(content - {"go"})
        and content <= _COMMENTS
        and not own
        and (not asking or (addressed and asking == {"what"}))
    )


def _asks_where_from(told: Sequence[str], asking: frozenset[str]) -> bool:
    """Tell "where does it say so?" and "source" from "what was said"."""
    if not {"know", "knows"}.isdisjoint(told):
        return "how" in told
    return not asking.isdisjoint({"where", "who", "how"}) or len(told) == 1 or "source" in told
