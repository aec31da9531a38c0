"""Lines that stand as a list though nothing marks them as one: dates of a tour, prices, a ranking."""

import re

from talkscli.language.marks import CODE_INDENT, ITEM

_FIGURE = re.compile(r"[0-9]")
_ADDRESS = re.compile(r"https?://|www\.|@\w")
_SENTENCE = (".", "!", "?", ",", ";", "。", "！", "？")
_MOST = 14  # words of such a line
_FEW = 6  # the same where a colon leads there
_LINES, _SURE = 4, 3  # so many lines; fewer, where all have a figure
_SHARE = 0.6  # of the lines that have a figure


def listed(text: str, *, led: bool = False) -> tuple[str, list[str]] | None:
    """Part a text of such lines into what leads into them (nothing, if nothing does) and the items.

    Args:
        text: A paragraph whose author broke its lines.
        led: A colon before it leads there: a few words a line are a list then, whatever they are.

    Returns:
        None where it is no list.
    """
    if "\n" not in text or CODE_INDENT in text:
        return None
    first, *rest = lines = text.split("\n")
    lead = first if first.endswith((":", "：")) else ""
    rows = rest if lead else lines
    items = [line[mark.end() :] if (mark := ITEM.match(line)) else line for line in rows]
    plain = all(len(item.split()) <= _MOST and not item.endswith(_SENTENCE) for item in items)
    if not plain or len(items) < _SURE:
        return None
    if led and not lead and all(item and len(item.split()) <= _FEW for item in items):
        return lead, items
    if any(map(_ADDRESS.search, items)):
        return None
    figures = sum(_FIGURE.search(line) is not None for line in rows)
    least = len(items) if len(items) < _LINES else _SHARE * len(items)
    return (lead, items) if figures >= least and all(items) else None
