"""Patterns that are compiled when they are first needed: one of all names of months takes milliseconds."""

import re
from functools import cached_property


class Late:
    """A pattern that few texts need."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take what `re.compile` takes."""
        self._pattern, self._flags = pattern, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, ready for use."""
        return re.compile(self._pattern, self._flags)
