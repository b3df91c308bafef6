"""Dates: explicit forms, and nothing else."""

import pytest

from briefgen.clean.dates import remainder, stamps, written
from briefgen.dates import months


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("15:45 JST, March 6, 2022", "2022-03-06T15:45+09:00"),
        ("March 6, 2022", "2022-03-06"),
        ("6 March 2022", "2022-03-06"),
        ("6th of March 2022", "2022-03-06"),
        ("Sunday, Mar. 6, 2022 at 3:45 p.m. EST", "2022-03-06T15:45-05:00"),
        ("March 6, 2022 12:05 AM GMT", "2022-03-06T00:05+00:00"),
        ("2022-03-06", "2022-03-06"),
        ("2022-03-06T15:45:10.5+09:00", "2022-03-06T15:45+09:00"),
        ("2022-03-06T06:45Z", "2022-03-06T06:45+00:00"),
        ("2022/3/6", "2022-03-06"),
        ("2022.03.06 10:20 (KST)", "2022-03-06T10:20+09:00"),
        ("2022年3月6日", "2022-03-06"),
        ("２０２２年３月６日", "2022-03-06"),
        ("令和4年3月6日", "2022-03-06"),
        ("令和元年5月1日", "2019-05-01"),
        ("2022년 3월 6일", "2022-03-06"),
        ("6 марта 2022", "2022-03-06"),
        ("6 марта 2022 г., 15:45 МСК", "2022-03-06T15:45+03:00"),
        ("6. März 2022", "2022-03-06"),
        ("6 de marzo de 2022", "2022-03-06"),
        ("le 6 mars 2022 à 15h45 CET", "2022-03-06T15:45+01:00"),
        ("March 2022", "2022-03"),
        ("2022年3月", "2022-03"),
        ("25/03/2022", "2022-03-25"),
        ("03/25/2022", "2022-03-25"),
        ("4/4/2022", "2022-04-04"),
        ("March 6, 2022, 15:45 UTC+5:30", "2022-03-06T15:45+05:30"),
        # A zone that is unknown or has several meanings leaves the day.
        ("March 6, 2022 15:45 IST", "2022-03-06"),
        ("March 6, 2022 3:45 pm CST", "2022-03-06"),
        ("March 6, 2022 15:45", "2022-03-06"),
        ("March 6, 2022 25:99 GMT", "2022-03-06"),
    ],
)
def test_explicit_dates(line, iso):
    (stamp,) = stamps(line)
    assert stamp.published.iso == iso
    assert not remainder(line, (stamp,))


@pytest.mark.parametrize(
    "line",
    [
        "03/06/2022",
        "6.3.2022",
        "31 February 2022",
        "6 Aprıl 2022",
        "2022-13-01",
        "Tuesday",
        "yesterday",
        "March 6",
        "6 May",
        "in the spring of 2022",
        "call 2022-03-061",
        "平成9999年1月1日",
        "",
    ],
)
def test_what_is_no_date_or_can_be_read_two_ways(line):
    assert stamps(line) == ()
    assert written(line) is None


def test_labels_say_what_a_date_is():
    line = "Published 6 March 2022, last updated 7 March 2022"
    assert [(stamp.published.iso, stamp.label) for stamp in stamps(line)] == [
        ("2022-03-06", "published"),
        ("2022-03-07", "updated"),
    ]


def test_what_stands_beside_a_date():
    line = "Geneva, 3 May 2021"
    assert remainder(line, stamps(line)) == ("Geneva",)


@pytest.mark.parametrize(
    ("words", "iso"), [("2022", "2022"), ("2022-03", "2022-03"), (" March 6, 2022 ", "2022-03-06")]
)
def test_a_date_and_nothing_else(words, iso):
    assert written(words).iso == iso


@pytest.mark.parametrize("words", ["about 2022", "6 March 2022 and 7 March 2022", "Geneva, 3 May 2021"])
def test_more_than_a_date(words):
    assert written(words) is None


def test_no_name_of_a_month_means_two():
    names = [name for number in range(1, 13) for name, of in months().items() if of == number]
    assert len(names) == len(set(names)) > 100
    assert all(name == name.casefold() for name in names)
