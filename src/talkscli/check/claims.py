"""What a fact claims (numbers, dates, names, quotations), each looked up in what the fact cites."""

import re
from collections.abc import Iterator

from talkscli.check.figures import figures
from talkscli.check.naming import stands, unnamed
from talkscli.check.passage import Names, Passage, plain
from talkscli.check.scope import Scope
from talkscli.language import insertions, prose_dates, relative_dates
from talkscli.language.quotations import quotations
from talkscli.language.times import months, seasons
from talkscli.language.words import STOP, fold, words
from talkscli.store.model import Fact

_TWO_SIDES = re.compile(
    r"\btwo\s(?:sides|countries|nations|parties|delegations|leaders|states|men|women|people|things)\b", re.IGNORECASE
)
_PARTS = re.compile(r" ?\[?\.\.\.\]? ?")  # of a quotation, with single spaces
_EDGES = " \"'.,;:!?"


def claims(fact: Fact, scope: Scope, names: Names) -> Iterator[tuple[str, str]]:
    """Find each claim of a fact that does not stand in its scope.

    Args:
        fact: Any fact.
        scope: What it may rest on.
        names: All names.

    Returns:
        The field, and what is wrong in it.
    """
    inserted = _inserted(fact, scope, names)
    answer = insertions.without(fact.answer, inserted)
    event = fact.event and next((fact.event[len(n) :] for n in inserted if fact.event.startswith(n)), fact.event)
    attribution = None if fact.attribution in inserted else fact.attribution
    told = {"question": fact.question, "answer": answer, "event": event, "attribution": attribution}
    for field, text in told.items():
        if text:
            for problem in (*_numbers(text, scope), *_date_words(text, scope), *unnamed(text, scope, names, field)):
                yield field, problem
            for problem in _quotations(text, scope):
                yield field, problem
    if attribution:
        missing = [w for w in words(attribution) if w not in STOP and not stands(w, scope)]
        if missing and not any(key in scope.all.keys for _, _, key in names.find(attribution)):
            yield "attribution", f"{attribution!r} does not stand there (missing: {', '.join(missing)})"
    if fact.quote:
        bent = _quote(fact.quote, scope)
        if bent:
            yield "quote", bent
    said_by = names.by_id.get(fact.speaker or "")
    if (
        fact.speaker
        and not (said_by and inserted & {said_by.name, *said_by.aliases})
        and not _speaks(fact.speaker, scope, names)
    ):
        yield "speaker", f"{names.by_id[fact.speaker].name!r} is not named there; the source has {scope.all.listed}"
    for ident in fact.about:
        if not _named(ident, scope.ground.whole, names) and not inserted & {
            names.by_id[ident].name,
            *names.by_id[ident].aliases,
        }:
            yield "about", f"{names.by_id[ident].name!r} is not named there; the source has {scope.all.listed}"
    yield from _date(fact, scope)


def _inserted(fact: Fact, scope: Scope, names: Names) -> set[str]:
    """Find the names that say in the answer whom "he" means or who speaks, of the fact's entities."""
    entities = [names.by_id[ident] for ident in fact.about if ident in names.by_id]
    own = {name for entity in entities for name in (entity.name, *entity.aliases)}
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


def _quotations(text: str, scope: Scope) -> Iterator[str]:
    for quotation in quotations(text):
        problem = _quote(quotation.words, scope)
        if problem:
            yield problem


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


def _named(ident: str, passage: Passage, names: Names) -> bool:
    """Tell whether a passage names an entity; a dangling reference is told elsewhere."""
    entity = names.by_id.get(ident)
    return entity is None or ident in passage.keys or any(map(passage.says, (entity.name, *entity.aliases)))


def _speaks(ident: str, scope: Scope, names: Names) -> bool:
    """Tell whether an entity is named around the words said or, where a pronoun stands for it, before."""
    if _named(ident, scope.all.unquoted, names):
        return True
    entity = names.by_id[ident]
    own = (entity.name, *entity.aliases)
    return bool(insertions.PERSONAL.search(scope.block.text)) and scope.ground.named_before(scope.start, ident, own)


def _date(fact: Fact, scope: Scope) -> Iterator[tuple[str, str]]:
    if fact.date_text and fold(fact.date_text) not in scope.all.folded:
        yield "date_text", f"the words {fact.date_text!r} do not stand there"
    if not fact.date:
        return
    if fact.date_text and fact.date in relative_dates.readings(fact.date_text, scope.shared.published):
        return
    told = prose_dates.find(fact.date_text) if fact.date_text else ()
    if len(told) == 1 and told[0].edtf != fact.date and any(told[0].text == w.text for w in scope.all.dates):
        yield "date", f"{fact.date} is not {fact.date_text!r}, which is {told[0].edtf}"
        return
    for point in fact.date.split("/"):
        if point not in scope.all.points and not _without_year(point, scope):
            yield "date", f"{point} does not stand there; the source has {scope.all.dated}"


def _without_year(point: str, scope: Scope) -> bool:
    """Tell whether "16 May" stands there for a day of the year in which the article was published."""
    year, month, day = (*point.split("-"), "", "")[:3]
    published = scope.shared.published
    if not month or not published or not published.startswith(year):
        return False
    return int(month) in scope.all.months and (not day or int(day) in scope.all.numbers)
