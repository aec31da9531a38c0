"""The last question with another question word, and with whom or what it asked for in its place."""

from collections.abc import Sequence

from talkscli.language import grammar, parts, verbs, vocabulary
from talkscli.lookup.conversation.doer import doer
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.wording.asked import asked
from talkscli.lookup.wording.form import Form, form
from talkscli.lookup.wording.proper import Word, named

_COUNTS = frozenset("many much".split())
_OF_SUBJECT = frozenset("who whom what which".split())
_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
_SINGULAR = {many: one for one, many in _PLURAL.items()}


def filled(asks: Sequence[str], memory: Memory) -> str | None:
    """Ask the last question with another question word, and with what its own asked for in its place.

    "When" of "who led the talks" is "when did Anna Berg lead the talks", of "what did she say" "when did she say that".

    Args:
        asks: The new question word, with what belongs to it: "to whom", "how many".
        memory: What was said before.

    Returns:
        The question; None where the form of the last one does not show its parts.
    """
    found, placed = _taken_apart(memory)
    if found is None:
        return None
    lead = " ".join(asks)
    counts = asks[0] == "how" and not _COUNTS.isdisjoint(asks)
    if not found.subject:
        if asks == ["how", "many"] and (counted := _counted(found, memory)):
            return counted
        if asks[0] in _OF_SUBJECT or (counts and "many" in asks):
            return _of_subject(lead, found, many="many" in asks)
        return _with_subject(f"for {lead}" if counts else lead, found, memory)
    if counts and not found.asked and (measured := _measured(asks, found)):
        return measured
    replaced = placed or counts or asks[0] in _OF_SUBJECT
    return " ".join([lead, *_with_object(found, replaced=replaced)])


def _taken_apart(memory: Memory) -> tuple[Form | None, bool]:
    """Take the last question apart, without a preposition before it, and "else", and tell whether it had the first."""
    text = asked(memory.question).text.strip(" ?!.").removeprefix("and ")
    first, _, rest = text.partition(" ")
    placed = first.lower() in grammar.PREPOSITIONS and rest.partition(" ")[0].lower() in grammar.INTERROGATIVES
    first, _, rest = (rest if placed else text).partition(" ")
    names = [name for entity in memory.names.store.entities for name in entity.names]
    found = form(f"{first} {rest.removeprefix('else ')}", names) or _told(text, names)
    if found is None or (found.asked and found.asked[0].low not in grammar.INTERROGATIVES):
        return None, placed
    return found, placed


def _told(text: str, names: Sequence[str]) -> Form | None:
    """Take a statement apart whose subject is a name: "Anna Berg was in Holm"."""
    row = named(text.split(), names) if text else []
    if len(row) < 3 or not row[0].name or row[1].low not in grammar.AUXILIARIES - grammar.NEGATED:
        return None
    return Form((), row[1], row[:1], row[2:])


def lacks_nothing(memory: Memory) -> bool:
    """Tell whether the last question asks whether something is so, with all that its verb may have."""
    found, _ = _taken_apart(memory)
    if found is None or found.asked or not found.verb:
        return False
    return found.verb.low in grammar.IS or not _gap([word.low for word in found.predicate])


def by_whom(memory: Memory) -> str | None:
    """Name the one who did what the last question asked for, "who hosted the talks", if its answer shows that."""
    found, _ = _taken_apart(memory)
    return doer(found, memory) if found and not found.subject else None


def is_subject(name: str, memory: Memory) -> bool:
    """Tell whether somebody is whose act, or state, the last question asked for."""
    found, _ = _taken_apart(memory)
    return found is not None and (not found.subject or any(word.text in name for word in found.subject if word.name))


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
    stands = named or noun or (_somebody(found) if found.asked[0].low == "who" else "it")
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


def _somebody(found: Form) -> str:
    """Say whom "who" asked for: one where he or she is said to be one, "the new mayor"; else, maybe, several."""
    told = [word.low for word in (found.verb, *found.predicate) if word]
    is_one = told[:1] in (["is"], ["was"]) or told[1:2] == ["be"]
    after = told[2 if told[1:2] == ["be"] else 1 :]
    return "he or she" if is_one and len(after) > 1 and after[0] in grammar.ARTICLES else "they"


def _counted(found: Form, memory: Memory) -> str | None:
    """Ask how many things one did something to, if it was one: "how many boats did Anna Berg paint"."""
    things = found.predicate[1:]
    if found.verb or len(things) != 2 or things[0].low not in grammar.ARTICLES or not _is_plural(things[1].text):
        return None
    one = doer(found, memory)
    rest = one and _with_subject(f"how many {things[1].text}", found._replace(predicate=found.predicate[:1]), memory)
    return rest or None


def _measured(asks: Sequence[str], found: Form) -> str | None:
    """Ask how much of one thing, or how many of several, after a question whether somebody has it.

    "Does he own a stake in it" -> "how much of a stake does he own in it", "boats" -> "how many boats does he own".
    """
    verb, *rest = found.predicate or (None,)
    size = next((n for n, word in enumerate(rest) if word.low in grammar.PREPOSITIONS), len(rest))
    noun, after = rest[:size], rest[size:]
    one = asks[-1] == "much" and len(noun) > 1 and noun[0].low in ("a", "an")
    several = asks[-1] == "many" and len(noun) > 0 and noun[0].low not in grammar.ARTICLES and _is_plural(noun[-1].text)
    if verb is None or found.verb is None or not (one or several) or any(word.name for word in noun):
        return None
    lead = [*asks, "of"] if one else [*asks]
    return " ".join([*lead, *_texts(noun), found.verb.low, *_texts(found.subject), verb.text, *_texts(after)])


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
    return verb + 1 if then[0] in grammar.PREPOSITIONS | grammar.SUBORDINATORS or grammar.is_time(then[0]) else 0


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
