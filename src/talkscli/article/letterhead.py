"""The head of a memo in two columns: on the left what document it is, on the right who wrote it and when."""

import re
from collections.abc import Sequence

from talkscli.article.dates import published

_APART = re.compile(r"\s{3,}")
_MARGIN = " " * 20  # before what stands on the right alone, or in the middle
_LINES = range(3, 13)  # so many lines a head has


def split(lines: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """Split the head from a text, and set the title below it, which stands in the middle, at the left.

    Returns:
        The EDTF date on its right side, and the lines of the text; all of them where there is no such head.
    """
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    end = next((i for i in range(start, len(lines)) if not lines[i].strip()), len(lines))
    head = lines[start:end]
    sides = [_APART.split(line.strip()) for line in head]
    both = sum(len(side) == 2 for side in sides)
    right = sum(len(side) == 1 and line.startswith(_MARGIN) for side, line in zip(sides, head, strict=True))
    if len(head) not in _LINES or both + right < len(head) - 1 or both < right + 2:
        return None, lines
    dates = [date for side in sides if len(side) == 2 and (date := published(side[1]))]
    text = list(lines[end:])
    first = next((i for i, line in enumerate(text) if line.strip()), 0)
    for i in range(first, len(text)):
        if not text[i].startswith(_MARGIN):
            break
        text[i] = text[i].strip()
    return (dates[-1] if dates else None), text
