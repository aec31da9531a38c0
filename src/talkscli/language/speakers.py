"""Who says what a sentence says: the subject of a verb of saying, before or behind the words."""

import re
from functools import lru_cache

from talkscli.language import grammar, offices, verbs
from talkscli.language.clauses import Clauses
from talkscli.language.phrases import Phrase
from talkscli.language.tokens import QUOTE

_AGE = re.compile(r"\d\d?-year-old", re.ASCII)
_CITING = frozenset("quoted quotes cited cites".split())
_MAY_SPEAK = frozenset("the a an his her its their one another he she".split())
_CLAUSE_OPENERS = grammar.CONJUNCTIONS | grammar.SUBORDINATORS | grammar.RELATIVES | {"that"}


@lru_cache(20_000)
def _says(word: str) -> bool:
    """Tell whether a word is a verb of saying, be it a participle: "has written"."""
    return grammar.is_speech(word) or grammar.is_speech(verbs.past(verbs.base(word)))


class Speakers(Clauses):
    """Finds who is credited with words, or else whose deed a sentence tells."""

    def read(self) -> tuple[Phrase, str] | None:
        """Find the subject: whom the sentence credits with its words, else whose deed it tells."""
        if not self.tokens:
            return None
        return self.accorded() or self.said() or self.asked() or self.clause(self.skip_lead(0))

    def accorded(self) -> tuple[Phrase, str] | None:
        """Read "According to Berg, …" and "In Berg's words, …"."""
        owned = self._in_words()
        if owned:
            return owned
        words = [token.word for token in self.tokens[:2]]
        if words != ["according", "to"]:
            return None
        phrase = self.phrase(2)
        return (phrase, "says") if phrase else None

    def _in_words(self) -> tuple[Phrase, str] | None:
        """Read "in Berg's words", "in her words"."""
        for i, token in enumerate(self.tokens):
            if token.word != "words" or i < 2 or self.tokens[i - 2].word != "in":
                continue
            owner = self.tokens[i - 1]
            if owner.owns or owner.word in ("his", "her", "its", "their"):
                return Phrase(i - 1, i, (owner.name,) if owner.owns else ()), "says"
        return None

    def said(self) -> tuple[Phrase, str] | None:
        """Read '"…," said Berg' and '…, Berg said.'."""
        for i, token in enumerate(self.tokens):
            if token.word[0] == QUOTE:
                found = self._behind(i)
                if found:
                    return found
            elif token.gap != ",":
                continue
            elif grammar.inverts(token.word):
                named = self._direct_subject(i)
                if named and named.names:  # "Berg, head of the port, said the ship"
                    return named, token.word
                phrase = self.phrase(i + 1)
                if phrase and self._is_speaker(phrase):
                    return self.with_apposition(phrase), token.word
            elif i > 1 and not self._ends_late(i):
                found = self._speaks(i)
                if found:
                    return found
        return None

    def _behind(self, quote: int) -> tuple[Phrase, str] | None:
        """Read who says the quotation at token `quote` where that stands behind it: '"…," said Berg'."""
        i = quote + 1
        if i >= len(self.tokens) or self.tokens[i].gap[:1] == ".":
            return None
        if self.tokens[i].word == "by" and not self.tokens[i].gap:  # was called "…" by Berg
            told = self._done_by(quote)
            phrase = self.phrase(i + 1) if told else None
            return (phrase, told) if phrase and told else None
        if self._is_saying(i) or self._is_inverted(i):
            phrase = self.phrase(i + 1)
            return (self.with_apposition(phrase), self.tokens[i].word) if phrase and self._is_speaker(phrase) else None
        if not self.tokens[i].gap:
            return None
        return self._speaks(i + 1 if self.tokens[i].word in ("as", "so") else i) or self._closes(i)

    def _done_by(self, quote: int) -> str | None:
        """Find the participle before '"…" by Berg' that says the words, and not 'denied being "…" by Berg'."""
        for k in range(quote - 1, max(-1, quote - 4), -1):
            word = self.tokens[k].word
            if grammar.is_speech(word):
                return word
            if word in grammar.HELPING or word in grammar.PRONOUNS:
                return None
        return None

    def _is_inverted(self, i: int) -> bool:
        """Tell whether any verb stands between a quotation and a name, which says it: '"…," comments Berg'."""
        token, named = self.tokens[i], self.tokens[i + 1 : i + 2]
        verb = grammar.is_third_person(token.word) or grammar.is_past(token.word)
        return verb and token.gap[:1] == "," and not token.upper and any(t.name >= 0 and not t.owns for t in named)

    def _closes(self, i: int) -> tuple[Phrase, str] | None:
        """Read '"…," the office detailed.': whatever its verb, who stands there says so."""
        phrase = self.phrase(i) if self.tokens[i].gap[:1] == "," else None
        verb = self.verb_after(phrase) if phrase else None
        if phrase is None or verb != phrase.last or not grammar.is_past(self.tokens[verb].word):
            return None
        after = self.tokens[verb + 1] if verb + 1 < len(self.tokens) else None
        ends = after is None or after.gap[:1] in (".", ";") or (after.gap == "," and after.word.endswith("ing"))
        return (phrase, self.tokens[verb].word) if ends and not self.tokens[i].word.endswith("ing") else None

    def _speaks(self, i: int) -> tuple[Phrase, str] | None:
        """Read "Berg said", "Berg, the mayor, said" at token `i`."""
        phrase = self.phrase(i)
        verb = self.verb_after(phrase) if phrase else None
        if phrase is None or verb is None or not self._is_saying(verb):
            return None
        if not phrase.names and self.tokens[i].word.endswith("ing"):
            return None  # '"…", using the nets, Berg said'
        if self._is_state(phrase):
            return None  # "Berg, of Kella, Norland, who was there, said"
        if self._is_noun_behind(phrase, verb):
            return None  # "by letters, phone calls and meetings"
        if self.tokens[verb].word in _CITING:
            cited = self.phrase(verb + 1)
            if cited and [token.word for token in self.tokens[cited.last : cited.last + 2]] == ["as", "saying"]:
                phrase = cited  # "the Ferry quoted Berg as saying"
        quoted = i > 1 and self.tokens[i - 2].word[0] == QUOTE  # '"…," Berg, a clerk told them'
        return self.with_apposition(self._whose_role(phrase) if quoted else phrase), self.tokens[verb].word

    def _is_state(self, phrase: Phrase) -> bool:
        """Tell whether a name goes on with the place before its comma, and stands in an aside as that does."""
        i, tokens = phrase.first, self.tokens
        if i < 3 or phrase.last - i > 2 or tokens[i].gap != "," or tokens[i - 1].name < 0:
            return False
        if all(token.name < 0 for token in tokens[: i - 2]):
            return False
        placed = tokens[i - 2].word in ("in", "of", "from", "near", "at", "outside")
        return placed and phrase.last < len(tokens) and tokens[phrase.last].gap == ","

    def _is_noun_behind(self, phrase: Phrase, verb: int) -> bool:
        """Tell whether what may be a verb of saying is the noun of a phrase that tells of no person."""
        first, last = self.tokens[phrase.first], self.tokens[phrase.last - 1]
        told = phrase.names or first.upper or first.word in grammar.DETERMINERS | grammar.PRONOUNS
        return not (told or offices.is_person(last.word)) and grammar.is_third_person(self.tokens[verb].word)

    def _is_saying(self, verb: int) -> bool:
        """Tell whether the finite verb at token `verb` says something: "said", "has also said"."""
        while verb + 1 < len(self.tokens) and (
            self.tokens[verb].word in ("has", "have", "had", "later", "then") or self.is_adverb(verb)
        ):
            verb += 1
        following = [token.word for token in self.tokens[verb + 1 : verb + 3]]
        if len(following) == 2 and following[0] == "to" and following[1] in ("say", "tell", "call", "put"):
            return True  # "likes to say"
        return not self.tokens[verb].upper and _says(self.tokens[verb].word)

    def _direct_subject(self, verb: int, last: int | None = None) -> Phrase | None:
        """Find the phrase whose verb is token `verb`: the nearest that begins where a clause may begin.

        `last`: the verb ends there, where it is more than one word: "has also said", "strongly warned".
        """
        tokens = self.tokens
        verbs = range(verb, (verb if last is None else last) + 1)
        aside: Phrase | None = None
        for i in range(verb - 1, -1, -1):
            if tokens[i].gap[:1] in (".", ";") and tokens[i].upper:
                start = self.skip_lead(i)
            elif i == 0:
                start = self.skip_lead(0)
            elif tokens[i - 1].word in ("who", "which") and self._is_plain(i):
                continue  # "who chairs the port"
            elif tokens[i - 1].word == "that" and self._is_plain(i) and self._has_object(i):
                continue  # "the firm that runs the port, Holm Lines, says"
            elif self._goes_on(i, verb):
                continue
            elif tokens[i].gap or tokens[i - 1].word in _CLAUSE_OPENERS or self._opens_clause(i - 1):
                start = i
            else:
                continue
            phrase = self.phrase(start) if start < verb else None
            if phrase and self.verb_after(phrase) in verbs and not self._is_state(phrase):
                found = self._whose_role(self.with_apposition(phrase))
                if found.names and self.is_addressee(found):
                    return None
                ends_aside = start > 0 and tokens[verb].gap == "," and tokens[phrase.last].gap != ","
                if (found.names or not start or not tokens[verb].gap == tokens[start].gap == ",") and not ends_aside:
                    return found
                aside = aside or found  # "Berg, head of the port, said"
            if tokens[i].gap[:1] in (".", ";") and tokens[i].upper:
                break
        return aside

    def _goes_on(self, i: int, verb: int) -> bool:
        """Tell whether "and" joins token `i` to a name: "in Berg and Holm, says", "clerks in Berg and Holm say"."""
        tokens = self.tokens
        if i < 3 or tokens[i - 1].word != "and" or tokens[i].gap or tokens[i - 2].name < 0:
            return False
        placed = tokens[i].name >= 0 and tokens[i - 3].word in grammar.PREPOSITIONS
        return tokens[verb].gap == "," or (placed and not any(map(self._verb_at, range(i - 3))))

    def _has_object(self, i: int) -> bool:
        """Tell whether token `i` is a verb of the present with its object behind it: "runs the port"."""
        after = self.tokens[i + 1]
        return grammar.is_third_person(self.tokens[i].word) and (after.name >= 0 or after.word in grammar.DETERMINERS)

    def _is_plain(self, i: int) -> bool:
        """Tell whether token `i` opens no noun phrase: it is no name, and no word such as "the" or "he"."""
        token = self.tokens[i]
        return (
            not token.upper
            and token.name < 0
            and token.word not in grammar.DETERMINERS
            and token.word not in grammar.PRONOUNS
        )

    def _whose_role(self, phrase: Phrase) -> Phrase:
        """Return the name before the comma for what is told of it: "Berg, head of the port said", a comma forgotten."""
        tokens, i = self.tokens, phrase.first
        if i > 1 and tokens[i - 1].word == "and" and not tokens[i].gap:  # "Berg, mayor of Kella and critic said"
            named = (k for k in range(i - 2, max(0, i - 10), -1) if tokens[k].gap == "," and tokens[k - 1].name >= 0)
            told = tokens[(at := next(named, i)) : i - 1]
            roles = any(offices.is_person(t.word) for t in told) and not any(grammar.is_finite(t.word) for t in told)
            i = at if roles else i
        described = not phrase.names or tokens[phrase.first].word in ("a", "an")  # "Berg, a Vintra spokesman told"
        if not described or i == 0 or tokens[i].gap != "," or tokens[i - 1].name < 0 or tokens[i - 1].owns:
            return phrase
        beside = offices.is_person(tokens[phrase.last - 1].word) and not self._is_agent(i - 1)
        return Phrase(i - 1, i, (tokens[i - 1].name,)) if beside else phrase

    def _is_agent(self, i: int) -> bool:
        """Tell whether the name at token `i` is who something was done by: "first told by the Kella Post"."""
        before = [token.word for token in self.tokens[max(0, i - 2) : i]]
        return before[-1:] == ["by"] or (before[:1] == ["by"] and before[1] in grammar.ARTICLES)

    def _opens_clause(self, i: int) -> bool:
        return not self.tokens[i].upper and grammar.is_speech(self.tokens[i].word)

    def _is_speaker(self, phrase: Phrase) -> bool:
        """Tell whether the phrase behind "said" is who says it: "said Berg", not "said Berg was late"."""
        first = self.tokens[phrase.first]
        office = bool(phrase.names) and (offices.is_part(first.word) or offices.is_person(first.word))
        known = first.upper or office or first.word in _MAY_SPEAK or _AGE.fullmatch(first.word)
        if first.gap or not known:  # said police chief Berg, said 55-year-old Berg
            return False
        after = self.tokens[phrase.last] if phrase.last < len(self.tokens) else None
        return after is None or after.gap != "" or after.word in grammar.PREPOSITIONS or after.word in grammar.RELATIVES

    def _ends_late(self, i: int) -> bool:
        """Tell whether so much follows that this is no "…, Berg said on Monday"."""
        rest = self.tokens[i + 1 :]
        return len(rest) > 9 or any("," in token.gap or ":" in token.gap or token.word == "that" for token in rest)
