"""Dates in running text."""

import pytest

from talkscli.language.prose_dates import dateline, find, is_stamp

CASES = [
    # points
    ("The bridge opened on 16 May 2025.", ["2025-05-16"]),
    ("On May 16, 2025, the bridge opened.", ["2025-05-16"]),
    ("It opened on the 3rd of May 2025.", ["2025-05-03"]),
    ("It was signed on 7 Sept. 1940.", ["1940-09-07"]),
    ("February 2022: The work begins", ["2022-02"]),
    ("It closed in May, 1999.", ["1999-05"]),
    ("2024: The work ends", ["2024"]),
    ("It opened in 1998.", ["1998"]),
    ("The 2014 reform failed.", ["2014"]),
    ("The Harbour Rising of 1944 was short.", ["1944"]),
    ("Doubts about the 2008 elections remain.", ["2008"]),
    ("It was logged on 2025-05-16.", ["2025-05-16"]),
    ("Es war der 16.05.2025.", ["2025-05-16"]),
    # intervals
    ("It closed in the 1300s.", ["1300/1399"]),
    ("It was built in the early 1800s.", ["1800/1833"]),
    ("The 1900s and the 2000s were long.", ["1900/1909", "2000/2009"]),
    ("They arrested Anna Berg, of 1919 Jolinda Drive, and Tom Reed, of 1921 Eighth St.", []),
    ("In 1921 Pier Street burnt.", ["1921"]),
    ("Summer 2022–2023: Repairs", ["2022-06/2023"]),
    ("They met from 16–18 May 2025.", ["2025-05-16/2025-05-18"]),
    ("They met May 16–18, 2025.", ["2025-05-16/2025-05-18"]),
    ("It ran from 16 May to 18 June 2025.", ["2025-05-16/2025-06-18"]),
    ("It ran 16 May 2024 – 3 June 2025.", ["2024-05-16/2025-06-03"]),
    ("It was closed from 1870 to 1939.", ["1870/1939"]),
    ("It was closed between 1914 and 1918.", ["1914/1918"]),
    ("The theatre (1922–26) was small.", ["1922/1926"]),
    ("It lasted from 1991 until 2000.", ["1991/2000"]),
    ("Between 2011-12 and 2017-18 fares rose.", ["2011/2018"]),
    ("It was noted on 2011-12-03, and in 2014-05.", ["2011-12-03", "2014-05"]),
    ("The summer of 2022 was dry.", ["2022-06/2022-08"]),
    ("The winter of 2020 was long.", ["2020-12/2021-02"]),
    ("In the 1990s it was quiet.", ["1990/1999"]),
    ("From the mid-1930s it was quiet.", ["1934/1936"]),
    ("In the early to mid 1930s it was quiet, and in the late 1940s.", ["1930/1936", "1947/1949"]),
    ("It was quiet in the 1930s.", ["1930/1939"]),
    ("It began at 8:51 (1451 GMT) and 1930 hours.", []),
    ("He will stay beyond 2008, or until at least 2010.", ["2008", "2010"]),
    # several
    ("It began in 2014 and ended in February 2022.", ["2014", "2022-02"]),
    ("They won in 1946, 1948 and 1952.", ["1946", "1948", "1952"]),
    # German and Ukrainian
    ("Der Rat stimmte am 3. Mai 2024 zu.", ["2024-05-03"]),
    ("Im Sommer 1961 schloss sie.", ["1961-06/1961-08"]),
    ("In den 1990er Jahren stand sie leer.", ["1990/1999"]),
    ("Театр відкрили 5 травня 2024 року.", ["2024-05-05"]),
    ("Влітку 2025 року буде фестиваль.", ["2025-06/2025-08"]),
    ("Це було у 1990-х роках.", ["1990/1999"]),
    ("Його збудували 1931 р. і закрили.", ["1931"]),
    # no dates
    ("They exchanged 1,000 letters.", []),
    ("About 1500 visitors came in 1400 boats.", []),
    ("See page 2014 and room 1998.", []),
    ("It costs $1500 in all.", []),
    ("From 1000 to 2000 people came.", []),
    ("The strain 2019-nCoV was new.", []),
    ("It opened on 30 February 2020.", []),
]


@pytest.mark.parametrize(("text", "dates"), CASES)
def test_dates_are_found(text: str, dates: list[str]) -> None:
    """The dates of events are found, in order; other numbers are not taken for years."""
    assert [when.edtf for when in find(text)] == dates


def test_the_words_of_a_date_are_the_sources() -> None:
    """Besides EDTF, a date keeps the source's own words and where they stand."""
    text = "Repairs took from Summer 2022–2023 to finish."
    (when,) = find(text)
    assert when.text == "Summer 2022–2023"
    assert text[when.start : when.end] == when.text


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("12 March 2024", "2024-03-12"),
        ("Monday, 12 March 2024, 10:30", "2024-03-12"),
        ("Montag, 3. Mai 2021", "2021-05-03"),
        ("понеділок, 3 травня 2021, 10:30", "2021-05-03"),
        ("March 2024", "2024-03"),
        ("In 2024 it opened", None),
        ("2024", None),
        ("", None),
    ],
)
def test_a_dateline_holds_nothing_but_a_date(line: str, date: str | None) -> None:
    """A line that is only a date (with weekday and time) tells when the article was published."""
    assert dateline(line) == date


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Der Pier hat 1921 eröffnet.", ["1921"]),
        ("Sie kam 1921 zur Zeitung.", ["1921"]),
        ("Die erst 1921 und 1931 gebauten Molen.", ["1921", "1931"]),
        ("Es waren über 1921 am Pier.", []),
        ("Das ist mehr im Vergleich zu 1921 auf der Mole.", []),
        ("Das Haus hat 1921 Fenster.", []),
        ("They sold 1921 in a day.", []),
        ("El récord del 24 en marzo de 2015.", ["2015-03"]),
    ],
)
def test_german_names_a_year_without_a_word_before_it(text: str, dates: list[str]) -> None:
    """Four digits between small words are a year in German, not a count; a day is joined to no month alone."""
    assert [when.edtf for when in find(text)] == dates


@pytest.mark.parametrize(
    ("line", "date", "stamp"),
    [
        ("Créé: 12.12.2019, 07h36", "2019-12-12", True),
        ("Publié le 3 mars 2021 à 12:30", "2021-03-03", True),
        ("Publicado el 3 de marzo de 2021", "2021-03-03", True),
        ("Aktualisiert am 19.02.2020", None, True),
        ("El puente fue creado el 3 de marzo de 2021", None, False),
    ],
)
def test_a_stamp_in_another_language(line: str, date: str | None, stamp: bool) -> None:
    """When a text was put there tells its day; when it was changed does not, but is no text either."""
    assert is_stamp(line) is stamp
    assert dateline(line) == date
