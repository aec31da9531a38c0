"""Tell which capitalised words are a person, an organisation or a place.

The rules are plain: the words of the name, and what stands around it. `read_name` judges one span of capitalised words;
`talkscli.extract.cast` gathers the verdicts of a whole document. A table of cases is in tests/test_extract_names.py.
"""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

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
from talkscli.extract.modifiers import ANYBODY, before_name
from talkscli.extract.roles import office_behind, role_around
from talkscli.extract.shared_roles import role_behind_all, role_of_all
from talkscli.extract.spans import opens_sentence
from talkscli.extract.titles import ROMAN, after_title, behind_office
from talkscli.language import grammar, offices, parts, sites, vocabulary
from talkscli.language.kinds import Kind
from talkscli.language.matcher import UPPER
from talkscli.language.numbers import NUMERALS

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
_INITIALS = re.compile(rf"(?:[{UPPER}]\.)+")
_ACRONYM = re.compile(rf"[{UPPER}]{{2,6}}")
_TELLS_ACRONYM = re.compile(r"\b(?:[Tt]he|by|of|from|to|with|on|for)\s$|\($")
_OWNS = re.compile(r"['’]s\b")
_COINED = re.compile(rf"(?!Mac|Fitz|Van)[{UPPER}][a-z]{{2,}}[{UPPER}]\w*")  # "VintraBrew", not "MacReed"
_IN_NAME = re.compile(r"-(?:on|upon|in|by|under|le|la|sur|am|an|de)-")
_PEOPLES = ("ish", "ese", "ian", "ean")  # "Scottish"
_WORD_AFTER = re.compile(r"\s([a-z]+)")
_LINK_AFTER = re.compile(r"\s(?:on|at|for|in|to|live|here|as|by|from|with|via)\s|[.!:]|$")
_CAPITAL_AFTER = re.compile(rf"\s[{UPPER}]")
_MARKS = tuple("\"“‘'")
_NICKNAMED = re.compile(  # dubbed "Posh" or "Lucky Anna"
    r"\b(?:dubbed|nicknamed)\s(?:[\"“‘'][^\"“”‘’']{1,40}[\"”’'],?\s(?:or|and)\s)?[\"“‘']$", re.IGNORECASE
)
_FIGURE = re.compile(r"(?<![\w.,])(\d{1,3})\s$", re.ASCII)
_NOT_LAST = vocabulary.NOT_NAMES - NUMERALS - {"today"}


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


def read_name(text: str, start: int, span: str, *, heading: bool = False, listed: bool = False) -> Reading | None:
    """Judge a span of `text`; None where it is no name.

    `heading`: nearly all words are capitalised, so only a given name tells. `listed`: it follows a place in a list.
    """
    tokens = span.split()
    if len(tokens) == 1 and shapes.is_common(span, opens=False) and span not in vocabulary.gazetteer():
        return None
    if shapes.is_people(span):
        return None
    before, after = text[max(0, start - 110) : start], text[start + len(span) : start + len(span) + 160]
    if before[-1:] in _MARKS and _NICKNAMED.search(before):
        return None
    opens = opens_sentence(text, start)
    owner = shapes.owner_end(tokens)
    if owner:
        after = f"’ {' '.join(tokens[owner:])}{after}"  # "Anna Bergs’ Kella Tower"
        tokens = [*tokens[: owner - 1], tokens[owner - 1][:-1]]
    while tokens and shapes.is_common(tokens[0], opens=opens):
        if not opens and len(tokens) == 2 and tokens[0].lower() in grammar.AUXILIARIES:
            break  # within a sentence "Will" is a name
        if len(tokens) > 1 and tokens[0].lower().strip(".") in offices.MISTER:
            break
        if " ".join(tokens[:2]) in vocabulary.gazetteer() or tokens[1:2] == ["&"]:
            break  # "New York Stock Exchange"
        if len(tokens) > 2 and not heading and shapes.opens_body(tokens, opens=opens):
            break  # "World Ferry Club"
        before += f"{tokens[0]} "
        start += len(tokens.pop(0)) + 1
        opens = False
    if opens and len(tokens) > 1 and _commands(tokens, after):
        before += f"{tokens[0]} "
        start += len(tokens.pop(0)) + 1
        opens = False
    if tokens and (joined := shapes.tail(tokens)):
        tokens[-1] = tokens[-1].removesuffix(joined)  # "Anna Berg-style"
        after = f"{joined}{after}"
    while tokens and tokens[-1].lower().strip(".") in _NOT_LAST and not shapes.is_surname(tokens):
        after = f" {tokens.pop()}{after}"
    if len(tokens) > 1 and tokens[-1] == "I" and _speaks(text[:start], after):
        after = f" {tokens.pop()}{after}"
    if not tokens or all(offices.is_part(token.lower().strip(".")) for token in tokens):
        return None  # no name, or an office without one
    if len(tokens) > 1 and after[:1] == "/" and after[1:2].isupper():
        return None  # who took a picture: "Eva Berg/Reuters"
    name = " ".join(tokens)
    if len(tokens) > 2 and _is_behind(tokens[-1]) and not vocabulary.given_names().keys().isdisjoint(tokens[:-2]):
        after = f" {tokens.pop()}{after}"  # "Eva Berg MP"
        name = " ".join(tokens)
    if len(tokens) > 1 and tokens[0] == "Former" and not any(map(offices.is_role, tokens)):
        start += len(tokens.pop(0)) + 1
        name = " ".join(tokens)
    behind = behind_office(tokens, before)
    if behind is not None:
        cut, office = behind
        start += sum(len(token) + 1 for token in tokens[:cut])
        return Reading(" ".join(tokens[cut:]), start, "person", 3, office, 3)
    ahead = False
    told, titled = shapes.by_words(tokens), after_title(tokens, opens=opens)
    if told is None and titled is None and tokens[0] not in vocabulary.given_names():
        cut = next((i for i, token in enumerate(tokens[1:-1], 1) if token in vocabulary.given_names()), 0)
        part = cut == 1 and " ".join(tokens[:2]) in vocabulary.gazetteer()  # "Los Angeles Times"
        if cut and not part and not any(offices.is_role(token) or token.islower() for token in tokens[:cut]):
            start += sum(len(token) + 1 for token in tokens[:cut])  # "Conservative Eva Berg"
            ahead = True
            tokens = tokens[cut:]
            name = " ".join(tokens)
    if len(tokens) == 1 and _IN_NAME.search(tokens[0]):
        return Reading(name, start, "place", 2)  # "Henley-on-Thames"
    if (
        told is not None
        and not shapes.is_titled(tokens)
        and not (shapes.may_be_person(tokens) and persons.is_here(before, after))
    ):
        return Reading(name, start, told, 3)
    if titled is not None:
        cut, role = titled
        if heading and tokens[cut] not in vocabulary.given_names():
            return None
        start += sum(len(token) + 1 for token in tokens[:cut])
        behind_it = office_behind(after) if role and offices.is_short(role) else None
        if behind_it:
            return Reading(" ".join(tokens[cut:]), start, "person", 3, behind_it, 2)
        if role:
            lead = before_name(f"{before}{role} ") or role
            return Reading(" ".join(tokens[cut:]), start, "person", 3, max(lead, role, key=len), 3)
        plain, role = role_around(before, after) or (0, None)
        return Reading(" ".join(tokens[cut:]), start, "person", 3, role, plain)
    alone = len(tokens) == 1
    doubtful = not alone and (shapes.is_place_last(tokens) or shapes.is_office_last(tokens))
    if doubtful and before.endswith(" told the "):
        return Reading(name, start, "organisation", 2)  # told the Ferry Leader
    if doubtful and not (tokens[0] in vocabulary.given_names() and persons.is_here(before, after)):
        return None  # "Norman Italy", "Roman Ambassador"; but "said Paul King, head of …"
    initials = _INITIALS.fullmatch(tokens[0]) is not None and len(tokens[-1].strip(".")) > 2
    initials = initials and tokens[0] not in vocabulary.gazetteer()  # "U.S. Treasury"
    called = text[max(0, start - 4) : start] == "The "  # after somebody: "The Eva Berg Stage"
    given = (tokens[0] in vocabulary.given_names() and not called) or initials
    if heading:
        thing = not alone and tokens[1].lower() in vocabulary.NOT_NAMES and vocabulary.is_ordinary(tokens[1].lower())
        return Reading(" ".join(tokens[:2]), start, "person", 2) if given and not (alone or thing) else None
    articled = text[max(0, start - 4) : start].lower() == "the "
    second = ahead and not vocabulary.is_ordinary(tokens[-1].lower())  # the group "Vintra Eva Berg", not of a firm
    read = _by_context(
        name, start, before, after, opens=opens, given=given, listed=listed, articled=articled, ahead=second
    )
    figure = _FIGURE.search(before) if alone and read and read.kind == "person" else None
    if read is None or figure is None:
        return read
    role = before_name(before[: figure.start()])  # the singer 7 Crown
    return replace(read, name=f"{figure[0]}{name}", start=start - len(figure[0]), role=role, plain=3 if role else 0)


def _commands(tokens: Sequence[str], after: str) -> bool:
    """Tell whether a sentence begins by telling the reader to do something: "Follow Harbour Radio on its page"."""
    word, verb = tokens[0].lower(), _WORD_AFTER.match(after)
    if not parts.is_mostly_verb(word) or tokens[0] in vocabulary.given_names() or vocabulary.is_also_family(tokens[0]):
        return False
    return _LINK_AFTER.match(after) is not None and not (verb and grammar.is_finite(verb[1]))


def _is_behind(token: str) -> bool:
    """Tell whether letters are what stands behind a name: "MP", and not the number of a king."""
    return _ACRONYM.fullmatch(token) is not None and ROMAN.fullmatch(token) is None


def _speaks(before: str, after: str) -> bool:
    """Tell whether an "I" behind a name is whoever speaks, and no number: "I told Berg I will go", "Berg I've seen"."""
    line = before[before.rfind("\n") + 1 :]
    quoted = line.count('"') % 2 == 1 or line.rfind("“") > line.rfind("”")
    following = after[1:].partition(" ")[0]
    return quoted or after[:1] in ("'", "’") or following == "am" or parts.is_mostly_verb(following)


def _by_context(
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
    """Judge a name that does not say itself what it is by the words around it."""
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
    acronym = all(map(_ACRONYM.fullmatch, tokens))  # "NTB", "NTB TV"
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
    if not (alone or thing) and len(tokens) <= 5 and (given or any(map(_INITIALS.fullmatch, tokens[1:-1]))):
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
