"""What a fact claims (numbers, dates, names, quotations), each looked up in what the fact cites."""

import re
from collections.abc import Iterator, Sequence

from talkscli.build import lexicon, when
from talkscli.build.document import Document, Section
from talkscli.build.matcher import Matcher
from talkscli.build.names import UPPER
from talkscli.build.speech import QUOTED
from talkscli.check.figures import figures, months, seasons
from talkscli.model import Entity, Fact
from talkscli.text import STOP, fold, stems, words

_CAPITALISED = re.compile(rf"(?<![\w'’.])[{UPPER}][\w.]*(?:['’][{UPPER}]\w+)*")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_TWO_SIDES = re.compile(
    r"\btwo\s(?:sides|countries|nations|parties|delegations|leaders|states|men|women|people|things)\b", re.IGNORECASE
)
_SIGNS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "’": "'",
        "‘": "'",
        "–": "-",
        "—": "-",
        "…": "...",
        "\u00a0": " ",
    }
)
_OPENERS = lexicon.NOT_NAMES | frozenset(
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


class Names:
    """All names by which the store's entities, and what the gazetteer knows, are called."""

    def __init__(self, entities: Sequence[Entity], common: frozenset[str] = frozenset()) -> None:
        """Take the entities, and the words that stand in lower case in the store's own sentences."""
        self.by_id = {entity.id: entity for entity in entities}
        forms: dict[str, str] = {}
        for entity in entities:
            for name in (entity.name, *entity.aliases):
                forms.setdefault(name, entity.id)
        for entity in entities:
            if entity.kind == "person":
                forms.setdefault(entity.name.split()[-1] if entity.name.split() else entity.name, entity.id)
        for name, known in lexicon.gazetteer().items():
            forms.setdefault(name, forms.get(known.name) or f"={known.name}")
        self.matcher = Matcher(forms.items())
        self.common = common

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Give start, end and key of each name in a text."""
        return self.matcher.find(text)


class Scope:
    """What a fact may rest on: its block (with the lead-in of its list), the headings above it and the title."""

    def __init__(
        self, document: Document, section: Section, paragraph: int | None, names: Names, published: str | None
    ) -> None:
        numbers = range(len(section.blocks)) if paragraph is None else (paragraph - 1,)
        blocks = [block for n in numbers for block in section.around(n)]
        self.block = "\n".join(text for b in blocks for text in (b.question, b.text) if text)
        headings = (document.title, *section.above, section.heading)
        self.text = "\n".join((*(h for h in headings if h), self.block))
        earlier = section.blocks[: (paragraph or 1) - 1]
        self.before = "\n".join(text for b in earlier for text in (b.question, b.text) if text)
        self.section = "\n".join((self.text, *(text for b in section.blocks for text in (b.question, b.text) if text)))
        self.language = document.language
        self.published = published or document.published
        self.keys = {key for _, _, key in names.find(self.text)}
        self.words = set(words(self.text))
        self.stems = set(stems(list(self.words)))
        self.article = (
            {w for s in document.sections for b in s.blocks for w in words(b.text)}
            if document.language == "en"
            else set()
        )
        self.common = {w for s in document.sections for b in s.blocks for w in re.findall(r"(?<!\w)[a-zà-ÿ]+", b.text)}


def claims(fact: Fact, scope: Scope, names: Names) -> Iterator[tuple[str, str]]:
    """Give (field, what is wrong) for each claim of a fact that does not stand in its scope."""
    for field, text in (("question", fact.question), ("answer", fact.answer), ("attribution", fact.attribution)):
        if text:
            for problem in (*_numbers(text, scope), *_date_words(text, scope), *_names(text, scope, names, field)):
                yield field, problem
            for problem in _quotations(text, scope):
                yield field, problem
    if fact.attribution:
        missing = [w for w in words(fact.attribution) if w not in STOP and not _stands(w, scope)]
        if missing and not any(key in scope.keys for _, _, key in names.find(fact.attribution)):
            yield "attribution", f"{fact.attribution!r} does not stand there (missing: {', '.join(missing)})"
    if fact.quote:
        bent = _quote(fact.quote, scope)
        if bent:
            yield "quote", bent
    if fact.speaker:
        unnamed = _named(fact.speaker, scope, names, spoken=True)
        if unnamed:
            yield "speaker", unnamed
    for ident in fact.about:
        unnamed = _named(ident, scope, names, spoken=False)
        if unnamed:
            yield "about", unnamed
    yield from _date(fact, scope)


def _numbers(text: str, scope: Scope) -> Iterator[str]:
    there = figures(scope.text)
    known = {value for figure in there for value in figure.values}
    for figure in figures(_TWO_SIDES.sub(" ", text)):
        if not figure.values & known:
            have = ", ".join(dict.fromkeys(f.text for f in there)) or "no number"
            yield f"the number {figure.text!r} does not stand there; the source has {have}"


def _date_words(text: str, scope: Scope) -> Iterator[str]:
    have = months(scope.text)
    dated = {int(point[5:7]) for w in when.find(scope.text) for point in w.edtf.split("/") if len(point) >= 7}
    for month, word in months(text).items():
        if month not in have and month not in dated:
            yield f"the month {word!r} does not stand there; the source has {', '.join(have.values()) or 'no month'}"
    for season in sorted(seasons(text) - seasons(scope.text)):
        yield f"the season {season!r} does not stand there"


def _names(text: str, scope: Scope, names: Names, field: str) -> Iterator[str]:
    covered: list[tuple[int, int]] = []
    folded = f" {' '.join(words(scope.text))} "
    for start, end, key in names.find(text):
        covered.append((start, end))
        surface = " ".join(words(text[start:end]))
        if key not in scope.keys and f" {surface} " not in folded:
            yield f"the name {text[start:end]!r} does not stand there; the source has {_listed(scope, names)}"
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
            or word.lower() in lexicon.NOT_NAMES
            or all(_stands(p, scope) for p in parts)
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
        yield f"the name {word!r} does not stand there; the source has {_listed(scope, names)}"


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
    return following is not None and all(_stands(p, scope) for p in words(following[0]))


def _stands(word: str, scope: Scope) -> bool:
    if word in scope.words or stems([word])[0] in scope.stems:
        return True
    return scope.language != "en" and len(word) > 4 and any(w[:4] == word[:4] for w in scope.words)


def _listed(scope: Scope, names: Names) -> str:
    found = dict.fromkeys(scope.text[s:e] for s, e, _ in names.find(scope.text))
    return ", ".join(list(found)[:6]) or "no such name"


def _quotations(text: str, scope: Scope) -> Iterator[str]:
    for match in QUOTED.finditer(text):
        words_said = next(g for g in match.groups() if g)
        problem = _quote(words_said, scope)
        if problem:
            yield problem


def _quote(quote: str, scope: Scope) -> str | None:
    """Compare words in quotation marks with the source; case, the shape of signs and closing signs don't count."""
    there = _plain(scope.text)
    for part in re.split(r"\s*(?:\[?\.\.\.\]?)\s*", _plain(quote).strip(" \"'.,;:!?")):
        if part.strip(" \"'.,;:!?") and part.strip(" \"'.,;:!?") not in there:
            return f"the words {quote!r} do not stand there; the source has {_closest(quote, scope)}"
    return None


def _plain(text: str) -> str:
    return " ".join(text.translate(_SIGNS).casefold().split())


def _closest(quote: str, scope: Scope) -> str:
    from rapidfuzz import fuzz

    said = [next(g for g in m.groups() if g) for m in QUOTED.finditer(scope.block)]
    if not said:
        return "no quotation"
    return repr(max(said, key=lambda s: fuzz.ratio(_plain(s), _plain(quote))))


def _named(ident: str, scope: Scope, names: Names, *, spoken: bool) -> str | None:
    """Tell whether the cited paragraph, its headings, or (for a pronoun) what stands before it names an entity."""
    entity = names.by_id.get(ident)
    if entity is None:
        return None  # a dangling reference is told elsewhere
    wider = scope.section if not spoken else scope.text
    if spoken:
        wider = QUOTED.sub(" ", wider)
        if _PRONOUN.search(scope.block):
            wider += "\n" + scope.before
    if ident in {key for _, _, key in names.find(wider)}:
        return None
    folded = f" {' '.join(words(wider))} "
    if any(f" {' '.join(words(name))} " in folded for name in (entity.name, *entity.aliases) if words(name)):
        return None
    return f"{entity.name!r} is not named there; the source has {_listed(scope, names)}"


def _date(fact: Fact, scope: Scope) -> Iterator[tuple[str, str]]:
    if fact.date_text and fold(fact.date_text) not in fold(scope.text):
        yield "date_text", f"the words {fact.date_text!r} do not stand there"
    if not fact.date:
        return
    found = when.find(scope.text)
    told = when.find(fact.date_text) if fact.date_text else ()
    if len(told) == 1 and told[0].edtf != fact.date and any(told[0].text == w.text for w in found):
        yield "date", f"{fact.date} is not {fact.date_text!r}, which is {told[0].edtf}"
        return
    points = {p for w in found for point in w.edtf.split("/") for p in (point, point[:7], point[:4])}
    points |= set(re.findall(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)", scope.text))
    for point in fact.date.split("/"):
        if point not in points and not _without_year(point, scope):
            have = ", ".join(dict.fromkeys(w.edtf for w in found)) or "no date"
            yield "date", f"{point} does not stand there; the source has {have}"


def _without_year(point: str, scope: Scope) -> bool:
    """Tell whether "16 May" stands there for a day of the year in which the article was published."""
    year, month, day = (*point.split("-"), "", "")[:3]
    if not month or not scope.published or not scope.published.startswith(year):
        return False
    numbers = {value for figure in figures(scope.text) for value in figure.values}
    return int(month) in months(scope.text) and (not day or int(day) in numbers)
