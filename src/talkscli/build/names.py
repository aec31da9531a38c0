"""Which capitalised words are a person, an organisation or a place: plain rules on the words and what stands around them.

`read_name` judges one span of capitalised words; `talkscli.build.cast` gathers the verdicts of a whole document.
The rules are checked by a table of cases in tests/test_build_names.py.
"""

import re
import sys
from collections.abc import Iterator, Sequence

from msgspec import Struct

from talkscli.build import lexicon
from talkscli.model import Kind

UPPER = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper())
_WORD = rf"[{UPPER}]\w*(?:['’][{UPPER}]\w+|-\w+)*(?:(?<=s)['’](?=\s[{UPPER}]))?"
_TITLE = r"(?:Dr|Mr|Mrs|Ms|Prof|St|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Rev|Hon)\.(?=\s)"
_TOKEN = rf"(?:{_TITLE}|(?:[{UPPER}]\.){{1,4}}(?!\w)|{_WORD})"
_PARTICLE = r"(?:von|van|der|den|de|della|del|di|da|dos|das|du|la|le|bin|ibn|al|el|ter|ten|zu|zur|af|e)"
SPAN = re.compile(rf"(?<![\w'’-]){_TOKEN}(?:\s(?:{_PARTICLE}\s){{0,3}}{_TOKEN})*")
_OF = re.compile(rf"\s(?:of|for|on)\s(?:the\s)?{_TOKEN}(?:\s{_TOKEN})*(?:\sand\s{_TOKEN}(?:\s{_TOKEN})*)?")
SENTENCE_START = re.compile(r"(?:^|[.!?:;•]['\"”’)]?\s)[\"“‘'„«(\[]*$|^[\"“‘'„«(\[—–-]*\s?$")
_APPOSITION = re.compile(r",\s((?:U\.S\.|[^,.;:()“”\"]){3,90})(?=[,.;:)“”\"]|$)")
_BEFORE_APPOSITION = re.compile(r"\b((?:(?:the|its|their|his|her|our)|[\w.]+['’]s?)\s[^,.;:()“”\"]{3,80}),\s$", re.IGNORECASE)
_COPULA = re.compile(r"\s(?:is|was|became|becomes|serves\sas|served\sas|has\sbeen|had\sbeen|works\sas|worked\sas)\s(?:elected\s|appointed\s|named\s)?((?:[\w.'’-]+\s?){1,9})")
_LEADING = re.compile(
    r"(?:^|[.!?]['\"”’)]?\s)((?:Leading|Heading|Chairing|Running|Directing|Commanding|Captaining|Representing|Coaching)"
    r"\s(?:the|a|an|its|their|his|her)\s[^,.;:“”\"]{3,60}),\s$"
)
_VERB_AFTER = re.compile(r"(?:,\s[^,“”\"]{1,80},)?\s(?:(?:also|then|later|has|had|have|himself|herself|[a-z]+ly)\s){0,2}([^\W\d_]+)")
_SAID = frozenset("said says added adds explained wrote replied answered remarked asked told sagte erklärte betonte сказав сказала заявив заявила додав додала повідомив повідомила зазначив зазначила".split())  # fmt: skip
_POSSESSED = re.compile(r"['’]s?\s(?:[a-z-]+\s)?([a-z]+)")
_LIFE = re.compile(
    r"\s\((?:born|died|b\.|d\.)\s|\s\((?:\d{1,2}\s)?(?:[A-Z]\w+\s)?1\d{3}\s?[–-]\s?(?:\d{1,2}\s)?(?:[A-Z]\w+\s)?(?:1\d|20)\d\d\)"
    r"|,\s(?:aged\s)?\d\d(?:,|\.(?!\d))|,\s\d\d-year-old|,\sborn\b"
)
_LIVED = re.compile(r"\s(?:was\sborn|died|married|resigned|retired|graduated|testified|was\selected|was\sappointed|who\b)")
_MADE_BY = re.compile(r"\b(?:written|designed|composed|painted|directed|invented|discovered|founded|led|headed|chaired|sung|portrayed|sculpted|captained|coached|edited|narrated)\sby\s$")  # fmt: skip
_WITH_PRONOUN = re.compile(r"\b(?:I|[Hh]e|[Ss]he|him|her|me)\sand\s$")
_PRONOUN_AFTER = re.compile(r"\sand\s(?:I|he|she)\b")
_IN = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Tt]owards?|[Ii]nside|[Ss]outh\sof|[Nn]orth\sof|[Ee]ast\sof|[Ww]est\sof|(?:city|town|village|port|district|region|province|island|state)\sof)\s$")
_GOES_ON = re.compile(
    r"\s(?:and|or|but|in|on|by|to|for|with|where|which|who|that|after|before|during|until|since|as|at|from|into|over|under|is|was|has|had|"
    r"are|were|have|will|would|can|could|last|this|next|when|while|because|he|she|they|it|we|[a-z]+ed|[a-z]+ly)\b"
)
_INITIALS = re.compile(rf"(?:[{UPPER}]\.)+")
_ACRONYM = re.compile(rf"[{UPPER}]{{2,6}}")
_PREPOSITIONS = frozenset("under among amid upon towards toward against beside near named like unlike than alongside when where".split())
_ALSO_ADJECTIVES = frozenset("principal major general head chief count chair lead patron master expert".split())
_OFFICE = lexicon.ROLES | lexicon.ROLE_PARTS
_OF_BODIES = frozenset(
    "city county national town federal regional supreme high crown state district home foreign education health general harbour "
    "harbor police fire transport railway school culture environment justice trade energy finance defence defense interior "
    "agriculture library".split()
)
_NO_BODY = _OFFICE - _OF_BODIES  # "Chief Executive", "New Club" alone name no body
_NOT_LAST = lexicon.NOT_NAMES - lexicon.NUMERALS
_NO_MODIFIER = lexicon.NOT_NAMES | lexicon.SPEECH | _PREPOSITIONS
_DEEDS = lexicon.SPEECH | lexicon.HUMAN_VERBS
_NOBLE = frozenset("king queen pope prince princess saint emperor empress sultan tsar czar".split())
_EMPTY_TITLES = frozenset("mr mrs ms miss sir herr frau dr lady lord dame".split())
_DETERMINERS = frozenset("the a an its their his her our".split())
ROMAN = re.compile(r"[IVX]+")


class Reading(Struct, frozen=True):
    """What one span of capitalised words was taken for."""

    name: str
    start: int
    kind: Kind | None
    """None: capitalised, but nothing says what it is."""
    weight: int = 0
    """How strong the evidence is: 1 a hint, 2 good, 3 sure."""
    role: str | None = None
    rest: str = ""
    """Words of the span before the name, such as "Former U.S. President"."""


def spans(text: str) -> Iterator[tuple[int, str]]:
    """Give each run of capitalised words with its place; "University of X" is one run."""
    for match in SPAN.finditer(text):
        span, end = match[0], match.end()
        last = span.rpartition(" ")[2].lower()
        first = span.partition(" ")[0].lower()
        if last in lexicon.ORG_FIRST or (first in lexicon.ORG_FIRST and " " not in span):
            more = _OF.match(text, end)
            if more:
                span += more[0]
        yield match.start(), span


def read_name(text: str, start: int, span: str, *, heading: bool = False, listed: bool = False) -> Reading | None:
    """Judge a span of `text`. `listed`: it follows a place in a list ("in Lyon, Turin and …")."""
    before, after = text[max(0, start - 110) : start], text[start + len(span) : start + len(span) + 130]
    first = bool(SENTENCE_START.search(before[-8:]))
    tokens = span.split()
    while tokens and _is_common(tokens[0], first=first and len(span) == len(" ".join(tokens))):
        start += len(tokens.pop(0)) + 1
    while tokens and tokens[-1].lower().strip(".") in _NOT_LAST:
        after = " " + tokens.pop() + after
    if not tokens:
        return None
    name = " ".join(tokens)
    place_or_body = _by_words(tokens, before)
    if place_or_body and not (place_or_body[0] == "person" and heading):
        kind, weight = place_or_body
        return Reading(name, start, kind, weight)
    titled = _after_title(tokens)
    if titled is not None:
        cut, role = titled
        if heading and tokens[cut] not in lexicon.given_names():
            return None
        role = role or _role_around(before, after)
        return Reading(" ".join(tokens[cut:]), start + len(" ".join(tokens[:cut])) + bool(cut), "person", 3, role, " ".join(tokens[:cut]))
    if all(t.lower().strip(".") in _OFFICE for t in tokens):
        return None  # an office without a name
    alone = len(tokens) == 1
    if not alone and (tokens[-1] in lexicon.gazetteer() or lexicon.is_role(tokens[-1])):
        return None  # "Norman Italy", "U.S. Ambassador"
    initials = _INITIALS.fullmatch(tokens[0]) and len(tokens[-1].strip(".")) > 2
    given = tokens[0] in lexicon.given_names() or bool(initials)
    if heading:
        return Reading(" ".join(tokens[:2]), start, "person", 2) if given and not alone else None
    role = _role_around(before, after)
    if role and not _ACRONYM.fullmatch(name):
        return Reading(name, start, "person", 3, role)
    if not alone and (given or any(_INITIALS.fullmatch(t) for t in tokens[1:-1])) and len(tokens) <= 5:
        return Reading(name, start, "person", 3 if not first else 2)
    if _person_by_deeds(before, after, alone=alone, known=name in lexicon.public_figures()):
        return Reading(name, start, "person", 1 if alone and first else 2)
    if _ACRONYM.fullmatch(name):
        told = re.search(r"\b[Tt]he\s$|\($", before) and name not in lexicon.ACRONYMS_NOT
        return Reading(name, start, "organisation", 2) if told else None
    if (listed or _IN.search(before[-24:])) and len(tokens) <= 2 and not ROMAN.fullmatch(tokens[-1]):
        stands_alone = not re.match(r"\s[a-z-]", after) or _GOES_ON.match(after)
        told = _bare(tokens[-1]) in lexicon.ORG_LAST or tokens[-1].lower() in lexicon.PLACE_LAST
        return Reading(name, start, "place", 1) if stands_alone and not told else None
    return Reading(name, start, None) if not first else None


def _is_common(token: str, *, first: bool) -> bool:
    """Tell whether a capitalised word is no part of a name; at the start of a sentence that is likely."""
    word = token.lower().strip(".")
    if word in lexicon.NOT_NAMES and len(word) > 1 and not token.endswith("."):
        return True
    return first and token not in lexicon.given_names() and word not in lexicon.ROLES and word.endswith(("ing", "ly", "ed"))


def _by_words(tokens: Sequence[str], before: str) -> tuple[Kind, int] | None:
    """Read a name that says itself what it is: "Port Authority", "Lake Como", "University of Leeds"."""
    last, head = tokens[-1].lower().strip(".'’"), tokens[0].lower().strip(".")
    if "of" in tokens or "for" in tokens or "on" in tokens:
        return ("organisation", 3)
    if len(tokens) < 2:
        return None
    if last in lexicon.ORG_LAST and not (len(tokens) == 2 and head in _NO_BODY):
        return ("organisation", 3)
    if last in lexicon.PLACE_LAST or (head in lexicon.PLACE_FIRST and len(tokens) <= 4):
        return ("place", 3)
    return None


def _after_title(tokens: Sequence[str]) -> tuple[int, str | None] | None:
    """Find the name behind a title: how many words stand before it, and the role that they tell."""
    heads = [i for i, t in enumerate(tokens) if lexicon.is_role(t)]
    if not heads or heads[-1] + 1 >= len(tokens):
        return None
    cut = heads[-1] + 1
    while cut < len(tokens) and tokens[cut].lower() in lexicon.ROLE_PARTS:
        cut += 1
    name = tokens[cut:]
    if not name or len(name) > 5:
        return None
    title = _bare(tokens[heads[-1]])
    if title in _NOBLE and (len(name) == 1 or ROMAN.fullmatch(name[-1])):
        return heads[-1], tokens[heads[-1]]
    titles = [t for t in tokens[:cut] if _bare(t) not in _EMPTY_TITLES]
    return cut, " ".join(titles) or None


def _role_around(before: str, after: str) -> str | None:
    """Find a role in the words around a name: "city engineer NAME", "NAME, the head of the port,", "NAME was mayor of"."""
    words = before.split()
    if before.endswith(" ") and words and words[-1].islower() and lexicon.is_role(words[-1]) and words[-1] not in _ALSO_ADJECTIVES:
        taken = [words[-1]]
        for i in range(len(words) - 2, -1, -1):
            if not _modifies(words, i):
                break
            taken.insert(0, words[i])
        return " ".join(taken) if taken != [taken[0]] or taken[0] not in _EMPTY_TITLES else None
    for pattern, words_after in ((_APPOSITION, after), (_COPULA, after)):
        match = pattern.match(words_after)
        role = _role(match[1], strict=pattern is _COPULA) if match else None
        if role:
            return role
    if not before.endswith(", "):
        return None
    match = _LEADING.search(before)
    if match:
        return match[1][0].lower() + match[1][1:]
    match = _BEFORE_APPOSITION.search(before)
    return _role(_from_last_determiner(match[1])) if match else None


def _modifies(words: Sequence[str], i: int) -> bool:
    """Tell whether word `i` belongs to the role after it: "former world champion", "the Swedish library director"."""
    word = words[i]
    if word.lower() in _OFFICE or word in lexicon.gazetteer():
        return True
    if not re.fullmatch(r"[a-z-]{4,}", word) or word in _NO_MODIFIER or word.endswith("ed"):
        return False
    return i == 0 or words[i - 1].lower() in _DETERMINERS or words[i - 1][-1] in ",”\";:"


def _from_last_determiner(phrase: str) -> str:
    """Cut "opened when the mayor of the city" down to "the mayor of the city"."""
    starts = [m.start() for m in re.finditer(r"\b(?:the|its|their|his|her|our|[\w.]+['’]s?)\s", phrase, re.IGNORECASE)]
    for start in reversed(starts):
        words = phrase[start:].split()
        if any(lexicon.is_role(w) for w in words[1:5]):
            return phrase[start:]
    return phrase


def _role(phrase: str, *, strict: bool = False) -> str | None:
    """Read a phrase as a role: an article or an owner, few words, a head that is a role, perhaps "of …"."""
    words = phrase.split()
    while words and words[0].lower() in ("then", "now", "once", "formerly", "today"):
        words.pop(0)
    head = next((i for i in range(min(6, len(words))) if _heads_role(words, i)), None)
    if head is None:
        return None
    lead = words[:head]
    allowed = all(
        w.lower() in _DETERMINERS or w.lower() in lexicon.ROLE_PARTS or w.lower() in lexicon.ROLES or w[0].isupper() or w.endswith(("'s", "’s", "s'", "s’"))
        or (i and re.fullmatch(r"[a-z-]+", w) and w not in lexicon.NOT_NAMES) for i, w in enumerate(lead)
    )
    if not allowed or (strict and not lead and head + 1 >= len(words)):
        return None
    end = head + 1
    while end < len(words) and words[end].lower() in _OFFICE and words[end].islower():
        end += 1
    if end < len(words):
        if words[end] in ("of", "for", "at", "with", "to") or (words[end] == "in" and end + 1 < len(words) and words[end + 1][0].isupper()):
            tail = re.split(r"\s(?:who|which|that|when|since|until|from|and\s(?:a|the|has|was|is)|said|says|in\s[12]\d{3})\b", " ".join(words[end:]))[0]
            words = words[:end] + tail.split()
        elif words[end][0].isupper() or words[end] in lexicon.SPEECH:
            return None if words[end][0].isupper() else " ".join(words[:end])
        else:
            words = words[:end]
    while words and words[0].lower() in _DETERMINERS:
        words.pop(0)
    return " ".join(words[:14]) or None


def _heads_role(words: Sequence[str], i: int) -> bool:
    """Tell whether word `i` is what a role turns on: in "the chief engineer of" that is not "chief"."""
    if not lexicon.is_role(words[i]) or words[i].endswith(("'s", "’s")):
        return False
    following = words[i + 1] if i + 1 < len(words) else "of"
    return words[i].lower() not in _ALSO_ADJECTIVES or following in ("of", "for", "at", "to", "in") or not following[0].islower()


def _person_by_deeds(before: str, after: str, *, alone: bool, known: bool) -> bool:
    """Tell whether what a name does is what people do: speak, be born, have a wife, come after "he and"."""
    if known or (before.endswith("and ") and _WITH_PRONOUN.search(before)) or _PRONOUN_AFTER.match(after) or _LIFE.match(after):
        return True
    owned = _POSSESSED.match(after)
    if owned and owned[1] in lexicon.PERSONAL:
        return True
    verb = _VERB_AFTER.match(after)
    if verb and verb[1].lower() in _DEEDS:
        return not alone or bool(re.search(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b", after))
    spoke = before.rpartition(" ")[0].rpartition(" ")[2] if before.endswith(" ") else ""
    if spoke in _SAID and re.search(r"[,”\"“»?!]\s?\w+\s$", before):
        return True
    return not alone and bool(_LIVED.match(after) or (before.endswith("by ") and _MADE_BY.search(before)))


def _bare(token: str) -> str:
    return sys.intern(token.lower().strip(".,"))
