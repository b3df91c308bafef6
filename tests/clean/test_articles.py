"""The five articles, read by eye: what stands where, as offsets."""

import pytest

from briefgen.clean import describe, mark
from briefgen.model.source import Basis, Role
from briefgen.text import canonicalise, digest

# Where the first block of each role begins, how many there are, and where the article's last paragraph ends.
EXPECTED = {
    "000": {"title": [0], "paragraph": [83, 514, 1029, 1537, 2116, 2472], "credit": [2928], "noise": 2967},
    "001": {
        "title": [0],
        "heading": [77, 451, 932, 1477, 1899],
        "paragraph": [126, 505, 968, 1512, 1942, 2450],
        "noise": None,
    },
    "002": {"title": [0], "paragraph": [79, 423, 786, 1197, 1397, 1772], "noise": 2263},
    "003": {
        "title": [0],
        "paragraph": [68, 317, 588, 841, 1052, 1206, 1436, 1639, 1918, 2146, 2441],
        "credit": [2685, 2694],
        "noise": None,
    },
    "004": {
        "title": [0],
        "dateline": [87],
        "paragraph": [112, 302, 553, 794, 1055, 1275, 1435, 1571, 1936],
        "noise": 2444,
    },
}
# The first sixteen digits of the titles' digests.
TITLES = {
    "000": "07426b5fc6c021b5",
    "001": "7dd7c6f11051a285",
    "002": "f974a75e00b74b92",
    "003": "e257b472d41017dc",
    "004": "9a38ba2485addb4f",
}
WORKS = {
    "000": {"author": "Ravi Patel", "original": "straitstimes.com"},
    "001": {},
    "002": {},
    "003": {"publisher": "Japan Today", "agency": "KYODO"},
    "004": {"published": "2022-03-06T15:45+09:00"},
}
each_article = pytest.mark.parametrize("number", EXPECTED)


@pytest.fixture
def text(articles, number):
    (path,) = articles.glob(f"{number}_*.txt")
    return canonicalise(path.read_text("utf-8"))


@each_article
def test_blocks_stand_where_a_reader_sees_them(text, number):
    expected = dict(EXPECTED[number])
    noise = expected.pop("noise")
    blocks = mark(text)
    found = {
        role: [block.span.start for block in blocks if block.role == role]
        for role in Role
        if role is not Role.BOILERPLATE and any(block.role is role for block in blocks)
    }
    assert found == expected
    noisy = [block.span.start for block in blocks if block.role is Role.BOILERPLATE]
    assert noisy[:1] == ([] if noise is None else [noise])
    assert all(block.role is Role.BOILERPLATE for block in blocks if noise is not None and block.span.start >= noise)


@each_article
def test_works_say_what_the_text_says_and_nothing_more(text, number):
    work = describe(text, mark(text))
    known = {field: str(getattr(work, field)) for field, _ in work.bases}
    title = known.pop("title")
    assert digest(title)[:16] == TITLES[number]
    assert known == WORKS[number]
    assert {basis for _, basis in work.bases} == {Basis.TEXT}
