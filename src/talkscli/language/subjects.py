"""Who a sentence is about, by its grammar: the named subject of its main verb, or the speaker of what it quotes.

No parser: the noun phrase before the first finite verb is read, and a name counts where it is the head of that phrase
("President Anna Berg said") or its owner ("Berg's plan failed"), not where it only modifies ("the Berg plan failed",
"the mayor of Berg said"). In doubt there is no subject.
"""

import re
from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from talkscli.language import grammar
from talkscli.language.quotations import QUOTED

K = TypeVar("K")

_QUOTE = "\0"  # stands for a quotation
_TOKEN = re.compile(rf"{_QUOTE}+|(?:[^\W\d_]\.){{2,}}|\w+(?:[-'’&.]\w+)*")
_ASIDE = re.compile(r"\([^()]{1,120}\)")
_INVERTED = frozenset("said says added adds wrote writes asked asks sagte sagt сказав сказала".split())
_LEADING = frozenset("however meanwhile overall today yesterday tomorrow tonight besides".split())
_WHEN = frozenset("last this next earlier later early late mid".split())
_TITLES = frozenset("mr mrs ms dr prof gov sen rep gen col lt capt sgt st rev hon".split())
_OWNED = ("'s", "’s")
_LONGEST = 1500  # characters; what is longer is no sentence


class Clause(NamedTuple, Generic[K]):
    """The subject of a sentence's main verb, or who says it."""

    keys: tuple[K, ...]
    """The names that it is; () where the subject is not named."""
    start: int
    """Where its noun phrase begins in the text; it may be a pronoun or "the mayor"."""
    end: int
    verb: str
    """The finite verb that belongs to it, in small letters."""


class _Token(NamedTuple):
    start: int
    end: int
    word: str
    """In small letters."""
    upper: bool
    name: int
    """Which of the names it is, or -1."""
    owns: bool
    gap: str
    """What stands between the token before and this one, blanks aside."""


class _Phrase(NamedTuple):
    """A noun phrase: tokens first to last, and the names that are its head."""

    first: int
    last: int
    """The token after it."""
    names: tuple[int, ...]


def subject_of(text: str, names: Sequence[tuple[int, int, K]]) -> K | None:
    """Find the one named subject of a sentence: the first where there are several.

    Args:
        text: A sentence.
        names: Where it names somebody or something: start, end, key; in order, without overlap.

    Returns:
        The key of the subject; None where the subject is not among the names, or not plain.
    """
    keys = subjects_of(text, names)
    return keys[0] if keys else None


def subjects_of(text: str, names: Sequence[tuple[int, int, K]]) -> tuple[K, ...]:
    """Find all named subjects of a sentence, as in "Berg and Holm met"; see `subject_of`."""
    clause = clause_of(text, names)
    return clause.keys if clause else ()


def clause_of(text: str, names: Sequence[tuple[int, int, K]]) -> Clause[K] | None:
    """Find the subject of a sentence, named or not, and its verb; None where there is none to be found.

    Args:
        text: A sentence.
        names: Where it names somebody or something: start, end, key; in order, without overlap.
    """
    tokens = _tokens(text[:_LONGEST], names)
    found = _Reader(tokens).read()
    if found is None:
        return None
    phrase, verb = found
    keys = tuple(dict.fromkeys(names[i][2] for i in phrase.names))
    last = phrase.last - 1
    while last > phrase.first and grammar.is_adverb(tokens[last].word) and not tokens[last].upper:
        last -= 1
    return Clause(keys, tokens[phrase.first].start, tokens[last].end, verb)


def _tokens(text: str, names: Sequence[tuple[int, int, K]]) -> list[_Token]:
    """Cut a sentence into words; a quotation is one word, and so is a name; what stands in brackets is left out."""
    text = QUOTED.sub(lambda m: _QUOTE * len(m[0]), text)
    text = _ASIDE.sub(lambda m: " " * len(m[0]), text)
    found: list[_Token] = []
    waiting = [(i, start, end) for i, (start, end, _) in enumerate(names) if end <= len(text)]
    waiting.reverse()
    at = 0
    while match := _TOKEN.search(text, at):
        while waiting and waiting[-1][1] < match.start():
            waiting.pop()
        start, end, name, owns = match.start(), match.end(), -1, False
        if waiting and waiting[-1][1] == start and match[0][0] != _QUOTE:
            index, _, stop = waiting.pop()
            owns = text.startswith(_OWNED, stop) or (text[stop - 1] == "s" and text[stop : stop + 2] in ("' ", "’ "))
            if owns:
                stop += 2 if text[stop + 1 : stop + 2] == "s" else 1
            if not (text[stop : stop + 1] == "-" or text[stop : stop + 1].isalnum()):
                name, end = index, stop
            else:
                owns = False
        word = text[start:end]
        gap = text[found[-1].end if found else 0 : start].strip()
        if gap == "." and found[-1].word in _TITLES:
            gap = ""
        if found and found[-1].word[-1] == _QUOTE and text[found[-1].end - 1] == _QUOTE:
            gap = "," + gap  # the comma stands within the quotation marks
        found.append(_Token(start, end, word.lower(), word[0].isupper(), name, owns, gap))
        at = end
    return found


class _Reader:
    """Reads the tokens of one sentence."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self.tokens = tokens

    def read(self) -> tuple[_Phrase, str] | None:
        """Find the subject: whom the sentence credits with its words, else whose deed it tells."""
        if not self.tokens:
            return None
        return self._accorded() or self._said() or self._asked() or self._clause(self._skip_lead(0))

    # who says it

    def _accorded(self) -> tuple[_Phrase, str] | None:
        """Read "According to Berg, …"."""
        words = [token.word for token in self.tokens[:2]]
        if words != ["according", "to"]:
            return None
        phrase = self._phrase(2)
        return (phrase, "says") if phrase else None

    def _said(self) -> tuple[_Phrase, str] | None:
        """Read '"…," said Berg', '"…," Berg said' and '…, Berg said.'."""
        for i, token in enumerate(self.tokens):
            after_quote = i > 0 and self.tokens[i - 1].word[0] == _QUOTE
            if "," not in token.gap and not after_quote:
                continue
            if token.word in _INVERTED or (after_quote and grammar.is_speech(token.word)):
                phrase = self._phrase(i + 1)
                if phrase and self._is_speaker(phrase):
                    return self._with_apposition(phrase), token.word
            if not after_quote and (i < 2 or self._ends_late(i)):
                continue
            phrase = self._phrase(i)
            verb = self._verb_after(phrase) if phrase else None
            if phrase and verb is not None and grammar.is_speech(self.tokens[verb].word):
                return self._with_apposition(phrase), self.tokens[verb].word
        return None

    def _is_speaker(self, phrase: _Phrase) -> bool:
        """Tell whether the phrase behind "said" is who says it: "said Berg", not "said Berg was late"."""
        first = self.tokens[phrase.first]
        if first.gap or not (first.upper or first.word in ("the", "a", "an", "his", "her", "he", "she")):
            return False
        after = self.tokens[phrase.last] if phrase.last < len(self.tokens) else None
        return after is None or after.gap != "" or after.word in grammar.PREPOSITIONS | grammar.RELATIVES

    def _ends_late(self, i: int) -> bool:
        """Tell whether so much follows that this is no "…, Berg said on Monday"."""
        rest = self.tokens[i + 1 :]
        return len(rest) > 9 or any("," in token.gap or ":" in token.gap or token.word == "that" for token in rest)

    # questions

    def _asked(self) -> tuple[_Phrase, str] | None:
        """Read "What did Berg say?", "When was Berg elected?": the subject stands after the auxiliary."""
        first = self.tokens[0].word
        if first not in ("who", "what", "when", "where", "why", "how", "which", "whom", "whose"):
            if first not in grammar.AUXILIARIES:
                return None
            at = 0
        else:
            at = next((i for i, t in enumerate(self.tokens[:6]) if t.word in grammar.AUXILIARIES), -1)
        if at < 0 or at + 1 >= len(self.tokens) or (first == "who" and at == 1 and self.tokens[at].word != "did"):
            return None
        named = self.tokens[at + 1]
        if named.name >= 0 and not named.owns:
            following = self.tokens[at + 2].word if at + 2 < len(self.tokens) else ""
            if not grammar.is_third_person(following):
                return self._coordinated(_Phrase(at + 1, at + 2, (named.name,))), self.tokens[at].word
        phrase = self._phrase(at + 1, asked=True)
        return (phrase, self.tokens[at].word) if phrase else None

    # whose deed it tells

    def _skip_lead(self, i: int) -> int:
        """Pass over what stands before the subject: "But in 2014, after the vote, Berg …"."""
        tokens = self.tokens
        while i < len(tokens):
            word = tokens[i].word
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if tokens[i].name >= 0 or following is None:
                return i
            if (
                word in grammar.CONJUNCTIONS
                or (grammar.is_adverb(word) and not tokens[i].upper)
                or word == "however"
                or grammar.is_adverb(word)
                or word in ("meanwhile", "overall", "today", "yesterday")
            ):
                i += 1
            elif word in grammar.PREPOSITIONS or word in grammar.SUBORDINATORS or word.endswith("ing"):
                end = self._lead_end(i)
                if end is None:
                    return len(tokens)
                i = end
            elif (
                word in ("last", "this", "next", "earlier", "later")
                or grammar.is_time(word)
                or word in grammar.DETERMINERS
            ):
                time = self._time_end(i)
                if time == i:
                    return i
                i = time
            else:
                return i
        return i

    def _lead_end(self, i: int) -> int | None:
        """Find where a leading phrase or clause ends: at its comma, or behind "In 2014"."""
        tokens = self.tokens
        time = self._time_end(i + 1)
        if time > i + 1 and time < len(tokens) and (tokens[time].upper or tokens[time].word in grammar.DETERMINERS):
            return time
        for j in range(i + 1, len(tokens)):
            if "," not in tokens[j].gap:
                continue
            place = tokens[j - 1].name >= 0 and tokens[j].name >= 0 and j + 1 < len(tokens) and "," in tokens[j + 1].gap
            if place or tokens[j].word in grammar.CONJUNCTIONS:
                continue  # "In Paris, France, …", "With bread, butter, and salt, …"
            return j
        return None

    def _time_end(self, i: int) -> int:
        """Pass over "the spring of 2014", "Tuesday", "two days later"."""
        tokens, start, told = self.tokens, i, False
        while (
            i < len(tokens)
            and tokens[i].name < 0
            and (i == start or "," not in tokens[i].gap or tokens[i].word[0].isdigit())
        ):
            word = tokens[i].word
            if grammar.is_time(word):
                told = True
            elif (told and word in ("later", "earlier", "ago", "after", "before", "of", "and")) or (
                not told
                and (
                    word in grammar.DETERMINERS or word in ("last", "next", "early", "late", "mid", "earlier", "later")
                )
            ):
                pass
            else:
                break
            i += 1
        return i if told else start

    def _clause(self, i: int) -> tuple[_Phrase, str] | None:
        """Read the subject that begins at token `i`, with its verb; the agent where the verb is passive."""
        if i >= len(self.tokens):
            return None
        cleft = self._cleft(i)
        if cleft is not None:
            i = cleft
        phrase = self._phrase(i)
        verb = self._verb_after(phrase) if phrase else None
        if phrase is None or verb is None:
            return None
        phrase = self._with_apposition(phrase)
        return self._agent(verb, phrase), self.tokens[verb].word

    def _cleft(self, i: int) -> int | None:
        """Find Berg in "It was Berg who …"."""
        words = [token.word for token in self.tokens[i : i + 2]]
        if len(words) < 2 or words[0] != "it" or words[1] not in grammar.BE:
            return None
        phrase = self._phrase(i + 2)
        after = self.tokens[phrase.last].word if phrase and phrase.last < len(self.tokens) else ""
        return i + 2 if phrase and phrase.names and after in ("who", "that") else None

    def _phrase(self, i: int, *, asked: bool = False) -> _Phrase | None:
        """Read a noun phrase at token `i` up to its head, with what is joined to it by "and".

        In a question ("did Norlandic officials") its verb stood before it.
        """
        tokens = self.tokens
        j = i
        while j < len(tokens):
            token = tokens[j]
            if j > i and (token.gap or token.word[0] == _QUOTE):
                break
            if token.name < 0 and (
                token.word[0] == _QUOTE
                or token.word in grammar.RELATIVES - grammar.DETERMINERS
                or (j > i and token.word == "that")
                or (not token.upper and (token.word in grammar.PREPOSITIONS or token.word in grammar.CONJUNCTIONS))
                or (not asked and self._is_verb(i, j))
            ):
                break
            j += 1
            if token.word in grammar.PRONOUNS and j - 1 == i and token.word not in grammar.DETERMINERS:
                break
        if j == i:
            return None
        return self._coordinated(_Phrase(i, j, self._head(i, j)))

    def _head(self, i: int, j: int) -> tuple[int, ...]:
        """Give the name that ends a phrase, or the last that owns its head: "Berg's plan"."""
        while j > i + 1 and self._is_adverb(j - 1):
            j -= 1
        last = self.tokens[j - 1]
        if last.name >= 0:
            return (last.name,)
        if last.upper:
            return ()  # "Norland's Jan Vik": a name that is not among the names
        owners = [token.name for token in self.tokens[i:j] if token.owns]
        return (owners[-1],) if owners else ()

    def _coordinated(self, phrase: _Phrase) -> _Phrase:
        """Add what "and" joins to a name: "Berg, Holm and Reed"."""
        names, at, ends = list(phrase.names), phrase.last, phrase.last
        if not names or self.tokens[phrase.last - 1].name < 0:
            return phrase
        while at < len(self.tokens):
            token = self.tokens[at]
            joined = token.word in ("and", "und", "та", "і", "&") and token.gap in ("", ",")
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
                return _Phrase(phrase.first, at, tuple(names))
        return _Phrase(phrase.first, ends, phrase.names)

    def _is_verb(self, i: int, j: int) -> bool:
        """Tell whether token `j` is the finite verb of the phrase that begins at `i`."""
        tokens = self.tokens
        word = tokens[j].word
        if tokens[j].upper or j == i:
            return False
        before = next((k for k in range(j - 1, i - 1, -1) if not self._is_adverb(k)), None)
        if word in grammar.AUXILIARIES:
            return True
        if (
            before is None
            or (tokens[before].name < 0 and tokens[before].word in grammar.DETERMINERS)
            or tokens[before].owns
        ):
            return tokens[i].word in grammar.PRONOUNS and before == i and grammar.is_finite(word)
        if grammar.is_past(word):
            return True
        if not grammar.is_third_person(word):
            return tokens[before].name >= 0 and tokens[before].word.endswith("s") and self._is_object(j + 1)
        return not self._verb_follows(j + 1)

    def _is_adverb(self, k: int) -> bool:
        return not self.tokens[k].upper and self.tokens[k].name < 0 and grammar.is_adverb(self.tokens[k].word)

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

    def _verb_after(self, phrase: _Phrase) -> int | None:
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
            if token.upper or token.name >= 0 or token.word[0] == _QUOTE or self._is_adverb(k):
                continue
            if apposed and not self._after_comma(k, j):
                continue
            if grammar.is_finite(token.word) or (k == j and self._is_verb(phrase.first, k)):
                return k
            if plural and k == j and token.word not in grammar.PREPOSITIONS | grammar.RELATIVES:
                return k
            if (
                (apposed or k > j)
                and grammar.is_third_person(token.word)
                and (grammar.is_speech(token.word) or apposed)
            ):
                return k
            if apposed and token.gap and not grammar.is_speech(token.word):
                continue
        return None

    def _after_comma(self, k: int, j: int) -> bool:
        """Tell whether token `k` follows, adverbs aside, the second comma of an apposition that begins at `j`."""
        while k > j and not self.tokens[k].gap and self._is_adverb(k - 1):
            k -= 1
        return k > j and self.tokens[k].gap[:1] in (",", "—", "–", "-")

    def _with_apposition(self, phrase: _Phrase) -> _Phrase:
        """Take the name from behind a comma: "the mayor, Anna Berg", "the head of the port, Anna Berg,"."""
        tokens, at = self.tokens, phrase.last
        if phrase.names or tokens[phrase.first].word in grammar.PRONOUNS - grammar.DETERMINERS:
            return phrase
        if at < len(tokens) and tokens[at].word in ("of", "for", "at", "in"):
            at = next((k for k in range(at, min(at + 8, len(tokens))) if tokens[k].gap), at)
        if at >= len(tokens) or tokens[at].gap != ",":
            return phrase
        name = self._phrase(at)
        after = tokens[name.last] if name and name.last < len(tokens) else None
        if name and len(name.names) == 1 and tokens[name.last - 1].name >= 0 and (after is None or after.gap):
            return _Phrase(phrase.first, phrase.last, name.names)
        return phrase

    def _agent(self, verb: int, phrase: _Phrase) -> _Phrase:
        """Give who did it where the verb is passive ("was built by Berg"), else the subject."""
        tokens, k = self.tokens, verb
        while k < len(tokens) and (tokens[k].word in grammar.AUXILIARIES | grammar.BE or self._is_adverb(k)):
            k += 1
        if k >= len(tokens) or not any(t.word in grammar.BE for t in tokens[verb:k]):
            return phrase
        if not grammar.is_participle(tokens[k].word):
            return phrase
        for m in range(k + 1, min(len(tokens), k + 15)):
            token = tokens[m]
            if token.gap or token.word in grammar.RELATIVES or token.word in ("and", "but", "to", "after", "before"):
                return phrase
            if token.word == "by" and m + 1 < len(tokens):
                agent = self._phrase(m + 1)
                told = agent and (agent.names or tokens[m + 1].word in grammar.DETERMINERS)
                time = grammar.is_time(tokens[m + 1].word) or self._time_end(m + 1) > m + 1
                return agent if agent and told and not time else phrase
        return phrase
