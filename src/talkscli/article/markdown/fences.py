"""Fences of Markdown, lines of "`" or "~" with code between them: which lines they hold, and one longer than others."""

import re
from collections.abc import Iterable

_FENCE = re.compile(r" *(`{3,}|~{3,})")


class Fences:
    """Follows the fences of a text line by line."""

    def __init__(self) -> None:
        """Begin where none is open."""
        self.open = ""
        """The fence that the next line stands behind."""

    def hold(self, line: str) -> bool:
        """Tell whether the next line is a fence, or stands between two."""
        found = _FENCE.match(line)
        if not self.open:
            self.open = found[1] if found else ""
            return found is not None
        if found and found[1].startswith(self.open) and line.strip() == found[1]:
            self.open = ""
        return True


def around(lines: Iterable[str]) -> str:
    """Make a fence that is longer than any in these lines."""
    return "~" * (3 + max((len(line) - len(line.lstrip().lstrip("~")) for line in lines), default=0))
