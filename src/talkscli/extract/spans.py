"""Find the runs of capitalised words in a text, each of which may be a name."""

import re
from collections.abc import Iterator

from talkscli.language import offices, vocabulary
from talkscli.language.matcher import LETTERS, UPPER

_WORD = rf"[{UPPER}][{LETTERS}]*(?:['’][{UPPER}][{LETTERS}]+|-[{LETTERS}]+)*(?:(?<=s)['’](?=\s[{UPPER}]))?"
_TOKEN = rf"(?:{offices.ABBREVIATION}\.(?=\s)|(?:[{UPPER}]\.){{1,4}}(?!\w)|{_WORD})"
_PARTICLE = f"(?:{'|'.join(sorted(vocabulary.PARTICLES))})"
_SPAN = re.compile(  # not the B of "z.B."
    rf"(?<![{LETTERS}'’-])(?<![\s(][a-z]\.){_TOKEN}(?:\s(?:{_PARTICLE}\s){{0,3}}(?:[ae]l-)?{_TOKEN})*"
)
_CAPITAL = re.compile(rf"[{UPPER}]")
_OF = re.compile(rf"\s(?:of|for|on)\s(?:the\s)?{_TOKEN}(?:\s{_TOKEN})*(?:\sand\s{_TOKEN}(?:\s{_TOKEN})*)?")


def spans(text: str) -> Iterator[tuple[int, str]]:
    """Find the runs of capitalised words in a text.

    Args:
        text: Any text.

    Yields:
        The place of each run and its words; "University of X" is one run.
    """
    at = 0  # a capital is quick to find; what begins there takes longer to match
    while first := _CAPITAL.search(text, at):
        match = _SPAN.match(text, first.start())
        at = match.end() if match else first.end()
        if match is None:
            continue
        span = match[0]
        if vocabulary.opens_body(span.rpartition(" ")[2].lower()):
            more = _OF.match(text, match.end())
            span += more[0] if more else ""
        yield match.start(), span
