"""Who says what: quotations with their speaker, and claims with their attribution."""

import re
from collections.abc import Sequence

from msgspec import Struct, field

from talkscli.extract.cast import Mention
from talkscli.language import grammar, subjects, vocabulary
from talkscli.language.subjects import Clause, Saying

_ACCORDING = re.compile(
    r"""
    \b(?:[Aa]ccording\sto | [Ll]aut | [Zz]ufolge | [Зз]а\s(?:словами|даними))\s
    ((?:U\.S\. | [^,.;:()“”"]){2,80}?)          # According to the harbour police, …
    (?= , | \.(?:\s|$) | ; | \sthat\s | \sin\s[12] | $)
    """,
    re.VERBOSE,
)
_TITLE_CASE = re.compile(  # “The Long Way Home”
    r"""
    (?:[A-Z][\w’'-]* | of|the|and|a|in|to|for|on|&)
    (?:\s(?:[A-Z][\w’'-]* | of|the|and|a|in|to|for|on|&))*
    [.,]?
    """,
    re.VERBOSE,
)
_BEHIND_GROUP = re.compile(r"(?:\s(?:of|for|from|at|in|with)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,4})?")
_SHE = frozenset("she her sie вона".split())
_HE = frozenset("he his him er він".split())
_IT = frozenset("it its".split())
_OWNERS = _HE | _SHE | _IT | {"their", "our", "my", "your"}
_ARTICLE = re.compile(r"^(?:the|a|an)\s", re.IGNORECASE)
LEADING_OWNER = re.compile(r"(?:(?:But|And|Yet|So|However,|Then)\s)?(his|her)\s", re.IGNORECASE)
_PERSONAL = re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im|[Ss]he|[Hh]er)\b")
_AGE = re.compile(r"\d\d-year-old", re.ASCII)
SPEAKS = ("person", "organisation", "country")


class Quote(Struct, frozen=True):
    """Verbatim words, where they begin and end in the passage, and who said them."""

    words: str
    start: int
    end: int
    speaker: str | None
    """The id of an entity."""
    said_by: str | None
    """The passage's own words for a speaker who is not named: "A government official"."""


class People(Struct, frozen=True):
    """What is known of the persons of a document, by their ids."""

    names: dict[str, str]
    sexes: dict[str, str]
    roles: dict[str, str]
    kinds: dict[str, str | None]


class Subject(Struct, frozen=True):
    """Whose deed or words a sentence tells."""

    ids: tuple[str, ...] = ()
    phrase: str = ""
    """Its noun phrase, as it stands in the sentence."""
    start: int = 0
    end: int = 0
    verb: str = ""
    before: str = ""
    """The phrase before the verb: this one, or what was done in the passive."""
    pronoun: bool = False
    """It is "he", "she", "it", "they"."""
    resolved: bool = False
    """It does not name whom `ids` has: "he", "the foreign secretary"."""


class Context(Struct):
    """Who "he", "she" and "it" are at this point of a section, who spoke last, and who is named in reach."""

    speaker: Quote | None = None
    """Who spoke in the sentence before."""
    said_in: int = 0
    """The paragraph that tells who spoke."""
    goes_on: bool = False
    """The quotation of the sentence before has no end."""
    last: str | None = None
    """The person that the last sentence was about."""
    body: str | None = None
    """The organisation that was last the subject of a sentence."""
    by_sex: dict[str, str] = field(default_factory=dict)
    topic: str | None = None
    """The person that was the subject of the sentence before."""
    ends: bool = False
    """The sentence ends its paragraph."""
    spoke: set[str] = field(default_factory=set)
    """Who has said something in this section."""

    def remember(self, persons: Sequence[str], people: People) -> None:
        """Take note of persons spoken of, the most important one last."""
        for person in persons:
            self.last = person
            for sex in people.sexes.get(person, "mf"):
                self.by_sex[sex] = person

    def forget(self) -> None:
        """Leave open whom "he" and "she" mean: somebody without a name was spoken of."""
        self.last = None
        self.by_sex.clear()


class Reading(Struct, frozen=True):
    """What a passage tells by its grammar."""

    subject: Subject
    quotes: tuple[Quote, ...]
    attribution: str | None
    carried: bool = False
    """Who speaks is told by the passage before."""
    owner: str | None = None
    """Whom "his" or "her" means with which the passage begins."""


def read(text: str, mentions: Sequence[Mention], context: Context, people: People, *, goes_on: bool = False) -> Reading:
    """Read a passage: whom it is about, what it quotes, whose claim it is.

    Args:
        text: One sentence, or several within one quotation.
        mentions: The entities named in it.
        context: What the sentences before have told; who speaks here is noted in it.
        people: The persons of the document.
        goes_on: Its last quotation has no end.
    """
    names = [(m.start, m.end, m) for m in mentions]
    owns = LEADING_OWNER.match(text)
    owner = antecedent(owns[1].lower(), context, people.sexes) if owns else None
    clause, spoken_words = subjects.read(text, names)
    said = [saying for saying in spoken_words if saying.quotation.closed or goes_on]
    outside = _without(text, said)
    named = [m for m in mentions if m.kind == "person" and outside[m.start] != " "]
    subject = _subject(text, clause, named, context, people)
    quotes = _quotes(text, said, outside, named, context, people) if said else ()
    claimed = _attribution(text, outside, subject, people)
    spoken = quotes[-1] if quotes else None
    if spoken is None and clause is not None and grammar.is_speech(clause.verb):
        spoken = Quote("", 0, 0, _one(subject.ids, people), _phrase(text, subject))
    context.speaker = spoken if spoken and (spoken.speaker or spoken.said_by) else None
    context.goes_on = goes_on
    context.spoke.update(q.speaker for q in (*quotes, *([spoken] if spoken else [])) if q.speaker)
    if any(map(str.isalpha, outside)):
        went_on = None if subject.ids else _goes_on(outside, named, subject, context, people)
        context.remember([m.id for m in reversed(named)], people)
        if went_on:
            context.remember([went_on], people)
        if not subject.ids and not went_on and _is_somebody(subject):
            context.forget()
        persons = [i for i in subject.ids if people.kinds.get(i) == "person"]
        context.topic = persons[0] if len(persons) == 1 and not text.endswith(":") else None
        context.remember(persons[::-1], people)
        if not subject.pronoun:
            bodies = [i for i in subject.ids if people.kinds.get(i) == "organisation"]
            context.body = bodies[0] if len(bodies) == 1 else None
    return Reading(subject, quotes, claimed, carried=bool(said) and not any(map(str.isalpha, outside)), owner=owner)


def _without(text: str, said: Sequence[Saying[Mention]]) -> str:
    for saying in said:
        q = saying.quotation
        text = text[: q.start] + " " * (q.end - q.start) + text[q.end :]
    return text


def _subject(
    text: str, clause: Clause[Mention] | None, named: Sequence[Mention], context: Context, people: People
) -> Subject:
    """Say who the subject of a clause is: by its names, by the pronoun, by the office."""
    if clause is None:
        return Subject()
    phrase = text[clause.start : clause.end]
    word = phrase.lower()
    pronoun = word in _SHE | _HE | _IT or word in ("they", "who", "i", "we", "you", "there", "this", "that", "these")
    speaks = grammar.is_speech(clause.verb)
    owned = speaks and any(_owns(text, m) for m in clause.keys)
    ids = () if owned else tuple(m.id for m in clause.keys if not _stands_for_people(text, m))
    named_here = bool(ids)
    if not ids and not owned:
        before = {m.id for m in named if m.end <= clause.start}
        if word in _SHE | _HE and len(before) == 1:
            context.remember(list(before), people)
        who = _meant(word, context, people, speaks=speaks)
        ids = (who,) if who else ()
    patient = text[slice(*clause.patient)] if clause.patient else phrase
    return Subject(
        ids, phrase, clause.start, clause.end, clause.verb, patient, pronoun, resolved=bool(ids) and not named_here
    )


def _meant(word: str, context: Context, people: People, *, speaks: bool) -> str | None:
    """Say whom a noun phrase without a name means."""
    if word in _SHE | _HE:
        return antecedent(word, context, people.sexes)
    if word == "it":
        return context.body if speaks else None
    words = word.split()
    if words[0] not in ("the", "der", "die") or not speaks:
        return None
    if vocabulary.is_role(words[-1]):
        office = " ".join(words[1:])
        holders = [i for i, role in people.roles.items() if office in role.casefold() or role.casefold() in office]
        if len(holders) == 1:
            return holders[0]
        held = [i for i in holders if i == context.last]
        return held[0] if held else None
    entry = vocabulary.gazetteer().get(words[-1].title())
    foreign = entry is not None and words[-1].title() in entry.demonyms
    return context.last if foreign or _AGE.fullmatch(words[-1]) else None


def _is_somebody(subject: Subject) -> bool:
    """Tell whether the subject is one person without a name, whom "he" behind it may mean: "a police officer"."""
    phrase = subject.phrase.split()
    return bool(phrase) and vocabulary.is_person(phrase[-1]) and not phrase[-1].endswith("s")


def antecedent(pronoun: str, context: Context, sexes: dict[str, str]) -> str | None:
    """Resolve "he" or "she": the person last spoken of, unless the given name says otherwise."""
    sex = "f" if pronoun in _SHE else "m"
    if context.last is not None and sex in sexes.get(context.last, "mf"):
        return context.last
    return context.by_sex.get(sex)


def _goes_on(outside: str, named: Sequence[Mention], subject: Subject, context: Context, people: People) -> str | None:
    """Find who is spoken of before anybody else is, and so behind that, too: "His wife met Jan Vik. He …"."""
    end = subject.end if _is_somebody(subject) else named[0].start if named else len(outside)
    pronoun = _PERSONAL.search(outside, 0, end)
    return antecedent(pronoun[0].lower(), context, people.sexes) if pronoun else None


def _stands_for_people(text: str, mention: Mention) -> bool:
    """Tell whether a country is meant by a word for its people ("the Swede"), who are no country that speaks."""
    name = text[mention.start : mention.end]
    entry = vocabulary.gazetteer().get(name)
    return entry is not None and name in entry.demonyms and not name.endswith("s")


def _owns(text: str, mention: Mention) -> bool:
    """Tell whether a person is only the owner of who speaks: "Berg's spokesman"."""
    return mention.kind == "person" and text[mention.end : mention.end + 1] in ("'", "’")


def _quotes(
    text: str,
    said: Sequence[Saying[Mention]],
    outside: str,
    named: Sequence[Mention],
    context: Context,
    people: People,
) -> tuple[Quote, ...]:
    """Choose of the words in quotation marks those that somebody says; a title or one word alone is no quotation."""
    alone = not any(map(str.isalpha, outside))
    found: list[Quote] = []
    carried = context.speaker
    for saying in said:
        quotation = saying.quotation
        words = quotation.words
        whole = words[0].isupper() and words[-1] in ".!?,…" and len(words.split()) >= 3
        speaker = said_by = None
        if saying.clause is not None:
            subject = _subject(text, saying.clause, named, context, people)
            speaker, said_by = _one(subject.ids, people), _phrase(text, subject)
        elif (alone or found) and carried:  # speaking on
            speaker, said_by = carried.speaker, carried.said_by
        elif not (alone and whole):
            continue
        elif context.topic in context.spoke and (context.ends or words[-1] == "."):  # not “Why?” Berg asked
            speaker = context.topic
        start = text.find(words, quotation.start)
        quote = Quote(words.rstrip(",") if whole else words.rstrip(",."), start, start + len(words), speaker, said_by)
        if speaker or said_by:
            carried = quote
        if len(words.split()) < 2 or (_TITLE_CASE.fullmatch(words) and not whole):
            continue
        found.append(quote)
    return tuple(found)


def _one(ids: Sequence[str], people: People) -> str | None:
    return ids[0] if len(ids) == 1 and people.kinds.get(ids[0]) in SPEAKS else None


def _phrase(text: str, subject: Subject) -> str | None:
    """Return the words for a speaker who is no entity: "a government official"."""
    first = subject.phrase.partition(" ")[0].lower()
    if subject.ids or subject.pronoun or not first or first[0] == "\0" or first in _OWNERS:
        return None
    more = _BEHIND_GROUP.match(text, subject.end)
    phrase = _ARTICLE.sub("", subject.phrase + (more[0] if more else ""))
    return phrase if 2 < len(phrase) <= 80 else None


def _attribution(text: str, outside: str, subject: Subject, people: People) -> str | None:
    """Say whose claim a passage is: "according to X", "X said that …"; None where the source says it itself."""
    told = _ACCORDING.search(text)
    if told:
        return _ARTICLE.sub("", told[1].strip())
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", outside)}
    if subject.verb not in vocabulary.CLAIMS and not (
        subject.verb in ("has", "have", "had") and words & vocabulary.CLAIMS
    ):
        return None
    if len(subject.ids) == 1 and subject.ids[0] in people.names:
        return people.names[subject.ids[0]]
    return _phrase(text, subject)
