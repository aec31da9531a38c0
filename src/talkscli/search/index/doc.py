"""What the index keeps of a fact besides the fact itself."""

from collections.abc import Sequence, Set

from msgspec import Struct

from talkscli.search.grams import Grams
from talkscli.search.weights import Profile


class Passages(Struct, array_like=True):
    """A fact's texts as tokens in their order, to tell what stands together."""

    sentences: list[list[str]]
    """Of the answer, one list a sentence."""
    questions: list[list[str]]
    """The question and its phrasings; of a bare sentence none."""


class Placed(Passages):
    """The same as read from an index."""

    standing: list[tuple[frozenset[str], dict[str, list[int]]]] = []
    """What `places` returns, worked out when first needed."""

    def places(self) -> list[tuple[frozenset[str], dict[str, list[int]]]]:
        """Of each sentence its tokens, and of each of them where it stands."""
        if not self.standing:
            self.standing = [(frozenset(tokens), _places(tokens)) for tokens in self.sentences or [[]]]
        return self.standing


def _places(tokens: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, token in enumerate(tokens):
        found.setdefault(token, []).append(at)
    return found


class Said(Struct, array_like=True):
    """What a fact says."""

    asked: dict[str, list[int]]
    """Token -> which of the fact's questions hold it, counted from 0; empty for a bare sentence."""
    answer: frozenset[str]
    texts: list[str]
    """The questions as folded words; of a bare sentence, the answer."""


class Whose(Struct, frozen=True):
    """Whose act, words, wish or property a fact tells."""

    subjects: frozenset[str]
    """Tokens of these entities; empty where that is not known."""
    sides: frozenset[str]
    """Tokens of the countries and bodies that they belong to."""


class Doc(Said):
    """The analysed form of one fact."""

    context: frozenset[str]
    """Tokens around it: parts of names, entities, section, topics; for a bare sentence, those before and after it."""
    holds: frozenset[str]
    """Kinds of answer that are in it: number, date, capital, and the kinds of its entities."""
    tokens: frozenset[str] = frozenset()
    """Of all its questions."""
    profile: Profile = "bare"
    norms: Sequence[float] = ()
    """Euclidean lengths of the tokens' weights: of each question, then of the answer; infinite where there are none."""
    grams: Grams | None = None
    """Of `texts`, made when first needed."""
    whose: Whose | None = None
    """Worked out when first needed."""
    together: frozenset[str] = frozenset()
    """What `all_tokens` returns, put together when first needed."""

    @property
    def states(self) -> bool:
        """Whether it asks for no kind of answer, as a bare sentence, or a heading that is no question."""
        return not self.asked or len(self.asked.get("?any", ())) == len(self.texts)

    def texts_with(self, tokens: Set[str], passages: Passages) -> list[list[str]]:
        """Those of its texts, as tokens, that hold any of some tokens: sentences, then questions."""
        told = [sentence for sentence in passages.sentences if not tokens.isdisjoint(sentence)]
        return told + self.asked_with(tokens, passages)

    def asked_with(self, tokens: Set[str], passages: Passages) -> list[list[str]]:
        """Those of its questions, as tokens, that hold any of some tokens."""
        asked = {place for token in tokens & self.asked.keys() for place in self.asked[token]}
        return [passages.questions[place] for place in sorted(asked)]

    def all_tokens(self) -> frozenset[str]:
        """Those of its questions and of its answer."""
        self.together = self.together or self.answer | self.tokens
        return self.together
