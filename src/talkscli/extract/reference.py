"""Whom a sentence is about where it does not say a name: "he", "the mayor", "the Swede"."""

import re
from collections.abc import Sequence

from talkscli.extract.cast import Mention
from talkscli.extract.context import Context, People, Subject
from talkscli.language import grammar, offices, vocabulary
from talkscli.language.subjects import Clause

SHE, HE, IT = grammar.SHE | {"sie", "вона"}, grammar.HE | {"er", "він"}, grammar.IT
_HE_SHE = HE | SHE
_HE, _SHE, _PERSONAL = (
    re.compile(rf"(?=[HhSs])\b(?:{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in sorted(words))})\b")
    for words in (grammar.HE, grammar.SHE, grammar.HE | grammar.SHE)
)
_LESSER = offices.LESSER | {"then", "shadow", "under"}
_AGE = re.compile(r"\d\d-year-old", re.ASCII)


def subject_of(
    text: str, clause: Clause[Mention] | None, named: Sequence[Mention], context: Context, people: People
) -> Subject:
    """Say who the subject of a clause is: by its names, by the pronoun, by the office."""
    if clause is None:
        return Subject()
    phrase = text[clause.start : clause.end]
    word = phrase.lower()
    pronoun = (
        word in _HE_SHE or word in IT or word in ("they", "who", "i", "we", "you", "there", "this", "that", "these")
    )
    speaks = grammar.is_speech(clause.verb)
    owned = speaks and any(_owns(text, m, phrase) for m in clause.keys)
    ids = () if owned else tuple(m.id for m in clause.keys if not _stands_for_people(text, m))
    named_here = bool(ids)
    if not ids and not owned:
        before = [m for m in named if m.end <= clause.start]
        alike = _HE if word in HE else _SHE  # "Her rival Jan Vik left; he said": she is not he
        if word in _HE_SHE and len({m.id for m in before}) == 1 and not alike.search(text, 0, before[0].start):
            context.remember([before[0].id], people)
        who = spoke_last(word, context, people.sexes) if speaks and word in _HE_SHE and not before else None
        who = who or _meant(word, context, people, speaks=speaks)
        ids = (who,) if who else ()
    patient = text[slice(*clause.patient)] if clause.patient else phrase
    return Subject(
        ids, phrase, clause.start, clause.end, clause.verb, patient, pronoun, resolved=bool(ids) and not named_here
    )


def _meant(word: str, context: Context, people: People, *, speaks: bool) -> str | None:
    """Say whom a noun phrase without a name means."""
    if word in _HE_SHE:
        return antecedent(word, context, people.sexes)
    if word == "it":
        return context.body if speaks else None
    words = word.split()
    if words[0] not in ("the", "der", "die") or not speaks:
        return None
    entry = vocabulary.gazetteer().get(words[-1].title())
    if (entry is not None and words[-1].title() in entry.demonyms) or _AGE.fullmatch(words[-1]):
        return context.last  # the Frenchman, the 55-year-old
    if offices.is_role(words[-1]):
        office = " ".join(words[1:])
        holders = [i for i, role in people.roles.items() if _is_office(office, role.casefold())]
        if len(holders) == 1:
            return holders[0]
        held = [i for i in holders if i == context.last]
        return held[0] if held else None
    return None


def _is_office(office: str, role: str) -> bool:
    """Tell whether a role is the office, and not its deputy's or what it was before."""
    return (office in role or role in office) and not _LESSER & (set(role.split()) ^ set(office.split()))


def is_somebody(subject: Subject) -> bool:
    """Tell whether the subject is one person who is no entity, whom "he" behind it may mean: "a police officer"."""
    phrase = subject.phrase.split()
    if len(phrase) == 1 and grammar.is_speech(subject.verb) and phrase[0].istitle() and not subject.pronoun:
        return True  # "Early said"
    return bool(phrase) and offices.is_person(phrase[-1]) and not phrase[-1].endswith("s")


def antecedent(pronoun: str, context: Context, sexes: dict[str, str]) -> str | None:
    """Resolve "he" or "she": the person last spoken of, unless the given name says otherwise."""
    sex = "f" if pronoun in SHE else "m"
    if context.last is not None and sex in sexes.get(context.last, "mf"):
        return context.last
    return context.by_sex.get(sex)


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


def _stands_for_people(text: str, mention: Mention) -> bool:
    """Tell whether a country is meant by a word for its people ("the Swede"), who are no country that speaks."""
    name = text[mention.start : mention.end]
    entry = vocabulary.gazetteer().get(name)
    return entry is not None and name in entry.demonyms and not name.endswith("s")


def _owns(text: str, mention: Mention, phrase: str) -> bool:
    """Tell whether somebody is only the owner of who speaks: "Berg's party", "Norland's ambassador"."""
    owner = text[mention.end : mention.end + 1] in ("'", "’")
    return owner and (mention.kind == "person" or offices.is_person(phrase.split()[-1]))
