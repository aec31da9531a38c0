"""The title or office that stands before a name as part of it, in capitals: "Former Vice President Anna Berg"."""

import re
from collections.abc import Sequence

from talkscli.extract.modifiers import ALSO_ADJECTIVES, before_name
from talkscli.language import offices, vocabulary
from talkscli.language.matcher import UPPER

ROMAN = re.compile(r"[IVX]+")
_NOBLE = frozenset("king queen pope prince princess saint emperor empress sultan tsar czar".split())
_ACRONYM = 4  # letters
_OFFICE_OF = re.compile(rf"((?:[{UPPER}][\w.-]*\s){{0,4}}[\w-]+)(\s(?:of|for|to)\s(?:the\s)?)$")


def after_title(tokens: Sequence[str], *, opens: bool = False) -> tuple[int, str | None] | None:
    """Find the name behind a title: how many words stand before it, and the role that they tell.

    "Former Vice President Anna Berg" has three words and the role before the name; a king or pope keeps the title
    as part of the name. `opens`: they begin a sentence, as "Singer Anna Berg" may.
    """
    heads = [i for i, token in enumerate(tokens) if offices.is_role(token) and not is_brand(token, tokens[-1])]
    given = vocabulary.given_names()
    heads = [i for i in heads if not (i and tokens[i] in given and tokens[i - 1] in given)]  # "James Dean Berg"
    if len(heads) > 1 and heads[-1] == len(tokens) - 1 and tokens[-2] in vocabulary.given_names():
        heads.pop()  # "Sen. Eva Booker"
    first = tokens[0].lower()
    named = len(tokens) > 2 and tokens[1] in vocabulary.given_names()
    if not heads and opens and named and first in offices.occupations() and first not in offices.PARTS:
        heads = [0]
    if not heads:
        return None
    cut = heads[-1] + 1
    while cut < len(tokens) and tokens[cut].lower() in offices.PARTS:
        cut += 1
    name = tokens[cut:]
    head = _bare(tokens[heads[-1]])
    plain = all(vocabulary.is_ordinary(n.lower()) and n not in vocabulary.given_names() for n in name)
    adjective = head in ALSO_ADJECTIVES | offices.ALSO or head.endswith("ist")  # "Socialist Worker" is a newspaper
    last = name[-1] if name else ""
    several = last.endswith("s") and vocabulary.is_ordinary(last[:-1].lower()) and not vocabulary.is_also_family(last)
    brand = vocabulary.ends_body(last.lower()) or several  # "Commodore International", "Dean Foods"
    thing = plain and head not in offices.ADDRESS and (len(name) > 1 or adjective or brand)
    if not name or len(name) > 5 or thing or (vocabulary.is_body(name[-1].lower()) and head not in offices.ADDRESS):
        return None  # "Premier League", "Chief Executive Board", "General Election", "Founder Vacation"
    if head in _NOBLE and (len(name) == 1 or ROMAN.fullmatch(name[-1])):
        return heads[-1], tokens[heads[-1]]
    told = [_of_one(token) for token in tokens[:cut] if not is_empty(token)]
    named = any(offices.is_role(token) or offices.is_person(token.lower()) for token in told)
    return cut, " ".join(told) if named else None  # "On a visit to Kella Mr Berg said"


def is_brand(token: str, beside: str = "") -> bool:
    """Tell whether a word is written as a name is, not an office: the paper "POLITICO", but no "CEO"."""
    return token.isupper() and len(token) > _ACRONYM and not beside.isupper()


def _of_one(title: str) -> str:
    """Return the title that each of several has: "Sen." of "Sens. Eva Berg and Tom Reed"."""
    return f"{title[:-2]}." if title.endswith("s.") and offices.is_role(f"{title[:-2]}.") else title


def behind_office(tokens: Sequence[str], before: str) -> tuple[int, str] | None:
    """Cut "Public Prosecution Eva Berg" behind "Deputy Director of": how many words belong to the office, and that."""
    if not before.endswith((" of ", " for ", " to ", " the ")):
        return None
    cut = next((i for i, t in enumerate(tokens) if is_empty(t) or t.partition("-")[0] in vocabulary.given_names()), 0)
    addressed = bool(cut) and is_empty(tokens[cut])  # "Kella Dr Eva Berg" behind "Archbishop of"
    if (
        not cut
        and len(tokens) == 3
        and tokens[0].lower() in offices.PARTS
        and not offices.is_role(tokens[1])
        and not vocabulary.is_body(tokens[2].lower())
        and not all(vocabulary.is_ordinary(token.lower()) for token in tokens[1:])
    ):
        cut = 1  # "State Ae-cha Berg" behind "Secretary of"
    several = tokens[-1].endswith("s") and vocabulary.is_ordinary(tokens[-1][:-1].lower())
    if not cut and len(tokens) in (3, 4) and tokens[0] in vocabulary.gazetteer() and not several:
        cut = 1  # "Norway Ae-cha Berg" behind "ambassador to"
    titled = any(map(offices.is_role, tokens[cut + addressed :]))  # adviser to North Kella Sen. Eva Berg
    if not 0 < cut < len(tokens) - 1 or titled or vocabulary.ends_body(tokens[-1].lower()):
        return None
    office = _OFFICE_OF.search(before)
    if office is None:
        return None
    words = office[1].split()
    while words and (
        (words[0].lower() in vocabulary.NOT_NAMES and not words[0].isupper()) or not offices.is_role(words[-1])
    ):
        words.pop(0)
    if not words:
        return None
    whole = before_name(f"{before[: office.end(1)]} ") or ""  # "former special envoy"
    return cut + addressed, f"{max(whole, ' '.join(words), key=len)}{office[2]}{' '.join(tokens[:cut])}"


def is_empty(token: str) -> bool:
    """Tell whether a title says nothing of what somebody does: "Mr", "Dame"."""
    return _bare(token) in offices.ADDRESS


def _bare(token: str) -> str:
    return token.lower().strip(".,")
