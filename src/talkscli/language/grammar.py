"""The closed classes of English words by which a sentence is taken apart, and what may be a finite verb."""

from functools import cache

from talkscli.language import tables
from talkscli.language.calendar import MONTHS, WEEKDAYS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PREPOSITIONS = _words(
    """
    about above across after against ahead along alongside amid among around as at before behind below beneath beside
    besides between beyond by despite down during except for from in inside into like near of off on onto opposite
    out outside over past per since than through throughout to toward towards under underneath until unlike up upon
    via with within without versus am im auf bei mit für nach vor seit aus zu über unter gegenüber gegen у в на з із до
    від за про для під час після
    """
)
SUBORDINATORS = _words(
    "although though because if unless when whenever while whereas once since until till after before as whether lest"
)
RELATIVES = _words("who whom whose which that where")
CONJUNCTIONS = _words("and or but nor yet so & und oder aber та і й але")
ARTICLES = _words("the a an his her its their our my your every no")
DETERMINERS = ARTICLES | _words(
    "this that these those some any each another both all many most several few one two three four five six seven "
    "eight nine ten"
)
PRONOUNS = _words("he she it they we i you who there this that these those er sie wir ich він вона вони ми я")
BE = _words("is are was were be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t")
AUXILIARIES = BE - _words("be been being") | _words(
    """
        has have had will would can could may might must shall should do does did hasn't haven't hadn't won't wouldn't
        can't cannot couldn't mustn't shouldn't don't doesn't didn't hasn’t haven’t hadn’t won’t wouldn’t can’t couldn’t
        mustn’t shouldn’t don’t doesn’t didn’t
        """
)
PASTS = _words(
    """
    arose ate awoke beat became began bent bet bit bled blew bore bound bought broke brought built burnt burst came
    cast caught chose clung cost crept cut dealt drank drew dreamt drove dug fed fell felt fled flew fought found froze
    gave got grew ground heard held hid hit hung hurt kept knelt knew laid lay lay learnt led left lent let lit lost
    made meant met mistook overcame overthrew overtook paid put quit ran rang read rid rode rose said sang sank sat
    saw sent set sewed shed shone shook shot showed shrank shut slept slid sold sought spent spoke spread sprang spun
    stole stood struck stuck stung swam swept swore swung taught thought threw told took tore undertook underwent
    understood upheld went wept withdrew withheld withstood woke won wore wound wove wrote
    """
)
PARTICIPLES = PASTS | _words(
    """
    beaten become begun bitten blown born borne broken chosen come done drawn driven drunk eaten fallen flown
    forbidden forgotten forgiven frozen given gone grown hidden known lain mistaken overcome overtaken overthrown
    proven ridden risen run rung seen shaken shown shrunk sown spoken stolen sung sunk sworn swum taken thrown torn
    undergone undertaken withdrawn woken worn woven written
    """
)
# Verbs of saying in German and Ukrainian, of which no table has the forms.
_SPEECH_ABROAD = _words(
    """
    sagte sagt erklärte erklärt betonte betont teilte meinte meint ergänzte warnte kündigte berichtete schrieb
    forderte сказав сказала заявив заявила повідомив повідомила зазначив зазначила додав додала наголосив
    наголосила пояснив пояснила підкреслив підкреслила розповів розповіла розповідає каже говорить вважає
    написав написала
    """
)
_NO_SPEECH = _words("mean means meant meaning")  # "Low prices meant that nobody came"
_ADVERBS = _words(
    "also then later earlier never always often still now soon even just already again ever not long instead thus once "
    "twice meanwhile however"
)
_NO_ADVERBS = _words("family italy july ally reply supply assembly only anomaly monopoly italy jelly rally bully fly")
_NOT_PAST = _words("hundred seed need speed breed feed deed weed united red bed shed kindred sacred aged indeed")
_TIMES = _words(
    "second minute hour day night week weekend month year decade century morning afternoon evening summer winter "
    "spring autumn fall season time"
)
_DATES = {name.lower() for name in (*MONTHS, *WEEKDAYS, *(month[:3] for month in MONTHS), "Sept")}


def is_adverb(word: str) -> bool:
    """Tell whether a word may stand between a subject and its verb: "also", "reportedly"."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS)


def is_past(word: str) -> bool:
    """Tell whether a word has the form of a verb in the past: "went", "demanded"."""
    return word in PASTS or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST)


def is_participle(word: str) -> bool:
    """Tell whether a word may follow "was" in the passive: "taken", "annexed"."""
    return word in PARTICIPLES or is_past(word)


def is_finite(word: str) -> bool:
    """Tell whether a word can be nothing but a finite verb or a participle, whatever stands around it."""
    return word in AUXILIARIES or is_past(word) or (is_speech(word) and not word.endswith(("s", "ing")))


def is_third_person(word: str) -> bool:
    """Tell whether a word may be a verb in the present ("wants"), or else the plural of a noun ("talks")."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))


@cache
def _claims() -> frozenset[str]:
    return frozenset(tables.read("speech-en").partition("\n")[0].split()) | _SPEECH_ABROAD


@cache
def speech() -> frozenset[str]:
    """Return the verbs with which somebody's words are told."""
    return (frozenset(tables.read("speech-en").split()) - _NO_SPEECH) | _SPEECH_ABROAD


def is_speech(word: str) -> bool:
    """Tell whether a word is a verb of saying."""
    return word in speech()


def is_claim(word: str) -> bool:
    """Tell whether a verb claims that something is so: "said", not "asked"."""
    return word in _claims()


def tells(word: str) -> bool:
    """Tell whether a word is such a verb, in any form: "say", "deny", "said"."""
    return any(form in _claims() for form in (word, word + "s", word + "es", word[:-1] + "ies"))


def is_time(word: str) -> bool:
    """Tell whether a word says when: a number, a month, a weekday, "week"."""
    return word[0].isdigit() or word in _DATES or word.removesuffix("s") in _TIMES
