"""Tell the language of a text: by CLD3, and by what its author says where the text says too little."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gcld3 import NNetLanguageIdentifier

_ENOUGH = 20  # letters: fewer don't tell
_READ = 4000  # characters that are looked at
_NOW = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "no": "nb"}


def guess(text: str, told: str | None = None) -> str:
    """Identify the language of a text.

    Args:
        text: Running text; what stands after some thousand characters is not looked at.
        told: The language that the document gives for itself, as in `lang="de-AT"`; the text is believed rather.

    Returns:
        A code of ISO 639-1 (639-2 where there is none); `told`, else English, where the text does not tell.
    """
    known = _code(told) if told else None
    sample = text[:_READ]
    letters = sum(map(str.isalpha, sample))
    if letters < _ENOUGH and (sample.isascii() or not letters):
        return known or "en"
    found = _identifier().FindLanguage(text=sample)
    sure = found.is_reliable and not found.language.endswith("-Latn")  # that is, spelt in another script than its own
    return _code(found.language) if sure else known or "en"


def main_code(code: str) -> str:
    """Return the code of a language alone, as it is now: "de" of "de-AT", "he" of "iw"."""
    main = code.replace("_", "-").partition("-")[0].strip().lower()
    return _NOW.get(main, main)


def _code(told: str) -> str:
    code = main_code(told)
    return code if 2 <= len(code) <= 3 and code.isalpha() else "en"


@cache
def _identifier() -> "NNetLanguageIdentifier":
    from gcld3 import NNetLanguageIdentifier

    return NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=4 * _READ)
