"""Find the runs of capitalised words in a text that may be names."""

import re
from collections.abc import Iterator

from talkscli.language import grammar, offices, vocabulary
from talkscli.language.frequency import zipf
from talkscli.language.matcher import ELISION, LETTERS, SHORTENED, UPPER

_INSIDE = rf"&[{UPPER}]+|['’](?:[{UPPER}]|(?=[а-яіїєґ]))[{LETTERS}]+|-[{LETTERS}]+"  # "O'Reed", "Лук'яненко"
_WORD = rf"[{UPPER}][{LETTERS}]*(?:{_INSIDE})*(?:(?<=s)['’](?=\s[{UPPER}]))?"
_TOKEN = rf"(?:{offices.ABBREVIATION}\.(?=\s)|[JS]r\.(?=[\s,])|(?:[{UPPER}]\.){{1,4}}(?!\w)|{_WORD})"
_PARTICLE = f"(?:{'|'.join(sorted(vocabulary.PARTICLES))})"
ARABIC_ARTICLE = r"(?:[ae](?:[dnrstz]|[ls]h?)-)"  # "al-Reed", and before some letters "ad-Din", "ash-Shami"
_SMALL = (grammar.PREPOSITIONS | grammar.ARTICLES | grammar.AUXILIARIES | {"to"}) - {"of", "for", "on", "the"}
_CUT = re.compile(rf"['’](?!{SHORTENED})[a-z]|['’]t\b")  # a word goes on: "Qur'an", "Don't"; not what is somebody's
_CAPITAL = re.compile(rf"[{UPPER}]")
_SPAN = re.compile(  # not the B of "z.B.", nor who took a picture
    rf"(?:(?<![{LETTERS}'’-])|{ELISION})(?<![\s(][a-z]\.)(?<!Photo/)(?<![{UPPER}]{{3}}/)"
    rf"(?:(?:[ ](?:&[ ]|(?:{_PARTICLE}[ ]){{0,3}}{ARABIC_ARTICLE}?))?{_TOKEN})+"  # within a line
)
_NICK = rf"[{UPPER}][{LETTERS}-]*"
_NICKNAME = re.compile(rf"[ ][\"“']{_NICK}(?:[ ]{_NICK})?[\"”'](?=[ ][{UPPER}][{LETTERS}])")  # Anna “Swift” Berg
_TOKENS = re.compile(rf"(?:[ ]?{_TOKEN})+")
_OF, _AND, _COMMA = re.compile(r"\s(?:of|for|on)\s(?:the\s)?"), re.compile(r"\sand\s"), re.compile(r",\s")
_FIRM = re.compile(
    rf"['’]s(?:[ ]{_TOKEN}){{1,4}}(?<=[ ](?:Inc|Ltd|LLC|PLC|plc))(?![{LETTERS}])|['’]s(?:[ ]{_TOKEN}){{1,3}}[ ]plc\b"
)  # Moody's Port Inc
_CENTRES = ("centers", "centres")
_FREQUENT = 4  # on the Zipf scale
_ADDRESS = 200  # characters of an address
_LISTED = 6  # names before "and"
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•]['\"”’)]?\s)[\"“‘'„«(\[]*$|^[\"“‘'„«(\[—–-]*\s?$")


def spans(text: str) -> Iterator[tuple[int, str]]:
    """Find the runs of capitalised words in a text.

    Args:
        text: Any text.

    Yields:
        The place of each run and its words; "University of X" is one run.
    """
    at, addressed = 0, "://" in text
    while first := _CAPITAL.search(text, at):
        start = first.start()
        match = None if addressed and _is_in_address(text, start) else _SPAN.match(text, start)
        if match is None:
            at = first.end()
            continue
        span = match[0]
        last = span.rpartition(" ")[2]
        if last in vocabulary.given_names() and (more := _behind_nickname(text, start + len(span))):
            span += more
            last = span.rpartition(" ")[2]
        if text.startswith(("'s ", "’s "), start + len(span)):
            firm = _FIRM.match(text, start + len(span))
            span += firm[0] if firm else ""
        head = last.lower()
        plural = head in _CENTRES and text.startswith(" for ", match.end())  # Centers for Harbour Control
        of = _behind(_OF, text, match.end()) if plural or vocabulary.opens_body(head) else ""
        span += _without_person(of) if of else ""
        second = _joined(text, start + len(span)) if text.startswith((",", " and "), start + len(span)) else None
        if second and (of or not opens_sentence(text, start)):
            span += _second_half(span, second[0], _without_person(second[1]), of=bool(of))
        if not (_is_sentence(span) or _CUT.match(text, start + len(span))):
            yield start, span
        at = start + len(span)


def _is_in_address(text: str, start: int) -> bool:
    """Tell whether a word is a part of an address: "https://harbour.example/Veldhaven"."""
    before = text[max(0, start - _ADDRESS) : start]
    return "://" in before[before.rfind(" ") + 1 :]


def _behind_nickname(text: str, at: int) -> str:
    """Return a nickname in quotation marks behind a given name, with the family name behind it."""
    nickname = _NICKNAME.match(text, at)
    family = _TOKENS.match(text, nickname.end()) if nickname else None
    return text[at : family.end()] if family else ""


def _behind(lead: re.Pattern[str], text: str, at: int) -> str:
    """Return a lead with the capitalised words behind it, if they stand there."""
    led = lead.match(text, at)
    names = _TOKENS.match(text, led.end()) if led else None
    return text[at : names.end()] if names else ""


def _joined(text: str, start: int) -> tuple[str, str] | None:
    """Read ", Ferries and Harbours": what stands before "and", and the words behind it."""
    at, listed = start, 0
    while listed < _LISTED and (name := _behind(_COMMA, text, at)):
        at, listed = at + len(name), listed + 1
    last = _behind(_AND, text, at)
    return (text[start:at], last[len(" and ") :]) if last else None


def _is_sentence(span: str) -> bool:
    """Tell whether capitals are those of a title or of a whole text: "Port Closed To All In A Gale"."""
    return span.count(" ") > 2 and sum(word.lower() in _SMALL for word in span.split(" ")[1:-1]) > 1  # is quick


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence begins there."""
    before = text[max(0, start - 8) : start]
    return not before[-2:-1].isalnum() and _SENTENCE_START.search(before) is not None


def _without_person(words: str) -> str:
    """Cut off who follows in the name of a body: " of Leeds Eva Berg"."""
    tokens = words.split(" ")
    if vocabulary.ends_body(tokens[-1].lower()):
        return words
    cut = next((i for i, token in enumerate(tokens[:-1]) if i > 2 and token in vocabulary.given_names()), len(tokens))
    return " ".join(tokens[:cut])


def _is_word(name: str) -> bool:
    return vocabulary.is_ordinary(name.lower()) and name not in vocabulary.given_names()


def _is_field(name: str) -> bool:
    """Tell whether a word may be what a body is for, as it is a common one or at least no name: "Media"."""
    named = name in vocabulary.gazetteer() or name in vocabulary.given_names() or vocabulary.is_family(name)
    return _is_word(name) or (zipf(name.lower()) >= _FREQUENT and not named)


def _second_half(first: str, between: str, last: str, *, of: bool) -> str:
    """Tell how a name goes on after "and": "Department for Work and Pensions", "Ferry and Harbour Services".

    Both halves are common words; without "of" the second says what it is.
    """
    common = [first.split()[-1], *re.findall(r"\w+", between), last.split()[0]]
    if not all(map(_is_field if of else _is_word, common)):
        return ""
    ends = vocabulary.ends_body(last.split()[-1].lower()) and not vocabulary.is_kind_of_body(common[0].lower())
    return f"{between} and {last}" if of or ends else ""
