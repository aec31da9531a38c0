"""Whether somebody asks for what is no one fact: a whole story, a time, a list, what an article is called."""

import re
from datetime import date, timedelta
from functools import lru_cache

from talkscli.language import calendar, grammar
from talkscli.language.calendar import Span
from talkscli.language.tongues import ENGLISH
from talkscli.language.words import STOP, words

_SUMMARY = frozenset(
    "summari summaris summar overview brief gist digest tldr tl dr recap".split()
    + "takeaway highlight nutshel latest updat".split()
)  # stems
_CHIEF, _POINTS = frozenset("main key essenti import".split()), frozenset("point fact messag idea thing".split())
_ALL = frozenset("everyth whole".split())
_STORY = frozenset(
    """
    articl stori text news document topic happen go say tell give show sentenc word paragraph line short
    """.split()
)
_WORK = frozenset("articl stori text news report document page piec it this that".split())
_NEW = frozenset("date recent current outdat".split())
_DATED = _NEW.union("publish written print when".split())
_PLACED = frozenset("sourc url link websit from".split())
_TITLED = frozenset("titl headlin".split())
_LISTS = {
    "timeline": frozenset("timelin chronolog date event".split()),
    "quotes": frozenset("quot quotat".split()),
    "who": frozenset("peopl person name organis organ compani countri place bodi somebodi".split()),
}
_REACHING = frozenset("contact reach touch".split())
_SITED = frozenset("locat situat base".split())
_ADDRESS = frozenset("address postcod zip locat".split())
_OF_ADDRESS = frozenset("post postal mail street code full exact".split())
_LISTING = frozenset("all appear give import involv key list main mention name pleas show".split())
_HAPPENED = frozenset("happen occur take took taken place event timelin chronolog go went news".split())
_BEFORE, _UNTIL = frozenset({"before", "pre"}), frozenset({"until", "till", "by"})
_AFTER, _SINCE = frozenset({"after", "post"}), frozenset({"since", "from"})
_NEXT = r"""(?xi) (?:and\s|so\s)?
    (?: what\s (?:happened|happens|came|comes|followed)
        \s (?:(?:right|just|shortly|soon|immediately|directly)\s)? (?: (?P<rel>after|before)\s(?:that|this|it) | next )
    | then | then\swhat | what\sthen | what\snext | (?:after|(?P<back>before))\sthat )"""
_WHEN = frozenset("last next this today tomorrow yesterday early late earlier later".split())
_VAGUE = frozenset("day early earlier last late later next this time".split())
_NARROW = grammar.INTERROGATIVES - {"what", "whats"} | {"may"}
_SUPPOSED = frozenset("if would could might".split()) | (grammar.PERSONAL - grammar.IT)
_BEFORE_YEAR = grammar.PREPOSITIONS - {"of"}  # no day and no month stands between such a word and a year


@lru_cache(16)
def _read(question: str) -> tuple[list[str], frozenset[str]]:
    """The words of a question, and the stems of those that are no function words; many ask for them."""
    return words(question), frozenset(ENGLISH.content(question))


def asks_for_all(question: str) -> bool:
    """Tell whether a question asks for the whole story: "summary", "what happened", "what is this about".

    Args:
        question: The question as typed.

    Returns:
        True where no word of it narrows what is asked for.
    """
    told, content = _read(question)
    if asks_next(question):
        return False
    if told == ["what", "is", "this"]:
        return True
    if content & _SUMMARY:
        content = frozenset(word for word in content if not word.isdigit())  # "in one sentence"
    if not content <= _SUMMARY | _ALL | _STORY | _CHIEF | _POINTS or not _NARROW.isdisjoint(told):
        return False
    if content & _POINTS and not content & _CHIEF:  # "what was the message"
        return False
    if not _SUPPOSED.isdisjoint(told) and not content & _SUMMARY:  # "what would happen if they did"
        return False
    if content & _ALL and told[0] in ("tell", "give", "show", *_ALL, "the"):
        return True
    if told[:2] == ["what", "about"]:
        return False
    if told == ["news"] or content & _SUMMARY or (content & _CHIEF and content & _POINTS):
        return True
    return not {"what", "whats"}.isdisjoint(told) and (bool(content) or "about" in told)


def asks_for_list(question: str) -> str | None:
    """Tell which list a question asks for that no fact is: "key dates", "all quotes", "which countries are mentioned".

    Args:
        question: The question as typed.

    Returns:
        "timeline", "quotes", "who" or None.
    """
    told, content = _read(question)
    if told[:1] == ["is"]:  # "is this up to date"
        return None
    if told in (["who", "said", "what"], ["what", "did", "everyone", "say"]):
        return "quotes"
    for kind, names in _LISTS.items():
        alone = kind != "who" or not content.isdisjoint(_LISTING)
        if content & names and content <= names | _LISTING and alone and _SUPPOSED.isdisjoint(told):
            return kind
    return "who" if told[:1] == ["who"] and content in ({"mention"}, {"involv"}, {"name"}) else None


def asks_to_reach(question: str) -> bool:
    """Tell whether a question asks how to reach whoever speaks, and nothing more: "contact", "how do I reach you"."""
    _, content = _read(question)
    return bool(content & _REACHING) and content <= _REACHING | {"detail", "info", "inform"}


def asks_for_address(question: str) -> bool:
    """Tell whether a question asks where whoever speaks is, and nothing more: "where are you", "postal address"."""
    told, content = _read(question)
    if told[:3] == ["where", "are", "you"]:
        return len(told) == len("where are you".split()) or bool(content & _SITED)
    if told[-2:] == ["find", "you"]:
        return content == {"find"}
    return bool(content & _ADDRESS) and content <= _ADDRESS | _OF_ADDRESS


def asks_of_event(question: str) -> str | None:
    """Tell whether a question asks when, or where, "it" was, and names nothing: "where did it happen".

    Args:
        question: The question as typed.

    Returns:
        "when", "where" or None.
    """
    told, content = _read(question)
    if not content or not content <= _HAPPENED - {"news", "timelin", "chronolog"} or not _SUPPOSED.isdisjoint(told):
        return None
    return told[0] if told[0] in ("when", "where") else None


def asked_moment(question: str) -> frozenset[str]:
    """Tell by which words a question asks what happened at a time: "what happened on Monday", "what happened 2021".

    Args:
        question: The question as typed.

    Returns:
        The words for the time; none where it asks for anything else.
    """
    told, _ = _read(question)
    plain = grammar.PREPOSITIONS | grammar.ARTICLES | grammar.AUXILIARIES | {"what"}
    at = told.index("may") if "may" in told else 0
    may = {"may"} if at and told[at - 1] in ("in", "on", "since") else set()  # else it is no month
    rest = [word for word in told if word in _WHEN | may or word not in plain]
    times = [word for word in rest if word in _WHEN or grammar.is_time(word)]
    others = ENGLISH.content(" ".join(word for word in rest if word not in times))
    asks = "what" in told and bool(others) and _HAPPENED.issuperset(others)
    plainly = len(times) > 1 or not _VAGUE.issuperset(times)
    return frozenset(times) if asks and plainly else frozenset()


def asks_next(line: str) -> int:
    """Tell whether a line asks what came after, or before, what was told last: "what happened after that", "and then".

    Args:
        line: What was typed.

    Returns:
        1 for what came after, -1 for what came before, 0 where it asks for anything else.
    """
    found = re.fullmatch(_NEXT, " ".join(line.split()).rstrip("?!. "))
    if not found:
        return 0
    return -1 if found["back"] or (found["rel"] or "").lower() == "before" else 1


def asks_for_author(question: str) -> bool:
    """Tell whether a question asks who wrote an article: "who wrote this", "who is the author"."""
    told, content = _read(question)
    writes = content & {"author", "write", "written", "wrote"}
    return told[:1] == ["who"] and bool(writes) and content - writes <= _WORK


def asks_for_title(question: str) -> bool:
    """Tell whether a question asks what an article is called: "what is the title", "headline"."""
    told, content = _read(question)
    return bool(content & _TITLED) and content <= _TITLED | _WORK | {"call"} and _SUPPOSED.isdisjoint(told)


def asks_of_source(question: str) -> tuple[bool, bool]:
    """Tell whether a question asks when an article was published, and where it is from.

    Args:
        question: The question as typed.

    Returns:
        Whether it asks the one, and whether it asks the other.
    """
    read, content = _read(question)
    told = set(read)
    stemmed = {stem for stem in ENGLISH.stems(list(told)) if stem not in STOP} | told & STOP
    if not content <= _WORK | _DATED | _PLACED or _WORK.isdisjoint(stemmed):
        return False, False
    dated = stemmed & _DATED
    return len(dated) > 1 or not dated.isdisjoint(_NEW), bool(stemmed & _PLACED) and not told.isdisjoint(
        {"where", "what", "which"}
    )


def asked_time(question: str) -> Span | None:
    """Tell of which time a question asks what happened: "what happened before 2022", "events from 2014 to 2022".

    Args:
        question: The question as typed.

    Returns:
        The days, both ends included; None where it asks for anything else, or names no year.
    """
    years = list(re.finditer(calendar.YEAR, question))
    if not years or _asks_else(question[: years[0].start()], question[years[-1].end() :].partition(" ")[2]):
        return None
    from talkscli.language import prose_dates  # few questions come so far, and its patterns take long to make

    dates = prose_dates.find(question)
    if len(dates) != 1:
        return None
    told, rest = words(question[: dates[0].start]), words(question[dates[0].end :])
    relation = set(told[-1:])
    if relation & (_BEFORE | _UNTIL | _AFTER | _SINCE):
        told.pop()
    if _narrows([*told, *rest]) or not _NARROW.isdisjoint([*told, *rest]):
        return None
    time = calendar.parse(dates[0].edtf)
    if relation & _BEFORE:
        return Span(date.min, time.first - timedelta(days=1))
    if relation & _UNTIL:
        return Span(date.min, time.last)
    if relation & _AFTER:
        return Span(time.last + timedelta(days=1), date.max)
    if relation & _SINCE and "/" not in dates[0].edtf:
        return Span(time.first, date.max)
    return time


def _asks_else(before: str, after: str) -> bool:
    """Tell by what stands before and after its years that a question asks for anything else, whatever its dates."""
    told = words(before)
    return _narrows(words(after)) or (not _BEFORE_YEAR.isdisjoint(told[-1:]) and _narrows(told[:-1]))


def _narrows(told: list[str]) -> bool:
    return not set(ENGLISH.content(" ".join(told))) <= _HAPPENED
