"""Make a sentence such that it can be read alone: with the name beside "he", the speaker before a quotation."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from talkscli.extract import leaning
from talkscli.extract.context import Quote, Subject
from talkscli.extract.passages import Passage
from talkscli.extract.speech import LEADING_OWNER, Reading
from talkscli.language.prose_dates import When
from talkscli.language.quotations import CLOSING, OPENING, closed
from talkscli.language.words import unspaced, words

MAX_ANSWER = 400  # characters: a sentence takes on no context beyond this
MIN_WORDS = 4
_ENDS, _QUOTED_END = tuple(".!?…:;。！？"), tuple(mark for mark in CLOSING if mark != "’")
_ADDRESS = re.compile(r"[(<\[]?(?:https?://|www\.)")
_BEHIND_END = "\"'”’»)]"


class Draft(Struct, frozen=True, gc=False):
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
    cells: tuple[str, ...] = ()
    """Of a row of a table: what its cells hold."""
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
        answer = beside(text, subject.end - start, names[ids[0]] + owner)
    elif subject.pronoun:
        ids = ()
    told = next((q for q in quotes if q.place is not None and start < q.place <= end), None)
    if told and told.place and answer == text and told.speaker in names and told.speaker not in about:
        answer = beside(text, told.place - start, names[told.speaker])
    owns = LEADING_OWNER.match(text) if reading.owner and not start and leans else None
    if owns and reading.owner:
        answer = beside(text, owns.end(1), f"{names[reading.owner]}’s")
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


def beside(text: str, place: int, name: str) -> str:
    """Put a name beside the pronoun that stands for it, as editors do: "He [Berg] said …"."""
    return f"{text[:place]} [{name}]{text[place:]}"


def _part(text: str, quote: Quote, start: int, end: int) -> str:
    part = text[max(quote.start, start) : min(quote.end, end)].strip()
    return quote.words if start <= quote.start and quote.end <= end else part.rstrip(",")


def has_words(text: str) -> bool:
    """Tell whether a text has words enough for a fact; without spaces, two characters stand for one."""
    return len(text.split(None, MIN_WORDS)) >= MIN_WORDS or sum(map(unspaced, words(text))) >= 2 * MIN_WORDS


def ended(text: str) -> str:
    """Return a text with a full stop where it has no end, as the items of a list have none."""
    return text if has_end(text) else f"{text.rstrip(',;')}."


def has_end(text: str) -> bool:
    """Tell whether a text ends as a sentence does, or an address stands behind one that does."""
    if "://" in text or "www." in text:
        before, _, last = text.rpartition(" ")
        text = before if before and _ADDRESS.match(last) and not last.endswith(_ENDS) else text
    return text.endswith(_QUOTED_END) or text.rstrip(_BEHIND_END).endswith(_ENDS)
