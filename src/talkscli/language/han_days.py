"""Days without a year in Chinese and Japanese."""

import re
from collections.abc import Sequence
from datetime import date

from talkscli.language import nearest
from talkscli.language.prose_dates import When

DAY = re.compile(r"(?<![0-9])(?:(1[0-2]|0?[1-9])月)?(3[01]|[12][0-9]|0?[1-9])日(?![間间目内])")  # 5月3日, 3日


def find(text: str, found: Sequence[When], published: date) -> list[When]:
    """Find the days without a year of a text in Chinese or Japanese."""
    ends = {when.end for when in found}
    return [
        When(edtf, match[0], match.start(), match.end())
        for match in DAY.finditer(text)
        if match.end() not in ends and (edtf := meant(match, published))
    ]


def meant(match: re.Match[str], published: date) -> str | None:
    """Return the day nearest to that of publication that "5月3日", or "3日" alone, means."""
    if match[1]:
        days = [nearest.day_of(published.year + n, int(match[1]), int(match[2])) for n in (-1, 0, 1)]
    else:
        months = [published.year * 12 + published.month - 1 + n for n in (-1, 0, 1)]
        days = [nearest.day_of(month // 12, month % 12 + 1, int(match[2])) for month in months]
    known = [day for day in days if day]
    return nearest.nearest(known, published).isoformat() if known else None
