"""A fact rests on the paragraphs that name whose words it has."""

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from talkscli.extract.drafts import Draft
from talkscli.language.insertions import PERSONAL


def proved(
    draft: Draft, seen: Mapping[str, int], names: Mapping[str, str], credited: Collection[str], block: str
) -> Draft:
    """Let a draft rest on where its speaker is named, too; a speaker who is named nowhere in its section goes.

    Args:
        draft: What becomes a fact.
        seen: Entities of the section -> the last paragraph that names them, up to the one of the draft.
        names: The entities' names by their ids.
        credited: Entities whose name is the attribution of the draft.
        block: The text of the draft's paragraph: that "he" speaks in it is enough where nobody is credited with it.
    """
    told = set(credited)
    speakers = [quote.speaker for quote in draft.quotes if quote.speaker]
    if speakers and not PERSONAL.search(block):
        told.update(speakers)
    far = [ident for ident in told if seen.get(ident, 0) < draft.first and names[ident] not in draft.answer]
    if not far:
        return draft
    if all(ident in seen for ident in far):
        return replace(draft, first=min(seen[ident] for ident in far))
    quotes = tuple(replace(q, speaker=None) if q.speaker in far else q for q in draft.quotes)
    return replace(draft, quotes=quotes, attribution=None)
