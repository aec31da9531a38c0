"""What is known by its shape: what an abbreviation stands for, a telephone number, the pair that asks for a price."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from talkscli.language import grammar
from talkscli.language.answers import asked_by
from talkscli.language.related import related
from talkscli.language.words import STOP, stems, words
from talkscli.search.engine import Engine
from talkscli.search.hits import Found, Hit
from talkscli.search.index.held import MAIL, PHONE, STREET
from talkscli.store.model import Fact

FEW = 300  # facts of a store that are looked through for a shape
POOL = 40  # facts that hold an abbreviation
ALONE = 0.9
"""Confidence of the only fact of a shape, or of what an abbreviation stands for."""
AMONG = 0.6
"""The same of one among several."""

_STANDS = (
    r"(?i)what (?:does|do|did) (?:the )?(?P<a>\S{2,10}) (?:stand for|abbreviate)"
    r"|what is (?:the )?(?P<b>\S{2,10}) short for"
)
_SUM = re.compile(r"[$€£¥₴₽₹]|\d|\bfree\b")
_COSTING = (
    grammar.INTERROGATIVES | grammar.ARTICLES | grammar.IS | grammar.DO | grammar.PREPOSITIONS | {"it", "this", "much"}
)
_SHAPES = ({"phone", "telephone", "tel", "phones"}, PHONE), ({"email", "mail", "emails"}, MAIL)
_ASKING = frozenset("number numbers address addresses call ring dial phone write contact reach use there".split())


def shaped(found: Found, engine: Engine, question: str, top: int) -> Found:
    """Answer by a shape where words answer nothing.

    Args:
        found: What the search has, without an answer.
        engine: What gave it.
        question: The question.
        top: How many facts are wanted.

    Returns:
        The same with the fact that has the shape as the answer, where the question asks for nothing else.
    """
    bare = " ".join(question.split()).rstrip("?!. ")
    stands = re.fullmatch(_STANDS, bare)
    by_words = _spelled_out(engine, stands["a"] or stands["b"]) if stands else _of_shape(engine, bare)
    facts = list(by_words) or _of_price(engine, bare)
    if not facts:
        return found
    first = Hit(facts[0], ALONE if not facts[0].question and (stands or len(facts) == 1) else AMONG)
    return found.led_by([first, *[Hit(fact, AMONG) for fact in facts[1:]]], top)


def reached(found: Found, engine: Engine, top: int) -> Found:
    """Answer how somebody is reached, "contact", by an address for e-mail or a telephone number, where there is one.

    Args:
        found: What the search has.
        engine: What gave it.
        top: How many facts are wanted.

    Returns:
        The same with the fact that has one as the answer, unless the answer has.
    """
    return _of_shapes(found, engine, [shape for _, shape in reversed(_SHAPES)], top)


def located(found: Found, engine: Engine, top: int) -> Found:
    """Answer where somebody is, "address", by a street or a postcode, where no pair answers that.

    Args:
        found: What the search has.
        engine: What gave it.
        top: How many facts are wanted.

    Returns:
        The same with the fact that has one as the answer, unless the answer is to such a question, or has one.
    """
    made_for_it = found.answered and found.hits[0].fact.question is not None
    return found if made_for_it else _of_shapes(found, engine, [STREET], top)


def _of_shapes(found: Found, engine: Engine, shapes: Sequence[re.Pattern[str]], top: int) -> Found:
    if engine.index.size > FEW:
        return found
    facts = [engine.index.fact(row) for row in range(engine.index.size)]
    having = [fact for shape in shapes for fact in facts if shape.search(fact.answer)]
    if not having or (found.answered and found.hits[0].fact in having):
        return found
    others = tuple([replace(hit, confidence=min(hit.confidence, AMONG)) for hit in found.hits])
    return replace(found, hits=others).led_by([Hit(having[0], AMONG)], top)


def _spelled_out(engine: Engine, short: str) -> Iterator[Fact]:
    """The facts that have an abbreviation in brackets behind its words, the first of which begin with its letters."""
    index, letters = engine.index, [letter for letter in short.lower() if letter.isalpha()]
    rows = index.candidates(index.df({stems([word])[0] for word in words(short)}), POOL)
    before = re.compile(rf"([^().;:]{{3,120}}) \({re.escape(short)}\)", re.IGNORECASE)
    for fact in map(index.fact, sorted(rows)):
        for match in before.finditer(fact.answer):
            initials = iter(word[0] for word in words(match[1]))
            if len(letters) > 1 and all(letter in initials for letter in letters):
                yield fact
                break


def _of_shape(engine: Engine, question: str) -> Iterator[Fact]:
    """The facts with a telephone number, or an address for e-mail, where a question asks for that and no more."""
    told = set(words(question.replace("e-mail", "email")))
    for names, shape in _SHAPES:
        asks = told & names and not {word for word in told - names if word not in STOP} - _ASKING
        if asks and told & (_ASKING | {"what", "whats", "which"}) and engine.index.size <= FEW:
            yield from (
                fact for row in range(engine.index.size) if shape.search((fact := engine.index.fact(row)).answer)
            )
            return


def _of_price(engine: Engine, question: str) -> list[Fact]:
    """The one pair that asks what it costs and no more, where that is asked in other words: "ticket price"."""
    costs = stems(["cost", "price"])
    near = frozenset([*costs, *(stem for cost in costs for stem in related(cost))])
    sums = stems([word for word, kind in asked_by().items() if kind == "cost"])
    told, paid = words(question), near.union(sums)
    if engine.index.size > FEW or ("much" not in told and near.intersection(sums).isdisjoint(stems(told))):
        return []

    def asks(text: str) -> bool:
        rest = stems([word for word in words(text) if word not in _COSTING])
        return all(stem in paid or not paid.isdisjoint(related(stem)) for stem in rest)

    if not asks(question):
        return []
    facts = map(engine.index.fact, range(engine.index.size))
    found = [fact for fact in facts if fact.question and asks(fact.question) and _SUM.search(fact.answer)]
    return found if len(found) == 1 else []
