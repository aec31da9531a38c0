"""Who says what stands between quotation marks: the subject of the verb of saying that goes with it."""

from talkscli.language import grammar, offices
from talkscli.language.phrases import Phrase
from talkscli.language.speakers import Speakers
from talkscli.language.tokens import QUOTE

_NAMING = frozenset("called calling named titled dubbed".split())  # 'a plan called "New Start"'
_WITHIN = frozenset("when if because while since until unless whenever once".split())
_DENYING = frozenset("deny denies denied denying".split())
_BEFORE_SAID = grammar.AUXILIARIES - grammar.BE
_BEFORE_ING = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.SUBORDINATORS


class Sayers(Speakers):
    """Finds who says each quotation of a sentence."""

    def sayer(self, quote: int) -> tuple[Phrase, str] | None:
        """Find who says the quotation at token `quote`; None where no verb of saying goes with it."""
        behind = self._behind(quote)
        if behind and not self._says_next(quote, *behind):
            return behind
        within: tuple[Phrase, str] | None = None
        for v in range(quote - 1, max(-1, quote - 40), -1):
            following = self.tokens[v + 1]
            if following.gap[:1] in (".", ";", "!", "?") and (following.upper or following.word[0] == QUOTE):
                break
            if self.tokens[v].word[0] == QUOTE and (other := self._clause_between(v, quote)):
                if self.tokens[quote - 1].word == "as":  # "…", and Berg described it as "…"
                    return other
                break
            if self.tokens[v].word in _DENYING and self.tokens[quote - 1].word in grammar.BE:
                return None  # 'denied being "pushed"': others say it
            if not self.tokens[v].upper and grammar.is_speech(self.tokens[v].word):
                phrase = self._subject_before(v)
                if phrase and not (v == quote - 1 and self._names(v, phrase)):
                    if self._may_say(phrase) and (v == quote - 1 or not self._is_subordinate(phrase)):
                        return phrase, self.tokens[v].word
                    within = within or (phrase, self.tokens[v].word)
        if within:
            return within
        later = range(quote + 1, len(self.tokens))
        ends = next(
            (k for k in later if self.tokens[k].gap[:1] in (".", ";") and self.tokens[k].upper), len(self.tokens)
        )
        for k in range(quote + 2, ends):  # "…" is late, Berg said
            if self.tokens[k].gap == "," and not self._ends_late(k):
                found = self._speaks(k)
                if found:
                    return found
            elif self.tokens[k].gap == "," and grammar.inverts(self.tokens[k].word):  # says Berg, the mayor of Kella
                phrase = self.phrase(k + 1)
                if phrase and self._is_speaker(phrase):
                    return self.with_apposition(phrase), self.tokens[k].word
        return self._in_words() or self._introduced(quote)

    def _says_next(self, quote: int, phrase: Phrase, verb: str) -> bool:
        """Tell whether who stands behind a quotation says the one after it: '"…," the paper called them "…"'."""
        tokens = self.tokens
        following = next((k for k in range(quote + 1, len(tokens)) if tokens[k].word[0] == QUOTE), len(tokens))
        said = next((k for k in range(phrase.last, following) if tokens[k].word == verb), following)
        between = tokens[said + 1 : following + 1]
        return following < len(tokens) and len(between) > 1 and not any(token.gap for token in between)

    def _clause_between(self, earlier: int, quote: int) -> tuple[Phrase, str] | None:
        """Find the subject and the verb of a clause that begins between two quotations, if one does."""
        for v in range(quote - 1, earlier + 1, -1):
            if not self.tokens[v].upper and grammar.is_past(self.tokens[v].word):
                phrase = self._direct_subject(v)
                if phrase and phrase.first > earlier and phrase.names:
                    return phrase, self.tokens[v].word
        return None

    def _introduced(self, quote: int) -> tuple[Phrase, str] | None:
        """Read 'Berg uttered the words: "…"': a colon tells that somebody says what follows, whatever the verb."""
        if self.tokens[quote].gap != ":":
            return None
        for v in range(quote - 1, 0, -1):
            if not self.tokens[v].upper and grammar.is_past(self.tokens[v].word):
                phrase = self._direct_subject(v)
                if phrase:
                    return phrase, self.tokens[v].word
            if self.tokens[v].gap[:1] in (".", ";"):
                break
        return None

    def _may_say(self, phrase: Phrase) -> bool:
        """Tell whether a phrase may be somebody: not "the two-year" in "the two-year planned term"."""
        last = self.tokens[phrase.last - 1].word
        return "-" not in last or offices.is_person(last)

    def _is_subordinate(self, phrase: Phrase) -> bool:
        """Tell whether "when", "because" or the like opens the clause of a subject."""
        return phrase.first > 0 and self.tokens[phrase.first - 1].word in _WITHIN

    def _names(self, verb: int, phrase: Phrase) -> bool:
        """Tell whether the verb before a quotation only gives a name: 'a plan called "New Start"'."""
        before = self.tokens[phrase.first - 1].word if phrase.first else ""
        return self.tokens[verb].word in _NAMING and before not in ("which", "that", "what", "whom")

    def _subject_before(self, verb: int) -> Phrase | None:
        """Find the subject of the verb at token `verb`, looking back."""
        tokens, first = self.tokens, verb
        while first and (tokens[first - 1].word in _BEFORE_SAID or self.is_adverb(first - 1)):
            first -= 1
        before = tokens[first - 1].word if first else ""
        if before in grammar.BE or before in ("to", "by") or (before in grammar.ARTICLES and first == verb):
            return None  # "was called", "to say", "the calls"
        if tokens[verb].word.endswith("ing") and first == verb and not tokens[verb].gap and before not in _BEFORE_ING:
            names = (tokens[first - 1].name,) if first and not tokens[first - 1].owns else (-1,)
            return None if -1 in names else Phrase(first - 1, first, names)  # "with Berg warning", no "tough warning"
        if before == "who" and first > 1 and tokens[first - 2].name >= 0:
            return Phrase(first - 2, first - 1, (tokens[first - 2].name,))
        found = self._direct_subject(first, verb)
        if found or not (before in ("and", "but") or tokens[verb].word.endswith("ing") or tokens[first].gap == ","):
            return found
        other: Phrase | None = None
        for earlier in range(first - 1, 0, -1):  # "Berg welcomed it and said", "Berg left, saying"
            if not tokens[earlier].upper and tokens[earlier].name < 0 and self._is_finite(earlier):
                if tokens[earlier - 1].word == "which":
                    return other  # "a letter to the port, which tried to help by saying"
                found = self._direct_subject(earlier)
                if found and tokens[found.first - 1].word in _DENYING:
                    continue  # "the spokesman denied Berg left, saying"
                if found and (found.names or tokens[found.first].word in grammar.PRONOUNS):
                    return found
                other = other or found  # "Berg told them that work was late and said"
        return other

    def _is_finite(self, verb: int) -> bool:
        """Tell whether a token is a finite verb: "left", and "leaves" behind a name or pronoun."""
        word, before = self.tokens[verb].word, self.tokens[verb - 1]
        personal = (before.name >= 0 and not before.owns) or before.word in ("he", "she", "it", "who")
        return grammar.is_finite(word) or (personal and grammar.is_third_person(word))
