"""Dates without a year are told from the day of publication."""

import pytest

from talkscli.language import calendar
from talkscli.language.relative_dates import find, readings

WEDNESDAY = "2019-11-20"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The party was accused Wednesday of lying.", ["2019-11-20"]),
        ("He spoke during Tuesday’s debate.", ["2019-11-19"]),
        ("He left on Thursday.", ["2019-11-14"]),
        ("He will leave on Thursday.", ["2019-11-21"]),
        ("She will be allowed to play on Thursday.", ["2019-11-21"]),
        (
            "The crew will also have to leave on Friday, and will not be able to sail on Sunday.",
            ["2019-11-22", "2019-11-24"],
        ),
        ("She said she would be allowed to play on Thursday.", ["2019-11-21"]),
        ("The crew was allowed to leave on Friday.", ["2019-11-15"]),
        ("The ship was set to dock at the port on Saturday.", []),
        ("The ship was due to dock at the port on Wednesday.", ["2019-11-20"]),
        ("Letztes Jahr kamen 300 Gäste, im letzten Jahr noch mehr.", ["2018", "2018"]),
        ("Im dritten und letzten Jahr der Förderung kamen mehr.", []),
        ("Im letzten Jahr des Krieges, in der letzten Woche des Sommers und in ihrem letzten Jahr kamen mehr.", []),
        ("The talks are set for next Monday.", ["2019-11-25"]),
        ("They battle to win the Dec. 12 election.", ["2019-12-12"]),
        ("He was freed on 3 December.", ["2018-12-03"]),
        ("They met on September 7-8 and Oct. 30–31.", ["2019-09-07/2019-09-08", "2019-10-30/2019-10-31"]),
        ("They lost on September 7-3 down, and on Sept. 30-31.", ["2019-09-07", "2019-09-30"]),
        ("He was freed in April.", ["2019-04"]),
        ("Crowds came on Black Friday, and for 2 Super Tuesday shows.", []),
        ("Good Friday was wet. Late Tuesday it rained.", ["2019-11-19"]),
        ("He wrote on Harbourbook Tuesday that he had left.", ["2019-11-19"]),
        ("It was held on March 5, a Tuesday.", ["2019-03-05"]),
        ("The clerk did not learn of it until Friday.", ["2019-11-15"]),
        ("The talks were put off until Friday.", ["2019-11-22"]),
        ("After the summer of 2014 he left in mid-August.", ["2014-06/2014-08", "2014-08"]),
        ("After the summer of 2014 he left in May.", ["2014-06/2014-08", "2019-05"]),
        ("It is open between Nov. 8 and Nov. 28.", ["2019-11-08/2019-11-28"]),
        (
            "It was open from Nov. 8 to Nov. 12, and moved from Nov. 8 to Nov. 12.",
            ["2019-11-08/2019-11-12", "2019-11-08", "2019-11-12"],
        ),
        ("The hearing is scheduled to take place in February.", ["2020-02"]),
        ("He resigned last week.", ["2019-11-11/2019-11-17"]),
        ("He resigned last month and will run next year.", ["2019-10", "2020"]),
        ("It rained yesterday, and two days ago it snowed.", ["2019-11-19", "2019-11-18"]),
        ("The next year, he left; in the last year he came back.", []),
        ("It was filed this week, and argued earlier this month.", ["2019-11-18/2019-11-24", "2019-11"]),
        ("He was sacked last night, a month ago she was.", ["2019-11-19", "2019-10"]),
        ("Eighteen were freed 18 months ago, others seven years ago or 3 days ago.", ["2018-05", "2012", "2019-11-17"]),
        ("He was freed half a year ago, and fed twice, two times a day ago, 24 hours a day ago.", []),
        ("He was freed three weeks ago, others a week ago.", ["2019-10-28/2019-11-03", "2019-11-11/2019-11-17"]),
        ("He was freed this morning, and tonight he will speak.", ["2019-11-20", "2019-11-20"]),
        ("The Tonight show was held; in the morning it is cold, as it is this evening.", []),
        ("The court freed him today; he will leave today.", ["2019-11-20", "2019-11-20"]),
        ("Today it has 300 members, more than today’s pier; the Today programme said so.", []),
        ("It is larger today than the pier was.", []),
        ("The ferry sank on Saturday, May 18.", ["2019-05-18"]),
        ("It is expected to open Friday, and hopes to grow in March.", ["2019-11-22", "2020-03"]),
        ("The board said it would come back to it on Friday.", ["2019-11-22"]),
        ("The board would not say on Friday where it was.", ["2019-11-15"]),
        ("The storm should ease by Friday, and boats may leave on Saturday.", ["2019-11-22", "2019-11-23"]),
        ("The hall may have been shut on Friday.", ["2019-11-15"]),
        ("The vote will be held on Friday.", ["2019-11-22"]),
        (
            "The vote is on Friday; the board meets on Saturday and they play on Sunday.",
            ["2019-11-22", "2019-11-23", "2019-11-24"],
        ),
        ("The board meets Wednesday.", ["2019-11-20"]),
        ("The vote was held on Friday, and talks opened on Saturday.", ["2019-11-15", "2019-11-16"]),
        ("The board says on Friday nobody came.", ["2019-11-15"]),
        ("The towns that the map shows today are old; it is as it is today.", []),
        ("Come and see the pier on November 5th, and open it in December.", ["2019-11-05", "2019-12"]),
        ("The fair is on Friday, 14 February.", ["2020-02-14"]),
        ("The fair was on Wednesday, Feb. 14.", ["2018-02-14"]),
        ("The fair was on Monday, Feb. 14.", ["2019-02-14"]),
        ("He vowed that the town would leave the union on Oct. 31.", ["2019-10-31"]),
        ("They said that, once it joins the union on March 1, it will be free.", ["2020-03-01"]),
        ("They met ahead of a session that starts in early January.", ["2020-01"]),
        ("Er wurde am Dienstag entlassen.", ["2019-11-19"]),
        ("Le 6 mars, le maire est parti; il revient en juin prochain.", ["2019-03-06", "2020-06"]),
        ("Elle est partie en juin dernier, et lui la semaine dernière.", ["2019-06", "2019-11-11/2019-11-17"]),
        ("El puente cerró el 13 de marzo y abrirá el 2 de diciembre.", ["2019-03-13", "2019-12-02"]),
        ("Ayer, el pasado mes de mayo y el año pasado llovió.", ["2019-11-19", "2019-05", "2018"]),
        ("14 мая и в среду шёл дождь.", ["2019-05-14", "2019-11-20"]),
        ("The red planet Mars marches on.", []),
        ("He was freed on 30 February.", []),
        ("It may rain, and they march in step.", []),
        ("It took 2 hours, or 3 days.", []),
        ("On Tuesday, 4 May 2021, it rained.", ["2021-05-04"]),
        ("It rained over the weekend, and will rain next weekend.", ["2019-11-16/2019-11-17", "2019-11-23/2019-11-24"]),
        ("He was freed in January last year, on Friday last week.", ["2018-01", "2019-11-15"]),
        ("It opens every Monday; they want a better tomorrow.", []),
        ("It opens on the first Friday and Saturday of the month, or on any Sunday of each week.", []),
        ("The band plays every other Sunday, and every second Friday.", []),
        ("Anfang Oktober regnete es.", ["2019-10"]),
        (
            "港は18日、閉鎖された。5月3日に船が沈み、2018年10月に橋ができた。42日間続いた。",
            ["2019-11-18", "2019-05-03", "2018-10"],
        ),
        ("In May 2018 it rained.", ["2018-05"]),
    ],
)
def test_a_date_without_a_year_is_resolved(text: str, dates: list[str]) -> None:
    """The last such weekday, the month that the tense tells; a date with its own year stays as it is."""
    assert [when.edtf for when in find(text, WEDNESDAY)] == dates


def test_the_words_are_kept() -> None:
    """The date's words are those of the sentence, without the preposition."""
    found = find("In June he approved it, on Tuesday he left.", WEDNESDAY)
    assert [when.text for when in found] == ["June", "Tuesday"]


@pytest.mark.parametrize(
    ("published", "dates"), [("2019-11", ["2019-04"]), ("2019", []), (None, []), ("2018/2019", [])]
)
def test_nothing_is_told_from_a_date_that_is_not_exact_enough(published: str | None, dates: list[str]) -> None:
    """A month needs the month of publication, a weekday its day."""
    assert [when.edtf for when in find("He was freed in April, on a Tuesday.", published)] == dates


def test_all_readings_of_the_words() -> None:
    """A weekday may be the last or the next; other words are no date."""
    assert readings("Thursday", WEDNESDAY) == {"2019-11-14", "2019-11-21"}
    assert "2019-04" in readings("April", WEDNESDAY)
    assert readings("lately", WEDNESDAY) == frozenset()
    assert "2019-11-08/2019-11-28" in readings("Nov. 8 and Nov. 28", WEDNESDAY)


def test_later_on_the_same_day() -> None:
    """Where the article came out on a Wednesday, "later on Wednesday" is that day, and "on Wednesday" the next one."""
    wednesday = "2019-11-20"
    assert find("The firm will say so later on Wednesday.", wednesday)[0].edtf == wednesday
    assert find("The firm will say so later on Thursday.", wednesday)[0].edtf == "2019-11-21"
    assert find("The firm will say so on Wednesday.", wednesday)[0].edtf == "2019-11-27"
    assert find("The firm will say so Wednesday night.", wednesday)[0].edtf == wednesday
    assert find("The firm will say so next Wednesday night.", wednesday)[0].edtf == "2019-11-27"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("El 12 de diciembre se firmó.", "2019-12-12"),
        ("Se firmó el martes.", "2019-11-19"),
        ("En octubre se firmó.", "2019-10"),
        ("Il est venu le 1er décembre.", "2019-12-01"),
        ("È arrivato martedì.", "2019-11-19"),
        ("Hij kwam dinsdag.", "2019-11-19"),
        ("Foi na segunda-feira.", "2019-11-18"),
        ("Er kam am Sonnabend.", "2019-11-16"),
        ("Він прийшов у пʼятницю.", "2019-11-15"),
        ("Вона прийшла в середу.", "2019-11-20"),
    ],
)
def test_other_languages(text: str, edtf: str) -> None:
    """Months and weekdays of other languages are known, those too that write them in small letters."""
    assert [when.edtf for when in find(text, "2019-11-20")] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They had planned to leave on 15 December.", "2019-12-15"),
        ("It was adjourned until July.", "2020-07"),
        ("He decided against the scheduled 15 December talks.", "2018-12-15"),
        ("They talk of a scheduled 15 December meeting.", "2019-12-15"),
        ("She went to Paris on 15 December.", "2018-12-15"),
        ("They will meet tomorrow.", "2019-11-21"),
    ],
)
def test_what_is_to_come(text: str, edtf: str) -> None:
    """What is done "to" or "until" a day may be still to come, whatever the tense of the verb before."""
    assert [when.edtf for when in find(text, "2019-11-20")] == [edtf]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(published: str) -> None:
    """Where the day that is meant lies beyond the calendar, there is none."""
    text = "She will come next week, came two years ago, yesterday, in April, on 3 May and on Tuesday, and leaves tomorrow."
    assert all(calendar.is_date(when.edtf) for when in find(text, published))
    assert find("She came yesterday.", "0001-01-01") == find("She leaves tomorrow.", "9999-12-31") == ()


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("El martes 3, la empresa informó al sindicato.", ["martes 3"]),
        ("El martes 3 fueron despedidos.", ["martes 3"]),
        ("Na terça-feira (3) chegou a carta.", ["terça-feira (3)"]),
        ("Am Dienstag, dem 3. kam der Brief.", ["Dienstag, dem 3."]),
        ("Am Dienstag, dem 3. Mai, kam der Brief.", ["3. Mai"]),
        ("Am Dienstag, dem 3. Mai 2022, kam der Brief.", ["3. Mai 2022"]),
        ("El martes 3 de mayo llegó la carta.", ["3 de mayo"]),
        ("On Tuesday the 3rd the letter came.", ["Tuesday the 3rd"]),
        ("On Tuesday, May 3rd, the letter came.", ["May 3rd"]),
    ],
)
def test_weekday_with_the_number_of_its_day_is_that_day(text: str, dates: list[str]) -> None:
    """A weekday with a number is the day of that number, not the last such weekday."""
    found = find(text, "2022-05-11")
    assert [(when.edtf, when.text) for when in found] == [("2022-05-03", text) for text in dates]
    assert all("2022-05-03" in readings(when.text, "2022-05-11") for when in found if "2022" not in when.text)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On Tuesday 30 people came.", ["2022-05-10"]),
        ("On Tuesday 3 p.m. was too late.", ["2022-05-10"]),
        ("El martes 4 barcos salieron.", ["2022-05-10"]),
        ("On Tuesday the 4th the letter came.", []),
    ],
)
def test_number_behind_a_weekday_may_count_something(text: str, dates: list[str]) -> None:
    """A number that counts something leaves the weekday as it is; an impossible day is no date."""
    assert [when.edtf for when in find(text, "2022-05-11")] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Das Rennen wird am Mittwoch eröffnet.", ["2022-05-11"]),
        ("Am Mittwoch wurde das Rennen eröffnet.", ["2022-05-04"]),
        ("Der Rat teilte am Mittwoch mit, er werde gehen.", ["2022-05-04"]),
        ("Desde este miércoles interrumpirá el servicio.", ["2022-05-11"]),
        ("Abrirá este martes la feria.", ["2022-05-10"]),
        ("Dijo el lunes que será tarde.", ["2022-05-09"]),
        ("Il museo aprirà giovedì.", ["2022-05-12"]),
        ("Der Pier wird am 3. April geschlossen.", ["2023-04-03"]),
        ("Der Sturm vom 3. April wird noch beschrieben.", ["2022-04-03"]),
    ],
)
def test_a_future_in_the_clause_of_a_date_is_to_come(text: str, dates: list[str]) -> None:
    """What another language tells in the future has not been; what is reported behind the date says nothing of it."""
    assert [when.edtf for when in find(text, "2022-05-10")] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("In den vergangenen Jahrzehnten war es anders.", []),
        ("In den letzten Wochen war es anders.", []),
        ("Am Ende des vergangenen Jahres war es anders.", ["2021"]),
        ("Nas marchas de 1º de maio, houve chuva.", ["2022-05-01"]),
        ("Il 1° maggio pioveva.", ["2022-05-01"]),
    ],
)
def test_last_year_is_no_part_of_a_longer_word(text: str, dates: list[str]) -> None:
    """A word such as "Jahrzehnt" is no year, and the first of a month may be written with a sign of its own."""
    assert [when.edtf for when in find(text, "2022-05-10")] == dates


@pytest.mark.parametrize(
    ("text", "published", "dates"),
    [
        ("It paid an agency this fall.", "2019-11-19", ["2019-09/2019-11"]),
        ("She left last fall.", "2019-11-19", ["2018-09/2018-11"]),
        ("She left last summer.", "2019-11-19", ["2019-06/2019-08"]),
        ("The cup is held next summer.", "2019-11-19", ["2020-06/2020-08"]),
        ("It was cold this winter.", "2020-01-10", ["2019-12/2020-02"]),
        ("It was warm this summer.", "2019", []),
        ("We like Last Summer, a film.", "2019-11-19", []),
        ("It appeared at the end of August.", "2019-11-19", ["2019-08"]),
        ("He pleaded guilty to threatening to kill her in March.", "2019-11-19", ["2019-03"]),
        ("He is in favour of threatening to leave in March.", "2019-11-19", ["2020-03"]),
        ("The rivers we observe today flowed from structured hills.", "2019-11-19", []),
        ("The structured rivers we observe today flowed.", "2019-11-19", []),
        ("On Friday (Nov. 22) the port will open.", "2019-11-19", ["2019-11-22"]),
        ('"It will be late," says a forecast in June by the bank.', "2019-11-19", ["2019-06"]),
        ("“It will be late,” says a forecast in June by the bank.", "2019-11-19", ["2019-06"]),
        ('It says: "It will be late in June."', "2019-11-19", ["2020-06"]),
    ],
)
def test_seasons_and_deeds(text: str, published: str, dates: list[str]) -> None:
    """A season is told from the day of publication; what somebody pleaded guilty to had been; "we see today" is no day.

    What is said to come does not tell when it was said.
    """
    assert [when.edtf for when in find(text, published)] == dates
