"""Tell which capitalised words are a person, an organisation or a place.

The rules are plain: the words of the name, and what stands around it. `read_name` judges one span of capitalised words;
`talkscli.extract.cast` gathers the verdicts of a whole document. A table of cases is in tests/test_extract_names.py.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from talkscli.extract import persons, shapes
from talkscli.extract.judging import ACRONYM, INITIALS, Reading, by_context
from talkscli.extract.modifiers import before_name
from talkscli.extract.roles import office_behind, role_around
from talkscli.extract.spans import opens_sentence
from talkscli.extract.titles import ROMAN, after_title, behind_office
from talkscli.language import grammar, offices, parts, vocabulary
from talkscli.language.numbers import NUMERALS

_IN_NAME = re.compile(r"-(?:on|upon|in|by|under|le|la|sur|am|an|de)-[^\W\d_a-z]")
_WORD_AFTER = re.compile(r"\s([a-z]+)")
_LINK_AFTER = re.compile(r"\s(?:on|at|for|in|to|live|here|as|by|from|with|via)\s|[.!:]|$")
_MARKS = tuple("\"“‘'")
_NICKNAMED = re.compile(  # dubbed "Posh" or "Lucky Anna"
    r"\b(?:dubbed|nicknamed)\s(?:[\"“‘'][^\"“”‘’']{1,40}[\"”’'],?\s(?:or|and)\s)?[\"“‘']$", re.IGNORECASE
)
_FIGURE = re.compile(r"(?<![\w.,])(\d{1,3})\s$", re.ASCII)
_NOT_LAST = vocabulary.NOT_NAMES - NUMERALS - {"today"}


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
    if tokens and tokens[-1] == "&":
        after = f" {tokens.pop()}{after}"  # "Saturday & Sunday"
        tokens = [] if len(tokens) == 1 and shapes.is_common(tokens[0], opens=opens) else tokens
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
    initials = INITIALS.fullmatch(tokens[0]) is not None and len(tokens[-1].strip(".")) > 2
    initials = initials and tokens[0] not in vocabulary.gazetteer()  # "U.S. Treasury"
    called = text[max(0, start - 4) : start] == "The "  # after somebody: "The Eva Berg Stage"
    given = (tokens[0] in vocabulary.given_names() and not called) or initials
    if heading:
        thing = not alone and tokens[1].lower() in vocabulary.NOT_NAMES and vocabulary.is_ordinary(tokens[1].lower())
        return Reading(" ".join(tokens[:2]), start, "person", 2) if given and not (alone or thing) else None
    articled = text[max(0, start - 4) : start].lower() == "the "
    second = ahead and not vocabulary.is_ordinary(tokens[-1].lower())  # the group "Vintra Eva Berg", not of a firm
    read = by_context(
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
    return ACRONYM.fullmatch(token) is not None and ROMAN.fullmatch(token) is None


def _speaks(before: str, after: str) -> bool:
    """Tell whether an "I" behind a name is whoever speaks, and no number: "I told Berg I will go", "Berg I've seen"."""
    line = before[before.rfind("\n") + 1 :]
    quoted = line.count('"') % 2 == 1 or line.rfind("“") > line.rfind("”")
    following = after[1:].partition(" ")[0]
    return quoted or after[:1] in ("'", "’") or following == "am" or parts.is_mostly_verb(following)
