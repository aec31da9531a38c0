"""The noun phrases of a sentence: what stands before a verb, up to its head."""

from collections.abc import Sequence

from msgspec import Struct

from talkscli.language import grammar, offices, vocabulary
from talkscli.language.tokens import QUOTE, Token

_RELATIVES = grammar.RELATIVES - grammar.DETERMINERS
_PRONOUNS = grammar.PRONOUNS - grammar.DETERMINERS
_BEFORE_NOUN = (grammar.PREPOSITIONS - grammar.SUBORDINATORS) | grammar.ARTICLES
_DEFINING = frozenset("that which who".split())
_NO_VERBS = grammar.PREPOSITIONS | grammar.RELATIVES


class Phrase(Struct, frozen=True, gc=False):
    """A noun phrase: tokens first to last, and the names that are its head."""

    first: int
    last: int
    """The token after it."""
    names: tuple[int, ...]
    patient: tuple[int, int] | None = None
    """The first and the last token of what the verb was done to, if this is who did it."""


class Phrases:
    """Reads noun phrases and finds their verbs in the words of one sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def phrase(self, i: int, *, asked: bool = False) -> Phrase | None:
        """Read a noun phrase at token `i` up to its head, with what is joined to it by "and".

        In a question ("did Norlandic officials") its verb stood before it.
        """
        tokens = self.tokens
        if i < len(tokens) and not tokens[i].upper and tokens[i].name < 0 and grammar.is_finite(tokens[i].word):
            return None
        j = i
        while j < len(tokens):
            token = tokens[j]
            if j > i and (token.gap or token.word[0] == QUOTE):
                break
            if token.name < 0 and (
                token.word[0] == QUOTE
                or token.word in _RELATIVES
                or (j > i and token.word == "that")
                or (not token.upper and (token.word in grammar.PREPOSITIONS or token.word in grammar.CONJUNCTIONS))
                or (not asked and j > i and not token.upper and self._is_verb(i, j))
            ):
                break
            j += 1
            if token.word in grammar.PRONOUNS and j - 1 == i and token.word not in grammar.DETERMINERS:
                break
        if j == i:
            return None
        j = self._behind_office(j)
        found = self.coordinated(Phrase(i, j, self._head(i, j)))
        if not found.names and not asked and self._is_one_office(i, j):
            other = self.phrase(j + 1)
            if other and len(other.names) == 1 and tokens[j + 1].word not in grammar.DETERMINERS:
                return Phrase(i, other.last, other.names)
        return found

    def _behind_office(self, j: int) -> int:
        """Tell where a phrase ends whose office has a name behind what it is for: "Minister of Works Anna Berg"."""
        tokens = self.tokens
        if j >= len(tokens) or tokens[j].word not in ("of", "for") or tokens[j].gap:
            return j
        if tokens[j - 1].name >= 0 or not offices.is_person(tokens[j - 1].word):
            return j
        for k in range(j + 1, min(j + 6, len(tokens))):
            token = tokens[k]
            if token.gap or token.owns or token.word[0] == QUOTE:
                break
            if token.name >= 0 and k > j + 1 and " " in token.word and token.word.title() not in vocabulary.gazetteer():
                return k + 1
            if token.name < 0 and not token.upper and token.word != "and":
                break
        return j

    def _is_one_office(self, i: int, j: int) -> bool:
        """Tell whether an office without an article stands before "and": "Labour MP and former minister Eva Berg"."""
        tokens = self.tokens
        if j + 1 >= len(tokens) or tokens[j].word != "and" or tokens[j].gap:
            return False
        return tokens[i].word not in grammar.DETERMINERS and offices.is_person(tokens[j - 1].word)

    def _head(self, i: int, j: int) -> tuple[int, ...]:
        """Find the name that ends a phrase, or the last that owns its head: "Berg's plan"."""
        while j > i + 1 and self.is_adverb(j - 1):
            j -= 1
        last = self.tokens[j - 1]
        if last.name < 0 and j > i + 1 and " " in self.tokens[j - 2].word and len(last.word) < 4 and last.upper:
            last = self.tokens[j - 2]  # "Eva Berg MP"
        if last.name >= 0:
            return (last.name,)
        if last.upper:
            return ()  # "Norland's Jan Vik": a name that is not among the names
        owners = [token.name for token in self.tokens[i:j] if token.owns]
        return (owners[-1],) if owners else ()

    def coordinated(self, phrase: Phrase) -> Phrase:
        """Add what "and" joins to a name: "Berg, Holm and Reed"."""
        names, at, ends = list(phrase.names), phrase.last, phrase.last
        if not names or self.tokens[phrase.last - 1].name < 0:
            return phrase
        while at < len(self.tokens):
            token = self.tokens[at]
            joined = token.word in ("and", "&") and token.gap in ("", ",")
            following = at + 1 if joined else at
            if not joined and token.gap != ",":
                break
            end = next(
                (k for k in range(following, min(following + 5, len(self.tokens))) if self.tokens[k].name >= 0), None
            )
            if end is None or any(t.gap or not t.upper for t in self.tokens[following + 1 : end + 1] if t.name < 0):
                break
            if self.tokens[end].owns or any(t.gap for t in self.tokens[following + 1 : end + 1]):
                break
            names.append(self.tokens[end].name)
            at = end + 1
            if joined:
                return Phrase(phrase.first, at, tuple(names))
        return Phrase(phrase.first, ends, phrase.names)

    def _is_verb(self, i: int, j: int) -> bool:
        """Tell whether token `j`, a word in small letters, is the finite verb of the phrase that begins before it."""
        tokens = self.tokens
        word = tokens[j].word
        if word in grammar.AUXILIARIES:
            return True
        before = j - 1
        while before >= i and self.is_adverb(before):
            before -= 1
        if (
            before < i
            or (tokens[before].name < 0 and tokens[before].word in grammar.DETERMINERS)
            or tokens[before].owns
        ):
            return tokens[i].word in grammar.PRONOUNS and before == i and grammar.is_finite(word)
        if grammar.is_past(word) or (tokens[before].name >= 0 and grammar.is_finite(word)):
            return True
        if not grammar.is_third_person(word):
            return tokens[before].name >= 0 and tokens[before].word.endswith("s") and self._is_object(j + 1)
        personal = tokens[before].name >= 0 or tokens[before].word in ("he", "she", "it", "who")
        if grammar.is_speech(word) and (personal or self._is_object(j + 1)):
            return True  # "Berg says officers searched the ship", "a police chief says a man was hurt"
        return not self._verb_follows(j + 1)

    def is_adverb(self, k: int) -> bool:
        """Tell whether token `k` may stand between a subject and its verb."""
        token = self.tokens[k]
        return not token.upper and token.name < 0 and grammar.is_adverb(token.word)

    def _is_object(self, j: int) -> bool:
        return j < len(self.tokens) and (self.tokens[j].word in grammar.DETERMINERS or self.tokens[j].word == "to")

    def _verb_follows(self, j: int) -> bool:
        """Tell whether a plain finite verb follows in the same clause, so that "talks" before it is a noun."""
        for k in range(j, len(self.tokens)):
            token = self.tokens[k]
            if (
                token.gap
                or token.word in grammar.RELATIVES
                or token.word in ("and", "to", "but", "it", "he", "she", "they")
            ):
                return False
            if token.name >= 0 and k == j:
                return False
            if not token.upper and grammar.is_finite(token.word):
                return self.tokens[k - 1].word not in grammar.DETERMINERS
        return False

    def verb_after(self, phrase: Phrase) -> int | None:
        """Find the verb of a phrase, past what is told of it: "Berg, the mayor of the town, said"."""
        tokens, j = self.tokens, phrase.last
        if j >= len(tokens):
            return None
        if tokens[j].gap and tokens[j].gap != "," and not tokens[j].gap.startswith(("—", "–", "-")):
            return None
        plural = len(phrase.names) > 1
        apposed = bool(tokens[j].gap)
        for k in range(j, min(len(tokens), j + 40)):
            token = tokens[k]
            if token.gap and token.gap[0] in ".;:!?":
                return None
            if token.upper or token.name >= 0 or token.word[0] == QUOTE or grammar.is_adverb(token.word):
                continue
            if apposed and not self._after_comma(k, j):
                continue
            if k > j and not apposed and tokens[k - 1].word in ("and", "but") and grammar.is_finite(token.word):
                return None  # "… accused Norland of delays and warned": of another subject
            if grammar.is_finite(token.word) or (k == j and self._is_verb(phrase.first, k)):
                return k
            if plural and k == j and token.word not in _NO_VERBS:
                return k
            if (
                (apposed or k > j)
                and grammar.is_third_person(token.word)
                and (grammar.is_speech(token.word) or apposed)
                and not self._is_noun(k)
            ):
                return k
        return None

    def _is_noun(self, k: int) -> bool:
        """Tell whether token `k`, a noun or a verb, is a noun by what stands before it: "of demeaning remarks"."""
        token, before = self.tokens[k], self.tokens[k - 1].word
        return not token.gap and (before.endswith("ing") or before in _BEFORE_NOUN)

    def _after_comma(self, k: int, j: int) -> bool:
        """Tell whether token `k` follows, adverbs aside, the second comma of an apposition that begins at `j`."""
        while k > j and not self.tokens[k].gap and self.is_adverb(k - 1):
            k -= 1
        return k > j and self.tokens[k].gap[:1] in (",", "—", "–", "-")

    def with_apposition(self, phrase: Phrase) -> Phrase:
        """Take the name from behind a comma: "the mayor, Anna Berg", "the head of the port, Anna Berg,"."""
        tokens, at = self.tokens, phrase.last
        head = tokens[phrase.last - 1]
        owned = head.name < 0 and offices.is_person(head.word)  # "Berg's lawyer, Jan Vik,"
        if (phrase.names and not owned) or tokens[phrase.first].word in _PRONOUNS:
            return phrase
        if at < len(tokens) and tokens[at].word in ("of", "for", "at", "in"):
            at = next((k for k in range(at, min(at + 8, len(tokens))) if tokens[k].gap), at)
        told = at < len(tokens) and tokens[at].word in _DEFINING and not tokens[at].gap
        if told:  # "The firm that runs the port, Holm Lines, said"
            at = next((k for k in range(at, min(at + 8, len(tokens))) if tokens[k].gap), at)
        if at >= len(tokens) or tokens[at].gap != "," or (told and " " not in tokens[at].word):
            return phrase
        name = self.phrase(at)
        after = tokens[name.last] if name and name.last < len(tokens) else None
        if name is None or len(name.names) != 1 or tokens[name.last - 1].name < 0 or (after and not after.gap):
            return phrase
        if any(token.owns for token in tokens[name.first : name.last]):  # a title, mostly: "Berg's Norland"
            return phrase
        if told and tokens[name.last - 1].word.title() in vocabulary.gazetteer():
            return phrase  # "who came from Kella, New Norland,"
        return Phrase(phrase.first, phrase.last, name.names)
