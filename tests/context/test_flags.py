"""What a reader must be told."""

from datetime import date

import pytest

from briefgen.context import Persons, ended_offices, office_then, relative_dates, unsourced_number
from briefgen.model.query import Entity, Office
from briefgen.model.source import Published

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
        ("Drills ran from March 2 to March 5, 2024.", ()),
        ("Drills ran from 2 to 5 March 2024, then stopped.", ()),
        ("Drills ran between June and August 2023.", ()),
        ("Drills ran between June and August.", ("between June",)),
        ("They met on Tuesday, March 4, 2025.", ()),
        ("Prices fell in the fall of 2024 but rose last month.", ("last month",)),
        ("The port opens this June.", ("this June",)),
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
        "Polls showed that 65% object.",
        "Recent surveys found that 65% object.",
        "Analysts estimate that 65% object, Hanoi said.",
        "Shipowners warned that 40% of cargo is late.",
        "Some said 65% was too much.",
        "Only 8 percent said they were pleased.",
        "It is estimated that 40 percent of nets are lost.",
        "About 7 in 10 voters object.",
        "Three quarters of Koreans object.",
        "The plan pleased two-thirds of respondents.",
        "Twelve percent were not sure.",
        "Polls opened a week after polls showed that the mayor was ahead.",
        "According to a joint survey of ferrymen, the pier is too short.",
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
        "Gallup found that 60% object.",
        "Reuters reported that 60% object.",
        "Fish make up 12% of trade, Peters said.",
        "The Cabinet Office's survey put the share at 12%.",
        "The share was 12%, according to data released by the Defense Ministry.",
        "The share was 12%, according to the New Delhi Times.",
        "The annual report said the share was 12%.",
        "He won with 49.4 per cent of the vote.",
        "Hanoi answered with a 25 percent tariff on shoes.",
        "Two survey ships lay at anchor while Hanoi went to the polls.",
        "Two ships sailed through the strait.",
        "Polls have opened in Elling, where all eyes are on the harbour.",
        "The polls were due to close at noon.",
        "The port asked Elling to free the ferrymen and to hold national polls.",
        "Elling also plans a joint survey of the islands.",
        "The mayor surveys the damage to the pier.",
        "По этому вопросу стороны согласны.",
    ],
)
def test_a_named_source_is_enough(words):
    assert unsourced_number(words) == ""


@pytest.mark.parametrize(
    "piece", ["a-", "A ", "the a ", "1%", "three-", "poll ", "from March 2 to ", "according to a "]
)
def test_a_long_text_is_read_through(piece):
    # A pattern that took time beyond the length would not come to an end here.
    words = "5% " + piece * (100_000 // len(piece))
    assert unsourced_number(words)
    assert isinstance(relative_dates(words), tuple)


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


@pytest.mark.parametrize(
    ("person", "published", "office"),
    [
        (FORMER, "2022", "Prime Minister of Freedonia"),
        (FORMER, "2024-09-30", "Prime Minister of Freedonia"),
        (FORMER, "2024", ""),
        (FORMER, "2025-01-01", ""),
        (FORMER, None, ""),
        (AGAIN, "2018-05", "President"),
        (AGAIN, "2025-02", ""),
    ],
)
def test_the_office_that_was_held_then(person, published, office):
    day = Published(published) if published else None
    assert office_then(person, day, date(2026, 11, 22)) == office


def test_in_office_then_or_called_former_needs_no_flag():
    assert ended_offices("Doe spoke.", PERSONS, date(2022, 1, 1)) == ()
    assert ended_offices("It began under then Prime Minister Jane Doe.", PERSONS, AS_OF) == ()
    assert ended_offices("She met Jane Doe, then prime minister of Freedonia.", PERSONS, AS_OF) == ()
    assert ended_offices("Doeland and Doesborough", PERSONS, AS_OF) == ()
    assert ended_offices("Doe spoke.", Persons([]), AS_OF) == ()


def test_names_in_scripts_without_spaces_may_touch_other_words():
    persons = Persons([Entity("Jane Doe", ("道江首相",), FORMER.offices)])
    assert ended_offices("会談で道江首相は述べた。", persons, AS_OF)
