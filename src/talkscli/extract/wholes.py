"""Which drafts of a paragraph are told: sentences, and what is one but for its end; no headings, no captions."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from talkscli.extract.dating import is_caption
from talkscli.extract.drafts import MIN_WORDS, Draft, ended, has_end, has_words
from talkscli.extract.leadins import completes

_LABEL = re.compile(r"[A-ZÀ-ŽА-ЯІЇЄҐ][\w’'-]*(?:\s[\w’'-]+){0,3}:\s\S")  # Present: Ann Berg (chair), Bo Lund
_LONG = 16  # words
_SMALL = 0.6  # of them


def wholes(drafts: Sequence[Draft], text: str, lead: str | None) -> list[Draft]:
    """Choose what is told of a paragraph.

    Args:
        drafts: All that it has, in order.
        text: The paragraph.
        lead: The paragraph before it, where that leads into it.
    """
    found = []
    for n, each in enumerate(drafts):
        if ":" in each.answer and _LABEL.match(each.answer) and not is_caption(each.answer):
            found.append(replace(each, answer=ended(each.answer)))
        elif (
            has_end(each.answer)
            or each.subject_phrase.verb
            or (n == 0 and lead is not None and completes(lead, each.source))
            or _is_long(each.source)
            or (n > 0 and _runs_on(drafts[n - 1].source, each.source, text))
        ):
            found.append(each)
    return found


def _is_long(text: str) -> bool:
    """Tell whether a text without an end is longer than a headline or a caption, and of as few capitals as prose."""
    words = text.split()
    return len(words) >= _LONG and sum(map(str.islower, words)) >= _SMALL * len(words)


def _runs_on(before: str, sentence: str, text: str) -> bool:
    """Tell whether what has no end stands behind a sentence that has one, in its line."""
    told = has_words(sentence) and sum(map(str.islower, sentence.split())) >= MIN_WORDS - 1
    return told and has_end(before) and f"{before} {sentence}" in text
