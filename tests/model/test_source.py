"""Dates as precise as they are known."""

from datetime import date

import pytest

from briefgen.model.source import Appearance, Published, Work


@pytest.mark.parametrize(
    ("iso", "words", "earliest", "latest"),
    [
        ("2022", "2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-02", "February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-03-06", "6 March 2022", date(2022, 3, 6), date(2022, 3, 6)),
        ("2022-03-06T15:45+09:00", "6 March 2022", date(2022, 3, 6), date(2022, 3, 6)),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(iso, words, earliest, latest):
    published = Published(iso)
    assert (published.in_words, published.earliest, published.latest) == (words, earliest, latest)


@pytest.mark.parametrize(
    "iso", ["", "22", "2022-13", "2022-02-30", "2022-03-06T15:45", "March 2022", "2022-03-06T25:00Z"]
)
def test_what_is_no_date_is_refused(iso):
    with pytest.raises(ValueError, match=r"."):
        Published(iso)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("seeds/harbour.txt", "harbour.txt"),
        ("seeds/feed.json/1", "feed.json/1"),
        ("clips.zip/mail.mbox/3", "mail.mbox/3"),
        ("mail.mbox/3/2", "mail.mbox/3/2"),
        ("clips.zip/page.html", "page.html"),
        ("2026/11/20", "2026/11/20"),
    ],
)
def test_a_bare_number_is_named_with_what_it_is_a_number_in(path, name):
    assert Appearance("", path, "", Work()).name == name
