"""Which documents tell one story from one origin."""

import random

import pytest
from documents import Shelf, story

from briefgen import origins
from briefgen.origins.likeness import neighbours, resemblance, signature
from briefgen.shingles import shingles

A, B = story(1), story(2)


@pytest.fixture
def shelf():
    return Shelf()


def told(shelf):
    return shelf.told(origins.families(shelf.scope, shelf.traces))


def test_a_copy_whose_surroundings_differ_is_one_origin_and_the_best_known_is_quoted(shelf):
    shelf.add("a-scraped", A)
    shelf.add("b-named", [*A, "A line more."], "2026-03-01", publisher="Port Times")
    shelf.add("c-other", B)
    assert told(shelf) == [[("b-named", "best"), ("a-scraped", "copy")], [("c-other", "best")]]


def test_of_equals_the_fullest_is_quoted_then_the_earliest_then_by_path(shelf):
    shelf.add("short", A[:5], "2026-03-01", publisher="Port Times")
    shelf.add("full", A, "2026-03-02", publisher="Quay Post")
    assert told(shelf) == [[("full", "best"), ("short", "copy")]]


def test_two_outlets_that_print_half_of_a_wire_are_one_origin(shelf):
    shelf.add("one", [*A[:4], *story(3, 2)], publisher="Port Times")
    shelf.add("other", [*A[:4], *story(4, 2)], publisher="Quay Post")
    assert len(told(shelf)) == 1


@pytest.mark.parametrize("publisher", ["Port Times", "The Port Times", ""])
def test_one_outlets_running_story_repeats_its_background_and_stays_two(shelf, publisher):
    shelf.add("one", [*A[:4], *story(3, 2)], publisher="Port Times")
    shelf.add("other", [*A[:4], *story(4, 2)], publisher=publisher)
    assert len(told(shelf)) == 2


def test_where_no_publisher_is_known_the_address_tells_outlets_apart(shelf):
    shelf.add("one", [*A[:4], *story(3, 2)], url="https://www.port.example/a/1-ferry")
    shelf.add("other", [*A[:4], *story(4, 2)], url="http://quay.example/b/2-ferry")
    shelf.add("third", [*A[:4], *story(5, 2)], url="https://port.example/a/3-ferry")
    assert sorted(map(len, told(shelf))) == [1, 2]


def test_the_agencys_own_page_is_quoted_and_the_family_names_the_agency(shelf):
    shelf.add("paper", [*A, "More."], "2026-03-01", credited=["© KYODO"], publisher="Port Times")
    shelf.add("wire", A, "2026-03-01", publisher="Kyodo News")
    (family,) = origins.families(shelf.scope, shelf.traces)
    assert shelf.told([family]) == [[("wire", "best"), ("paper", "copy")]]
    assert family.agencies == ("Kyodo",)


@pytest.mark.parametrize("retells", ["Original", "original", "folder/original.txt", "original.txt"])
def test_a_rewrite_that_names_what_it_retells_is_no_origin(shelf, retells):
    shelf.add("folder/original.txt", A, title="Original")
    shelf.add("a-rewrite", B, "2026-03-01", publisher="Port Times", retells=retells)
    assert told(shelf) == [[("folder/original.txt", "best"), ("a-rewrite", "re-telling")]]


def test_a_rewrite_of_a_rewrite_leads_back_to_the_first(shelf):
    shelf.add("first", A, title="First")
    shelf.add("second", B, title="Second", retells="First")
    shelf.add("third", story(3), retells="Second")
    assert told(shelf) == [[("first", "best"), ("second", "re-telling"), ("third", "re-telling")]]


def test_two_rewrites_of_one_article_that_is_not_at_hand_are_one_origin(shelf):
    shelf.add("one", A, original="https://www.port.example/2026/ferry-strike")
    shelf.add("other", B, original="port.example/2026/ferry-strike/")
    shelf.add("of the site", story(3), original="port.example")
    shelf.add("of the site too", story(4), original="port.example")
    assert sorted(map(len, told(shelf))) == [1, 1, 2]


def test_what_rests_on_an_agencys_report_belongs_to_it_if_it_tells_the_same(shelf):
    shelf.add("wire", A, "2026-03-02", credited=["© KYODO"], publisher="Port Times")
    lead = "The ministry will close the strait, says a draft obtained by Kyodo News."
    shelf.add("rewrite", [lead, *A[:1], *story(3, 3)], "2026-03-04", publisher="Port Times")
    shelf.add("something else", [lead, *B], "2026-03-04", publisher="Port Times")
    shelf.add("too early", [lead, *A[:1], *story(4, 3)], "2026-03-01", publisher="Port Times")
    assert [("wire", "best"), ("rewrite", "re-telling")] in told(shelf)
    assert len(told(shelf)) == 3


def test_a_revised_article_is_a_new_version_of_one_work(shelf):
    url = "https://port.example/2026/strike?utm_source=x"
    shelf.add("z-first", A, "2026-03-01T09:00Z", url=url)
    shelf.add("a-revised", [*A[:3], *B[:3]], "2026-03-01T12:00Z", url="http://www.port.example/2026/strike#top")
    (family,) = origins.families(shelf.scope, shelf.traces)
    assert shelf.told([family]) == [[("a-revised", "best"), ("z-first", "earlier version")]]
    assert [shelf.names[each] for each in family.quotable] == ["a-revised"]


def test_an_address_that_many_different_works_bear_says_nothing(shelf):
    for n in range(4):
        shelf.add(f"row {n}", story(n), url="https://port.example/archive/2026-03")
    assert len(told(shelf)) == 4


def test_texts_too_short_to_be_told_apart_are_no_copies(shelf):
    shelf.add("one", ["View comments below the picture."])
    shelf.add("other", ["View comments below the picture!"])
    assert len(told(shelf)) == 2


def test_every_document_is_in_one_family_whatever_the_order(shelf):
    draw = random.Random(7)  # noqa: S311 - a test's draw
    for n in range(60):
        base = story(n % 9)
        kept = base[: draw.randint(2, 6)]
        link = {"retells": f"Doc {draw.randint(0, 59)}"} if draw.random() < 0.2 else {}
        outlet = draw.choice(["Port Times", "Quay Post", "Kyodo", ""])
        address = draw.choice(["", f"https://p.example/a-{n % 5}"])
        shelf.add(f"doc {n}", [*kept, *story(100 + n, 2)], publisher=outlet, url=address, **link)
    found = origins.families(shelf.scope, shelf.traces)
    members = [each.document for family in found for each in family.members]
    assert sorted(members) == sorted({each.document for each in shelf.scope})
    assert any(len(family.members) > 1 for family in found)
    for _ in range(3):
        draw.shuffle(shelf.scope)
        traces = dict(draw.sample(sorted(shelf.traces.items()), len(shelf.traces)))
        assert origins.families(shelf.scope, traces) == found


def test_likeness_is_estimated_within_a_tenth():
    for shared in range(7):
        one = shingles(" ".join([*A[:shared], *story(3, 6 - shared)]))
        other = shingles(" ".join([*A[:shared], *story(4, 6 - shared)]))
        real = len(set(one) & set(other)) / len(set(one) | set(other))
        assert abs(resemblance(signature(one), signature(other)) - real) < 0.1


def test_a_signature_is_what_it_was():
    # If this fails, a library signs otherwise than before: raise INDEX_VERSION, so that corpora are signed anew.
    assert signature(range(40))[:8].hex() == "e7bf00114f4bbd1b"


def test_texts_of_one_mould_cost_no_more_than_they_must():
    same = {f"{n:04}": signature(range(100)) for n in range(2_000)}
    pairs = list(neighbours(same))
    assert len(pairs) < 5_000
    assert {other for _, other in pairs} == set(sorted(same)[1:])
