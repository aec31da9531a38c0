"""Sentences and their pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkscli.language.sentences import pieces, sentences

CASES = [
    ("en", ["The U.S. agreed.", "They met at 5 p.m. Tuesday.", "It ended."]),
    ("en", ["No. 5 was won.", "It was late."]),
    ("en", ["It reopened on Sat. 4 April after the flood of Jan. 12.", "Approx. 300 were saved."]),
    ("en", ["The cat Sat.", "The rest stood."]),
    ("de", ["Es begann am 3. Okt. 2024 im Rathaus.", "Dann kam er."]),
    ("en", ["It cost 3.5 million.", "J. Smith and J. K. Varga agreed."]),
    ("en", ['"Yes." she said.', "Then she left."]),
    ("en", ["“Nothing will happen until we sit.”", "He left."]),
    ("en", ['He said, "It is over."', "The crowd left."]),
    ("en", ["It was so when then-Rep. Jan Vik left in May.", "He asked ex-Gov. Eva Berg about it."]),
    ("en", ["Come to 2 Mill St., Apt. 1C between noon and 8 p.m. on Monday.", "Take Hwy. 61 to the port.", "12 came."]),
    ("en", ["Jan Moe said no.", "Tom Reed, an aide, said yes to no. 5 of them."]),
    ("en", ["He asked “Why?” and left.", "Dr. Miller of St. Mary's came at 10 a.m. on Monday."]),
    ("en", ["They came at 6 p.m.", "The doors were shut."]),
    ("en", ["The year was 1939.", "In 1940 he left."]),
    ("en", ["“Is it late already?” Moe asked before the vote.", "It was late!"]),
    ("en", ["“Is it late already?”", "Moe asked herself that as well."]),
    ("en", ["It is open.", "(If a clerk comes, no note is needed.)", "Anyone may come."]),
    ("en", ["It is open (see the notes of the clerks etc.) to all.", "Anyone may come."]),
    ("en", ["He took vitamin C.", "The doctor agreed."]),
    ("de", ["Der Rat sagte am 3. Mai 2024 nein.", "Z. B. am 5. Juni wurde gewählt."]),
    ("de", ["Dr. Meier kam am 18. Juni.", "„Wann?“, fragte er."]),
    (
        "ru",
        [
            "Мост закрыли 3 мая 2024 г. в связи с ремонтом.",
            "«Когда откроют?» — спросил И. И. Петров.",
            "Никто не знает.",
        ],
    ),
    ("uk", ["У 2024 р. міст відкрили.", "Т. Шевченко народився 1814 р. в селі."]),
]


@pytest.mark.parametrize(("language", "expected"), CASES)
def test_hard_cases(language: str, expected: list[str]) -> None:
    """Abbreviations, initials, times, ordinals and quotations do not cut a sentence in two."""
    assert sentences(" ".join(expected), language) == expected


CJK = [
    ("zh", ["证书有效期默认为 90 天。", "真的吗？", "是的！"]),
    ("zh", ["大桥已关闭。", "市长没有回答。"]),
    ("ja", ["橋は閉鎖された。", "「いつ開くのか？」と彼は聞いた。", "市長は答えなかった。"]),
]


@pytest.mark.parametrize(("language", "expected"), CJK)
def test_sentences_without_spaces(language: str, expected: list[str]) -> None:
    """Chinese and Japanese sentences end with their own signs, no space between them."""
    assert sentences("".join(expected), language) == expected


def test_lists_and_code() -> None:
    """An item is a sentence without its mark; code is not split and stays with the sentence before it."""
    text = "Do this. Then list:\n- one thing\n- two. Or three.\n\n    a. b\n\n    c\n\nA line\ngoes on.\nA new one."
    assert sentences(text) == [
        "Do this.", "Then list:", "one thing", "two.", "Or three.\n\n    a. b\n\n    c", "A line goes on.", "A new one.",
    ]  # fmt: skip


def test_a_line_that_ends_with_a_dash_goes_on() -> None:
    """What a dash leads into belongs to it, though the author broke the line."""
    assert sentences("Pickup and transfer -\nSomebody waits.\nIt is late.") == [
        "Pickup and transfer - Somebody waits.",
        "It is late.",
    ]


def test_what_is_joined_again_has_no_new_space() -> None:
    """An address or the letters of a name stay as they are set."""
    text = "The ferry is run by L.G.S. Panama, whose page is Kella/Filecoder.C now. It is late."
    assert " ".join(sentences(text)) == text


def test_a_missing_space_is_cut() -> None:
    """Sentences that were run together are told apart."""
    assert sentences("The year was 1939.In 1940 he left.") == ["The year was 1939.", "In 1940 he left."]


@pytest.mark.parametrize("mark", ['"', "”"])
def test_a_quotation_ends_a_sentence(mark: str) -> None:
    """After a full stop and a closing quotation mark a new sentence begins, whatever the last word is like."""
    said = f"She said: “We start in May.{mark}"
    assert sentences(f"{said} The work takes a year.") == [said, "The work takes a year."]
    assert len(sentences(f"“We start in May,{mark} Berg said.")) == 1


def test_a_quotation_without_an_end_hides_no_boundary() -> None:
    """A mark that is never closed, as at the join of two paragraphs, does not glue together what follows."""
    told = ['Berg said: "It was late. "', 'I think we were lost."', "Holm left.", 'Reed called it "a day".']
    assert sentences(" ".join(told).replace('late. " ', 'late. "'))[-2:] == told[-2:]


@given(st.text(alphabet="ab .!?“”\"'’,;AB\n", max_size=300))
def test_nothing_is_lost(text: str) -> None:
    """Splitting keeps every sign that is not a space, in order."""
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_a_long_sentence_is_cut_at_its_clauses() -> None:
    """A sentence of more than 60 words becomes pieces of at most 60, cut after a semicolon rather than anywhere."""
    half = " ".join(["word"] * 40)
    assert pieces(f"{half}; {half}.") == [f"{half};", f"{half}."]


@given(st.lists(st.sampled_from(["word", "word,", "and", "word;", "word."]), min_size=1, max_size=300))
def test_pieces_are_short_and_whole(words: list[str]) -> None:
    """No piece has more than 60 words, and together they are the sentence."""
    found = pieces(" ".join(words))
    assert all(1 <= len(piece.split()) <= 60 for piece in found)
    assert " ".join(found) == " ".join(words)


def test_words_without_end_are_cut() -> None:
    """Ten thousand letters without a space are no sentence to show: they are cut."""
    assert max(map(len, pieces("a" * 10_000))) <= 60 * 101


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The worm Android/Kella.C may become a threat to all of them, say those who found it.", "en"),
        ("Shell patterns go beyond Go's filepath.Match; make sure that the shell does not expand them.", "en"),
        ("El promotor es K.G.S. Kella Desarrollo, una compañía del puerto viejo.", "es"),
    ],
)
def test_nothing_is_put_in(text: str, language: str) -> None:
    """A sentence keeps what stands between its words, and a word with a stop in it is not cut."""
    assert sentences(text, language) == [text]


def test_a_sentence_may_begin_with_a_year() -> None:
    """German, too, ends a sentence before the year with which the next begins."""
    text = "Das sagten die Leute um Mollen. 1921 warnten andere davor. Die Mole ist 3,5 km lang."
    assert len(sentences(text, "de")) == 3
