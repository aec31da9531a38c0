"""What differs from language to language: function words, stems, how rare a word is; and stores in other languages."""

import pytest
from helpers import engine, entity, fact, store

from talkscli.language.frequency import function_words, zipf
from talkscli.language.tongues import ENGLISH, UNKNOWN, asked_in, english_name, is_abroad, tongue
from talkscli.language.words import fold, unspaced, words
from talkscli.lookup.ask import ask
from talkscli.store.model import Source, Store

PAIRS = {
    "de": [
        ("Wie kündige ich die Mitgliedschaft?", "Schreiben Sie bis Ende März einen Brief an den Verein."),
        ("Was kosten die Kurse?", "Ein Kurs kostet 40 Euro, für Kinder die Hälfte."),
        ("Wann ist die Werkstatt geöffnet?", "Dienstags von neun bis zwölf."),
    ],
    "fr": [
        ("Comment résilier l’adhésion ?", "Écrivez à l’association avant fin mars."),
        ("Quel est le prix des cours ?", "Un cours coûte 40 euros, moitié prix pour les enfants."),
        ("Quand ouvre l’atelier ?", "Le mardi de neuf heures à midi."),
    ],
    "uk": [
        ("Як скасувати членство?", "Напишіть листа до товариства до кінця березня."),
        ("Скільки коштують курси?", "Курс коштує 40 євро, для дітей удвічі дешевше."),
        ("Коли працює майстерня?", "Щовівторка з дев'ятої до дванадцятої."),
    ],
    "zh": [
        ("如何取消会员资格？", "请在三月底之前写信给协会。"),
        ("课程多少钱？", "一门课程四十欧元，儿童半价。"),
        ("工作室什么时候开放？", "每周二九点到十二点。"),
    ],
    "ja": [
        ("会員をやめるにはどうすればよいですか。", "三月末までに協会へ手紙を送ってください。"),
        ("講座の料金はいくらですか。", "一講座四十ユーロ、子どもは半額です。"),
        ("工房はいつ開いていますか。", "毎週火曜日の九時から十二時までです。"),
    ],
}


def faq(language: str) -> Store:
    """A store of questions and answers in a language."""
    facts = [fact(f"f{n}", answer, question=question) for n, (question, answer) in enumerate(PAIRS[language])]
    return Store(facts=tuple(facts), sources=(Source(id="club", language=language),))


@pytest.mark.parametrize(
    ("language", "question", "at"),
    [
        ("de", "Mitgliedschaft kündigen", 0),
        ("de", "was kostet ein Kurs", 1),
        ("de", "wann öffnet die Werkstatt", 2),
        ("fr", "résilier mon adhésion", 0),
        ("fr", "prix d'un cours", 1),
        ("fr", "quand est-ce que l'atelier ouvre", 2),
        ("uk", "скасування членства", 0),
        ("uk", "скільки коштує курс", 1),
        ("uk", "коли майстерня працює", 2),
        ("zh", "怎么取消会员", 0),
        ("zh", "课程要多少钱", 1),
        ("zh", "工作室几点开放", 2),
        ("ja", "会員をやめたい", 0),
        ("ja", "講座の料金", 1),
        ("ja", "工房が開くのはいつ", 2),
    ],
)
def test_a_question_finds_its_pair(language: str, question: str, at: int) -> None:
    """Other inflections and other function words do not keep a question from its pair."""
    with engine(faq(language)) as searching:
        found = searching.search(question)
    assert found.answered
    assert found.hits[0].fact.id == f"f{at}"


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("de", "Wo kann ich parken?"),
        ("fr", "où garer ma voiture"),
        ("uk", "де припаркувати авто"),
        ("zh", "哪里可以停车"),
    ],
)
def test_what_the_pairs_do_not_tell_is_declined(language: str, question: str) -> None:
    """Function words alone answer nothing."""
    with engine(faq(language)) as searching:
        assert not searching.search(question).answered


def test_what_is_missing_is_told_as_typed() -> None:
    """Pairs of characters are no words to show, and what asks is not missing."""
    with engine(faq("zh")) as searching:
        assert searching.search("停车场在哪里？").missing == ("停车场",)
    with engine(faq("de")) as searching:
        assert searching.search("Wo ist der Parkplatz?").missing == ("Parkplatz",)


@pytest.mark.parametrize("question", ["кто такой Мюллер", "хто такий Мюллер?"])
def test_a_question_in_another_script_reaches_an_english_store(question: str) -> None:
    """Its function words are known by its script, its names by their sound."""
    made = store(
        fact("f0", "Anna Müller leads the choir.", question="Who is Anna Müller?", about=("muller",)),
        fact("f1", "The choir sings on Tuesdays.", question="When does the choir sing?"),
        entities=(entity("muller", "Anna Müller", kind="person", aliases=("Müller",)),),
    )
    with engine(made) as searching:
        found = searching.search(question)
    assert found.answered
    assert found.hits[0].fact.id == "f0"


def test_every_language_with_function_words_has_frequencies() -> None:
    """A word that is everywhere in a language is frequent there."""
    for language, function in function_words().items():
        assert len(function) > 40, language
        listed = [word for word in function if zipf(word, language) >= 5]
        assert len(listed) > 0.7 * len(function), language


def test_function_words_are_as_text_is_cut() -> None:
    """Each is one folded word."""
    cut = [word for function in function_words().values() for word in function if not unspaced(word)]
    assert [word for word in cut if fold(word) != word or words(word) != [word]] == [
        "ii"
    ]  # of "її": no Roman number there
    assert words("її") == ["ii"]


def test_a_language_without_tables() -> None:
    """Of a language of which nothing is known, every word counts alike."""
    unknown = tongue("sw")
    assert unknown.rarity("nyumba") == UNKNOWN
    assert tongue(None) is tongue("en") is ENGLISH


@pytest.mark.parametrize(("code", "same"), [("en-GB", "en"), ("EN_us", "en"), ("de-AT", "de"), ("no", "nb")])
def test_a_language_goes_by_its_main_code(code: str, same: str) -> None:
    """Country and script behind it tell nothing more."""
    assert tongue(code) == tongue(same)


def test_numbers_are_never_cut() -> None:
    """A thousand thousand is not ten thousand, in whatever language."""
    assert tongue("de").stems(["1000000", "kuendigungen"]) == ["1000000", "kuend"]


def test_the_script_of_a_question_tells_its_function_words() -> None:
    """Only a question in another script than the store's adds any."""
    assert asked_in("who is it", ENGLISH) is ENGLISH
    assert asked_in("naïve", ENGLISH) is ENGLISH
    assert "kto" in asked_in("кто", ENGLISH).function
    assert asked_in("хто", tongue("uk")) is tongue("uk")


@pytest.mark.parametrize(
    "question",
    [
        "warum dauert die Fähre so lange", "¿cuánto cuesta la entrada?", "qui est le capitaine", "chi è il capitano",
        "quem é o capitão", "hoeveel boten zijn er", "kto jest kapitanem", "hur många båtar fanns det",
        "hvor mange fanger blev udvekslet", "milloin kokous oli", "kolik lodí bylo ztraceno", "toplantı ne zaman oldu",
    ],
)  # fmt: skip
def test_a_question_is_plainly_in_another_language(question: str) -> None:
    """Most of its words are function words there, or much more frequent than here; a question in English is told so, too."""
    assert is_abroad(words(question), ENGLISH)
    assert not is_abroad(words(question), ENGLISH, words(question))


@pytest.mark.parametrize(
    "question",
    ["was the man in the war", "who is the captain", "price of die casting", "el nino", "captain", "Anna de Vries", ""],
)
def test_a_question_is_not_plainly_in_another_language(question: str) -> None:
    """Words that two languages have tell nothing."""
    assert not is_abroad(words(question), ENGLISH)


def test_a_question_in_another_language_is_not_mended_but_told_so() -> None:
    """Its words are no slips of the store's."""
    german = store(fact("a", "Die Brücke war warm und wann immer nass."), sources=(Source(id="s", language="de"),))
    declined = ask(german, "who is the captain of the ferry")
    assert (declined.read_as, declined.abroad) == ({}, "German")
    assert ask(german, "wer ist Kapitän der Fähre").abroad is None
    assert ask(store(fact("a", "The bridge was warm.")), "кто капитан").abroad == "English"


def test_languages_have_english_names() -> None:
    """Where there is none, the code does."""
    assert [english_name(code) for code in ("en", "uk", "nb", "xx")] == [
        "English",
        "Ukrainian",
        "Norwegian Bokmål",
        "xx",
    ]
