"""Patterns that few texts need are compiled when the first of these comes."""

import re
from unittest.mock import patch

from talkscli.language.late import Late


def test_a_pattern_is_compiled_when_it_is_used_and_then_once() -> None:
    """To define it takes no time; each use gives the same pattern."""
    with patch("re.compile", wraps=re.compile) as compile_:
        late = Late("kella", re.IGNORECASE)
        assert not compile_.called
        assert late.compiled.fullmatch("Kella")
        assert late.compiled is late.compiled
        assert compile_.call_count == 1
