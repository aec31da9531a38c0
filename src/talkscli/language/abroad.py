"""Who says what a sentence says in other languages than English: one way to read it, by the closed words of each.

Verbs of saying come from a table; behind a quotation with a comma any word is one before which nothing but helpers
stand, and behind which a name does. No parser: of the names around the verb the nearest counts that hangs on nothing
("dit Berg", "dit la porte-parole de Berg"). In doubt nobody says it.
"""

from talkscli.language.abroad_clauses import Clauses
from talkscli.language.phrases import Phrase
from talkscli.language.tokens import QUOTE

SAYS = "said"
"""Stands for each verb of saying."""
_FOR = frozenset(("para", "pour", "per"))  # means "according to" only where a clause begins with it
_IT_SAYS = frozenset("hieß heißt hiess heisst".split())
_INSERTED = 6  # tokens between commas
_PLACED = 8  # tokens behind "hieß es"
_NOUNS = 6  # tokens of a speaker without a name


class Abroad(Clauses):
    """Finds who is credited with words, or else whose deed a sentence tells."""

    def read(self) -> tuple[Phrase, str] | None:
        """Find the subject: whom the sentence credits with its words, else whose deed it tells."""
        if not self.tokens:
            return None
        quote = next((i for i, token in enumerate(self.tokens) if token.word[0] == QUOTE), None)
        told = self.sayer(quote) if quote is not None else None
        return told or self._accorded(len(self.tokens)) or self._claimed() or self._deed()

    def sayer(self, quote: int) -> tuple[Phrase, str] | None:
        """Find who says the quotation at token `quote`; None where no verb of saying goes with it."""
        phrase = (
            self._behind(quote)
            or self._led(quote)
            or self._before(quote)
            or self._later(quote + 1, self._end(quote + 1))
        )
        return (phrase, SAYS) if phrase else self._accorded(quote) or self._accorded(len(self.tokens), quote + 1)

    def leading(self) -> tuple[Phrase, str] | None:
        """Find who says what stands behind the sentence: 'Dazu sagte Berg, Sprecher der Bank:'."""
        for verb in range(len(self.tokens)):
            found = self._subject(verb + 1) if self._is_speech(verb) else None
            if found and found.names:
                return found, self.tokens[verb].word
        return None

    def within(self) -> tuple[Phrase, str] | None:
        """Find who says words among which that is told: "It is late, says Berg. We leave."."""
        phrase = self._later(1, len(self.tokens), inverted=True)
        return (phrase, SAYS) if phrase else None

    def _behind(self, quote: int) -> Phrase | None:
        """Read '"…", a dit Berg', '"…", sagte die Sprecherin': a verb, whichever it is, and who does it."""
        i = quote + 1
        if i >= len(self.tokens) or (self.tokens[i].gap[:1] == "." and "," not in self.tokens[i].gap):
            return None
        apart = self.tokens[i].gap != ""
        if self.tokens[i].word in _IT_SAYS and [token.word for token in self.tokens[i + 1 : i + 2]] == ["es"]:
            return self._named(i + 2)
        for k in range(i + 1, min(i + 3, len(self.tokens))):  # dit-elle, a-t-elle dit
            if self.tokens[k].gap.startswith("-") and self.tokens[k].word in self._closed.he | self._closed.she:
                return Phrase(k, k + 1, ())
        verb = self._verb(i, any_word=apart)
        if verb is not None:
            found = self._subject(verb + 1)
            if not found and apart and not any(t.word in self._closed.links for t in self.tokens[verb + 1 : verb + 2]):
                found = self._subject(verb + 2)  # a fait valoir Berg
            if found and (found.names or self._is_speech(verb) or self._stands_alone(found, linked=True)):
                return found
            if apart and (aside := self._aside(verb + 1)):
                return aside
            said = Phrase(verb, verb + 1, ())
            if self._closed.drops and apart and self._is_speech(verb) and (late := self._late(verb)):
                return late
            joined = verb + 1 < len(self.tokens) and self.tokens[verb + 1].word in self._closed.joints
            alone = self._stands_alone(said, linked=self._is_speech(verb)) or (joined and self._is_speech(verb))
            if self._closed.drops and apart and alone:
                return Phrase(verb, verb, ())  # any word: "…", remarcó.
        if not apart:
            return None
        found = self._subject(i)  # "…", Berg dijo
        return found if found and self._verb(found.last) is not None and self.tokens[found.last].gap == "" else None

    def _aside(self, i: int) -> Phrase | None:
        """Read who speaks behind what is put in between: '"…", lamenta, por su parte, Berg'."""
        tokens = self.tokens
        if i >= len(tokens) or tokens[i].gap != ",":
            return None
        ends = next((k for k in range(i + 1, min(i + _INSERTED, len(tokens))) if tokens[k].gap), None)
        if ends is None or tokens[ends].gap != "," or tokens[ends].name < 0:
            return None
        found = Phrase(ends, ends + 1, (tokens[ends].name,))
        return found if self._stands_alone(found) else None

    def _named(self, i: int) -> Phrase | None:
        """Read whose words they are behind "hieß es": "in der Mitteilung des Hafens", not "in Kella"."""
        ends = next((k for k in range(i, len(self.tokens)) if self.tokens[k].gap), len(self.tokens))
        names = [k for k in range(i, min(ends, i + _PLACED)) if self.tokens[k].name >= 0]
        noun = any(token.upper and token.name < 0 for token in self.tokens[i : names[0]]) if len(names) == 1 else False
        return Phrase(names[0], names[0] + 1, (self.tokens[names[0]].name,)) if noun else None

    def _late(self, verb: int) -> Phrase | None:
        """Read who speaks behind what is told of when and how: "dijo este lunes la alcaldesa"."""
        own, tokens = self._closed, self.tokens
        ends = next((k for k in range(verb + 1, len(tokens)) if tokens[k].gap), len(tokens))
        for k in range(verb + 2, ends - 1):
            if tokens[k].word in own.articles and tokens[k - 1].word not in own.links | own.articles | own.joints:
                return self._subject(k, ends)
        return None

    def _led(self, quote: int) -> Phrase | None:
        """Read 'Berg: "…"'."""
        if not self.tokens[quote].gap.endswith(":") or self._is_joint(quote - 1):
            return None
        at = quote - 1
        return Phrase(at, quote, (self.tokens[at].name,)) if at >= 0 and self.tokens[at].name >= 0 else None

    def _before(self, quote: int) -> Phrase | None:
        """Read 'Berg sonrió y dijo: "…"', 'Hier sagte Berg: "…"', by the verb of saying that stands nearest."""
        start = self._start(quote)
        for verb in range(quote - 1, start - 1, -1):
            if not self._is_speech(verb):
                continue
            first = self._first_helper(verb)
            turned = self._subject(verb + 1, quote)
            if turned and (turned.names and (self.tokens[first].gap or first == start)):
                return turned  # Ensuite, dit Berg, "…"
            found = self._subject_before(verb, start) or turned
            if found and turned and not (found.names or turned.names) and self._is_pronoun(verb + 1):
                return turned  # Ein Jahr später schrieb er: "…"
            if found:
                return found
        if not self.tokens[quote].gap.endswith(":") or self._is_joint(quote - 1):
            return None
        return self._subject_before(quote, start)

    def _is_joint(self, i: int) -> bool:
        """Tell whether a token joins what is said: "…" Oder: "…"."""
        return i >= 0 and self.tokens[i].word in self._closed.joints - self._closed.articles

    def _is_pronoun(self, i: int) -> bool:
        return self.tokens[i].word in self._closed.he | self._closed.she

    def _later(self, start: int, end: int, *, inverted: bool = False) -> Phrase | None:
        """Read '"…" is late, dit Berg': a verb of saying behind a comma, and who does it."""
        for i in range(start, end):
            gap, blanks = self.tokens[i].gap, self.tokens[i].start - self.tokens[i - 1].end
            if not (gap.endswith((",", "—", "–")) or (gap == "-" and blanks > 1 + len(gap))):
                continue
            verb = self._verb(i, any_word=False)
            found = self._subject(verb + 1) if verb is not None else None
            if found and (not inverted or self._stands_alone(found)):
                return found
        return None

    def _accorded(self, end: int, start: int = 0) -> tuple[Phrase, str] | None:
        """Read "selon Berg", "Berg zufolge", the last before token `end`."""
        own, tokens = self._closed, self.tokens
        for i in range(end - 1, start - 1, -1):
            if tokens[i].word in own.behind and i and tokens[i - 1].name >= 0:
                return Phrase(i - 1, i, (tokens[i - 1].name,)), SAYS
            for phrase in own.according:
                last = i + len(phrase)
                if last >= end or tuple(token.word for token in tokens[i:last]) != phrase:
                    continue
                opens = i == 0 or tokens[i].gap
                found = self._subject(last, end)
                if found and found.names and (opens or phrase[0] not in own.helpers | own.articles):
                    ends = self._stands_alone(found) or tokens[found.last].word[0] == QUOTE
                    if ends and (opens or len(phrase) > 1 or phrase[0] not in _FOR):
                        return found, SAYS
                elif (
                    found
                    and opens
                    and found.last < len(tokens)
                    and tokens[found.last].gap == ","
                    and phrase[0] not in _FOR
                ):
                    return found, SAYS  # Selon la maire, "…"
                elif opens and end == len(tokens) and phrase[0] not in _FOR and self._is_phrase(last, end):
                    return Phrase(last, end, ()), SAYS  # …, selon la police du port.
        return None

    def _is_phrase(self, start: int, end: int) -> bool:
        """Tell whether a few tokens with nothing between them are a noun phrase, by its article and all small words."""
        own, words = self._closed, [token.word for token in self.tokens[start:end]]
        apart = any(token.gap.strip("-") or token.word[0] == QUOTE for token in self.tokens[start + 1 : end])
        small = own.helpers - own.articles - own.links | own.joints - own.articles - own.links
        return 1 < len(words) <= _NOUNS and words[0] in own.articles and not apart and small.isdisjoint(words)

    def _claimed(self) -> tuple[Phrase, str] | None:
        """Read "Berg a dit que …", "…, teilte die Bank mit"."""
        tokens, own = self.tokens, self._closed
        for i, token in enumerate(tokens):
            if not self._is_speech(i):
                continue
            following = next((t for t in tokens[i + 1 : i + 4] if t.gap or t.word in own.that), None)
            if following is not None and (following.word in own.that or following.gap == ","):
                found = self._subject_before(i, 0, within=True)
                if found:
                    return found, SAYS
            first = self._first_helper(i)
            found = self._subject(i + 1) if tokens[first].gap == "," and token.name < 0 else None
            if found and (self._stands_alone(found) or len(tokens) - found.last < 8):
                return found, SAYS
        return None

    def _deed(self) -> tuple[Phrase, str] | None:
        """Read "Hier, le maire Berg a reçu …": a name that hangs on nothing, and the word behind it."""
        tokens, own = self.tokens, self._closed
        small = own.joints | own.links | own.that
        for i, token in enumerate(tokens[:-1]):
            if token.word[0] == QUOTE or token.word in own.joints - own.articles:
                break
            following = tokens[i + 1]
            if token.name < 0 or token.owns or following.gap or following.upper or following.word in small:
                continue
            begin = next((k for k in range(i, 0, -1) if tokens[k].gap), 0)
            if following.name < 0 and not any(t.word in own.links for t in tokens[begin:i]):
                return Phrase(i, i + 1, (token.name,)), following.word
        for i, token in enumerate(tokens):
            found = self._subject_before(i, 0) if self._is_speech(i) else None
            if found and found.names:
                return found, token.word  # Le maire Berg, qui …, parle de …
        return self._presented()

    def _presented(self) -> tuple[Phrase, str] | None:
        """Read "Berg, de la oficina del puerto, se alegra": whom a sentence begins with, a verb behind commas."""
        tokens, own = self.tokens, self._closed
        if len(tokens) < _INSERTED or tokens[0].name < 0 or tokens[0].owns or tokens[1].gap != ",":
            return None
        at = next((k for k in range(2, len(tokens)) if tokens[k].gap), len(tokens))
        while at < len(tokens) and tokens[at].word in own.helpers:
            at += 1
        plain = at < len(tokens) and not tokens[at].upper and tokens[at].name < 0 and tokens[at].word.isalpha()
        if not plain or tokens[at].word in own.links | own.joints | own.that | own.articles:
            return None
        return (
            (Phrase(0, 1, (tokens[0].name,)), tokens[at].word) if "," in (tokens[at].gap, tokens[at - 1].gap) else None
        )
