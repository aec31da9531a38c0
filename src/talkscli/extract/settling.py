"""Join the drafts of a section that can't be read alone to what stands beside them."""

from collections.abc import Sequence

from msgspec.structs import replace

from talkscli.article.questions import asks
from talkscli.extract import leaning
from talkscli.extract.context import People
from talkscli.extract.drafts import MAX_ANSWER, MIN_WORDS, Draft, beside, has_end, has_words
from talkscli.language import grammar
from talkscli.language.sentences import MAX_WORDS, prose, sentences


def settled(drafts: Sequence[Draft], people: People) -> list[Draft]:
    """Join what can't be read alone, or is too short for a fact, to what stands beside it; nothing is left out.

    Args:
        drafts: The drafts of a section in reading order.
        people: The names and kinds of the entities.
    """
    found: list[Draft] = []
    short: Draft | None = None  # waits for what is behind it
    for each in drafts:
        if short is not None and short.last < each.first and _append(found, short):
            short = None
        if short is None and _joins(found, each):
            continue
        short = short or _too_short(found)
        told = _headed(each)
        if short is not None:
            told, short = _before(short, told) or told, None
        elif each.leans and found:
            told = _named(found[-1], each, people) or each
        if has_words(told.answer) or told.list_of is not None:
            found.append(told)
        else:
            short = told
    short = short or _too_short(found)
    if short is not None and not _append(found, short) and found:
        found.append(_headed(short))  # no room: better short than lost
    return _answered(found)


def _answered(drafts: Sequence[Draft]) -> list[Draft]:
    """Put a question that is asked in the text before the sentence behind it, which answers it."""
    found: list[Draft] = []
    for each in drafts:
        last = found[-1] if found else None
        if last is not None and _only_asks(last) and each.first <= last.last and not _only_asks(each):
            joined = _before(last, each)
            if joined is not None:
                found[-1] = replace(joined, attribution=each.attribution)
                continue
        found.append(each)
    return found


def _only_asks(draft: Draft) -> bool:
    return asks(draft.answer) and not (draft.quotes or draft.attribution or draft.list_of or "\n" in draft.answer)


def _too_short(found: list[Draft]) -> Draft | None:
    """Take away the last one, if it is a list of too few words."""
    return found.pop() if found and not has_words(found[-1].answer) else None


def _joins(found: list[Draft], each: Draft) -> bool:
    """Join a draft to the last one, where it is of the same list, leans on it, or is too short beside it."""
    if not found or not (each.list_of is not None or each.leans or not has_words(each.answer)):
        return False
    last = found[-1]
    if each.list_of is not None:
        same = last.list_of == each.list_of and each.first - last.last <= 1
        listed = _joined(replace(last, answer=f"{last.answer.removesuffix('.')};"), each) if same else None
        found[-1] = listed or last
        return listed is not None
    return (_leans_on(found, each) if each.leans else last.last == each.first) and _append(found, each)


def _headed(item: Draft) -> Draft:
    return replace(item, answer=f"{item.list_of}: {item.answer}") if item.list_of else item


def stands_alone(draft: Draft) -> bool:
    """Tell whether a draft, as settled, names what it is about."""
    return not (draft.leans and leaning.has_pronoun(draft.answer))


def _append(found: list[Draft], each: Draft) -> bool:
    """Put a draft behind the last one, if there is room."""
    joined = _joined(found[-1], each) if found else None
    if joined is not None:
        found[-1] = replace(joined, list_of=None)
    return joined is not None


def _before(short: Draft, each: Draft) -> Draft | None:
    """Put what is short before what stands behind it, which tells who did what."""
    joined = _joined(short, each)
    return joined and replace(joined, subject=each.subject, subject_phrase=each.subject_phrase, list_of=each.list_of)


def _leans_on(found: Sequence[Draft], each: Draft) -> bool:
    """Tell whether a draft leans on the last one: "it" in another paragraph only where that has but one sentence."""
    last = found[-1]
    alone = (len(found) == 1 or found[-2].last < last.first) and len(sentences(last.source)) == 1
    return each.first <= last.last or not leaning.has_pronoun(each.answer) or alone


def _named(one: Draft, other: Draft, people: People) -> Draft | None:
    """Put the named subject of the sentence before beside "it" or "they" where there is no room for the sentence."""
    subject = other.subject_phrase
    if len(one.subject) != 1 or other.last != one.last or subject.phrase.lower() not in ("it", "they"):
        return None
    if not other.answer.startswith(subject.phrase):
        return None
    ident = one.subject[0]
    if subject.phrase.lower() == "they" and people.kinds.get(ident) == "person":
        return None
    return replace(
        other, answer=beside(other.answer, len(subject.phrase), people.names[ident]), leans=False,
        about=tuple(dict.fromkeys((*other.about, ident))), subject=(ident,),
    )  # fmt: skip


def _joined(one: Draft, other: Draft) -> Draft | None:
    """Put a sentence behind another, as far as there is room."""
    apart = " " if has_end(one.answer) or not other.answer[:1].isupper() else ". "
    if prose(one.answer) != one.answer:
        apart = "\n\n"  # a sentence is no part of the code before it
    answer = f"{one.answer}{apart}{other.answer}"
    room = len(answer) <= MAX_ANSWER or not (has_words(one.answer) and has_words(other.answer))
    ends = other.list_of is None or not has_words(other.answer)
    most = MAX_WORDS if ends else MAX_WORDS - MIN_WORDS + 1  # room for a last item that is too short
    if len(answer.split()) > most or not room or other.first - one.last > 1:
        return None
    return replace(
        one, answer=answer, source=f"{one.source} {other.source}", last=max(one.last, other.last),
        about=tuple(dict.fromkeys(one.about + other.about)), dates=one.dates + other.dates,
        quotes=one.quotes + other.quotes, attribution=_of_both(one, other),
    )  # fmt: skip


def _of_both(one: Draft, other: Draft) -> str | None:
    """Say whose claim two sentences are together: nobody's, where one of them is not told as a claim of that person."""
    told = other.subject_phrase
    goes_on = not told.ids and (told.verb == "would" or (told.pronoun and grammar.is_speech(told.verb)))
    part = not (has_words(one.answer) and has_words(other.answer)) or _is_open(one.answer)
    if part or one.attribution == other.attribution:
        return one.attribution or other.attribution
    return one.attribution if goes_on and other.attribution is None else None  # "She said …", "That would …"


def _is_open(text: str) -> bool:
    """Tell whether a quotation has begun and not ended."""
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”")
