"""Make facts of a document: one a sentence, one a question with its answer, one a further date or quotation."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from talkscli.article.document import Block, Document, Section
from talkscli.extract.cast import Cast, Mention
from talkscli.extract.speech import Context, People, Quote, Sentence, attribution, quotes, subject_of
from talkscli.language import prose_dates
from talkscli.language.quotations import QUOTED
from talkscli.language.sentences import MAX_WORDS, pieces, sentences
from talkscli.language.slug import digest, slugify
from talkscli.language.vocabulary import given_names
from talkscli.store.model import Citation, Fact

SLUG = 32  # characters of a section's name in the ids of its facts
MAX_ANSWER = 400  # characters: a sentence takes on no context beyond this
_PERSON = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_LEANS = re.compile(
    r"(?:(?:however|but|and|so|yet|still|then|also|thus|therefore|instead|moreover|meanwhile|later|afterwards|there)\b,?\s+)*"
    r"(?:(?:[A-Z][\w’'-]*\s(?:[\w’'-]+\s){0,7}[\w’'-]+,\s)?(?:he|she|they|it)\b"
    r"|(?:his|her|its|their|this|these|that|those|such|both|neither|another|some of (?:them|these)"
    r"|most of (?:them|these)"
    r"|many of (?:them|these)|one of (?:them|these)|the (?:former|latter|same)|since then|after (?:that|this)|then)\b)",
    re.IGNORECASE,
)


class Maker:
    """Makes the facts of one document."""

    def __init__(self, document: Document, source: str, title: str | None) -> None:
        """Gather the names of the document; `title` is shown where text stands under no heading."""
        self.document = document
        self.source = source
        self.title = title
        self.cast = Cast(document)
        self._leads: dict[str, str] = {}  # lead-in of a list -> its last sentence
        self.entities = self.cast.entities
        given = given_names()
        persons = [entity for entity in self.entities if entity.kind == "person"]
        self.people = People(
            names={entity.id: entity.name for entity in self.entities},
            sexes={person.id: given.get(person.name.split()[0], "mf") for person in persons},
            roles={person.id: person.role for person in persons if person.role},
        )

    def facts(self) -> Iterator[Fact]:
        """Give the facts in reading order; a sentence that stands twice in a section gives one."""
        seen: set[str] = set()
        for section in self.document.sections:
            name = section.heading or self.title
            slug = slugify(name or self.source, SLUG)
            topics = (slugify(name),) if name else ()
            context = self._opening(section)
            for number, block in enumerate(section.blocks, 1):
                cited = Citation(source=self.source, section=name, paragraph=number)
                for fact in self._block(section, number - 1, block, context):
                    ident = f"{slug}-{fact.id}"
                    if ident not in seen:
                        seen.add(ident)
                        yield replace(fact, id=ident, citation=cited, topics=topics)

    def _opening(self, section: Section) -> Context:
        """Begin a section: its headings may name whom "he" in the first sentence means."""
        headings = [h for h in (self.document.title, *section.above, section.heading) if h]
        context = Context(given={m.id for heading in headings for m in self.cast.mentions(heading)})
        for heading in headings[bool(self.document.title) :]:
            context.remember([m.id for m in self.cast.mentions(heading) if m.kind == "person"][:1], self.people)
        return context

    def _block(self, section: Section, index: int, block: Block, context: Context) -> Iterator[Fact]:
        """Give the facts of a block: the pair where it answers a question, else (or if that is long) its sentences."""
        context.speaker = None
        context.here = set()
        found: list[Fact] = []
        before: list[tuple[str, list[Mention]]] = []
        for sentence in sentences(block.text, self.document.language):
            for piece in pieces(sentence):
                mentions = self.cast.mentions(piece)
                context.here.update(m.id for m in mentions)
                if any(map(str.isalpha, piece)):
                    around = self._around(section, index, block, piece) or _leaning(piece, mentions, before)
                    found += self._sentence(piece, mentions, around, context)
                before.append((piece, mentions))
        question = block.question or (section.heading if index == 0 and (section.heading or "").endswith("?") else None)
        if question is None:
            yield from found
            return
        answer = _with_list(section, index)
        dated = next((fact for fact in found if fact.date), None)
        quoted = next((fact for fact in found if fact.quote), None)
        asked = [m.id for m in self.cast.mentions(question)]
        yield Fact(
            id=digest(f"{question} {answer}"), question=question, answer=answer, faq=True,
            about=tuple(dict.fromkeys((*asked, *(ident for fact in found for ident in fact.about)))),
            date=dated.date if dated else None, date_text=dated.date_text if dated else None,
            quote=quoted.quote if quoted else None, speaker=quoted.speaker if quoted else None,
        )  # fmt: skip
        if len(answer.split()) > MAX_WORDS:
            yield from found
        else:  # what the pair has no room for
            yield from (f for f in found if (f.date and f is not dated) or (f.quote and f is not quoted))

    def _sentence(self, piece: str, mentions: Sequence[Mention], around: "_Around", context: Context) -> Iterator[Fact]:
        """Give the fact of a sentence, and one more for each further date or quotation in it."""
        said = Sentence.of(piece, mentions)
        subject = subject_of(said, context, self.people)
        claimed = attribution(said, subject, self.people.names, context)
        dated = {date.edtf: date for date in prose_dates.find(piece)}.values()
        ident = digest(piece)
        for n, (date, quote) in enumerate(_paired(dated, quotes(said, subject, context))):
            speaker = quote.speaker if quote else None
            about = (*(m.id for m in mentions), *around.about, *filter(None, (subject, speaker)))
            yield Fact(
                id=f"{ident}-{n + 1}" if n else ident,
                answer=around.answer,
                attribution=claimed,
                about=tuple(dict.fromkeys(about)),
                date=date.edtf if date else None,
                date_text=date.text if date else None,
                quote=quote.words if quote else None,
                speaker=speaker,
            )
        context.remember([m.id for m in reversed(said.named) if m.kind == "person"], self.people)
        context.remember([subject] if subject else [], self.people)

    def _around(self, section: Section, index: int, block: Block, piece: str) -> "_Around | None":
        """Give a bullet with its lead-in, or a lead-in with its bullets; None for an ordinary sentence."""
        blocks = section.around(index)
        if block.bullet:
            lead = self._last_sentence(blocks[0].text) if blocks[0] is not block else ""
            answer = _within(f"{lead} {piece}".strip(), piece)
            return _Around(answer, [m.id for m in self.cast.mentions(lead)] if answer != piece else [])
        if len(blocks) > 1 and block.text.endswith(piece):
            listed = "; ".join(b.text.rstrip(".;,") for b in blocks[1:])
            answer = _within(f"{piece} {listed}", piece)
            return _Around(answer, [m.id for m in self.cast.mentions(listed)] if answer != piece else [])
        return None

    def _last_sentence(self, lead: str) -> str:
        if lead not in self._leads:
            self._leads[lead] = sentences(lead, self.document.language)[-1]
        return self._leads[lead]


class _Around:
    """A sentence with what it needs to stand alone, and whom that names."""

    __slots__ = ("about", "answer")

    def __init__(self, answer: str, about: Iterable[str]) -> None:
        self.answer = answer
        self.about = tuple(about)


def _leaning(piece: str, mentions: Sequence[Mention], before: Sequence[tuple[str, list[Mention]]]) -> _Around:
    """Put before a sentence those that it leans on, as far as there is room: "He added …" alone says too little."""
    answer, about, leans = piece, list[str](), _leans(piece, mentions)
    for sentence, named in reversed(before):
        if not leans:
            break
        longer = _within(f"{sentence} {answer}", answer)
        if longer == answer:
            break
        answer, leans = longer, _leans(sentence, named)
        about += [m.id for m in named]
    return _Around(answer, about)


def _leans(sentence: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether a sentence needs the one before it: it begins with "this", "it", or is but a quotation."""
    if _LEANS.match(sentence) or QUOTED.fullmatch(sentence):
        return True
    person = _PERSON.search(sentence)
    return person is not None and not any(m.kind == "person" and m.start < person.start() for m in mentions)


def _with_list(section: Section, index: int) -> str:
    """Give a block's text, with its list where it leads into one."""
    first, *rest = section.around(index)
    return first.text if not rest else f"{first.text} {'; '.join(block.text.rstrip('.;,') for block in rest)}"


def _within(longer: str, alone: str) -> str:
    return longer if len(longer.split()) <= MAX_WORDS and len(longer) <= MAX_ANSWER else alone


def _paired(
    dates: Iterable[prose_dates.When], said: Sequence[Quote]
) -> Sequence[tuple[prose_dates.When | None, Quote | None]]:
    return list(zip_longest(dates, said)) or [(None, None)]
