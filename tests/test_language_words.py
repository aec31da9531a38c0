"""The one analysis of facts and questions: folding, words, stems."""

import re
import unicodedata

import pytest
from helpers import quick
from hypothesis import given
from hypothesis import strategies as st

from talkscli.language.numbers import DIGITS
from talkscli.language.words import STOP, fold, romanise, stems, trigrams, unspaced, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Harbour BRIDGE", "harbour bridge", id="case"),
        pytest.param("Türkiye", "turkiye", id="accents"),
        pytest.param("Erdoğan", "erdogan", id="breve"),
        pytest.param("e\u0301te\u0301", "ete", id="combining marks"),
        pytest.param("İstanbul", "istanbul", id="dotted capital"),
        pytest.param("Kırım", "kirim", id="dotless i"),
        pytest.param("Straße", "strasse", id="sharp s"),
        pytest.param("Łódź", "lodz", id="stroke"),
        pytest.param("Œuvre", "oeuvre", id="ligature"),
        pytest.param("ﬁne", "fine", id="typographic ligature"),
        pytest.param("ｂｒｉｄｇｅ", "bridge", id="full width"),
        pytest.param("Мединский", "medinskii", id="Cyrillic"),
        pytest.param("Київ", "kiiv", id="Ukrainian"),
        pytest.param("Ελλάδα", "ellada", id="Greek"),
        pytest.param("日本", "riben", id="Han"),
        pytest.param("don’t", "don't", id="curly apostrophe"),
        pytest.param("don`t", "don't", id="backtick"),
        pytest.param("co\u00adop\u200be\u200dr", "cooper", id="invisible"),
        pytest.param("№ 5", "no 5", id="number sign"),
        pytest.param("Brand™", "brandtm", id="trade mark"),
        pytest.param("oʻzbek", "o'zbek", id="turned comma"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    """Case, accents and scripts fall away; what is left is ASCII."""
    assert fold(text) == folded


def test_romanising_drops_what_has_no_letters() -> None:
    """What no Latin letter stands for leaves nothing behind."""
    assert romanise("Мир\ue000") == "mir"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Why did it fail?", ["why", "did", "it", "fail"], id="sentence"),
        pytest.param("", [], id="nothing"),
        pytest.param(" ?!… — ", [], id="signs alone"),
        pytest.param("face-to-face", ["face", "to", "face"], id="hyphens"),
        pytest.param("and/or_both", ["and", "or", "both"], id="slash and underscore"),
        pytest.param("“quoted” 'words'", ["quoted", "words"], id="quotation marks"),
        pytest.param("Norrland's fleet", ["norrland", "fleet"], id="possessive"),
        pytest.param("Norrland’s fleet", ["norrland", "fleet"], id="possessive, curly"),
        pytest.param("the dockers' crane", ["the", "dockers", "crane"], id="possessive of many"),
        pytest.param("isn't won’t", ["isnt", "wont"], id="short forms"),
        pytest.param("O’Brien", ["obrien"], id="apostrophe in a name"),
        pytest.param("U.K. and e.g. this", ["uk", "and", "eg", "this"], id="dotted letters"),
        pytest.param("the W.H.O. ship", ["the", "who", "ship"], id="dotted letters that come after us"),
        pytest.param("$1,000 or 12,000,000", ["1000", "or", "12000000"], id="commas in numbers"),
        pytest.param("1.000.000", ["1000000"], id="points in numbers"),
        pytest.param("1 000 boats", ["1000", "boats"], id="space in a number"),
        pytest.param("1\u00a0000\u202f000", ["1000000"], id="narrow spaces in a number"),
        pytest.param("in 2022 300 boats", ["in", "2022", "300", "boats"], id="two numbers"),
        pytest.param("3.5 or 2,5", ["3.5", "or", "2,5"], id="fractions"),
        pytest.param("10% in 3 days", ["10", "in", "3", "days"], id="percent"),
        pytest.param("three dozen and twenty", ["3", "dozen", "and", "20"], id="number words"),
        pytest.param("a thousand", ["a", "1000"], id="thousand"),
        pytest.param("Harbour War II, Louis XIV, Xi", ["harbour", "war", "2", "louis", "14", "xi"], id="roman numbers"),
        pytest.param("١٢٣", ["123"], id="other digits"),
        pytest.param("2025-05-16", ["2025", "05", "16"], id="date"),
        pytest.param("US aid", ["usa", "aid"], id="country"),
        pytest.param("U.S. aid", ["usa", "aid"], id="country with points"),
        pytest.param("the USA", ["the", "usa"], id="country in full"),
        pytest.param("the us", ["the", "usa"], id="country in small letters"),
        pytest.param("us", ["usa"], id="country alone in small letters"),
        pytest.param("tell us about it", ["tell", "us", "about", "it"], id="pronoun"),
        pytest.param("please tell us", ["please", "tell", "us"], id="pronoun after another word"),
        pytest.param("tell us about US aid", ["tell", "us", "about", "usa", "aid"], id="pronoun and country"),
        pytest.param("u.s. aid", ["usa", "aid"], id="country with points in small letters"),
        pytest.param("the US's role", ["the", "usa", "role"], id="possessive of the country"),
        pytest.param("TELL US ABOUT IT", ["tell", "us", "about", "it"], id="pronoun in capitals"),
        pytest.param("the bus, USSR", ["the", "bus", "ussr"], id="country only as a word"),
        pytest.param("a\0b", ["a", "b"], id="zero byte"),
        pytest.param("Медінський і Zelenskyy", ["medinskii", "i", "zelenskyy"], id="two scripts"),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    """A text is its folded words and its numbers in digits."""
    assert words(text) == found


@pytest.mark.parametrize(
    "forms",
    [
        ["ceasefire", "ceasefires"], ["fail", "failed", "failing", "fails"], ["negotiate", "negotiated", "negotiating"],
        ["swap", "swapped", "swaps"], ["party", "parties"],
    ],
    ids=lambda forms: forms[0],
)  # fmt: skip
def test_forms_of_a_word_share_a_stem(forms: list[str]) -> None:
    """Singular and plural, present and past come to the same stem."""
    assert len(set(stems(forms))) == 1


def test_stems_keep_place_and_number() -> None:
    """There is one stem a word, in order; numbers stay."""
    assert stems(["bridges", "1000", "opened", "3.5"]) == ["bridg", "1000", "open", "3.5"]
    assert stems([]) == []


def test_other_words_keep_other_stems() -> None:
    """Words that only look alike stay apart."""
    assert len(set(stems(["war", "warsaw", "warm", "ward"]))) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("证书有效", ["证书", "书有", "有效"]),
        ("需要证书吗？是", ["需要", "要证", "证书", "书吗", "是"]),
        ("USB-Gerät は使える", ["usb", "gerat", "は", "使", "える"]),
        ("l'hiver, d'où", ["hiver", "ou"]),
        ("dell'arte", ["arte"]),
        ("O'Brien can't", ["obrien", "cant"]),
        ("aujourd'hui", ["aujourdhui"]),
        ("Львів, в'язниця", ["lviv", "vyaznitsya"]),
        ("chef-d'œuvre", ["chef", "oeuvre"]),
    ],
)
def test_words_of_other_languages(text: str, expected: list[str]) -> None:
    """Texts without spaces are cut into pairs; an elided article is no part of a word, an English contraction is one."""
    assert words(text) == expected


def test_stop_words_are_as_text_is_cut() -> None:
    """Each function word is one folded word, so that it can be found in a text."""
    assert [word for word in STOP if fold(word) != word or not re.fullmatch("[a-z]+", word)] == []


def test_no_stop_word_is_a_number() -> None:
    """A number always counts, whether in digits or in letters; "one" alone is a function word too."""
    assert set(DIGITS) & STOP <= {"one"}
    assert all(value.isdigit() for value in DIGITS.values())


TEXT = st.text(st.characters() | st.characters(categories=["Cs", "Cc", "Cf", "Mn", "No"]), max_size=40)


@quick
@given(text=TEXT)
def test_any_text_gives_plain_words(text: str) -> None:
    """Whatever the script, words are ASCII letters and digits, or a pair of Chinese or Japanese characters."""
    found = words(text)
    plain = [word for word in found if not unspaced(word)]
    assert all(re.fullmatch(r"[A-Za-z]+|\d[\d.,]*", word, re.ASCII) for word in plain), found
    assert all(word == unicodedata.normalize("NFKC", word) for word in found if unspaced(word)), found
    assert len(stems(found)) == len(found)


@quick
@given(text=TEXT)
def test_folded_text_is_ascii(text: str) -> None:
    """Nothing but ASCII is left of any text."""
    assert fold(text).isascii()


def test_folding_twice_changes_nothing() -> None:
    """Of every character there is, what is folded stays as it is."""
    folded = {chr(code): fold(chr(code)) for code in range(0x30000)}
    assert [char for char, text in folded.items() if fold(text) != text] == []


@quick
@given(text=st.text("abcdefghijklmnopqrstuvwxyzäöüéñ '0123456789", max_size=40).filter(lambda t: "us" not in t))
def test_case_and_accents_change_no_word(text: str) -> None:
    """Capitals, and accents written apart from their letters, give the same words."""
    assert words(text.upper()) == words(text) == words(unicodedata.normalize("NFD", text))


@quick
@given(number=st.integers(1000, 10**12))
def test_grouping_changes_no_number(number: int) -> None:
    """A number is the same with commas, points, spaces, or nothing between its thousands."""
    assert {tuple(words(f"{number:,}".replace(",", sign))) for sign in (",", ".", " ", "\u202f", "")} == {
        (str(number),)
    }


def test_trigrams_see_the_gaps_between_words() -> None:
    """Three signs in a row are taken, the start and the end of a text included."""
    assert trigrams("ab c") == {" ab", "ab ", "b c", " c "}
    assert trigrams("") == frozenset()


@quick
@given(text=st.text(min_size=1))
def test_every_text_has_tritrigrams(text: str) -> None:
    """One letter is enough."""
    assert trigrams(text)
    assert all(len(gram) == 3 for gram in trigrams(text))
