"""Names in a fact that its source does not have: invented ones, ones from elsewhere, ones that changed places."""

import re
from collections.abc import Iterator

from talkscli.check.figures import months
from talkscli.check.scope import Names, Scope
from talkscli.language import vocabulary
from talkscli.language.matcher import UPPER
from talkscli.language.words import STOP, stems, words

_CAPITALISED = re.compile(rf"(?<![\w'’.])[{UPPER}][\w.]*(?:['’][{UPPER}]\w+)*")
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
    r"|(?:[a-z]+ly\s)?[a-z]+(?:ed|s)\b|(?:began|gave|took|made|met|held|won|lost|led|built|sent|told|said|went|came|kept|left|paid|got|saw|set|put|let)\b)"
)
_IN_A_ROW = re.compile(r"(?:,|\b(?:and|or))\s(?:the\s)?$")
_START = re.compile(r"(?:^|[.!?:;]['\"”’)]?\s)[\"“‘'(«„]*$")


def unnamed(text: str, scope: Scope, names: Names, field: str) -> Iterator[str]:
    """Yield what is wrong with each name in a field: it stands nowhere in the scope, or in another's place."""
    covered: list[tuple[int, int]] = []
    folded = f" {' '.join(words(scope.text))} "
    for start, end, key in names.find(text):
        covered.append((start, end))
        surface = " ".join(words(text[start:end]))
        if key not in scope.keys and f" {surface} " not in folded:
            yield f"the name {text[start:end]!r} does not stand there; the source has {listed(scope, names)}"
    yield from _swapped(text, scope, names)
    if scope.language == "de":
        return  # all nouns are capitalised
    for match in _CAPITALISED.finditer(text):
        if any(s < match.end() and match.start() < e for s, e in covered):
            continue
        word = match[0].rstrip(".")
        parts = words(word)
        if (
            all(part.isdigit() for part in parts)
            or word.lower() in vocabulary.NOT_NAMES
            or all(stands(p, scope) for p in parts)
        ):
            continue
        if _START.search(text[: match.start()]) and not _starts_as_name(text, match, scope, names):
            continue
        if field == "question" and match.start() == 0:
            continue
        if (
            parts[0] in scope.article
            and text[match.end() : match.end() + 1] == " "
            and _surname_follows(text, match.end(), scope)
        ):
            continue
        if months(word) or len(word) == 1:
            continue
        yield f"the name {word!r} does not stand there; the source has {listed(scope, names)}"


def _swapped(text: str, scope: Scope, names: Names) -> Iterator[str]:
    """Find a name that stands between the same words as another one in the source: "Russia [firmly rejected] …"."""
    there: dict[tuple[str, ...], dict[str, str]] = {}
    for start, end, key in names.find(scope.block):
        for around in _neighbours(scope.block, start, end):
            there.setdefault(around, {})[key] = scope.block[start:end]
    for start, end, key in names.find(text):
        for around in _neighbours(text, start, end):
            others = there.get(around)
            if others and key not in others:
                yield f"the name {text[start:end]!r} stands where the source has {', '.join(others.values())}"
                break


def _neighbours(text: str, start: int, end: int) -> list[tuple[str, ...]]:
    """Give the words on both sides of a name by which it can be told; none where it is one of several in a row."""
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    if _IN_A_ROW.search(before) or re.match(r",|\s(?:and|or)\b", after):
        return []
    left = re.search(r"(?:([a-z-]+)\s)?([a-z-]+)\s$", before)
    right = re.match(r"(?:['’]s)?\s([a-z-]+)(?:\s([a-z-]+))?", after)
    found: list[tuple[str, ...]] = []
    if right and right[2] and not {right[1], right[2]} <= STOP:
        found.append((">", right[1], right[2]))
    if left and left[1] and not {left[1], left[2]} <= STOP:
        found.append(("<", left[1], left[2]))
    if left and right and not {left[2], right[1]} & STOP:
        found.append(("<>", left[2], right[1]))
    return found


def _starts_as_name(text: str, match: re.Match[str], scope: Scope, names: Names) -> bool:
    """Tell a name at the start of a sentence: it does a deed or owns, and is nowhere written in lower case."""
    word = match[0].lower()
    if word in scope.common or word in names.common or word in STOP or word in _OPENERS or _COMMON_ENDING.search(word):
        return False
    return _DEED.match(text, match.end()) is not None


def _surname_follows(text: str, end: int, scope: Scope) -> bool:
    following = _CAPITALISED.match(text, end + 1)
    return following is not None and all(stands(p, scope) for p in words(following[0]))


def stands(word: str, scope: Scope) -> bool:
    """Tell whether a folded word, in some inflection, stands in the scope."""
    if word in scope.words or stems([word])[0] in scope.stems:
        return True
    return scope.language != "en" and len(word) > 4 and any(w[:4] == word[:4] for w in scope.words)


def listed(scope: Scope, names: Names) -> str:
    """Say which names the scope has instead."""
    found = dict.fromkeys(scope.text[s:e] for s, e, _ in names.find(scope.text))
    return ", ".join(list(found)[:6]) or "no such name"
