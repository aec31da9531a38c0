"""What a fact claims (numbers, dates, names, quotations), each looked up in what the fact cites."""

import re
from collections.abc import Iterator

from talkscli.check.figures import figures, months, seasons
from talkscli.check.naming import listed, stands, unnamed
from talkscli.check.scope import Names, Scope
from talkscli.language import prose_dates
from talkscli.language.quotations import QUOTED
from talkscli.language.words import STOP, fold, words
from talkscli.store.model import Fact

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


def claims(fact: Fact, scope: Scope, names: Names) -> Iterator[tuple[str, str]]:
    """Give (field, what is wrong) for each claim of a fact that does not stand in its scope."""
    for field, text in (("question", fact.question), ("answer", fact.answer), ("attribution", fact.attribution)):
        if text:
            for problem in (*_numbers(text, scope), *_date_words(text, scope), *unnamed(text, scope, names, field)):
                yield field, problem
            for problem in _quotations(text, scope):
                yield field, problem
    if fact.attribution:
        missing = [w for w in words(fact.attribution) if w not in STOP and not stands(w, scope)]
        if missing and not any(key in scope.keys for _, _, key in names.find(fact.attribution)):
            yield "attribution", f"{fact.attribution!r} does not stand there (missing: {', '.join(missing)})"
    if fact.quote:
        bent = _quote(fact.quote, scope)
        if bent:
            yield "quote", bent
    if fact.speaker:
        missing_name = _named(fact.speaker, scope, names, spoken=True)
        if missing_name:
            yield "speaker", missing_name
    for ident in fact.about:
        missing_name = _named(ident, scope, names, spoken=False)
        if missing_name:
            yield "about", missing_name
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
    dated = {int(point[5:7]) for w in prose_dates.find(scope.text) for point in w.edtf.split("/") if len(point) >= 7}
    for month, word in months(text).items():
        if month not in have and month not in dated:
            yield f"the month {word!r} does not stand there; the source has {', '.join(have.values()) or 'no month'}"
    for season in sorted(seasons(text) - seasons(scope.text)):
        yield f"the season {season!r} does not stand there"


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
    return f"{entity.name!r} is not named there; the source has {listed(scope, names)}"


def _date(fact: Fact, scope: Scope) -> Iterator[tuple[str, str]]:
    if fact.date_text and fold(fact.date_text) not in fold(scope.text):
        yield "date_text", f"the words {fact.date_text!r} do not stand there"
    if not fact.date:
        return
    found = prose_dates.find(scope.text)
    told = prose_dates.find(fact.date_text) if fact.date_text else ()
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
