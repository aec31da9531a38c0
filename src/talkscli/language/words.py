"""The one analysis used for facts and for questions: fold, romanise, tokenise, stem."""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from talkscli.language.numbers import DIGITS, SPELLED

if TYPE_CHECKING:
    from Stemmer import Stemmer

_MARKS = re.compile(r"[\u0300-\u036f]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ′`´ʹ＇", "'") | {"\u00ad": None, "\u200b": None, "\u200d": None})
_TOKEN = re.compile(r"(?:[a-z]\.){2,}|\d+(?:[.,]\d+)*|[a-z]+(?:'[a-z]+)*")
_WITHIN = ".,'"  # stand within words too; whatever else is no letter or digit stands between them
_BETWEEN = bytes(n if chr(n).isalnum() or chr(n) in _WITHIN else 32 for n in range(128)) + bytes(128)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_STATES = re.compile(r"\bU\.?S\.?A?\b\.?(?:['’]s\b)?")
_SCRIPT = re.compile("[\u3041-\u3096]+|[\u30a1-\u30fe]+|[^\u3041-\u30fe]+")
_ROMANISED = re.compile("[\u0370-\u1fff]")  # Greek, Cyrillic …: what looks like a Roman number is a word, "її"
_FOREIGN = re.compile(r"[^\x00-\x7f]+(?:'[^\x00-\x7f]+)*")
# Articles and pronouns that French and Italian write onto the next word; the two are compiled where first needed.
_ELIDED = "(?:[cdjlmnstv]|qu|jusqu|lorsqu|puisqu|quoiqu|un|d?all|dell|nell|sull|d?agl|gl|degl|negl|sugl)'(?=[a-z]{2})"
_BEFORE_PRONOUN = frozenset(
    "tell give show help let for to with of about around among remind both all gives tells".split()
)
_GROUPED_BY_SPACE = r"(?<![\d.,])(\d{1,3})[ \u00a0\u202f](?=\d{3}(?:\D|$))"
_SPACED_NUMBER = re.compile(r" \d")

STOP = frozenset(
    """
    a about above after again against all also am an and any are arent as at be because been before being below
    between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during each either
    else etc even every few for from further get gets got had hadnt has hasnt have havent having he hed her here
    hers herself him himself his how however i id if ill im in into is isnt it its itself ive just let lets may me
    might mine more most much must my myself neither no nor not now of off on once one only or other our ours
    ourselves out over own per quite rather s same shall she should shouldnt so some such t than that thats the
    their theirs them themselves then there theres these they theyre theyve this those though through thus to too
    until up upon us very was wasnt we well were werent weve what whats when whens where wheres whether which while
    who whom whos whose why whys will with within without wont would wouldnt yes yet you your youre yours yourself
    """.split()
)


def fold(text: str) -> str:
    """Fold a text, so that case, accents and script make no difference.

    Args:
        text: Any text, in any script.

    Returns:
        The text in ASCII: "Århus" -> "arhus", "Юрский" -> "yurskii".
    """
    if text.isascii():
        return text.casefold().replace("`", "'")
    text = text.casefold().translate(_APOSTROPHES)
    if text.isascii():
        return text
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold().replace("`", "'")
    return text if text.isascii() else romanise(text)


def romanise(text: str) -> str:
    """Write other scripts in ASCII letters, and drop what has none (anyascii's tables)."""
    from anyascii import anyascii  # 2 MB of tables, only needed for other scripts

    plain = _FOREIGN.sub(lambda run: anyascii(run[0]).replace("'", ""), text)  # a soft sign is no elision, nor is "п'я"
    return plain.casefold().replace("`", "'")


def words(text: str) -> list[str]:
    """Split `text` into folded words and numbers: "U.S. aid isn't $1,000" -> usa, aid, isnt, 1000.

    A possessive ending falls away, a number is written in digits without grouping, and the country is told from the
    pronoun: "US", "U.S." and "the us" are usa, "tell us" is us. Chinese and Japanese, which have no spaces, are cut
    into pairs of characters that overlap, as is usual in search (Lucene's CJKBigramFilter).

    Args:
        text: Any text, in any script.

    Returns:
        The words in their order, each of ASCII letters or a number, or one or two characters of Chinese or Japanese.
    """
    if text.isascii() and text.isalpha() and (word := text.lower()) != "us":  # most entries of the word tables
        return [DIGITS.get(word, word)]
    if not text.isascii() and (runs := _unspaced()).search(text):
        pieces = runs.split(text)
        return [w for at, piece in enumerate(pieces) for w in (_pairs(piece) if at % 2 else words(piece))]
    shouted = text.isupper()  # tells nothing of who is meant
    folded = fold(_STATES.sub(" usa ", text) if ("US" in text or "U.S" in text) and not shouted else text)
    if _SPACED_NUMBER.search(folded):
        folded = re.sub(_GROUPED_BY_SPACE, r"\1", folded)
    found: list[str] = []
    number, append = (DIGITS if text.isascii() or not _ROMANISED.search(text) else SPELLED).get, found.append
    for piece in folded.encode("ascii", "ignore").translate(_BETWEEN).decode().split():
        if piece.isalpha() and piece != "us":  # most need no pattern
            append(number(piece, piece))
            continue
        word = piece.strip(_WITHIN)
        if word.isalpha() and word != "us":
            append(number(word, word))
            continue
        for part in _TOKEN.findall(piece):
            if part == "us" and not (found and found[-1] in _BEFORE_PRONOUN):
                found.append("usa")
            elif part.isalpha():
                found.append(number(part, part))
            elif part[0].isdigit():
                found.append(re.sub(r"[.,]", "", part) if _GROUPED.fullmatch(part) else part)
            elif "'" in part:
                elided = re.match(_ELIDED, part)
                found.append(part[elided.end() if elided else 0 :].removesuffix("'s").replace("'", ""))
            else:
                short = part.replace(".", "")
                found.append("usa" if short == "us" else short)
    return found


@cache
def _unspaced() -> re.Pattern[str]:
    """Match scripts that put no space between words, Han and kana; it takes a millisecond to make."""
    return re.compile(
        "([\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+)"
    )


def unspaced(word: str) -> bool:
    """Tell whether a folded word is a piece of a text without spaces, Chinese or Japanese."""
    return not word.isascii()


def _pairs(run: str) -> list[str]:
    """Cut a run into pairs; none holds both Han and kana, as there one word ends, or its inflection begins."""
    parts = _SCRIPT.findall(unicodedata.normalize("NFKC", run))
    return [pair for part in parts for pair in ([part[at : at + 2] for at in range(len(part) - 1)] or [part])]


@cache
def _stemmer() -> "Stemmer":
    from Stemmer import Stemmer

    return Stemmer("english", 0)  # its cache costs more than it saves


def stems(tokens: list[str]) -> list[str]:
    """Stem words with Snowball's English algorithm (Porter 2).

    Args:
        tokens: Folded words, as `words` makes them.

    Returns:
        One stem a word, in the same order; numbers and stop words stay as they are.
    """
    return _stemmer().stemWords(tokens)  # type: ignore[no-any-return]


def phrase_key(text: str) -> str:
    """Make the key under which a phrase or a name is looked up.

    Args:
        text: The phrase, in any writing.

    Returns:
        Its stems joined by spaces; empty where it has no word.
    """
    return " ".join(stems(words(text)))


def trigrams(text: str) -> frozenset[str]:
    """Cut folded words into character trigrams, the gaps between the words and around them included.

    Args:
        text: Folded words joined by spaces.

    Returns:
        Each trigram once; none of an empty text.
    """
    padded = f" {text} "
    return frozenset([padded[at : at + 3] for at in range(len(padded) - 2)]) if text else frozenset()
