"""Split text into sentences: sentencex, and the few merges and cuts that it needs."""

import re

from talkscli.language import calendar, grammar
from talkscli.language.marks import CODE_INDENT, ITEM
from talkscli.language.offices import ABBREVIATION
from talkscli.language.quotations import quotations
from talkscli.language.times import MONTH, WEEKDAY

MAX_WORDS = 60
MAX_CHARACTERS = 1000  # of a sentence; beyond that its words are no words
MAX_WORD = 100
_ENDS = (".", "!", "?", ":", ";", "。", "！", "？", "…")
_DASHES = (" -", "–", "—")
_END = re.compile(r"[.!?。！？．।؟…”»」』]")
_GOES_ON = re.compile("[\u3041-\u3096、，]")  # hiragana: "と" and the like after a quotation
_FIRST_LETTER = re.compile(r"[^\W_]")
_INITIAL = re.compile(r"(?:^|[\s.(“\"„])(?:[^\W\d_]\.\s?)*[^\W\d_a-zа-яіїєґäöüß]\.$")
_STARTER = re.compile(
    r"(?:The|A|An|It|He|She|They|This|That|These|But|And|In|On|At|For|We|I|If|As|Der|Die|Das|Er|Sie|Es|Він|Вона|Це)\b"
)
_TIME = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_ZONE = re.compile(r"[A-Z]{2,4}\b")
_ORDINAL = re.compile(r"\b\d{1,2}\.$")
_DAY = re.compile(rf"(?:{'|'.join(sorted({name[:n] for name in calendar.WEEKDAYS for n in (3, 4, 5)}))})\.$")
_MISSED = re.compile(
    r"(?<=[^\W\d_A-Z]{2}[.!?])(?=(?:[A-Z][a-z]+|[AI])\s)|(?<=\d{4}\.)(?=[A-Z][a-z]*\s)"
    r"|(?<=[a-z]{2}\.[\"”])\s(?=[A-Z][a-z]*\s)|(?<=\sno\.)\s(?=[A-Z])"
    r"|(?<=[a-zäöüß]{3}[.!?]\))\s(?=[A-ZÄÖÜ][a-zäöü]*\s)"  # (It is free.) Then
    r"|(?<=[a-zäöüß]{5}\.)\s(?=(?:1[5-9]|20)[0-9]{2}\s[a-zäöü])"
)
_MAY_BE_MISSED = re.compile(r'[.!?][A-Z"”]|[.!?]\)\s|\sno\.\s|\.\s[12][0-9]{3}\s')  # is quick
_CUT_SHORT = re.compile(
    rf"\b(?:{ABBREVIATION}|No|Nos|Nr|vs|c|ca|Fig|[Aa]pprox|[Vv]ol|бл|вул|ім|просп|м|обл|тис|млн|гр)\.$"
)
_NUMBERED = re.compile(r"\b[A-Z][b-df-hj-np-tv-z]{1,4}\.$|[,.]\s[A-Z][a-z]{1,2}\.$")  # Hwy. 61; St., Apt. 4
_ASKED = ('?"', '!"', "?”", "!”")
_SAYS = re.compile(
    r"(?:[A-Z][\w'’.-]+\s){1,3}([a-z]+)(?=[.,]|$|\s(?:in|on|at|to|before|after|when|as|while|with|during|last|later|him|her|me|them)\b)"
)
_CODE = f"\n\n{CODE_INDENT}"  # begins the code that belongs to a sentence
_HIDDEN = "\0"  # stands for a mark of which there is no other


def sentences(text: str, language: str = "en") -> list[str]:
    """Split one block into sentences, in order, without loss but for the marks of items.

    A line that the author broke ends a sentence unless the next goes on in lower case. Code, whose lines begin with
    CODE_INDENT, is not split: it belongs to the sentence before it.
    """
    if "\n" not in text:
        return _prose(text, language)
    found: list[list[str]] = []
    for part in text.split("\n\n"):
        if part.startswith(CODE_INDENT) and not ITEM.match(part):
            if found:
                found[-1].append(part)
            else:
                found.append([part])
        else:
            found += ([sentence] for line in _lines(part) for sentence in _prose(line, language))
    return ["\n\n".join(parts) for parts in found]


def _lines(part: str) -> list[str]:
    """Return the lines of a part without the marks of items, those joined that go on in lower case."""
    lines: list[list[str]] = []
    for line in part.split("\n"):
        mark = ITEM.match(line)
        text = line[mark.end() :].strip() if mark else line.strip()
        goes_on = bool(lines) and mark is None and bool(text)
        if goes_on and (lines[-1][-1].endswith(_DASHES) or (text[0].islower() and not lines[-1][-1].endswith(_ENDS))):
            lines[-1].append(text)
        elif text:
            lines.append([text])
    return [" ".join(parts) for parts in lines]


def _prose(text: str, language: str) -> list[str]:
    """Split running text.

    sentencex cuts after "5 p.m." (Tuesday), "Sat." (4 April), an initial (in Cyrillic), "am 3." (Mai), before a
    lower-case "she asked" and after a Japanese quotation; those are joined again. It leaves "1939.In 1940",
    '"in May." Then', "said no. Then" and "kam. 1921 wurde" whole; these are cut.
    """
    if len(text) < 250 and _END.search(text, 0, len(text) - 1) is None:
        return [text] if text.strip() else []  # one sentence, as most bullets are
    import sentencex

    found: list[tuple[int, int]] = []  # where each sentence begins and ends
    at, before = 0, ""
    for shown in sentencex.segment(language, _paired(text)):
        piece = shown.replace(_HIDDEN, '"')
        for part in _MISSED.split(piece) if "." in piece[:-2] and _MAY_BE_MISSED.search(piece) else (piece,):
            part = part.strip()
            if not part:
                continue
            start = text.find(part, at)
            at = start + len(part)
            if found and (_is_glued(text, start) or _belongs(before, part)):
                found[-1] = (found[-1][0], at)
            else:
                found.append((start, at))
            before = part
    return [text[start:end] for start, end in found]


def _is_glued(text: str, start: int) -> bool:
    """Tell whether a word goes on behind its stop, as "Filecoder.C" does, and no space was forgotten."""
    return text[start - 1] == "." and text[start].isalnum() and _MISSED.match(text, start) is None


def _paired(text: str) -> str:
    """Hide each straight mark whose quotation is not closed: sentencex pairs marks as they come."""
    if '"' in text and _HIDDEN not in text:
        for quotation in quotations(text):
            if not quotation.closed and text[quotation.start] == '"':
                text = f"{text[: quotation.start]}{_HIDDEN}{text[quotation.start + 1 :]}"
    return text


def _belongs(before: str, part: str) -> bool:
    if before[-1] in "」』" and _GOES_ON.match(part):
        return True
    letter = _FIRST_LETTER.search(part)
    if letter is None or letter[0].islower():
        return True
    if before[0] in '"“' and before[-2:] in _ASKED and (said := _SAYS.match(part)) and grammar.is_past(said[1]):
        return grammar.is_speech(said[1])  # “Why?” Berg asked before the vote
    tail = before.rpartition(" ")[2]
    if "-" in tail and _CUT_SHORT.fullmatch(tail.rpartition("-")[2]):
        return True  # then-Rep. Berg
    if len(tail) > 8 or before[-1] in "\"'”»":
        return False
    if tail[-1:] != ".":
        return part[0].isdigit() and re.fullmatch(MONTH, tail, re.IGNORECASE) is not None  # Mai 2024
    if _TIME.search(tail):
        return bool(_ZONE.match(part)) or _begins(part, WEEKDAY) or _begins(part, MONTH)
    if _ORDINAL.search(tail):
        return _begins(part, MONTH)
    if _DAY.search(tail):
        return part[0].isdigit() or _begins(part, MONTH)  # Sat. 4 April
    if part[0].isdigit() and re.fullmatch(MONTH, tail, re.IGNORECASE):
        return True  # Okt. 2024
    if _CUT_SHORT.search(tail) or (part[0].isdigit() and _NUMBERED.search(before[-12:])):
        return True
    return bool(_INITIAL.search(tail)) and not _STARTER.match(part)


def _begins(text: str, pattern: str) -> bool:
    return re.match(pattern, text, re.IGNORECASE) is not None  # few texts need it, and it takes long to make


def prose(sentence: str) -> str:
    """Leave out the code that belongs to a sentence: nothing is told in it."""
    return sentence.partition(_CODE)[0]


def pieces(sentence: str, limit: int = MAX_WORDS) -> list[str]:
    """Cut a sentence of more than `limit` words at the boundary of a clause, so that no piece has more.

    Of code that belongs to it, the first lines that there is room for are kept, as code in running text is none.
    """
    words = sentence.split()
    if len(words) <= limit and len(sentence) <= MAX_CHARACTERS:
        return [sentence]
    if (told := prose(sentence)) != sentence:
        *before, last = pieces(told, limit)
        for line in sentence[len(told) :].splitlines(keepends=True):
            if len(f"{last}{line}".split()) > limit or len(last) + len(line) > MAX_CHARACTERS:
                break
            last += line
        return [*before, last.rstrip()]
    words = [word[i : i + MAX_WORD] for word in words for i in range(0, len(word), MAX_WORD)]
    found = []
    start = 0
    while len(words) - start > limit:
        rest = len(words) - start
        window = words[start : start + min(limit, rest - min(8, rest // 3))]
        cut = max(range(len(window) // 3, len(window)), key=lambda i: (_strength(window, i), i)) + 1
        found.append(" ".join(words[start : start + cut]))
        start += cut
    found.append(" ".join(words[start:]))
    return found


_JOINTS = frozenset(
    "and but which who while where whereas although because und aber die der das wobei та але що який яка "
    "яке які".split()
)


def _strength(words: list[str], i: int) -> int:
    """Say how good it is to cut after word `i`: after ".", then ";" or a dash, a comma before a clause, a comma."""
    word = words[i].rstrip('”"»)')
    if not word:
        return 0
    if word[-1] in ".!?" and len(word) > 3:
        return 5
    if word[-1] in ";:–—":
        return 4
    if word[-1] == ",":
        return 3 if i + 1 < len(words) and words[i + 1].lower() in _JOINTS else 1
    return 0
