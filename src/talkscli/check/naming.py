"""Names in a fact that its source does not have: invented ones, ones from elsewhere, ones that changed places."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from talkscli.check.passage import Names
from talkscli.check.scope import Scope, neighbours
from talkscli.language import verbs, vocabulary
from talkscli.language.matcher import LETTERS, SHORTENED, UPPER, Mention
from talkscli.language.times import months
from talkscli.language.words import STOP, stems, words

_CAPITALISED = re.compile(rf"(?<![{LETTERS}'’.])[{UPPER}][{LETTERS}.]*(?:['’](?!{SHORTENED})[{LETTERS}]+)*")
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
_FIGURE = re.compile(r"(?:[.,][0-9]+)+")
_START = re.compile(r"(?:^|[.!?:;]['\"”’)]?\s)[\"“‘'(«„]*$")


def unnamed(text: str, scope: Scope, names: Names, field: str) -> Iterator[str]:
    """Find names that stand nowhere in the scope, or in another's place.

    Args:
        text: What a field says.
        scope: What it may rest on.
        names: All names.
        field: The field's name.

    Returns:
        What is wrong with each, in words.
    """
    known = names.find(text)
    for name in known:
        written = text[name.start : name.end]
        if name.key not in scope.all.keys and not scope.all.says(written):
            yield _absent(written, scope)
    yield from _swapped(text, known, scope)
    if scope.shared.language == "de":
        return  # all nouns are capitalised
    for match in _others(text, known):
        opens_question = field == "question" and match.start() == 0
        if not opens_question and _is_strange(match, scope, names):
            yield _absent(match[0].rstrip("."), scope)


def _absent(name: str, scope: Scope) -> str:
    return f"the name {name!r} does not stand there; the source has {scope.all.listed}"


def _others(text: str, known: Sequence[Mention]) -> Iterator[re.Match[str]]:
    """Find the capitalised words that are no part of a known name."""
    covered = deque(known)
    for match in _CAPITALISED.finditer(text):
        while covered and covered[0].end <= match.start():
            covered.popleft()
        if not covered or covered[0].start >= match.end():
            yield match


def _is_strange(match: re.Match[str], scope: Scope, names: Names) -> bool:
    """Tell whether a capitalised word is a name, and none that the source has."""
    text, end, word = match.string, match.end(), match[0].rstrip(".")
    denied = text[end : end + 2].lower() in ("'t", "’t")
    dotted = "." in word and word in scope.all.text  # U.S
    if word.lower() in vocabulary.NOT_NAMES or len(word) == 1 or months(word) or denied or dotted:
        return False
    follows = text[end : end + 1]
    figure = _FIGURE.match(text, end) if match[0][-1].isdigit() else None  # RM900,000
    more = figure[0] if figure else follows if follows in ("™", "℠") else ""  # which fold to letters
    parts = words(match[0] + more)
    if all(part.isdigit() for part in parts) or all(stands(part, scope) for part in parts):
        return False
    opens = _START.search(text[max(0, match.start() - _NEAR) : match.start()])
    if opens and not _starts_as_name(match, scope, names):
        return False
    return not (follows == " " and parts[0] in scope.shared.words and _surname_follows(match, scope))


def _swapped(text: str, known: Sequence[Mention], scope: Scope) -> Iterator[str]:
    """Find a name that stands between the same words as another one in the source: "Norway [firmly rejected] …"."""
    for start, end, key in known:
        for around in neighbours(text, start, end):
            others = scope.places.get(around)
            if others and key not in others:
                yield f"the name {text[start:end]!r} stands where the source has {', '.join(others.values())}"
                break


def _starts_as_name(match: re.Match[str], scope: Scope, names: Names) -> bool:
    """Tell a name at the start of a sentence: it does a deed or owns, and is nowhere written in lower case."""
    word = match[0].lower()
    if word in scope.shared.common or word in names.common or word in STOP or word in _OPENERS:
        return False
    return not _COMMON_ENDING.search(word) and _DEED.match(match.string, match.end()) is not None


def _surname_follows(match: re.Match[str], scope: Scope) -> bool:
    following = _CAPITALISED.match(match.string, match.end() + 1)
    return following is not None and all(stands(part, scope) for part in words(following[0]))


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
