"""What a fact claims (numbers, dates, names, quotations), each looked up in what the fact cites."""

import re
from collections.abc import Iterator

from talkscli.check.figures import figures
from talkscli.check.naming import stands, unnamed
from talkscli.check.passage import Names, Passage, plain
from talkscli.check.report import Problem
from talkscli.check.scope import Scope
from talkscli.language import closed, insertions, prose_dates, relative_dates
from talkscli.language.quotations import quotations
from talkscli.language.times import months, seasons
from talkscli.language.words import STOP, fold, words
from talkscli.store.model import Fact

_ASIDE = 40  # characters before a name, with the comma
_TWO_SIDES = re.compile(
    r"\btwo\s(?:sides|countries|nations|parties|delegations|leaders|states|men|women|people|things)\b", re.IGNORECASE
)
_PARTS = re.compile(r" ?\[?\.\.\.\]? ?")  # of a quotation, with single spaces
_EDGES = " \"'.,;:!?"


def claims(fact: Fact, scope: Scope, names: Names) -> Iterator[Problem]:
    """Find each claim of a fact that does not stand in its scope.

    Args:
        fact: Any fact.
        scope: What it may rest on.
        names: All names.

    Returns:
        What is wrong in it.
    """
    inserted = _inserted(fact, scope, names)
    answer = insertions.without(fact.answer, inserted)
    event = fact.event and next((fact.event[len(n) :] for n in inserted if fact.event.startswith(n)), fact.event)
    attribution = None if fact.attribution in inserted else fact.attribution
    told = {"question": fact.question, "answer": answer, "event": event, "attribution": attribution}
    for field, text in told.items():
        for problem in _text(text, scope, names, field) if text else ():
            yield Problem(fact.id, field, problem)
    if attribution:
        missing = [w for w in words(attribution) if w not in STOP and not stands(w, scope)]
        if missing and not any(name.key in scope.all.keys for name in names.find(attribution)):
            problem = f"{attribution!r} does not stand there (missing: {', '.join(missing)})"
            yield Problem(fact.id, "attribution", problem)
    bent = _quote(fact.quote, scope) if fact.quote else None
    if bent:
        yield Problem(fact.id, "quote", bent)
    own = inserted.intersection
    if fact.speaker and not own(names.spellings(fact.speaker)) and not _speaks(fact.speaker, scope, names):
        yield Problem(fact.id, "speaker", _not_named(fact.speaker, scope, names))
    for ident in fact.about:
        if not own(names.spellings(ident)) and not _named(ident, scope.ground.whole, names):
            yield Problem(fact.id, "about", _not_named(ident, scope, names))
    yield from _date(fact, scope)


def _text(text: str, scope: Scope, names: Names, field: str) -> Iterator[str]:
    """Find what is wrong in a text of one's own words: numbers, dates, names, and words in quotation marks."""
    yield from _numbers(text, scope)
    yield from _date_words(_without_names(text, names), scope)
    yield from unnamed(text, scope, names, field)
    yield from filter(None, (_quote(quotation.words, scope) for quotation in quotations(text)))


def _without_names(text: str, names: Names) -> str:
    """Blank out the names in a text: "Jan Berg" names no month."""
    for found in names.find(text):
        text = f"{text[: found.start]}{' ' * (found.end - found.start)}{text[found.end :]}"
    return text


def _inserted(fact: Fact, scope: Scope, names: Names) -> set[str]:
    """Find the names that say in the answer whom "he" means or who speaks, of the fact's entities."""
    own = {name for ident in fact.about for name in names.spellings(ident)}
    told = {name for name in insertions.inserted(fact.answer) if f"[{name}" not in scope.all.text}
    return {name for name in told & own if not scope.shared.words or scope.shared.words.issuperset(words(name))}


def _numbers(text: str, scope: Scope) -> Iterator[str]:
    for figure in figures(_TWO_SIDES.sub(" ", text)):
        if not figure.values & scope.all.numbers:
            yield f"the number {figure.text!r} does not stand there; the source has {scope.all.counted}"


def _date_words(text: str, scope: Scope) -> Iterator[str]:
    have = scope.all.months
    for month, word in months(text).items():
        if month not in have and month not in scope.all.dated_months:
            yield f"the month {word!r} does not stand there; the source has {', '.join(have.values()) or 'no month'}"
    for season, word in seasons(text).items():
        if season not in scope.all.seasons:
            yield f"the season {word!r} does not stand there"


def _quote(quote: str, scope: Scope) -> str | None:
    """Compare words in quotation marks with the source; case, the shape of signs and closing signs don't count."""
    for part in _PARTS.split(plain(quote).strip(_EDGES)):
        if part.strip(_EDGES) and part.strip(_EDGES) not in scope.all.plain:
            return f"the words {quote!r} do not stand there; the source has {_closest(quote, scope)}"
    return None


def _closest(quote: str, scope: Scope) -> str:
    from rapidfuzz import fuzz

    said = scope.block.quoted
    return repr(max(said, key=lambda s: fuzz.ratio(plain(s), plain(quote)))) if said else "no quotation"


def _not_named(ident: str, scope: Scope, names: Names) -> str:
    return f"{names.by_id[ident].name!r} is not named there; the source has {scope.all.listed}"


def _named(ident: str, passage: Passage, names: Names) -> bool:
    """Tell whether a passage names an entity; a dangling reference is told elsewhere."""
    return ident not in names.by_id or ident in passage.keys or any(map(passage.says, names.spellings(ident)))


def _speaks(ident: str, scope: Scope, names: Names) -> bool:
    """Tell whether an entity is named around the words said or, where a pronoun stands for it, before."""
    if _named(ident, scope.all.unquoted, names):
        return True
    if scope.shared.language in closed.LANGUAGES and any(
        _set_apart(name, scope.block.text) for name in names.spellings(ident)
    ):
        return True
    pronoun = bool(insertions.PERSONAL.search(scope.block.text))
    return pronoun and scope.ground.named_before(scope.start, ident, names.spellings(ident))


def _set_apart(name: str, text: str) -> bool:
    """Tell whether a name stands between commas, as that of a speaker may within the marks: "Es ist, so Berg, spät"."""
    at = text.find(name)
    before, behind = text[max(0, at - _ASIDE) : at], text[at + len(name) :]
    return at > 0 and "," in before and behind[:1] in (",", ".")


def _date(fact: Fact, scope: Scope) -> Iterator[Problem]:
    if fact.date_text and fold(fact.date_text) not in scope.all.folded:
        yield Problem(fact.id, "date_text", f"the words {fact.date_text!r} do not stand there")
    if not fact.date:
        return
    if fact.date_text and fact.date in relative_dates.readings(fact.date_text, scope.shared.published):
        return
    told = prose_dates.find(fact.date_text) if fact.date_text else ()
    if len(told) == 1 and told[0].edtf != fact.date and any(told[0].text == w.text for w in scope.all.dates):
        yield Problem(fact.id, "date", f"{fact.date} is not {fact.date_text!r}, which is {told[0].edtf}")
        return
    for point in fact.date.split("/"):
        if point not in scope.all.points and not _without_year(point, scope):
            yield Problem(fact.id, "date", f"{point} does not stand there; the source has {scope.all.dated}")


def _without_year(point: str, scope: Scope) -> bool:
    """Tell whether "16 May" stands there for a day of the year in which the article was published."""
    year, month, day = (*point.split("-"), "", "")[:3]
    published = scope.shared.published
    if not month or not published or not published.startswith(year):
        return False
    return int(month) in scope.all.months and (not day or int(day) in scope.all.numbers)
