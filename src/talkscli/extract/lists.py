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
        items = self.section.around(index)[1:]
        answer = f"{draft.answer} {'; '.join(block.text.rstrip('.;,') for block in items)}"
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
        lead = self.section.around(index)[0]
        if lead is not block:
            return self._led(index, lead, drafts)
        drafts = [replace(each, answer=ended(each.answer)) for each in drafts]
        if len(drafts) == 1 and not has_end(block.text) and self._is_of_short(index):
            return [replace(drafts[0], list_of=self._heading)]
        if drafts and self._is_nested and _fits(told := f"{self._heading}: {drafts[0].answer}"):
            drafts[0] = replace(drafts[0], answer=told, leans=False)
        return drafts

    def _led(self, index: int, lead_in: Block, drafts: Sequence[Draft]) -> list[Draft]:
        """Tell an item with its lead-in; of one that the lead-in tells with the others only dates and quotations."""
        first = index
        while self.section.leads[first] != first:
            first = self.section.leads[first]
        lead = sentences(lead_in.text, self.language)[-1]
        if self._leads_to_all(first, lead):
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

    def _leads_to_all(self, first: int, lead: str) -> bool:
        """Tell whether a lead-in with all items of its list makes one fact."""
        if first not in self._fit:
            self._fit[first] = _fits(f"{lead} {'; '.join(block.text for block in self.section.around(first)[1:])}")
        return self._fit[first]

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


def _fits(answer: str) -> bool:
    return len(answer.split()) <= MAX_WORDS and len(answer) <= MAX_ANSWER
