"""What the verb beside a date tells of when that was: before the day of publication or after it."""

import re

from talkscli.language import grammar, parts

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FUTURE = re.compile(
    r"\b(?:will|shall|won't|won’t|upcoming|(?:is|are)\s(?:set|due|scheduled|expected|planned|to|going)(?:\sto)?"
    r"|(?:hope|plan|aim|expect|intend|want)s?\sto)\b",
    re.IGNORECASE,
)
_WAS_TO = re.compile(  # "It was set to open on Friday"
    r"\b(?:was|were)\s(?:set|due|scheduled|expected|supposed|slated)\b(?!\sto\shave)[^.;:,“”\"]*$", re.IGNORECASE
)
# In other languages the verb in the clause of the date alone tells: "wird am Montag", "el lunes abrirá".
_FUTURE_ABROAD = re.compile(
    r"\b(?:wird|werden\s(?!muss|müssen|soll|kann|könn|konnt|darf|dürf|würd)\w+|zal|zullen|sera|seront|aura|auront|devra|devront|pourra|pourront"
    r"|[^\W\d_]{2,}r(?:á|án|à|anno)|будет|будут|буде|будуть)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:vom|des)\s\Z")  # "der Sturm vom 3. Mai wird beschrieben" has been
_CLAUSE_ENDS = re.compile(r"[,.;:–—“”«»\"]|\b(?:que|qu['’]|che|dass|dat|что|що|et|y|e|und)\b")
_LET = re.compile(  # what stands before "to" and makes that future
    r"""
    \b(?:(?:will|shall|won['’]t|(?P<modal>would|could|should|may|might|must))(?:\snot)?(?:\s\w+ly|\salso|\sstill)?
    \s(?:be(?:\s\w+ly)?\s\w+|have|need|want|try))\s\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GERUND = re.compile(r"\w*[aeiouy]\w*ing")  # not "bring"
_SUBJECTS = frozenset("he she it who which that".split())
_NO_INFINITIVES = grammar.DETERMINERS | grammar.PRONOUNS | frozenset("him them us me".split())
_UNTIL = re.compile(r"\b(?:until|till|bis)\s(?:the\s)?$", re.IGNORECASE)
_NOT_UNTIL = re.compile(r"\b(?:did|was|were|had|could)(?:\snot\b|n['’]t\b)[^,;:]*$", re.IGNORECASE)
_MODALS = frozenset("would should could may might must can".split())  # "will" and "shall" tell of the future anyway
_BEEN = frozenset("was were had did".split())
_LASTING = grammar.AUXILIARIES - _BEEN | frozenset("next upcoming future".split())
PLANNED, OPEN = 2, 3
_CLAUSE = 120  # characters before and behind a date in which its verb is sought


def tense(text: str, match: re.Match[str]) -> int:
    """Tell what the verb nearest before a date (or else behind it) says: -1 past, 1 future, 0 neither.

    What is told in the present, as of a plan, is PLANNED: it is to come, perhaps on the day itself. What was planned is
    OPEN: it may have been since.
    """
    before, behind = text[max(0, match.start() - _CLAUSE) : match.start()], text[match.end() : match.end() + _CLAUSE]
    before = _unquoted(text, match.start(), before)
    if _UNTIL.search(before + (match["lead"] or "")):
        return -1 if _NOT_UNTIL.search(before) else 1
    if match["weekday"] and _WAS_TO.search(before):
        return OPEN
    clause = _CLAUSE_ENDS.split(before)[-1] + " | " + _CLAUSE_ENDS.split(behind, maxsplit=1)[0]
    if _FUTURE_ABROAD.search(clause) and not (_OF.search(before) and "bis" not in clause):
        return PLANNED if match["weekday"] else 1
    future = list(_FUTURE.finditer(before))
    words = list(_WORD.finditer(before))
    planned = within = False
    for i in range(len(words) - 1, -1, -1):
        if future and words[i].start() <= future[-1].end():
            return 1
        word, behind_it = words[i][0].lower(), words[i + 1][0] if i + 1 < len(words) else ""
        if word == "to" and behind_it.islower() and behind_it not in _NO_INFINITIVES:
            if (i and _GERUND.fullmatch(words[i - 1][0])) or (within and _GERUND.fullmatch(behind_it)):
                within = True  # "pleaded guilty to threatening to kill her in March": the main verb tells
                continue
            let = _LET.search(before, 0, words[i].start())
            if let and (match["weekday"] or not let["modal"]):
                return 1  # "will be allowed to play on Sunday"
            return 0  # "planned to leave on 3 May": before or after
        lead = words[i - 1][0].lower() if i else ""
        if lead in ("a", "an", "the"):
            continue  # "a scheduled 3 May meeting"
        if lead in _SUBJECTS and grammar.is_third_person(word):
            return 0  # "the session that starts in January": before or after
        if word in _MODALS and match["weekday"] and behind_it not in ("not", "have", "only"):
            return 1  # "said they would come back to it on Wednesday"
        told = _says(word)
        if told == -1 and lead == "be":
            continue  # "will be held on Friday"
        if word in ("is", "are") and not match["today"] and before[words[i].end() :].strip() in ("", "on", "for"):
            return PLANNED  # "the vote is on Friday"
        if told is not None:
            return PLANNED if planned and told == 0 and not match["today"] else told
        planned = planned or _is_present(word, lead)
        if planned and match["today"]:
            return 0  # "as we see today"
    if planned:
        return PLANNED  # "they meet on Friday"
    upcoming = _FUTURE.search(behind)
    for found in _WORD.finditer(behind):
        if upcoming and found.start() >= upcoming.start():
            return 1
        told = _says(found[0].lower())
        if told is not None:
            return told
    return 0


def _unquoted(text: str, start: int, before: str) -> str:
    """Cut off a quotation that ends before a date: what is said there does not tell when it was said."""
    curly = text.rfind("”", 0, start) > text.rfind("“", 0, start)
    mark = "”" if curly else '"'
    closed = curly or text.count(mark, 0, start) % 2 == 0
    return before[before.rfind(mark) + 1 :] if closed else before


def is_of_the_past(text: str) -> bool:
    """Tell whether an English text tells of what has been alone: it has no verb of what is, will be or is "to come"."""
    told = [found[0].lower().replace("’", "'") for found in _WORD.finditer(text) if found[0] != "May"]
    lasting = any(word in _LASTING or word.endswith("'ll") for word in told)
    lasting = lasting or any(map(_is_to_come, told, told[1:], told[2:]))
    return not lasting and any(word in _BEEN or grammar.is_past(word) for word in told)


def _is_to_come(before: str, link: str, word: str) -> bool:
    """Whether three words are as "hopes to meet"; "face to face" is not."""
    return link == "to" and before != word and parts.is_verb(word)


def _is_present(word: str, before: str) -> bool:
    """Tell whether a word is a verb of what regularly or by plan is done: "opens", "they meet"; no verb of saying."""
    if grammar.is_speech(word):
        return False
    stem = word.removesuffix("s")
    if word != stem:
        return before not in _NO_INFINITIVES and before not in ("", "and") and parts.is_mostly_verb(stem)
    return (before in ("they", "we") or before.endswith("s")) and parts.is_mostly_verb(word)


def _says(word: str) -> int | None:
    if word in ("was", "were", "had", "did", "wurde", "war", "hatte"):
        return -1
    if word in grammar.AUXILIARIES:
        return 0
    return -1 if grammar.is_past(word) else None
