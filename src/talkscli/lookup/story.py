"""Whether somebody asks for a whole story."""

from talkscli.language import grammar
from talkscli.language.tongues import ENGLISH
from talkscli.language.words import words

_SUMMARY = frozenset("summari summaris summar overview brief gist digest tldr tl dr recap".split())  # stems
_STORY = frozenset("articl stori text news document topic main key point happen go tell give show".split())
_NARROW = grammar.INTERROGATIVES - {"what"} | {"may"}


def asks_for_all(question: str) -> bool:
    """Tell whether a question asks for the whole story: "summary", "what happened", "what is this about".

    Args:
        question: The question as typed.

    Returns:
        True where no word of it narrows what is asked for.
    """
    told = words(question)
    content = set(ENGLISH.content(question))
    if not content <= _SUMMARY | _STORY or not _NARROW.isdisjoint(told):
        return False
    return bool(content & _SUMMARY) or ("what" in told and (bool(content) or "about" in told))
