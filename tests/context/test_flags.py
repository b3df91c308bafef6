"""What a reader must be told."""

from datetime import date

import pytest

from briefgen.context import Persons, ended_offices, relative_dates, unsourced_number
from briefgen.model.query import Entity, Office

AS_OF = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("They met on Tuesday.", ("on Tuesday",)),
        ("A treaty was signed in June.", ("in June",)),
        ("A treaty was signed in June 2024.", ()),
        ("It was signed on June 19, 2024, in Pyongyang.", ()),
        ("It was signed on 19 June 2024.", ()),
        ("It was signed on June 19.", ("on June 19",)),
        ("Ships may come in.", ()),
        ("Talks are due next month and at the end of this year.", ("next month", "at the end of this year")),
        ("The visit came two days ago.", ("two days ago",)),
        ("Half a year later, on 28 March 2024, it ended.", ()),
        ("Tensions have grown over the decades.", ()),
        ("首相は昨日、声明を出した。", ("昨日",)),
    ],
)
def test_relative_dates(words, expected):
    assert relative_dates(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "According to recent surveys, roughly 40% of voters are worried.",
        "Polls show that most people object.",
        "Exports fell by 12 percent.",
        "Experts say nine out of ten ships turned back.",
    ],
)
def test_a_statistic_without_a_named_source_is_found(words):
    assert unsourced_number(words)


@pytest.mark.parametrize(
    "words",
    [
        "A Kyodo poll put support at 40%.",
        "The ministry said that exports fell by 12 percent.",
        "According to the Bank of Korea, growth was 2%.",
        "A survey by the Genron NPO found that 60% object.",
        "Two ships sailed through the strait.",
        "По этому вопросу стороны согласны.",
    ],
)
def test_a_named_source_is_enough(words):
    assert unsourced_number(words) == ""


FORMER = Entity("Jane Doe", ("Doe",), (Office("Prime Minister of Freedonia", date(2021, 10, 4), date(2024, 10, 1)),))
AGAIN = Entity(
    "John Roe",
    (),
    (Office("President", date(2017, 1, 20), date(2021, 1, 20)), Office("President", date(2025, 1, 20), None)),
)
PERSONS = Persons([FORMER, AGAIN, Entity("Freedonia", ("Doeland",))])


def test_an_office_that_has_ended_is_said():
    ended = ended_offices("Prime Minister Jane Doe met John Roe.", PERSONS, AS_OF)
    assert ended == ("Jane Doe, Prime Minister of Freedonia until 1 October 2024",)


def test_in_office_then_or_called_former_needs_no_flag():
    assert ended_offices("Doe spoke.", PERSONS, date(2022, 1, 1)) == ()
    assert ended_offices("It began under then Prime Minister Jane Doe.", PERSONS, AS_OF) == ()
    assert ended_offices("She met Jane Doe, then prime minister of Freedonia.", PERSONS, AS_OF) == ()
    assert ended_offices("Doeland and Doesborough", PERSONS, AS_OF) == ()
    assert ended_offices("Doe spoke.", Persons([]), AS_OF) == ()


def test_names_in_scripts_without_spaces_may_touch_other_words():
    persons = Persons([Entity("Jane Doe", ("道江首相",), FORMER.offices)])
    assert ended_offices("会談で道江首相は述べた。", persons, AS_OF)
