"""Verbs of saying, and who does them, in a sentence of another language than English, by its closed words."""

from talkscli.language import offices
from talkscli.language.closed import closed, speech
from talkscli.language.phrases import Phrase
from talkscli.language.tokens import QUOTE, Token

_REACH = 40  # tokens before a quotation
_PHRASE = 14  # tokens of a speaker


class Clauses:
    """Finds the verbs of a sentence, and the phrases around them."""

    def __init__(self, tokens: list[Token], language: str) -> None:
        self.tokens = tokens
        self._language = language
        self._closed = closed(language)
        self._speech = speech(language)

    def _stands_alone(self, phrase: Phrase, *, linked: bool = False) -> bool:
        """Tell whether a clause ends with a phrase, or (`linked`) a preposition follows it."""
        following = self.tokens[phrase.last] if phrase.last < len(self.tokens) else None
        return following is None or following.gap != "" or (linked and following.word in self._closed.links)

    def _verb(self, i: int, *, any_word: bool = False) -> int | None:
        """Find the verb that begins at token `i`, its helpers first: "a déclaré"; `any_word` may be one."""
        own, tokens = self._closed, self.tokens
        k = i
        while k < len(tokens) and k < i + 4 and not self._is_speech(k) and tokens[k].word in own.helpers:
            k += 1
        if k >= len(tokens) or (k > i and tokens[k].gap):
            return None
        if self._is_speech(k) or tokens[k].word in own.thus:
            return k
        word = tokens[k].word
        plain = not tokens[k].upper and tokens[k].name < 0 and word.isalpha() and len(word) > 2
        small = word in own.articles | own.links | own.joints | own.he | own.she
        return k if any_word and plain and not small and not offices.is_person(word) else None

    def _is_speech(self, i: int) -> bool:
        token = self.tokens[i]
        if token.upper or token.name >= 0 or token.word not in self._speech:
            return False
        before = self.tokens[i - 1] if i and not token.gap else None
        noun = before is not None and before.word in self._closed.articles - self._closed.helpers
        return not noun and token.word not in self._closed.links | self._closed.joints

    def _first_helper(self, i: int) -> int:
        while i and not self.tokens[i].gap and self.tokens[i - 1].word in self._closed.helpers:
            i -= 1
        return i

    def _subject(self, i: int, end: int | None = None) -> Phrase | None:
        """Read who does it at token `i` behind the verb: "Berg", "elle", "le maire de Kella, Anna Berg"."""
        own, tokens = self._closed, self.tokens
        end = min(i + _PHRASE, len(tokens) if end is None else end)
        while i + 1 < end and tokens[i].word in own.helpers - own.articles - own.he - own.she:
            i += 1
        if i >= end or tokens[i].gap.strip("-") or tokens[i].word[0] == QUOTE:
            return None
        if tokens[i].word in own.he | own.she:
            return Phrase(i, i + 1, ())
        j = i
        while j < end and (j == i or not tokens[j].gap) and tokens[j].word[0] != QUOTE:
            if tokens[j].name >= 0 and not self._hangs(j, i):
                return Phrase(i, j + 1, (tokens[j].name,))
            if tokens[j].word in own.joints and tokens[j].word not in own.articles:
                break
            j += 1
        head = next((k for k in range(i + 1, j) if tokens[k].word in own.links), j)
        if not (tokens[i].word in own.articles or offices.is_person(tokens[i].word)) or head == i + (
            tokens[i].word in own.articles
        ):
            return None
        if j < end and tokens[j].gap == "," and tokens[j].name >= 0:  # le maire de Kella, Anna Berg
            after = tokens[j + 1] if j + 1 < len(tokens) else None
            if after is None or after.gap:
                return Phrase(i, j + 1, (tokens[j].name,))
        return Phrase(i, min(head, i + 6), ())

    def _subject_before(self, verb: int, start: int, *, within: bool = False) -> Phrase | None:
        """Find who does it before the verb at token `verb`: in its clause, or (not `within`) in one before that."""
        own, tokens = self._closed, self.tokens
        verb = self._first_helper(verb)
        begin = next((k for k in range(verb, start, -1) if k < len(tokens) and tokens[k].gap), start)
        if begin == verb and verb > start and not within:
            begin = next((k for k in range(verb - 1, start, -1) if tokens[k].gap), start)
        for first, last in ((begin, verb), (start, begin)):
            for k in range(last - 1, first - 1, -1):
                if tokens[k].word in own.he | own.she and not self._hangs(k, first):
                    return Phrase(k, k + 1, ())
                if tokens[k].name >= 0 and not tokens[k].owns and not self._hangs(k, first):
                    return Phrase(k, k + 1, (tokens[k].name,))
            opens = next((k for k in range(first, min(first + 3, last - 1)) if tokens[k].word in own.articles), None)
            if opens is not None and tokens[opens + 1].word not in own.helpers and not self._hangs(opens, first):
                small = own.links | own.joints | own.helpers
                ends = next((k for k in range(opens + 2, last) if tokens[k].word in small), last)
                if self._is_apposition(opens, last):
                    return Phrase(opens - 1, opens, (tokens[opens - 1].name,))
                if first == begin:
                    return Phrase(opens, ends, ())
            if within:
                return None
        return None

    def _is_apposition(self, opens: int, last: int) -> bool:
        """Tell whether a noun phrase between commas tells who a name before it is: "Berg, el alcalde, dijo"."""
        before = self.tokens[opens - 1] if opens and self.tokens[opens].gap == "," else None
        ends = last < len(self.tokens) and self.tokens[last].gap == ","
        return before is not None and ends and before.name >= 0 and not before.owns and not self._hangs(opens - 1, 0)

    def _hangs(self, i: int, start: int) -> bool:
        """Tell whether a name hangs on a word before it: "la porte-parole de Berg", "an der Universität Kella"."""
        k = i - 1
        if k > start and " " not in self.tokens[i].word and self._is_body(k):
            k -= 1
        while k >= start and self.tokens[k].word in self._closed.articles:
            k -= 1
        return k >= start and self.tokens[k].word in self._closed.links

    def _is_body(self, i: int) -> bool:
        """Tell whether a word is a noun for a body, in German any with a capital: "la agencia | Vintra"."""
        token = self.tokens[i]
        noun = token.upper if self._language == "de" else offices.may_speak(self._language, token.word)
        return noun and token.name < 0 and not offices.is_role_in(self._language, token.word)

    def _start(self, quote: int) -> int:
        """Find where the sentence of a quotation begins."""
        for i in range(quote, max(0, quote - _REACH), -1):
            if self.tokens[i].gap[:1] in (".", ";", "!", "?") and (self.tokens[i].upper or i < quote):
                return i
        return max(0, quote - _REACH)

    def _end(self, i: int) -> int:
        ends = (k for k in range(i, len(self.tokens)) if self.tokens[k].gap[:1] in (".", ";") and self.tokens[k].upper)
        return next(ends, len(self.tokens))
