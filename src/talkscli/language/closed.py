"""The closed words of languages other than English, and their verbs of saying."""

import re
from functools import cache
from typing import NamedTuple

from talkscli.language import tables


class Closed(NamedTuple):
    """The closed words of a language, in small letters."""

    articles: frozenset[str]
    links: frozenset[str]
    """Prepositions: what stands behind one hangs on something else."""
    joints: frozenset[str]
    """Conjunctions and relatives, which begin a clause."""
    that: frozenset[str]
    """What begins a reported clause."""
    helpers: frozenset[str]
    """Auxiliaries, pronouns of the object and adverbs that may stand between a subject and its verb."""
    he: frozenset[str]
    she: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    """Before who says it: "selon", "по словам"."""
    thus: frozenset[str]
    """Before who says it, where a verb might stand: "so Berg"."""
    behind: frozenset[str] = frozenset()
    """Behind who says it: "Berg zufolge"."""
    drops: bool = False
    """A verb needs no subject: "…", añadió."""


def _closed(*, according: str, drops: bool = False, **rows: str) -> Closed:
    phrases = tuple(tuple(phrase.split()) for phrase in according.split("|"))
    return Closed(according=phrases, drops=drops, **{name: frozenset(words.split()) for name, words in rows.items()})


_CLOSED = {
    "de": _closed(
        articles="der die das ein eine sein seine ihr ihre",
        links="den dem des einer eines einem einen von vom für bei beim mit nach zu zum zur aus in im an am auf"
        " um gegen über unter vor seit durch des gegenüber",
        joints="und oder aber doch denn weil wenn als während obwohl der die das welche welcher wo",
        that="dass daß ob wie",
        helpers="hat haben hatte hatten habe ist sei wird werde auch noch nun dann später zudem dabei sich ihm"
        " ihr ihnen es",
        he="er", she="sie", according="laut|nach angaben|nach worten|nach ansicht", thus="so", behind="zufolge",
    ),
    "es": _closed(
        articles="el la los las un una unos unas su sus",
        links="de del a al en por para con sin sobre entre contra hacia hasta desde según ante tras",
        joints="y e o pero que quien quienes cual donde cuando mientras porque si aunque",
        that="que si",
        helpers="ha han había habían he es era lo la le les se también ya luego además después no",
        he="él", she="ella", according="según|para|de acuerdo con|a juicio de", thus="", drops=True,
    ),
    "fr": _closed(
        articles="le la l' les un une son sa ses leur leurs ",
        links="de du des d' à au aux en par pour avec sans chez contre entre sur sous dans vers envers selon depuis",
        joints="et ou mais que qu' qui dont où quand lorsque lorsqu' car si comme",
        that="que qu' si",
        helpers="a ont avait avaient est était l' lui leur s' se y en n' ne pas aussi encore ainsi même ensuite"
        " déjà notamment",
        he="il", she="elle", according="selon|d' après|pour|aux yeux de", thus="",
    ),
    "it": _closed(
        articles="il lo la l' i gli le un uno una un' suo sua",
        links="di del dello della dell' dei degli delle d' a al allo alla all' ai agli alle da dal dallo dalla"
        " dall' dai dagli dalle in nel nello nella nell' nei negli nelle"
        " su sul sullo sulla sull' sui sugli sulle per con tra fra contro secondo",
        joints="e ed o ma che chi cui dove quando mentre perché se",
        that="che se",
        helpers="ha hanno aveva avevano è era l' lo la gli le si s' poi anche già inoltre ancora non",
        he="lui egli", she="lei ella", according="secondo|per|stando a", thus="", drops=True,
    ),
    "nl": _closed(
        articles="de het een zijn haar",
        links="van voor bij met naar uit in op aan over tegen door om onder tot volgens",
        joints="en of maar die dat wie waar toen als omdat terwijl",
        that="dat of",
        helpers="heeft hebben had hadden is werd ook nog dan later zich hem haar er",
        he="hij", she="zij ze", according="volgens", thus="aldus",
    ),
    "pt": _closed(
        articles="o a os as um uma seu sua",
        links="de do da dos das em no na nos nas por pelo pela para com sem sobre entre contra ao à aos às segundo",
        joints="e ou mas que quem onde quando enquanto porque se",
        that="que se",
        helpers="tem têm tinha havia foi é era se lhe também ainda depois já não",
        he="ele", she="ela", according="segundo|conforme|para|de acordo com", thus="", drops=True,
    ),
    "ru": _closed(
        articles="",
        links="в во на к ко с со о об от до из у за для при по под над между через перед без",
        joints="и а но или что который которая которые где когда если",
        that="что ли чтобы",
        helpers="также ещё еще уже потом затем тогда и не ему ей им себе",
        he="он", she="она", according="по словам|по мнению|по данным|по его словам", thus="",
    ),
    "uk": _closed(
        articles="",
        links="в у на до з із зі о об від для при по під над між через перед без за про",
        joints="і й та але або що який яка які де коли якщо",
        that="що чи щоб",
        helpers="також ще вже потім тоді не йому їй їм собі",
        he="він", she="вона", according="за словами|на думку|за даними", thus="",
    ),
}  # fmt: skip
_SPEECH = {
    "de": "sagte sagt erklärte erklärt betonte betont teilte meinte meint ergänzte warnte kündigte berichtete schrieb"
    " forderte",
    "uk": "сказав сказала заявив заявила повідомив повідомила зазначив зазначила додав додала наголосив наголосила"
    " пояснив пояснила підкреслив підкреслила розповів розповіла розповідає каже говорить вважає написав написала",
}  # of which the table has few
SAYING = {
    "de": "sagt sagte sagen sagten gesagt",
    "es": "dice dicen dicho decir dijo dijeron",
    "fr": "dire disait disent dit",
    "it": "detto dice dicono dire disse",
    "nl": "gezegd zegt zei zeggen",
    "pt": "disse disseram dito diz dizem dizer",
    "ru": "говорил говорила говорит сказал сказала сказали",
    "uk": "каже кажуть казав казала сказав сказала сказали",
}
"""The plainest verb for asking what somebody said; other verbs of saying ask for more than any words."""
LANGUAGES = frozenset(_CLOSED)
"""The codes of the languages that are read so."""
HE, SHE = (frozenset().union(*(getattr(closed, sex) for closed in _CLOSED.values())) for sex in ("he", "she"))
"""The words for "he" and for "she"."""
SPEECH = frozenset(word for verbs in _SPEECH.values() for word in verbs.split())
"""Verbs of saying that are such in a text of any language."""
ARTICLES = frozenset().union(*(closed.articles for closed in _CLOSED.values()))


def closed(language: str) -> Closed:
    """Return the closed words of a language.

    Args:
        language: One of LANGUAGES.
    """
    return _CLOSED[language]


def telling(language: str) -> frozenset[str]:
    """Return the small words of a language that are none of another of LANGUAGES.

    Args:
        language: One of LANGUAGES.
    """
    others = frozenset[str]().union(*(_small(closed) for code, closed in _CLOSED.items() if code != language))
    return _small(_CLOSED[language]) - others


def _small(closed: Closed) -> frozenset[str]:
    return closed.articles | closed.links | closed.joints | closed.helpers | closed.he | closed.she


@cache
def speech(language: str) -> frozenset[str]:
    """Return the forms of a language's verbs of saying.

    Args:
        language: One of LANGUAGES.
    """
    rows = (line.split() for line in tables.read("speech").splitlines())
    found = next((frozenset(words) for code, *words in rows if code == language), frozenset[str]())
    return found.union(_SPEECH.get(language, "").split()) - closed(language).helpers - closed(language).links


FIRST_PERSON = re.compile(
    r"""
    \b(?:
        I | I’m | my | we | our | us | We | Our | My          # English
      | wir | uns | unser\w* | ich | mich | mir | mein\w* | Wir | Unser\w* | Ich | Mein\w*
      | nous | notre | nos | je | mon | Nous | Notre | Nos | Je
      | nosotros | nuestr[oa]s? | yo | Nosotros | Nuestr[oa]s? | Yo
      | noi | nostr[oaie] | io | Noi | Nostr[oaie] | Io
      | wij | ons | onze | ik | Wij | Onze | Ik
    )\b
    """,
    re.VERBOSE,
)
"""By whose words somebody speaks of himself."""
