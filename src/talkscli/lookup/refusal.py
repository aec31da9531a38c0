"""Say in a sentence what a store does not tell: the question turned into a clause, where its form allows that."""

import re
from collections.abc import Container, Sequence

from talkscli.language import grammar, verbs
from talkscli.language.words import fold

LONGEST = 16  # words of a question that is repeated in the sentence

_OF_SUBJECT = frozenset("who what which whose".split())
_AUXILIARIES = grammar.AUXILIARIES - grammar.NEGATED
_SHORT = re.compile(r"[^aeiou]+[aeiou][bdgklmnprt]")  # doubles its last letter: stop, plan


def refusal(
    question: str,
    missing: Sequence[str],
    names: Sequence[str] = (),
    *,
    elsewhere: Container[str] = (),
    near: bool = False,
    one: bool = True,
) -> str:
    """Say what the store does not tell, and no more than is known.

    Args:
        question: The question as typed.
        missing: The words of it, as typed, that stood in the way of an answer.
        names: Names as the store writes them, the preferred spelling first; a question that begins with one can be
            turned around.
        elsewhere: Those of the missing words that other facts have.
        near: Whether the closest fact may well be the answer.
        one: Whether the store rests on one article.

    Returns:
        A sentence: "The article does not say which party Anna Berg leads.", "Nothing here about: nationality.",
        or a plain one where no word is known to stand in the way.
    """
    if all(word.lower() in grammar.INTERROGATIVES for word in missing):
        return "There is no answer to that here."
    told = clause(question, names)
    if told is not None:
        plainly = " plainly" if near else ""
        return f"The article does not{plainly} say {told}." if one else f"Nothing here{plainly} says {told}."
    strange = [word for word in missing if word not in elsewhere]
    if strange:
        return f"Nothing here about: {', '.join(strange)}."
    return f"There is no answer here that fits: {', '.join(missing)}."


def clause(question: str, names: Sequence[str] = ()) -> str | None:
    """Turn a question into a clause ("when was it opened" -> "when it was opened"), or tell that it can't be done.

    Args:
        question: The question as typed.
        names: Names as the store writes them.

    Returns:
        The clause, or None where the question's form does not show what is its subject.
    """
    text = re.sub(r"\b(who|what|where|when|how)['’]s\b", r"\1 is", " ".join(question.split()).strip(" ?!."), flags=re.I)
    typed = text.split()
    low = [word.lower() for word in typed]
    if not 2 < len(low) <= LONGEST or re.search(r"[?!;:\n]|\.\s", text):
        return None
    at = _auxiliary(low)
    if low[0] in grammar.INTERROGATIVES:
        asked = [low[0], *typed[1:at]]
        if at is None:  # "who led the delegation"
            return " ".join(_named([low[0], *typed[1:]], names)) if _may_be_subject(low) else None
    elif at == 0:
        asked = ["whether"]
    else:
        return None
    verb, rest = low[at], typed[at + 1 :]
    if not rest:
        return None
    if verb in grammar.DO and [word.lower() for word in rest[:1]] == ["i"] and asked != ["whether"]:
        return " ".join([*asked, "to", *_named(rest[1:], names)])  # "how do i leave" -> "how to leave"
    size = _subject(rest, names, verb)
    if size is None:  # "who was there", "what is the price", "how many were sent" stay as they are
        stays = _may_be_subject(asked) and verb not in grammar.DO
        return " ".join([*asked, verb, *_named(rest, names)]) if stays else None
    subject, predicate = _named(rest[:size], names), _named(rest[size:], names)
    if verb in grammar.DO:
        if not predicate:
            return None
        first = f"{verb} not" if predicate[0].lower() == "not" else _in(verb, predicate[0])
        return " ".join([*asked, *subject, first, *predicate[1:]])
    return " ".join([*asked, *subject, verb, *predicate])


def _may_be_subject(asked: Sequence[str]) -> bool:
    """Tell whether what is asked for may itself be the subject: "who came", "how many boats sank"."""
    return asked[0] in _OF_SUBJECT or (
        asked[0] == "how" and [word.lower() for word in asked[1:2]] in (["many"], ["much"])
    )


def _auxiliary(low: Sequence[str]) -> int | None:
    """Find the verb before which the subject would stand: the second word, or after "how many boats", "which party"."""
    if low[0] in _AUXILIARIES:
        return 0
    reach = 4 if low[0] in {"how", "which", "what", "whose"} else 2
    return next((at for at in range(1, min(reach, len(low))) if low[at] in _AUXILIARIES), None)


def _subject(rest: Sequence[str], names: Sequence[str], verb: str) -> int | None:
    """Count the words of the subject that begins `rest`, where that can be told."""
    low = [word.lower() for word in rest]
    known = {fold(name) for name in names}
    for size in range(min(len(rest), 5), 0, -1):
        if fold(" ".join(rest[:size])) in known or (size == 1 and low[0] in grammar.PRONOUNS):
            return size
    if verb in grammar.DO:
        if len(rest) == 2:
            return 1
        return 2 if len(rest) == 3 and low[0] in grammar.DETERMINERS else None
    if low[0] in ("be", "been", "have", "not"):  # "which port must be open"
        return None
    if verb in _AUXILIARIES:
        first = 2 if low[0] in grammar.DETERMINERS else 1
        done = next((at for at in range(first, len(low)) if _is_predicate(low[at])), None)
        return done if first == 2 or done == 1 else None
    return None


def _is_predicate(word: str) -> bool:
    return word.endswith("ing") or grammar.is_participle(word)


def _named(words: Sequence[str], names: Sequence[str]) -> list[str]:
    """Write the names among these words as the store does."""
    proper: dict[str, str] = {}
    for name in names:  # of two spellings that differ in script or accents, the one that comes first
        proper.setdefault(fold(name), name)
    out: list[str] = []
    at = 0
    while at < len(words):
        for size in range(min(5, len(words) - at), 0, -1):
            typed = fold(" ".join(words[at : at + size]))
            if typed in proper:
                out.append(proper[typed])
                break
            if typed.endswith("s") and typed[:-1] in proper:  # "turkeys"
                out.append(f"{proper[typed[:-1]]}'s")
                break
        else:
            size = 1
            out.append("I" if words[at] == "i" else words[at])
        at += size
    return out


def _in(auxiliary: str, verb: str) -> str:
    """Put a verb into the time and person of its auxiliary: did lead -> led, does lead -> leads."""
    word = verb.lower()
    if auxiliary == "do":
        return word
    if auxiliary == "did":
        irregular = verbs.past(word)
        if irregular:
            return irregular
        if word.endswith("e"):
            return f"{word}d"
        if re.search(r"[^aeiou]y$", word):
            return f"{word[:-1]}ied"
        return f"{word}{word[-1]}ed" if _SHORT.fullmatch(word) else f"{word}ed"
    if word == "have":
        return "has"
    if word in {"go", "do"} or re.search(r"(?:s|x|z|ch|sh)$", word):
        return f"{word}es"
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"
