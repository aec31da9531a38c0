"""Make facts of a document: one a sentence, one a question with its answer, one a further date or quotation."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from msgspec.structs import replace

from talkscli.article.document import Document, Section, leads_in
from talkscli.extract.attribution import sayer
from talkscli.extract.cast import Cast
from talkscli.extract.context import Context, People, Quote
from talkscli.extract.dating import heading_date, told_dates
from talkscli.extract.drafts import Draft, draft, ended, has_words
from talkscli.extract.events import event_of
from talkscli.extract.leadins import is_lead, led
from talkscli.extract.lists import Lists, listed
from talkscli.extract.passages import passages
from talkscli.extract.proof import proved
from talkscli.extract.settling import settled, stands_alone
from talkscli.extract.speech import read
from talkscli.extract.wholes import wholes
from talkscli.language.insertions import PERSONAL
from talkscli.language.prose_dates import When
from talkscli.language.sentences import MAX_WORDS, prose, sentences
from talkscli.language.slug import digest, plain, slugify
from talkscli.language.vocabulary import given_names
from talkscli.store.model import Citation, Fact

_ADDRESS = re.compile(r"https?://\S+")
_ANY_DAY = "2000-06-15"
SLUG = 32  # characters of a section's name in the ids of its facts


class Maker:
    """Makes the facts of one document."""

    def __init__(self, document: Document, source: str, title: str | None, published: str | None = None) -> None:
        """Gather the names of the document.

        Args:
            document: The article.
            source: The id of its source.
            title: What is shown where text stands under no heading.
            published: When it was published, if it does not say so itself.
        """
        self.document = document
        self.source = source
        self.title = title
        self.published = published or document.published
        told = self.published != document.published
        self._news = None if document.lasting and not told else self.published  # tells which Tuesday is meant
        self.undated = 0  # dates that the day of publication would tell
        self.cast = Cast(document)
        self.entities = self.cast.entities
        given = given_names()
        persons = [entity for entity in self.entities if entity.kind == "person"]
        roles = {person.id: person.role for person in persons if person.role}
        self.people = People(
            names={entity.id: entity.name for entity in self.entities},
            sexes={person.id: given.get(person.name.split()[0], "mf") for person in persons},
            roles=roles,
            offices={ident: role.casefold() for ident, role in roles.items()},
            kinds={entity.id: entity.kind for entity in self.entities},
        )
        self._called: dict[str, list[str]] = {}
        for ident, name in self.people.names.items():
            self._called.setdefault(name, []).append(ident)
        self._main = self._mainly()

    def facts(self) -> Iterator[Fact]:
        """Yield the facts of the document in reading order, none twice."""
        told: set[tuple[str | None, ...]] = set()
        ids: set[str] = set()
        for section in self.document.sections:
            name = section.heading or self.title
            slug = slugify(name or self.source, SLUG)
            topics = tuple(dict.fromkeys(slugify(heading) for heading in (name, *section.above[::-1]) if heading))
            above = self._byline() if section is self.document.sections[0] else ()
            for paragraph, last, fact in chain(((1, 1, fact) for fact in above), self._section(section)):
                key = (plain(fact.answer) or fact.answer, *_apart(fact))
                ident = f"{slug}-{fact.id}"
                if key in told or ident in ids:
                    continue
                told.add(key)
                ids.add(ident)
                cited = Citation(
                    source=self.source, section=name, paragraph=paragraph, last=last if last > paragraph else None
                )
                yield replace(fact, id=ident, citation=cited, topics=topics)

    def _byline(self) -> Iterator[Fact]:
        """Yield who wrote the article, which stands above its first paragraph."""
        written = self.document.byline
        if written and self.document.sections:
            asked = "Who wrote this article?" if self.document.language == "en" else None
            named = tuple(dict.fromkeys(m.id for m in self.cast.mentions(written)))
            more = ("Who is the author?", "Who wrote this?") if asked else ()
            yield Fact(id=digest(written), question=asked, phrasings=more, answer=ended(written), about=named)

    def _section(self, section: Section) -> Iterator[tuple[int, int, Fact]]:
        """Yield the facts of a section, each with the first and the last paragraph that it rests on."""
        context = self._opening(section)
        lists = Lists(section, self.document.language, self.cast)
        dated = heading_date((section.heading or "", *section.above[::-1]))
        waiting: list[Draft] = []
        for index, block in enumerate(section.blocks):
            drafts = self._drafts(section, index, context, lists)
            question = block.question or (
                section.heading if index == 0 and (section.heading or "").endswith("?") else None
            )
            if question is None:
                waiting += drafts
                continue
            yield from self._told(waiting, dated)
            waiting = []
            yield from self._pair(section, index, question, drafts)
        yield from self._told(waiting, dated)

    def _mainly(self) -> dict[str, str]:
        """Say whom "he" and "she" mean where no name stood before: whom the title names, or the article is about."""
        if "person" not in self.people.kinds.values():
            return {}
        titled = [m.id for m in self.cast.mentions(self.document.title or "") if m.kind == "person"]
        if len(titled) == 1:
            return dict.fromkeys(self.people.sexes.get(titled[0], "mf"), titled[0])
        counts = Counter(
            m.id
            for s in self.document.sections
            for b in s.blocks
            for m in self.cast.mentions(b.text)
            if m.kind == "person"
        )
        if not counts:
            return {}
        (first, most), (_, next_most) = (*counts.most_common(2), ("", 0))[:2]
        sexes = self.people.sexes.get(first, "mf")
        return dict.fromkeys(sexes, first) if most >= 5 and most >= 3 * next_most else {}

    def _told(self, drafts: Sequence[Draft], dated: tuple[When, ...]) -> Iterator[tuple[int, int, Fact]]:
        """Yield the facts of drafts; one without a date has that of its heading."""
        for each in settled(led(drafts), self.people):
            for fact in self._facts(replace(each, dates=each.dates or dated)):
                yield each.first, each.last, fact

    def _opening(self, section: Section) -> Context:
        """Begin a section: its headings may name whom "he" in the first sentence means."""
        headings = [h for h in (self.document.title, *section.above, section.heading) if h]
        context = Context(self.document.language, by_sex=dict(self._main), main=self._main)
        for heading in headings[bool(self.document.title) :]:
            context.remember([m.id for m in self.cast.mentions(heading) if m.kind == "person"][:1], self.people)
        return context

    def _drafts(self, section: Section, index: int, context: Context, lists: Lists) -> list[Draft]:
        """Draft the facts of a block: of its sentences, or of an item of a list with its lead-in."""
        block, number = section.blocks[index], index + 1
        context.unnamed = None  # what it cites names whose words they are
        context.begin(item=block.bullet, row=bool(block.cells))
        before = section.blocks[index - 1] if index else block
        leads = leads_in(before) and not block.bullet and not block.question
        if not (context.goes_on or leads):
            context.speaker = None
        following = section.blocks[index + 1] if index + 1 < len(section.blocks) else None
        behind = following.text if following and not following.bullet and not following.question else ""
        found: list[Draft] = []
        here: set[str] = set()
        cut = passages(sentences(block.text, self.document.language), behind)
        for passage in cut:
            context.begins, context.ends = passage is cut[0], passage is cut[-1]
            told = prose(passage.text)
            mentions = self.cast.mentions(told)
            here.update(m.id for m in mentions)
            carried = context.said_in if context.speaker else number
            reading = read(told, mentions, context, self.people, goes_on=passage.goes_on)
            said_in = carried if reading.carried else number
            context.said_in = said_in
            for n, (start, piece) in enumerate(passage.pieces):
                if not any(map(str.isalpha, _ADDRESS.sub("", piece) if "http" in piece else piece)):
                    continue
                about = [m.id for m in mentions if start <= m.start < start + len(piece)]
                each = draft(passage, n, reading, about, number, said_in, self.people.names)
                dates = self._dates(prose(piece), asked=block.question is not None, row=bool(block.cells))
                found.append(replace(each, dates=dates, cells=block.cells))
        context.seen.update(dict.fromkeys(here, number))
        names, credited = self.people.names, self._called
        found = [proved(d, context.seen, names, credited.get(d.attribution or "", ()), block.text) for d in found]
        if block.question:  # the pair has them all
            return [each for each in found if not is_lead(each) and (each.leans or has_words(each.answer))]
        if block.bullet:
            return lists.items(index, found)
        if section.under(index) and found:
            return [*found[:-1], *lists.lead(index, found[-1])]
        return wholes(found, block.text, before.text if leads else None)

    def _dates(self, text: str, *, asked: bool, row: bool) -> tuple[When, ...]:
        """Find the dates that a piece tells; those of articles that no day of publication tells are counted."""
        if row or (self.published and not self._news):
            return told_dates(text, None)
        found = told_dates(text, self.published or (None if asked else _ANY_DAY))
        if self.published or asked or not found:
            return found
        known = told_dates(text, None)
        self.undated += len(found) - len(known)
        return known

    def _pair(
        self, section: Section, index: int, question: str, drafts: Sequence[Draft]
    ) -> Iterator[tuple[int, int, Fact]]:
        """Yield a question with its answer; the sentences of a long answer, and further dates and quotations, too."""
        number = index + 1
        answer = _with_list(section, index)
        apart = filter(stands_alone, settled(led(drafts), self.people))
        found = [(each, fact) for each in apart for fact in self._facts(each)]
        long = len(answer.split()) > MAX_WORDS
        told = [fact for each in drafts for fact in self._facts(each)]
        dated = None if long else next((fact for fact in told if fact.date), None)
        quoted = None if long else next((fact for fact in told if fact.quote), None)
        asked = [m.id for m in self.cast.mentions(question)]
        named = {*asked, *(m.id for m in self.cast.mentions(answer))} if quoted else set()
        if quoted and quoted.speaker not in named and not PERSONAL.search(answer):
            quoted = replace(quoted, speaker=None)  # the answer stands as it is set, and does not say who
        yield number, number, Fact(
            id=digest(f"{question} {answer}"), question=question, answer=answer, faq=True,
            about=tuple(dict.fromkeys((*asked, *(ident for fact in told for ident in fact.about)))),
            date=dated.date if dated else None, date_text=dated.date_text if dated else None,
            quote=quoted.quote if quoted else None, speaker=quoted.speaker if quoted else None,
        )  # fmt: skip
        for each, fact in found:
            if (
                long
                or (fact.date and (dated is None or fact.date != dated.date))
                or (fact.quote and (quoted is None or fact.quote != quoted.quote))
            ):
                yield each.first, each.last, fact

    def _facts(self, each: Draft) -> Iterator[Fact]:
        """Yield the fact of a draft, and one more for each further date or quotation in it."""
        ident = digest(each.source)
        dated = {date.edtf: date for date in each.dates}.values()
        for n, (date, quote) in enumerate(_paired(dated, each.quotes)):
            yield Fact(
                id=f"{ident}-{n + 1}" if n else ident,
                answer=each.answer,
                attribution=self._whose(each, quote),
                subject=each.subject,
                about=each.about,
                date=date.edtf if date else None,
                date_text=date.text if date else None,
                event=event_of(each, date, self.people.names, self.document.language) if date else None,
                quote=quote.words if quote else None,
                speaker=quote.speaker if quote else None,
            )

    def _whose(self, each: Draft, quote: Quote | None) -> str | None:
        """Say whose words a fact has: of a quotation its speaker's, not those of who else speaks."""
        if quote and quote.speaker:
            return self.people.names[quote.speaker] if each.attribution else None
        told = (quote.said_by if quote else None) or each.attribution
        if told is None or told in self._called or self.document.language != "en":
            return told
        return sayer(told, each.source, each.subject_phrase.verb)


def _apart(fact: Fact) -> tuple[str | None, ...]:
    """Return what tells facts of one sentence apart."""
    return fact.question, fact.date, fact.quote


def _with_list(section: Section, index: int) -> str:
    """Return a block's text, with its list where it leads into one."""
    return listed(section.blocks[index].text, section.under(index))


def _paired(dates: Iterable[When], said: Sequence[Quote]) -> Sequence[tuple[When | None, Quote | None]]:
    return list(zip_longest(dates, said)) or [(None, None)]
