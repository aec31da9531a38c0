"""Who says what: quotations with their speaker, and claims with their attribution."""

import re
from collections.abc import Sequence

from msgspec import Struct, field

from talkscli.extract.cast import Mention
from talkscli.language import vocabulary
from talkscli.language.quotations import QUOTED

_RELATIVE = re.compile(r",\s(?:who|whose|whom)\s[^,“”\"]{1,120},")
_MARKS = re.compile('["“„«]')
_PRONOUNS = frozenset("he she his her er sie він вона".split())
_WORD = re.compile(r"[^\W\d_]+")
_PRONOUN = re.compile(r"\b(he|she|er|sie|він|вона)\b", re.IGNORECASE)
_SOURCED = frozenset("according laut zufolge словами даними".split())
_OFFICE = re.compile(
    r"\b(?:the|The)\s(?:[a-z-]+\s)?([a-z-]+)\s(?:[a-z]+ly\s|also\s|then\s|later\s|has\s|had\s)?(?:said|says|added|told|asked|wrote|remarked|replied|explained|noted|warned|recalled|called)\b"
)
_THE_SWEDE = re.compile(
    r"\b[Tt]he\s(?:[A-Z][a-z]+|\d\d-year-old)\s(?:said|says|added|told|remarked|replied|explained|noted|recalled)\b"
)
_OWNER = re.compile(r"\b(his|her)\b", re.IGNORECASE)
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Ll]aut|[Zz]ufolge|[Зз]а словами|[Зз]а даними)\s"
    r"((?:U\.S\.|[^,.;:()“”\"]){2,80}?)(?=,|\.(?:\s|$)|;|\sthat\s|\sin\s[12]|$)"
)
_GROUP = re.compile(
    r"(?:^|[,;]\s|[.!?]\s|that\s|but\s|and\s|while\s)((?:(?:the|a|an|some|many|most|several|senior|local|former|other|his|her|its|their)\s)?(?:[\w.’'-]+\s){0,3}?"
    r"(?:officials?|authorities|police|researchers?|scientists?|experts?|critics|residents|campaigners|organisers|organizers|historians?|analysts?|"
    r"economists?|engineers?|spokes(?:man|woman|person|people)|report|study|survey|ministry|council|government|company|agency|"
    r"court|committee|commission|board|university|union|authority|department|supporters|opponents|teachers|parents|witnesses|"
    r"aides|lawyers|prosecutors|doctors|sources|statement|supervisors?|inspectors?|auditors?|planners|environmentalists|scholars))\s"
    r"(?:(?:also|has|have|had|then|later|[a-z]+ly)\s)?([a-z]+)",
    re.IGNORECASE,
)
_ADVERBS = r"(?:(?:also|then|later|has|have|had|[a-z]+ly)\s){0,2}"
_UP_TO_VERB = re.compile(rf"(?:,[^,]{{1,60}},)?\s{_ADVERBS}")
_HE_BEFORE = re.compile(rf"\b(?:he|she)\s{_ADVERBS}$", re.IGNORECASE)
_AFTER_QUOTE = re.compile(r"[,”\"“»?!]\s*$")
_TITLE_CASE = re.compile(
    r"(?:[A-Z][\w’'-]*|of|the|and|a|in|to|for|on|&)(?:\s(?:[A-Z][\w’'-]*|of|the|and|a|in|to|for|on|&))*[.,]?"
)


class Quote(Struct, frozen=True):
    """Verbatim words, and the id of who said them."""

    words: str
    speaker: str | None


class People(Struct, frozen=True):
    """What is known of the persons of a document, by their ids."""

    names: dict[str, str]
    sexes: dict[str, str]
    roles: dict[str, str]


class Sentence(Struct, frozen=True):
    """A sentence as the rules of speech see it."""

    text: str
    bare: str
    """Its quotations, and what it says of somebody by the way, blanked out."""
    quoted: bool
    named: Sequence[Mention]
    """Who is named outside the quotations."""
    words: frozenset[str]
    """The words outside them, in lower case."""

    @staticmethod
    def of(text: str, mentions: Sequence[Mention]) -> "Sentence":
        """Take a sentence apart."""
        bare, named = text, mentions
        matches = list(QUOTED.finditer(text)) if _MARKS.search(text) else []
        if matches:
            bare = QUOTED.sub(lambda m: " " * len(m[0]), text)
            named = [m for m in mentions if not any(q.start() <= m.start < q.end() for q in matches)]
        if ", who" in bare:  # "Holm, who followed Reed, said": it is not Reed who spoke
            bare = _RELATIVE.sub(lambda m: " " * len(m[0]), bare)
            named = [m for m in named if bare[m.start] != " "]
        return Sentence(text, bare, bool(matches), named, frozenset(_WORD.findall(bare.lower())))


class Context(Struct):
    """Who "he" and "she" are at this point of a section, who spoke last, and who is named in what a fact may cite."""

    given: set[str] = field(default_factory=set)
    """Named by the headings."""
    here: set[str] = field(default_factory=set)
    """Named in this paragraph so far."""
    speaker: str | None = None
    """Who spoke last in this paragraph."""
    last: str | None = None
    """The person that the last sentence was about."""
    by_sex: dict[str, str] = field(default_factory=dict)

    def remember(self, persons: Sequence[str], people: People) -> None:
        """Take note of persons spoken of, the most important one last."""
        for person in persons:
            self.last = person
            for sex in people.sexes.get(person, "mf"):
                self.by_sex[sex] = person


def subject_of(said: Sentence, context: Context, people: People) -> str | None:
    """Give the id of the person that a sentence (without its quotations) is about: named, "he", or "the mayor"."""
    persons = [m for m in said.named if m.kind == "person"]
    pronoun = None
    if said.words & _PRONOUNS:
        pronoun = _PRONOUN.search(said.bare) or _OWNER.search(said.bare)
    if persons and (not pronoun or persons[0].start < pronoun.start() or not context.last):
        return persons[0].id
    if pronoun:
        return antecedent(pronoun[1], context, people.sexes)
    if not said.words & vocabulary.SPEECH:
        return None
    office = _OFFICE.search(said.bare)
    if office and vocabulary.is_role(office[1]):
        return next((i for i, role in people.roles.items() if office[1] in role.casefold()), context.last)
    return context.last if office or _THE_SWEDE.search(said.bare) else None


def antecedent(pronoun: str, context: Context, sexes: dict[str, str]) -> str | None:
    """Resolve "he" or "she": the person last spoken of, unless the given name says otherwise."""
    sex = "f" if pronoun.lower() in ("she", "her", "sie", "вона") else "m"
    if context.last is not None and sexes.get(context.last, "mf").find(sex) >= 0:
        return context.last
    return context.by_sex.get(sex)


def quotes(said: Sentence, subject: str | None, context: Context) -> list[Quote]:
    """Give the quotations in a sentence.

    Words in quotation marks are a quotation where somebody speaks in the sentence, where they make a sentence of their
    own, or where a person is what the sentence is about; a title ("The Long Way Home") or one word is none.
    """
    text, bare = said.text, said.bare
    if not said.quoted:
        return []
    found: list[Quote] = []
    spoken = [w for w in _WORD.finditer(bare) if w[0].lower() in vocabulary.SPEECH]
    alone = not any(map(str.isalpha, bare))
    for match in QUOTED.finditer(text):
        words = next(g for g in match.groups() if g).strip()
        if len(words.split()) < 2:
            continue
        whole = words[0].isupper() and words[-1] in ".!?,…" and len(words.split()) >= 3
        title = bool(_TITLE_CASE.fullmatch(words)) and not whole
        speaker = context.speaker if alone else _speaker(match, spoken, said.named, bare, subject)
        if title or not (whole or spoken or (alone and speaker) or (subject and speaker and words[0].islower())):
            continue
        context.speaker = speaker or context.speaker
        found.append(Quote(words.rstrip(",") if whole else words.rstrip(",."), speaker))
    return found


def _speaker(
    quote: re.Match[str], spoken: Sequence[re.Match[str]], outside: Sequence[Mention], bare: str, subject: str | None
) -> str | None:
    actors = [m for m in outside if m.kind in ("person", "organisation", "country") and not _adjective(bare, m)]
    if not spoken:
        return subject if any(m.id == subject for m in actors) or _PRONOUN.search(bare) or _OWNER.search(bare) else None
    verb = min(spoken, key=lambda w: min(abs(w.start() - quote.end()), abs(quote.start() - w.end())))
    following = bare[verb.end() : verb.end() + 60]
    after = [
        m
        for m in actors
        if 0 <= m.start - verb.end() <= 60
        and m.kind == "person"
        and not re.search(r"[.;]|,.*,|,\s(?:and|but|who)\b", bare[verb.end() : m.start])
    ]
    pronoun = re.search(r"\b(?:he|she)\s(?:\w+\s){0,2}$", bare[: verb.start()], re.IGNORECASE)
    if pronoun or re.match(r"\s(?:he|she)\b", following):
        return subject
    if after and quote.end() <= verb.start():  # “…,” said the mayor, Anna Berg
        return after[0].id
    earlier = [m for m in actors if m.end <= verb.start() and not _owner(bare, m)]
    clause = [m for m in earlier if not re.search(r"[.;]\s", bare[m.end : verb.start()])]
    people = [m for m in clause if m.kind == "person"]
    if people or clause:
        return (people or clause)[-1].id
    return subject or (after[0].id if after else None)


def _adjective(text: str, mention: Mention) -> bool:
    """Tell whether a country is meant by a word for its people ("Russian", "Swede"), who are no country that speaks."""
    entry = vocabulary.gazetteer().get(text[mention.start : mention.end])
    return entry is not None and text[mention.start : mention.end] in entry.demonyms


def _owner(text: str, mention: Mention) -> bool:
    return text[mention.end : mention.end + 2] in ("'s", "’s")


def attribution(said: Sentence, subject: str | None, names: dict[str, str], context: Context) -> str | None:
    """Say whose claim the sentence is: "according to X", "X said that …"; None where the source says it itself.

    Whom "he" means is only told where the paragraph or its headings name him.
    """
    text, bare = said.text, said.bare
    if said.words & _SOURCED:
        told = _ACCORDING.search(text)
        if told:
            return _trim(told[1])
    if not said.words & vocabulary.CLAIMS:
        return None
    group = _GROUP.search(bare)
    if group and group[2].lower() in vocabulary.CLAIMS:
        return _trim(group[1])
    actors = [m for m in said.named if m.kind in ("person", "organisation", "country") and not _adjective(bare, m)]
    for verb in (verb for verb in _WORD.finditer(bare) if verb[0].lower() in vocabulary.CLAIMS):
        lead = bare[: verb.start()]
        near = [m for m in actors if m.end <= verb.start()]
        if near and _UP_TO_VERB.fullmatch(bare[near[-1].end : verb.start()]):
            return names[near[-1].id]
        if (
            subject
            and subject in context.given | context.here
            and (_HE_BEFORE.search(lead) or _OFFICE.search(bare) or _THE_SWEDE.search(bare))
        ):
            return names.get(subject)
        behind = [m for m in said.named if m.kind == "person" and 0 <= m.start - verb.end() <= 40]
        if (
            behind
            and _AFTER_QUOTE.search(text[: verb.start()])
            and not re.search(r"[,.;]", bare[verb.end() : behind[0].start])
        ):
            return names[behind[0].id]
    return None


def _trim(phrase: str) -> str:
    return re.sub(r"^(?:the|a|an)\s", "", phrase.strip(), flags=re.IGNORECASE)
