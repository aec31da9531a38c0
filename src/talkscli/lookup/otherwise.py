"""The last question asked otherwise: "why?", "how many?", "on whom?", "of which country?", "who else?"."""

from collections.abc import Sequence

from talkscli.language import grammar, parts, verbs, vocabulary
from talkscli.language.words import STOP, stems, words
from talkscli.lookup.asked import asked
from talkscli.lookup.clause import Form, form
from talkscli.lookup.doer import doer
from talkscli.lookup.memory import Memory
from talkscli.lookup.proper import Word

MEASURE = frozenset(stems("many much long often old far".split()))
"""The stems of what stands behind "how"."""
_COUNTS = frozenset("many much".split())
_OF_SUBJECT = frozenset("who whom what which".split())
_CLASHING = ({"who", "what"}, {"whom", "what"})
_DEMONSTRATIVES = frozenset("that this".split())
_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
_SINGULAR = {many: one for one, many in _PLURAL.items()}
_FROM_ASKED = frozenset("it you i".split())


def otherwise(told: Sequence[str], memory: Memory) -> str | None:
    """Ask the last question with another question word.

    Args:
        told: The words of a line, folded, that has one question word.
        memory: What was said before.

    Returns:
        The question; None where the line is one by itself.
    """
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
    inverted = _filled(asks, memory)
    if inverted is None:
        return None if _asks_for_subject(memory.question) and asks[0] not in _OF_SUBJECT else _plainly(asks, rest, told)
    if "not" in told:
        return _denied(inverted, len(asks))
    return inverted


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


def _filled(asks: Sequence[str], memory: Memory) -> str | None:
    """Ask the last question with another question word, and with what its own asked for in its place.

    "When" of "who led the talks" is "when did Anna Berg lead the talks", of "what did she say" "when did she say that".
    """
    text = asked(memory.question).text.strip(" ?!.")
    first, _, rest = text.partition(" ")
    placed = first.lower() in grammar.PREPOSITIONS and rest.partition(" ")[0].lower() in grammar.INTERROGATIVES
    text = rest if placed else text
    names = [name for entity in memory.names.store.entities for name in entity.names]
    found = form(text, names)
    if found is None or (found.asked and found.asked[0].low not in grammar.INTERROGATIVES):
        return None
    lead = " ".join(asks)
    counts = asks[0] == "how" and not _COUNTS.isdisjoint(asks)
    if not found.subject:
        if asks == ["how", "many"] and (counted := _counted(found, memory)):
            return counted
        if asks[0] in _OF_SUBJECT or (counts and "many" in asks):
            return _of_subject(lead, found, many="many" in asks)
        return _with_subject(f"for {lead}" if counts else lead, found, memory)
    replaced = placed or counts or asks[0] in _OF_SUBJECT
    return " ".join([lead, *_with_object(found, replaced=replaced)])


def _of_subject(lead: str, found: Form, *, many: bool) -> str:
    """Ask for another subject: "how many" of "what was agreed" -> "how many were agreed"."""
    verb = [found.verb.low] if found.verb else []
    if many:
        verb = [_PLURAL.get(word, word) for word in verb]
    return " ".join([lead, *verb, *_texts(found.predicate)])


def _with_subject(lead: str, found: Form, memory: Memory) -> str | None:
    """Put the subject that was asked for into its place: whom the answer tells of, else "they", "it", "the boats"."""
    named = doer(found, memory)
    noun = _noun(found.asked)
    stands = named or noun or ("they" if found.asked[0].low == "who" else "it")
    many = not named and (stands == "they" or (noun is not None and _is_plural(noun)))
    if found.verb:
        verb = (_PLURAL if many else _SINGULAR if not named else {}).get(found.verb.low, found.verb.low)
        return " ".join([lead, verb, stands, *_texts(found.predicate)])
    head = found.predicate[0].low
    plain = verbs.plain(head, parts.is_verb)
    if plain is None:
        return None
    auxiliary = "did" if grammar.is_past(head) else "do" if many else "does"
    return " ".join([lead, auxiliary, stands, plain, *_texts(found.predicate[1:])])


def _counted(found: Form, memory: Memory) -> str | None:
    """Ask how many things one did something to, if it was one: "how many boats did Anna Berg paint"."""
    things = found.predicate[1:]
    if found.verb or len(things) != 2 or things[0].low not in grammar.ARTICLES or not _is_plural(things[1].text):
        return None
    one = doer(found, memory)
    rest = one and _with_subject(f"how many {things[1].text}", found._replace(predicate=found.predicate[:1]), memory)
    return rest or None


def _with_object(found: Form, *, replaced: bool) -> list[str]:
    """Put what was asked for into its place behind the verb: "that", "them", "the boats".

    Args:
        found: The last question.
        replaced: Whether something else is asked for in the same place: nothing stands there.
    """
    verb = [found.verb.low] if found.verb else []
    subject, predicate = _texts(found.subject), _texts(found.predicate)
    first = found.asked[0].low if found.asked else ""
    counted = first == "how" and len(found.asked) > 1 and found.asked[1].low in _COUNTS
    if first == "where" and not predicate and verb and verb[0] in grammar.IS:  # "where is he"
        return [*verb, *subject, "there"]
    if replaced or not (first in _OF_SUBJECT or counted):
        return [*verb, *subject, *predicate]
    if not predicate and found.verb and found.verb.low in grammar.IS:  # "what is her role"
        return [*verb, "that", *subject] if first == "what" else [*verb, *subject, "that"]
    stands = _noun(found.asked) or ("them" if first in ("who", "whom") else "that")
    low = [word.low for word in found.predicate]
    at = _gap(low)
    return [*verb, *subject, *predicate[:at], stands, *predicate[at:]] if at else [*verb, *subject, *predicate]


def _gap(low: Sequence[str]) -> int:
    """Find behind which word of a predicate its object is missing; 0 where it has one, or may have."""
    verb = next((at for at, word in enumerate(low) if word != "not" and not grammar.is_adverb(word)), None)
    if verb is None:
        return 0
    then = low[verb + 1 :]
    if not then or (len(then) == 1 and then[0] in grammar.PREPOSITIONS):
        return len(low)
    return verb + 1 if then[0] in grammar.PREPOSITIONS or grammar.is_time(then[0]) else 0


def _noun(asked_for: Sequence[Word]) -> str | None:
    """Name what "which boats" and "how many boats" asked for: "the boats"; None for "what", "how long"."""
    skipped = 1 + (asked_for[0].low == "how")
    noun = _texts(asked_for[skipped:])
    fits = asked_for[0].low in ("what", "which") or (len(asked_for) > 1 and asked_for[1].low in _COUNTS)
    return f"the {' '.join(noun)}" if noun and fits else None


def _is_plural(noun: str) -> bool:
    last = noun.split()[-1].lower()
    return last.endswith("s") and not last.endswith("ss") and vocabulary.singular(last) != last


def _texts(row: Sequence[Word]) -> list[str]:
    return [word.text for word in row]


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
