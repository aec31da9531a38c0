"""Names in a fact that its source does not have: invented ones, ones from elsewhere, ones that changed places."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from talkscli.check.passage import Names
from talkscli.check.scope import Scope, neighbours
from talkscli.language import verbs, vocabulary
from talkscli.language.matcher import LETTERS, UPPER
from talkscli.language.times import months
from talkscli.language.words import STOP, stems, words

_CAPITALISED = re.compile(
    rf"(?<![{LETTERS}'’.])[{UPPER}][{LETTERS}.]*(?:['’](?:[{UPPER}]|[{LETTERS}]{{2}})[{LETTERS}]+)*"
)
_OPENERS = vocabulary.NOT_NAMES | frozenset(
    "afterwards otherwise perhaps maybe unless until nobody everybody everyone officially initially eventually overall "
    "alongside together apart instead likewise besides regardless whoever whatever whichever half part plans work "
    "trade".split()
)
_COMMON_ENDING = re.compile(
    r"(?:ing|ly|ed|wards|wise|tion|sion|ment|ness|ity|ance|ence|ers|ors|ists|ies|ship|ism|[^s]s)$"
)
_DEED = re.compile(
    rf"['’]s?\s|\s[{UPPER}]|,\s(?:who|which|the|meanwhile|however|too|for|in)\b|\s(?:(?:has|have|had|is|was|were|will|would|can|could|did|does|must|may|might|should|and)\b"
    rf"|(?:[a-z]+ly\s)?[a-z]+(?:ed|s)\b|(?:{'|'.join(sorted(verbs.pasts()))})\b)"
)
_NEAR = 40  # characters before a word that tell whether a sentence begins with it
_START = re.compile(r"(?:^|[.!?:;]['\"”’)]?\s)[\"“‘'(«„]*$")


def unnamed(text: str, scope: Scope, names: Names, field: str) -> Iterator[str]:
    """Find names that stand nowhere in the scope, or in another's place.

    Args:
        text: What a field says.
        scope: What it may rest on.
        names: All names.
        field: The field's name.

    Returns:
        What is wrong with each.
    """
    known = names.find(text)
    for start, end, key in known:
        if key not in scope.all.keys and not scope.all.says(text[start:end]):
            yield f"the name {text[start:end]!r} does not stand there; the source has {scope.all.listed}"
    yield from _swapped(text, known, scope)
    if scope.shared.language == "de":
        return  # all nouns are capitalised
    covered = deque(known)
    for match in _CAPITALISED.finditer(text):
        while covered and covered[0][1] <= match.start():
            covered.popleft()
        if covered and covered[0][0] < match.end():
            continue
        word = match[0].rstrip(".")
        mark = text[match.end() : match.end() + 1]
        parts = words(match[0] + mark if mark in ("™", "℠") else match[0])  # which fold to letters
        if (
            all(part.isdigit() for part in parts)
            or word.lower() in vocabulary.NOT_NAMES
            or all(stands(p, scope) for p in parts)
        ):
            continue
        if _START.search(text[max(0, match.start() - _NEAR) : match.start()]) and not _starts_as_name(
            text, match, scope, names
        ):
            continue
        if field == "question" and match.start() == 0:
            continue
        if (
            parts[0] in scope.shared.words
            and text[match.end() : match.end() + 1] == " "
            and _surname_follows(text, match.end(), scope)
        ):
            continue
        if months(word) or len(word) == 1 or text[match.end() : match.end() + 2] in ("'t", "’t"):
            continue
        yield f"the name {word!r} does not stand there; the source has {scope.all.listed}"


def _swapped(text: str, known: Sequence[tuple[int, int, str]], scope: Scope) -> Iterator[str]:
    """Find a name that stands between the same words as another one in the source: "Norway [firmly rejected] …"."""
    for start, end, key in known:
        for around in neighbours(text, start, end):
            others = scope.places.get(around)
            if others and key not in others:
                yield f"the name {text[start:end]!r} stands where the source has {', '.join(others.values())}"
                break


def _starts_as_name(text: str, match: re.Match[str], scope: Scope, names: Names) -> bool:
    """Tell a name at the start of a sentence: it does a deed or owns, and is nowhere written in lower case."""
    word = match[0].lower()
    if (
        word in scope.shared.common
        or word in names.common
        or word in STOP
        or word in _OPENERS
        or _COMMON_ENDING.search(word)
    ):
        return False
    return _DEED.match(text, match.end()) is not None


def _surname_follows(text: str, end: int, scope: Scope) -> bool:
    following = _CAPITALISED.match(text, end + 1)
    return following is not None and all(stands(p, scope) for p in words(following[0]))


def stands(word: str, scope: Scope) -> bool:
    """Tell whether a word stands in the scope.

    Args:
        word: A folded word.
        scope: What a fact may rest on.

    Returns:
        Whether it does, in some inflection.
    """
    if word in scope.all.words or stems([word])[0] in scope.all.stems:
        return True
    return scope.shared.language != "en" and len(word) > 4 and word[:4] in scope.all.beginnings
