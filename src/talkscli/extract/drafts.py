"""Make a sentence such that it can be read alone: with the name beside "he", the speaker before a quotation."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from talkscli.article.questions import asks
from talkscli.extract import leaning
from talkscli.extract.context import Quote, Subject
from talkscli.extract.passages import Passage
from talkscli.extract.speech import LEADING_OWNER, Reading
from talkscli.language import grammar
from talkscli.language.prose_dates import When
from talkscli.language.quotations import CLOSING, OPENING, closed
from talkscli.language.sentences import MAX_WORDS, prose, sentences
from talkscli.language.words import unspaced, words

MAX_ANSWER = 400  # characters: a sentence takes on no context beyond this
MIN_WORDS = 4
_ENDS, _QUOTED_END = tuple(".!?…:;。！？"), tuple('"”»')
_BEHIND_END = "\"'”’»)]"


class Draft(Struct, frozen=True):
    """What becomes a fact, or several where it has several dates or quotations."""

    source: str
    """The words as they stand in the article; the id is made of them."""
    answer: str
    first: int
    """The paragraph that it stands in."""
    last: int
    about: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    subject_phrase: Subject = Subject()
    attribution: str | None = None
    dates: tuple[When, ...] = ()
    quotes: tuple[Quote, ...] = ()
    leans: bool = False
    """It can't be read without the sentence before."""
    list_of: str | None = None
    """Of an item that says little alone: what its list is of."""


def draft(
    passage: Passage, index: int, reading: Reading, about: Sequence[str], paragraph: int,
    said_in: int, names: dict[str, str],
) -> Draft:  # fmt: skip
    """Make a draft of one piece of a passage.

    Args:
        passage: The passage.
        index: Which of its pieces.
        reading: What the passage tells.
        about: Who is named in the piece.
        paragraph: The number of the block.
        said_in: The number of the block that tells who speaks.
        names: The entities' names by their ids.
    """
    start, text = passage.pieces[index]
    end = start + len(text)
    quotes = _quotes(passage.text, reading, start, end)
    subject, at, answer = reading.subject, paragraph, text
    own = start <= subject.start < end and bool(subject.verb)
    ids = subject.ids if own else ()
    leans = leaning.leans(text)
    around = (q for q in reading.quotes if _is_nothing(passage.text[start : q.start] + passage.text[q.end : end]))
    within = next(around, None) if reading.quotes else None
    if within:
        said_by = names.get(within.speaker or "") or within.said_by
        answer = f"{said_by}: {_marked(text)}" if said_by else text
        at, leans = said_in, leans and not said_by
        ids = (within.speaker,) if within.speaker else ()
    elif own and subject.resolved and len(ids) == 1:
        leans = False
        owner = "’s" if subject.phrase.lower() in ("his", "its") else ""
        answer = _beside(text, subject.end - start, names[ids[0]] + owner)
    elif subject.pronoun:
        ids = ()
    told = next((q for q in quotes if q.place is not None and start < q.place <= end), None)
    if told and told.place and answer == text and told.speaker in names and told.speaker not in about:
        answer = _beside(text, told.place - start, names[told.speaker])
    owns = LEADING_OWNER.match(text) if reading.owner and not start and leans else None
    if owns and reading.owner:
        answer = _beside(text, owns.end(1), f"{names[reading.owner]}’s")
        leans, about = False, (*about, reading.owner)
    if quotes and quotes[0].speaker and not within:
        ids = (quotes[0].speaker,)
    if index:
        answer = f"… {answer}" if not within and text[:1].islower() else answer
    if index + 1 < len(passage.pieces) and not has_end(answer):
        answer = f"{answer.rstrip(',;')} …"
    if quotes or within:
        answer = closed(answer)
    return Draft(
        source=text, answer=answer, first=min(at, paragraph), last=paragraph,
        about=tuple(dict.fromkeys((*about, *ids, *(q.speaker for q in quotes if q.speaker)))),
        subject=ids, subject_phrase=subject if own else Subject(),
        attribution=reading.attribution if own or not subject.resolved or within else None,  # "he" stands elsewhere
        quotes=quotes, leans=leans and not index,
    )  # fmt: skip


def _is_nothing(around: str) -> bool:
    return not any(map(str.isalnum, around))


def _quotes(text: str, reading: Reading, start: int, end: int) -> tuple[Quote, ...]:
    """Take the quotations, or parts of two words or more of them, that stand in a piece of a passage's text."""
    if not reading.quotes:
        return ()
    parts = (replace(q, words=_part(text, q, start, end)) for q in reading.quotes if q.start < end and start < q.end)
    return tuple(q for q in parts if q in reading.quotes or len(q.words.split()) > 1)


def _marked(words: str) -> str:
    return words if words[0] in OPENING else f"“{words.rstrip(CLOSING)}”"


def _beside(text: str, place: int, name: str) -> str:
    """Put a name beside the pronoun that stands for it, as editors do: "He [Berg] said …"."""
    return f"{text[:place]} [{name}]{text[place:]}"


def _part(text: str, quote: Quote, start: int, end: int) -> str:
    part = text[max(quote.start, start) : min(quote.end, end)].strip()
    return quote.words if start <= quote.start and quote.end <= end else part.rstrip(",")


def settled(drafts: Sequence[Draft], names: dict[str, str]) -> list[Draft]:
    """Join what can't be read alone, or is too short for a fact, to what stands beside it; nothing is left out.

    Args:
        drafts: The drafts of a section in reading order.
        names: The entities' names by their ids.
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
            told = _named(found[-1], each, names) or each
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


def has_words(text: str) -> bool:
    """Tell whether a text has words enough for a fact; without spaces, two characters stand for one."""
    return len(text.split(None, MIN_WORDS)) >= MIN_WORDS or sum(map(unspaced, words(text))) >= 2 * MIN_WORDS


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


def _named(one: Draft, other: Draft, names: dict[str, str]) -> Draft | None:
    """Put the named subject of the sentence before beside "it" or "they" where there is no room for the sentence."""
    subject = other.subject_phrase
    if len(one.subject) != 1 or other.last != one.last or subject.phrase.lower() not in ("it", "they"):
        return None
    if not other.answer.startswith(subject.phrase):
        return None
    ident = one.subject[0]
    return replace(
        other, answer=_beside(other.answer, len(subject.phrase), names[ident]), leans=False,
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


def ended(text: str) -> str:
    """Return a text with a full stop where it has no end, as the items of a list have none."""
    return text if has_end(text) else f"{text.rstrip(',;')}."


def has_end(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return text.endswith(_QUOTED_END) or text.rstrip(_BEHIND_END).endswith(_ENDS)
