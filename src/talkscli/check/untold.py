"""The sentences of a paragraph that no fact tells, where facts tell the others in the same words."""

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from talkscli.language.sentences import prose, sentences

_WORD = re.compile(r"\w+")
_RUN = 3  # words beside each other
_FEW = 4  # words of what is hardly a sentence
_VERBATIM, _TOLD = 0.9, 0.3  # so much of a sentence is in the facts
_LIKE = 0.5  # of its words, where it is told in other ones


def runs_of(answers: Iterable[str]) -> set[tuple[str, ...]]:
    """Return all that stands beside each other in answers, three words each."""
    return {run for answer in answers for run in _runs(_words(answer))}


def untold(
    text: str, language: str, told: Iterable[str], everywhere: Callable[[], AbstractSet[tuple[str, ...]]]
) -> str:
    """Return the sentences of a block of which next to nothing is in what facts tell of it.

    Args:
        text: The block.
        language: That of the document.
        told: The answers of the facts that cite it.
        everywhere: The runs of all answers: what is said twice is told once.

    Returns:
        The sentences; nothing where no fact has a sentence of the block in its own words.
    """
    answers = [_words(answer) for answer in told]
    runs = {run for answer in answers for run in _runs(answer)}
    if _share(_words(prose(text)), runs) > _VERBATIM:
        return ""
    rows = [(sentence, _words(prose(sentence))) for sentence in sentences(text, language)]
    if len(rows) < 2 or not any(_share(words, runs) >= _VERBATIM for _, words in rows if len(words) >= _FEW):
        return ""
    known = {word for answer in answers for word in answer}
    lost = [
        (sentence, words)
        for sentence, words in rows
        if len(words) >= _FEW
        and _share(words, runs) < _TOLD
        and sum(map(known.__contains__, words)) < _LIKE * len(words)
    ]
    return " ".join(sentence for sentence, words in lost if _share(words, everywhere()) < _TOLD)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[n:] for n in range(_RUN)), strict=False)


def _share(words: list[str], runs: AbstractSet[tuple[str, ...]]) -> float:
    """Say how much of the words stands in the runs: 0 to 1."""
    own = list(_runs(words))
    return sum(map(runs.__contains__, own)) / len(own) if own else 0.0
