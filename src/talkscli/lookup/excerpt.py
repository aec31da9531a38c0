"""The part of a long answer that answers."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from talkscli.language.marks import FENCE
from talkscli.language.tongues import tongue
from talkscli.store.model import Fact

LONG = 110  # words: a longer answer would not fit a screen with all else
LINES = 12  # the same of lines
SHORT = 12  # words of an answer that tells little without its question
_WORD_ALONE = re.compile(r"(\w+)(?:[.!:](?=\s|$)|,)")


class Excerpt(Struct, frozen=True):
    """A part of an answer."""

    text: str
    before: bool = False
    """Whether something stands before it."""
    after: bool = False
    """Whether something stands after it."""

    @property
    def whole(self) -> bool:
        """Whether it is all of the answer."""
        return not (self.before or self.after)


class _Block(NamedTuple):
    """A paragraph, an item of a list, a piece of code, or a sentence of a very long paragraph."""

    text: str
    end: str
    """What stands between it and the next."""


def excerpt(answer: str, question: str, language: str | None = None) -> Excerpt:
    """Take the part of a long answer that has most of the question's words; all of a short one.

    Args:
        answer: The answer, which may have paragraphs, lists and code.
        question: The question as typed.
        language: Of both, a code of ISO 639-1; else English.

    Returns:
        Whole blocks (paragraphs, list items, code, sentences of a very long paragraph), as many as fit a screen.
    """
    if _fits(answer):
        return Excerpt(answer)
    blocks = _blocks(answer)
    content = tongue(language).content
    wanted = set(content(question))
    shared = [len(wanted.intersection(content(block.text))) for block in blocks]
    first = shared.index(max(shared))
    last = first + 1
    while last < len(blocks) and _fits(_join(blocks[first : last + 1])):
        last += 1
    while first and _fits(_join(blocks[first - 1 : last])):  # what leads in to it, if there is room
        first -= 1
    return Excerpt(_join(blocks[first:last]), first > 0, last < len(blocks))


def _fits(text: str) -> bool:
    return len(text.split()) <= LONG and text.count("\n") < LINES


def _join(blocks: Sequence[_Block]) -> str:
    return "".join(block.text + block.end for block in blocks).rstrip()


def _blocks(answer: str) -> list[_Block]:
    """Cut an answer into blocks; code stays in one piece."""
    found: list[_Block] = []
    code = False
    for line in answer.split("\n"):
        fence = bool(FENCE.match(line))
        if found and (code or (line[:1].isspace() and line.strip())):  # code, what belongs to a list item
            found[-1] = _Block(f"{''.join(found[-1]).removesuffix(chr(10))}\n{line}", "\n")
        elif not line.strip() and found:
            found[-1] = found[-1]._replace(end=found[-1].end + "\n")
        elif len(line.split()) > LONG // 2 and not fence:
            from talkscli.language.sentences import sentences  # most answers are short

            found += [_Block(sentence, " ") for sentence in sentences(line)]
            found[-1] = found[-1]._replace(end="\n")
        else:
            found.append(_Block(line, "\n"))
        code = code != fence
    return found


def hangs(fact: Fact, language: str | None = None) -> bool:
    """Tell whether an answer needs its question, as "Yes, for 4 euros a day" does.

    Args:
        fact: Any fact.
        language: Of it, a code of ISO 639-1; else English.

    Returns:
        True for an answer that begins with a word alone ("No.", "Yes, …"); and for one of which two hold: it is short,
        it has no word of its question, it is of an FAQ, where answers are not written to be read alone.
    """
    if not fact.question:
        return False
    content, function = tongue(language).content, tongue(language).function
    alone = _WORD_ALONE.match(fact.answer)
    if alone and (not alone[0].endswith(",") or alone[1].casefold() in function):  # "Norway, Sweden and …" is a list
        return True
    short, strange = len(fact.answer.split()) <= SHORT, set(content(fact.question)).isdisjoint(content(fact.answer))
    return fact.faq + short + strange > 1


def cut(line: str, limit: int) -> str:
    """Cut a line at a word.

    Args:
        line: Any line.
        limit: Of its characters, with the sign that there were more.
    """
    return line if len(line) <= limit else f"{line[: limit - 1].rpartition(' ')[0] or line[: limit - 1]}…"
