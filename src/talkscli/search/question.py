"""What a question asks for, told by its question words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from talkscli.language.answers import asked_by, measures, paid
from talkscli.language.grammar import tells
from talkscli.language.tongues import ENGLISH, Tongue
from talkscli.language.words import fold

# One alternative a kind; the one that begins first in the text wins, and of two at the same place the upper one.
_KINDS = re.compile(
    r"\b(?:"
    r"(?P<number>how (?:many|much)|number of|what (?:number|percentage|share|amount)|count of)"
    r"|(?P<duration>how long|duration|length of)"
    r"|(?P<when>when|(?:what|which)(?: exact)? (?:year|month|day|date|time|century|decade)|since when|dates? of)"
    r"|(?P<where>where|(?:what|which) (?:city|cities|country|countries|place|town|location|region)s?)"
    r"|(?P<who>who|whom|whose|(?:what|which) (?:person|leader|official|president|minister)s?)"
    r"|(?P<why>why|how come|reasons?|what (?:caused|made|stopped|led))"
    r"|(?P<how>how)"
    r"|(?P<what>what|which)"
    r")\b|^(?P<yesno>did|do|does|is|are|was|were|has|have|had|will|would|can|could|should)\b"
)

# The interrogatives of other languages, in the same order: Czech, Danish, German, Greek, Spanish, Finnish, French,
# Italian, Norwegian, Dutch, Polish, Portuguese, Russian, Swedish, Turkish, Ukrainian.
ABROAD = {
    "duration": """jak dlouho, hvor længe, wie lange?, cuanto tiempo, kuinka kauan, combien de temps, quanto tempo,
        hvor lenge, hoe ?lang, jak dlugo, как долго, сколько времени, hur länge, ne kadar sure, як довго""",
    "number": """kolik, hvor mange, hvor meget, wie viele?, wieviele?, cuant[oa]s?, kuinka (?:monta|paljon), combien,
        quant[oiae], hvor mye, hoeveel, ile, quant[oa]s?, сколько, πόσ[οαη], hur (?:många|mycket), kaç,
        скільки""",
    "when": """kdy, hvornår, wann, ab wann, πότε, cuando, milloin, quand, quando, når, wanneer, kiedy, когда, när,
        ne zaman, коли""",
    "where": """kde, kam, hvor, wo, wohin, woher, πού, donde, adonde, missä, mistä, où, dove, waar, gdzie, dokad, onde,
        aonde, где, куда, откуда, var, vart, nerede, де, куди, звідки""",
    "who": """kdo, koho, hvem, wer, wen, wem, wessen, ποιος, ποια, quien(?:es)?, kuka, kenen, qui, chi, wie is, wiens,
        kto, quem, кто, кого, кому, vem, kim, хто""",
    "why": """proč, hvorfor, warum, wieso, weshalb, γιατί, por que, miksi, pourquoi, perch[eé], waarom, dlaczego,
        czemu, почему, зачем, varför, neden, niçin, чому, навіщо""",
    "how": """jak, hvordan, wie, πώς, como, miten, kuinka, comment, come, hoe, как, hur, nasil, як""",
    "what": """co, jaky, hvad, hvilken?, was, welche[rsn]?, τι, que, cual(?:es)?, mikä, mitä, quoi, quel(?:le)?s?, cosa,
        quale, hva, wat, welke?, czym, qual, что, какой, какие, какая, vad, vilken, ne, що, який, які, яка""",
}
_UNSPACED = {  # Chinese, Japanese
    "duration": "多久 多长时间 どのくらい どれくらい 何日 何時間".split(),
    "number": "多少 几个 几次 几天 いくつ 何個 何回 いくら 何人 何枚".split(),
    "when": "什么时候 何时 几点 哪天 いつ 何時".split(),
    "where": "哪里 哪儿 何处 在哪 どこ".split(),
    "who": "谁 誰 だれ".split(),
    "why": "为什么 为何 為什麼 なぜ どうして 何故".split(),
    "how": "怎么 如何 怎样 怎麼 どう".split(),
    "what": "什么 哪些 哪个 什麼 何 どの どんな どれ".split(),
}


_BE = frozenset("is are was were s".split())
_DONE = frozenset("do does did has have had".split())
_ARTICLES = frozenset("the a an your their his her its our my".split())
_AFTER_NOUN = frozenset(
    "of for to in on at with from by per when if is are was were did do does has have had will can".split()
)


def asks(question: str, folded: Sequence[str], tongue: Tongue = ENGLISH) -> str:
    """Tell what a question wants.

    Args:
        question: As typed.
        folded: Its words.
        tongue: Its language.

    Returns:
        number, cost, duration, when, where, who, why, yesno, how, words, what, or any of these.
    """
    text = fold(question)
    match = _KINDS.search(text) if tongue.english else None
    if match is None and not (tongue.english and question.isascii()):  # or in another script
        match = _in_pairs().search(question) or _elsewhere().search(text)
    kind = match.lastgroup or "any" if match else "any"
    if not tongue.english or kind not in ("number", "how", "what", "any"):
        return kind
    return _by_word(kind, folded) or kind


@cache
def _elsewhere() -> re.Pattern[str]:
    return _any_of({kind: map(fold, re.split(r",\s+", ways)) for kind, ways in ABROAD.items()}, r"\b")


@cache
def _in_pairs() -> re.Pattern[str]:
    return _any_of(_UNSPACED, "")


def _any_of(kinds: Mapping[str, Iterable[str]], around: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?P<{kind}>{around}(?:{'|'.join(ways)}){around})" for kind, ways in kinds.items()))


def _by_word(kind: str, folded: Sequence[str]) -> str | None:
    """What a noun, an adjective or a verb tells of the answer: "what is the *price* of", "how *old*"."""
    if kind == "number":
        return "cost" if "much" in folded and not paid().isdisjoint(folded) else None
    at = next((n for n, word in enumerate(folded) if word in ("what", "which", "whats", "how")), -1)
    rest = folded[at + 1 :]
    if kind == "how":
        return "number" if rest[:1] and rest[0] in measures() else None
    if rest and rest[0] in _BE:
        rest = rest[2:] if rest[1:2] and rest[1] in _ARTICLES else rest[1:]
    elif kind == "what" and any(word in paid() and _ends(rest, n) for n, word in enumerate(rest)):
        return "cost"
    elif kind == "what" and rest[:1] and rest[0] in _DONE and any(map(tells, rest[1:])):
        return "words"
    typed = asked_by()
    for n, word in enumerate(rest[:6]):
        if word in typed and _ends(rest, n):
            return typed[word]
        if word in _AFTER_NOUN:
            break
    return None


def _ends(words: Sequence[str], at: int) -> bool:
    return at + 1 == len(words) or words[at + 1] in _AFTER_NOUN
