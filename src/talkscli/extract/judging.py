"""Judge a name that does not say itself what it is by the words around it: a person, an organisation or a place."""

import re

from msgspec import Struct

from talkscli.extract import persons, shapes
from talkscli.extract.bodies import (
    ACTS,
    holds_office,
    is_several,
    may_be_body,
    named_after,
    reports,
    sends,
    stands_beside,
    tells_body,
    trades,
)
from talkscli.extract.modifiers import ANYBODY
from talkscli.extract.roles import role_around
from talkscli.extract.shared_roles import role_behind_all, role_of_all
from talkscli.extract.titles import ROMAN
from talkscli.language import offices, sites, vocabulary
from talkscli.language.kinds import Kind
from talkscli.language.matcher import UPPER

_IN = re.compile(
    r"\b(?:\d\d,\sof|[Ii]n|[Nn]ear|[Oo]utside|[Tt]owards?|[Ii]nside|[Ss]outh\sof|[Nn]orth\sof|[Ee]ast\sof|[Ww]est\sof"
    r"|(?:city|town|village|port|district|region|province|island|state)\sof)\s$"
)
_AT = re.compile(r"\b(?:from|at|of|to|through|via|into|around|between|in)\s$")
_GOES_ON = re.compile(  # what may follow a place; a noun would make it an adjective ("in Norse service")
    r"\s(?:and|or|but|in|on|by|to|for|with|where|which|who|that|after|before|during|until|since|as|at|from|into|over|"
    r"under|is|was|has|had|are|were|have|will|would|can|could|last|this|next|when|while|because|he|she|they|it|we|"
    r"[a-z]+ed|[a-z]+ly)\b"
)
_ASSEMBLIES = frozenset("parliament congress senate legislature".split())  # one of each is known: "a law of Congress"
INITIALS = re.compile(rf"(?:[{UPPER}]\.)+")
ACRONYM = re.compile(rf"[{UPPER}]{{2,6}}")
_TELLS_ACRONYM = re.compile(r"\b(?:[Tt]he|by|of|from|to|with|on|for)\s$|\($")
_OWNS = re.compile(r"['’]s\b")
_COINED = re.compile(rf"(?!Mac|Fitz|Van)[{UPPER}][a-z]{{2,}}[{UPPER}]\w*")  # "VintraBrew", not "MacReed"
_PEOPLES = ("ish", "ese", "ian", "ean")  # "Scottish"
_CAPITAL_AFTER = re.compile(rf"\s[{UPPER}]")


class Reading(Struct, frozen=True, gc=False):
    """What one span of capitalised words was taken for."""

    name: str
    start: int
    kind: Kind | None
    """None: capitalised, but nothing says what it is."""
    weight: int = 0
    """How strong the evidence is: 1 a hint, 2 good, 3 sure."""
    role: str | None = None
    plain: int = 0
    """How plainly the role stands at the name: 3 before it, 2 beside it, 1 told of it."""


def by_context(
    name: str,
    start: int,
    before: str,
    after: str,
    *,
    opens: bool,
    given: bool,
    listed: bool,
    articled: bool,
    ahead: bool,
) -> Reading | None:
    """Judge a name that does not say itself what it is.

    Args:
        name: Its words.
        start: Where it stands.
        before: The text before it, at most 110 characters.
        after: The text behind it, at most 160.
        opens: It begins a sentence.
        given: Its first word is a given name, or an initial.
        listed: It follows a place in a list.
        articled: "The" stands before it.
        ahead: A word with a capital that was cut off stands before it.
    """
    tokens = name.split()
    alone = len(tokens) == 1
    if alone and not opens and name.lower() in _ASSEMBLIES:
        return Reading(name, start, "organisation", 2)
    if alone and (
        vocabulary.is_body(name.lower()) or name.lower() in ANYBODY or name.upper() in vocabulary.ACRONYMS_NOT
    ):
        return None  # "the Committee", "Woman hurt", "Eva Berg, PhD, said"
    whole = None if given and not alone else named_after(name, after)
    if whole and not (opens and alone and given):
        return Reading(whole[0], start, whole[1], 2)
    acronym = all(map(ACRONYM.fullmatch, tokens))  # "NTB", "NTB TV"
    if (
        (not ahead and stands_beside(name, before, after))
        or reports(before, after)
        or sends(before, after)
        or is_several(name, before, after)
    ):
        return Reading(name, start, "organisation", 2)
    if not alone and not given and shapes.is_phrase(tokens):
        return Reading(name, start, "organisation", 2) if persons.speaks(after) or tells_body(before, after) else None
    told = None if acronym else role_around(before, after)
    if told is None and not alone and not acronym and (given or not shapes.is_phrase(tokens)):
        told = role_of_all(before, after) or role_behind_all(before, after)
        told = told if given or (told and offices.is_role(told[1].split()[-1].lower())) else None
    thing = vocabulary.is_ordinary(tokens[-1].lower())  # "Kella Villa", not "Mirela Banks"
    called = told is not None and told[0] == 3 and offices.is_person(told[1].split()[-1].lower())  # rapper Kella Rule
    called = called or (
        told is not None and told[0] == 2 and offices.leads(told[1])
    )  # Kella Rule, chairman of the port,
    if told and thing and not (given or alone or called or vocabulary.is_also_family(tokens[-1])):
        return Reading(name, start, "organisation", 1)  # users of the Docker Engine
    if told and not given and (trades(told[1]) or (alone and may_be_body(told[1], before, after))):
        return Reading(name, start, "organisation", 2)
    if told and (not alone or (told[0] > 1 and (given or shapes.is_person_alone(name, told[1])))):
        return Reading(name, start, "person", 3, told[1], told[0])
    if thing and given and len(tokens) == 2 and not articled and tokens[0] not in vocabulary.gazetteer():
        thing = offices.is_role(tokens[1]) or not vocabulary.is_also_family(tokens[1])
    if given and not alone and vocabulary.is_body(tokens[-1].lower()):
        return Reading(name, start, "organisation", 2)
    if not (alone or thing) and len(tokens) <= 5 and (given or any(map(INITIALS.fullmatch, tokens[1:-1]))):
        return Reading(name, start, "person", 2 if opens else 3)
    if len(tokens) == 2 and not (thing or acronym or articled) and persons.is_called(tokens):
        return Reading(name, start, "person", 2)
    if articled and not given and persons.speaks(after):  # "The Observer says"
        return Reading(name, start, "organisation", 2)
    word = opens and alone and vocabulary.is_ordinary(name.lower())
    if (alone or not given) and not word and holds_office(after) and not name.endswith(_PEOPLES):
        return Reading(name, start, "organisation", 2)
    many = not given and not alone and shapes.is_plural(tokens[-1])  # "Lib Dems"
    if not (acronym or many) and persons.acts(before, after, alone=alone, famous=name in vocabulary.public_figures()):
        plain, role = told or (0, None)
        return Reading(name, start, "person", 1 if alone and opens else 2, role, plain)
    if acronym:
        told_of = _TELLS_ACRONYM.search(before) or _OWNS.match(after) or ACTS.match(after)
        named = told_of or persons.speaks(after) or holds_office(after)
        if name in vocabulary.ACRONYMS_NOT:
            return None
        return Reading(name, start, "organisation" if named else None, 2)
    if (alone or not given) and ACTS.match(after):
        return Reading(name, start, "organisation", 2)
    cut_short = "." in name or after.startswith(".,")  # "D.C.", "Fla.,"
    if (
        (listed or (before[-1:].isspace() and _IN.search(before[-24:])))
        and len(tokens) <= 2
        and not (cut_short or ROMAN.fullmatch(tokens[-1]))
    ):
        last = tokens[-1].lower()
        adjective = after[:1] == " " and after[1:2].islower() and not _GOES_ON.match(after)
        no_place = adjective or vocabulary.ends_body(last) or last in vocabulary.PLACE_LAST
        return None if no_place else Reading(name, start, "place", 1)
    if alone and _COINED.fullmatch(name) and not before.endswith("@"):
        return Reading(name, start, "organisation", 2)
    if not ((alone and given) or _CAPITAL_AFTER.match(after)) and _AT.search(before[-10:]) and sites.is_town(name):
        return Reading(name, start, "place", 1)
    return None if opens and alone else Reading(name, start, None)
