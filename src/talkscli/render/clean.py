"""Make any text safe to show: what could steer a terminal, hide or turn text around is shown as a sign instead."""

import re
import unicodedata

HIDDEN = (
    "\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0100-\U000e01ef"
)
"""A regular expression's class of what has no width: an odd one is part of writing, a row of them is a trick."""

_BAD = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 (tab and line ends aside), DEL and C1 controls
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, overrides and isolates that turn text around
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"  # surrogates, non-characters, annotations: not in XML either
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # controls of shorthand and of music
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # tags, and what is kept for their like: text that nobody sees
)
# Patterns by their text are compiled where they are first needed: most text is plain.
_STEERING = f"[{_BAD}]"
_ROW = f"[{HIDDEN}]{{3,}}"
_LINE_END = "\r\n?|[\u2028\u2029]"
_PLAIN = re.compile(
    r"[\n -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]*"
)
_MARKS = 4  # combining marks on one letter; writing needs no more, a flood covers the lines above

REPLACEMENT = "\ufffd"

GLUE = "\ufdd0"
"""A space at which no line is broken: no text has this sign once it is clean, and where it is drawn it is a space."""


def clean(text: str) -> str:
    """Return `text` as it can be shown anywhere: no controls, nothing invisible, lines ended by a line feed."""
    if _PLAIN.fullmatch(text):
        return text
    text = re.sub(_LINE_END, "\n", text).replace("\t", "    ")
    text = re.sub(_STEERING, _sign, text)
    text = re.sub(_ROW, REPLACEMENT, text)
    return _thin(text)


def one_line(text: str, limit: int = 0) -> str:
    """Return `text` as it can be shown anywhere, on one line.

    Args:
        text: Any text.
        limit: The most characters, the last a "…" where it is cut; 0: as long as it is.
    """
    text = " ".join(clean(text[: 4 * limit] if limit else text).split())
    return f"{text[: limit - 1]}…" if limit and len(text) > limit else text


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)  # ␀ to ␟, so that an escape sequence is seen for what it is
    return "␡" if code == 0x7F else REPLACEMENT


def _thin(text: str) -> str:
    """Leave at most a few combining marks in a row."""
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if char > "\u02ff" and unicodedata.category(char) in {"Mn", "Me"} else 0
        if marks <= _MARKS:
            kept.append(char)
        elif marks == _MARKS + 1:
            kept.append(REPLACEMENT)
    return "".join(kept)


_LIKE = {
    "'": "‘’‚‛",
    '"': "“”„«»",
    "-": "–—‒−‐‑·",
    "*": "•●",
    "#": "¶",
    ">": "→›",
    "<": "‹",
    ".": "…",
    "+": "✓",
    "^": "␛",
    " ": "\u00a0\u202f",
}
_ASCII = str.maketrans({sign: near for near, signs in _LIKE.items() for sign in signs})


def encoded(text: str, encoding: str) -> bytes:
    """Encode a text; what the encoding lacks gets one like sign for each, so that tables keep their shape."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return "".join([char if _has(encoding, char) else _nearest(char) for char in text]).encode(encoding)


def _has(encoding: str, char: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _nearest(char: str) -> str:
    near = char.translate(_ASCII)
    if near == char:
        near = unicodedata.normalize("NFKD", char)[0]
    if char.isalpha() and not near.isascii():
        from anyascii import anyascii  # 2 MB of tables, only needed for other scripts

        near = anyascii(char)[:1] or "?"
    return near if near.isascii() and near.isprintable() else "?"
