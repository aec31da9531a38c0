"""Sentences that end with a colon, and what they lead into: a quotation, a statement, a line that is no sentence."""

from collections.abc import Sequence

from msgspec.structs import replace

from talkscli.extract.drafts import MAX_ANSWER, Draft, has_end, has_words
from talkscli.language.closed import FIRST_PERSON
from talkscli.language.quotations import OPENING
from talkscli.language.sentences import MAX_WORDS

_COLONS = (":", "：")
_TURNS = "—–"


def is_lead(draft: Draft) -> bool:
    """Tell whether a draft leads into what stands behind it."""
    return draft.answer.endswith(_COLONS) and draft.list_of is None


def led(drafts: Sequence[Draft]) -> list[Draft]:
    """Put each lead-in before what it leads into; where there is no room, it stands alone if it names somebody.

    Args:
        drafts: The drafts of a section in reading order.
    """
    found: list[Draft] = []
    lead: Draft | None = None
    stated: Draft | None = None  # the lead-in of a statement without marks
    for each in drafts:
        if lead is not None:
            belongs = each.first - lead.last <= 1 and not is_lead(each) and _is_led(lead, each)
            joined = _joined(lead, each) if belongs else None
            if joined is None and (_tells(lead) or (belongs and has_words(lead.answer))):
                found.append(lead)
            stated = lead if belongs and _is_statement(lead, each) else None
            lead = None
            if joined is not None:
                found.append(joined)
                continue
        if is_lead(each):
            lead = each
        else:
            found.append(_stated(stated, each))
    if lead is not None and _tells(lead):
        found.append(lead)
    return found


def _is_led(lead: Draft, each: Draft) -> bool:
    """Tell whether a lead-in belongs to the draft behind it, and not to a picture that the document lacks."""
    return _is_marked(each) or completes(lead.answer, each.source) or _is_statement(lead, each)


def completes(lead: str, text: str) -> bool:
    """Tell whether a lead-in needs what is behind it, as that is no sentence: a command, a line of a list."""
    return not text[:1].isupper() or (has_words(lead) and not has_end(text))


def _is_statement(lead: Draft, each: Draft) -> bool:
    """Tell whether somebody announced speaks without marks: of himself."""
    return lead.attribution is not None and not _is_marked(each) and FIRST_PERSON.search(each.source) is not None


def _is_marked(each: Draft) -> bool:
    return each.source[0] in OPENING or each.source[0] in _TURNS


def _tells(lead: Draft) -> bool:
    return bool(lead.about or lead.dates)


def _joined(lead: Draft, each: Draft) -> Draft | None:
    at = max(0, each.answer.find(each.source))  # without the speaker, whom the lead-in names
    answer = f"{lead.answer} {each.answer[at:]}"
    if len(answer.split()) > MAX_WORDS or len(answer) > MAX_ANSWER:
        return None
    return replace(
        each, answer=answer, source=f"{lead.source} {each.source}", first=min(lead.first, each.first),
        about=tuple(dict.fromkeys(lead.about + each.about)), subject=lead.subject or each.subject,
        subject_phrase=lead.subject_phrase if lead.subject else each.subject_phrase,
        attribution=lead.attribution or each.attribution, dates=lead.dates + each.dates,
        quotes=lead.quotes + each.quotes, leans=lead.leans,
    )  # fmt: skip


def _stated(lead: Draft | None, each: Draft) -> Draft:
    """Credit what goes on with a statement in its paragraph with whose it is."""
    goes_on = lead is not None and each.last - lead.last == 1 and not each.attribution and not each.quotes
    return replace(each, attribution=lead.attribution, first=lead.first) if lead and goes_on else each
