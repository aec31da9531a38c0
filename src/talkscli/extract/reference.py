"""Whom a sentence is about where it does not say a name: "he", "the mayor", "the Swede"."""

import re
from collections.abc import Sequence

from talkscli.extract import doubts, persons
from talkscli.extract.cast import Mention
from talkscli.extract.context import Context, People, Subject
from talkscli.language import closed, grammar, offices, vocabulary
from talkscli.language.quotations import CLOSING
from talkscli.language.subjects import Clause

SHE, HE, IT = grammar.SHE | closed.SHE, grammar.HE | closed.HE, grammar.IT
_HE_SHE = HE | SHE
_PRONOUNS = _HE_SHE | IT | frozenset("they who i we you there this that these".split())
_HE, _SHE, _PERSONAL = (
    re.compile(rf"(?=[HhSs])\b(?:{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in sorted(words))})\b")
    for words in (grammar.HE, grammar.SHE, grammar.HE | grammar.SHE)
)
_DEFINITE = closed.ARTICLES | {"the"}
_LESSER = offices.LESSER | {"then", "shadow", "under"}
_SAID_LAST = re.compile(r"\s\w+(?:[.,;]|$)")
_BEHIND_NAME = re.compile(r"(?:,\s[^,“”\"]{1,120},)?\s(?:[a-z]+ly\s)?([^\W\d_]+)")
_VERB = re.compile(r"[^\W\d_]+")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
_WORDS = re.compile(r"\w+")
_IS = re.compile(r"\b(?:is|was)\s(?:M[rs]s?\s)?$")  # the director is Jan Vik
_OF = re.compile(r"\s(?:of|for|from|at|who|whose)\b")
_NAMED = re.compile(r"[A-Z][\w.’'-]+")
_SINGULAR = frozenset("is was has had".split())
PERFECT = re.compile(r"\b(?:has|have|had)\s([^\W\d_]+)(?:\s([^\W\d_]+))?")  # has also said
_WORD = 40  # characters before a name in which the word before it stands
_AGE = re.compile(r"\d\d-year-old", re.ASCII)


def subject_of(
    text: str, clause: Clause[Mention] | None, named: Sequence[Mention], context: Context, people: People
) -> Subject:
    """Say who the subject of a clause is: by its names, by the pronoun, by the office."""
    if clause is None:
        return Subject()
    phrase = text[clause.start : clause.end]
    word = phrase.lower()
    if word in _HE_SHE and _NAMED.match(text, clause.end + 1):  # He Luwen is called so
        return Subject()
    pronoun = word in _PRONOUNS
    speaks = grammar.is_speech(clause.verb)
    served = offices.is_person(word.rpartition(" ")[2])  # "Berg's lawyer left": not Berg
    spoken = speaks or _has_said(text, clause)
    owned = any(_owns(text, m, phrase) for m in clause.keys if spoken or (served and m.kind == "person"))
    ids = () if owned else tuple(m.id for m in clause.keys if not _stands_for_people(text, m))
    named_here = bool(ids)
    if not ids and not owned:
        before = [m for m in named if m.end <= clause.start]
        if _trails(text, clause) and not all(persons.speaks(text[m.end :]) for m in before):
            before = []
        alike = _HE if word in HE else _SHE  # "Her rival Jan Vik left; he said": she is not he
        fronted = len({m.id for m in before}) == 1 and not alike.search(text, 0, before[0].start)
        if word in _HE_SHE and fronted and doubts.may_act(text, before[0], clause.start):
            context.remember([before[0].id], people)
        who = None
        if speaks and word in _HE_SHE and not before:
            who = spoke_last(word, context, people.sexes)
        if who is None:
            who = _meant(word, context, people, speaks=speaks, bare=not _OF.match(text, clause.end))
            if word == "they" and not _WE.search(text):
                who = None
            if word in _HE_SHE and (who == context.doubted or doubts.is_another(text, clause, who, named, people)):
                who = None
            if word in _HE_SHE and context.language != "en" and doubts.is_open(text, clause, context.language):
                who = None
            if speaks and word in _HE_SHE and who in context.quoted:
                who = None  # nobody speaks of himself by his name
            if who and word in _HE_SHE and people.sexes.get(who) == "mf":
                people.sexes[who] = "f" if word in SHE else "m"  # is the other nowhere behind
        ids = (who,) if who else ()
    patient = text[slice(*clause.patient)] if clause.patient else phrase
    left_out = _VERB.match(text, clause.start) if ids and not phrase else None  # “…”, dijo.
    return Subject(
        ids,
        phrase,
        clause.start,
        left_out.end() if left_out else clause.end,
        clause.verb,
        patient,
        pronoun,
        resolved=bool(ids and (phrase or left_out)) and not named_here,
    )


def _has_said(text: str, clause: Clause[Mention]) -> bool:
    """Tell whether the verb is one of saying in the perfect: "Berg's lawyer has said"."""
    told = PERFECT.search(text, clause.end) if clause.verb in ("has", "have", "had") else None
    return told is not None and any(grammar.is_participle(v) and grammar.is_claim(v) for v in told.groups(""))


def _trails(text: str, clause: Clause[Mention]) -> bool:
    """Tell whether what is said stands before who says it: "Berg was late, he said" is not said by Berg."""
    lead = text[: clause.start].rstrip()
    if ":" in lead or not grammar.is_speech(clause.verb):
        return False
    if lead.split(" ", 1)[0].lower() in grammar.PREPOSITIONS | grammar.SUBORDINATORS:
        return False
    if lead.endswith(","):
        within = lead[:-1].rpartition(" ")[2].lower() in grammar.RELATIVES | grammar.CONJUNCTIONS  # "who, he says, is"
        return not within and _SAID_LAST.match(text, clause.end) is not None
    return lead.endswith(tuple(CLOSING))


def _meant(word: str, context: Context, people: People, *, speaks: bool, bare: bool) -> str | None:
    """Say whom a noun phrase without a name means; `bare`: nothing behind it says whose head or of what it is."""
    if word in _HE_SHE:
        return antecedent(word, context, people.sexes)
    if word == "it":
        return context.body if speaks else None
    if word == "they":  # a firm that has just spoken: “We did not,” they said
        return context.body if speaks and context.body in context.spoke and context.language == "en" else None
    words = word.split()
    if not words:
        acted = context.actor in context.spoke or context.actor == context.last
        who = context.actor if acted else context.last if context.last in context.spoke else None
        return None if who in context.quoted else who  # whom the verb leaves out: "…", añadió.
    if words[0] not in _DEFINITE or words[0] in doubts.NEW or words[0] == "das" or not speaks:  # das Schreiben
        return None
    entry = vocabulary.gazetteer().get(words[-1].title())
    if (entry is not None and words[-1].title() in entry.demonyms) or _AGE.fullmatch(words[-1]):
        return context.last  # the Frenchman, the 55-year-old
    if offices.is_role(words[-1]) or any(offices.is_role_in(context.language, other) for other in words[1:]):
        office = " ".join(words[1:])
        holders = [i for i, role in people.offices.items() if _is_office(office, role)]
        if len(holders) == 1:
            told = holders[0] in context.named and not _spoke_since(holders[0], context)
            return holders[0] if told else None  # who is named later is not meant yet
        if context.last in holders or (context.language != "en" and not holders and context.last in context.spoke):
            return context.last  # "el mandatario", as news in other languages vary what they call who spoke
        other = not bare or words[0] != "the" or words[-1].startswith("spokes")
        if context.language == "en" and not (holders or other or context.unnamed) and context.acts_still():
            return context.last  # "the striker": news calls whom it goes on about by what he is
    return None


def _spoke_since(holder: str, context: Context) -> bool:
    """Tell whether somebody else spoke since who holds an office was named, who may be called so in other languages."""
    spoke = context.speaker.speaker if context.speaker and context.language != "en" else None
    return spoke not in (None, holder) and context.seen.get(holder, 0) < context.said_in


def _is_office(office: str, role: str) -> bool:
    """Tell whether a role is the office, and not its deputy's or what it was before."""
    return (office in role or role in office) and not _LESSER & (set(role.split()) ^ set(office.split()))


def is_somebody(subject: Subject) -> bool:
    """Tell whether the subject is one person who is no entity, whom "he" behind it may mean: "a police officer"."""
    phrase = subject.phrase.split()
    if len(phrase) == 1 and grammar.is_speech(subject.verb) and phrase[0].istitle() and not subject.pronoun:
        return True  # "Early said"
    if 0 < len(phrase) < 4 and not subject.pronoun and subject.verb in _SINGULAR and all(map(_NAMED.fullmatch, phrase)):
        return len(phrase) > 1 or not vocabulary.is_ordinary(phrase[0].lower())
    return bool(phrase) and doubts.is_one(phrase[-1])


def antecedent(pronoun: str, context: Context, sexes: dict[str, str]) -> str | None:
    """Resolve "he" or "she": the person last spoken of, unless the given name says otherwise."""
    sex = "f" if pronoun in SHE else "m"
    if context.last is not None and sex in sexes.get(context.last, "mf"):
        return context.last
    other = context.by_sex.get(sex)
    return other if other is not None and sex in sexes.get(other, "mf") else None


def spoke_last(pronoun: str, context: Context, sexes: dict[str, str]) -> str | None:
    """Find who speaks on: who acted last and has spoken, where somebody else was named since, but did neither."""
    who, sex = context.actor, "f" if pronoun in SHE else "m"
    if who not in context.spoke or context.last is None or context.last in context.spoke:
        return None
    return who if who and sex in sexes.get(who, "") else None


def spoken_on(outside: str, named: Sequence[Mention], subject: Subject, context: Context, people: People) -> str | None:
    """Find who is spoken of before anybody else is, and so behind that, too: "His wife met Jan Vik. He …"."""
    if context.last is None and not context.by_sex:
        return None
    end = subject.end if is_somebody(subject) else named[0].start if named else len(outside)
    pronoun = _PERSONAL.search(outside, 0, end)
    return antecedent(pronoun[0].lower(), context, people.sexes) if pronoun else None


def centre(
    text: str,
    clause: Clause[Mention] | None,
    subject: Subject,
    named: Sequence[Mention],
    context: Context,
    people: People,
) -> list[str]:
    """Find who the sentences behind go on about: the persons of the subject, in the passive whom it was done to.

    Who did it ("beaten by Jonas Vik") is none of them where that was a person, or where somebody acted before and
    nothing is told of who did it.
    """
    found = [i for i in subject.ids if people.kinds.get(i) == "person"]
    owners = {m.id for m in named if text[m.end : m.end + 1] in ("'", "’")}
    if clause is None or clause.patient is None or owners.issuperset(found):
        return _who_acts(text, subject, named, owners) if found and owners.issuperset(found) else found
    start, end = clause.patient
    done_to = [m.id for m in named if start <= m.start and m.end == end]
    word = text[start:end].lower()
    if word in SHE | HE:
        done_to = [who] if (who := antecedent(word, context, people.sexes)) else []
    if done_to or context.actor is None or presented(text, found[0], people):
        return done_to or found
    return []


def _who_acts(text: str, subject: Subject, named: Sequence[Mention], owners: set[str]) -> list[str]:
    """Find who does something behind what somebody owns: "Berg's plans were so secret that Jan Vik did not know"."""
    acting = [m.id for m in named if m.start >= subject.end and m.id not in owners and acts(text, m)]
    return acting if len(set(acting)) == 1 else list(subject.ids)


def presented(text: str, person: str, people: People) -> bool:
    """Tell whether a sentence says what somebody is, as news does with whom it goes on about."""
    words = {word for word in people.roles.get(person, "").split() if offices.is_person(word)}
    return not words.isdisjoint(_WORDS.findall(text))


def is_doubtful(outside: str, mention: Mention, context: Context, people: People) -> bool:
    """Tell whether somebody is named only beside what others do, where "he" may as well mean who acted before."""
    actor = context.actor
    if acts(outside, mention) or actor in (None, mention.id) or presented(outside, mention.id, people):
        return False
    return not set(people.sexes.get(mention.id, "mf")).isdisjoint(people.sexes.get(actor or "", "mf"))


def acts(outside: str, mention: Mention) -> bool:
    """Tell whether somebody named does something, or is who the subject is: "It came as Berg left"."""
    if _IS.search(outside, 0, mention.start):
        return True
    verb = _BEHIND_NAME.match(outside, mention.end)
    before = outside[max(0, mention.start - _WORD) : mention.start].split()[-1:]
    if before and before[0].lower() in grammar.AUXILIARIES:
        return True  # nor does Berg see it
    placed = bool(before) and before[0] in grammar.PREPOSITIONS - grammar.SUBORDINATORS
    return verb is not None and not placed and grammar.is_finite(verb[1].lower())


def _stands_for_people(text: str, mention: Mention) -> bool:
    """Tell whether a country is meant by a word for its people ("the Swede"), who are no country that speaks."""
    name = text[mention.start : mention.end]
    entry = vocabulary.gazetteer().get(name)
    return entry is not None and name in entry.demonyms and not name.endswith("s")


def _owns(text: str, mention: Mention, phrase: str) -> bool:
    """Tell whether somebody is only the owner of who speaks: "Berg's party", "Norland's ambassador"."""
    owner = text[mention.end : mention.end + 1] in ("'", "’")
    return owner and (mention.kind == "person" or offices.is_person(phrase.split()[-1]))
