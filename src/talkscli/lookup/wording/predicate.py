"""Where the subject of a question with "is" ends, and what it is begins: "is | the next round | open"."""

from collections.abc import Sequence

from talkscli.language import grammar, offices, parts, vocabulary
from talkscli.language.frequency import zipf
from talkscli.language.words import fold
from talkscli.lookup.wording.proper import Word, is_comparative

GOES_ON = grammar.PREPOSITIONS | grammar.SUBORDINATORS | grammar.CONJUNCTIONS
"""Words before which a phrase may end."""
_OPEN = frozenset("whether why".split())  # ask of something that it is so
_PLACED = grammar.PREPOSITIONS - {"of"}
_ORDERED = frozenset("next last other same first second third".split())


def before_predicate(asked: Sequence[Word], rest: Sequence[Word]) -> int | None:
    """Count the words between "was" and what somebody or something was.

    Args:
        asked: What stands before "was": a question word, or "whether".
        rest: What stands behind it.

    Returns:
        The number; 0 where it is the subject that is asked for ("who was | there"), None where that is not sure.
    """
    first, alone = rest[0], len(rest) == 1
    subject = asked[0].low in ("who", "what")
    if not alone and first.low in grammar.PRONOUNS and not (subject and first.low == "there"):
        return 1
    named = first.name and not first.low.endswith(("'s", "’s"))
    if named and not alone and rest[1].low in grammar.DETERMINERS:  # "was Berg | one of those who came"
        return 1
    at = next((at for at in range(len(rest)) if _is_predicate(rest, at) or _is_done(asked, rest, at)), None)
    if at == len(rest) - 1 and subject and first.low in grammar.DETERMINERS and parts.is_adjective(rest[-1].low):
        at = None  # "who is the union chief", "what is the main": a noun
    if at and _describes(asked, rest, at):
        return None
    if at is not None:
        size = with_adverbs(rest, at)
        noun = size > 2 and rest[size - 2].low in _ORDERED  # "the second round | held"
        return (
            size if size < 2 or noun or not parts.is_adjective(rest[size - 1].low) else None
        )  # "the men ill | treated"
    if first.low in _PLACED or first.low in ("there", "here", "no") or grammar.is_adverb(first.low):
        return 0 if first.low != "there" or subject else len(rest)
    if first.name and not alone and (rest[1].low in _PLACED or (asked[0].low in _OPEN and _tells(rest[1:]))):
        return 1
    if asked[0].low in _OPEN:
        articles = (at for at in range(2, len(rest)) if rest[at].low in ("a", "an") and rest[at - 1].low not in GOES_ON)
        placed = (at for at in range(1, len(rest)) if rest[at].low in _PLACED - {"than"})
        return None if first.name else next(articles, None) or next(placed, None)
    if alone and not first.name and zipf(fold(first.text)) and first.low not in grammar.PRONOUNS:
        return 0 if parts.is_adjective(first.low) else None
    return _whole(asked, rest)


def _describes(asked: Sequence[Word], rest: Sequence[Word], at: int) -> bool:
    """Tell whether a participle may belong to the noun before it: "what was the town | taken by the rebels"."""
    degree = asked[0].low == "how" and len(asked) > 1
    named = degree or asked[0].low in ("who", "what")
    goes_on = at + 1 < len(rest) and rest[-1].low not in grammar.PREPOSITIONS
    return named and goes_on and rest[0].low in grammar.DETERMINERS and grammar.is_participle(rest[at].low)


def _tells(rest: Sequence[Word]) -> bool:
    """Tell whether what stands behind a name may be all that it was: "the mayor", "mayor of Holm", not "army there"."""
    first = rest[0]
    if first.name or not first.text.isalpha() or first.low in grammar.DETERMINERS | grammar.PRONOUNS | {"not"}:
        return True
    noun = vocabulary.is_ordinary(first.low) or offices.is_person(first.low)
    return (
        (noun and (len(rest) == 1 or rest[1].low in GOES_ON))
        or grammar.is_adverb(first.low)
        or first.low in grammar.DEGREES
    )


def _whole(asked: Sequence[Word], rest: Sequence[Word]) -> int | None:
    """Count the words of a subject behind which nothing is left but "like" or a preposition, if it surely is one."""
    first, last = rest[0], rest[-1]
    if any(word.text.endswith(",") for word in rest) or first.low in grammar.INTERROGATIVES:
        return None
    owned = any(word.low.endswith(("'s", "’s")) for word in rest)
    begins = owned or first.name or first.low in grammar.DETERMINERS or len(rest) == 1
    stranded = len(rest) > 1 and last.low in grammar.PREPOSITIONS | {"like"}
    if asked[0].low == "which" and not stranded and not first.name:
        return 0  # "which is the oldest"
    if not begins and not (vocabulary.is_ordinary(first.low) and rest[1].low in _PLACED | {"of"}):
        return 0 if asked[0].low == "who" else None  # "who was mayor in 2018"
    if last.low.endswith("ing") and len(rest) > 2 and not _is_first_noun(rest, len(rest) - 1):
        return None  # the team playing, the staff meeting
    return len(rest) - stranded


def _is_first_noun(rest: Sequence[Word], at: int) -> bool:
    """Tell whether nothing that may be a noun stands before a word: "the next", "an old"."""
    return rest[0].low in grammar.DETERMINERS and all(
        parts.is_adjective(word.low) or word.low in _ORDERED or word.low in grammar.DETERMINERS for word in rest[1:at]
    )


def with_adverbs(rest: Sequence[Word], at: int) -> int:
    """Find where the adverbs before a verb, or before what something is, begin: "so short"."""
    while at > 1 and (grammar.is_adverb(rest[at - 1].low) or rest[at - 1].low in grammar.DEGREES | {"not"}):
        at -= 1
    return at


def _is_done(asked: Sequence[Word], rest: Sequence[Word], at: int) -> bool:
    """Tell whether a word is what was done to a thing, though it may be a noun: "where was the second round | held"."""
    placed = asked[0].low in ("where", "when", "why", "how", "whether") and len(asked) == 1
    before = rest[at - 1].low if at else ""
    last = placed and at > 1 and at == len(rest) - 1 and not rest[at].name
    return last and grammar.is_participle(rest[at].low) and vocabulary.is_ordinary(before) and before not in _ORDERED


def _is_predicate(rest: Sequence[Word], at: int) -> bool:
    word, low = rest[at], rest[at].low
    if word.name or low in grammar.DETERMINERS or (at and rest[at - 1].low in grammar.DETERMINERS | {"to", "of"}):
        return False
    if low == "being" or (low.endswith("ing") and (len(low) > 5 or parts.is_verb(low[:-3]))):
        named = at > 0 and rest[at - 1].name and not rest[at - 1].low.endswith(("'s", "’s"))
        named = named and all(before.low in grammar.ARTICLES for before in rest[: at - 1])  # "the Choir | planning"
        still = at > 0 and grammar.is_adverb(rest[at - 1].low)
        return low == "being" or named or still or not parts.is_deed(low) or (not at and len(rest) > 1)
    if at and _is_first_noun(rest, at):
        return False
    then = rest[at + 1].low if at + 1 < len(rest) else ""
    if low in ("there", "here") and not then and (at == 1 or (at and rest[0].low in grammar.DETERMINERS)):
        return True
    if low in grammar.PREPOSITIONS and then and then not in GOES_ON:  # "the strike | on Monday"
        return False
    if not (grammar.is_participle(low) or parts.is_adjective(low) or (then == "than" and is_comparative(low))):
        return False
    return (
        not then or then in GOES_ON or grammar.is_adverb(then) or grammar.is_time(then) or then in ("the", "a", "this")
    )
