"""The lists of a section: an item is told with its lead-in, those that say little alone with the others."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from talkscli.article.document import Block, Section
from talkscli.extract.cast import Cast
from talkscli.extract.drafts import MAX_ANSWER, Draft, ended, has_end, has_words
from talkscli.language.sentences import MAX_WORDS, sentences


class Lists:
    """Makes the drafts of the lists of one section."""

    def __init__(self, section: Section, language: str, cast: Cast) -> None:
        self.section = section
        self.language = language
        self.cast = cast
        parents = section.above if len((section.heading or "").split()) == 1 else ()
        self._is_nested = bool(parents)
        """The heading tells little without those above it: "Added" under "Version 3.2"."""
        self._heading = ", ".join((*parents, section.heading or "")).rstrip(":：")
        self._fit: dict[int, bool] = {}
        self._short: dict[int, bool] = {}

    def lead(self, index: int, draft: Draft) -> Iterator[Draft]:
        """Draft one fact of a lead-in with all items of its list, where there is room."""
        items = self.section.under(index)
        answer = listed(draft.answer, items)
        if _fits(answer):
            about = tuple(m.id for block in items for m in self.cast.mentions(block.text))
            yield replace(
                draft,
                answer=ended(answer),
                last=index + 1 + len(items),
                about=tuple(dict.fromkeys(draft.about + about)),
            )

    def items(self, index: int, drafts: Sequence[Draft]) -> list[Draft]:
        """Make the drafts of an item such that they can be read alone.

        Args:
            index: That of the item's block.
            drafts: Those of its sentences.
        """
        block = self.section.blocks[index]
        if drafts and self.section.under(index):  # it leads into a list itself
            return [*self._apart(index, drafts[:-1]), *self._leading(index, drafts[-1])]
        return self._apart(index, drafts, alone=not has_end(block.text))

    def _leading(self, index: int, draft: Draft) -> list[Draft]:
        """Tell the end of an item with the list that it leads into, and with its own lead-in, if there is one."""
        led = [] if self._is_told(index) else list(self.lead(index, draft))
        return self._apart(index, led)

    def _apart(self, index: int, drafts: Sequence[Draft], *, alone: bool = False) -> list[Draft]:
        """Tell sentences of an item, with its lead-in if there is one; `alone`: one is all, and has no end."""
        if self.section.leads[index] != index:
            return self._led(index, drafts)
        drafts = [replace(each, answer=ended(each.answer)) for each in drafts]
        if len(drafts) == 1 and alone and self._is_of_short(index):
            return [replace(drafts[0], list_of=self._heading)]
        if drafts and self._is_nested and _fits(told := f"{self._heading}: {drafts[0].answer}"):
            drafts[0] = replace(drafts[0], answer=told, leans=False)
        return drafts

    def _led(self, index: int, drafts: Sequence[Draft]) -> list[Draft]:
        """Tell an item with its lead-in; of one that the lead-in tells with the others only dates and quotations."""
        first = self.section.leads[index]
        lead = self._lead_in(first)
        if self._is_told(index):
            drafts = [each for each in drafts if each.dates or each.quotes]
        about = tuple(m.id for m in self.cast.mentions(lead))
        return [
            replace(
                each, answer=ended(f"{lead} {each.answer}"), leans=False,
                first=first + 1, about=tuple(dict.fromkeys(each.about + about)),
            )
            if n == 0 and _fits(f"{lead} {each.answer}") else replace(each, answer=ended(each.answer))
            for n, each in enumerate(drafts)
        ]  # fmt: skip

    def _lead_in(self, index: int) -> str:
        return sentences(self.section.blocks[index].text, self.language)[-1]

    def _is_told(self, index: int) -> bool:
        """Tell whether a lead-in above an item makes one fact with all items under it."""
        lead = self.section.leads[index]
        while lead != index:
            if lead not in self._fit:
                self._fit[lead] = _fits(listed(self._lead_in(lead), self.section.under(lead)))
            if self._fit[lead]:
                return True
            index, lead = lead, self.section.leads[lead]
        return False

    def _is_of_short(self, index: int) -> bool:
        """Tell whether the list of an item without a lead-in has others, and one that is too short for a fact."""
        if index not in self._short:
            first = end = index
            while first and self._is_item(first - 1):
                first -= 1
            while end < len(self.section.blocks) and self._is_item(end):
                end += 1
            texts = [block.text for block in self.section.blocks[first:end]]
            short = len(texts) > 1 and not all(map(has_words, texts))
            self._short.update(dict.fromkeys(range(first, end), short))
        return self._short[index]

    def _is_item(self, index: int) -> bool:
        block = self.section.blocks[index]
        return block.bullet and not block.question and self.section.leads[index] == index


def listed(lead: str, items: Sequence[Block]) -> str:
    """Set items behind their lead-in, and behind an item those that it leads into."""
    told = lead
    for block in items:
        told = f"{told}{' ' if told.endswith((':', '：')) else '; '}{block.text.rstrip('.;,')}"
    return told


def _fits(answer: str) -> bool:
    return len(answer.split()) <= MAX_WORDS and len(answer) <= MAX_ANSWER
