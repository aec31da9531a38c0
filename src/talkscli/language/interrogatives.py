"""The interrogatives of nineteen languages: what kind of answer a question asks for.

No list that is kept elsewhere tells of such words which kind they ask for: this table is written by hand.
"""

import re
from collections.abc import Iterable
from functools import cache

from talkscli.language.words import fold

_KINDS = ("duration", "number", "when", "where", "who", "why", "how", "what", "yesno")
# A language a row: for each kind, in the order above, patterns of folded words. The one that begins first in a text
# wins; of two at the same place the one further left: "how long" is no "how", and French "que" opens a clause.
_ROWS = {
    "en": """
        how long, duration, length of;
        how (?:many|much), number of, what (?:number|percentage|share|amount), count of;
        when, (?:what|which)(?: exact)? (?:year|month|day|date|time|century|decade), since when, dates? of;
        where, (?:what|which) (?:city|cities|country|countries|place|town|location|region)s?;
        who, whom, whose, (?:what|which) (?:person|leader|official|president|minister)s?;
        why, how come, reasons?, what (?:caused|made|stopped|led); how; what, which;
        ^(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could|should)
    """,
    "cs": r"""
        jak dlouho; kolik; kdy, kter\w+ (?:roce|den|dne), (?:v|od|do) kolik(?: hodin\w*)?; kde, kam, odkud; kdo,
        koho, komu; proč; jak; co,
        jak[ýáé], kter\w+
    """,
    "da": r"""
        hvor l(?:ænge|ang tid); hvor (?:mange|meget|gam(?:mel|le)|stor\w*|langt?|høj\w*|ofte); hvornår,
        hvilke[nt] (?:år|dag|dato|måned), hvad tid; hvor(?:fra|hen)?; hvem; hvorfor; hvordan; hvad, hvilke[nt]?
    """,
    "de": """
        wie lange?; wie ?viele?, wie (?:oft|alt|hoch|gross|weit|schnell|schwer);
        wann, welche[mnrs]? (?:jahr|tag|monat|datum|uhrzeit), (?:(?:ab|bis|um) )?wie ?viel uhr; wo, wohin, woher;
        wer, wen, wem,
        wessen; warum, wieso, weshalb; wie; was, welche[mnrs]?
    """,
    "el": r"""
        πόσ[οη] (?:καιρό|ώρα|διάρκεια); πόσ\w+; πότε, ποι[οα] (?:έτος|χρονιά|ημερομηνία|μέρα); πού; ποιος, ποια,
        ποιοι, ποιον; γιατί; πώς; τι, ποιο
    """,
    "es": """
        cuanto tiempo; cuant[oa]s?; cuando, que (?:año|día|fecha|mes|hora); donde, adonde; quien(?:es)?; por que;
        como; que, cual(?:es)?
    """,
    "fi": """
        kuinka kauan; kuinka (?:monta|paljon), montako; milloin; missä, mistä, mihin; kuka, ketä, kenen, kenelle;
        miksi; miten, kuinka; mikä, mitä, millä
    """,
    "fr": r"""
        combien de temps; combien; quand, quel(?:le)? (?:année|date|jour|mois|heure); (?<!\w )où, d'où, par où;
        qui; pourquoi; comment; quoi, (?:les?|la)?quel(?:le)?s?, (?<!\w )qu(?:e|')
    """,
    "it": r"""
        quanto tempo; quant[oiae]?; quando?, (?:che|quale) (?:anno|giorno|mese|data|ora); dove?; chi; perché;
        come?; cosa?, quali?, qual, (?<!\w )che
    """,
    "nb": r"""
        hvor l(?:enge|ang tid); hvor (?:mange|mye|gam(?:mel|le)|stor\w*|langt?|høy\w*|ofte); når,
        hvilke[nt] (?:år|dag|dato|måned); hvor(?:fra|hen)?; hvem; hvorfor; hvordan; hva, hvilke[nt]?
    """,
    "nl": """
        hoe ?lang; hoeveel, hoe (?:vaak|oud|hoog|groot|ver|snel|zwaar); wanneer, welke? (?:jaar|dag|datum|maand),
        hoe laat; waar; wie, wiens; waarom; hoe;
        wat, welke?
    """,
    "pl": r"""
        jak długo; ile; kiedy, któr\w+ (?:roku|dnia|dzień|godzin\w+), (?:o|od|do) której; gdzie, dokąd, skąd; kto,
        kogo, komu; dlaczego, czemu;
        jak; co, czym, jak(?:i|a|ie), któr\w+
    """,
    "pt": """
        quanto tempo; quant[oa]s?; quando, que (?:ano|dia|data|mês|hora); onde, aonde; quem; por que; como; que,
        qual, quais
    """,
    "ru": r"""
        как долго, сколько времени; скольк\w+; когда, каком году, какого числа, во сколько,
        (?:в )?котор\w+ час\w*; где, куда, откуда; кто, кого,
        кому; почему, зачем; как; что, как(?:ой|о[ем]|ого|ому|ая|ую|ие|их|ими?)
    """,
    "sv": """
        hur l(?:änge|ång tid); hur (?:många|mycket); när, vilke[nt] (?:år|dag|datum|månad|tid), hur dags; var,
        vart, varifrån;
        vem, vems; varför; hur; vad, vilke[nt], vilka
    """,
    "tr": r"""
        ne kadar süre; kaç, ne kadar; ne zaman, hangi (?:yıl|tarih|gün|saat)\w*, saat kaç\w*, kaçta;
        nere(?:de|den|ye); kim(?:in|e|i)?;
        neden, niçin, niye; nasıl; ne, hangi
    """,
    "uk": r"""
        як довго; скільк\w+; коли, якому році, якого числа, о котрій; де, куди, звідки; хто, кого, кому; чому,
        навіщо; як;
        що, як(?:ий|а|е|і|у|ої|ій|ого|ому|ою|их|ими?)
    """,
    # Of texts without spaces, as they are written.
    "ja": """
        どのくらい, どれくらい, 何日, 何時間; いくつ, 何個, 何回, いくら, 何人, 何枚; いつ, 何時; どこ; 誰, だれ;
        なぜ, どうして, 何故; どう; 何, どの, どんな, どれ
    """,
    "zh": """
        多久, 多长时间; 多少, 几个, 几次, 几天; 什么时候, 何时, 几点, 哪天;
        在哪里, 在哪儿, 哪里, 哪儿, 何处, 在哪; 谁, 誰;
        为什么, 为何, 為什麼; 怎么, 如何, 怎样, 怎麼; 什么, 哪些, 哪个, 什麼
    """,
}
_UNSPACED = ("ja", "zh")
OPENING = 3  # words


def kind_of(question: str, languages: Iterable[str]) -> str | None:
    """Tell which kind of answer a question asks for, by its interrogative.

    Args:
        question: As typed.
        languages: Codes of the languages that it may be in.

    Returns:
        One of duration, number, when, where, who, why, how, what, yesno; None where no interrogative stands in it.
    """
    text = fold(question)
    found = [_ways(code).search(question if code in _UNSPACED else text) for code in languages if code in _ROWS]
    first = min(filter(None, found), key=lambda match: match.start(), default=None)
    return first.lastgroup if first else None


def apart(question: str, language: str) -> str:
    """Put a space around the interrogatives of a text without spaces: "客服几点上班" has no word "服几"."""
    return _ways(language).sub(r" \g<0> ", question) if language in _UNSPACED else question


def opening_kinds(question: str, languages: Iterable[str]) -> set[str]:
    """Tell all kinds of answer that a question asks for by the interrogatives among its first words: "wann und wo".

    Args:
        question: As typed.
        languages: Codes of the languages that it may be in.
    """
    opening = " ".join(re.split("[,:;]", question)[0].split()[:OPENING])
    text = fold(opening)
    return {
        match.lastgroup
        for code in languages
        if code in _ROWS
        for match in _ways(code).finditer(opening if code in _UNSPACED else text)
        if match.lastgroup
    }


@cache
def _ways(language: str) -> re.Pattern[str]:
    around = "" if language in _UNSPACED else r"\b"
    row = " ".join(_ROWS[language].split())
    columns = [[fold(way) if around else way for way in ways.split(", ")] for ways in row.split("; ")]
    kinds = zip(_KINDS, columns, strict=False)  # only of English it is known how a question without one begins
    return re.compile("|".join(f"(?P<{kind}>{around}(?:{'|'.join(ways)}){around})" for kind, ways in kinds))
