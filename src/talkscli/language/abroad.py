"""Who says what a sentence says in other languages than English: one way to read it, and the closed words of each.

Verbs of saying come from a table; behind a quotation with a comma any word is one before which nothing but helpers
stand, and behind which a name does. No parser: of the names around the verb the nearest counts that hangs on nothing
("dit Berg", "dit la porte-parole de Berg"). In doubt nobody says it.
"""

from functools import cache
from typing import NamedTuple

from talkscli.language import offices, tables
from talkscli.language.phrases import Phrase
from talkscli.language.tokens import QUOTE, Token

SAYS = "said"
"""Stands for each verb of saying."""
_REACH = 40  # tokens before a quotation
_PHRASE = 14  # tokens of a speaker


class Closed(NamedTuple):
    """The closed words of a language, in small letters."""

    articles: frozenset[str]
    links: frozenset[str]
    """Prepositions: what stands behind one hangs on something else."""
    joints: frozenset[str]
    """Conjunctions and relatives, which begin a clause."""
    that: frozenset[str]
    """What begins a reported clause."""
    helpers: frozenset[str]
    """Auxiliaries, pronouns of the object and adverbs that may stand between a subject and its verb."""
    he: frozenset[str]
    she: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    """Before who says it: "selon", "по словам"."""
    thus: frozenset[str]
    """Before who says it, where a verb might stand: "so Berg"."""
    behind: frozenset[str] = frozenset()
    """Behind who says it: "Berg zufolge"."""
    drops: bool = False
    """A verb needs no subject: "…", añadió."""


def _closed(*, according: str, drops: bool = False, **rows: str) -> Closed:
    phrases = tuple(tuple(phrase.split()) for phrase in according.split("|"))
    return Closed(according=phrases, drops=drops, **{name: frozenset(words.split()) for name, words in rows.items()})


_CLOSED = {
    "de": _closed(
        articles="der die das ein eine sein seine ihr ihre",
        links="den dem des einer eines einem einen von vom für bei beim mit nach zu zum zur aus in im an am auf um gegen über unter vor seit durch des gegenüber",
        joints="und oder aber doch denn weil wenn als während obwohl der die das welche welcher wo",
        that="dass daß ob wie",
        helpers="hat haben hatte hatten habe ist sei wird werde auch noch nun dann später zudem dabei sich ihm ihr ihnen es",
        he="er", she="sie", according="laut|nach angaben|nach worten|nach ansicht", thus="so", behind="zufolge",
    ),
    "es": _closed(
        articles="el la los las un una unos unas su sus",
        links="de del a al en por para con sin sobre entre contra hacia hasta desde según ante tras",
        joints="y e o pero que quien quienes cual donde cuando mientras porque si aunque",
        that="que si",
        helpers="ha han había habían he es era lo la le les se también ya luego además después no",
        he="él", she="ella", according="según|para|de acuerdo con|a juicio de", thus="", drops=True,
    ),
    "fr": _closed(
        articles="le la l' les un une son sa ses leur leurs ",
        links="de du des d' à au aux en par pour avec sans chez contre entre sur sous dans vers envers selon depuis",
        joints="et ou mais que qu' qui dont où quand lorsque lorsqu' car si comme",
        that="que qu' si",
        helpers="a ont avait avaient est était l' lui leur s' se y en n' ne pas aussi encore ainsi même ensuite déjà notamment",
        he="il", she="elle", according="selon|d' après|pour|aux yeux de", thus="",
    ),
    "it": _closed(
        articles="il lo la l' i gli le un uno una un' suo sua",
        links="di del dello della dell' dei degli delle d' a al allo alla all' ai agli alle da dal dallo dalla dall' dai dagli dalle in nel nello nella nell' nei negli nelle"
        " su sul sullo sulla sull' sui sugli sulle per con tra fra contro secondo",
        joints="e ed o ma che chi cui dove quando mentre perché se",
        that="che se",
        helpers="ha hanno aveva avevano è era l' lo la gli le si s' poi anche già inoltre ancora non",
        he="lui egli", she="lei ella", according="secondo|per|stando a", thus="", drops=True,
    ),
    "nl": _closed(
        articles="de het een zijn haar",
        links="van voor bij met naar uit in op aan over tegen door om onder tot volgens",
        joints="en of maar die dat wie waar toen als omdat terwijl",
        that="dat of",
        helpers="heeft hebben had hadden is werd ook nog dan later zich hem haar er",
        he="hij", she="zij ze", according="volgens", thus="aldus",
    ),
    "pt": _closed(
        articles="o a os as um uma seu sua",
        links="de do da dos das em no na nos nas por pelo pela para com sem sobre entre contra ao à aos às segundo",
        joints="e ou mas que quem onde quando enquanto porque se",
        that="que se",
        helpers="tem têm tinha havia foi é era se lhe também ainda depois já não",
        he="ele", she="ela", according="segundo|conforme|para|de acordo com", thus="", drops=True,
    ),
    "ru": _closed(
        articles="",
        links="в во на к ко с со о об от до из у за для при по под над между через перед без",
        joints="и а но или что который которая которые где когда если",
        that="что ли чтобы",
        helpers="также ещё еще уже потом затем тогда и не ему ей им себе",
        he="он", she="она", according="по словам|по мнению|по данным|по его словам", thus="",
    ),
    "uk": _closed(
        articles="",
        links="в у на до з із зі о об від для при по під над між через перед без за про",
        joints="і й та але або що який яка які де коли якщо",
        that="що чи щоб",
        helpers="також ще вже потім тоді не йому їй їм собі",
        he="він", she="вона", according="за словами|на думку|за даними", thus="",
    ),
}  # fmt: skip
LANGUAGES = frozenset(_CLOSED)
"""The codes of the languages that are read so."""
HE, SHE = (frozenset().union(*(getattr(closed, sex) for closed in _CLOSED.values())) for sex in ("he", "she"))
"""The words for "he" and for "she"."""
ARTICLES = frozenset().union(*(closed.articles for closed in _CLOSED.values()))


def closed(language: str) -> Closed:
    """Return the closed words of a language.

    Args:
        language: One of LANGUAGES.
    """
    return _CLOSED[language]


@cache
def speech(language: str) -> frozenset[str]:
    """Return the forms of a language's verbs of saying.

    Args:
        language: One of LANGUAGES.
    """
    rows = (line.split() for line in tables.read("speech").splitlines())
    return next((frozenset(words) for code, *words in rows if code == language), frozenset())


class Abroad:
    """Finds who is credited with words, or else whose deed a sentence tells."""

    def __init__(self, tokens: list[Token], language: str) -> None:
        self.tokens = tokens
        self._closed = _CLOSED[language]
        self._speech = speech(language) - self._closed.helpers

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
        for k in range(i + 1, min(i + 3, len(self.tokens))):  # dit-elle, a-t-elle dit
            if self.tokens[k].gap.startswith("-") and self.tokens[k].word in self._closed.he | self._closed.she:
                return Phrase(k, k + 1, ())
        verb = self._verb(i, any_word=apart)
        if verb is not None:
            found = self._subject(verb + 1) or (self._subject(verb + 2) if apart else None)  # a fait valoir Berg
            if found and (found.names or self._is_speech(verb) or self._stands_alone(found, linked=True)):
                return found
            if self._closed.drops and apart and self._is_speech(verb):
                return Phrase(verb, verb, ())
        if not apart:
            return None
        found = self._subject(i)  # "…", Berg dijo
        return found if found and self._verb(found.last) is not None and self.tokens[found.last].gap == "" else None

    def _stands_alone(self, phrase: Phrase, *, linked: bool = False) -> bool:
        """Tell whether a clause ends with a phrase, or (`linked`) a preposition follows it."""
        following = self.tokens[phrase.last] if phrase.last < len(self.tokens) else None
        return following is None or following.gap != "" or (linked and following.word in self._closed.links)

    def _led(self, quote: int) -> Phrase | None:
        """Read 'Berg: "…"'."""
        if not self.tokens[quote].gap.endswith(":"):
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
            if found:
                return found
        if not self.tokens[quote].gap.endswith(":"):
            return None
        return self._subject_before(quote, start)

    def _later(self, start: int, end: int, *, inverted: bool = False) -> Phrase | None:
        """Read '"…" is late, dit Berg': a verb of saying behind a comma, and who does it."""
        for i in range(start, end):
            if not self.tokens[i].gap.endswith((",", "—", "–")):
                continue
            verb = self._verb(i, any_word=False)
            found = self._subject(verb + 1) if verb is not None else None
            if found and (not inverted or self._stands_alone(found)):
                return found
        return None

    def _accorded(self, end: int, start: int = 0) -> tuple[Phrase, str] | None:
        """Read "selon Berg", "Berg zufolge", the last before token `end`."""
        closed, tokens = self._closed, self.tokens
        for i in range(end - 1, start - 1, -1):
            if tokens[i].word in closed.behind and i and tokens[i - 1].name >= 0:
                return Phrase(i - 1, i, (tokens[i - 1].name,)), SAYS
            for phrase in closed.according:
                last = i + len(phrase)
                if last >= end or tuple(token.word for token in tokens[i:last]) != phrase:
                    continue
                opens = i == 0 or tokens[i].gap
                found = self._subject(last, end)
                if found and found.names and (opens or phrase[0] not in closed.helpers | closed.articles):
                    ends = self._stands_alone(found) or tokens[found.last].word[0] == QUOTE
                    if ends and (opens or len(phrase) > 1 or phrase[0] not in ("para", "pour", "per")):
                        return found, SAYS
        return None

    def _claimed(self) -> tuple[Phrase, str] | None:
        """Read "Berg a dit que …", "…, teilte die Bank mit"."""
        tokens, closed = self.tokens, self._closed
        for i, token in enumerate(tokens):
            if not self._is_speech(i):
                continue
            following = next((t for t in tokens[i + 1 : i + 4] if t.gap or t.word in closed.that), None)
            if following is not None and (following.word in closed.that or following.gap == ","):
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
        tokens, closed = self.tokens, self._closed
        small = closed.joints | closed.links | closed.that
        for i, token in enumerate(tokens[:-1]):
            if token.word[0] == QUOTE or token.word in closed.joints - closed.articles:
                break
            following = tokens[i + 1]
            if token.name < 0 or token.owns or following.gap or following.upper or following.word in small:
                continue
            begin = next((k for k in range(i, 0, -1) if tokens[k].gap), 0)
            if following.name < 0 and not any(t.word in closed.links for t in tokens[begin:i]):
                return Phrase(i, i + 1, (token.name,)), following.word
        for i, token in enumerate(tokens):
            found = self._subject_before(i, 0) if self._is_speech(i) else None
            if found and found.names:
                return found, token.word  # Le maire Berg, qui …, parle de …
        return None

    def _verb(self, i: int, *, any_word: bool = False) -> int | None:
        """Find the verb that begins at token `i`, its helpers first: "a déclaré"; `any_word` may be one."""
        closed, tokens = self._closed, self.tokens
        k = i
        while k < len(tokens) and k < i + 4 and not self._is_speech(k) and tokens[k].word in closed.helpers:
            k += 1
        if k >= len(tokens) or (k > i and tokens[k].gap):
            return None
        if self._is_speech(k) or tokens[k].word in closed.thus:
            return k
        word = tokens[k].word
        plain = not tokens[k].upper and tokens[k].name < 0 and word.isalpha() and len(word) > 2
        small = word in closed.articles | closed.links | closed.joints | closed.he | closed.she
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
        closed, tokens = self._closed, self.tokens
        end = min(i + _PHRASE, len(tokens) if end is None else end)
        while i + 1 < end and tokens[i].word in closed.helpers - closed.articles - closed.he - closed.she:
            i += 1
        if i >= end or tokens[i].gap.strip("-") or tokens[i].word[0] == QUOTE:
            return None
        if tokens[i].word in closed.he | closed.she:
            return Phrase(i, i + 1, ())
        j = i
        while j < end and (j == i or not tokens[j].gap) and tokens[j].word[0] != QUOTE:
            if tokens[j].name >= 0 and not self._hangs(j, i):
                return Phrase(i, j + 1, (tokens[j].name,))
            if tokens[j].word in closed.joints and tokens[j].word not in closed.articles:
                break
            j += 1
        head = next((k for k in range(i + 1, j) if tokens[k].word in closed.links), j)
        if not (tokens[i].word in closed.articles or offices.is_person(tokens[i].word)) or head == i + (
            tokens[i].word in closed.articles
        ):
            return None
        if j < end and tokens[j].gap == "," and tokens[j].name >= 0:  # le maire de Kella, Anna Berg
            after = tokens[j + 1] if j + 1 < len(tokens) else None
            if after is None or after.gap:
                return Phrase(i, j + 1, (tokens[j].name,))
        return Phrase(i, min(head, i + 6), ())

    def _subject_before(self, verb: int, start: int, *, within: bool = False) -> Phrase | None:
        """Find who does it before the verb at token `verb`: in its clause, or (not `within`) in one before that."""
        closed, tokens = self._closed, self.tokens
        verb = self._first_helper(verb)
        begin = next((k for k in range(verb, start, -1) if k < len(tokens) and tokens[k].gap), start)
        if begin == verb and verb > start and not within:
            begin = next((k for k in range(verb - 1, start, -1) if tokens[k].gap), start)
        for first, last in ((begin, verb), (start, begin)):
            for k in range(last - 1, first - 1, -1):
                if tokens[k].word in closed.he | closed.she:
                    return Phrase(k, k + 1, ())
                if tokens[k].name >= 0 and not tokens[k].owns and not self._hangs(k, first):
                    return Phrase(k, k + 1, (tokens[k].name,))
            opens = next((k for k in range(first, min(first + 3, last - 1)) if tokens[k].word in closed.articles), None)
            if opens is not None and tokens[opens + 1].word not in closed.helpers and not self._hangs(opens, first):
                small = closed.links | closed.joints | closed.helpers
                ends = next((k for k in range(opens + 2, last) if tokens[k].word in small), last)
                if first == begin:
                    return Phrase(opens, ends, ())
            if within:
                return None
        return None

    def _hangs(self, i: int, start: int) -> bool:
        """Tell whether a name hangs on a word before it: "la porte-parole de Berg", "im Namen der Bank"."""
        k = i - 1
        while k >= start and self.tokens[k].word in self._closed.articles:
            k -= 1
        return k >= start and self.tokens[k].word in self._closed.links

    def _start(self, quote: int) -> int:
        """Find where the sentence of a quotation begins."""
        for i in range(quote, max(0, quote - _REACH), -1):
            if self.tokens[i].gap[:1] in (".", ";", "!", "?") and (self.tokens[i].upper or i < quote):
                return i
        return max(0, quote - _REACH)

    def _end(self, i: int) -> int:
        ends = (k for k in range(i, len(self.tokens)) if self.tokens[k].gap[:1] in (".", ";") and self.tokens[k].upper)
        return next(ends, len(self.tokens))
