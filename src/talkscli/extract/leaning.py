"""How a sentence begins that cannot be read without the one before: "It is long.", "This was rejected."."""

import re

_LEANS = re.compile(
    r"""
    (?:(?:however|but|and|so|yet|still|then|also|thus|therefore|instead|moreover|meanwhile|later|afterwards)\b,?\s+)*
    (?: (?:he|she|they|it|its|their|his|her)\b                                      # It is long.
      | (?:this|these|that|those|such|both|neither)\b                               # This was rejected.
      | (?:some|most|many|one|two|all)\sof\s(?:them|these|those|which)\b            # Most of them left.
      | the\s(?:former|latter|same)\b
      | (?:since\sthen|after\s(?:that|this))\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# It is not known whether; it was possible to: "it" stands for nothing before
_EXPLETIVE = re.compile(
    r"(?:(?:however|but|and|yet|still|so),?\s+)?it\s(?:is|was|remains|remained|seems|appears)(?:\s[a-z-]+){1,4}?\s"
    r"(?:that|whether|how|when|why|who|if|to\s[a-z]+)\s",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:\w+,?\s){0,2}(?:he|she|they|it|its|their|his|her)\b", re.IGNORECASE)


def leans(text: str) -> bool:
    """Tell whether a sentence leans on the one before; "It is not known whether …" does not."""
    return _LEANS.match(text) is not None and _EXPLETIVE.match(text) is None


def has_pronoun(text: str) -> bool:
    """Tell whether a sentence begins with a pronoun, which stands for somebody or something named before."""
    return _PRONOUN.match(text) is not None
