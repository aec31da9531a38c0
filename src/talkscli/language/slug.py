"""Ids: readable slugs, and short hashes of sentences."""

import hashlib
import re
from functools import lru_cache

from talkscli.language import words as analysis

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = bytes(n if chr(n).isalnum() else 32 for n in range(256))  # blanks for signs
_SLUG = re.compile(r"[^a-z0-9]+")


@lru_cache(1000)
def plain(text: str) -> str:
    """Return the words of a sentence alone, without signs, in small letters."""
    text = text.casefold()
    words = text.encode().translate(_BETWEEN).decode().split() if text.isascii() else _WORD.findall(text)
    return " ".join(words)


def digest(text: str) -> str:
    """Hash a sentence shortly, for a fact's id; signs and case don't count."""
    return hashlib.blake2b(plain(text).encode(), digest_size=4).hexdigest()


def slugify(text: str, limit: int = 40) -> str:
    """Make an id that people can read.

    Args:
        text: Any text.
        limit: The most characters; it is cut at a word where there is one.

    Returns:
        Lower-case ASCII words joined by hyphens; "text" where nothing is left.
    """
    slug = _SLUG.sub("-", analysis.fold(text).replace("'", "")).strip("-")
    if len(slug) > limit:
        slug = slug[: limit + 1].rpartition("-")[0] or slug[:limit]
    return slug or "text"
