"""What kind of answer a question in another language than English asks for by a noun, an adjective or a verb.

"Preis" and "was kostet" ask for a sum of money, "teléfono" for a number to call, "адрес" for a place.
"""

from collections.abc import Sequence

from talkscli.language.answers import abroad
from talkscli.language.compounds import LANGUAGES
from talkscli.language.interrogatives import kind_of
from talkscli.language.tongues import STEM, Tongue
from talkscli.language.words import unspaced

NOUNS = ("phone", "mail", "cost", "where", "duration")
"""Kinds that a noun asks for, those that tell most first."""
EMAIL = frozenset({"email", "mail"})
"""What an address for e-mail is called in many languages."""
SHORT = 4  # words, function words aside, of a question that has no interrogative, and names a thing
BEFORE = 1  # of them before the noun there: "router preis", "numéro de téléphone"
LONG = 5  # letters of a noun from which on a longer word may be made of it
_WITH = {"phone": ("numbered",), "mail": ("where",)}
"""What is said with a noun, and asks for the same: "telephone *number*", "e-mail *address*"."""
_VERBS = ("costs", "paid")
_OF_COST = ("costs", "paid", "dear", "cost", "money")


def kind_by_word(kind: str, question: str, folded: Sequence[str], tongue: Tongue) -> str:
    """Tell what a question asks for by its words, where its interrogative leaves that open.

    Args:
        kind: What the interrogative asks for.
        question: As typed.
        folded: Its words.
        tongue: Its language.

    Returns:
        cost, phone, mail, where, duration, or the kind as given.
    """
    if kind not in ("number", "how", "what", "any"):
        return kind
    if any(map(unspaced, folded)):
        return _of_unspaced(kind, question, tongue.code)
    if kind == "number":
        return "cost" if any(asks_for(word, each, tongue.code) for each in _OF_COST for word in folded) else kind
    if kind == "how":
        return "cost" if any(word in abroad(tongue.code, "dear") for word in folded[1:2]) else kind
    if any(asks_for(word, "costs", tongue.code) for word in folded):
        return "cost"
    places = [n for n, word in enumerate(folded) if word not in tongue.function]
    if kind == "any":
        nouns = [folded[n] for n in places[: BEFORE + 1]] if len(places) <= SHORT else []
    else:
        nouns = _behind(folded, places, tongue)
    return next((each for each in NOUNS if any(asks_for(word, each, tongue.code) for word in nouns)), kind)


def _behind(folded: Sequence[str], places: Sequence[int], tongue: Tongue) -> list[str]:
    """The noun behind an interrogative, unless more is told of it: "was ist der Preis", not "was ist im Preis drin"."""
    asking = next((n for n, word in enumerate(folded) if kind_of(word, (tongue.code,))), 0)
    if asking + 1 == len(folded):
        return [folded[n] for n in places[:1]]  # "mail adresiniz ne"
    first = next((n for n in places if n > asking), None)
    if first is None or (first + 1 in places and not any(asks_for(folded[first + 1], k, tongue.code) for k in NOUNS)):
        return []
    return [folded[first]]


def asks_for(word: str, kind: str, language: str) -> bool:
    """Tell whether a folded word asks for a kind of answer, or is made of one that does.

    Args:
        word: The word.
        kind: As in the table of `abroad`.
        language: A code of ISO 639-1.
    """
    known = abroad(language, kind)
    if word in known or (kind == "mail" and word in EMAIL):
        return True
    if kind == "mail" and any(
        word.startswith(mail) and asks_for(word[len(mail) :], "where", language) for mail in EMAIL
    ):
        return True  # "Mailadresse"
    if kind in _VERBS and len(word) >= STEM:  # of "costa" it is not told whether it is a noun
        return word[:STEM] in {form[:STEM] for form in known}
    return kind in NOUNS and is_compound(word, kind, language)


def is_compound(word: str, kind: str, language: str) -> bool:
    """Tell whether a word is made of one that asks for a kind of answer, and of what that is asked of: "Ticketpreis".

    Args:
        word: A folded word.
        kind: As in the table of `abroad`.
        language: A code of ISO 639-1.
    """
    known = abroad(language, kind)
    if language not in LANGUAGES or word in known:
        return False
    long = [noun for noun in known if len(noun) >= LONG]
    if any(word.endswith(noun) for noun in long):
        return True
    numbers = abroad(language, "numbered") if kind == "phone" else ()
    return any(word.startswith(noun) and word[len(noun) :] in numbers for noun in long)


def signs(term: str, wanted: str, question: str, language: str) -> bool:
    """Tell whether a word of a question, or a piece of an unspaced one, is by what it asks for that kind of answer."""
    kinds = _OF_COST if wanted == "cost" else (wanted, *_WITH.get(wanted, ()))
    if unspaced(term):
        return any(term in noun for each in kinds for noun in abroad(language, each) if noun in question)
    return any(asks_for(term, each, language) for each in kinds)


def _of_unspaced(kind: str, question: str, language: str) -> str:
    """The same of a text without spaces, in which a noun stands anywhere."""
    words = {each: abroad(language, each) for each in (*_OF_COST, *NOUNS)}
    told = [each for each, known in words.items() if any(word in question for word in known)]
    if kind == "number":
        return "cost" if not set(told).isdisjoint(_OF_COST) else kind
    return next((each for each in NOUNS if each in told), kind) if kind != "how" else kind
