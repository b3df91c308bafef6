"""The parts of a page's metadata: dates, titles, JSON-LD."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefgen.model.source import Published
from briefgen.sources.html import dating, structured, titles


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2026-11-20T18:05:10.123+09:00", "2026-11-20T18:05+09:00"),
        ("2026-11-20T18:05:10+0900", "2026-11-20T18:05+09:00"),
        ("2026-11-20 18:05:10 -0800", "2026-11-20T18:05-08:00"),
        ("2026-11-20 18:05:10 UTC", "2026-11-20T18:05+00:00"),
        ("2026-11-20T18:05Z", "2026-11-20T18:05+00:00"),
        ("2026-11-20T18:05:10", "2026-11-20"),
        ("2026-11-20", "2026-11-20"),
        ("20261120", "2026-11-20"),
        ("2026-11", "2026-11"),
        ("2026", "2026"),
        ("Fri Nov 20 2026 09:28:00 GMT+0900 (JST)", "2026-11-20T09:28+09:00"),
        ("November 20, 2026 13:42", "2026-11-20"),
        ("Friday, 20 November 2026 08:05 GMT", "2026-11-20T08:05+00:00"),
        ("2026年11月20日", "2026-11-20"),
        ("令和8年11月20日", "2026-11-20"),
        ("2026년 11월 20일", "2026-11-20"),
        ("20 ноября 2026", "2026-11-20"),
        ("20 ноября 2026 г.", "2026-11-20"),
        ("20. November 2026", "2026-11-20"),
        ("20/11/2026", "2026-11-20"),
    ],
)
def test_dates(words, iso):
    assert dating.parse(words) == Published(iso)


@pytest.mark.parametrize(
    ("words", "language"),
    [("20 kasım 2026", "tr"), ("20 Νοεμβρίου 2026", "el-GR"), ("20 ноември 2026", "bg"), ("20 marraskuuta 2026", "fi")],
)
def test_months_of_languages_that_only_dateparser_knows(words, language):
    assert dating.parse(words, language) == Published("2026-11-20")
    assert dating.parse(words) is None
    assert dating.parse(words, "xx") is None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "3 hours ago",
        "vor 3 Stunden",
        "last November",
        "Friday",
        "20 November",
        "November 20",
        "20 kasım",
        "kasım 2026 18:05",
        "03/06/2026",
        "3.6.26",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "2026-13-01",
        "2026-02-30",
        "31 kasım 2026",
        "in 2026 or 2027",
        "2026-11-20 to 2026-11-22",
        "a" * 100 + " 2026",
        "1763658000",
    ],
)
def test_what_is_no_date_or_not_for_sure(words):
    assert dating.parse(words) is None
    assert dating.parse(words, "tr") is None


@settings(deadline=None)  # dateparser loads a language in the first example
@given(st.one_of(st.text(max_size=60), st.from_regex(r"[0-9./: ]{1,12}(2026|26)[a-zäé ]{0,12}", fullmatch=True)))
def test_no_year_is_invented(words):
    found = dating.parse(words, "fr")
    if found is not None:
        digits = "".join(str(int(char)) if char.isdecimal() else " " for char in words)
        year = found.earliest.year
        assert str(year) in digits or any(era in words for era in "明大昭平令")


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://quay.example/2026/11/20/crane", "2026-11-20"),
        ("https://quay.example/news/2026-11-20/crane", "2026-11-20"),
        ("https://quay.example/2026/13/20/crane", None),
        ("https://quay.example/2026/11/crane", None),
        ("https://quay.example/20261120123/crane", None),
        ("https://quay.example/2026/11/20/2026/11/21/", None),
    ],
)
def test_dates_in_addresses(url, iso):
    found = dating.in_path(url)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("day", "moment", "local"),
    [
        ("2026-11-19", "2026-11-20T02:00+00:00", True),
        ("2026-11-19", "2026-11-20T13:00+00:00", False),
        ("2026-11-21", "2026-11-20T16:00+00:00", True),
        ("2026-11-21", "2026-11-20T08:00+00:00", False),
        ("2026-11-18", "2026-11-20T02:00+00:00", False),
        ("2026-11-20", "2026-11-20T02:00+00:00", False),
        ("2026-11", "2026-12-01T02:00+00:00", False),
        ("2026-11-19", "2026-11-20", False),
    ],
)
def test_days_that_are_others_in_utc(day, moment, local):
    assert dating.is_local_day(Published(day), Published(moment)) is local


@pytest.mark.parametrize(
    ("title", "site", "shorter"),
    [
        ("Crane stands still - The Quay Gazette", "The Quay Gazette", "Crane stands still"),
        ("Crane stands still – Quay Gazette", "The Quay Gazette", "Crane stands still"),
        ("Crane stands still | Cranes | QuayGazette.com", "www.quaygazette.com", "Crane stands still"),
        ("The Quay Gazette | Crane stands still", "The Quay Gazette", "Crane stands still"),
        ("Crane stands - and ferries wait", "The Quay Gazette", "Crane stands - and ferries wait"),
        ("Crane stands still for a week | Harbours", "", "Crane stands still for a week"),
        ("The Quay Gazette", "The Quay Gazette", "The Quay Gazette"),
        ("港の起重機 | 波止場新聞", "波止場新聞", "港の起重機"),
    ],
)
def test_titles_without_the_site(title, site, shorter):
    assert titles.printed([title], [], "", [site]) == shorter


def test_the_printed_headline_is_the_title_where_the_metadata_says_much_the_same():
    stated, printed = "Crane stands still in Alma", "Crane stands still for weeks in Alma"
    assert titles.printed([stated], ["Menu", printed], "", []) == printed
    assert titles.printed([stated], ["The Quay Gazette"], "", []) == stated
    assert titles.printed([], [printed], "", []) == printed
    assert titles.printed([], ["Menu", "Search"], "", []) == ""


def graph(*scripts):
    body = "".join(f"<script type='application/ld+json'>{script}</script>" for script in scripts)
    return structured.read(etree.fromstring(f"<html>{body}</html>", etree.HTMLParser()))


def test_references_are_followed_and_other_stories_passed_over():
    found = graph(
        '{"@graph": [{"@type": "NewsArticle", "headline": "Gulls leave"},'
        '{"@type": "http://schema.org/NewsArticle", "headline": "Crane stands", "author": [{"@id": "#m"}, "Ida Falk"]},'
        '{"@type": "Person", "@id": "#m", "name": "Mira Oduya"}]}'
    )
    article = found.article("Crane stands still")
    assert found.names(article, "author") == ["Mira Oduya", "Ida Falk"]


@pytest.mark.parametrize(
    ("script", "headline"),
    [
        ('<!-- {"@type": "Report", "headline": "Crane"} -->', "Crane"),
        ('//<![CDATA[\n{"@type": "Article", "headline": "Crane"}\n//]]>', "Crane"),
        ('{"@type": "Article", "headline": "Crane\nstands"};', "Crane\nstands"),
        ('[[{"@type": ["Thing", "Article"], "headline": ["Crane"]}]]', "Crane"),
        ('{"@type": "Article", "headline": 3}', ""),
        ('{"@type": "Product", "headline": "Crane"}', ""),
        ("{not json", ""),
        ("[" * 100_000, ""),
        ("", ""),
    ],
)
def test_scripts_as_they_are_found(script, headline):
    assert structured.text(graph(script).article("").get("headline")) == headline
