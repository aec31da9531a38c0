"""The last question asked otherwise: "why?", "how many?", "on whom?", "of which country?", "who else?"."""

from collections.abc import Sequence

from talkscli.language import grammar, parts, verbs
from talkscli.language.words import STOP, stems, words
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.conversation.replaced import filled, lacks_nothing
from talkscli.lookup.names import MARKS
from talkscli.lookup.wording.form import Form, form
from talkscli.lookup.wording.proper import Word

MEASURE = frozenset(stems("many much long often old far ago".split()))
"""The stems of what stands behind "how"."""
_OF_SUBJECT = frozenset("who whom what which".split())
_CLASHING = ({"who", "what"}, {"whom", "what"})
_DENYING = {
    **{word.replace("n't", "nt"): word[:-3] for word in grammar.NEGATED if word.endswith("n't")},
    **{f"{word} not": word for word in grammar.AUXILIARIES - grammar.NEGATED},
}  # as they are folded
_DEMONSTRATIVES = frozenset("that this".split())
_FROM_ASKED = frozenset("it you i".split())


def otherwise(told: Sequence[str], memory: Memory) -> str | None:
    """Ask the last question with another question word.

    Args:
        told: The words of a line, folded, that has one question word.
        memory: What was said before.

    Returns:
        The question; None where the line is one by itself.
    """
    told = told[1:] if told[0] in grammar.CONJUNCTIONS else told
    if instead := _who_did(told, memory):
        return instead
    if told[-1] == "now" and len(told) == 2:
        return None  # "what now?"
    lasting = told[-1] == "for" and len(told) == 3 and told[0] == "how"
    told = _unstranded(told)
    lead, word = _lead(told)
    content = set(stems([each for each in told[len(lead) :] if each not in STOP]))
    noun = told[2:] if lead and word in ("which", "what") and len(told) == 3 else []
    if not (content <= MEASURE or noun) or not _FROM_ASKED.isdisjoint(told) or _is_whole(told):
        return None
    rest = _without_asking(memory.question).removeprefix("else ")
    if len(rest.split()) < 2 - ("else" in told):
        return None
    if "else" in told:
        first = next(iter(words(memory.question)), "")  # "who else" of "why did he come" asks nothing
        return f"{word} else {rest}" if len(told) == 2 and first in {word, *_OF_SUBJECT} else None
    measure = [each for each in told if stems([each])[0] in MEASURE]
    asks = [*lead, word, *measure, *noun]
    if len(asks) == 1 and {asks[0], *words(memory.question)[:1]} in _CLASHING:
        return None  # "who?" after "what did he say" is no "who did he say"
    if len(asks) == 1 and word in _OF_SUBJECT and lacks_nothing(memory):
        return None  # "what?" after "is she right" is no "what is she right"
    inverted = filled(asks, memory)
    if inverted is None:
        return None if _asks_for_subject(memory.question) and asks[0] not in _OF_SUBJECT else _plainly(asks, rest, told)
    if lead and inverted and " that if " in inverted:
        return None  # "for whom would it mean that if they came" is no sentence
    if "not" in told:
        return _denied(inverted, len(asks))
    acts = not grammar.DO.isdisjoint(words(inverted)[:3])
    return f"{inverted} for" if lasting and acts else inverted  # "how long did they meet for"


def is_placed(told: Sequence[str]) -> bool:
    """Tell whether a line is but a preposition and a question word: "about what?"."""
    return len(told) == 2 and told[0] in grammar.PREPOSITIONS and told[1] in grammar.INTERROGATIVES


def _unstranded(told: Sequence[str]) -> Sequence[str]:
    """Put a preposition before what it is for: "who to" -> "to whom"; "what for" asks why, "how long for" how long."""
    *asks, last = told
    if last not in grammar.PREPOSITIONS:
        return told
    if last == "for" and (asks == ["what"] or (len(asks) == 2 and asks[0] == "how")):
        return ["why"] if asks == ["what"] else asks
    return [last, "whom" if asks == ["who"] else asks[0]] if len(asks) == 1 and asks[0] in _OF_SUBJECT else told


def _who_did(told: Sequence[str], memory: Memory) -> str | None:
    """Ask who did it, after a question whether somebody did: "who did?", "who was?"."""
    if list(told) == ["who"] and (last := form(memory.question)) and last.verb and _is_anybody(last.subject):
        told = ["who", last.verb.low]
    if not 1 < len(told) < 4 or told[0] != "who" or told[2:] not in ([], ["not"]):
        return None
    last = form(memory.question)
    if last and (denies := _DENYING.get(" ".join(told[1:]))):
        return _who_did_not(denies, last)
    if (
        len(told) > 2
        or told[1] not in grammar.AUXILIARIES
        or last is None
        or last.asked
        or last.verb is None
        or not last.predicate
    ):
        return None
    verb, (first, *rest) = last.verb.low, last.predicate
    deed = verbs.past(first.low) if verb == "did" else verbs.third(first.low) if verb in grammar.DO else first.text
    helping = [] if verb in grammar.DO else [verb]
    return " ".join(["who", *helping, deed, *(word.text for word in rest)])


def _is_anybody(subject: Sequence[Word]) -> bool:
    return len(subject) == 1 and subject[0].low in ("anybody", "anyone", "somebody", "someone")


def _who_did_not(denies: str, last: Form) -> str | None:
    """Ask who did not: "who wants the plan" -> "who does not want the plan"."""
    if last.verb is None and last.asked[0].low == "who":
        first, *rest = last.predicate
        verb = verbs.plain(first.low, parts.is_verb)
        helping = f"{'did' if grammar.is_past(first.low) else 'does'} not"
    elif last.verb and (not last.asked or (last.asked[0].low == "who" and not last.subject)) and last.predicate:
        first, *rest = last.predicate
        verb = first.text
        helping = f"{last.verb.low} not"
    else:
        return None
    same = helping.split()[0] == denies or helping.split()[0] not in grammar.DO
    return (
        " ".join(["who", helping if same else f"{denies} not", verb, *(each.text for each in rest)]) if verb else None
    )


def continued(line: str, memory: Memory) -> str | None:
    """Ask the last question with another question word, and with what is added: "how many from Holm?", "when in May".

    Args:
        line: What was typed: a question word, and a phrase with a preposition, but no verb.
        memory: What was said before.

    Returns:
        The question; None where the line is one by itself, or the last question has not the form to take it.
    """
    typed = line.rstrip(MARKS + " ").split()
    told = words(line)
    if len(typed) != len(told) or told[0] not in grammar.INTERROGATIVES or not _FROM_ASKED.isdisjoint(told):
        return None
    size = 1 + (told[0] == "how" and len(told) > 1 and stems([told[1]])[0] in MEASURE)
    added = told[size:]
    placed = len(added) > 1 and added[0] in grammar.PREPOSITIONS - {"about", "of", "like", "as"}
    if not placed or any(_may_be_verb(word) for word in added):
        return None
    inverted = filled(told[:size], memory)
    return f"{inverted} {' '.join(typed[size:])}" if inverted else None


def _is_whole(told: Sequence[str]) -> bool:
    """Tell "who was there", a question by itself, from "who was that"."""
    then = told[2:]
    return (
        told[0] in _OF_SUBJECT
        and len(told) > 2
        and told[1] in grammar.AUXILIARIES
        and not _DEMONSTRATIVES.issuperset(then)
        and "else" not in told
    )


def _plainly(asks: Sequence[str], rest: str, told: Sequence[str]) -> str:
    """Put the new question word before what the last question has beside its own: a question of unknown form."""
    if "not" in told:
        first, _, then = rest.partition(" ")
        return (
            f"{' '.join(asks)} {first}n’t {then}"
            if f"{first}n’t" in grammar.NEGATED
            else f"{' '.join(asks)} not {rest}"
        )
    return " ".join([*asks, rest])


def _denied(question: str, at: int) -> str:
    """Deny a question, unless it does so already."""
    typed = question.split()
    low = {word.lower() for word in typed}
    if not low.isdisjoint(grammar.NEGATED | {"not", "never"}):
        return question
    verb = typed[at]
    denied = f"{verb}n’t" if f"{verb}n’t" in grammar.NEGATED else f"{verb} not"
    return " ".join([*typed[:at], denied, *typed[at + 1 :]])


def _asks_for_subject(question: str) -> bool:
    typed = words(question)
    return typed[:1] in (["who"], ["what"], ["which"]) and typed[1:2] != [] and typed[1] not in grammar.AUXILIARIES


def _may_be_verb(word: str) -> bool:
    return word in grammar.AUXILIARIES or grammar.is_past(word) or parts.is_mostly_verb(word)


def _lead(told: Sequence[str]) -> tuple[Sequence[str], str]:
    """The preposition before a question word, if there is one, and that word."""
    at = next(at for at, word in enumerate(told) if word in grammar.INTERROGATIVES)
    return (told[:1] if at == 1 and told[0] in grammar.PREPOSITIONS else ()), told[at]


def _without_asking(question: str) -> str:
    """Drop what a question begins with to ask: "who led it" -> "led it", "tell me about it" -> "it"."""
    typed = question.rstrip(" ?").split()
    if typed and typed[0].lower() == "and":
        del typed[0]
    if [word.lower() for word in typed[:3]] == ["tell", "me", "about"]:
        return " ".join(typed[3:])
    if typed and typed[0].lower() in grammar.INTERROGATIVES:
        del typed[0]
        if typed and stems([typed[0].lower()])[0] in MEASURE:  # "how many boats sank" -> "boats sank"
            del typed[0]
    return " ".join(typed)
