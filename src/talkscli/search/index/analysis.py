"""Analyse the facts of a store, one after the other, and count over them what the index needs."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from talkscli.language.calendar import SHORT
from talkscli.language.interrogatives import apart, opening_kinds
from talkscli.language.lexicon import Lexicon, find_spans, longest
from talkscli.language.offices import ABBREVIATED
from talkscli.language.tongues import shared
from talkscli.language.words import words
from talkscli.search.index.bm25 import idf
from talkscli.search.index.doc import Doc, Passages
from talkscli.search.index.held import holds
from talkscli.search.index.stemmed import Stems, Tokens
from talkscli.search.question.answer_types import asks
from talkscli.store.merge import Progress
from talkscli.store.model import Fact, Store

SIGNED = frozenset("age duration money number percentage words".split())
"""What a bare sentence tells by how it is written, and not by the word for it."""
SIGNED_ABROAD = frozenset(("money", "phone", "mail"))
"""What a fact in another language than English tells so, be it asked for that or not: synonyms are not known there."""
SOUGHT = frozenset(("?cost", "?opens-where", "?opens-duration", "?money", "?phone", "?mail"))
"""What a noun asks for in other languages than English, as tokens by which facts are found."""
NAMESAKES = 50  # entities that a name may mean; of more, the first so many
_CUT = sorted({*ABBREVIATED, *SHORT} - {"may"}, key=len)
_NOT_CUT = "".join(rf"(?<!\b{word}\.)" for word in map(re.escape, _CUT))
_SENTENCE_END = re.compile(rf"(?<=[.!?…])(?<!\b[A-Z]\.)(?i:{_NOT_CUT})[\"”’)\]]*\s+(?=[\"“‘(\[]*[^\W_a-z])|\n+")
"""Not behind an initial, nor "Mr." and "Dec." """


class Analyser:
    """Analyses facts one after the other, and counts words as it goes."""

    def __init__(self, store: Store) -> None:
        self.tongue = shared(source.language for source in store.sources)
        self.lexicon = Lexicon(store.synonyms, self.tongue)
        self.df: Counter[str] = Counter()
        """Token -> how many facts say it."""
        self.places: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        """Token -> the facts that say it or have it in their context."""
        self.sizes = bytearray()
        """How many tokens of `places` each fact has, 255 at most."""
        self.vocabulary: set[str] = set()
        self.aliases: list[tuple[str, int, str, str]] = []
        self._stem = Stems(self.tongue)
        self._number: dict[str, str] = {}
        self._kind: dict[str, str] = {}
        self._role: dict[str, list[str]] = {}
        """Token of a person -> the words of the role."""
        names: dict[str, list[str]] = {}
        for n, entity in enumerate(store.entities):
            self._number[entity.id], self._kind[entity.id] = f"@{n}", entity.kind or "name"
            if entity.kind == "person" and entity.role:
                self._role[f"@{n}"] = words(entity.role)
            for alias in dict.fromkeys(entity.names):
                folded = words(alias)
                key = " ".join([self._stem[word] for word in folded])
                known = names.setdefault(key, [])
                if key and len(known) < NAMESAKES and f"@{n}" not in known:
                    known.append(f"@{n}")
                    self.aliases.append((key, n, alias, "".join(folded)))
                    self.vocabulary.update(folded)
        self._spans = {key: [token] for key, token in self.lexicon.phrases.items()} | names
        self.longest = longest(self._spans)
        """Of the phrases and names that begin with a stem, how many words the longest has."""
        self._token = Tokens(self._stem, self.longest, self.tongue)
        self._around: dict[tuple[str | None, ...], list[str]] = {}

    def rows(self, facts: Sequence[Fact], progress: Progress | None) -> Iterator[tuple[int, bytes, bytes, bytes]]:
        """Analyse facts, and give of each its place, its analysed form, itself, and its texts as tokens."""
        as_json, pack = msgspec.json.Encoder().encode, msgspec.msgpack.Encoder(order="deterministic").encode
        before: tuple[object, bytes, bytes, Doc] | None = None
        for n, fact in enumerate(facts):
            doc, passages = self._analyse(fact)
            cited = fact.citation
            place = (cited.source, cited.section, cited.paragraph) if cited else None
            if before:
                neighbour = before[3]
                if place and place == before[0] and not doc.asked:  # the sentences around a bare sentence
                    doc.context |= frozenset(_content(neighbour.answer))
                    neighbour.context |= frozenset(_content(doc.answer))
                yield n - 1, pack(self._count(n - 1, neighbour)), *before[1:3]
            before = place, as_json(fact), pack(passages), doc
            if progress and n % 1000 == 999:
                progress(n + 1, len(facts))
        if before:
            yield n, pack(self._count(n, before[3])), *before[1:3]
        for token in [token for token in self.df if token[0] == "?" and token not in SOUGHT]:
            del self.df[token]

    def _analyse(self, fact: Fact) -> tuple[Doc, Passages]:
        said = fact.answer if not fact.quote or fact.quote in fact.answer else f"{fact.answer} {fact.quote}"
        parts: set[str] = set()
        texts: list[str] = []
        asked: dict[str, list[int]] = {}
        questions: list[list[str]] = []
        for text in filter(None, dict.fromkeys((fact.question, *fact.phrasings))):
            folded = words(apart(text, self.tongue.code))
            questions.append(self._tokens(folded, parts))
            for part in _halves(folded):
                if self.tongue.function.issuperset(part):  # "what is this about": but the whole can be looked up
                    questions[-1].append("#" + " ".join(part))
            for token in {*questions[-1], "?" + asks(text, folded, self.tongue, questions[-1])}:
                asked.setdefault(token, []).append(len(texts))
            if not self.tongue.english:
                for kind in opening_kinds(text, (self.tongue.code,)):
                    asked.setdefault(f"?opens-{kind}", []).append(len(texts))
            texts.append(" ".join(folded))
            self.vocabulary.update(folded)
        told = [words(sentence) for sentence in _SENTENCE_END.split(said)]
        sentences = [self._tokens(folded, parts) for folded in told]
        entities = [*fact.about, fact.speaker] if fact.speaker else fact.about
        names = [self._number[i] for i in entities]
        kinds = {self._kind[i] for i in entities}
        for folded, tokens in zip(told, sentences, strict=True):
            for name in self._introduced(names, folded, tokens):
                tokens.insert(tokens.index(name) + 1, f"role{name}")
                kinds.add(f"role{name}")
        answer = frozenset(chain.from_iterable(sentences))
        folded = list(chain.from_iterable(told))
        self.vocabulary.update(folded)
        self.df.update(parts.union(answer, asked))
        context = parts.union(self._context(fact), names)
        kinds |= holds(fact, said, folded, answer, self.tongue)
        if "?role" in asked:
            kinds |= {f"role{token}" for token in chain.from_iterable(questions) if token[0] == "@"}
        if not self.tongue.english:
            signs = {f"?{kind}" for kind in kinds & SIGNED_ABROAD}
            answer |= signs
            self.df.update(signs)
        if not asked:
            answer |= {f"?{kind}" for kind in kinds & SIGNED}
        texts = texts or [" ".join(folded)]
        return Doc(asked, answer, texts, frozenset(context), frozenset(kinds)), Passages(sentences, questions)

    def _introduced(self, names: Iterable[str], folded: Sequence[str], tokens: Sequence[str]) -> list[str]:
        """Return those of the names whose role a sentence tells."""
        roles = [(name, self._role[name]) for name in dict.fromkeys(names) if name in self._role]
        return [name for name, role in roles if name in tokens and set(role).issubset(folded)]

    def _tokens(self, folded: list[str], parts: set[str]) -> list[str]:
        """Return the tokens of folded words; the words inside of names and phrases are added to `parts`."""
        tokens = list(map(self._token.__getitem__, folded))
        if not self._token.first.isdisjoint(folded):
            stemmed = list(map(self._stem.__getitem__, folded))
            whole: list[str] = []
            end = 0
            for at, size, found in find_spans(folded, stemmed, self._spans, self.longest, self.tongue.function):
                parts.update(_content(tokens[at : at + size]))
                whole += tokens[end:at]
                whole += found
                end = at + size
            tokens = whole + tokens[end:]
        return tokens

    def _context(self, fact: Fact) -> list[str]:
        section = fact.citation.section if fact.citation else None
        around = (section, fact.attribution, *fact.topics)
        if around not in self._around:
            text = " . ".join([part for part in around if part])
            self._around[around] = _content(self._tokens(words(text), set()))
        return self._around[around]

    def _count(self, n: int, doc: Doc) -> Doc:
        """Note where the tokens of a fact stand."""
        told = doc.context.union(doc.answer, doc.asked)
        tokens = [token for token in told if token[0] not in "=?"]
        if not self.tongue.english:
            tokens += SOUGHT & told
        self.sizes.append(min(len(tokens), 255))
        for rows in map(self.places.__getitem__, tokens):
            rows.append(n)
        return doc

    def weights(self, total: int) -> dict[str, float]:
        """Return the weight of each token."""
        return {token: idf(total, df) for token, df in self.df.items()}

    def tokens(self) -> Iterator[tuple[str, int, bytes]]:
        """Yield each token, how many facts say it, and where it stands."""
        for token in sorted(self.df.keys() | self.places.keys()):
            yield token, self.df[token], bytes(self.places.get(token, b""))

    def alike(self) -> Iterator[tuple[str, int, str]]:
        """Yield the vocabulary by first letter and length, as spelling is looked up."""
        groups: dict[tuple[str, int], list[str]] = {}
        for word in sorted(self.vocabulary):
            groups.setdefault((word[0], len(word)), []).append(word)
        for (first, size), group in groups.items():
            yield first, size, " ".join(group)


def _halves(folded: list[str]) -> list[list[str]]:
    """The words of a question, or those of each of two: "how do I get there and where do I park"."""
    at = folded.index("and") if "and" in folded else 0
    return [folded, folded[:at], folded[at + 1 :]] if at > 1 and len(folded) > at + 2 else [folded]


def _content(tokens: Iterable[str]) -> list[str]:
    """Those of the tokens that are no function words and no kind of question."""
    return [token for token in tokens if token[0] not in "=?"]
