"""Spoken English put as it is written: "why'd they meet" is "why did they meet"."""

import re
from functools import cache

from talkscli.language import grammar
from talkscli.language.words import STOP

_compiled = cache(re.compile)  # each is made where it is first needed

_SHORT = (
    (r"(?i)\b(who|what|when|where|why|how)['’]?d\b(?=\s(?!(?:have|be|like|rather|it)\b))", r"\1 did"),
    (r"(?i)^(so |and )?(who|what|when|where|why|how)s\b(?= \w)", r"\1\2 is"),
    (r"(?i)\b(who|what|when|where|why|how)['’]?re\b(?=\s)(?<!where)(?<!here)", r"\1 are"),
    (r"(?i)\b(i|you|he|she|it|we|they|who)['’](d|ll|ve)\b", None),
    (r"(?i)\bd['’]?(?:you|ya)\b", "do you"),
    (r"(?i)\bgonna\b", "going to"),
    (r"(?i)\bwanna\b", "want to"),
    (r"(?i)\bgotta\b", "have to"),
    (r"(?i)\bain['’]?t\b", "is not"),
    (r"\b(?:u|ya)\b(?!\.)", "you"),
    (r"\bur\b(?= \w)", "your"),
    (r"\br\b(?= (?:u|ya|you|we|they|there|the|these|those)\b)", "are"),
    (r"\bppl\b", "people"),
    (r"\babt\b", "about"),
    (r"\bb4\b", "before"),
    (r"(?<!\d )\b(?:bc|cuz|coz)\b", "because"),
    (r"(?<!\S)w/o\b ?", "without "),
    (r"(?<!\S)w/ ?(?=\w)", "with "),
    (r"(?i)^(?:and |so )?how come\b", "why"),
    (r"(?i)\bwhereabouts(?= (?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|in)\b)", "where"),
)
"""Contractions that a stem does not see through -> what they stand for."""
_STRESSING = frozenset("actually basically exactly genuinely honestly literally really seriously".split())
"""Adverbs that only stress a question: "did he *really* come"."""
_FULL = {"d": "would", "ll": "will", "ve": "have"}
_SIGNS = tuple(f"{mark}{short}" for mark in "'’" for short in ("d", "re", "ll", "ve", "y"))
_HINTS = frozenset("gonna wanna gotta aint ain't ain’t whereabouts come u ya ur r ppl abt b4 bc cuz coz w/ w/o".split())
_THEN = r"(?i)(?:(?:so|and|ok|okay|well),? )?(?P<told>.+?\w),?(?P<before> \w+)? then"
_NOT_THEN = frozenset("and back before but by even from just or only since till until".split())  # "back then" is a time
_TAG = (
    rf"(?i)(?P<told>[^,]+), (?:{'|'.join(sorted(w for w in grammar.AUXILIARIES if w.isalpha()))})(?:n['’]?t)? "
    r"(?:it|he|she|they|there|that|this|you|we)(?: not)?"
)
_THING = r"(?:this|that|these|those|the|their|his|her) [\w’'-]+(?: [\w’'-]+){0,3}"
_PRONOUN = "(?:it|this|that|they|he|she|those|these)"
_LATER = rf"(?i)(?P<before>.+?)(?P<is>['’]s)? {_PRONOUN}\b(?P<behind>.*), (?P<what>{_THING})"
"""What is meant told behind: "is it over, this war"."""
_FIRST = (
    rf"(?P<what>(?:(?i:{_THING})|(?:[a-z]{{2,3}} ){{0,2}}[A-Z][\w’'-]+(?: [\w’'-]+){{0,3}})),"
    rf" (?i:(?P<asks>who|what)(?:['’]?s| (?:is|was|are|were)) {_PRONOUN})"
)
"""Or before: "Berg, who is she"."""
_LOWER = r"(?P<what>[a-z’'-]+), (?P<asks>who|what)(?:['’]?s| is| was) (?:he|she|it)"
CALLS = frozenset("hey hi hello ok okay sorry please pls plz thanks".split())
"""What somebody is called or thanked with before a question."""
_HEED = frozenset("wait listen right".split())


def written(text: str) -> str:
    """Write a question out that is typed as it is spoken.

    Args:
        text: A question.

    Returns:
        The question with its contractions written out, and what is meant in the place of the pronoun that stands for
        it; the text itself where there is nothing of the kind.
    """
    low = text.lower()
    typed = low.rstrip("?!.").split()
    if any(sign in low for sign in _SIGNS) or not _HINTS.isdisjoint(typed) or any(map(_is_short, typed)):
        for pattern, full in _SHORT:
            text = _compiled(pattern).sub(full or _spelled, text)
    if not _STRESSING.isdisjoint(typed):
        kept = [word for word in text.split() if word.rstrip("?!.") not in _STRESSING]
        text = " ".join(kept) if len(kept) > 1 else text
    bare = text.rstrip("?!. ")
    if bare.lower().endswith(" then"):
        found = _compiled(_THEN).fullmatch(bare)
        before = (found["before"] or "").strip().lower() if found else ""
        if found and before and before not in _NOT_THEN | grammar.INTERROGATIVES:
            text = bare = f"{found['told']}{found['before'] or ''}"
    if "," not in text:
        return text
    found = _compiled(_TAG).fullmatch(bare)
    opens = grammar.INTERROGATIVES | grammar.AUXILIARIES | grammar.SUBORDINATORS
    if found and found["told"].partition(" ")[0].lower() not in opens:
        return str(found["told"])
    if found := _compiled(_LATER).fullmatch(bare):
        before = found["before"].lower().split()
        if "," not in found["before"] and before[0] in grammar.INTERROGATIVES | grammar.AUXILIARIES:
            verb = " is" if found["is"] else ""
            return f"{found['before']}{verb} {found['what']}{found['behind']}"
    found = _compiled(_FIRST).fullmatch(bare) or _compiled(_LOWER).fullmatch(bare)
    if found and found["what"].lower() not in STOP | CALLS | _HEED:
        return f"{found['asks']} is {found['what']}"
    return text


def _is_short(word: str) -> bool:
    """Tell whether an interrogative has its verb written onto it, "whyd", "whats", or a verb its pronoun, "dya"."""
    return (word[-1:] in ("d", "s") and word[:-1] in grammar.INTERROGATIVES) or word in ("dya", "dyou")


def _spelled(match: re.Match[str]) -> str:
    return f"{match[1]} {_FULL[match[2].lower()]}"
