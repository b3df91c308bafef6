"""Lines that say who wrote, spread or first told a story."""

import pytest

from briefgen.clean import imprint


@pytest.mark.parametrize(
    ("line", "people", "agencies"),
    [
        ("By Ansel Brodeur", ("Ansel Brodeur",), ()),
        ("by Ansel Brodeur and Mira Oduya", ("Ansel Brodeur", "Mira Oduya"), ()),
        ("BY ANSEL BRODEUR, MIRA ODUYA & IDA FALK", ("ANSEL BRODEUR", "MIRA ODUYA", "IDA FALK"), ()),
        ("By Ansel Brodeur, Staff Writer", ("Ansel Brodeur",), ()),
        ("By Ansel Brodeur, Associated Press", ("Ansel Brodeur",), ("Associated Press",)),
        ("By Ansel Brodeur | The Almanac", ("Ansel Brodeur",), ()),
        ("Written by Ludwig van der Aa for The Almanac", ("Ludwig van der Aa",), ()),
        ("By Reuters", (), ("Reuters",)),
        ("By our correspondent", (), ()),
        ("Von Ida Falk", ("Ida Falk",), ()),
        ("Автор: Анна Петрова", ("Анна Петрова",), ()),
        ("홍길동 기자", ("홍길동",), ()),
        ("記者：山田太郎", ("山田太郎",), ()),
    ],
)
def test_bylines(line, people, agencies):
    assert imprint.byline(line) == imprint.Byline(people, agencies)


@pytest.mark.parametrize(
    "line",
    [
        "By March the army had left",
        "By land and sea",
        "By far the worst",
        "By Admiral",
        "Stand by",
        "By 2022 Mira Oduya",
        "by",
    ],
)
def test_no_bylines(line):
    assert imprint.byline(line) is None


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("© KYODO", "KYODO"),
        ("© The Almanac Daily", "The Almanac Daily"),
        ("(c) 2022 Reuters", "Reuters"),
        ("Copyright © 2019-2022 Northern Courier. All rights reserved.", "Northern Courier"),
        ("© AFP / Ida Falk", "AFP"),
        ("The © sign", ""),
        ("©", ""),
    ],
)
def test_holders_of_rights(line, holder):
    assert imprint.holder(line) == holder


@pytest.mark.parametrize(
    ("line", "original"),
    [
        ("Original Source: www.example-harbour.org", "example-harbour.org"),
        ("Source: https://www.example.com/a/b?c=d", "example.com"),
        ("Source: The Almanac Daily", "The Almanac Daily"),
        ("This article was originally published on The Almanac. Read it there.", "The Almanac"),
        ("First published in Northern Courier", "Northern Courier"),
        ("出典：読売新聞", "読売新聞"),
        ("Source: .", ""),
        ("Source:", ""),
        ("First published on 6 March 2022", ""),
        ("Source of the river", ""),
        ("Sources said that the boats had left.", ""),
    ],
)
def test_originals(line, original):
    assert imprint.original(line) == original


@pytest.mark.parametrize(
    ("line", "url"),
    [("URL: https://example.com/a", "https://example.com/a"), ("URL: none", ""), ("See https://example.com", "")],
)
def test_addresses(line, url):
    assert imprint.address(line) == url


@pytest.mark.parametrize("name", ["Reuters", "KYODO", "ap", "The Associated Press", "Yonhap News Agency", "共同通信"])
def test_agencies(name):
    assert imprint.is_agency(name)


@pytest.mark.parametrize("name", ["Japan Today", "Apex", "", "The Associated Gardeners"])
def test_no_agencies(name):
    assert not imprint.is_agency(name)
