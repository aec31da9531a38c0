"""The clauses of a sentence: what stands before its subject, the subject, and who did it in the passive."""

from msgspec.structs import replace

from talkscli.language import grammar, offices
from talkscli.language.phrases import Phrase, Phrases

_DASHES = ("—", "–")
_BEFORE_WHICH = grammar.SUBORDINATORS - {"as"}  # not "after Berg said", but "as Berg said"


class Clauses(Phrases):
    """Finds whose deed a sentence tells, or a question asks for."""

    def asked(self) -> tuple[Phrase, str] | None:
        """Read "What did Berg say?", "When was Berg elected?": the subject stands after the auxiliary."""
        first = self.tokens[0].word
        if first not in grammar.INTERROGATIVES:
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
                return self.coordinated(Phrase(at + 1, at + 2, (named.name,))), self.tokens[at].word
        phrase = self.phrase(at + 1, asked=True)
        return (phrase, self.tokens[at].word) if phrase else None

    def skip_lead(self, i: int) -> int:
        """Pass over what stands before the subject: "But in 2014, after the vote, Berg …"."""
        tokens = self.tokens
        while i < len(tokens):
            word = tokens[i].word
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if tokens[i].name >= 0 or following is None:
                return i
            if word in grammar.CONJUNCTIONS or grammar.is_adverb(word) or word in ("overall", "today", "yesterday"):
                i += 1
            elif (
                word in grammar.PREPOSITIONS
                or word in grammar.SUBORDINATORS
                or word.endswith("ing")
                or (
                    i == 0
                    and grammar.is_participle(word)
                    and (following.word in grammar.PREPOSITIONS or following.word in grammar.SUBORDINATORS)
                )
            ):
                end = self._lead_end(i)
                if end is None:
                    return len(tokens)
                i = end
            elif i and self._is_aside(i):
                i = next((j for j in range(i + 1, len(tokens)) if "," in tokens[j].gap), len(tokens))
            elif (
                word in ("last", "this", "next", "earlier", "later")
                or grammar.is_time(word)
                or word in grammar.DETERMINERS
            ):
                time = self.time_end(i)
                if time == i:
                    return i
                i = time
            else:
                return i
        return i

    def _is_aside(self, i: int) -> bool:
        """Tell whether what stands before the subject goes on with ", first told by the paper,"."""
        tokens = self.tokens
        at = i + (tokens[i].word == "first" or grammar.is_adverb(tokens[i].word))
        told = at + 1 < len(tokens) and tokens[i].gap == "," and grammar.is_participle(tokens[at].word)
        return told and tokens[at + 1].word == "by"

    def _lead_end(self, i: int) -> int | None:
        """Find where a leading phrase or clause ends: at its comma, or behind "In 2014"."""
        tokens = self.tokens
        time = self.time_end(i + 1)
        if time > i + 1 and time < len(tokens) and (tokens[time].upper or tokens[time].word in grammar.DETERMINERS):
            return time
        told = tokens[i].word not in grammar.SUBORDINATORS or tokens[i].word in grammar.PREPOSITIONS
        dashes = 0
        for j in range(i + 1, len(tokens)):
            dashes += tokens[j].gap[:1] in _DASHES
            if dashes == 2 and tokens[j].gap[:1] in _DASHES and not self._verb_at(j):
                return j  # "After noon — an hour before Holm left — Berg came"
            if "," not in tokens[j].gap:
                if tokens[j].word in ("he", "she", "they", "it") and self._verb_at(j + 1) and told and j > i + 1:
                    return j  # "Speaking after the vote he said", not "when he spoke"
                speaks = tokens[j].name >= 0 and j + 1 < len(tokens) and grammar.is_speech(tokens[j + 1].word)
                if speaks and told and tokens[j - 1].word not in _BEFORE_WHICH:
                    return j  # "Asked about it Berg said"
                told = told or self._verb_at(j)
                continue
            place = tokens[j - 1].name >= 0 and tokens[j].name >= 0 and j + 1 < len(tokens) and "," in tokens[j + 1].gap
            if place or tokens[j].word in grammar.CONJUNCTIONS:
                continue  # "In Bergen, Norway, …", "With bread, butter, and salt, …"
            return j
        return None

    def _is_time(self, i: int) -> bool:
        """Tell whether token `i` says when: "Tuesday", "2014", "12" before or behind "May", not "240 members"."""
        word = self.tokens[i].word
        if not word[0].isdigit():
            return grammar.is_time(word)
        if len(word) == 4 and word.isdigit() and word[0] in "12":
            return True
        near = [self.tokens[k].word for k in (i - 1, i + 1) if 0 <= k < len(self.tokens)]
        return any(not other[0].isdigit() and grammar.is_time(other) for other in near)

    def _verb_at(self, i: int) -> bool:
        return i < len(self.tokens) and grammar.is_finite(self.tokens[i].word) and not self.tokens[i].upper

    def time_end(self, i: int) -> int:
        """Pass over "the spring of 2014", "Tuesday", "two days later"."""
        tokens, start, told = self.tokens, i, False
        while (
            i < len(tokens)
            and tokens[i].name < 0
            and (i == start or "," not in tokens[i].gap or tokens[i].word[0].isdigit())
        ):
            word = tokens[i].word
            if self._is_time(i):
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

    def clause(self, i: int) -> tuple[Phrase, str] | None:
        """Read the subject that begins at token `i`, with its verb; the agent where the verb is passive."""
        if i >= len(self.tokens):
            return None
        cleft = self._cleft(i)
        if cleft is not None:
            i = cleft
        phrase = self.phrase(i)
        verb = self.verb_after(phrase) if phrase else None
        if phrase is None or verb is None:
            return None
        if i > 2 and self.tokens[i].gap == "," == self.tokens[verb].gap and not phrase.names:
            last = self.tokens[i - 1].name  # "In a letter to Berg, the mayor, said he was late": who, is not told
            if (
                last >= 0
                and offices.is_person(self.tokens[phrase.last - 1].word)
                and self.is_addressee(Phrase(i - 1, i, (last,)))
            ):
                return None
        phrase = self.with_apposition(phrase)
        return self._agent(verb, phrase), self.tokens[verb].word

    def is_addressee(self, phrase: Phrase) -> bool:
        """Tell whether a name stands before the subject: "In a letter to Berg and Holm, the mayor, …"."""
        tokens = self.tokens
        i = next((k for k in range(phrase.first, phrase.last) if tokens[k].name == phrase.names[0]), 0)
        if i < 4 or tokens[0].word not in grammar.PREPOSITIONS:
            return False
        gap = next((k for k in range(1, i + 1) if "," in tokens[k].gap), i)
        first = next((k for k in range(3, gap) if tokens[k].name >= 0), gap)
        if first < gap or gap == i:
            told = first if first < gap else i
            if tokens[told - 1].word not in grammar.PREPOSITIONS or any(map(self._verb_at, range(1, told))):
                return False
            if told == i:
                return True
        elif first == gap:
            return False
        if tokens[i - 1].word != "and":
            return False
        between = tokens[gap + 1 : i - 1] if gap < i - 1 else ()
        if any(token.gap for token in between):
            return False
        relative = gap < i - 1 and tokens[gap].word == "who"
        plain = not any(map(self._verb_at, range(first + 1, i - 1)))
        return relative or (plain and (gap >= i - 1 or (tokens[i - 1].gap == "," and tokens[gap].name < 0)))

    def _cleft(self, i: int) -> int | None:
        """Find Berg in "It was Berg who …"."""
        words = [token.word for token in self.tokens[i : i + 2]]
        if len(words) < 2 or words[0] != "it" or words[1] not in grammar.BE:
            return None
        phrase = self.phrase(i + 2)
        after = self.tokens[phrase.last].word if phrase and phrase.last < len(self.tokens) else ""
        return i + 2 if phrase and phrase.names and after in ("who", "that") else None

    def _agent(self, verb: int, phrase: Phrase) -> Phrase:
        """Return who did it where the verb is passive ("was built by Berg"), else the subject."""
        tokens, k = self.tokens, verb
        while k < len(tokens) and (tokens[k].word in grammar.HELPING or self.is_adverb(k)):
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
                agent = self.phrase(m + 1)
                told = agent and (agent.names or tokens[m + 1].word in grammar.DETERMINERS)
                time = grammar.is_time(tokens[m + 1].word) or self.time_end(m + 1) > m + 1
                return replace(agent, patient=(phrase.first, phrase.last)) if agent and told and not time else phrase
        return phrase
